//! The one reader of all shapes. It gives what is right, and names what is wrong.

use super::data::{Data, short};
use super::problem::{At, LEFT_OUT, Problems, nearest};
use super::shape::{Field, List, Need, Shape, Unit, names};
use super::text::{LANGUAGES, Text};
use super::value::{
    clock, date, dialed, host, hundredths, hundredths_words, is_color, is_email, is_font, line, whole_words,
};

/// A value that is right.
pub(super) enum Value {
    /// A number: a place in a list of names, minutes, years, the digits of a date; 1 for true.
    Number(u32),
    /// From one number to another.
    Span(u32, u32),
    /// Text, with the spaces around it taken off.
    Text(String),
    /// A telephone number, as written and as dialed.
    Phone(String, String),
    /// Text with its languages.
    Said(Text),
    /// Things, each with the place that it had in the list.
    List(Vec<(usize, Value)>),
    /// Fields by their names, those that are missing or wrong left out.
    Group(Values),
}

/// The fields of a group.
pub(super) struct Values(Vec<(&'static str, Value)>);

impl Values {
    /// Takes a field out.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        let place = self.0.iter().position(|(other, _)| *other == name)?;
        Some(self.0.swap_remove(place).1)
    }
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(other, _)| *other == name)
    }
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        match self.take(name) {
            Some(Value::Number(number)) => Some(number),
            _ => None,
        }
    }
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }
    pub(super) fn said(&mut self, name: &str) -> Option<Text> {
        match self.take(name) {
            Some(Value::Said(text)) => Some(text),
            _ => None,
        }
    }
    pub(super) fn group(&mut self, name: &str) -> Option<Values> {
        match self.take(name) {
            Some(Value::Group(values)) => Some(values),
            _ => None,
        }
    }
    /// The things of a list, with their places. None where there is no list.
    pub(super) fn list(&mut self, name: &str) -> Vec<(usize, Value)> {
        match self.take(name) {
            Some(Value::List(items)) => items,
            _ => Vec::new(),
        }
    }
    /// The value of a field that is one of a closed list of names.
    pub(super) fn one<T: Copy>(&mut self, name: &str, all: &[T]) -> Option<T> {
        all.get(self.number(name)? as usize).copied()
    }
    /// The values of a field that is some of a closed list of names.
    pub(super) fn many<T: Copy>(&mut self, name: &str, all: &[T]) -> Vec<T> {
        let mut many = Vec::new();
        for (_, value) in self.list(name) {
            if let Value::Number(place) = value
                && let Some(value) = all.get(place as usize)
            {
                many.push(*value);
            }
        }
        many
    }
}

/// Reads a value of a shape. `lost` is what a wrong one comes to.
pub(super) fn read(problems: &mut Problems, at: &At, data: &Data, shape: Shape, lost: &'static str) -> Option<Value> {
    let value = match (shape, data) {
        (Shape::Group(fields), Data::Record(given)) => {
            return group(problems, at, given, fields, lost).map(Value::Group);
        }
        (Shape::List(list), Data::List(items)) if items.len() >= list.least => {
            return read_list(problems, at, items, list);
        }
        // A single text stands for a list of one.
        (Shape::List(list), Data::Text(_)) => {
            return read(problems, at, data, list.item, list.lost).map(|value| Value::List(vec![(0, value)]));
        }
        (Shape::Many(ids), Data::List(items)) => {
            let list = List { item: Shape::One(ids), what: "", least: 0, most: 50, whole: false, lost: LEFT_OUT };
            return read_list(problems, at, items, &list);
        }
        (Shape::Many(ids), Data::Text(_)) => {
            return read(problems, at, data, Shape::One(ids), LEFT_OUT).map(|value| Value::List(vec![(0, value)]));
        }
        (Shape::Text, Data::Record(given)) => return languages(problems, at, given, lost),
        (Shape::Span(unit), Data::Record(given)) => return span(problems, at, given, unit, lost),
        (Shape::Span(unit), Data::Number(number)) => amount(unit, *number).map(|amount| Value::Span(amount, amount)),
        (Shape::Amount(unit), Data::Number(number)) => amount(unit, *number).map(Value::Number),
        (Shape::Pixels(..) | Shape::Hundredths(..), Data::Number(number)) => {
            (*number >= 0.0 && *number < 1e5).then_some((*number * 100.0 + 0.5) as u32).and_then(|n| size(shape, n))
        }
        (Shape::YesNo, Data::Bool(value)) => Some(Value::Number(u32::from(*value))),
        (_, Data::Text(text)) => text_value(shape, text.trim_ascii()),
        _ => None,
    };
    if value.is_none() {
        problems.add(at, data.found(), allowed(shape, data), lost);
    }
    value
}

