//! What the shipped files are made of, as counsel and hospitals ask for it: a CycloneDX list of the Rust crates that are compiled
//! into the module and of the npm packages that are bundled into the tools of the npm package. What only builds or tests is no
//! part of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

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
    components.extend(packages(&read("package.json")?, &read("package-lock.json")?)?);
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

/// The packages under `dependencies` of package.json, with all that they depend on: what is bundled. The tools that build and
/// test stand under `devDependencies`.
fn packages(manifest: &Value, lock: &Value) -> Result<Vec<Value>> {
    let names = |value: &Value| value.as_object().map(|list| list.keys().cloned().collect()).unwrap_or_default();
    let mut open: Vec<String> = names(&manifest["dependencies"]);
    let mut found = BTreeMap::new();
    while let Some(name) = open.pop() {
        if found.contains_key(&name) {
            continue;
        }
        let entry = &lock["packages"][format!("node_modules/{name}")];
        let version = entry["version"].as_str().with_context(|| format!("package-lock.json has no {name}"))?;
        let license = entry["license"].as_str().with_context(|| format!("{name} names no license"))?;
        open.extend::<Vec<String>>(names(&entry["dependencies"]));
        found.insert(name.clone(), component("npm", &name, version, license));
    }
    Ok(found.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::{crates, packages, sbom};
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
    fn bundled_packages_come_with_what_they_depend_on() {
        let manifest = json!({ "dependencies": { "@a/b": "1" }, "devDependencies": { "tool": "1" } });
        let lock = json!({ "packages": {
            "node_modules/@a/b": { "version": "1.2.0", "license": "MIT", "dependencies": { "c": "^2" } },
            "node_modules/c": { "version": "2.0.1", "license": "ISC" },
            "node_modules/tool": { "version": "1.0.0", "license": "MIT" },
        } });
        let purls: Vec<_> = packages(&manifest, &lock).unwrap().iter().map(|one| one["purl"].clone()).collect();
        assert_eq!(purls, ["pkg:npm/%40a/b@1.2.0", "pkg:npm/c@2.0.1"]);
        assert!(packages(&json!({ "dependencies": { "d": "1" } }), &lock).is_err());
    }
}
