//! Test runners: started, heard to their end, and what they count added up.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};

/// What a test runner has counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Count {
    pub fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// What came of a check.
#[derive(Debug, Default)]
pub struct Outcome {
    pub ok: bool,
    pub count: Count,
    /// What a test runner has said that it left out.
    pub left_out: Vec<String>,
    /// The files of browser tests that have failed, as `PROGRAM_FINDER_FILES` names them,
    pub failed_files: BTreeSet<String>,
    /// and how many tests of files have: what else has failed is not one of them.
    pub failed_in_files: u64,
}

impl Outcome {
    pub fn fine() -> Outcome {
        Outcome { ok: true, ..Outcome::default() }
    }
}

/// Runs a check that counts nothing.
pub fn checked(mut command: Command) -> Result<Outcome> {
    let status = command.status().with_context(|| format!("starting {}", command.get_program().display()))?;
    Ok(Outcome { ok: status.success(), ..Outcome::default() })
}

/// Runs a test runner, shows what it prints, and adds up what it counts.
pub fn counted(command: &mut Command) -> Result<Outcome> {
    let (name, mut child, output) = started(command)?;
    let heard = hear(output, |line| println!("{line}"));
    judged(&name, &mut child, heard)
}

/// A test runner that runs beside other checks. What it prints is shown when it is waited for.
pub struct Beside {
    name: String,
    child: Child,
    heard: JoinHandle<(std::io::Result<Outcome>, Vec<String>)>,
}

impl Beside {
    /// Starts it.
    pub fn begin(command: &mut Command) -> Result<Beside> {
        let (name, child, output) = started(command)?;
        let heard = thread::spawn(move || {
            let mut lines = Vec::new();
            let heard = hear(output, |line| lines.push(line.to_owned()));
            (heard, lines)
        });
        Ok(Beside { name, child, heard })
    }

    /// Waits for a test runner.
    pub fn end(self) -> Result<Outcome> {
        let (name, mut child, heard) = self.shown()?;
        judged(&name, &mut child, heard)
    }

    /// Waits for a check that counts nothing.
    pub fn end_uncounted(self) -> Result<Outcome> {
        let (name, mut child, _) = self.shown()?;
        let ok = child.wait().with_context(|| format!("waiting for {name}"))?.success();
        Ok(Outcome { ok, ..Outcome::default() })
    }

    fn shown(self) -> Result<(String, Child, std::io::Result<Outcome>)> {
        let (heard, lines) = self.heard.join().map_err(|_| anyhow::anyhow!("reading what {} prints", self.name))?;
        for line in lines {
            println!("{line}");
        }
        Ok((self.name, self.child, heard))
    }

