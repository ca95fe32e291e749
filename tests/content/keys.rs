//! Every text that is asked for is in every catalog, in the right form.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::decision::gives_a_reason;
use program_finder::engine::{AddOn, Level, Rule, Step};
use program_finder::provider::{
    Approach, Day, Kind, MatchReason, Mismatch, PageLanguage, Service, Setting, SpokenLanguage, Time, Track,
};

use crate::catalog::{Texts, placeholders};
use crate::screens;

/// Which forms a text may have.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// One for each voice, and no other.
    Voices,
    /// One for each voice, or one that serves all.
    Either,
    /// One.
    One,
    /// One for each voice, or one that serves all, or none.
    Optional,
}

/// What a text may leave to be filled in.
const PLACEHOLDERS: &[&str] = &[
    "provider",
    "phone",
    "answer",
    "question",
    "level",
    "count",
    "number",
    "program",
    "directory",
    "care",
    "month",
    "payer",
    "year",
    "date",
    "version",
    "days",
    "day",
    "hours",
    "from",
    "to",
    "time",
    "list",
    "before",
    "total",
    "checked",
];

/// The names that a provider may use of a program, by the first part of their keys.
const OF_PROVIDERS: &[(&str, &[&str])] = &[
    ("kind", Kind::IDS),
    ("setting", Setting::IDS),
    ("track", Track::IDS),
    ("service", Service::IDS),
    ("approach", Approach::IDS),
    ("day", Day::IDS),
    ("time", Time::IDS),
    ("language", SpokenLanguage::IDS),
    ("mismatch", Mismatch::IDS),
];

/// The questions whose mildest answer says something in favor.
const HELD: &[&str] = &["use", "heavy", "longest", "led_to", "mind", "home", "care", "after"];
/// The questions of which it is said what a change would mean.
const CHANGES: &[&str] = &["use", "heavy", "longest", "led_to", "mind", "home", "recent", "after"];
/// What a first step is put together from, besides its title and its usual words.
const STEPS: &[&str] = &[
    "medical.suicide",
    "medical.in_stay",
    "check.in_stay",
    "stop.drink",
    "stop.use",
    "stop.drink_use",
    "stop.opioids",
    "stop.opioids_more",
    "stop.not_said",
    "stop.left",
    "stop.left_opioids",
    "watch",
];
/// The kinds of danger.
pub const DANGERS: &[&str] = &["medical", "withdrawal", "being_hurt", "harm_others", "suicide"];

/// The texts that the tables ask for.
fn of_the_tables() -> Vec<(String, Form)> {
    let mut keys = Vec::new();
    for question in QUESTIONNAIRE.questions {
        let id = question.id;
        keys.push((format!("{id}.ask"), Form::Voices));
        keys.push((format!("{id}.hint"), Form::Optional));
        keys.extend(["name", "error"].map(|last| (format!("{id}.{last}"), Form::One)));
        keys.extend(question.options.iter().map(|option| (format!("{id}.{option}"), Form::Either)));
    }
    keys.extend(QUESTIONNAIRE.rules.iter().map(|rule| (format!("why.{}", rule.id), Form::Either)));
    keys.extend(HELD.iter().map(|question| (format!("held.{question}"), Form::Either)));
    keys.extend(
        CHANGES.iter().flat_map(|question| ["raise", "lower"].map(|first| (format!("{first}.{question}"), Form::One))),
    );
    keys.extend(STEPS.iter().map(|step| (format!("step.{step}"), Form::Voices)));
    keys.push(("step.stop_why".to_owned(), Form::One));
    for danger in DANGERS {
        keys.extend(["title", "text"].map(|first| (format!("safety.{first}.{danger}"), Form::Either)));
    }
    for level in Level::ALL.map(Level::id) {
        keys.extend(["name", "short", "what"].map(|last| (format!("level.{level}.{last}"), Form::One)));
        keys.push((format!("result.heading.{level}"), Form::One));
        keys.extend(["result.moved", "result.stays"].map(|first| (format!("{first}.{level}"), Form::One)));
    }
    for pair in Level::ALL.windows(2) {
        keys.push((format!("result.heading.close.{}_{}", pair[0].id(), pair[1].id()), Form::One));
    }
    // At least: more than two levels are possible, and the least of them is above outpatient. So it is always an IOP.
    keys.push(("result.heading.at_least.iop".to_owned(), Form::One));
    let certain = ["at_least.text", "not_enough.text", "settle", "settle.text", "raise", "lower", "why.none"];
    keys.extend(certain.map(|last| (format!("result.{last}"), Form::One)));
    keys.extend(["none", "one", "together"].map(|last| (format!("result.rests.{last}"), Form::One)));
    let steps = Step::ALL.map(|step| format!("step.{}", step.id()));
    let adds = AddOn::ALL.map(|add| format!("add.{}", add.id()));
    for first in steps.into_iter().chain(adds) {
        keys.push((format!("{first}.title"), Form::One));
        keys.push((format!("{first}.text"), Form::Either));
    }
    for (group, ids) in OF_PROVIDERS {
        keys.extend(ids.iter().map(|id| (format!("{group}.{id}"), Form::One)));
    }
    keys.extend(Kind::IDS.iter().map(|kind| (format!("kind.{kind}.who"), Form::One)));
    keys.extend(MatchReason::ALL.iter().map(|fit| (fit.key(), Form::One)));
    keys
}

