//! What is suggested, if anything is.

use alloc::vec;
use alloc::vec::Vec;

use crate::engine::{Certainty, Evaluation, Level};

/// What is suggested. First steps, an emergency among them, come before it and do not change it. Where 24-hour care is
/// among the levels, it is a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// One level.
    OneLevel(Level),
    /// Either of two levels, the less intensive first.
    TwoLevels(Level, Level),
    /// At least the first level. The answers that are not known leave every level up to the second possible.
    AtLeast(Level, Level),
    /// Too little is known to suggest a level.
    NotEnough,
    /// No level: the person is a child under 13.
    Child,
}

impl State {
    /// The state of an evaluation.
    pub fn of(evaluation: &Evaluation) -> State {
        let Some(level) = evaluation.level() else { return State::Child };
        let range = evaluation.range;
        match evaluation.certainty {
            Certainty::One => State::OneLevel(level),
            Certainty::Two => State::TwoLevels(range.low, range.high),
            Certainty::AtLeast => State::AtLeast(range.low, range.high),
            Certainty::NotEnough => State::NotEnough,
        }
    }
    /// Every state that there can be.
    pub fn every() -> Vec<State> {
        let mut states = vec![State::Child, State::NotEnough];
        for level in Level::ALL {
            states.extend(level.below().map(|below| State::TwoLevels(below, level)));
            states.push(State::OneLevel(level));
            for high in Level::ALL {
                if level > Level::Outpatient && high as u8 > level as u8 + 1 {
                    states.push(State::AtLeast(level, high));
                }
            }
        }
        states
    }
    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            State::OneLevel(_) => "one_level",
            State::TwoLevels(..) => "two_levels",
            State::AtLeast(..) => "at_least",
            State::NotEnough => "not_enough",
            State::Child => "child",
        }
    }
    /// The levels suggested, from the least intensive.
    pub fn levels(self) -> Vec<Level> {
        match self {
            State::OneLevel(level) | State::AtLeast(level, _) => vec![level],
            State::TwoLevels(low, high) => vec![low, high],
            State::NotEnough | State::Child => Vec::new(),
        }
    }
    /// The levels that programs are looked for at: those suggested, those that what is open could raise them to, or every
    /// level that a program can have where too little is known.
    pub fn program_levels(self) -> Vec<Level> {
        match self {
            State::AtLeast(low, high) => {
                let mut levels = Vec::new();
                for level in Level::ALL {
                    if (low..=high).contains(&level) {
                        levels.push(level);
                    }
                }
                levels
            }
            State::NotEnough => vec![Level::Outpatient, Level::Iop, Level::Php],
            other => other.levels(),
        }
    }
}
