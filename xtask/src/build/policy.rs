//! The frame's content security policy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The policy of the file form. A static file can't know its own origin, and `'self'` never matches in a sandbox in
/// Firefox and WebKit; hashes need no origin, and a changed byte in a script or style is refused by the browser.
/// Nothing else is allowed: no request, no image, no frame, no worker, no form, no evaluation of text.
pub fn of_file(style: &str, scripts: &[&str]) -> String {
    let hashes: Vec<_> = scripts.iter().map(|script| source(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; base-uri 'none'; form-action 'none'",
        hashes.join(" "),
        source(style)
    )
}

/// A policy's source expression for an inline script or style: all that stands between its tags.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The value of a script tag's `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{integrity, of_file, source};

    #[test]
    fn hashes_are_those_of_the_specifications() {
        // The example of the policy's specification, and the one of the integrity attribute's.
        assert_eq!(source("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn the_policy_allows_just_these_scripts_and_this_style() {
        let policy = of_file("a{}", &["1", "2"]);
        let scripts = format!("script-src {} {} 'wasm-unsafe-eval';", source("1"), source("2"));
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(policy.contains(&scripts), "{policy}");
        assert!(policy.contains(&format!("style-src {};", source("a{}"))), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'self'"), "{policy}");
    }
}
