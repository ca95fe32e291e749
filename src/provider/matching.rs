//! Which of the provider's programs fit a suggestion, and what does not fit about each.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use super::config::Config;
use super::found::{Alternative, Direction, Match, MatchReason, Matches, Mismatch};
use super::partner::Referral;
use super::program::Program;
use super::vocabulary::{Care, EnumSet, Time, Track, Treats, string_enum};
use crate::content::{Age, QUESTIONNAIRE};
use crate::engine::{AddOn, AddOnSet, Answers, Level, Placement, replay};

string_enum! {
    /// When, or how, a visitor could come: the times of a week, and video.
    When {
        Daytime = "daytime",
        Evenings = "evenings",
        Weekends = "weekends",
        Video = "video",
    }
}

/// What a program is looked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchQuery {
    /// The level suggested, or the levels of a close call, from the least intensive.
    pub levels: Vec<Level>,
    /// How old the person is.
    pub age: Age,
    /// When they can come. None of it where that was not said.
    pub when: EnumSet<When>,
    /// What the rules asked for beside the level.
    pub adds: AddOnSet,
    /// What the visitor came for. None of it where they are not sure, or have not said: then any program will do.
    pub came_for: EnumSet<Treats>,
    /// The tracks that the rules asked for.
    pub tracks: EnumSet<Track>,
    /// Safety or withdrawal is not settled: care by video alone does not suit.
    pub unsettled: bool,
    /// A rule on safety holds: the higher level comes first, and nothing below the level suggested.
    pub safety: bool,
    /// Stopping may not be safe: a partner that can help with withdrawal is named.
    pub withdrawal: bool,
}

