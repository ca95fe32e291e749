//! `cargo xtask simulator`: a page for a provider's staff to try answers on, with the finder's own engine.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use program_finder::content::{Audience, QUESTIONNAIRE, SOURCES, VERSION, fingerprint};
use program_finder::decision::State;
use program_finder::engine::{OptionSet, Question};
use program_finder::provider::{MatchReason, Mismatch};
use serde::Deserialize;
use serde_json::{Value, json};

use super::html::{id, list, text};
use super::words::{Words, voice_name};
use super::{page, tables, write};
use crate::build::{Kind, modules, policy, scripts, template};
use crate::tools;

pub const HELP: &str = "\
Write a page on which a provider's staff try answers: the questions that follow, and what the rules say.

Usage: cargo xtask simulator [--out FILE] [--debug]

It is one file that needs no server and asks for nothing: the finder's own engine is inside. Answers are chosen by
hand, or taken from the cases in tests/cases. A provider's configuration can be pasted to see its programs matched.

Options:
  -o, --out FILE   Where to write it; target/protocol/simulator.html if not given
      --debug      An unoptimized module: builds faster
  -h, --help       This text
";

const PAGE: &str = include_str!("simulator/page.html");
const STYLE: &str = include_str!("simulator/style.css");
const SCRIPT: &str = include_str!("simulator/main.js");

/// Builds the module and writes the page.
pub fn run(out: Option<PathBuf>, kind: Kind) -> Result<()> {
    let path = out.unwrap_or_else(|| tools::target().join("protocol/simulator.html"));
    write(&path, &page_with(&modules::headless(kind)?.script)?)?;
    tools::say(&format!("{} is written", path.display()));
    Ok(())
}

/// The page, with this script as its engine.
pub fn page_with(engine: &str) -> Result<String> {
    simulator(&Words::read(&tools::root().join("www/text/en.json"))?, engine)
}

fn simulator(words: &Words, engine: &str) -> Result<String> {
    scripts::fits_inside_a_page(engine, "the engine")?;
    // Data in a page ends at the first end tag, so no < stands in it.
    let data = data(words)?.to_string().replace('<', "\\u003c");
    template::filled(PAGE, |name| {
        Ok(match name {
            "csp" => policy::of_file(STYLE, &[engine, SCRIPT]),
            "style" => STYLE.to_owned(),
            "version" => text(VERSION),
            "fingerprint" => id(&fingerprint()),
            "parts" => parts(words)?,
            "data" => data.clone(),
            "engine" => engine.to_owned(),
            "script" => SCRIPT.to_owned(),
            other => bail!("the simulator's page has no {other}"),
        })
    })
}

/// Markup that the script puts where it belongs: conditions and rules, as the protocol has them.
fn parts(words: &Words) -> Result<String> {
    let mut html = String::new();
    for question in QUESTIONNAIRE.questions {
        let asked = question.visible_when.iter().map(|clause| words.clause(clause)).collect::<Result<Vec<_>>>()?;
        html += &format!("<div data-asked=\"{}\">{}</div>\n", question.id, list(&asked));
    }
    for rule in QUESTIONNAIRE.rules {
        html += &format!(
            "<div data-rule=\"{}\"><div class=\"effect\">{}</div>{}</div>\n",
            rule.id,
            tables::effect(words, &rule.effect)?,
            list(&words.when(rule)?)
        );
    }
    Ok(html)
}

