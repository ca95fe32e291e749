//! The rules of this repository. Each names the file, the line and the remedy.
//!
//! The rules themselves, with a planted line that each has to catch, are in `rules`.

mod bar;
mod crates;
mod files;
mod rules;
#[path = "../support/words.rs"]
mod words;

use files::{File, files};
use rules::{RULES, Rule};
use words::Lists;

/// No file of code is longer. What does not fit in a head does not fit in a file.
const LONGEST: usize = 400;

/// What is wrong with a file by one rule, as `path:line: what it says`.
fn broken(rule: &Rule, file: &File) -> Vec<String> {
    if !(rule.of)(&file.path) {
        return Vec::new();
    }
    let lines = file.text.lines().enumerate();
    let wrong = lines.filter(|(_, line)| (rule.wrong)(&file.path, files::code(&file.path, line)));
    wrong.map(|(index, line)| format!("{}:{}: {}", file.path, index + 1, line.trim())).collect()
}

fn none(wrong: &[String], remedy: &str) {
    assert!(wrong.is_empty(), "{}\n  {remedy}", wrong.join("\n"));
}

#[test]
fn every_line_keeps_to_the_rules() {
    let files = files();
    let mut wrong = String::new();
    for rule in RULES {
        let lines: Vec<String> = files.iter().flat_map(|file| broken(rule, file)).collect();
        if !lines.is_empty() {
            wrong += &format!("{}\n  {}\n", lines.join("\n"), rule.remedy);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_rule_catches_what_it_is_for_and_lets_the_rest_pass() {
    for rule in RULES {
        for (path, line) in rule.caught {
            let file = File { path: (*path).to_owned(), text: format!("first\n{line}\n") };
            assert_eq!(broken(rule, &file).len(), 1, "not caught: `{line}` in {path}. {}", rule.remedy);
            assert!(broken(rule, &file)[0].starts_with(&format!("{path}:2: ")), "the line is named");
        }
        for (path, line) in rule.passed {
            let file = File { path: (*path).to_owned(), text: (*line).to_owned() };
            assert!(broken(rule, &file).is_empty(), "caught: `{line}` in {path}. {}", rule.remedy);
        }
        assert!(!rule.caught.is_empty() && !rule.passed.is_empty(), "a rule shows what it catches and what not");
    }
}

#[test]
fn no_file_of_code_is_too_long() {
    let remedy = "Move what belongs together into a file of its own.";
    none(&too_long(&files()), remedy);
    let long = File { path: "src/long.rs".to_owned(), text: "line\n".repeat(LONGEST + 1) };
    let data = File { path: "www/text/en.json".to_owned(), text: long.text.clone() };
    assert_eq!(too_long(&[long, data]), ["src/long.rs: 401 lines, and 400 are the most"]);
}

fn too_long(files: &[File]) -> Vec<String> {
    let code = files.iter().filter(|file| files::is_code(&file.path));
    code.map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("{}: {lines} lines, and {LONGEST} are the most", file.path))
        .collect()
}

#[test]
fn no_page_no_catalog_and_no_document_has_a_word_that_is_not_used_here() {
    let remedy = "Say it otherwise: tests/words.toml has the list and its reasons, and what is right in spite of it.";
    none(&worded(&files()), remedy);
    let planted = [
        ("README.md", "Not for an addict.", true),
        ("docs/protocol.md", "taken from the ASAM criteria", true),
        ("www/demo/index.html", "<p>See if you qualify</p>", true),
        ("www/text/en.json", "\"a\": \"What you need\"", true),
        ("tests/cases/teens.toml", "nothing here is read by visitors: addict", false),
        ("README.md", "medication for addiction", false),
    ];
    for (path, line, wrong) in planted {
        let file = File { path: path.to_owned(), text: format!("first\n{line}") };
        assert_eq!(!worded(&[file]).is_empty(), wrong, "{path}: {line}");
    }
}

#[test]
fn no_word_is_listed_twice() {
    let lists = Lists::read();
    let all = [&lists.everywhere, &lists.catalog, &lists.errors, &lists.right, &lists.names];
    for list in all {
        for (index, word) in list.iter().enumerate() {
            assert!(!list[..index].contains(word), "words.toml has \"{word}\" twice in one list: take one out");
        }
    }
    let twice = lists.catalog.iter().find(|word| lists.everywhere.contains(word));
    assert!(twice.is_none(), "words.toml has {twice:?} in `catalog`, and what is nowhere is not there either");
}

fn worded(files: &[File]) -> Vec<String> {
    let lists = Lists::read();
    let read = files.iter().filter(|file| {
        let document = file.path.ends_with(".md") && !file.path.starts_with("tests/");
        document || file.path.starts_with("www/") || file.path.starts_with("docs/")
    });
    read.flat_map(|file| {
        let lines = file.text.lines().enumerate();
        let found = lines
            .flat_map(|(index, line)| lists.found(&lists.everywhere, line).into_iter().map(move |word| (index, word)));
        found.map(|(index, word)| format!("{}:{}: \"{word}\"", file.path, index + 1)).collect::<Vec<_>>()
    })
    .collect()
}