fn text_value(shape: Shape, text: &str) -> Option<Value> {
    let kept = |right: bool| right.then(|| Value::Text(text.to_owned()));
    match shape {
        Shape::Text => line(text).map(|text| Value::Said(Text::plain(text))),
        Shape::Words => kept(line(text).is_some()),
        Shape::Link => kept(host(text).is_some()),
        Shape::Email => kept(is_email(text)),
        Shape::Font => kept(is_font(text)),
        Shape::Color => is_color(text).then(|| Value::Text(text.to_ascii_lowercase())),
        Shape::Phone => dialed(text, false).map(|number| Value::Phone(text.to_owned(), number)),
        Shape::TextNumber => dialed(text, true).map(|number| Value::Phone(text.to_owned(), number)),
        Shape::One(ids) => ids.iter().position(|id| *id == text).map(|place| Value::Number(place as u32)),
        Shape::Clock => clock(text).map(Value::Number),
        Shape::Date => date(text).map(Value::Number),
        Shape::Pixels(..) => size(shape, hundredths(text.strip_suffix("px")?.trim_ascii())?),
        Shape::Hundredths(..) => size(shape, hundredths(text)?),
        _ => None,
    }
}

/// A number within the limits of what it counts.
fn amount(unit: Unit, number: f64) -> Option<u32> {
    let (least, most, steps, worth) = match unit {
        Unit::Days => (1, 7, 1.0, 1),
        Unit::Hours => (1, 60 * 4, 4.0, 15),
        Unit::Years => (0, 120, 1.0, 1),
    };
    let steps = number * steps;
    let whole = steps as u32;
    (f64::from(whole) == steps && (least..=most).contains(&whole)).then(|| whole * worth)
}

/// A size as it goes into a style sheet: in this form and no other.
fn size(shape: Shape, hundredths: u32) -> Option<Value> {
    let (least, most, unit) = match shape {
        Shape::Pixels(least, most) => (u32::from(least) * 100, u32::from(most) * 100, "px"),
        Shape::Hundredths(least, most) => (u32::from(least), u32::from(most), ""),
        _ => return None,
    };
    let words = hundredths_words(u64::from(hundredths));
    (least..=most).contains(&hundredths).then(|| Value::Text([&words, unit].concat()))
}

fn group(
    problems: &mut Problems,
    at: &At,
    given: &[(String, Data)],
    fields: &[Field],
    lost: &'static str,
) -> Option<Values> {
    let known = names(fields);
    for (place, (name, _)) in given.iter().enumerate() {
        let here = short(name);
        let here = at.field(&here);
        if given.iter().take(place).any(|(before, _)| before == name) {
            let found = "a field that is given twice".to_owned();
            problems.add(&here, found, "each field once".to_owned(), "The last one is used.");
        } else if at.is_top() && name == "$schema" {
            // Editors offer help by the schema that a file names.
        } else if !known.contains(&name.as_str()) {
            let allowed = match nearest(name, &known) {
                Some(meant) => ["\"", meant, "\", perhaps"].concat(),
                None => ["one of ", &known.join(", ")].concat(),
            };
            problems.add(&here, "a field that is not known".to_owned(), allowed, LEFT_OUT);
        }
    }
    let mut values = Vec::new();
    let mut good = true;
    for field in fields {
        let data = given.iter().rfind(|(name, _)| name == field.name).map_or(&Data::Null, |(_, data)| data);
        let spoils = matches!(field.need, Need::Sound | Need::Needed);
        let lost = field.lost.unwrap_or(if spoils { lost } else { LEFT_OUT });
        // A field that holds nothing counts as left out.
        if *data == Data::Null && matches!(field.need, Need::Free | Need::Sound) {
            continue;
        }
        match read(problems, &at.field(field.name), data, field.shape, lost) {
            Some(value) => values.push((field.name, value)),
            None => good &= !spoils,
        }
    }
    good.then_some(Values(values))
}

fn read_list(problems: &mut Problems, at: &At, items: &[Data], list: &List) -> Option<Value> {
    if items.len() > list.most {
        let found = [&whole_words(items.len() as u64), " items"].concat();
        let allowed = ["at most ", &whole_words(list.most as u64)].concat();
        problems.add(at, found, allowed, "The items after that are left out.");
    }
    let mut values: Vec<(usize, Value)> = Vec::new();
    let mut good = true;
    for (place, data) in items.iter().enumerate().take(list.most) {
        match read(problems, &at.item(place), data, list.item, list.lost) {
            Some(value) => {
                // A name that stands twice in a list is meant once.
                let again = matches!(value, Value::Number(new) if values.iter().any(|(_, v)| matches!(v, Value::Number(old) if *old == new)));
                if !again {
                    values.push((place, value));
                }
            }
            None => good &= !list.whole,
        }
    }
    good.then_some(Value::List(values))
}

