//! What can be wrong with a questionnaire, and what to do about it.

use core::fmt;

use crate::engine::Level;

/// Where a clause stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// Among the conditions of this question.
    Question(String),
    /// Among the conditions of this rule.
    Rule(String),
}

/// A set of options that a question names of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The options that say that the answer is not known.
    Unknown,
    /// The options that cannot be chosen together with another.
    Alone,
    /// What an unknown answer could be, at its mildest.
    Mildest,
    /// What an unknown answer could be, at its most serious.
    Worst,
}

/// One fault of a questionnaire, named by the tables' own names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is named for what it holds, and message() says the rest")]
pub enum Fault {
    /// More questions than there are bits for.
    TooManyQuestions { count: usize, most: usize },
    /// More options than there are bits for.
    TooManyOptions { count: usize, most: usize },
    /// More rules than there are bits for.
    TooManyRules { count: usize, most: usize },
    /// Nothing can be answered.
    NoOption { question: String },
    /// Its numbers overlap those of the question before, or leave a gap.
    Misnumbered { question: String, first: usize, expected: usize },
    /// Two questions of one name.
    DuplicateQuestion { id: String },
    /// Two options of one name in one question.
    DuplicateOption { question: String, option: String },
    /// Two rules of one name.
    DuplicateRule { id: String },
    /// An unknown option stands before a known one.
    UnknownNotLast { question: String, option: String },
    /// A set of a question holds options that it cannot hold.
    Outside { question: String, field: Field },
    /// What an unknown answer stands for could not be answered.
    NotAnAnswer { question: String, field: Field },
    /// The order does not fit the way in which the question is answered.
    OrderUnfit { question: String },
    /// A pair names a place that is not a known option's.
    PairOutside { question: String, milder: usize, worse: usize },
    /// The pairs go round in a circle.
    OrderCyclic { question: String },
    /// A clause names no option.
    ClauseEmpty { at: At },
    /// A clause names an option number that no question has.
    ClauseUnowned { at: At, option: usize },
    /// A question is asked by an answer that is not given yet.
    AskedTooEarly { question: String, names: String },
    /// No answers lead to the question.
    NeverAsked { question: String },
    /// No answer to the question can change anything.
    Idle { question: String },
    /// A rule fires on what was not said, and so on what is not known.
    FiresOnAbsence { rule: String },
    /// A rule sets a level by an unknown answer.
    FloorOnUnknown { rule: String, question: String, option: String },
    /// No answers meet the conditions of the rule.
    NeverFires { rule: String },
    /// The conditions can be met, but never where the other rules reach the levels that the rule waits for.
    NeverReached { rule: String, reached: Level, within: Level },
    /// A rule that holds only up to some level sets a level itself.
    FloorWithin { rule: String, within: Level },
    /// A rule waits for a level that a later rule, which waits as well, may bring about.
    WaitsTooEarly { rule: String, later: String },
    /// A rule that does nothing.
    NoEffect { rule: String },
    /// A rule on nobody's word.
    NoSource { rule: String },
    /// Every visitor would be cut off.
    MostTooSmall { most: usize, least: usize },
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Question(id) => write!(f, "question `{id}`"),
            At::Rule(id) => write!(f, "rule `{id}`"),
        }
    }
}

impl Field {
    const fn name(self) -> &'static str {
        match self {
            Field::Unknown => "unknown",
            Field::Alone => "alone",
            Field::Mildest => "mildest",
            Field::Worst => "worst",
        }
    }
}

