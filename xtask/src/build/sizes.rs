//! What a visitor downloads, and the budgets that it is held to.

use std::fs;
use std::io::Write;
use std::panic::resume_unwind;
use std::thread;

use anyhow::{Result, bail};

use super::names;
use crate::tools;

/// Everything that a visitor downloads for a full run in one language, as bytes of brotli.
const VISITOR: usize = 68_650;
/// The loader, which every visit to the provider's page pays for.
const LOADER: usize = 4_300;

/// A file of dist/ as the best compression that servers use sends it. That takes a second or more, so what came of it
/// is kept in the target folder, for the next build and for the demo.
pub fn brotli(name: &str, bytes: &[u8]) -> Vec<u8> {
    let folder = tools::target().join("brotli");
    // One of each is kept, not one of each build.
    let name = names::plain(name);
    let (from, to) = (folder.join(&name), folder.join(format!("{name}.br")));
    if fs::read(&from).is_ok_and(|before| before == bytes)
        && let Ok(small) = fs::read(&to)
    {
        return small;
    }
    let small = compressed(bytes);
    // A folder that can't be written to only costs time. The result is there before what it belongs to is.
    let _ = fs::create_dir_all(&folder);
    let _ = fs::remove_file(&from);
    if fs::write(&to, &small).is_ok() {
        let _ = fs::write(&from, bytes);
    }
    small
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut small = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 11, 22);
    // Writing into memory has no way to fail.
    let _ = writer.write_all(bytes);
    drop(writer);
    small
}

/// A file's size, as it is and as it travels.
pub struct Size {
    name: String,
    raw: usize,
    small: usize,
}

impl Size {
    /// As it travels.
    pub fn small(&self) -> usize {
        self.small
    }

    /// Measures a file.
    fn of(name: &str, bytes: &[u8]) -> Size {
        Size { name: name.to_owned(), raw: bytes.len(), small: brotli(name, bytes).len() }
    }
}

/// Measures files of these names, at the same time: the best compression is slow.
pub fn of(files: &[(String, String)]) -> Vec<Size> {
    thread::scope(|threads| {
        let measured: Vec<_> =
            files.iter().map(|(name, text)| threads.spawn(move || Size::of(name, text.as_bytes()))).collect();
        measured.into_iter().map(|one| one.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

/// The table of sizes. `visitor` names the files that one visitor downloads.
pub fn table(sizes: &[Size], loader: &str, visitor: &[&str]) -> String {
    let width = sizes.iter().map(|size| size.name.len()).max().unwrap_or(0).max(TOTAL.len());
    let mut text = format!("{:width$}  {:>9}  {:>9}\n", "file", "raw", "brotli");
    for size in sizes {
        text += &format!("{:width$}  {:>9}  {:>9}\n", size.name, size.raw, size.small);
    }
    let total = of_visitor(sizes, visitor);
    let raw: usize = sizes.iter().filter(|s| visitor.contains(&s.name.as_str())).map(|s| s.raw).sum();
    text += &format!("{TOTAL:width$}  {raw:>9}  {total:>9}\n");
    let small = of_visitor(sizes, &[loader]);
    text + &format!("budgets, brotli: {total} of {VISITOR} for a visitor, {small} of {LOADER} for the loader\n")
}

const TOTAL: &str = "a visitor downloads, English";

/// Fails if a budget is exceeded.
pub fn check(sizes: &[Size], loader: &str, visitor: &[&str]) -> Result<()> {
    for (what, size, budget) in [
        ("the loader", of_visitor(sizes, &[loader]), LOADER),
        ("a visitor's download", of_visitor(sizes, visitor), VISITOR),
    ] {
        if size > budget {
            bail!("{what} is {size} bytes of brotli; the budget is {budget}");
        }
    }
    Ok(())
}

fn of_visitor(sizes: &[Size], names: &[&str]) -> usize {
    sizes.iter().filter(|size| names.contains(&size.name.as_str())).map(|size| size.small).sum()
}

#[cfg(test)]
mod tests {
    use super::{LOADER, Size, VISITOR, check, table};

    fn size(name: &str, small: usize) -> Size {
        Size { name: name.to_owned(), raw: small * 3, small }
    }

    #[test]
    fn a_budget_is_held_to_the_byte() {
        let left = VISITOR - LOADER;
        let fits = [size("l.js", LOADER), size("f.html", left), size("other.js", 90_000)];
        assert!(check(&fits, "l.js", &["l.js", "f.html"]).is_ok());
        let heavy = [size("l.js", LOADER), size("f.html", left + 1)];
        let error = check(&heavy, "l.js", &["l.js", "f.html"]).unwrap_err();
        let told = format!("a visitor's download is {} bytes of brotli; the budget is {VISITOR}", VISITOR + 1);
        assert_eq!(error.to_string(), told);
        let loader = [size("l.js", LOADER + 1)];
        let error = check(&loader, "l.js", &["l.js"]).unwrap_err();
        assert_eq!(error.to_string(), format!("the loader is {} bytes of brotli; the budget is {LOADER}", LOADER + 1));
    }

    #[test]
    fn the_table_sums_what_one_visitor_downloads() {
        let text = table(&[size("l.js", 10), size("f.html", 20), size("f.js", 30)], "l.js", &["l.js", "f.html"]);
        assert!(text.contains("a visitor downloads, English         90         30\n"), "{text}");
    }
}
