//! What editors, word processors and wrong encodings do to a provider's words: undone where that is sure, and named where
//! visitors would see it. Words never spoil more than themselves.

use serde_json::{Value, json};

use super::{messages, read, with};

/// Every place in the full configuration where words of the provider's own stand.
const PLACES: &[&str] = &[
    "/name/en",
    "/contact/hours/en",
    "/contact/address/lines/0",
    "/programs/0/name/en",
    "/programs/0/note",
    "/programs/0/town/en",
    "/programs/0/address/lines/0",
    "/programs/0/payers/1/plans/0",
    "/programs/1/name",
    "/partners/0/name",
    "/partners/0/town",
    "/directory/name",
];

/// `programs[0].name.en` of `/programs/0/name/en`.
fn field(pointer: &str) -> String {
    pointer.split('/').skip(1).fold(String::new(), |path, step| match step.parse::<usize>() {
        Ok(index) => format!("{path}[{index}]"),
        Err(_) if path.is_empty() => step.to_owned(),
        Err(_) => format!("{path}.{step}"),
    })
}

/// The configuration and what is said of it with these words everywhere, one place at a time: the same as with other words.
fn everywhere(words: &str, named: Option<&str>, shown: &str) {
    for pointer in PLACES {
        let (config, problems) = read(&with(pointer, json!(words)));
        let expected: Vec<String> = named.iter().map(|named| format!("{}: {named}", field(pointer))).collect();
        assert_eq!(messages(&problems), expected, "{pointer} = {words:?}");
        let (same, _) = read(&with(pointer, json!(shown)));
        assert_eq!(config, same, "{pointer} = {words:?}");
        assert!(format!("{config:?}").contains(&format!("{shown:?}")), "{pointer} = {words:?}");
    }
}

#[test]
fn what_nobody_sees_is_taken_out_and_lines_are_joined() {
    for (words, shown) in [
        // A no-break space, also at the ends.
        ("Open\u{a0}Door", "Open Door"),
        ("\u{a0}Open Door\u{2009}", "Open Door"),
        // Byte order marks and spaces of no width, from editors and copied pages.
        ("\u{feff}Open Door", "Open Door"),
        ("Open\u{200b} Do\u{feff}or\u{200b}", "Open Door"),
        // Breaks and tabs, from cells of a table and from text fields.
        ("Open\nDoor", "Open Door"),
        ("Open\r\n   Door\t", "Open Door"),
        ("Open\u{2028}Door", "Open Door"),
        // Order turned around: the words after it would be read backwards.
        ("Open \u{202e}Door", "Open Door"),
        ("\u{2067}Open Door", "Open Door"),
        ("\u{202d}Open\u{202c} Door", "Open Door"),
        // Marks that climb over the lines above.
        ("Ope\u{301}\u{301}\u{301}\u{301}\u{336}n", "Ope\u{301}\u{301}n"),
    ] {
        everywhere(words, None, shown);
    }
}

#[test]
fn words_in_any_script_stay_as_they_are() {
    for words in [
        "Niño’s Café",
        "Lantern & Cove",
        "A < B",
        "R&B; soul",
        "50% off & more",
        "العربية",
        "עברית",
        "中文 字",
        "Việt Nam",
        "Vie\u{302}\u{301}t",
        "👩\u{200d}👧 families",
        "Âme et â",
    ] {
        everywhere(words, None, words);
    }
}

#[test]
fn markup_is_shown_as_it_is_written_and_named() {
    let named = "found words with markup in them, expected plain words: markup is shown as it is written. It is shown as you write it.";
    for words in [
        "<b>Open Door</b>",
        "Open<br>Door",
        "</p>Open",
        "<!-- Open -->",
        "<script>alert(1)</script>",
        "Lantern &amp; Cove",
        "Niño&#8217;s",
        "Open&nbsp;Door",
    ] {
        everywhere(words, Some(named), words);
    }
}

#[test]
fn words_of_a_wrong_encoding_are_named() {
    let named = "found words that went through a wrong encoding, expected the file saved again as UTF-8. It is shown as you write it.";
    for words in ["NiÃ±o", "Teen â€“ Program", "AtenciÃ³n", "CafÂ® X", "Ni\u{fffd}o"] {
        everywhere(words, Some(named), words);
    }
}

#[test]
fn words_that_are_none_are_left_out_and_the_rest_is_shown() {
    for words in ["", " ", "\u{a0}\u{2003}", "\u{feff}\u{200b}", "\u{202e}", "\n\n", "a\u{0}b", "a\u{1b}[31m"] {
        for pointer in PLACES {
            let (config, problems) = read(&with(pointer, json!(words)));
            assert!(problems.iter().any(|problem| problem.field == field(pointer)), "{pointer} = {words:?}");
            assert!(config.contact.phone.is_some() && !config.programs.is_empty(), "{pointer} = {words:?}");
        }
    }
    // 1000 bytes are a line, in one word or in many; more are not.
    for (words, good) in
        [("x".repeat(1000), true), ("x".repeat(1001), false), ("ñ".repeat(501), false), ("word ".repeat(200), true)]
    {
        let (_, problems) = read(&with("/programs/0/note", Value::from(words)));
        assert_eq!(problems.is_empty(), good, "{:?}", messages(&problems));
    }
}
