//! What editors, word processors and wrong encodings do to a provider's words, undone or named.

use alloc::string::String;

use super::value::trimmed;

/// So many marks on top of one letter are enough for every language. More climb over the lines above it.
const MARKS: usize = 2;

/// The words in one line: every break and every run of spaces one space, and nothing that is not seen itself but turns the
/// order of other letters around.
pub(super) fn tidied(text: &str) -> String {
    let mut tidied = String::new();
    let mut marks = 0;
    for letter in trimmed(text).chars() {
        marks = if matches!(letter, '\u{300}'..='\u{36f}') { marks + 1 } else { 0 };
        match letter {
            '\t' | '\n' | '\r' | ' ' | '\u{a0}' | '\u{2028}' | '\u{2029}' => {
                if !tidied.ends_with(' ') {
                    tidied.push(' ');
                }
            }
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}' => {}
            _ if marks > MARKS => {}
            _ => tidied.push(letter),
        }
    }
    tidied
}

/// What is wrong with words that can be shown all the same: what was found, and what is expected.
pub(super) fn doubtful(text: &str) -> Option<(&'static str, &'static str)> {
    let bytes = text.as_bytes();
    let mut pairs = bytes.iter().zip(bytes.iter().skip(1));
    // The beginning of a tag, or an entity: both would be read by visitors letter by letter.
    let tag = pairs.any(|(one, next)| *one == b'<' && (next.is_ascii_alphabetic() || matches!(next, b'/' | b'!')));
    if tag || is_entity(text) {
        return Some(("words with markup in them", "plain words: markup is shown as it is written"));
    }
    // The second is what UTF-8 looks like that was read as an older encoding: Ã© for é, â€™ for an apostrophe.
    let mut before = ' ';
    for letter in text.chars() {
        let older = matches!(before, 'Ã' | 'Â') && matches!(letter, '\u{80}'..='¿') || before == 'â' && letter == '€';
        if letter == '\u{fffd}' || older {
            return Some(("words that went through a wrong encoding", "the file saved again as UTF-8"));
        }
        before = letter;
    }
    None
}

/// Whether it holds something like `&amp;` or `&#8217;`.
fn is_entity(text: &str) -> bool {
    let mut name = None;
    for sign in text.bytes() {
        name = match (sign, name) {
            (b'&', _) => Some(0),
            (b';', Some(letters)) if letters > 1 => return true,
            (b'#', Some(0)) => Some(1),
            (_, Some(letters)) if sign.is_ascii_alphanumeric() && letters < 9 => Some(letters + 1),
            _ => None,
        };
    }
    false
}
