//! What to show: each screen as a list of parts, in text keys. No browser: the same lists are painted by
//! `crate::web`, walked by tests and written out by tools.

mod about;
mod card;
mod comparison;
mod contact;
mod facts;
mod numbers;
mod paper;
mod programs;
mod question;
mod reasons;
mod result;
mod safety;
mod suggestion;
mod summary;
mod view_node;
mod visit;

pub use numbers::{Piece, pieces};
pub use suggestion::heading;
pub use view_node::{Action, Attr, Catalog, Channel, Message, SaveMethod, ViewNode, unpacked_keys};
pub use visit::{Focus, Screen, Visit};

use alloc::vec::Vec;

use view_node::ScreenBuilder;

use crate::content::Audience;
use crate::decision::Decision;
use crate::provider::Config;

/// Everything that a screen is made from.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The visit so far.
    pub visit: &'a Visit,
    /// The provider's configuration.
    pub config: &'a Config,
    /// The language of the page, as a tag such as `en`.
    pub lang: &'a str,
    /// What was decided, where the visit stands at its result. Worked out once for all that is shown of it.
    pub decision: Option<Decision>,
}

impl<'a> View<'a> {
    /// A view of this visit.
    pub fn new(visit: &'a Visit, config: &'a Config, lang: &'a str) -> View<'a> {
        let mut decision = None;
        if visit.shown == Screen::Result {
            decision = Some(Decision::of(visit.answers, visit.availability, config));
        }
        View { visit, config, lang, decision }
    }
    /// The parts of the screen that the visit stands at. None on the start screen, which is static.
    pub fn parts(&self) -> Vec<ViewNode> {
        let mut sheet = ScreenBuilder::default();
        match (self.visit.shown, &self.decision) {
            (Screen::Question(index), _) => question::question(self, &mut sheet, index),
            (Screen::Safety(_), _) => safety::safety(self, &mut sheet),
            (_, Some(decision)) => result::result(self, decision, &mut sheet),
            (Screen::Start | Screen::Result, None) => {}
        }
        sheet.parts
    }
    /// The link to call the provider, for the start screen, which is static. None, where there is no number.
    pub fn call(&self) -> Vec<ViewNode> {
        let mut sheet = ScreenBuilder::default();
        contact::call(self, &mut sheet, "way", "start.call");
        sheet.parts
    }
    /// The parts of what a visitor may print, save or copy of a result: the suggestion, whom to reach and what to ask,
    /// and the answers only where the visitor wants them on it.
    pub fn summary(&self) -> Vec<ViewNode> {
        let mut sheet = ScreenBuilder { keeping: true, ..ScreenBuilder::default() };
        if let Some(decision) = &self.decision {
            summary::summary(self, decision, &mut sheet);
        }
        sheet.parts
    }
    /// How many of the programs of a result are shown, in words.
    pub fn shown(&self) -> Option<Message> {
        self.decision.as_ref().map(|decision| programs::ProgramList::of(self, decision).count())
    }
    /// Which question of about how many the one at this index is, in words.
    pub fn progress(&self, index: usize) -> Message {
        question::progress(self.visit.number(index), self.visit.remaining)
    }
    /// The audience that the screen speaks to.
    pub fn audience(&self) -> Audience {
        Audience::of(self.visit.answers)
    }
}
