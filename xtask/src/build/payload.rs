//! The wasm module as a script.
//!
//! The frame makes no request, so the module travels inside it, as a string literal of one character for each byte.
//! What counts is what is left after a server's compression, and there each form was measured on a module of
//! 56.5 kB: base64 makes it 74.0 kB, moving all but printable ASCII up makes it 60.2 kB, and this makes it 57.4 kB.
//!
//! - A byte is the character of the same number. Above 127 that takes two bytes of UTF-8.
//! - What can't stand in a literal of an inline script (zero, line ends, the quote, the backslash, `<`) moves up to
//!   U+0100 + byte, which takes two bytes as well. `charCodeAt(i) & 255` gives the byte back in every case.
//! - A tenth of a module is zeros. So the eight most frequent of the bytes that take two change places with the eight
//!   rarest that take one: these move up, and their characters stand for the frequent ones. The pairs are told
//!   to the shell, as a second string.
//! - Where most numbers take two bytes, which is those of functions and of places in memory, a number is one character
//!   instead: 0.4 kB less to download.

use anyhow::Result;

use super::streams::{self, Streams};

/// The function that the shell defines (www/frame/payload.js), and that the payload calls.
const TAKER: &str = "PF_WASM";
/// How many bytes change places. More of them save raw bytes and lose compressed ones.
const PAIRS: usize = 8;

/// The script that hands the module over, in streams.
pub fn script(streams: &Streams) -> Result<String> {
    let bytes: Vec<&[u8]> = streams.each().filter(|(_, numbers)| !numbers).map(|(bytes, _)| bytes).collect();
    let pairs = pairs(&bytes.concat());
    let (mut text, mut sizes) = (String::new(), Vec::new());
    for (bytes, numbers) in streams.each() {
        let one =
            if numbers { streams::numbers(bytes)?.into_iter().map(number).collect() } else { literal(bytes, &pairs) };
        sizes.push(one.chars().count());
        text += &one;
    }
    Ok(format!("{TAKER}(\"{text}\",\"{}\",{sizes:?},\"{}\")", told(&pairs), streams::shapes()))
}

/// The first character that stands for a number: zero.
const ZERO: u32 = 35;
/// From here on a number takes two characters: its last twelve bits above this, and the rest.
const TWO: usize = 0xc000;

/// A number as a character, or as several where it is large, or where that character can't stand in a literal.
fn number(number: usize) -> String {
    let letter = |number: usize| char::from_u32(ZERO + number as u32).unwrap_or_default();
    match letter(number) {
        one if number < TWO && !matches!(one, '<' | '\\' | '\u{2028}' | '\u{2029}') => one.into(),
        _ => format!("{}{}", letter(TWO + number % 0x1000), self::number(number / 0x1000)),
    }
}

/// The bytes as a literal.
fn literal(bytes: &[u8], pairs: &[(u8, u8)]) -> String {
    bytes
        .iter()
        .map(|&byte| {
            if let Some((cheap, _)) = pairs.iter().find(|(_, dear)| *dear == byte) {
                char::from(*cheap)
            } else if is_dear(byte) && byte < 128 || pairs.iter().any(|(cheap, _)| *cheap == byte) {
                moved(byte)
            } else {
                char::from(byte)
            }
        })
        .collect()
}

/// The pairs that changed places, as the shell is told of them.
fn told(pairs: &[(u8, u8)]) -> String {
    pairs.iter().flat_map(|(cheap, dear)| [char::from(*cheap), moved(*dear)]).collect()
}

/// Whether the byte takes two bytes of the file.
fn is_dear(byte: u8) -> bool {
    matches!(byte, 0 | b'\n' | b'\r' | b'"' | b'\\' | b'<' | 128..)
}

fn moved(byte: u8) -> char {
    // Every number up to 511 is a character's.
    char::from_u32(0x100 + u32::from(byte)).unwrap_or_default()
}

