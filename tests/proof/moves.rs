//! What would change the level: the nearest single answers that move it, each true when tried, none missing; and which
//! answers it rests on, which are those that would lower it at their mildest. What may be said of them is `levers`.
//!
//! For each question, all visits that differ in the answer to it walk side by side, from there to the end. So at the
//! end the level of each of them is known, and the engine's list has to name, from any of them, the nearest that is
//! lower and the nearest that is higher.

use program_finder::engine::{Facts, Level, OptionSet};

use crate::certain::{SAFETY, sets_level};
use crate::paths::{Layers, Stand};
use crate::study::{Key, Study, Walker};
use crate::sweep::{Covered, sweep};
use crate::violation::{Promise, Violation};

/// All answers to one question, as visits that go on differently.
#[derive(Clone)]
struct Side {
    /// The visit that was really made. The others are told only what it is asked.
    made: Walker,
    visits: Vec<Walker>,
    /// For each answer to the question, which of the visits it is.
    of: Vec<u8>,
    /// The answers with which that visit is made: one bit each, of those after which it goes on alike.
    given: u128,
}

impl Side {
    fn key(&self) -> (Key, Vec<Key>, Vec<u8>, u128) {
        (self.made.key, self.visits.iter().map(|visit| visit.key).collect(), self.of.clone(), self.given)
    }

    /// Joins the visits that go on alike.
    fn joined(&self) -> Side {
        let mut visits: Vec<Walker> = Vec::new();
        let mut join = |visit: &Walker| {
            let index = visits.iter().position(|known| known.key == visit.key).unwrap_or(visits.len());
            if index == visits.len() {
                visits.push(*visit);
            }
            index as u8
        };
        let indices: Vec<u8> = self.visits.iter().map(&mut join).collect();
        let of = self.of.iter().map(|index| indices[usize::from(*index)]).collect();
        Side { visits, of, ..self.clone() }
    }
}

/// The list is right for every visit, as far as it is about the question at this place.
pub fn moves(study: &Study, layers: &Layers, at: usize) -> Result<Covered, Violation> {
    let choices = &study.choices[at];
    // Nothing is ever said of another answer to a question about safety: `levers`.
    if SAFETY.contains(&study.q.questions[at].id) {
        return Ok(Covered::default());
    }
    // Of a question that sets no level nothing is said, whatever was answered.
    if !sets_level(study, at) {
        let ends: Vec<OptionSet> =
            layers.ends.iter().filter(|end| end.facts.asks(at)).map(|end| end.facts.answers).collect();
        let said = |set: &OptionSet| wrong_here(study, at, &study.replay(*set)).is_some();
        let bad: Vec<OptionSet> = ends.iter().copied().filter(said).collect();
        let what = format!("something is said of `{}`, which sets no level", study.q.questions[at].id);
        let covered = Covered { sets: ends.len() as u128, ends: ends.len() as u64 };
        return Violation::plainest(study, Promise::Moves, bad, what).map_or(Ok(covered), Err);
    }
    let mut start = Vec::new();
    for Stand { walker, sets, .. } in layers.before(at).iter().filter(|stand| stand.walker.facts.asks(at)) {
        let visits: Vec<Walker> = choices.iter().map(|given| study.give(walker, at, *given)).collect();
        let each = Side { made: *walker, visits, of: (0..choices.len() as u8).collect(), given: 0 }.joined();
        for visit in 0..each.visits.len() as u8 {
            let same = each.of.iter().enumerate().filter(|(_, of)| **of == visit);
            let given = same.fold(0, |given, (answer, _)| given | 1 << answer);
            let made = each.visits[usize::from(visit)];
            start.push((Side { made, given, ..each.clone() }, sets * u128::from(given.count_ones())));
        }
    }
    let mut bad = Vec::new();
    let mut tried = 0;
    let mut covered = sweep(
        at + 1..study.count(),
        start,
        Side::key,
        |index, side, next| {
            for (given, times) in study.answers(index, side.made.facts.asks(index)) {
                let give = |visit: &Walker| {
                    study.give(visit, index, if visit.facts.asks(index) { *given } else { OptionSet::NONE })
                };
                let visits = side.visits.iter().map(give).collect();
                let side = Side { made: give(&side.made), visits, ..side.clone() };
                next(if index + 1 == study.count() { side } else { side.joined() }, *times);
            }
        },
        |side| {
            let rest = side.made.answers.difference(study.q.questions[at].all());
            let levels: Vec<Level> =
                side.of.iter().map(|index| side.visits[usize::from(*index)].facts.placement.floor).collect();
            for (_, given) in choices.iter().enumerate().filter(|(answer, _)| side.given >> answer & 1 == 1) {
                tried += 1;
                let facts = study.replay(rest.union(*given));
                if wrong(study, at, &facts, &levels).is_some() {
                    bad.push(vec![rest.union(*given)]);
                }
            }
        },
    );
    covered.ends = tried;
    let wrong = |sets: &[OptionSet]| {
        let facts = study.replay(sets[0]);
        facts.asks(at).then(|| wrong_here(study, at, &facts)).flatten()
    };
    Violation::smallest(study, Promise::Moves, bad, wrong).map_or(Ok(covered), Err)
}

