//! Danger now: what to do first, before anything else is asked or offered.

use super::View;
use super::part::{Act, Attr, Channel, Sheet, Words};
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
    sheet.open("section", "step safety").button("back quiet", "nav.back", Act::Back);
    dangers(view, sheet, "h2");
    sheet.open("div", "actions").open("button", "quiet").act(Act::GoOn);
    sheet.words(Words::voiced("safety.go_on", view.voice())).close().close().close();
}

/// What to do for each danger named. The first title is the screen's heading if it is an `h2`.
pub(super) fn dangers(view: &View, sheet: &mut Sheet, heading: &'static str) {
    let named = view.visit.dangers();
    let mut first = true;
    for (kind, answers) in KINDS {
        let is_named = answers.iter().any(|(question, option)| {
            let option = QUESTIONNAIRE.question(question).and_then(|q| q.option(option));
            option.is_some_and(|option| named.meets(option))
        });
        if !is_named {
            continue;
        }
        sheet.open("div", "danger").open(if first { heading } else { "h3" }, "heading");
        if first && heading == "h2" {
            sheet.attr(Attr::Target);
        }
        first = false;
        sheet.words(Words::voiced_keys(&["safety.title", kind], view.voice())).close();
        sheet.says("p", "", Words::voiced_keys(&["safety.text", kind], view.voice())).open("div", "calls");
        calls(sheet, kind);
        sheet.close().close();
    }
    sheet.open("div", "expect").line("p", "", "safety.expect").line("p", "", "safety.someone");
    sheet.line("p", "", "safety.spanish").line("p", "", "safety.veterans");
    if matches!(view.voice(), Voice::Teen | Voice::Child) {
        sheet.line("p", "", "safety.trevor");
    }
    sheet.close();
}

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

/// The ways to reach the 988 lifeline.
pub(super) fn lifeline(sheet: &mut Sheet) {
    call(sheet, "safety.call988", "tel:988");
    call(sheet, "safety.text988", "sms:988");
    sheet.link("call", Words::key("safety.chat988"), "https://988lifeline.org/chat/", Channel::Link);
}

/// The ways to reach the domestic violence line.
pub(super) fn violence_line(sheet: &mut Sheet) {
    call(sheet, "safety.dv", "tel:+18007997233");
    call(sheet, "safety.dv_text", "sms:88788");
}

fn call(sheet: &mut Sheet, key: &str, address: &str) {
    let channel = if address.starts_with("sms") { Channel::Text } else { Channel::Phone };
    sheet.link("call", Words::key(key), address, channel);
}
