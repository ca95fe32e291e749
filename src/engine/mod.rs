//! Questions, answers, rules and levels: what is asked next, what is suggested, how sure, and why.
//!
//! The engine cannot fail and does no I/O. It knows no word and no browser: it works on sets of option
//! bits ([`OptionSet`]) over any [`Questionnaire`], of which the shipped one lives in [`crate::content`].

mod certainty;
#[cfg(not(target_arch = "wasm32"))]
mod check;
mod evaluation;
mod explain;
mod flow;
mod index;
mod level;
mod model;
mod placement;
mod remaining;
mod rests;

pub use certainty::{Certainty, Range};
#[cfg(not(target_arch = "wasm32"))]
pub use check::{At, Fault, Field, check};
pub use evaluation::Evaluation;
pub use explain::{Counterfactual, Reason, counterfactuals, moves_at, protective_answers, reasons};
pub use flow::{Facts, replay};
pub use level::{AddOn, AddOnSet, Level, Step};
pub(crate) use model::same;
pub use model::{Answers, Clause, Effect, OptionSet, Order, Question, Questionnaire, Rule, Sources};
pub use placement::{Placement, evaluate_rules};
pub use remaining::QuestionsRemaining;
pub use rests::{Safety, asks_about_safety, holds_level, rests_on, settles, would_settle};
