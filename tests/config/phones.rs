//! Telephone numbers: no text gives a link to a number that nobody wrote, and what cannot be read is shown and named.

use serde_json::json;

use super::dice::Dice;
use super::{good, messages, read, with};

/// What is dialed for a text in `contact.phone`, and whether a problem is named.
fn phone(text: &str) -> Option<String> {
    let (config, problems) = read(&json!({ "contact": { "phone": text } }));
    let phone = config.contact.phone.unwrap_or_else(|| panic!("{text:?} is not shown"));
    assert_eq!(
        phone.shown,
        text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}'),
        "it is shown as it is written"
    );
    let named = problems.iter().filter(|problem| problem.field == "contact.phone").count();
    assert_eq!(named, usize::from(phone.number.is_none()), "{text:?}: {:?}", messages(&problems));
    phone.tel()
}

fn text(written: &str) -> Option<String> {
    read(&json!({ "contact": { "text": written } })).0.contact.text.and_then(|text| text.sms())
}

#[test]
fn numbers_that_are_dialed() {
    for (shown, tel) in [
        ("(555) 555-0100", "tel:+15555550100"),
        ("555.555.0100", "tel:+15555550100"),
        ("5555550100", "tel:+15555550100"),
        ("1-555-555-0100", "tel:+15555550100"),
        ("1 (555) 555-0100", "tel:+15555550100"),
        ("+1 555 555 0100", "tel:+15555550100"),
        ("(+1) 555 555 0100", "tel:+15555550100"),
        ("+1 (555) 555-0100", "tel:+15555550100"),
        ("555/555-0100", "tel:+15555550100"),
        ("555·555·0100", "tel:+15555550100"),
        ("  555 – 555 – 0100 ", "tel:+15555550100"),
        ("\u{a0}555\u{a0}555\u{2011}0100", "tel:+15555550100"),
        // As an address book copies it.
        ("\u{202a}(555) 555-0100\u{202c}", "tel:+15555550100"),
        ("555\u{200b}-555\u{ad}-0100\u{feff}", "tel:+15555550100"),
        // Words before and behind.
        ("Tel. (555) 555-0142", "tel:+15555550142"),
        ("Tel: (555) 555-0142", "tel:+15555550142"),
        ("Tel.(555)555-0142", "tel:+15555550142"),
        ("Call (555) 555-0142", "tel:+15555550142"),
        ("Ph 555-555-0142", "tel:+15555550142"),
        ("Teléfono: 555-555-0142", "tel:+15555550142"),
        ("Tele\u{301}fono: 555-555-0142", "tel:+15555550142"),
        ("☎ 555-555-0142", "tel:+15555550142"),
        ("📞 555-555-0142", "tel:+15555550142"),
        ("“555-555-0142”", "tel:+15555550142"),
        ("555-555-0142 (office)", "tel:+15555550142"),
        ("555-555-0142 (24/7)", "tel:+15555550142"),
        ("555-555-0142, 24 hours a day", "tel:+15555550142"),
        ("Day and night, 24/7: 555-555-0142", "tel:+15555550142"),
        ("Office 555-555-0142 | ask for Ann", "tel:+15555550142"),
        // Extensions are seen, and not dialed.
        ("555-555-0100 ext. 12", "tel:+15555550100"),
        ("555-555-0100 x12", "tel:+15555550100"),
        ("555-555-0100x12", "tel:+15555550100"),
        ("555-555-0100;ext=12", "tel:+15555550100"),
        ("555-555-0100,,12#", "tel:+15555550100"),
        ("555-555-0100 #12", "tel:+15555550100"),
        // Letters for keys.
        ("1-800-GET-HELP", "tel:+18004384357"),
        ("1 800 GET HELP", "tel:+18004384357"),
        ("(800) GET-HELP", "tel:+18004384357"),
        ("+1-800-GET-HELP", "tel:+18004384357"),
        ("1-800-get-help", "tel:+18004384357"),
        ("1-800-GETHELP", "tel:+18004384357"),
        ("1-800-FLOWERS", "tel:+18003569377"),
        ("1-855-RECOVERY", "tel:+18557326837"),
        ("1-800-4-A-CHILD", "tel:+18004224453"),
        ("1-877-8-HOPENY", "tel:+18778467369"),
        ("1-800-662-HELP", "tel:+18006624357"),
        ("1-800-662-HELP (4357)", "tel:+18006624357"),
        ("1-800-662-4357 (HELP)", "tel:+18006624357"),
        ("1-800-GET-HELP ext. 5", "tel:+18004384357"),
        ("1-800-GET-HELP (24/7)", "tel:+18004384357"),
        ("1-800-GET-HELP, day and night", "tel:+18004384357"),
        ("1-800-GET-HELP toll free", "tel:+18004384357"),
        ("718-222-HELP", "tel:+17182224357"),
        ("212-NYC-WELL", "tel:+12126929355"),
        // Other countries.
        ("+52 55 5555 0100", "tel:+525555550100"),
        ("+44 20 7946 0958", "tel:+442079460958"),
        ("Tel. +52 55 5555 0100", "tel:+525555550100"),
        ("+52 55 5555 0100/01", "tel:+525555550100"),
        ("México: +52 55 5555 0100 ext. 3", "tel:+525555550100"),
    ] {
        assert_eq!(phone(shown).as_deref(), Some(tel), "{shown:?}");
    }
    // Without quotation marks it is the same number.
    let number = good(&with("/contact/phone", json!(5_555_550_142_u64))).contact.phone.unwrap();
    assert_eq!((number.tel().as_deref(), &*number.shown), (Some("tel:+15555550142"), "5555550142"));
    for (written, sms) in [
        ("838255", "sms:838255"),
        ("741-741", "sms:741741"),
        ("Text HOME to 741741", "sms:741741"),
        ("Text 555-555-0143", "sms:+15555550143"),
        ("44744 (text HELP)", "sms:44744"),
    ] {
        assert_eq!(text(written).as_deref(), Some(sms), "{written:?}");
    }
}

