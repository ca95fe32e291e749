//! The cases in `tests/cases`: people as a clinician would describe them, and what they should be told.
//!
//! What is expected is worked out by hand from the printed rules, never copied from what the program says.
//! Each file names what its people answer unless a case says otherwise; questions that are not asked are not
//! answered.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::decision::Outcome;
use program_finder::engine::{AddOn, Certainty, Level, Step};
use serde::Deserialize;
use support::{Said, visit};

/// One file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What everybody in it answers unless their case says otherwise.
    otherwise: BTreeMap<String, Chosen>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// One sentence that a clinician can agree or disagree with.
    name: String,
    answers: BTreeMap<String, Chosen>,
    expect: Expect,
}

/// What the person should be told. All of it is compared, except that `rules` may leave some out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    /// A level, or `none` where no level is suggested at all.
    level: String,
    /// The least and the most intensive level that the unknown answers leave open, where they differ.
    range: Option<[String; 2]>,
    /// Left out where no level is suggested.
    certainty: Option<String>,
    first_steps: Vec<String>,
    add_ons: Vec<String>,
    /// Rules that fire, the telling ones.
    rules: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Chosen {
    One(String),
    Several(Vec<String>),
}

fn said(answers: &BTreeMap<String, Chosen>) -> Said {
    let options = |chosen: &Chosen| match chosen {
        Chosen::One(option) => vec![option.clone()],
        Chosen::Several(options) => options.clone(),
    };
    answers.iter().map(|(question, chosen)| (question.clone(), options(chosen))).collect()
}

/// Every file of cases by name, in order.
fn files() -> Vec<(String, File)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<(String, File)> = fs::read_dir(folder)
        .expect("tests/cases can be listed")
        .map(|entry| entry.expect("tests/cases can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
            let file = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, file)
        })
        .collect();
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    files
}

/// The outcome of a case and of the voice that it is told in, or why it cannot be worked out.
fn outcome(file: &File, case: &Case) -> Result<(Outcome, Audience), Vec<String>> {
    let facts = visit(&said(&case.answers), &said(&file.otherwise))?;
    Ok((Outcome::of(&QUESTIONNAIRE, facts.answers), Audience::of(facts.answers)))
}

fn ids<T: Copy>(items: impl IntoIterator<Item = T>, id: fn(T) -> &'static str) -> Vec<&'static str> {
    items.into_iter().map(id).collect()
}

/// In how many ways the outcome is not what was expected.
fn differences(expect: &Expect, outcome: &Outcome) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, expected: String, found: String| {
        if expected != found {
            differences.push(format!("{what}: {expected} was expected, {found} came out"));
        }
    };
    let level = outcome.level.map_or("none", Level::id);
    compare("level", expect.level.clone(), level.to_owned());
    let range = outcome.range.map(|range| [range.low.id(), range.high.id()].join(" to "));
    let expected = expect.range.as_ref().map_or_else(|| [&*expect.level; 2].join(" to "), |range| range.join(" to "));
    compare("range", expected, range.unwrap_or_else(|| "none to none".to_owned()));
    let certainty = outcome.certainty.map(Certainty::id).unwrap_or_default();
    compare("certainty", expect.certainty.clone().unwrap_or_default(), certainty.to_owned());
    compare("first steps", expect.first_steps.join(", "), ids(outcome.first_steps.clone(), Step::id).join(", "));
    compare("add-ons", expect.add_ons.join(", "), ids(outcome.add_ons.iter(), AddOn::id).join(", "));
    let fired: Vec<&str> = outcome.fired.iter().map(|fired| &*fired.rule).collect();
    for rule in expect.rules.iter().filter(|rule| !fired.contains(&&***rule)) {
        compare("rules", format!("`{rule}`"), fired.join(", "));
    }
    differences
}

#[test]
fn everybody_is_told_what_they_should_be() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, file) in files() {
        for case in &file.case {
            count += 1;
            let differences = match outcome(&file, case) {
                Ok((outcome, _)) => differences(&case.expect, &outcome),
                Err(faults) => faults,
            };
            wrong.extend(differences.iter().map(|difference| format!("{name}: {}\n    {difference}", case.name)));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cases are told something else:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 130, "only {count} cases");
}

#[test]
fn every_case_has_a_name_of_its_own_that_is_a_sentence() {
    let mut names = BTreeSet::new();
    for (file, cases) in files() {
        for case in cases.case {
            assert!(case.name.ends_with('.') && case.name.contains(' '), "{file}: {}: not a sentence", case.name);
            assert!(names.insert(case.name.clone()), "{file}: {}: named twice", case.name);
        }
    }
}

#[test]
fn the_cases_cover_all_that_can_come_out() {
    let mut expected: BTreeSet<String> = BTreeSet::new();
    for (_, file) in files() {
        for case in &file.case {
            let expect = &case.expect;
            expected.insert(format!("level {}", expect.level));
            expected.extend(expect.certainty.iter().map(|certainty| format!("certainty {certainty}")));
            expected.extend(expect.first_steps.iter().map(|step| format!("first step {step}")));
            expected.extend(expect.add_ons.iter().map(|add| format!("add-on {add}")));
            expected.extend(expect.rules.iter().map(|rule| format!("rule {rule}")));
            if let Ok((_, audience)) = outcome(&file, case) {
                expected.insert(format!("voice {}", audience.id()));
            }
        }
    }
    let levels = ids(Level::ALL, Level::id).into_iter().chain(["none"]).map(|id| format!("level {id}"));
    let certainties = Certainty::ALL.map(Certainty::id).into_iter().map(|id| format!("certainty {id}"));
    let steps = Step::ALL.into_iter().map(|step| format!("first step {}", step.id()));
    let adds = AddOn::ALL.into_iter().map(|add| format!("add-on {}", add.id()));
    let voices = Audience::ALL.into_iter().map(|audience| format!("voice {}", audience.id()));
    let rules = QUESTIONNAIRE.rules.iter().map(|rule| format!("rule {}", rule.id));
    let wanted = levels.chain(certainties).chain(steps).chain(adds).chain(voices).chain(rules);
    let missing: Vec<String> = wanted.filter(|wanted| !expected.contains(wanted)).collect();
    assert!(missing.is_empty(), "no case expects:\n    {}", missing.join("\n    "));
}
