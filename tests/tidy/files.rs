//! The files of the repository, as the rules read them.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file, by its path from the root.
pub struct File {
    pub path: String,
    pub text: String,
}

/// Folders that are made, not written, and the repository's own.
const MADE: &[&str] = &[".git", "target", "dist", "node_modules"];
/// Files that are made.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];
/// The endings of files that are read.
const TEXT: &[&str] =
    &["rs", "js", "mjs", "ts", "css", "html", "toml", "json", "md", "sh", "yml", "yaml", "svg", "txt"];
/// The endings of files that hold code, and so have to be short.
const CODE: &[&str] = &["rs", "js", "mjs", "ts", "css", "html", "sh"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file that was written for this repository.
pub fn files() -> Vec<File> {
    let mut files = Vec::new();
    walk(&root(), &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the walk starts at the root");
    files
}

fn walk(folder: &Path, files: &mut Vec<File>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !MADE.contains(&&*name) {
                walk(&path, files);
            }
        } else if TEXT.contains(&ending(&name)) && !LOCKS.contains(&&*name) && !name.contains(".min.") {
            // A file that was there a moment ago and is gone now is somebody's temporary one.
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let inside = path.strip_prefix(root()).unwrap_or(&path);
            files.push(File { path: inside.to_string_lossy().replace('\\', "/"), text });
        }
    }
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Whether the file holds code.
pub fn is_code(path: &str) -> bool {
    CODE.contains(&ending(path))
}

/// The line without its comment. In a document all of a line counts.
pub fn code<'l>(path: &str, line: &'l str) -> &'l str {
    let start = line.trim_start();
    let comment = match ending(path) {
        "rs" | "js" | "mjs" | "ts" | "css" => {
            start.starts_with("//") || start.starts_with("/*") || start.starts_with("* ") || start == "*"
        }
        "toml" | "sh" | "yml" | "yaml" => start.starts_with('#'),
        "html" => start.starts_with("<!--"),
        _ => false,
    };
    match ending(path) {
        _ if comment => "",
        "rs" | "js" | "mjs" | "ts" => line.split(" // ").next().unwrap_or(line),
        _ => line,
    }
}

#[test]
fn comments_are_no_code() {
    assert_eq!(code("a.rs", "    // no innerHTML"), "");
    assert_eq!(code("a.rs", "let a = 1; // one"), "let a = 1;");
    assert_eq!(code("a.js", "const a = 'https://b';"), "const a = 'https://b';");
    assert_eq!(code("a.toml", "# a comment"), "");
    assert_eq!(code("a.md", "# A heading"), "# A heading");
}
