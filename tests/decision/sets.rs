//! Sets of answers: the named cases, and many drawn at random, always the same ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use program_finder::content::QUESTIONNAIRE;
use program_finder::decision::read_answers;
use program_finder::engine::{Answers, OptionSet, Question};
use program_finder::provider::Config;
use serde::Deserialize;
use serde_json::Value;

use crate::dice::Dice;
use crate::json::data;

/// A file of cases. What is expected of each is the business of tests/cases.rs.
#[derive(Deserialize)]
struct File {
    otherwise: BTreeMap<String, Value>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    answers: BTreeMap<String, Value>,
}

/// Every named case with its answers, those that its file assumes among them.
pub fn cases() -> Vec<(String, Answers)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut cases = Vec::new();
    for path in files {
        let file: File = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in file.case {
            let answers = file.otherwise.iter().chain(&case.answers);
            let answers: BTreeMap<&String, &Value> = answers.collect();
            let answers = read_answers(&data(&serde_json::to_value(answers).unwrap()));
            cases.push((case.name, answers.unwrap_or_else(|problem| panic!("{}", problem.message()))));
        }
    }
    cases
}

/// An answer to this question: one option, or for choose-all questions some of those that go together.
pub fn answer(dice: &mut Dice, question: &Question) -> OptionSet {
    let options: Vec<usize> = question.all().iter().collect();
    let one = OptionSet::single(*dice.of(&options));
    if !question.many || one.intersects(question.exclusive) {
        return one;
    }
    question
        .all()
        .difference(question.exclusive)
        .iter()
        .filter(|_| dice.below(3) == 0)
        .map(OptionSet::single)
        .fold(one, OptionSet::union)
}

/// Answers to every question, asked or not. Half of them say mild things, as most visitors do.
pub fn drawn(count: usize) -> Vec<Answers> {
    let mut dice = Dice::new(1988);
    let set = |dice: &mut Dice| {
        let mild = dice.below(2) == 0;
        QUESTIONNAIRE.questions.iter().fold(OptionSet::NONE, |answers, question| {
            let stays_mild = mild && dice.below(5) > 1 && question.all().contains_all(question.mildest);
            let given = if stays_mild { question.mildest } else { OptionSet::NONE };
            answers.union(if given.is_empty() { answer(dice, question) } else { given })
        })
    };
    (0..count).map(|_| set(&mut dice)).collect()
}

/// Both.
pub fn all() -> Vec<Answers> {
    cases().into_iter().map(|(_, answers)| answers).chain(drawn(600)).collect()
}

/// The named cases and a few more, for what takes long.
pub fn some() -> Vec<Answers> {
    cases().into_iter().map(|(_, answers)| answers).chain(drawn(80)).collect()
}

/// A finder without a provider, and the one of the demo.
pub fn configs() -> [Config; 2] {
    let demo: Value = serde_json::from_str(include_str!("../../www/demo/finder.json")).unwrap();
    [Config::default(), Config::read(&data(&demo)).0]
}
