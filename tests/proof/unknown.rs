//! Promise 5: the range is the lowest and the highest level over all replacements of what is not known.
//!
//! Three visits are walked side by side: the visit itself; the same with each unknown answer at its most serious,
//! which the engine takes for the upper end; and any replacement at all. No replacement ends below the first or above
//! the second. And both ends are replacements: the second is one, and with each unknown answer at its mildest
//! a visit ends at its own level.

use program_finder::engine::{Facts, Level, OptionSet, Question};

use crate::study::{Key, Passed, Study, Walker};
use crate::sweep::{Covered, sweep};
use crate::violation::{Promise, Violation};

/// What an unknown answer may turn out to be. That is any known answer, with exceptions by design: an unknown answer never
/// stands for an emergency (whoever would rather not say is offered somebody to talk to instead); signs and the body are
/// asked for first steps, and do not widen the level; and whoever is not sure what it is about is asked about both, and
/// so has answered as one who has both.
const EXCEPTIONS: [(&str, &str); 4] = [("danger", "none"), ("concern", "both"), ("signs", "none"), ("body", "none")];

/// Every known answer that an unknown one to the question at this place may turn out to be.
pub fn stand_ins(study: &Study, at: usize) -> Vec<OptionSet> {
    let question = &study.q.questions[at];
    if let Some((_, only)) = EXCEPTIONS.iter().find(|(id, _)| *id == question.id) {
        return question.option(only).into_iter().collect();
    }
    let may_be = |given: &&OptionSet| !given.intersects(question.unknown) && !given.intersects(study.emergencies);
    study.choices[at].iter().filter(may_be).copied().collect()
}

/// The visit up to this place with each unknown answer at one end of what it may turn out to be.
pub fn at_end(study: &Study, facts: &Facts, upto: usize, end: fn(&Question) -> OptionSet) -> Walker {
    let mut replaced = study.start();
    for at in 0..upto {
        let question = &study.q.questions[at];
        let given = facts.answers.intersection(question.all());
        let known = facts.asks(at) && !given.intersects(question.unknown);
        let given = if known { given } else { end(question) };
        replaced = study.give(&replaced, at, if replaced.facts.asks(at) { given } else { OptionSet::NONE });
    }
    replaced
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

/// What is known in a visit in which what is unknown has been replaced. What was told stays told, even where a
/// replacement would have kept it from being asked: nobody who was hurt by their use two weeks ago did not use.
#[derive(Clone, Copy)]
struct Replaced {
    passed: Passed,
    key: Key,
}

impl Replaced {
    fn give(&self, study: &Study, at: usize, given: OptionSet) -> Replaced {
        let passed = study.pass(&self.passed, at, given, false);
        Replaced { passed, key: study.key(at + 1, &passed) }
    }
    /// Whether the question at this place would be asked of it.
    fn open(&self, study: &Study, at: usize) -> bool {
        study.q.questions[at].visible_when.iter().all(|clause| clause.met(self.passed.known))
    }
    fn floor(&self) -> Level {
        self.passed.sofar.floor
    }
}

/// A visit, one replacement of what is not known in it, and any replacement.
struct Three {
    visit: Walker,
    end: Replaced,
    other: Replaced,
}

/// Walks the three to every end, with each unknown answer of the second at that end.
fn walk(study: &Study, end: fn(&Question) -> OptionSet, ended: impl FnMut(&Three)) -> Covered {
    let key = |three: &Three| -> [Key; 3] { [three.visit.key, three.end.key, three.other.key] };
    let nothing = Passed::default();
    let replaced = Replaced { passed: nothing, key: study.key(0, &nothing) };
    let start = Three { visit: study.start(), end: replaced, other: replaced };
    sweep(0..study.count(), vec![(start, 1)], key, |at, three, next| follow(study, at, three, end, next), ended)
}

/// The smallest of the examples in which an end of the range is not what it should be.
#[derive(Default)]
struct Wrong(Option<(usize, OptionSet, OptionSet, String)>);

impl Wrong {
    fn at(&mut self, visit: &Walker, other: &Replaced, what: impl Fn() -> String) {
        let size = visit.facts.answers.len() + other.passed.known.len();
        if self.0.as_ref().is_none_or(|(smallest, ..)| size < *smallest) {
            self.0 = Some((size, visit.facts.answers, other.passed.known, what()));
        }
    }
    fn told(self, study: &Study, covered: Covered) -> Result<Covered, Violation> {
        match self.0 {
            None => Ok(covered),
            Some((_, visit, other, what)) => Err(Violation::example(study, Promise::Range, &[visit, other], what)),
        }
    }
}

/// The upper end is exact.
pub fn upper_end(study: &Study) -> Result<Covered, Violation> {
    worst_is_real(study)?;
    let mut wrong = Wrong::default();
    let covered = walk(
        study,
        |question| question.worst,
        |Three { visit, end, other }| {
            let high = (study.engine.range)(&visit.facts).high;
            let worst = end.floor().max(visit.facts.placement.floor);
            if other.floor() > high {
                wrong.at(visit, other, || ends("ends", high, "a replacement of what is unknown gives", other.floor()));
            } else if high != worst {
                wrong.at(visit, end, || ends("ends", high, "what is unknown, at its most serious, gives", worst));
            }
        },
    );
    wrong.told(study, covered)
}

/// The lower end is exact.
pub fn lower_end(study: &Study) -> Result<Covered, Violation> {
    worst_is_real(study)?;
    let mut wrong = Wrong::default();
    let covered = walk(
        study,
        |question| question.mildest,
        |Three { visit, end, other }| {
            let low = (study.engine.range)(&visit.facts).low;
            if other.floor() < low {
                wrong.at(visit, other, || ends("begins", low, "a replacement of what is unknown gives", other.floor()));
            } else if low != end.floor() || low != visit.facts.placement.floor {
                wrong.at(visit, end, || ends("begins", low, "what is unknown, at its mildest, gives", end.floor()));
            }
        },
    );
    wrong.told(study, covered)
}

fn ends(verb: &str, end: Level, whence: &str, other: Level) -> String {
    format!("the range {verb} at {}, and {whence} {}", end.id(), other.id())
}

/// What can follow: each answer to the visit; where it is known, the same to the others; where it is not, or not
/// asked, the end's own to the one and every stand-in to the other, if they are asked.
fn follow(study: &Study, at: usize, three: &Three, end: fn(&Question) -> OptionSet, next: &mut dyn FnMut(Three, u128)) {
    let question = &study.q.questions[at];
    let stand_ins_here = stand_ins(study, at);
    for (given, times) in study.answers(at, three.visit.facts.asks(at)).iter().copied() {
        let visit = study.give(&three.visit, at, given);
        if !given.is_empty() && !given.intersects(question.unknown) {
            let [end, other] = [three.end, three.other].map(|replaced| replaced.give(study, at, given));
            next(Three { visit, end, other }, times);
        } else {
            let at_end = if three.end.open(study, at) { end(question) } else { OptionSet::NONE };
            let end = three.end.give(study, at, at_end);
            // Of stand-ins of one kind one is enough.
            let kinds = study.answers(at, three.other.open(study, at)).iter();
            let mut others: Vec<OptionSet> =
                kinds.map(|(given, _)| *given).filter(|given| stand_ins_here.contains(given)).collect();
            if others.is_empty() {
                others.push(OptionSet::NONE);
            }
            for other in others {
                next(Three { visit, end, other: three.other.give(study, at, other) }, times);
            }
        }
    }
}
