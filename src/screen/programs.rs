//! The provider's own programs: which fit, what does not fit about each, and where else to look.

use alloc::string::String;
use alloc::vec::Vec;

use super::View;
use super::about::{elsewhere, named, own, own_words};
use super::part::{Act, Attr, Sheet, Words};
use crate::content::QUESTIONNAIRE;
use crate::engine::{Answers, Certainty, Level, Range, Step, replay};
use crate::provider::{
    Config, Direction, Filter, Fit, Many, Match, Matches, Program, Service, Setting, Span, Track, Wanted, When, concat,
    decimal, filters, hours_words, matches, passes,
};

/// The provider's programs for these answers: at the level suggested, or at both levels of a close call. `when` sorts
/// them.
pub fn matching_programs(answers: Answers, when: Many<When>, config: &Config) -> Matches {
    let facts = replay(&QUESTIONNAIRE, answers);
    let certainty = Certainty::of(&QUESTIONNAIRE, &facts);
    let range = Range::of(&facts);
    let levels = super::level::levels(facts.placement.level(), certainty, range);
    matches(config, &Wanted::of(answers, when, &levels))
}

/// The programs of a result, as far as the visitor's filters let them be shown.
pub(super) struct Shown<'a> {
    /// What they can be narrowed by.
    filters: Vec<Filter>,
    /// Each program shown with what it is, if it is not at the level suggested.
    cards: Vec<(&'a Match, Option<Direction>)>,
    /// How many there are without filters.
    total: usize,
}

impl Shown<'_> {
    pub(super) fn of<'a>(view: &View, found: &'a Matches) -> Shown<'a> {
        let mut cards = Vec::new();
        for program in &found.fitting {
            cards.push((program, None));
        }
        for near in &found.nearest {
            cards.push((&near.program, Some(near.direction)));
        }
        for program in &found.aftercare {
            cards.push((program, None));
        }
        // In the provider's order, which stays while the cards are sorted anew: filters are told apart by their place.
        let mut programs = Vec::new();
        for (place, program) in view.config.programs.iter().enumerate() {
            if cards.iter().any(|(found, _)| found.program == place) {
                programs.push(program);
            }
        }
        let (total, filters) = (cards.len(), filters(&programs, view.lang));
        let mut chosen = Vec::new();
        for (number, filter) in filters.iter().enumerate() {
            if is_chosen(view, number) {
                chosen.push(filter);
            }
        }
        cards.retain(|(found, _)| passes(&chosen, &view.config.programs[found.program], view.lang));
        Shown { filters, cards, total }
    }
    /// How many are shown, in words.
    pub(super) fn count(&self) -> Words {
        let key = if self.cards.is_empty() { "programs.none_left" } else { "programs.shown" };
        let number = |count: usize| Words::Own(decimal(count as u64));
        Words::key(key, &[]).with("count", number(self.cards.len())).with("total", number(self.total))
    }
    /// The filters, folded away until the visitor wants them.
    fn narrow(&self, view: &View, sheet: &mut Sheet) {
        if self.filters.is_empty() {
            return;
        }
        sheet.put("details narrow(", &[]);
        if view.visit.narrow.is_some() {
            sheet.attr(Attr::Unfolded);
        }
        sheet.put("summary{programs.narrow}fieldset(", &[]).attr(Attr::Name(Words::key("programs.narrow", &[])));
        for (number, filter) in self.filters.iter().enumerate() {
            sheet.put("label option(input(", &[]);
            sheet.attr(Attr::Choice { many: true, chosen: is_chosen(view, number) }).act(Act::Narrow(number));
            sheet.put(")", &[]).says("span(", label(filter)).put(")", &[]);
        }
        sheet.put(")", &[]).says("p count(", self.count()).put(")", &[]);
    }
}

fn is_chosen(view: &View, number: usize) -> bool {
    view.visit.narrow.is_some_and(|chosen| chosen >> number & 1 == 1)
}

fn label(filter: &Filter) -> Words {
    let (key, name) = match filter {
        Filter::Track(track) => ("track.$", track.id()),
        Filter::Approach(approach) => ("approach.$", approach.id()),
        Filter::Medication => ("service.$", Service::Medication.id()),
        Filter::Video => ("setting.$", Setting::Video.id()),
        Filter::Language(language) => ("language.$", language.id()),
        Filter::Payer(payer) => return Words::Own(payer.clone()),
    };
    Words::key(key, &[name])
}

