//! `cargo xtask test`: every check, in order, up to the first that fails.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::build::{self, Kind};
use crate::tools::{self, BROWSERS, WASM};

pub const HELP: &str = "\
Run every check, in order, up to the first that fails.

Usage: cargo xtask test [--quick | --full]

  tools       Get what is missing: the wasm target, npm packages, Chromium, Firefox and WebKit with what drives them
  format      cargo fmt --check
  lint        clippy, natively and for wasm; of scripts biome, their form as well, and tsc; a warning is a failure
  native      cargo test: units, tests/, the tools' own
  proof       Every promise over every set of answers, and each promise broken by hand
  browser     tests/web.rs in headless Chromium
  build       dist/ and its budgets of size
  end to end  tests/e2e with Chromium, Firefox and WebKit, on the demo's page

The last lines say what was left out and sum up what the test runners counted.

Options:
  -q, --quick   Leave out the proof, Firefox, WebKit and most of the browser tests: for a look between two edits
  -f, --full    Leave out nothing: every recorder in every place, every look in every width. Before a release
  -h, --help    This text
";

/// Whose types are checked: what visitors download, strictly; tests and the protocol's page.
const TYPED: [&str; 2] = ["www", "."];

/// The tests that need a browser's page: tests/web.rs.
const BROWSER_TESTS: &str = "web";

/// What a test runner has counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// How much of the checks is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Between two edits.
    Quick,
    /// Before every commit that others get, and in CI.
    Ordinary,
    /// Before a release: also what takes hours or repeats one check in every place.
    Full,
}

impl Level {
    /// The name by which the browser tests are told (`PROGRAM_FINDER_LEVEL`).
    fn name(self) -> &'static str {
        match self {
            Level::Quick => "quick",
            Level::Ordinary => "ordinary",
            Level::Full => "full",
        }
    }

    /// What a run of this level leaves out, for its last lines.
    fn leaves_out(self) -> &'static str {
        match self {
            Level::Quick => "the proof, Firefox, WebKit and most of the browser tests (`cargo xtask test` runs them)",
            Level::Ordinary => {
                "every recorder in every place and every look in every width (`cargo xtask test --full` runs them)"
            }
            Level::Full => "nothing",
        }
    }
}

/// One check.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(Level) -> Result<Outcome>,
}

/// What came of a check.
#[derive(Default)]
struct Outcome {
    ok: bool,
    count: Count,
}

impl Outcome {
    const FINE: Outcome = Outcome { ok: true, count: Count { passed: 0, failed: 0, skipped: 0 } };
}

const STEPS: [Step; 10] = [
    Step { name: "tools", what: "get what is missing", run: get_tools },
    Step { name: "format", what: "cargo fmt --check", run: format },
    Step { name: "lint scripts", what: "biome and tsc: form, faults and types of JavaScript", run: lint_scripts },
    Step { name: "lint", what: "clippy, natively", run: lint_native },
    Step { name: "lint for wasm", what: "clippy, for the browser", run: lint_wasm },
    Step { name: "native", what: "cargo test", run: native },
    Step { name: "proof", what: "every promise over every set of answers", run: proof },
    Step { name: "browser", what: "wasm tests in headless Chromium", run: browser },
    Step { name: "build", what: "dist/ and its budgets", run: release },
    Step { name: "end to end", what: "real browsers on the demo's page", run: end_to_end },
];

