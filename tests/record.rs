//! The records that go with the rules: each version with what it changed, the crisis lines with the day on which
//! they were checked, and what each question is for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use program_finder::content::changes::CHANGES;
use program_finder::content::crisis::{CRISIS_LINES, day_number};
use program_finder::content::inputs::INPUTS;
use program_finder::content::{CHANGED, CHECKED, QUESTIONNAIRE, VERSION, changed, record};
use program_finder::engine::{OptionSet, Rule};

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The tables of a version, as they were recorded.
fn recorded(version: &str) -> String {
    fs::read_to_string(file(&format!("docs/rules/{version}.txt"))).unwrap_or_else(|error| {
        panic!("docs/rules/{version}.txt: {error}. `cargo xtask protocol --record` writes it for the current version.")
    })
}

#[test]
fn a_changed_rule_is_a_new_version() {
    let (before, now) = (recorded(VERSION), record(&QUESTIONNAIRE));
    assert!(
        before == now,
        "The questions or rules are not those of version {VERSION} any more:\n    {}\n\
         1. Raise VERSION in src/content/mod.rs.\n\
         2. Add an entry to src/content/changes.rs that says which outcomes move because of each of these.\n\
         3. Run `cargo xtask protocol --record`.\n\
         (If version {VERSION} was never given to anybody, delete docs/rules/{VERSION}.txt and only do the third.)",
        changed(&before, &now).join("\n    ")
    );
}

#[test]
fn every_version_says_which_outcomes_it_moves() {
    assert_eq!(CHANGES.first().map(|newest| newest.version), Some(VERSION), "the newest entry of the change log");
    for (index, change) in CHANGES.iter().enumerate() {
        let version = change.version;
        assert!(day_number(change.date).is_some(), "{version}: {} is no day", change.date);
        assert!(is_sentence(change.what), "{version}: what changed is not said in a sentence");
        let named: Vec<&str> = change.moves.iter().flat_map(|(what, _)| what.iter().copied()).collect();
        let Some(before) = CHANGES.get(index + 1) else {
            assert!(named.is_empty(), "{version} is the first version, before which no outcome was");
            continue;
        };
        assert!(numbers(version) > numbers(before.version), "{version} comes after {}", before.version);
        assert!(day_number(change.date) >= day_number(before.date), "{version} is older than {}", before.version);
        let differ = changed(&recorded(before.version), &recorded(version));
        assert!(!differ.is_empty(), "{version} and {} have the same rules", before.version);
        let once: BTreeSet<&str> = named.iter().copied().collect();
        assert_eq!(once, differ.iter().map(String::as_str).collect(), "{version}: what `moves` is about");
        assert_eq!(once.len(), named.len(), "{version}: `moves` speaks twice of one");
        for (what, outcomes) in change.moves {
            assert!(is_sentence(outcomes), "{version}: {what:?}: which outcomes move is not said in a sentence");
        }
    }
    let known: BTreeSet<String> = CHANGES.iter().map(|change| format!("{}.txt", change.version)).collect();
    for entry in fs::read_dir(file("docs/rules")).expect("docs/rules can be listed") {
        let name = entry.expect("docs/rules can be listed").file_name().to_string_lossy().into_owned();
        assert!(
            known.contains(&name),
            "docs/rules/{name} is the record of a version that the change log does not have"
        );
    }
}

fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && text.contains(' ')
}

/// The three numbers of a version.
fn numbers(version: &str) -> [u32; 3] {
    let numbers: Vec<u32> = version.split('.').filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().unwrap_or_else(|_| panic!("{version} is not three numbers"))
}

#[test]
fn a_questionnaire_is_not_the_same_with_another_version() {
    let other = "version 9.9.9\nat most 15 questions\n\nrule a\n  floor iop\n";
    assert_eq!(changed(other, "version 9.9.9\nat most 15 questions\n\nrule a\n  floor php\n"), ["rule a"]);
    assert_eq!(changed(other, "version 9.9.9\nat most 9 questions\n"), ["at most", "rule a"]);
    assert_eq!(changed(other, &other.replace("9.9.9", "9.9.10")), Vec::<String>::new());
}

fn reading(options: OptionSet) -> impl Iterator<Item = &'static Rule<'static>> {
    QUESTIONNAIRE.rules.iter().filter(move |rule| rule.when.iter().any(|clause| clause.options.intersects(options)))
}

#[test]
fn every_question_has_a_purpose() {
    let asked: Vec<&str> = QUESTIONNAIRE.questions.iter().map(|question| question.id).collect();
    let listed: Vec<&str> = INPUTS.iter().map(|input| input.question).collect();
    assert_eq!(listed, asked);
    for input in INPUTS {
        assert!(is_sentence(input.purpose), "{}: its purpose is not a sentence", input.question);
    }
}

#[test]
fn a_protected_trait_sets_no_level() {
    let mut traits = 0;
    for input in INPUTS {
        let Some(protected) = input.protected else { continue };
        traits += 1;
        assert!(is_sentence(protected.why), "{}: no reason", protected.name);
        let question = QUESTIONNAIRE.question(input.question).expect("every input is a question");
        for id in protected.levels {
            let reads = reading(question.all()).any(|rule| rule.id == *id && rule.effect.floor.is_some());
            assert!(reads, "{id} is said to read {} and to set a level, and does not", protected.name);
        }
        for id in protected.options {
            let option = question.option(id).unwrap_or_else(|| panic!("{} has no option {id}", input.question));
            for rule in reading(option).filter(|rule| !protected.levels.contains(&rule.id)) {
                assert_eq!(rule.effect.floor, None, "{} reads {id} and sets a level", rule.id);
            }
        }
    }
    assert_eq!(traits, 2, "age and pregnancy are the two protected traits that the rules may read");
}

#[test]
fn pregnancy_by_itself_changes_no_level_and_brings_no_first_step() {
    let body = QUESTIONNAIRE.question("body").expect("there is a question about physical health");
    let pregnant = body.option("pregnant").expect("it has an option for pregnancy");
    for rule in reading(pregnant).filter(|rule| rule.effect.floor.is_some() || rule.effect.step.is_some()) {
        assert!(rule.when.iter().any(|clause| !clause.options.intersects(pregnant)), "{} fires on it alone", rule.id);
    }
}

#[test]
fn the_days_that_visitors_are_told_are_those_of_the_tables() {
    let newest = CHANGES.first().expect("a first version");
    assert_eq!((newest.version, newest.date), (VERSION, CHANGED));
    assert_eq!(CRISIS_LINES.iter().map(|line| line.checked).min(), Some(CHECKED));
}
