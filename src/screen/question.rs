//! A question: one a screen, with its options, Back and Continue.

use alloc::vec::Vec;

use super::View;
use super::view_node::{Action, Attr, Message, ScreenBuilder};
use crate::content::QUESTIONNAIRE;
use crate::engine::{OptionSet, Question, QuestionsRemaining};
use crate::provider::decimal;

pub(super) fn question(view: &View, sheet: &mut ScreenBuilder, index: usize) {
    let question = QUESTIONNAIRE.question_at(index);
    let visit = view.visit;
    sheet.markup("form step(div nav(");
    if visit.has_back() {
        sheet.markup("button back quiet(").act(Action::Back).markup("{nav.back})");
    }
    if visit.editing.is_none() {
        sheet.element_with_text("p progress(", progress(visit.number(index), visit.remaining));
    }
    sheet.end();
    if visit.error {
        sheet.markup("div error-summary!(p error-title{error.title}button link(").act(Action::ToOptions);
        sheet.markup_with("{$.error}))", question.id);
    }
    fieldset(view, sheet, question);
    // That more answers wait below is only seen: whoever hears the screen is told of each anyway.
    sheet.markup("p more(").attr(Attr::Unheard).markup("{nav.more})div end()div actions(button primary(");
    let go_on = if visit.editing.is_some() { "{nav.save})))" } else { "{nav.continue})))" };
    sheet.act(Action::Continue).markup(go_on);
}

fn fieldset(view: &View, sheet: &mut ScreenBuilder, question: &Question) {
    let id = question.id;
    sheet
        .markup_with("fieldset(legend(h2 question!{$.ask})div hints(", id)
        .attr(Attr::Described)
        .markup_with("p hint{$.hint}", id);
    if question.many {
        sheet.markup("p hint{nav.choose_all}");
    }
    if view.visit.error {
        sheet.markup_with("p error{$.error}", id);
    }
    sheet.markup(")div options(");
    let mut skips = false;
    for (index, name) in question.options.iter().enumerate() {
        // The two ways not to answer stand apart, side by side and quieter than the answers.
        if !skips && matches!(*name, "unsure" | "skip") {
            skips = true;
            sheet.markup(")div skips(");
        }
        let option = question.first + index;
        let chosen = view.visit.draft.intersects(OptionSet::single(option));
        sheet.markup("label option(input(").attr(Attr::Choice { many: question.many, chosen });
        sheet.act(Action::Choose(option)).markup_with_all(")span{$.$})", &[id, name]);
    }
    sheet.markup("))");
}

/// The short name of a question, for summaries.
pub(super) fn name(question: &Question) -> Message {
    Message::key_with("$.name", question.id)
}

/// The words of every option chosen of a question.
pub(super) fn answer_words(question: &Question, chosen: OptionSet) -> Message {
    let mut list = Vec::new();
    for (index, name) in question.options.iter().enumerate() {
        if chosen.intersects(OptionSet::single(question.first + index)) {
            list.push(Message::key_with_all("$.$", &[question.id, name]));
        }
    }
    Message::List(list)
}

/// Which question this is, and of about how many where a number can be told. The last one is called so only where that is
/// certain; as long as it is not, one more is counted.
pub(super) fn progress(number: u32, left: QuestionsRemaining) -> Message {
    let (key, total) = match left {
        QuestionsRemaining::Last => ("nav.last", 0),
        QuestionsRemaining::About(count) => ("nav.question.about", number + count.max(2) - 1),
        QuestionsRemaining::AtMost(_) => ("nav.question", 0),
    };
    let count = |count: u32| Message::Own(decimal(count.into()));
    Message::key(key).with("number", count(number)).with("total", count(total))
}
