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
        sheet.says("p progress(", progress(visit.number(place), visit.left));
    }
    sheet.put(")", &[]);
    if visit.error {
        sheet.put("div error-summary!(p error-title{error.title}button link(", &[]).act(Act::ToOptions);
        sheet.put("{$.error}))", &[question.id]);
    }
    fieldset(view, sheet, question);
    // That more answers wait below is only seen: whoever hears the screen is told of each anyway.
    sheet.put("div actions(p more(", &[]).attr(Attr::Unheard).put("{nav.more})button primary(", &[]);
    let go_on = if visit.changing.is_some() { "{nav.save})))" } else { "{nav.continue})))" };
    sheet.act(Act::Continue).put(go_on, &[]);
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
    let mut skips = false;
    for (place, name) in question.options.iter().enumerate() {
        // The two ways not to answer stand apart, side by side and quieter than the answers.
        if !skips && matches!(*name, "unsure" | "skip") {
            skips = true;
            sheet.put(")div skips(", &[]);
        }
        let option = question.first + place;
        let chosen = view.visit.draft.meets(Set::one(option));
        sheet.put("label option(input(", &[]).attr(Attr::Choice { many: question.many, chosen });
        sheet.act(Act::Choose(option)).put(")span{$.$})", &[id, name]);
    }
    sheet.put("))div end()", &[]);
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

/// Which question this is, and of about how many where a number can be told. The last one is called so only where that is
/// certain; as long as it is not, one more is counted.
pub(super) fn progress(number: u32, left: Left) -> Words {
    let (key, total) = match left {
        Left::Last => ("nav.last", 0),
        Left::About(count) => ("nav.question.about", number + count.max(2) - 1),
        Left::AtMost(_) => ("nav.question", 0),
    };
    let count = |count: u32| Words::Own(decimal(count.into()));
    Words::key(key, &[]).with("number", count(number)).with("total", count(total))
}
