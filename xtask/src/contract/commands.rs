//! The npm package's commands that read configurations, as one module; `cargo xtask check` runs one of them.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use super::outline;
use super::words::Words;
use crate::build::{Kind, parts, scripts};
use crate::tools;

/// Writes the commands as one module for Node, and gives its path.
pub fn write(kind: Kind) -> Result<PathBuf> {
    let reader = parts::reader(kind)?;
    let folder = tools::target().join("commands");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let commands = json!(tools::root().join("packages/npm/cli/commands.js"));
    let entry = folder.join("entry.js");
    let text = format!(
        "import {{ start, problems, fields }} from {};\n\
         import {{ commandsOf }} from {commands};\n\
         await start(Uint8Array.from(atob({}), (byte) => byte.charCodeAt(0)));\n\
         export const commands = commandsOf({{ problems, fields }}, {});\n\
         if (process.argv[1] === import.meta.filename) {{\n\
           const to = {{ out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) }};\n\
           const [command, ...words] = process.argv.slice(2);\n\
           process.exitCode = await commands[command](words, to);\n\
         }}\n",
        reader.glue,
        reader.bytes,
        outline::outline(&Words::read()?)?
    );
    fs::write(&entry, text).with_context(|| format!("writing {}", entry.display()))?;
    let path = folder.join("commands.mjs");
    fs::write(&path, scripts::node_module(kind, &entry)? + "\n")
        .with_context(|| format!("writing {}", path.display()))?;
    Ok(path)
}

/// Runs `check`. Whether nothing is wrong.
pub fn run(words: &[OsString]) -> Result<bool> {
    let path = write(Kind::Debug)?;
    let status = Command::new("node").arg(path).arg("check").args(words).status().context("starting node")?;
    Ok(status.success())
}