pub(super) fn programs(view: &View, sheet: &mut Sheet) {
    let found = matching_programs(view.visit.answers, view.visit.when, view.config);
    let shown = Shown::of(view, &found);
    sheet.put("section card programs(", &[]).says("h3(", named(view, "result.programs"));
    let emergency = view.visit.placement().has(Step::Emergency);
    if emergency {
        sheet.put("p{programs.first}", &[]);
    }
    for level in &found.missing {
        let key = if *level == Level::DayAndNight { "programs.none.day_and_night" } else { "programs.none" };
        sheet.says("p(", named(view, key).with("level", Words::key("level.$.short", &[level.id()])));
    }
    if !sheet.keeping {
        // In an emergency nothing more is asked.
        if shown.total > 0 && !emergency {
            week(view, sheet);
        }
        shown.narrow(view, sheet);
    }
    let most = if sheet.keeping { MOST_KEPT } else { usize::MAX };
    for (program, direction) in shown.cards.iter().take(most) {
        card(view, sheet, program, *direction);
    }
    if found.fitting.is_empty() {
        elsewhere(view, sheet, "way");
    }
    sheet.says("p small(", named(view, "programs.only")).put(")", &[]);
}

/// More would not fit on the paper.
const MOST_KEPT: usize = 3;

/// When the visitor could come: what the programs below are held against, and sorted by.
fn week(view: &View, sheet: &mut Sheet) {
    sheet.put("fieldset week(legend(h4{week.question})p hint{week.hint}", &[]);
    for when in When::ALL {
        let chosen = view.visit.when.has(*when);
        sheet.put("label option(input(", &[]).attr(Attr::Choice { many: true, chosen }).act(Act::When(*when));
        sheet.put(")span{week.$})", &[when.id()]);
    }
    sheet.put(")", &[]);
}

fn card(view: &View, sheet: &mut Sheet, found: &Match, direction: Option<Direction>) {
    let program = &view.config.programs[found.program];
    let kind = found.kind.id();
    own(view, sheet.put("article program(", &[]), "h4(", &program.name);
    if let Some(direction) = direction {
        sheet.put("p direction{programs.$}", &[direction.id()]);
    }
    sheet.put("p kind{kind.$}", &[kind]);
    if !sheet.keeping {
        sheet.put("p{kind.$.who}ul fit-list(", &[kind]);
        for fit in found.fits.iter() {
            sheet.says("li fit(", Words::Key(fit.key()));
        }
        for wrong in found.mismatches.iter() {
            sheet.says("li mismatch(", Words::Key(wrong.key()));
        }
        sheet.put(")", &[]);
    }
    sheet.put("ul facts(", &[]);
    facts(program, found, view, sheet);
    sheet.put(")", &[]);
    if sheet.keeping {
        sheet.put(")", &[]);
        return;
    }
    unless_empty(sheet, "p tags(", listed("service.$", program.services.names()));
    unless_empty(sheet, "p tags(", listed("approach.$", program.approach.names()));
    if let Some(note) = &program.note {
        own(view, sheet, "p note(", note);
    }
    if let Some(address) = &program.link {
        let words = Words::key("programs.link", &[]).with("program", own_words(view, &program.name));
        sheet.put("p(", &[]).link("", words, address).put(")", &[]);
    }
    if let Some(date) = program.checked {
        let date = Words::Own(iso(date.year, date.month, date.day));
        sheet.says("p small(", Words::key("programs.checked", &[]).with("date", date));
    }
    sheet.put(")", &[]);
}

/// Days, hours, times, place, ages, languages and payers, as far as they are known.
fn facts(program: &Program, found: &Match, view: &View, sheet: &mut Sheet) {
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
    fact(sheet, listed("setting.$", program.setting.names()));
    if let Some(address) = &program.address {
        fact(sheet, Words::List(own_list(&address.lines)));
    }
    fact(sheet, ages(program));
    let mut tracks = program.tracks;
    if found.fits.has(Fit::DualDiagnosis) {
        // Said among what fits already.
        tracks.remove(Track::DualDiagnosis);
    }
    fact(sheet, listed("track.$", tracks.names()));
    if !program.languages.is_empty() {
        let list = listed("language.$", program.languages.names());
        fact(sheet, Words::key("program.languages", &[]).with("list", list));
    }
    if !program.payers.is_empty() {
        let mut payers = Vec::new();
        for payer in &program.payers {
            payers.push(own_words(view, payer));
        }
        fact(sheet, Words::key("program.payers", &[]).with("list", Words::List(payers)));
    }
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

pub(super) fn listed(key: &str, names: Vec<&str>) -> Words {
    let mut list = Vec::new();
    for name in &names {
        list.push(Words::key(key, &[name]));
    }
    Words::List(list)
}

/// A date as year-month-day, which is read the same way everywhere.
fn iso(year: u16, month: u16, day: u16) -> String {
    concat(&[&decimal(year.into()), "-", &two(month), "-", &two(day)])
}

fn two(number: u16) -> String {
    let digits = decimal(number.into());
    if number < 10 { concat(&["0", &digits]) } else { digits }
}
