//! Questions, answers, rules and levels: what is asked next, what is suggested, how sure, and why.
//!
//! The engine cannot fail and does no I/O. It knows no word and no browser: it works on sets of option
//! bits ([`Set`]) over any [`Questionnaire`], of which the shipped one lives in [`crate::content`].

mod certainty;
#[cfg(not(target_arch = "wasm32"))]
mod check;
mod evaluation;
mod explain;
mod flow;
mod index;
mod left;
mod level;
mod model;
mod placement;
mod rests;

pub use certainty::{Certainty, Range};
#[cfg(not(target_arch = "wasm32"))]
pub use check::{At, Fault, Field, check};
pub use evaluation::Evaluation;
pub use explain::{Move, Reason, held, moves, moves_at, reasons};
pub use flow::{Facts, replay};
pub use left::Left;
pub use level::{AddOn, Adds, Level, Step};
pub(crate) use model::same;
pub use model::{Answers, Clause, Effect, Order, Question, Questionnaire, Rule, Set, Sources};
pub use placement::{Placement, place};
pub use rests::{Safety, asks_about_safety, holds_level, rests_on, settles, would_settle};
