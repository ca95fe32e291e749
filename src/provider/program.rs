//! One program of the provider's.

use alloc::string::String;
use alloc::vec::Vec;

use super::contact::Address;
use super::data::Data;
use super::date::Date;
use super::names::{Approach, Care, Feature, Many, Medicine, STATES, Service, Setting, SpokenLanguage, Track, Treats};
use super::opening::Opening;
use super::payer::Payer;
use super::problem::{At, IN_WORDS, LEFT_OUT, Problems, words};
use super::reader::{Fields, UNDER};
use super::schedule::{Schedule, hours_words};
use super::shape::{Field, List, Need, Shape, Unit};
use super::text::Text;
use super::value::{concat, listed};

/// Who can come, by age in years. Never both open: a program whose ages are not given is for adults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The youngest.
    pub from: Option<u16>,
    /// The oldest.
    pub to: Option<u16>,
}

/// One program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// What the provider calls it.
    pub name: Text,
    /// Its level of care, or aftercare.
    pub level: Care,
    /// What it treats. Both where that is not said; nothing where it was written wrong.
    pub treats: Many<Treats>,
    /// When it meets.
    pub schedule: Schedule,
    /// Where it meets. Empty where that is not known.
    pub setting: Many<Setting>,
    /// Who can come.
    pub ages: Ages,
    /// For whom it is made.
    pub tracks: Many<Track>,
    /// What it contains.
    pub services: Many<Service>,
    /// How it works.
    pub approach: Many<Approach>,
    /// In which languages.
    pub languages: Many<SpokenLanguage>,
    /// Medicines that people may go on taking in it.
    pub accepts: Many<Medicine>,
    /// What else it has.
    pub features: Many<Feature>,
    /// Who pays.
    pub payers: Vec<Payer>,
    /// Where people may be who come to it by video.
    pub states: Vec<&'static str>,
    /// The town in which it meets.
    pub town: Option<Text>,
    /// Whether it has an opening, as far as that can still be believed.
    pub opening: Option<Opening>,
    /// Its page.
    pub link: Option<String>,
    /// Where it meets, if not at the provider's address.
    pub address: Option<Address>,
    /// Anything else, in the provider's own words.
    pub note: Option<Text>,
    /// When the provider last made sure that all of this is right.
    pub checked: Option<Date>,
}

/// What a program that cannot be shown as it is meant comes to.
pub(super) const LOST: &str = words("This program is left out.");
const AS_WRITTEN: &str = "It is shown at this level all the same.";

const TREATED_AS_BOTH: &str = "It is taken to treat both.";

const PAYERS: List =
    List { item: Shape::Payer, what: words("payers"), least: 0, most: 40, whole: false, lost: LEFT_OUT };
const IN_STATES: List = List {
    item: Shape::One(STATES),
    what: words("states as two capital letters"),
    least: 0,
    most: 60,
    whole: false,
    lost: LEFT_OUT,
};

impl Program {
    // Somebody of the wrong age must not be sent to a program, so wrong ages spoil it.
    pub(super) const SHAPE: Shape = Shape::Group(&[
        Field::new("name", Shape::Text).need(Need::Needed),
        Field::new("level", Shape::One(Care::IDS)).need(Need::Needed),
        Field::new("treats", Shape::Many(Treats::IDS)),
        Field::new("schedule", Schedule::SHAPE),
        Field::new("setting", Shape::Many(Setting::IDS)),
        Field::new("ages", Ages::SHAPE).need(Need::Sound),
        Field::new("tracks", Shape::Many(Track::IDS)),
        Field::new("services", Shape::Many(Service::IDS)),
        Field::new("approach", Shape::Many(Approach::IDS)),
        Field::new("languages", Shape::Many(SpokenLanguage::IDS)),
        Field::new("payers", Shape::List(&PAYERS)),
        Field::new("accepts", Shape::Many(Medicine::IDS)),
        Field::new("withdrawal_care", Shape::YesNo),
        Field::new("prescriber", Shape::YesNo),
        Field::new("transport", Shape::YesNo),
        Field::new("child_care", Shape::YesNo),
        Field::new("wheelchair", Shape::YesNo),
        Field::new("states", Shape::List(&IN_STATES)),
        Field::new("town", Shape::Text),
        Field::new("openings", Shape::Opening),
        Field::new("link", Shape::Link),
        Field::new("address", Address::SHAPE),
        Field::new("note", Shape::Text),
        Field::new("checked", Shape::Date),
    ]);

