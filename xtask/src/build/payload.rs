//! The wasm module as a script.
//!
//! The frame makes no request, so the module travels inside it, as one string literal. Each byte is one
//! character, and `charCodeAt(i) & 255` gives the byte back. A byte that can stand in a string literal of an inline
//! script stays itself; the others (zero, line ends, the quote, the backslash, `<`) move up to U+0100 + byte.
//! Bytes above 127 are the characters U+0080 to U+00FF. Repeats in the module stay repeats, so a
//! server's compression works as on the module itself.

/// The function that the shell defines, and that the payload calls.
const TAKER: &str = "PF_WASM";

/// The script that hands the module over.
pub fn script(wasm: &[u8]) -> String {
    format!("{TAKER}(\"{}\")", encode(wasm))
}

/// The module as the inside of a string literal.
fn encode(wasm: &[u8]) -> String {
    wasm.iter()
        .map(|&byte| {
            let stays = !matches!(byte, 0 | b'\n' | b'\r' | b'"' | b'\\' | b'<');
            // Every value up to 511 is a character.
            char::from_u32(if stays { byte.into() } else { 0x100 + u32::from(byte) }).unwrap_or_default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{encode, script};

    /// What the shell does.
    fn decode(text: &str) -> Vec<u8> {
        text.encode_utf16().map(|unit| (unit & 255) as u8).collect()
    }

    #[test]
    fn every_byte_comes_back() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), all);
    }

    #[test]
    fn nothing_ends_the_literal_the_script_or_the_line() {
        let all: Vec<u8> = (0..=255).collect();
        let text = encode(&all);
        assert!(!text.contains(['\0', '\n', '\r', '"', '\\', '<', '\u{2028}', '\u{2029}']), "{text:?}");
    }

    #[test]
    fn the_script_calls_the_shell() {
        assert_eq!(script(b"\0asm<"), "PF_WASM(\"\u{100}asm\u{13c}\")");
    }
}
