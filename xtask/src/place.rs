//! `cargo xtask place`: what the engine says about a file of answers.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};

use anyhow::Context;
use program_finder::decision::{Decision, Report, read_answers};
use program_finder::engine::Answers;
use program_finder::provider::{Config, EnumSet, Json};

use crate::{Stop, json, tools};

pub const HELP: &str = "\
Print what the engine says about a file of answers, as JSON.

Usage: cargo xtask place FILE [--config FILE]

FILE holds one set of answers, or a list of sets; - means standard input. A set is an object of question ids and
option ids: a string, or for a question where several can be chosen a list of strings.

    {\"who\": \"me\", \"danger\": [\"none\"], \"concern\": \"both\"}

What is printed: the version of the rules, the path of questions and the next one, first steps, level, range,
certainty, add-ons, the rules that fired with the answers that made them fire, what held the level down, what would
change it, and the provider's programs that match. A list of sets gives a list, in the same order.

Options:
  -c, --config FILE   A provider's configuration, whose programs are matched
  -h, --help          This text

Exit code 2 if an id or a value is wrong: it is named, with what was found and what is allowed. What is wrong in
the configuration is left out, as in the browser, and the rest is printed all the same.
";

/// Reads, places and prints.
pub fn run(file: &OsStr, config: Option<&OsStr>) -> Result<(), Stop> {
    let sets = sets(&data_of(file)?).map_err(|problems| told(file, &problems))?;
    let written = config.map(data_of).transpose()?;
    let (read, problems) = Config::read(written.as_ref().unwrap_or(&Json::Record(Vec::new())));
    let decide = |answers| Report::from(&Decision::of(answers, EnumSet::NONE, &read));
    let reports: Vec<_> = sets.answers.into_iter().map(decide).collect();
    let printed = match &reports[..] {
        [one] if !sets.list => serde_json::to_string_pretty(one),
        all => serde_json::to_string_pretty(all),
    };
    tools::print(&(printed.context("writing the outcome")? + "\n"))?;
    match config {
        Some(file) if !problems.is_empty() => {
            Err(told(file, &problems.iter().map(|problem| problem.message()).collect::<Vec<_>>()))
        }
        _ => Ok(()),
    }
}

fn told(file: &OsStr, problems: &[String]) -> Stop {
    let lines: Vec<_> = problems.iter().map(|problem| problem.trim_end()).collect();
    Stop::Input(format!("{}:\n  {}", file.display(), lines.join("\n  ")))
}

fn data_of(file: &OsStr) -> Result<Json, Stop> {
    let mut text = String::new();
    let read = if file == "-" { io::stdin().read_to_string(&mut text).map(|_| text) } else { fs::read_to_string(file) };
    let text = read.map_err(|error| told(file, &[error.to_string()]))?;
    json::read(&text).map_err(|error| told(file, &[format!("this is not JSON: {error}")]))
}

/// The sets of a file.
struct Sets {
    answers: Vec<Answers>,
    /// Whether the file is a list: then so is what is printed.
    list: bool,
}

fn sets(data: &Json) -> Result<Sets, Vec<String>> {
    let Json::List(items) = data else {
        let answers = read_answers(data).map_err(|problem| vec![problem.message()])?;
        return Ok(Sets { answers: vec![answers], list: false });
    };
    let mut answers = Vec::new();
    let mut problems = Vec::new();
    for (place, item) in items.iter().enumerate() {
        match read_answers(item) {
            Ok(set) => answers.push(set),
            Err(problem) => problems.push(format!("set {}: {}", place + 1, problem.message())),
        }
    }
    if problems.is_empty() { Ok(Sets { answers, list: true }) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::sets;
    use crate::json;

    fn problems(text: &str) -> Vec<String> {
        sets(&json::read(text).unwrap()).map(|sets| sets.answers).unwrap_err()
    }

    #[test]
    fn one_set_or_a_list_of_sets() {
        let one = sets(&json::read(r#"{"who":"me","danger":["none"]}"#).unwrap()).unwrap();
        assert!(!one.list && one.answers.len() == 1);
        let list = sets(&json::read(r#"[{"danger":["none"],"who":"me"}]"#).unwrap()).unwrap();
        assert!(list.list);
        assert_eq!(one.answers, list.answers);
        assert_eq!(sets(&json::read("[]").unwrap()).unwrap().answers, []);
        assert_eq!(sets(&json::read("{}").unwrap()).unwrap().answers.len(), 1);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, names) in [
            (r#"{"whom":"me"}"#, &["whom", "who"][..]),
            (r#"{"who":"I"}"#, &["who", "\"I\"", "me"]),
            (r#"{"who":7}"#, &["who", "7", "me"]),
            (r#"{"who":["me","teen"]}"#, &["who", "list"]),
            (r#"{"who":"me","who":"me"}"#, &["who", "second"]),
            (r#"{"danger":["none","none"]}"#, &["danger", "twice"]),
            (r#"{"danger":["none","medical"]}"#, &["danger", "none"]),
            (r#"{"danger":[]}"#, &["danger", "empty"]),
            ("7", &["7"]),
        ] {
            let told = problems(text);
            assert_eq!(told.len(), 1, "{text}");
            for name in names {
                assert!(told[0].contains(name), "{text}: {name} is not in {told:?}");
            }
        }
    }

    #[test]
    fn every_wrong_set_of_a_list_is_named() {
        let told = problems(r#"[{"who":"me"},{"who":"z"},7]"#);
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with("set 2: ") && told[1].starts_with("set 3: "), "{told:?}");
    }
}
