//! Danger now: what to do first, before anything else is asked or offered.

use alloc::vec::Vec;

use super::View;
use super::view_node::{Action, Attr, Message, ScreenBuilder};
use crate::content::{Audience, Danger, LISTENERS, Line, OVERDOSE};

/// The safety screen: a full step, not a dialog. Back works, and the visitor may go on.
pub(super) fn safety(view: &View, sheet: &mut ScreenBuilder) {
    let named = view.visit.dangers();
    let mut kinds = Vec::new();
    for kind in Danger::ALL {
        if named.intersects(kind.answers()) {
            kinds.push(kind);
        }
    }
    sheet.markup("section step safety(div nav(button back quiet(").act(Action::Back).markup("{nav.back}))");
    dangers(view, &kinds, sheet, "div danger(h2 heading!{safety.title.$}");
    // Chest pain is not about feeling safe: with a body in danger help may be on its way.
    let of_the_body = kinds.iter().any(|kind| kind.is_of_the_body());
    let key = if of_the_body { "safety.go_on_medical" } else { "safety.go_on" };
    sheet.markup("div actions(button quiet(").act(Action::GoOn).words(Message::key(key)).markup(")))");
}

/// One kind of danger, under a heading of its own.
pub(super) const DANGER: &str = "div danger(h3 heading{safety.title.$}";

/// What to do for each danger, and more ways to get help. The first is written as `first` says, the others with a
/// heading below it.
pub(super) fn dangers(view: &View, kinds: &[Danger], sheet: &mut ScreenBuilder, first: &'static str) {
    let mut markup = first;
    // One thing to do stands out, and it is the first.
    let mut class = "call first";
    for kind in kinds {
        sheet.markup_with(markup, kind.id());
        danger(view, *kind, sheet, class);
        sheet.end();
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
fn danger(view: &View, kind: Danger, sheet: &mut ScreenBuilder, class: &'static str) {
    let (before, behind_first, behind) = match kind {
        Danger::Suicide => ("p{safety.lead.$}", "p{safety.text.$}", ""),
        Danger::BeingHurt => ("p{safety.text.$}", "", ""),
        _ => ("", "", "p{safety.text.$}"),
    };
    sheet.markup_with(before, kind.id());
    for (index, lines) in kind.lines(view.audience()).iter().enumerate() {
        calls(view, sheet, lines, if index == 0 { class } else { QUIET });
        if index == 0 {
            sheet.markup_with(behind_first, kind.id());
        }
    }
    sheet.markup_with(behind, kind.id());
}

/// What whoever is near can do in an overdose, unfolded for somebody who is not the one in danger.
fn overdose(view: &View, sheet: &mut ScreenBuilder) {
    sheet.markup("details fold(");
    if matches!(view.audience(), Audience::Child | Audience::Other) {
        sheet.attr(Attr::Unfolded);
    }
    sheet.markup("summary{safety.overdose}ol(");
    for step in OVERDOSE {
        sheet.markup_with("li{safety.overdose.$}", step);
    }
    sheet.markup(")p{safety.poison})");
}

/// Other ways to somebody who listens, folded.
pub(super) fn others(view: &View, sheet: &mut ScreenBuilder) {
    sheet.markup("details fold(summary{safety.more}ul lines(");
    for line in LISTENERS {
        sheet.markup("li(").link("", Message::key(line.key), line.address(view.lang)).end();
    }
    for who in ["spanish", "veterans", "deaf", "trevor", "expect", "gambling", "someone"] {
        sheet.markup_with("li{safety.$}", who);
    }
    sheet.markup("))");
}

/// The class of a line that does not stand out.
pub(super) const QUIET: &str = "call";

/// The links of these crisis lines; the first has this class. Nothing is told of a press on them, ever: the page would learn
/// that there is danger.
pub(super) fn calls(view: &View, sheet: &mut ScreenBuilder, lines: &[Line], first: &'static str) {
    let mut class = first;
    let pair = lines.len() > 1;
    sheet.markup(if pair { "div pair(" } else { "" });
    for line in lines {
        sheet.link(class, Message::key(line.key), line.address(view.lang));
        class = QUIET;
    }
    sheet.markup(if pair { ")" } else { "" });
}
