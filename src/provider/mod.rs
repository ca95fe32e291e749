//! What a provider configures, and which of its programs fit a suggestion.
//!
//! A configuration comes as [`Data`], from wherever: [`Config::read`] never fails. What is right is used,
//! what is wrong is named as a [`Problem`] and left out. [`matches()`] then says which programs fit.

mod config;
mod contact;
mod data;
mod filter;
mod kind;
mod matching;
mod names;
mod phone;
mod problem;
mod program;
mod reader;
mod schedule;
mod shape;
mod text;
mod theme;
mod value;

pub use config::{Config, Directory};
pub use contact::{Address, Contact, Phone};
pub use data::Data;
pub(crate) use data::short;
pub use filter::{Filter, filters, passes};
pub use kind::Kind;
pub use matching::{Direction, Fit, Match, Matches, Mismatch, Near, Wanted, When, matches};
pub use names::{Approach, Care, Closed, Day, Many, Mode, PageLanguage, Service, Setting, SpokenLanguage, Time, Track};
pub use problem::Problem;
pub use program::{Ages, Date, Program};
pub use schedule::{Meeting, Schedule, Slot, Span, hours_words};
pub use text::Text;
pub use theme::Theme;
pub(crate) use value::{concat, cut, decimal};
