//! Promise 7: every reason is causal.
//!
//! A rule fires on the answers to its own questions and nothing else (and, if it looks at the level, on that), so it
//! is enough to look at every way to answer those.

use program_finder::engine::{Facts, OptionSet, Question, Rule};

use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// Every reason quotes what was said, and each answer that it quotes counts: moved to its mildest option, the reason
/// goes, unless another quoted answer says the same. If all of them are moved it goes in any case.
pub fn causal(study: &Study, at: usize) -> Result<Covered, Violation> {
    let rule = &study.q.rules[at];
    let mut covered = Covered::default();
    // Beside the options that the rule names, what is mildest is looked at.
    let looked_at =
        |question: &Question| if question.all().intersects(named(rule)) { question.mildest } else { OptionSet::NONE };
    let read = study.q.questions.iter().map(looked_at).fold(named(rule), OptionSet::union);
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
pub fn named(rule: &Rule) -> OptionSet {
    rule.when.iter().fold(OptionSet::NONE, |named, clause| named.union(clause.options))
}

/// Every way to answer the questions that these options belong to, or not to be asked them. Answers that agree on these
/// options are tried once: whatever looks at nothing else cannot tell them apart.
pub fn told_apart(study: &Study, read: OptionSet) -> Vec<OptionSet> {
    let mut all = vec![OptionSet::NONE];
    for (question, choices) in study.q.questions.iter().zip(&study.choices) {
        if !question.all().intersects(read) {
            continue;
        }
        let mut apart: Vec<OptionSet> = vec![OptionSet::NONE];
        for given in choices {
            // Not to be asked is an answer of its own only where it is told from all others.
            if apart.iter().all(|known| known.intersection(read) != given.intersection(read)) {
                apart.push(*given);
            }
        }
        all = all.iter().flat_map(|set| apart.iter().map(|given| set.union(*given))).collect();
    }
    all
}

fn met(rule: &Rule, known: OptionSet) -> bool {
    rule.when.iter().all(|clause| clause.met(known))
}

fn wrong(study: &Study, at: usize, known: OptionSet) -> Option<String> {
    let rule = &study.q.rules[at];
    let mut facts = Facts::default();
    facts.answers = known;
    facts.placement.fired = 1 << at;
    let [(_, quoted)] = (study.engine.quotes)(study.q, &facts)[..] else {
        return Some(format!("rule `{}` fires, and is not given as a reason", rule.id));
    };
    if quoted.is_empty() || !known.contains_all(quoted) {
        return Some(format!("the reason `{}` quotes what was not said", rule.id));
    }
    let quoted_at: Vec<usize> =
        (0..study.count()).filter(|at| quoted.intersects(study.q.questions[*at].all())).collect();
    let without = |indices: &[usize]| indices.iter().fold(known, |known, at| mildest(study, *at, known));
    if met(rule, without(&quoted_at)) {
        return Some(format!("the reason `{}` stays with every answer that it quotes at its mildest", rule.id));
    }
    for index in &quoted_at {
        let question = &study.q.questions[*index];
        let others = quoted.difference(question.all());
        let said_by_another = |clause: &&program_finder::engine::Clause| {
            !clause.options.intersects(quoted.intersection(question.all())) || clause.options.intersects(others)
        };
        let shared = rule.when.iter().filter(|clause| clause.wanted).all(|clause| said_by_another(&clause));
        if !shared && met(rule, without(&[*index])) {
            return Some(format!("the reason `{}` stays with the answer to `{}` at its mildest", rule.id, question.id));
        }
    }
    None
}

/// These answers with the one at this place at its mildest. Who somebody is has none: there it is the first.
fn mildest(study: &Study, at: usize, known: OptionSet) -> OptionSet {
    let question = &study.q.questions[at];
    let mildest = if question.mildest.is_empty() { study.choices[at][0] } else { question.mildest };
    known.difference(question.all()).union(mildest)
}