/// The keys that the template of the frame and its scripts name.
fn of_the_frame() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/frame");
    let mut keys = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("www/frame can be listed") {
        let path = entry.expect("www/frame can be listed").path();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for (opening, closing) in [("{{text:", "}}"), ("text['", "']")] {
            let pieces = text.split(opening).skip(1).filter_map(|rest| rest.split_once(closing));
            keys.extend(pieces.map(|(key, _)| key.to_owned()));
        }
    }
    assert!(keys.contains("start.begin"), "the start screen is in the frame's own file");
    keys
}

#[test]
fn every_text_of_the_tables_is_there_in_the_right_form() {
    for texts in Texts::read() {
        let mut wrong = Vec::new();
        for (key, form) in of_the_tables() {
            let voices = Audience::ALL
                .iter()
                .filter(|audience| texts.get(&format!("{key}.{}", audience.id())).is_some())
                .count();
            let one = texts.get(&key).is_some();
            let right = match form {
                Form::Voices => voices == 4 && !one,
                Form::Either => voices == 4 && !one || voices == 0 && one,
                Form::One => voices == 0 && one,
                Form::Optional => voices == 4 && !one || voices == 0,
            };
            if !right {
                wrong.push(format!("`{key}` has {voices} of 4 voices{}", if one { " and one for all" } else { "" }));
            }
        }
        assert!(wrong.is_empty(), "{}.json:\n{}", texts.lang, wrong.join("\n"));
    }
}

#[test]
fn no_text_is_there_both_for_all_voices_and_for_some_nor_for_some_voices_only() {
    for texts in Texts::read() {
        for key in texts.all.keys() {
            let Some((plain, _)) = key.rsplit_once('.').filter(|(_, last)| is_voice(last)) else { continue };
            // `substances.other` and `result.stays.child` end in the name of a voice and are none: they stand alone.
            let voices = Audience::ALL
                .iter()
                .filter(|audience| texts.get(&format!("{plain}.{}", audience.id())).is_some())
                .count();
            if voices > 1 {
                assert!(texts.get(plain).is_none(), "{}.json: `{key}` and `{plain}`: keep one", texts.lang);
                assert!(voices == 4, "{}.json: `{plain}` lacks a voice", texts.lang);
            }
        }
    }
}

#[test]
fn a_text_in_four_voices_has_no_other_text_below_it() {
    // The catalog travels as a tree, in which four voices are a list: nothing else can stand beside them.
    for texts in Texts::read() {
        let voiced = texts.all.keys().filter_map(|key| key.strip_suffix(".self"));
        for plain in voiced {
            let above = format!("{plain}.");
            let below: Vec<&str> = texts.under(&above).map(|(key, _)| key).collect();
            assert_eq!(below.len(), 4, "{}.json: {below:?}", texts.lang);
        }
    }
}

fn is_voice(word: &str) -> bool {
    Audience::ALL.iter().any(|audience| audience.id() == word)
}

#[test]
fn no_text_is_empty_or_carelessly_set() {
    for texts in Texts::read() {
        for (key, text) in &texts.all {
            let at = format!("{}.json: `{key}`", texts.lang);
            assert!(!text.is_empty() && text.trim() == text, "{at} is empty or has space around it");
            assert!(!text.contains("  ") && !text.contains(['\n', '\t']), "{at} has space that does not show");
            assert!(!text.contains(['"', '\'']), "{at} has straight quotes: use the curly ones");
            assert!(!text.contains(['<', '>', '`']), "{at} has markup: texts are shown as they are");
            assert!(!text.contains(" - ") && !text.contains('\u{2014}'), "{at} has a dash: make two sentences of it");
        }
    }
}

