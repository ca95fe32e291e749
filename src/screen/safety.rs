//! Danger now: what to do first, before anything else is asked or offered.

use alloc::vec::Vec;

use super::View;
use super::part::{Act, Sheet, Words};
use crate::content::{Danger, Line, OVERDOSE};

/// The safety screen: a full step, not a dialog. Back works, and the visitor may go on.
pub(super) fn safety(view: &View, sheet: &mut Sheet) {
    let named = view.visit.dangers();
    let mut kinds = Vec::new();
    for kind in Danger::ALL {
        if named.meets(kind.answers()) {
            kinds.push(kind);
        }
    }
    sheet.put("section step safety(button back quiet(", &[]).act(Act::Back).put("{nav.back})", &[]);
    dangers(view, &kinds, sheet, "div danger(h2 heading!{safety.title.$}p{safety.text.$}div calls(");
    // With a body in danger nobody has to say that they are safe: help may be on its way.
    let of_the_body = kinds.first().is_some_and(|kind| kind.is_of_the_body());
    sheet.put("div actions(button quiet(", &[]).act(Act::GoOn);
    sheet.put(if of_the_body { "{safety.go_on_medical})))" } else { "{safety.go_on})))" }, &[]);
}

/// What to do for each danger. The first is written as `first` says, the others with a heading below it.
pub(super) fn dangers(view: &View, kinds: &[Danger], sheet: &mut Sheet, first: &'static str) {
    let mut markup = first;
    for kind in kinds {
        sheet.put(markup, &[kind.id(), kind.id()]);
        markup = DANGER;
        for lines in kind.lines(view.voice()) {
            calls(view, sheet, lines);
        }
        sheet.put(")", &[]);
        if *kind == Danger::Medical {
            sheet.put("p lead{safety.overdose}ol dots steps(", &[]);
            for step in OVERDOSE {
                sheet.put("li{safety.overdose.$}", &[step]);
            }
            sheet.put(")", &[]);
        }
        if !kind.after().is_empty() {
            calls(view, sheet.put("div calls(", &[]), kind.after());
            sheet.put(")", &[]);
        }
        sheet.put(")", &[]);
    }
    sheet.put("div expect(p{safety.expect}p{safety.someone}p{safety.spanish}p{safety.veterans}p{safety.deaf}", &[]);
    sheet.put("p{safety.trevor})", &[]);
}

/// One kind of danger, under a heading of its own.
pub(super) const DANGER: &str = "div danger(h3 heading{safety.title.$}p{safety.text.$}div calls(";

/// The links of these crisis lines. Nothing is told of a press on them, ever: the page would learn that there is danger.
pub(super) fn calls(view: &View, sheet: &mut Sheet, lines: &[Line]) {
    for line in lines {
        sheet.link("call", Words::key(line.key, &[]), line.address(view.lang));
    }
}
