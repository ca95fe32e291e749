//! What stands behind a translation: the English that each text was written from, and who has read it.
//!
//! One file for each language, `www/review/LANG.json`. It is no part of `www/text`, where every file is a catalog
//! that the build ships, and it is JSON like those, so that whatever reads the catalogs can read it.
//!
//! The tests of the languages read it with this same code.

use std::collections::BTreeMap;

use program_finder::content::Audience;
use serde::{Deserialize, Serialize};

/// A catalog: every text by its key.
pub type Texts = BTreeMap<String, String>;

/// Texts where a wrong word can harm somebody, or mislead them about what is done with their answers: what leads to
/// safety, what is asked about it, and every part of the result. Keys that begin so are critical.
const CRITICAL: &[&str] = &[
    "about.private",
    "add.",
    "after.",
    "body.",
    "care.",
    "danger.",
    "exit.",
    "heavy.",
    "held.",
    "home.",
    "keep.crisis",
    "keep.note",
    "led_to.",
    "level.",
    "longest.",
    "lower.",
    "mind.",
    "raise.",
    "recent.",
    "result.at_least.",
    "result.child.",
    "result.close.",
    "result.day_and_night.",
    "result.heading.",
    "result.not_enough.",
    "result.sub",
    "result.rests",
    "result.settle",
    "safety.",
    "signs.",
    "start.exit",
    "start.not",
    "start.private",
    "step.",
    "strip.",
    "substances.",
    "suicide.",
    "use.",
    "whatif.",
    "why.",
    "withdrawal.",
];

/// The file of a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// For whoever opens the file. The command writes it.
    pub about: Vec<String>,
    /// By key, the mark of the English text that the translation was written from or last held against.
    pub english: BTreeMap<String, String>,
    /// By key, for every critical text: who has reviewed it.
    pub review: BTreeMap<String, Status>,
}

/// Whether a qualified person has reviewed a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Status {
    /// Written as one fixed sentence, so that a name can't stand here by accident.
    Open(Open),
    /// Somebody has.
    Done {
        /// Their name, and what makes them qualified.
        by: String,
        /// The day, as year-month-day.
        on: String,
        /// The mark of the translation that they read.
        text: String,
    },
}

/// Nobody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Open {
    /// The only value.
    #[serde(rename = "not reviewed by a qualified person")]
    NotReviewed,
}

/// What the file says at its top.
pub const ABOUT: &[&str] = &[
    "english: the mark of the English text that each translation was written from. Where the English has changed since, a test fails:",
    "  read both, change the translation if its meaning has moved, then `cargo xtask text --seen KEY`.",
    "review: for texts that can harm if they are wrong, whether a qualified person has reviewed them. A reviewer puts an object with",
    "  `by` (name and qualification), `on` (year-month-day) and `text` (the mark that `cargo xtask text --mark KEY` prints).",
];

/// The short mark of a text: FNV-1a of 64 bits, in hex. It tells one wording from the next, and guards nothing.
pub fn mark(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Whether a text has to be reviewed by a qualified person.
pub fn is_critical(key: &str) -> bool {
    CRITICAL.iter().any(|first| key.starts_with(first))
}

/// The English text behind a key: a language may have four voices where English has one wording for all.
pub fn source<'a>(english: &'a Texts, key: &str) -> Option<&'a String> {
    english.get(key).or_else(|| {
        let (rest, audience) = key.rsplit_once('.')?;
        Audience::IDS.contains(&audience).then(|| english.get(rest)).flatten()
    })
}

impl Review {
    /// The keys of texts whose English has changed since they were written, and of texts that are not in the file.
    pub fn stale<'a>(&self, english: &Texts, texts: &'a Texts) -> Vec<&'a str> {
        let moved = |key: &&String| source(english, key).map(|text| mark(text)) != self.english.get(*key).cloned();
        texts.keys().filter(moved).map(String::as_str).collect()
    }

    /// What the file says wrongly: keys that are gone, critical texts without a status, and reviews that are not whole
    /// or of another wording than today's.
    pub fn faults(&self, texts: &Texts) -> Vec<String> {
        let mut faults = Vec::new();
        for key in self.english.keys().chain(self.review.keys()).filter(|key| !texts.contains_key(*key)) {
            faults.push(format!("{key}: there is no such text any more"));
        }
        for (key, text) in texts.iter().filter(|(key, _)| is_critical(key)) {
            match self.review.get(key) {
                None => faults.push(format!("{key}: is critical, and has no review status")),
                Some(Status::Open(_)) => {}
                Some(Status::Done { by, on, .. }) if by.trim().is_empty() || !is_date(on) => {
                    faults.push(format!("{key}: a review has a name, and a day as year-month-day"));
                }
                Some(Status::Done { text: read, .. }) if *read != mark(text) => {
                    faults.push(format!("{key}: has changed since it was reviewed"));
                }
                Some(Status::Done { .. }) => {}
            }
        }
        faults
    }

    /// Takes note that these texts have been held against today's English. A review of another wording is void.
    pub fn note(&mut self, english: &Texts, texts: &Texts, keys: &[&str]) {
        for key in keys {
            if let Some(text) = source(english, key) {
                self.english.insert((*key).to_owned(), mark(text));
            }
        }
        self.about = ABOUT.iter().map(|line| (*line).to_owned()).collect();
        self.english.retain(|key, _| texts.contains_key(key));
        self.review.retain(|key, _| texts.contains_key(key) && is_critical(key));
        for (key, text) in texts.iter().filter(|(key, _)| is_critical(key)) {
            let status = self.review.entry(key.clone()).or_insert(Status::Open(Open::NotReviewed));
            if matches!(status, Status::Done { text: read, .. } if *read != mark(text)) {
                *status = Status::Open(Open::NotReviewed);
            }
        }
    }

    /// How many critical texts nobody qualified has reviewed.
    pub fn open(&self) -> usize {
        self.review.values().filter(|status| matches!(status, Status::Open(_))).count()
    }
}

