//! What is decided beyond the rules, written a second time over what the rules say by public names.

use program_finder::content::{Age, Audience, DANGERS, Danger, QUESTIONNAIRE};
use program_finder::decision::{Decision, Report, State};
use program_finder::engine::{Answers, Level, OptionSet, Step, replay};
use program_finder::provider::{Config, EnumSet, When};
use serde_json::{Value, json};

use crate::sets::{all, configs};

const LEVELS: [&str; 4] = ["outpatient", "iop", "php", "day_and_night"];

fn report(answers: Answers, config: &Config) -> Value {
    serde_json::to_value(Decision::of(answers, EnumSet::NONE, config)).unwrap()
}

/// The state and the levels suggested, from the outcome.
fn state(outcome: &Value) -> (&'static str, Vec<Value>) {
    let (range, level) = (&outcome["range"], &outcome["level"]);
    if level.is_null() {
        return ("child", vec![]);
    }
    match outcome["certainty"].as_str().unwrap() {
        "not_enough" => ("not_enough", vec![]),
        "two" => ("two_levels", vec![range["low"].clone(), range["high"].clone()]),
        "at_least" => ("at_least", vec![range["low"].clone()]),
        "one" => ("one_level", vec![level.clone()]),
        other => panic!("{other} is no certainty"),
    }
}

