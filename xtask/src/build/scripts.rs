//! Scripts and styles, made small by esbuild.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::Value;

use super::Kind;
use crate::tools;

/// The oldest browsers that the scripts are written down for: those of the last four years or so. The module's own
/// instructions (reference types, bulk memory) ask for nothing newer.
const BROWSERS: &str = "--target=chrome97,edge97,firefox95,safari15.4";

/// The loader, as one classic script that defines no global of its own. It runs on pages of any charset, so it is
/// written in ASCII. `langs`, `build` and `style` are what it calls `PF_LANGS`, `PF_BUILD` and `PF_STYLE`.
pub fn loader(kind: Kind, entry: &Path, langs: &Value, build: &str, style: &str) -> Result<String> {
    loader_as("iife", kind, entry, langs, build, style)
}

/// The loader as a module for bundlers, which make it small themselves. As it stands here it has comments that tell them which files
/// to leave alone: those that it asks for by an address that only the page knows.
pub fn loader_module(entry: &Path, langs: &Value, build: &str, style: &str) -> Result<String> {
    loader_as("esm", Kind::Debug, entry, langs, build, style)
}

fn loader_as(format: &str, kind: Kind, entry: &Path, langs: &Value, build: &str, style: &str) -> Result<String> {
    let (build, style) = (Value::from(build), Value::from(style));
    let defined = [("LANGS", langs), ("BUILD", &build), ("STYLE", &style)];
    let mut flags = vec![format!("--format={format}"), "--charset=ascii".to_owned()];
    flags.extend(defined.map(|(name, value)| format!("--define:PF_{name}={value}")));
    bundle(kind, entry, &flags.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A script of the frame with everything that it imports.
pub fn script(kind: Kind, entry: &Path) -> Result<String> {
    // The glue would take the module's things down one by one where nobody holds them any more. It ends as a whole.
    let never = ["--define:FinalizationRegistry=undefined", "--define:Symbol.dispose=undefined"];
    bundle(kind, entry, &[&["--format=iife", "--charset=utf8"], &never[..]].concat())
}

/// The frame's first script. `tokens` is what it calls `PF_TOKENS`, and `menu` `PF_MENU`.
pub fn shell(kind: Kind, entry: &Path, tokens: &Value, menu: bool) -> Result<String> {
    let puts_in = [format!("--define:PF_TOKENS={tokens}"), format!("--define:PF_MENU={menu}")];
    bundle(kind, entry, &["--format=iife", "--charset=utf8", &puts_in[0], &puts_in[1]])
}

/// A module for other programs, with everything that it imports.
pub fn module(kind: Kind, entry: &Path) -> Result<String> {
    // Nothing older than the first versions in which a module can wait at its top.
    bundle(kind, entry, &["--format=esm", "--charset=utf8", "--target=es2022"])
}

/// The script of a page of tools, as a module. `tokens` is what it calls `PF_TOKENS`.
pub fn page_module(kind: Kind, entry: &Path, tokens: &Value) -> Result<String> {
    let tokens = format!("--define:PF_TOKENS={tokens}");
    bundle(kind, entry, &["--format=esm", "--charset=utf8", "--target=es2022", &tokens])
}

/// A module for Node, with everything that it imports but Node's own, and what drives a browser, which whoever wants it installs.
pub fn node_module(kind: Kind, entry: &Path) -> Result<String> {
    bundle(
        kind,
        entry,
        &["--format=esm", "--charset=utf8", "--platform=node", "--target=node20", "--external:puppeteer-core"],
    )
}

/// A style sheet with everything that it imports.
pub fn style(kind: Kind, entry: &Path) -> Result<String> {
    bundle(kind, entry, &["--charset=utf8"])
}

fn bundle(kind: Kind, entry: &Path, flags: &[&str]) -> Result<String> {
    let mut esbuild = tools::npm_tool("esbuild");
    // What ships does not depend on how strictly types are checked (www/tsconfig.json): esbuild would read that file too, and
    // put "use strict" into every script.
    let checked = "--tsconfig-raw={}";
    esbuild
        .arg(entry)
        .args(["--bundle", BROWSERS, checked, "--log-level=warning", "--legal-comments=none"])
        .args(flags);
    if kind == Kind::Release {
        esbuild.arg("--minify");
    }
    let text = tools::read(&mut esbuild, &format!("esbuild of {}", entry.display()))?;
    Ok(text.trim_end().to_owned())
}

/// Fails if a script can't stand inside a page: an end tag or a comment in it would cut it short.
pub fn fits_inside_a_page(script: &str, what: &str) -> Result<()> {
    let lower = script.to_ascii_lowercase();
    for cut in ["</script", "<script", "<!--", "</style"] {
        if lower.contains(cut) {
            bail!("{what} contains {cut}, which would end it early inside a page");
        }
    }
    if script.contains(['\0', '\r']) {
        bail!("{what} contains a character that a page does not keep as it is");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::fits_inside_a_page;

    #[test]
    fn what_would_cut_a_script_short_is_refused() {
        assert!(fits_inside_a_page("a<b", "it").is_ok());
        for cut in ["x</SCRIPT>", "<!-- x", "<script>", "a\rb", "a\0b"] {
            assert!(fits_inside_a_page(cut, "it").is_err(), "{cut}");
        }
    }
}
