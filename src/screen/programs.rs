//! The provider's own programs: which fit, what does not fit about each, and where else to look.

use super::View;
use super::about::{named, own};
use super::part::{Channel, Part, Words, el, joined, says};
use super::safety::link;
use crate::engine::{Answers, Certainty, Level, Range, Step, replay};
use crate::provider::{
    Config, Direction, Fit, Match, Matches, Meeting, Program, Schedule, Span, Track, Wanted, hours_words, matches,
};

/// The provider's programs for these answers: at the level suggested, or at both levels of a close call.
pub fn matching_programs(answers: Answers, config: &Config) -> Matches {
    let facts = replay(&crate::content::QUESTIONNAIRE, answers);
    let certainty = Certainty::of(&crate::content::QUESTIONNAIRE, &facts);
    let range = Range::of(&crate::content::QUESTIONNAIRE, &facts);
    let levels = super::level::levels(facts.placement.level(), certainty, range);
    matches(config, &Wanted::of(answers, &levels))
}

pub(super) fn programs(view: &View) -> Vec<Part> {
    let found = matching_programs(view.visit.answers, view.config);
    let mut list = el("section", "card programs").part(says("h3", named(view, "result.programs")));
    if view.visit.placement().has(Step::Emergency) {
        list = list.part(says("p", Words::key("programs.first")));
    }
    for level in &found.missing {
        let key = if *level == Level::DayAndNight { "programs.none.day_and_night" } else { "programs.none" };
        let words = named(view, key).with("level", Words::keys(&["level", level.id(), "short"]));
        list = list.part(says("p", words));
    }
    list = list.parts(found.fitting.iter().map(|program| card(view, program, None)));
    list = list.parts(found.nearest.iter().map(|near| card(view, &near.program, Some(near.direction))));
    list = list.parts(found.aftercare.iter().map(|program| card(view, program, None)));
    if found.fitting.is_empty() {
        let directory = &view.config.directory;
        let name = Words::Own(directory.name.say(view.lang).to_owned());
        let words = Words::key("programs.elsewhere.named").with("directory", name);
        list = list.part(el("p", "").part(link("way", words, &directory.url, Channel::Link)));
    }
    vec![list.part(el("p", "small").words(named(view, "programs.only")))]
}

fn card(view: &View, found: &Match, direction: Option<Direction>) -> Part {
    let program = &view.config.programs[found.program];
    let kind = found.kind.id();
    let mut card = el("article", "program").part(own(view, el("h4", ""), &program.name));
    if let Some(direction) = direction {
        card = card.part(el("p", "direction").words(Words::keys(&["programs", direction.id()])));
    }
    card = card
        .part(el("p", "kind").words(Words::keys(&["kind", kind])))
        .part(says("p", Words::keys(&["kind", kind, "who"])));
    let fits = found.fits.iter().map(|fit| el("li", "fit").words(Words::Key(fit.key())));
    let misfits = found.mismatches.iter().map(|wrong| el("li", "mismatch").words(Words::Key(wrong.key())));
    let fit: Vec<Part> = fits.chain(misfits).collect();
    if !fit.is_empty() {
        card = card.part(el("ul", "fit-list").parts(fit));
    }
    card = card.part(el("ul", "facts").parts(facts(program, found, view)));
    let tags = tags(program);
    if !tags.is_empty() {
        card = card.part(el("ul", "tags").parts(tags.into_iter().map(|tag| says("li", tag))));
    }
    if let Some(note) = &program.note {
        card = card.part(own(view, el("p", "note"), note));
    }
    if let Some(address) = &program.link {
        let name = Words::Own(program.name.say(view.lang).to_owned());
        let words = Words::key("programs.link").with("program", name);
        card = card.part(el("p", "").part(link("", words, address, Channel::Link)));
    }
    if let Some(date) = program.checked {
        let words = Words::key("programs.checked").with("date", Words::Own(iso(date.year, date.month, date.day)));
        card = card.part(el("p", "small").words(words));
    }
    card
}

