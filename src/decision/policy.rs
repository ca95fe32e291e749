//! The decision itself, and every choice that goes into it beyond the rules.

use alloc::vec::Vec;

use super::state::State;
use super::wording::StepWords;
use crate::content::{Audience, Danger, QUESTIONNAIRE};
use crate::engine::{AddOn, AddOnSet, Answers, Counterfactual, Evaluation, Level, Reason, Rule, Step};
use crate::provider::{Config, Direction, EnumSet, Match, MatchQuery, Matches, When, matches};

/// The questions of which it is told that another answer could change the level. It is told of what may change with time or
/// with help: not of an age or a pregnancy, and never of what was told about safety.
const CHANGING: [&str; 8] = ["use", "heavy", "longest", "led_to", "mind", "home", "recent", "after"];

/// So many reasons are told at once. The others are folded away below them.
const OPEN_REASONS: usize = 3;

/// The add-ons to act on today. They stand before the reasons.
const TODAY: AddOnSet = AddOnSet::NONE.with(AddOn::SafetyPlan).with(AddOn::DomesticViolence).with(AddOn::Naloxone);

/// Everything that was decided for a set of answers and a provider's configuration.
#[derive(Clone, Debug)]
pub struct Decision {
    /// What the rules make of the answers.
    pub evaluation: Evaluation<'static>,
    /// To whom it is told.
    pub audience: Audience,
    /// The dangers named, the most urgent first.
    pub dangers: Vec<Danger>,
    /// What to do before a program starts, other than in danger.
    pub first_step: Option<FirstStep>,
    /// What is suggested.
    pub state: State,
    /// Why it is this level: the rules that hold it, in the order in which they are told, the most specific first.
    pub reasons: Vec<Reason<'static>>,
    /// The indexes of the questions whose answers held the level down, as far as they are told.
    pub held: Vec<usize>,
    /// The nearest single answers that would change the level, as far as they are told, in the order of the questions.
    pub changes: Vec<Counterfactual>,
    /// What to do beside the level, today.
    pub today: AddOnSet,
    /// What to ask for beside the level, later.
    pub later: AddOnSet,
    /// Which of the provider's programs fit.
    pub programs: Matches,
}

/// What to do before a program starts.
#[derive(Clone, Debug)]
pub struct FirstStep {
    /// Medical care today, or a medical check.
    pub step: Step,
    /// How it is told.
    pub words: StepWords,
    /// Why.
    pub reasons: Vec<Reason<'static>>,
}

impl Decision {
    /// Decides, for somebody who can come at these times, or has not said when. The same answers, times and
    /// configuration give the same decision.
    pub fn of(answers: Answers, when: EnumSet<When>, config: &Config) -> Decision {
        let evaluation = Evaluation::of(&QUESTIONNAIRE, answers);
        let placement = evaluation.facts.placement;
        let state = State::of(&evaluation);
        let (mut reasons, mut held, mut changes) = (Vec::new(), Vec::new(), Vec::new());
        if state != State::Child {
            // A floor below the level is not why it is the level.
            reasons = chosen(&evaluation, |reason| reason.holds);
            // What says most of this person comes first: the rule that reads the most answers.
            most_first(&mut reasons);
            for change in &evaluation.moves {
                if CHANGING.contains(&QUESTIONNAIRE.question_at(change.question).id) {
                    changes.push(*change);
                }
            }
        }
        if state != State::NotEnough {
            for index in &evaluation.held {
                held.push(*index);
            }
        }
        let mut dangers = Vec::new();
        for danger in Danger::ALL {
            if evaluation.facts.answers.intersects(danger.answers()) {
                dangers.push(danger);
            }
        }
        let wanted = MatchQuery::placed(answers, &placement, when, &state.program_levels());
        Decision {
            audience: Audience::of(answers),
            dangers,
            first_step: FirstStep::of(&evaluation),
            state,
            reasons,
            held,
            changes,
            today: placement.add_ons.intersection(TODAY),
            later: placement.add_ons.difference(TODAY),
            programs: matches(config, &wanted),
            evaluation,
        }
    }
    /// The reasons that are told at once, and those that are folded away below them.
    pub fn open_reasons(&self) -> (&[Reason<'static>], &[Reason<'static>]) {
        self.reasons.split_at(self.reasons.len().min(OPEN_REASONS))
    }
    /// Whether danger comes before everything else, and nothing more is asked.
    pub const fn is_emergency(&self) -> bool {
        self.evaluation.facts.placement.has(Step::Emergency)
    }
    /// Whether anything at all comes before the suggestion.
    pub const fn has_first_step(&self) -> bool {
        self.evaluation.facts.placement.steps != 0
    }
    /// The index of the open question that is offered on the result, since any answer to it would leave one level.
    pub fn settles(&self) -> Option<usize> {
        self.evaluation.settled_by.first().copied()
    }
    /// The level that the answers known ask for.
    pub const fn floor(&self) -> Level {
        self.evaluation.facts.placement.floor
    }
    /// Whether 24-hour care, which is always a referral, is among the levels suggested.
    pub fn refers_to_day_and_night(&self) -> bool {
        self.state.levels().contains(&Level::DayAndNight)
    }
    /// The programs in the order in which they are shown, those at another level than suggested with what they are.
    pub fn cards(&self) -> Vec<(&Match, Option<Direction>)> {
        self.programs.in_order()
    }
    /// Whether the visitor is asked when they could come: where there are programs to sort by it, and nothing more urgent.
    pub fn asks_when(&self) -> bool {
        !self.is_emergency() && !self.cards().is_empty()
    }
}

impl FirstStep {
    /// The check is part of medical care: where that is asked for, the check is not a second step.
    fn of(evaluation: &Evaluation<'static>) -> Option<FirstStep> {
        let placement = evaluation.facts.placement;
        let step = [Step::Medical, Step::Check].into_iter().find(|step| placement.has(*step))?;
        let words = StepWords::of(step, evaluation.facts.answers);
        Some(FirstStep { step, words, reasons: chosen(evaluation, |reason| reason.rule.effect.step == Some(step)) })
    }
}

fn chosen(evaluation: &Evaluation<'static>, is: impl Fn(&Reason) -> bool) -> Vec<Reason<'static>> {
    let mut chosen = Vec::new();
    for reason in &evaluation.reasons {
        if is(reason) {
            chosen.push(*reason);
        }
    }
    chosen
}

/// Puts the reasons that read the most answers first, and leaves those that read as many in their order. By hand: the general
/// way, which is fast for thousands, would be 2 kB of download.
fn most_first(reasons: &mut [Reason]) {
    for end in 1..reasons.len() {
        for index in (1..=end).rev() {
            let Some([before, reason]) = reasons.get_mut(index - 1..=index) else { break };
            if before.rule.when.len() < reason.rule.when.len() {
                core::mem::swap(before, reason);
            }
        }
    }
}

/// Whether a decision may give the reason of this rule: it sets a level, or asks for medical care or a check. An
/// emergency has words of its own, and so have add-ons.
pub fn gives_a_reason(rule: &Rule) -> bool {
    rule.effect.floor.is_some() || matches!(rule.effect.step, Some(Step::Medical | Step::Check))
}
