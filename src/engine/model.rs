//! The closed types that a questionnaire and its rules are written in.

use alloc::vec;
use alloc::vec::Vec;

use super::index::Index;
use super::level::{Adds, Level, Step};

/// A set of options of one questionnaire, one bit an option, numbered in the order of the tables.
///
/// Answers, facts and conditions are all sets of this kind, so that a condition is decided by
/// intersecting two of them. A questionnaire has at most [`Set::MOST`] options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Set(pub u128);

impl Set {
    /// How many options a questionnaire can have.
    pub const MOST: usize = 128;
    /// No option.
    pub const NONE: Set = Set(0);

    /// The set of one option, by its number.
    pub const fn one(option: usize) -> Set {
        Set(1_u128.wrapping_shl(option as u32))
    }
    /// The options from number `first` on, `count` of them.
    pub const fn run(first: usize, count: usize) -> Set {
        if count == 0 {
            return Set::NONE;
        }
        // Numbers that no set has wrap around: `check` names them, and nothing fails before it can.
        Set(u128::MAX.wrapping_shr(128_u32.wrapping_sub(count as u32)).wrapping_shl(first as u32))
    }
    /// The options in either set.
    pub const fn or(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }
    /// The options in both sets.
    pub const fn and(self, other: Set) -> Set {
        Set(self.0 & other.0)
    }
    /// The options of this set that are not in the other.
    pub const fn minus(self, other: Set) -> Set {
        Set(self.0 & !other.0)
    }
    /// Whether the two sets share an option.
    pub const fn meets(self, other: Set) -> bool {
        self.0 & other.0 != 0
    }
    /// Whether every option of the other set is in this one.
    pub const fn holds(self, other: Set) -> bool {
        other.0 & !self.0 == 0
    }
    /// Whether no option is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// How many options are in the set.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// The numbers of the options, from the lowest.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        core::iter::from_fn(move || {
            let next = rest.trailing_zeros() as usize;
            rest &= rest.wrapping_sub(1);
            (next < Set::MOST).then_some(next)
        })
    }
}

/// Every option that a visitor has chosen, for questions that are still asked and for those that no longer are.
pub type Answers = Set;

/// One condition: some option of the set was chosen (or, if not `wanted`, none of them was).
///
/// A list of clauses means that all of them hold. "I'm not sure" and "I'd rather not say" are options
/// like others, so a clause that counts the unknown names them; one that does not is never met by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The options that decide it, of one question or of several.
    pub options: Set,
    /// Whether one of them has to be chosen, or none.
    pub wanted: bool,
}

impl Clause {
    /// Whether the clause holds of these facts.
    pub const fn met(self, facts: Set) -> bool {
        self.options.meets(facts) == self.wanted
    }
    /// Whether it is met wherever the other is, since it wants the same options or more of them.
    pub(super) const fn covers(&self, other: &Clause) -> bool {
        self.wanted && other.wanted && self.options.holds(other.options)
    }
}

/// How the options of a question compare in seriousness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order<'a> {
    /// Each option is more serious than the one before it.
    Scale,
    /// Options may be chosen together, and each one more is more serious.
    Together,
    /// Not comparable: who it is about.
    Free,
    /// Pairs (milder, more serious), by the option's place in the question.
    Pairs(&'a [(usize, usize)]),
}

/// One question: what can be answered, and when it is asked. Made by [`Question::new`] and its setters.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Stable public name.
    pub id: &'a str,
    /// Stable public names of the options, in the order in which they are shown.
    pub options: &'a [&'a str],
    /// The number of the first option in a [`Set`].
    pub first: usize,
    /// Whether several options can be chosen together.
    pub many: bool,
    /// How the options compare.
    pub order: Order<'a>,
    /// When it is asked: all of these hold. Only earlier questions may be named.
    pub asked: &'a [Clause],
    /// The options that say that the answer is not known: `unsure` and `skip`.
    pub unknown: Set,
    /// Options that cannot be chosen together with another one.
    pub alone: Set,
    /// What an unknown answer could be, at its mildest.
    pub mildest: Set,
    /// What an unknown answer could be, at its most serious.
    pub worst: Set,
}

