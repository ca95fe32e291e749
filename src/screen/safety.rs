//! Danger now: what to do first, before anything else is asked or offered.

use alloc::vec::Vec;

use super::View;
use super::part::{Act, Channel, Sheet, Words};
use crate::content::{Danger, Line};

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
    sheet.put("div actions(button quiet(", &[]).act(Act::GoOn).put("{safety.go_on})))", &[]);
}

/// What to do for each danger. The first is written as `first` says, the others with a heading below it.
pub(super) fn dangers(view: &View, kinds: &[Danger], sheet: &mut Sheet, first: &'static str) {
    let mut markup = first;
    for kind in kinds {
        sheet.put(markup, &[kind.id(), kind.id()]);
        markup = DANGER;
        for lines in kind.lines() {
            calls(sheet, lines);
        }
        sheet.put("))", &[]);
    }
    sheet.put("div expect(p{safety.expect}p{safety.someone}p{safety.spanish}p{safety.veterans}", &[]);
    if view.voice().is_young() {
        sheet.put("p{safety.trevor}", &[]);
    }
    sheet.put(")", &[]);
}

/// One kind of danger, under a heading of its own.
pub(super) const DANGER: &str = "div danger(h3 heading{safety.title.$}p{safety.text.$}div calls(";

/// The links of these lines.
pub(super) fn calls(sheet: &mut Sheet, lines: &[Line]) {
    for line in lines {
        let channel = match line.address.as_bytes()[0] {
            b't' => Channel::Phone,
            b's' => Channel::Text,
            _ => Channel::Link,
        };
        sheet.link("call", Words::key(line.key, &[]), line.address, channel);
    }
}
