//! The facts of a program, each as a short line on its card.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::View;
use super::contact::own_words;
use super::view_node::{Message, ScreenBuilder};
use crate::provider::{
    Date, Match, MatchReason, Mismatch, Opening, Program, Span, Text, Track, concat, decimal, hours_words,
};

/// When it was last made sure that something is right.
pub(super) fn checked_on(date: Date) -> Message {
    Message::key("programs.checked").with("date", day(date))
}

/// A day in words, such as "October 1, 2026".
fn day(date: Date) -> Message {
    let number = |number: u16| Message::Own(decimal(number.into()));
    let month = Message::key_with("program.month.$", &decimal(date.month.into()));
    Message::key("program.date").with("month", month).with("day", number(date.day)).with("year", number(date.year))
}

/// Whether it has an opening, as far as that can still be believed.
pub(super) fn opening(program: &Program) -> Option<Message> {
    let words = match program.opening? {
        Opening::Now => Message::key("program.opening.now"),
        Opening::Waitlist => Message::key("program.opening.waitlist"),
        Opening::On(date) => Message::key("program.opening.from").with("date", day(date)),
    };
    Some(words.with("checked", day(program.checked?)))
}

/// On how many days a week one visitor comes, and for how many hours in all, as far as that is known.
pub(super) fn days_and_hours(program: &Program) -> Vec<Message> {
    let mut said = Vec::new();
    if let Some(days) = program.schedule.days {
        said.push(counted_span("program.days", "days", days, |days| decimal(days.into())));
    }
    if let Some(minutes) = program.schedule.minutes {
        said.push(counted_span("program.hours", "hours", minutes, hours_words));
    }
    said
}

/// Each meeting, with its days and hours.
pub(super) fn meetings(program: &Program) -> Vec<Message> {
    let mut said = Vec::new();
    for meeting in &program.schedule.meetings() {
        let words = Message::key("program.times").with("day", listed("day.$", meeting.days.names()));
        said.push(words.with("from", clock(meeting.from)).with("to", clock(meeting.to)));
    }
    said
}

/// Who pays. Nobody that is known: an empty list.
pub(super) fn payers(program: &Program, view: &View) -> Vec<Message> {
    let mut payers = Vec::new();
    for payer in &program.payers {
        match payer.payment {
            Some(payment) => payers.push(paid(payment.id())),
            None => own_texts(view, &payer.plans, &mut payers),
        }
    }
    payers
}

/// What else is known of it: hours in all, the address, ages, what it treats and for whom, languages, plans, medicines, and
/// what it has.
pub(super) fn facts(program: &Program, found: &Match, view: &View, sheet: &mut ScreenBuilder) {
    if !program.schedule.slots.is_empty() {
        for words in days_and_hours(program) {
            fact(sheet, words);
        }
    }
    if !program.states.is_empty() {
        let mut states = Vec::new();
        for state in &program.states {
            states.push(Message::Own((*state).to_owned()));
        }
        fact(sheet, Message::key("program.states").with("list", Message::List(states)));
    }
    if let Some(address) = &program.address {
        fact(sheet, Message::List(own_list(&address.lines)));
    }
    fact(sheet, ages(program));
    // Unless it is said already that it treats no more than that.
    let said = found.mismatches.iter().any(|wrong| wrong <= Mismatch::TreatsUnknown);
    if program.treats.len() == 1 && !said {
        fact(sheet, listed("program.treats.$", program.treats.names()));
    }
    let mut tracks = program.tracks;
    for (fit, track) in [
        (MatchReason::DualDiagnosis, Track::DualDiagnosis),
        (MatchReason::Adolescent, Track::Adolescent),
        (MatchReason::Eating, Track::Eating),
        (MatchReason::Perinatal, Track::Perinatal),
    ] {
        // Said among what fits already.
        if found.fits.has(fit) {
            tracks.remove(track);
        }
    }
    fact(sheet, listed("track.$", tracks.names()));
    if !program.languages.is_empty() {
        let list = listed("language.$", program.languages.names());
        fact(sheet, Message::key("program.languages").with("list", list));
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
        fact(sheet, Message::key(key).with("payer", paid(payment.id())).with("list", Message::List(plans)));
    }
    if !program.accepts.is_empty() {
        let list = listed("program.medicine.$", program.accepts.names());
        fact(sheet, Message::key("program.accepts").with("list", list));
    }
    fact(sheet, listed("service.$", program.services.names()));
    fact(sheet, listed("approach.$", program.approach.names()));
    fact(sheet, listed("program.has.$", program.features.names()));
}

fn own_texts(view: &View, texts: &[Text], list: &mut Vec<Message>) {
    for text in texts {
        list.push(own_words(view, text));
    }
}

fn paid(payment: &str) -> Message {
    Message::key_with("program.payer.$", payment)
}

fn fact(sheet: &mut ScreenBuilder, words: Message) {
    unless_empty(sheet, "li(", words);
}

/// Says a list of words, if anything is on it.
#[inline(never)]
pub(super) fn unless_empty(sheet: &mut ScreenBuilder, opening: &'static str, words: Message) {
    if words != Message::List(Vec::new()) {
        sheet.element_with_text(opening, words);
    }
}

fn own_list(lines: &[String]) -> Vec<Message> {
    let mut list = Vec::new();
    for line in lines {
        list.push(Message::Own(line.clone()));
    }
    list
}

/// So many days or hours, or from so many to so many: in the form of the sentence for the last number.
fn counted_span(key: &str, name: &'static str, span: Span, words: fn(u16) -> String) -> Message {
    let to = words(span.to);
    let message = Message::counted(key, &to);
    let mut said = words(span.from);
    if span.to != span.from {
        said.push('–');
        said.push_str(&to);
    }
    message.with(name, Message::Own(said))
}

/// A time of day as it is said in the language: the catalog has the two halves of the day.
fn clock(minutes: u16) -> Message {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    let mut said = decimal(if hour % 12 == 0 { 12 } else { u64::from(hour % 12) });
    if minute > 0 {
        said.push(':');
        said.push_str(&two(minute));
    }
    Message::key(if hour < 12 { "clock.am" } else { "clock.pm" }).with("time", Message::Own(said))
}

fn ages(program: &Program) -> Message {
    let key = match (program.ages.from, program.ages.to) {
        (Some(_), Some(_)) => "program.ages.between",
        (None, Some(_)) => "program.ages.to",
        (_, None) => "program.ages.from",
    };
    let years = |age: Option<u16>| Message::Own(decimal(age.unwrap_or_default().into()));
    Message::key(key).with("from", years(program.ages.from)).with("to", years(program.ages.to))
}

pub(super) fn listed(key: &str, names: Vec<&str>) -> Message {
    let mut list = Vec::new();
    for name in &names {
        list.push(Message::key_with(key, name));
    }
    Message::List(list)
}

fn two(number: u16) -> String {
    let digits = decimal(number.into());
    if number < 10 { concat(&["0", &digits]) } else { digits }
}
