//! The closed types that a questionnaire and its rules are written in.

use alloc::vec;
use alloc::vec::Vec;

use super::index::Index;
use super::level::{AddOnSet, Level, Step};

/// A set of options of one questionnaire, one bit an option, numbered in the order of the tables.
///
/// Answers, facts and conditions are all sets of this kind, so that a condition is decided by
/// intersecting two of them. A questionnaire has at most [`OptionSet::MAX_OPTIONS`] options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OptionSet(pub u128);

impl OptionSet {
    /// How many options a questionnaire can have.
    pub const MAX_OPTIONS: usize = 128;
    /// No option.
    pub const NONE: OptionSet = OptionSet(0);

    /// The set of one option, by its number.
    pub const fn single(option: usize) -> OptionSet {
        OptionSet(1_u128.wrapping_shl(option as u32))
    }
    /// The options from number `first` on, `count` of them.
    pub const fn range(first: usize, count: usize) -> OptionSet {
        if count == 0 {
            return OptionSet::NONE;
        }
        // Numbers that no set has wrap around: `check` names them, and nothing fails before it can.
        OptionSet(u128::MAX.wrapping_shr(128_u32.wrapping_sub(count as u32)).wrapping_shl(first as u32))
    }
    /// The options in either set.
    pub const fn union(self, other: OptionSet) -> OptionSet {
        OptionSet(self.0 | other.0)
    }
    /// The options in both sets.
    pub const fn intersection(self, other: OptionSet) -> OptionSet {
        OptionSet(self.0 & other.0)
    }
    /// The options of this set that are not in the other.
    pub const fn difference(self, other: OptionSet) -> OptionSet {
        OptionSet(self.0 & !other.0)
    }
    /// Whether the two sets share an option.
    pub const fn intersects(self, other: OptionSet) -> bool {
        self.0 & other.0 != 0
    }
    /// Whether every option of the other set is in this one.
    pub const fn contains_all(self, other: OptionSet) -> bool {
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
            (next < OptionSet::MAX_OPTIONS).then_some(next)
        })
    }
}

/// Every option that a visitor has chosen, for questions that are still asked and for those that no longer are.
pub type Answers = OptionSet;

/// One condition: some option of the set was chosen (or, if not `wanted`, none of them was).
///
/// A list of clauses means that all of them hold. "I'm not sure" and "I'd rather not say" are options
/// like others, so a clause that counts the unknown names them; one that does not is never met by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The options that decide it, of one question or of several.
    pub options: OptionSet,
    /// Whether one of them has to be chosen, or none.
    pub wanted: bool,
}

