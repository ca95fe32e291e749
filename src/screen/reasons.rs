//! Why it is this level, what could change it, and every answer given.

use alloc::vec::Vec;

use super::paper::in_box;
use super::question::{answer_words, name};
use super::view_node::{Action, Attr, Message, ScreenBuilder};
use crate::content::QUESTIONNAIRE;
use crate::decision::{Decision, State};
use crate::engine::{OptionSet, Reason};

/// Why: the rules that hold the level, the most specific first, each with the answers that it rests on.
pub(super) fn why(decision: &Decision, sheet: &mut ScreenBuilder) {
    let (open, folded) = decision.open_reasons();
    if open.is_empty() && decision.state == State::NotEnough {
        return;
    }
    sheet.markup("section why(h3{result.why}");
    if open.is_empty() {
        sheet.markup("p{result.why.none})");
        return;
    }
    list(sheet, open);
    if !folded.is_empty() {
        sheet.markup("details(summary{result.why.more}");
        list(sheet, folded);
        sheet.end();
    }
    sheet.markup("p small{result.said})");
}

/// Reasons, each with the answers that it rests on, which are the ways to change them.
pub(super) fn list(sheet: &mut ScreenBuilder, reasons: &[Reason]) {
    let mut quoted = OptionSet::NONE;
    sheet.markup("ul reasons(");
    for reason in reasons {
        sheet.markup_with("li(p{why.$}div said(", reason.rule.id);
        // An answer is quoted where it is first named. A reason that has no other quotes them again.
        let new = reason.answers.difference(quoted);
        let answers = if new.is_empty() { reason.answers } else { new };
        quoted = quoted.union(answers);
        for (index, question) in QUESTIONNAIRE.questions.iter().enumerate() {
            if answers.intersects(question.all()) {
                edit(sheet, index, answers);
            }
        }
        sheet.markup("))");
    }
    sheet.end();
}

/// An answer that is quoted, as the button that leads to its question.
fn edit(sheet: &mut ScreenBuilder, index: usize, answers: OptionSet) {
    let question = QUESTIONNAIRE.question_at(index);
    let answer = answer_words(question, answers);
    let label = Message::key("result.edit.name").with("answer", answer.clone()).with("question", name(question));
    sheet.markup("button edit(").attr(Attr::Name(label)).act(Action::Change(index)).words(answer).end();
}

/// What it rests on, and what could change it: each of these was tried.
pub(super) fn changes(decision: &Decision, sheet: &mut ScreenBuilder) {
    sheet.markup("details fold(summary(h3{result.change})div(");
    if decision.state != State::NotEnough && !decision.reasons.is_empty() {
        let key = match decision.evaluation.rests_on.len() {
            0 => "result.rests.none",
            1 => "result.rests.one",
            _ => "result.rests.together",
        };
        let mut names = Vec::new();
        for index in &decision.evaluation.rests_on {
            names.push(name(QUESTIONNAIRE.question_at(*index)));
        }
        sheet.element_with_text("p(", Message::key(key).with("list", Message::List(names)));
    }
    let (mut raise, mut lower, mut held) = (Vec::new(), Vec::new(), Vec::new());
    for change in &decision.changes {
        let question = QUESTIONNAIRE.question_at(change.question).id;
        if change.level > decision.floor() {
            raise.push(Message::key_with("raise.$", question));
        } else {
            lower.push(Message::key_with("lower.$", question));
        }
    }
    for index in &decision.held {
        held.push(Message::key_with("held.$", QUESTIONNAIRE.question_at(*index).id));
    }
    items(sheet, "h4{result.raise}ul dots(", raise);
    items(sheet, "h4{result.lower}ul dots(", lower);
    items(sheet, "h4{result.held}ul held(", held);
    sheet.markup("))");
}

/// A list under its heading, if there is anything on it.
fn items(sheet: &mut ScreenBuilder, opening: &'static str, items: Vec<Message>) {
    if items.is_empty() {
        return;
    }
    sheet.markup(opening);
    for item in items {
        sheet.element_with_text("li(", item);
    }
    sheet.end();
}

/// Every answer given, each the way to change it. What is kept has those that are not in the box for the first call already.
pub(super) fn answers(decision: &Decision, sheet: &mut ScreenBuilder) {
    let facts = &decision.evaluation.facts;
    sheet.markup("dl answers(");
    for index in facts.path() {
        let question = QUESTIONNAIRE.question_at(index);
        if sheet.keeping && in_box(question.id) {
            continue;
        }
        sheet.markup_with("div row(dt{$.name}dd(", question.id);
        if sheet.keeping {
            sheet.words(answer_words(question, facts.answers));
        } else {
            edit(sheet, index, facts.answers.intersection(question.all()));
        }
        sheet.markup("))");
    }
    sheet.end();
}
