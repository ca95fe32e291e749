//! Why it is this level, what could change it, and every answer given.

use alloc::vec::Vec;

use super::paper::in_box;
use super::part::{Act, Attr, Sheet, Words};
use super::question::{answer_words, name};
use crate::content::QUESTIONNAIRE;
use crate::decision::{Decision, State};
use crate::engine::{Reason, Set};

/// Why: the rules that hold the level, the most specific first, each with the answers that it rests on.
pub(super) fn why(decision: &Decision, sheet: &mut Sheet) {
    let (open, folded) = decision.open_reasons();
    if open.is_empty() && decision.state == State::NotEnough {
        return;
    }
    sheet.put("section why(h3{result.why}", &[]);
    if open.is_empty() {
        sheet.put("p{result.why.none})", &[]);
        return;
    }
    list(sheet, open);
    if !folded.is_empty() {
        sheet.put("details(summary{result.why.more}", &[]);
        list(sheet, folded);
        sheet.put(")", &[]);
    }
    sheet.put("p small{result.said})", &[]);
}

/// Reasons, each with the answers that it rests on, which are the ways to change them.
pub(super) fn list(sheet: &mut Sheet, reasons: &[Reason]) {
    let mut quoted = Set::NONE;
    sheet.put("ul reasons(", &[]);
    for reason in reasons {
        sheet.put("li(p{why.$}div said(", &[reason.rule.id]);
        // An answer is quoted where it is first named. A reason that has no other quotes them again.
        let new = reason.answers.minus(quoted);
        let answers = if new.is_empty() { reason.answers } else { new };
        quoted = quoted.or(answers);
        for (place, question) in QUESTIONNAIRE.questions.iter().enumerate() {
            if answers.meets(question.all()) {
                edit(sheet, place, answers);
            }
        }
        sheet.put("))", &[]);
    }
    sheet.put(")", &[]);
}

/// An answer that is quoted, as the button that leads to its question.
fn edit(sheet: &mut Sheet, place: usize, answers: Set) {
    let question = QUESTIONNAIRE.at(place);
    let answer = answer_words(question, answers);
    let label = Words::key("result.edit.name", &[]).with("answer", answer.clone()).with("question", name(question));
    sheet.put("button edit(", &[]).attr(Attr::Name(label)).act(Act::Change(place)).words(answer).put(")", &[]);
}

/// What it rests on, and what could change it: each of these was tried.
pub(super) fn changes(decision: &Decision, sheet: &mut Sheet) {
    sheet.put("details fold(summary(h3{result.change})div(", &[]);
    if decision.state != State::NotEnough && !decision.reasons.is_empty() {
        let key = match decision.evaluation.rests_on.len() {
            0 => "result.rests.none",
            1 => "result.rests.one",
            _ => "result.rests.together",
        };
        let mut names = Vec::new();
        for place in &decision.evaluation.rests_on {
            names.push(name(QUESTIONNAIRE.at(*place)));
        }
        sheet.says("p(", Words::key(key, &[]).with("list", Words::List(names)));
    }
    let (mut raise, mut lower, mut held) = (Vec::new(), Vec::new(), Vec::new());
    for change in &decision.changes {
        let question = QUESTIONNAIRE.at(change.question).id;
        if change.level > decision.floor() {
            raise.push(Words::key("raise.$", &[question]));
        } else {
            lower.push(Words::key("lower.$", &[question]));
        }
    }
    for place in &decision.held {
        held.push(Words::key("held.$", &[QUESTIONNAIRE.at(*place).id]));
    }
    items(sheet, "h4{result.raise}ul dots(", raise);
    items(sheet, "h4{result.lower}ul dots(", lower);
    items(sheet, "h4{result.held}ul held(", held);
    sheet.put("))", &[]);
}

/// A list under its heading, if there is anything on it.
fn items(sheet: &mut Sheet, opening: &'static str, items: Vec<Words>) {
    if items.is_empty() {
        return;
    }
    sheet.put(opening, &[]);
    for item in items {
        sheet.says("li(", item);
    }
    sheet.put(")", &[]);
}

/// Every answer given, each the way to change it. What is kept has those that are not in the box for the first call already.
pub(super) fn answers(decision: &Decision, sheet: &mut Sheet) {
    let facts = &decision.evaluation.facts;
    sheet.put("dl answers(", &[]);
    for place in facts.path() {
        let question = QUESTIONNAIRE.at(place);
        if sheet.keeping && in_box(question.id) {
            continue;
        }
        sheet.put("div row(dt{$.name}dd(", &[question.id]);
        if sheet.keeping {
            sheet.words(answer_words(question, facts.known));
        } else {
            edit(sheet, place, facts.known.and(question.all()));
        }
        sheet.put("))", &[]);
    }
    sheet.put(")", &[]);
}
