//! `cargo xtask release`: what a provider and a developer download. One raw folder is the product, that of `cargo xtask build`; the
//! zip and the npm package carry its bytes as they are.

mod archive;
mod counsel;
mod editors;
mod npm;
mod sbom;
mod start;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use self::archive::{Files, zip};
use crate::build::modules::{self, Headless};
use crate::build::{self, Kind, parts};
use crate::protocol::{self, simulator};
use crate::{configure, contract, gallery, tools};

pub const HELP: &str = "\
Build, and pack what providers and developers download.

Usage: cargo xtask release [--out DIR] [--no-build]

  program-finder-X.Y.Z.zip   for a provider: START.html says the rest
  program-finder-X.Y.Z/      the same, unpacked
  program-finder-X.Y.Z.tgz   for a developer: the npm package, which nobody has published

In it: the folder to upload, pages for staff and for counsel, an example of a configuration, SHA256SUMS over all of it. The
same sources give the same bytes, on every machine.

Options:
  -o, --out DIR    Where to: target/distribution if not given
      --no-build   Take dist/ as it is
  -h, --help       This text
";

/// What is asked for.
#[derive(Default)]
pub struct Options {
    pub out: Option<PathBuf>,
    pub no_build: bool,
}

/// The folder to upload, in the zip and on the provider's server.
const FOLDER: &str = "program-finder";
const SUMS: &str = "SHA256SUMS";
/// Documents that become pages: where to, and from which file of docs/.
const COUNSEL: [&str; 3] = ["privacy", "accessibility", "intended-use"];
const GUIDE: &str = "configuration";
/// Builds and packs.
pub fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(Kind::Release)?;
    }
    let version = tools::version()?;
    let name = format!("program-finder-{version}");
    tools::say("writing the pages for staff and counsel");
    let headless = modules::headless(Kind::Release)?;
    let files = files(&version, &headless)?;
    let out = options.out.clone().unwrap_or_else(|| tools::target().join("distribution"));
    fs::create_dir_all(&out).with_context(|| format!("making {}", out.display()))?;
    unpack(&out.join(&name), &files)?;
    let packed = out.join(format!("{name}.zip"));
    fs::write(&packed, zip(&name, &files)?).with_context(|| format!("writing {}", packed.display()))?;
    tools::say("putting the npm package together");
    let package = npm::pack(&version, &dist()?, &headless, files[start::CONFIGURE].clone(), &out)?;
    println!("{}\n{}", packed.display(), package.display());
    Ok(())
}

/// Everything that is in the zip.
fn files(version: &str, headless: &Headless) -> Result<Files> {
    let mut files = Files::new();
    for (path, bytes) in dist()? {
        files.insert(format!("{FOLDER}/{path}"), bytes);
    }
    files.insert("staff/protocol.html".into(), protocol::plain_page()?.into());
    files.insert("staff/simulator.html".into(), simulator::page_with(&headless.script)?.into());
    for name in COUNSEL {
        files.insert(format!("counsel/{name}.html"), document(name, &COUNSEL)?.into());
    }
    files.insert("configuration.html".into(), document(GUIDE, &[])?.into());
    files.insert("counsel/sbom.cdx.json".into(), format!("{:#}\n", sbom::sbom(version)?).into());
    files.insert(start::EXAMPLE.into(), example()?.into());
    for name in ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"] {
        files.insert(name.into(), read(&tools::root().join(name))?);
    }
    let preview = parts::preview(Kind::Release)?;
    files.insert("staff/screens.html".into(), gallery::page(&preview)?.into());
    files.insert(start::CONFIGURE.into(), configure::page(Kind::Release, &preview)?.into());
    files.insert(start::SCHEMA.into(), contract::schema_text()?.into());
    let manifest = &files[&format!("{FOLDER}/manifest.json")];
    files.insert("START.html".into(), start::page(manifest, &files)?.into());
    let sums =
        files.iter().map(|(path, bytes)| format!("{}  {path}\n", hex(&Sha256::digest(bytes)))).collect::<String>();
    files.insert(SUMS.into(), sums.into());
    Ok(files)
}

/// The folder of `cargo xtask build`.
fn dist() -> Result<Files> {
    let folder = build::dist();
    let files = in_folder(&folder)?;
    if !files.contains_key("manifest.json") {
        bail!("{} has no manifest.json: `cargo xtask build`, without --debug, writes it", folder.display());
    }
    Ok(files)
}

/// The files of a folder, by their names.
fn in_folder(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for file in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(name, read(&path)?);
    }
    Ok(files)
}

fn document(name: &str, beside: &[&str]) -> Result<String> {
    let path = tools::root().join("docs").join(name).with_extension("md");
    counsel::page(name, &String::from_utf8(read(&path)?)?, beside)
}

/// The configuration of the demo, without the picture that is not in the zip.
fn example() -> Result<String> {
    let text = String::from_utf8(read(&tools::root().join("www/demo/finder.json"))?)?;
    let kept: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("\"logo\":")).collect();
    let text = kept.join("\n") + "\n";
    serde_json::from_str::<serde_json::Value>(&text).context("the example is no JSON without its logo")?;
    Ok(text)
}

/// Writes the files into a folder of their own, in which nothing of an earlier release stays.
fn unpack(folder: &Path, files: &Files) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).with_context(|| format!("making {}", path.display()))?;
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn the_example_is_the_demos_configuration_without_its_picture() {
        let text = example().unwrap();
        let example: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(example.get("logo").is_none() && example["programs"].as_array().unwrap().len() > 5);
    }
}
