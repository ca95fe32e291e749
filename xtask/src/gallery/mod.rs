//! `cargo xtask gallery`: a page with every kind of screen in each language, painted by the finder itself.

mod walks;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use program_finder::content::{VERSION, fingerprint};
use program_finder::provider::Config;
use serde_json::json;

use crate::build::{Kind, parts, scripts, template};
use crate::protocol::words::Words;
use crate::protocol::{html, simulator, write};
use crate::{configure, json, tools};

pub const HELP: &str = "\
Write a page with every kind of screen in each language, for whoever translates or reviews them.

Usage: cargo xtask gallery [--out FILE] [--debug]

It is one file that needs no server and asks for nothing: the finder is inside, and paints each screen as visitors see it, by the
named cases of tests/cases. Under each stand the keys of its texts. `cargo xtask shots` takes pictures in a browser instead.

Options:
  -o, --out FILE   Where to write it; target/gallery/screens.html if not given
      --debug      An unoptimized module: builds faster
  -h, --help       This text
";

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("main.js");

/// Builds the module and writes the page.
pub fn run(out: Option<PathBuf>, kind: Kind) -> Result<()> {
    let path = out.unwrap_or_else(|| tools::target().join("gallery/screens.html"));
    write(&path, &page(&parts::preview(kind)?)?)?;
    tools::say(&format!("{} is written", path.display()));
    Ok(())
}

/// The page, with these frames.
pub fn page(preview: &parts::Preview) -> Result<String> {
    let demo =
        fs::read_to_string(tools::root().join("www/demo/finder.json")).context("reading the demo's configuration")?;
    let mut shown: serde_json::Map<_, _> = serde_json::from_str(&demo).context("reading the demo's configuration")?;
    // A picture is a file of the website, which is not here.
    shown.remove("logo");
    let shown = serde_json::to_string(&shown)?;
    let (config, _) = Config::read(&json::read(&shown)?);
    let catalogs = preview.frames.iter().map(|(lang, _)| {
        Ok((lang.clone(), Words::read(&tools::root().join("www/text").join(lang).with_extension("json"))?))
    });
    let catalogs: Vec<_> = catalogs.collect::<Result<_>>()?;
    let walks = walks::walks(&simulator::cases(&tools::root().join("tests/cases"))?, &config)?;
    let data = json!({
        "frames": preview.frames.iter().cloned().collect::<BTreeMap<_, _>>(),
        "config": shown,
        "languages": catalogs.iter().map(|(lang, words)| Ok(json!([lang, words.say("language.name")?]))).collect::<Result<Vec<_>>>()?,
        "groups": walks::GROUPS,
        "screens": walks.iter().map(|walk| walk.data(&config, &catalogs)).collect::<Vec<_>>(),
    });
    scripts::fits_inside_a_page(SCRIPT, "the gallery's script")?;
    let csp = configure::csp(SCRIPT, STYLE, preview);
    template::filled(PAGE, |name| {
        Ok(match name {
            "csp" => csp.clone(),
            "style" => STYLE.to_owned(),
            "version" => html::text(VERSION),
            "fingerprint" => html::id(&fingerprint()),
            "data" => configure::in_a_page(&data),
            "script" => SCRIPT.to_owned(),
            other => bail!("the gallery's page has no {other}"),
        })
    })
}