    /// Ends it, and what it has started, before its time: another check has failed.
    pub fn stop(mut self) {
        drop(Command::new("pkill").args(["-P", &self.child.id().to_string()]).status());
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn started(command: &mut Command) -> Result<(String, Child, ChildStdout)> {
    let name = command.get_program().display().to_string();
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {name}"))?;
    let output = child.stdout.take().with_context(|| format!("listening to {name}"))?;
    Ok((name, child, output))
}

/// Reads what a test runner prints to its end.
fn hear(output: ChildStdout, mut show: impl FnMut(&str)) -> std::io::Result<Outcome> {
    let mut outcome = Outcome::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        show(&line);
        outcome.count.add(counts_of(&line));
        outcome.left_out.extend(line.strip_prefix("left out of ").map(str::to_owned));
        outcome.failed_files.extend(failed_file(&line).map(str::to_owned));
        outcome.failed_in_files += u64::from(failed_in_file(&line));
    }
    Ok(outcome)
}

/// What came of a test runner that has been heard to its end.
fn judged(name: &str, child: &mut Child, heard: std::io::Result<Outcome>) -> Result<Outcome> {
    let outcome = heard.with_context(|| format!("reading what {name} prints"))?;
    let ended = child.wait().with_context(|| format!("waiting for {name}"))?.success();
    let count = outcome.count;
    if count.passed + count.failed == 0 {
        println!("error: {name} ran no test");
    }
    Ok(Outcome { ok: ended && count.failed == 0 && count.passed > 0, ..outcome })
}

/// The file of browser tests that a line of node's tells of as failed, behind the title of a suite of a run of many files:
/// `    ✖ quick exit [exit] (12ms)`.
fn failed_file(line: &str) -> Option<&str> {
    line.strip_prefix("    ✖ ")?.rsplit_once("] (")?.0.rsplit_once(" [").map(|(_, name)| name)
}

/// Whether a line of node's tells of a failed test in such a suite.
fn failed_in_file(line: &str) -> bool {
    line.strip_prefix("      ").is_some_and(|rest| rest.trim_start().starts_with("✖ "))
}

/// What a line of a test runner's says about its counts, if it is its summary. cargo test and the browser's
/// runner have one line; node has a line for each number.
fn counts_of(line: &str) -> Count {
    let mut count = Count::default();
    if let Some((_, numbers)) = line.trim_start().strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) {
        for part in numbers.split(';') {
            let mut words = part.split_whitespace();
            let number = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
            match words.next() {
                Some("passed") => count.passed = number,
                Some("failed") => count.failed = number,
                Some("ignored") => count.skipped = number,
                _ => {}
            }
        }
    } else if let Some(rest) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
        match rest.split_once(' ').map(|(word, number)| (word, number.trim().parse())) {
            Some(("pass", Ok(number))) => count.passed = number,
            // A test that was cancelled has not passed.
            Some(("fail" | "cancelled", Ok(number))) => count.failed = number,
            Some(("skipped" | "todo", Ok(number))) => count.skipped = number,
            _ => {}
        }
    }
    count
}

/// The last line: what was counted in all.
pub fn closing(count: Count) -> String {
    let Count { passed, failed, skipped } = count;
    match skipped {
        0 => format!("{passed} passed, {failed} failed"),
        _ => format!("{passed} passed, {failed} failed, {skipped} skipped"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, closing, counts_of, failed_file, failed_in_file};

    fn sum(output: &str) -> Count {
        let mut count = Count::default();
        for line in output.lines() {
            count.add(counts_of(line));
        }
        count
    }

    #[test]
    fn cargo_and_the_browser_runner_are_read() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.02s\n\
            test result: FAILED. 5 passed; 1 failed; 0 ignored; 0 filtered out; finished in 0.30s\n";
        assert_eq!(sum(output), Count { passed: 7, failed: 1, skipped: 1 });
    }

    #[test]
    fn node_is_read() {
        let output = "✔ a (2ms)\nℹ tests 5\nℹ suites 1\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\nℹ duration_ms 50\n";
        assert_eq!(sum(output), Count { passed: 2, failed: 2, skipped: 1 });
        assert_eq!(sum(&output.replace('ℹ', "#")), Count { passed: 2, failed: 2, skipped: 1 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(sum("3 passed\nthe test result: ok. 9 passed; 0 failed\nℹ pass word\n"), Count::default());
    }

    #[test]
    fn a_failed_test_and_its_file_are_read() {
        assert_eq!(failed_file("    ✖ a page that attacks [hostile/attacks] (91234.5ms)"), Some("hostile/attacks"));
        for other in
            ["    ✔ quick exit [exit] (1ms)", "  ✖ in firefox (1ms)", "✖ in browsers (1ms)", "      ✖ a [b] (1ms)"]
        {
            assert_eq!(failed_file(other), None, "{other}");
        }
        assert!(failed_in_file("      ✖ by a click (1ms)"));
        assert!(!failed_in_file("    ✖ quick exit [exit] (1ms)") && !failed_in_file("✖ by a click (1ms)"));
    }

    #[test]
    fn the_closing_line_is_plain() {
        assert_eq!(closing(Count { passed: 12, failed: 0, skipped: 0 }), "12 passed, 0 failed");
        assert_eq!(closing(Count { passed: 1, failed: 2, skipped: 3 }), "1 passed, 2 failed, 3 skipped");
    }
}
