//! The one reader of all shapes. It goes over the data in place: what is wrong is named and emptied, so that what
//! is left is right, and can be taken without a question.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::json::{Json, short};
use super::opening;
use super::payer::{self, Payment};
use super::phone::dialed;
use super::problem::{At, IN_WORDS, LEFT_OUT, Problems, nearest, words};
use super::schema::{Field, List, Need, Schema, Unit, names};
use super::text::LANGUAGES;
use super::tidied::{doubtful, tidied};
use super::value::{
    clock, concat, date, decimal, host, hundredths_words, is_color, is_email, is_font, is_line, listed, measure,
    number_words, trimmed,
};
use super::vocabulary::{EnumSet, Vocabulary};

/// The fields of a record that was checked.
pub(super) struct Fields<'d> {
    given: &'d mut [(String, Json)],
}

impl<'d> Fields<'d> {
    pub(super) fn of(data: Option<&'d mut Json>) -> Fields<'d> {
        let given = match data {
            Some(Json::Record(fields)) => fields.as_mut_slice(),
            _ => &mut [],
        };
        Fields { given }
    }
    /// What a field holds: none, where it is not there or was wrong. Of two with one name, the last.
    #[inline(never)]
    pub(super) fn get(&mut self, name: &str) -> Option<&mut Json> {
        last(self.given, name).filter(|data| !data.is_nothing())
    }
    #[inline(never)]
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        match self.get(name) {
            Some(Json::Number(number)) => Some(*number as u32),
            _ => None,
        }
    }
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.get(name) {
            Some(Json::Text(text)) => Some(core::mem::take(text)),
            _ => None,
        }
    }
    /// The things of a list. Those that were wrong hold nothing, so that the others keep their places.
    #[inline(never)]
    pub(super) fn list(&mut self, name: &str) -> &mut [Json] {
        match self.get(name) {
            Some(Json::List(items)) => items,
            _ => &mut [],
        }
    }
    /// A field that is one of a closed list of names.
    pub(super) fn one<T: Copy>(&mut self, name: &str, all: &[T]) -> Option<T> {
        all.get(self.number(name)? as usize).copied()
    }
    /// A field that is some of a closed list of names.
    pub(super) fn many<T: Vocabulary>(&mut self, name: &str) -> EnumSet<T> {
        EnumSet::bits(self.bits(name))
    }
    #[inline(never)]
    fn bits(&mut self, name: &str) -> u16 {
        let mut bits = 0;
        for index in self.list(name) {
            if let Json::Number(index) = index {
                bits |= 1 << *index as u16;
            }
        }
        bits
    }
}

/// The last field of that name.
fn last<'d>(given: &'d mut [(String, Json)], name: &str) -> Option<&'d mut Json> {
    for (other, data) in given.iter_mut().rev() {
        if other == name {
            return Some(data);
        }
    }
    None
}

