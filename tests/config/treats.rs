//! What a program treats, what the visitor came for, and the order while a rule on safety holds.

use program_finder::engine::{AddOn, AddOnSet, Level};
use program_finder::provider::{
    Direction, EnumSet, MatchQuery, MatchReason, Matches, Mismatch, Referral, Track, Treats, matches,
};
use serde_json::{Value, json};

use super::matching::{adult, and, answers, config, names, program};
use super::{full, messages, read};

const SUBSTANCES: &[Treats] = &[Treats::SubstanceUse];
const MIND: &[Treats] = &[Treats::MentalHealth];

fn came_for(treats: &[Treats], level: Level) -> MatchQuery {
    MatchQuery { came_for: EnumSet::of(treats), ..adult(level) }
}

fn treating(name: &str, level: &str, treats: Value) -> Value {
    and(program(name, level, &[]), json!({ "treats": treats }))
}

fn three(level: &str) -> Vec<Value> {
    vec![
        treating("substances", level, json!("substance_use")),
        treating("mind", level, json!("mental_health")),
        treating("all", level, json!(["mental_health", "substance_use"])),
    ]
}

fn shown(found: &Matches) -> Vec<(&str, Option<Direction>)> {
    found.in_order().into_iter().map(|(program, direction)| (program.name.as_str(), direction)).collect()
}

#[test]
fn what_does_not_treat_what_the_visitor_came_for_is_below_and_says_so() {
    let config = config(&three("iop"));
    let of = |treats: &[Treats]| matches(&config, &came_for(treats, Level::Iop));
    let other = |found: &Matches| -> Vec<(String, Vec<Mismatch>)> {
        found.other.iter().map(|m| (m.name.clone(), m.mismatches.iter().collect())).collect()
    };
    let found = of(SUBSTANCES);
    assert_eq!(names(&found), ["substances", "all"]);
    assert_eq!(other(&found), [("mind".to_owned(), vec![Mismatch::TreatsMentalHealth])]);
    let found = of(MIND);
    assert_eq!(names(&found), ["mind", "all"]);
    assert_eq!(other(&found), [("substances".to_owned(), vec![Mismatch::TreatsSubstanceUse])]);
    // Whoever came for both wants both.
    let found = of(Treats::ALL);
    assert_eq!(names(&found), ["all"]);
    assert_eq!(shown(&found), [("all", None), ("substances", None), ("mind", None)]);
    // Who has not said what they came for may go anywhere.
    let found = of(&[]);
    assert_eq!(names(&found), ["substances", "mind", "all"]);
    assert!(found.other.is_empty() && found.fitting.iter().all(|m| m.mismatches.is_empty()));
}

#[test]
fn answers_say_what_the_visitor_came_for() {
    let of = |option: &str| {
        let given = answers(&[("who", "me"), ("danger", "none"), ("concern", option)]);
        MatchQuery::of(given, EnumSet::NONE, &[Level::Iop]).came_for
    };
    assert_eq!(of("substances"), [Treats::SubstanceUse]);
    assert_eq!(of("mental_health"), [Treats::MentalHealth]);
    assert_eq!(of("both"), [Treats::SubstanceUse, Treats::MentalHealth]);
    assert_eq!(of("unsure"), []);
}

#[test]
fn where_nothing_at_a_level_treats_it_the_level_is_missing_and_the_nearest_that_does_comes_first() {
    let config = config(&[
        treating("substances", "iop", json!("substance_use")),
        treating("less, substances", "outpatient", json!("substance_use")),
        treating("more", "php", json!(["substance_use", "mental_health"])),
    ]);
    let found = matches(&config, &came_for(MIND, Level::Iop));
    assert_eq!(found.missing, [Level::Iop]);
    assert_eq!(shown(&found), [("more", Some(Direction::More)), ("substances", None)]);
}

