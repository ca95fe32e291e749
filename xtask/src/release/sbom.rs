//! What the shipped files are made of, as counsel and hospitals ask for it: a CycloneDX list of the Rust crates that are compiled
//! into the module and of the npm packages that are bundled into the tools of the npm package. What only builds or tests is no
//! part of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::tools;

/// The list, for a version of the package. It has no date and no number of its own: the same lock files give the same bytes.
pub fn sbom(version: &str) -> Result<Value> {
    let mut cargo = tools::cargo();
    let target = ["--filter-platform", tools::WASM];
    cargo.args(["metadata", "--format-version", "1", "--locked"]).args(target).args(["--features", "headless"]);
    let metadata =
        serde_json::from_str(&tools::read(&mut cargo, "cargo metadata")?).context("reading cargo metadata")?;
    let read = |name: &str| -> Result<Value> {
        let text = fs::read_to_string(tools::root().join(name)).with_context(|| format!("reading {name}"))?;
        serde_json::from_str(&text).with_context(|| format!("reading {name}"))
    };
    let mut components = crates(&metadata)?;
    let mut scripts = String::new();
    for folder in BUNDLED {
        gather(&tools::root().join(folder), &mut scripts)?;
    }
    components.extend(packages(imported(&scripts), &read("package-lock.json")?)?);
    Ok(list(version, components))
}

fn list(version: &str, components: Vec<Value>) -> Value {
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "library", "bom-ref": "program-finder", "name": "program-finder", "version": version,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
        "dependencies": [{
            "ref": "program-finder",
            "dependsOn": components.iter().map(|one| one["purl"].clone()).collect::<Vec<_>>(),
        }],
    })
}

fn component(kind: &str, name: &str, version: &str, license: &str) -> Value {
    let purl = format!("pkg:{kind}/{}@{version}", name.replace('@', "%40"));
    // What older manifests write with a slash means "or".
    let license = license.replace('/', " OR ").split_whitespace().collect::<Vec<_>>().join(" ");
    json!({
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "licenses": [{ "expression": license }],
    })
}

/// Every crate that the module is compiled from, found from the root by what it depends on in the browser. Not what runs while
/// compiling: build scripts and macros.
fn crates(metadata: &Value) -> Result<Vec<Value>> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        items(&metadata["packages"]).into_iter().map(|one| (text(&one["id"]), one)).collect();
    let nodes: BTreeMap<String, Value> =
        items(&metadata["resolve"]["nodes"]).into_iter().map(|one| (text(&one["id"]), one)).collect();
    let is_macro = |id: &str| {
        let targets = packages.get(id).map(|one| items(&one["targets"])).unwrap_or_default();
        targets.iter().any(|target| items(&target["kind"]).contains(&json!("proc-macro")))
    };
    let is_ours = |id: &str| packages.get(id).is_some_and(|one| one["source"].is_null());
    let root = packages.keys().find(|id| packages[*id]["name"] == "program-finder").context("cargo names no root")?;
    let (mut found, mut open) = (BTreeSet::new(), vec![root.clone()]);
    while let Some(id) = open.pop() {
        if is_macro(&id) || !found.insert(id.clone()) {
            continue;
        }
        let node = nodes.get(&id).with_context(|| format!("cargo says nothing of {id}"))?;
        for dependency in items(&node["deps"]) {
            // A kind of null is what the code itself depends on.
            if items(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                open.push(text(&dependency["pkg"]));
            }
        }
    }
    let mut components = Vec::new();
    for id in found.iter().filter(|id| !is_ours(id)) {
        let one = &packages[id];
        let license = one["license"].as_str().with_context(|| format!("{id} names no license"))?;
        components.push(component("cargo", &text(&one["name"]), &text(&one["version"]), license));
    }
    Ok(components)
}

/// Whose imports are bundled into what ships. All that the npm package has beside them depends on nothing.
const BUNDLED: [&str; 3] = ["www", "packages/npm/cli", "packages/npm/config"];

/// Adds the text of every script in a folder.
fn gather(folder: &Path, scripts: &mut String) -> Result<()> {
    for file in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = file?.path();
        if path.is_dir() {
            gather(&path, scripts)?;
        } else if path.extension().is_some_and(|end| end == "js") {
            *scripts += &fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        }
    }
    Ok(())
}