fn is_date(date: &str) -> bool {
    let shape = date.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    shape.eq(*b"0000-00-00")
}

#[cfg(test)]
mod tests {
    use super::{Open, Review, Status, Texts, is_critical, mark, source};

    fn texts(pairs: &[(&str, &str)]) -> Texts {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    fn done(text: &str) -> Status {
        Status::Done { by: "A. Person, certified translator".into(), on: "2026-12-01".into(), text: mark(text) }
    }

    #[test]
    fn marks_are_those_of_the_published_function() {
        assert_eq!(mark(""), "cbf29ce484222325");
        assert_eq!(mark("a"), "af63dc4c8601ec8c");
        assert_eq!(mark("foobar"), "85944171f73967e8");
    }

    #[test]
    fn a_voice_stands_on_its_own_english_or_on_the_one_for_all() {
        let english = texts(&[("home.none", "all"), ("use.ask.self", "own"), ("who.me", "me")]);
        assert_eq!(source(&english, "home.none.child").unwrap(), "all");
        assert_eq!(source(&english, "use.ask.self").unwrap(), "own");
        assert_eq!(source(&english, "who.me.too"), None);
    }

    #[test]
    fn changed_english_is_stale_until_it_is_noted() {
        let spanish = texts(&[("strip.ask", "uno"), ("nav.back", "dos")]);
        let before = texts(&[("strip.ask", "one"), ("nav.back", "two")]);
        let mut review = Review::default();
        assert_eq!(review.stale(&before, &spanish), ["nav.back", "strip.ask"]);
        review.note(&before, &spanish, &["strip.ask", "nav.back"]);
        assert!(review.stale(&before, &spanish).is_empty());
        let after = texts(&[("strip.ask", "one, changed"), ("nav.back", "two")]);
        assert_eq!(review.stale(&after, &spanish), ["strip.ask"]);
        review.note(&after, &spanish, &["strip.ask"]);
        assert!(review.stale(&after, &spanish).is_empty());
    }

    #[test]
    fn critical_texts_have_a_status_and_a_review_ends_with_its_wording() {
        let english = texts(&[("strip.ask", "one"), ("nav.back", "two")]);
        let spanish = texts(&[("strip.ask", "uno"), ("nav.back", "dos")]);
        let mut review = Review::default();
        assert_eq!(review.faults(&spanish), ["strip.ask: is critical, and has no review status"]);
        review.note(&english, &spanish, &[]);
        assert_eq!((review.faults(&spanish).len(), review.open()), (0, 1));

        review.review.insert("strip.ask".into(), done("uno"));
        assert_eq!((review.faults(&spanish).len(), review.open()), (0, 0));
        let changed = texts(&[("strip.ask", "otro"), ("nav.back", "dos")]);
        assert_eq!(review.faults(&changed), ["strip.ask: has changed since it was reviewed"]);
        review.note(&english, &changed, &[]);
        assert_eq!(review.review["strip.ask"], Status::Open(Open::NotReviewed));

        let nameless = Status::Done { by: " ".into(), on: "2026-12-01".into(), text: mark("otro") };
        review.review.insert("strip.ask".into(), nameless);
        assert_eq!(review.faults(&changed), ["strip.ask: a review has a name, and a day as year-month-day"]);
        assert_eq!(review.faults(&texts(&[])), ["strip.ask: there is no such text any more"]);
    }

    #[test]
    fn the_status_reads_and_writes_as_words() {
        let mut review = Review::default();
        review.note(&texts(&[("strip.ask", "one")]), &texts(&[("strip.ask", "uno")]), &["strip.ask"]);
        let json = serde_json::to_string(&review).unwrap();
        assert!(json.contains(r#""strip.ask":"not reviewed by a qualified person""#), "{json}");
        assert_eq!(serde_json::from_str::<Review>(&json).unwrap(), review);
        assert!(serde_json::from_str::<Review>(&json.replace("not reviewed by a qualified person", "Ana")).is_err());
        assert!(is_critical("safety.call911") && !is_critical("nav.back"));
    }
}
