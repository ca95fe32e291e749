//! Single values: what is right of each form. On bytes and by hand where the general way, which knows all of
//! Unicode and every number, would cost kilobytes of download.

use alloc::borrow::ToOwned;
use alloc::string::String;

/// The pieces, one after the other. Not the general way, which is one copy for each number of pieces.
#[inline(never)]
pub fn concat(pieces: &[&str]) -> String {
    let mut whole = String::new();
    for piece in pieces {
        whole.push_str(piece);
    }
    whole
}

/// The names, separated by commas.
pub(super) fn listed(names: &[&str]) -> String {
    let mut list = String::new();
    for name in names {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(name);
    }
    list
}

/// Whether a byte is one of these. The general way reads words at a time, and is more to download than the few that there are.
fn is_one_of(byte: u8, these: &[u8]) -> bool {
    for one in these {
        if *one == byte {
            return true;
        }
    }
    false
}

/// What stands before the first of these marks, that mark, and what stands after it.
#[inline(never)]
pub fn cut<'t>(text: &'t str, marks: &[u8]) -> Option<(&'t str, u8, &'t str)> {
    for (index, byte) in text.bytes().enumerate() {
        if is_one_of(byte, marks) {
            return Some((text.get(..index)?, byte, text.get(index + 1..)?));
        }
    }
    None
}

/// The most bytes that one line of words can have.
const LONGEST: usize = 1000;

/// The text without the spaces around it, among them those that word processors and editors put in and nobody sees.
pub(super) fn trimmed(text: &str) -> &str {
    let blank = |letter: char| matches!(letter, '\0'..=' ' | '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{3000}' | '\u{feff}');
    text.trim_matches(blank)
}

/// Whether it is one line of words: not empty, not endless.
pub(super) fn is_line(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST && !text.chars().any(is_control)
}

/// Whether a letter is none, but does something to a line.
pub(super) fn is_control(letter: char) -> bool {
    let code = letter as u32;
    code < 0x20 || (0x7f..0xa0).contains(&code)
}

/// The host of a web address that may be linked to. None for any other address: stricter than the web, since an
/// address is only useful here if it means the same to every browser. Without encryption on the same machine only.
pub(super) fn host(address: &str) -> Option<&str> {
    let bad = |b: u8| b <= b' ' || b == 0x7f || is_one_of(b, b"\"'<>\\^`{|}");
    if address.len() > 2000 || address.bytes().any(bad) {
        return None;
    }
    let (rest, secure) = match address.strip_prefix("https://") {
        Some(rest) => (rest, true),
        None => (address.strip_prefix("http://")?, false),
    };
    let authority = cut(rest, b"/?#").map_or(rest, |(authority, ..)| authority);
    let (name, port) = match cut(authority, b":") {
        Some((name, _, port)) => (name, Some(port)),
        None => (authority, None),
    };
    let (mut dots, mut before) = (0, b'.');
    for b in name.bytes() {
        match b {
            b'.' if before == b'.' => return None,
            b'.' => dots += 1,
            // Letters of any script, so that a name in one's own language is right too.
            b'-' | 0x80.. => {}
            _ if b.is_ascii_alphanumeric() => {}
            _ => return None,
        }
        before = b;
    }
    let local = name == "localhost" || name == "127.0.0.1";
    let ported = port.is_none_or(|port| number(port, 1, 5).is_some());
    (ported && before != b'.' && (local || secure && dots > 0)).then_some(name)
}

/// Whether it is one plain e-mail address: anything that could add a subject or a second address is refused.
pub(super) fn is_email(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || is_one_of(b, b"@.-_+'");
    let Some((name, _, mut host)) = cut(text, b"@") else { return false };
    let mut dots = 0;
    while let Some((part, mark, rest)) = cut(host, b".@") {
        // A second @ is in no address, nor are two dots side by side.
        if part.is_empty() || mark == b'@' {
            return false;
        }
        host = rest;
        dots += 1;
    }
    text.len() <= 254 && text.bytes().all(plain) && !name.is_empty() && dots > 0 && !host.is_empty()
}

