//! The published types (src/api/types.d.ts) say of the decision just what is written: every field, and no other, with
//! every name that a field can have.

use std::collections::{BTreeMap, BTreeSet};

use program_finder::content::{Audience, Danger};
use program_finder::decision::{Decision, State};
use program_finder::engine::{AddOn, Certainty, Level, Step};
use program_finder::provider::{EnumSet, When};
use serde_json::Value;

use crate::sets::{all, configs};

/// What the file declares, by name.
#[derive(Default)]
struct Types {
    /// The fields of an interface with their types.
    interfaces: BTreeMap<String, BTreeMap<String, String>>,
    /// The names of a closed list.
    lists: BTreeMap<String, BTreeSet<String>>,
}

impl Types {
    /// Reads the part of TypeScript that the file is written in.
    fn read(text: &str) -> Types {
        let mut types = Types::default();
        // Comments of a line each.
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("/**")).collect::<Vec<_>>().join("\n");
        for declaration in code.split("export ").skip(1) {
            if let Some(rest) = declaration.strip_prefix("interface ") {
                let (name, fields) = rest.split_once(" {").expect("an interface has fields");
                let fields = fields.split_once('}').expect("an interface ends").0;
                let fields = fields.split(';').filter_map(|field| field.split_once(':'));
                let fields = fields.map(|(name, of)| (name.trim().to_owned(), of.trim().to_owned()));
                types.interfaces.insert(name.to_owned(), fields.collect());
            } else if let Some((name, of)) = declaration.strip_prefix("type ").and_then(|rest| rest.split_once('=')) {
                let names = of.split('\'').skip(1).step_by(2).map(str::to_owned);
                types.lists.insert(name.trim().to_owned(), names.collect());
            }
        }
        types
    }

    /// What is wrong with a value that should be of this type.
    fn fault(&self, value: &Value, of: &str, at: &str) -> Option<String> {
        if let Some(of) = of.strip_suffix(" | null") {
            return if value.is_null() { None } else { self.fault(value, of, at) };
        }
        if let Some(of) = of.strip_suffix("[]") {
            let Some(items) = value.as_array() else { return Some(format!("{at} is no list: {value}")) };
            return items.iter().find_map(|item| self.fault(item, of, at));
        }
        let right = match of {
            "string" => value.is_string(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            _ => {
                if let Some(fields) = self.interfaces.get(of) {
                    return Self::fields(fields, value, at).or_else(|| {
                        fields.iter().find_map(|(name, of)| self.fault(&value[name], of, &format!("{at}.{name}")))
                    });
                }
                let names = self.lists.get(of).cloned();
                let names = names.unwrap_or_else(|| of.split('\'').skip(1).step_by(2).map(str::to_owned).collect());
                value.as_str().is_some_and(|value| names.contains(value))
            }
        };
        (!right).then(|| format!("{at} is no {of}: {value}"))
    }

    fn fields(fields: &BTreeMap<String, String>, value: &Value, at: &str) -> Option<String> {
        let Some(written) = value.as_object() else { return Some(format!("{at} is no object: {value}")) };
        let (wanted, written): (BTreeSet<&String>, BTreeSet<&String>) =
            (fields.keys().collect(), written.keys().collect());
        (wanted != written).then(|| format!("{at} is declared with {wanted:?}, and written with {written:?}"))
    }
}

const TYPES: &str = include_str!("../../src/api/types.d.ts");

#[test]
fn every_decision_is_of_the_published_type() {
    let types = Types::read(TYPES);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for config in &configs() {
        for answers in all() {
            let decision = serde_json::to_value(Decision::of(answers, EnumSet::NONE, config)).unwrap();
            if let Some(fault) = types.fault(&decision, "Decision", "decision") {
                panic!("src/api/types.d.ts: {fault}");
            }
            for (part, lists) in [
                ("suggestion", &["reasons", "changes", "dangers"][..]),
                ("programs", &["fitting", "nearest", "aftercare"]),
            ] {
                seen.extend(lists.iter().copied().filter(|list| !decision[part][*list].as_array().unwrap().is_empty()));
            }
        }
    }
    assert_eq!(seen.len(), 6, "every list had something in it: {seen:?}");
}

#[test]
fn every_closed_list_has_just_the_names_that_there_are() {
    let types = Types::read(TYPES);
    let lists: [(&str, Vec<&str>); 8] = [
        ("Level", Level::ALL.map(Level::id).to_vec()),
        ("FirstStepName", Step::ALL.map(Step::id).to_vec()),
        ("AddOn", AddOn::ALL.map(AddOn::id).to_vec()),
        ("Certainty", Certainty::ALL.map(Certainty::id).to_vec()),
        ("Audience", Audience::ALL.map(Audience::id).to_vec()),
        ("DangerName", Danger::ALL.map(Danger::id).to_vec()),
        ("State", State::every().into_iter().map(State::id).collect()),
        ("Availability", When::IDS.to_vec()),
    ];
    for (name, wanted) in lists {
        assert_eq!(types.lists[name], wanted.into_iter().map(str::to_owned).collect(), "{name}");
    }
}

#[test]
fn a_wrong_type_is_told() {
    let types =
        Types::read("export interface A {\n  /** x */\n  b: B[];\n  c: string | null;\n}\nexport type B = 'x' | 'y';");
    let fault = |value: &str| types.fault(&serde_json::from_str(value).unwrap(), "A", "a").unwrap_or_default();
    assert_eq!(fault(r#"{ "b": ["x"], "c": null }"#), "");
    for (value, named) in [
        (r#"{ "b": ["x"] }"#, "declared with"),
        (r#"{ "b": [], "c": null, "d": 1 }"#, "written with"),
        (r#"{ "b": ["z"], "c": "" }"#, "a.b is no B"),
        (r#"{ "b": "x", "c": "" }"#, "no list"),
        (r#"{ "b": [], "c": 1 }"#, "a.c is no string"),
        ("[]", "no object"),
    ] {
        assert!(fault(value).contains(named), "{value}: {}", fault(value));
    }
}
