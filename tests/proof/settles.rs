//! One answer would settle it: said of an open question where every known answer to it leaves one level.
//!
//! Beside each visit in which the question is open walk the visits with each known answer to it. What comes after is
//! answered alike in all of them, and is unknown where only they are asked it.

use program_finder::engine::{Certainty, Facts, OptionSet};

use crate::certain::{Counted, SAFETY, Setting, sets_level, state, worked_out};
use crate::paths::{Layers, Stand};
use crate::study::Study;
use crate::sweep::{Covered, sweep};
use crate::violation::{Promise, Violation};

#[derive(Clone)]
struct Open {
    made: Counted,
    /// The visits with a known answer, those that go on alike as one.
    known: Vec<Counted>,
}

impl Open {
    fn joined(mut self) -> Open {
        self.known.sort_unstable_by_key(|counted| (counted.visit.key, counted.unknown));
        self.known.dedup_by_key(|counted| (counted.visit.key, counted.unknown));
        self
    }
}

/// It is said right for every visit, as far as it is about the question at this place.
pub fn settles(study: &Study, layers: &Layers, at: usize) -> Result<Covered, Violation> {
    let question = &study.q.questions[at];
    // Nobody is asked again about safety: `levers`.
    if !sets_level(study, at) || SAFETY.contains(&question.id) {
        return Ok(Covered::default());
    }
    let setting = Setting::of(study);
    let (open, known): (Vec<OptionSet>, Vec<OptionSet>) =
        study.choices[at].iter().partition(|given| given.intersects(question.unknown));
    let mut start = Vec::new();
    // How many answers before are unknown is not in what was walked before, so all of it is walked again.
    sweep(
        0..at,
        vec![(Counted { visit: study.start(), unknown: 0 }, 1)],
        |counted| (counted.visit.key, counted.unknown),
        |index, counted, next| {
            for (given, times) in study.answers(index, counted.visit.facts.asks(index)) {
                next(setting.give(study, counted, index, *given), *times);
            }
        },
        |counted| start.push(*counted),
    );
    let count: u128 =
        layers.before(at).iter().filter(|stand| stand.walker.facts.asks(at)).map(|Stand { sets, .. }| sets).sum();
    let mut states = Vec::new();
    for counted in start.iter().filter(|counted| counted.visit.facts.asks(at)) {
        let give = |given: &OptionSet| setting.give(study, counted, at, *given);
        for given in &open {
            states.push((Open { made: give(given), known: known.iter().map(give).collect() }.joined(), 0));
        }
    }
    let mut bad = Vec::new();
    let mut covered = sweep(
        at + 1..study.count(),
        states,
        |open| {
            let of = |counted: &Counted| (counted.visit.key, counted.unknown);
            (open.made.visit.key, open.known.iter().map(of).collect::<Vec<_>>())
        },
        |index, Open { made, known }, next| {
            let asked = made.visit.facts.asks(index);
            for (given, times) in study.answers(index, asked) {
                // What only the other is asked is not answered: it is unknown.
                let instead = study.q.questions[index].unknown;
                let given_or = if asked { *given } else { instead };
                let known = known.iter().map(|counted| setting.give(study, counted, index, given_or)).collect();
                let open = Open { made: setting.give(study, made, index, *given), known };
                next(if index + 1 == study.count() { open } else { open.joined() }, *times);
            }
        },
        |open| {
            let one = |counted: &Counted| {
                let facts = &counted.visit.facts;
                state(facts.placement.floor, facts.max_level, counted.unknown > 0) == Certainty::One
            };
            let facts = &open.made.visit.facts;
            if (study.engine.would_settle)(study.q, facts, at) != open.known.iter().all(one) {
                bad.push(vec![open.made.visit.answers]);
            }
        },
    );
    covered.sets = count * open.len() as u128;
    let wrong = |sets: &[OptionSet]| {
        let facts = study.replay(sets[0]);
        facts.asks(at).then(|| wrong_here(study, at, &facts)).flatten()
    };
    Violation::smallest(study, Promise::Settles, bad, wrong).map_or(Ok(covered), Err)
}

/// What is wrong with what is said of the question at this place, with each answer tried.
pub fn wrong_here(study: &Study, at: usize, facts: &Facts) -> Option<String> {
    let question = &study.q.questions[at];
    let rest = facts.answers.difference(question.all());
    let open = facts.answers.intersects(question.unknown) && sets_level(study, at);
    let mut known = study.choices[at].iter().filter(|given| !given.intersects(question.unknown));
    let settled = open && known.all(|given| worked_out(study, &study.replay(rest.union(*given))) == Certainty::One);
    ((study.engine.would_settle)(study.q, facts, at) != settled).then(|| {
        let verb = if settled { "would settle it" } else { "would not settle it" };
        format!("an answer to `{}` {verb}, and the opposite is said", question.id)
    })
}
