//! What `docs/configuration.md` says is true: its examples are read without a problem, and it leaves no name out.

use program_finder::provider::{
    Approach, Care, Day, Feature, Group, Kind, Medicine, Mode, PageLanguage, Payment, Program, Referral, Service,
    Setting, SpokenLanguage, Time, Tokens, Track, Treats,
};
use serde_json::{Value, json};

use super::{full, good, messages, read, with};

const GUIDE: &str = include_str!("../../docs/configuration.md");

/// The JSON examples, with the heading that each stands under.
fn examples() -> Vec<(&'static str, Value)> {
    let mut heading = "";
    let mut found = Vec::new();
    let mut lines = GUIDE.lines();
    while let Some(line) = lines.next() {
        if let Some(text) = line.strip_prefix("## ").or(line.strip_prefix("### ")) {
            heading = text;
        } else if line == "```json" {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((heading, serde_json::from_str(&text.join("\n")).expect(heading)));
        }
    }
    found
}

fn program(value: &Value) -> Program {
    let mut config = full();
    config["programs"] = json!([value]);
    good(&config).programs.remove(0)
}

#[test]
fn every_example_is_right_and_is_the_kind_that_it_is_said_to_be() {
    let examples = examples();
    let (small, programs) = examples.split_first().unwrap();
    assert_eq!(good(&small.1).programs.len(), 1);
    assert_eq!(programs.len(), Kind::ALL.len());
    for ((heading, value), kind) in programs.iter().zip(Kind::ALL) {
        assert_eq!(program(value).kind(), *kind, "{heading}");
    }
}

#[test]
fn the_line_of_the_console_is_the_one_shown() {
    let mut config = full();
    let iop = config["programs"][0].clone();
    config["programs"] = json!([iop, iop, iop]);
    config["programs"][2]["schedule"]["slots"][0]["day"] = json!("funday");
    let line = format!("program-finder: {}", messages(&read(&config).1)[0]);
    assert!(GUIDE.lines().any(|other| other == line), "{line}");
}

#[test]
fn every_name_that_can_be_written_is_in_the_guide() {
    let mut names: Vec<&str> = Tokens::all().iter().map(|(name, _)| *name).collect();
    for ids in [
        Approach::IDS,
        Care::IDS,
        Day::IDS,
        Feature::IDS,
        Medicine::IDS,
        Mode::IDS,
        PageLanguage::IDS,
        Payment::IDS,
        Referral::IDS,
        Service::IDS,
        Setting::IDS,
        SpokenLanguage::IDS,
        Time::IDS,
        Track::IDS,
        Treats::IDS,
    ] {
        names.extend(ids);
    }
    // The fields are those that the reader itself names, in the messages on what is wrong with a group.
    for pointer in [
        "",
        "/contact",
        "/contact/address",
        "/programs/0",
        "/programs/0/schedule",
        "/theme",
        "/directory",
        "/partners/0",
    ] {
        let broken = if pointer.is_empty() { json!(1) } else { with(pointer, json!(1)) };
        let (_, problems) = read(&broken);
        let fields = problems[0].allowed.strip_prefix("a group of the fields ").unwrap().to_owned();
        for field in fields.split(", ") {
            assert!(GUIDE.contains(&format!("`{field}`")) || GUIDE.contains(&format!("\"{field}\":")), "{field}");
        }
    }
    for name in names {
        assert!(GUIDE.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn every_name_has_words_in_the_catalog() {
    let catalog: Value = serde_json::from_str(include_str!("../../www/text/en.json")).unwrap();
    let mut keys = Vec::new();
    let mut of = |group: &str, ids: &[&str]| keys.extend(ids.iter().map(|id| format!("{group}.{id}")));
    of("kind", Kind::IDS);
    of("track", Track::IDS);
    of("service", Service::IDS);
    of("approach", Approach::IDS);
    of("setting", Setting::IDS);
    of("language", SpokenLanguage::IDS);
    of("program.has", Feature::IDS);
    of("program.medicine", Medicine::IDS);
    of("program.payer", Payment::IDS);
    of("program.partners", Referral::IDS);
    of("program.treats", Treats::IDS);
    of("filter", Group::IDS);
    let months: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    of("program.month", &months.iter().map(String::as_str).collect::<Vec<_>>());
    of("day", Day::IDS);
    of("time", Time::IDS);
    keys.extend(Kind::IDS.iter().map(|id| format!("kind.{id}.who")));
    keys.extend(program_finder::provider::MatchReason::ALL.iter().map(|fit| fit.key()));
    keys.extend(program_finder::provider::Mismatch::ALL.iter().map(|mismatch| mismatch.key()));
    for key in keys {
        assert!(catalog.get(&key).is_some(), "{key}");
    }
}
