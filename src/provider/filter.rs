//! What a visitor may narrow the list of programs by, on the result. Never asked before it.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::names::{Approach, Service, SpokenLanguage, Track};
use super::program::Program;

/// Filters are told apart by the bits of a number.
const MOST: usize = 64;

/// One filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Made for this group.
    Track(Track),
    /// Works in this way.
    Approach(Approach),
    /// Medication for addiction is part of it.
    Medication,
    /// By video.
    Video,
    /// Held in this language.
    Language(SpokenLanguage),
    /// Paid by this payer, by the provider's own name for it.
    Payer(String),
}

impl Filter {
    /// Whether a program passes. `lang` is the language in which payers are named.
    pub fn passes(&self, program: &Program, lang: &str) -> bool {
        match self {
            Filter::Track(track) => program.has_track(*track),
            Filter::Approach(approach) => program.approach.has(*approach),
            Filter::Medication => program.services.has(Service::Medication),
            Filter::Video => program.by_video(),
            Filter::Language(language) => program.languages.has(*language),
            Filter::Payer(payer) => program.payers.iter().any(|other| other.say(lang) == payer),
        }
    }
}

/// Whether a program has what these filters ask for: of each kind of filter, one of those chosen.
pub fn passes(chosen: &[&Filter], program: &Program, lang: &str) -> bool {
    let kind = core::mem::discriminant::<Filter>;
    chosen.iter().all(|one| chosen.iter().any(|other| kind(one) == kind(other) && other.passes(program, lang)))
}

/// The filters that divide these programs: each keeps some of them and not all. In a fixed order.
pub fn filters(programs: &[&Program], lang: &str) -> Vec<Filter> {
    let mut all = Vec::new();
    let mut offer = |filter: Filter| {
        let mut passing = 0;
        for program in programs {
            passing += usize::from(filter.passes(program, lang));
        }
        if passing > 0 && passing < programs.len() && all.len() < MOST && !all.contains(&filter) {
            all.push(filter);
        }
    };
    for track in [Track::Lgbtq, Track::Veterans, Track::Women, Track::Men, Track::Perinatal] {
        offer(Filter::Track(track));
    }
    for approach in [Approach::TwelveStep, Approach::Secular] {
        offer(Filter::Approach(approach));
    }
    offer(Filter::Medication);
    offer(Filter::Video);
    // The language of the page goes without saying: many programs do not list it.
    for language in SpokenLanguage::ALL.iter().filter(|language| language.id() != lang) {
        offer(Filter::Language(*language));
    }
    for program in programs {
        for payer in &program.payers {
            offer(Filter::Payer(payer.say(lang).to_owned()));
        }
    }
    all
}
