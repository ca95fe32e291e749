//! Promise 5: the range is the lowest and the highest level over all replacements of what is not known.
//!
//! Three visits are walked side by side: the visit itself; the same with each unknown answer at its most serious,
//! which the engine takes for the upper end; and any replacement at all. No replacement ends below the first or above
//! the second. And both ends are replacements: the second is one, and with each unknown answer at its mildest
//! a visit ends at its own level.

use program_finder::engine::{Facts, Level, Question, Set};

use crate::study::{Key, Study, Walker};
use crate::sweep::{Covered, sweep};
use crate::violation::{Promise, Violation};

/// What an unknown answer may turn out to be. That is any known answer, with exceptions by design: an unknown answer never
/// stands for an emergency (whoever would rather not say is offered somebody to talk to instead); signs and the body are
/// asked for first steps, and do not widen the level; and whoever is not sure what it is about is asked about both, and
/// so has answered as one who has both.
const EXCEPTIONS: [(&str, &str); 4] = [("danger", "none"), ("concern", "both"), ("signs", "none"), ("body", "none")];

/// Every known answer that an unknown one to the question at this place may turn out to be.
pub fn stand_ins(study: &Study, at: usize) -> Vec<Set> {
    let question = &study.q.questions[at];
    if let Some((_, only)) = EXCEPTIONS.iter().find(|(id, _)| *id == question.id) {
        return question.option(only).into_iter().collect();
    }
    let may_be = |given: &&Set| !given.meets(question.unknown) && !given.meets(study.emergencies);
    study.choices[at].iter().filter(may_be).copied().collect()
}

/// The visit up to this place with each unknown answer at one end of what it may turn out to be.
pub fn at_end(study: &Study, facts: &Facts, upto: usize, end: fn(&Question) -> Set) -> Walker {
    let mut replaced = study.start();
    for at in 0..upto {
        let question = &study.q.questions[at];
        let given = facts.known.and(question.all());
        let known = facts.asks(at) && !given.meets(question.unknown);
        let given = if known { given } else { end(question) };
        replaced = study.give(&replaced, at, if replaced.facts.asks(at) { given } else { Set::NONE });
    }
    replaced
}

/// The level with each unknown answer at that end.
fn floor_at(study: &Study, facts: &Facts, end: fn(&Question) -> Set) -> Level {
    at_end(study, facts, study.count(), end).facts.placement.floor
}

/// The upper end that the engine names must be one that the unknown answers could really come to.
fn worst_is_real(study: &Study) -> Result<(), Violation> {
    for (at, question) in study.q.questions.iter().enumerate().filter(|(_, question)| !question.unknown.is_empty()) {
        let stand_ins = stand_ins(study, at);
        if !stand_ins.contains(&question.worst) || !stand_ins.contains(&question.mildest) {
            let what = format!("what an unknown answer to `{}` stands for is not what it could be", question.id);
            return Err(Violation::of_tables(Promise::Range, what));
        }
    }
    Ok(())
}

/// A visit, one replacement of what is not known in it, and any replacement.
struct Three {
    visit: Walker,
    end: Walker,
    other: Walker,
}

/// Walks the three to every end, with each unknown answer of the second at that end.
fn walk(study: &Study, end: fn(&Question) -> Set, ended: impl FnMut(&Three)) -> Covered {
    let key = |three: &Three| -> [Key; 3] { [three.visit.key, three.end.key, three.other.key] };
    let start = Three { visit: study.start(), end: study.start(), other: study.start() };
    sweep(0..study.count(), vec![(start, 1)], key, |at, three, next| follow(study, at, three, end, next), ended)
}

