//! What to show: each screen as a list of parts, in text keys. No browser: the same lists are painted by
//! [`crate::web`], walked by tests and written out by tools.

mod about;
mod level;
mod numbers;
mod part;
mod programs;
mod question;
mod result;
mod safety;
mod summary;
mod visit;

pub use level::gives_a_reason;
pub use numbers::{Piece, pieces};
pub use part::{Act, Attr, Catalog, Channel, Keep, Part, Words};
pub use programs::matching_programs;
pub use visit::{Focus, Shown, Visit};

use alloc::vec::Vec;

use part::Sheet;

use crate::content::Voice;
use crate::provider::Config;

/// Everything that a screen is made from.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The visit so far.
    pub visit: &'a Visit,
    /// The provider's configuration.
    pub config: &'a Config,
    /// The language of the page, as a tag such as `en`.
    pub lang: &'a str,
}

impl View<'_> {
    /// The parts of the screen that the visit stands at. None on the start screen, which is static.
    pub fn parts(&self) -> Vec<Part> {
        let mut sheet = Sheet::default();
        match self.visit.shown {
            Shown::Start => {}
            Shown::Question(place) => question::question(self, &mut sheet, place),
            Shown::Safety(_) => safety::safety(self, &mut sheet),
            Shown::Result => result::result(self, &mut sheet),
        }
        sheet.parts
    }
    /// The link to call the provider, for the start screen, which is static. None, where there is no number.
    pub fn call(&self) -> Vec<Part> {
        let mut sheet = Sheet::default();
        about::call(self, &mut sheet, "start.call");
        sheet.parts
    }
    /// The parts of what a visitor may print, save or copy of a result: the suggestion, whom to reach and what to ask,
    /// and the answers only where the visitor wants them on it.
    pub fn summary(&self) -> Vec<Part> {
        let mut sheet = Sheet { keeping: true, ..Sheet::default() };
        summary::summary(self, &mut sheet);
        sheet.parts
    }
    /// How many of the programs are shown, in words.
    pub fn shown(&self) -> Words {
        programs::Shown::of(self, &matching_programs(self.visit.answers, self.visit.when, self.config)).count()
    }
    /// The audience that the screen speaks to.
    pub fn voice(&self) -> Voice {
        Voice::of(self.visit.answers)
    }
}
