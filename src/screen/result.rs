//! The result: what to do first, a good place to start, why, which programs, and how to reach them.

use super::View;
use super::about::{about, contact};
use super::level::{Suggestion, compare, said, section};
use super::part::{Act, Attr, Sheet, Words};
use super::programs::programs;
use super::safety::{dangers, lifeline, violence_line};
use crate::content::QUESTIONNAIRE;
use crate::engine::{AddOn, Step, reasons};

/// The result screen, from what cannot wait to what can.
pub(super) fn result(view: &View, sheet: &mut Sheet) {
    let suggestion = Suggestion::of(view);
    let placement = view.visit.placement();
    let emergency = placement.has(Step::Emergency);

    sheet.open("div", "result").button("back quiet", "nav.back", Act::Back);
    if emergency {
        sheet.open("section", "card safety").open("h2", "heading").attr(Attr::Target);
        sheet.key("result.heading.emergency").close();
        dangers(view, sheet, "h3");
        sheet.close();
    }
    first_step(view, sheet, emergency);
    sheet.open("section", "card suggestion");
    if placement.steps != 0 {
        sheet.line("p", "then", "result.then").open("h3", "heading");
    } else {
        sheet.open("h2", "heading").attr(Attr::Target);
    }
    sheet.words(suggestion.heading()).close();
    suggestion.what(sheet, view.voice());
    sheet.close();
    adds(view, sheet, true);
    if suggestion.level.is_some() {
        suggestion.why(view, sheet);
        suggestion.changes(view, sheet);
    }
    adds(view, sheet, false);
    if suggestion.level.is_some() {
        programs(view, sheet);
        compare(sheet, &suggestion.levels);
    }
    contact(view, sheet);
    suggestion.answers(view, sheet);
    about(view, sheet);
    sheet.open("div", "actions").button("quiet", "nav.restart", Act::Restart).close().close();
}

/// Medical care or the medical check, with what it rests on. Its title is the screen's heading, unless danger is.
fn first_step(view: &View, sheet: &mut Sheet, emergency: bool) {
    let placement = view.visit.placement();
    // The check is part of medical care: where that is asked for, the check is not a second step.
    let Some(step) = [Step::Medical, Step::Check].into_iter().find(|step| placement.has(*step)) else { return };
    sheet.open("section", "card first-step").line("p", "then", "result.first");
    if emergency {
        sheet.open("h3", "heading");
    } else {
        sheet.open("h2", "heading").attr(Attr::Target);
    }
    sheet.words(Words::keys(&["step", step.id(), "title"])).close();
    sheet.says("p", "", Words::voiced_keys(&["step", step.id(), "text"], view.voice())).open("ul", "reasons");
    for reason in reasons(&QUESTIONNAIRE, view.visit.facts().known, &placement) {
        if reason.rule.effect.step == Some(step) {
            sheet.open("li", "reason");
            sheet.says("p", "", Words::voiced_keys(&["why", reason.rule.id], view.voice()));
            said(view, sheet, reason.answers);
            sheet.close();
        }
    }
    sheet.close().close();
}

/// What goes beside the level. Somebody to talk to today stands before the reasons, the rest after them.
fn adds(view: &View, sheet: &mut Sheet, today: bool) {
    let urgent = |add: AddOn| matches!(add, AddOn::SafetyPlan | AddOn::DomesticViolence | AddOn::Naloxone);
    let mut begun = false;
    for add in view.visit.placement().adds.iter() {
        if urgent(add) != today {
            continue;
        }
        if !begun {
            begun = true;
            section(sheet, if today { "result.today" } else { "result.adds" });
        }
        sheet.open("div", "add").says("h4", "", Words::keys(&["add", add.id(), "title"]));
        sheet.says("p", "", Words::voiced_keys(&["add", add.id(), "text"], view.voice()));
        if matches!(add, AddOn::SafetyPlan | AddOn::DomesticViolence) {
            sheet.open("div", "calls");
            if add == AddOn::SafetyPlan {
                lifeline(sheet);
            } else {
                violence_line(sheet);
            }
            sheet.close();
        }
        sheet.close();
    }
    if begun {
        sheet.close();
    }
}
