//! `cargo xtask test`: every check, in order, up to the first that fails.

mod runner;

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use self::runner::{Beside, Count, Outcome, checked, closing, counted};
use crate::tools::{self, BROWSERS, WASM};

pub const HELP: &str = "\
Run every check, in order, up to the first that fails.

Usage: cargo xtask test [--quick | --full]

  tools       Get what is missing: the wasm target, npm packages, Chromium, Firefox and WebKit with what drives them
  format      cargo fmt --check
  lint        clippy, natively and for wasm; of scripts biome, their form as well, and tsc; a warning is a failure
  native      cargo test: units, tests/, the tools' own
  browser     tests/web.rs in headless Chromium
  build       dist/ and its budgets of size: begun before the first lint, it takes what that leaves of the machine
  end to end  tests/e2e with Chromium, Firefox and WebKit, on the demo's page
  proof       Every promise over every set of answers, and each promise broken by hand: begun before the browser tests,
              it takes what they leave of the machine

The last lines say what was left out, file by file, and sum up what the test runners counted.

Options:
  -q, --quick   Leave out the proof, Firefox, WebKit, tests/web.rs and most of tests/e2e: for a look between two edits
  -f, --full    Leave out nothing: every case of every matrix, recorder, look and window. Before a release
  -h, --help    This text
";

/// Whose types are checked: what visitors download, strictly; tests and the protocol's page.
const TYPED: [&str; 2] = ["www", "."];

/// The tests that need a browser's page: tests/web.rs.
const BROWSER_TESTS: &str = "web";

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
            Level::Quick => {
                "the proof, two of clippy's runs, Firefox, WebKit and most of the browser tests (`cargo xtask test` runs them)"
            }
            Level::Ordinary => "what repeats a check for every case of a matrix (`cargo xtask test --full` runs it)",
            Level::Full => "nothing",
        }
    }
}

/// One check.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(&mut Run) -> Result<Outcome>,
}

/// What the steps have to know of the run.
struct Run {
    level: Level,
    /// The build of dist/, once it is begun.
    build: Option<Beside>,
    /// The proof, once it is begun.
    proof: Option<Beside>,
    /// The files of browser tests that have failed beside the others and not by themselves.
    not_steady: Vec<String>,
}

const STEPS: [Step; 10] = [
    Step { name: "tools", what: "get what is missing", run: get_tools },
    Step { name: "format", what: "cargo fmt --check", run: format },
    Step { name: "lint scripts", what: "biome and tsc: form, faults and types of JavaScript", run: lint_scripts },
    Step { name: "lint", what: "clippy, natively", run: lint_native },
    Step { name: "lint for wasm", what: "clippy, for the browser", run: lint_wasm },
    Step { name: "native", what: "cargo test", run: native },
    Step { name: "browser", what: "wasm tests in headless Chromium", run: browser },
    Step { name: "build", what: "dist/ and its budgets", run: release },
    Step { name: "end to end", what: "real browsers on the demo's page", run: end_to_end },
    Step { name: "proof", what: "every promise over every set of answers", run: proof },
];

/// Runs the checks. Whether all of them passed.
pub fn run(level: Level) -> Result<bool> {
    let start = Instant::now();
    let mut run = Run { level, build: None, proof: None, not_steady: Vec::new() };
    let mut told = Vec::new();
    let mut left_out = Vec::new();
    let mut count = Count::default();
    let mut stopped = None;
    for (index, step) in STEPS.iter().enumerate() {
        println!("\n=== {}/{} {}: {}", index + 1, STEPS.len(), step.name, step.what);
        let begun = Instant::now();
        // What could not even be tried has failed like what was tried, and the summary still follows.
        let outcome = (step.run)(&mut run).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Outcome::default()
        });
        count.add(outcome.count);
        left_out.extend(outcome.left_out.iter().cloned());
        told.push(format!("{:>8}  {:<13}  {}", tools::took(begun), step.name, verdict(&outcome)));
        if !outcome.ok {
            stopped = Some(step.name);
            break;
        }
    }
    for beside in [run.build.take(), run.proof.take()].into_iter().flatten() {
        beside.stop();
    }
    println!("\n=== summary of the {} run", level.name());
    for line in &told {
        println!("{line}");
    }
    println!("{:>8}  in all", tools::took(start));
    println!("left out: {}", level.leaves_out());
    for line in &left_out {
        println!("  {line}");
    }
    for name in &run.not_steady {
        println!(
            "NOT STEADY: tests/e2e/{name}.test.mjs failed beside the others and passed twice by itself. Rewrite it."
        );
    }
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

