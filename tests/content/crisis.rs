//! Safety: the crisis lines are those of the one table, in every language, and what is said in danger fits the person.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use program_finder::content::crisis::{CHECK_AFTER, CRISIS_LINES, CrisisLine, Way, day_number, overdue};
use program_finder::content::{Audience, Danger, lines_of};
use program_finder::engine::AddOn;
use program_finder::screen::pieces;

use crate::catalog::Texts;
use crate::words::plain;

/// What visitors are shown: the texts of every language, the screens and the frame, each file with its name.
fn shown() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (folder, ending) in [("www/text", ".json"), ("src/screen", ".rs"), ("www/frame", ".html"), ("www/frame", ".js")]
    {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
            if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                files.push((path.display().to_string(), text));
            }
        }
    }
    let lines = "src/content/dangers.rs";
    files.push((lines.to_owned(), include_str!("../../src/content/dangers.rs").to_owned()));
    files.sort();
    files
}

/// Every telephone number of a text, digits only: what stands in a `tel:` or `sms:` address, and whatever else has
/// the look of one. A country code is left out.
fn numbers_of(text: &str) -> BTreeSet<String> {
    let part = |letter: char| letter.is_ascii_digit() || letter == '-';
    text.split(|letter| !part(letter))
        .map(|word| word.chars().filter(char::is_ascii_digit).collect::<String>())
        .filter(|digits| matches!(digits.len(), 3 | 5 | 6 | 10 | 11))
        .collect()
}

/// The `tel:` and `sms:` addresses of a source file, one a line.
fn addresses(text: &str) -> String {
    let after = ["tel:", "sms:"].into_iter().flat_map(|scheme| text.split(scheme).skip(1));
    after.filter_map(|rest| rest.split(['"', '\'']).next()).collect::<Vec<_>>().join("\n")
}

/// Every way of every line, in both languages.
fn ways() -> impl Iterator<Item = (&'static CrisisLine, Way)> {
    CRISIS_LINES.iter().flat_map(|line| line.ways.iter().chain(line.spanish).map(move |way| (line, *way)))
}

#[test]
fn the_numbers_that_visitors_see_are_those_of_the_table() {
    let known: BTreeSet<String> = ways().filter_map(|(_, way)| way.digits()).collect();
    let mut seen = BTreeSet::new();
    for (name, text) in shown() {
        let looked_at = if name.ends_with(".json") { text.clone() } else { addresses(&text) };
        for number in numbers_of(&looked_at) {
            assert!(known.contains(&number), "{name}: {number} is not in src/content/crisis.rs");
            seen.insert(number);
        }
        for gone in ["press 3", "oprima 3", "1-800-gambler"] {
            assert!(!text.to_lowercase().contains(gone), "{name}: that line has ended or belongs to somebody else");
        }
    }
    let on_screens =
        |number: &&String| ways().any(|(_, way)| way.digits().as_ref() == Some(*number) && !matches!(way, Way::Tty(_)));
    let unseen: Vec<&String> = known.difference(&seen).filter(on_screens).collect();
    assert!(unseen.is_empty(), "{unseen:?} are in the table, and nobody is shown them");
}

#[test]
fn every_number_in_a_sentence_is_a_link_to_the_line_that_the_sentence_names() {
    let mut links = 0;
    for texts in Texts::read() {
        for (key, text) in &texts.all {
            let pieces = pieces(text);
            let whole: String = pieces.iter().map(|piece| piece.words).collect();
            assert_eq!(&whole, text, "{key}: something is lost");
            let found: BTreeSet<String> = pieces
                .iter()
                .filter(|piece| piece.address.is_some())
                .flat_map(|piece| numbers_of(piece.words))
                .collect();
            assert_eq!(found, numbers_of(text), "{}.json, {key}: a number that is no link", texts.lang);
            for address in pieces.iter().filter_map(|piece| piece.address.as_deref()) {
                links += 1;
                let word = address.split_once("body=").map(|(_, word)| word);
                let known = ways().any(|(_, way)| match way {
                    Way::Text(wanted, number) if address.starts_with("sms:") => {
                        address.contains(number) && word.unwrap_or_default() == wanted
                    }
                    _ => address.starts_with("tel:") && way.digits().is_some_and(|digits| address.ends_with(&digits)),
                });
                assert!(known, "{}.json, {key}: {address} is no way to any line of the table", texts.lang);
            }
        }
    }
    assert!(links > 100, "{links}");
}

