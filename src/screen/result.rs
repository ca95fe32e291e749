//! The result: what to do first, a good place to start, how to reach somebody, why, and which programs; the rest folded.

use super::View;
use super::about::{about, keep};
use super::comparison::comparison;
use super::contact::{bar, call_expected, contact, named};
use super::part::{Act, Sheet};
use super::programs::{cost, programs};
use super::reasons::{answers, changes, why};
use super::safety::{QUIET, calls, others};
use super::suggestion::{settle, suggestion};
use crate::content::lines_of;
use crate::decision::{Decision, State};
use crate::engine::{AddOn, Adds};

/// The result screen, from what cannot wait to what can.
pub(super) fn result(view: &View, decision: &Decision, sheet: &mut Sheet) {
    let (child, emergency) = (decision.state == State::Child, decision.is_emergency());
    // A child is not for these programs, and in danger they can wait: then the provider is not the first to call.
    let provider_first = !child && !emergency;
    sheet.put("div result(div answer(button back quiet(", &[]).act(Act::Back).put("{nav.back})", &[]);
    suggestion(view, decision, sheet);
    sheet.put(")", &[]);
    if provider_first {
        sheet.put("section side(", &[]).says("h3(", named(view, "result.talk"));
        contact(view, sheet);
        sheet.put(")", &[]);
    }
    sheet.put("div rest(", &[]);
    // What stands above in danger is not said twice.
    if !emergency {
        adds(view, decision, sheet, decision.today, "section today(h3{result.today}");
        settle(decision, sheet);
    }
    if provider_first {
        why(decision, sheet);
        programs(view, decision, sheet);
    }
    sheet.put("div folds(", &[]);
    if emergency && !child {
        sheet.put("details fold(summary(h3{result.why})div(", &[]);
        why(decision, sheet);
        sheet.put("))details fold(summary(h3{result.programs.later})div(", &[]);
        programs(view, decision, sheet);
        sheet.put("))", &[]);
    }
    if provider_first {
        cost(view, decision, sheet);
        call_expected(sheet);
    } else {
        sheet.put("details fold(summary(", &[]).says("h3(", named(view, "result.talk")).put(")div(", &[]);
        contact(view, sheet);
        sheet.put("))", &[]);
    }
    let more = if emergency { decision.evaluation.facts.placement.adds } else { decision.later };
    if more != Adds::NONE {
        adds(view, decision, sheet, more, "details fold(summary(h3{result.adds})div(");
        sheet.put(")", &[]);
    }
    if provider_first {
        comparison(decision, sheet);
        changes(decision, sheet);
    }
    sheet.put("details fold(summary(h3{result.answers})div(", &[]);
    answers(decision, sheet);
    sheet.put("))", &[]);
    about(view, sheet);
    sheet.put(")", &[]);
    keep(view, sheet);
    sheet.put("div actions(button quiet(", &[]).act(Act::Restart).put("{nav.restart})))div summary())", &[]);
    bar(view, provider_first, child, sheet);
}

/// What goes beside the level, each with the ways to reach help with it.
pub(super) fn adds(view: &View, decision: &Decision, sheet: &mut Sheet, adds: Adds, opening: &'static str) {
    if adds == Adds::NONE {
        return;
    }
    sheet.put(opening, &[]);
    for add in adds.iter() {
        sheet.put("div add(h4{add.$.title}p{add.$.text}", &[add.id(), add.id()]);
        if !sheet.keeping {
            for lines in lines_of(add, view.voice()) {
                calls(view, sheet, lines, QUIET);
            }
            // In danger they stand above already.
            if add == AddOn::SafetyPlan && decision.dangers.is_empty() {
                others(view, sheet);
            }
        }
        sheet.put(")", &[]);
    }
    sheet.put(")", &[]);
}
