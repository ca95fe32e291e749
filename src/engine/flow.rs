//! Which questions are asked, and where a visitor stands: computed anew from the answers each time.

use super::level::Level;
use super::model::{Answers, Clause, OptionSet, Question, Questionnaire, Rule};
use super::placement::Placement;

/// What is known after replaying a set of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The answers that count: those to questions that are asked. A question that is asked and not yet
    /// answered counts as unknown.
    pub answers: OptionSet,
    /// The same, with each unknown answer at its most serious.
    pub pessimistic: OptionSet,
    /// The level that the rules would ask for then: the upper end of what the unknown answers leave open.
    pub max_level: Level,
    /// The questions that are asked, one bit each, in the order of the table.
    pub asked: u32,
    /// The first question that is asked and not answered: where the visitor stands. `None` at the end.
    pub next: Option<usize>,
    /// What the rules say of what is known.
    pub placement: Placement,
    /// The options of questions whose conditions can no longer be met.
    pub(super) unreachable: OptionSet,
    /// The same, with each unknown answer at its most serious.
    pub(super) shut_at_worst: OptionSet,
}

impl Facts {
    /// Whether the question at this place is asked.
    pub const fn asks(&self, index: usize) -> bool {
        self.asked >> index & 1 == 1
    }
    /// The places of the questions asked, in order.
    pub fn path(&self) -> impl Iterator<Item = usize> + use<> {
        bits(u128::from(self.asked))
    }
}

/// Walks the questionnaire with these answers.
///
/// Answers to questions that are not asked have no effect. Later questions are looked at even where an
/// earlier one is not answered yet, so that the facts are complete at every point of a visit.
pub fn replay(q: &Questionnaire, answers: Answers) -> Facts {
    let mut facts = Facts::default();
    for (index, question) in q.questions.iter().enumerate() {
        let mut given = OptionSet::NONE;
        if asks(q, index, &facts) {
            facts.asked |= 1 << index;
            given = answers.intersection(question.all());
            if given.is_empty() {
                facts.next = facts.next.or(Some(index));
                given = question.unknown;
            }
        }
        apply_answer(q, index, given, &mut facts);
    }
    finish(q, &mut facts);
    facts
}

/// Whether the question at this place is asked, after all before it.
pub(super) fn asks(q: &Questionnaire, index: usize, facts: &Facts) -> bool {
    facts.asked.count_ones() < q.max_questions as u32
        && q.question_at(index).visible_when.iter().all(|clause| clause.met(facts.answers))
        && is_relevant(q, index, facts)
}

/// Takes what was answered at this place, and fires the rules that it decides.
pub(super) fn apply_answer(q: &Questionnaire, index: usize, given: OptionSet, facts: &mut Facts) {
    let question = q.question_at(index);
    let unknown = given.intersects(question.unknown) || given.is_empty() && hidden(question, facts);
    let worst = if unknown { question.worst } else { given };
    facts.answers = facts.answers.union(given);
    facts.pessimistic = facts.pessimistic.union(worst);
    for gated in bits(u128::from(q.index.gates[index])) {
        let later = q.index.later[index].difference(question.all());
        let lost = |facts: OptionSet, shut: OptionSet| {
            let clauses = q.question_at(gated).visible_when.iter();
            let mut read = clauses.filter(|clause| clause.options.intersects(question.all()));
            read.any(|clause| !can_hold(clause, facts, later.difference(shut)))
        };
        let all = q.question_at(gated).all();
        if lost(facts.answers, facts.unreachable) {
            facts.unreachable = facts.unreachable.union(all);
        }
        if lost(facts.pessimistic, facts.shut_at_worst) {
            facts.shut_at_worst = facts.shut_at_worst.union(all);
        }
    }
    // Most mild answers are named by no rule, and so bring nothing about.
    if given.union(worst).intersects(q.index.named) {
        fire_rules(q, q.index.fires[index], facts);
        fire_rules(q, q.index.waiting, facts);
    } else {
        fire_rules(q, q.index.fires[index] & q.index.unwanted, facts);
    }
}

