//! What is wrong with a configuration, and where.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::value::concat;
#[cfg(not(feature = "quiet"))]
use super::value::decimal;

/// Whether problems are put in words. What visitors get only knows that there are some: the words, and all that finds them,
/// would be a tenth of its download, and are read by nobody but whoever keeps the configuration.
pub(super) const IN_WORDS: bool = !cfg!(feature = "quiet");

/// One thing that is wrong, in words for whoever keeps the configuration. Visitors never see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Which field, as in `programs[2].schedule.slots[0].day`.
    pub field: String,
    /// What was found there.
    pub found: String,
    /// What is allowed there.
    pub allowed: String,
    /// What the finder does about it.
    pub consequence: &'static str,
}

impl Problem {
    /// The whole problem in one line.
    pub fn message(&self) -> String {
        concat(&[&self.field, ": found ", &self.found, ", expected ", &self.allowed, ". ", self.consequence])
    }
}

/// What most wrong fields come to.
pub(super) const LEFT_OUT: &str = words("It is left out.");

/// These words, where problems are put in words.
pub(super) const fn words(words: &'static str) -> &'static str {
    if IN_WORDS { words } else { "" }
}

/// A place in a configuration: on the stack, and written out only where something is wrong. Where problems are not put in words
/// there is no more of it than what leads to it.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    up: Option<&'a At<'a>>,
    #[cfg(not(feature = "quiet"))]
    step: Step<'a>,
}

#[derive(Clone, Copy)]
#[cfg_attr(feature = "quiet", expect(dead_code, reason = "what is not put in words is not looked at"))]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    pub(super) const TOP: At<'static> = At::of(None, Step::Field("configuration"));

    pub(super) const fn field(&'a self, name: &'a str) -> At<'a> {
        At::of(Some(self), Step::Field(name))
    }
    pub(super) const fn item(&'a self, index: usize) -> At<'a> {
        At::of(Some(self), Step::Item(index))
    }
    #[cfg(not(feature = "quiet"))]
    const fn of(up: Option<&'a At<'a>>, step: Step<'a>) -> At<'a> {
        At { up, step }
    }
    #[cfg(feature = "quiet")]
    const fn of(up: Option<&'a At<'a>>, _: Step<'a>) -> At<'a> {
        At { up }
    }
    pub(super) const fn is_top(&self) -> bool {
        self.up.is_none()
    }
    #[cfg(feature = "quiet")]
    fn path(&self) -> String {
        String::new()
    }
    #[cfg(not(feature = "quiet"))]
    fn path(&self) -> String {
        // The top is named only where it is meant itself.
        let mut path = match self.up {
            Some(up) if !up.is_top() => up.path(),
            _ => String::new(),
        };
        match self.step {
            Step::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Item(index) => {
                path.push('[');
                path.push_str(&decimal(index as u64));
                path.push(']');
            }
        }
        path
    }
}

/// Collects problems while a configuration is read.
#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    #[cfg_attr(not(feature = "quiet"), inline(never))]
    pub(super) fn add(&mut self, at: &At, found: &str, allowed: &str, consequence: &'static str) {
        if !IN_WORDS {
            return self.some();
        }
        self.0.push(Problem { field: at.path(), found: found.to_owned(), allowed: allowed.to_owned(), consequence });
    }
    /// Knows that there is a problem, and not which.
    #[inline(never)]
    fn some(&mut self) {
        if self.0.is_empty() {
            self.0.push(Problem::default());
        }
    }
    /// Whether something there, or within it, is named already. Then that is the cause of what follows from it.
    pub(super) fn has(&self, at: &At) -> bool {
        if !IN_WORDS {
            return !self.0.is_empty();
        }
        let path = at.path();
        self.0.iter().any(|problem| problem.field.starts_with(&path))
    }
}

/// The known name that was likely meant: at most two letters wrong, and fewer in short names.
pub(super) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    if !IN_WORDS {
        return None;
    }
    let name = name.strip_prefix("--pf-").unwrap_or(name);
    let mut best = None;
    let mut least = 3;
    for other in known {
        let wrong = if name.len() < 40 { distance(name.as_bytes(), other.as_bytes()) } else { least };
        if wrong < least && wrong * 3 <= other.len() {
            (best, least) = (Some(*other), wrong);
        }
    }
    best
}

/// How many letters have to be put in, taken out or changed to make one name of the other, large or small.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row = Vec::new();
    for cell in 0..=b.len() {
        row.push(cell);
    }
    for (i, x) in a.iter().enumerate() {
        // The corner is the cell up and to the left; the cell to the left is in the row already.
        let (mut corner, mut left) = (i, i + 1);
        for (j, cell) in row.iter_mut().enumerate() {
            let here = match j.checked_sub(1).and_then(|j| b.get(j)) {
                Some(y) => (corner + usize::from(!x.eq_ignore_ascii_case(y))).min(*cell + 1).min(left + 1),
                None => i + 1,
            };
            if j > 0 {
                corner = *cell;
            }
            left = here;
            *cell = here;
        }
    }
    row.pop().unwrap_or_default()
}
