//! Telephone numbers as people write them: which number a text gives, if it gives exactly one.
//!
//! A visitor in need dials what is linked here. So a number is read only where every digit of it was written as part of
//! one number, or where letters clearly stand for keys ("1-800-GET-HELP"). Everything else is shown as words, without a
//! link, and the console names it.

use alloc::string::String;
use alloc::vec::Vec;

use super::value::concat;

/// The longest text that is read, in bytes.
const LONGEST: usize = 120;
/// So many digits before the number, or behind it, are another number or a piece of one. Fewer are an hour or a suite, and
/// behind it an extension.
const ANOTHER: (usize, usize) = (4, 7);
/// Codes of numbers that are free to call. Words for numbers are mostly used with these.
const TOLL_FREE: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// What a telephone dials for this text: `+` and digits, or the digits of a short code. An extension stays visible and
/// is not dialed, since telephones disagree on how it is written.
pub(super) fn dialed(text: &str, short_codes: bool) -> Option<String> {
    let plain = plain(text)?;
    let mut number = None;
    for row in &rows(&plain) {
        match row.number(short_codes) {
            Some(read) if number.is_none() && row.ends_well(&plain) => number = Some(read),
            Some(_) => return None,
            // A "+" begins a number of some country, which was not understood.
            None if row.plus || row.digits.len() >= if number.is_none() { ANOTHER.0 } else { ANOTHER.1 } => {
                return keyed(&plain);
            }
            None => {}
        }
    }
    number.or_else(|| keyed(&plain))
}

/// The text in plain signs: every space one space, every dash one dash, every sign that is surely no digit `_`.
/// None where a sign could be a digit of another script, or turns the order of digits around on the screen.
fn plain(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut plain = Vec::new();
    for letter in text.chars() {
        plain.push(match letter {
            ' '..='~' => letter as u8,
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => b' ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => b'-',
            '·' | '•' | '∙' | '⋅' => b'.',
            // Letters of European languages, quotation marks, and pictures of telephones among others.
            'À'..='ɏ'
            | '\u{300}'..='\u{36f}'
            | '‘'..='‟'
            | '…'
            | '\u{2190}'..='\u{245f}'
            | '\u{2600}'..='\u{275f}'
            | '\u{1f300}'..='\u{1f64f}' => b'_',
            // What address books and word processors leave behind, and nobody sees.
            '\u{ad}' | '\u{200b}'..='\u{200e}' | '\u{202a}' | '\u{202c}' | '\u{2060}' | '\u{2066}' | '\u{2068}' => {
                continue;
            }
            '\u{2069}' | '\u{fe0f}' | '\u{feff}' => continue,
            _ => return None,
        });
    }
    Some(plain)
}

/// What may stand between two digits of one number.
const fn joins(sign: u8) -> bool {
    matches!(sign, b' ' | b'(' | b')' | b'-' | b'.' | b'/')
}

/// Digits with nothing between them but what joins the digits of one number.
#[derive(Default)]
struct Row {
    digits: String,
    /// How many digits stand before each gap between them.
    gaps: Vec<usize>,
    /// It begins with `+`.
    plus: bool,
    /// It has a zero in brackets, which is dialed in its own country alone: `+44 (0)20 …`.
    inner_zero: bool,
    /// The place behind its last digit.
    end: usize,
}

fn rows(plain: &[u8]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = Row::default();
    let mut plus = false;
    for (index, sign) in plain.iter().enumerate() {
        if sign.is_ascii_digit() {
            if row.digits.is_empty() {
                row.plus = plus;
            } else if row.end < index {
                row.gaps.push(row.digits.len());
            }
            row.digits.push(char::from(*sign));
            row.end = index + 1;
            row.inner_zero |= index > 0 && plain.get(index - 1..).is_some_and(|from| from.starts_with(b"(0)"));
        } else if !joins(*sign) || *sign == b'(' && row.is_full() || *sign == b'/' && row.plus {
            // Brackets behind a whole number begin a remark: "(24/7)". Abroad a stroke begins another ending: "0100/01".
            if !row.digits.is_empty() {
                rows.push(core::mem::take(&mut row));
            }
            plus = *sign == b'+';
        }
    }
    if !row.digits.is_empty() {
        rows.push(row);
    }
    rows
}