#[test]
fn texts_that_are_no_number_for_sure_are_shown_and_named() {
    for shown in [
        "555-0142 (office)",
        "555-0142",
        "555-0142 (555)",
        "05 55 55 01 42",
        "55 55 55 01 42",
        "call us",
        "CALL US TODAY",
        "12345",
        "988",
        "+1",
        // Other scripts' digits, alone and among ours; order turned around.
        "٥٥٥٥٥٥٠١٠٠",
        "555-555-01４2",
        "555-555-0142４",
        "４555-555-0142",
        "\u{202e}2410-555-555",
        "\u{2067}(555) 555-0142",
        // No area code or exchange begins so.
        "(055) 555-0142",
        "(155) 555-0142",
        "(555) 055-0142",
        "(555) 123-4567",
        "+1 555 055 0142",
        "0 555 555 0142",
        "011 52 55 5555 0100",
        "00525555550100",
        // Too few, too many, in groups of no number.
        "555-555-014",
        "555-555-01422",
        "2 555-555-014",
        "55-555-50142",
        "(55) 5555-0142",
        "+1 555 555 014",
        "+52 55",
        "+52 55 5555 0100 5555 0100 1",
        "+44 (0)20 7946 0958",
        "+44 [0]20 7946 0958",
        "+52: 555-555-0142",
        "+52 or 555-555-0142",
        // Several.
        "555-555-0142 or 555-555-0143",
        "555-555-0142/555-555-0143",
        "555-555-0142 / 0143",
        "555-555-0142, 555-0143",
        "+1 555 555 0142 and +52 55 5555 0100",
        "1-800-GET-HELP or 1-800-FLOWERS-5",
        "1-800-GET-HELP / 555-555-0142",
        // A letter in place of a digit.
        "555-555-014O",
        "555-555-0142O",
        "5S5-555-0142",
        "*67 555-555-0142",
        // Words that are none for keys.
        "555-555 office",
        "555 office line",
        "(555) MAIN LINE",
        "212 MAIN OFFICE",
        "(555) THE DESK",
        "555 RECEPTION",
        "555-55-OFFICE",
        "1 800 call now",
        "800 free call us now",
        "+44 GET HELP NOW",
        "+800 FLOWERS",
        "11-800-FLOWERS",
        "1-80-0FLOWERS",
        "1-800-GET-HELP-5",
        "1-800-FLOWERSANDMORE",
        "+52 55/01",
        "Call 1-800-FLOWERS now, or come",
        "1-800-HELP",
        "1-800-GÉT-HELP",
        "2026-11-30 555-555-0142",
        "Room 2: 555-0142-33",
        "mailto:hello@example.org",
        "<a href=tel:5555550142>555-555-0142</a> or 555-555-0143",
    ] {
        assert_eq!(phone(shown), None, "{shown:?}");
    }
    for written in
        ["9", "1234", "12345", "05555", "555-01", "7417411", "74 17 41", "741741 or 838255", "741741 555-555-0143"]
    {
        assert_eq!(text(written), None, "{written:?}");
    }
    let problem = &messages(&read(&with("/contact/phone", json!("555-0142 (office)"))).1)[0];
    assert_eq!(
        problem,
        "contact.phone: found \"555-0142 (office)\", expected one telephone number with its area code, such as \
         \"(555) 555-0100\" or \"+1 555 555 0100\". It is shown as words, without a link."
    );
}

/// The digits that a text says, letters as keys, with where the run of them begins and ends: what a person would dial.
fn signs(text: &str) -> String {
    let key = |letter: char| match letter.to_ascii_uppercase() {
        '0'..='9' => Some(letter),
        'A'..='C' => Some('2'),
        'D'..='F' => Some('3'),
        'G'..='I' => Some('4'),
        'J'..='L' => Some('5'),
        'M'..='O' => Some('6'),
        'P'..='S' => Some('7'),
        'T'..='V' => Some('8'),
        'W'..='Z' => Some('9'),
        _ => None,
    };
    text.chars().filter_map(key).collect()
}

