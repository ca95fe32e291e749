//! What each field is called and what it is for, in English: `www/words/config.en.json`. The schema, the types, the guide and the
//! form of the configurator all say it in these words.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use program_finder::provider::schema::{Field, Schema};
use program_finder::provider::{OPENING_WORDS, PAYER_FIELDS, SHAPE, STATES};
use serde::Deserialize;
use serde_json::Value;

use crate::tools;

const FILE: &str = "www/words/config.en.json";

/// The words of one field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldWords {
    /// What it is called on a form.
    pub label: String,
    /// What it is for. Names of fields and values stand in backticks.
    pub help: String,
    /// What comes of leaving it out.
    pub without: Option<String>,
    /// A value that is right.
    pub example: Option<Value>,
    /// What each name of its closed list means.
    #[serde(default)]
    pub choices: BTreeMap<String, String>,
}

/// The words of every field, by its path such as `programs[].ages.from`.
pub struct Words(BTreeMap<String, FieldWords>);

impl Words {
    /// Reads the file, and makes sure that it has every field and every name, and nothing else.
    pub fn read() -> Result<Words> {
        let path = tools::root().join(FILE);
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {FILE}"))?;
        let words = Words(serde_json::from_str(&text).with_context(|| format!("reading {FILE}"))?);
        words.check()?;
        Ok(words)
    }

    /// The words of a field.
    pub fn of(&self, path: &str) -> Result<&FieldWords> {
        self.0.get(path).with_context(|| format!("{FILE} has no \"{path}\""))
    }

    fn check(&self) -> Result<()> {
        let mut known = BTreeSet::new();
        for (path, field) in every_field() {
            let words = self.of(&path)?;
            let names: BTreeSet<&str> = choices(field.shape).iter().copied().collect();
            let said: BTreeSet<&str> = words.choices.keys().map(String::as_str).collect();
            if names != said {
                bail!("{FILE}: \"{path}\" has the choices {names:?}, and words for {said:?}");
            }
            if words.label.is_empty() || words.help.is_empty() {
                bail!("{FILE}: \"{path}\" has no label or no help");
            }
            known.insert(path);
        }
        match self.0.keys().find(|path| !known.contains(*path)) {
            Some(left) => bail!("{FILE}: \"{left}\" is no field"),
            None => Ok(()),
        }
    }
}

/// The closed list that a field is chosen from, where each of its names has words. States are their own.
pub fn choices(shape: Schema) -> &'static [&'static str] {
    match shape {
        Schema::One(ids) | Schema::Exact(ids) | Schema::Many(ids) if ids != STATES => ids,
        Schema::Opening => OPENING_WORDS,
        _ => &[],
    }
}

/// The fields that a value of this shape has, and what leads from its path to theirs.
pub fn fields_of(shape: Schema) -> Option<(&'static str, &'static [Field])> {
    match shape {
        Schema::Group(fields) | Schema::Tokens(fields) => Some((".", fields)),
        Schema::Payer => Some((".", PAYER_FIELDS)),
        Schema::List(list) => match list.item {
            Schema::Group(fields) => Some(("[].", fields)),
            Schema::Payer => Some(("[].", PAYER_FIELDS)),
            _ => None,
        },
        _ => None,
    }
}

/// Every field of a configuration with its path, a group before its fields.
pub fn every_field() -> Vec<(String, &'static Field)> {
    fn walk(shape: Schema, path: &str, all: &mut Vec<(String, &'static Field)>) {
        let Some((step, fields)) = fields_of(shape) else { return };
        for field in fields {
            let here = if path.is_empty() { field.name.to_owned() } else { format!("{path}{step}{}", field.name) };
            all.push((here.clone(), field));
            walk(field.shape, &here, all);
        }
    }
    let mut all = Vec::new();
    walk(SHAPE, "", &mut all);
    all
}