/// The upper end is exact.
pub fn upper_end(study: &Study) -> Result<Covered, Violation> {
    worst_is_real(study)?;
    let mut bad = Vec::new();
    let covered = walk(
        study,
        |question| question.worst,
        |three| {
            let range = (study.engine.range)(&three.visit.facts);
            let high = three.end.facts.placement.floor.max(three.visit.facts.placement.floor);
            if range.high != high || three.other.facts.placement.floor > high {
                bad.push(vec![three.visit.answers, three.other.answers]);
            }
        },
    );
    let wrong = |sets: &[Set]| {
        let visit = study.replay(sets[0]);
        let high = (study.engine.range)(&visit).high;
        let other = study.replay(sets[1]).placement.floor;
        let worst = floor_at(study, &visit, |question| question.worst).max(visit.placement.floor);
        if replaces(study, sets[0], sets[1]) && other > high {
            return Some(ends("ends", high, "a replacement of what is unknown gives", other));
        }
        (high != worst).then(|| ends("ends", high, "what is unknown, at its most serious, gives", worst))
    };
    if let Some(violation) = Violation::smallest(study, Promise::Range, bad, wrong) {
        return Err(violation);
    }
    Ok(covered)
}

/// The lower end is exact.
pub fn lower_end(study: &Study) -> Result<Covered, Violation> {
    worst_is_real(study)?;
    let mut bad = Vec::new();
    let covered = walk(
        study,
        |question| question.mildest,
        |three| {
            let low = (study.engine.range)(&three.visit.facts).low;
            let floor = |walker: &Walker| walker.facts.placement.floor;
            if low != floor(&three.visit) || floor(&three.other) < low {
                bad.push(vec![three.visit.answers, three.other.answers]);
            }
            if floor(&three.end) != low {
                bad.push(vec![three.visit.answers, three.end.answers]);
            }
        },
    );
    let wrong = |sets: &[Set]| {
        let visit = study.replay(sets[0]);
        let low = (study.engine.range)(&visit).low;
        let other = study.replay(sets[1]).placement.floor;
        let mildest = floor_at(study, &visit, |question| question.mildest);
        if replaces(study, sets[0], sets[1]) && other < low {
            return Some(ends("begins", low, "a replacement of what is unknown gives", other));
        }
        (low != mildest).then(|| ends("begins", low, "what is unknown, at its mildest, gives", mildest))
    };
    if let Some(violation) = Violation::smallest(study, Promise::Range, bad, wrong) {
        return Err(violation);
    }
    Ok(covered)
}

fn ends(verb: &str, end: Level, whence: &str, other: Level) -> String {
    format!("the range {verb} at {}, and {whence} {}", end.id(), other.id())
}

/// What can follow: each answer to the visit; where it is known, the same to the others; where it is not, or not
/// asked, the end's own to the one and every stand-in to the other.
fn follow(study: &Study, at: usize, three: &Three, end: fn(&Question) -> Set, next: &mut dyn FnMut(Three)) {
    let question = &study.q.questions[at];
    let nothing = [Set::NONE];
    let given: &[Set] = if three.visit.facts.asks(at) { &study.choices[at] } else { &nothing };
    let give = |walker: &Walker, given: Set| {
        let given = if walker.facts.asks(at) { given } else { Set::NONE };
        study.give(walker, at, given)
    };
    for given in given.iter().copied() {
        let visit = give(&three.visit, given);
        if !given.is_empty() && !given.meets(question.unknown) {
            next(Three { visit, end: give(&three.end, given), other: give(&three.other, given) });
        } else {
            let end = give(&three.end, end(question));
            let stand_ins = if three.other.facts.asks(at) { stand_ins(study, at) } else { Vec::new() };
            let stand_ins = if stand_ins.is_empty() { vec![Set::NONE] } else { stand_ins };
            for other in stand_ins {
                next(Three { visit, end, other: give(&three.other, other) });
            }
        }
    }
}

/// Whether the second set replaces what is unknown in the first and keeps what is known.
fn replaces(study: &Study, visit: Set, other: Set) -> bool {
    let (visit, other) = (study.replay(visit), study.replay(other));
    let keeps = |at: usize| {
        let question = &study.q.questions[at];
        let (was, is) = (visit.known.and(question.all()), other.known.and(question.all()));
        if visit.asks(at) && !was.meets(question.unknown) { was == is } else { stand_ins(study, at).contains(&is) }
    };
    other.next.is_none() && other.path().filter(|at| *at > 0).all(keeps)
}
