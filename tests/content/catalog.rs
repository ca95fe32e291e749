//! A language's catalog of texts, as the tests read it.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use program_finder::content::Audience;
use program_finder::screen::unpacked_keys;
use serde::de::{Deserializer, MapAccess, Visitor};

/// One file of `www/text`.
pub struct Texts {
    /// The language, from the file's name.
    pub lang: String,
    /// Every text by its key.
    pub all: BTreeMap<String, String>,
}

impl Texts {
    /// The catalogs of all languages, English first.
    pub fn read() -> Vec<Texts> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/text");
        let mut catalogs: Vec<Texts> = fs::read_dir(folder)
            .expect("www/text can be listed")
            .map(|entry| entry.expect("www/text can be listed").path())
            .map(|path| {
                let lang = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                Texts { all: entries(&text).unwrap_or_else(|error| panic!("{lang}.json: {error}")), lang }
            })
            .collect();
        catalogs.sort_by_key(|texts| (texts.lang != "en", texts.lang.clone()));
        assert!(catalogs.first().is_some_and(|texts| texts.lang == "en"), "there is an English catalog");
        catalogs
    }

    /// The English catalog.
    pub fn english() -> Texts {
        Texts::read().swap_remove(0)
    }

    /// The text of a key in a voice, or the one that serves all voices.
    pub fn voiced(&self, key: &str, audience: Audience) -> Option<&str> {
        unpacked_keys(key)
            .iter()
            .find_map(|key| self.get(&format!("{key}.{}", audience.id())).or_else(|| self.get(key)))
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.all.get(key).map(String::as_str)
    }

    /// The texts whose keys begin so.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.all.iter().filter(move |(key, _)| key.starts_with(prefix)).map(|(key, text)| (&**key, &**text))
    }
}

/// The names of the placeholders in a text, and whether every brace is part of one.
pub fn placeholders(text: &str) -> (Vec<&str>, bool) {
    let (mut names, mut sound) = (Vec::new(), true);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        sound &= !before.contains('}');
        match after.split_once('}') {
            Some((name, left)) => {
                sound &= !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
                names.push(name);
                rest = left;
            }
            None => return (names, false),
        }
    }
    (names, sound && !rest.contains('}'))
}

/// The entries of a flat object. A key that is there twice is an error, where a plain map would keep the last.
fn entries(text: &str) -> Result<BTreeMap<String, String>, serde_json::Error> {
    struct Flat;
    impl<'de> Visitor<'de> for Flat {
        type Value = BTreeMap<String, String>;
        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("a flat object of texts")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = BTreeMap::new();
            while let Some((key, text)) = map.next_entry::<String, String>()? {
                if all.insert(key.clone(), text).is_some() {
                    return Err(serde::de::Error::custom(format_args!("`{key}` is there twice")));
                }
            }
            Ok(all)
        }
    }
    serde_json::Deserializer::from_str(text).deserialize_map(Flat)
}

#[test]
fn a_key_that_is_there_twice_is_not_read_over() {
    assert!(entries(r#"{"a": "one", "b": "two"}"#).is_ok());
    assert!(entries(r#"{"a": "one", "a": "two"}"#).unwrap_err().to_string().contains("`a` is there twice"));
}

#[test]
fn braces_are_placeholders_or_faults() {
    assert_eq!(placeholders("Call {phone} of {provider}"), (vec!["phone", "provider"], true));
    for wrong in ["Call {phone", "Call phone}", "Call {}", "Call {Phone}", "Call {{phone}}"] {
        assert!(!placeholders(wrong).1, "{wrong}");
    }
}