impl MatchQuery {
    /// What these answers ask for, at these levels, of somebody who can come then. Answers to questions that are no longer
    /// asked do not count.
    pub fn of(answers: Answers, when: EnumSet<When>, levels: &[Level]) -> MatchQuery {
        MatchQuery::placed(answers, &replay(&QUESTIONNAIRE, answers).placement, when, levels)
    }
    /// The same, where it is known already what the rules say of these answers.
    pub fn placed(answers: Answers, placement: &Placement, when: EnumSet<When>, levels: &[Level]) -> MatchQuery {
        let adds = placement.add_ons;
        let at_home = [AddOn::SafetyPlan, AddOn::DomesticViolence, AddOn::Housing];
        let came_for = came_for(answers);
        let mut tracks = EnumSet::NONE;
        for (add_on, track) in [
            (AddOn::DualDiagnosis, Track::DualDiagnosis),
            (AddOn::Eating, Track::Eating),
            (AddOn::Perinatal, Track::Perinatal),
        ] {
            if adds.has(add_on) {
                tracks.add(track);
            }
        }
        let safety = placement.steps != 0 || adds.has(AddOn::SafetyPlan);
        let mut wanted = MatchQuery {
            levels: levels.to_vec(),
            age: Age::of(answers),
            when,
            adds,
            came_for,
            tracks,
            unsettled: placement.steps != 0 || at_home.into_iter().any(|add| adds.has(add)),
            safety,
            withdrawal: placement.steps != 0 && !came_for.only(Treats::MentalHealth),
        };
        if let Some(level) = placement.level() {
            wanted.hold(level);
        } else {
            wanted.levels.clear();
        }
        wanted
    }
    /// While a rule on safety holds, nothing below this level is looked for, and the higher level comes first.
    fn hold(&mut self, level: Level) {
        if !self.safety {
            return;
        }
        let mut levels = Vec::new();
        for other in Level::ALL.into_iter().rev() {
            if other >= level && self.levels.contains(&other) {
                levels.push(other);
            }
        }
        if levels.is_empty() {
            levels.push(level);
        }
        self.levels = levels;
    }
    /// The times at which the visitor can come.
    const fn times(&self) -> EnumSet<Time> {
        EnumSet::bits(self.when.0 & ((1 << When::Video as u16) - 1))
    }
    /// Whether somebody of the visitor's age group can come. Which age within 13 to 17 is not asked, so a
    /// program for a part of it counts, and its card says for whom it is.
    fn takes(&self, program: &Program) -> bool {
        match self.age {
            Age::Child => false,
            Age::Teen => program.ages.meet(13, 17),
            Age::Adult => program.ages.meet(18, 120),
        }
    }
    /// How a program fits.
    ///
    /// First whether it treats what the visitor came for; then the tracks that the rules ask for; then, where safety or
    /// withdrawal is not settled, whether it can be come to in person; then when it meets; then video.
    fn judge(&self, program: &Program) -> Judged {
        let mut judged = Judged::default();
        let (mut tracks, mut video) = (0, 0);
        judged.untreated = self.came_for.0 & !program.treats.0 != 0;
        if judged.untreated {
            judged.mismatch(match program.treats {
                treats if treats.has(Treats::SubstanceUse) => Mismatch::TreatsSubstanceUse,
                treats if treats.has(Treats::MentalHealth) => Mismatch::TreatsMentalHealth,
                _ => Mismatch::TreatsUnknown,
            });
        }
        for (track, fit, missing) in ASKED {
            if !self.tracks.has(track) {
                continue;
            }
            if program.has_track(track) {
                judged.fit(fit);
            } else {
                tracks += 1;
                // One who treats half of it has said so already.
                if let Some(missing) = missing.filter(|_| !judged.untreated) {
                    judged.mismatch(missing);
                }
            }
        }
        if self.age == Age::Teen {
            if program.for_teens() {
                judged.fit(MatchReason::Adolescent);
            } else {
                tracks += 1;
            }
        }
        let times = self.judge_times(program.schedule.times, &mut judged);
        let (video_alone, by_video) = (program.only_by_video(), self.when.has(When::Video));
        let unsuited = u16::from(self.unsettled && video_alone);
        if by_video && program.by_video() && !self.unsettled {
            judged.fit(MatchReason::Video);
        } else if by_video && !program.by_video() && !program.setting.is_empty() {
            judged.mismatch(Mismatch::NoVideo);
            video = 1;
        } else if video_alone && !self.times().is_empty() && !by_video {
            judged.mismatch(Mismatch::OnlyVideo);
            video = 1;
        }
        // Each digit weighs more than all that follow it.
        let untreated = u16::from(judged.untreated);
        judged.rank = (((untreated * 8 + tracks) * 2 + unsuited) * 4 + times) * 2 + video;
        judged
    }
    /// 0: it meets only when the visitor can come, or they can come at any time. 1: at other times too.
    /// 2: not known. 3: never when the visitor can come.
    fn judge_times(&self, times: EnumSet<Time>, judged: &mut Judged) -> u16 {
        let wanted = self.times();
        if wanted.is_empty() {
            return 0;
        }
        let met = (times.0 & wanted.0).count_ones() as usize;
        for time in Time::ALL {
            let (meets, can) = (times.has(*time), wanted.has(*time));
            if meets && can {
                judged.fit([MatchReason::Daytime, MatchReason::Evenings, MatchReason::Weekends][*time as usize]);
            } else if met == 0 && meets && times.len() == 1 {
                judged.mismatch([Mismatch::Daytime, Mismatch::Evenings, Mismatch::Weekends][*time as usize]);
            } else if met == 0 && can && times.len() > 1 {
                judged.mismatch([Mismatch::NoDaytime, Mismatch::NoEvenings, Mismatch::NoWeekends][*time as usize]);
            }
        }
        match met {
            0 if times.is_empty() => 2,
            0 => 3,
            met => u16::from(met < times.len()),
        }
    }
    /// The programs of one level that take the visitor's age, the best fit first.
    fn at<'c>(&self, config: &'c Config, care: Option<Care>) -> Vec<Ranked<'c>> {
        let mut ranked = Vec::new();
        for (index, program) in config.programs.iter().enumerate() {
            if Some(program.level) != care || !self.takes(program) {
                continue;
            }
            ranked.push(Ranked { index, program, judged: self.judge(program) });
            // Behind its equals: the provider's own order decides between them.
            let mut last = ranked.len() - 1;
            while last > 0 && ranked[last - 1].judged.rank > ranked[last].judged.rank {
                ranked.swap(last - 1, last);
                last -= 1;
            }
        }
        ranked
    }
}

/// The tracks that rules can ask for, with what is said where a program has one, and where it has not.
const ASKED: [(Track, MatchReason, Option<Mismatch>); 3] = [
    (Track::DualDiagnosis, MatchReason::DualDiagnosis, Some(Mismatch::NoDualDiagnosis)),
    (Track::Eating, MatchReason::Eating, Some(Mismatch::NoEating)),
    (Track::Perinatal, MatchReason::Perinatal, None),
];

