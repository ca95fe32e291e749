//! JSON as the library takes it: what the browser and the tools do with values of their own.

use program_finder::provider::Data;
use serde_json::Value;

pub fn data(value: &Value) -> Data {
    match value {
        Value::Null => Data::Null,
        Value::Bool(value) => Data::Bool(*value),
        Value::Number(number) => Data::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => Data::Text(text.clone()),
        Value::Array(items) => Data::List(items.iter().map(data).collect()),
        Value::Object(fields) => Data::Record(fields.iter().map(|(name, value)| (name.clone(), data(value))).collect()),
    }
}
