//! The shipped questionnaire, its sources, and the words of every language.

mod catalog;
mod crisis;
mod grade;
#[path = "../support/json.rs"]
mod json;
mod keys;
mod paper;
mod plain;
mod screens;
mod steps;
mod whole;
#[path = "../support/words.rs"]
mod words;

use std::collections::BTreeSet;

use program_finder::content::{QUESTIONNAIRE, SOURCES, VERSION};
use program_finder::engine::{Fault, check};

#[test]
fn the_questionnaire_is_sound() {
    let faults: Vec<String> = check(&QUESTIONNAIRE).iter().map(Fault::message).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(QUESTIONNAIRE.version, VERSION);
}

#[test]
fn every_source_that_is_cited_exists_and_every_source_is_cited() {
    let cited: BTreeSet<&str> = QUESTIONNAIRE.rules.iter().flat_map(|rule| rule.sources).copied().collect();
    let listed: BTreeSet<&str> = SOURCES.iter().map(|source| source.id).collect();
    assert_eq!(listed.len(), SOURCES.len(), "a source is listed twice");
    let unlisted: Vec<_> = cited.difference(&listed).collect();
    assert!(unlisted.is_empty(), "rules cite {unlisted:?}: add them to sources.rs");
    let idle: Vec<_> = listed.difference(&cited).collect();
    assert!(idle.is_empty(), "no rule cites {idle:?}: cite them where they apply, or take them out of sources.rs");
    for source in SOURCES {
        assert!(
            !source.title.trim().is_empty() && !source.place.trim().is_empty(),
            "{}: say what and where",
            source.id
        );
    }
    for rule in QUESTIONNAIRE.rules {
        let distinct: BTreeSet<_> = rule.sources.iter().collect();
        assert_eq!(distinct.len(), rule.sources.len(), "rule `{}` cites a source twice", rule.id);
    }
}
