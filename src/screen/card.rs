//! A program as a card: what people choose by at once, the rest folded.

use super::View;
use super::contact::{own, own_words};
use super::facts::{checked_on, days, facts, hours, listed, meetings, opening, payers, unless_empty};
use super::part::{Sheet, Words};
use crate::provider::{Direction, Match, Mismatch, Program};

/// A program: when and where it meets, who pays, whether there is an opening, and how it fits. `leveled`: its level is said,
/// since others here are at another one. `dated`: so is the day on which it was checked.
pub(super) fn card(
    view: &View,
    sheet: &mut Sheet,
    found: &Match,
    direction: Option<Direction>,
    leveled: bool,
    dated: bool,
) {
    let program = &view.config.programs[found.program];
    own(view, sheet.put("article program(", &[]), "h4(", &program.name);
    if let Some(direction) = direction {
        sheet.put("p direction{programs.$}", &[direction.id()]);
    }
    times(program, sheet);
    sheet.put("p facts(", &[]);
    match found.level {
        Some(level) if leveled || direction.is_some() => {
            sheet.put("span kind{level.$.short}", &[level.id()]);
        }
        None => {
            sheet.put("span kind{kind.aftercare}", &[]);
        }
        _ => {}
    }
    // A plain fact, unless it is held against the program already.
    if !program.only_by_video() {
        unless_empty(sheet, "span(", listed("setting.$", program.setting.names()));
    } else if !found.mismatches.has(Mismatch::OnlyVideo) {
        sheet.says("span(", Words::Key(Mismatch::OnlyVideo.key()));
    }
    if let Some(town) = &program.town {
        own(view, sheet, "span(", town);
    }
    sheet.put(")", &[]);
    let payers = payers(program, view);
    if !payers.is_empty() {
        sheet.says("p facts(", Words::key("program.payers", &[]).with("list", Words::List(payers)));
    }
    if let Some(opening) = opening(program) {
        sheet.says("p facts(", opening);
    }
    sheet.put("ul fit-list(", &[]);
    for fit in found.fits.iter() {
        sheet.says("li fit(", Words::Key(fit.key()));
    }
    for wrong in found.mismatches.iter() {
        sheet.says("li mismatch(", Words::Key(wrong.key()));
    }
    sheet.put(")", &[]);
    if sheet.keeping {
        sheet.put(")", &[]);
        return;
    }
    let kind = found.kind.id();
    sheet.put("details(summary{program.more}div(p{kind.$.who}ul facts(", &[kind]);
    facts(program, found, view, sheet);
    sheet.put(")", &[]);
    if let Some(note) = &program.note {
        own(view, sheet, "p note(", note);
    }
    if let Some(address) = &program.link {
        let words = Words::key("programs.link", &[]).with("program", own_words(view, &program.name));
        sheet.put("p(", &[]).link("", words, address).put(")", &[]);
    }
    if let Some(date) = program.checked.filter(|_| dated) {
        sheet.says("p small(", checked_on(date));
    }
    sheet.put(")))", &[]);
}

/// When it meets: each meeting with its days and hours, or else how much and at which times of day.
fn times(program: &Program, sheet: &mut Sheet) {
    if program.schedule.slots.is_empty() {
        sheet.put("p when(", &[]);
        for words in [days(program), hours(program)].into_iter().flatten() {
            sheet.says("span(", words);
        }
        unless_empty(sheet, "span(", listed("time.$", program.schedule.times.names()));
        sheet.put(")", &[]);
    }
    for meeting in meetings(program) {
        sheet.says("p when(", meeting);
    }
}
