//! What a configuration may hold, as constant tables: one reader walks them (see `reader`), whatever they say.
//!
//! Measured, with gzip: a reader written out field by field came to 37 kB of download, the tables with their one
//! reader to 13.5 kB.

use alloc::vec::Vec;

use super::problem::words;

/// The form of a value.
#[derive(Clone, Copy)]
pub enum Schema {
    /// Words of the provider's own: plain, or in each language.
    Text,
    /// One line of words.
    Words,
    /// True or false.
    YesNo,
    /// A web address that is safe to link to.
    Link,
    /// Where a file is, relative to the configuration. Whoever fetches it says what is wrong with it.
    File,
    /// A telephone number.
    Phone,
    /// A telephone number that takes text messages, or a short code.
    TextNumber,
    /// An e-mail address.
    Email,
    /// One of a closed list of names, to the letter: a script reads it as well, before this module is there.
    Exact(&'static [&'static str]),
    /// One of a closed list of names.
    One(&'static [&'static str]),
    /// Some of a closed list of names, each once. A single name stands for a list of one.
    Many(&'static [&'static str]),
    /// A list.
    List(&'static List),
    /// A number.
    Amount(Unit),
    /// A number, or from one number to another.
    Span(Unit),
    /// A time of day. Read as minutes after midnight.
    Clock,
    /// A day of the calendar. Read as the number that its digits make: 20260531.
    Date,
    /// Whether there is an opening: one of its words, or a day. Read as the place of the word, or the number of the day.
    Opening,
    /// Who pays: a way to pay, words of the provider's own, or a group of fields.
    Payer,
    /// A color.
    Color,
    /// Names of fonts.
    Font,
    /// A length in pixels, from the least to the most.
    Pixels(u16, u16),
    /// A plain number, from the least to the most, both in hundredths.
    Hundredths(u16, u16),
    /// The style tokens of a theme: named fields, of which the frame's script has found what is wrong in them already, and
    /// only who puts it in words reads them again.
    Tokens(&'static [Field]),
    /// Named fields.
    Group(&'static [Field]),
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days a week.
    Days,
    /// Hours a week, in quarters. Read as minutes.
    Hours,
    /// Years of age.
    Years,
}

/// A list of things of one form.
pub struct List {
    /// What one thing is.
    pub item: Schema,
    /// What the things are, for messages.
    pub what: &'static str,
    /// How few there can be.
    pub min: usize,
    /// How many there can be.
    pub max: usize,
    /// One wrong thing spoils the list. Otherwise it is left out, and the rest is kept.
    pub all_or_nothing: bool,
    /// What a wrong thing comes to.
    pub lost: &'static str,
}

/// What a field means to the group that it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may be missing or wrong.
    Optional,
    /// Its absence is named, and spoils nothing.
    Recommended,
    /// It may be missing. A wrong one spoils the group.
    ValidIfPresent,
    /// A missing or wrong one spoils the group.
    Required,
}

/// A field of a group.
#[derive(Clone, Copy)]
pub struct Field {
    /// What it is called.
    pub name: &'static str,
    /// What it may hold.
    pub shape: Schema,
    /// What it means to its group.
    pub need: Need,
    /// What a wrong value comes to. Left open: whatever the group comes to, or else that the field is left out.
    pub lost: Option<&'static str>,
}

impl Field {
    pub(super) const fn new(name: &'static str, shape: Schema) -> Field {
        Field { name, shape, need: Need::Optional, lost: None }
    }
    pub(super) const fn need(mut self, need: Need) -> Field {
        self.need = need;
        self
    }
    pub(super) const fn lost(mut self, lost: &'static str) -> Field {
        self.lost = Some(words(lost));
        self
    }
}

/// The names of the fields of a group.
pub(super) fn names(fields: &[Field]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for field in fields {
        names.push(field.name);
    }
    names
}
