//! Everything that the rules make of a set of answers, worked out in one go.

use alloc::vec::Vec;

use super::certainty::{Certainty, Range};
use super::explain::{Move, Reason, held, moves, reasons};
use super::flow::{Facts, replay};
use super::level::Level;
use super::model::{Answers, Questionnaire};

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
    pub moves: Vec<Move>,
}

impl<'a> Evaluation<'a> {
    /// Evaluates these answers.
    pub fn of(questionnaire: &'a Questionnaire<'a>, answers: Answers) -> Evaluation<'a> {
        let facts = replay(questionnaire, answers);
        let (mut held_down, mut would_move) = (Vec::new(), Vec::new());
        if facts.placement.level().is_some() {
            held_down = held(questionnaire, &facts);
            would_move = moves(questionnaire, &facts);
        }
        Evaluation {
            questionnaire,
            facts,
            range: Range::of(&facts),
            certainty: Certainty::of(questionnaire, &facts),
            reasons: reasons(questionnaire, facts.known, &facts.placement),
            held: held_down,
            moves: would_move,
        }
    }
    /// The level suggested, if one is.
    pub fn level(&self) -> Option<Level> {
        self.facts.placement.level()
    }
}