impl Clause {
    /// Whether the clause holds of these facts.
    pub const fn met(self, facts: OptionSet) -> bool {
        self.options.intersects(facts) == self.wanted
    }
    /// Whether it is met wherever the other is, since it wants the same options or more of them.
    pub(super) const fn includes(&self, other: &Clause) -> bool {
        self.wanted && other.wanted && self.options.contains_all(other.options)
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
    /// The number of the first option in a [`OptionSet`].
    pub first: usize,
    /// Whether several options can be chosen together.
    pub many: bool,
    /// How the options compare.
    pub order: Order<'a>,
    /// When it is asked: all of these hold. Only earlier questions may be named.
    pub visible_when: &'a [Clause],
    /// The options that say that the answer is not known: `unsure` and `skip`.
    pub unknown: OptionSet,
    /// Options that cannot be chosen together with another one.
    pub exclusive: OptionSet,
    /// What an unknown answer could be, at its mildest.
    pub mildest: OptionSet,
    /// What an unknown answer could be, at its most serious.
    pub worst: OptionSet,
}

impl<'a> Question<'a> {
    /// A question whose one answer lies on a scale from the mildest option to the most serious.
    ///
    /// `first` is the number of its first option: the count of all options of the questions before it.
    /// Options named `unsure` and `skip` are the unknown ones and stand last. An unknown answer stands
    /// for anything from the first option to the last known one, unless [`Question::unknown_bounds`] says otherwise.
    pub const fn new(id: &'a str, first: usize, options: &'a [&'a str]) -> Question<'a> {
        let mut known = options.len();
        while known > 0 && (same(options[known - 1], "unsure") || same(options[known - 1], "skip")) {
            known -= 1;
        }
        let unknown = OptionSet::range(first + known, options.len() - known);
        let (mildest, worst) = if known == 0 {
            (OptionSet::NONE, OptionSet::NONE)
        } else {
            (OptionSet::single(first), OptionSet::single(first + known - 1))
        };
        let alone = OptionSet::range(first, options.len());
        Question {
            id,
            options,
            first,
            many: false,
            order: Order::Scale,
            visible_when: &[],
            unknown,
            exclusive: alone,
            mildest,
            worst,
        }
    }
    /// Options can be chosen together. `none` and `any`, where present, and the unknown ones stand alone.
    pub const fn many(mut self) -> Question<'a> {
        self.many = true;
        self.order = Order::Together;
        self.exclusive = self.unknown;
        let mut index = 0;
        while index < self.options.len() {
            if same(self.options[index], "none") || same(self.options[index], "any") {
                self.exclusive = self.exclusive.union(OptionSet::single(self.first + index));
            }
            index += 1;
        }
        self
    }
    /// These options, which stand last, say that the answer is not known. What an unknown answer stands for then ends
    /// before them.
    pub const fn unknown(mut self, unknown: OptionSet) -> Question<'a> {
        self.unknown = unknown;
        let known = self.options.len() - unknown.len();
        if known > 0 {
            self.worst = OptionSet::single(self.first + known - 1);
        }
        self
    }
    /// Options compare otherwise than the constructor says.
    pub const fn order(mut self, order: Order<'a>) -> Question<'a> {
        self.order = order;
        self
    }
    /// It is asked only where all of these hold.
    pub const fn visible_when(mut self, asked: &'a [Clause]) -> Question<'a> {
        self.visible_when = asked;
        self
    }
    /// What an unknown answer could be, at its mildest and at its most serious.
    pub const fn unknown_bounds(mut self, mildest: OptionSet, worst: OptionSet) -> Question<'a> {
        self.mildest = mildest;
        self.worst = worst;
        self
    }
    /// All options of the question.
    pub const fn all(&self) -> OptionSet {
        OptionSet::range(self.first, self.options.len())
    }
    /// The set of one option of this question, by its name.
    pub fn option(&self, id: &str) -> Option<OptionSet> {
        let index = self.options.iter().position(|o| *o == id)?;
        Some(OptionSet::single(self.first + index))
    }
    /// The answers one step milder than `given`, a known answer to this question.
    ///
    /// For a choose-all question that is the answer with one choice taken back (or `none`, where that is an option).
    pub fn milder(&self, given: OptionSet) -> Vec<OptionSet> {
        let given = given.intersection(self.all());
        if given.is_empty() || given.intersects(self.unknown) {
            return Vec::new();
        }
        match self.order {
            Order::Free => Vec::new(),
            Order::Scale => {
                let index = given.0.trailing_zeros() as usize;
                if index == self.first { Vec::new() } else { vec![OptionSet::single(index - 1)] }
            }
            Order::Pairs(pairs) => {
                let mut below = Vec::new();
                for (lower, upper) in pairs {
                    if OptionSet::single(self.first + upper) == given {
                        below.push(OptionSet::single(self.first + lower));
                    }
                }
                below
            }
            Order::Together => {
                let none = self.option("none").unwrap_or(OptionSet::NONE);
                if given.intersects(none) {
                    Vec::new()
                } else if given.len() == 1 {
                    if none.is_empty() { Vec::new() } else { vec![none] }
                } else {
                    let mut fewer = Vec::new();
                    for option in given.iter() {
                        fewer.push(given.difference(OptionSet::single(option)));
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
    pub add_ons: AddOnSet,
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
    pub min_level: Level,
    /// It fires only where the other rules reach no more than this level.
    pub max_level: Level,
    /// What it does.
    pub effect: Effect,
    /// Ids of the sources that it rests on.
    pub sources: Sources<'a>,
}

impl Rule<'_> {
    /// Whether it fires on these facts, where the other rules reach this level.
    pub(super) fn fires(&self, reached: Level, facts: OptionSet) -> bool {
        reached >= self.min_level && reached <= self.max_level && self.when.iter().all(|clause| clause.met(facts))
    }
}

/// A questionnaire with its rules. Plain data: the shipped one is a constant, tests make their own.
#[derive(Clone, Copy, Debug)]
pub struct Questionnaire<'a> {
    /// Version of the rule set, printed with every outcome.
    pub version: &'a str,
    /// In the order in which they are asked. At most [`Questionnaire::MAX_QUESTIONS`].
    pub questions: &'a [Question<'a>],
    /// At most [`Questionnaire::MAX_RULES`].
    pub rules: &'a [Rule<'a>],
    /// No visitor is asked more questions than this: the last ones give way.
    pub max_questions: usize,
    /// Which rules and questions read which: worked out once, by [`Questionnaire::new`].
    pub(super) index: Index,
}

impl<'a> Questionnaire<'a> {
    /// How many rules a questionnaire can have.
    pub const MAX_RULES: usize = 128;
    /// How many questions a questionnaire can have.
    pub const MAX_QUESTIONS: usize = 32;

    /// A questionnaire of these tables. Rules and questions beyond the limits are not read; `check` names them.
    pub const fn new(
        version: &'a str,
        questions: &'a [Question<'a>],
        rules: &'a [Rule<'a>],
        most: usize,
    ) -> Questionnaire<'a> {
        let index = Index::of(questions, rules);
        Questionnaire { version, questions, rules, max_questions: most, index }
    }

    /// The question at that place. One copy of it: each place that is looked up can be out of reach.
    #[inline(never)]
    pub fn question_at(&self, index: usize) -> &'a Question<'a> {
        &self.questions[index]
    }
    /// The question of that name.
    pub fn question(&self, id: &str) -> Option<&'a Question<'a>> {
        self.questions.iter().find(|q| q.id == id)
    }
    /// The question that an option number belongs to, and the option's name.
    pub fn owner(&self, option: usize) -> Option<(&'a Question<'a>, &'a str)> {
        self.questions
            .iter()
            .find(|q| q.all().intersects(OptionSet::single(option)))
            .map(|q| (q, q.options[option - q.first]))
    }
    /// The options that rules with such an effect name.
    pub fn options_read_by(&self, effect: fn(&Effect) -> bool) -> OptionSet {
        let mut named = OptionSet::NONE;
        for rule in self.rules {
            if effect(&rule.effect) {
                for clause in rule.when {
                    named = named.union(clause.options);
                }
            }
        }
        named
    }
    /// The rules of a fired set, in order.
    pub fn fired(&self, fired: u128) -> impl Iterator<Item = &'a Rule<'a>> + use<'a> {
        self.rules.iter().enumerate().filter(move |(index, _)| fired >> index & 1 == 1).map(|(_, r)| r)
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