    /// Whether it is made for this group of people.
    pub fn has_track(&self, track: Track) -> bool {
        self.tracks.has(track)
    }
    /// Whether it can be come to by video.
    pub fn by_video(&self) -> bool {
        self.setting.has(Setting::Video)
    }
    /// Whether it can be come to by video alone.
    pub fn only_by_video(&self) -> bool {
        self.setting.only(Setting::Video)
    }
    /// Whether it is made for ages 13 to 17.
    pub fn for_teens(&self) -> bool {
        self.has_track(Track::Adolescent) || self.ages.to.is_some_and(|to| to < 18)
    }
    pub(super) fn take(problems: &mut Problems, at: &At, data: &mut Data, today: Option<Date>) -> Option<Program> {
        let mut fields = Fields::of(Some(data));
        // First what can fail, so that nothing has to be taken back.
        let level = fields.one("level", Care::ALL)?;
        let tracks = fields.many("tracks");
        let ages = match fields.get("ages") {
            None => Ages::usual(tracks.has(Track::Adolescent)),
            ages => Ages::take(problems, &at.field("ages"), ages)?,
        };
        let name = Text::take(fields.get("name"))?;
        // Where it meets is not guessed where it was given and is wrong.
        let setting = match fields.get("setting") {
            None => Many::of(&[Setting::InPerson]),
            Some(_) => fields.many("setting"),
        };
        let treats = match fields.get("treats") {
            Some(_) => fields.many("treats"),
            None => Many::of(Treats::ALL),
        };
        let said = fields.get("treats").is_some();
        let sound = fields.list("treats").iter().all(|one| !one.is_nothing());
        let checked = fields.number("checked").and_then(Date::of);
        let openings = fields.number("openings");
        let mut program = Program {
            name,
            level,
            treats,
            schedule: Schedule::take(problems, &at.field("schedule"), fields.get("schedule")),
            setting,
            ages,
            tracks,
            services: fields.many("services"),
            approach: fields.many("approach"),
            languages: fields.many("languages"),
            accepts: fields.many("accepts"),
            features: Many::NONE,
            payers: Vec::new(),
            states: Vec::new(),
            town: Text::take(fields.get("town")),
            opening: Opening::take(problems, at, openings, checked, today),
            link: fields.text("link"),
            address: Address::take(fields.get("address")),
            note: Text::take(fields.get("note")),
            checked,
        };
        for feature in Feature::ALL {
            if fields.number(feature.id()) == Some(1) {
                program.features.add(*feature);
            }
        }
        for payer in fields.list("payers") {
            if let Some(payer) = Payer::take(payer) {
                program.payers.push(payer);
            }
        }
        for state in fields.list("states") {
            if let Data::Number(place) = state
                && let Some(state) = STATES.get(*place as usize)
            {
                program.states.push(*state);
            }
        }
        if !program.states.is_empty() && !program.by_video() {
            program.states.clear();
            if !problems.has(&at.field("setting")) {
                problems.add(
                    &at.field("states"),
                    "states, and no video",
                    "\"setting\" with video beside them",
                    LEFT_OUT,
                );
            }
        }
        program.check_treats(problems, at, said, sound);
        program.check_hours(problems, at);
        Some(program)
    }
    /// What a program treats decides who is sent there, so what is not said is named, and two things that cannot both be
    /// true are too.
    fn check_treats(&mut self, problems: &mut Problems, at: &At, said: bool, sound: bool) {
        let dual = self.has_track(Track::DualDiagnosis);
        let at = at.field("treats");
        if !said && !dual {
            let allowed = if IN_WORDS { concat(&["a list of ", &listed(Treats::IDS)]) } else { String::new() };
            problems.add(&at, &Data::Null.found(), &allowed, TREATED_AS_BOTH);
        }
        // Where the list itself is wrong, that is named already.
        if dual && self.treats.len() == 1 && sound {
            self.tracks.remove(Track::DualDiagnosis);
            let (found, allowed) = ("one of the two beside the track dual_diagnosis", "both, or no such track");
            problems.add(&at, found, allowed, "The track dual_diagnosis is left out.");
        }
    }
    /// The hours that a level stands for. Visitors are told what a level is before they see a program of
    /// it, so the two must not disagree.
    fn check_hours(&self, problems: &mut Problems, at: &At) {
        let Some(hours) = self.schedule.minutes else { return };
        let least_iop = if self.for_teens() { 6 } else { 9 };
        let allowed = match self.level {
            Care::Outpatient if hours.from >= 9 * 60 => "under 9 hours a week for outpatient",
            Care::Iop if hours.to < least_iop * 60 => "at least 9 hours a week for iop (6 for teens)",
            Care::Php if hours.to < 20 * 60 => "at least 20 hours a week for php",
            _ => return,
        };
        let found = if IN_WORDS { concat(&[&hours_words(hours.to), " hours a week"]) } else { String::new() };
        problems.add(&at.field("schedule"), &found, allowed, AS_WRITTEN);
    }
}

impl Ages {
    const SHAPE: Shape = Shape::Group(&[
        Field::new("from", Shape::Amount(Unit::Years)).need(Need::Sound),
        Field::new("to", Shape::Amount(Unit::Years)).need(Need::Sound),
    ]);

    const fn usual(teens: bool) -> Ages {
        if teens { Ages { from: Some(13), to: Some(17) } } else { Ages { from: Some(18), to: None } }
    }
    /// Whether somebody of these ages, both included, can come.
    pub fn meet(self, from: u16, to: u16) -> bool {
        self.from.is_none_or(|youngest| youngest <= to) && self.to.is_none_or(|oldest| oldest >= from)
    }
    fn take(problems: &mut Problems, at: &At, data: Option<&mut Data>) -> Option<Ages> {
        let mut fields = Fields::of(data);
        let mut age = |name: &str| fields.number(name).map(|age| age as u16);
        let ages = Ages { from: age("from"), to: age("to") };
        let found = match (ages.from, ages.to) {
            (None, None) => "neither \"from\" nor \"to\"",
            (Some(from), Some(to)) if to < from => UNDER,
            _ => return Some(ages),
        };
        problems.add(at, found, "ages such as {\"from\": 18} or {\"from\": 13, \"to\": 17}", LOST);
        None
    }
}