impl<'a> Question<'a> {
    /// A question whose one answer lies on a scale from the mildest option to the most serious.
    ///
    /// `first` is the number of its first option: the count of all options of the questions before it.
    /// Options named `unsure` and `skip` are the unknown ones and stand last. An unknown answer stands
    /// for anything from the first option to the last known one, unless [`Question::stands_for`] says otherwise.
    pub const fn new(id: &'a str, first: usize, options: &'a [&'a str]) -> Question<'a> {
        let mut known = options.len();
        while known > 0 && (same(options[known - 1], "unsure") || same(options[known - 1], "skip")) {
            known -= 1;
        }
        let unknown = Set::run(first + known, options.len() - known);
        let (mildest, worst) =
            if known == 0 { (Set::NONE, Set::NONE) } else { (Set::one(first), Set::one(first + known - 1)) };
        let alone = Set::run(first, options.len());
        Question { id, options, first, many: false, order: Order::Scale, asked: &[], unknown, alone, mildest, worst }
    }
    /// Options can be chosen together. `none` and `any`, where present, and the unknown ones stand alone.
    pub const fn many(mut self) -> Question<'a> {
        self.many = true;
        self.order = Order::Together;
        self.alone = self.unknown;
        let mut place = 0;
        while place < self.options.len() {
            if same(self.options[place], "none") || same(self.options[place], "any") {
                self.alone = self.alone.or(Set::one(self.first + place));
            }
            place += 1;
        }
        self
    }
    /// These options, which stand last, say that the answer is not known. What an unknown answer stands for then ends
    /// before them.
    pub const fn unknown(mut self, unknown: Set) -> Question<'a> {
        self.unknown = unknown;
        let known = self.options.len() - unknown.len();
        if known > 0 {
            self.worst = Set::one(self.first + known - 1);
        }
        self
    }
    /// Options compare otherwise than the constructor says.
    pub const fn order(mut self, order: Order<'a>) -> Question<'a> {
        self.order = order;
        self
    }
    /// It is asked only where all of these hold.
    pub const fn asked(mut self, asked: &'a [Clause]) -> Question<'a> {
        self.asked = asked;
        self
    }
    /// What an unknown answer could be, at its mildest and at its most serious.
    pub const fn stands_for(mut self, mildest: Set, worst: Set) -> Question<'a> {
        self.mildest = mildest;
        self.worst = worst;
        self
    }
    /// All options of the question.
    pub const fn all(&self) -> Set {
        Set::run(self.first, self.options.len())
    }
    /// The set of one option of this question, by its name.
    pub fn option(&self, id: &str) -> Option<Set> {
        let place = self.options.iter().position(|o| *o == id)?;
        Some(Set::one(self.first + place))
    }
    /// The answers one step milder than `given`, a known answer to this question.
    ///
    /// For a choose-all question that is the answer with one choice taken back (or `none`, where that is an option).
    pub fn milder(&self, given: Set) -> Vec<Set> {
        let given = given.and(self.all());
        if given.is_empty() || given.meets(self.unknown) {
            return Vec::new();
        }
        match self.order {
            Order::Free => Vec::new(),
            Order::Scale => {
                let place = given.0.trailing_zeros() as usize;
                if place == self.first { Vec::new() } else { vec![Set::one(place - 1)] }
            }
            Order::Pairs(pairs) => {
                let mut below = Vec::new();
                for (lower, upper) in pairs {
                    if Set::one(self.first + upper) == given {
                        below.push(Set::one(self.first + lower));
                    }
                }
                below
            }
            Order::Together => {
                let none = self.option("none").unwrap_or(Set::NONE);
                if given.meets(none) {
                    Vec::new()
                } else if given.len() == 1 {
                    if none.is_empty() { Vec::new() } else { vec![none] }
                } else {
                    let mut fewer = Vec::new();
                    for option in given.iter() {
                        fewer.push(given.minus(Set::one(option)));
                    }
                    fewer
                }
            }
        }
    }
}

/// What a rule does when its clauses hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The least intensive level that fits.
    pub floor: Option<Level>,
    /// A first step.
    pub step: Option<Step>,
    /// Add-ons.
    pub adds: Adds,
    /// No level is suggested at all: this is not for a program for teens or adults.
    pub no_level: bool,
}

