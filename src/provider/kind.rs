//! Which of the ten kinds of program a program is.

use super::program::Program;
use super::vocabulary::{Care, Time, Track, string_enum};

string_enum! {
    /// The kinds of program that providers run: what a card is headed with and explained by.
    Kind {
        StandardOutpatient = "standard_outpatient",
        StandardIop = "standard_iop",
        EveningIop = "evening_iop",
        DayProgram = "day_program",
        Php = "php",
        DualDiagnosis = "dual_diagnosis",
        LgbtqIop = "lgbtq_iop",
        AdolescentIop = "adolescent_iop",
        Telehealth = "telehealth",
        Aftercare = "aftercare",
    }
}

/// A visit longer than this is a day program's; one of just this length is too, on one or two days a week.
const LONG_VISIT: u16 = 4 * 60;

impl Program {
    /// The kind that this program is, told from its facts. It is a name and an explanation only: programs
    /// are matched by their facts.
    ///
    /// A program can be several kinds at once, such as an LGBTQ+ evening IOP by video. The first of these
    /// that is true is its kind, from who it is for over what it treats and how it is held to when it meets:
    /// aftercare; adolescent IOP; LGBTQ+ IOP; dual diagnosis (IOP or PHP); PHP; telehealth (IOP or
    /// outpatient, by video alone); standard outpatient; evening IOP; day program; standard IOP. Whatever the
    /// kind does not say is still said by the tracks, the setting and the schedule.
    pub fn kind(&self) -> Kind {
        match self.level {
            Care::Aftercare => Kind::Aftercare,
            Care::Iop if self.for_teens() => Kind::AdolescentIop,
            Care::Iop if self.has_track(Track::Lgbtq) => Kind::LgbtqIop,
            Care::Iop | Care::Php if self.has_track(Track::DualDiagnosis) => Kind::DualDiagnosis,
            Care::Php => Kind::Php,
            _ if self.only_by_video() => Kind::Telehealth,
            Care::Outpatient => Kind::StandardOutpatient,
            Care::Iop if self.in_the_evening() => Kind::EveningIop,
            Care::Iop if self.all_day_long() => Kind::DayProgram,
            Care::Iop => Kind::StandardIop,
        }
    }
    /// A program that also meets by day or on a weekend is not one to come to by evening alone.
    fn in_the_evening(&self) -> bool {
        self.schedule.times.only(Time::Evenings)
    }
    fn all_day_long(&self) -> bool {
        let by_day = self.schedule.times.only(Time::Daytime);
        let long = self.schedule.visit().is_some_and(|visit| {
            visit.to > LONG_VISIT || visit.to == LONG_VISIT && self.schedule.days.is_some_and(|days| days.to <= 2)
        });
        by_day && long
    }
}
