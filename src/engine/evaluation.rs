//! Everything that the rules make of a set of answers, worked out in one go.

use alloc::vec::Vec;

use super::certainty::{Certainty, Range};
use super::explain::{Counterfactual, Reason, counterfactuals, protective_answers, reasons};
use super::flow::{Facts, replay};
use super::level::Level;
use super::model::{Answers, Questionnaire};
use super::rests::{Safety, rests_on, settles};

/// What the rules make of a set of answers. It comes from one replay of them; only the answers that would move the
/// level are found by replaying others.
#[derive(Clone, Debug)]
pub struct Evaluation<'a> {
    /// The questionnaire that was answered.
    pub questionnaire: &'a Questionnaire<'a>,
    /// The answers that count, the questions asked, and what the rules add up to.
    pub facts: Facts,
    /// The levels that the unknown answers leave open.
    pub range: Range,
    /// How sure the level is.
    pub certainty: Certainty,
    /// The rules that fired, those that hold the level first.
    pub reasons: Vec<Reason<'a>>,
    /// The indexes of the questions whose answers held the level down. None where no level is suggested.
    pub held: Vec<usize>,
    /// The nearest single answers that would move the level. None where no level is suggested.
    pub moves: Vec<Counterfactual>,
    /// What was told about safety, and whether it holds the level. Nothing where no level is suggested.
    pub safety: Safety,
    /// The indexes of the questions that the level rests on. None where no level is suggested.
    pub rests_on: Vec<usize>,
    /// The indexes of the open questions that would settle it. None where no level is suggested.
    pub settled_by: Vec<usize>,
}

impl<'a> Evaluation<'a> {
    /// Evaluates these answers.
    pub fn of(questionnaire: &'a Questionnaire<'a>, answers: Answers) -> Evaluation<'a> {
        let facts = replay(questionnaire, answers);
        let mut evaluation = Evaluation {
            questionnaire,
            facts,
            range: Range::of(&facts),
            certainty: Certainty::of(questionnaire, &facts),
            reasons: reasons(questionnaire, facts.answers, &facts.placement),
            held: Vec::new(),
            moves: Vec::new(),
            safety: Safety::default(),
            rests_on: Vec::new(),
            settled_by: Vec::new(),
        };
        if evaluation.level().is_some() {
            evaluation.held = protective_answers(questionnaire, &facts);
            evaluation.moves = counterfactuals(questionnaire, &facts);
            evaluation.safety = Safety::of(questionnaire, &facts);
            evaluation.rests_on = rests_on(questionnaire, &facts);
            evaluation.settled_by = settles(questionnaire, &facts);
        }
        evaluation
    }
    /// The level suggested, if one is.
    pub fn level(&self) -> Option<Level> {
        self.facts.placement.level()
    }
}
