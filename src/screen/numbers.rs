//! Telephone numbers in sentences: wherever a crisis line is named, its number is a link.

use alloc::string::String;
use alloc::vec::Vec;

/// Numbers that take messages only.
const TEXTED: [&str; 4] = ["741741", "838255", "88788", "678678"];

/// Words that a message is begun with, so that the right people answer.
const BEGUN_WITH: [&str; 4] = ["HOME", "HOLA", "START", "AYUDA"];

/// A piece of a sentence: words, or a number, with the word to send to it, and the address that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// What is shown.
    pub words: &'t str,
    /// Where it leads, if it is a number.
    pub address: Option<String>,
}

/// The sentence in pieces, in order: put together again they are the sentence.
pub fn pieces<'t>(text: &'t str) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut add = |words: Option<&'t str>, address| {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            pieces.push(Piece { words, address });
        }
    };
    let (mut from, mut digits) = (0, None);
    for index in 0..=text.len() {
        let byte = text.as_bytes().get(index).copied().unwrap_or(b' ');
        let is_part = byte.is_ascii_digit() || byte == b'-';
        match digits {
            None if is_part => digits = Some(index),
            Some(begin) if !is_part => {
                digits = None;
                let (before, number) = (text.get(..begin).unwrap_or_default(), text.get(begin..index));
                if let Some((address, word)) = number.and_then(|number| address(before, number)) {
                    // A word to send is part of the link: by the number alone it would be taken for a call.
                    let begin = word.unwrap_or(begin);
                    add(text.get(from..begin), None);
                    add(text.get(begin..index), Some(address));
                    from = index;
                }
            }
            _ => {}
        }
    }
    add(text.get(from..), None);
    pieces
}

/// Where a number leads that stands after these words, and where the word to send begins, if one is sent there. None for
/// all other numbers, such as hours and ages.
fn address(before: &str, number: &str) -> Option<(String, Option<usize>)> {
    let word = begun_with(before);
    let text = match number.len() {
        3 if number == "988" && word.is_some() => true,
        3 if matches!(number, "911" | "988" | "711") => false,
        5 | 6 if TEXTED.contains(&number) => true,
        14 if number.starts_with("1-8") => false,
        _ => return None,
    };
    let mut address = String::from(if text { "sms:" } else { "tel:" });
    if number.len() == 14 {
        address.push('+');
    }
    for sign in number.bytes() {
        if sign != b'-' {
            address.push(char::from(sign));
        }
    }
    let word = word.filter(|_| text);
    if let Some((word, _)) = word {
        // This form is read by phones of every kind.
        address.push_str("?&body=");
        address.push_str(word);
    }
    Some((address, word.map(|(_, begin)| begin)))
}

/// The word to send, if one stands shortly before the number, and where it begins: "text HOME to", "envíe HOLA por texto al".
fn begun_with(before: &str) -> Option<(&'static str, usize)> {
    let mut end = before.len();
    let mut words = 0;
    for (begin, sign) in before.bytes().enumerate().rev() {
        if sign.is_ascii_digit() || words == 4 {
            return None;
        }
        if begin == 0 || sign == b' ' {
            let first = if sign == b' ' { begin + 1 } else { begin };
            for known in BEGUN_WITH {
                if before.get(first..end) == Some(known) {
                    return Some((known, first));
                }
            }
            words += usize::from(first < end);
            end = begin;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::pieces;

    fn addresses(text: &str) -> Vec<String> {
        assert_eq!(pieces(text).iter().map(|piece| piece.words).collect::<String>(), text, "nothing is lost");
        pieces(text).into_iter().filter_map(|piece| piece.address).collect()
    }

    #[test]
    fn every_number_of_a_sentence_is_found_and_leads_where_the_sentence_says() {
        for (text, wanted) in [
            ("Call 911 now.", &["tel:911"][..]),
            ("988", &["tel:988"]),
            ("call 711, then 988", &["tel:711", "tel:988"]),
            ("the line, 1-800-799-7233, or text START to 88788.", &["tel:+18007997233", "sms:88788?&body=START"]),
            ("text AYUDA to 988", &["sms:988?&body=AYUDA"]),
            ("envíe HOLA por texto al 741741", &["sms:741741?&body=HOLA"]),
            ("Text HOME to 741741. Or call 988.", &["sms:741741?&body=HOME", "tel:988"]),
            ("press 1, or text 838255.", &["sms:838255"]),
            ("1-833-852-6262", &["tel:+18338526262"]),
        ] {
            assert_eq!(addresses(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_word_to_send_is_part_of_the_link() {
        let links: Vec<&str> = pieces("For Spanish, call 988 and press 2, or text AYUDA to 988.")
            .iter()
            .filter(|piece| piece.address.is_some())
            .map(|piece| piece.words)
            .collect();
        assert_eq!(links, ["988", "AYUDA to 988"]);
    }

    #[test]
    fn other_numbers_are_words() {
        for text in
            ["", "9 to 19 hours", "24-hour care", "in 2026-11-30", "98105", "19880", "9888", "a 30-day stay, 5-7 days"]
        {
            assert_eq!(addresses(text), [""; 0], "{text}");
        }
    }
}
