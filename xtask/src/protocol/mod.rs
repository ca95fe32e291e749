//! `cargo xtask protocol`: the rules as a page to read, print and sign. Everything on it comes from the tables.

mod drawing;
mod flow;
pub mod html;
mod page;
mod population;
mod proof;
mod records;
pub mod simulator;
mod svg;
mod tables;
pub mod words;

use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use program_finder::content::crisis::{CHECK_AFTER, overdue};
use program_finder::content::{QUESTIONNAIRE, VERSION, fingerprint, record};

use self::proof::Proof;
use self::words::Words;
use crate::tools;

pub const HELP: &str = "\
Write the rules as one page to read, print (Letter or A4) and sign.

Usage: cargo xtask protocol [--out FILE] [--record]

The page has the intended use, every question in all wordings, every rule with its reason and sources, how sure a
suggestion is, the flow as a drawing, the inputs with what each is for, the stated population, the crisis lines with the day on which they were
checked, the change log and a place for signatures. All of it comes from the tables that the finder runs on. If the proof
has been run for these very rules, its counts are there too. The same tables give the same bytes.

Options:
  -o, --out FILE   Where to write it; target/protocol/protocol.html if not given. inputs.json goes beside it.
      --record     Also write the tables of this version to docs/rules/VERSION.txt, once: a version does not change
  -h, --help       This text
";

/// What was asked for.
#[derive(Default)]
pub struct Options {
    pub out: Option<PathBuf>,
    pub record: bool,
}

/// Writes the page.
pub fn run(options: Options) -> Result<()> {
    if options.record {
        write_record()?;
    }
    warn_of_old_checks();
    let words = Words::read(&tools::root().join("www/text/en.json"))?;
    let proof = Proof::read(&tools::target().join("proof.json"), &fingerprint())?;
    let path = options.out.unwrap_or_else(|| tools::target().join("protocol/protocol.html"));
    let inputs = path.with_file_name("inputs.json");
    write(&path, &page::page(&words, proof.as_ref())?)?;
    write(&inputs, &records::inputs_json(&words)?)?;
    if proof.is_none() {
        tools::say("without the proof's counts: it has not been run for these rules");
    }
    tools::say(&format!("{} and {} are written", path.display(), inputs.display()));
    Ok(())
}

/// The page without the proof's counts, which say on which machine and how long it ran: alike wherever it is made.
pub fn plain_page() -> Result<String> {
    page::page(&Words::read(&tools::root().join("www/text/en.json"))?, None)
}

/// Writes a page, and the folder that it stands in.
pub fn write(path: &std::path::Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

/// Writes down what this version is. What was written down before is not touched.
fn write_record() -> Result<()> {
    let path = tools::root().join("docs/rules").join(format!("{VERSION}.txt"));
    let now = record(&QUESTIONNAIRE);
    match fs::read_to_string(&path) {
        Ok(before) if before == now => tools::say(&format!("version {VERSION} is on record as it is")),
        Ok(_) => bail!(
            "version {VERSION} is on record with other rules, in {}. Raise VERSION in src/content/mod.rs and say in \
             src/content/changes.rs which outcomes move; or, if {VERSION} was never given to anybody, delete that file.",
            path.display()
        ),
        Err(_) => {
            write(&path, &now)?;
            tools::say(&format!("version {VERSION} is recorded in {}", path.display()));
        }
    }
    Ok(())
}

fn warn_of_old_checks() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    for line in overdue(i64::try_from(now).unwrap_or_default()) {
        eprintln!(
            "warning: {} was last checked on {}, more than {CHECK_AFTER} days ago (src/content/crisis.rs)",
            line.name, line.checked
        );
    }
}

#[cfg(test)]
mod tests;
