//! What the tests of the shipped questionnaire share.

use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::{Answers, Facts, OptionSet, Question, replay};

/// Answers by name: a question, and the options chosen.
pub type Said = Vec<(String, Vec<String>)>;

/// Answers every question that is asked: from what is said, and otherwise from what is assumed.
///
/// # Errors
/// Names every question or option that does not exist, every answer that cannot be given, every question
/// that is asked and answered nowhere, and everything that is said without being asked.
pub fn visit(said: &Said, otherwise: &Said) -> Result<Facts, Vec<String>> {
    let (said, mut wrong) = read(said);
    let (otherwise, wrong_too) = read(otherwise);
    wrong.extend(wrong_too);
    let mut answers = OptionSet::NONE;
    let mut facts = replay(&QUESTIONNAIRE, answers);
    while let Some(question) = facts.next.map(|index| &QUESTIONNAIRE.questions[index]) {
        let given = [said, otherwise].map(|source| source.intersection(question.all()));
        let Some(given) = given.into_iter().find(|given| !given.is_empty()) else {
            wrong.push(format!("`{}` is asked and not answered: answer it, or say what it is otherwise", question.id));
            break;
        };
        answers = answers.union(given);
        facts = replay(&QUESTIONNAIRE, answers);
    }
    if facts.next.is_none() {
        let idle = said.difference(facts.answers);
        let named = QUESTIONNAIRE.questions.iter().filter(|question| idle.intersects(question.all()));
        wrong.extend(named.map(|question| format!("`{}` is answered and not asked: leave it out", question.id)));
    }
    if wrong.is_empty() { Ok(facts) } else { Err(wrong) }
}

fn read(said: &Said) -> (Answers, Vec<String>) {
    let (mut answers, mut wrong) = (OptionSet::NONE, Vec::new());
    for (id, options) in said {
        let Some(question) = QUESTIONNAIRE.question(id) else {
            wrong.push(format!("there is no question `{id}`"));
            continue;
        };
        let (known, unknown): (Vec<_>, Vec<_>) =
            options.iter().map(|option| question.option(option).ok_or(option)).partition(Result::is_ok);
        wrong.extend(
            unknown
                .into_iter()
                .filter_map(Result::err)
                .map(|option| format!("`{id}` has no option `{option}`; it has {}", question.options.join(", "))),
        );
        let given = known.into_iter().flatten().fold(OptionSet::NONE, OptionSet::union);
        if given.len() > 1 && !can_be_together(question, given) {
            wrong.push(format!("`{id}` cannot be answered by {} together", options.join(" and ")));
        }
        answers = answers.union(given);
    }
    (answers, wrong)
}

fn can_be_together(question: &Question, given: OptionSet) -> bool {
    question.many && !given.intersects(question.exclusive)
}
