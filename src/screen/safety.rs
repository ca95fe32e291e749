//! Danger now: what to do first, before anything else is asked or offered.

use super::View;
use super::part::{Act, Sheet, Words};
use crate::content::{QUESTIONNAIRE, Voice};

/// The kinds of danger, the most urgent first, with the answers that name each.
const KINDS: [(&str, &[(&str, &str)]); 4] = [
    ("medical", &[("danger", "medical")]),
    ("withdrawal", &[("danger", "withdrawal_now")]),
    ("violence", &[("danger", "violence_now")]),
    ("suicide", &[("danger", "suicide_now"), ("suicide", "plan")]),
];

/// The safety screen: a full step, not a dialog. Back works, and the visitor may go on.
pub(super) fn safety(view: &View, sheet: &mut Sheet) {
    sheet.put("section step safety(button back quiet(", &[]).act(Act::Back).put("{nav.back})", &[]);
    dangers(view, sheet, "div danger(h2 heading!{safety.title.$}p{safety.text.$}div calls(");
    sheet.put("div actions(button quiet(", &[]).act(Act::GoOn).put("{safety.go_on})))", &[]);
}

/// What to do for each danger named. The first is written as `first` says, the others with a heading below it.
pub(super) fn dangers(view: &View, sheet: &mut Sheet, first: &'static str) {
    let named = view.visit.dangers();
    let mut markup = first;
    for (kind, answers) in KINDS {
        let is_named = answers.iter().any(|(question, option)| {
            let option = QUESTIONNAIRE.question(question).and_then(|q| q.option(option));
            option.is_some_and(|option| named.meets(option))
        });
        if is_named {
            sheet.put(markup, &[kind, kind]);
            markup = DANGER;
            calls(sheet, kind);
            sheet.put("))", &[]);
        }
    }
    sheet.put("div expect(p{safety.expect}p{safety.someone}p{safety.spanish}p{safety.veterans}", &[]);
    if matches!(view.voice(), Voice::Teen | Voice::Child) {
        sheet.put("p{safety.trevor}", &[]);
    }
    sheet.put(")", &[]);
}

/// One kind of danger, under a heading of its own.
pub(super) const DANGER: &str = "div danger(h3 heading{safety.title.$}p{safety.text.$}div calls(";

fn calls(sheet: &mut Sheet, kind: &str) {
    if kind == "suicide" {
        lifeline(sheet);
    }
    call(sheet, "safety.call911", "tel:911");
    match kind {
        "medical" => call(sheet, "safety.poison", "tel:+18002221222"),
        "violence" => {
            call(sheet, "safety.call988", "tel:988");
            violence_line(sheet);
        }
        _ => {}
    }
}

/// The ways to reach the 988 lifeline, and the text line beside it.
pub(super) fn lifeline(sheet: &mut Sheet) {
    call(sheet, "safety.call988", "tel:988");
    call(sheet, "safety.text988", "sms:988");
    call(sheet, "safety.chat988", "https://988lifeline.org/chat/");
    call(sheet, "safety.crisis_text", "sms:741741");
}

/// The ways to reach the domestic violence line.
pub(super) fn violence_line(sheet: &mut Sheet) {
    call(sheet, "safety.dv", "tel:+18007997233");
    call(sheet, "safety.dv_text", "sms:88788");
}

/// A crisis line. Nothing is told of a press on it, ever: the page would learn that there is danger.
fn call(sheet: &mut Sheet, key: &str, address: &str) {
    sheet.link("call", Words::key(key, &[]), address);
}
