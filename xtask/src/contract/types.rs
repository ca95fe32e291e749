//! TypeScript types of a configuration, from the reader's own tables.

use std::fmt::Write;

use anyhow::Result;
use program_finder::provider::schema::{Field, Need, Schema};
use program_finder::provider::{OPENING_WORDS, SHAPE, TEXT_LANGUAGES};

use super::schema::plain;
use super::words::Words;

/// The types, as a file of declarations.
pub fn types(words: &Words) -> Result<String> {
    let mut text = "// The configuration of a program-finder: finder.json. Written by `cargo xtask schema` from the reader's own tables.\n\n\
        /** Words of your own: plain, or in each language. */\n"
        .to_owned();
    let languages: Vec<String> = TEXT_LANGUAGES.iter().map(|field| format!("{}?: string | null", field.name)).collect();
    writeln!(text, "export type Words = string | {{ {} }};\n", languages.join("; "))?;
    text += "/** A number, or from one number to another. */\nexport type Span = number | { from: number; to: number };\n\n";
    text += "/** Some of a closed list of names. A single name stands for a list of one. */\nexport type Some<Name> = Name | Name[];\n\n";
    for (name, shape, path, about) in named() {
        writeln!(text, "/** {about} */\nexport interface {name} {{")?;
        if path.is_empty() {
            text += "  /** For your editor. The finder does not read it. */\n  $schema?: string;\n";
        }
        text += &members(words, fields(shape), path, 1)?;
        text += "}\n\n";
    }
    Ok(text.trim_end().to_owned() + "\n")
}

/// The groups that have a name of their own.
fn named() -> [(&'static str, Schema, &'static str, &'static str); 5] {
    let top = fields(SHAPE);
    let of = |fields: &'static [Field], name: &str| {
        fields.iter().find(|field| field.name == name).map_or(Schema::Group(&[]), |field| field.shape)
    };
    let program = of(top, "programs");
    [
        ("FinderConfig", SHAPE, "", "The whole file."),
        ("Program", program, "programs[]", "One program."),
        ("Schedule", of(fields(program), "schedule"), "programs[].schedule", "When a program meets."),
        ("Payer", Schema::Payer, "programs[].payers[]", "A way to pay with its plans."),
        ("Partner", of(top, "partners"), "partners[]", "A place that you refer people to."),
    ]
}

fn fields(shape: Schema) -> &'static [Field] {
    super::words::fields_of(shape).map_or(&[], |(_, fields)| fields)
}

fn members(words: &Words, fields: &[Field], path: &str, depth: usize) -> Result<String> {
    let indent = "  ".repeat(depth);
    let mut text = String::new();
    for field in fields {
        let here = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        let about = words.of(&here)?;
        writeln!(text, "{indent}/** {}: {} */", about.label, plain(&about.help))?;
        let name = if field.name.contains('-') { format!("'{}'", field.name) } else { field.name.to_owned() };
        // What is only recommended may be missing as well.
        let (mark, nothing) = if field.need == Need::Required { ("", "") } else { ("?", " | null") };
        writeln!(text, "{indent}{name}{mark}: {}{nothing};", type_of(words, field.shape, &here, depth)?)?;
    }
    Ok(text)
}

fn type_of(words: &Words, shape: Schema, path: &str, depth: usize) -> Result<String> {
    if let Some((name, ..)) = named().iter().find(|(_, _, place, _)| *place == path || format!("{path}[]") == *place) {
        let list = matches!(shape, Schema::List(_));
        return Ok(match (*name, list) {
            ("Payer", true) => "string | (Words | Payer)[]".to_owned(),
            (name, true) => format!("{name}[]"),
            (name, false) => name.to_owned(),
        });
    }
    Ok(match shape {
        Schema::Text => "Words".to_owned(),
        Schema::Words | Schema::Link | Schema::File | Schema::Email | Schema::Clock | Schema::Date | Schema::Font => {
            "string".to_owned()
        }
        Schema::Color => "`#${string}`".to_owned(),
        Schema::Phone | Schema::TextNumber | Schema::Pixels(..) | Schema::Hundredths(..) => {
            "string | number".to_owned()
        }
        Schema::YesNo => "boolean".to_owned(),
        Schema::Amount(_) => "number".to_owned(),
        Schema::Span(_) => "Span".to_owned(),
        Schema::One(ids) | Schema::Exact(ids) => union(ids),
        Schema::Many(ids) => format!("Some<{}>", union(ids)),
        // A day as well.
        Schema::Opening => format!("{} | (string & {{}})", union(OPENING_WORDS)),
        Schema::Payer => "Words | Payer".to_owned(),
        Schema::List(list) => match list.item {
            Schema::Text => "string | Words[]".to_owned(),
            Schema::Words => "Some<string>".to_owned(),
            Schema::One(ids) => format!("Some<{}>", union(ids)),
            other => format!("({})[]", type_of(words, other, &format!("{path}[]"), depth)?),
        },
        Schema::Group(fields) | Schema::Tokens(fields) => {
            format!("{{\n{}{}}}", members(words, fields, path, depth + 1)?, "  ".repeat(depth))
        }
    })
}

fn union(ids: &[&str]) -> String {
    ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(" | ")
}
