//! How sure the suggestion is, and what held the level down.

use program_finder::engine::{Certainty, Facts, Level, OptionSet, Order};

use crate::study::{Study, Walker};
use crate::sweep::{Covered, sweep};
use crate::unknown::stand_ins;
use crate::violation::{Promise, Violation};

/// A visit, with a count of its answers that set the level.
#[derive(Clone, Copy)]
pub struct Counted {
    pub visit: Walker,
    /// Those that are unknown, less those that are known. What can no longer become more or less than half is all one.
    pub unknown: i8,
}

/// The options that some floor reads.
fn read_by_floors(study: &Study) -> OptionSet {
    let floors = study.q.rules.iter().filter(|rule| rule.effect.floor.is_some());
    floors.flat_map(|rule| rule.when).fold(OptionSet::NONE, |all, clause| all.union(clause.options))
}

/// Whether the question at this place sets the level: a floor reads it, and not knowing it leaves something open.
pub fn sets_level(study: &Study, at: usize) -> bool {
    let question = &study.q.questions[at];
    let open = !question.unknown.is_empty() && stand_ins(study, at).len() > 1;
    open && read_by_floors(study).intersects(question.all())
}

/// What is counted, prepared: for each place whether its question sets the level, and how many from there on do.
pub struct Setting {
    sets: Vec<bool>,
    left: Vec<i8>,
}

impl Setting {
    pub fn of(study: &Study) -> Setting {
        let sets: Vec<bool> = (0..study.count()).map(|at| sets_level(study, at)).collect();
        let left = (0..=study.count()).map(|at| sets[at..].iter().filter(|sets| **sets).count() as i8).collect();
        Setting { sets, left }
    }

    /// The visit after this answer at this place, which counts only where it is asked.
    pub fn give(&self, study: &Study, before: &Counted, at: usize, given: OptionSet) -> Counted {
        let asked = before.visit.facts.asks(at);
        let given = if asked { given } else { OptionSet::NONE };
        let count = match (asked && self.sets[at], given.intersects(study.q.questions[at].unknown)) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => -1,
        };
        // Not more than half is not more than half, however far from it, once what is left cannot make up for it.
        let left = self.left[at + 1];
        let unknown = (before.unknown + count).clamp(-left, left + 1);
        Counted { visit: study.give(&before.visit, at, given), unknown }
    }
}

/// The four states are what they are said to be.
pub fn certainty(study: &Study) -> Result<Covered, Violation> {
    let setting = Setting::of(study);
    let mut wrong = Vec::new();
    let mut seen = [false; 4];
    let covered = sweep(
        0..study.count(),
        vec![(Counted { visit: study.start(), unknown: 0 }, 1)],
        |counted| (counted.visit.key, counted.unknown),
        |at, counted, next| {
            for (given, times) in study.answers(at, counted.visit.facts.asks(at)) {
                next(setting.give(study, counted, at, *given), *times);
            }
        },
        |counted| {
            let facts = &counted.visit.facts;
            let expected = state(facts.placement.floor, facts.max_level, counted.unknown > 0);
            let said = (study.engine.certainty)(study.q, facts);
            seen[said as usize] = true;
            if said != expected {
                wrong.push(vec![counted.visit.answers]);
            }
        },
    );
    let what = |sets: &[OptionSet]| {
        let facts = study.replay(sets[0]);
        let said = (study.engine.certainty)(study.q, &facts);
        let expected = worked_out(study, &facts);
        (said != expected).then(|| format!("it is said to be {said:?}, and is {expected:?}"))
    };
    if let Some(violation) = Violation::smallest(study, Promise::Certainty, wrong, what) {
        return Err(violation);
    }
    if seen != [true; 4] {
        return Err(Violation::of_tables(Promise::Reached, format!("of the four states only {seen:?} are reached")));
    }
    Ok(covered)
}

/// The four states, by the design's words. `half`: more than half of the answers that set the level are unknown.
pub fn state(low: Level, high: Level, half: bool) -> Certainty {
    match (half, high as u8 - low as u8) {
        (true, _) => Certainty::NotEnough,
        (false, 0) => Certainty::One,
        (false, 1) => Certainty::Two,
        (false, _) if low == Level::Outpatient => Certainty::NotEnough,
        (false, _) => Certainty::AtLeast,
    }
}

/// The same for one visit, worked out anew.
pub fn worked_out(study: &Study, facts: &Facts) -> Certainty {
    let setting: Vec<usize> = facts.path().filter(|at| sets_level(study, *at)).collect();
    let unknown = |at: &&usize| facts.answers.intersects(study.q.questions[**at].unknown);
    let half = setting.iter().filter(unknown).count() * 2 > setting.len();
    state(facts.placement.floor, facts.max_level, half)
}

/// The questions named as holding the level down are those that set the level and have the mildest answer. Each question
/// is looked at by itself: so it is tried with every two answers to every two questions.
pub fn held(study: &Study) -> Result<Covered, Violation> {
    let mut covered = Covered::default();
    for at in 0..study.count() {
        for other in at..study.count() {
            for first in &study.choices[at] {
                for second in if other == at { std::slice::from_ref(first) } else { &study.choices[other] } {
                    covered += Covered { sets: 1, ends: 1 };
                    let mut facts = Facts::default();
                    (facts.answers, facts.asked) = (first.union(*second), 1 << at | 1 << other);
                    if (study.engine.protective_answers)(study.q, &facts) != mildest(study, &facts) {
                        let what = "what is said to have held the level down is not what is mildest".to_owned();
                        return Err(Violation::example(study, Promise::Held, &[facts.answers], what));
                    }
                }
            }
        }
    }
    Ok(covered)
}

/// The questions about safety, by name: what would change with another answer to one of them is never said.
pub const SAFETY: [&str; 4] = ["danger", "suicide", "signs", "body"];

fn mildest(study: &Study, facts: &Facts) -> Vec<usize> {
    let holds = |at: &usize| {
        let question = &study.q.questions[*at];
        let mildest = match question.order {
            Order::Free => None,
            // Of several, to have chosen none of them.
            Order::Together => question.option("none"),
            Order::Scale | Order::Pairs(_) => Some(OptionSet::single(question.first)),
        };
        let given = facts.answers.intersection(question.all());
        mildest == Some(given) && sets_level(study, *at) && !SAFETY.contains(&question.id)
    };
    facts.path().filter(holds).collect()
}
