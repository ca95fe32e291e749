//! `cargo xtask check`: what is wrong in a configuration, by line and column. It is the `check` of the npm package.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use crate::build::{Kind, parts, scripts};
use crate::tools;

/// Writes the command as one module for Node, and gives its path.
pub fn write(kind: Kind) -> Result<PathBuf> {
    let reader = parts::reader(kind)?;
    let folder = tools::target().join("check-command");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let command = json!(tools::root().join("packages/npm/cli/check.js"));
    let entry = folder.join("entry.js");
    let text = format!(
        "import {{ start, problems, fields }} from {};\n\
         import {{ HELP, run }} from {command};\n\
         await start(Uint8Array.from(atob({}), (byte) => byte.charCodeAt(0)));\n\
         export const reader = {{ problems, fields }};\n\
         export {{ HELP }};\n\
         export const check = (words, to) => run(reader, words, to);\n\
         if (process.argv[1] === import.meta.filename) {{\n\
           const to = {{ out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) }};\n\
           process.exitCode = await check(process.argv.slice(2), to);\n\
         }}\n",
        reader.glue, reader.bytes
    );
    fs::write(&entry, text).with_context(|| format!("writing {}", entry.display()))?;
    let path = folder.join("check.mjs");
    fs::write(&path, scripts::node_module(kind, &entry)? + "\n")
        .with_context(|| format!("writing {}", path.display()))?;
    Ok(path)
}

/// Runs the command. Whether nothing is wrong.
pub fn run(words: &[OsString]) -> Result<bool> {
    let path = write(Kind::Debug)?;
    let status = Command::new("node").arg(path).args(words).status().context("starting node")?;
    Ok(status.success())
}
