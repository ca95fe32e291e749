//! Whatever is written, reading ends, names what is wrong, and leaves the rest as it was.

use program_finder::provider::{Config, Json, MatchQuery, matches};
use serde_json::{Value, json};

use super::{data, full, read};

/// Every place of a value, as JSON pointers.
fn indices(value: &Value, here: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let index = format!("{here}/{name}");
                all.push(index.clone());
                indices(value, &index, all);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                let index = format!("{here}/{at}");
                all.push(index.clone());
                indices(value, &index, all);
            }
        }
        _ => {}
    }
}

/// `programs[0].schedule` of `/programs/0/schedule`.
fn path(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        match step.parse::<usize>() {
            Ok(index) => path += &format!("[{index}]"),
            Err(_) if path.is_empty() => path += step,
            Err(_) => path += &format!(".{step}"),
        }
    }
    path
}

#[test]
fn a_wrong_value_anywhere_is_named_there_or_within_and_nowhere_else() {
    let mut all = Vec::new();
    indices(&full(), "", &mut all);
    assert!(all.len() > 70);
    let deep = (0..50).fold(json!(1), |inner, _| json!([{ "name": inner }]));
    let wrong = [json!(-7), json!(1e308), json!("\u{202e}💥"), json!([[]]), json!({ "💥": 1 }), json!(true), deep];
    let right = read(&full()).0;
    for pointer in all.iter().filter(|pointer| *pointer != "/$schema") {
        for value in &wrong {
            let mut config = full();
            *config.pointer_mut(pointer).unwrap() = value.clone();
            let (config, problems) = read(&config);
            let yes_no = full().pointer(pointer).is_some_and(Value::is_boolean);
            let fits = yes_no && *value == json!(true) || value.is_string() && is_text(pointer);
            assert_eq!(problems.is_empty(), fits, "{pointer} = {value}");
            for problem in &problems {
                assert!(problem.field.starts_with(&path(pointer)), "{pointer} = {value}: {}", problem.message());
                assert!(!problem.found.is_empty() && !problem.allowed.is_empty() && problem.found.len() < 300);
            }
            // What has nothing to do with it is as it was.
            for (index, program) in right.programs.iter().enumerate() {
                if !pointer.starts_with(&format!("/programs/{index}")) && pointer != "/programs" {
                    assert!(config.programs.contains(program), "{pointer}");
                }
            }
            if !pointer.starts_with("/contact") {
                assert_eq!(config.contact, right.contact);
            }
        }
    }
}

/// Whether any text will do there.
fn is_text(pointer: &str) -> bool {
    let last = pointer.rsplit('/').next().unwrap_or_default();
    ["name", "note", "hours", "town"].contains(&last) && !pointer.contains("schedule")
        || ["en", "es"].contains(&last)
        || pointer.contains("/payers/") && !["payer", "in_network"].contains(&last)
        || pointer.ends_with("/payers")
        || pointer.contains("/lines")
}

/// A small generator of numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
    fn value(&mut self, depth: usize, words: &[String]) -> Json {
        match self.roll(if depth == 0 { 4 } else { 7 }) {
            0 => Json::Null,
            1 => Json::Bool(self.roll(2) == 0),
            2 => Json::Number([0.0, 1.0, 9.0, 18.0, -1.0, 0.3, 1e300, f64::NAN, f64::INFINITY][self.roll(9)]),
            3 => Json::Text(words[self.roll(words.len())].clone()),
            4 => Json::List((0..self.roll(5)).map(|_| self.value(depth - 1, words)).collect()),
            _ => {
                let fields =
                    (0..self.roll(7)).map(|_| (words[self.roll(words.len())].clone(), self.value(depth - 1, words)));
                Json::Record(fields.collect())
            }
        }
    }
}

#[test]
fn reading_never_fails_and_always_says_the_same() {
    let mut words: Vec<String> = [
        "",
        " ",
        "\0",
        "é",
        "https://a.example",
        "5555550100",
        "18:00",
        "09:00",
        "mon",
        "iop",
        "#fff",
        "2026-01-01",
        "💥",
    ]
    .map(String::from)
    .into();
    let mut all = Vec::new();
    indices(&full(), "", &mut all);
    words.extend(all.iter().filter_map(|pointer| pointer.rsplit('/').next()).map(str::to_owned));
    words.push("x".repeat(5000));
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut named = 0;
    for _ in 0..5_000 {
        let value = dice.value(6, &words);
        let (config, problems) = Config::read(&value);
        assert_eq!((config.clone(), problems.clone()), Config::read(&value));
        named += problems.len();
        let wanted = MatchQuery::of(
            program_finder::engine::OptionSet::NONE,
            program_finder::provider::EnumSet::NONE,
            &program_finder::engine::Level::ALL,
        );
        matches(&config, &wanted);
        for problem in problems {
            assert!(problem.message().len() < 1000);
        }
    }
    assert!(named > 5_000);
}

#[test]
fn very_long_lists_are_cut_and_said_so() {
    let mut config = full();
    let program = config["programs"][1].clone();
    config["programs"] = json!(vec![program; 200]);
    let (config, problems) = read(&config);
    assert_eq!(config.programs.len(), 60);
    assert_eq!(
        problems[0].message(),
        "programs: found 200 items, expected at most 60. The items after that are left out."
    );
    assert_eq!(problems.len(), 1);
}

#[test]
fn deep_nesting_is_no_trouble() {
    let mut deep = Json::Null;
    for _ in 0..500 {
        deep = Json::Record(vec![("name".to_owned(), deep)]);
    }
    assert!(!Config::read(&deep).1.is_empty());
    assert_eq!(Config::read(&data(&json!(null))).0, Config::default());
}
