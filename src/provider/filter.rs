//! What a visitor may narrow the list of programs by, on the result. Never asked before it.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::payer::Payment;
use super::program::Program;
use super::vocabulary::{Approach, Feature, Medicine, Service, SpokenLanguage, Track, string_enum};

/// Filters are told apart by the bits of a number.
const MOST: usize = 64;
/// So many plans, and so many towns, are offered at most: more would leave no room for the rest, and be a list to study.
const MOST_NAMES: usize = 16;

/// One filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Paid in this way.
    Payment(Payment),
    /// Paid by this plan, or by whatever else the provider names.
    Plan(String),
    /// Medication for addiction is part of it.
    Medication,
    /// People may go on taking this medicine.
    Accepts(Medicine),
    /// It has this.
    Feature(Feature),
    /// By video.
    Video,
    /// In this town.
    Town(String),
    /// Made for this group.
    Track(Track),
    /// Held in this language.
    Language(SpokenLanguage),
    /// Works in this way.
    Approach(Approach),
}

string_enum! {
    /// What filters are shown together under one heading. In the order shown: what rules a program out for most people,
    /// which is money, comes first.
    Group {
        Payment = "payment",
        Medicine = "medicine",
        Place = "place",
        People = "people",
        Language = "language",
        Approach = "approach",
    }
}

impl Filter {
    /// Whether a program passes. `lang` is the language in which plans and towns are named.
    pub fn passes(&self, program: &Program, lang: &str) -> bool {
        match self {
            Filter::Payment(payment) => program.payers.iter().any(|payer| payer.payment == Some(*payment)),
            Filter::Plan(plan) => {
                program.payers.iter().any(|payer| payer.plans.iter().any(|other| other.say(lang) == plan))
            }
            Filter::Medication => program.services.has(Service::Medication),
            Filter::Accepts(medicine) => program.accepts.has(*medicine),
            Filter::Feature(feature) => program.features.has(*feature),
            Filter::Video => program.by_video(),
            Filter::Town(town) => program.town.as_ref().is_some_and(|other| other.say(lang) == town),
            Filter::Track(track) => program.has_track(*track),
            Filter::Language(language) => program.languages.has(*language),
            Filter::Approach(approach) => program.approach.has(*approach),
        }
    }
    /// The heading that it stands under.
    pub const fn group(&self) -> Group {
        match self {
            Filter::Payment(_) | Filter::Plan(_) => Group::Payment,
            Filter::Medication
            | Filter::Accepts(_)
            | Filter::Feature(Feature::WithdrawalCare | Feature::Prescriber) => Group::Medicine,
            Filter::Feature(_) | Filter::Video | Filter::Town(_) => Group::Place,
            Filter::Track(_) => Group::People,
            Filter::Language(_) => Group::Language,
            Filter::Approach(_) => Group::Approach,
        }
    }
    /// Filters of which one is enough, as somebody who has either of two plans can come by either: they have one number.
    const fn either(&self) -> usize {
        match self {
            Filter::Payment(_) | Filter::Plan(_) => 0,
            Filter::Accepts(_) => 1,
            Filter::Town(_) => 2,
            Filter::Track(_) => 3,
            Filter::Language(_) => 4,
            Filter::Approach(_) => 5,
            Filter::Medication => 6,
            Filter::Video => 7,
            // Whoever asks for a ride and for child care cannot come without both.
            Filter::Feature(feature) => 8 + *feature as usize,
        }
    }
}

/// Whether a program has what these filters ask for: where either of several will do, one of those chosen.
pub fn passes(chosen: &[&Filter], program: &Program, lang: &str) -> bool {
    chosen.iter().all(|one| chosen.iter().any(|other| one.either() == other.either() && other.passes(program, lang)))
}

/// The tracks that people look for. Dual diagnosis and what is made for teens are sorted by the answers already.
const TRACKS: [Track; 11] = [
    Track::Lgbtq,
    Track::Veterans,
    Track::Women,
    Track::Men,
    Track::Perinatal,
    Track::YoungAdults,
    Track::OlderAdults,
    Track::Eating,
    Track::Trauma,
    Track::Psychosis,
    Track::Gambling,
];

/// The filters that divide these programs: each keeps some of them and not all. In a fixed order, group by group.
pub fn filters(programs: &[&Program], lang: &str) -> Vec<Filter> {
    let mut all = Vec::new();
    let mut offer = |filter: Filter| {
        let mut passing = 0;
        for program in programs {
            passing += usize::from(filter.passes(program, lang));
        }
        let new = passing > 0 && passing < programs.len() && all.len() < MOST && !all.contains(&filter);
        if new {
            all.push(filter);
        }
        new
    };
    for payment in Payment::ALL {
        offer(Filter::Payment(*payment));
    }
    let mut names = 0;
    for program in programs {
        for plan in program.payers.iter().flat_map(|payer| &payer.plans) {
            names += usize::from(names < MOST_NAMES && offer(Filter::Plan(plan.say(lang).to_owned())));
        }
    }
    offer(Filter::Medication);
    for medicine in Medicine::ALL {
        offer(Filter::Accepts(*medicine));
    }
    offer(Filter::Feature(Feature::WithdrawalCare));
    offer(Filter::Feature(Feature::Prescriber));
    offer(Filter::Video);
    names = 0;
    for town in programs.iter().filter_map(|program| program.town.as_ref()) {
        names += usize::from(names < MOST_NAMES && offer(Filter::Town(town.say(lang).to_owned())));
    }
    for feature in [Feature::Transport, Feature::ChildCare, Feature::Wheelchair] {
        offer(Filter::Feature(feature));
    }
    for track in TRACKS {
        offer(Filter::Track(track));
    }
    // The language of the page goes without saying: many programs do not list it.
    for language in SpokenLanguage::ALL.iter().filter(|language| language.id() != lang) {
        offer(Filter::Language(*language));
    }
    for approach in [Approach::TwelveStep, Approach::Secular] {
        offer(Filter::Approach(approach));
    }
    all
}
