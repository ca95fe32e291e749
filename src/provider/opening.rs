//! Whether a program has an opening, which is only worth saying while it is fresh.

use super::date::Date;
use super::problem::{At, IN_WORDS, Problems};
use super::value::concat;

/// When somebody new can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// At once.
    Now,
    /// There is a list to wait on.
    Waitlist,
    /// From that day on.
    On(Date),
}

/// How an opening that is not a day is written.
pub const WORDS: &[&str] = &["now", "waitlist"];
/// For so many days after `checked` an opening is shown.
const FRESH: i32 = 14;
const NOT_SHOWN: &str = "Visitors are not told of openings.";

impl Opening {
    /// Of the number that the reader made: a place in [`WORDS`], or a day.
    fn of(number: u32) -> Opening {
        match (number, Date::of(number)) {
            (_, Some(date)) => Opening::On(date),
            (0, _) => Opening::Now,
            _ => Opening::Waitlist,
        }
    }
    /// The opening, if it can still be believed. Where nobody says which day it is, none can.
    pub(super) fn take(
        problems: &mut Problems,
        at: &At,
        number: Option<u32>,
        checked: Option<Date>,
        today: Option<Date>,
    ) -> Option<Opening> {
        let opening = Opening::of(number?);
        let program = at;
        let at = &at.field("openings");
        let Some(checked) = checked else {
            if !problems.has(&program.field("checked")) {
                problems.add(
                    at,
                    "openings without \"checked\"",
                    "the day beside them on which they were right",
                    NOT_SHOWN,
                );
            }
            return None;
        };
        // A day that was over when it was written, or that is over now, says nothing of today.
        let over = |day: Date| matches!(opening, Opening::On(date) if date < day);
        if over(checked) {
            problems.add(at, "a day before \"checked\"", "\"now\", \"waitlist\" or a day to come", NOT_SHOWN);
            return None;
        }
        let today = today?;
        let fresh = (0..=FRESH).contains(&checked.days_until(today));
        if !fresh || over(today) {
            let found = if IN_WORDS { concat(&["openings checked on ", &checked.iso()]) } else { Default::default() };
            let allowed = "openings that were checked in the last 14 days, and no day that is over";
            problems.add(at, &found, allowed, NOT_SHOWN);
            return None;
        }
        Some(opening)
    }
}
