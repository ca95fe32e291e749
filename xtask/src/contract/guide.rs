//! The tables of fields in `docs/configuration.md`, from the reader's own tables.
//!
//! A table stands between `<!-- fields: GROUP -->` and `<!-- fields end -->`, and has every field of that group, or those that are
//! named behind it.

use anyhow::{Context, Result, bail};
use program_finder::provider::schema::{Field, List, Need, Schema, Unit};
use program_finder::provider::{SHAPE, STATES};

use super::words::{FieldWords, Words, every_field, fields_of};

const START: &str = "<!-- fields: ";
const END: &str = "<!-- fields end -->";

/// The guide with its tables written anew.
pub fn filled(guide: &str, words: &Words) -> Result<String> {
    let mut pieces = guide.split(START);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (what, rest) = piece.split_once(" -->\n").context("a table of fields begins with a line of its own")?;
        let (_, rest) = rest.split_once(END).with_context(|| format!("the table of {what} has no end"))?;
        text += &format!("{START}{what} -->\n{}{END}{rest}", table(what, words)?);
    }
    Ok(text)
}

#[cfg(test)]
/// Every field that the guide has in a table, by its path.
pub fn told(guide: &str) -> Result<Vec<String>> {
    let mut told = Vec::new();
    for piece in guide.split(START).skip(1) {
        let (what, _) = piece.split_once(" -->").context("a table of fields begins with a line of its own")?;
        told.extend(rows(what)?.into_iter().map(|(path, _)| path));
    }
    Ok(told)
}

fn rows(what: &str) -> Result<Vec<(String, &'static Field)>> {
    let mut names = what.split(' ');
    let group = names.next().unwrap_or_default();
    let names: Vec<&str> = names.collect();
    let (shape, prefix) = if group == "top" {
        (SHAPE, String::new())
    } else {
        let every = every_field();
        let field = every.iter().find(|(path, _)| path == group.trim_end_matches("[]"));
        let (_, field) = field.with_context(|| format!("{group} is no group of the configuration"))?;
        (field.shape, format!("{group}."))
    };
    let (_, fields) = fields_of(shape).with_context(|| format!("{group} has no fields"))?;
    for name in &names {
        if !fields.iter().any(|field| field.name == *name) {
            bail!("{group} has no field {name}");
        }
    }
    let wanted = |field: &&Field| names.is_empty() || names.contains(&field.name);
    Ok(fields.iter().filter(wanted).map(|field| (format!("{prefix}{}", field.name), field)).collect())
}

fn table(what: &str, words: &Words) -> Result<String> {
    let mut rows_of = Vec::new();
    for (path, field) in rows(what)? {
        let said = words.of(&path)?;
        let without = said.without.clone().unwrap_or_default();
        let example = said.example.as_ref().map(|value| format!("`{value}`")).unwrap_or_default();
        rows_of.push([format!("`{}`", field.name), cell(field, said), without, example]);
    }
    let kept: Vec<usize> = (0..4).filter(|column| rows_of.iter().any(|row| !row[*column].is_empty())).collect();
    let line = |row: &[String; 4]| {
        let cells: Vec<&str> = kept.iter().map(|column| row[*column].as_str()).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = line(&["Field", "What", "If left out", "Example"].map(str::to_owned));
    text += &format!("|{}\n", "---|".repeat(kept.len()));
    rows_of.iter().for_each(|row| text += &line(row));
    Ok(text)
}

fn cell(field: &Field, words: &FieldWords) -> String {
    let mut cell = format!("{} {}", words.help, form(field.shape, words)).trim().to_owned();
    if field.need == Need::Required {
        cell += " **Needed.**";
    }
    cell.replace('|', "\\|")
}

/// What can be written there.
fn form(shape: Schema, words: &FieldWords) -> String {
    match shape {
        Schema::Text | Schema::Words => "*Text.*".to_owned(),
        Schema::YesNo => "*`true` or `false`.*".to_owned(),
        Schema::Link => "*An address.*".to_owned(),
        Schema::Exact(ids) | Schema::One(ids) => format!("*One of* {}.", named(ids, words)),
        Schema::Many(ids) => format!("*A list of* {}.", named(ids, words)),
        Schema::Opening => {
            format!("*One of* {}, or a day.", named(program_finder::provider::OPENING_WORDS, words))
        }
        Schema::Amount(unit) => format!("*{}.*", amount(unit)),
        Schema::Span(unit) => format!("*{}, or `{{ \"from\": …, \"to\": … }}`.*", amount(unit)),
        Schema::Clock => "*A time of 24 hours, from `\"00:00\"` to `\"24:00\"`.*".to_owned(),
        Schema::Date => "*Year-month-day.*".to_owned(),
        Schema::Color => "*`#rgb` or `#rrggbb`.*".to_owned(),
        Schema::Font => "*Names, separated by commas.*".to_owned(),
        Schema::Pixels(least, most) => format!("*`{least}px` to `{most}px`.*"),
        Schema::Hundredths(least, most) => {
            format!("*`{}` to `{}`.*", f64::from(least) / 100.0, f64::from(most) / 100.0)
        }
        Schema::List(list) => list_of(list),
        Schema::Group(fields) | Schema::Tokens(fields) if fields.len() < 8 => {
            let names: Vec<String> = fields.iter().map(|field| format!("`{}`", field.name)).collect();
            format!("*A group of* {}.", names.join(", "))
        }
        Schema::Group(_)
        | Schema::Tokens(_)
        | Schema::File
        | Schema::Phone
        | Schema::TextNumber
        | Schema::Email
        | Schema::Payer => String::new(),
    }
}

fn list_of(list: &List) -> String {
    match list.item {
        Schema::One(ids) if ids == STATES => "*A list of states as two capital letters.*".to_owned(),
        _ => format!("*A list of up to {}.*", list.max),
    }
}

fn amount(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "1 to 7",
        Unit::Hours => "In quarters such as `1.5`, from 0.25 to 60",
        Unit::Years => "0 to 120",
    }
}

fn named(ids: &[&str], words: &FieldWords) -> String {
    let one = |id: &&str| match words.choices.get(*id) {
        Some(what) if what.to_lowercase().replace([' ', '-'], "_") != **id => format!("`{id}` ({what})"),
        _ => format!("`{id}`"),
    };
    ids.iter().map(one).collect::<Vec<_>>().join(", ")
}
