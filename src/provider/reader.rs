//! The one reader of all shapes. It goes over the data in place: what is wrong is named and emptied, so that what
//! is left is right, and can be taken without a question.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::data::{Data, short};
use super::names::{Closed, Many};
use super::opening;
use super::payer::{self, Payment};
use super::phone::dialed;
use super::problem::{At, IN_WORDS, LEFT_OUT, Problems, nearest, words};
use super::shape::{Field, List, Need, Shape, Unit, names};
use super::text::LANGUAGES;
use super::tidied::{doubtful, tidied};
use super::value::{
    clock, concat, date, decimal, host, hundredths, hundredths_words, is_color, is_email, is_font, is_line, listed,
    number_words, trimmed,
};

/// The fields of a record that was checked.
pub(super) struct Fields<'d> {
    given: &'d mut [(String, Data)],
}

impl<'d> Fields<'d> {
    pub(super) fn of(data: Option<&'d mut Data>) -> Fields<'d> {
        let given = match data {
            Some(Data::Record(fields)) => fields.as_mut_slice(),
            _ => &mut [],
        };
        Fields { given }
    }
    /// What a field holds: none, where it is not there or was wrong. Of two with one name, the last.
    #[inline(never)]
    pub(super) fn get(&mut self, name: &str) -> Option<&mut Data> {
        last(self.given, name).filter(|data| !data.is_nothing())
    }
    #[inline(never)]
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        match self.get(name) {
            Some(Data::Number(number)) => Some(*number as u32),
            _ => None,
        }
    }
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.get(name) {
            Some(Data::Text(text)) => Some(core::mem::take(text)),
            _ => None,
        }
    }
    /// The things of a list. Those that were wrong hold nothing, so that the others keep their places.
    #[inline(never)]
    pub(super) fn list(&mut self, name: &str) -> &mut [Data] {
        match self.get(name) {
            Some(Data::List(items)) => items,
            _ => &mut [],
        }
    }
    /// A field that is one of a closed list of names.
    pub(super) fn one<T: Copy>(&mut self, name: &str, all: &[T]) -> Option<T> {
        all.get(self.number(name)? as usize).copied()
    }
    /// A field that is some of a closed list of names.
    pub(super) fn many<T: Closed>(&mut self, name: &str) -> Many<T> {
        Many::bits(self.bits(name))
    }
    #[inline(never)]
    fn bits(&mut self, name: &str) -> u16 {
        let mut bits = 0;
        for place in self.list(name) {
            if let Data::Number(place) = place {
                bits |= 1 << *place as u16;
            }
        }
        bits
    }
}

/// The last field of that name.
fn last<'d>(given: &'d mut [(String, Data)], name: &str) -> Option<&'d mut Data> {
    for (other, data) in given.iter_mut().rev() {
        if other == name {
            return Some(data);
        }
    }
    None
}

/// Checks a value in place. What is wrong comes to `lost`, and to [`Data::Null`]. A name of a closed list becomes
/// its place there, a time minutes, hours minutes, a date the number that its digits make, true 1.
pub(super) fn check(problems: &mut Problems, at: &At, data: &mut Data, shape: Shape, lost: &'static str) {
    let good = match (shape, &mut *data) {
        (Shape::Group(fields), Data::Record(given)) => group(problems, at, given, fields, lost),
        (Shape::Text, Data::Record(given)) => {
            group(problems, at, given, LANGUAGES, lost);
            let any = given.iter().any(|(_, data)| matches!(data, Data::Text(_)));
            if !any {
                problems.add(at, "no text", &allowed(shape, &Data::Null), lost);
            }
            any
        }
        (Shape::Payer, Data::Record(given)) => {
            let grouped = given.iter().any(|(name, _)| names(payer::FIELDS).contains(&name.as_str()));
            let shape = if grouped { Shape::Group(payer::FIELDS) } else { Shape::Text };
            return check(problems, at, data, shape, lost);
        }
        (Shape::Span(unit), Data::Record(given)) => span(problems, at, given, unit, lost),
        (Shape::List(list), Data::List(items)) if items.len() >= list.least => things(problems, at, items, list),
        (Shape::Many(ids), Data::List(items)) => things(problems, at, items, &some_of(ids)),
        // A single text stands for a list of one.
        (Shape::List(list), Data::Text(_)) => return alone(problems, at, data, list),
        (Shape::Many(ids), Data::Text(_)) => return alone(problems, at, data, &some_of(ids)),
        (shape, data) => {
            let good = single(shape, data);
            // What cannot be dialed can still be read by a person.
            let shown =
                matches!((shape, &*data), (Shape::Phone | Shape::TextNumber, Data::Text(text)) if is_line(text));
            if !good {
                problems.add(at, &data.found(), &allowed(shape, data), if shown { AS_WORDS } else { lost });
            } else if let (Shape::Text | Shape::Words | Shape::Payer, Data::Text(text)) = (shape, &*data) {
                if let Some((found, allowed)) = doubtful(text) {
                    problems.add(at, found, allowed, AS_WRITTEN);
                } else if matches!(shape, Shape::Payer) && payer::is_mistyped(text) {
                    problems.add(at, &data.found(), &allowed(shape, data), AS_WRITTEN);
                }
            }
            good || shown
        }
    };
    if !good {
        // Of names, it stays known that something was given.
        *data = if matches!(shape, Shape::Many(_)) { Data::List(Vec::new()) } else { Data::Null };
    }
}

