//! What a visitor may take along: questions to ask, and the result as a summary to print, save or copy.

use super::View;
use super::about::{contact, own_words, version};
use super::level::Suggestion;
use super::part::{Act, Attr, Keep, Sheet};
use super::programs::programs;
use super::result::{adds, first_step};
use crate::engine::Step;

/// Questions that help to compare providers, whichever it is.
const ASKS: [&str; 9] = ["opening", "assessment", "week", "medicine", "cost", "family", "return", "after", "license"];

pub(super) fn asks(sheet: &mut Sheet) {
    sheet.put(
        if sheet.keeping {
            "section(h3{asks.title}ul asks("
        } else {
            "section card(h3{asks.title}p{asks.lead}ul dots("
        },
        &[],
    );
    for ask in ASKS {
        sheet.put("li{asks.$}", &[ask]);
    }
    sheet.put("))", &[]);
}

/// The ways to keep the result, and what each of them leaves behind.
pub(super) fn keep(view: &View, sheet: &mut Sheet) {
    sheet.put("section card keep(h3!{keep.title}p{keep.note}label option(input(", &[]);
    sheet.attr(Attr::Choice { many: true, chosen: view.visit.include }).act(Act::Include);
    sheet.put(")span{keep.answers})div contact(", &[]);
    for way in Keep::ALL {
        sheet.put("button way(", &[]).act(Act::Keep(way)).put("{keep.$})", &[way.id()]);
    }
    sheet.put(")p kept())", &[]);
}

/// The summary: short enough for two pages, and with no answer on it that the visitor does not want there.
pub(super) fn summary(view: &View, sheet: &mut Sheet) {
    let suggestion = Suggestion::of(view);
    sheet.put("h2{keep.sheet}p(time()", &[]);
    if let Some(name) = &view.config.name {
        sheet.says("span(", own_words(view, name));
    }
    sheet.put(")p{keep.crisis}", &[]);
    let emergency = view.visit.placement().has(Step::Emergency);
    if emergency {
        sheet.put("h3{step.emergency.title}p{step.emergency.text}", &[]);
    }
    first_step(view, sheet, emergency);
    sheet.says("h3(", suggestion.heading());
    suggestion.what(sheet);
    adds(view, sheet, true);
    if suggestion.level.is_some() && view.visit.include {
        suggestion.why(view, sheet);
    }
    adds(view, sheet, false);
    contact(view, sheet);
    if suggestion.level.is_some() {
        programs(view, sheet);
    }
    asks(sheet);
    if view.visit.include {
        suggestion.answers(sheet);
    }
    sheet.says("p small(", version());
}
