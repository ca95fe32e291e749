//! The release as one file to download: the same files give the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Files by their path in the archive, which is their order too.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A zip with these files in a folder. Every file has the same date: when it was packed is no part of what it is.
pub fn zip(folder: &str, files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(format!("{folder}/{path}"), options).with_context(|| format!("packing {path}"))?;
        writer.write_all(bytes).with_context(|| format!("packing {path}"))?;
    }
    Ok(writer.finish().context("packing")?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::{Files, zip};

    #[test]
    fn the_same_files_give_the_same_bytes_whenever_they_are_packed() {
        let files: Files =
            [("b/c.txt", "c".repeat(999)), ("a.txt", "a".into())].map(|(path, text)| (path.into(), text.into())).into();
        let packed = zip("finder-1.0.0", &files).unwrap();
        assert_eq!(packed, zip("finder-1.0.0", &files.clone()).unwrap());
        assert!(packed.len() < 999, "compressed");
        let mut archive = zip::ZipArchive::new(Cursor::new(&packed)).unwrap();
        let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["finder-1.0.0/a.txt", "finder-1.0.0/b/c.txt"]);
        let mut file = archive.by_name("finder-1.0.0/b/c.txt").unwrap();
        let date = file.last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day(), date.hour()), (1980, 1, 1, 0));
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "c".repeat(999));
    }
}
