//! Levers on trial: a safety answer that is offered as one has to be told.

use program_finder::engine::{Counterfactual, Facts, Questionnaire, Safety, moves_at};

use super::broken_engine;
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