/// Runs the checks. Whether all of them passed.
pub fn run(level: Level) -> Result<bool> {
    let start = Instant::now();
    let mut told = Vec::new();
    let mut count = Count::default();
    let mut stopped = None;
    for (index, step) in STEPS.iter().enumerate() {
        println!("\n=== {}/{} {}: {}", index + 1, STEPS.len(), step.name, step.what);
        let begun = Instant::now();
        // What could not even be tried has failed like what was tried, and the summary still follows.
        let outcome = (step.run)(level).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Outcome::default()
        });
        count.add(outcome.count);
        told.push(format!("{:>8}  {:<13}  {}", tools::took(begun), step.name, verdict(&outcome)));
        if !outcome.ok {
            stopped = Some(step.name);
            break;
        }
    }
    println!("\n=== summary of the {} run", level.name());
    for line in &told {
        println!("{line}");
    }
    println!("{:>8}  in all", tools::took(start));
    println!("left out: {}", level.leaves_out());
    if let Some(name) = stopped {
        let left: Vec<_> = STEPS[told.len()..].iter().map(|step| step.name).collect();
        println!(
            "FAILED at: {name}{}",
            if left.is_empty() { String::new() } else { format!("; not run: {}", left.join(", ")) }
        );
    }
    println!("{}", closing(count));
    Ok(stopped.is_none())
}

fn verdict(outcome: &Outcome) -> String {
    let count = match outcome.count {
        Count { passed: 0, failed: 0, .. } => String::new(),
        Count { passed, failed, .. } => format!(", {passed} passed, {failed} failed"),
    };
    format!("{}{count}", if outcome.ok { "ok" } else { "FAILED" })
}

fn closing(count: Count) -> String {
    let Count { passed, failed, skipped } = count;
    match skipped {
        0 => format!("{passed} passed, {failed} failed"),
        _ => format!("{passed} passed, {failed} failed, {skipped} skipped"),
    }
}

fn get_tools(level: Level) -> Result<Outcome> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm()?;
    tools::ensure_browsers(if level == Level::Quick { &BROWSERS[..2] } else { &BROWSERS })?;
    Ok(Outcome::FINE)
}

fn format(_: Level) -> Result<Outcome> {
    let mut cargo = tools::cargo();
    cargo.args(["fmt", "--all", "--check"]);
    checked(cargo)
}

fn lint_scripts(_: Level) -> Result<Outcome> {
    let mut biome = tools::npm_tool("biome");
    biome.args(["ci", "--error-on-warnings", "--log-level=warn", "--colors=off"]);
    let mut outcome = checked(biome)?;
    for project in TYPED {
        let mut tsc = tools::npm_tool("tsc");
        tsc.args(["--project", project]);
        outcome.ok &= checked(tsc)?.ok;
    }
    Ok(outcome)
}

fn lint_native(_: Level) -> Result<Outcome> {
    let mut cargo = tools::cargo();
    cargo.args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"]);
    checked(cargo)
}

fn lint_wasm(_: Level) -> Result<Outcome> {
    // As visitors get it, as the tests do, without a screen, what puts problems in words, and the configurator's preview.
    let tests = ["--test", BROWSER_TESTS, "--features", "std"];
    let lib = |feature| vec!["--lib", "--features", feature];
    for what in [lib("quiet"), tests.to_vec(), lib("headless"), lib("check"), lib("quiet,preview")] {
        let outcome = checked(clippy_for_wasm(&what))?;
        if !outcome.ok {
            return Ok(outcome);
        }
    }
    Ok(Outcome::FINE)
}

fn clippy_for_wasm(what: &[&str]) -> Command {
    let mut cargo = tools::cargo();
    cargo.args(["clippy", "--quiet", "--package", "program-finder", "--target", WASM]).args(what);
    cargo.args(["--", "--deny", "warnings"]);
    cargo
}

fn native(level: Level) -> Result<Outcome> {
    let mut cargo = tools::cargo();
    if level == Level::Full {
        cargo.env("PROGRAM_FINDER_DRAWS", "20000");
    }
    counted(cargo.args(["test", "--package", "program-finder", "--package", "xtask", "--no-fail-fast"]))
}

/// One test at a time: each runs on all cores by itself, and the counts say how long it took.
fn proof(level: Level) -> Result<Outcome> {
    if level == Level::Quick {
        println!("left out of a quick run");
        return Ok(Outcome::FINE);
    }
    let mut cargo = tools::cargo();
    cargo.args(["test", "--profile", "proof", "--test", "proof", "--", "--nocapture", "--test-threads", "1"]);
    counted(&mut cargo)
}

