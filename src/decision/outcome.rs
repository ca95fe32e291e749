//! What the rules make of a set of answers, by public names: what tools print and what tests compare.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::engine::{
    AddOnSet, Answers, Certainty, Counterfactual, Evaluation, Level, OptionSet, Questionnaire, Range, Reason, Step,
};

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
    pub add_ons: AddOnSet,
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

/// Everything that the rules make of a set of answers. The same answers give the same bytes everywhere.
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
    pub add_ons: AddOnSet,
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
        Outcome::from(&Evaluation::of(q, answers))
    }
}

impl From<&Evaluation<'_>> for Outcome {
    fn from(evaluation: &Evaluation) -> Outcome {
        let (q, facts) = (evaluation.questionnaire, &evaluation.facts);
        let placement = facts.placement;
        let level = evaluation.level();
        Outcome {
            rules: q.version.to_owned(),
            path: facts.path().map(|index| question_id(q, index)).collect(),
            next: facts.next.map(|index| question_id(q, index)),
            first_steps: Step::ALL.into_iter().filter(|step| placement.has(*step)).collect(),
            level,
            range: level.map(|_| evaluation.range),
            certainty: level.map(|_| evaluation.certainty),
            add_ons: placement.add_ons,
            fired: evaluation.reasons.iter().map(|reason| Fired::of(q, reason)).collect(),
            held_down_by: evaluation.held.iter().map(|index| question_id(q, *index)).collect(),
            rests_on: evaluation.rests_on.iter().map(|index| question_id(q, *index)).collect(),
            safety_holds: evaluation.safety.holds,
            settled_by: evaluation.settled_by.iter().map(|index| question_id(q, *index)).collect(),
            would_change: evaluation.moves.iter().map(|to| WhatIf::of(q, to)).collect(),
        }
    }
}

impl Fired {
    fn of(q: &Questionnaire, reason: &Reason) -> Fired {
        let rule = reason.rule;
        Fired {
            rule: rule.id.to_owned(),
            floor: rule.effect.floor,
            step: rule.effect.step,
            add_ons: rule.effect.add_ons,
            because: given(q, reason.answers),
            sources: rule.sources.iter().map(|id| (*id).to_owned()).collect(),
        }
    }
}

impl WhatIf {
    pub(super) fn of(q: &Questionnaire, to: &Counterfactual) -> WhatIf {
        WhatIf { question: question_id(q, to.question), answer: names(q, to.answer), level: to.level }
    }
}

/// The name of the question at this index.
pub(super) fn question_id(q: &Questionnaire, index: usize) -> String {
    q.question_at(index).id.to_owned()
}

fn names(q: &Questionnaire, options: OptionSet) -> Vec<String> {
    options.iter().filter_map(|option| q.owner(option)).map(|(_, id)| id.to_owned()).collect()
}

/// These options as answers, in the order of the questions.
pub(super) fn given(q: &Questionnaire, options: OptionSet) -> Vec<Given> {
    q.questions
        .iter()
        .filter(|question| options.intersects(question.all()))
        .map(|question| Given {
            question: question.id.to_owned(),
            answer: names(q, options.intersection(question.all())),
        })
        .collect()
}
