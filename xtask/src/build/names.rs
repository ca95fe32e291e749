//! Under which names the files of dist/ are served. The loader keeps its name, since pages have it; whatever belongs to one build
//! of it carries a hash. So a server, a cache or a hand upload that mixes two builds cannot bring the wrong ones together: an old
//! loader asks for its own files, which an upload over the old ones leaves in place.

use sha2::{Digest, Sha256};

/// What the names of one build's files have in them: a hash over all of these.
pub fn build_of(files: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    for (name, text) in files {
        for part in [name, text] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize()[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `frame.en.html` as the file of a build: `frame.en.3f2a9c1d.html`.
pub fn hashed(name: &str, build: &str) -> String {
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{build}.{end}")
}

/// The loader's other name, which always means the same bytes: the only one for a page that names its hash.
pub fn pinned(loader: &str, version: &str) -> String {
    hashed(loader, version)
}

/// A name without the hash in it, if it has one.
pub fn plain(name: &str) -> String {
    let hash = |part: &&str| part.len() == 8 && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    name.split('.').filter(|part| !hash(part)).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::{build_of, hashed, pinned, plain};

    fn file(name: &str, text: &str) -> (String, String) {
        (name.to_owned(), text.to_owned())
    }

    #[test]
    fn one_letter_of_one_file_is_another_build() {
        let build = build_of(&[file("a.js", "1"), file("b.js", "2")]);
        assert_eq!(build.len(), 8);
        assert_eq!(build, build_of(&[file("a.js", "1"), file("b.js", "2")]));
        for other in [
            [file("a.js", "1"), file("b.js", "3")],
            [file("a.js", "1b"), file(".js", "2")],
            [file("b.js", "2"), file("a.js", "1")],
        ] {
            assert_ne!(build, build_of(&other));
        }
    }

    #[test]
    fn names_get_a_hash_or_a_version_and_lose_the_hash_again() {
        assert_eq!(hashed("frame.en.html", "3f2a9c1d"), "frame.en.3f2a9c1d.html");
        assert_eq!(pinned("program-finder.js", "1.2.0"), "program-finder.1.2.0.js");
        for name in ["frame.en.html", "check.js", "program-finder.1.2.0.js"] {
            assert_eq!(plain(&hashed(name, "3f2a9c1d")), name);
            assert_eq!(plain(name), name);
        }
    }
}
