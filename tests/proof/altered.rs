//! Any one rule broken by hand is told: each is changed in every small way, and none of the changes goes unseen.

use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::{AddOnSet, Clause, Effect, Level, OptionSet, Questionnaire, Rule};

use crate::causal::{named, told_apart};
use crate::study::{Engine, Study};
use crate::tables;

/// Every rule that differs from this one in one thing: its floor, step, add-ons or levels, or one clause or option less.
fn altered(rule: &Rule<'static>) -> Vec<Rule<'static>> {
    let effect = rule.effect;
    let mut all = Vec::new();
    let mut effects = |effect: Effect| all.push(Rule { effect, ..*rule });
    for floor in Level::ALL.map(Some).into_iter().chain([None]).filter(|floor| *floor != effect.floor) {
        effects(Effect { floor, ..effect });
    }
    if effect.step.is_some() {
        effects(Effect { step: None, ..effect });
    }
    for add in effect.add_ons.iter() {
        effects(Effect { add_ons: AddOnSet(effect.add_ons.0 & !AddOnSet::NONE.with(add).0), ..effect });
    }
    effects(Effect { no_level: !effect.no_level, ..effect });
    for level in Level::ALL {
        all.extend((level != rule.min_level).then_some(Rule { min_level: level, ..*rule }));
        all.extend((level != rule.max_level).then_some(Rule { max_level: level, ..*rule }));
    }
    for (at, clause) in rule.when.iter().enumerate() {
        let mut without = rule.when.to_vec();
        without.remove(at);
        all.push(Rule { when: Vec::leak(without), ..*rule });
        for option in clause.options.iter() {
            let mut fewer = rule.when.to_vec();
            fewer[at] = Clause { options: clause.options.difference(OptionSet::single(option)), ..*clause };
            all.push(Rule { when: Vec::leak(fewer), ..*rule });
        }
    }
    all
}

/// Whether the two fire on the same answers and do the same.
fn same(study: &Study, rule: &Rule, other: &Rule) -> bool {
    let does = |rule: &Rule| (rule.effect, rule.min_level, rule.max_level);
    let met = |rule: &Rule, known: OptionSet| rule.when.iter().all(|clause| clause.met(known));
    does(rule) == does(other)
        && told_apart(study, named(rule)).into_iter().all(|known| met(rule, known) == met(other, known))
}

#[test]
fn any_one_rule_changed_by_hand_is_told() {
    let shipped = Study::new(&QUESTIONNAIRE, Engine::SHIPPED, tables::emergencies(&QUESTIONNAIRE));
    let (mut told, mut unseen) = (0, Vec::new());
    for (at, rule) in QUESTIONNAIRE.rules.iter().enumerate() {
        for change in altered(rule) {
            let mut rules = QUESTIONNAIRE.rules.to_vec();
            rules[at] = change;
            let q = Questionnaire::new("altered", QUESTIONNAIRE.questions, &rules, QUESTIONNAIRE.max_questions);
            let study = Study::new(&q, Engine::SHIPPED, shipped.emergencies);
            match tables::rule(&study, at) {
                Err(_) => told += 1,
                // Where a change changes nothing there is nothing to tell.
                Ok(_) if same(&shipped, rule, &change) => {}
                Ok(_) => unseen.push(format!("{}: {change:?}", rule.id)),
            }
        }
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
    assert!(told > 10 * QUESTIONNAIRE.rules.len(), "only {told} changes were told");
}
