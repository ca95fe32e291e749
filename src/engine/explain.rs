//! Why: which answers pushed the level up, which held it down, and what would change it.

use alloc::vec::Vec;

use super::certainty::sets_level;
use super::flow::{Facts, replay};
use super::level::Level;
use super::model::{Order, Question, Questionnaire, Rule, Set};
use super::placement::Placement;
use super::rests::{Safety, asks_about_safety};

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

/// The places of the questions whose answer is as mild as it can be, and so held the level down. Safety is left out: not
/// to think of suicide is no merit.
pub fn held(q: &Questionnaire, facts: &Facts) -> Vec<usize> {
    let mut held = Vec::new();
    for place in facts.path() {
        let question = q.at(place);
        // "Only this one" of several is as mild as it can be, and still something; "none of these" is not.
        let nothing = question.order != Order::Free && question.alone.holds(question.mildest);
        let mildest = nothing && facts.known.and(question.all()) == question.mildest;
        if mildest && sets_level(q, place) && !asks_about_safety(q, place) {
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
/// Answers to questions that are no longer asked are left out: they have no effect, here as everywhere. So are questions
/// about safety, milder answers where what was said brought a first step or a safety plan, and everything that lowers a
/// level which safety holds: safety answers are no levers.
pub fn moves(q: &Questionnaire, facts: &Facts) -> Vec<Move> {
    let safety = Safety::of(q, facts);
    let mut moves = Vec::new();
    for place in facts.path() {
        if asks_about_safety(q, place) {
            continue;
        }
        for to in moves_at(q, facts, place) {
            let told = facts.known.and(q.at(place).all());
            if to.level > facts.placement.floor || !safety.holds && !told.meets(safety.answers) {
                moves.push(to);
            }
        }
    }
    moves
}

/// The nearest other answers to the question at this place that lower and that raise the level, whatever it is about.
pub fn moves_at(q: &Questionnaire, facts: &Facts, place: usize) -> Vec<Move> {
    let level = facts.placement.floor;
    let (mut lower, mut higher) = (None::<Move>, None::<Move>);
    if sets_level(q, place) {
        let question = q.at(place);
        for answer in &nearest_first(question, facts.known.and(question.all())) {
            let moved = facts.known.minus(question.all()).or(*answer);
            let to = replay(q, moved).placement.floor;
            let candidate = Move { question: place, answer: *answer, level: to };
            if to < level {
                lower = lower.or(Some(candidate));
            } else if to > level {
                higher = higher.or(Some(candidate));
            }
        }
    }
    lower.into_iter().chain(higher).collect()
}

/// Every known answer to the question: each option, or each set of options that can be chosen together.
pub(super) fn known_answers(question: &Question) -> Vec<Set> {
    let known = question.all().minus(question.unknown);
    let (mut answers, mut answer) = (Vec::new(), 0);
    let together = if question.many { known.minus(question.alone).0 } else { 0 };
    // The next larger set of these options, each time, from none of them to all.
    while answer != together {
        answer = (answer | !together).wrapping_add(1) & together;
        answers.push(Set(answer));
    }
    for option in known.minus(Set(together)).iter() {
        answers.push(Set::one(option));
    }
    answers
}

/// Every other known answer to the question, the nearest to `given` first. For an unknown one, the mildest first.
fn nearest_first(question: &Question, given: Set) -> Vec<Set> {
    let unknown = given.meets(question.unknown);
    // What is not known is as near to all of them as to the mildest.
    let from = if unknown { question.mildest } else { given };
    let steps = |answer: &Set| {
        if question.many {
            (answer.minus(question.alone).0 ^ given.minus(question.alone).0).count_ones()
        } else {
            answer.0.trailing_zeros().abs_diff(from.0.trailing_zeros())
        }
    };
    let mut nearest = Vec::new();
    // Of two as near, the one that comes first in the table first.
    for distance in 0..=question.options.len() as u32 {
        for answer in &known_answers(question) {
            if *answer != given && steps(answer) == distance {
                nearest.push(*answer);
            }
        }
    }
    nearest
}
