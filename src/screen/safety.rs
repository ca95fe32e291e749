//! Danger now: what to do first, before anything else is asked or offered.

use super::View;
use super::part::{Act, Attr, Channel, Part, Words, el, says};
use crate::content::{QUESTIONNAIRE, Voice};
use crate::engine::Set;

/// The safety screen: a full step, not a dialog. Back works, and the visitor may go on.
pub(super) fn parts(view: &View) -> Vec<Part> {
    let mut step = el("section", "step safety").part(el("button", "back quiet").key("nav.back").act(Act::Back));
    step = step.parts(blocks(view, "h2"));
    vec![
        step.part(
            el("div", "actions")
                .part(el("button", "quiet").words(Words::voiced("safety.go_on", view.voice())).act(Act::GoOn)),
        ),
    ]
}

/// What to do for each danger named, the most urgent first; the first title is the screen's heading.
pub(super) fn blocks(view: &View, heading: &'static str) -> Vec<Part> {
    let dangers = view.visit.dangers();
    let has = |question: &str, option: &str| {
        let question = QUESTIONNAIRE.question(question);
        let option = question.and_then(|q| q.option(option)).unwrap_or(Set::NONE);
        dangers.meets(option)
    };
    let kinds = [
        ("medical", has("danger", "medical")),
        ("withdrawal", has("danger", "withdrawal_now")),
        ("violence", has("danger", "violence_now")),
        ("suicide", has("danger", "suicide_now") || has("suicide", "plan")),
    ];
    let mut blocks: Vec<Part> = Vec::new();
    for kind in kinds.into_iter().filter(|(_, named)| *named).map(|(kind, _)| kind) {
        let title = el(if blocks.is_empty() { heading } else { "h3" }, "")
            .words(Words::voiced_keys(&["safety.title", kind], view.voice()));
        let title = if blocks.is_empty() { title.attr(Attr::Target) } else { title };
        blocks.push(
            el("div", "danger")
                .part(title)
                .part(says("p", Words::voiced_keys(&["safety.text", kind], view.voice())))
                .part(el("div", "calls").parts(calls(kind))),
        );
    }
    blocks.push(
        el("div", "expect")
            .part(says("p", Words::key("safety.expect")))
            .part(says("p", Words::key("safety.someone")))
            .part(says("p", Words::key("safety.spanish")))
            .part(says("p", Words::key("safety.veterans"))),
    );
    if matches!(view.voice(), Voice::Teen | Voice::Child) {
        blocks.push(says("p", Words::key("safety.trevor")));
    }
    blocks
}

fn calls(kind: &str) -> Vec<Part> {
    let emergency = || call("safety.call911", "tel:911");
    match kind {
        "medical" => vec![emergency(), call("safety.poison", "tel:+18002221222")],
        "withdrawal" => vec![emergency()],
        "violence" => {
            let mut calls = vec![emergency(), call("safety.call988", "tel:988")];
            calls.extend(violence_line());
            calls
        }
        _ => {
            let mut calls = lifeline();
            calls.push(emergency());
            calls
        }
    }
}

/// The ways to reach the 988 lifeline.
pub(super) fn lifeline() -> Vec<Part> {
    vec![
        call("safety.call988", "tel:988"),
        call("safety.text988", "sms:988"),
        link("call", Words::key("safety.chat988"), "https://988lifeline.org/chat/", Channel::Link),
    ]
}

/// The ways to reach the domestic violence line.
pub(super) fn violence_line() -> Vec<Part> {
    vec![call("safety.dv", "tel:+18007997233"), call("safety.dv_text", "sms:88788")]
}

fn call(key: &str, address: &str) -> Part {
    let channel = if address.starts_with("sms") { Channel::Text } else { Channel::Phone };
    link("call", Words::key(key), address, channel)
}

/// A link that leaves the finder.
pub(super) fn link(class: &'static str, words: Words, address: &str, channel: Channel) -> Part {
    el("a", class).words(words).attr(Attr::Href(address.to_owned())).act(Act::Contact(channel))
}