impl Fault {
    /// The fault in one or two sentences: where it is and what to do.
    pub fn message(&self) -> String {
        match self {
            Fault::TooManyQuestions { count, most } => {
                format!("There are {count} questions, and room for {most}. Take some out or join them.")
            }
            Fault::TooManyOptions { count, most } => {
                format!("There are {count} options in all, and room for {most}. Take some out or join them.")
            }
            Fault::TooManyRules { count, most } => {
                format!("There are {count} rules, and room for {most}. Join rules that do the same.")
            }
            Fault::NoOption { question } => {
                format!("Question `{question}` has no option. Give it some, or take it out.")
            }
            Fault::Misnumbered { question, first, expected } => {
                let how = if first < expected { "overlap those of an earlier question" } else { "leave a gap" };
                format!(
                    "The options of question `{question}` are numbered from {first} and {how}. \
                     Number them from {expected}: the count of all options before."
                )
            }
            Fault::DuplicateQuestion { id } => {
                format!("Two questions are named `{id}`. Rename one.")
            }
            Fault::DuplicateOption { question, option } => {
                format!("Question `{question}` has two options named `{option}`. Rename one.")
            }
            Fault::DuplicateRule { id } => format!("Two rules are named `{id}`. Rename one."),
            Fault::UnknownNotLast { question, option } => format!(
                "Option `{option}` of question `{question}` says that the answer is not known, but does not stand \
                 among the last. Move it behind every known option."
            ),
            Fault::Outside { question, field: field @ (Field::Mildest | Field::Worst) } => format!(
                "`{}` of question `{question}` names options that are not known answers to it. Name only those.",
                field.name()
            ),
            Fault::Outside { question, field } => format!(
                "`{}` of question `{question}` names options of other questions. Name only its own.",
                field.name()
            ),
            Fault::NotAnAnswer { question, field } => format!(
                "`{}` of question `{question}` is not an answer that could be given. Name one option, or several \
                 that can be chosen together.",
                field.name()
            ),
            Fault::OrderUnfit { question } => format!(
                "The order of question `{question}` does not fit. `Together` is for choose-all questions, `Scale` \
                 and `Pairs` are for the others, `Free` is for both."
            ),
            Fault::PairOutside { question, milder, worse } => format!(
                "The order of question `{question}` has the pair ({milder}, {worse}), which is not of two known \
                 options. Count the places of its known options from 0."
            ),
            Fault::OrderCyclic { question } => format!(
                "The order of question `{question}` goes round in a circle, so that an option is more serious than \
                 itself. Take out the pair that closes it."
            ),
            Fault::ClauseEmpty { at } => {
                format!("A clause of {at} names no option. Name some, or take the clause out.")
            }
            Fault::ClauseUnowned { at, option } => {
                format!("A clause of {at} names option number {option}, which no question has. Correct it.")
            }
            Fault::AskedTooEarly { question, names } => format!(
                "Whether question `{question}` is asked depends on `{names}`, which is not answered before it. \
                 Name only earlier questions, or move it behind `{names}`."
            ),
            Fault::NeverAsked { question } => format!(
                "Question `{question}` is never asked, whatever is answered before it. Loosen its conditions, \
                 raise `most`, or take it out."
            ),
            Fault::Idle { question } => format!(
                "Question `{question}` is never asked, since no answer to it can change anything. Give it a rule \
                 that reads it and adds something, or take it out."
            ),
            Fault::FiresOnAbsence { rule } => format!(
                "Rule `{rule}` has a clause that is met where something was not said, and so where it is not \
                 known. Name the answers that it is about."
            ),
            Fault::FloorOnUnknown { rule, question, option } => format!(
                "Rule `{rule}` sets a level by `{option}` of question `{question}`, an unknown answer. What is not \
                 known widens the range and sets no level: take it out of the rule."
            ),
            Fault::NeverFires { rule } => {
                format!("Rule `{rule}` never fires, whatever is answered. Loosen its conditions, or take it out.")
            }
            Fault::NeverReached { rule, reached, within } => format!(
                "Rule `{rule}` fires only where the other rules reach from `{}` to `{}`, which they never do where \
                 its own conditions hold. Correct one or the other.",
                reached.id(),
                within.id()
            ),
            Fault::FloorWithin { rule, within } => format!(
                "Rule `{rule}` fires only where the other rules reach no more than `{}`, and sets a level itself. \
                 Take the floor out, or the limit.",
                within.id()
            ),
            Fault::WaitsTooEarly { rule, later } => format!(
                "Rule `{rule}` waits for a level that `{later}` can bring about, which waits for one as well. Move \
                 `{rule}` behind it."
            ),
            Fault::NoEffect { rule } => {
                format!("Rule `{rule}` does nothing. Give it a floor, a first step or an add-on, or take it out.")
            }
            Fault::NoSource { rule } => {
                format!("Rule `{rule}` cites no source. Name what it rests on.")
            }
            Fault::MostTooSmall { most, least } => format!(
                "`most` stops every visit after {most} questions, and the shortest one has {least}. Raise it, or \
                 ask less."
            ),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}
