//! Which rules fire on a set of facts, and what they add up to.

use super::level::{AddOnSet, Level, Step};
use super::model::{OptionSet, Questionnaire, Rule};

/// What the rules say of a set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// The rules that fired, one bit each, in the order of the table.
    pub fired: u128,
    /// The highest floor of the rules that fired.
    pub floor: Level,
    /// The first steps asked for, one bit each ([`Placement::has`]).
    pub steps: u8,
    /// The add-ons asked for.
    pub add_ons: AddOnSet,
    /// A rule said that no level is to be suggested.
    pub no_level: bool,
}

impl Placement {
    /// Whether this first step is asked for.
    pub const fn has(&self, step: Step) -> bool {
        self.steps >> step as u8 & 1 == 1
    }
    /// The level suggested, if one is.
    pub fn level(&self) -> Option<Level> {
        (!self.no_level).then_some(self.floor)
    }
    /// Whether the rule would add something to what is asked for already. A first step always does: each one
    /// comes with its own reason and its own advice, such as not to stop suddenly.
    pub(super) fn would_add(&self, rule: &Rule) -> bool {
        let effect = &rule.effect;
        self.floor <= rule.max_level
            && (effect.floor.is_some_and(|floor| floor > self.floor)
                || effect.step.is_some()
                || effect.add_ons.0 & !self.add_ons.0 != 0
                || effect.no_level && !self.no_level)
    }
    pub(super) fn fire(&mut self, index: usize, rule: &Rule) {
        self.fired |= 1 << index;
        if let Some(floor) = rule.effect.floor {
            self.floor = self.floor.max(floor);
        }
        if let Some(step) = rule.effect.step {
            self.steps |= 1 << step as u8;
        }
        self.add_ons = self.add_ons.union(rule.effect.add_ons);
        self.no_level |= rule.effect.no_level;
    }
}

/// Fires every rule whose clauses hold of the facts: the plain reading of the rules, which the walk of
/// [`super::replay`] does piece by piece.
///
/// An unknown answer fires only the rules that name the unknown, so the floor is the least that the
/// known answers ask for.
pub fn evaluate_rules(q: &Questionnaire, known: OptionSet) -> Placement {
    let mut placement = Placement::default();
    // Those that look at the level come after those that set it; those that hold only up to one, last of all.
    for group in [!q.index.conditional(), q.index.waiting, q.index.within] {
        for (index, rule) in q.rules.iter().enumerate() {
            if group >> index & 1 == 1 && rule.fires(placement.floor, known) {
                placement.fire(index, rule);
            }
        }
    }
    placement
}