/// Every wish over every list of three programs: never a program first, without a word, that treats something else; and while
/// a rule on safety holds, none below the level suggested before any that is not.
#[test]
fn never_first_what_does_not_treat_it_and_under_a_safety_rule_nothing_below_the_level() {
    let kinds: Vec<Value> = ["outpatient", "iop", "php"]
        .iter()
        .flat_map(|level| {
            [json!("substance_use"), json!("mental_health"), json!(["substance_use", "mental_health"])]
                .into_iter()
                .map(move |treats| treating(level, level, treats))
        })
        .collect();
    let mut firsts = 0;
    for (a, b, c) in (0..9 * 9 * 9).map(|number: usize| (number / 81, number / 9 % 9, number % 9)) {
        let config = config(&[kinds[a].clone(), kinds[b].clone(), kinds[c].clone()]);
        for level in Level::ALL {
            for treats in [&[][..], SUBSTANCES, MIND, Treats::ALL] {
                for safety in [false, true] {
                    let wanted = MatchQuery { safety, ..came_for(treats, level) };
                    let found = matches(&config, &wanted);
                    let order = found.in_order();
                    let missing =
                        |index: usize| treats.iter().any(|t| !config.programs[order[index].0.program].treats.has(*t));
                    let marked = |index: usize| !order[index].0.mismatches.is_empty();
                    for index in 0..order.len() {
                        assert_eq!(missing(index), marked(index), "{wanted:?}");
                    }
                    // What treats it is first, unless only a lower level does and a safety rule holds.
                    let low = |index: usize| order[index].0.level < Some(level);
                    if !order.is_empty() && missing(0) {
                        firsts += 1;
                        assert!((0..order.len()).all(|index| missing(index) || safety && low(index)), "{wanted:?}");
                    }
                    if safety {
                        assert!((0..order.len()).map(low).is_sorted(), "{wanted:?}: {order:?}");
                    }
                }
            }
        }
    }
    assert!(firsts > 100, "{firsts}");
}

#[test]
fn under_a_safety_rule_the_higher_level_comes_first_and_no_lower_one_is_looked_for() {
    let config =
        config(&[program("talk", "outpatient", &[]), program("half day", "iop", &[]), program("day", "php", &[])]);
    // Once without and once with a rule on safety.
    let levels = [Level::Outpatient, Level::Iop, Level::Php];
    let of = |suicide: &str| {
        answers(&[
            ("who", "me"),
            ("danger", "none"),
            ("concern", "mental_health"),
            ("suicide", suicide),
            ("mind", "most_days"),
            ("signs", "none"),
            ("heavy", "none"),
            ("body", "none"),
            ("home", "supportive"),
            ("care", "none"),
        ])
    };
    let wanted = MatchQuery::of(of("none"), EnumSet::NONE, &levels);
    assert!(!wanted.safety);
    assert_eq!(names(&matches(&config, &wanted)), ["talk", "half day", "day"]);
    let given = of("often");
    let wanted = MatchQuery::of(given, EnumSet::NONE, &levels);
    assert!(wanted.safety);
    let level =
        program_finder::engine::replay(&program_finder::content::QUESTIONNAIRE, given).placement.level().unwrap();
    assert!(wanted.levels.iter().all(|other| *other >= level) && wanted.levels.iter().rev().is_sorted(), "{wanted:?}");
    // Even where only a lower level was to be looked at, that of the rule is.
    assert_eq!(MatchQuery::of(given, EnumSet::NONE, &[]).levels, [level]);
}

#[test]
fn tracks_that_rules_ask_for() {
    let tracks = [Track::Eating, Track::Perinatal, Track::DualDiagnosis];
    let config = config(&[
        program("plain", "iop", &[]),
        and(program("eating", "iop", &[]), json!({ "tracks": "eating" })),
        and(program("perinatal", "iop", &[]), json!({ "tracks": "perinatal" })),
        and(program("all three", "iop", &[]), json!({ "tracks": ["eating", "perinatal", "dual_diagnosis"] })),
    ]);
    let found = matches(&config, &MatchQuery { tracks: EnumSet::of(&tracks), ..adult(Level::Iop) });
    assert_eq!(names(&found), ["all three", "eating", "perinatal", "plain"]);
    assert_eq!(found.fitting[0].fits, [MatchReason::DualDiagnosis, MatchReason::Eating, MatchReason::Perinatal]);
    assert_eq!(found.fitting[3].mismatches, [Mismatch::NoDualDiagnosis, Mismatch::NoEating]);
    // Of somebody who has a baby nothing is missing in a program that is not made for them.
    let found = matches(&config, &MatchQuery { tracks: EnumSet::of(&[Track::Perinatal]), ..adult(Level::Iop) });
    assert_eq!(found.fitting[0].name, "perinatal");
    assert!(found.fitting.iter().all(|m| m.mismatches.is_empty()));
    assert_eq!(found.fitting[0].fits.iter().map(MatchReason::key).collect::<Vec<_>>(), ["programs.track.perinatal"]);
}

