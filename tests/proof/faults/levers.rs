//! Levers on trial, and what the level rests on: what is said of them and not true has to be told.

use program_finder::engine::{Counterfactual, Facts, Questionnaire, Safety, holds_level, moves_at};

use super::{broken_engine, broken_engine_of};
use crate::study::Engine;
use crate::violation::Promise;

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_safety_answer_that_is_a_lever() {
    fn all(q: &Questionnaire, facts: &Facts) -> Vec<Counterfactual> {
        facts.path().flat_map(|at| moves_at(q, facts, at)).collect()
    }
    broken_engine(Engine { counterfactuals: all, ..Engine::SHIPPED }, Promise::Levers, "is offered that must not be");
    fn no_steps(q: &Questionnaire, facts: &Facts) -> Safety {
        let mut facts = *facts;
        let steps = q.rules.iter().enumerate().filter(|(_, rule)| rule.effect.step.is_some());
        facts.placement.fired &= !steps.fold(0, |all, (at, _)| all | 1 << at);
        Safety::of(q, &facts)
    }
    broken_engine(Engine { safety: no_steps, ..Engine::SHIPPED }, Promise::Levers, "tell about safety");
    fn asks_again(q: &Questionnaire, facts: &Facts) -> Vec<usize> {
        facts.path().filter(|at| facts.answers.intersects(q.questions[*at].unknown)).collect()
    }
    broken_engine(Engine { settles: asks_again, ..Engine::SHIPPED }, Promise::Levers, "what would settle it");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_answer_that_is_said_to_settle_it_and_does_not() {
    fn all(q: &Questionnaire, facts: &Facts, at: usize) -> bool {
        facts.answers.intersects(q.questions[at].unknown)
    }
    broken_engine_of(Engine { would_settle: all, ..Engine::SHIPPED }, Promise::Settles, "home", "would not settle it");
    fn none(_: &Questionnaire, _: &Facts, _: usize) -> bool {
        false
    }
    broken_engine_of(Engine { would_settle: none, ..Engine::SHIPPED }, Promise::Settles, "home", "would settle it");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_answer_that_the_level_is_said_to_rest_on_and_does_not() {
    fn home(q: &Questionnaire, facts: &Facts, at: usize) -> bool {
        q.questions[at].id == "home" || holds_level(q, facts, at)
    }
    broken_engine_of(Engine { holds_level: home, ..Engine::SHIPPED }, Promise::Moves, "home", "does not rest on");
}