/// Ids of sources. A visitor's browser has no use for them, so the shipped module carries none.
#[cfg(not(all(target_arch = "wasm32", not(feature = "headless"))))]
pub type Sources<'a> = &'a [&'a str];
/// Ids of sources: none of them in the shipped module.
#[cfg(all(target_arch = "wasm32", not(feature = "headless")))]
pub type Sources<'a> = [&'a str; 0];

/// One rule: when it fires, what it does, and on whose word.
#[derive(Clone, Copy, Debug)]
pub struct Rule<'a> {
    /// Stable public name.
    pub id: &'a str,
    /// All of these hold.
    pub when: &'a [Clause],
    /// It fires only where the other rules reach at least this level.
    pub reached: Level,
    /// It fires only where the other rules reach no more than this level.
    pub within: Level,
    /// What it does.
    pub effect: Effect,
    /// Ids of the sources that it rests on.
    pub sources: Sources<'a>,
}

impl Rule<'_> {
    /// Whether it fires on these facts, where the other rules reach this level.
    pub(super) fn fires(&self, reached: Level, facts: Set) -> bool {
        reached >= self.reached && reached <= self.within && self.when.iter().all(|clause| clause.met(facts))
    }
}

/// A questionnaire with its rules. Plain data: the shipped one is a constant, tests make their own.
#[derive(Clone, Copy, Debug)]
pub struct Questionnaire<'a> {
    /// Version of the rule set, printed with every outcome.
    pub version: &'a str,
    /// In the order in which they are asked. At most [`Questionnaire::MOST_QUESTIONS`].
    pub questions: &'a [Question<'a>],
    /// At most [`Questionnaire::MOST_RULES`].
    pub rules: &'a [Rule<'a>],
    /// No visitor is asked more questions than this: the last ones give way.
    pub most: usize,
    /// Which rules and questions read which: worked out once, by [`Questionnaire::new`].
    pub(super) index: Index,
}

impl<'a> Questionnaire<'a> {
    /// How many rules a questionnaire can have.
    pub const MOST_RULES: usize = 128;
    /// How many questions a questionnaire can have.
    pub const MOST_QUESTIONS: usize = 32;

    /// A questionnaire of these tables. Rules and questions beyond the limits are not read; `check` names them.
    pub const fn new(
        version: &'a str,
        questions: &'a [Question<'a>],
        rules: &'a [Rule<'a>],
        most: usize,
    ) -> Questionnaire<'a> {
        let index = Index::of(questions, rules);
        Questionnaire { version, questions, rules, most, index }
    }

    /// The question at that place. One copy of it: each place that is looked up can be out of reach.
    #[inline(never)]
    pub fn at(&self, place: usize) -> &'a Question<'a> {
        &self.questions[place]
    }
    /// The question of that name.
    pub fn question(&self, id: &str) -> Option<&'a Question<'a>> {
        self.questions.iter().find(|q| q.id == id)
    }
    /// The question that an option number belongs to, and the option's name.
    pub fn owner(&self, option: usize) -> Option<(&'a Question<'a>, &'a str)> {
        self.questions.iter().find(|q| q.all().meets(Set::one(option))).map(|q| (q, q.options[option - q.first]))
    }
    /// The options that rules with such an effect name.
    pub fn named(&self, effect: fn(&Effect) -> bool) -> Set {
        let mut named = Set::NONE;
        for rule in self.rules {
            if effect(&rule.effect) {
                for clause in rule.when {
                    named = named.or(clause.options);
                }
            }
        }
        named
    }
    /// The rules of a fired set, in order.
    pub fn fired(&self, fired: u128) -> impl Iterator<Item = &'a Rule<'a>> + use<'a> {
        self.rules.iter().enumerate().filter(move |(place, _)| fired >> place & 1 == 1).map(|(_, r)| r)
    }
}

/// Whether two names are the same; `==` on strings is not yet for constants.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}
