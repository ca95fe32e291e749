//! How many questions a visitor still has before them.

use super::flow::replay;
use super::model::{Answers, Questionnaire, Set};

/// What can be told of the questions left, the one shown counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// This one is the last, whatever is answered to it.
    Last,
    /// About so many: never off by more than [`Left::OFF`].
    About(u32),
    /// At most so many. Any one number could be far off.
    AtMost(u32),
}

impl Left {
    /// How far off a number may be that is called "about".
    pub const OFF: u32 = 3;
    /// The first questions decide which others there are, so of them only the most is told.
    pub const FIRST: u32 = 3;

    /// What can be told where the question at this place is shown and these answers were given before.
    ///
    /// What is counted are the questions that come to somebody who knows none of the answers. Some answers bring one or
    /// two more. On a long way more are settled than come, so there one less is told. That it is near enough for every
    /// visit to the shipped questionnaire is proven (`tests/proof/left.rs`).
    pub fn of(q: &Questionnaire, answers: Answers, place: usize) -> Left {
        let mut before = Set::NONE;
        for question in q.questions.iter().take(place) {
            before = before.or(answers.and(question.all()));
        }
        let asked = |answers: Set| replay(q, answers).asked;
        if q.at(place).all().iter().all(|option| asked(before.or(Set::one(option))) >> place == 1) {
            return Left::Last;
        }
        let left = (asked(before) >> place).count_ones();
        let passed = asked(before).count_ones() - left;
        if passed < Left::FIRST {
            return Left::AtMost((left + 2).min(q.most as u32 - passed));
        }
        Left::About(left - u32::from(left > 6))
    }
}
