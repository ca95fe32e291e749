//! When a program meets.

use super::data::Data;
use super::names::{Day, Time};
use super::problem::{At, LEFT_OUT, Reader};
use super::read::{choice, choices, list, number_words, whole};

/// One meeting in the week, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// On which day.
    pub day: Day,
    /// When it starts.
    pub from: u16,
    /// When it ends.
    pub to: u16,
}

/// Meetings at one time of day on several days: how a schedule is said in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// On which days, in the order of the week.
    pub days: Vec<Day>,
    /// When it starts, in minutes after midnight.
    pub from: u16,
    /// When it ends, in minutes after midnight.
    pub to: u16,
}

/// A number, or from one number to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// At least.
    pub from: u16,
    /// At most.
    pub to: u16,
}

/// When a program meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The meetings, in the order of the week.
    pub slots: Vec<Slot>,
    /// On how many days a week one visitor comes.
    pub days: Option<Span>,
    /// For how many minutes a week one visitor comes in all.
    pub minutes: Option<Span>,
    /// At which times of the week it meets, in order. Empty where that is not known.
    pub times: Vec<Time>,
}

/// From when on it is evening.
const EVENING: u16 = 17 * 60;
const MOST_SLOTS: usize = 60;
const SCHEDULE_LOST: &str = "The schedule of this program is left out.";

impl Slot {
    /// The times of the week that the meeting lies in. A Saturday evening is an evening and a weekend.
    fn times(self) -> impl Iterator<Item = Time> {
        let (weekend, evening) = (self.day >= Day::Sat, self.from >= EVENING);
        [(Time::Daytime, !weekend && !evening), (Time::Evenings, evening), (Time::Weekends, weekend)]
            .into_iter()
            .filter_map(|(time, is)| is.then_some(time))
    }
}

impl Schedule {
    const FIELDS: &'static [&'static str] = &["slots", "days", "hours", "times"];

    /// The meetings, those at one time of day together, in the order of the week.
    pub fn meetings(&self) -> Vec<Meeting> {
        let mut meetings: Vec<Meeting> = Vec::new();
        for slot in &self.slots {
            match meetings.iter_mut().find(|m| (m.from, m.to) == (slot.from, slot.to)) {
                Some(meeting) => meeting.days.push(slot.day),
                None => meetings.push(Meeting { days: vec![slot.day], from: slot.from, to: slot.to }),
            }
        }
        meetings
    }
    /// How long one visit is, in minutes, where days and hours are known: from the shortest to the longest
    /// that they leave room for.
    pub fn visit(&self) -> Option<Span> {
        let (days, minutes) = (self.days?, self.minutes?);
        Some(Span { from: minutes.from / days.from, to: minutes.to / days.to })
    }
    pub(super) fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Schedule> {
        let fields = reader.fields(at, data, Schedule::FIELDS, lost)?;
        let mut schedule = Schedule::default();
        let slots = fields.read(reader, "slots", SCHEDULE_LOST, |reader, at, data, lost| {
            list(reader, at, data, ("{day, from, to}", MOST_SLOTS), lost, |r, at, data| slot(r, at, data, lost))
        });
        // With a meeting missing, days, hours and times would come out wrong.
        let whole = match fields.get("slots") {
            None => true,
            Some(Data::List(given)) => slots.as_ref().is_some_and(|read| read.len() == given.len().min(MOST_SLOTS)),
            Some(_) => false,
        };
        schedule.slots = slots.unwrap_or_default();
        schedule.slots.sort_by_key(|slot| (slot.day, slot.from, slot.to));
        schedule.days = fields.read(reader, "days", LEFT_OUT, days);
        schedule.minutes = fields.read(reader, "hours", LEFT_OUT, hours);
        let times = fields
            .read(reader, "times", LEFT_OUT, |r, at, data, lost| choices(r, at, data, lost, (Time::ALL, Time::IDS)));
        if !whole {
            return None;
        }
        if schedule.slots.is_empty() {
            schedule.times = times.unwrap_or_default();
            schedule.times.sort();
            return Some(schedule);
        }
        if times.is_some() {
            let found = "times beside slots".to_owned();
            reader.found(&at.field("times"), found, "either slots or times", "The times of the slots are used.");
        }
        schedule.derive(reader, &at.field("slots"), fields.get("days").is_none(), fields.get("hours").is_none());
        Some(schedule)
    }
    /// Works out what the slots say, as far as it is not given beside them.
    fn derive(&mut self, reader: &mut Reader, at: &At, days: bool, hours: bool) {
        self.times =
            Time::ALL.iter().copied().filter(|time| self.slots.iter().any(|s| s.times().any(|t| t == *time))).collect();
        if days {
            let count = Day::ALL.iter().filter(|day| self.slots.iter().any(|slot| slot.day == **day)).count() as u16;
            self.days = Some(Span { from: count, to: count });
        }
        if hours {
            let overlap = self.slots.windows(2).any(|two| two[0].day == two[1].day && two[1].from < two[0].to);
            if overlap {
                let found = "slots of one day that overlap".to_owned();
                let allowed = "days and hours beside them, to say how much of them one visitor comes to";
                reader.found(at, found, allowed, "The hours a week are not shown.");
            } else {
                let sum = self.slots.iter().map(|slot| slot.to - slot.from).sum();
                self.minutes = Some(Span { from: sum, to: sum });
            }
        }
    }
}

