//! A configuration as it arrives: plain data, of which nothing is known yet.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::value::{concat, is_control, number_words};

/// JSON-like data. The browser builds it from the object that the page hands over, tools from a file.
///
/// An own type, because it is the cheapest in the shipped module: reading through serde costs some 18 kB
/// of compressed download, and values fetched from JavaScript one by one need an import for every kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// Nothing. A field that holds it counts as left out.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Named fields, in the order in which they were written.
    Record(Vec<(String, Json)>),
}

impl Json {
    /// No configuration is nested deeper than this. Builders put [`Json::Null`] below it, so that an
    /// object that contains itself does no harm.
    pub const DEEPEST: usize = 8;

    pub(super) const fn is_nothing(&self) -> bool {
        matches!(self, Json::Null)
    }
    /// A short rendering for messages: what was found where something else was expected.
    pub fn found(&self) -> String {
        if !super::problem::IN_WORDS {
            return String::new();
        }
        let fixed = match self {
            Json::Null => "nothing",
            Json::Bool(true) => "true",
            Json::Bool(false) => "false",
            Json::Number(number) => return number_words(*number),
            Json::Text(text) => return concat(&["\"", &short(text), "\""]),
            Json::List(items) if items.is_empty() => "an empty list",
            Json::List(_) => "a list",
            Json::Record(_) => "a group of fields",
        };
        fixed.to_owned()
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

/// Text that somebody wrote, cut to a length that fits a message, in one line.
pub(crate) fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut short = String::new();
    for (index, letter) in text.chars().enumerate() {
        if index == SHOWN {
            short.push('…');
            break;
        }
        short.push(if is_control(letter) { ' ' } else { letter });
    }
    short
}
