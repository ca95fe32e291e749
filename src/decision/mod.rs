//! What was decided: one value for a set of answers and a provider's configuration, worked out once.
//!
//! Screens, the summary that a visitor keeps, the command-line tool, the simulator and the tests read
//! [`Decision`]; none of them decides anything again. It holds the engine's own values. Written as data, it is a
//! [`Report`]: serde is used in this module and nowhere else.

mod answers;
mod outcome;
mod policy;
mod report;
mod state;
mod wording;
mod written;

pub use answers::{read_answer, read_answers};
pub use outcome::{Fired, Given, Outcome, WhatIf};
pub use policy::{Decision, FirstStep, gives_a_reason};
pub use report::{FirstStepReport, ReasonReport, Report, SuggestionReport};
pub use state::State;
pub use wording::StepWords;
