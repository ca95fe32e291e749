//! The records that go with the rules: each version with what it changed, the crisis lines with the day on which
//! they were checked, and what each question is for.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use program_finder::content::changes::CHANGES;
use program_finder::content::crisis::{CHECK_AFTER, CRISIS_LINES, Way, day_number, overdue};
use program_finder::content::inputs::INPUTS;
use program_finder::content::{CHANGED, CHECKED, QUESTIONNAIRE, VERSION, changed, record};
use program_finder::engine::{Rule, Set};

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The tables of a version, as they were recorded.
fn recorded(version: &str) -> String {
    fs::read_to_string(file(&format!("docs/rules/{version}.txt"))).unwrap_or_else(|error| {
        panic!("docs/rules/{version}.txt: {error}. `cargo xtask protocol --record` writes it for the current version.")
    })
}

#[test]
fn a_changed_rule_is_a_new_version() {
    let (before, now) = (recorded(VERSION), record(&QUESTIONNAIRE));
    assert!(
        before == now,
        "The questions or rules are not those of version {VERSION} any more:\n    {}\n\
         1. Raise VERSION in src/content/mod.rs.\n\
         2. Add an entry to src/content/changes.rs that says which outcomes move because of each of these.\n\
         3. Run `cargo xtask protocol --record`.\n\
         (If version {VERSION} was never given to anybody, delete docs/rules/{VERSION}.txt and only do the third.)",
        changed(&before, &now).join("\n    ")
    );
}

#[test]
fn every_version_says_which_outcomes_it_moves() {
    assert_eq!(CHANGES.first().map(|newest| newest.version), Some(VERSION), "the newest entry of the change log");
    for (place, change) in CHANGES.iter().enumerate() {
        let version = change.version;
        assert!(day_number(change.date).is_some(), "{version}: {} is no day", change.date);
        assert!(is_sentence(change.what), "{version}: what changed is not said in a sentence");
        let named: Vec<&str> = change.moves.iter().flat_map(|(what, _)| what.iter().copied()).collect();
        let Some(before) = CHANGES.get(place + 1) else {
            assert!(named.is_empty(), "{version} is the first version, before which no outcome was");
            continue;
        };
        assert!(numbers(version) > numbers(before.version), "{version} comes after {}", before.version);
        assert!(day_number(change.date) >= day_number(before.date), "{version} is older than {}", before.version);
        let differ = changed(&recorded(before.version), &recorded(version));
        assert!(!differ.is_empty(), "{version} and {} have the same rules", before.version);
        let once: BTreeSet<&str> = named.iter().copied().collect();
        assert_eq!(once, differ.iter().map(String::as_str).collect(), "{version}: what `moves` is about");
        assert_eq!(once.len(), named.len(), "{version}: `moves` speaks twice of one");
        for (what, outcomes) in change.moves {
            assert!(is_sentence(outcomes), "{version}: {what:?}: which outcomes move is not said in a sentence");
        }
    }
    let known: BTreeSet<String> = CHANGES.iter().map(|change| format!("{}.txt", change.version)).collect();
    for entry in fs::read_dir(file("docs/rules")).expect("docs/rules can be listed") {
        let name = entry.expect("docs/rules can be listed").file_name().to_string_lossy().into_owned();
        assert!(
            known.contains(&name),
            "docs/rules/{name} is the record of a version that the change log does not have"
        );
    }
}

fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && text.contains(' ')
}

/// The three numbers of a version.
fn numbers(version: &str) -> [u32; 3] {
    let numbers: Vec<u32> = version.split('.').filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().unwrap_or_else(|_| panic!("{version} is not three numbers"))
}

#[test]
fn a_questionnaire_is_not_the_same_with_another_version() {
    let other = "version 9.9.9\nat most 15 questions\n\nrule a\n  floor iop\n";
    assert_eq!(changed(other, "version 9.9.9\nat most 15 questions\n\nrule a\n  floor php\n"), ["rule a"]);
    assert_eq!(changed(other, "version 9.9.9\nat most 9 questions\n"), ["at most", "rule a"]);
    assert_eq!(changed(other, &other.replace("9.9.9", "9.9.10")), Vec::<String>::new());
}

/// What visitors are shown: the texts of every language, the screens and the frame.
fn shown() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (folder, ending) in [("www/text", ".json"), ("src/screen", ".rs"), ("www/frame", ".html"), ("www/frame", ".js")]
    {
        for entry in fs::read_dir(file(folder)).unwrap_or_else(|error| panic!("{folder}: {error}")) {
            let path = entry.unwrap_or_else(|error| panic!("{folder}: {error}")).path();
            if path.to_string_lossy().ends_with(ending) {
                files.push((path.display().to_string(), read(&path)));
            }
        }
    }
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

