//! A configuration as it arrives: plain data, of which nothing is known yet.

use super::read::number_words;

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

    /// A short rendering for messages: what was found where something else was expected.
    pub fn found(&self) -> String {
        match self {
            Data::Null => "nothing".to_owned(),
            Data::Bool(true) => "true".to_owned(),
            Data::Bool(false) => "false".to_owned(),
            Data::Number(number) => number_words(*number),
            Data::Text(text) => quoted(text),
            Data::List(items) if items.is_empty() => "an empty list".to_owned(),
            Data::List(_) => "a list".to_owned(),
            Data::Record(_) => "a group of fields".to_owned(),
        }
    }
}

impl From<&str> for Data {
    fn from(text: &str) -> Data {
        Data::Text(text.to_owned())
    }
}

/// Text in quotation marks, cut where it is long, without line breaks.
fn quoted(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut quoted = String::from("\"");
    for (place, letter) in text.chars().enumerate() {
        if place == SHOWN {
            quoted.push('…');
            break;
        }
        quoted.push(if letter.is_control() { ' ' } else { letter });
    }
    quoted.push('"');
    quoted
}