/// What is wrong with the list as far as it is about this question, with each answer tried.
pub fn wrong_here(study: &Study, at: usize, facts: &Facts) -> Option<String> {
    let all = study.q.questions[at].all();
    let level = |given: &OptionSet| study.replay(facts.answers.difference(all).union(*given)).placement.floor;
    let levels: Vec<Level> = study.choices[at].iter().map(level).collect();
    wrong(study, at, facts, &levels)
}

/// What is wrong with the list, where each answer to the question at this place leads to these levels.
fn wrong(study: &Study, at: usize, facts: &Facts, levels: &[Level]) -> Option<String> {
    let question = &study.q.questions[at];
    let given = facts.answers.intersection(question.all());
    let known = |answer: OptionSet| !answer.intersects(question.unknown);
    let here = facts.placement.floor;
    let mildest = study.choices[at].iter().position(|answer| *answer == question.mildest);
    let lowers = mildest.is_some_and(|mildest| known(given) && sets_level(study, at) && levels[mildest] < here);
    if (study.engine.holds_level)(study.q, facts, at) != lowers {
        let is_not = if lowers { "rests on" } else { "does not rest on" };
        return Some(format!("the level {is_not} the answer to `{}`, and the opposite is said", question.id));
    }
    let named = (study.engine.moves_at)(study.q, facts, at);
    if named.len() > 2 || named.iter().any(|to| to.question != at) {
        return Some("more than two answers are named, or one to another question".to_owned());
    }
    for lower in [true, false] {
        let moves = |level: Level| if lower { level < here } else { level > here };
        let others = study.choices[at].iter().zip(levels);
        let others = others.filter(|(answer, level)| known(**answer) && **answer != given && moves(**level));
        let nearest = others.map(|(answer, _)| distance(study, at, given, *answer)).min();
        let nearest = nearest.filter(|_| sets_level(study, at));
        let to = named.iter().find(|to| moves(to.level));
        match (to, nearest) {
            (None, None) => {}
            (None, Some(_)) => return Some(format!("an answer to `{}` that moves the level is missing", question.id)),
            (Some(_), None) => return Some(format!("no answer to `{}` moves the level as said", question.id)),
            (Some(to), Some(nearest)) => {
                let index = study.choices[at].iter().position(|answer| *answer == to.answer);
                if !known(to.answer) || index.is_none_or(|index| levels[index] != to.level) {
                    return Some(format!("what is said of `{}` is not true when tried", question.id));
                }
                if distance(study, at, given, to.answer) != nearest {
                    return Some(format!("a nearer answer to `{}` moves the level too", question.id));
                }
            }
        }
    }
    None
}

/// How far an answer is from the one given. From an unknown one: how far it is from the mildest.
fn distance(study: &Study, at: usize, given: OptionSet, answer: OptionSet) -> usize {
    let question = &study.q.questions[at];
    if question.many {
        // Choices taken back and added. To choose none of them, or not to know, is no choice.
        let (from, to) = (given.difference(question.exclusive), answer.difference(question.exclusive));
        return from.difference(to).len() + to.difference(from).len();
    }
    let from = if given.intersects(question.unknown) { question.mildest } else { given };
    (from.0.trailing_zeros() as usize).abs_diff(answer.0.trailing_zeros() as usize)
}
