//! What answers can bring about, found by an exact walk over all of them at once.
//!
//! The walk goes through the questions in order, by the engine's own steps, and keeps one visit of every kind
//! that there is so far. Two visits are of one kind if nothing that is still to come can tell them apart: the
//! same rules and questions are open, as far decided, and the same is asked for already. Whatever can be
//! brought about from one can be from the other, so nothing is lost by following only one of them. That
//! includes choose-all questions, whose subsets fall into the few groups that the conditions on them make.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::engine::flow::{Facts, apply_answer, asks, finish};
use crate::engine::level::AddOnSet;
use crate::engine::model::{Clause, OptionSet, Question, Questionnaire, Rule};

/// What all complete visits together bring about. Questions and rules are one bit each, by place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reached {
    /// Questions whose conditions some visit meets, while there is room for another question.
    pub met: u32,
    /// Questions that some visit is asked.
    pub asked: u32,
    /// Rules whose clauses some visit meets.
    pub applicable: u128,
    /// Rules that fire on some visit.
    pub fired: u128,
    /// How many questions the shortest visit has.
    pub shortest: usize,
}

/// Follows every kind of visit to its end.
pub(super) fn all(q: &Questionnaire) -> Reached {
    let mut reached = Reached::default();
    let mut visits = BTreeMap::from([(Vec::new(), Facts::default())]);
    for (index, question) in q.questions.iter().enumerate() {
        let answers = answers(q, question);
        let mut next: BTreeMap<Vec<u64>, Facts> = BTreeMap::new();
        for facts in visits.into_values() {
            let room = (facts.asked.count_ones() as usize) < q.max_questions;
            if room && question.visible_when.iter().all(|clause| clause.met(facts.answers)) {
                reached.met |= 1 << index;
            }
            let asked = asks(q, index, &facts);
            reached.asked |= u32::from(asked) << index;
            for given in if asked { answers.as_slice() } else { &[OptionSet::NONE] } {
                let mut facts = facts;
                facts.asked |= u32::from(asked) << index;
                apply_answer(q, index, *given, &mut facts);
                reached.fired |= facts.placement.fired;
                match next.entry(kind(q, index, &facts)) {
                    Entry::Vacant(entry) => _ = entry.insert(facts),
                    // Of two visits of one kind, the shorter is followed: it has room for as much, and ends sooner.
                    Entry::Occupied(mut entry) => {
                        if facts.asked.count_ones() < entry.get().asked.count_ones() {
                            entry.insert(facts);
                        }
                    }
                }
            }
        }
        visits = next;
    }
    reached.shortest = usize::MAX;
    for mut facts in visits.into_values() {
        for (index, rule) in q.rules.iter().enumerate() {
            if rule.when.iter().all(|clause| clause.met(facts.answers)) {
                reached.applicable |= 1 << index;
            }
        }
        finish(q, &mut facts);
        reached.fired |= facts.placement.fired;
        reached.shortest = reached.shortest.min(facts.asked.count_ones() as usize);
    }
    // A rule that does not look at the level fires wherever its clauses are met, and was seen doing so.
    reached.applicable |= reached.fired;
    reached
}

/// All that is still to come of a visit that has passed this place depends on.
fn kind(q: &Questionnaire, index: usize, facts: &Facts) -> Vec<u64> {
    let later = q.questions[index + 1..].iter().fold(OptionSet::NONE, |later, question| later.union(question.all()));
    let placement = &facts.placement;
    let open_rules = q.rules.iter().enumerate().filter(|(at, rule)| is_open(q, *at, rule, later));
    let mut offered = AddOnSet::NONE;
    let mut kind = Kind::default();
    for (_, rule) in open_rules {
        offered = offered.union(rule.effect.add_ons);
        kind.clauses(rule.when, later, facts);
    }
    for question in &q.questions[index + 1..] {
        kind.clauses(question.visible_when, later, facts);
        for shut in [facts.unreachable, facts.shut_at_worst] {
            kind.number(u64::from(shut.intersects(question.all())), 1);
        }
    }
    kind.number(placement.floor as u64, 2);
    kind.number(facts.max_level as u64, 2);
    kind.number(u64::from(placement.add_ons.intersection(offered).0), 16);
    kind.number(u64::from(placement.no_level), 1);
    // How many questions were left out matters only as far as the limit can still cut one off.
    let left_out = index + 1 - facts.asked.count_ones() as usize;
    kind.number(left_out.min(q.questions.len().saturating_sub(q.max_questions)) as u64, 6);
    kind.words
}

/// Whether the rule can still fire: it reads a later question, or it waits for what the others reach.
fn is_open(q: &Questionnaire, at: usize, rule: &Rule, later: OptionSet) -> bool {
    q.index.conditional() >> at & 1 == 1 || rule.when.iter().any(|clause| clause.options.intersects(later))
}

/// Bits, packed: one of these is made and compared for every step of every kind of visit.
#[derive(Default)]
struct Kind {
    words: Vec<u64>,
    used: u32,
}

impl Kind {
    fn number(&mut self, value: u64, bits: u32) {
        if self.words.is_empty() || self.used + bits > 64 {
            self.words.push(0);
            self.used = 0;
        }
        if let Some(word) = self.words.last_mut() {
            *word |= value << self.used;
        }
        self.used += bits;
    }

    /// Whether all of these clauses can still hold, and if so, which of them do on what is known, and which on what
    /// the unknown answers may be.
    fn clauses(&mut self, clauses: &[Clause], later: OptionSet, facts: &Facts) {
        let holds = |clause: &Clause| [clause.met(facts.answers), clause.met(facts.pessimistic)];
        let can_hold =
            |clause: &Clause| holds(clause) != [false; 2] || clause.wanted && clause.options.intersects(later);
        let alive = clauses.iter().all(can_hold);
        for met in clauses.iter().flat_map(holds) {
            self.number(u64::from(alive && met), 1);
        }
        self.number(u64::from(alive), 1);
    }
}

/// The answers to a question: one for every group that some clause tells apart from the others.
fn answers(q: &Questionnaire, question: &Question) -> Vec<OptionSet> {
    let rules = q.rules.iter().flat_map(|rule| rule.when);
    let clauses = q.questions.iter().flat_map(|question| question.visible_when).chain(rules);
    let mut watched: Vec<OptionSet> = clauses.map(|clause| clause.options.intersection(question.all())).collect();
    watched.sort_unstable();
    watched.dedup();
    let group = |given: OptionSet| watched.iter().map(|set| set.intersects(given)).collect::<Vec<bool>>();
    let mut together: BTreeMap<Vec<bool>, OptionSet> = BTreeMap::new();
    let mut answers: BTreeMap<Vec<bool>, OptionSet> = BTreeMap::new();
    for option in question.all().iter().map(OptionSet::single) {
        if question.many && !question.exclusive.intersects(option) {
            for other in together.values().copied().collect::<Vec<_>>() {
                together.entry(group(other.union(option))).or_insert(other.union(option));
            }
            together.entry(group(option)).or_insert(option);
        } else {
            answers.entry(group(option)).or_insert(option);
        }
    }
    for (group, given) in together {
        answers.entry(group).or_insert(given);
    }
    answers.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn numbers_are_packed_without_a_gap_and_none_is_cut_in_two() {
        let mut kind = Kind::default();
        for (value, bits) in [(1, 1), (2, 2), (5, 61), (1, 1), (3, 62), (3, 2)] {
            kind.number(value, bits);
        }
        assert_eq!(kind.words, [1 | 2 << 1 | 5 << 3, 1 | 3 << 1, 3]);
    }
}
