//! Which questions are asked, and where a visitor stands: computed anew from the answers each time.

use super::model::{Answers, Questionnaire, Set};

/// What is known after replaying a set of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The answers that count: those to questions that are asked. A question that is asked and not yet
    /// answered counts as unknown.
    pub known: Set,
    /// The questions that are asked, one bit each, in the order of the table.
    pub asked: u32,
    /// The first question that is asked and not answered: where the visitor stands. `None` at the end.
    pub next: Option<usize>,
}

impl Facts {
    /// Whether the question at this place is asked.
    pub const fn asks(&self, place: usize) -> bool {
        self.asked >> place & 1 == 1
    }
    /// The places of the questions asked, in order.
    pub fn path(&self) -> impl Iterator<Item = usize> + use<> {
        let asked = self.asked;
        (0..32).filter(move |place| asked >> place & 1 == 1)
    }
}

/// How an answer that is missing or unknown is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// As it is: unknown.
    Stays,
    /// As the most serious answer that it could be.
    Worst,
}

/// Walks the questionnaire with these answers.
///
/// Answers to questions that are not asked have no effect. Later questions are looked at even where an
/// earlier one is not answered yet, so that the facts are complete at every point of a visit.
pub fn replay(q: &Questionnaire, answers: Answers) -> Facts {
    walk(q, answers, Unknown::Stays)
}

pub(super) fn walk(q: &Questionnaire, answers: Answers, unknown: Unknown) -> Facts {
    let mut facts = Facts::default();
    let mut count = 0;
    for (place, question) in q.questions.iter().enumerate() {
        if count == q.most || !question.asked.iter().all(|clause| clause.met(facts.known)) {
            continue;
        }
        count += 1;
        facts.asked |= 1 << place;
        let mut given = answers.and(question.all());
        if given.is_empty() {
            facts.next = facts.next.or(Some(place));
            given = question.unknown;
        }
        if unknown == Unknown::Worst && question.unknown.holds(given) {
            given = question.worst;
        }
        facts.known = facts.known.or(given);
    }
    facts
}
