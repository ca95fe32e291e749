//! The JSON Schema of a configuration, made of the reader's own tables: what an editor offers and marks is what the finder reads.
//!
//! What it cannot say, the reader alone does: whether a telephone number can be dialed, and how two fields go together.

use anyhow::Result;
use program_finder::provider::schema::{Field, List, Need, Schema, Unit};
use program_finder::provider::{OPENING_WORDS, PAYER_FIELDS, SHAPE, TEXT_LANGUAGES};
use serde_json::{Map, Value, json};

use super::patterns;
use super::words::{FieldWords, Words, fields_of};

/// How many letters of words, and of an address, the reader takes.
const MOST_WORDS: usize = 1000;
const MOST_LINK: usize = 2000;
/// How many names it takes where some of a closed list can be given.
const MOST_NAMES: usize = 50;

/// The whole schema.
pub fn schema(words: &Words) -> Result<Value> {
    let mut schema = Maker { words }.of(SHAPE, "")?;
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("Configuration of a program-finder");
    schema["properties"]["$schema"] = json!({
        "type": ["string", "number", "boolean", "array", "object", "null"],
        "description": "For your editor. The finder does not read it."
    });
    Ok(schema)
}

struct Maker<'w> {
    words: &'w Words,
}

impl Maker<'_> {
    fn of(&self, shape: Schema, path: &str) -> Result<Value> {
        Ok(match shape {
            Schema::Text => text_of(&patterns::words()),
            Schema::Words => line(&patterns::words()),
            Schema::YesNo => json!({ "type": "boolean" }),
            Schema::Link => json!({ "type": "string", "maxLength": MOST_LINK, "pattern": patterns::link() }),
            Schema::File => json!({ "type": "string", "pattern": patterns::something() }),
            Schema::Phone | Schema::TextNumber => {
                json!({ "anyOf": [line(&patterns::words()), { "type": "integer", "minimum": 1 }] })
            }
            Schema::Email => json!({ "type": "string", "maxLength": 254, "pattern": patterns::email() }),
            Schema::Exact(ids) => json!({ "enum": ids }),
            Schema::One(ids) => one_of(ids),
            Schema::Many(ids) => {
                json!({ "anyOf": [one_of(ids), { "type": "array", "items": one_of(ids), "maxItems": MOST_NAMES }] })
            }
            Schema::List(list) => self.list(list, path)?,
            Schema::Amount(unit) => amount(unit),
            Schema::Span(unit) => {
                let ends = json!({ "from": amount(unit), "to": amount(unit) });
                let group = json!({ "type": "object", "properties": ends, "required": ["from", "to"], "additionalProperties": false });
                json!({ "anyOf": [amount(unit), group] })
            }
            Schema::Clock => json!({ "type": "string", "pattern": patterns::clock() }),
            Schema::Date => json!({ "type": "string", "pattern": patterns::date() }),
            Schema::Opening => {
                // The names by themselves, so that an editor can offer them.
                json!({ "anyOf": [{ "enum": OPENING_WORDS }, { "type": "string", "pattern": patterns::opening(OPENING_WORDS) }] })
            }
            Schema::Payer => {
                let group = self.group(PAYER_FIELDS, ".", path)?;
                let mut text = text_of(&patterns::words());
                if let Some(ways) = text["anyOf"].as_array_mut() {
                    ways.push(group);
                    if let Schema::One(ids) = PAYER_FIELDS[0].shape {
                        ways.insert(0, json!({ "enum": ids }));
                    }
                }
                text
            }
            Schema::Color => json!({ "type": "string", "pattern": patterns::COLOR }),
            Schema::Font => json!({ "type": "string", "maxLength": 200, "pattern": patterns::fonts() }),
            Schema::Pixels(least, most) => {
                let pattern = patterns::size(u32::from(least) * 100, u32::from(most) * 100, "px");
                json!({ "anyOf": [{ "type": "number", "minimum": least, "maximum": most }, { "type": "string", "pattern": pattern }] })
            }
            Schema::Hundredths(least, most) => {
                let pattern = patterns::size(least.into(), most.into(), "");
                let (least, most) = (f64::from(least) / 100.0, f64::from(most) / 100.0);
                json!({ "anyOf": [{ "type": "number", "minimum": least, "maximum": most }, { "type": "string", "pattern": pattern }] })
            }
            Schema::Tokens(fields) | Schema::Group(fields) => self.group(fields, ".", path)?,
        })
    }

    fn list(&self, list: &List, path: &str) -> Result<Value> {
        let item = self.of(list.item, &format!("{path}[]"))?;
        let array = json!({ "type": "array", "items": item, "minItems": list.min, "maxItems": list.max });
        // A single text stands for a list of one.
        Ok(if fields_of(list.item).is_some() && !matches!(list.item, Schema::Payer) {
            array
        } else {
            let alone = match list.item {
                Schema::Text | Schema::Words | Schema::Payer => line(&patterns::words()),
                other => self.of(other, path)?,
            };
            json!({ "anyOf": [array, alone] })
        })
    }

    fn group(&self, fields: &[Field], step: &str, path: &str) -> Result<Value> {
        let mut properties = Map::new();
        let mut needed = Vec::new();
        for field in fields {
            let here = if path.is_empty() { field.name.to_owned() } else { format!("{path}{step}{}", field.name) };
            let is_needed = matches!(field.need, Need::Required | Need::Recommended);
            let mut value = self.of(field.shape, &here)?;
            if is_needed {
                needed.push(field.name);
            } else {
                value = or_nothing(value);
            }
            describe(&mut value, self.words.of(&here)?);
            properties.insert(field.name.to_owned(), value);
        }
        let mut group = json!({ "type": "object", "properties": properties, "additionalProperties": false });
        if !needed.is_empty() {
            group["required"] = json!(needed);
        }
        Ok(group)
    }
}