fn browser(_: Level) -> Result<Outcome> {
    let runner = runner()?;
    let driver = tools::find("chromedriver").context("chromedriver is missing: Debian's package is chromium-driver")?;
    let mut cargo = tools::cargo();
    cargo.args(["test", "--package", "program-finder", "--features", "std"]);
    cargo.args(["--target", WASM, "--test", BROWSER_TESTS]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("CHROMEDRIVER", driver);
    // The runner picks any driver that it finds named; a geckodriver of the machine's must not come first.
    cargo.env_remove("GECKODRIVER").env_remove("SAFARIDRIVER").env_remove("MSEDGEDRIVER");
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", tools::root().join("xtask/runner/webdriver.json"));
    // In seconds, for a machine that has other things to do as well.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "120").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    counted(&mut cargo)
}

/// Builds what runs wasm tests in a browser.
fn runner() -> Result<PathBuf> {
    tools::say("building the runner of browser tests (about a minute the first time)");
    tools::run(tools::cargo().args(["build", "--quiet", "--package", "test-runner"]), "building the runner")?;
    Ok(tools::target().join("debug/test-runner"))
}

// The optimized build in a quick run too: what is left in dist/ is then always what can be shipped.
fn release(_: Level) -> Result<Outcome> {
    build::run(Kind::Release)?;
    Ok(Outcome::FINE)
}

/// What a quick run shows of the browser tests: whole visits and each of their steps, the seal, the way out, the programs.
const QUICK: [&str; 6] = ["exit", "frame", "narrow", "parity", "paths", "steps"];

fn end_to_end(level: Level) -> Result<Outcome> {
    let quick = level == Level::Quick;
    let folder = tools::root().join("tests/e2e");
    let mut files = tests_in(&folder, quick)?;
    anyhow::ensure!(files.len() >= QUICK.len(), "{} lacks some of {QUICK:?}", folder.display());
    files.extend(tests_in(&folder.join("configure"), quick)?);
    files.extend(tests_in(&folder.join("hostile"), quick)?);
    files.extend(tests_in(&folder.join("hosts"), quick)?);
    files.extend(tests_in(&folder.join("release"), quick)?);
    let mut node = Command::new("node");
    // One file after the other: each runs its browsers side by side.
    node.current_dir(tools::root()).args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(files);
    node.env("PROGRAM_FINDER_LEVEL", level.name());
    node.env("PROGRAM_FINDER_BROWSERS", if quick { "chromium" } else { "chromium,firefox,webkit" });
    counted(&mut node)
}

/// The end-to-end tests, in the order of their names.
fn tests_in(folder: &Path, quick: bool) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = file?.path();
        let name = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".test.mjs"));
        if name.is_some_and(|name| !quick || QUICK.contains(&name)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Runs a check that counts nothing.
fn checked(mut command: Command) -> Result<Outcome> {
    let status = command.status().with_context(|| format!("starting {}", command.get_program().display()))?;
    Ok(Outcome { ok: status.success(), count: Count::default() })
}

/// Runs a test runner, shows what it prints, and adds up what it counts.
fn counted(command: &mut Command) -> Result<Outcome> {
    let name = command.get_program().display().to_string();
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {name}"))?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.with_context(|| format!("reading what {name} prints"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            count.add(counts_of(&line));
        }
    }
    let ok = child.wait().with_context(|| format!("waiting for {name}"))?.success();
    if count.passed + count.failed == 0 {
        println!("error: {name} ran no test");
    }
    Ok(Outcome { ok: ok && count.failed == 0 && count.passed > 0, count })
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

#[cfg(test)]
mod tests {
    use super::{Count, closing, counts_of};

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
    fn the_closing_line_is_plain() {
        assert_eq!(closing(Count { passed: 12, failed: 0, skipped: 0 }), "12 passed, 0 failed");
        assert_eq!(closing(Count { passed: 1, failed: 2, skipped: 3 }), "1 passed, 2 failed, 3 skipped");
    }
}
