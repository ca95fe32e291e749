//! What a provider configures, and which of its programs fit a suggestion.
//!
//! A configuration comes as [`Data`], from wherever: [`Config::read`] never fails. What is right is used,
//! what is wrong is named as a [`Problem`] and left out. [`matches()`] then says which programs fit.

mod config;
mod contact;
mod data;
mod date;
mod filter;
mod found;
mod kind;
mod matching;
mod names;
mod opening;
mod partner;
mod payer;
mod phone;
mod problem;
mod program;
mod reader;
mod schedule;
mod shape;
mod text;
mod theme;
mod tidied;
mod value;

pub use config::{Config, Directory};
pub use contact::{Address, Contact, Phone};
pub use data::Data;
pub(crate) use data::short;
pub use date::Date;
pub use filter::{Filter, Group, filters, passes};
pub use found::{Direction, Fit, Match, Matches, Mismatch, Near};
pub use kind::Kind;
pub use matching::{Wanted, When, matches};
pub use names::{
    Approach, Care, Closed, Day, Feature, Many, Medicine, Mode, PageLanguage, STATES, Service, Setting, SpokenLanguage,
    Time, Track, Treats,
};
pub use opening::Opening;
pub use partner::{Partner, Referral};
pub use payer::{Payer, Payment};
pub use problem::Problem;
pub use program::{Ages, Program};
pub use schedule::{Meeting, Schedule, Slot, Span, hours_words};
pub use text::Text;
pub use theme::Theme;
pub(crate) use value::{concat, cut, decimal};
