//! The proof: each [`violation::Promise`], checked over every set of answers that anybody can give.
//!
//! There are too many of them to try one by one. Visits that go on alike are walked as one ([`study::Key`] says which do,
//! and why); pairs of visits, and a visit with all replacements of what is not known in it, are walked side by side in
//! the same way. Numbers of sets are of raw answers, before anything is walked as one.
//!
//! A broken promise is told with the smallest answers found that show it. `faults` breaks each promise by hand and sees
//! it told.
//!
//! `cargo test --profile proof --test proof -- --nocapture --test-threads 1`, which `cargo xtask test` runs too: what is
//! not optimized takes minutes, and is ignored.

mod altered;
mod anew;
mod causal;
mod certain;
mod design;
#[path = "../support/dice.rs"]
mod dice;
mod faults;
mod left;
mod levers;
mod merged;
mod moves;
mod pairs;
mod paths;
mod progress;
mod prove;
mod recall;
mod report;
mod same;
mod settles;
mod speed;
mod study;
mod sweep;
mod tables;
mod unknown;
mod violation;
mod wasted;

#[path = "../support/mod.rs"]
mod support;

use program_finder::content::QUESTIONNAIRE;
use study::{Engine, Study};
use violation::Promise;

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn every_promise_holds_for_every_set_of_answers() {
    report::forget();
    let study = Study::new(&QUESTIONNAIRE, Engine::SHIPPED, tables::emergencies(&QUESTIONNAIRE));
    let proof = prove::prove(&study, &Promise::ALL).unwrap_or_else(|violation| panic!("{violation}"));
    let replay = speed::replay(&study);
    for line in report::lines(&proof, replay) {
        println!("{line}");
    }
    report::record(&proof, replay);
    let median = report::Questions::uniform(&proof).median;
    assert!(median <= 12, "half of all visitors drawn uniformly are asked {median} questions or more, and not twelve");
}
