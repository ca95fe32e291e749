//! What the proof has counted, as it left it in `proof.json`.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use super::html::{element, list, number, table, text};

/// The proof's own record of a run in which everything held.
#[derive(Deserialize)]
pub struct Proof {
    /// The rules that it ran on.
    pub fingerprint: String,
    seconds: f64,
    #[serde(default)]
    command: Option<String>,
    counts: Vec<Count>,
    #[serde(default)]
    properties: Vec<String>,
}

#[derive(Deserialize)]
struct Count {
    what: String,
    /// A number, or its digits where it is larger than every reader of JSON can take.
    count: Value,
}

impl Proof {
    /// Reads the record, if there is one and it is about these rules.
    pub fn read(path: &Path, fingerprint: &str) -> Result<Option<Proof>> {
        if !path.exists() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        let proof: Proof = serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))?;
        Ok((proof.fingerprint == fingerprint).then_some(proof))
    }

    /// What it counted.
    pub fn html(&self) -> String {
        let rows: Vec<Vec<String>> = self
            .counts
            .iter()
            .map(|count| {
                let digits = count.count.as_str().map_or_else(|| count.count.to_string(), str::to_owned);
                vec![text(&count.what), number(&digits)]
            })
            .collect();
        let mut html = format!(
            "<p>For exactly these rules every promise was checked over every set of answers, and held. It took {:.0} \
             seconds{}.</p>\n",
            self.seconds,
            self.command.as_ref().map_or(String::new(), |command| format!(": <code>{}</code>", text(command)))
        );
        html += &table("counts", &["Counted", "Number"], &rows);
        if !self.properties.is_empty() {
            let properties: Vec<String> = self.properties.iter().map(|property| text(property)).collect();
            html += &element("h3", "What was checked");
            html += &list(&properties);
        }
        html
    }
}

#[cfg(test)]
mod tests {
    use super::Proof;

    #[test]
    fn only_a_proof_of_these_very_rules_counts() {
        let folder = std::env::temp_dir().join(format!("program-finder-proof-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("proof.json");
        assert!(Proof::read(&path, "a").unwrap().is_none());
        let record = r#"{"version":"1.0.0","fingerprint":"a","seconds":41.6,"command":"run <it>",
            "counts":[{"what":"sets of answers","count":1234567},{"what":"more","count":"98765432109876543210"}],
            "properties":["It ends."]}"#;
        std::fs::write(&path, record).unwrap();
        assert!(Proof::read(&path, "b").unwrap().is_none());
        let html = Proof::read(&path, "a").unwrap().unwrap().html();
        for part in ["1,234,567", "98,765,432,109,876,543,210", "42 seconds", "run &lt;it&gt;", "<li>It ends.</li>"] {
            assert!(html.contains(part), "{part}: {html}");
        }
        std::fs::write(&path, "{").unwrap();
        assert!(Proof::read(&path, "a").is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
