//! How fast the engine is, natively and on one core.

use std::hint::black_box;
use std::time::Instant;

use program_finder::engine::OptionSet;

use crate::dice::Dice;
use crate::study::Study;

/// Nanoseconds that one full replay of a complete visit takes, on average over visits drawn uniformly.
pub fn replay(study: &Study) -> f64 {
    let mut dice = Dice::new(11);
    let visits: Vec<OptionSet> = (0..1024).map(|_| visit(study, &mut dice)).collect();
    let round = || {
        let start = Instant::now();
        for answers in &visits {
            black_box(study.replay(black_box(*answers)));
        }
        start.elapsed().as_nanos() as f64 / visits.len() as f64
    };
    // The fastest of many rounds: what else the machine does is no part of it.
    (0..200).map(|_| round()).fold(f64::INFINITY, f64::min)
}

/// A complete visit: each answer to each question asked equally likely.
pub fn visit(study: &Study, dice: &mut Dice) -> OptionSet {
    let mut answers = OptionSet::NONE;
    while let Some(next) = study.replay(answers).next {
        answers = answers.union(*dice.of(&study.choices[next]));
    }
    answers
}
