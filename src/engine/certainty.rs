//! How sure the suggestion is: a function of the range of levels that the unknown answers leave open, and of how many of
//! the answers that set the level are unknown. Nothing else goes into it.

use super::flow::Facts;
use super::level::Level;
use super::model::{OptionSet, Questionnaire};

/// The levels that remain possible, whatever the unknown answers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// With every unknown answer at its mildest.
    pub low: Level,
    /// With every unknown answer at its most serious.
    pub high: Level,
}

/// How sure the suggestion is. Four states, and never a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// One level is possible.
    One,
    /// Two neighboring levels are possible.
    Two,
    /// More than two levels are possible, and the least of them is above outpatient.
    AtLeast,
    /// Anything is possible, or more than half of the answers that set the level are unknown.
    NotEnough,
}

impl Certainty {
    /// Every state, the surest first.
    pub const ALL: [Certainty; 4] = [Certainty::One, Certainty::Two, Certainty::AtLeast, Certainty::NotEnough];

    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            Certainty::One => "one",
            Certainty::Two => "two",
            Certainty::AtLeast => "at_least",
            Certainty::NotEnough => "not_enough",
        }
    }
    /// How sure the suggestion is for the answers whose replay is `facts`.
    pub fn of(q: &Questionnaire, facts: &Facts) -> Certainty {
        let (mut setting, mut unknown) = (0, 0);
        for index in facts.path() {
            if sets_level(q, index) {
                setting += 1;
                unknown += usize::from(is_unknown(q, facts, index));
            }
        }
        let range = Range::of(facts);
        match range.high as u8 - range.low as u8 {
            _ if unknown * 2 > setting => Certainty::NotEnough,
            0 => Certainty::One,
            1 => Certainty::Two,
            _ if range.low > Level::Outpatient => Certainty::AtLeast,
            _ => Certainty::NotEnough,
        }
    }
}

impl Range {
    /// The range of levels for the answers whose replay is `facts`.
    ///
    /// The low end is the floor of the rules that fire on what is known: no floor rule counts an unknown
    /// answer. The high end takes every unknown as [`super::Question::worst`], and so does a question that only an unknown
    /// answer keeps from being asked.
    pub fn of(facts: &Facts) -> Range {
        Range { low: facts.placement.floor, high: facts.max_level }
    }
}

/// Whether the question at this place is asked, and its answer is not known.
pub(super) fn is_unknown(q: &Questionnaire, facts: &Facts, index: usize) -> bool {
    let question = q.question_at(index);
    facts.asks(index) && question.unknown.contains_all(facts.answers.intersection(question.all()))
}

/// Whether the answer to the question at this place can set the level by itself: some floor reads it,
/// and an unknown answer to it leaves something open.
pub(super) fn sets_level(q: &Questionnaire, index: usize) -> bool {
    let question = q.question_at(index);
    question.mildest != question.worst && read_by_floors(q).intersects(question.all())
}

fn read_by_floors(q: &Questionnaire) -> OptionSet {
    q.options_read_by(|effect| effect.floor.is_some())
}
