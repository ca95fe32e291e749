//! What a check says when a promise is broken: which one, and the smallest example found, in words.

use std::fmt;

use program_finder::engine::{OptionSet, Order, Question, Questionnaire};

use crate::study::Study;

/// The promises. The numbers are those of the design's list of properties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    Tables,
    Ends,
    Reached,
    Monotone,
    Emergency,
    Unknown,
    Range,
    Stale,
    Wasted,
    Missed,
    Causal,
    Voices,
    Same,
    Certainty,
    Held,
    Moves,
    Settles,
    Levers,
    Checks,
    Left,
    /// The proof's own: visits that it walks as one do go on alike.
    Merged,
    /// The proof's own: what it says of all visits is so of visits that are looked at one by one.
    Anew,
}

impl Promise {
    pub const ALL: [Promise; 22] = [
        Promise::Tables,
        Promise::Ends,
        Promise::Reached,
        Promise::Monotone,
        Promise::Emergency,
        Promise::Unknown,
        Promise::Range,
        Promise::Stale,
        Promise::Wasted,
        Promise::Missed,
        Promise::Causal,
        Promise::Voices,
        Promise::Same,
        Promise::Certainty,
        Promise::Held,
        Promise::Moves,
        Promise::Settles,
        Promise::Levers,
        Promise::Checks,
        Promise::Left,
        Promise::Merged,
        Promise::Anew,
    ];

    /// What is promised, in a sentence.
    pub const fn text(self) -> &'static str {
        match self {
            Promise::Tables => "0. Every question and every rule says what the design says.",
            Promise::Ends => "1. Every path ends in exactly one result and asks nothing twice.",
            Promise::Reached => "1. Every question, option, rule and result is reached by somebody.",
            Promise::Monotone => {
                "2. A more serious answer never lowers the level and never takes away a first step or a safety add-on."
            }
            Promise::Emergency => "3. An emergency answer gives the emergency result, whatever else is said.",
            Promise::Unknown => "4. An unknown answer never asks for less than the mildest one.",
            Promise::Range => {
                "5. The range is the lowest and the highest level over all replacements of what is unknown."
            }
            Promise::Stale => "6. Answers to questions that are not asked have no effect.",
            Promise::Wasted => {
                "7. A question is asked only while it can change the level, its range, a first step or an add-on."
            }
            Promise::Missed => "7. A question that is left out could have changed none of them.",
            Promise::Causal => "7. Every reason is causal: with the answers that it quotes at their mildest, it goes.",
            Promise::Voices => {
                "8. All four wordings lead to the same result, but that a teen’s self-harm asks for IOP."
            }
            Promise::Same => "9. The same answers give the same bytes, with the version of the rules (a sample).",
            Promise::Certainty => {
                "How sure the suggestion is follows from the range and from what is open, and from nothing else."
            }
            Promise::Held => "What is said to have held the level down is what was answered most mildly.",
            Promise::Moves => {
                "What would change the level is the nearest single answers that do, and what it rests on is true when tried."
            }
            Promise::Settles => {
                "One answer is said to settle it where every known answer to that question leaves one level."
            }
            Promise::Levers => {
                "Safety answers are no levers: nothing milder is offered for them, and nothing lower while they hold the level."
            }
            Promise::Checks => {
                "Not to know or to tell how much is used or what stopping brings never removes a medical check."
            }
            Promise::Left => {
                "What is said of the questions left is never off by more than three, and the last is called so where it is."
            }
            Promise::Merged => "Visits that the proof walks as one go on alike.",
            Promise::Anew => "The range, how sure it is and what would change it, worked out anew for visits drawn.",
        }
    }
}

/// A broken promise.
#[derive(Clone, Debug)]
pub struct Violation {
    pub promise: Promise,
    /// What is wrong, in a sentence.
    pub what: String,
    /// The answers that show it.
    words: String,
}

impl Violation {
    /// Of the tables themselves, without answers.
    pub fn of_tables(promise: Promise, what: String) -> Violation {
        Violation { promise, what, words: String::new() }
    }

    /// With these answers as they are.
    pub fn example(study: &Study, promise: Promise, answers: &[OptionSet], what: String) -> Violation {
        Violation { promise, what, words: words(study.q, answers) }
    }

    /// With the smallest of these answers as they are. None if there are none.
    pub fn plainest(study: &Study, promise: Promise, examples: Vec<OptionSet>, what: String) -> Option<Violation> {
        let smallest = examples.into_iter().min_by_key(|answers| size(study, &[*answers]))?;
        Some(Violation::example(study, promise, &[smallest], what))
    }

