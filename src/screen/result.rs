//! The result: what to do first, a good place to start, why, which programs, and how to reach them.

use super::View;
use super::about::{about, asks, contact, keep};
use super::level::{Suggestion, compare, said};
use super::part::{Act, Sheet};
use super::programs::programs;
use super::safety::{Calls, DANGER, dangers};
use crate::content::QUESTIONNAIRE;
use crate::engine::{AddOn, Step, reasons};

/// The result screen, from what cannot wait to what can.
pub(super) fn result(view: &View, sheet: &mut Sheet) {
    let suggestion = Suggestion::of(view);
    let placement = view.visit.placement();
    let emergency = placement.has(Step::Emergency);

    sheet.put("div result(button back quiet(", &[]).act(Act::Back).put("{nav.back})", &[]);
    if emergency {
        sheet.put("section card safety(h2 heading!{result.heading.emergency}", &[]);
        dangers(view, sheet, DANGER);
        sheet.put(")", &[]);
    }
    first_step(view, sheet, emergency);
    let first = placement.steps != 0;
    sheet.put("section card suggestion(", &[]);
    sheet.put(if first { "p then{result.then}h3 heading(" } else { "h2 heading!(" }, &[]);
    sheet.words(suggestion.heading()).put(")", &[]);
    suggestion.what(sheet);
    sheet.put(")", &[]);
    adds(view, sheet, true);
    if suggestion.level.is_some() {
        suggestion.why(view, sheet);
        suggestion.changes(sheet);
    }
    adds(view, sheet, false);
    if suggestion.level.is_some() {
        programs(view, sheet);
        compare(sheet, &suggestion.levels);
    }
    contact(view, sheet);
    asks(sheet);
    keep(view, sheet);
    suggestion.answers(view, sheet);
    about(view, sheet);
    sheet.put("div actions(button quiet(", &[]).act(Act::Restart).put("{nav.restart}))div summary())", &[]);
}

/// Medical care or the medical check, with what it rests on. Its title is the screen's heading, unless danger is.
pub(super) fn first_step(view: &View, sheet: &mut Sheet, emergency: bool) {
    let placement = view.visit.placement();
    // The check is part of medical care: where that is asked for, the check is not a second step.
    let Some(step) = [Step::Medical, Step::Check].into_iter().find(|step| placement.has(*step)) else { return };
    sheet.put("section card first-step(p then{result.first}", &[]);
    sheet.put(if emergency { "h3 heading{step.$.title}" } else { "h2 heading!{step.$.title}" }, &[step.id()]);
    sheet.put("p{step.$.text}", &[step.id()]);
    if sheet.keeping && !view.visit.include {
        sheet.put(")", &[]);
        return;
    }
    sheet.put("ul reasons(", &[]);
    for reason in &reasons(&QUESTIONNAIRE, view.visit.facts().known, &placement) {
        if reason.rule.effect.step == Some(step) {
            sheet.put("li reason(p{why.$}", &[reason.rule.id]);
            said(sheet, reason.answers);
            sheet.put(")", &[]);
        }
    }
    sheet.put("))", &[]);
}

/// What goes beside the level. Somebody to talk to today stands before the reasons, the rest after them.
pub(super) fn adds(view: &View, sheet: &mut Sheet, today: bool) {
    let mut begun = false;
    for add in view.visit.placement().adds.iter() {
        if today != matches!(add, AddOn::SafetyPlan | AddOn::DomesticViolence | AddOn::Naloxone) {
            continue;
        }
        if !begun {
            begun = true;
            sheet.put(if today { "section card(h3{result.today}" } else { "section card(h3{result.adds}" }, &[]);
        }
        sheet.put("div add(h4{add.$.title}p{add.$.text}", &[add.id(), add.id()]);
        let calls = !sheet.keeping && matches!(add, AddOn::SafetyPlan | AddOn::DomesticViolence);
        if calls {
            let mut lines = Calls::quiet(view);
            match add {
                AddOn::SafetyPlan => lines.lifeline(sheet),
                _ => lines.violence(sheet, view.voice()),
            }
            // In danger they stand above already.
            if add == AddOn::SafetyPlan && !view.visit.placement().has(Step::Emergency) {
                lines.others(sheet);
            }
        }
        sheet.put(")", &[]);
    }
    if begun {
        sheet.put(")", &[]);
    }
}
