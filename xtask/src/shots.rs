//! `cargo xtask shots`: pictures of every screen, for people to look at.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::build::{self, Kind};
use crate::tools::{self, BROWSERS};

pub const HELP: &str = "\
Take pictures of every screen, for people to look at.

Usage: cargo xtask shots [--out DIR] [--palettes] [--no-build]

Every question, error, safety screen and kind of result, at 360 and 1280 pixels, light and dark, in both languages, in
Chromium; about three minutes. index.html in the same folder shows them side by side. Nothing is written into the
repository.

Options:
  -o, --out DIR    Where to: a new folder among the system's temporary files if not given
      --palettes   A few visits in the colors of several brands instead
      --no-build   Show dist/ as it is
  -h, --help       This text
";

/// What is asked for.
#[derive(Default)]
pub struct Options {
    pub out: Option<PathBuf>,
    pub palettes: bool,
    pub no_build: bool,
}

/// Takes the pictures, and prints the folder.
pub fn run(options: &Options) -> Result<()> {
    tools::ensure_npm()?;
    tools::ensure_browsers(&BROWSERS[..1])?;
    if !options.no_build {
        build::run(Kind::Release)?;
    }
    let ours = || env::temp_dir().join(format!("program-finder-shots-{}", std::process::id()));
    let out = std::path::absolute(options.out.clone().unwrap_or_else(ours)).context("naming the folder")?;
    ensure!(!out.starts_with(tools::root()), "{} is in the repository: name a folder outside", out.display());
    let mut node = Command::new("node");
    node.current_dir(tools::root()).arg("tests/e2e/support/shots.mjs").arg(&out);
    if options.palettes {
        node.arg("--palettes");
    }
    tools::run(&mut node, "taking pictures")?;
    println!("{}", out.join("index.html").display());
    Ok(())
}
