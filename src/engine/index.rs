//! What reads what, worked out once and at compile time for the shipped tables, so that a walk through the
//! questions looks only at the rules that an answer can decide.

use super::level::Level;
use super::model::{Clause, OptionSet, Question, Questionnaire, Rule};

/// For each question and rule, by place, which others it has to do with: one bit each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Index {
    /// For each question, the rules that read it.
    pub reads: [u128; Questionnaire::MAX_QUESTIONS],
    /// For each question, the rules that it can fire: those that read it, and of which each clause can be met by then.
    /// What is met by a choice stays so, and what is met by no choice is known only when the last is made.
    pub fires: [u128; Questionnaire::MAX_QUESTIONS],
    /// For each question, the later questions that are asked only because of some answer to it.
    pub gates: [u32; Questionnaire::MAX_QUESTIONS],
    /// For each question, the options of it and of all after it.
    pub later: [OptionSet; Questionnaire::MAX_QUESTIONS],
    /// For each rule, the others that do as much and have a clause with as many options: where such a one stays open
    /// whatever is answered now, the rule may have nothing to add.
    pub subsumed_by: [u128; Questionnaire::MAX_RULES],
    /// The options that rules want.
    pub named: OptionSet,
    /// The rules with a clause about what is not chosen.
    pub unwanted: u128,
    /// The rules that wait until the others reach some level.
    pub waiting: u128,
    /// The rules that fire only where the others reach no more than some level, which is known at the end.
    pub within: u128,
}

impl Index {
    /// The index of these tables.
    pub const fn of(questions: &[Question], rules: &[Rule]) -> Index {
        const N: usize = Questionnaire::MAX_QUESTIONS;
        const R: usize = Questionnaire::MAX_RULES;
        let mut index = Index {
            reads: [0; N],
            fires: [0; N],
            gates: [0; N],
            later: [OptionSet::NONE; N],
            subsumed_by: [0; R],
            named: OptionSet::NONE,
            unwanted: 0,
            waiting: 0,
            within: 0,
        };
        let mut rule = 0;
        while rule < least(rules.len(), R) {
            let mut at = 0;
            while at < rules[rule].when.len() {
                let clause = &rules[rule].when[at];
                if clause.wanted {
                    index.named = index.named.union(clause.options);
                } else {
                    index.unwanted |= 1 << rule;
                }
                at += 1;
            }
            if (rules[rule].max_level as u8) < Level::DayAndNight as u8 {
                index.within |= 1 << rule;
            } else if rules[rule].min_level as u8 > 0 {
                index.waiting |= 1 << rule;
            }
            rule += 1;
        }
        let mut later = OptionSet::NONE;
        let mut at = least(questions.len(), N);
        while at > 0 {
            at -= 1;
            let all = questions[at].all();
            let mut other = at + 1;
            while other < least(questions.len(), N) {
                if reads(questions[other].visible_when, all, true) {
                    index.gates[at] |= 1 << other;
                }
                other += 1;
            }
            let mut rule = 0;
            while rule < least(rules.len(), R) {
                if reads(rules[rule].when, all, true) || reads(rules[rule].when, all, false) {
                    index.reads[at] |= 1 << rule;
                    if decided(rules[rule].when, later) {
                        index.fires[at] |= 1 << rule;
                    }
                }
                rule += 1;
            }
            index.fires[at] &= !index.conditional();
            later = later.union(all);
            index.later[at] = later;
        }
        let count = least(rules.len(), R);
        let mut pair = 0;
        while pair < count * count {
            let (rule, other) = (pair / count, pair % count);
            if rule != other && index.conditional() >> other & 1 == 0 {
                index.subsumed_by[rule] |= (shadows(&rules[other], &rules[rule]) as u128) << other;
            }
            pair += 1;
        }
        index
    }

    /// The rules that look at what the others reach.
    pub const fn conditional(&self) -> u128 {
        self.waiting | self.within
    }
}

/// Whether the first rule, where it fires, leaves nothing for the second to do, and has a clause that is met wherever
/// one of the second's is. A first step is never left without its own rule: each comes with its own reason.
const fn shadows(first: &Rule, second: &Rule) -> bool {
    let (all, some) = (&first.effect, &second.effect);
    let floor = match (all.floor, some.floor) {
        (_, None) => true,
        (None, _) => false,
        (Some(high), Some(low)) => high as u8 >= low as u8,
    };
    let mut shares = false;
    let mut pair = 0;
    while pair < first.when.len() * second.when.len() {
        shares |= first.when[pair % first.when.len()].includes(&second.when[pair / first.when.len()]);
        pair += 1;
    }
    shares && floor && some.step.is_none() && !some.no_level && some.add_ons.0 & !all.add_ons.0 == 0
}

/// Whether one of the clauses that want, or do not want, something names one of these options.
const fn reads(clauses: &[Clause], options: OptionSet, wanted: bool) -> bool {
    let mut at = 0;
    while at < clauses.len() {
        if clauses[at].wanted == wanted && clauses[at].options.intersects(options) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether the clauses can all be met before any of these later options is chosen.
const fn decided(clauses: &[Clause], later: OptionSet) -> bool {
    let mut at = 0;
    while at < clauses.len() {
        let before = clauses[at].options.difference(later);
        if before.is_empty() || !clauses[at].wanted && clauses[at].options.intersects(later) {
            return false;
        }
        at += 1;
    }
    true
}

const fn least(one: usize, other: usize) -> usize {
    if one < other { one } else { other }
}
