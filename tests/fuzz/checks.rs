//! What holds of whatever is read: the fuzzer's targets, and `tests/corpus.rs` over what it has found.
#![allow(dead_code, reason = "each target runs one of the checks")]

#[path = "../support/json.rs"]
mod json;

use program_finder::decision::{Decision, Report, read_answers};
use program_finder::engine::{Level, OptionSet};
use program_finder::provider::{Config, Contact, EnumSet, Json, MatchQuery, Problem, filters, matches};

/// Bytes as what a page can pass: JSON where they are that, and otherwise a value built of them, with what JSON
/// cannot say.
fn data(bytes: &[u8]) -> Json {
    match serde_json::from_slice(bytes) {
        Ok(value) => json::data(&value),
        Err(_) => built(&mut bytes.iter().copied(), 0),
    }
}

/// A value of these bytes, of any shape and as deep as they reach.
fn built(bytes: &mut impl Iterator<Item = u8>, depth: usize) -> Json {
    let kind = bytes.next().unwrap_or_default();
    let count = usize::from(kind >> 3 & 7);
    match kind & 7 {
        0 => Json::Null,
        1 => Json::Bool(count > 3),
        2 => Json::Number([f64::NAN, f64::INFINITY, -0.0, 1e300, 0.5, -1.0, 4e9, 1e-300][count]),
        3 => Json::Number(f64::from(bytes.next().unwrap_or_default())),
        4 => text(bytes, count),
        5 if depth < 200 => Json::List((0..count).map(|_| built(bytes, depth + 1)).collect()),
        _ if depth < 200 => {
            const NAMES: [&str; 12] = [
                "name", "contact", "programs", "theme", "phone", "level", "schedule", "slots", "days", "en", "address",
                "tokens",
            ];
            let mut field = || {
                let name = NAMES.get(usize::from(bytes.next()?)).copied().unwrap_or("link");
                Some((name.to_owned(), built(bytes, depth + 1)))
            };
            Json::Record((0..count).map_while(|_| field()).collect())
        }
        _ => Json::Null,
    }
}

fn text(bytes: &mut impl Iterator<Item = u8>, length: usize) -> Json {
    let letters: Vec<u8> = bytes.take(length * 4).collect();
    Json::Text(String::from_utf8_lossy(&letters).into_owned())
}

/// Reading a configuration ends, says the same each time, and lets nothing through that a link must not be.
pub fn configuration(bytes: &[u8]) {
    let data = data(bytes);
    let (config, problems) = Config::read(&data);
    assert_eq!((&config, &problems), (&Config::read(&data).0, &Config::read(&data).1));
    problems.iter().for_each(told);
    contact(&config.contact);
    [config.exit.as_deref(), Some(config.directory.url.as_str())].into_iter().flatten().for_each(web);
    for program in &config.programs {
        program.link.as_deref().into_iter().for_each(web);
        program.address.iter().filter_map(|address| address.map.as_deref()).for_each(web);
    }
    for lang in ["en", "es"] {
        filters(&config.programs.iter().collect::<Vec<_>>(), lang);
    }
    matches(&config, &MatchQuery::of(OptionSet::NONE, EnumSet::NONE, &Level::ALL));
}

/// Reading answers ends: in answers that can be placed, or in a problem that is told.
pub fn answers(bytes: &[u8]) {
    match read_answers(&data(bytes)) {
        Ok(answers) => {
            let report = Report::from(&Decision::of(answers, EnumSet::NONE, &Config::default()));
            assert_eq!(
                report.outcome.first_steps.is_empty(),
                report.suggestion.first_step.is_none() && report.suggestion.dangers.is_empty()
            );
        }
        Err(problem) => told(&problem),
    }
}

/// A problem names its field, what was found and what is allowed, on one line that is not endless.
fn told(problem: &Problem) {
    let message = problem.message();
    assert!(!problem.found.is_empty() && !problem.allowed.is_empty(), "{message:?}");
    assert!(message.len() < 2000 && !message.chars().any(char::is_control), "{message:?}");
}

/// A web address, and nothing that runs.
fn web(address: &str) {
    let plain = address.bytes().all(|byte| byte > b' ' && !b"\"'<>\\".contains(&byte));
    assert!((address.starts_with("https://") || address.starts_with("http://")) && plain, "{address:?}");
}

/// Links that dial or write to one number or address, and carry nothing else.
fn contact(contact: &Contact) {
    for phone in [&contact.phone, &contact.text].into_iter().flatten() {
        let Some(dialed) = &phone.number else { continue };
        let number = dialed.strip_prefix('+').unwrap_or(dialed);
        assert!(!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()), "{phone:?}");
    }
    if let Some(mail) = contact.mailto() {
        assert!(mail.starts_with("mailto:") && !mail.contains(['?', '&', ',', ' ']), "{mail:?}");
    }
    contact.link.as_deref().into_iter().for_each(web);
    contact.address.iter().filter_map(|address| address.map.as_deref()).for_each(web);
}
