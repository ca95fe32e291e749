//! One program of the provider's.

use super::contact::Address;
use super::data::Data;
use super::names::{Approach, Care, Service, Setting, SpokenLanguage, Track};
use super::problem::{At, LEFT_OUT, Reader};
use super::read::{choice, choices, link, list, whole};
use super::schedule::{Schedule, hours_words};
use super::text::Text;

/// Who can come, by age in years. Never both open: a program whose ages are not given is for adults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The youngest.
    pub from: Option<u16>,
    /// The oldest.
    pub to: Option<u16>,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u16,
    /// 1 to 31.
    pub day: u16,
}

/// One program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// What the provider calls it.
    pub name: Text,
    /// Its level of care, or aftercare.
    pub level: Care,
    /// When it meets.
    pub schedule: Schedule,
    /// Where it meets. Empty where that is not known.
    pub setting: Vec<Setting>,
    /// Who can come.
    pub ages: Ages,
    /// For whom it is made.
    pub tracks: Vec<Track>,
    /// What it contains.
    pub services: Vec<Service>,
    /// How it works.
    pub approach: Vec<Approach>,
    /// In which languages.
    pub languages: Vec<SpokenLanguage>,
    /// Who pays: names of insurers and ways to pay, in the provider's own words.
    pub payers: Vec<Text>,
    /// Its page.
    pub link: Option<String>,
    /// Where it meets, if not at the provider's address.
    pub address: Option<Address>,
    /// Anything else, in the provider's own words.
    pub note: Option<Text>,
    /// When the provider last made sure that all of this is right.
    pub checked: Option<Date>,
}

const PROGRAM_LOST: &str = "This program is left out.";
const AS_WRITTEN: &str = "It is shown at this level all the same.";

impl Program {
    const FIELDS: &'static [&'static str] = &[
        "name",
        "level",
        "schedule",
        "setting",
        "ages",
        "tracks",
        "services",
        "approach",
        "languages",
        "payers",
        "link",
        "address",
        "note",
        "checked",
    ];

    /// Whether it is made for this group of people.
    pub fn has_track(&self, track: Track) -> bool {
        self.tracks.contains(&track)
    }
    /// Whether it can be come to by video.
    pub fn by_video(&self) -> bool {
        self.setting.contains(&Setting::Video)
    }
    /// Whether it can be come to by video alone.
    pub fn only_by_video(&self) -> bool {
        self.setting == [Setting::Video]
    }
    /// Whether it is made for ages 13 to 17.
    pub fn for_teens(&self) -> bool {
        self.has_track(Track::Adolescent) || self.ages.to.is_some_and(|to| to < 18)
    }
    pub(super) fn read(reader: &mut Reader, at: &At, data: &Data) -> Option<Program> {
        let fields = reader.fields(at, data, Program::FIELDS, PROGRAM_LOST)?;
        // All of the fields are read before the program is given up, so that every problem is named at once.
        let name = fields.require(reader, "name", "the name of the program", PROGRAM_LOST, Text::read);
        let care = "one of outpatient, iop, php, aftercare";
        let level = fields.require(reader, "level", care, PROGRAM_LOST, |reader, at, data, lost| {
            choice(reader, at, data, lost, (Care::ALL, Care::IDS))
        });
        let schedule = fields.read(reader, "schedule", LEFT_OUT, Schedule::read).unwrap_or_default();
        let setting = fields.read(reader, "setting", LEFT_OUT, |reader, at, data, lost| {
            choices(reader, at, data, lost, (Setting::ALL, Setting::IDS))
        });
        let setting = match fields.get("setting") {
            None => vec![Setting::InPerson],
            Some(_) => setting.unwrap_or_default(),
        };
        let tracks = fields.read(reader, "tracks", LEFT_OUT, |reader, at, data, lost| {
            choices(reader, at, data, lost, (Track::ALL, Track::IDS))
        });
        let tracks = tracks.unwrap_or_default();
        // Somebody of the wrong age must not be sent there, so wrong ages cost the program.
        let ages = match fields.get("ages") {
            None => Some(Ages::usual(tracks.contains(&Track::Adolescent))),
            Some(_) => fields.read(reader, "ages", PROGRAM_LOST, Ages::read),
        };
        let services = fields.read(reader, "services", LEFT_OUT, |reader, at, data, lost| {
            choices(reader, at, data, lost, (Service::ALL, Service::IDS))
        });
        let approach = fields.read(reader, "approach", LEFT_OUT, |reader, at, data, lost| {
            choices(reader, at, data, lost, (Approach::ALL, Approach::IDS))
        });
        let languages = fields.read(reader, "languages", LEFT_OUT, |reader, at, data, lost| {
            choices(reader, at, data, lost, (SpokenLanguage::ALL, SpokenLanguage::IDS))
        });
        let payers = fields.read(reader, "payers", LEFT_OUT, |reader, at, data, lost| {
            list(reader, at, data, ("names", 40), lost, |r, at, data| Text::read(r, at, data, lost))
        });
        let link = fields.read(reader, "link", LEFT_OUT, link);
        let address = fields.read(reader, "address", LEFT_OUT, Address::read);
        let note = fields.read(reader, "note", LEFT_OUT, Text::read);
        let checked = fields.read(reader, "checked", LEFT_OUT, Date::read);
        let program = Program {
            name: name?,
            level: level?,
            schedule,
            setting,
            ages: ages?,
            tracks,
            services: services.unwrap_or_default(),
            approach: approach.unwrap_or_default(),
            languages: languages.unwrap_or_default(),
            payers: payers.unwrap_or_default(),
            link,
            address,
            note,
            checked,
        };
        program.check_hours(reader, at);
        Some(program)
    }
    /// The hours that a level stands for. Visitors are told what a level is before they see a program of
    /// it, so the two must not disagree.
    fn check_hours(&self, reader: &mut Reader, at: &At) {
        let Some(hours) = self.schedule.minutes else {
            return;
        };
        let least_iop = if self.for_teens() { 6 } else { 9 };
        let allowed = match self.level {
            Care::Outpatient if hours.from >= 9 * 60 => "under 9 hours a week for outpatient",
            Care::Iop if hours.to < least_iop * 60 => "at least 9 hours a week for iop (6 for teens)",
            Care::Php if hours.to < 20 * 60 => "at least 20 hours a week for php",
            _ => return,
        };
        let found = [&hours_words(hours.to), " hours a week"].concat();
        reader.found(&at.field("schedule"), found, allowed, AS_WRITTEN);
    }
}

