//! What the suggestion rests on: which answers hold the level, whether safety does, and which open question would settle it.

use alloc::vec::Vec;

use super::certainty::{Certainty, is_unknown, sets_level};
use super::explain::{known_answers, reasons};
use super::flow::{Facts, replay};
use super::level::{AddOn, Level};
use super::model::{OptionSet, Questionnaire, Rule};

/// What was told about safety.
///
/// Safety answers are no levers: no milder answer to them is offered, and while one of them holds the level nothing lower
/// is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    /// The answers that brought a first step or a safety plan.
    pub answers: OptionSet,
    /// Whether some rule that holds the level rests on one of them.
    pub holds: bool,
}

impl Safety {
    /// What was told about safety in the answers whose replay is `facts`.
    pub fn of(q: &Questionnaire, facts: &Facts) -> Safety {
        let reasons = reasons(q, facts.answers, &facts.placement);
        let mut safety = Safety::default();
        for reason in &reasons {
            if is_safety_rule(reason.rule) {
                safety.answers = safety.answers.union(reason.answers);
            }
        }
        let level = facts.placement.floor;
        safety.holds =
            level > Level::Outpatient && reasons.iter().any(|it| it.holds && it.answers.intersects(safety.answers));
        safety
    }
}

/// Whether the rule is about safety: it asks for a first step or for a safety plan.
fn is_safety_rule(rule: &Rule) -> bool {
    rule.effect.step.is_some() || rule.effect.add_ons.has(AddOn::SafetyPlan)
}

/// Whether the question at this place is about safety: one known answer to it, by itself, brings a first step or a safety
/// plan. What would change with another answer to such a question is never offered.
pub fn asks_about_safety(q: &Questionnaire, index: usize) -> bool {
    let question = q.question_at(index);
    let known = question.all().difference(question.unknown);
    let brings =
        |rule: &Rule| known.iter().any(|option| rule.when.iter().all(|clause| clause.met(OptionSet::single(option))));
    q.rules.iter().any(|rule| is_safety_rule(rule) && brings(rule))
}

/// The places of the questions that the level rests on: with the answer to one of them at its mildest, it would be lower.
///
/// None of them: more than one reason holds the level, each by itself. One: it rests on that answer. Several: on these
/// together. What was told about safety is left out.
pub fn rests_on(q: &Questionnaire, facts: &Facts) -> Vec<usize> {
    let safety = Safety::of(q, facts);
    let mut rests = Vec::new();
    for index in facts.path() {
        let about_safety = facts.answers.intersection(q.question_at(index).all()).intersects(safety.answers)
            || asks_about_safety(q, index);
        if !about_safety && holds_level(q, facts, index) {
            rests.push(index);
        }
    }
    rests
}

/// Whether the level would be lower with the answer to the question at this place at its mildest.
pub fn holds_level(q: &Questionnaire, facts: &Facts, index: usize) -> bool {
    let question = q.question_at(index);
    let milder = facts.answers.difference(question.all()).union(question.mildest);
    sets_level(q, index) && !is_unknown(q, facts, index) && replay(q, milder).placement.floor < facts.placement.floor
}

/// The places of the open questions that would settle it: whatever is known about one of them, one level is left.
///
/// None where the suggestion is sure already. Whoever would rather not speak about safety is not asked again.
pub fn settles(q: &Questionnaire, facts: &Facts) -> Vec<usize> {
    let mut settling = Vec::new();
    if Certainty::of(q, facts) != Certainty::One {
        for index in facts.path() {
            if !asks_about_safety(q, index) && would_settle(q, facts, index) {
                settling.push(index);
            }
        }
    }
    settling
}

/// Whether the question at this place is open, and every known answer to it leaves one level.
pub fn would_settle(q: &Questionnaire, facts: &Facts, index: usize) -> bool {
    let question = q.question_at(index);
    let rest = facts.answers.difference(question.all());
    let one = |answer: &OptionSet| Certainty::of(q, &replay(q, rest.union(*answer))) == Certainty::One;
    sets_level(q, index) && is_unknown(q, facts, index) && known_answers(question).iter().all(one)
}
