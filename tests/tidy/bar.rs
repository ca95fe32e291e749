//! The bar: every statement in tests/README.md is held by a test that exists, by a hand, or says why not.

use std::collections::BTreeMap;

use crate::files::{File, files};

/// The statements: U-01 to U-66, and one that came later.
fn ids() -> Vec<String> {
    let mut ids: Vec<String> = (1..=66).map(|number| format!("U-{number:02}")).collect();
    ids.insert(54, "U-54b".to_owned());
    ids
}

/// What is wrong with the table, a line for each fault.
fn faults(table: &str, files: &[File]) -> Vec<String> {
    let mut rows: BTreeMap<&str, &str> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| line.starts_with("| U-")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [id, statement, held] = cells[..] else {
            wrong.push(format!("three cells are wanted: {line}"));
            continue;
        };
        if statement.is_empty() || rows.insert(id, held).is_some() {
            wrong.push(format!("{id} says nothing, or is there twice"));
        }
    }
    let ids = ids();
    wrong.extend(rows.keys().filter(|id| !ids.iter().any(|one| one == *id)).map(|id| format!("there is no {id}")));
    let release = files.iter().find(|file| file.path == "docs/release.md").map_or("", |file| &file.text);
    for id in &ids {
        let Some(held) = rows.get(&**id) else {
            wrong.push(format!("{id} is missing"));
            continue;
        };
        let mut counts = held.contains("**open**: ");
        if held.contains("**hand**") {
            counts = true;
            if !release.contains(&**id) {
                wrong.push(format!("{id} is held by hand, and docs/release.md does not name it"));
            }
        }
        for (path, name) in tests(held) {
            counts = true;
            let file = files.iter().find(|file| file.path == format!("tests/{path}"));
            if !file.is_some_and(|file| has(file, name)) {
                wrong.push(format!("{id}: tests/{path} has no test {name:?}"));
            }
        }
        if !counts {
            wrong.push(format!("{id} is held by nothing"));
        }
    }
    wrong
}

/// The tests that a cell names: `file` "name".
fn tests(held: &str) -> Vec<(&str, &str)> {
    let after_marks = held.split('`').collect::<Vec<_>>();
    let named = after_marks.chunks(2).filter_map(|pair| pair.get(1)).zip(after_marks.iter().skip(2).step_by(2));
    named.map(|(path, rest)| (*path, rest.split('"').nth(1).unwrap_or(""))).collect()
}

/// Whether a file has a test with this in its name.
fn has(file: &File, name: &str) -> bool {
    // `testIf` says in which run: tests/e2e/support/level.mjs.
    let starts: &[&str] = if file.path.ends_with(".rs") { &["fn "] } else { &["test(", "testIf("] };
    let begins = |line: &str| starts.iter().any(|start| line.trim_start().starts_with(start));
    // A call can go over lines, up to where the body of the test begins.
    let mut open = false;
    let mut lines = file.text.lines();
    !name.is_empty()
        && lines.any(|line| {
            open |= begins(line);
            let found = open && line.contains(name);
            open &= !line.ends_with(['{', ';']);
            found
        })
}

#[test]
fn every_statement_of_the_bar_is_held_by_something_that_exists() {
    let files = files();
    let table = files.iter().find(|file| file.path == "tests/README.md").expect("tests/README.md has the bar");
    assert_eq!(faults(&table.text, &files), Vec::<String>::new());
}

#[test]
fn a_table_with_a_hole_is_found() {
    let files = files();
    let table = &files.iter().find(|file| file.path == "tests/README.md").expect("tests/README.md has the bar").text;
    let line = |id: &str| {
        let line = table.lines().find(|line| line.starts_with(&format!("| {id} |"))).expect("the line is there");
        line.to_owned()
    };
    let found = |changed: String| faults(&changed, &files).join("\n");
    assert_eq!(found(table.replace(&line("U-16"), "")), "U-16 is missing");
    assert_eq!(found(table.replace(&line("U-16"), "| U-16 | Reflow | |")), "U-16 is held by nothing");
    assert!(
        found(table.replace("\"which is 1280 at 400 %\"", "\"no such test\"")).contains("no test \"no such test\"")
    );
    assert!(found(table.replace("e2e/layout.test.mjs", "e2e/none.test.mjs")).contains("U-16: tests/e2e/none"));
    assert!(found(table.replace("| U-16 |", "| U-99 |")).contains("there is no U-99"));
    assert!(found(table.replace(&line("U-01"), "| U-01 | Keys | **hand** |")).contains("U-01 is held by hand"));
}
