//! What the fuzzer has found worth keeping, read again by every run of the tests.

#[path = "fuzz/checks.rs"]
mod checks;

use std::fs;
use std::path::Path;

/// Runs a check over every file of a corpus.
fn every(name: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let files: Vec<_> = fs::read_dir(&folder).expect("a corpus").map(|file| file.expect("a file").path()).collect();
    assert!(files.len() > 10, "{} has {} files", folder.display(), files.len());
    for file in files {
        check(&fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
    }
}

#[test]
fn configurations() {
    every("configuration", checks::configuration);
}

#[test]
fn answers() {
    every("answers", checks::answers);
}
