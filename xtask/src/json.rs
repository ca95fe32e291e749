//! JSON as the library's plain data: in the order in which it was written, with the keys that stand twice.

use std::fmt;

use program_finder::provider::Json;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Reads one JSON value.
///
/// Not through serde_json's own `Value`, which would keep the last of two equal keys and say nothing.
pub fn read(text: &str) -> Result<Json, serde_json::Error> {
    // Editors on some systems begin a file with a byte order mark.
    let mut reader = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let data = Reader.deserialize(&mut reader)?;
    reader.end()?;
    Ok(data)
}

struct Reader;

impl<'de> DeserializeSeed<'de> for Reader {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("JSON")
    }
    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    // Numbers are what they are in JavaScript: the browser reads the same files.
    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(Reader)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = from.next_key()? {
            fields.push((name, from.next_value_seed(Reader)?));
        }
        Ok(Json::Record(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use program_finder::provider::Json;

    #[test]
    fn order_and_doubles_are_kept() {
        let data = read("\u{feff}{\"b\":-1,\"a\":[true,null,\"x\",0.5],\"b\":{}}").unwrap();
        let Json::Record(fields) = data else { panic!("{data:?}") };
        let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["b", "a", "b"]);
        assert_eq!(fields[0].1, Json::Number(-1.0));
        let items = vec![Json::Bool(true), Json::Null, Json::Text("x".into()), Json::Number(0.5)];
        assert_eq!(fields[1].1, Json::List(items));
    }

    #[test]
    fn one_value_and_nothing_after_it() {
        assert!(read("{} {}").is_err());
        assert!(read("").is_err());
        assert!(read("{").unwrap_err().to_string().contains("line 1"));
        // So deep that reading it on would end the stack.
        assert!(read(&"[".repeat(100_000)).is_err());
    }
}
