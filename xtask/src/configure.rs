//! `cargo xtask configure`: a page on which a provider fills in its configuration, sees its finder and takes all of it along.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::build::{self, Kind, parts, policy, scripts, template};
use crate::contract;
use crate::protocol::simulator;
use crate::tools;

pub const HELP: &str = "\
Write a page on which a provider fills in its configuration, sees its own finder, and takes along all that its website wants.

Usage: cargo xtask configure [--out FILE] [--debug]

It is one file that opens by a double click, and makes no request: the finder, what reads configurations and all files of
dist/ are inside. dist/ is built first where it is missing.

Options:
  -o, --out FILE   Where to write it; target/configure/configure.html if not given
      --debug      Unoptimized: builds faster
  -h, --help       This text
";

const PAGE: &str = include_str!("../../www/configure/index.html");

/// Writes the page.
pub fn run(out: Option<PathBuf>, kind: Kind) -> Result<()> {
    if !build::dist().join("manifest.json").exists() && !build::dist().join("program-finder.js").exists() {
        build::run(kind)?;
    }
    let path = out.unwrap_or_else(|| tools::target().join("configure/configure.html"));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(&path, page(kind, &parts::preview(kind)?)?).with_context(|| format!("writing {}", path.display()))?;
    tools::say(&format!("{} is written", path.display()));
    Ok(())
}

/// The page with these frames, and with the files of dist/ as they are.
pub fn page(kind: Kind, preview: &parts::Preview) -> Result<String> {
    let www = tools::root().join("www");
    let script = script(kind, &www)?;
    scripts::fits_inside_a_page(&script, "the configurator's script")?;
    let style = scripts::style(kind, &www.join("configure/configure.css"))?;
    let csp = csp(&script, &style, preview);
    let data = json!({
        "outline": contract::outline::outline(&contract::words::Words::read()?)?,
        "frames": preview.frames.iter().cloned().collect::<BTreeMap<_, _>>(),
        "files": files(&build::dist())?,
        "schema": contract::schema_text()?,
        "cases": cases()?,
        "demo": fs::read_to_string(www.join("demo/finder.json")).context("reading the demo's configuration")?,
        "colors": colors(&fs::read_to_string(www.join("frame/screens.css")).context("reading screens.css")?),
    });
    let data = in_a_page(&data);
    template::filled(PAGE, |name| {
        Ok(match name {
            "csp" => csp.clone(),
            "style" => style.clone(),
            "data" => data.clone(),
            "script" => script.clone(),
            other => bail!("the configurator's page has no {other}"),
        })
    })
}

/// The policy of a page with this script and style, and with frames of the preview. Each of those is a document of its own under
/// this policy as well, so it has their scripts and their style too.
pub fn csp(script: &str, style: &str, preview: &parts::Preview) -> String {
    let mut inside = vec![policy::source(script)];
    inside.extend(preview.frames.iter().flat_map(|(_, frame)| between(frame, "script")).map(policy::source));
    inside.dedup();
    let styles = [policy::source(style), policy::source(&preview.style)];
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; base-uri 'none'; form-action 'none'",
        inside.join(" "),
        styles.join(" ")
    )
}

/// Data as it can stand in a page: it ends at the first end tag, so no < stands in it. And a page does not keep two other signs as
/// they are.
pub fn in_a_page(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c").replace('\0', "\\u0000").replace('\r', "\\r")
}

fn script(kind: Kind, www: &Path) -> Result<String> {
    let reader = parts::reader(kind)?;
    let folder = tools::target().join("configure");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    // The frame's own figures. Its script hands them to nobody: one more export would be more to download.
    let frame = www.join("frame");
    let theme = fs::read_to_string(frame.join("theme.js")).context("reading theme.js")?;
    let theme = theme.replace("'./tokens.js'", &json!(frame.join("tokens.js")).to_string());
    fs::write(folder.join("theme.js"), theme + "\nexport { PAIRS, parts, contrast };\n").context("writing theme.js")?;
    let entry = folder.join("entry.js");
    let text = format!(
        "import {{ start, problems, fields }} from {};\n\
         import {{ main }} from {};\n\
         import {{ PAIRS, parts, contrast }} from './theme.js';\n\
         await start(Uint8Array.from(atob({}), (byte) => byte.charCodeAt(0)));\n\
         main({{ problems, fields }}, {{ pairs: PAIRS, parts, contrast }});\n",
        reader.glue,
        json!(www.join("configure/main.js")),
        reader.bytes
    );
    fs::write(&entry, text).with_context(|| format!("writing {}", entry.display()))?;
    parts::page_script(kind, &entry)
}

/// What stands between the tags of that name.
fn between<'p>(page: &'p str, tag: &str) -> Vec<&'p str> {
    let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
    page.split(&*start).skip(1).filter_map(|rest| Some(rest.split_once(&*end)?.0)).collect()
}

/// The files of a folder and of those in it, by their paths from it.
fn files(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in fs::read_dir(&here).with_context(|| format!("reading {}", here.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            files.insert(name, text);
        }
    }
    Ok(files)
}

/// The named cases, each with its answers.
fn cases() -> Result<Value> {
    Ok(json!(simulator::cases(&tools::root().join("tests/cases"))?))
}

/// The finder's own colors: light, and dark.
fn colors(style: &str) -> [BTreeMap<&str, &str>; 2] {
    let of = |start: &str| {
        let block = style.split_once(start).and_then(|(_, rest)| rest.split_once('}')).map_or("", |(block, _)| block);
        let lines = block.lines().filter_map(|line| line.trim().strip_prefix("--pf-color-")?.strip_suffix(';'));
        lines.filter_map(|line| line.split_once(": ")).collect()
    };
    [of(":root {"), of(":root[data-theme=\"dark\"] {")]
}

#[cfg(test)]
mod tests {
    use super::{between, colors};

    #[test]
    fn what_stands_between_tags_is_found() {
        assert_eq!(between("<a><script>1</script>x<script>2</script>", "script"), ["1", "2"]);
    }

    #[test]
    fn the_colors_of_the_finder_are_those_of_its_style_sheet() {
        let style = include_str!("../../www/frame/screens.css");
        for of in colors(style) {
            assert_eq!(of.len(), 12, "{of:?}");
            assert!(of.values().all(|color| color.starts_with('#')));
        }
    }
}
