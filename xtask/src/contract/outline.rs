//! The fields of a configuration as the configurator's form is made from them.

use anyhow::Result;
use program_finder::provider::schema::{Field, Need, Schema, Unit};
use program_finder::provider::{SHAPE, TEXT_LANGUAGES};
use serde_json::{Map, Value, json};

use super::schema::plain;
use super::words::{Words, choices, fields_of};

/// The fields of the whole configuration, and the languages that words can be given in.
pub fn outline(words: &Words) -> Result<Value> {
    let (_, fields) = fields_of(SHAPE).unwrap_or((".", &[]));
    let languages: Vec<&str> = TEXT_LANGUAGES.iter().map(|field| field.name).collect();
    Ok(json!({ "fields": outlines(words, fields, ".", "")?, "languages": languages }))
}

fn outlines(words: &Words, fields: &[Field], step: &str, path: &str) -> Result<Vec<Value>> {
    fields.iter().map(|field| outlined(words, field, step, path)).collect()
}

fn outlined(words: &Words, field: &Field, step: &str, path: &str) -> Result<Value> {
    let here = if path.is_empty() { field.name.to_owned() } else { format!("{path}{step}{}", field.name) };
    let said = words.of(&here)?;
    let mut node = Map::new();
    let mut put = |name: &str, value: Value| node.insert(name.to_owned(), value);
    put("name", json!(field.name));
    put("path", json!(here));
    put("kind", json!(kind(field.shape)));
    put("needed", json!(field.need == Need::Required));
    put("label", json!(said.label));
    put("help", json!(plain(&said.help)));
    if let Some(without) = &said.without {
        put("without", json!(plain(without)));
    }
    if let Some(example) = &said.example {
        put("example", example.clone());
    }
    let ids = choices(field.shape);
    if !ids.is_empty() {
        let named = ids.iter().map(|id| json!([id, said.choices.get(*id)]));
        put("choices", named.collect());
    }
    if let Some((least, most, step)) = limits(field.shape) {
        put("limits", json!([least, most, step]));
    }
    if let Schema::List(list) = field.shape {
        put("most", json!(list.max));
    }
    if let Some((step, fields)) = fields_of(field.shape) {
        put("fields", json!(outlines(words, fields, step, &here)?));
    }
    Ok(Value::Object(node))
}

/// Least, most and step of a number.
fn limits(shape: Schema) -> Option<(f64, f64, f64)> {
    Some(match shape {
        Schema::Amount(unit) | Schema::Span(unit) => match unit {
            Unit::Days => (1.0, 7.0, 1.0),
            Unit::Hours => (0.25, 60.0, 0.25),
            Unit::Years => (0.0, 120.0, 1.0),
        },
        Schema::Pixels(least, most) => (least.into(), most.into(), 1.0),
        Schema::Hundredths(least, most) => (f64::from(least) / 100.0, f64::from(most) / 100.0, 0.05),
        _ => return None,
    })
}

fn kind(shape: Schema) -> &'static str {
    match shape {
        Schema::Text => "text",
        Schema::Words | Schema::File | Schema::Font => "words",
        Schema::YesNo => "yes-no",
        Schema::Link => "link",
        Schema::Phone | Schema::TextNumber => "phone",
        Schema::Email => "email",
        Schema::Exact(_) | Schema::One(_) => "one",
        Schema::Many(_) => "many",
        Schema::Amount(_) => "amount",
        Schema::Span(_) => "span",
        Schema::Clock => "clock",
        Schema::Date => "date",
        Schema::Opening => "opening",
        Schema::Payer => "payer",
        Schema::Color => "color",
        Schema::Pixels(..) | Schema::Hundredths(..) => "size",
        Schema::Tokens(_) | Schema::Group(_) => "group",
        Schema::List(list) => match list.item {
            Schema::Payer => "payers",
            Schema::Group(_) => "groups",
            _ => "lines",
        },
    }
}