/// Checks a value in place. What is wrong comes to `lost`, and to [`Json::Null`]. A name of a closed list becomes
/// its place there, a time minutes, hours minutes, a date the number that its digits make, true 1.
pub(super) fn check(problems: &mut Problems, at: &At, data: &mut Json, shape: Schema, lost: &'static str) {
    let good = match (shape, &mut *data) {
        (Schema::Group(fields), Json::Record(given)) => group(problems, at, given, fields, lost),
        (Schema::Tokens(fields), Json::Record(given)) => !IN_WORDS || group(problems, at, given, fields, lost),
        (Schema::Text, Json::Record(given)) => {
            group(problems, at, given, LANGUAGES, lost);
            let any = given.iter().any(|(_, data)| matches!(data, Json::Text(_)));
            if !any {
                problems.add(at, "no text", &allowed(shape, &Json::Null), lost);
            }
            any
        }
        (Schema::Payer, Json::Record(given)) => {
            let grouped = given.iter().any(|(name, _)| names(payer::FIELDS).contains(&name.as_str()));
            let shape = if grouped { Schema::Group(payer::FIELDS) } else { Schema::Text };
            return check(problems, at, data, shape, lost);
        }
        (Schema::Span(unit), Json::Record(given)) => span(problems, at, given, unit, lost),
        (Schema::List(list), Json::List(items)) if items.len() >= list.min => things(problems, at, items, list),
        (Schema::Many(ids), Json::List(items)) => things(problems, at, items, &some_of(ids)),
        // A single text stands for a list of one.
        (Schema::List(list), Json::Text(_)) => return alone(problems, at, data, list),
        (Schema::Many(ids), Json::Text(_)) => return alone(problems, at, data, &some_of(ids)),
        (shape, data) => {
            let good = single(shape, data);
            // What cannot be dialed can still be read by a person.
            let shown =
                matches!((shape, &*data), (Schema::Phone | Schema::TextNumber, Json::Text(text)) if is_line(text));
            if !good {
                problems.add(at, &data.found(), &allowed(shape, data), if shown { AS_WORDS } else { lost });
            } else if let (Schema::Text | Schema::Words | Schema::Payer, Json::Text(text)) = (shape, &*data) {
                if let Some((found, allowed)) = doubtful(text) {
                    problems.add(at, found, allowed, AS_WRITTEN);
                } else if matches!(shape, Schema::Payer) && payer::is_mistyped(text) {
                    problems.add(at, &data.found(), &allowed(shape, data), AS_WRITTEN);
                }
            }
            good || shown
        }
    };
    if !good {
        // Of names, it stays known that something was given.
        *data = if matches!(shape, Schema::Many(_)) { Json::List(Vec::new()) } else { Json::Null };
    }
}

const AS_WRITTEN: &str = words("It is shown as you write it.");
const AS_WORDS: &str = words("It is shown as words, without a link.");

const fn some_of(ids: &'static [&'static str]) -> List {
    List { item: Schema::One(ids), what: "", min: 0, max: 50, all_or_nothing: false, lost: LEFT_OUT }
}

fn alone(problems: &mut Problems, at: &At, data: &mut Json, list: &List) {
    check(problems, at, data, list.item, list.lost);
    *data = Json::List(vec![core::mem::take(data)]);
}

fn things(problems: &mut Problems, at: &At, items: &mut Vec<Json>, list: &List) -> bool {
    if items.len() > list.max {
        let (found, allowed) = if IN_WORDS {
            let count = |count| decimal(count as u64);
            (concat(&[&count(items.len()), " items"]), concat(&["at most ", &count(list.max)]))
        } else {
            Default::default()
        };
        problems.add(at, &found, &allowed, "The items after that are left out.");
        items.truncate(list.max);
    }
    let mut good = true;
    for (index, item) in items.iter_mut().enumerate() {
        check(problems, &at.item(index), item, list.item, list.lost);
        good &= !list.all_or_nothing || !item.is_nothing();
    }
    good
}