/// Numbers in every dress: written with labels, separators, extensions and marks around them. Either that number is
/// dialed, or none is.
#[test]
fn of_a_number_in_any_dress_that_number_or_none_is_dialed() {
    const BEFORE: &[&str] = &[
        "",
        "Tel. ",
        "Tel: ",
        "Call ",
        "CALL ",
        "Ph ",
        "Ph.",
        "Office ",
        "☎ ",
        "Teléfono: ",
        "24/7: ",
        "Main line: ",
        "Room 2, ",
        "Suite 100 ",
        "1. ",
        "No. 5: ",
        "#",
        "(",
        "\u{202a}",
        "电话 ",
        "Fax 555-0199, tel ",
        "TTY 711 or ",
        "1-",
        "+1 ",
        "00",
        "+52 ",
        "x5 ",
        "A",
        "O",
        "2 ",
    ];
    const BEHIND: &[&str] = &[
        "",
        " (office)",
        " OFFICE",
        " ext. 12",
        " x12",
        "x5",
        ",5",
        ";ext=7",
        "#4",
        " or 555-0143",
        " / 0143",
        " 24/7",
        " (24/7)",
        ", 24 hours",
        "5",
        " 5",
        "-5",
        "O",
        "A",
        ")",
        " HELP",
        "-HELP",
        " MON-FRI 9-5",
        "\u{202c}",
        "４",
        " ４",
        " or +52 55 5555 0100",
        " 2026",
        "/43",
    ];
    const JOINTS: &[&str] = &["-", " ", ".", "", " - ", "–", "\u{a0}", ") ", "/", "·", ", ", ":", "x", "\u{200b}"];
    let mut dice = Dice::new(7);
    let (mut read, mut left) = (0, 0);
    for _ in 0..60_000 {
        let digits = |dice: &mut Dice, count: usize| -> String {
            (0..count).map(|_| char::from(b'0' + dice.below(10) as u8)).collect()
        };
        let parts = [digits(&mut dice, 3), digits(&mut dice, 3), digits(&mut dice, 4)];
        let joints = [*dice.of(JOINTS), *dice.of(JOINTS)];
        let (before, behind) = (*dice.of(BEFORE), *dice.of(BEHIND));
        let shown = [before, &parts[0], joints[0], &parts[1], joints[1], &parts[2], behind].concat();
        match phone(&shown) {
            Some(tel) => {
                read += 1;
                let own = format!("tel:+1{}", parts.concat());
                // A "+52 " before ten digits is a number of Mexico, and what follows it is.
                let abroad = before == "+52 " && signs(&shown).starts_with(&tel["tel:+".len()..]);
                // So is a digit behind ten that begin with 1: eleven digits.
                let eleven = parts[0].starts_with('1') && signs(&shown).contains(&tel["tel:+".len()..]);
                assert!(tel == own || abroad || eleven, "{shown:?} dials {tel}");
            }
            None => left += 1,
        }
    }
    assert!(read > 5_000 && left > 5_000, "{read} read, {left} left");
}

/// Whatever is written: what is dialed was written there, digit by digit, with nothing but joints and keys between.
#[test]
fn of_any_text_only_what_is_written_is_dialed() {
    const PIECES: &[&str] = &[
        "555", "0142", "5", "1", "800", "+", "+1", "+52", "44", "(", ")", "-", " ", ".", "/", ",", ";", "#", "x",
        "ext", "HELP", "GET", "FLOWERS", "office", "Call", "RECOVERY", "O", "l", "é", "４", "٥", "\u{202e}",
        "\u{200b}", "☎", "(0)", "24/7", "741741", "\n", "or",
    ];
    let mut dice = Dice::new(11);
    let mut dialed = 0;
    for _ in 0..60_000 {
        let shown: String = (0..1 + dice.below(9)).map(|_| *dice.of(PIECES)).collect();
        for field in ["phone", "text"] {
            let (config, _) = read(&json!({ "contact": { field: shown } }));
            let found = if field == "phone" { config.contact.phone } else { config.contact.text };
            let Some(number) = found.and_then(|phone| phone.number) else { continue };
            dialed += 1;
            let plain = number.trim_start_matches('+');
            let home = plain.strip_prefix('1').filter(|_| plain.len() == 11).unwrap_or(plain);
            assert!(signs(&shown).contains(home), "{shown:?} dials {number}");
            // Nothing of another script, and nothing that turns the order around, stands in a number that is dialed.
            assert!(!shown.contains(['４', '٥', '\u{202e}']), "{shown:?} dials {number}");
            // A country is dialed where it was written, or where there is none.
            let joint = |sign: char| " ()-./\u{200b}".contains(sign);
            let abroad = |rest: &str| rest.trim_start_matches(joint).starts_with(|sign: char| sign.is_ascii_digit());
            let countries = shown.split('+').skip(1).filter(|rest| abroad(rest)).count();
            assert!(countries == 0 || countries == 1 && number.starts_with('+'), "{shown:?} dials {number}");
        }
    }
    assert!(dialed > 200, "{dialed}");
}
