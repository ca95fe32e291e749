//! `cargo xtask mutants`: would the tests notice if a line of the rules' engine were another?

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{figures, tools};

pub const HELP: &str = "\
Change the engine, the rules and the matching, one place at a time, and see that a test fails each time.

Usage: cargo xtask mutants [PART] [--again]

Installs cargo-mutants into target/tools if it is not there. On two cores it takes about an hour, most of it for the
PART engine; the others are content and matching. The figures go to ARCHITECTURE.md; what no test noticed is listed, and
the command fails. What is left out, since no test could tell it from the original, is in .cargo/mutants.toml with a
reason for each.

Options:
      --again   Try only what no test has noticed so far, and count the rest as it was: after new tests, or after a
                run that was stopped
  -h, --help    This text
";

/// How a change ended, as cargo-mutants writes it to outcomes.json.
#[derive(Deserialize)]
struct Outcomes {
    outcomes: Vec<Outcome>,
}

#[derive(Deserialize)]
struct Outcome {
    summary: String,
}

/// What is changed, and the tests that have to notice: those that are about it, since each is built anew for each change.
const PARTS: [(&str, &[&str], &[&str]); 3] = [
    ("engine", &["src/engine/**/*.rs"], &["--lib", "--test=engine", "--test=cases"]),
    ("content", &["src/content/**/*.rs"], &["--lib", "--test=cases", "--test=record", "--test=content"]),
    ("matching", &["src/provider/matching.rs", "src/provider/filter.rs"], &["--lib", "--test=config"]),
];

/// The names of the parts.
pub fn parts() -> [&'static str; 3] {
    PARTS.map(|(part, ..)| part)
}

/// Runs cargo-mutants on one part, or on all of them. Whether a test noticed every change.
pub fn run(only: Option<&str>, again: bool) -> Result<bool> {
    let program = tools::ensure_cargo_tool("cargo-mutants", "27.1.0")?;
    let mut noticed = true;
    for (part, files, tests) in PARTS.into_iter().filter(|(part, ..)| only.is_none_or(|only| only == *part)) {
        let out = tools::target().join("mutants").join(part);
        fs::create_dir_all(&out).with_context(|| format!("making {}", out.display()))?;
        let of_part = || {
            let mut cargo = tools::cargo_tool(&program, "mutants");
            cargo.args(["--colors", "never"]).args(files.iter().map(|files| format!("--file={files}")));
            cargo
        };
        let changes = tools::read(of_part().arg("--list"), "cargo-mutants")?.lines().count();
        let mut cargo = of_part();
        cargo.arg("--output").arg(&out).args(["--jobs", "2"]).args(again.then_some("--iterate"));
        cargo.args(tests.iter().map(|test| format!("--cargo-test-arg={test}")));
        // Fewer draws a change: one that matters shows in the first few.
        cargo.env("PROPTEST_CASES", "20");
        // Without debug information, which nobody reads. A little optimized, the tests take a tenth of the time.
        for profile in ["DEV", "TEST"] {
            cargo.env(format!("CARGO_PROFILE_{profile}_DEBUG"), "0");
            cargo.env(format!("CARGO_PROFILE_{profile}_OPT_LEVEL"), "1");
        }
        // It builds in a copy of the tree, which must not share this one's folder.
        cargo.env_remove("CARGO_TARGET_DIR");
        let status = cargo.status().context("starting cargo-mutants")?;
        // 2 and 3 say that a change went unnoticed or took too long; anything else is a failure of the tool.
        if !status.success() && !matches!(status.code(), Some(2 | 3)) {
            bail!("cargo-mutants failed ({status})");
        }
        noticed &= status.code() != Some(2);
        let out = out.join("mutants.out");
        // There is no such file where nothing was left to try.
        let outcomes =
            fs::read_to_string(out.join("outcomes.json")).unwrap_or_else(|_| r#"{"outcomes": []}"#.to_owned());
        let outcomes: Outcomes = serde_json::from_str(&outcomes).context("cargo-mutants' outcomes.json")?;
        let said = sentence(changes, &outcomes.outcomes);
        tools::print(&format!("{part}: {said}\n"))?;
        figures::write(&format!("mutants-{part}"), &said)?;
        figures::run()?;
    }
    Ok(noticed)
}

/// One sentence on so many changes, of which the last run came to these outcomes. What it did not try was noticed before.
fn sentence(changes: usize, outcomes: &[Outcome]) -> String {
    let count = |name| outcomes.iter().filter(|outcome| outcome.summary == name).count();
    let (slow, missed) = (count("Timeout"), count("MissedMutant"));
    let noticed = changes - slow - missed;
    format!(
        "Of {changes} changes {noticed} were noticed by a test or by the compiler; {slow} made a loop endless, {missed} went unnoticed."
    )
}

#[cfg(test)]
mod tests {
    use super::{Outcomes, sentence};

    #[test]
    fn outcomes_are_counted() {
        let outcome = |summary: &str| format!("{{\"summary\": \"{summary}\", \"phase_results\": []}}");
        let all = ["Success", "CaughtMutant", "Unviable", "MissedMutant", "Timeout"].map(outcome);
        let read: Outcomes = serde_json::from_str(&format!("{{\"outcomes\": [{}]}}", all.join(", "))).unwrap();
        assert_eq!(
            sentence(10, &read.outcomes),
            "Of 10 changes 8 were noticed by a test or by the compiler; 1 made a loop endless, 1 went unnoticed."
        );
    }
}
