//! Pieces of a build that tools for providers are made of. None of it is downloaded by a visitor.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::{Value, json};

use super::frame::{self, Parts};
use super::{Kind, Switch, bundled, catalog, catalogs, payload, read, scripts, shell, streams, tokens, wasm};
use crate::tools;

/// A module as JavaScript imports it: the path of its glue, and its bytes in base64, both as JavaScript writes them.
pub struct Import {
    pub glue: Value,
    pub bytes: Value,
}

/// The frames of the preview.
pub struct Preview {
    /// The document of each language.
    pub frames: Vec<(String, String)>,
    /// The style sheet that each of them has.
    pub style: String,
}

/// What names the problems of a configuration (src/api/check.rs).
pub fn reader(kind: Kind) -> Result<Import> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm()?;
    // Beside that of the build, which may run at the same time.
    let work = tools::target().join("reader");
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
    let module = wasm::build(kind, "check", &work)?;
    Ok(Import { glue: json!(module.glue), bytes: json!(BASE64.encode(&module.bytes)) })
}

/// The frame of the configurator's preview, by language: the finder as visitors have it, which can also be told to show the result
/// of answers that are made up. Visitors' frames have no such way in.
pub fn preview(kind: Kind) -> Result<Preview> {
    let work = tools::target().join("preview");
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
    let module = wasm::build(kind, "quiet,preview", &work)?;
    let www = tools::root().join("www");
    let catalogs = catalogs(&www.join("text"))?;
    let switch = Switch::of(&catalogs);
    let template = read(&www.join("frame/frame.html"))?.replace("{{switch}}", switch.markup());
    let style = scripts::style(kind, &www.join("frame").join(switch.style()))?;
    let known = catalog::known(&catalogs)?;
    let handed = payload::script(&streams::sorted(&module.bytes)?)?;
    let door = json!(www.join("configure/door.js"));
    let mut frames = Vec::new();
    for catalog in &catalogs {
        let lang = &catalog.lang;
        let text = catalog.packed()?.to_string();
        let entry = format!(
            "import * as glue from {};\nimport {{ opened }} from {door};\nPF_CORE(opened(glue), {text});\n",
            json!(module.glue)
        );
        let core = bundled(kind, &work.join(format!("core.{lang}.js")), &entry)?;
        let parts = Parts { template: &template, style: &style, catalog, core: &core, module: &handed };
        let frame = frame::file(&parts, &shell(kind, &work, lang, &known, switch, None)?)?;
        frames.push((lang.clone(), frame));
    }
    Ok(Preview { frames, style })
}

/// A script of a tool's page with everything that it imports. It may wait at its top, and knows what the frame's script knows of
/// tokens.
pub fn page_script(kind: Kind, entry: &Path) -> Result<String> {
    scripts::page_module(kind, entry, &tokens())
}
