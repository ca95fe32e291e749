//! The printed page as a whole.

use anyhow::{Context, Result};
use program_finder::content::changes::CHANGES;
use program_finder::content::{QUESTIONNAIRE, SOURCES, VERSION, fingerprint};
use program_finder::decision::State;
use program_finder::engine::Level;

use super::drawing::drawing;
use super::html::{element, id, markdown, section, table, text};
use super::population::population;
use super::proof::Proof;
use super::svg::svg;
use super::tables::sets_level;
use super::words::Words;
use super::{records, tables};

/// What the finder is for: a page of the project's documentation, which stands here as it is.
const INTENDED_USE: &str = include_str!("../../../docs/intended-use.md");
/// Where it is worked out how sure a suggestion is. What each state means stands there, beside the code that decides it.
const CERTAINTY: &str = include_str!("../../../src/engine/certainty.rs");
const STYLE: &str = include_str!("page.css");

/// Writes the page. The same tables, words and proof give the same bytes.
pub fn page(words: &Words, proof: Option<&Proof>) -> Result<String> {
    let sections = [
        section("intended-use", "Purpose and intended use", &markdown(INTENDED_USE)),
        how(words)?,
        flow(words)?,
        tables::questions(words)?,
        tables::rules(words)?,
        tables::outcomes(words)?,
        records::inputs(words)?,
        records::proof(proof),
        population()?,
        records::crisis(),
        records::sources(),
        records::changes(),
        records::sign_off(words),
    ];
    let title = format!("Program finder: protocol, version {VERSION}");
    // A single printed page still tells which rules it belongs to.
    let footer = format!("{title}, rules {}", &fingerprint()[..12]);
    let style = STYLE.replace("{{footer}}", &footer);
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{style}</style>\n</head>\n<body>\n{}<main>\n{}</main>\n</body>\n</html>\n",
        text(&title),
        cover(words, &sections),
        sections.concat()
    ))
}

fn cover(words: &Words, sections: &[String]) -> String {
    let options: usize = QUESTIONNAIRE.questions.iter().map(|question| question.options.len()).sum();
    let facts = [
        ("Version", text(VERSION)),
        ("Dated", CHANGES.first().map_or(String::new(), |newest| text(newest.date))),
        ("Questions", format!("{} with {options} options", QUESTIONNAIRE.questions.len())),
        ("Rules", format!("{} from {} sources", QUESTIONNAIRE.rules.len(), SOURCES.len())),
        ("Fingerprint of the rules", id(&fingerprint())),
        ("Fingerprint of the English words", id(&records::words_fingerprint(words))),
    ];
    let facts: String = facts.iter().map(|(name, fact)| format!("<div><dt>{name}</dt><dd>{fact}</dd></div>")).collect();
    let contents: String = sections.iter().filter_map(|section| contents_line(section)).collect();
    format!(
        "<header>\n<h1>Program finder: protocol</h1>\n<p>What the finder asks, which rules follow from the answers, \
         and what they rest on. This page is written by a program from the very tables that the finder runs on.</p>\n\
         <dl class=\"facts\">{facts}</dl>\n<nav aria-label=\"Contents\"><ol>{contents}</ol></nav>\n</header>\n"
    )
}

/// A section's line in the contents.
fn contents_line(section: &str) -> Option<String> {
    let name = section.split("id=\"").nth(1)?.split('"').next()?;
    let heading = section.split("<h2>").nth(1)?.split("</h2>").next()?;
    Some(format!("<li><a href=\"#{name}\">{heading}</a></li>\n"))
}

/// How the answers become a suggestion, and how sure it is.
fn how(words: &Words) -> Result<String> {
    let mut inside = String::from(
        "<p>Each answer is a fact, and each rule names the facts that it reads. Rules that set a level name the least \
         intensive one that fits; the suggestion is the highest of them, and outpatient care where \
         there is none. First steps come before the level, and add-ons stand beside it; neither changes it. Readiness, \
         motivation and times are no part of it.</p>\n\
         <p>“I’m not sure” and “I’d rather not say” are unknown, never “no”. No rule that asks for more than outpatient \
         care reads them. Instead they leave a range of levels open:</p>\n",
    );
    let ends = [("Least", "pub low: Level,"), ("Most", "pub high: Level,")];
    let rows = ends.map(|(name, item)| Ok(vec![name.to_owned(), text(&doc(item)?)]));
    inside += &table("range", &["End of the range", "What it is"], &rows.into_iter().collect::<Result<Vec<_>>>()?);
    inside += "<h3>How sure</h3>\n<p>There are four states, and never a number:</p>\n";
    let rows = CERTAINTIES
        .map(|state| Ok(vec![state.name.to_owned(), text(&doc(state.item)?), text(words.heading(state.example)?)]));
    let head = ["State", "Where", "For example, the visitor reads"];
    inside += &table("certainty", &head, &rows.into_iter().collect::<Result<Vec<_>>>()?);
    let setting: Vec<String> = QUESTIONNAIRE
        .questions
        .iter()
        .filter(|question| sets_level(question))
        .map(|question| Ok(format!("{} {}", text(words.name(question)?), id(question.id))))
        .collect::<Result<_>>()?;
    inside += &element("p", &format!("Answers that can set the level are those to: {}.", setting.join(", ")));
    Ok(section("how", "How a suggestion is made", &inside))
}

/// How sure a suggestion can be.
pub struct CertaintyState {
    pub id: &'static str,
    pub name: &'static str,
    /// How the code names it, for [`doc`].
    pub item: &'static str,
    /// What can be decided there: an example.
    example: State,
}

pub const CERTAINTIES: [CertaintyState; 4] = [
    CertaintyState { id: "one", name: "One level", item: "One,", example: State::OneLevel(Level::Iop) },
    CertaintyState { id: "two", name: "Two levels", item: "Two,", example: State::TwoLevels(Level::Iop, Level::Php) },
    CertaintyState {
        id: "at_least",
        name: "At least",
        item: "AtLeast,",
        example: State::AtLeast(Level::Iop, Level::DayAndNight),
    },
    CertaintyState { id: "not_enough", name: "Not enough to say", item: "NotEnough,", example: State::NotEnough },
];

/// What the source says of an item: the comment above it.
pub fn doc(item: &str) -> Result<String> {
    let lines: Vec<&str> = CERTAINTY.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| *line == item).with_context(|| format!("certainty.rs has no `{item}`"))?;
    let above = lines[..at].iter().rev().map_while(|line| line.strip_prefix("/// ")).collect::<Vec<_>>();
    anyhow::ensure!(!above.is_empty(), "certainty.rs says nothing of `{item}`");
    Ok(above.into_iter().rev().collect::<Vec<_>>().join(" "))
}

fn flow(words: &Words) -> Result<String> {
    let what = "Questions from top to bottom in the order in which they are asked. A question that is asked only because \
                of an answer stands further to the right, and an arrow leads to it from that answer.";
    let drawn = svg(&drawing(words)?, "The flow of the questions", what);
    let inside = format!("<p>{}</p>\n<figure>\n{drawn}</figure>\n", text(what));
    Ok(section("flow", "Flow", &inside))
}

#[cfg(test)]
mod tests {
    use super::doc;

    #[test]
    fn what_the_code_says_of_itself_is_found() {
        for item in ["pub low: Level,", "pub high: Level,", "One,", "Two,", "AtLeast,", "NotEnough,"] {
            let said = doc(item).unwrap();
            assert!(said.ends_with('.') && !said.contains(['`', '[']), "{item}: {said}");
        }
        assert!(doc("Sure,").is_err());
    }
}
