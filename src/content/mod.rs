//! The shipped questionnaire and rule set: constant tables over the engine's closed types. No words: those
//! are in `www/text`, by the names used here.

// For tests and tools: what the protocol says of the tables, which a visitor does not download.
mod audience;
#[cfg(not(target_arch = "wasm32"))]
pub mod changes;
mod clauses;
#[cfg(not(target_arch = "wasm32"))]
pub mod crisis;
mod dangers;
#[cfg(not(target_arch = "wasm32"))]
pub mod inputs;
mod questions;
#[cfg(not(target_arch = "wasm32"))]
mod record;
mod rules;
mod sources;

use crate::engine::Questionnaire;

pub(crate) use questions::of as options;

pub use audience::{Age, Audience};
pub use dangers::{DANGERS, Danger, LISTENERS, Line, OVERDOSE, lines_of};
#[cfg(not(target_arch = "wasm32"))]
pub use record::{changed, fingerprint, fingerprint_of, record};
pub use sources::{SOURCES, Source};

/// Version of the rule set, printed with every outcome. A change of any rule or condition changes it.
pub const VERSION: &str = "2.0.0";

/// The day of that version, as year-month-day.
pub const CHANGED: &str = "2026-11-30";

/// The day on which the crisis line that was checked the longest ago was checked, as year-month-day.
pub const CHECKED: &str = "2026-11-30";

/// No visitor is asked more questions than this.
pub const MOST_QUESTIONS: usize = 16;

/// The questionnaire that ships.
pub static QUESTIONNAIRE: Questionnaire<'static> =
    Questionnaire::new(VERSION, questions::QUESTIONS, rules::RULES, MOST_QUESTIONS);
