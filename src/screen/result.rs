//! The result: what to do first, a good place to start, how to reach somebody, why, and which programs; the rest folded.

use super::View;
use super::about::{about, keep};
use super::comparison::comparison;
use super::contact::{bar, call_expected, contact, named};
use super::programs::{cost, programs};
use super::reasons::{answers, changes, why};
use super::safety::{QUIET, calls, others};
use super::suggestion::{settle, suggestion};
use super::view_node::{Action, ScreenBuilder};
use crate::content::lines_of;
use crate::decision::{Decision, State};
use crate::engine::{AddOn, AddOnSet};

/// The result screen, from what cannot wait to what can.
pub(super) fn result(view: &View, decision: &Decision, sheet: &mut ScreenBuilder) {
    let (child, emergency) = (decision.state == State::Child, decision.is_emergency());
    // A child is not for these programs, and in danger they can wait: then the provider is not the first to call.
    let provider_first = !child && !emergency;
    sheet.markup("div result(div answer(button back quiet(").act(Action::Back).markup("{nav.back})");
    suggestion(view, decision, sheet);
    sheet.end();
    if provider_first {
        sheet.markup("section side(").element_with_text("h3(", named(view, "result.talk"));
        contact(view, sheet);
        sheet.end();
    }
    sheet.markup("div rest(");
    // What stands above in danger is not said twice.
    if !emergency {
        adds(view, decision, sheet, decision.today, "section today(h3{result.today}");
        settle(decision, sheet);
    }
    if provider_first {
        why(decision, sheet);
        programs(view, decision, sheet);
    }
    sheet.markup("div folds(");
    if emergency && !child {
        sheet.markup("details fold(summary(h3{result.why})div(");
        why(decision, sheet);
        sheet.markup("))details fold(summary(h3{result.programs.later})div(");
        programs(view, decision, sheet);
        sheet.markup("))");
    }
    if provider_first {
        cost(view, decision, sheet);
        call_expected(sheet);
    } else {
        sheet.markup("details fold(summary(").element_with_text("h3(", named(view, "result.talk")).markup(")div(");
        contact(view, sheet);
        sheet.markup("))");
    }
    let more = if emergency { decision.evaluation.facts.placement.add_ons } else { decision.later };
    if more != AddOnSet::NONE {
        adds(view, decision, sheet, more, "details fold(summary(h3{result.adds})div(");
        sheet.end();
    }
    if provider_first {
        comparison(decision, sheet);
        changes(decision, sheet);
    }
    sheet.markup("details fold(summary(h3{result.answers})div(");
    answers(decision, sheet);
    sheet.markup("))");
    about(view, sheet);
    sheet.end();
    keep(view, sheet);
    sheet.markup("div actions(button quiet(").act(Action::Restart).markup("{nav.restart})))div summary())");
    bar(view, provider_first, child, sheet);
}

/// What goes beside the level, each with the ways to reach help with it.
pub(super) fn adds(view: &View, decision: &Decision, sheet: &mut ScreenBuilder, adds: AddOnSet, opening: &'static str) {
    if adds == AddOnSet::NONE {
        return;
    }
    sheet.markup(opening);
    for add in adds.iter() {
        sheet.markup_with("div add(h4{add.$.title}p{add.$.text}", add.id());
        if !sheet.keeping {
            for lines in lines_of(add, view.audience()) {
                calls(view, sheet, lines, QUIET);
            }
            // In danger they stand above already.
            if add == AddOn::SafetyPlan && decision.dangers.is_empty() {
                others(view, sheet);
            }
        }
        sheet.end();
    }
    sheet.end();
}