fn told(fired: &Value) -> Value {
    json!({ "rule": fired["rule"], "because": fired["because"] })
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

#[test]
fn the_suggestion_is_what_the_policy_makes_of_the_outcome() {
    let mut states = std::collections::BTreeSet::new();
    for answers in all() {
        for config in &configs() {
            let report = report(answers, config);
            let (outcome, suggestion, programs) = (&report["outcome"], &report["suggestion"], &report["programs"]);
            let (state, levels) = state(outcome);
            states.insert((state, levels.len()));
            assert_eq!((suggestion["state"].as_str(), list(&suggestion["levels"])), (Some(state), &levels));
            let steps = list(&outcome["first_steps"]);
            let first = ["medical", "check"].into_iter().find(|step| steps.contains(&json!(step)));
            let fired = list(&outcome["fired"]);
            let reasons = |field: &str, value: &Value| -> Vec<Value> {
                fired.iter().filter(|rule| &rule[field] == value).map(told).collect()
            };
            match first {
                None => assert!(suggestion["first_step"].is_null()),
                Some(step) => {
                    // Which words it is told in is the business of src/decision/wording.rs.
                    let words = &suggestion["first_step"]["words"];
                    let wanted = json!({ "step": step, "words": words, "reasons": reasons("step", &json!(step)) });
                    assert_eq!(suggestion["first_step"], wanted);
                    assert!(!list(words).is_empty(), "a first step says where to go");
                    assert!(!list(&suggestion["first_step"]["reasons"]).is_empty(), "a first step says why");
                }
            }
            let level = &outcome["level"];
            let mut wanted = if level.is_null() { vec![] } else { reasons("floor", level) };
            // The most specific first: the rule that reads the most answers.
            let clauses = |reason: &Value| {
                let rule = QUESTIONNAIRE.rules.iter().find(|rule| reason["rule"] == json!(rule.id));
                rule.map(|rule| rule.when.len())
            };
            wanted.sort_by_key(|reason| std::cmp::Reverse(clauses(reason)));
            assert_eq!(list(&suggestion["reasons"]), &wanted);
            let held = if state == "not_enough" { json!([]) } else { outcome["held_down_by"].clone() };
            assert_eq!(suggestion["held_down_by"], held);
            // Nothing is said of what another answer about safety, substances or the body would change.
            let changing = ["use", "heavy", "longest", "led_to", "mind", "home", "recent", "after"];
            let is_told = |change: &&Value| changing.iter().any(|question| change["question"] == json!(question));
            let changes: Vec<&Value> = list(&outcome["would_change"]).iter().filter(is_told).collect();
            assert_eq!(list(&suggestion["changes"]).iter().collect::<Vec<_>>(), changes);
            let today = ["safety_plan", "domestic_violence", "naloxone"];
            let (now, later): (Vec<_>, Vec<_>) =
                list(&outcome["add_ons"]).iter().partition(|add| today.iter().any(|name| add == name));
            assert_eq!(list(&suggestion["today"]).iter().collect::<Vec<_>>(), now);
            assert_eq!(list(&suggestion["later"]).iter().collect::<Vec<_>>(), later);
            // Each program once; in which order is the business of tests/config/matching.rs.
            let mut programs: Vec<&Value> = ["fitting", "other", "aftercare"]
                .iter()
                .flat_map(|group| list(&programs[group]))
                .chain(list(&programs["nearest"]).iter().map(|near| &near["program"]))
                .map(|program| &program["program"])
                .collect();
            let mut order: Vec<&Value> = list(&suggestion["program_order"]).iter().collect();
            programs.sort_by_key(|index| index.as_u64());
            order.sort_by_key(|index| index.as_u64());
            assert_eq!(order, programs);
            assert!(State::every().contains(&Decision::of(answers, EnumSet::NONE, config).state));
            let emergency = steps.contains(&json!("emergency"));
            assert_eq!(suggestion["asks_when"], json!(!emergency && !order.is_empty()));
            assert_eq!(emergency, !list(&suggestion["dangers"]).is_empty(), "a danger is an emergency");
        }
    }
    let wanted = [("at_least", 1), ("child", 0), ("not_enough", 0), ("one_level", 1), ("two_levels", 2)];
    assert_eq!(states.into_iter().collect::<Vec<_>>(), wanted, "every state came up");
}

#[test]
fn the_same_answers_give_the_same_bytes_and_rest_on_their_replay() {
    for answers in all() {
        let config = &configs()[1];
        let decision = Decision::of(answers, EnumSet::NONE, config);
        let bytes = serde_json::to_vec(&decision).unwrap();
        assert_eq!(bytes, serde_json::to_vec(&Decision::of(answers, EnumSet::NONE, config)).unwrap());
        assert_eq!(bytes, serde_json::to_vec(&Report::from(&decision)).unwrap(), "one shape, however it is written");
        assert_eq!(decision.evaluation.facts, replay(&QUESTIONNAIRE, answers));
        // What is not asked has no effect, here as in the engine.
        let known = decision.evaluation.facts.answers;
        assert_eq!(bytes, serde_json::to_vec(&Decision::of(known, EnumSet::NONE, config)).unwrap());
    }
}

#[test]
fn when_somebody_can_come_sorts_programs_and_decides_nothing_else() {
    let config = &configs()[1];
    let mut sorted = 0;
    for answers in all() {
        let before = report(answers, config);
        for when in When::ALL {
            let mut after = serde_json::to_value(Decision::of(answers, EnumSet::of(&[*when]), config)).unwrap();
            let order = |report: &Value| -> Vec<u64> {
                list(&report["suggestion"]["program_order"]).iter().filter_map(Value::as_u64).collect()
            };
            let (mut was, mut is) = (order(&before), order(&after));
            sorted += usize::from(was != is);
            was.sort_unstable();
            is.sort_unstable();
            assert_eq!(was, is, "the same programs");
            after["suggestion"]["program_order"] = before["suggestion"]["program_order"].clone();
            assert_eq!((&after["outcome"], &after["suggestion"]), (&before["outcome"], &before["suggestion"]));
        }
    }
    assert!(sorted > 50, "some are sorted anew: {sorted}");
}

#[test]
fn every_emergency_has_a_kind_of_danger_and_every_answer_to_who_a_voice_and_an_age() {
    // That these do not compile otherwise is in src/content; this is the same of what was compiled.
    for rule in QUESTIONNAIRE.rules.iter().filter(|rule| rule.effect.step == Some(Step::Emergency)) {
        for option in rule.when.iter().flat_map(|clause| clause.options.iter()) {
            let kinds = Danger::ALL.into_iter().filter(|kind| kind.answers().intersects(OptionSet::single(option)));
            assert_eq!(kinds.count(), 1, "{}: {:?}", rule.id, QUESTIONNAIRE.owner(option));
            assert!(DANGERS.intersects(OptionSet::single(option)));
        }
    }
    let who = QUESTIONNAIRE.questions[0].all();
    let voices: std::collections::BTreeSet<&str> =
        who.iter().map(|one| Audience::of(OptionSet::single(one)).id()).collect();
    assert_eq!(voices.len(), Audience::ALL.len(), "every voice is asked for by some answer");
    let ages = Age::ALL.into_iter().filter(|age| who.iter().any(|one| Age::of(OptionSet::single(one)) == *age));
    assert_eq!(ages.count(), Age::ALL.len());
    assert_eq!(LEVELS, Level::ALL.map(Level::id));
}
