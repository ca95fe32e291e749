//! The result as it is printed, saved or copied.

use super::View;
use super::about::version;
use super::contact::{asks, contact, named, own_words};
use super::paper::first_call;
use super::programs::programs;
use super::reasons::answers;
use super::result::adds;
use super::suggestion::{first_words, heading, what};
use super::view_node::ScreenBuilder;
use crate::decision::{Decision, State};

/// The summary: short enough for two pages, and with no answer on it that the visitor does not want there.
pub(super) fn summary(view: &View, decision: &Decision, sheet: &mut ScreenBuilder) {
    let child = decision.state == State::Child;
    sheet.markup("h2{keep.sheet}p(time()");
    if let Some(name) = &view.config.name {
        sheet.element_with_text("span(", own_words(view, name));
    }
    sheet.markup(")p{keep.crisis}");
    first_call(view, decision, sheet, heading(decision.state));
    if decision.is_emergency() {
        sheet.markup("h3{step.emergency.title}p{step.emergency.text}");
    }
    if let Some(first) = &decision.first_step {
        sheet.markup_with("h3{step.$.title}", first.step.id());
        first_words(first, sheet);
    }
    sheet.element_with_text("h3(", heading(decision.state));
    what(decision, sheet);
    sheet.markup("p{result.sub}");
    adds(view, decision, sheet, decision.today, "section(h3{result.today}");
    adds(view, decision, sheet, decision.later, "section(h3{result.adds}");
    contact(view, sheet.element_with_text("h3(", named(view, "result.talk")));
    if !child {
        programs(view, decision, sheet);
    }
    sheet.markup("section(h3{asks.title}ul asks(");
    asks(sheet);
    sheet.markup("))");
    if view.visit.include {
        sheet.markup("h3{paper.answers}");
        answers(decision, sheet);
    }
    sheet.element_with_text("p small(", version());
}
