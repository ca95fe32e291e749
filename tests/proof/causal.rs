//! Promise 7: every reason is causal.
//!
//! A rule fires on the answers to its own questions and nothing else (and, if it looks at the level, on that), so it
//! is enough to look at every way to answer those.

use program_finder::engine::{Facts, Question, Rule, Set};

use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// Every reason quotes what was said, and each answer that it quotes counts: moved to its mildest option, the reason
/// goes, unless another quoted answer says the same. If all of them are moved it goes in any case.
pub fn causal(study: &Study, at: usize) -> Result<Covered, Violation> {
    let rule = &study.q.rules[at];
    let mut covered = Covered::default();
    // Beside the options that the rule names, what is mildest is looked at.
    let looked_at = |question: &Question| if question.all().meets(named(rule)) { question.mildest } else { Set::NONE };
    let read = study.q.questions.iter().map(looked_at).fold(named(rule), Set::or);
    for known in told_apart(study, read) {
        covered.sets += 1;
        if met(rule, known) {
            covered.ends += 1;
            if let Some(what) = wrong(study, at, known) {
                return Err(Violation::example(study, Promise::Causal, &[known], what));
            }
        }
    }
    Ok(covered)
}

/// The options that the clauses of a rule name.
pub fn named(rule: &Rule) -> Set {
    rule.when.iter().fold(Set::NONE, |named, clause| named.or(clause.options))
}

/// Every way to answer the questions that these options belong to, or not to be asked them. Answers that agree on these
/// options are tried once: whatever looks at nothing else cannot tell them apart.
pub fn told_apart(study: &Study, read: Set) -> Vec<Set> {
    let mut all = vec![Set::NONE];
    for (question, choices) in study.q.questions.iter().zip(&study.choices) {
        if !question.all().meets(read) {
            continue;
        }
        let mut apart: Vec<Set> = vec![Set::NONE];
        for given in choices {
            // Not to be asked is an answer of its own only where it is told from all others.
            if apart.iter().all(|known| known.and(read) != given.and(read)) {
                apart.push(*given);
            }
        }
        all = all.iter().flat_map(|set| apart.iter().map(|given| set.or(*given))).collect();
    }
    all
}

fn met(rule: &Rule, known: Set) -> bool {
    rule.when.iter().all(|clause| clause.met(known))
}

fn wrong(study: &Study, at: usize, known: Set) -> Option<String> {
    let rule = &study.q.rules[at];
    let mut facts = Facts::default();
    facts.known = known;
    facts.placement.fired = 1 << at;
    let [(_, quoted)] = (study.engine.quotes)(study.q, &facts)[..] else {
        return Some(format!("rule `{}` fires, and is not given as a reason", rule.id));
    };
    if quoted.is_empty() || !known.holds(quoted) {
        return Some(format!("the reason `{}` quotes what was not said", rule.id));
    }
    let quoted_at: Vec<usize> = (0..study.count()).filter(|at| quoted.meets(study.q.questions[*at].all())).collect();
    let without = |places: &[usize]| places.iter().fold(known, |known, at| mildest(study, *at, known));
    if met(rule, without(&quoted_at)) {
        return Some(format!("the reason `{}` stays with every answer that it quotes at its mildest", rule.id));
    }
    for place in &quoted_at {
        let question = &study.q.questions[*place];
        let others = quoted.minus(question.all());
        let said_by_another = |clause: &&program_finder::engine::Clause| {
            !clause.options.meets(quoted.and(question.all())) || clause.options.meets(others)
        };
        let shared = rule.when.iter().filter(|clause| clause.wanted).all(|clause| said_by_another(&clause));
        if !shared && met(rule, without(&[*place])) {
            return Some(format!("the reason `{}` stays with the answer to `{}` at its mildest", rule.id, question.id));
        }
    }
    None
}

/// These answers with the one at this place at its mildest. Who somebody is has none: there it is the first.
fn mildest(study: &Study, at: usize, known: Set) -> Set {
    let question = &study.q.questions[at];
    let mildest = if question.mildest.is_empty() { study.choices[at][0] } else { question.mildest };
    known.minus(question.all()).or(mildest)
}
