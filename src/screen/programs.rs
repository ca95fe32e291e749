//! The provider's own programs: which fit, what does not fit about each, and where else to look.

use super::View;
use super::about::{elsewhere, named, own, own_words};
use super::part::{Channel, Sheet, Words};
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

pub(super) fn programs(view: &View, sheet: &mut Sheet) {
    let found = matching_programs(view.visit.answers, view.config);
    sheet.open("section", "card programs").says("h3", "", named(view, "result.programs"));
    if view.visit.placement().has(Step::Emergency) {
        sheet.line("p", "", "programs.first");
    }
    for level in &found.missing {
        let key = if *level == Level::DayAndNight { "programs.none.day_and_night" } else { "programs.none" };
        sheet.says("p", "", named(view, key).with("level", Words::keys(&["level", level.id(), "short"])));
    }
    for program in &found.fitting {
        card(view, sheet, program, None);
    }
    for near in &found.nearest {
        card(view, sheet, &near.program, Some(near.direction));
    }
    for program in &found.aftercare {
        card(view, sheet, program, None);
    }
    if found.fitting.is_empty() {
        elsewhere(view, sheet, "way");
    }
    sheet.says("p", "small", named(view, "programs.only")).close();
}

fn card(view: &View, sheet: &mut Sheet, found: &Match, direction: Option<Direction>) {
    let program = &view.config.programs[found.program];
    let kind = found.kind.id();
    sheet.open("article", "program");
    own(view, sheet, "h4", "", &program.name);
    if let Some(direction) = direction {
        sheet.says("p", "direction", Words::keys(&["programs", direction.id()]));
    }
    sheet.says("p", "kind", Words::keys(&["kind", kind])).says("p", "", Words::keys(&["kind", kind, "who"]));
    if found.fits.len() + found.mismatches.len() > 0 {
        sheet.open("ul", "fit-list");
        for fit in &found.fits {
            sheet.says("li", "fit", Words::Key(fit.key()));
        }
        for wrong in &found.mismatches {
            sheet.says("li", "mismatch", Words::Key(wrong.key()));
        }
        sheet.close();
    }
    sheet.open("ul", "facts");
    for fact in facts(program, found, view) {
        sheet.says("li", "", fact);
    }
    sheet.close();
    if program.services.len() + program.approach.len() > 0 {
        sheet.open("ul", "tags");
        for service in &program.services {
            sheet.says("li", "", Words::keys(&["service", service.id()]));
        }
        for approach in &program.approach {
            sheet.says("li", "", Words::keys(&["approach", approach.id()]));
        }
        sheet.close();
    }
    if let Some(note) = &program.note {
        own(view, sheet, "p", "note", note);
    }
    if let Some(address) = &program.link {
        let words = Words::key("programs.link").with("program", own_words(view, &program.name));
        sheet.open("p", "").link("", words, address, Channel::Link).close();
    }
    if let Some(date) = program.checked {
        let date = Words::Own(iso(date.year, date.month, date.day));
        sheet.says("p", "small", Words::key("programs.checked").with("date", date));
    }
    sheet.close();
}

/// Days, hours, times, place, ages, languages and payers, as far as they are known.
fn facts(program: &Program, found: &Match, view: &View) -> Vec<Words> {
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
        facts.push(Words::Own(address.lines.join(", ")));
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
        let payers = program.payers.iter().map(|payer| own_words(view, payer)).collect();
        facts.push(Words::key("program.payers").with("list", Words::List(payers)));
    }
    facts
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
