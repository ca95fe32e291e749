//! The ways to keep a result, other places for care, and what this tool is.

use alloc::borrow::ToOwned;

use super::View;
use super::contact::{named, own_words};
use super::part::{Act, Attr, Keep, Sheet, Words};
use crate::content::{CHANGED, CHECKED, VERSION};

/// The ways to keep the result, and what each of them leaves behind.
pub(super) fn keep(view: &View, sheet: &mut Sheet) {
    sheet.put("section keep(h3!{keep.title}p small{keep.note}label option(input(", &[]);
    sheet.attr(Attr::Choice { many: true, chosen: view.visit.include }).act(Act::Include);
    sheet.put(")span{keep.answers})div ways(", &[]);
    for way in Keep::ALL {
        sheet.put("button(", &[]).act(Act::Keep(way)).put("{keep.$})", &[way.id()]);
    }
    sheet.put(")p kept())", &[]);
}

/// The list of other places for care.
pub(super) fn elsewhere(view: &View, sheet: &mut Sheet, class: &'static str) {
    let directory = &view.config.directory;
    let words = Words::key("programs.elsewhere.named", &[]).with("directory", own_words(view, &directory.name));
    sheet.put("p(", &[]).link(class, words, &directory.url).put(")", &[]);
}

/// Who offers the tool, that it shows only their programs, where others are, and which rules were used.
pub(super) fn about(view: &View, sheet: &mut Sheet) {
    sheet.put("details fold about(summary(h3{result.about})div(", &[]);
    sheet.says("p(", named(view, "about.owner")).says("p(", named(view, "programs.only"));
    elsewhere(view, sheet, "");
    sheet.put("p{about.sources}p{about.private}", &[]).says("p(", version()).put("))", &[]);
}

/// Which rules these are, since when, and how old the crisis lines are.
pub(super) fn version() -> Words {
    let version = Words::key("about.version", &[]).with("version", Words::Own(VERSION.to_owned()));
    version.with("date", Words::Own(CHANGED.to_owned())).with("checked", Words::Own(CHECKED.to_owned()))
}