fn get_tools(run: &mut Run) -> Result<Outcome> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm()?;
    tools::ensure_browsers(if run.level == Level::Quick { &BROWSERS[..3] } else { &BROWSERS })?;
    Ok(Outcome::fine())
}

fn format(_: &mut Run) -> Result<Outcome> {
    let mut cargo = tools::cargo();
    cargo.args(["fmt", "--all", "--check"]);
    checked(cargo)
}

fn lint_scripts(run: &mut Run) -> Result<Outcome> {
    begin_build(run)?;
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

fn lint_native(_: &mut Run) -> Result<Outcome> {
    let mut cargo = tools::cargo();
    cargo.args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"]);
    checked(cargo)
}

fn lint_wasm(run: &mut Run) -> Result<Outcome> {
    // As visitors get it, as the tests do, without a screen, what puts problems in words, and the configurator's preview.
    let tests = ["--test", BROWSER_TESTS, "--features", "std"];
    let lib = |feature| vec!["--lib", "--features", feature];
    let all = [lib("quiet"), tests.to_vec(), lib("headless"), lib("check"), lib("quiet,preview")];
    // Between two edits the last three say little that the first has not said.
    let few = if run.level == Level::Quick { 2 } else { all.len() };
    for what in all.into_iter().take(few) {
        let outcome = checked(clippy_for_wasm(&what))?;
        if !outcome.ok {
            return Ok(outcome);
        }
    }
    Ok(Outcome::fine())
}

fn clippy_for_wasm(what: &[&str]) -> Command {
    let mut cargo = tools::cargo();
    cargo.args(["clippy", "--quiet", "--package", "program-finder", "--target", WASM]).args(what);
    cargo.args(["--", "--deny", "warnings"]);
    cargo
}

fn native(run: &mut Run) -> Result<Outcome> {
    let mut cargo = tools::cargo();
    if run.level == Level::Full {
        cargo.env("PROGRAM_FINDER_DRAWS", "20000");
    }
    counted(cargo.args(["test", "--package", "program-finder", "--package", "xtask", "--no-fail-fast"]))
}

/// Begins the proof, which needs no browser, behind whatever else runs.
/// One test at a time: each runs on all cores by itself, and the counts say how long it took.
fn begin_proof(run: &mut Run) -> Result<()> {
    let mut cargo = tools::cargo();
    cargo.args(["test", "--profile", "proof", "--test", "proof", "--", "--nocapture", "--test-threads", "1"]);
    run.proof = Some(Beside::begin(&mut tools::politely(&cargo))?);
    Ok(())
}

fn proof(run: &mut Run) -> Result<Outcome> {
    match run.proof.take() {
        Some(proof) => proof.end(),
        None => {
            println!("left out of a quick run");
            Ok(Outcome::fine())
        }
    }
}

fn browser(run: &mut Run) -> Result<Outcome> {
    if run.level == Level::Quick {
        println!("left out of a quick run");
        return Ok(Outcome::fine());
    }
    begin_proof(run)?;
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

/// Begins the build, which uses one core of those that clippy leaves, behind whatever else runs.
// The optimized build in a quick run too: what is left in dist/ is then always what can be shipped.
fn begin_build(run: &mut Run) -> Result<()> {
    let mut xtask = Command::new(std::env::current_exe().context("looking for this program")?);
    xtask.current_dir(tools::root()).arg("build");
    run.build = Some(Beside::begin(&mut tools::politely(&xtask))?);
    Ok(())
}

fn release(run: &mut Run) -> Result<Outcome> {
    run.build.take().context("the build has not begun")?.end_uncounted()
}

/// What a quick run shows of the browser tests: whole visits and each of their steps, the seal, the way out.
const QUICK: [&str; 4] = ["exit", "frame", "paths", "steps"];

/// Those that share no browser with the others. The one waits for cargo without giving way; the other measures.
const APART: [&str; 2] = ["parity", "speed"];

fn end_to_end(run: &mut Run) -> Result<Outcome> {
    let level = run.level;
    let (mut together, mut apart, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for name in end_to_end_tests()? {
        let path = format!("tests/e2e/{name}.test.mjs");
        let text = fs::read_to_string(tools::root().join(&path)).with_context(|| format!("reading {path}"))?;
        if level == Level::Quick && !QUICK.contains(&name.as_str()) {
            left_out.push(name);
        } else if text.contains("inEach") && !APART.contains(&name.as_str()) {
            together.push(name);
        } else {
            apart.push(path);
        }
    }
    let node = |files: &[String]| {
        let mut node = Command::new("node");
        node.current_dir(tools::root()).args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(files);
        node.env("PROGRAM_FINDER_LEVEL", level.name());
        let browsers = if level == Level::Quick { "chromium" } else { "chromium,firefox,webkit" };
        node.env("PROGRAM_FINDER_BROWSERS", browsers);
        node
    };
    // Those that start no browser, or one of their own, go beside those that share one an engine.
    let apart = if apart.is_empty() { None } else { Some(Beside::begin(&mut node(&apart))?) };
    let mut all = node(&["tests/e2e/support/all.mjs".to_owned()]);
    let mut outcome = counted(all.env("PROGRAM_FINDER_FILES", together.join(",")))?;
    if !outcome.ok {
        try_by_themselves(&mut outcome, run, node)?;
    }
    if let Some(others) = apart.map(Beside::end).transpose()? {
        outcome.ok &= others.ok;
        outcome.count.add(others.count);
        outcome.left_out.extend(others.left_out);
    }
    if !left_out.is_empty() {
        let names = left_out.join(", ");
        outcome.left_out.push(format!("{} of the files of browser tests: {names}", left_out.len()));
    }
    Ok(outcome)
}

/// More files than this do not fail by chance.
const FEW: usize = 3;

/// Runs the files that have failed twice more, by themselves. Only what passes both times was disturbed by what ran beside it.
/// The last lines name it as not steady.
fn try_by_themselves(outcome: &mut Outcome, run: &mut Run, node: impl Fn(&[String]) -> Command) -> Result<()> {
    let files: Vec<_> = outcome.failed_files.iter().map(|name| format!("tests/e2e/{name}.test.mjs")).collect();
    if files.is_empty() || files.len() > FEW || outcome.failed_in_files != outcome.count.failed {
        return Ok(());
    }
    for time in ["once", "twice"] {
        println!("\n--- by themselves, {time}: {}", files.join(", "));
        if !counted(&mut node(&files))?.ok {
            return Ok(());
        }
    }
    run.not_steady.extend(outcome.failed_files.iter().cloned());
    outcome.count.failed = 0;
    outcome.ok = true;
    Ok(())
}

/// The files of end-to-end tests, as paths in their folder without the ending, in the order of their names.
fn end_to_end_tests() -> Result<Vec<String>> {
    let root = tools::root().join("tests/e2e");
    let mut names = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = file?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Some(name) =
                path.strip_prefix(&root)?.to_str().and_then(|name| name.strip_suffix(".test.mjs"))
            {
                names.push(name.to_owned());
            }
        }
    }
    names.sort();
    anyhow::ensure!(
        QUICK.iter().all(|name| names.iter().any(|one| one == name)),
        "{} lacks some of {QUICK:?}",
        root.display()
    );
    Ok(names)
}
