//! How visitors reach the provider.

use super::data::Data;
use super::problem::{At, LEFT_OUT, Reader};
use super::read::{link, list, words};
use super::text::Text;

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As the provider wrote it.
    pub shown: String,
    /// As a telephone dials it: `+` and digits, or the digits of a short code.
    pub number: String,
}

impl Phone {
    /// The address that calls it.
    pub fn tel(&self) -> String {
        ["tel:", &self.number].concat()
    }
    /// The address that writes a text message to it. With no words in it: they would say something of the visitor.
    pub fn sms(&self) -> String {
        ["sms:", &self.number].concat()
    }
}

/// Where the provider is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As on an envelope.
    pub lines: Vec<String>,
    /// The address of a map.
    pub map: Option<String>,
}

/// Every way to reach the provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// A number to call.
    pub phone: Option<Phone>,
    /// A number that text messages can be sent to.
    pub text: Option<Phone>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A page with more ways, or a form.
    pub link: Option<String>,
    /// Where it is found.
    pub address: Option<Address>,
    /// When somebody answers, in the provider's own words.
    pub hours: Option<Text>,
}

impl Contact {
    const FIELDS: &'static [&'static str] = &["phone", "text", "email", "link", "address", "hours"];

    /// Whether there is no way at all to reach the provider.
    pub fn is_empty(&self) -> bool {
        self.phone.is_none() && self.text.is_none() && self.email.is_none() && self.link.is_none()
    }
    /// The address that writes an e-mail. With no subject and no words: they would say something of the visitor.
    pub fn mailto(&self) -> Option<String> {
        self.email.as_ref().map(|email| ["mailto:", email].concat())
    }
    pub(super) fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Contact> {
        let fields = reader.fields(at, data, Contact::FIELDS, lost)?;
        Some(Contact {
            phone: fields.read(reader, "phone", LEFT_OUT, |r, at, data, lost| phone(r, at, data, lost, false)),
            text: fields.read(reader, "text", LEFT_OUT, |r, at, data, lost| phone(r, at, data, lost, true)),
            email: fields.read(reader, "email", LEFT_OUT, email),
            link: fields.read(reader, "link", LEFT_OUT, link),
            address: fields.read(reader, "address", LEFT_OUT, Address::read),
            hours: fields.read(reader, "hours", LEFT_OUT, Text::read),
        })
    }
}

impl Address {
    pub(super) fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Address> {
        const LINES: &str = "a list of lines, as on an envelope";
        let fields = reader.fields(at, data, &["lines", "map"], lost)?;
        let lines = fields.require(reader, "lines", LINES, lost, |reader, at, data, lost| match data {
            Data::List(lines) if lines.is_empty() => reader.wrong(at, data, LINES, lost),
            _ => list(reader, at, data, ("lines, as on an envelope", 6), lost, |r, at, data| words(r, at, data, lost)),
        });
        let map = fields.read(reader, "map", LEFT_OUT, link);
        let lines = lines.filter(|lines| !lines.is_empty())?;
        Some(Address { lines, map })
    }
}

fn phone(reader: &mut Reader, at: &At, data: &Data, lost: &'static str, short_codes: bool) -> Option<Phone> {
    if let Data::Text(text) = data {
        let shown = text.trim();
        if let Some(number) = dialed(shown, short_codes) {
            return Some(Phone { shown: shown.to_owned(), number });
        }
    }
    let allowed = if short_codes {
        "a number for text messages, such as \"(555) 555-0100\" or a short code of 5 or 6 digits"
    } else {
        "a telephone number with its area code, such as \"(555) 555-0100\" or \"+1 555 555 0100\""
    };
    reader.wrong(at, data, allowed, lost)
}

/// What is dialed for a number as people write it. Ten digits are a number of the United States and
/// Canada. Letters stand for the digits they share a key with ("1-800-GET-HELP"); an extension stays
/// visible and is not dialed, since telephones disagree on how it is written.
fn dialed(shown: &str, short_codes: bool) -> Option<String> {
    if shown.len() > 40 {
        return None;
    }
    let lower = shown.to_ascii_lowercase();
    let main = [" ext", " x", ",", "#", ";"]
        .iter()
        .filter_map(|mark| lower.find(mark))
        .min()
        .map_or(&*lower, |at| &lower[..at]);
    let mut digits = String::new();
    let mut letters = false;
    for (place, letter) in main.trim().char_indices() {
        match letter {
            '0'..='9' => digits.push(letter),
            'a'..='z' => {
                letters = true;
                digits.push(char::from(b"22233344455566677778889999"[usize::from(letter as u8 - b'a')]));
            }
            '+' if place == 0 => {}
            ' ' | '(' | ')' | '-' | '.' | '/' | '\u{a0}' | '‐' | '‑' | '–' => {}
            _ => return None,
        }
    }
    if main.starts_with('+') {
        return (!letters && (8..=15).contains(&digits.len())).then(|| ["+", &digits].concat());
    }
    let full = if digits.starts_with('1') { 11 } else { 10 };
    // The last letters of a word that is longer than its number are for the memory alone.
    if letters && digits.len() > full && digits.len() <= full + 4 {
        digits.truncate(full);
    }
    match digits.len() {
        5 | 6 if short_codes && !letters => Some(digits),
        10 if full == 10 => Some(["+1", &digits].concat()),
        11 if full == 11 => Some(["+", &digits].concat()),
        _ => None,
    }
}

/// An e-mail address. Plain ones only: anything that could add a subject or a second address is refused.
fn email(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<String> {
    if let Data::Text(text) = data {
        let text = text.trim();
        let plain = text.len() <= 254
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "@.-_+'".contains(c))
            && text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && !host.contains('@')
                    && host.contains('.')
                    && host.split('.').all(|part| !part.is_empty())
            });
        if plain {
            return Some(text.to_owned());
        }
    }
    reader.wrong(at, data, "one e-mail address, such as \"hello@example.org\"", lost)
}