/// Whether one of the texts says all of these words, whatever the case of the first letter.
fn says(texts: &Texts, words: &[&str]) -> bool {
    texts.all.values().any(|text| words.iter().all(|word| text.contains(word) || plain(text).contains(word)))
}

#[test]
fn the_words_name_each_line_as_the_table_does() {
    let catalogs = Texts::read();
    for (line, way) in ways() {
        let in_spanish = line.spanish.contains(&way);
        let texts =
            catalogs.iter().find(|texts| texts.lang == if in_spanish { "es" } else { "en" }).expect("a catalog");
        let said = match way {
            Way::Call(number) => says(texts, &[number]),
            Way::Press(number, digit, _) => says(texts, &[&format!("call {number} and press {digit}")]),
            Way::Tty(_) => true,
            Way::Relay(relay, number) => says(texts, &[&format!("call {relay}, then {number}")]),
            Way::Video(number) => says(texts, &["videophone", number]),
            Way::Text(word, number) if in_spanish => says(texts, &[word, "texto", number]),
            Way::Text("", number) => says(texts, &["text", number]),
            Way::Text(word, number) => says(texts, &[&format!("{word} to {number}")]),
            // The Spanish chat is a page of the same host, so the host is what both languages name.
            Way::Web(address) => {
                let host = address.trim_start_matches("https://").split('/').next().unwrap_or_default();
                says(texts, &[host.trim_start_matches("chat.")])
            }
        };
        assert!(said, "{}: www/text/{}.json does not say {way:?}", line.id, texts.lang);
    }
    assert!(!says(&catalogs[0], &["SOMETHING to 741741"]), "the search can fail");
}

#[test]
fn a_link_leads_where_its_words_say() {
    // The address stands beside the key of the words. Were it another, somebody would write to a line that does not answer.
    let catalogs = Texts::read();
    for texts in &catalogs {
        let mut links = 0;
        for audience in Audience::ALL {
            let of_dangers = Danger::ALL.into_iter().flat_map(|kind| kind.lines(audience).iter().copied());
            let of_adds = AddOn::ALL.into_iter().flat_map(|add| lines_of(add, audience).iter().copied());
            for line in of_dangers.chain(of_adds).flatten() {
                links += 1;
                let (address, words) = (line.address(&texts.lang), texts.get(line.key).unwrap_or_default());
                let said: Vec<String> = pieces(words).into_iter().filter_map(|piece| piece.address).collect();
                let dialed = |address: &str| numbers_of(address.split('?').next().unwrap_or_default());
                if let Some(page) = address.strip_prefix("https://") {
                    let host = page.split('/').next().unwrap_or_default().trim_start_matches("chat.");
                    assert!(words.contains(host), "{}.json, {}: {address}", texts.lang, line.key);
                } else {
                    let [said] = &said[..] else {
                        panic!("{}.json, {}: {words:?} names {said:?}", texts.lang, line.key)
                    };
                    assert_eq!(dialed(said), dialed(address), "{}.json, {}", texts.lang, line.key);
                    let word = |address: &str| address.split_once('?').map(|(_, word)| word.to_owned());
                    assert_eq!(word(said), word(address), "{}.json, {}: {words}", texts.lang, line.key);
                }
            }
        }
        assert!(links > 40, "{links}");
    }
}

#[test]
fn in_spanish_no_line_is_reached_by_its_english_word() {
    let catalogs = Texts::read();
    let spanish = catalogs.iter().find(|texts| texts.lang == "es").expect("a Spanish catalog");
    for line in CRISIS_LINES.iter().filter(|line| line.spanish.iter().any(|way| matches!(way, Way::Text(..)))) {
        for way in line.ways {
            let Way::Text(word, number) = way else { continue };
            let english: Vec<&str> = spanish
                .all
                .iter()
                .filter(|(_, text)| !word.is_empty() && text.contains(*word) && text.contains(*number))
                .map(|(key, _)| key.as_str())
                .collect();
            assert!(english.is_empty(), "{english:?} send a Spanish text to {number} by the English word {word}");
        }
    }
}

