//! The whole outcome of a set of answers, by public names: what tools print and what tests compare.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::certainty::{Certainty, Range};
use super::explain::{held, moves, reasons};
use super::flow::replay;
use super::level::{Adds, Level, Step};
use super::model::{Answers, Questionnaire, Set};
use super::rests::{Safety, rests_on, settles};

/// An answer, by public names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The question.
    pub question: String,
    /// The options chosen.
    pub answer: Vec<String>,
}

/// A rule that fired, by public names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fired {
    /// The rule.
    pub rule: String,
    /// The least intensive level that it asks for.
    pub floor: Option<Level>,
    /// The first step that it asks for.
    pub step: Option<Step>,
    /// The add-ons that it asks for.
    pub add_ons: Adds,
    /// The answers that made it fire.
    pub because: Vec<Given>,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// An answer that would move the level, by public names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// The question.
    pub question: String,
    /// The answer that would be given instead.
    pub answer: Vec<String>,
    /// The level that it would lead to.
    pub level: Level,
}

/// Everything that the engine says of a set of answers. The same answers give the same bytes everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Version of the rule set.
    pub rules: String,
    /// The questions asked, in order.
    pub path: Vec<String>,
    /// The first question that is not answered yet, if any.
    pub next: Option<String>,
    /// What comes before any level, the most urgent first.
    pub first_steps: Vec<Step>,
    /// The level suggested. None where the rules say that no level is to be suggested.
    pub level: Option<Level>,
    /// The levels that the unknown answers leave open.
    pub range: Option<Range>,
    /// How sure the suggestion is.
    pub certainty: Option<Certainty>,
    /// What goes beside the level.
    pub add_ons: Adds,
    /// The rules that fired, those that hold the level first.
    pub fired: Vec<Fired>,
    /// The questions whose answers held the level down.
    pub held_down_by: Vec<String>,
    /// The questions that the level rests on: with the answer to one of them at its mildest, it would be lower.
    pub rests_on: Vec<String>,
    /// Whether what was told about safety holds the level, so that nothing lower is shown.
    pub safety_holds: bool,
    /// The open questions of which any known answer would leave one level.
    pub settled_by: Vec<String>,
    /// The nearest single answers that would move the level.
    pub would_change: Vec<WhatIf>,
}

impl Outcome {
    /// Works out the outcome of these answers.
    pub fn of(q: &Questionnaire, answers: Answers) -> Outcome {
        let facts = replay(q, answers);
        let placement = facts.placement;
        let id = |place: usize| q.questions[place].id.to_owned();
        let level = placement.level();
        Outcome {
            rules: q.version.to_owned(),
            path: facts.path().map(id).collect(),
            next: facts.next.map(id),
            first_steps: Step::ALL.into_iter().filter(|step| placement.has(*step)).collect(),
            level,
            range: level.map(|_| Range::of(&facts)),
            certainty: level.map(|_| Certainty::of(q, &facts)),
            add_ons: placement.adds,
            fired: reasons(q, facts.known, &placement)
                .into_iter()
                .map(|reason| Fired {
                    rule: reason.rule.id.to_owned(),
                    floor: reason.rule.effect.floor,
                    step: reason.rule.effect.step,
                    add_ons: reason.rule.effect.adds,
                    because: given(q, reason.answers),
                    sources: reason.rule.sources.iter().map(|id| (*id).to_owned()).collect(),
                })
                .collect(),
            held_down_by: level.map_or(Vec::new(), |_| held(q, &facts).into_iter().map(id).collect()),
            rests_on: level.map_or(Vec::new(), |_| rests_on(q, &facts).into_iter().map(id).collect()),
            safety_holds: level.is_some() && Safety::of(q, &facts).holds,
            settled_by: level.map_or(Vec::new(), |_| settles(q, &facts).into_iter().map(id).collect()),
            would_change: level.map_or(Vec::new(), |_| {
                moves(q, &facts)
                    .into_iter()
                    .map(|m| WhatIf { question: id(m.question), answer: names(q, m.answer), level: m.level })
                    .collect()
            }),
        }
    }
}

fn names(q: &Questionnaire, options: Set) -> Vec<String> {
    options.iter().filter_map(|option| q.owner(option)).map(|(_, id)| id.to_owned()).collect()
}

fn given(q: &Questionnaire, options: Set) -> Vec<Given> {
    q.questions
        .iter()
        .filter(|question| options.meets(question.all()))
        .map(|question| Given { question: question.id.to_owned(), answer: names(q, options.and(question.all())) })
        .collect()
}
