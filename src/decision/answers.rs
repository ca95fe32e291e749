//! Reads answers that come as data, by the names of questions and options.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::content::QUESTIONNAIRE;
use crate::engine::{Answers, OptionSet, Question};
use crate::provider::{Json, Problem, short};

/// Reads a set of answers: a record of question names with an option name each, or a list of option names
/// for a choose-all question.
///
/// # Errors
/// Names the first question or option that is wrong, what was found and what is allowed.
pub fn read_answers(data: &Json) -> Result<Answers, Problem> {
    let Json::Record(fields) = data else {
        return Err(wrong("answers", data.found(), "a record such as {\"who\": \"me\"}".to_owned()));
    };
    let mut answers = OptionSet::NONE;
    for (name, value) in fields {
        let Some(question) = QUESTIONNAIRE.question(name) else {
            let names: Vec<&str> = QUESTIONNAIRE.questions.iter().map(|q| q.id).collect();
            return Err(wrong(name, "no question of that name".to_owned(), ["one of ", &names.join(", ")].concat()));
        };
        if answers.intersects(question.all()) {
            return Err(wrong(name, "a second answer to the same question".to_owned(), "one".to_owned()));
        }
        answers = answers.union(read_answer(question, value)?);
    }
    Ok(answers)
}

/// Reads the answer to one question: an option's name, or a list of them for a choose-all question.
///
/// # Errors
/// Names the question, what was found and what is allowed.
pub fn read_answer(question: &Question, value: &Json) -> Result<OptionSet, Problem> {
    let allowed = || ["one of ", &question.options.join(", ")].concat();
    let option = |value: &Json| match value {
        Json::Text(id) => question.option(id).ok_or_else(|| wrong(question.id, value.found(), allowed())),
        _ => Err(wrong(question.id, value.found(), allowed())),
    };
    let Json::List(items) = value else {
        return option(value);
    };
    if !question.many {
        return Err(wrong(question.id, value.found(), allowed()));
    }
    if items.is_empty() {
        return Err(wrong(question.id, value.found(), ["at least ", &allowed()].concat()));
    }
    let mut chosen = OptionSet::NONE;
    for item in items {
        let one = option(item)?;
        if chosen.intersects(one) {
            return Err(wrong(question.id, [&item.found(), " twice"].concat(), "each option once".to_owned()));
        }
        chosen = chosen.union(one);
    }
    if chosen.len() > 1 && chosen.intersects(question.exclusive) {
        let alone: Vec<&str> =
            question.exclusive.iter().map(|option| question.options[option - question.first]).collect();
        let allowed = ["each of ", &alone.join(", "), " by itself only"].concat();
        return Err(wrong(question.id, "several options".to_owned(), allowed));
    }
    Ok(chosen)
}

fn wrong(field: &str, found: String, allowed: String) -> Problem {
    // A name that nobody gave to a question can be anything.
    Problem { field: short(field), found, allowed, consequence: "" }
}