    /// The smallest of these examples, each first made as small as it can be.
    ///
    /// `wrong` says what is wrong with some answers, if anything is. None if there are no examples.
    pub fn smallest(
        study: &Study,
        promise: Promise,
        examples: Vec<Vec<OptionSet>>,
        wrong: impl Fn(&[OptionSet]) -> Option<String>,
    ) -> Option<Violation> {
        let small = examples.into_iter().take(MOST_EXAMPLES).map(|example| shrink(study, example, &wrong));
        let answers = small.min_by_key(|example| size(study, example))?;
        let what = wrong(&answers).expect("what the walk finds wrong is wrong when looked at by itself");
        let words = words(study.q, &answers);
        Some(Violation { promise, what, words })
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is broken: {}{}", self.promise, self.what, self.words)
    }
}

impl std::error::Error for Violation {}

/// More examples than these are not made small: the smallest of many is hardly smaller.
const MOST_EXAMPLES: usize = 64;

/// How large an example is: first how many answers stand out, which are not the plainest, then how many there are.
fn size(study: &Study, example: &[OptionSet]) -> (usize, usize) {
    let given = |set: &OptionSet, index: usize| set.intersection(study.q.questions[index].all());
    let answers = || example.iter().flat_map(|set| (0..study.count()).map(move |index| (index, given(set, index))));
    let stands_out = answers().map(|(index, given)| match given.len() {
        0 => 0,
        count => count - 1 + usize::from(given != plainest(study, index)),
    });
    (stands_out.sum(), answers().filter(|(_, given)| !given.is_empty()).count())
}

/// The mildest answer, or the first where the options are not of one scale.
fn plainest(study: &Study, index: usize) -> OptionSet {
    let question = &study.q.questions[index];
    let scale = matches!(question.order, Order::Scale | Order::Together) && !question.mildest.is_empty();
    if scale { question.mildest } else { study.choices[index][0] }
}

/// Takes answers back or makes them mild, in all of the sets at once, for as long as something stays wrong.
fn shrink(
    study: &Study,
    mut example: Vec<OptionSet>,
    wrong: &impl Fn(&[OptionSet]) -> Option<String>,
) -> Vec<OptionSet> {
    loop {
        let before = size(study, &example);
        for index in (0..study.count()).rev() {
            let all = study.q.questions[index].all();
            let given = example[0].intersection(all);
            if given.is_empty() || example.iter().any(|set| set.intersection(all) != given) {
                continue;
            }
            let fewer =
                given.iter().filter(|_| given.len() > 1).map(|option| given.difference(OptionSet::single(option)));
            for instead in [plainest(study, index), OptionSet::NONE].into_iter().chain(fewer) {
                let smaller: Vec<OptionSet> =
                    example.iter().map(|set| completed(study, set.difference(all).union(instead))).collect();
                if size(study, &smaller) < size(study, &example) && wrong(&smaller).is_some() {
                    example = smaller;
                    break;
                }
            }
        }
        if size(study, &example) == before {
            return example;
        }
    }
}

/// Plain answers to what these leave open.
fn completed(study: &Study, mut answers: OptionSet) -> OptionSet {
    for _ in 0..study.count() {
        let Some(next) = study.replay(answers).next else { break };
        answers = answers.union(plainest(study, next));
    }
    answers
}

/// The answers in words: first what all of the sets share and what is not mild, then what each has for itself.
fn words(q: &Questionnaire, sets: &[OptionSet]) -> String {
    let catalog = catalog();
    let say = |question: &Question, set: OptionSet| -> String {
        let key = |last: &str| [question.id, ".", last].concat();
        let text = |key: String| catalog.get(&key).or_else(|| catalog.get(&(key + ".self"))).and_then(|t| t.as_str());
        let name = text(key("name")).unwrap_or(question.id);
        let option = |option: usize| {
            let id = question.options[option - question.first];
            text(key(id)).map_or_else(|| id.to_owned(), |words| format!("{words} ({id})"))
        };
        let given: Vec<String> = set.intersection(question.all()).iter().map(option).collect();
        format!("\n      {name}: {}", if given.is_empty() { "not asked".to_owned() } else { given.join(" + ") })
    };
    let same = |question: &Question| {
        sets.iter().all(|set| set.intersection(question.all()) == sets[0].intersection(question.all()))
    };
    let mut words = String::new();
    for question in q.questions.iter().filter(|question| same(question) && sets[0].intersects(question.all())) {
        words += &say(question, sets[0]);
    }
    for (index, set) in sets.iter().enumerate().filter(|_| sets.len() > 1) {
        words += &format!("\n    answers {}", ["A", "B", "C", "D"][index.min(3)]);
        for question in q.questions.iter().filter(|question| !same(question)) {
            words += &say(question, *set);
        }
    }
    format!("\n    with the answers{words}")
}

/// The English texts, so that an example reads as a visitor would read it. Empty where they cannot be read.
fn catalog() -> serde_json::Map<String, serde_json::Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/text/en.json");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}
