//! What goes with the tables: inputs, proof, crisis lines, sources, versions, and the place for signatures.

use anyhow::{Context, Result};
use program_finder::content::changes::CHANGES;
use program_finder::content::crisis::{CHECK_AFTER, CRISIS_LINES, HOW_CHECKED, Way};
use program_finder::content::inputs::{INPUTS, Input};
use program_finder::content::{QUESTIONNAIRE, SOURCES, VERSION, fingerprint, fingerprint_of};
use program_finder::engine::{OptionSet, Question};
use program_finder::provider::When;
use serde_json::{Value, json};

use super::html::{element, id, list, section, table, text};
use super::proof::Proof;
use super::tables::{questions_depending_on, rules_reading, sets_level};
use super::words::Words;

fn question_of(input: &Input) -> Result<&'static Question<'static>> {
    QUESTIONNAIRE.question(input.question).with_context(|| format!("there is no question {}", input.question))
}

/// Every input of the rules, what it is for and what reads it.
pub fn inputs(words: &Words) -> Result<String> {
    let codes = |ids: Vec<&str>| {
        if ids.is_empty() { "–".to_owned() } else { ids.into_iter().map(id).collect::<Vec<_>>().join(", ") }
    };
    let mut rows = Vec::new();
    let mut traits = Vec::new();
    for input in INPUTS {
        let question = question_of(input)?;
        rows.push(vec![
            format!("<a href=\"#question-{0}\">{1}</a> {2}", question.id, text(words.name(question)?), id(question.id)),
            text(input.purpose),
            codes(rules_reading(question.all()).map(|rule| rule.id).collect()),
            codes(questions_depending_on(question).map(|question| question.id).collect()),
            if sets_level(question) { "yes" } else { "no" }.to_owned(),
            input.protected.map_or("–".to_owned(), |protected| element("strong", &text(protected.name))),
        ]);
        if let Some(protected) = input.protected {
            let options = protected
                .options
                .iter()
                .filter_map(|option| question.option(option))
                .fold(OptionSet::NONE, OptionSet::union);
            let quoted = words.short(question, options)?.join(", ");
            let (name, why) = (text(protected.name), text(protected.why));
            traits.push(format!("<strong>{name}</strong>, told by {}. {why}", text(&quoted)));
        }
    }
    let mut inside = format!(
        "<p>The rules can read the answers to these {} questions and nothing else: no name, no address, no device, no \
         configuration of the provider’s. The same list, for programs to read, is written beside this page as \
         <code>inputs.json</code>.</p>\n",
        QUESTIONNAIRE.questions.len()
    );
    inside += &table(
        "inputs",
        &[
            "Input",
            "Purpose",
            "Rules that read it",
            "Questions asked because of it",
            "Can set the level",
            "Protected trait",
        ],
        &rows,
    );
    inside += &on_result(words)?;
    inside += "<h3>Protected traits</h3>\n<p>Two answers tell a protected trait:</p>\n";
    inside += &list(&traits);
    inside += "<p>No other protected trait is an input: not race, color, national origin, religion, sex, gender identity, \
               sexual orientation, disability, language or veteran status. Programs made for a group (such as women or \
               veterans) are labels that the provider puts on its own programs; no rule reads them. Health and daily \
               life are asked about as they are now, because that is what a level of care answers to; no question asks \
               for a diagnosis or a disability.</p>\n";
    Ok(section("inputs", "Inputs", &inside))
}

/// What a result asks for, which is no input of the rules.
fn on_result(words: &Words) -> Result<String> {
    let times = When::IDS.iter().map(|time| Ok(format!("“{}”", words.say(&format!("week.{time}"))?)));
    Ok(format!(
        "<p>On the result, and never before it, a visitor can say which times could work ({}), and narrow the list of the \
         provider’s programs. That sorts and filters programs. It is not among the answers, so no rule can read it.</p>\n",
        text(&times.collect::<Result<Vec<_>>>()?.join(", "))
    ))
}

/// The same for programs.
pub fn inputs_json(words: &Words) -> Result<String> {
    let mut inputs = Vec::new();
    for input in INPUTS {
        let question = question_of(input)?;
        inputs.push(json!({
            "question": question.id,
            "name": words.name(question)?,
            "options": question.options,
            "purpose": input.purpose,
            "rules": rules_reading(question.all()).map(|rule| rule.id).collect::<Vec<_>>(),
            "decides_whether_asked": questions_depending_on(question).map(|question| question.id).collect::<Vec<_>>(),
            "sets_level": sets_level(question),
            "protected_trait": input.protected.map_or(Value::Null, |protected| {
                json!({
                    "name": protected.name,
                    "options": protected.options,
                    "levels": protected.levels,
                    "why": protected.why,
                })
            }),
        }));
    }
    let all = json!({ "version": VERSION, "fingerprint": fingerprint(), "inputs": inputs });
    Ok(format!("{all:#}\n"))
}

