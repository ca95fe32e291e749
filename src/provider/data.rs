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
pub enum Data {
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
    List(Vec<Data>),
    /// Named fields, in the order in which they were written.
    Record(Vec<(String, Data)>),
}

impl Data {
    /// No configuration is nested deeper than this. Builders put [`Data::Null`] below it, so that an
    /// object that contains itself does no harm.
    pub const DEEPEST: usize = 8;

    pub(super) const fn is_nothing(&self) -> bool {
        matches!(self, Data::Null)
    }
    /// A short rendering for messages: what was found where something else was expected.
    pub fn found(&self) -> String {
        if !super::problem::IN_WORDS {
            return String::new();
        }
        let fixed = match self {
            Data::Null => "nothing",
            Data::Bool(true) => "true",
            Data::Bool(false) => "false",
            Data::Number(number) => return number_words(*number),
            Data::Text(text) => return concat(&["\"", &short(text), "\""]),
            Data::List(items) if items.is_empty() => "an empty list",
            Data::List(_) => "a list",
            Data::Record(_) => "a group of fields",
        };
        fixed.to_owned()
    }
}

impl From<&str> for Data {
    fn from(text: &str) -> Data {
        Data::Text(text.to_owned())
    }
}

/// Text that somebody wrote, cut to a length that fits a message, in one line.
pub(crate) fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut short = String::new();
    for (place, letter) in text.chars().enumerate() {
        if place == SHOWN {
            short.push('…');
            break;
        }
        short.push(if is_control(letter) { ' ' } else { letter });
    }
    short
}
