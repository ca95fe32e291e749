//! Safety answers are no levers.
//!
//! What may be said of other answers hangs on what was told about safety, and on nothing else. Two things are shown. What
//! was told about safety is right: it is a matter of the rules that fired, each with the answers that it quotes, so every
//! two rules are tried with every way to answer what they read. And what is said is all that is true (`moves`, `settles`)
//! but what safety forbids: for visits of every kind that end differently, and for many that are drawn.

use program_finder::engine::{AddOn, Counterfactual, Facts, Level, OptionSet, Rule};

use crate::causal::{named, told_apart};
use crate::certain::SAFETY;
use crate::dice::Dice;
use crate::paths::Layers;
use crate::speed::visit;
use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// How many visits are drawn beside one of every kind.
const DRAWN: u64 = 5_000;

/// The rules about safety are those that ask for a first step or a safety plan.
fn is_safety(rule: &Rule) -> bool {
    rule.effect.step.is_some() || rule.effect.add_ons.has(AddOn::SafetyPlan)
}

/// What was told about safety, and whether it holds the level, worked out from the reasons.
fn told(study: &Study, facts: &Facts) -> (OptionSet, bool) {
    let quotes = (study.engine.quotes)(study.q, facts);
    let rules = study.q.rules;
    let safety =
        quotes.iter().filter(|(at, _)| is_safety(&rules[*at])).fold(OptionSet::NONE, |all, (_, it)| all.union(*it));
    let level = facts.placement.floor;
    let holds = |(at, quoted): &(usize, OptionSet)| rules[*at].effect.floor == Some(level) && quoted.intersects(safety);
    (safety, level > Level::Outpatient && quotes.iter().any(holds))
}

/// Every two rules, with every way to answer what they read.
pub fn safety(study: &Study) -> Result<Covered, Violation> {
    let mut covered = Covered::default();
    let rules = study.q.rules;
    for (at, rule) in rules.iter().enumerate().filter(|(_, rule)| is_safety(rule)) {
        for (other, floor) in rules.iter().enumerate().filter(|(_, rule)| rule.effect.floor > Some(Level::Outpatient)) {
            // Two that have no option in common hold nothing together, whatever else is answered.
            if !named(rule).intersects(named(floor)) {
                continue;
            }
            for known in told_apart(study, named(rule).union(named(floor))) {
                let met = |rule: &Rule| rule.when.iter().all(|clause| clause.met(known));
                if !met(rule) || !met(floor) {
                    continue;
                }
                covered += Covered { sets: 1, ends: 1 };
                let mut facts = Facts::default();
                facts.answers = known;
                facts.placement.fired = 1 << at | 1 << other;
                facts.placement.floor = floor.effect.floor.max(rule.effect.floor).unwrap_or_default();
                let said = (study.engine.safety)(study.q, &facts);
                if (said.answers, said.holds) != told(study, &facts) {
                    let what = format!("what `{}` and `{}` tell about safety is not what is said", rule.id, floor.id);
                    return Err(Violation::example(study, Promise::Levers, &[known], what));
                }
            }
        }
    }
    Ok(covered)
}

/// One visit of every kind that ends differently, and many that are drawn.
pub fn levers(study: &Study, layers: &Layers) -> Result<Covered, Violation> {
    let mut dice = Dice::new(17);
    let step = (layers.ends.len() / DRAWN as usize).max(1);
    let kinds = layers.ends.iter().step_by(step).map(|walker| walker.answers);
    let all: Vec<OptionSet> = kinds.chain((0..DRAWN).map(|_| visit(study, &mut dice))).collect();
    let wrong = |sets: &[OptionSet]| wrong(study, &study.replay(sets[0]));
    let bad: Vec<Vec<OptionSet>> = all.iter().map(|set| vec![*set]).filter(|sets| wrong(sets).is_some()).collect();
    let covered = Covered { sets: all.len() as u128, ends: all.len() as u64 };
    Violation::smallest(study, Promise::Levers, bad, wrong).map_or(Ok(covered), Err)
}

/// What is said of other answers to this visit that must not be said, or that is kept back.
pub fn wrong(study: &Study, facts: &Facts) -> Option<String> {
    let (safety, holds) = told(study, facts);
    let q = study.q;
    let about = |at: usize| SAFETY.contains(&q.questions[at].id);
    let lever = |at: usize| !about(at) && !facts.answers.intersection(q.questions[at].all()).intersects(safety);
    let moves = (study.engine.counterfactuals)(q, facts);
    let mut expected: Vec<Counterfactual> = Vec::new();
    for at in facts.path().filter(|at| !about(*at)) {
        for to in (study.engine.moves_at)(q, facts, at) {
            if to.level > facts.placement.floor || lever(at) && !holds {
                expected.push(to);
            }
        }
    }
    if moves != expected {
        let named =
            moves.iter().find(|to| !expected.contains(to)).or_else(|| expected.iter().find(|to| !moves.contains(to)));
        let id = named.map_or("", |to| q.questions[to.question].id);
        return Some(format!("another answer to `{id}` is offered that must not be, or kept back"));
    }
    let rests: Vec<usize> = facts.path().filter(|at| lever(*at) && (study.engine.holds_level)(q, facts, *at)).collect();
    if (study.engine.rests_on)(q, facts) != rests {
        return Some("what the level rests on is not all but what was told about safety".to_owned());
    }
    let open = (study.engine.certainty)(q, facts) != program_finder::engine::Certainty::One;
    let settles: Vec<usize> =
        facts.path().filter(|at| open && !about(*at) && (study.engine.would_settle)(q, facts, *at)).collect();
    ((study.engine.settles)(q, facts) != settles)
        .then(|| "what would settle it is asked about safety, or where nothing is open, or kept back".to_owned())
}