const AS_WRITTEN: &str = words("It is shown as you write it.");
const AS_WORDS: &str = words("It is shown as words, without a link.");

const fn some_of(ids: &'static [&'static str]) -> List {
    List { item: Shape::One(ids), what: "", least: 0, most: 50, whole: false, lost: LEFT_OUT }
}

fn alone(problems: &mut Problems, at: &At, data: &mut Data, list: &List) {
    check(problems, at, data, list.item, list.lost);
    *data = Data::List(vec![core::mem::take(data)]);
}

fn things(problems: &mut Problems, at: &At, items: &mut Vec<Data>, list: &List) -> bool {
    if items.len() > list.most {
        let (found, allowed) = if IN_WORDS {
            let count = |count| decimal(count as u64);
            (concat(&[&count(items.len()), " items"]), concat(&["at most ", &count(list.most)]))
        } else {
            Default::default()
        };
        problems.add(at, &found, &allowed, "The items after that are left out.");
        items.truncate(list.most);
    }
    let mut good = true;
    for (place, item) in items.iter_mut().enumerate() {
        check(problems, &at.item(place), item, list.item, list.lost);
        good &= !list.whole || !item.is_nothing();
    }
    good
}

fn group(problems: &mut Problems, at: &At, given: &mut [(String, Data)], fields: &[Field], lost: &'static str) -> bool {
    let known = names(fields);
    for place in 0..given.len() {
        let (before, rest) = given.split_at_mut(place);
        let Some((name, data)) = rest.first_mut() else { continue };
        let here = if IN_WORDS { short(name) } else { String::new() };
        let here = at.field(&here);
        if before.iter().any(|(other, _)| other == name) {
            problems.add(&here, "a field that is given twice", "each field once", "The last one is used.");
        } else if !known.contains(&name.as_str()) {
            *data = Data::Null;
            // Editors offer help by the schema that a file names.
            if at.is_top() && name == "$schema" {
                continue;
            }
            let allowed = match nearest(name, &known) {
                _ if !IN_WORDS => String::new(),
                Some(meant) => concat(&["\"", meant, "\", perhaps"]),
                None => concat(&["one of ", &listed(&known)]),
            };
            problems.add(&here, "a field that is not known", &allowed, LEFT_OUT);
        }
    }
    let mut good = true;
    for field in fields {
        let spoils = matches!(field.need, Need::Sound | Need::Needed);
        let lost = field.lost.unwrap_or(if spoils { lost } else { LEFT_OUT });
        let at = at.field(field.name);
        match last(given, field.name) {
            // A field that holds nothing counts as left out.
            Some(data) if !data.is_nothing() => {
                check(problems, &at, data, field.shape, lost);
                good &= !(spoils && data.is_nothing());
            }
            _ if matches!(field.need, Need::Wanted | Need::Needed) => {
                problems.add(&at, &Data::Null.found(), &allowed(field.shape, &Data::Null), lost);
                good &= !spoils;
            }
            _ => {}
        }
    }
    good
}

/// What is found where the end of something lies before its beginning.
pub(super) const UNDER: &str = "\"to\" before \"from\"";

fn span(problems: &mut Problems, at: &At, given: &mut [(String, Data)], unit: Unit, lost: &'static str) -> bool {
    let end = |name| Field::new(name, Shape::Amount(unit)).need(Need::Needed);
    if !group(problems, at, given, &[end("from"), end("to")], lost) {
        return false;
    }
    let mut amount = |name: &str| match last(given, name) {
        Some(Data::Number(amount)) => *amount,
        _ => 0.0,
    };
    let good = amount("from") <= amount("to");
    if !good {
        problems.add(at, UNDER, &allowed(Shape::Span(unit), &Data::Null), lost);
    }
    good
}

