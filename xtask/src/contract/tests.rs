//! The contract is what the reader does: schema and reader say the same of every configuration, and the guide has every field.

use std::collections::BTreeSet;

use jsonschema::Validator;
use program_finder::provider::{Config, Json, Problem};
use serde_json::{Value, json};

use super::draws::{Dice, demo, draw, full, places, pool};
use super::words::{Words, every_field, fields_of};
use super::{guide, schema, types};

fn validator() -> Validator {
    let schema = schema::schema(&Words::read().unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

fn data(value: &Value) -> Json {
    crate::json::read(&value.to_string()).unwrap()
}

/// What no schema can say: how fields go together, what a number dials, and what is doubtful and shown all the same.
const BEYOND: &[(&str, &str)] = &[
    ("no way to reach you", ""),
    ("states, and no video", ""),
    ("openings without \"checked\"", ""),
    ("a day before \"checked\"", ""),
    ("times beside slots", ""),
    ("slots of one day that overlap", ""),
    ("\"to\" before \"from\"", ""),
    ("neither \"from\" nor \"to\"", ""),
    ("one of the two beside the track", ""),
    ("nothing that it is asked for", ""),
    ("no way to reach it", ""),
    ("words with markup", ""),
    ("words that went through", ""),
    ("nothing", "a list of substance_use, mental_health"),
    ("", "hours a week for"),
    ("", "or words of your own"),
    ("", "a page that is not your own"),
    ("", "one telephone number with its area code"),
    ("", "a number for text messages"),
];

/// Whether a problem is one of form: a field that is not known or missing, or a value that can't stand there.
fn is_of_form(problem: &Problem, config: &Value) -> bool {
    // What cannot stand for a number at all is of form, too.
    let number =
        problem.allowed.starts_with("one telephone number") || problem.allowed.starts_with("a number for text");
    if number && !could_be_number(value_at(config, &problem.field)) {
        return true;
    }
    if problem.allowed.ends_with("or words of your own") && problem.consequence == "It is left out." {
        return true;
    }
    !BEYOND.iter().any(|(found, allowed)| problem.found.starts_with(found) && problem.allowed.contains(allowed))
}

/// The value at a path such as `programs[0].name`.
fn value_at<'v>(config: &'v Value, path: &str) -> Option<&'v Value> {
    let mut at = config;
    for step in path.split('.') {
        let (name, items) = step.split_once('[').unwrap_or((step, ""));
        at = at.get(name)?;
        for index in items.split(['[', ']']).filter(|part| !part.is_empty()) {
            at = at.get(index.parse::<usize>().ok()?)?;
        }
    }
    Some(at)
}

fn could_be_number(value: Option<&Value>) -> bool {
    match value {
        Some(Value::String(text)) => {
            let (config, _) = Config::read(&data(&json!({ "contact": { "hours": text } })));
            config.contact.hours.is_some()
        }
        Some(Value::Number(number)) => number.as_f64().is_some_and(|number| number >= 1.0 && number % 1.0 == 0.0),
        _ => false,
    }
}

/// Schema and reader on so many configurations. How many of them were right.
fn agree(count: usize, seed: u64) -> usize {
    let (validator, full, pool) = (validator(), full(), pool());
    // One program is all programs, so that every field comes up often.
    let mut full = full;
    if let Some(programs) = full["programs"].as_array_mut() {
        programs.truncate(3);
    }
    let mut all = Vec::new();
    places(&full, "", &mut all);
    let mut dice = Dice(seed);
    let mut right = 0;
    for index in 0..count {
        let config = draw(&mut dice, &full, &all, &pool);
        let (_, problems) = Config::read(&data(&config));
        let named: Vec<String> = problems.iter().filter(|one| is_of_form(one, &config)).map(Problem::message).collect();
        let errors: Vec<String> =
            validator.iter_errors(&config).map(|error| format!("{}: {error:.200}", error.instance_path())).collect();
        assert_eq!(
            named.is_empty(),
            errors.is_empty(),
            "draw {index}\nthe reader: {named:#?}\nthe schema: {errors:#?}"
        );
        right += usize::from(named.is_empty());
    }
    right
}

/// A full run of all checks draws 20,000.
#[test]
fn schema_and_reader_agree_on_configurations_drawn_at_random() {
    let count = std::env::var("PROGRAM_FINDER_DRAWS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let right = agree(count, 15);
    assert!(right > count / 20 && right < count * 9 / 10, "{right} of {count} were right");
}

#[test]
fn every_value_of_the_pool_at_every_kind_of_field_is_judged_alike() {
    let validator = validator();
    let base = json!({ "name": "A", "contact": { "phone": "(555) 555-0100" }, "programs": [] });
    for (path, field) in every_field() {
        if path.contains("[]") || path.matches('.').count() > 2 || fields_of(field.shape).is_some() {
            continue;
        }
        for value in pool() {
            let mut config = base.clone();
            let mut at = &mut config;
            for step in path.split('.') {
                at = &mut at[step];
            }
            *at = value.clone();
            let (_, problems) = Config::read(&data(&config));
            let named: Vec<String> =
                problems.iter().filter(|one| is_of_form(one, &config)).map(Problem::message).collect();
            assert_eq!(named.is_empty(), validator.is_valid(&config), "{path} = {value}: {named:?}");
        }
    }
}

#[test]
fn the_configuration_of_the_demo_and_every_example_are_right() {
    let validator = validator();
    assert!(validator.is_valid(&demo()));
    let errors: Vec<String> = validator.iter_errors(&full()).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_guide_has_every_field_as_the_tables_have_it() {
    let words = Words::read().unwrap();
    let (_, guide) = super::guide().unwrap();
    assert_eq!(guide::filled(&guide, &words).unwrap(), guide, "run `cargo xtask schema`");
    let told: BTreeSet<String> = guide::told(&guide).unwrap().into_iter().collect();
    for (path, _) in every_field() {
        // Small groups are told where they stand; the start of the guide has the large ones.
        let small = ["address.", "ages.", "directory."].iter().any(|group| path.contains(group));
        let heading =
            ["contact", "programs", "partners", "theme", "programs[].schedule.slots"].contains(&path.as_str());
        assert!(small || heading || told.contains(&path), "{path} is in no table of the guide");
    }
}

#[test]
fn types_have_every_field_once_and_end_as_they_begin() {
    let text = types::types(&Words::read().unwrap()).unwrap();
    assert_eq!(text.matches('{').count(), text.matches('}').count());
    for name in ["FinderConfig", "Program", "Schedule", "Payer", "Partner", "Words", "Span", "Some"] {
        assert!(text.contains(name), "{name}");
    }
    for (path, field) in every_field() {
        let name = if field.name.contains('-') { format!("'{}'", field.name) } else { field.name.to_owned() };
        assert!(text.contains(&format!("{name}: ")) || text.contains(&format!("{name}?: ")), "{path}");
    }
}