fn group(problems: &mut Problems, at: &At, given: &mut [(String, Json)], fields: &[Field], lost: &'static str) -> bool {
    let known = names(fields);
    for index in 0..given.len() {
        let (before, rest) = given.split_at_mut(index);
        let Some((name, data)) = rest.first_mut() else { continue };
        let here = if IN_WORDS { short(name) } else { String::new() };
        let here = at.field(&here);
        if before.iter().any(|(other, _)| other == name) {
            problems.add(&here, "a field that is given twice", "each field once", "The last one is used.");
        } else if !known.contains(&name.as_str()) {
            *data = Json::Null;
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
        let spoils = matches!(field.need, Need::ValidIfPresent | Need::Required);
        let lost = field.lost.unwrap_or(if spoils { lost } else { LEFT_OUT });
        let at = at.field(field.name);
        match last(given, field.name) {
            // A field that holds nothing counts as left out.
            Some(data) if !data.is_nothing() => {
                check(problems, &at, data, field.shape, lost);
                good &= !(spoils && data.is_nothing());
            }
            _ if matches!(field.need, Need::Recommended | Need::Required) => {
                problems.add(&at, &Json::Null.found(), &allowed(field.shape, &Json::Null), lost);
                good &= !spoils;
            }
            _ => {}
        }
    }
    good
}

/// What is found where the end of something lies before its beginning.
pub(super) const UNDER: &str = "\"to\" before \"from\"";

fn span(problems: &mut Problems, at: &At, given: &mut [(String, Json)], unit: Unit, lost: &'static str) -> bool {
    let end = |name| Field::new(name, Schema::Amount(unit)).need(Need::Required);
    if !group(problems, at, given, &[end("from"), end("to")], lost) {
        return false;
    }
    let mut amount = |name: &str| match last(given, name) {
        Some(Json::Number(amount)) => *amount,
        _ => 0.0,
    };
    let good = amount("from") <= amount("to");
    if !good {
        problems.add(at, UNDER, &allowed(Schema::Span(unit), &Json::Null), lost);
    }
    good
}

/// Checks a value that has no parts.
fn single(shape: Schema, data: &mut Json) -> bool {
    let number = match (shape, &mut *data) {
        (Schema::YesNo, Json::Bool(value)) => Some(u32::from(*value)),
        (Schema::Amount(unit) | Schema::Span(unit), Json::Number(number)) => amount(unit, *number),
        (Schema::Pixels(least, most), Json::Number(number)) => {
            return IN_WORDS && (f64::from(least)..=f64::from(most)).contains(number);
        }
        (Schema::Hundredths(least, most), Json::Number(number)) => {
            return IN_WORDS && (f64::from(least) / 100.0..=f64::from(most) / 100.0).contains(number);
        }
        // Digits without quotation marks are the same digits.
        (Schema::Phone | Schema::TextNumber, Json::Number(number)) if *number >= 1.0 && *number % 1.0 == 0.0 => {
            let words = number_words(*number);
            let good = is_text(shape, &words);
            if good {
                *data = Json::Text(words);
            }
            return good;
        }
        (_, Json::Text(text)) => {
            match shape {
                Schema::Text | Schema::Words | Schema::Payer => *text = tidied(text),
                // What a script reads as well is taken as it is written.
                Schema::Exact(_) | Schema::Color | Schema::Font | Schema::Pixels(..) | Schema::Hundredths(..) => {}
                _ => *text = trimmed(text).to_owned(),
            }
            match shape {
                Schema::One(ids) | Schema::Exact(ids) => ids.iter().position(|id| id == text).map(|index| index as u32),
                Schema::Clock => clock(text),
                Schema::Date => date(text),
                Schema::Opening => match opening::WORDS.iter().position(|word| word == text) {
                    Some(index) => Some(index as u32),
                    None => date(text),
                },
                _ => return is_text(shape, text),
            }
        }
        _ => None,
    };
    if let Some(number) = number {
        *data = Json::Number(f64::from(number));
    }
    number.is_some()
}

fn is_text(shape: Schema, text: &str) -> bool {
    match shape {
        Schema::Text | Schema::Words | Schema::Payer => is_line(text),
        Schema::Link => host(text).is_some(),
        Schema::File => !text.is_empty(),
        Schema::Phone => dialed(text, false).is_some(),
        Schema::TextNumber => dialed(text, true).is_some(),
        Schema::Email => is_email(text),
        // Tokens are read where problems are put in words alone.
        _ if !IN_WORDS => false,
        Schema::Font => is_font(text),
        Schema::Color => is_color(text),
        Schema::Pixels(least, most) => {
            let range = u32::from(least) * 10_000..=u32::from(most) * 10_000;
            measure(text.strip_suffix("px").unwrap_or(text)).is_some_and(|number| range.contains(&number))
        }
        Schema::Hundredths(least, most) => {
            let range = u32::from(least) * 100..=u32::from(most) * 100;
            measure(text).is_some_and(|number| range.contains(&number))
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

/// What a text may be, in words.
fn in_each_language() -> String {
    let mut words = "text in one line of at most 1000 letters, or ".to_owned();
    for (at, language) in LANGUAGES.iter().enumerate() {
        words += if at == 0 { "{\"" } else { ", \"" };
        words += language.name;
        words += "\": …";
    }
    words + "}"
}

/// What is allowed, in words. Names the reason where it is not the spelling, and a name that was likely meant.
fn allowed(shape: Schema, data: &Json) -> String {
    if !IN_WORDS {
        return String::new();
    }
    let text = match data {
        Json::Text(text) => text,
        _ => "",
    };
    let fixed = match shape {
        Schema::Text => return in_each_language(),
        Schema::Words => "text in one line of at most 1000 letters",
        Schema::YesNo => "true or false",
        Schema::Link if text.starts_with("http:") => {
            "a whole web address that begins with https:// (http: is not allowed)"
        }
        Schema::Link if text.get(..11).is_some_and(|scheme| scheme.eq_ignore_ascii_case("javascript:")) => {
            "a whole web address that begins with https:// (javascript: is never allowed)"
        }
        Schema::Link => "a whole web address that begins with https://",
        Schema::Phone => "one telephone number with its area code, such as \"(555) 555-0100\" or \"+1 555 555 0100\"",
        Schema::TextNumber => "a number for text messages, such as \"(555) 555-0100\" or a short code of 5 or 6 digits",
        Schema::File => "the address of a picture",
        Schema::Email => "one e-mail address, such as \"hello@example.org\"",
        Schema::Amount(Unit::Days) => "a whole number from 1 to 7",
        Schema::Span(Unit::Days) => "a whole number from 1 to 7, or {\"from\": 3, \"to\": 5}",
        Schema::Amount(Unit::Hours) => "hours a week in all, in quarters, from 0.25 to 60",
        Schema::Span(Unit::Hours) => "hours a week in all, in quarters, from 0.25 to 60, or {\"from\": 9, \"to\": 12}",
        Schema::Amount(Unit::Years) | Schema::Span(Unit::Years) => "a whole number of years from 0 to 120",
        Schema::Clock => "a time of 24 hours, such as \"09:00\" or \"18:30\"",
        Schema::Date => "a day as year-month-day, such as \"2026-05-31\"",
        Schema::Opening => "\"now\", \"waitlist\", or a day such as \"2026-05-31\"",
        Schema::Color => "a color as #rgb or #rrggbb",
        Schema::Font => "names of fonts, separated by commas",
        Schema::List(list) => return concat(&["a list of ", list.what]),
        Schema::Many(ids) => return concat(&["a list of ", &listed(ids)]),
        Schema::Group(fields) | Schema::Tokens(fields) => {
            return concat(&["a group of the fields ", &listed(&names(fields))]);
        }
        Schema::Payer => return concat(&[&allowed(Schema::One(Payment::IDS), data), ", or words of your own"]),
        Schema::One(ids) | Schema::Exact(ids) => {
            let (before, meant, after) = match nearest(text, ids) {
                Some(meant) => (" (perhaps \"", meant, "\")"),
                None => ("", "", ""),
            };
            return concat(&["one of ", &listed(ids), before, meant, after]);
        }
        Schema::Pixels(least, most) => {
            return limits("a length from ", u64::from(least) * 100, u64::from(most) * 100, "px");
        }
        Schema::Hundredths(least, most) => return limits("a number from ", u64::from(least), u64::from(most), ""),
    };
    fixed.to_owned()
}

fn limits(what: &str, least: u64, most: u64, unit: &str) -> String {
    concat(&[what, &hundredths_words(least), unit, " to ", &hundredths_words(most), unit])
}
