//! JSON as the library takes it: what the browser and the tools do with values of their own.

use program_finder::provider::Json;
use serde_json::Value;

pub fn data(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(number) => Json::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => Json::Text(text.clone()),
        Value::Array(items) => Json::List(items.iter().map(data).collect()),
        Value::Object(fields) => Json::Record(fields.iter().map(|(name, value)| (name.clone(), data(value))).collect()),
    }
}
