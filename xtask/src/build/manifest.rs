//! manifest.json: what a folder of the finder holds. Whoever keeps a site compares its files with it, and so does
//! `program-finder check`.

use program_finder::content::{VERSION, fingerprint};
use serde_json::{Map, Value, json};

use super::policy::integrity;
use super::sizes;

/// What it says of a build.
pub struct Of<'a> {
    /// The version of the package: of attributes, events, the configuration and these files.
    pub version: &'a str,
    /// What stands in the names of the files that belong together.
    pub build: &'a str,
    /// The loader's name, which stays.
    pub loader: &'a str,
    /// Its name that always means the same bytes.
    pub pinned: &'a str,
}

/// The manifest of these files, without itself.
pub fn manifest(of: &Of, files: &[(String, String)]) -> Value {
    let sizes = sizes::of(files);
    let entries = files.iter().zip(&sizes).map(|((name, text), size)| {
        // Its name means these bytes alone, so whoever has it never asks again.
        let immutable = name == of.pinned || name.contains(of.build);
        let entry = json!({
            "size": text.len(),
            "brotli": size.small(),
            "sha384": integrity(text.as_bytes()).trim_start_matches("sha384-"),
            "immutable": immutable,
        });
        (name.clone(), entry)
    });
    let entries: Map<String, Value> = entries.collect();
    json!({
        "name": "program-finder",
        "version": of.version,
        "rules": { "version": VERSION, "fingerprint": fingerprint() },
        "build": of.build,
        "loader": of.loader,
        "pinned": of.pinned,
        "integrity": files.iter().find(|(name, _)| name == of.loader).map(|(_, text)| integrity(text.as_bytes())),
        "files": entries,
    })
}

#[cfg(test)]
mod tests {
    use super::{Of, manifest};

    #[test]
    fn each_file_is_there_with_its_size_and_hash() {
        let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let of = Of { version: "1.2.0", build: "3f2a9c1d", loader: "l.js", pinned: "l.1.2.0.js" };
        let files =
            [file("l.js", "alert('Hello, world.');"), file("l.1.2.0.js", ""), file("frame.3f2a9c1d.html", "año")];
        let told = manifest(&of, &files);
        let hash = "H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(told["integrity"], format!("sha384-{hash}"));
        assert_eq!(told["files"]["l.js"]["sha384"], hash);
        assert_eq!(told["files"]["frame.3f2a9c1d.html"]["size"], 4);
        let kept = |name: &str| told["files"][name]["immutable"].as_bool();
        assert_eq!(["l.js", "l.1.2.0.js", "frame.3f2a9c1d.html"].map(kept), [Some(false), Some(true), Some(true)]);
    }
}