/// Whether only an unknown answer keeps the question from being asked. Its own answer is then unknown too, and widens the
/// range.
fn hidden(question: &Question, facts: &Facts) -> bool {
    let met = |facts: OptionSet| question.visible_when.iter().all(|clause| clause.met(facts));
    facts.pessimistic != facts.answers && !met(facts.answers) && met(facts.pessimistic)
}

/// Whether the clause holds, or may yet hold where these options can still be chosen.
fn can_hold(clause: &Clause, facts: OptionSet, open: OptionSet) -> bool {
    clause.met(facts) || clause.wanted && clause.options.intersects(open)
}

/// Fires the rules that are known to fire only at the end.
pub(super) fn finish(q: &Questionnaire, facts: &mut Facts) {
    fire_rules(q, q.index.within, facts);
}

/// Fires those of these rules whose clauses hold: of what is known, and for the upper end of the range at worst.
fn fire_rules(q: &Questionnaire, rules: u128, facts: &mut Facts) {
    let sure = facts.answers == facts.pessimistic;
    let mut rest = rules & !facts.placement.fired;
    while rest != 0 {
        let index = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let rule = &q.rules[index];
        if rule.fires(facts.placement.floor, facts.answers) {
            facts.placement.fire(index, rule);
            facts.max_level = facts.max_level.max(facts.placement.floor);
        } else if !sure
            && let Some(floor) = rule.effect.floor
            && floor > facts.max_level
            && rule.fires(facts.max_level, facts.pessimistic)
        {
            facts.max_level = floor;
        }
    }
}

/// Whether an answer to the question could still change the level or the range that unknown answers leave open, a
/// first step, an add-on, or whether a later question is asked. A question that could not is not asked.
///
/// It could where some rule that reads it is still open and would add to what is asked for already; or would raise
/// the upper end of the range, were every unknown answer at its most serious.
fn is_relevant(q: &Questionnaire, index: usize, facts: &Facts) -> bool {
    let later = q.index.later[index];
    // At worst a question can be answered that is asked, and one that only an unknown answer hides.
    can_affect_outcome(
        q,
        index,
        later.difference(facts.unreachable),
        later.difference(facts.unreachable.intersection(facts.shut_at_worst)),
        facts,
    )
}

/// The same of a question, or of a later one that it brings about, where these options can still be answered, or these
/// with each unknown answer at its most serious.
fn can_affect_outcome(
    q: &Questionnaire,
    index: usize,
    open: OptionSet,
    open_at_worst: OptionSet,
    facts: &Facts,
) -> bool {
    let all = q.question_at(index).all();
    bits(q.index.reads[index]).any(|at| {
        let rule = &q.rules[at];
        let decides = |facts: OptionSet, open: OptionSet| {
            let mut decides = false;
            rule.when.iter().all(|clause| {
                decides |= clause.options.intersects(all) && !clause.met(facts);
                can_hold(clause, facts, open)
            }) && decides
                && !bits(q.index.subsumed_by[at]).any(|other| is_subsumed(rule, &q.rules[other], all, facts))
        };
        let raises =
            rule.effect.floor.is_some_and(|floor| floor > facts.max_level) && facts.max_level <= rule.max_level;
        facts.placement.would_add(rule) && decides(facts.answers, open)
            || raises && facts.pessimistic != facts.answers && decides(facts.pessimistic, open_at_worst)
    }) || bits(u128::from(q.index.gates[index])).any(|later| {
        open_at_worst.intersects(q.question_at(later).all()) && can_affect_outcome(q, later, open, open_at_worst, facts)
    })
}

/// Whether the other rule, which does as much, fires wherever this one does, whatever is answered to this question.
fn is_subsumed(rule: &Rule, other: &Rule, question: OptionSet, facts: OptionSet) -> bool {
    let same = |clause: &Clause| rule.when.iter().any(|own| !own.met(facts) && clause.includes(own));
    other.when.iter().all(|clause| clause.met(facts) || !clause.options.intersects(question) && same(clause))
}

/// The places of the bits set, from the lowest.
fn bits(mut rest: u128) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let next = rest.trailing_zeros() as usize;
        rest &= rest.wrapping_sub(1);
        (next < 128).then_some(next)
    })
}
