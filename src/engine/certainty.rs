//! How sure the suggestion is: the range of levels that the unknown answers leave open, and what holds the level.

use super::flow::{Facts, replay};
use super::level::Level;
use super::model::{Questionnaire, Set};

/// The levels that remain possible, whatever the unknown answers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// With every unknown answer at its mildest.
    pub low: Level,
    /// With every unknown answer at its most serious.
    pub high: Level,
}

/// How sure the suggestion is. Three states, and never a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// One level, and more than one answer holds it.
    Clear,
    /// Two neighboring levels are possible, or one answer alone holds the level.
    CloseCall,
    /// More than two levels are possible, or more than half of the answers that set the level are unknown.
    NotEnough,
}

impl Range {
    /// The range of levels for the answers whose replay is `facts`.
    ///
    /// The low end is the floor of the rules that fire on what is known: no floor rule counts an unknown
    /// answer. The high end takes every unknown as [`super::Question::worst`].
    pub fn of(facts: &Facts) -> Range {
        Range { low: facts.placement.floor, high: facts.high }
    }
}

impl Certainty {
    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            Certainty::Clear => "clear",
            Certainty::CloseCall => "close_call",
            Certainty::NotEnough => "not_enough",
        }
    }
    /// How sure the suggestion is for the answers whose replay is `facts`.
    pub fn of(q: &Questionnaire, facts: &Facts) -> Certainty {
        let range = Range::of(facts);
        let (mut setting, mut unknown) = (0, 0);
        for place in facts.path() {
            if !sets_level(q, place) {
                continue;
            }
            setting += 1;
            let question = q.at(place);
            unknown += usize::from(question.unknown.holds(facts.known.and(question.all())));
        }
        if range.high as u8 - range.low as u8 > 1 || unknown * 2 > setting {
            Certainty::NotEnough
        } else if range.high > range.low || held_by_one(q, facts, range.low) {
            Certainty::CloseCall
        } else {
            Certainty::Clear
        }
    }
}

/// Whether the answer to the question at this place can set the level by itself: some floor reads it,
/// and an unknown answer to it leaves something open.
pub(super) fn sets_level(q: &Questionnaire, place: usize) -> bool {
    let question = q.at(place);
    question.mildest != question.worst && read_by_floors(q).meets(question.all())
}

fn read_by_floors(q: &Questionnaire) -> Set {
    q.named(|effect| effect.floor.is_some())
}

/// Whether some known answer, moved one step milder, lowers the level by itself.
///
/// Only answers that floors read hold a level. What a visitor came about only decides what is asked: taking one
/// of two concerns back takes all its answers back, however many of them hold the level.
fn held_by_one(q: &Questionnaire, facts: &Facts, level: Level) -> bool {
    let read = read_by_floors(q);
    for place in facts.path() {
        let question = q.at(place);
        let all = question.all();
        if !read.meets(all) {
            continue;
        }
        for milder in &question.milder(facts.known.and(all)) {
            if replay(q, facts.known.minus(all).or(*milder)).placement.floor < level {
                return true;
            }
        }
    }
    false
}
