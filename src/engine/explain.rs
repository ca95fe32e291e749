//! Why: which answers pushed the level up, which held it down, and what would change it.

use alloc::vec::Vec;

use super::certainty::sets_level;
use super::flow::{Facts, replay};
use super::level::Level;
use super::model::{OptionSet, Order, Question, Questionnaire, Rule};
use super::placement::Placement;
use super::rests::{Safety, asks_about_safety};

/// One rule that fired, with the answers that made it fire.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    /// The rule.
    pub rule: &'a Rule<'a>,
    /// The options chosen that made it fire: with the mildest answer instead, it would not.
    pub answers: OptionSet,
    /// Whether its floor is the level suggested.
    pub holds: bool,
}

/// The rules that fired, those that hold the level first, otherwise in the order of the table.
pub fn reasons<'a>(q: &Questionnaire<'a>, known: OptionSet, placement: &Placement) -> Vec<Reason<'a>> {
    let mut reasons = Vec::new();
    for holding in [true, false] {
        for rule in q.fired(placement.fired) {
            let holds = rule.effect.floor == Some(placement.floor);
            if holds == holding {
                let answers = counting(q, rule).intersection(known);
                reasons.push(Reason { rule, answers, holds });
            }
        }
    }
    reasons
}

/// The options that count for a rule. What a clause allows as well as the mildest answer to the same question only
/// limits the rule, and is no reason for it.
fn counting(q: &Questionnaire, rule: &Rule) -> OptionSet {
    let mut counting = OptionSet::NONE;
    for clause in rule.when {
        for question in q.questions {
            if clause.wanted && !clause.options.intersects(question.mildest) {
                counting = counting.union(clause.options.intersection(question.all()));
            }
        }
    }
    counting
}

/// The places of the questions whose answer is as mild as it can be, and so held the level down. Safety is left out: not
/// to think of suicide is no merit.
pub fn protective_answers(q: &Questionnaire, facts: &Facts) -> Vec<usize> {
    let mut found = Vec::new();
    for index in facts.path() {
        let question = q.question_at(index);
        // "Only this one" of several is as mild as it can be, and still something; "none of these" is not.
        let nothing = question.order != Order::Free && question.exclusive.contains_all(question.mildest);
        let mildest = nothing && facts.answers.intersection(question.all()) == question.mildest;
        if mildest && sets_level(q, index) && !asks_about_safety(q, index) {
            found.push(index);
        }
    }
    found
}

/// One answer that would move the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The place of the question.
    pub question: usize,
    /// The answer that would be given instead.
    pub answer: OptionSet,
    /// The level that it would lead to.
    pub level: Level,
}

/// The nearest single answers that would move the level: for each question at most one that lowers it and
/// one that raises it, the smallest step from the answer given. Each is tried, not guessed.
///
/// Answers to questions that are no longer asked are left out: they have no effect, here as everywhere. So are questions
/// about safety, milder answers where what was said brought a first step or a safety plan, and everything that lowers a
/// level which safety holds: safety answers are no levers.
pub fn counterfactuals(q: &Questionnaire, facts: &Facts) -> Vec<Counterfactual> {
    let safety = Safety::of(q, facts);
    let mut found = Vec::new();
    for index in facts.path() {
        if asks_about_safety(q, index) {
            continue;
        }
        for to in moves_at(q, facts, index) {
            let told = facts.answers.intersection(q.question_at(index).all());
            if to.level > facts.placement.floor || !safety.holds && !told.intersects(safety.answers) {
                found.push(to);
            }
        }
    }
    found
}

/// The nearest other answers to the question at this place that lower and that raise the level, whatever it is about.
pub fn moves_at(q: &Questionnaire, facts: &Facts, index: usize) -> Vec<Counterfactual> {
    let level = facts.placement.floor;
    let (mut lower, mut higher) = (None::<Counterfactual>, None::<Counterfactual>);
    if sets_level(q, index) {
        let question = q.question_at(index);
        for answer in &nearest_first(question, facts.answers.intersection(question.all())) {
            let moved = facts.answers.difference(question.all()).union(*answer);
            let to = replay(q, moved).placement.floor;
            let candidate = Counterfactual { question: index, answer: *answer, level: to };
            if to < level {
                lower = lower.or(Some(candidate));
            } else if to > level {
                higher = higher.or(Some(candidate));
            }
        }
    }
    let mut moves = Vec::new();
    if let Some(lower) = lower {
        moves.push(lower);
    }
    if let Some(higher) = higher {
        moves.push(higher);
    }
    moves
}

/// Every known answer to the question: each option, or each set of options that can be chosen together.
pub(super) fn known_answers(question: &Question) -> Vec<OptionSet> {
    let known = question.all().difference(question.unknown);
    let (mut answers, mut answer) = (Vec::new(), 0);
    let together = if question.many { known.difference(question.exclusive).0 } else { 0 };
    // The next larger set of these options, each time, from none of them to all.
    while answer != together {
        answer = (answer | !together).wrapping_add(1) & together;
        answers.push(OptionSet(answer));
    }
    for option in known.difference(OptionSet(together)).iter() {
        answers.push(OptionSet::single(option));
    }
    answers
}

/// Every other known answer to the question, the nearest to `given` first. For an unknown one, the mildest first.
fn nearest_first(question: &Question, given: OptionSet) -> Vec<OptionSet> {
    let unknown = given.intersects(question.unknown);
    // What is not known is as near to all of them as to the mildest.
    let from = if unknown { question.mildest } else { given };
    let steps = |answer: &OptionSet| {
        if question.many {
            (answer.difference(question.exclusive).0 ^ given.difference(question.exclusive).0).count_ones()
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
