//! Promise 9: the same answers give the same bytes.

use std::thread;

use program_finder::engine::OptionSet;

use crate::dice::Dice;
use crate::speed::visit;
use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// How many visits are tried. There is no state in the engine that a count over all visits could find: it is made of
/// functions of their arguments, without a clock, a random number or a hash map. So here a sample will do.
const TRIES: u64 = 2_000;

/// Everything that is said of a visit is the same when asked again, from another thread, and with answers to questions
/// that are not asked beside it; and the version of the rules is on it.
pub fn same(study: &Study) -> Result<Covered, Violation> {
    let mut dice = Dice::new(9);
    let visits: Vec<(OptionSet, OptionSet)> = (0..TRIES)
        .map(|_| {
            let answers = visit(study, &mut dice);
            let known = study.replay(answers).answers;
            let stale =
                study.q.questions.iter().zip(&study.choices).filter(|(question, _)| !known.intersects(question.all()));
            (answers, stale.fold(answers, |all, (_, choices)| all.union(*dice.of(choices))))
        })
        .collect();
    let said = |answers: OptionSet| (study.engine.outcome)(study.q, answers);
    let first: Vec<String> = visits.iter().map(|(answers, _)| said(*answers)).collect();
    let again = || visits.iter().rev().map(|(_, with_stale)| said(*with_stale)).collect::<Vec<String>>();
    let second: Vec<String> = thread::scope(|scope| scope.spawn(again).join().expect("no panic"));
    let version = format!("\"rules\":\"{}\"", study.q.version);
    for ((first, second), (answers, _)) in first.iter().zip(second.iter().rev()).zip(&visits) {
        if first != second || !first.contains(&version) {
            let what = "the same answers do not give the same bytes, with the version of the rules".to_owned();
            return Err(Violation::example(study, Promise::Same, &[*answers], what));
        }
    }
    Ok(Covered { sets: u128::from(TRIES), ends: 2 * TRIES })
}
