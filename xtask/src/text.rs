//! `cargo xtask text`: which translations lag behind the English, and which nobody qualified has reviewed.

mod review;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

use crate::Stop;
use crate::tools;
use review::{Review, Texts, mark, source};

pub const HELP: &str = "\
Tell which translations lag behind the English, and take note of those that were held against it.

Usage: cargo xtask text [LANG] [--seen KEY]... [--all-seen] [--mark KEY]

Without options it prints each text of www/text/LANG.json whose English has changed since it was written, both
texts, and how many critical texts no qualified person has reviewed. It fails if one is stale or missing.

  LANG         The translation: es (the default), or another that www/text has

Options:
      --seen KEY   You have read this text beside today's English: note that in www/review/LANG.json
      --all-seen   The same for every text that is stale
      --mark KEY   Print the mark of the translation, which a reviewer's entry carries
  -h, --help       This text
";

/// What to do, besides looking.
#[derive(Default)]
pub struct Wanted {
    pub lang: Option<String>,
    pub seen: Vec<String>,
    pub all_seen: bool,
    pub mark: Option<String>,
}

/// Looks, takes note, and tells. Whether nothing is left to do in the texts.
pub fn run(wanted: &Wanted) -> Result<bool, Stop> {
    let lang = wanted.lang.as_deref().unwrap_or("es");
    let www = tools::root().join("www");
    let catalog = www.join(format!("text/{lang}.json"));
    if lang == "en" || !catalog.exists() {
        return Err(Stop::Input(format!("www/text has no translation {lang:?}")));
    }
    let (english, texts): (Texts, Texts) = (read(&www.join("text/en.json"))?, read(&catalog)?);
    if let Some(key) = wanted.seen.iter().chain(&wanted.mark).find(|key| !texts.contains_key(*key)) {
        return Err(Stop::Input(format!("{} has no {key:?}", catalog.display())));
    }
    if let Some(key) = &wanted.mark {
        println!("{}", mark(&texts[key]));
        return Ok(true);
    }

    let file = www.join(format!("review/{lang}.json"));
    let mut review: Review = if file.exists() { read(&file)? } else { Review::default() };
    if wanted.all_seen || !wanted.seen.is_empty() {
        let stale = review.stale(&english, &texts);
        let seen = if wanted.all_seen { stale } else { wanted.seen.iter().map(String::as_str).collect() };
        review.note(&english, &texts, &seen);
        write(&file, &review)?;
    }
    Ok(tell(lang, &english, &texts, &review))
}

/// Prints what is left to do.
fn tell(lang: &str, english: &Texts, texts: &Texts, review: &Review) -> bool {
    let missing: Vec<_> = english.keys().filter(|key| !has(texts, key)).collect();
    for key in &missing {
        println!("missing {key}\n  en  {}\n", english[*key]);
    }
    let stale = review.stale(english, texts);
    for key in &stale {
        let source = source(english, key).map_or("(there is none: take the translation out)", String::as_str);
        println!("stale   {key}\n  en  {source}\n  {lang}  {}\n", texts[*key]);
    }
    let faults = review.faults(texts);
    for fault in &faults {
        println!("review  {fault}");
    }
    println!("{lang}: {} texts, {} missing, {} stale", texts.len(), missing.len(), stale.len());
    println!("{lang}: {} of {} critical texts not reviewed by a qualified person", review.open(), review.review.len());
    missing.is_empty() && stale.is_empty() && faults.is_empty()
}

/// Whether a translation has the key, or its four voices.
fn has(texts: &Texts, key: &str) -> bool {
    texts.contains_key(key) || texts.contains_key(&format!("{key}.self"))
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

fn write(path: &Path, review: &Review) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let text = serde_json::to_string_pretty(review).context("writing JSON")? + "\n";
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}