/// The bytes that change places: a rare one whose character is free to stand for a frequent one.
fn pairs(wasm: &[u8]) -> Vec<(u8, u8)> {
    let mut count = [0_usize; 256];
    for byte in wasm {
        count[usize::from(*byte)] += 1;
    }
    let (mut dear, mut cheap): (Vec<u8>, Vec<u8>) = (0..=255).partition(|byte| is_dear(*byte));
    // Both sorts keep the order of equals, so the same module always gives the same pairs.
    dear.sort_by_key(|byte| std::cmp::Reverse(count[usize::from(*byte)]));
    cheap.sort_by_key(|byte| count[usize::from(*byte)]);
    cheap.into_iter().zip(dear).take(PAIRS).filter(|(_, dear)| count[usize::from(*dear)] > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, ZERO, is_dear, literal, number, pairs, script, told};
    use crate::build::streams::Streams;

    /// The bytes as a literal, and what the shell is told of it.
    fn literals(bytes: &[u8]) -> (String, String) {
        let pairs = pairs(bytes);
        (literal(bytes, &pairs), told(&pairs))
    }

    /// What the shell does with what it is called with.
    fn decode((text, told): (String, String)) -> Vec<u8> {
        let told: Vec<u16> = told.encode_utf16().collect();
        let means = |unit: u16| told.chunks(2).find(|pair| pair[0] == unit).map_or(unit, |pair| pair[1]);
        text.encode_utf16().map(|unit| (means(unit) & 255) as u8).collect()
    }

    /// Bytes that look random, the same each time.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn every_byte_comes_back() {
        let all: Vec<u8> = (0..=255).collect();
        for module in [vec![], vec![0; 9], b"\0asm\x01\0\0\0\"<\\\r\n\xff\xff".to_vec(), all, noise(5_000)] {
            assert_eq!(decode(literals(&module)), module);
        }
    }

    #[test]
    fn nothing_ends_the_literal_the_script_or_the_line() {
        for module in [(0..=255).collect(), noise(5_000)] {
            let text = script(&Streams { sizes: vec![module.len()], bytes: module }).unwrap();
            assert!(!text.contains(['\0', '\n', '\r', '\\', '<', '\u{2028}', '\u{2029}']), "{text:?}");
            assert_eq!(text.matches('"').count(), 6, "{text:?}");
        }
    }

    #[test]
    fn the_shell_is_told_the_pairs() {
        // Zero is the one dear byte here, and U+0001 the first of the cheap ones that don't occur.
        let script = script(&Streams { bytes: b"\0asm".to_vec(), sizes: vec![4, 0] }).unwrap();
        assert!(script.starts_with("PF_WASM(\"\u{1}asm\",\"\u{1}\u{100}\",[4, 0],\"--hhh"), "{script}");
    }

    /// What the shell does with the characters of numbers.
    fn numbers(text: &str) -> Vec<usize> {
        let mut units = text.encode_utf16().map(|unit| usize::from(unit) - ZERO as usize);
        let mut all = Vec::new();
        while let Some(mut unit) = units.next() {
            let (mut number, mut worth) = (0, 1);
            while unit >= 0xc000 {
                number += unit % 0x1000 * worth;
                worth *= 0x1000;
                unit = units.next().unwrap();
            }
            all.push(number + unit * worth);
        }
        all
    }

    #[test]
    fn every_number_comes_back_and_none_ends_the_literal() {
        let all: Vec<usize> = (0..0x1_2000).chain([131_072, 0x7fff_ffff]).collect();
        let text: String = all.iter().map(|one| number(*one)).collect();
        assert_eq!(numbers(&text), all);
        assert!(!text.contains(['"', '\0', '\n', '\r', '\\', '<', '\u{2028}', '\u{2029}']));
    }

    #[test]
    fn numbers_of_functions_are_characters() {
        // The sixth stream has the numbers of functions: 200 takes two bytes, and one character.
        let streams = Streams { bytes: vec![1, 0xc8, 1, 2], sizes: vec![1, 0, 0, 0, 0, 3] };
        let script = script(&streams).unwrap();
        let wanted = format!("PF_WASM(\"{}{}{}\",", '\u{1}', number(200), number(2));
        assert!(script.starts_with(&wanted) && script.contains("[1, 0, 0, 0, 0, 2]"), "{script}");
    }

    #[test]
    fn frequent_bytes_take_one_byte_of_the_file() {
        assert!(is_dear(0) && is_dear(200) && !is_dear(b'a'));
        let (zeros, _) = literals(&[0; 1_000]);
        assert!(zeros.len() < 1_000 + 8 * PAIRS, "{}", zeros.len());
    }
}
