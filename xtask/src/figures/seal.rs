//! What the tests of the sealed frame measured (`target/seal.json`), as tables for docs/privacy.md.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

/// By engine, and there by the name of a way out: `open` or `closed`.
type Ways = BTreeMap<String, BTreeMap<String, String>>;

/// The record.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seal {
    browsers: BTreeMap<String, String>,
    exfiltration: Ways,
    exfiltration_of_stub: Ways,
    exfiltration_with_frame_src: Ways,
    exfiltration_without_policy: Ways,
    exfiltration_unseen: BTreeMap<String, Vec<String>>,
    /// By the name of a host policy, and there by engine: which form of the frame starts, or `fallback`.
    #[serde(default)]
    policies: BTreeMap<String, BTreeMap<String, String>>,
    /// By what is pressed, and there by engine: what comes of it.
    #[serde(default)]
    links: BTreeMap<String, BTreeMap<String, String>>,
}

impl Seal {
    pub fn read(json: &str) -> Result<Seal> {
        serde_json::from_str(json).context("target/seal.json")
    }

    /// Which form of the frame starts under which policy of a host, if any does.
    pub fn policies(&self) -> Option<String> {
        self.by_engine("the page or its server sends", &self.policies)
    }

    /// What comes of a press on each kind of link.
    pub fn links(&self) -> Option<String> {
        self.by_engine("pressed", &self.links)
    }

    /// A table with a column for each engine.
    fn by_engine(&self, of: &str, rows: &BTreeMap<String, BTreeMap<String, String>>) -> Option<String> {
        let engines: Vec<&String> = self.browsers.keys().collect();
        let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
        let versions = self.browsers.values().map(String::as_str);
        let mut table = line([of].into_iter().chain(versions).collect());
        table += &line(vec!["---"; engines.len() + 1]);
        for (name, by_engine) in rows {
            let cell = |engine: &&String| by_engine.get(*engine).map_or("not tried", String::as_str);
            table += &line([name.as_str()].into_iter().chain(engines.iter().map(cell)).collect());
        }
        (!rows.is_empty()).then_some(table)
    }

    /// The ways that an engine leaves open, with what closes them; and what was tried in all.
    pub fn exfiltration(&self) -> String {
        let engines: Vec<&String> = self.browsers.keys().filter(|name| self.exfiltration.contains_key(*name)).collect();
        let mut table = String::from("| way |");
        for name in &engines {
            table += &format!(" {} |", self.browsers[*name].replace('/', " "));
        }
        table += &format!("\n|---|{}\n", "---|".repeat(engines.len()));
        let open = |ways: &Ways, engine: &str, way: &str| {
            ways.get(engine).and_then(|ways| ways.get(way)).is_some_and(|state| state == "open")
        };
        let mut ways: Vec<&String> = self.exfiltration.values().flat_map(BTreeMap::keys).collect();
        ways.sort();
        ways.dedup();
        for way in &ways {
            let said = engines.iter().map(|engine| {
                let file = open(&self.exfiltration, engine, way);
                match (file, open(&self.exfiltration_of_stub, engine, way)) {
                    // What leads the frame itself elsewhere was also tried on a page that says where it may go.
                    (true, _) if !open(&self.exfiltration_with_frame_src, engine, way) => "open without `frame-src`",
                    (true, _) => "open",
                    (false, true) => "open in the stub form",
                    (false, false) => "closed",
                }
            });
            let said: Vec<&str> = said.collect();
            if said.iter().any(|state| *state != "closed") {
                table += &format!("| {} | {} |\n", way.replace('-', " "), said.join(" | "));
            }
        }
        let mut controls = Vec::new();
        for engine in &engines {
            let out = self.exfiltration_without_policy.get(*engine);
            let out = out.map_or(0, |ways| ways.values().filter(|state| *state == "open").count());
            let unseen = self.exfiltration_unseen.get(*engine).map_or(0, Vec::len);
            controls
                .push(format!("{engine}: {out} got out of a sandbox without our policy, {unseen} of no frame at all"));
        }
        format!(
            "{} ways were tried; those that are not named here are closed in each engine. *Open without `frame-src`*: a \
             page whose own policy has `frame-src` with the finder's address closes it. Controls: {}.\n\n{table}",
            ways.len(),
            controls.join("; ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Seal;

    #[test]
    fn open_ways_are_listed_with_what_closes_them() {
        let json = r#"{ "browsers": { "chromium": "Chrome/150", "webkit": "WebKit/2" },
            "exfiltration": {
                "chromium": { "fetch": "closed", "location": "open", "popup": "open" },
                "webkit": { "fetch": "closed", "location": "open", "popup": "closed" } },
            "exfiltrationOfStub": { "chromium": { "own-script": "open" } },
            "exfiltrationWithFrameSrc": { "chromium": { "popup": "open" }, "webkit": {} },
            "exfiltrationWithoutPolicy": { "chromium": { "fetch": "open", "location": "open" } },
            "exfiltrationUnseen": { "webkit": ["popup"] } }"#;
        let said = Seal::read(json).unwrap().exfiltration();
        assert!(said.starts_with("3 ways were tried"), "{said}");
        assert!(said.contains("| way | Chrome 150 | WebKit 2 |"), "{said}");
        assert!(said.contains("| location | open without `frame-src` | open without `frame-src` |"), "{said}");
        assert!(said.contains("| popup | open | closed |"), "{said}");
        assert!(!said.contains("| fetch"), "{said}");
        assert!(said.contains("chromium: 2 got out"), "{said}");
        assert_eq!(Seal::read(json).unwrap().policies(), None);
        let json = json.replacen('{', r#"{ "policies": { "frame-src 'self'": { "webkit": "file" } }, "#, 1);
        let said = Seal::read(&json).unwrap().policies().unwrap();
        assert!(said.contains("| frame-src 'self' | not tried | file |"), "{said}");
    }
}
