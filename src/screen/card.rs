//! A program as a card: what people choose by at once, the rest folded.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::View;
use super::contact::{own, own_words};
use super::part::{Sheet, Words};
use super::programs::listed;
use crate::provider::{
    Date, Direction, Fit, Match, Mismatch, Opening, Program, Span, Track, decimal, hours_words,
};

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
    match found.level {
        Some(level) if leveled || direction.is_some() => {
            sheet.put("p kind{level.$.short}", &[level.id()]);
        }
        None => {
            sheet.put("p kind{kind.aftercare}", &[]);
        }
        _ => {}
    }
    times(program, sheet);
    sheet.put("p facts(", &[]);
    let setting = if program.only_by_video() && !found.mismatches.has(Mismatch::OnlyVideo) {
        Words::key("program.video_only", &[])
    } else {
        listed("setting.$", program.setting.names())
    };
    unless_empty(sheet, "span(", setting);
    if let Some(town) = &program.town {
        own(view, sheet, "span(", town);
    }
    sheet.put(")", &[]);
    let mut payers = Vec::new();
    for payer in &program.payers {
        match payer.payment {
            Some(payment) => payers.push(paid(payment.id())),
            None => payers.extend(payer.plans.iter().map(|plan| own_words(view, plan))),
        }
    }
    if !payers.is_empty() {
        sheet.says("p facts(", Words::key("program.payers", &[]).with("list", Words::List(payers)));
    }
    if let (Some(opening), Some(checked)) = (program.opening, program.checked) {
        let words = match opening {
            Opening::Now => Words::key("program.opening.now", &[]),
            Opening::Waitlist => Words::key("program.opening.waitlist", &[]),
            Opening::On(date) => Words::key("program.opening.from", &[]).with("date", day(date)),
        };
        sheet.says("p facts(", words.with("checked", day(checked)));
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
    let schedule = &program.schedule;
    if schedule.slots.is_empty() {
        sheet.put("p when(", &[]);
        for words in [days(program), hours(program)].into_iter().flatten() {
            sheet.says("span(", words);
        }
        unless_empty(sheet, "span(", listed("time.$", schedule.times.names()));
        sheet.put(")", &[]);
    }
    for meeting in &schedule.meetings() {
        let days = listed("day.$", meeting.days.names());
        let words = Words::key("program.times", &[]).with("day", days);
        sheet.says("p when(", words.with("from", clock(meeting.from)).with("to", clock(meeting.to)));
    }
}

fn days(program: &Program) -> Option<Words> {
    let days = program.schedule.days?;
    let key = if (days.from, days.to) == (1, 1) { "program.day" } else { "program.days" };
    Some(Words::key(key, &[]).with("days", span(days, |days| decimal(days.into()))))
}

fn hours(program: &Program) -> Option<Words> {
    let minutes = program.schedule.minutes?;
    let key = if (minutes.from, minutes.to) == (60, 60) { "program.hour" } else { "program.hours" };
    Some(Words::key(key, &[]).with("hours", span(minutes, hours_words)))
}

/// When it was last made sure that something is right.
pub(super) fn checked_on(date: Date) -> Words {
    Words::key("programs.checked", &[]).with("date", day(date))
}

/// A day in words, such as "October 1, 2026".
fn day(date: Date) -> Words {
    let number = |number: u16| Words::Own(decimal(number.into()));
    let month = Words::key("program.month.$", &[&decimal(date.month.into())]);
    Words::key("program.date", &[]).with("month", month).with("day", number(date.day)).with("year", number(date.year))
}