impl Ages {
    const fn usual(teens: bool) -> Ages {
        if teens { Ages { from: Some(13), to: Some(17) } } else { Ages { from: Some(18), to: None } }
    }
    /// Whether somebody of these ages, both included, can come.
    pub fn meet(self, from: u16, to: u16) -> bool {
        self.from.is_none_or(|youngest| youngest <= to) && self.to.is_none_or(|oldest| oldest >= from)
    }
    fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Ages> {
        const ALLOWED: &str = "a whole number of years from 0 to 120";
        let fields = reader.fields(at, data, &["from", "to"], lost)?;
        let mut good = true;
        let mut end = |name: &'static str| {
            let data = fields.get(name)?;
            let years = whole(data, 0, 120);
            if years.is_none() {
                good = false;
                reader.wrong::<()>(&at.field(name), data, ALLOWED, lost);
            }
            years
        };
        let (from, to) = (end("from"), end("to"));
        if !good {
            return None;
        }
        match (from, to) {
            (None, None) => reader.wrong(at, data, "from, to, or both, such as {\"from\": 18}", lost),
            (Some(youngest), Some(oldest)) if oldest < youngest => {
                reader.wrong(&at.field("to"), fields.get("to")?, "an age not under from", lost)
            }
            _ => Some(Ages { from, to }),
        }
    }
}

impl Date {
    fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Date> {
        match data {
            Data::Text(text) => Date::of(text.trim()),
            _ => None,
        }
        .or_else(|| reader.wrong(at, data, "a day as year-month-day, such as \"2026-05-31\"", lost))
    }
    fn of(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number =
            |part: &[u8]| part.iter().try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + u16::from(b - b'0')));
        let (year, month, day) = (number(&bytes[..4])?, number(&bytes[5..7])?, number(&bytes[8..])?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        };
        let real = (2000..2200).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day);
        real.then_some(Date { year, month, day })
    }
}