#[test]
fn only_known_placeholders_are_used_and_the_same_in_every_voice_and_language() {
    let english = Texts::english();
    for texts in Texts::read() {
        for (key, text) in &texts.all {
            let at = format!("{}.json: `{key}`", texts.lang);
            let (names, sound) = placeholders(text);
            assert!(sound, "{at} has a brace that is no placeholder");
            let unknown: Vec<_> = names.iter().filter(|name| !PLACEHOLDERS.contains(name)).collect();
            assert!(unknown.is_empty(), "{at} has {unknown:?}, which nothing fills");
            let set = |text: &str| placeholders(text).0.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
            if let Some(original) = english.get(key) {
                assert_eq!(set(text), set(original), "{at} fills in what the English text does");
            }
            if let Some(plain) = key.strip_suffix(".self") {
                for other in
                    Audience::ALL.iter().filter_map(|audience| texts.get(&format!("{plain}.{}", audience.id())))
                {
                    assert_eq!(set(other), set(text), "{at} fills in the same in every voice");
                }
            }
        }
    }
}

#[test]
fn all_languages_have_the_same_texts() {
    let english: BTreeSet<String> = Texts::english().all.into_keys().collect();
    for texts in Texts::read().into_iter().skip(1) {
        let keys: BTreeSet<String> = texts.all.into_keys().collect();
        let missing: Vec<_> = english.difference(&keys).collect();
        let idle: Vec<_> = keys.difference(&english).collect();
        assert!(missing.is_empty() && idle.is_empty(), "{}.json lacks {missing:?} and has {idle:?} alone", texts.lang);
    }
}

#[test]
fn every_text_that_a_screen_asks_for_is_there() {
    let texts = Texts::english();
    let shown = screens::keys_shown(&texts);
    let missing: Vec<_> =
        shown.missing.iter().chain(of_the_frame().iter()).filter(|key| texts.get(key).is_none()).cloned().collect();
    assert!(missing.is_empty(), "en.json lacks {missing:?}, which a screen asks for");
}

/// The keys that the sources of the screens write out, with `*` for what is filled in.
fn of_the_sources() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/screen");
    let is_key = |text: &str| {
        text.contains('.')
            && text.split('.').all(|part| {
                !part.is_empty()
                    && part.chars().all(|letter| letter.is_ascii_lowercase() || "_$0123456789".contains(letter))
            })
    };
    let mut keys = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("src/screen can be listed") {
        let path = entry.expect("src/screen can be listed").path();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for written in code.split('"').skip(1).step_by(2) {
            let marked = written.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
            let found = marked.chain([written]).filter(|key| is_key(key));
            keys.extend(found.map(|key| key.replace('$', "*")));
        }
    }
    assert!(keys.len() > 100 && keys.contains("result.why") && keys.contains("level.*.what"), "{keys:?}");
    keys
}

/// Whether some key of a catalog has this form: each `*` stands for anything.
fn is_of_form(key: &str, form: &str) -> bool {
    let mut parts = form.split('*');
    let Some(mut rest) = key.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    for part in parts {
        match rest.get(1..).and_then(|rest| Some(&rest[rest.find(part)?..][part.len()..])) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    // A sentence may have a form for each kind of number.
    form.ends_with('*') || rest.is_empty() || rest.starts_with('@') || rest.strip_prefix('.').is_some_and(is_voice)
}

#[test]
fn every_key_that_the_sources_of_the_screens_write_is_there() {
    // No walk comes by every line. A key that is not there would be given the sentence of another (xtask/src/build/catalog.rs).
    assert!(is_of_form("level.iop.what", "level.*.what") && is_of_form("step.watch.self", "step.watch"));
    assert!(!is_of_form("level.what", "level.*.what") && !is_of_form("level.iop.whatever", "level.*.what"));
    for texts in Texts::read() {
        let missing: Vec<_> =
            of_the_sources().into_iter().filter(|form| !texts.all.keys().any(|key| is_of_form(key, form))).collect();
        assert!(missing.is_empty(), "{}.json has none of {missing:?}", texts.lang);
    }
}

#[test]
fn every_reason_that_a_screen_gives_is_downloaded() {
    // The build leaves out the reasons of the other rules.
    let shown = screens::keys_shown(&Texts::english());
    let of = |rule: &Rule| {
        let key = format!("why.{}", rule.id);
        shown.found.iter().any(|found| *found == key || found.starts_with(&format!("{key}.")))
    };
    let found: Vec<&Rule> = QUESTIONNAIRE.rules.iter().filter(|rule| of(rule)).collect();
    let wrong: Vec<_> = found.iter().filter(|rule| !gives_a_reason(rule)).map(|rule| rule.id).collect();
    assert!(wrong.is_empty() && found.len() > 20, "{wrong:?}");
}

#[test]
fn the_languages_of_the_texts_are_those_that_a_configuration_can_name() {
    let texts: BTreeSet<_> = Texts::read().into_iter().map(|texts| texts.lang).collect();
    let named: BTreeSet<_> = PageLanguage::TAGS.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts, named,
        "a language is a file in www/text and a line in PageLanguage (src/provider/vocabulary.rs)"
    );
}