#[test]
fn the_numbers_that_visitors_see_are_those_of_the_table() {
    let known: BTreeSet<String> =
        CRISIS_LINES.iter().flat_map(|line| line.ways).filter_map(|way| way.digits()).collect();
    let mut seen = BTreeSet::new();
    for (name, text) in shown() {
        let looked_at = if name.ends_with(".json") { text.clone() } else { addresses(&text) };
        for number in numbers_of(&looked_at) {
            assert!(known.contains(&number), "{name}: {number} is not in src/content/crisis.rs");
            seen.insert(number);
        }
        assert!(!text.to_lowercase().contains("press 3"), "{name}: that line of 988 ended in July 2025");
    }
    let tty = |number: &&String| {
        CRISIS_LINES
            .iter()
            .flat_map(|l| l.ways)
            .any(|way| matches!(way, Way::Tty(_)) && way.digits() == Some((*number).clone()))
    };
    let unseen: Vec<&String> = known.difference(&seen).filter(|number| !tty(number)).collect();
    assert!(unseen.is_empty(), "{unseen:?} are in the table, and nobody is shown them");
}

/// The `tel:` and `sms:` addresses of a source file, one a line.
fn addresses(text: &str) -> String {
    let after = ["tel:", "sms:"].into_iter().flat_map(|scheme| text.split(scheme).skip(1));
    after.filter_map(|rest| rest.split(['"', '\'']).next()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_english_words_name_each_line_as_the_table_does() {
    let text = read(&file("www/text/en.json"));
    for line in CRISIS_LINES {
        for way in line.ways {
            let said = match way {
                Way::Call(number) => text.contains(number),
                Way::Tty(_) => true,
                Way::Press(number, digit, _) => text.contains(&format!("call {number} and press {digit}")),
                Way::Text("", number) => {
                    text.contains(&format!("text {number}")) || text.contains(&format!("Text {number}"))
                }
                Way::Text(word, number) => text.contains(&format!("ext {word} to {number}")),
                Way::Web(address) => {
                    let host = address.trim_start_matches("https://").split('/').next().unwrap_or_default();
                    text.to_lowercase().contains(host)
                }
            };
            assert!(said, "{}: www/text/en.json does not say {way:?}", line.id);
        }
    }
}

#[test]
fn crisis_lines_are_checked_every_half_year() {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).expect("this clock is right").as_secs() / 86_400;
    for line in CRISIS_LINES {
        assert!(day_number(line.checked).is_some(), "{}: {} is no day", line.id, line.checked);
    }
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

fn reading(options: Set) -> impl Iterator<Item = &'static Rule<'static>> {
    QUESTIONNAIRE.rules.iter().filter(move |rule| rule.when.iter().any(|clause| clause.options.meets(options)))
}

#[test]
fn every_question_has_a_purpose() {
    let asked: Vec<&str> = QUESTIONNAIRE.questions.iter().map(|question| question.id).collect();
    let listed: Vec<&str> = INPUTS.iter().map(|input| input.question).collect();
    assert_eq!(listed, asked);
    for input in INPUTS {
        assert!(is_sentence(input.purpose), "{}: its purpose is not a sentence", input.question);
    }
}

#[test]
fn a_protected_trait_sets_no_level() {
    let mut traits = 0;
    for input in INPUTS {
        let Some(protected) = input.protected else { continue };
        traits += 1;
        assert!(is_sentence(protected.why), "{}: no reason", protected.name);
        let question = QUESTIONNAIRE.question(input.question).expect("every input is a question");
        for id in protected.levels {
            let reads = reading(question.all()).any(|rule| rule.id == *id && rule.effect.floor.is_some());
            assert!(reads, "{id} is said to read {} and to set a level, and does not", protected.name);
        }
        for id in protected.options {
            let option = question.option(id).unwrap_or_else(|| panic!("{} has no option {id}", input.question));
            for rule in reading(option).filter(|rule| !protected.levels.contains(&rule.id)) {
                assert_eq!(rule.effect.floor, None, "{} reads {id} and sets a level", rule.id);
            }
        }
    }
    assert_eq!(traits, 2, "age and pregnancy are the two protected traits that the rules may read");
}

#[test]
fn pregnancy_by_itself_changes_no_level_and_brings_no_first_step() {
    let body = QUESTIONNAIRE.question("body").expect("there is a question about physical health");
    let pregnant = body.option("pregnant").expect("it has an option for pregnancy");
    for rule in reading(pregnant).filter(|rule| rule.effect.floor.is_some() || rule.effect.step.is_some()) {
        assert!(rule.when.iter().any(|clause| !clause.options.meets(pregnant)), "{} fires on it alone", rule.id);
    }
}

#[test]
fn the_days_that_visitors_are_told_are_those_of_the_tables() {
    let newest = CHANGES.first().expect("a first version");
    assert_eq!((newest.version, newest.date), (VERSION, CHANGED));
    assert_eq!(CRISIS_LINES.iter().map(|line| line.checked).min(), Some(CHECKED));
}