/// Everything that the script speaks of.
fn data(words: &Words) -> Result<Value> {
    let questions: Vec<Value> = QUESTIONNAIRE
        .questions
        .iter()
        .map(|question| {
            let names =
                |set: OptionSet| set.iter().filter_map(|option| QUESTIONNAIRE.owner(option)).map(|(_, name)| name);
            json!({
                "id": question.id,
                "options": question.options,
                "many": question.many,
                "alone": names(question.exclusive).collect::<Vec<_>>(),
                "unknown": names(question.unknown).collect::<Vec<_>>(),
            })
        })
        .collect();
    let voices: Vec<Value> = Audience::ALL
        .map(|audience| {
            let (who, whom) = voice_name(audience);
            json!({ "id": audience.id(), "name": format!("{who}, {whom}") })
        })
        .into();
    let sources: BTreeMap<&str, Value> =
        SOURCES.iter().map(|source| (source.id, json!([source.title, source.place]))).collect();
    let fits: BTreeMap<&str, &str> = said(words, MatchReason::ALL.iter().map(|fit| (fit.id(), fit.key())))?;
    let mismatches: BTreeMap<&str, &str> =
        said(words, Mismatch::ALL.iter().map(|mismatch| (mismatch.id(), mismatch.key())))?;
    let certainty: BTreeMap<&str, Value> = page::CERTAINTIES
        .iter()
        .map(|state| Ok((state.id, json!([state.name, page::doc(state.item)?]))))
        .collect::<Result<_>>()?;
    let headings: BTreeMap<String, &str> = State::every()
        .into_iter()
        .map(|state| {
            let levels = state.levels();
            let name: Vec<&str> = [state.id()].into_iter().chain(levels.iter().map(|level| level.id())).collect();
            Ok((name.join(" "), words.heading(state)?))
        })
        .collect::<Result<_>>()?;
    Ok(json!({
        "headings": headings,
        "text": words.all(),
        "questions": questions,
        "voices": voices,
        "voiceOf": voice_of(),
        "sources": sources,
        "fits": fits,
        "mismatches": mismatches,
        "certainty": certainty,
        "cases": cases(&tools::root().join("tests/cases"))?,
        "demo": fs::read_to_string(tools::root().join("www/demo/finder.json")).context("reading www/demo/finder.json")?,
    }))
}

fn said(words: &Words, keys: impl Iterator<Item = (&'static str, String)>) -> Result<BTreeMap<&'static str, &str>> {
    keys.map(|(id, key)| Ok((id, words.say(&key)?))).collect()
}

/// For each answer to the first question, the voice that it asks for.
fn voice_of() -> BTreeMap<&'static str, &'static str> {
    let first: &Question = &QUESTIONNAIRE.questions[0];
    first
        .options
        .iter()
        .zip(first.first..)
        .map(|(name, option)| (*name, Audience::of(OptionSet::single(option)).id()))
        .collect()
}

/// One file of cases, as tests/cases.rs describes it. What is expected is the tests' business.
#[derive(Deserialize)]
struct Cases {
    otherwise: BTreeMap<String, Value>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    answers: BTreeMap<String, Value>,
}

/// The cases by the name of their file, each with a name and its answers.
pub fn cases(folder: &Path) -> Result<Vec<Value>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut groups = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let file: Cases = toml::from_str(&text).with_context(|| format!("reading {}", path.display()))?;
        let cases: Vec<Value> = file
            .case
            .iter()
            .map(|case| {
                let answers: BTreeMap<&String, &Value> = file.otherwise.iter().chain(&case.answers).collect();
                json!({ "name": case.name, "answers": answers })
            })
            .collect();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('_', " ");
        groups.push(json!({ "name": name, "cases": cases }));
    }
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::{cases, simulator, voice_of};
    use crate::protocol::tests::english;
    use crate::tools;
    use program_finder::content::QUESTIONNAIRE;

    #[test]
    fn the_page_has_every_question_and_rule_and_its_policy() {
        let page = simulator(&english(), "engine();").unwrap();
        for question in QUESTIONNAIRE.questions {
            assert!(page.contains(&format!("data-asked=\"{}\"", question.id)), "{}", question.id);
        }
        for rule in QUESTIONNAIRE.rules {
            assert!(page.contains(&format!("data-rule=\"{}\"", rule.id)), "{}", rule.id);
        }
        assert!(page.contains("<script>engine();</script>"));
        assert!(!page.contains("{{") && page.matches("'sha256-").count() == 3, "two scripts and a style");
        assert!(simulator(&english(), "</script>").is_err());
    }

    #[test]
    fn every_answer_has_a_voice_and_every_case_answers() {
        assert_eq!(voice_of().len(), QUESTIONNAIRE.questions[0].options.len());
        let groups = cases(&tools::root().join("tests/cases")).unwrap();
        let count: usize = groups.iter().map(|group| group["cases"].as_array().unwrap().len()).sum();
        assert!(count >= 60, "{count}");
        for case in groups.iter().flat_map(|group| group["cases"].as_array().unwrap()) {
            assert!(case["answers"]["who"].is_string(), "{case}");
        }
    }
}
