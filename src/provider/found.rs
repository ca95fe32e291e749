//! What is found for a suggestion: programs, how each fits, and in which order they are shown.

use alloc::string::String;
use alloc::vec::Vec;

use super::kind::Kind;
use super::partner::Referral;
use super::value::concat;
use super::vocabulary::{EnumSet, string_enum};
use crate::engine::Level;

string_enum! {
    /// What fits about a program.
    MatchReason {
        DualDiagnosis = "dual_diagnosis",
        Adolescent = "adolescent",
        Eating = "eating",
        Perinatal = "perinatal",
        Daytime = "daytime",
        Evenings = "evenings",
        Weekends = "weekends",
        Video = "video",
    }
}

string_enum! {
    /// What does not fit about a program. `Daytime`, `Evenings`, `Weekends`: it meets at that time only, and
    /// the visitor cannot come then. `NoDaytime`, `NoEvenings`, `NoWeekends`: it meets at several times, and
    /// not at this one, when the visitor can come.
    Mismatch {
        TreatsSubstanceUse = "treats_substance_use",
        TreatsMentalHealth = "treats_mental_health",
        TreatsUnknown = "treats_unknown",
        NoDualDiagnosis = "no_dual_diagnosis",
        NoEating = "no_eating",
        Daytime = "daytime",
        Evenings = "evenings",
        Weekends = "weekends",
        NoDaytime = "no_daytime",
        NoEvenings = "no_evenings",
        NoWeekends = "no_weekends",
        NoVideo = "no_video",
        OnlyVideo = "only_video",
    }
}

impl MatchReason {
    /// The text key that says it.
    pub fn key(self) -> String {
        let before = if self <= MatchReason::Perinatal { "programs.track." } else { "fit." };
        concat(&[before, self.id()])
    }
}

impl Mismatch {
    /// The text key that says it.
    pub fn key(self) -> String {
        concat(&["mismatch.", self.id()])
    }
}

/// A program, and how it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its place in [`super::Config::programs`].
    pub program: usize,
    /// Its name, in the first language in which it has one.
    pub name: String,
    /// Its level. None for aftercare.
    pub level: Option<Level>,
    /// Its kind.
    pub kind: Kind,
    /// What fits, in a fixed order.
    pub fits: EnumSet<MatchReason>,
    /// What does not fit, in a fixed order.
    pub mismatches: EnumSet<Mismatch>,
}

/// How a program compares with what is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Less intensive than suggested.
    Less,
    /// More intensive than suggested.
    More,
}

impl Direction {
    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            Direction::Less => "less",
            Direction::More => "more",
        }
    }
}

/// A program at another level than the suggested one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// How it compares with what is suggested.
    pub direction: Direction,
    /// The program.
    pub program: Match,
}

/// The provider's programs for a suggestion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The programs that fit: of the suggested level (or levels, from the least intensive), for the
    /// visitor's age, the best fit first.
    pub fitting: Vec<Match>,
    /// The suggested levels at which the provider lists nothing for the visitor's age.
    pub missing: Vec<Level>,
    /// Where nothing fits: the programs of the nearest level below, then of the nearest level above; the other way round
    /// while a rule on safety holds.
    pub nearest: Vec<Alternative>,
    /// The programs of a suggested level that do not treat what the visitor came for. Always shown as what they are.
    pub other: Vec<Match>,
    /// Aftercare, where the rules ask for it.
    pub aftercare: Vec<Match>,
    /// What partners of the provider are named for.
    pub referrals: EnumSet<Referral>,
    /// A rule on safety holds.
    pub safety: bool,
}

impl Matches {
    /// Every program in the order in which it is shown, with how it compares with the suggestion if it is at another level:
    /// what fits first. What does not treat what the visitor came for is behind what does, but while a rule on safety holds
    /// no program below the level suggested stands before any that is not.
    pub fn in_order(&self) -> Vec<(&Match, Option<Direction>)> {
        let mut order = Vec::new();
        let plain = |order: &mut Vec<_>, programs| {
            let programs: &[Match] = programs;
            for found in programs {
                order.push((found, None));
            }
        };
        let near = |order: &mut Vec<_>, last: bool| {
            for near in &self.nearest {
                if (self.safety && near.direction == Direction::Less) == last {
                    order.push((&near.program, Some(near.direction)));
                }
            }
        };
        plain(&mut order, &self.fitting);
        near(&mut order, false);
        plain(&mut order, &self.other);
        near(&mut order, true);
        plain(&mut order, &self.aftercare);
        order
    }
}