/// Days, hours, times, place, ages, languages and payers, as far as they are known.
fn facts(program: &Program, found: &Match, view: &View) -> Vec<Part> {
    let mut facts: Vec<Words> = Vec::new();
    facts.extend(load(&program.schedule));
    facts.extend(program.schedule.meetings().iter().map(meeting));
    if program.schedule.slots.is_empty() && !program.schedule.times.is_empty() {
        facts.push(listed("time", program.schedule.times.iter().map(|time| time.id())));
    }
    if !program.setting.is_empty() {
        facts.push(listed("setting", program.setting.iter().map(|setting| setting.id())));
    }
    if let Some(address) = &program.address {
        facts.push(Words::List(address.lines.iter().map(|line| Words::Own(line.clone())).collect()));
    }
    facts.push(ages(program));
    let tracks: Vec<&str> = program
        .tracks
        .iter()
        .filter(|track| !(**track == Track::DualDiagnosis && found.fits.contains(&Fit::DualDiagnosis)))
        .map(|track| track.id())
        .collect();
    if !tracks.is_empty() {
        facts.push(listed("track", tracks.into_iter()));
    }
    if !program.languages.is_empty() {
        let list = listed("language", program.languages.iter().map(|language| language.id()));
        facts.push(Words::key("program.languages").with("list", list));
    }
    if !program.payers.is_empty() {
        let payers = program.payers.iter().map(|payer| Words::Own(payer.say(view.lang).to_owned())).collect();
        facts.push(Words::key("program.payers").with("list", Words::List(payers)));
    }
    facts.into_iter().map(|fact| says("li", fact)).collect()
}

/// How many days and hours a week one visitor comes.
fn load(schedule: &Schedule) -> Vec<Words> {
    let mut load = Vec::new();
    if let Some(days) = schedule.days {
        let one = days.from == 1 && days.to == 1;
        let count = span(days, |days| days.to_string());
        load.push(if one { Words::key("program.day") } else { Words::key("program.days").with("days", count) });
    }
    if let Some(minutes) = schedule.minutes {
        let one = minutes.from == 60 && minutes.to == 60;
        let count = span(minutes, hours_words);
        load.push(if one { Words::key("program.hour") } else { Words::key("program.hours").with("hours", count) });
    }
    load
}

fn span(span: Span, words: impl Fn(u16) -> String) -> Words {
    let mut said = words(span.from);
    if span.to != span.from {
        said.push('–');
        said.push_str(&words(span.to));
    }
    Words::Own(said)
}

fn meeting(meeting: &Meeting) -> Words {
    Words::key("program.times")
        .with("day", listed("day", meeting.days.iter().map(|day| day.id())))
        .with("from", clock(meeting.from))
        .with("to", clock(meeting.to))
}

/// A time of day as it is said in the language: the catalog has the two halves of the day.
fn clock(minutes: u16) -> Words {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    let mut said = (if hour % 12 == 0 { 12 } else { hour % 12 }).to_string();
    if minute > 0 {
        said.push_str(if minute < 10 { ":0" } else { ":" });
        said.push_str(&minute.to_string());
    }
    Words::key(if hour < 12 { "clock.am" } else { "clock.pm" }).with("time", Words::Own(said))
}

fn ages(program: &Program) -> Words {
    let years = |age: u16| Words::Own(age.to_string());
    match (program.ages.from, program.ages.to) {
        (Some(from), Some(to)) => Words::key("program.ages.between").with("from", years(from)).with("to", years(to)),
        (None, Some(to)) => Words::key("program.ages.to").with("to", years(to)),
        (from, None) => Words::key("program.ages.from").with("from", years(from.unwrap_or(0))),
    }
}

/// What the program contains and how it works.
fn tags(program: &Program) -> Vec<Words> {
    let services = program.services.iter().map(|service| joined(&["service", service.id()]));
    let approach = program.approach.iter().map(|approach| joined(&["approach", approach.id()]));
    services.chain(approach).map(Words::Key).collect()
}

fn listed<'a>(group: &str, ids: impl Iterator<Item = &'a str>) -> Words {
    Words::List(ids.map(|id| Words::keys(&[group, id])).collect())
}

/// A date as year-month-day, which is read the same way everywhere.
fn iso(year: u16, month: u16, day: u16) -> String {
    let two = |number: u16| {
        if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() }
    };
    [year.to_string(), two(month), two(day)].join("-")
}
