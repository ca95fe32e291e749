//! A question: one a screen, with its options, Back and Continue.

use super::View;
use super::part::{Act, Attr, Sheet, Words, joined};
use crate::content::{QUESTIONNAIRE, Voice};
use crate::engine::{Question, Set};

pub(super) fn question(view: &View, sheet: &mut Sheet, place: usize) {
    let question = &QUESTIONNAIRE.questions[place];
    let visit = view.visit;
    sheet.open("form", "step");
    if visit.has_back() {
        sheet.button("back quiet", "nav.back", Act::Back);
    }
    if visit.changing.is_none() {
        sheet.says("p", "progress", left(view, place));
    }
    if visit.error {
        sheet.open("div", "error-summary").attr(Attr::Target).line("h3", "", "error.title");
        sheet.open("button", "link").act(Act::ToOptions).words(key_of(question, "error")).close().close();
    }
    fieldset(view, sheet, question);
    let go_on = if visit.changing.is_some() { "nav.save" } else { "nav.continue" };
    sheet.open("div", "actions").button("primary", go_on, Act::Continue).close().close();
}

fn fieldset(view: &View, sheet: &mut Sheet, question: &Question) {
    let voice = view.voice();
    sheet.open("fieldset", "").open("legend", "").open("h2", "question").attr(Attr::Target);
    sheet.words(Words::voiced_keys(&[question.id, "ask"], voice)).close().close();
    sheet.open("div", "hints").attr(Attr::Described);
    sheet.says("p", "hint", Words::Optional(joined(&[question.id, "hint"]), voice));
    if question.many {
        sheet.line("p", "hint", "nav.choose_all");
    }
    if view.visit.error {
        sheet.says("p", "error", key_of(question, "error"));
    }
    sheet.close().open("div", "options");
    let mut divided = false;
    for (place, id) in question.options.iter().enumerate() {
        let option = question.first + place;
        if !divided && question.unknown.meets(Set::one(option)) {
            divided = true;
            sheet.line("p", "or", "nav.or");
        }
        let chosen = view.visit.draft.meets(Set::one(option));
        sheet.open("label", "option").open("input", "").attr(Attr::Choice { many: question.many, chosen });
        sheet.act(Act::Choose(option)).close().says("span", "", option_words(question, id, voice)).close();
    }
    sheet.close().close();
}

/// The short name of a question, for summaries.
pub(super) fn name(question: &Question) -> Words {
    key_of(question, "name")
}

fn option_words(question: &Question, option: &str, voice: Voice) -> Words {
    Words::voiced_keys(&[question.id, option], voice)
}

/// The words of every option chosen of a question.
pub(super) fn answer_words(question: &Question, chosen: Set, voice: Voice) -> Words {
    let mut list = Vec::new();
    for option in chosen.and(question.all()).iter() {
        list.push(option_words(question, question.options[option - question.first], voice));
    }
    Words::List(list)
}

fn key_of(question: &Question, last: &str) -> Words {
    Words::keys(&[question.id, last])
}

/// How many questions are left, in words.
fn left(view: &View, place: usize) -> Words {
    match (view.visit.facts().asked >> place).count_ones() {
        0 | 1 => Words::key("nav.last"),
        2 => Words::key("nav.few"),
        count => Words::key("nav.left").with("count", Words::Own(count.to_string())),
    }
}
