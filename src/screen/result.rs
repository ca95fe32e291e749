//! The result: what to do first, a good place to start, why, which programs, and how to reach them.

use super::View;
use super::about::{about, asks, contact, keep};
use super::level::{answers, changes, compare, heading, reason, what, why};
use super::part::{Act, Sheet};
use super::programs::programs;
use super::safety::{DANGER, calls, dangers};
use crate::content::lines_of;
use crate::decision::{Decision, State};
use crate::engine::Adds;

/// The result screen, from what cannot wait to what can.
pub(super) fn result(view: &View, decision: &Decision, sheet: &mut Sheet) {
    let child = decision.state == State::Child;
    sheet.put("div result(button back quiet(", &[]).act(Act::Back).put("{nav.back})", &[]);
    if decision.is_emergency() {
        sheet.put("section card safety(h2 heading!{result.heading.emergency}", &[]);
        dangers(view, &decision.dangers, sheet, DANGER);
        sheet.put(")", &[]);
    }
    first_step(view, decision, sheet);
    sheet.put("section card suggestion(", &[]);
    sheet.put(if decision.has_first_step() { "p then{result.then}h3 heading(" } else { "h2 heading!(" }, &[]);
    sheet.words(heading(decision)).put(")", &[]);
    what(decision, sheet);
    sheet.put(")", &[]);
    adds(view, sheet, decision.today, "section card(h3{result.today}");
    if !child {
        why(decision, sheet);
        changes(decision, sheet);
    }
    adds(view, sheet, decision.later, "section card(h3{result.adds}");
    if !child {
        programs(view, decision, sheet);
        compare(sheet, &decision.state.levels());
    }
    contact(view, sheet);
    asks(sheet);
    keep(view, sheet);
    answers(view, decision, sheet);
    about(view, sheet);
    sheet.put("div actions(button quiet(", &[]).act(Act::Restart).put("{nav.restart}))div summary())", &[]);
}

/// Medical care or the medical check, with what it rests on. Its title is the screen's heading, unless danger is.
pub(super) fn first_step(view: &View, decision: &Decision, sheet: &mut Sheet) {
    let Some(first) = &decision.first_step else { return };
    let id = first.step.id();
    sheet.put("section card first-step(p then{result.first}", &[]);
    let heading = if decision.is_emergency() { "h3 heading{step.$.title}" } else { "h2 heading!{step.$.title}" };
    sheet.put(heading, &[id]).put("p{step.$.text}", &[id]);
    if sheet.keeping && !view.visit.include {
        sheet.put(")", &[]);
        return;
    }
    sheet.put("ul reasons(", &[]);
    for because in &first.reasons {
        reason(sheet, because);
    }
    sheet.put("))", &[]);
}

/// What goes beside the level. Somebody to talk to today stands before the reasons, the rest after them.
pub(super) fn adds(view: &View, sheet: &mut Sheet, adds: Adds, opening: &'static str) {
    if adds == Adds::NONE {
        return;
    }
    sheet.put(opening, &[]);
    for add in adds.iter() {
        sheet.put("div add(h4{add.$.title}p{add.$.text}", &[add.id(), add.id()]);
        let lines = lines_of(add, view.voice());
        if !lines.is_empty() && !sheet.keeping {
            sheet.put("div calls(", &[]);
            for lines in lines {
                calls(view, sheet, lines);
            }
            sheet.put(")", &[]);
        }
        sheet.put(")", &[]);
    }
    sheet.put(")", &[]);
}
