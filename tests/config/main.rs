//! Reading a provider's configuration: everything right is used, everything wrong is named, and nothing fails.

#[path = "../support/dice.rs"]
mod dice;
mod docs;
mod effects;
mod fields;
mod filters;
#[path = "../support/json.rs"]
mod json;
mod kinds;
mod matching;
mod phones;
mod program_facts;
mod program_fields;
mod screen;
mod shapes;
mod storm;
mod treats;
mod words;

use json::data;
use program_finder::provider::{Config, Kind, Problem};
use serde_json::{Value, json};

fn read(value: &Value) -> (Config, Vec<Problem>) {
    Config::read(&data(value))
}

fn messages(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::message).collect()
}

/// Reads a configuration that has nothing wrong with it.
fn good(value: &Value) -> Config {
    let (config, problems) = read(value);
    assert_eq!(messages(&problems), Vec::<String>::new());
    config
}

#[test]
fn the_configuration_of_the_demo_page_has_no_problem() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/demo/finder.json");
    let text = std::fs::read_to_string(path).expect("the demo's configuration");
    let config = good(&serde_json::from_str(&text).expect("JSON"));
    // It shows every kind of program.
    for kind in Kind::ALL {
        assert!(config.programs.iter().any(|program| program.kind() == *kind), "no {}", kind.id());
    }
}

/// A configuration with every field in it.
fn full() -> Value {
    json!({
        "$schema": "finder.schema.json",
        "name": { "en": "Cedar Bend Recovery", "es": "Centro Cedar Bend" },
        "contact": {
            "phone": "(555) 555-0100",
            "text": "555-555-0101",
            "email": "hello@cedarbend.example",
            "link": "https://cedarbend.example/contact",
            "address": { "lines": ["12 Elm Street", "Springfield, IL 62701"], "map": "https://maps.example/?q=cedar" },
            "hours": { "en": "Monday to Friday, 8 am to 6 pm", "es": "Lunes a viernes, de 8 a 18" }
        },
        "programs": [
            {
                "name": { "en": "Evening IOP", "es": "IOP de la tarde" },
                "level": "iop",
                "treats": ["substance_use", "mental_health"],
                "schedule": { "slots": [
                    { "day": "mon", "from": "18:00", "to": "21:00" },
                    { "day": "wed", "from": "18:00", "to": "21:00" },
                    { "day": "thu", "from": "18:00", "to": "21:00" }
                ] },
                "setting": ["in_person", "video"],
                "ages": { "from": 18, "to": 64 },
                "tracks": ["dual_diagnosis", "veterans"],
                "services": ["individual", "group", "medication"],
                "approach": ["cbt", "trauma_informed"],
                "languages": ["en", "es"],
                "payers": [
                    "medicaid",
                    { "payer": "private", "plans": ["Cedar Mutual"], "in_network": true },
                    { "en": "Sliding scale", "es": "Tarifa según ingresos" }
                ],
                "accepts": ["methadone", "buprenorphine"],
                "withdrawal_care": true,
                "prescriber": true,
                "transport": false,
                "child_care": true,
                "wheelchair": true,
                "states": ["IL", "WI"],
                "town": { "en": "Springfield", "es": "Springfield" },
                "openings": "now",
                "link": "https://cedarbend.example/evening",
                "address": { "lines": ["14 Elm Street"] },
                "note": "Childcare on request.",
                "checked": "2026-05-31"
            },
            {
                "name": "Counseling",
                "level": "outpatient",
                "treats": "mental_health",
                "schedule": { "days": { "from": 1, "to": 2 }, "hours": 1.5, "times": ["daytime", "weekends"] }
            }
        ],
        "partners": [
            { "name": "Cedar Detox", "for": ["detox"], "phone": "(555) 555-0150", "link": "https://detox.example", "town": "Dixon" }
        ],
        "theme": { "mode": "light", "tokens": { "color-accent": "#0B5B6B", "font-size": "18px", "line-height": 1.6 } },
        "language": "auto",
        "exit": "https://www.weather.gov",
        "directory": { "name": "FindTreatment.gov", "url": "https://findtreatment.gov" },
        "events": false
    })
}

/// The full configuration with one value put in at a JSON pointer, or taken out.
fn with(pointer: &str, value: Value) -> Value {
    let mut config = full();
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
    match config.pointer_mut(parent).expect("a place that exists") {
        Value::Object(fields) => {
            fields.insert(last.to_owned(), value);
        }
        Value::Array(items) => items[last.parse::<usize>().expect("a number")] = value,
        other => panic!("{parent} holds {other}"),
    }
    config
}