/// The packages that scripts import: neither files of their own nor what Node brings along.
fn imported(scripts: &str) -> Vec<String> {
    let lines =
        scripts.lines().map(str::trim).filter(|line| line.starts_with("import ") || line.starts_with("} from "));
    let named = lines.filter_map(|line| line.rsplit_once('\'')?.0.rsplit_once('\'').map(|(_, name)| name));
    let packages = named.filter(|name| !name.starts_with(['.', '/']) && !name.starts_with("node:"));
    // Of `@scope/name/part` the first two are the package, of `name/part` the first.
    let package = |name: &str| {
        let parts = if name.starts_with('@') { 2 } else { 1 };
        name.split('/').take(parts).collect::<Vec<_>>().join("/")
    };
    packages.map(package).collect::<BTreeSet<_>>().into_iter().collect()
}

/// These packages, with all that they depend on.
fn packages(mut open: Vec<String>, lock: &Value) -> Result<Vec<Value>> {
    let mut found = BTreeMap::new();
    while let Some(name) = open.pop() {
        if found.contains_key(&name) {
            continue;
        }
        let entry = &lock["packages"][format!("node_modules/{name}")];
        let version = entry["version"].as_str().with_context(|| format!("package-lock.json has no {name}"))?;
        let license = entry["license"].as_str().with_context(|| format!("{name} names no license"))?;
        open.extend(entry["dependencies"].as_object().into_iter().flat_map(|list| list.keys().cloned()));
        found.insert(name.clone(), component("npm", &name, version, license));
    }
    Ok(found.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::{crates, imported, packages, sbom};
    use serde_json::json;

    #[test]
    fn what_ships_is_listed_and_nothing_that_builds_or_tests() {
        let list = sbom("1.0.0").unwrap();
        let names: Vec<_> =
            list["components"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        for ships in ["wasm-bindgen", "web-sys", "js-sys", "serde", "serde-wasm-bindgen", "lol_alloc"] {
            assert!(names.contains(&ships), "{ships} is not in {names:?}");
        }
        for builds in
            ["proptest", "toml", "anyhow", "syn", "wasm-bindgen-test", "esbuild", "typescript", "program-finder"]
        {
            assert!(!names.contains(&builds), "{builds} does not ship");
        }
        assert_eq!(list, sbom("1.0.0").unwrap());
    }

    #[test]
    fn macros_and_build_scripts_are_left_out_and_a_missing_license_is_named() {
        let package = |name: &str, source: Option<&str>, kind: &str, license: Option<&str>| {
            json!({ "id": name, "name": name, "version": "1.0.0", "source": source, "license": license,
                    "targets": [{ "kind": [kind] }] })
        };
        let dep = |name: &str, kind: Option<&str>| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = |license: Option<&str>| {
            json!({
                "packages": [
                    package("program-finder", None, "lib", Some("MIT")),
                    package("kept", Some("registry"), "lib", license),
                    package("macro", Some("registry"), "proc-macro", Some("MIT")),
                    package("below", Some("registry"), "lib", Some("MIT")),
                    package("build", Some("registry"), "lib", Some("MIT")),
                ],
                "resolve": { "nodes": [
                    { "id": "program-finder", "deps": [dep("kept", None), dep("macro", None), dep("build", Some("build"))] },
                    { "id": "kept", "deps": [] },
                    { "id": "macro", "deps": [dep("below", None)] },
                ] },
            })
        };
        let found = crates(&metadata(Some("MIT/Apache-2.0"))).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(found[0]["purl"], "pkg:cargo/kept@1.0.0");
        assert!(crates(&metadata(None)).unwrap_err().to_string().contains("kept names no license"));
    }

    #[test]
    fn packages_that_scripts_import_are_found_by_name() {
        let scripts = "import { a } from 'one';\nimport {\n  b,\n} from '@two/three/four';\nimport 'five/six.js';\n\
            import c from './own.js';\nimport { readFileSync } from 'node:fs';\n/** @import { D } from 'types' */\n\
            const text = \"import x from 'nothing'\";\n";
        assert_eq!(imported(scripts), ["@two/three", "five", "one"]);
    }

    #[test]
    fn bundled_packages_come_with_what_they_depend_on() {
        let lock = json!({ "packages": {
            "node_modules/@a/b": { "version": "1.2.0", "license": "MIT", "dependencies": { "c": "^2" } },
            "node_modules/c": { "version": "2.0.1", "license": "ISC" },
            "node_modules/tool": { "version": "1.0.0", "license": "MIT" },
        } });
        let purls: Vec<_> =
            packages(vec!["@a/b".into()], &lock).unwrap().iter().map(|one| one["purl"].clone()).collect();
        assert_eq!(purls, ["pkg:npm/%40a/b@1.2.0", "pkg:npm/c@2.0.1"]);
        assert!(packages(vec!["d".into()], &lock).is_err());
    }
}
