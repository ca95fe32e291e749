//! `cargo xtask fuzz`: bytes and questionnaires that nobody would think of.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use crate::tools;

pub const HELP: &str = "\
Feed the readers of configurations and of answers with bytes, and the engine with questionnaires, at random.

Usage: cargo xtask fuzz [--seconds N]

Installs cargo-fuzz into target/tools if it is not there. What breaks something is written to tests/fuzz/artifacts:
mend it, and put the file into tests/fuzz/corpus, which every run of the tests reads again.

Options:
  -s, --seconds N   How long each reader is fuzzed (60)
  -h, --help        This text
";

/// The fuzzer's targets: the files of tests/fuzz.
const TARGETS: [&str; 2] = ["configuration", "answers"];

/// Runs the fuzzer, and then the tests that draw questionnaires, with draws of their own.
pub fn run(seconds: u32) -> Result<()> {
    let fuzzer = tools::ensure_cargo_tool("cargo-fuzz", "0.13.2")?;
    for target in TARGETS {
        // What it finds out on the way is kept between runs, and apart from what is worth committing.
        let found = tools::target().join("fuzz").join(target);
        fs::create_dir_all(&found).with_context(|| format!("making {}", found.display()))?;
        let mut fuzz = tools::cargo_tool(&fuzzer, "fuzz");
        fuzz.args(["run", "--fuzz-dir", "tests/fuzz", target]);
        fuzz.arg(found).arg(format!("tests/fuzz/corpus/{target}"));
        fuzz.args(["--", "-max_len=8192"]).arg(format!("-max_total_time={seconds}"));
        // Its instrumentation is not in a stable compiler's promises, and there is no need of another compiler.
        fuzz.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", tools::target().join("fuzz/build"));
        tools::run(&mut fuzz, &format!("fuzzing {target}"))?;
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?;
    let seed = now.as_secs().to_string();
    tools::say(&format!("questionnaires at random, from PROPTEST_RNG_SEED={seed}"));
    let mut cargo = tools::cargo();
    cargo.args(["test", "--package", "program-finder", "--test", "engine", "random"]);
    cargo.env("PROPTEST_RNG_SEED", seed).env("PROPTEST_CASES", "3000");
    tools::run(&mut cargo, "questionnaires at random")
}
