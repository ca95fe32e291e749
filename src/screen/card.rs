//! A program as a card: what people choose by at once, the rest folded.

use super::View;
use super::contact::{own, own_words};
use super::facts::{checked_on, days_and_hours, facts, listed, meetings, opening, payers, unless_empty};
use super::view_node::{Message, ScreenBuilder};
use crate::provider::{Direction, Match, Mismatch, Program};

/// A program: when and where it meets, who pays, whether there is an opening, and how it fits. `leveled`: its level is said,
/// since others here are at another one. `dated`: so is the day on which it was checked.
pub(super) fn card(
    view: &View,
    sheet: &mut ScreenBuilder,
    found: &Match,
    direction: Option<Direction>,
    leveled: bool,
    dated: bool,
) {
    let program = &view.config.programs[found.program];
    own(view, sheet.markup("article program("), "h4(", &program.name);
    if let Some(direction) = direction {
        sheet.markup_with("p direction{programs.$}", direction.id());
    }
    times(program, sheet);
    sheet.markup("p facts(");
    match found.level {
        Some(level) if leveled || direction.is_some() => {
            sheet.markup_with("span kind{level.$.short}", level.id());
        }
        None => {
            sheet.markup("span kind{kind.aftercare}");
        }
        _ => {}
    }
    // A plain fact, unless it is held against the program already.
    if !program.only_by_video() {
        unless_empty(sheet, "span(", listed("setting.$", program.setting.names()));
    } else if !found.mismatches.has(Mismatch::OnlyVideo) {
        sheet.element_with_text("span(", Message::Key(Mismatch::OnlyVideo.key()));
    }
    if let Some(town) = &program.town {
        own(view, sheet, "span(", town);
    }
    sheet.end();
    let payers = payers(program, view);
    if !payers.is_empty() {
        sheet.element_with_text("p facts(", Message::key("program.payers").with("list", Message::List(payers)));
    }
    if let Some(opening) = opening(program) {
        sheet.element_with_text("p facts(", opening);
    }
    sheet.markup("ul fit-list(");
    for fit in found.fits.iter() {
        sheet.element_with_text("li fit(", Message::Key(fit.key()));
    }
    for wrong in found.mismatches.iter() {
        sheet.element_with_text("li mismatch(", Message::Key(wrong.key()));
    }
    sheet.end();
    if sheet.keeping {
        sheet.end();
        return;
    }
    let kind = found.kind.id();
    sheet.markup_with("details(summary{program.more}div(p{kind.$.who}ul facts(", kind);
    facts(program, found, view, sheet);
    sheet.end();
    if let Some(note) = &program.note {
        own(view, sheet, "p note(", note);
    }
    if let Some(address) = &program.link {
        let words = Message::key("programs.link").with("program", own_words(view, &program.name));
        sheet.markup("p(").link("", words, address).end();
    }
    if let Some(date) = program.checked.filter(|_| dated) {
        sheet.element_with_text("p small(", checked_on(date));
    }
    sheet.markup(")))");
}

/// When it meets: each meeting with its days and hours, or else how much and at which times of day.
fn times(program: &Program, sheet: &mut ScreenBuilder) {
    if program.schedule.slots.is_empty() {
        sheet.markup("p when(");
        for words in days_and_hours(program) {
            sheet.element_with_text("span(", words);
        }
        unless_empty(sheet, "span(", listed("time.$", program.schedule.times.names()));
        sheet.end();
    }
    for meeting in meetings(program) {
        sheet.element_with_text("p when(", meeting);
    }
}
