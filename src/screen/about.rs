//! The ways to keep a result, other places for care, and what this tool is.

use alloc::borrow::ToOwned;

use super::View;
use super::contact::{named, own_words};
use super::view_node::{Action, Attr, Message, SaveMethod, ScreenBuilder};
use crate::content::{CHANGED, CHECKED, VERSION};

/// The ways to keep the result, and what each of them leaves behind.
pub(super) fn keep(view: &View, sheet: &mut ScreenBuilder) {
    sheet.markup("section keep(h3!{keep.title}p small{keep.note}label option(input(");
    sheet.attr(Attr::Choice { many: true, chosen: view.visit.include }).act(Action::Include);
    sheet.markup(")span{keep.answers})div ways(");
    for way in SaveMethod::ALL {
        sheet.markup("button(").act(Action::Keep(way)).markup_with("{keep.$})", way.id());
    }
    sheet.markup(")p kept())");
}

/// The list of other places for care.
pub(super) fn elsewhere(view: &View, sheet: &mut ScreenBuilder, class: &'static str) {
    let directory = &view.config.directory;
    let words = Message::key("programs.elsewhere.named").with("directory", own_words(view, &directory.name));
    sheet.markup("p(").link(class, words, &directory.url).end();
}

/// Who offers the tool, that it shows only their programs, where others are, and which rules were used.
pub(super) fn about(view: &View, sheet: &mut ScreenBuilder) {
    sheet.markup("details fold about(summary(h3{result.about})div(");
    sheet.element_with_text("p(", named(view, "about.owner")).element_with_text("p(", named(view, "programs.only"));
    elsewhere(view, sheet, "");
    sheet.markup("p{about.sources}p{about.private}").element_with_text("p(", version()).markup("))");
}

/// Which rules these are, since when, and how old the crisis lines are.
pub(super) fn version() -> Message {
    let version = Message::key("about.version").with("version", Message::Own(VERSION.to_owned()));
    version.with("date", Message::Own(CHANGED.to_owned())).with("checked", Message::Own(CHECKED.to_owned()))
}
