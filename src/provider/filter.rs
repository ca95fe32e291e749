//! What a visitor may narrow the list of programs by, on the result. Never asked before it.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::names::{Approach, Service, SpokenLanguage, Track};
use super::program::Program;

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

/// The filters that divide these programs: each keeps some of them and not all. In a fixed order.
pub fn filters(programs: &[&Program], lang: &str) -> Vec<Filter> {
    let tracks = [Track::Lgbtq, Track::Veterans, Track::Women, Track::Men, Track::Perinatal];
    let mut all: Vec<Filter> = tracks.map(Filter::Track).into();
    all.extend([Approach::TwelveStep, Approach::Secular].map(Filter::Approach));
    all.extend([Filter::Medication, Filter::Video]);
    all.extend(SpokenLanguage::ALL.iter().copied().map(Filter::Language));
    for payer in programs.iter().flat_map(|program| &program.payers) {
        let filter = Filter::Payer(payer.say(lang).to_owned());
        if !all.contains(&filter) {
            all.push(filter);
        }
    }
    all.retain(|filter| {
        let passing = programs.iter().filter(|program| filter.passes(program, lang)).count();
        passing > 0 && passing < programs.len()
    });
    all
}
