//! How many questions a visitor still has before them.

use super::flow::replay;
use super::model::{Answers, OptionSet, Questionnaire};

/// What can be told of the questions left, the one shown counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionsRemaining {
    /// This one is the last, whatever is answered to it.
    Last,
    /// About so many: never off by more than [`QuestionsRemaining::MAX_ERROR`].
    About(u32),
    /// At most so many. Any one number could be far off.
    AtMost(u32),
}

impl QuestionsRemaining {
    /// How far off a number may be that is called "about".
    pub const MAX_ERROR: u32 = 3;
    /// The first questions decide which others there are, so of them only the most is told.
    pub const FIRST: u32 = 3;

    /// What can be told where the question at this place is shown and these answers were given before.
    ///
    /// What is counted are the questions that come to somebody who knows none of the answers. Some answers bring one or
    /// two more. On a long way more are settled than come, so there one less is told. That it is near enough for every
    /// visit to the shipped questionnaire is proven (`tests/proof/left.rs`).
    pub fn of(q: &Questionnaire, answers: Answers, index: usize) -> QuestionsRemaining {
        let mut before = OptionSet::NONE;
        for question in q.questions.iter().take(index) {
            before = before.union(answers.intersection(question.all()));
        }
        let asked = |answers: OptionSet| replay(q, answers).asked;
        if q.question_at(index).all().iter().all(|option| asked(before.union(OptionSet::single(option))) >> index == 1)
        {
            return QuestionsRemaining::Last;
        }
        let left = (asked(before) >> index).count_ones();
        let passed = asked(before).count_ones() - left;
        if passed < QuestionsRemaining::FIRST {
            return QuestionsRemaining::AtMost((left + 2).min(q.max_questions as u32 - passed));
        }
        QuestionsRemaining::About(left - u32::from(left > 6))
    }
}