/// Minutes after midnight of `18:30`. The end of a day is `24:00`.
pub(super) fn clock(text: &str) -> Option<u32> {
    let (hour, _, minute) = cut(text, b":")?;
    let (hour, minute) = (number(hour, 1, 2)?, number(minute, 2, 2)?);
    (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
}

/// The digits of `2026-05-31` as one number, if there is such a day.
pub(super) fn date(text: &str) -> Option<u32> {
    let bytes = text.as_bytes();
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let (year, month) = (number(text.get(..4)?, 4, 4)?, number(text.get(5..7)?, 2, 2)?);
    let digits = year * 10_000 + month * 100 + number(text.get(8..)?, 2, 2)?;
    is_day(digits).then_some(digits)
}

/// Whether the digits of year, month and day are those of a day of this century or the next.
pub(super) fn is_day(digits: u32) -> bool {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    (2000..2200).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day)
}

/// Whether it is a color as `#rgb` or `#rrggbb`.
pub(super) fn is_color(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The most letters that a list of fonts can have, counted as scripts count them.
pub(super) const FONT_MOST: usize = 200;

/// Whether it is a list of fonts, and nothing that could end a declaration of a style sheet. The frame's script reads the same
/// (www/frame/tokens.js).
pub(super) fn is_font(text: &str) -> bool {
    let name = |name: &str| {
        let name = name.trim_matches(' ');
        let within = |mark: char| name.strip_prefix(mark)?.strip_suffix(mark);
        let name = within('"').or_else(|| within('\'')).unwrap_or(name);
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '_' | '-') || c >= '\u{a0}';
        !name.is_empty() && !name.starts_with(' ') && name.chars().all(plain)
    };
    text.encode_utf16().count() <= FONT_MOST && text.split(',').all(name)
}

/// Ten-thousandths of a plain number, with at most four digits before the point and four after it.
pub(super) fn measure(text: &str) -> Option<u32> {
    let (whole, part) = match cut(text, b".") {
        Some((whole, _, part)) => (whole, Some(part)),
        None => (text, None),
    };
    let mut sum = number(whole, 1, 4)? * 10_000;
    if let Some(part) = part {
        let mut parts = number(part, 1, 4)?;
        for _ in part.len()..4 {
            parts *= 10;
        }
        sum += parts;
    }
    Some(sum)
}

/// The number that digits make, if they are digits alone, and as many as allowed.
fn number(digits: &str, least: usize, most: usize) -> Option<u32> {
    if digits.len() < least || digits.len() > most {
        return None;
    }
    let mut sum = 0;
    for b in digits.bytes() {
        if !b.is_ascii_digit() {
            return None;
        }
        sum = sum * 10 + u32::from(b - b'0');
    }
    Some(sum)
}

/// A number in digits. By hand: the general way costs kilobytes.
pub fn decimal(number: u64) -> String {
    let mut words = if number > 9 { decimal(number / 10) } else { String::new() };
    words.push(char::from(b'0' + (number % 10) as u8));
    words
}

/// A number in digits, with at most two places.
pub(super) fn number_words(number: f64) -> String {
    const MOST: f64 = 1e15;
    if !(number > -MOST && number < MOST) {
        return "a number out of reach".to_owned();
    }
    let hundredths = (number * 100.0) as i64;
    let words = hundredths_words(hundredths.unsigned_abs());
    if hundredths < 0 { concat(&["-", &words]) } else { words }
}

/// A number of hundredths in digits, without zeros at its end: `1`, `1.5`, `1.55`.
pub(super) fn hundredths_words(hundredths: u64) -> String {
    let mut words = decimal(hundredths / 100);
    let (tenth, last) = (hundredths / 10 % 10, hundredths % 10);
    if tenth + last > 0 {
        words.push('.');
        words.push_str(&decimal(tenth));
        if last > 0 {
            words.push_str(&decimal(last));
        }
    }
    words
}