/// What the visitor came for, as far as they said.
fn came_for(answers: Answers) -> EnumSet<Treats> {
    let said = |option: &str| {
        let concern = QUESTIONNAIRE.question("concern").and_then(|question| question.option(option));
        concern.is_some_and(|chosen| answers.intersects(chosen))
    };
    let mut came_for = EnumSet::NONE;
    if said("substances") || said("both") {
        came_for.add(Treats::SubstanceUse);
    }
    if said("mental_health") || said("both") {
        came_for.add(Treats::MentalHealth);
    }
    came_for
}

/// A program in the order of how it fits.
struct Ranked<'c> {
    index: usize,
    program: &'c Program,
    judged: Judged,
}

impl Ranked<'_> {
    const fn treats(&self) -> bool {
        !self.judged.untreated
    }
    #[inline(never)]
    fn found(&self) -> Match {
        Match {
            program: self.index,
            name: self.program.name.say("en").to_owned(),
            level: self.program.level.level(),
            kind: self.program.kind(),
            fits: self.judged.fits,
            mismatches: self.judged.mismatches,
        }
    }
}

/// How a program fits: what does and what does not, and its rank, of which lower is better.
#[derive(Clone, Copy, Default)]
struct Judged {
    rank: u16,
    /// It does not treat what the visitor came for.
    untreated: bool,
    fits: EnumSet<MatchReason>,
    mismatches: EnumSet<Mismatch>,
}

impl Judged {
    fn fit(&mut self, fit: MatchReason) {
        self.fits.add(fit);
    }
    fn mismatch(&mut self, mismatch: Mismatch) {
        self.mismatches.add(mismatch);
    }
}

impl Care {
    /// The level of care. None for aftercare.
    pub const fn level(self) -> Option<Level> {
        match self {
            Care::Outpatient => Some(Level::Outpatient),
            Care::Iop => Some(Level::Iop),
            Care::Php => Some(Level::Php),
            Care::Aftercare => None,
        }
    }
    /// What can be offered at a level. None for 24-hour care, which is always a referral.
    const fn of(level: Level) -> Option<Care> {
        match level {
            Level::Outpatient => Some(Care::Outpatient),
            Level::Iop => Some(Care::Iop),
            Level::Php => Some(Care::Php),
            Level::DayAndNight => None,
        }
    }
}

#[inline(never)]
fn add(to: &mut Vec<Match>, programs: &[Ranked], treating: bool) {
    for program in programs {
        if program.treats() == treating {
            to.push(program.found());
        }
    }
}

/// The provider's programs for what is wanted. The same configuration and wish give the same answer, always.
pub fn matches(config: &Config, wanted: &MatchQuery) -> Matches {
    let mut found = Matches { safety: wanted.safety, ..Matches::default() };
    let at = |level: Level| wanted.at(config, Care::of(level));
    for level in &wanted.levels {
        let programs = at(*level);
        if !programs.iter().any(Ranked::treats) && wanted.age != Age::Child {
            found.missing.push(*level);
        }
        add(&mut found.fitting, &programs, true);
        add(&mut found.other, &programs, false);
    }
    if let (true, Some(lowest), Some(highest)) =
        (found.fitting.is_empty(), wanted.levels.iter().min(), wanted.levels.iter().max())
    {
        let mut near = |direction: Direction, level: Level| {
            let mut there = false;
            for program in at(level).iter().filter(|program| program.treats()) {
                found.nearest.push(Alternative { direction, program: program.found() });
                there = true;
            }
            there
        };
        // The nearest level at which there is something, below and above.
        for direction in
            if wanted.safety { [Direction::More, Direction::Less] } else { [Direction::Less, Direction::More] }
        {
            let less = direction == Direction::Less;
            for index in 0..Level::ALL.len() {
                let level = Level::ALL[if less { Level::ALL.len() - 1 - index } else { index }];
                let there = if less { level < *lowest } else { level > *highest };
                if there && near(direction, level) {
                    break;
                }
            }
        }
    }
    if wanted.levels.contains(&Level::DayAndNight) {
        found.referrals.add(Referral::DayAndNight);
    }
    if wanted.withdrawal && !wanted.levels.is_empty() {
        found.referrals.add(Referral::Detox);
    }
    if wanted.adds.has(AddOn::Aftercare) {
        let programs = wanted.at(config, Some(Care::Aftercare));
        add(&mut found.aftercare, &programs, true);
        add(&mut found.aftercare, &programs, false);
    }
    found
}
