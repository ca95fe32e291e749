//! The result as it is printed, saved or copied.

use super::View;
use super::about::{asks, contact, own_words, version};
use super::level::{answers, heading, what, why};
use super::part::Sheet;
use super::programs::programs;
use super::result::{adds, first_step};
use crate::decision::{Decision, State};

/// The summary: short enough for two pages, and with no answer on it that the visitor does not want there.
pub(super) fn summary(view: &View, decision: &Decision, sheet: &mut Sheet) {
    let child = decision.state == State::Child;
    sheet.put("h2{keep.sheet}p(time()", &[]);
    if let Some(name) = &view.config.name {
        sheet.says("span(", own_words(view, name));
    }
    sheet.put(")p{keep.crisis}", &[]);
    if decision.is_emergency() {
        sheet.put("h3{step.emergency.title}p{step.emergency.text}", &[]);
    }
    first_step(view, decision, sheet);
    sheet.says("h3(", heading(decision));
    what(decision, sheet);
    adds(view, sheet, decision.today, "section card(h3{result.today}");
    if !child && view.visit.include {
        why(decision, sheet);
    }
    adds(view, sheet, decision.later, "section card(h3{result.adds}");
    contact(view, sheet);
    if !child {
        programs(view, decision, sheet);
    }
    asks(sheet);
    if view.visit.include {
        answers(view, decision, sheet);
    }
    sheet.says("p small(", version());
}
