//! Which rules fire on a set of facts, and what they add up to.

use super::model::{Adds, Level, Questionnaire, Set, Step};

/// What the rules say of a set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// The rules that fired, one bit each, in the order of the table.
    pub fired: u64,
    /// The highest floor of the rules that fired.
    pub floor: Level,
    /// The first steps asked for, one bit each ([`Placement::has`]).
    pub steps: u8,
    /// The add-ons asked for.
    pub adds: Adds,
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
}

/// Fires every rule whose clauses hold of the facts, in order.
///
/// An unknown answer fires only the rules that name the unknown, so the floor is the least that the
/// known answers ask for.
pub fn place(q: &Questionnaire, known: Set) -> Placement {
    let mut placement = Placement::default();
    for (place, rule) in q.rules.iter().enumerate() {
        if placement.floor >= rule.reached && rule.when.iter().all(|clause| clause.met(known)) {
            placement.fired |= 1 << place;
            if let Some(floor) = rule.effect.floor {
                placement.floor = placement.floor.max(floor);
            }
            if let Some(step) = rule.effect.step {
                placement.steps |= 1 << step as u8;
            }
            placement.adds = placement.adds.or(rule.effect.adds);
            placement.no_level |= rule.effect.no_level;
        }
    }
    placement
}
