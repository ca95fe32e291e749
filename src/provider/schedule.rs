//! When a program meets.

use alloc::string::String;
use alloc::vec::Vec;

use super::json::Json;
use super::problem::{At, Problems, words};
use super::reader::{Fields, UNDER};
use super::schema::{Field, List, Need, Schema, Unit};
use super::value::hundredths_words;
use super::vocabulary::{Day, EnumSet, Time};

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
    pub days: EnumSet<Day>,
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
    pub times: EnumSet<Time>,
}

/// From when on it is evening.
const EVENING: u16 = 17 * 60;
const LOST: &str = words("The schedule of this program is left out.");

// With one slot missing, days, hours and times would come out wrong: one wrong slot spoils the list.
const SLOTS: List =
    List { item: Slot::SHAPE, what: words("{day, from, to}"), min: 0, max: 60, all_or_nothing: true, lost: LOST };

impl Slot {
    const SHAPE: Schema = Schema::Group(&[
        Field::new("day", Schema::One(Day::IDS)).need(Need::Required),
        Field::new("from", Schema::Clock).need(Need::Required),
        Field::new("to", Schema::Clock).need(Need::Required),
    ]);

    fn take(data: &mut Json) -> Option<Slot> {
        let mut fields = Fields::of(Some(data));
        let day = fields.one("day", Day::ALL)?;
        Some(Slot { day, from: fields.number("from")? as u16, to: fields.number("to")? as u16 })
    }
    fn order(&self) -> u32 {
        self.day as u32 * 10_000 + u32::from(self.from)
    }
}

impl Span {
    fn take(data: Option<&mut Json>) -> Option<Span> {
        if let Some(Json::Number(number)) = data {
            return Some(Span { from: *number as u16, to: *number as u16 });
        }
        let mut fields = Fields::of(data);
        Some(Span { from: fields.number("from")? as u16, to: fields.number("to")? as u16 })
    }
}

impl Schedule {
    pub(super) const SHAPE: Schema = Schema::Group(&[
        Field::new("slots", Schema::List(&SLOTS)).need(Need::ValidIfPresent).lost(LOST),
        Field::new("days", Schema::Span(Unit::Days)),
        Field::new("hours", Schema::Span(Unit::Hours)),
        Field::new("times", Schema::Many(Time::IDS)),
    ]);

    /// The meetings, those at one time of day together, in the order of the week.
    pub fn meetings(&self) -> Vec<Meeting> {
        let mut meetings: Vec<Meeting> = Vec::new();
        for slot in &self.slots {
            match meetings.iter_mut().find(|m| m.from == slot.from && m.to == slot.to) {
                Some(meeting) => meeting.days.add(slot.day),
                None => meetings.push(Meeting { days: EnumSet::of(&[slot.day]), from: slot.from, to: slot.to }),
            }
        }
        meetings
    }
    /// How long one visit is in minutes, on average, where days and hours are known.
    pub fn visit(&self) -> Option<Span> {
        let (days, minutes) = (self.days?, self.minutes?);
        Some(Span { from: minutes.from.checked_div(days.from)?, to: minutes.to.checked_div(days.to)? })
    }
    pub(super) fn take(problems: &mut Problems, at: &At, data: Option<&mut Json>) -> Schedule {
        let mut schedule = Schedule::default();
        let mut fields = Fields::of(data);
        for (index, slot) in fields.list("slots").iter_mut().enumerate() {
            let Some(slot) = Slot::take(slot) else { continue };
            if slot.to <= slot.from {
                let slots = at.field("slots");
                problems.add(&slots.item(index), UNDER, "an end after the beginning", LOST);
                schedule.slots.clear();
                return schedule;
            }
            schedule.slots.push(slot);
            // Behind its equals, in the order of the week.
            let mut index = schedule.slots.len() - 1;
            while index > 0 && schedule.slots[index - 1].order() > schedule.slots[index].order() {
                schedule.slots.swap(index - 1, index);
                index -= 1;
            }
        }
        schedule.days = Span::take(fields.get("days"));
        schedule.minutes = Span::take(fields.get("hours"));
        let times: EnumSet<Time> = fields.many("times");
        let slots = !schedule.slots.is_empty();
        if slots && !times.is_empty() {
            let (found, allowed) = ("times beside slots", "either slots or times");
            problems.add(&at.field("times"), found, allowed, "The times of the slots are used.");
        }
        schedule.times = times;
        if slots {
            schedule.times = EnumSet::NONE;
            for slot in &schedule.slots {
                let (weekend, evening) = (slot.day >= Day::Sat, slot.from >= EVENING);
                // A Saturday evening is an evening and a weekend.
                if evening {
                    schedule.times.add(Time::Evenings);
                }
                if weekend {
                    schedule.times.add(Time::Weekends);
                }
                if !evening && !weekend {
                    schedule.times.add(Time::Daytime);
                }
            }
            schedule.derive(problems, &at.field("slots"));
        }
        schedule
    }
    /// Works out of the slots what is not given beside them.
    fn derive(&mut self, problems: &mut Problems, at: &At) {
        let (mut days, mut minutes, mut overlap) = (0, 0, false);
        let mut before: Option<Slot> = None;
        for slot in &self.slots {
            match before {
                Some(before) if before.day == slot.day => overlap |= slot.from < before.to,
                _ => days += 1,
            }
            minutes += slot.to - slot.from;
            before = Some(*slot);
        }
        self.days = self.days.or(Some(Span { from: days, to: days }));
        if self.minutes.is_none() && overlap {
            let found = "slots of one day that overlap";
            let allowed = "days and hours beside them, to say how much of them one visitor comes to";
            problems.add(at, found, allowed, "The hours a week are not shown.");
        } else {
            self.minutes = self.minutes.or(Some(Span { from: minutes, to: minutes }));
        }
    }
}

/// Hours for the screen, from minutes: `9`, `1.5`.
pub fn hours_words(minutes: u16) -> String {
    hundredths_words(u64::from(minutes) * 100 / 60)
}
