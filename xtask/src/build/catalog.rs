//! Every sentence of one language, and the form in which it travels.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use program_finder::content::{QUESTIONNAIRE, Voice};
use program_finder::decision::gives_a_reason;
use program_finder::engine::Rule;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// Every sentence of one language, by key.
pub struct Catalog {
    /// The language's tag.
    pub lang: String,
    /// The sentences.
    pub text: Map<String, Value>,
}

impl Catalog {
    /// The sentence of that key.
    pub fn say(&self, key: &str) -> Result<&str> {
        self.text
            .get(key)
            .and_then(Value::as_str)
            .with_context(|| format!("www/text/{}.json has no {key:?}", self.lang))
    }

    /// The catalog as visitors download it, a kilobyte smaller: without what only the protocol says; keys are a tree of their parts, the sentence of a key
    /// that others begin with stands under the empty name, and four audiences are a list.
    pub fn packed(&self) -> Value {
        let mut root = Branch::default();
        for (key, words) in self.text.iter().filter(|(key, _)| is_shown(key)) {
            let leaf = key.split('.').fold(&mut root, |branch, name| branch.under.entry(name).or_default());
            leaf.words = Some(words);
        }
        root.packed()
    }
}

/// What the frame has to know of each catalog, to take no other (www/frame/catalog.js): how many letters JavaScript counts
/// in its packed form, and the SHA-256 of that.
pub fn known(catalogs: &[Catalog]) -> Value {
    let of = |catalog: &Catalog| {
        let text = catalog.packed().to_string();
        (catalog.lang.clone(), json!([text.encode_utf16().count(), BASE64.encode(Sha256::digest(&text))]))
    };
    Value::Object(catalogs.iter().map(of).collect())
}

/// Whether some screen may say it: of the reasons for rules, only a part comes up there.
fn is_shown(key: &str) -> bool {
    let Some(reason) = key.strip_prefix("why.") else { return true };
    let of = |rule: &&Rule| reason.strip_prefix(rule.id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    QUESTIONNAIRE.rules.iter().find(of).is_none_or(gives_a_reason)
}

/// A part of a key, with what begins with it.
#[derive(Default)]
struct Branch<'a> {
    words: Option<&'a Value>,
    under: BTreeMap<&'a str, Branch<'a>>,
}

impl Branch<'_> {
    fn packed(&self) -> Value {
        // In the order of their numbers, by which www/frame/words.js finds them.
        let voices: Vec<_> =
            Voice::IDS.iter().filter_map(|voice| self.under.get(voice)).filter_map(|voice| voice.words).collect();
        match self.words {
            Some(words) if self.under.is_empty() => words.clone(),
            None if voices.len() == Voice::IDS.len() && self.under.len() == Voice::IDS.len() => json!(voices),
            words => {
                let mut group = Map::new();
                group.extend(words.map(|words| (String::new(), words.clone())));
                group.extend(self.under.iter().map(|(name, branch)| ((*name).to_owned(), branch.packed())));
                Value::Object(group)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_a_tree_and_audiences_a_list() {
        let text = json!({
            "a.b": "1", "a.b.c": "2", "d": "3",
            "e.self": "4", "e.teen": "5", "e.child": "6", "e.other": "7", "f.child": "8",
        });
        let catalog = Catalog { lang: "en".into(), text: text.as_object().cloned().unwrap_or_default() };
        let packed =
            json!({ "a": { "b": { "": "1", "c": "2" } }, "d": "3", "e": ["4", "5", "6", "7"], "f": { "child": "8" } });
        assert_eq!(catalog.packed(), packed);
    }

    #[test]
    fn the_frame_knows_each_catalog_by_its_size_and_hash() {
        let text = json!({ "a": "año 😀" });
        let catalog = Catalog { lang: "es".into(), text: text.as_object().cloned().unwrap_or_default() };
        // printf '%s' '{"a":"año 😀"}' | openssl dgst -sha256 -binary | base64; the picture is two letters of JavaScript's.
        let hash = "r4Mb1KVaZqJ1o44gLy8reIGeKcIUvfLpKrCXuDBULGw=";
        assert_eq!(super::known(&[catalog]), json!({ "es": [14, hash] }));
    }

    #[test]
    fn reasons_that_no_screen_gives_stay_at_home() {
        let key = |rule: &Rule| format!("why.{}", rule.id);
        let text = QUESTIONNAIRE.rules.iter().map(|rule| (key(rule), json!(rule.id))).collect();
        let packed = Catalog { lang: "en".into(), text }.packed();
        let mut kept = 0;
        for rule in QUESTIONNAIRE.rules {
            let found = key(rule).split('.').fold(&packed, |branch, name| &branch[name]).clone();
            // A key that others begin with stands under the empty name.
            let found = if found.is_object() { found[""].clone() } else { found };
            assert_eq!(found == json!(rule.id), gives_a_reason(rule), "{}", rule.id);
            kept += usize::from(gives_a_reason(rule));
        }
        assert!(kept > 20 && kept < QUESTIONNAIRE.rules.len(), "{kept}");
    }
}
