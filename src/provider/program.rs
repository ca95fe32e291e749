//! One program of the provider's.

use alloc::string::String;
use alloc::vec::Vec;

use super::contact::Address;
use super::date::Date;
use super::json::Json;
use super::opening::Opening;
use super::payer::Payer;
use super::problem::{At, IN_WORDS, LEFT_OUT, Problems, words};
use super::reader::{Fields, UNDER};
use super::schedule::{Schedule, hours_words};
use super::schema::{Field, List, Need, Schema, Unit};
use super::text::Text;
use super::value::{concat, listed};
use super::vocabulary::{
    Approach, Care, EnumSet, Feature, Medicine, STATES, Service, Setting, SpokenLanguage, Track, Treats,
};

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
    pub treats: EnumSet<Treats>,
    /// When it meets.
    pub schedule: Schedule,
    /// Where it meets. Empty where that is not known.
    pub setting: EnumSet<Setting>,
    /// Who can come.
    pub ages: Ages,
    /// For whom it is made.
    pub tracks: EnumSet<Track>,
    /// What it contains.
    pub services: EnumSet<Service>,
    /// How it works.
    pub approach: EnumSet<Approach>,
    /// In which languages.
    pub languages: EnumSet<SpokenLanguage>,
    /// Medicines that people may go on taking in it.
    pub accepts: EnumSet<Medicine>,
    /// What else it has.
    pub features: EnumSet<Feature>,
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
    List { item: Schema::Payer, what: words("payers"), min: 0, max: 40, all_or_nothing: false, lost: LEFT_OUT };
const IN_STATES: List = List {
    item: Schema::One(STATES),
    what: words("states as two capital letters"),
    min: 0,
    max: 60,
    all_or_nothing: false,
    lost: LEFT_OUT,
};

impl Program {
    // Somebody of the wrong age must not be sent to a program, so wrong ages spoil it.
    pub(super) const SHAPE: Schema = Schema::Group(&[
        Field::new("name", Schema::Text).need(Need::Required),
        Field::new("level", Schema::One(Care::IDS)).need(Need::Required),
        Field::new("treats", Schema::Many(Treats::IDS)),
        Field::new("schedule", Schedule::SHAPE),
        Field::new("setting", Schema::Many(Setting::IDS)),
        Field::new("ages", Ages::SHAPE).need(Need::ValidIfPresent),
        Field::new("tracks", Schema::Many(Track::IDS)),
        Field::new("services", Schema::Many(Service::IDS)),
        Field::new("approach", Schema::Many(Approach::IDS)),
        Field::new("languages", Schema::Many(SpokenLanguage::IDS)),
        Field::new("payers", Schema::List(&PAYERS)),
        Field::new("accepts", Schema::Many(Medicine::IDS)),
        Field::new("withdrawal_care", Schema::YesNo),
        Field::new("prescriber", Schema::YesNo),
        Field::new("transport", Schema::YesNo),
        Field::new("child_care", Schema::YesNo),
        Field::new("wheelchair", Schema::YesNo),
        Field::new("states", Schema::List(&IN_STATES)),
        Field::new("town", Schema::Text),
        Field::new("openings", Schema::Opening),
        Field::new("link", Schema::Link),
        Field::new("address", Address::SHAPE),
        Field::new("note", Schema::Text),
        Field::new("checked", Schema::Date),
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
    pub(super) fn take(problems: &mut Problems, at: &At, data: &mut Json, today: Option<Date>) -> Option<Program> {
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
            None => EnumSet::of(&[Setting::InPerson]),
            Some(_) => fields.many("setting"),
        };
        let treats = match fields.get("treats") {
            Some(_) => fields.many("treats"),
            None => EnumSet::of(Treats::ALL),
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
            features: EnumSet::NONE,
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
            if let Json::Number(index) = state
                && let Some(state) = STATES.get(*index as usize)
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
            problems.add(&at, &Json::Null.found(), &allowed, TREATED_AS_BOTH);
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
    const SHAPE: Schema = Schema::Group(&[
        Field::new("from", Schema::Amount(Unit::Years)).need(Need::ValidIfPresent),
        Field::new("to", Schema::Amount(Unit::Years)).need(Need::ValidIfPresent),
    ]);

    const fn usual(teens: bool) -> Ages {
        if teens { Ages { from: Some(13), to: Some(17) } } else { Ages { from: Some(18), to: None } }
    }
    /// Whether somebody of these ages, both included, can come.
    pub fn meet(self, from: u16, to: u16) -> bool {
        self.from.is_none_or(|youngest| youngest <= to) && self.to.is_none_or(|oldest| oldest >= from)
    }
    fn take(problems: &mut Problems, at: &At, data: Option<&mut Json>) -> Option<Ages> {
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
