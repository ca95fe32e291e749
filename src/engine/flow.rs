//! Which questions are asked, and where a visitor stands: computed anew from the answers each time.

use super::level::{Level, Step};
use super::model::{Answers, Order, Question, Questionnaire, Set};
use super::placement::Placement;

/// What is known after replaying a set of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The answers that count: those to questions that are asked. A question that is asked and not yet
    /// answered counts as unknown.
    pub known: Set,
    /// The same, with each unknown answer at its most serious.
    pub worst: Set,
    /// The questions that are asked, one bit each, in the order of the table.
    pub asked: u32,
    /// The first question that is asked and not answered: where the visitor stands. `None` at the end.
    pub next: Option<usize>,
    /// What the rules say of what is known.
    pub placement: Placement,
}

impl Facts {
    /// Whether the question at this place is asked.
    pub const fn asks(&self, place: usize) -> bool {
        self.asked >> place & 1 == 1
    }
    /// The places of the questions asked, in order.
    pub fn path(&self) -> impl Iterator<Item = usize> + use<> {
        bits(u64::from(self.asked))
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
    for (place, question) in q.questions.iter().enumerate() {
        let mut given = Set::NONE;
        if asks(q, place, &facts) {
            facts.asked |= 1 << place;
            given = answers.and(question.all());
            if given.is_empty() {
                facts.next = facts.next.or(Some(place));
                given = question.unknown;
            }
            if unknown == Unknown::Worst {
                given = at_worst(question, given);
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
        && q.questions[place].asked.iter().all(|clause| clause.met(facts.known))
        && matters(q, place, facts)
}

/// Takes what was answered at this place, and fires the rules that it was the last to decide.
pub(super) fn pass(q: &Questionnaire, place: usize, given: Set, facts: &mut Facts) {
    facts.known = facts.known.or(given);
    facts.worst = facts.worst.or(at_worst(&q.questions[place], given));
    fire(q, q.index.ends[place] & !q.index.conditional, facts);
}

/// What was answered, or what it could be at its most serious if that is not known.
fn at_worst(question: &Question, given: Set) -> Set {
    if given.meets(question.unknown) { question.worst } else { given }
}

/// Fires the rules that look at what all the others reach.
pub(super) fn finish(q: &Questionnaire, facts: &mut Facts) {
    fire(q, q.index.conditional, facts);
}

/// Fires those of these rules whose clauses hold of what is known.
fn fire(q: &Questionnaire, rules: u64, facts: &mut Facts) {
    for place in bits(rules) {
        let rule = &q.rules[place];
        let reached = facts.placement.floor;
        if reached >= rule.reached && reached <= rule.within && rule.when.iter().all(|clause| clause.met(facts.known)) {
            facts.placement.fire(place, rule);
        }
    }
}

/// Whether an answer to the question could still change the level, a first step, an add-on, whether a later
/// question is asked, or which programs fit. A question that could not is not asked.
///
/// It could where some rule that reads it is still open and would add to what is asked for already. A rule that
/// would raise the level is open also where an unknown answer may be what it asks for: it does not fire then, but
/// the range, and so how sure the suggestion is, depends on what else it reads. Preferences,
/// which no rule reads, count where programs come first: not in an emergency, and not for 24-hour care, which is
/// a referral.
fn matters(q: &Questionnaire, place: usize, facts: &Facts) -> bool {
    decides(q, place, q.index.later[place], facts)
}

/// The same of a question, or of a later one that it brings about, where these options can still be answered.
fn decides(q: &Questionnaire, place: usize, open: Set, facts: &Facts) -> bool {
    let question = &q.questions[place];
    if q.index.reads[place] | u64::from(q.index.gates[place]) == 0 {
        let placement = &facts.placement;
        return question.order == Order::Free
            && placement.floor < Level::DayAndNight
            && !placement.has(Step::Emergency);
    }
    let all = question.all();
    bits(q.index.reads[place]).map(|rule| &q.rules[rule]).any(|rule| {
        let raises = rule.effect.floor.is_some_and(|floor| floor > facts.placement.floor);
        let mut decides = false;
        facts.placement.gains(rule)
            && rule.when.iter().all(|clause| {
                let met = clause.met(facts.known);
                decides |= !met && clause.options.meets(all);
                met || raises && clause.met(facts.worst) || clause.wanted && clause.options.meets(open)
            })
            && decides
    }) || bits(u64::from(q.index.gates[place])).any(|later| decides(q, later, open, facts))
}

/// The places of the bits set, from the lowest.
fn bits(mut rest: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let next = rest.trailing_zeros() as usize;
        rest &= rest.wrapping_sub(1);
        (next < 64).then_some(next)
    })
}
