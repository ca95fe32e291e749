//! Why: which answers pushed the level up, which held it down, and what would change it.

use alloc::vec::Vec;

use super::certainty::sets_level;
use super::flow::{Facts, replay};
use super::level::Level;
use super::model::{Order, Question, Questionnaire, Rule, Set};
use super::placement::Placement;

/// One rule that fired, with the answers that made it fire.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    /// The rule.
    pub rule: &'a Rule<'a>,
    /// The options chosen that made it fire: with the mildest answer instead, it would not.
    pub answers: Set,
    /// Whether its floor is the level suggested.
    pub holds: bool,
}

/// The rules that fired, those that hold the level first, otherwise in the order of the table.
pub fn reasons<'a>(q: &Questionnaire<'a>, known: Set, placement: &Placement) -> Vec<Reason<'a>> {
    let mut reasons = Vec::new();
    for holding in [true, false] {
        for rule in q.fired(placement.fired) {
            let holds = rule.effect.floor == Some(placement.floor);
            if holds == holding {
                let answers = counting(q, rule).and(known);
                reasons.push(Reason { rule, answers, holds });
            }
        }
    }
    reasons
}

/// The options that count for a rule. What a clause allows as well as the mildest answer to the same question only
/// limits the rule, and is no reason for it.
fn counting(q: &Questionnaire, rule: &Rule) -> Set {
    let mut counting = Set::NONE;
    for clause in rule.when {
        for question in q.questions {
            if clause.wanted && !clause.options.meets(question.mildest) {
                counting = counting.or(clause.options.and(question.all()));
            }
        }
    }
    counting
}

/// The places of the questions whose answer is as mild as it can be, and so held the level down.
pub fn held(q: &Questionnaire, facts: &Facts) -> Vec<usize> {
    let mut held = Vec::new();
    for place in facts.path() {
        let question = q.at(place);
        let mildest = question.order == Order::Scale && facts.known.and(question.all()) == question.mildest;
        if mildest && sets_level(q, place) {
            held.push(place);
        }
    }
    held
}

/// One answer that would move the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The place of the question.
    pub question: usize,
    /// The answer that would be given instead.
    pub answer: Set,
    /// The level that it would lead to.
    pub level: Level,
}

/// The nearest single answers that would move the level: for each question at most one that lowers it and
/// one that raises it, the smallest step from the answer given. Each is tried, not guessed.
///
/// Answers to questions that are no longer asked are left out: they have no effect, here as everywhere.
pub fn moves(q: &Questionnaire, facts: &Facts) -> Vec<Move> {
    let level = facts.placement.floor;
    let mut moves = Vec::new();
    for at in facts.path() {
        if !sets_level(q, at) {
            continue;
        }
        let question = q.at(at);
        let given = facts.known.and(question.all());
        let (mut lower, mut higher) = (None::<Move>, None::<Move>);
        for answer in &nearest_first(question, given) {
            let moved = facts.known.minus(question.all()).or(*answer);
            let to = replay(q, moved).placement.floor;
            let candidate = Move { question: at, answer: *answer, level: to };
            if to < level {
                lower = lower.or(Some(candidate));
            } else if to > level {
                higher = higher.or(Some(candidate));
            }
        }
        if let Some(lower) = lower {
            moves.push(lower);
        }
        if let Some(higher) = higher {
            moves.push(higher);
        }
    }
    moves
}

/// Every other known answer to the question, the nearest to `given` first. For an unknown one, the mildest first.
fn nearest_first(question: &Question, given: Set) -> Vec<Set> {
    let known = question.all().minus(question.unknown);
    let mut nearest = Vec::new();
    if question.many {
        let (free, from) = (known.minus(question.alone).0, given.minus(question.alone).0);
        for distance in 1..=free.count_ones() {
            // The next larger set of these options, each time, from none of them to all.
            let mut answer = 0;
            while answer != free {
                answer = (answer | !free).wrapping_add(1) & free;
                if (answer ^ from).count_ones() == distance {
                    nearest.push(Set(answer));
                }
            }
        }
        return nearest;
    }
    // What is not known is as near to all of them as to the mildest.
    let from = if given.meets(question.unknown) { question.first } else { given.0.trailing_zeros() as usize };
    let others = known.minus(given);
    for distance in 0..question.options.len() {
        // Of two as near, the milder first.
        for option in [from.wrapping_sub(distance), from + distance] {
            if option < Set::MOST && others.meets(Set::one(option)) && nearest.last() != Some(&Set::one(option)) {
                nearest.push(Set::one(option));
            }
        }
    }
    nearest
}
