//! Modules for other programs, which the npm package carries: nothing of them is downloaded by a visitor.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::json;

use super::{Kind, headless_folder, headless_module, read, scripts, wasm};
use crate::tools;

/// The core without a screen.
pub struct Headless {
    /// One classic script, for tests and the simulator: it sets `programFinder` to a promise of what src/api exports.
    pub script: String,
    /// A module that exports it.
    pub module: String,
    /// The types of that module.
    pub types: String,
}

/// Builds it in all its forms.
pub fn headless(kind: Kind) -> Result<Headless> {
    let (glue, bytes) = headless_module(kind)?;
    let folder = headless_folder();
    let script = format!(
        "import * as glue from {glue};\n\
         const bytes = Uint8Array.from(atob({bytes}), (byte) => byte.charCodeAt(0));\n\
         globalThis.programFinder = glue.start(bytes).then(() => glue);\n"
    );
    let module = format!(
        "import {{ start, decide, Session }} from {glue};\n\
         await start(Uint8Array.from(atob({bytes}), (byte) => byte.charCodeAt(0)));\n\
         export {{ decide, Session }};\n"
    );
    Ok(Headless {
        script: super::bundled(kind, &folder.join("entry.js"), &script)?,
        module: bundled(kind, &folder.join("module.js"), &module)?,
        types: read(&folder.join("program_finder.d.ts"))?,
    })
}

/// What names the problems of a configuration: `source` with the reader's module in it.
pub fn config(kind: Kind, source: &Path) -> Result<String> {
    let work = tools::target().join("check");
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
    let module = wasm::build(kind, "check", &work)?;
    let (glue, bytes, source) = (json!(module.glue), json!(BASE64.encode(&module.bytes)), json!(source));
    let text = format!(
        "import {{ start, problems }} from {glue};\n\
         import {{ checkWith }} from {source};\n\
         await start(Uint8Array.from(atob({bytes}), (byte) => byte.charCodeAt(0)));\n\
         export const check = checkWith(problems);\n"
    );
    bundled(kind, &work.join("package.js"), &text)
}

fn bundled(kind: Kind, entry: &Path, text: &str) -> Result<String> {
    fs::write(entry, text).with_context(|| format!("writing {}", entry.display()))?;
    Ok(scripts::module(kind, entry)? + "\n")
}
