//! All that is said of a visit, worked out anew from its raw answers by the plainest means: trying every replacement of
//! what is not known, and every other answer. For visits that are drawn: what the walks say of all visits is held
//! against it.

use program_finder::engine::{Facts, OptionSet, Range, evaluate_rules};

use crate::certain::worked_out;
use crate::dice::Dice;
use crate::speed::visit;
use crate::study::Study;
use crate::sweep::Covered;
use crate::unknown::stand_ins;
use crate::violation::{Promise, Violation};
use crate::{levers, moves, settles};

/// How many visits are drawn.
const DRAWN: u64 = 5_000;

/// Of visits with more replacements than this the range is not tried: it would take too long.
const MOST_TRIED: usize = 500;

pub fn anew(study: &Study) -> Result<Covered, Violation> {
    let mut dice = Dice::new(13);
    let mut covered = Covered::default();
    for _ in 0..DRAWN {
        let facts = study.replay(visit(study, &mut dice));
        let fails = |promise, what| Err(Violation::example(study, promise, &[facts.answers], what));
        let (mut range, mut tried) = (None, 0);
        replacements(study, facts.answers, told(study, &facts), &mut range, &mut tried);
        let said = (study.engine.range)(&facts);
        if tried <= MOST_TRIED && range != Some(said) {
            return fails(Promise::Range, format!("the range is {range:?}, and said to be {said:?}"));
        }
        let (said, certainty) = ((study.engine.certainty)(study.q, &facts), worked_out(study, &facts));
        if said != certainty {
            return fails(Promise::Certainty, format!("it is said to be {said:?}, and is {certainty:?}"));
        }
        for at in facts.path() {
            if let Some(what) = moves::wrong_here(study, at, &facts) {
                return fails(Promise::Moves, what);
            }
            if let Some(what) = settles::wrong_here(study, at, &facts) {
                return fails(Promise::Settles, what);
            }
        }
        if let Some(what) = levers::wrong(study, &facts) {
            return fails(Promise::Levers, what);
        }
        covered += Covered { sets: 1, ends: tried as u64 };
    }
    Ok(covered)
}

/// The lowest and the highest level over the replacements of the first unknown answer, and of those after it.
/// What was told stays told.
fn replacements(study: &Study, answers: OptionSet, told: OptionSet, range: &mut Option<Range>, tried: &mut usize) {
    let facts = study.replay(answers);
    let Some(at) = first_unknown(study, &facts) else {
        let floor = evaluate_rules(study.q, facts.answers.union(told)).floor;
        let known = range.get_or_insert(Range { low: floor, high: floor });
        *known = Range { low: known.low.min(floor), high: known.high.max(floor) };
        *tried += 1;
        return;
    };
    for instead in stand_ins(study, at) {
        if *tried <= MOST_TRIED {
            replacements(study, answers.difference(study.q.questions[at].all()).union(instead), told, range, tried);
        }
    }
}

/// The answers that are known.
fn told(study: &Study, facts: &Facts) -> OptionSet {
    study.q.questions.iter().fold(facts.answers, |known, question| known.difference(question.unknown))
}

/// The first question that is asked and whose answer is unknown, or was not given, since it was not asked before.
fn first_unknown(study: &Study, facts: &Facts) -> Option<usize> {
    facts.path().find(|at| {
        let question = &study.q.questions[*at];
        let given = facts.answers.intersection(question.all());
        !question.unknown.is_empty() && (given.is_empty() || given.intersects(question.unknown))
    })
}
