//! Danger now: what to do first, before anything else is asked or offered.

use alloc::vec::Vec;

use super::View;
use super::part::{Act, Attr, Sheet, Words};
use crate::content::{Danger, LISTENERS, Line, OVERDOSE, Voice};

/// The safety screen: a full step, not a dialog. Back works, and the visitor may go on.
pub(super) fn safety(view: &View, sheet: &mut Sheet) {
    let named = view.visit.dangers();
    let mut kinds = Vec::new();
    for kind in Danger::ALL {
        if named.meets(kind.answers()) {
            kinds.push(kind);
        }
    }
    sheet.put("section step safety(div nav(button back quiet(", &[]).act(Act::Back).put("{nav.back}))", &[]);
    dangers(view, &kinds, sheet, "div danger(h2 heading!{safety.title.$}");
    // Chest pain is not about feeling safe: with a body in danger help may be on its way.
    let of_the_body = kinds.iter().any(|kind| kind.is_of_the_body());
    let key = if of_the_body { "safety.go_on_medical" } else { "safety.go_on" };
    sheet.put("div actions(button quiet(", &[]).act(Act::GoOn).words(Words::key(key, &[])).put(")))", &[]);
}

/// One kind of danger, under a heading of its own.
pub(super) const DANGER: &str = "div danger(h3 heading{safety.title.$}";

/// What to do for each danger, and more ways to get help. The first is written as `first` says, the others with a
/// heading below it.
pub(super) fn dangers(view: &View, kinds: &[Danger], sheet: &mut Sheet, first: &'static str) {
    let mut markup = first;
    // One thing to do stands out, and it is the first.
    let mut class = "call first";
    for kind in kinds {
        sheet.put(markup, &[kind.id()]);
        danger(view, *kind, sheet, class);
        sheet.put(")", &[]);
        markup = DANGER;
        class = QUIET;
    }
    if kinds.contains(&Danger::Medical) {
        overdose(view, sheet);
    }
    if kinds.iter().any(|kind| matches!(kind, Danger::Suicide | Danger::HarmOthers)) {
        others(view, sheet);
    }
}

/// The first thing to do stands before the words that explain it, but for somebody who is being hurt: they read first
/// that it is not their fault, and that it is up to them.
fn danger(view: &View, kind: Danger, sheet: &mut Sheet, class: &'static str) {
    let (before, behind_first, behind) = match kind {
        Danger::Suicide => ("p{safety.lead.$}", "p{safety.text.$}", ""),
        Danger::BeingHurt => ("p{safety.text.$}", "", ""),
        _ => ("", "", "p{safety.text.$}"),
    };
    sheet.put(before, &[kind.id()]);
    for (index, lines) in kind.lines(view.voice()).iter().enumerate() {
        calls(view, sheet, lines, if index == 0 { class } else { QUIET });
        if index == 0 {
            sheet.put(behind_first, &[kind.id()]);
        }
    }
    sheet.put(behind, &[kind.id()]);
}

/// What whoever is near can do in an overdose, unfolded for somebody who is not the one in danger.
fn overdose(view: &View, sheet: &mut Sheet) {
    sheet.put("details fold(", &[]);
    if matches!(view.voice(), Voice::Child | Voice::Other) {
        sheet.attr(Attr::Unfolded);
    }
    sheet.put("summary{safety.overdose}ol(", &[]);
    for step in OVERDOSE {
        sheet.put("li{safety.overdose.$}", &[step]);
    }
    sheet.put(")p{safety.poison})", &[]);
}

/// Other ways to somebody who listens, folded.
pub(super) fn others(view: &View, sheet: &mut Sheet) {
    sheet.put("details fold(summary{safety.more}ul lines(", &[]);
    for line in LISTENERS {
        sheet.put("li(", &[]).link("", Words::key(line.key, &[]), line.address(view.lang)).put(")", &[]);
    }
    for who in ["spanish", "veterans", "deaf", "trevor", "expect", "someone"] {
        sheet.put("li{safety.$}", &[who]);
    }
    sheet.put("))", &[]);
}

/// The class of a line that does not stand out.
pub(super) const QUIET: &str = "call";

/// The links of these crisis lines; the first has this class. Nothing is told of a press on them, ever: the page would learn
/// that there is danger.
pub(super) fn calls(view: &View, sheet: &mut Sheet, lines: &[Line], first: &'static str) {
    let mut class = first;
    let pair = lines.len() > 1;
    sheet.put(if pair { "div pair(" } else { "" }, &[]);
    for line in lines {
        sheet.link(class, Words::key(line.key, &[]), line.address(view.lang));
        class = QUIET;
    }
    sheet.put(if pair { ")" } else { "" }, &[]);
}
