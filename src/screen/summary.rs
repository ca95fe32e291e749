//! The result as it is printed, saved or copied.

use super::View;
use super::about::{asks, contact, own_words, version};
use super::level::Suggestion;
use super::part::Sheet;
use super::programs::programs;
use super::result::{adds, first_step};
use crate::engine::Step;

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
        suggestion.answers(view, sheet);
    }
    sheet.says("p small(", version());
}