fn slot(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Slot> {
    const WHEN: &str = "a time of 24 hours, such as \"09:00\" or \"18:30\"";
    let fields = reader.fields(at, data, &["day", "from", "to"], lost)?;
    let day = fields.require(reader, "day", "one of mon, tue, wed, thu, fri, sat, sun", lost, |r, at, data, lost| {
        choice(r, at, data, lost, (Day::ALL, Day::IDS))
    });
    let clock = |reader: &mut Reader, at: &At, data: &Data, lost: &'static str| -> Option<u16> {
        match data {
            Data::Text(text) => minutes(text),
            _ => None,
        }
        .or_else(|| reader.wrong(at, data, WHEN, lost))
    };
    let from = fields.require(reader, "from", WHEN, lost, clock);
    let to = fields.require(reader, "to", WHEN, lost, clock);
    let (day, from, to) = (day?, from?, to?);
    if to <= from {
        return reader.wrong(&at.field("to"), fields.get("to")?, "a time later than from", lost);
    }
    Some(Slot { day, from, to })
}

/// Minutes after midnight of `18:30`. The end of a day is `24:00`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if hour.is_empty() || hour.len() > 2 || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
}

fn days(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Span> {
    span(reader, at, data, "a whole number from 1 to 7, or {\"from\": 3, \"to\": 5}", lost, |data| whole(data, 1, 7))
}

fn hours(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Span> {
    const ALLOWED: &str = "hours a week in all, in steps of a quarter, from 0.25 to 60, or {\"from\": 9, \"to\": 12}";
    span(reader, at, data, ALLOWED, lost, |data| match data {
        Data::Number(hours) if *hours >= 0.25 && *hours <= 60.0 => {
            let quarters = (*hours * 4.0) as u16;
            (f64::from(quarters) == *hours * 4.0).then_some(quarters * 15)
        }
        _ => None,
    })
}

fn span(
    reader: &mut Reader,
    at: &At,
    data: &Data,
    allowed: &'static str,
    lost: &'static str,
    one: fn(&Data) -> Option<u16>,
) -> Option<Span> {
    if !matches!(data, Data::Record(_)) {
        return match one(data) {
            Some(number) => Some(Span { from: number, to: number }),
            None => reader.wrong(at, data, allowed, lost),
        };
    }
    let fields = reader.fields(at, data, &["from", "to"], lost)?;
    let mut end = |name: &'static str| {
        let data = fields.get(name).unwrap_or(&Data::Null);
        one(data).or_else(|| reader.wrong(&at.field(name), data, allowed, lost))
    };
    let (from, to) = (end("from"), end("to"));
    let (from, to) = (from?, to?);
    if to < from {
        return reader.wrong(&at.field("to"), fields.get("to")?, "a number not under from", lost);
    }
    Some(Span { from, to })
}

/// Hours for the screen, from minutes: `9`, `1.5`.
pub fn hours_words(minutes: u16) -> String {
    number_words(f64::from(minutes) / 60.0)
}
