//! Readers of single values: words, links, numbers, choices, lists. Each gives the value or names the problem.

use super::data::Data;
use super::problem::{At, Reader, joined, nearest};

/// The most letters that a text of the provider's can have.
const LONGEST: usize = 600;

/// Text of one language: not empty, not endless, in one line.
pub(super) fn words(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<String> {
    if let Data::Text(text) = data {
        let text = text.trim();
        if !text.is_empty() && text.chars().count() <= LONGEST && !text.chars().any(char::is_control) {
            return Some(text.to_owned());
        }
    }
    reader.wrong(at, data, "text in one line, of 1 to 600 letters", lost)
}

/// True or false.
pub(super) fn yes_or_no(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<bool> {
    match data {
        Data::Bool(value) => Some(*value),
        _ => reader.wrong(at, data, "true or false", lost),
    }
}

/// An address of the web that is safe to link to.
pub(super) fn link(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<String> {
    const ALLOWED: &str = "a whole web address that begins with https://";
    let Data::Text(text) = data else {
        return reader.wrong(at, data, ALLOWED, lost);
    };
    let text = text.trim();
    if host(text).is_some() {
        return Some(text.to_owned());
    }
    // Refused by name, because the reason is not the spelling.
    let scheme = text.split(':').next().unwrap_or_default();
    let allowed = match scheme.to_ascii_lowercase().as_str() {
        "http" => [ALLOWED, " (http is not allowed)"].concat(),
        "javascript" | "data" | "vbscript" | "file" | "blob" | "about" => {
            [ALLOWED, " (", scheme, ": is never allowed)"].concat()
        }
        _ => ALLOWED.to_owned(),
    };
    reader.wrong(at, data, &allowed, lost)
}

/// The host of a web address that may be linked to, in small letters. None for any other address.
///
/// Stricter than the web: an address is only useful here if it means the same to every browser.
pub(super) fn host(address: &str) -> Option<String> {
    if address.len() > 2000
        || address.chars().any(|c| c.is_control() || c.is_whitespace() || "\"'<>\\^`{|}".contains(c))
    {
        return None;
    }
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (name, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let name = name.to_lowercase();
    let named = name.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let ported = !port.is_empty() && port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
    let local = name == "localhost" || name == "127.0.0.1";
    let secure = scheme.eq_ignore_ascii_case("https") && (name.contains('.') || local);
    let trial = scheme.eq_ignore_ascii_case("http") && local;
    (named && ported && (secure || trial)).then_some(name)
}

/// A whole number within limits, both included.
pub(super) fn whole(data: &Data, least: u16, most: u16) -> Option<u16> {
    match data {
        Data::Number(number) if *number >= f64::from(least) && *number <= f64::from(most) => {
            let whole = *number as u16;
            (f64::from(whole) == *number).then_some(whole)
        }
        _ => None,
    }
}

/// One of a closed list of names.
pub(super) fn choice<T: Copy>(
    reader: &mut Reader,
    at: &At,
    data: &Data,
    lost: &'static str,
    (all, ids): (&[T], &[&'static str]),
) -> Option<T> {
    let Data::Text(text) = data else {
        return reader.wrong(at, data, &joined("one of ", ids), lost);
    };
    if let Some(place) = ids.iter().position(|id| id == text) {
        return Some(all[place]);
    }
    let mut allowed = joined("one of ", ids);
    if let Some(meant) = nearest(text, ids) {
        allowed.push_str(" (perhaps \"");
        allowed.push_str(meant);
        allowed.push_str("\")");
    }
    reader.wrong(at, data, &allowed, lost)
}

/// A list. A single text stands for a list of one. A wrong item is left out, the others are kept.
pub(super) fn list<T>(
    reader: &mut Reader,
    at: &At,
    data: &Data,
    (what, most): (&str, usize),
    lost: &'static str,
    mut item: impl FnMut(&mut Reader, &At, &Data) -> Option<T>,
) -> Option<Vec<T>> {
    match data {
        Data::Text(_) => Some(item(reader, at, data).into_iter().collect()),
        Data::List(items) => {
            if items.len() > most {
                let found = [&items.len().to_string(), " items"].concat();
                let allowed = ["at most ", &most.to_string()].concat();
                reader.found(at, found, &allowed, "The items after that are left out.");
            }
            let items = items.iter().take(most).enumerate();
            Some(items.filter_map(|(place, data)| item(reader, &at.item(place), data)).collect())
        }
        _ => reader.wrong(at, data, &["a list of ", what].concat(), lost),
    }
}

/// A list of names of a closed list, each once.
pub(super) fn choices<T: Copy + PartialEq>(
    reader: &mut Reader,
    at: &At,
    data: &Data,
    lost: &'static str,
    names: (&[T], &[&'static str]),
) -> Option<Vec<T>> {
    let what = names.1.join(", ");
    let all = list(reader, at, data, (&what, 50), lost, |reader, at, data| choice(reader, at, data, lost, names))?;
    let mut once: Vec<T> = Vec::new();
    for value in all {
        if !once.contains(&value) {
            once.push(value);
        }
    }
    Some(once)
}

/// A number for a message. Written out by hand: formatting of floating-point numbers costs kilobytes.
pub(super) fn number_words(number: f64) -> String {
    const MOST: f64 = 1e15;
    if !(number > -MOST && number < MOST) {
        return "a number out of reach".to_owned();
    }
    let hundredths = (number * 100.0) as i64;
    let mut words = String::new();
    if hundredths < 0 {
        words.push('-');
    }
    let size = hundredths.unsigned_abs();
    words.push_str(&(size / 100).to_string());
    if !size.is_multiple_of(100) {
        words.push('.');
        words.push_str(&(size / 10 % 10).to_string());
        if !size.is_multiple_of(10) {
            words.push_str(&(size % 10).to_string());
        }
    }
    words
}
