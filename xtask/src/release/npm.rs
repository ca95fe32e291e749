//! The npm package: packages/npm with the raw folder and the modules that are built for it. It is packed, and published by nobody.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::archive::Files;
use super::editors;
use super::read;
use super::start::CONFIGURE;
use crate::build::Kind;
use crate::build::modules::{self, Headless};
use crate::contract;
use crate::tools;

/// What of packages/npm is part of the package as it stands there. Its other files are sources of what is built.
const STATIC: [&str; 16] = [
    "README.md",
    "cli/configure.js",
    "cli/main.js",
    "config/index.d.ts",
    "core/PRIVACY.md",
    "custom-elements.json",
    "index.d.ts",
    "index.js",
    "package.json",
    "types/attributes.d.ts",
    "types/none.js",
    "types/react.d.ts",
    "types/svelte.d.ts",
    "types/vue.d.ts",
    "vite.d.ts",
    "vite.js",
];

/// Where the package is put together.
fn folder() -> PathBuf {
    tools::target().join("npm/package")
}

/// Puts the package together from the files of dist/ and the configurator's page, and packs it. Gives the path of what was packed.
pub fn pack(version: &str, dist: &Files, headless: &Headless, form: Vec<u8>, out: &Path) -> Result<PathBuf> {
    let folder = folder();
    let mut files = files(version, dist, headless)?;
    files.insert(CONFIGURE.into(), form);
    super::unpack(&folder, &files)?;
    let out = std::path::absolute(out).context("naming the folder")?;
    // npm gives every file the same date and sorts them, so the same files give the same bytes.
    let mut npm = Command::new("npm");
    npm.current_dir(&folder)
        .args(["pack", "--ignore-scripts", "--loglevel=error", "--json", "--pack-destination"])
        .arg(&out);
    npm.stdin(Stdio::null());
    let told: Value =
        serde_json::from_str(&tools::read(&mut npm, "npm pack")?).context("reading what npm pack says")?;
    // npm 12 tells by name what older ones tell as a list.
    let name = told[0]["filename"].as_str().or_else(|| told["program-finder"]["filename"].as_str());
    let path = out.join(name.context("npm pack names no file")?);
    if !path.is_file() {
        bail!("npm pack says that it wrote {}, which is not there", path.display());
    }
    Ok(path)
}

fn files(version: &str, dist: &Files, headless: &Headless) -> Result<Files> {
    let source = tools::root().join("packages/npm");
    let mut files = Files::new();
    for name in STATIC {
        files.insert(name.into(), read(&source.join(name))?);
    }
    let element = String::from_utf8(read(&source.join("custom-elements.json"))?)?;
    for (name, text) in editors::files(&element, version)? {
        files.insert(name.into(), text.into());
    }
    // As text: the order of its conditions means something.
    let manifest = String::from_utf8(read(&source.join("package.json"))?)?;
    files.insert("package.json".into(), with_version(&manifest, version)?.into());
    for (name, bytes) in dist {
        files.insert(format!("files/{name}"), bytes.clone());
    }
    let told: Value = serde_json::from_slice(dist.get("manifest.json").context("dist/ has no manifest")?)?;
    let build = told["build"].as_str().context("manifest.json names no build")?;
    files.insert("loader.js".into(), modules::loader(build)?.into());
    files.insert("core/index.js".into(), headless.module.clone().into());
    files.insert("core/index.d.ts".into(), headless.types.clone().into());
    for (name, bytes) in super::in_folder(&tools::root().join("www/text"))? {
        files.insert(format!("core/text/{name}"), bytes);
    }
    files.insert("config/index.js".into(), modules::config(Kind::Release, &source.join("config/source.js"))?.into());
    files.insert(contract::SCHEMA.into(), contract::schema_text()?.into());
    files.insert("cli/commands.js".into(), read(&contract::commands::write(Kind::Release)?)?);
    for name in ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"] {
        files.insert(name.into(), read(&tools::root().join(name))?);
    }
    Ok(files)
}

/// The manifest of the package with this version in it.
fn with_version(manifest: &str, version: &str) -> Result<String> {
    const NONE: &str = "\"version\": \"0.0.0\"";
    if manifest.matches(NONE).count() != 1 {
        bail!("packages/npm/package.json wants {NONE}, just once");
    }
    Ok(manifest.replace(NONE, &format!("\"version\": \"{version}\"")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{STATIC, with_version};
    use crate::tools;

    #[test]
    fn the_version_is_put_in_and_nothing_else_is_moved() {
        let manifest = "{\n  \"version\": \"0.0.0\",\n  \"exports\": { \"types\": 1, \"default\": 2 }\n}\n";
        assert_eq!(with_version(manifest, "1.2.3").unwrap(), manifest.replace("0.0.0", "1.2.3"));
        assert!(with_version("{}", "1.2.3").is_err());
    }

    /// Files of packages/npm that are sources of what is built, and no part of the package.
    const SOURCES: [&str; 11] = [
        "config/source.js",
        "cli/browser.js",
        "cli/check.js",
        "cli/commands.js",
        "cli/import.js",
        "cli/jsonld.js",
        "cli/line.js",
        "cli/page.js",
        "cli/policy.js",
        "cli/reach.js",
        "cli/site.js",
    ];

    #[test]
    fn every_file_of_the_folder_is_in_the_package_or_a_source() {
        let root = tools::root().join("packages/npm");
        let mut open = vec![root.clone()];
        let mut found = BTreeSet::new();
        while let Some(folder) = open.pop() {
            for file in std::fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    found.insert(path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"));
                }
            }
        }
        let left: Vec<_> =
            found.iter().filter(|name| !STATIC.contains(&&***name) && !SOURCES.contains(&&***name)).collect();
        assert!(left.is_empty(), "in packages/npm and in no list: {left:?}");
        for name in STATIC {
            assert!(found.contains(name), "{name} is not there");
        }
    }
}
