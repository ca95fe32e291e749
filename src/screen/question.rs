//! A question: one a screen, with its options, Back and Continue.

use alloc::vec::Vec;

use super::View;
use super::part::{Act, Attr, Sheet, Words};
use crate::content::QUESTIONNAIRE;
use crate::engine::{Left, Question, Set};
use crate::provider::decimal;

pub(super) fn question(view: &View, sheet: &mut Sheet, place: usize) {
    let question = QUESTIONNAIRE.at(place);
    let visit = view.visit;
    sheet.put("form step(div nav(", &[]);
    if visit.has_back() {
        sheet.put("button back quiet(", &[]).act(Act::Back).put("{nav.back})", &[]);
    }
    if visit.changing.is_none() {
        sheet.says("p progress(", left(visit.left));
    }
    sheet.put(")", &[]);
    if visit.error {
        sheet.put("div error-summary!(p error-title{error.title}button link(", &[]).act(Act::ToOptions);
        sheet.put("{$.error}))", &[question.id]);
    }
    fieldset(view, sheet, question);
    let go_on = if visit.changing.is_some() { "{nav.save})))" } else { "{nav.continue})))" };
    sheet.put("div actions(button primary(", &[]).act(Act::Continue).put(go_on, &[]);
}

fn fieldset(view: &View, sheet: &mut Sheet, question: &Question) {
    let id = question.id;
    sheet
        .put("fieldset(legend(h2 question!{$.ask})div hints(", &[id])
        .attr(Attr::Described)
        .put("p hint{$.hint}", &[id]);
    if question.many {
        sheet.put("p hint{nav.choose_all}", &[]);
    }
    if view.visit.error {
        sheet.put("p error{$.error}", &[id]);
    }
    sheet.put(")div options(", &[]);
    let mut divided = false;
    for (place, name) in question.options.iter().enumerate() {
        let option = Set::one(question.first + place);
        if !divided && question.unknown.meets(option) {
            divided = true;
            sheet.put("p or{nav.or}", &[]);
        }
        let chosen = view.visit.draft.meets(option);
        sheet.put("label option(input(", &[]).attr(Attr::Choice { many: question.many, chosen });
        sheet.act(Act::Choose(question.first + place)).put(")span{$.$})", &[id, name]);
    }
    sheet.put("))", &[]);
}

/// The short name of a question, for summaries.
pub(super) fn name(question: &Question) -> Words {
    Words::key("$.name", &[question.id])
}

/// The words of every option chosen of a question.
pub(super) fn answer_words(question: &Question, chosen: Set) -> Words {
    let mut list = Vec::new();
    for (place, name) in question.options.iter().enumerate() {
        if chosen.meets(Set::one(question.first + place)) {
            list.push(Words::key("$.$", &[question.id, name]));
        }
    }
    Words::List(list)
}

/// How many questions are left, in words, this one counted. The last one is called so only where that is certain.
pub(super) fn left(left: Left) -> Words {
    let (key, count) = match left {
        Left::Last => ("nav.last", 0),
        Left::About(0..3) => ("nav.few", 0),
        Left::About(count) => ("nav.left", count),
        Left::AtMost(count) => ("nav.most", count),
    };
    Words::key(key, &[]).with("count", Words::Own(decimal(count.into())))
}
