//! The facts of a program, each as a short line on its card.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::View;
use super::about::{own, own_words};
use super::part::{Sheet, Words};
use crate::provider::{Date, Fit, Match, Mismatch, Opening, Program, Span, Text, Track, concat, decimal, hours_words};

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

/// Openings, days, hours, times, place, ages, languages and payers, as far as they are known.
pub(super) fn facts(program: &Program, found: &Match, view: &View, sheet: &mut Sheet) {
    if let (Some(opening), Some(checked)) = (program.opening, program.checked) {
        let words = match opening {
            Opening::Now => Words::key("program.opening.now", &[]),
            Opening::Waitlist => Words::key("program.opening.waitlist", &[]),
            Opening::On(date) => Words::key("program.opening.from", &[]).with("date", day(date)),
        };
        fact(sheet, words.with("checked", day(checked)));
    }
    let schedule = &program.schedule;
    if let Some(days) = schedule.days {
        let key = if (days.from, days.to) == (1, 1) { "program.day" } else { "program.days" };
        fact(sheet, Words::key(key, &[]).with("days", span(days, |days| decimal(days.into()))));
    }
    if let Some(minutes) = schedule.minutes {
        let key = if (minutes.from, minutes.to) == (60, 60) { "program.hour" } else { "program.hours" };
        fact(sheet, Words::key(key, &[]).with("hours", span(minutes, hours_words)));
    }
    for meeting in &schedule.meetings() {
        let days = listed("day.$", meeting.days.names());
        let words = Words::key("program.times", &[]).with("day", days);
        fact(sheet, words.with("from", clock(meeting.from)).with("to", clock(meeting.to)));
    }
    if schedule.slots.is_empty() {
        fact(sheet, listed("time.$", schedule.times.names()));
    }
    // A plain fact, unless it is held against the program already.
    if !program.only_by_video() {
        fact(sheet, listed("setting.$", program.setting.names()));
    } else if !found.mismatches.has(Mismatch::OnlyVideo) {
        fact(sheet, Words::Key(Mismatch::OnlyVideo.key()));
    }
    if !program.states.is_empty() {
        let mut states = Vec::new();
        for state in &program.states {
            states.push(Words::Own((*state).to_owned()));
        }
        fact(sheet, Words::key("program.states", &[]).with("list", Words::List(states)));
    }
    if let Some(town) = &program.town {
        own(view, sheet, "li(", town);
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
    let mut payers = Vec::new();
    for payer in &program.payers {
        match payer.payment {
            None => own_texts(view, &payer.plans, &mut payers),
            Some(payment) if payer.in_network.is_none() && payer.plans.is_empty() => payers.push(paid(payment.id())),
            // Has a line of its own below.
            Some(_) => {}
        }
    }
    if !payers.is_empty() {
        fact(sheet, Words::key("program.payers", &[]).with("list", Words::List(payers)));
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
        let mut plans = Vec::new();
        own_texts(view, &payer.plans, &mut plans);
        fact(sheet, Words::key(key, &[]).with("payer", paid(payment.id())).with("list", Words::List(plans)));
    }
    if !program.accepts.is_empty() {
        let list = listed("program.medicine.$", program.accepts.names());
        fact(sheet, Words::key("program.accepts", &[]).with("list", list));
    }
}

fn own_texts(view: &View, texts: &[Text], list: &mut Vec<Words>) {
    for text in texts {
        list.push(own_words(view, text));
    }
}

fn paid(payment: &str) -> Words {
    Words::key("program.payer.$", &[payment])
}

fn fact(sheet: &mut Sheet, words: Words) {
    unless_empty(sheet, "li(", words);
}

/// Says a list of words, if anything is on it.
#[inline(never)]
pub(super) fn unless_empty(sheet: &mut Sheet, opening: &'static str, words: Words) {
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

pub(super) fn listed(key: &str, names: Vec<&str>) -> Words {
    let mut list = Vec::new();
    for name in &names {
        list.push(Words::key(key, &[name]));
    }
    Words::List(list)
}

fn two(number: u16) -> String {
    let digits = decimal(number.into());
    if number < 10 { concat(&["0", &digits]) } else { digits }
}
