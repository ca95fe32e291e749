//! What answers can bring about, found by an exact search over all of them.
//!
//! The search walks the questions in order and keeps every state that some answers lead to. Two visits are
//! in the same state if they have met the same of the conditions that matter and were asked equally many
//! questions: nothing later can tell them apart, so nothing is lost by keeping one of them. That includes
//! choose-all questions, whose subsets fall into the few groups that their options' conditions make.

use std::collections::BTreeSet;

use crate::engine::model::{Clause, Level, Question, Questionnaire, Set};

/// Whether some complete visit meets all of these clauses.
pub(super) fn satisfiable(q: &Questionnaire, goal: &[Clause]) -> bool {
    let search = Search::new(q, goal, q.questions.len());
    search.states(q.most).iter().any(|state| search.all_met(state, goal))
}

/// Whether some visit comes to the question at this place.
pub(super) fn asked(q: &Questionnaire, place: usize) -> bool {
    let goal = q.questions[place].asked;
    let search = Search::new(q, goal, place);
    search.states(q.most).iter().any(|state| state.count < q.most && search.all_met(state, goal))
}

/// Whether the rule at this place fires on some complete visit that meets these clauses too.
///
/// A level is reached by the floor of one earlier rule, which may itself wait for a level.
pub(super) fn fires(q: &Questionnaire, place: usize, with: &[Clause]) -> bool {
    let rule = &q.rules[place];
    let goal = [with, rule.when].concat();
    if rule.reached == Level::Outpatient {
        return satisfiable(q, &goal);
    }
    (0..place).any(|earlier| q.rules[earlier].effect.floor >= Some(rule.reached) && fires(q, earlier, &goal))
}

/// How many questions the shortest visit has, were none cut off.
pub(super) fn shortest(q: &Questionnaire) -> usize {
    let mut search = Search::new(q, &[], q.questions.len());
    search.relevant = (0..q.questions.len()).collect();
    search.watch(q.questions.iter().flat_map(|question| question.asked));
    search.states(usize::MAX).iter().map(|state| state.count).min().unwrap_or(0)
}

/// What a visit so far has brought about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    /// For each watched set, whether an option of it was chosen.
    hit: Vec<bool>,
    /// How many questions were asked.
    count: usize,
}

struct Search<'q> {
    q: &'q Questionnaire<'q>,
    /// The places of the questions that matter, in order.
    relevant: Vec<usize>,
    /// The sets of options that some clause that matters names.
    watched: Vec<Set>,
}

impl<'q> Search<'q> {
    /// A search through the questions before place `until` that matter to the goal: those that it names, and
    /// those that decide whether they are asked.
    fn new(q: &'q Questionnaire<'q>, goal: &[Clause], until: usize) -> Search<'q> {
        let mut search = Search { q, relevant: Vec::new(), watched: Vec::new() };
        search.watch(goal);
        loop {
            let named = search.watched.iter().fold(Set::NONE, |named, set| named.or(*set));
            let mut relevant: Vec<usize> = (0..until).filter(|place| q.questions[*place].all().meets(named)).collect();
            // Whether a question is cut off depends on how many were asked before it, so all of those matter.
            let cut_off = if until < q.questions.len() { until } else { relevant.last().copied().unwrap_or(0) };
            if cut_off >= q.most {
                relevant = (0..(cut_off + 1).min(until)).collect();
            }
            if relevant == search.relevant {
                return search;
            }
            search.watch(relevant.iter().flat_map(|place| q.questions[*place].asked));
            search.relevant = relevant;
        }
    }

    fn watch<'c>(&mut self, clauses: impl IntoIterator<Item = &'c Clause>) {
        for clause in clauses {
            if !self.watched.contains(&clause.options) {
                self.watched.push(clause.options);
            }
        }
    }

    /// Every state that the questions that matter can end in, where no visit is asked more than `most`.
    fn states(&self, most: usize) -> BTreeSet<State> {
        let mut states = BTreeSet::from([State { hit: vec![false; self.watched.len()], count: 0 }]);
        for place in &self.relevant {
            let question = &self.q.questions[*place];
            let answers = self.answers(question);
            let mut next = BTreeSet::new();
            for state in states {
                if state.count == most || !self.all_met(&state, question.asked) {
                    next.insert(state);
                    continue;
                }
                for answer in &answers {
                    let hit = state.hit.iter().zip(answer).map(|(before, now)| *before || *now).collect();
                    next.insert(State { hit, count: state.count + 1 });
                }
            }
            states = next;
        }
        states
    }

    /// The answers to a question, as what each brings about: one for every group that is told apart.
    fn answers(&self, question: &Question) -> BTreeSet<Vec<bool>> {
        let effect =
            |option: usize| -> Vec<bool> { self.watched.iter().map(|set| set.meets(Set::one(option))).collect() };
        let mut answers = BTreeSet::new();
        let mut together: BTreeSet<Vec<bool>> = BTreeSet::new();
        for option in question.all().iter() {
            let this = effect(option);
            if question.many && !question.alone.meets(Set::one(option)) {
                let with: Vec<Vec<bool>> = together
                    .iter()
                    .map(|other| other.iter().zip(&this).map(|(one, two)| *one || *two).collect())
                    .collect();
                together.extend(with);
                together.insert(this);
            } else {
                answers.insert(this);
            }
        }
        answers.extend(together);
        answers
    }

    fn all_met(&self, state: &State, clauses: &[Clause]) -> bool {
        clauses.iter().all(|clause| {
            let place = self.watched.iter().position(|set| *set == clause.options);
            place.is_some_and(|place| state.hit[place]) == clause.wanted
        })
    }
}