/// What else is known of it: hours in all, the address, ages, what it treats and for whom, languages, plans, medicines, and
/// what it has.
fn facts(program: &Program, found: &Match, view: &View, sheet: &mut Sheet) {
    if !program.schedule.slots.is_empty() {
        for words in [days(program), hours(program)].into_iter().flatten() {
            fact(sheet, words);
        }
    }
    if !program.states.is_empty() {
        let mut states = Vec::new();
        for state in &program.states {
            states.push(Words::Own((*state).to_owned()));
        }
        fact(sheet, Words::key("program.states", &[]).with("list", Words::List(states)));
    }
    if let Some(address) = &program.address {
        fact(sheet, Words::List(own_list(&address.lines)));
    }
    fact(sheet, ages(program));
    // Unless it is said already that it treats no more than that.
    let said = found.mismatches.iter().any(|wrong| wrong <= Mismatch::TreatsUnknown);
    if program.treats.len() == 1 && !said {
        fact(sheet, listed("program.treats.$", program.treats.names()));
    }
    let mut tracks = program.tracks;
    for (fit, track) in [
        (Fit::DualDiagnosis, Track::DualDiagnosis),
        (Fit::Adolescent, Track::Adolescent),
        (Fit::Eating, Track::Eating),
        (Fit::Perinatal, Track::Perinatal),
    ] {
        // Said among what fits already.
        if found.fits.has(fit) {
            tracks.remove(track);
        }
    }
    fact(sheet, listed("track.$", tracks.names()));
    if !program.languages.is_empty() {
        let list = listed("language.$", program.languages.names());
        fact(sheet, Words::key("program.languages", &[]).with("list", list));
    }
    // Plans by name, and networks, under the way to pay that they belong to.
    for payer in &program.payers {
        let Some(payment) = payer.payment else { continue };
        let key = match (payer.in_network, payer.plans.is_empty()) {
            (None, true) => continue,
            (None, false) => "program.plans",
            (Some(true), true) => "program.network",
            (Some(true), false) => "program.network.plans",
            (Some(false), true) => "program.no_network",
            (Some(false), false) => "program.no_network.plans",
        };
        let plans = payer.plans.iter().map(|plan| own_words(view, plan)).collect();
        fact(sheet, Words::key(key, &[]).with("payer", paid(payment.id())).with("list", Words::List(plans)));
    }
    if !program.accepts.is_empty() {
        let list = listed("program.medicine.$", program.accepts.names());
        fact(sheet, Words::key("program.accepts", &[]).with("list", list));
    }
    fact(sheet, listed("service.$", program.services.names()));
    fact(sheet, listed("approach.$", program.approach.names()));
    fact(sheet, listed("program.has.$", program.features.names()));
}

fn paid(payment: &str) -> Words {
    Words::key("program.payer.$", &[payment])
}

fn fact(sheet: &mut Sheet, words: Words) {
    unless_empty(sheet, "li(", words);
}

/// Says a list of words, if anything is on it.
#[inline(never)]
fn unless_empty(sheet: &mut Sheet, opening: &'static str, words: Words) {
    if words != Words::List(Vec::new()) {
        sheet.says(opening, words);
    }
}

fn own_list(lines: &[String]) -> Vec<Words> {
    let mut list = Vec::new();
    for line in lines {
        list.push(Words::Own(line.clone()));
    }
    list
}

fn span(span: Span, words: fn(u16) -> String) -> Words {
    let mut said = words(span.from);
    if span.to != span.from {
        said.push('–');
        said.push_str(&words(span.to));
    }
    Words::Own(said)
}

/// A time of day as it is said in the language: the catalog has the two halves of the day.
fn clock(minutes: u16) -> Words {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    let mut said = decimal(if hour % 12 == 0 { 12 } else { u64::from(hour % 12) });
    if minute > 0 {
        said.push(':');
        said.push_str(&two(minute));
    }
    Words::key(if hour < 12 { "clock.am" } else { "clock.pm" }, &[]).with("time", Words::Own(said))
}

fn ages(program: &Program) -> Words {
    let key = match (program.ages.from, program.ages.to) {
        (Some(_), Some(_)) => "program.ages.between",
        (None, Some(_)) => "program.ages.to",
        (_, None) => "program.ages.from",
    };
    let years = |age: Option<u16>| Words::Own(decimal(age.unwrap_or_default().into()));
    Words::key(key, &[]).with("from", years(program.ages.from)).with("to", years(program.ages.to))
}

fn two(number: u16) -> String {
    let digits = decimal(number.into());
    if number < 10 { crate::provider::concat(&["0", &digits]) } else { digits }
}