/// Checks a value that has no parts.
fn single(shape: Shape, data: &mut Data) -> bool {
    let number = match (shape, &mut *data) {
        (Shape::YesNo, Data::Bool(value)) => Some(u32::from(*value)),
        (Shape::Amount(unit) | Shape::Span(unit), Data::Number(number)) => amount(unit, *number),
        (Shape::Pixels(..) | Shape::Hundredths(..), Data::Number(number)) => {
            let unit = if matches!(shape, Shape::Pixels(..)) { "px" } else { "" };
            let text = concat(&[&number_words(*number), unit]);
            let good = is_text(shape, &text);
            if good {
                *data = Data::Text(text);
            }
            return good;
        }
        // Digits without quotation marks are the same digits.
        (Shape::Phone | Shape::TextNumber, Data::Number(number)) if *number >= 1.0 && *number % 1.0 == 0.0 => {
            let words = number_words(*number);
            let good = is_text(shape, &words);
            if good {
                *data = Data::Text(words);
            }
            return good;
        }
        (_, Data::Text(text)) => {
            let words = matches!(shape, Shape::Text | Shape::Words | Shape::Payer);
            *text = if words { tidied(text) } else { trimmed(text).to_owned() };
            match shape {
                Shape::One(ids) => ids.iter().position(|id| id == text).map(|place| place as u32),
                Shape::Clock => clock(text),
                Shape::Date => date(text),
                Shape::Opening => match opening::WORDS.iter().position(|word| word == text) {
                    Some(place) => Some(place as u32),
                    None => date(text),
                },
                _ => return is_text(shape, text),
            }
        }
        _ => None,
    };
    if let Some(number) = number {
        *data = Data::Number(f64::from(number));
    }
    number.is_some()
}

fn is_text(shape: Shape, text: &str) -> bool {
    match shape {
        Shape::Text | Shape::Words | Shape::Payer => is_line(text),
        Shape::Link => host(text).is_some(),
        Shape::Phone => dialed(text, false).is_some(),
        Shape::TextNumber => dialed(text, true).is_some(),
        Shape::Email => is_email(text),
        Shape::Font => is_font(text),
        Shape::Color => is_color(text),
        Shape::Pixels(least, most) => {
            let pixels = text.strip_suffix("px").and_then(hundredths).unwrap_or(u32::MAX);
            (u32::from(least) * 100..=u32::from(most) * 100).contains(&pixels)
        }
        Shape::Hundredths(least, most) => {
            (u32::from(least)..=u32::from(most)).contains(&hundredths(text).unwrap_or(u32::MAX))
        }
        _ => false,
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

/// What is allowed, in words. Names the reason where it is not the spelling, and a name that was likely meant.
fn allowed(shape: Shape, data: &Data) -> String {
    if !IN_WORDS {
        return String::new();
    }
    let text = match data {
        Data::Text(text) => text,
        _ => "",
    };
    let fixed = match shape {
        Shape::Text => "text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}",
        Shape::Words => "text in one line of at most 1000 letters",
        Shape::YesNo => "true or false",
        Shape::Link if text.starts_with("http:") => {
            "a whole web address that begins with https:// (http: is not allowed)"
        }
        Shape::Link if text.get(..11).is_some_and(|scheme| scheme.eq_ignore_ascii_case("javascript:")) => {
            "a whole web address that begins with https:// (javascript: is never allowed)"
        }
        Shape::Link => "a whole web address that begins with https://",
        Shape::Phone => "one telephone number with its area code, such as \"(555) 555-0100\" or \"+1 555 555 0100\"",
        Shape::TextNumber => "a number for text messages, such as \"(555) 555-0100\" or a short code of 5 or 6 digits",
        Shape::Email => "one e-mail address, such as \"hello@example.org\"",
        Shape::Amount(Unit::Days) => "a whole number from 1 to 7",
        Shape::Span(Unit::Days) => "a whole number from 1 to 7, or {\"from\": 3, \"to\": 5}",
        Shape::Amount(Unit::Hours) => "hours a week in all, in quarters, from 0.25 to 60",
        Shape::Span(Unit::Hours) => "hours a week in all, in quarters, from 0.25 to 60, or {\"from\": 9, \"to\": 12}",
        Shape::Amount(Unit::Years) | Shape::Span(Unit::Years) => "a whole number of years from 0 to 120",
        Shape::Clock => "a time of 24 hours, such as \"09:00\" or \"18:30\"",
        Shape::Date => "a day as year-month-day, such as \"2026-05-31\"",
        Shape::Opening => "\"now\", \"waitlist\", or a day such as \"2026-05-31\"",
        Shape::Color => "a color as #rgb or #rrggbb",
        Shape::Font => "names of fonts, separated by commas",
        Shape::List(list) => return concat(&["a list of ", list.what]),
        Shape::Many(ids) => return concat(&["a list of ", &listed(ids)]),
        Shape::Group(fields) => return concat(&["a group of the fields ", &listed(&names(fields))]),
        Shape::Payer => return concat(&[&allowed(Shape::One(Payment::IDS), data), ", or words of your own"]),
        Shape::One(ids) => {
            let (before, meant, after) = match nearest(text, ids) {
                Some(meant) => (" (perhaps \"", meant, "\")"),
                None => ("", "", ""),
            };
            return concat(&["one of ", &listed(ids), before, meant, after]);
        }
        Shape::Pixels(least, most) => {
            return limits("a length from ", u64::from(least) * 100, u64::from(most) * 100, "px");
        }
        Shape::Hundredths(least, most) => return limits("a number from ", u64::from(least), u64::from(most), ""),
    };
    fixed.to_owned()
}

fn limits(what: &str, least: u64, most: u64, unit: &str) -> String {
    concat(&[what, &hundredths_words(least), unit, " to ", &hundredths_words(most), unit])
}