fn span(problems: &mut Problems, at: &At, given: &[(String, Data)], unit: Unit, lost: &'static str) -> Option<Value> {
    let fields = [
        Field::new("from", Shape::Amount(unit)).need(Need::Needed),
        Field::new("to", Shape::Amount(unit)).need(Need::Needed),
    ];
    let mut ends = group(problems, at, given, &fields, lost)?;
    let (from, to) = (ends.number("from")?, ends.number("to")?);
    if to < from {
        problems.add(at, UNDER.to_owned(), allowed(Shape::Span(unit), &Data::Null), lost);
        return None;
    }
    Some(Value::Span(from, to))
}

/// What is found where the end of something lies before its beginning.
pub(super) const UNDER: &str = "\"to\" before \"from\"";

fn languages(problems: &mut Problems, at: &At, given: &[(String, Data)], lost: &'static str) -> Option<Value> {
    let mut values = group(problems, at, given, LANGUAGES, lost)?;
    let mut texts = Vec::new();
    for field in LANGUAGES {
        if let Some(text) = values.text(field.name) {
            texts.push((field.name, text));
        }
    }
    if texts.is_empty() {
        problems.add(at, "no text".to_owned(), allowed(Shape::Text, &Data::Null), lost);
        return None;
    }
    Some(Value::Said(Text::each(texts)))
}

/// What is allowed, in words. Names the reason where it is not the spelling, and a name that was likely meant.
fn allowed(shape: Shape, data: &Data) -> String {
    let text = match data {
        Data::Text(text) => text.trim_ascii(),
        _ => "",
    };
    let fixed = match shape {
        Shape::Text => "text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}",
        Shape::Words => "text in one line of at most 1000 letters",
        Shape::YesNo => "true or false",
        Shape::Link => {
            let scheme = text.as_bytes().split(|b| *b == b':').next().unwrap_or_default().to_ascii_lowercase();
            match &*scheme {
                b"http" => "a whole web address that begins with https:// (http is not allowed)",
                b"javascript" => "a whole web address that begins with https:// (javascript: is never allowed)",
                b"data" => "a whole web address that begins with https:// (data: is never allowed)",
                _ => "a whole web address that begins with https://",
            }
        }
        Shape::Phone => "a telephone number with its area code, such as \"(555) 555-0100\" or \"+1 555 555 0100\"",
        Shape::TextNumber => "a number for text messages, such as \"(555) 555-0100\" or a short code of 5 or 6 digits",
        Shape::Email => "one e-mail address, such as \"hello@example.org\"",
        Shape::Amount(Unit::Days) => "a whole number from 1 to 7",
        Shape::Span(Unit::Days) => "a whole number from 1 to 7, or {\"from\": 3, \"to\": 5}",
        Shape::Amount(Unit::Hours) => "hours a week in all, in quarters, from 0.25 to 60",
        Shape::Span(Unit::Hours) => "hours a week in all, in quarters, from 0.25 to 60, or {\"from\": 9, \"to\": 12}",
        Shape::Amount(Unit::Years) | Shape::Span(Unit::Years) => "a whole number of years from 0 to 120",
        Shape::Clock => "a time of 24 hours, such as \"09:00\" or \"18:30\"",
        Shape::Date => "a day as year-month-day, such as \"2026-05-31\"",
        Shape::Color => "a color as #rgb or #rrggbb",
        Shape::Font => "names of fonts, separated by commas",
        Shape::List(list) => return ["a list of ", list.what].concat(),
        Shape::Many(ids) => return ["a list of ", &ids.join(", ")].concat(),
        Shape::Group(fields) => return ["a group of the fields ", &names(fields).join(", ")].concat(),
        Shape::One(ids) => {
            let mut allowed = ["one of ", &ids.join(", ")].concat();
            if let Some(meant) = nearest(text, ids) {
                allowed = [&allowed, " (perhaps \"", meant, "\")"].concat();
            }
            return allowed;
        }
        Shape::Pixels(least, most) => return limits(u64::from(least) * 100, u64::from(most) * 100, "px"),
        Shape::Hundredths(least, most) => return limits(u64::from(least), u64::from(most), ""),
    };
    fixed.to_owned()
}

fn limits(least: u64, most: u64, unit: &str) -> String {
    [
        if unit.is_empty() { "a number from " } else { "a length from " },
        &hundredths_words(least),
        unit,
        " to ",
        &hundredths_words(most),
        unit,
    ]
    .concat()
}
