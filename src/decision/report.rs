//! A decision as data: what the command-line tool prints, and what a browser or another program is given.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::outcome::{Given, Outcome, WhatIf, given, question_id};
use super::policy::{Decision, FirstStep};
use crate::content::{Audience, Danger, QUESTIONNAIRE};
use crate::engine::{AddOnSet, Level, Reason, Step};
use crate::provider::Matches;

/// A decision by public names. The same answers and configuration give the same bytes.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// What the rules make of the answers.
    pub outcome: Outcome,
    /// What the visitor is told of it, and in which order.
    pub suggestion: SuggestionReport,
    /// Which of the provider's programs fit, for somebody who has not said when they could come.
    pub programs: Matches,
}

/// What the visitor is told.
#[derive(Clone, Debug, Serialize)]
pub struct SuggestionReport {
    /// To whom: the wording.
    pub audience: Audience,
    /// The dangers named, the most urgent first. Each comes before everything else.
    pub dangers: Vec<Danger>,
    /// What to do before a program starts.
    pub first_step: Option<FirstStepReport>,
    /// `one_level`, `two_levels`, `at_least`, `not_enough` or `child`.
    pub state: &'static str,
    /// The levels suggested, from the least intensive.
    pub levels: Vec<Level>,
    /// Why it is this level, in order.
    pub reasons: Vec<ReasonReport>,
    /// The questions whose answers held the level down.
    pub held_down_by: Vec<String>,
    /// The single answers that would change the level.
    pub changes: Vec<WhatIf>,
    /// What to do beside the level, today.
    pub today: AddOnSet,
    /// What to ask for beside the level, later.
    pub later: AddOnSet,
    /// The programs in the order in which they are shown, by their index in the configuration.
    pub program_order: Vec<usize>,
    /// Whether the visitor is asked when they could come.
    pub asks_when: bool,
}

/// What to do before a program starts.
#[derive(Clone, Debug, Serialize)]
pub struct FirstStepReport {
    /// `medical` or `check`.
    pub step: Step,
    /// The keys of its sentences, in order.
    pub words: Vec<&'static str>,
    /// Why, in order.
    pub reasons: Vec<ReasonReport>,
}

/// A reason as it is told.
#[derive(Clone, Debug, Serialize)]
pub struct ReasonReport {
    /// The rule.
    pub rule: String,
    /// The answers that it rests on.
    pub because: Vec<Given>,
}

impl From<&Decision> for Report {
    fn from(decision: &Decision) -> Report {
        let mut program_order = Vec::new();
        for (program, _) in decision.cards() {
            program_order.push(program.program);
        }
        Report {
            outcome: Outcome::from(&decision.evaluation),
            suggestion: SuggestionReport {
                audience: decision.audience,
                dangers: decision.dangers.clone(),
                first_step: decision.first_step.as_ref().map(first_step),
                state: decision.state.id(),
                levels: decision.state.levels(),
                reasons: decision.reasons.iter().map(reason).collect(),
                held_down_by: decision.held.iter().map(|index| question_id(&QUESTIONNAIRE, *index)).collect(),
                changes: decision.changes.iter().map(|to| WhatIf::of(&QUESTIONNAIRE, to)).collect(),
                today: decision.today,
                later: decision.later,
                program_order,
                asks_when: decision.asks_when(),
            },
            programs: decision.programs.clone(),
        }
    }
}

fn first_step(first: &FirstStep) -> FirstStepReport {
    let words = [Some(first.words.go), first.words.stop, first.words.watch].into_iter().flatten().collect();
    FirstStepReport { step: first.step, words, reasons: first.reasons.iter().map(reason).collect() }
}

fn reason(reason: &Reason) -> ReasonReport {
    ReasonReport { rule: reason.rule.id.into(), because: given(&QUESTIONNAIRE, reason.answers) }
}

impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Report::from(self).serialize(serializer)
    }
}
