//! `cargo xtask figures`: what was measured, put into the documents that tell of it.

mod seal;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::tools;

pub const HELP: &str = "\
Put what the last runs measured into README.md, ARCHITECTURE.md and docs.

Usage: cargo xtask figures

`cargo xtask test --full`, with the proof in it, and `mutants` write what they measure to target/figures/NAME.md. It goes between the lines
`<!-- figures: NAME -->` and `<!-- figures end -->`. What has not been measured here stays as it is, and is named.

Options:
  -h, --help   This text
";

const BEGIN: &str = "<!-- figures: ";
const END: &str = "<!-- figures end -->";

/// Writes a measurement down for the documents: a sentence or a table in Markdown.
pub fn write(name: &str, text: &str) -> Result<()> {
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let path = folder.join(format!("{name}.md"));
    fs::write(&path, format!("{}\n", text.trim())).with_context(|| format!("writing {}", path.display()))
}

fn folder() -> PathBuf {
    tools::target().join("figures")
}

/// Refreshes every document.
pub fn run() -> Result<()> {
    let root = tools::root();
    if let Ok(json) = fs::read_to_string(tools::target().join("seal.json")) {
        let seal = seal::Seal::read(&json)?;
        let tables =
            [("exfiltration", Some(seal.exfiltration())), ("policies", seal.policies()), ("links", seal.links())];
        for (name, table) in tables {
            if let Some(table) = table {
                write(name, &table)?;
            }
        }
    }
    let mut documents = vec![root.join("README.md"), root.join("ARCHITECTURE.md")];
    for file in fs::read_dir(root.join("docs")).context("reading docs")? {
        documents.push(file?.path());
    }
    documents.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    documents.sort();
    for path in documents {
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let fresh = refreshed(&text, &path, &|name| fs::read_to_string(folder().join(format!("{name}.md"))).ok())?;
        if fresh != text {
            fs::write(&path, fresh).with_context(|| format!("writing {}", path.display()))?;
            tools::say(&format!("{} is refreshed", path.display()));
        }
    }
    Ok(())
}

/// The document with what `measured` says between the marks.
fn refreshed(text: &str, path: &Path, measured: &dyn Fn(&str) -> Option<String>) -> Result<String> {
    let (mut fresh, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let Some(((name, old), after)) =
            after.split_once(END).and_then(|(within, after)| Some((within.split_once(" -->\n")?, after)))
        else {
            bail!("{}: after `{BEGIN}` there is no ` -->` with a `{END}` behind it", path.display());
        };
        let figure = measured(name).unwrap_or_else(|| {
            tools::say(&format!("{}: {name} has not been measured here", path.display()));
            old.to_owned()
        });
        fresh += &format!("{before}{BEGIN}{name} -->\n{figure}{END}");
        rest = after;
    }
    Ok(fresh + rest)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::refreshed;

    fn fresh(text: &str) -> Option<String> {
        let measured = |name: &str| (name == "sizes").then(|| "57 kB\n".to_owned());
        refreshed(text, Path::new("doc.md"), &measured).ok()
    }

    #[test]
    fn what_was_measured_is_put_between_the_marks_and_the_rest_stays() {
        let text = "a\n<!-- figures: sizes -->\n60 kB\n<!-- figures end -->\nb\n<!-- figures: other -->\nold\n<!-- figures end -->\n";
        assert_eq!(fresh(text), Some(text.replace("60", "57")));
        assert_eq!(fresh("none"), Some("none".to_owned()));
        assert_eq!(fresh("<!-- figures: sizes -->\nand no end"), None);
    }
}
