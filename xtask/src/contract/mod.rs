//! `cargo xtask schema`: what a configuration may hold, for editors, programs and people, from the reader's own tables.

pub mod commands;
#[cfg(test)]
mod draws;
mod guide;
pub mod outline;
mod patterns;
pub mod schema;
mod types;
pub mod words;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::tools;

pub const HELP: &str = "\
Write what a configuration may hold, from the tables that the finder reads it by.

Usage: cargo xtask schema

  target/schema/finder.schema.json   a JSON Schema, by which editors offer and mark fields
  target/schema/finder.d.ts          the same as types of TypeScript
  docs/configuration.md              its tables of fields, in their place

The words are those of www/words/config.en.json, which the configurator's form has as well.

Options:
  -h, --help   This text
";

/// The JSON Schema's file name, which configurations name in `$schema`.
pub const SCHEMA: &str = "finder.schema.json";
/// That of the types.
pub const TYPES: &str = "finder.d.ts";
const GUIDE: &str = "docs/configuration.md";

/// The JSON Schema, as its file has it.
pub fn schema_text() -> Result<String> {
    Ok(serde_json::to_string_pretty(&schema::schema(&words::Words::read()?)?)? + "\n")
}

/// The schema and the types, as files by their names.
pub fn files() -> Result<Vec<(String, String)>> {
    Ok(vec![(SCHEMA.to_owned(), schema_text()?), (TYPES.to_owned(), types::types(&words::Words::read()?)?)])
}

/// Writes everything.
pub fn run() -> Result<()> {
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    for (name, text) in files()? {
        let path = folder.join(&name);
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        tools::say(&format!("target/schema/{name} is written"));
    }
    let (path, guide) = guide()?;
    let filled = guide::filled(&guide, &words::Words::read()?)?;
    if filled != guide {
        fs::write(&path, filled).with_context(|| format!("writing {GUIDE}"))?;
        tools::say(&format!("{GUIDE} has its tables anew"));
    }
    Ok(())
}

/// Where the schema and the types go.
fn folder() -> PathBuf {
    tools::target().join("schema")
}

fn guide() -> Result<(PathBuf, String)> {
    let path = tools::root().join(GUIDE);
    let text = fs::read_to_string(&path).with_context(|| format!("reading {GUIDE}"))?;
    Ok((path, text))
}

#[cfg(test)]
mod tests;