/// What was counted over all answers, or that it was not.
pub fn proof(proof: Option<&Proof>) -> String {
    let inside = match proof {
        None => "<p><strong>The proof has not been run for these rules where this page was written.</strong> It tries every \
                 set of answers and checks that each promise holds. A release has no counts of it, since its files are \
                 the same wherever they are made: run <code>cargo test --profile proof --test proof</code>, and then \
                 <code>cargo xtask protocol</code>.</p>\n"
            .to_owned(),
        Some(proof) => proof.html(),
    };
    section("proof", "Proof", &inside)
}

/// The crisis lines, with the day on which each was last checked.
pub fn crisis() -> String {
    let rows: Vec<Vec<String>> = CRISIS_LINES
        .iter()
        .map(|line| {
            let mut ways: Vec<String> = line.ways.iter().map(|way| text(&way_words(*way))).collect();
            ways.extend(line.spanish.iter().map(|way| text(&format!("In Spanish: {}", way_words(*way)))));
            vec![text(line.name), ways.join("<br>"), text(line.what), text(line.source), line.checked.to_owned()]
        })
        .collect();
    let mut inside = element("p", &text(HOW_CHECKED));
    inside += &table("crisis", &["Line", "How", "What for", "Source", "Last checked"], &rows);
    inside += &format!("<p>Each is to be checked again within {CHECK_AFTER} days.</p>\n");
    section("crisis", "Crisis lines", &inside)
}

fn way_words(way: Way) -> String {
    match way {
        Way::Call(number) => format!("Call {number}"),
        Way::Press(number, digit, what) => format!("Call {number} and press {digit} ({what})"),
        Way::Tty(number) => format!("TTY {number}"),
        Way::Relay(relay, number) => format!("Call {relay}, then {number}, from a text telephone"),
        Way::Video(number) => format!("Call {number} from a videophone"),
        Way::Text("", number) => format!("Text {number}"),
        Way::Text(word, number) => format!("Text {word} to {number}"),
        Way::Web(address) => address.trim_start_matches("https://").trim_end_matches('/').to_owned(),
    }
}

/// What the rules rest on.
pub fn sources() -> String {
    let rows: Vec<Vec<String>> = SOURCES
        .iter()
        .map(|source| {
            let rules = QUESTIONNAIRE.rules.iter().filter(|rule| rule.sources.contains(&source.id)).count();
            let name = format!("<span id=\"source-{}\">{}</span>", source.id, id(source.id));
            vec![name, text(source.title), text(source.place), rules.to_string()]
        })
        .collect();
    section("sources", "Sources", &table("sources", &["Name", "Title", "Where", "Rules that cite it"], &rows))
}

/// Every version, and what it moved.
pub fn changes() -> String {
    let mut inside = String::new();
    for change in CHANGES {
        inside +=
            &format!("<h3>{}, {}</h3>\n{}", text(change.version), text(change.date), element("p", &text(change.what)));
        if change.moves.is_empty() {
            inside += "<p>There was no version before it, so no outcome moves.</p>\n";
        } else {
            let rows: Vec<Vec<String>> =
                change.moves.iter().map(|(what, outcomes)| vec![text(&what.join(", ")), text(outcomes)]).collect();
            inside += &table("moves", &["Changed", "Outcomes that move"], &rows);
        }
    }
    section("changes", "Version and change log", &inside)
}

/// The fingerprint of everything that visitors read in this language.
pub fn words_fingerprint(words: &Words) -> String {
    fingerprint_of(&json!(words.all()).to_string())
}

/// Lines to sign on.
pub fn sign_off(words: &Words) -> String {
    let mut inside = format!(
        "<p>I have read this protocol: version <strong>{}</strong> of the rules (fingerprint <code>{}</code>) with the \
         English words whose fingerprint is <code>{}</code>.</p>\n<p>What I sign covers just these. A new version, or \
         other words, wants a new signature.</p>\n",
        text(VERSION),
        fingerprint(),
        words_fingerprint(words)
    );
    for role in ["Clinical director", "Second reader (clinical, compliance or legal)"] {
        let lines = ["Name", "Title and license", "Organization", "Signature", "Date", "To be read again by"];
        let lines: String = lines.map(|line| format!("<div><dt>{line}</dt><dd></dd></div>")).concat();
        inside += &format!(
            "<div class=\"sign\"><h3>{role}</h3>\n<p class=\"choices\"><span>☐ I agree with it as it stands.</span> \
             <span>☐ I agree with the limits below.</span> <span>☐ I do not agree.</span></p>\n\
             <div class=\"limits\"><p>Limits and remarks</p></div>\n<dl>{lines}</dl></div>\n"
        );
    }
    section("sign-off", "Sign-off", &inside)
}
