//! Which questions are asked, and where a visitor stands: computed anew from the answers each time.

use super::level::Level;
use super::model::{Answers, Clause, Question, Questionnaire, Rule, Set};
use super::placement::Placement;

/// What is known after replaying a set of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The answers that count: those to questions that are asked. A question that is asked and not yet
    /// answered counts as unknown.
    pub known: Set,
    /// The same, with each unknown answer at its most serious.
    pub worst: Set,
    /// The level that the rules would ask for then: the upper end of what the unknown answers leave open.
    pub high: Level,
    /// The questions that are asked, one bit each, in the order of the table.
    pub asked: u32,
    /// The first question that is asked and not answered: where the visitor stands. `None` at the end.
    pub next: Option<usize>,
    /// What the rules say of what is known.
    pub placement: Placement,
    /// The options of questions whose conditions can no longer be met.
    pub(super) shut: Set,
    /// The same, with each unknown answer at its most serious.
    pub(super) shut_at_worst: Set,
}

impl Facts {
    /// Whether the question at this place is asked.
    pub const fn asks(&self, place: usize) -> bool {
        self.asked >> place & 1 == 1
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
    for (place, question) in q.questions.iter().enumerate() {
        let mut given = Set::NONE;
        if asks(q, place, &facts) {
            facts.asked |= 1 << place;
            given = answers.and(question.all());
            if given.is_empty() {
                facts.next = facts.next.or(Some(place));
                given = question.unknown;
            }
        }
        pass(q, place, given, &mut facts);
    }
    finish(q, &mut facts);
    facts
}

/// Whether the question at this place is asked, after all before it.
pub(super) fn asks(q: &Questionnaire, place: usize, facts: &Facts) -> bool {
    facts.asked.count_ones() < q.most as u32
        && q.at(place).asked.iter().all(|clause| clause.met(facts.known))
        && matters(q, place, facts)
}

/// Takes what was answered at this place, and fires the rules that it decides.
pub(super) fn pass(q: &Questionnaire, place: usize, given: Set, facts: &mut Facts) {
    let question = q.at(place);
    let unknown = given.meets(question.unknown) || given.is_empty() && hidden(question, facts);
    let worst = if unknown { question.worst } else { given };
    facts.known = facts.known.or(given);
    facts.worst = facts.worst.or(worst);
    for gated in bits(u128::from(q.index.gates[place])) {
        let later = q.index.later[place].minus(question.all());
        let lost = |facts: Set, shut: Set| {
            let clauses = q.at(gated).asked.iter();
            let mut read = clauses.filter(|clause| clause.options.meets(question.all()));
            read.any(|clause| !can_hold(clause, facts, later.minus(shut)))
        };
        let all = q.at(gated).all();
        if lost(facts.known, facts.shut) {
            facts.shut = facts.shut.or(all);
        }
        if lost(facts.worst, facts.shut_at_worst) {
            facts.shut_at_worst = facts.shut_at_worst.or(all);
        }
    }
    // Most mild answers are named by no rule, and so bring nothing about.
    if given.or(worst).meets(q.index.named) {
        fire(q, q.index.fires[place], facts);
        fire(q, q.index.waiting, facts);
    } else {
        fire(q, q.index.fires[place] & q.index.unwanted, facts);
    }
}

/// Whether only an unknown answer keeps the question from being asked. Its own answer is then unknown too, and widens the
/// range.
fn hidden(question: &Question, facts: &Facts) -> bool {
    let met = |facts: Set| question.asked.iter().all(|clause| clause.met(facts));
    facts.worst != facts.known && !met(facts.known) && met(facts.worst)
}

/// Whether the clause holds, or may yet hold where these options can still be chosen.
fn can_hold(clause: &Clause, facts: Set, open: Set) -> bool {
    clause.met(facts) || clause.wanted && clause.options.meets(open)
}

/// Fires the rules that are known to fire only at the end.
pub(super) fn finish(q: &Questionnaire, facts: &mut Facts) {
    fire(q, q.index.within, facts);
}

/// Fires those of these rules whose clauses hold: of what is known, and for the upper end of the range at worst.
fn fire(q: &Questionnaire, rules: u128, facts: &mut Facts) {
    let sure = facts.known == facts.worst;
    let mut rest = rules & !facts.placement.fired;
    while rest != 0 {
        let place = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let rule = &q.rules[place];
        if rule.fires(facts.placement.floor, facts.known) {
            facts.placement.fire(place, rule);
            facts.high = facts.high.max(facts.placement.floor);
        } else if !sure
            && let Some(floor) = rule.effect.floor
            && floor > facts.high
            && rule.fires(facts.high, facts.worst)
        {
            facts.high = floor;
        }
    }
}

/// Whether an answer to the question could still change the level or the range that unknown answers leave open, a
/// first step, an add-on, or whether a later question is asked. A question that could not is not asked.
///
/// It could where some rule that reads it is still open and would add to what is asked for already; or would raise
/// the upper end of the range, were every unknown answer at its most serious.
fn matters(q: &Questionnaire, place: usize, facts: &Facts) -> bool {
    let later = q.index.later[place];
    // At worst a question can be answered that is asked, and one that only an unknown answer hides.
    decides(q, place, later.minus(facts.shut), later.minus(facts.shut.and(facts.shut_at_worst)), facts)
}

/// The same of a question, or of a later one that it brings about, where these options can still be answered, or these
/// with each unknown answer at its most serious.
fn decides(q: &Questionnaire, place: usize, open: Set, open_at_worst: Set, facts: &Facts) -> bool {
    let all = q.at(place).all();
    bits(q.index.reads[place]).any(|at| {
        let rule = &q.rules[at];
        let decides = |facts: Set, open: Set| {
            let mut decides = false;
            rule.when.iter().all(|clause| {
                decides |= clause.options.meets(all) && !clause.met(facts);
                can_hold(clause, facts, open)
            }) && decides
                && !bits(q.index.shadows[at]).any(|other| covers(rule, &q.rules[other], all, facts))
        };
        let raises = rule.effect.floor.is_some_and(|floor| floor > facts.high) && facts.high <= rule.within;
        facts.placement.gains(rule) && decides(facts.known, open)
            || raises && facts.worst != facts.known && decides(facts.worst, open_at_worst)
    }) || bits(u128::from(q.index.gates[place]))
        .any(|later| open_at_worst.meets(q.at(later).all()) && decides(q, later, open, open_at_worst, facts))
}

/// Whether the other rule, which does as much, fires wherever this one does, whatever is answered to this question.
fn covers(rule: &Rule, other: &Rule, question: Set, facts: Set) -> bool {
    let same = |clause: &Clause| rule.when.iter().any(|own| !own.met(facts) && clause.covers(own));
    other.when.iter().all(|clause| clause.met(facts) || !clause.options.meets(question) && same(clause))
}

/// The places of the bits set, from the lowest.
fn bits(mut rest: u128) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let next = rest.trailing_zeros() as usize;
        rest &= rest.wrapping_sub(1);
        (next < 128).then_some(next)
    })
}