/// What an editor shows of a field.
fn describe(value: &mut Value, words: &FieldWords) {
    value["title"] = json!(words.label);
    let mut text = plain(&words.help);
    if !words.choices.is_empty() {
        let said: Vec<String> = words.choices.iter().map(|(name, what)| format!("{name}: {what}")).collect();
        text += &format!("\n{}", said.join("\n"));
    }
    if let Some(without) = &words.without {
        text += &format!("\nIf left out: {}", plain(without));
    }
    value["description"] = json!(text);
    if let Some(example) = &words.example {
        value["examples"] = json!([example]);
    }
}

/// The words without the marks that the guide is written with.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for (index, piece) in text.split("[").enumerate() {
        match piece.split_once("](").and_then(|(shown, rest)| Some((shown, rest.split_once(')')?.1))) {
            Some((shown, rest)) if index > 0 => plain += &format!("{shown}{rest}"),
            _ => plain += piece,
        }
    }
    plain.replace(['`', '*'], "").replace(" See below.", "")
}

fn line(pattern: &str) -> Value {
    json!({ "type": "string", "maxLength": MOST_WORDS, "pattern": pattern })
}

/// Words, or words in each language: in at least one.
fn text_of(pattern: &str) -> Value {
    let names: Vec<&str> = TEXT_LANGUAGES.iter().map(|field| field.name).collect();
    let properties: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), or_nothing(line(pattern)))).collect();
    let some: Vec<Value> =
        names.iter().map(|name| json!({ "required": [name], "properties": { *name: { "type": "string" } } })).collect();
    let group = json!({ "type": "object", "properties": properties, "additionalProperties": false, "anyOf": some });
    json!({ "anyOf": [line(pattern), group] })
}

/// One of a closed list: offered by name, and read with spaces around it as well.
fn one_of(ids: &[&str]) -> Value {
    json!({ "anyOf": [{ "enum": ids }, { "type": "string", "pattern": patterns::name(ids) }] })
}

fn amount(unit: Unit) -> Value {
    match unit {
        Unit::Days => json!({ "type": "integer", "minimum": 1, "maximum": 7 }),
        Unit::Hours => json!({ "type": "number", "minimum": 0.25, "maximum": 60, "multipleOf": 0.25 }),
        Unit::Years => json!({ "type": "integer", "minimum": 0, "maximum": 120 }),
    }
}

/// The same, or nothing: what holds null counts as left out.
fn or_nothing(mut value: Value) -> Value {
    if let Some(ways) = value.get_mut("anyOf").and_then(Value::as_array_mut) {
        ways.push(json!({ "type": "null" }));
    } else if let Some(names) = value.get_mut("enum").and_then(Value::as_array_mut) {
        names.push(Value::Null);
    } else if let Some(kind) = value.get_mut("type") {
        *kind = json!([kind, "null"]);
    }
    value
}
