//! How sure the suggestion is, and what held the level down.
//!
//! Beside each visit walk all visits that differ from it in one answer, one step milder. Whether one of them ends
//! lower is what "one answer alone holds the level" means.

use program_finder::engine::{Certainty, Facts, Level, Order, Set};

use crate::pairs::steps;
use crate::study::{Study, Walker};
use crate::sweep::{Covered, sweep};
use crate::unknown::stand_ins;
use crate::violation::{Promise, Violation};

struct Company {
    visit: Walker,
    /// Of the answers that set the level: those that are unknown, less those that are known.
    unknown: i32,
    /// The visits with one answer one step milder, as far as they can still end lower.
    milder: Vec<Walker>,
}

/// The options that some floor reads.
fn read_by_floors(study: &Study) -> Set {
    let floors = study.q.rules.iter().filter(|rule| rule.effect.floor.is_some());
    floors.flat_map(|rule| rule.when).fold(Set::NONE, |all, clause| all.or(clause.options))
}

/// Whether the answer to the question at this place sets the level: a floor reads it, and not knowing it leaves
/// something open.
pub fn sets_level(study: &Study, at: usize) -> bool {
    read_by_floors(study).meets(study.q.questions[at].all()) && stand_ins(study, at).len() > 1
}

/// The three states are what they are said to be.
pub fn certainty(study: &Study) -> Result<Covered, Violation> {
    let floors = read_by_floors(study);
    let setting: Vec<bool> = (0..study.count()).map(|at| sets_level(study, at)).collect();
    let milder: Vec<Vec<(Set, Set)>> =
        study.q.questions.iter().zip(&study.choices).map(|(question, all)| steps(question, all)).collect();
    let mut wrong = Vec::new();
    let mut seen = [false; 3];
    let start = Company { visit: study.start(), unknown: 0, milder: Vec::new() };
    let covered = sweep(
        0..study.count(),
        vec![(start, 1)],
        |company| {
            let milder: Vec<_> = company.milder.iter().map(|walker| walker.key).collect();
            (company.visit.key, company.unknown, milder)
        },
        |at, company, next| {
            let question = &study.q.questions[at];
            let nothing = [Set::NONE];
            let asked = company.visit.facts.asks(at);
            for given in if asked { study.choices[at].as_slice() } else { &nothing } {
                let give = |walker: &Walker, given: Set| {
                    study.give(walker, at, if walker.facts.asks(at) { given } else { Set::NONE })
                };
                let visit = give(&company.visit, *given);
                let mut beside: Vec<Walker> = company.milder.iter().map(|walker| give(walker, *given)).collect();
                if asked && floors.meets(question.all()) {
                    let steps = milder[at].iter().filter(|(_, serious)| serious == given);
                    beside.extend(steps.map(|(mild, _)| give(&company.visit, *mild)));
                }
                // What goes on like the visit itself ends where it does, and of two that go on alike one will do.
                beside.retain(|walker| walker.key != visit.key);
                beside.sort_unstable_by_key(|walker| walker.key);
                beside.dedup_by_key(|walker| walker.key);
                let balance = match (asked && setting[at], given.meets(question.unknown)) {
                    (false, _) => 0,
                    (true, unknown) => {
                        if unknown {
                            1
                        } else {
                            -1
                        }
                    }
                };
                next(Company { visit, unknown: company.unknown + balance, milder: beside });
            }
        },
        |company| {
            let facts = &company.visit.facts;
            let floor = |walker: &Walker| walker.facts.placement.floor;
            let alone = company.milder.iter().any(|walker| floor(walker) < floor(&company.visit));
            let expected = state(floor(&company.visit), facts.high, company.unknown, alone);
            let said = (study.engine.certainty)(study.q, facts);
            seen[said as usize] = true;
            if said != expected {
                wrong.push(vec![company.visit.answers]);
            }
        },
    );
    let what = |sets: &[Set]| {
        let facts = study.replay(sets[0]);
        let said = (study.engine.certainty)(study.q, &facts);
        let expected = worked_out(study, &facts);
        (said != expected).then(|| format!("it is said to be {said:?}, and is {expected:?}"))
    };
    if let Some(violation) = Violation::smallest(study, Promise::Certainty, wrong, what) {
        return Err(violation);
    }
    if seen != [true; 3] {
        return Err(Violation::of_tables(Promise::Reached, format!("of the three states only {seen:?} are reached")));
    }
    Ok(covered)
}

/// The three states, by the design's words.
fn state(low: Level, high: Level, unknown: i32, alone: bool) -> Certainty {
    let spans = high as i32 - low as i32;
    if spans > 1 || unknown > 0 {
        Certainty::NotEnough
    } else if spans == 1 || alone {
        Certainty::CloseCall
    } else {
        Certainty::Clear
    }
}

/// The same for one visit, worked out anew.
pub fn worked_out(study: &Study, facts: &Facts) -> Certainty {
    let floors = read_by_floors(study);
    let (mut unknown, mut alone) = (0, false);
    for at in facts.path() {
        let question = &study.q.questions[at];
        let given = facts.known.and(question.all());
        if sets_level(study, at) {
            unknown += if given.meets(question.unknown) { 1 } else { -1 };
        }
        let lowers = |mild: Set| {
            study.replay(facts.known.minus(question.all()).or(mild)).placement.floor < facts.placement.floor
        };
        let steps = steps(question, &study.choices[at]);
        alone |= floors.meets(question.all()) && steps.iter().any(|(mild, serious)| *serious == given && lowers(*mild));
    }
    state(facts.placement.floor, facts.high, unknown, alone)
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
                    (facts.known, facts.asked) = (first.or(*second), 1 << at | 1 << other);
                    if (study.engine.held)(study.q, &facts) != mildest(study, &facts) {
                        let what = "what is said to have held the level down is not what is mildest".to_owned();
                        return Err(Violation::example(study, Promise::Held, &[facts.known], what));
                    }
                }
            }
        }
    }
    Ok(covered)
}

fn mildest(study: &Study, facts: &Facts) -> Vec<usize> {
    let holds = |at: &usize| {
        let question = &study.q.questions[*at];
        let first = facts.known.and(question.all()) == Set::one(question.first);
        first && question.order == Order::Scale && sets_level(study, *at)
    };
    facts.path().filter(holds).collect()
}