impl Row {
    /// Whether it has all digits of a number of the United States.
    fn is_full(&self) -> bool {
        is_american(self.digits.strip_prefix('1').unwrap_or(&self.digits))
    }
    /// The number that these digits are, if they are one.
    fn number(&self, short_codes: bool) -> Option<String> {
        let digits = &*self.digits;
        if self.plus && !digits.starts_with('1') {
            let good = (8..=15).contains(&digits.len()) && !digits.starts_with('0') && !self.inner_zero;
            return good.then(|| concat(&["+", digits]));
        }
        let (country, rest) = digits.strip_prefix('1').map_or((0, digits), |rest| (1, rest));
        if is_american(rest) {
            // In its usual groups: the area code, the exchange and the last four, which some write as two and two.
            let groups = [3, 6, 8];
            let gaps = self.gaps.strip_prefix(&[country]).unwrap_or(&self.gaps);
            let together = gaps.iter().enumerate().all(|(index, gap)| groups.get(index) == Some(&(gap - country)));
            return together.then(|| concat(&["+1", rest]));
        }
        let short = short_codes && !self.plus && matches!(digits.len(), 5 | 6) && digits.as_bytes()[0] > b'1';
        let together = self.gaps.is_empty() || self.gaps == [3] && digits.len() == 6;
        (short && together).then(|| digits.into())
    }
    /// A letter right behind the last digit may be a digit that was mistyped, such as an O, unless it begins an extension.
    fn ends_well(&self, plain: &[u8]) -> bool {
        let next = plain.get(self.end).unwrap_or(&b' ').to_ascii_lowercase();
        !next.is_ascii_alphabetic() || matches!(next, b'x' | b'e')
    }
}

/// Ten digits of the United States or Canada: neither the area code nor the exchange begins with 0 or 1.
fn is_american(digits: &str) -> bool {
    digits.len() == 10 && [0, 3].iter().all(|index| digits.as_bytes()[*index] > b'1')
}

/// A number of the United States whose end is written in letters, which share keys with its digits. Only where the
/// text begins with the number and its whole area code is in digits.
fn keyed(plain: &[u8]) -> Option<String> {
    let mut rest = plain.trim_ascii();
    if let Some(behind) = rest.strip_prefix(b"+") {
        rest = behind.strip_prefix(b"1")?;
    } else {
        rest = rest.strip_prefix(b"1").unwrap_or(rest);
    }
    let mut number = String::new();
    // How many digits stand before the letters, and how many letters there are. Whether the letters are one word, whether
    // some are small, and whether a space stands before one.
    let (mut written, mut letters, mut one_word, mut small, mut spaced) = (0, 0, true, false, false);
    // What joins the sign before to this one: a sign, and whether one of several is a space.
    let (mut gap, mut space) = (false, false);
    let mut index = 0;
    while let Some(sign) = rest.get(index) {
        let full = number.len() >= 10;
        match sign {
            b'0'..=b'9' if full => return None,
            b'0'..=b'9' => {
                // Digits stand in whole groups.
                if gap && letters == 0 && !matches!(number.len(), 0 | 3 | 6) {
                    return None;
                }
                number.push(char::from(*sign));
                written += usize::from(letters == 0);
                (gap, space) = (false, false);
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                // An extension or a remark, behind a number that is full.
                if full && gap {
                    break;
                }
                one_word &= letters == 0 || !gap;
                small |= sign.is_ascii_lowercase();
                spaced |= space;
                let key = b"22233344455566677778889999"[usize::from(sign.to_ascii_lowercase() - b'a')];
                number.push(char::from(key));
                letters += 1;
                (gap, space) = (false, false);
            }
            b'(' if full => break,
            _ if joins(*sign) => {
                gap = true;
                space |= *sign == b' ';
            }
            _ => break,
        }
        index += 1;
    }
    let free = TOLL_FREE.contains(&number.get(..3)?);
    let fits = match number.len() {
        10 => written == 3 || written == 6 || free && written > 3,
        // The last letters of one long word are for the memory alone.
        11..=14 => free && written == 3 && one_word,
        _ => false,
    };
    // Small letters, or an area code that is not free to call, behind a space: more likely a remark than a number.
    if letters == 0 || !fits || spaced && (small || !free) {
        return None;
    }
    number.truncate(10);
    // Behind it may stand an extension, an hour, or its end in digits: "1-800-662-HELP (4357)".
    let remark = rows(rest.get(index..).unwrap_or_default());
    let alone = remark.iter().all(|row| !row.plus && (row.digits.len() < ANOTHER.0 || number.ends_with(&*row.digits)));
    (alone && is_american(&number)).then(|| concat(&["+1", &number]))
}