#[test]
fn every_line_has_a_source_and_a_day_and_is_checked_every_half_year() {
    let mut ids = BTreeSet::new();
    for line in CRISIS_LINES {
        assert!(ids.insert(line.id), "{} is listed twice", line.id);
        assert!(line.source.contains('.') && !line.source.contains("http"), "{}: where is it published?", line.id);
        assert!(!line.what.is_empty() && line.what.ends_with('.'), "{}: what is it for?", line.id);
        assert!(day_number(line.checked).is_some(), "{}: {} is no day", line.id, line.checked);
    }
    let days = SystemTime::now().duration_since(UNIX_EPOCH).expect("this clock is right").as_secs() / 86_400;
    // A warning, and past the test runner, which shows nothing of a test that passes.
    for line in overdue(i64::try_from(days).unwrap_or_default()) {
        let _ = writeln!(
            std::io::stderr(),
            "warning: {} was last checked on {}, more than {CHECK_AFTER} days ago (src/content/crisis.rs)",
            line.name,
            line.checked
        );
    }
}

/// The English text of a key, in a voice or for all.
fn english(texts: &Texts, key: &str, audience: Audience) -> String {
    plain(texts.voiced(key, audience).unwrap_or_else(|| panic!("there is no {key}")))
}

#[test]
fn whoever_is_being_hurt_is_never_spoken_to_as_the_danger() {
    let texts = Texts::english();
    for audience in Audience::ALL {
        for key in ["safety.title.being_hurt", "safety.text.being_hurt", "why.emergency.being_hurt"] {
            let said = english(&texts, key, audience);
            for wrong in ["you may hurt", "might hurt", "hurt someone", "they may hurt", "voices", "step away"] {
                assert!(!said.contains(wrong), "{key} for {} says \"{wrong}\"", audience.id());
            }
        }
        let said = english(&texts, "safety.text.being_hurt", audience);
        assert!(said.contains("911"), "in danger now, 911 comes first: {said}");
        let line = match audience {
            Audience::Teen => "childhelp",
            _ => "domestic violence line",
        };
        assert!(said.contains(line), "{} is told of the {line}: {said}", audience.id());
    }
    assert!(
        english(&texts, "safety.text.harm_others", Audience::Adult).contains("988"),
        "and voices are met by a talk"
    );
}

#[test]
fn a_teen_who_is_not_safe_at_home_is_sent_to_people_who_help_teens() {
    let texts = Texts::english();
    for audience in [Audience::Teen, Audience::Child] {
        let housing = english(&texts, "add.housing.text", audience);
        for wrong in ["sober home", "shelter"] {
            assert!(!housing.contains(wrong), "a teen is sent to a {wrong}: {housing}");
        }
        assert!(english(&texts, "add.domestic_violence.text", audience).contains("childhelp"), "{}", audience.id());
        assert!(english(&texts, "safety.text.being_hurt", audience).contains("childhelp"), "{}", audience.id());
    }
    for key in ["add.housing.text", "add.domestic_violence.text", "safety.text.being_hurt"] {
        let said = english(&texts, key, Audience::Teen);
        assert!(said.contains("an adult you trust, at school or a clinic"), "{key}: {said}");
    }
}

#[test]
fn the_steps_in_an_overdose_are_those_of_the_toolkit_in_its_order() {
    let texts = Texts::english();
    let steps = ["call", "naloxone", "again", "breaths", "side", "stay"];
    let wanted = [
        &["911"][..],
        &["naloxone"],
        &["again", "2 to 3 minutes"],
        &["breaths"],
        &["on one side"],
        &["stay until help"],
    ];
    for (step, wanted) in steps.iter().zip(wanted) {
        let said = english(&texts, &format!("safety.overdose.{step}"), Audience::Adult);
        for words in wanted {
            assert!(said.contains(words), "safety.overdose.{step} has to say \"{words}\": {said}");
        }
        assert!(!said.contains("should") && !said.contains("your"), "whoever is near reads it: {said}");
    }
    let all: BTreeSet<&str> = texts.under("safety.overdose.").map(|(key, _)| key).collect();
    assert_eq!(all.len(), steps.len(), "{all:?}");
}

#[test]
fn means_are_put_out_of_reach_by_the_person_or_by_those_around_them() {
    let texts = Texts::english();
    for key in ["safety.text.suicide", "add.safety_plan.text"] {
        for audience in Audience::ALL {
            let said = english(&texts, key, audience);
            let by_the_person = matches!(audience, Audience::Adult | Audience::Teen);
            let wanted = if by_the_person { "put distance between you and guns" } else { "lock away" };
            assert!(said.contains(wanted), "{key} for {} has to say \"{wanted}\": {said}", audience.id());
        }
    }
}