#[test]
fn partners_are_named_where_the_finder_refers() {
    let config = config(&[program("day", "php", &[])]);
    let named = |wanted: &MatchQuery| matches(&config, wanted).referrals;
    assert_eq!(named(&adult(Level::Php)), []);
    assert_eq!(named(&adult(Level::DayAndNight)), [Referral::DayAndNight]);
    assert_eq!(named(&MatchQuery { withdrawal: true, ..adult(Level::Iop) }), [Referral::Detox]);
    let drinks = |more: &[(&str, &str)]| {
        let base =
            [("who", "me"), ("danger", "none"), ("substances", "alcohol"), ("use", "daily"), ("withdrawal", "severe")];
        MatchQuery::of(answers(&[&base[..], more].concat()), EnumSet::NONE, &[Level::Iop])
    };
    assert!(drinks(&[("concern", "substances")]).withdrawal);
    // Medical care for something else is not a matter of withdrawal.
    let unwell = answers(&[("who", "me"), ("danger", "none"), ("concern", "mental_health"), ("body", "unstable")]);
    assert!(!MatchQuery::of(unwell, EnumSet::NONE, &[Level::Iop]).withdrawal);
    // A child is sent nowhere.
    let child = MatchQuery::of(answers(&[("who", "child"), ("danger", "none")]), EnumSet::NONE, &[Level::Iop]);
    assert!(named(&child).is_empty());
    let after = MatchQuery { adds: AddOnSet::NONE.with(AddOn::Aftercare), ..adult(Level::Outpatient) };
    assert_eq!(named(&after), []);
}

#[test]
fn what_is_not_said_is_both_and_the_console_says_so() {
    let treats = |program: Value| {
        let mut config = full();
        config["programs"] = json!([and(json!({ "name": "A", "level": "iop" }), program)]);
        let (config, problems) = read(&config);
        (config.programs[0].treats, config.programs[0].tracks, messages(&problems))
    };
    let both = EnumSet::of(Treats::ALL);
    let named = "programs[0].treats: found nothing, expected a list of substance_use, mental_health. It is taken to treat both.";
    assert_eq!(treats(json!({})), (both, EnumSet::NONE, vec![named.to_owned()]));
    assert_eq!(treats(json!({ "treats": null })).2, [named]);
    // One team for both has said it.
    assert_eq!(treats(json!({ "tracks": "dual_diagnosis" })).2, Vec::<String>::new());
    // A wrong name is not read as both: nobody is sent somewhere by a typing error.
    let (read, _, problems) = treats(json!({ "treats": "substance use" }));
    assert!(read.is_empty());
    assert_eq!(
        problems,
        [
            "programs[0].treats: found \"substance use\", expected one of substance_use, mental_health (perhaps \"substance_use\"). It is left out."
        ]
    );
    let (read, tracks, problems) = treats(json!({ "treats": "substance_use", "tracks": ["dual_diagnosis", "men"] }));
    assert_eq!((read, tracks), (EnumSet::of(SUBSTANCES), EnumSet::of(&[Track::Men])));
    assert_eq!(
        problems,
        [
            "programs[0].treats: found one of the two beside the track dual_diagnosis, expected both, or no such track. The track dual_diagnosis is left out."
        ]
    );
}

#[test]
fn a_program_whose_treats_is_wrong_is_below_for_everybody_who_has_said_what_they_came_for() {
    let mut value = full();
    value["programs"] =
        json!([treating("typing error", "iop", json!("substances")), treating("right", "iop", json!("substance_use"))]);
    let config = read(&value).0;
    let found = matches(&config, &came_for(SUBSTANCES, Level::Iop));
    assert_eq!(names(&found), ["right"]);
    assert_eq!(found.other[0].mismatches, [Mismatch::TreatsUnknown]);
    assert_eq!(names(&matches(&config, &came_for(&[], Level::Iop))), ["typing error", "right"]);
}
