//! Promise 7: a question that is asked can change something.

use std::collections::HashMap;

use program_finder::engine::OptionSet;

use crate::paths::{Layers, Stand};
use crate::study::{Key, Study, Walker};
use crate::sweep::Covered;
use crate::unknown::at_end;
use crate::violation::{Promise, Violation};

/// A visit, and what it would be with each unknown answer at its most serious: the upper end of its range.
pub type Ranged = (Walker, Walker);

/// Whether two visits can still come to different ends, for all pairs of them that were looked at.
#[derive(Default)]
struct Memory(HashMap<(usize, [Key; 4], u128, u16), bool>);

/// For every visit that is asked the question at this place, there are two answers to it and some answers to what
/// follows with which the level, its range, a first step (with its rule) or an add-on differ.
pub fn wasted(study: &Study, layers: &Layers, at: usize) -> Result<Covered, Violation> {
    let mut memory = Memory::default();
    let mut covered = Covered::default();
    let mut bad = Vec::new();
    let question = &study.q.questions[at];
    for Stand { walker, sets, .. } in layers.before(at).iter().filter(|stand| stand.walker.facts.asks(at)) {
        covered += Covered { sets: *sets, ends: 1 };
        let worst = at_end(study, &walker.facts, at, |question| question.worst);
        let give = |given: OptionSet| ranged(study, &(*walker, worst), at, given);
        let mut each = study.choices[at].iter().map(|given| give(*given));
        let first = each.next().expect("a question has answers");
        if !each.any(|other| differ(study, at + 1, &first, &other, &mut memory)) {
            bad.push(walker.answers);
        }
    }
    let what = format!("`{}` is asked, and no answer to it can change anything", question.id);
    Violation::plainest(study, Promise::Wasted, bad, what).map_or(Ok(covered), Err)
}

/// The visit after this answer, and its upper end.
fn ranged(study: &Study, (walker, worst): &Ranged, at: usize, given: OptionSet) -> Ranged {
    let question = &study.q.questions[at];
    let known = !given.is_empty() && walker.facts.asks(at) && !given.intersects(question.unknown);
    let at_worst = if known { given } else { question.worst };
    (
        study.give(walker, at, given),
        study.give(worst, at, if worst.facts.asks(at) { at_worst } else { OptionSet::NONE }),
    )
}

fn differ(study: &Study, at: usize, one: &Ranged, other: &Ranged, memory: &mut Memory) -> bool {
    if at == study.count() {
        let end = |(walker, worst): &Ranged| {
            let said = &walker.facts.placement;
            let high = worst.facts.placement.floor.max(said.floor);
            (said.floor, high, said.fired & study.step_rules, said.add_ons, said.no_level)
        };
        return end(one) != end(other);
    }
    let steps = (one.0.passed.sofar.fired ^ other.0.passed.sofar.fired) & study.step_rules;
    let adds = one.0.passed.sofar.add_ons.0 ^ other.0.passed.sofar.add_ons.0;
    let key = (at, [one.0.key, one.1.key, other.0.key, other.1.key], steps, adds);
    if let Some(known) = memory.0.get(&key) {
        return *known;
    }
    let asked = one.0.facts.asks(at) || other.0.facts.asks(at);
    let kinds = study.answers(at, asked).iter();
    let mut follow = kinds.map(|(given, _)| [one, other].map(|side| ranged(study, side, at, *given)));
    let found = follow.any(|[one, other]| differ(study, at + 1, &one, &other, memory));
    memory.0.insert(key, found);
    found
}
