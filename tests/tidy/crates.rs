//! The crate `wasm-bindgen` and the tools of the same name write two halves of one file: they are of one version.

use std::collections::BTreeSet;

use crate::files::{File, files};

/// The crates that have to be of one version.
const ONE: &[&str] = &["wasm-bindgen", "wasm-bindgen-cli", "wasm-bindgen-cli-support"];

/// The versions that manifests ask for, as `path:line: version`.
fn asked_for(files: &[File]) -> Vec<(String, String)> {
    let manifests = files.iter().filter(|file| file.path.ends_with("Cargo.toml"));
    manifests
        .flat_map(|file| {
            let lines = file.text.lines().enumerate().filter_map(|(index, line)| {
                let (name, rest) = line.split_once('=')?;
                let version = rest.split('"').nth(1)?;
                ONE.contains(&name.trim()).then(|| (format!("{}:{}", file.path, index + 1), version.to_owned()))
            });
            lines.collect::<Vec<_>>()
        })
        .collect()
}

/// What is wrong with the versions.
fn wrong(files: &[File]) -> Vec<String> {
    let asked = asked_for(files);
    let versions: BTreeSet<&str> = asked.iter().map(|(_, version)| &**version).collect();
    let loose = asked.iter().filter(|(_, version)| !version.starts_with('='));
    let mut wrong: Vec<String> =
        loose.map(|(at, version)| format!("{at}: {version} is not one version: write =…")).collect();
    if versions.len() > 1 {
        wrong.push(format!("{asked:?}: ask for one version everywhere"));
    }
    wrong
}

#[test]
fn wasm_bindgen_is_pinned_to_one_version() {
    let files = files();
    assert!(asked_for(&files).len() >= 2, "the crate and the tool that packs it");
    assert_eq!(wrong(&files), Vec::<String>::new());
    let manifest = |path: &str, line: &str| File { path: path.to_owned(), text: line.to_owned() };
    let one = manifest("Cargo.toml", "wasm-bindgen = \"=0.2.1\"");
    let other = |version: &str| {
        manifest("xtask/Cargo.toml", &format!("wasm-bindgen-cli-support = {{ version = \"{version}\" }}"))
    };
    assert!(wrong(&[manifest("Cargo.toml", "wasm-bindgen = \"=0.2.1\""), other("=0.2.1")]).is_empty());
    assert_eq!(wrong(&[manifest("Cargo.toml", "wasm-bindgen = \"0.2.1\"")]).len(), 1);
    assert_eq!(wrong(&[one, other("=0.2.2")]).len(), 1);
}
