//! What a provider configures, and which of its programs fit a suggestion.
//!
//! A configuration comes as [`Json`], from wherever: [`Config::read`] never fails. What is right is used,
//! what is wrong is named as a [`Problem`] and left out. [`matches()`] then says which programs fit.

mod config;
mod contact;
mod date;
mod filter;
mod found;
mod json;
mod kind;
mod matching;
mod opening;
mod partner;
mod payer;
mod phone;
mod problem;
mod program;
mod reader;
mod schedule;
pub mod schema;
mod text;
mod theme;
mod tidied;
mod value;
mod vocabulary;

pub use config::{Config, Directory, SHAPE};
pub use contact::{Address, Contact, Phone};
pub use date::Date;
pub use filter::{Filter, Group, filters, passes};
pub use found::{Alternative, Direction, Match, MatchReason, Matches, Mismatch};
pub use json::Json;
pub(crate) use json::short;
pub use kind::Kind;
pub use matching::{MatchQuery, When, matches};
pub use opening::{Opening, WORDS as OPENING_WORDS};
pub use partner::{Partner, Referral};
pub use payer::{FIELDS as PAYER_FIELDS, Payer, Payment};
pub use problem::Problem;
pub use program::{Ages, Program};
pub use schedule::{Meeting, Schedule, Slot, Span, hours_words};
pub use text::{LANGUAGES as TEXT_LANGUAGES, Text};
pub use theme::{TokenKind, Tokens};
pub(crate) use value::{concat, cut, decimal};
pub use vocabulary::{
    Approach, Care, Day, EnumSet, Feature, Medicine, Mode, PageLanguage, STATES, Service, Setting, SpokenLanguage,
    Time, Track, Treats, Vocabulary,
};
