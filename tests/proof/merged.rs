//! The proof's own promise: a visit ends as the visits end that it was walked as one with.
//!
//! [`crate::study::Key`] says why it should. This is the trial of it: whole visits, each replayed by the engine from its
//! raw answers, against what the walk says of them. Of parts of the questionnaire that is every visit there is; of the
//! whole, many that are drawn.

use program_finder::engine::{Facts, Level, OptionSet, Question, Questionnaire};

use crate::dice::Dice;
use crate::paths::{Edge, Layers, paths};
use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// The parts of the questionnaire of which visits are tried one by one: every visit, but that of several options that can be
/// chosen together one is chosen, or all of them. Every two questions are in one of them together, and so is all that a
/// rule reads.
pub const PARTS: [&[&str]; 16] = [
    &["who", "danger", "concern", "suicide", "mind", "signs", "body"],
    &["who", "danger", "concern", "use", "heavy", "substances", "withdrawal", "longest"],
    &["who", "danger", "concern", "led_to", "home", "care", "recent", "after"],
    &["concern", "suicide", "mind", "signs", "home", "care", "recent"],
    &["concern", "suicide", "mind", "led_to", "care", "recent", "after"],
    &["concern", "use", "heavy", "substances", "longest", "led_to", "home", "care", "after"],
    &["concern", "use", "heavy", "substances", "withdrawal", "longest", "body", "care"],
    &["concern", "mind", "use", "heavy", "substances", "home", "care", "recent"],
    &["concern", "mind", "use", "heavy", "substances", "longest", "led_to", "home"],
    &["concern", "suicide", "use", "heavy", "substances", "withdrawal", "longest", "body"],
    &["concern", "signs", "use", "heavy", "substances", "withdrawal", "longest", "led_to"],
    &["concern", "mind", "use", "heavy", "substances", "withdrawal", "body", "home"],
    &["concern", "signs", "led_to", "body", "care", "recent", "after"],
    &["concern", "use", "heavy", "substances", "withdrawal", "care", "recent", "after"],
    &["concern", "suicide", "longest", "home", "care", "recent", "after"],
    &["concern", "mind", "use", "heavy", "care", "after"],
];

/// How many visits to the whole questionnaire are drawn, each answer to each question equally likely.
const DRAWN: u64 = 1_000_000;

/// All that a visit could lose by being walked as another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Told {
    asked: u32,
    floor: Level,
    high: Level,
    no_level: bool,
    /// The rules with first steps.
    steps: u128,
    adds: u16,
}

/// A visit on its way along the walk.
#[derive(Clone, Copy, Default)]
struct Traveller {
    answers: OptionSet,
    /// Where it is: the number of the visit that it is walked as, before this place.
    number: usize,
    told: Told,
}

impl Traveller {
    fn go(mut self, asked: u32, given: OptionSet, edge: &Edge) -> Traveller {
        self.answers = self.answers.union(given);
        self.number = edge.to;
        self.told.asked |= asked;
        self.told.steps |= edge.steps;
        self.told.adds |= edge.adds.0;
        self
    }

    /// At the end: whether the engine says of the raw answers what the walk says.
    fn arrives(&self, study: &Study, layers: &Layers) -> Result<(), Violation> {
        let said = |facts: &Facts| {
            let placement = &facts.placement;
            let steps = placement.fired & study.step_rules;
            let (floor, no_level, adds) = (placement.floor, placement.no_level, placement.add_ons.0);
            Told { asked: facts.asked, floor, high: facts.max_level, no_level, steps, adds }
        };
        let end = said(&layers.ends[self.number].facts);
        let walked = Told { floor: end.floor, high: end.high, no_level: end.no_level, ..self.told };
        let facts = study.replay(self.answers);
        let replayed = said(&facts);
        if facts.next.is_none() && replayed == walked {
            return Ok(());
        }
        let what = format!("the walk says {walked:?}, and the engine {replayed:?}");
        Err(Violation::example(study, Promise::Merged, &[self.answers], what))
    }
}

/// Visits drawn from all.
pub fn drawn(study: &Study, layers: &Layers, seed: u64) -> Result<Covered, Violation> {
    let mut dice = Dice::new(seed);
    for _ in 0..DRAWN {
        let mut traveller = Traveller::default();
        for (at, choices) in study.choices.iter().enumerate() {
            let stand = &layers.before(at)[traveller.number];
            let asked = stand.walker.facts.asks(at);
            let answer = if asked { dice.below(choices.len()) } else { 0 };
            let given = if asked { choices[answer] } else { OptionSet::NONE };
            traveller = traveller.go(u32::from(asked) << at, given, &stand.edges[answer]);
        }
        traveller.arrives(study, layers)?;
    }
    Ok(Covered { sets: u128::from(DRAWN), ends: DRAWN })
}

/// The visits to one part of the questionnaire.
pub fn part(study: &Study, part: usize) -> Result<Covered, Violation> {
    let named = |question: &&Question| PARTS[part].contains(&question.id);
    // Where its questions begin among the options is left as it is, so that the rules read them as before.
    let questions: Vec<Question> = study.q.questions.iter().filter(named).copied().collect();
    let q = Questionnaire::new(study.q.version, &questions, study.q.rules, study.q.max_questions);
    let study = Study::new(&q, study.engine, study.emergencies);
    let walked = paths(&study)?;
    let mut tried = 0;
    every(&study, &walked.layers, 0, Traveller::default(), &mut tried)?;
    Ok(Covered { sets: u128::from(tried), ends: tried })
}

fn every(study: &Study, layers: &Layers, at: usize, here: Traveller, tried: &mut u64) -> Result<(), Violation> {
    if at == study.count() {
        *tried += 1;
        return here.arrives(study, layers);
    }
    let stand = &layers.before(at)[here.number];
    if !stand.walker.facts.asks(at) {
        return every(study, layers, at + 1, here.go(0, OptionSet::NONE, &stand.edges[0]), tried);
    }
    let question = &study.q.questions[at];
    let all = question.all().difference(question.exclusive).len();
    let tried_here = |given: &OptionSet| given.len() == 1 || given.len() == all;
    let each = study.choices[at].iter().zip(&stand.edges).filter(|(given, _)| tried_here(given));
    each.map(|(given, edge)| here.go(1 << at, *given, edge))
        .try_for_each(|next| every(study, layers, at + 1, next, tried))
}

#[test]
fn every_two_questions_and_every_rule_are_in_one_part() {
    let q = &program_finder::content::QUESTIONNAIRE;
    let together = |ids: &[&str]| PARTS.iter().any(|part| ids.iter().all(|id| part.contains(id)));
    for (at, question) in q.questions.iter().enumerate() {
        for other in &q.questions[..at] {
            assert!(together(&[question.id, other.id]), "{} and {}", question.id, other.id);
        }
    }
    for rule in q.rules {
        let read = rule.when.iter().fold(OptionSet::NONE, |read, clause| read.union(clause.options));
        let read = q.questions.iter().filter(|question| read.intersects(question.all()));
        let ids: Vec<&str> = read.map(|question| question.id).collect();
        assert!(together(&ids), "{}: {ids:?}", rule.id);
    }
}
