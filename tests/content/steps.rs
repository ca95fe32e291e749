//! The words of the first steps: each piece says one thing, so that what is put together fits the person.
//!
//! A step is where to go (`text`, or `in_stay`, or `suicide`), then what not to stop suddenly (`step.stop.*`), if anything
//! was told that asks for it.

use program_finder::content::Audience;

use crate::catalog::Texts;
use crate::words::{holds, plain};

/// The English text of a key in a voice.
fn said(texts: &Texts, key: &str, audience: Audience) -> String {
    plain(texts.voiced(key, audience).unwrap_or_else(|| panic!("there is no {key} for {}", audience.id())))
}

/// Every piece that says where to go.
const PLACES: &[&str] =
    &["step.medical.text", "step.medical.suicide", "step.medical.in_stay", "step.check.text", "step.check.in_stay"];

/// Every piece that says what not to stop suddenly: its name, whether it knows that there is use, and whether opioids
/// were chosen.
const STOPS: &[(&str, bool, bool)] = &[
    ("drink", true, false),
    ("use", true, false),
    ("drink_use", true, false),
    ("opioids", true, true),
    ("opioids_more", true, true),
    ("not_said", false, false),
    ("left", false, false),
    ("left_opioids", false, true),
];

#[test]
fn where_to_go_says_nothing_of_drinking_or_drugs() {
    // It is told to those who came for mental health, too.
    let texts = Texts::english();
    for key in PLACES {
        for audience in Audience::ALL {
            let text = said(&texts, key, audience);
            for word in ["drink", "drinks", "drug", "drugs", "use", "uses", "opioids", "stop", "suddenly"] {
                assert!(!holds(&text, word), "{key} for {} says \"{word}\": {text}", audience.id());
            }
        }
    }
}

#[test]
fn what_not_to_stop_is_what_was_told() {
    let texts = Texts::english();
    for (name, told, opioids) in STOPS {
        for audience in Audience::ALL {
            let text = said(&texts, &format!("step.stop.{name}"), audience);
            assert!(text.contains("stop") && text.contains("suddenly before that"), "step.stop.{name}: {text}");
            // Who told of use is not asked to guess whether it is meant; who did not is not told that there is any.
            assert_eq!(!told, text.starts_with("if "), "step.stop.{name} for {}: {text}", audience.id());
            assert_eq!(*opioids, holds(&text, "opioids"), "step.stop.{name} for {}: {text}", audience.id());
            // To a parent or a friend it is about somebody else.
            let about = match audience {
                Audience::Adult | Audience::Teen => "",
                Audience::Child => "your child",
                Audience::Other => "them",
            };
            assert!(text.contains(about), "step.stop.{name} for {}: {text}", audience.id());
        }
    }
    let known: Vec<String> = STOPS.iter().map(|(name, ..)| format!("step.stop.{name}.self")).collect();
    let all: Vec<&str> = texts.under("step.stop.").map(|(key, _)| key).filter(|key| key.ends_with(".self")).collect();
    assert_eq!(all.len(), known.len(), "{all:?}");
}

#[test]
fn after_an_attempt_or_with_a_plan_nobody_is_sent_to_an_urgent_care() {
    let texts = Texts::english();
    for audience in Audience::ALL {
        let text = said(&texts, "step.medical.suicide", audience);
        for wanted in ["today", "crisis center", "emergency room", "988", "mobile team"] {
            assert!(text.contains(wanted), "step.medical.suicide has to say \"{wanted}\": {text}");
        }
        assert!(!text.contains("urgent care"), "{text}");
        assert!(said(&texts, "step.medical.text", audience).contains("today"), "for {}", audience.id());
    }
}

#[test]
fn whoever_is_in_a_stay_asks_the_team_there_before_leaving() {
    let texts = Texts::english();
    for audience in Audience::ALL {
        for key in ["step.medical.in_stay", "step.check.in_stay"] {
            let text = said(&texts, key, audience);
            assert!(text.contains("before") && text.contains("leave") && text.contains("team"), "{key}: {text}");
        }
        let text = said(&texts, "add.discharge.text", audience);
        for wanted in ["within 7 days", "medicines", "naloxone", "at night"] {
            assert!(text.contains(wanted), "add.discharge.text has to say \"{wanted}\": {text}");
        }
    }
}

#[test]
fn nothing_about_suicide_is_a_tick_or_would_change_the_level() {
    let texts = Texts::english();
    for safety in ["suicide", "danger", "withdrawal", "signs", "body"] {
        for first in ["held", "raise", "lower"] {
            let key = format!("{first}.{safety}");
            let found: Vec<&str> = texts.under(&key).map(|(key, _)| key).collect();
            assert!(found.is_empty(), "{found:?}");
        }
    }
}
