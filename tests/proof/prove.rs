//! The checks of every promise, run on all cores, with what they covered.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::paths::{Layers, Paths, all_is_reached, paths};
use crate::progress::Progress;
use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};
use crate::{anew, causal, certain, left, levers, merged, moves, pairs, same, settles, tables, unknown, wasted};

/// A check of one promise: over the whole questionnaire, or for one question or rule of it.
struct Check {
    promise: Promise,
    /// What of the questionnaire it is about.
    of: String,
    run: Box<Run>,
}

type Run = dyn Fn(&Study, &Layers) -> Result<Covered, Violation> + Sync;

/// What was found to hold.
pub struct Proof {
    pub paths: Paths,
    /// For each promise, what its checks covered, and the processor time that they took in seconds.
    pub promises: Vec<(Promise, Covered, f64)>,
    pub seconds: f64,
}

impl Proof {
    /// All sets of answers, and pairs and more of them, that something was proven about.
    pub fn covered(&self) -> Covered {
        self.promises.iter().fold(Covered::default(), |mut all, (_, covered, _)| {
            all += *covered;
            all
        })
    }
}

/// Checks these promises.
pub fn prove(study: &Study, promises: &[Promise]) -> Result<Proof, Violation> {
    prove_of(study, promises, None)
}

/// Checks these promises, as far as they are about this question or rule alone where one is named.
pub fn prove_of(study: &Study, promises: &[Promise], of: Option<&str>) -> Result<Proof, Violation> {
    let start = Instant::now();
    let wanted = |promise: &Promise| promises.contains(promise);
    // The tables come first: what follows takes them at their word. Paths come next: the rest starts on them.
    let tables = if wanted(&Promise::Tables) { tables::tables(study)? } else { Covered::default() };
    let paths = paths(study)?;
    if wanted(&Promise::Reached) {
        all_is_reached(study, &paths)?;
    }
    let walked = start.elapsed().as_secs_f64();
    let mut proven = vec![(Promise::Tables, tables, 0.0)];
    let sets = paths.sets();
    for promise in [Promise::Ends, Promise::Reached, Promise::Emergency, Promise::Stale] {
        // These are checked on the same walk.
        let seconds = if promise == Promise::Ends { walked } else { 0.0 };
        proven.push((promise, Covered { sets, ends: paths.layers.ends.len() as u64 }, seconds));
    }
    let checks: Vec<Check> = checks(study)
        .into_iter()
        .filter(|check| wanted(&check.promise) && of.is_none_or(|of| check.of == of))
        .collect();
    let progress = Progress::new(checks.len(), promises.len() > 1);
    let results = Mutex::new(Vec::new());
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(check) = checks.get(next.fetch_add(1, Ordering::Relaxed)) {
            let begun = Instant::now();
            let result = (check.run)(study, &paths.layers);
            if result.is_err() {
                // What is not begun yet need not be.
                next.store(checks.len(), Ordering::Relaxed);
            }
            progress.done(check.promise, &check.of);
            let result = result.map(|covered| (check.promise, covered, begun.elapsed().as_secs_f64()));
            results.lock().expect("no check panics").push(result);
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(checks.len().max(1));
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    for result in results.into_inner().expect("no check panics") {
        let (promise, covered, seconds) = result?;
        match proven.iter_mut().find(|(known, ..)| *known == promise) {
            Some((_, all, took)) => {
                *all += covered;
                *took += seconds;
            }
            None => proven.push((promise, covered, seconds)),
        }
    }
    proven.retain(|(promise, ..)| wanted(promise));
    proven.sort_by_key(|(promise, ..)| *promise);
    Ok(Proof { paths, promises: proven, seconds: start.elapsed().as_secs_f64() })
}

/// Every check beyond the walk along all paths, those that take long first.
fn checks(study: &Study) -> Vec<Check> {
    let mut checks: Vec<Check> = Vec::new();
    let mut whole = |promise, run: fn(&Study, &Layers) -> Result<Covered, Violation>| {
        checks.push(Check { promise, of: "all questions".to_owned(), run: Box::new(run) });
    };
    whole(Promise::Certainty, |study, _| certain::certainty(study));
    whole(Promise::Held, |study, _| certain::held(study));
    whole(Promise::Range, |study, _| unknown::lower_end(study));
    whole(Promise::Range, |study, _| unknown::upper_end(study));
    whole(Promise::Anew, |study, _| anew::anew(study));
    whole(Promise::Missed, |study, _| pairs::missed(study));
    whole(Promise::Levers, levers::levers);
    whole(Promise::Levers, |study, _| levers::safety(study));
    whole(Promise::Left, left::left);
    whole(Promise::Voices, pairs::voices);
    whole(Promise::Same, |study, _| same::same(study));
    for seed in 0..2 {
        let run = Box::new(move |study: &Study, layers: &Layers| merged::drawn(study, layers, seed));
        checks.push(Check { promise: Promise::Merged, of: "visits drawn".to_owned(), run });
    }
    for part in 0..merged::PARTS.len() {
        let run = Box::new(move |study: &Study, _: &Layers| merged::part(study, part));
        checks.push(Check { promise: Promise::Merged, of: "every visit to a part".to_owned(), run });
    }
    for (at, question) in study.q.questions.iter().enumerate() {
        let mut one = |promise, run: fn(&Study, &Layers, usize) -> Result<Covered, Violation>| {
            let run = Box::new(move |study: &Study, layers: &Layers| run(study, layers, at));
            checks.push(Check { promise, of: question.id.to_owned(), run });
        };
        one(Promise::Moves, moves::moves);
        one(Promise::Settles, settles::settles);
        one(Promise::Monotone, pairs::monotone);
        one(Promise::Unknown, pairs::unknown_is_not_mild);
        one(Promise::Wasted, wasted::wasted);
        if ["use", "heavy", "withdrawal"].contains(&question.id) {
            one(Promise::Checks, pairs::checks);
        }
    }
    for (at, rule) in study.q.rules.iter().enumerate() {
        let run = Box::new(move |study: &Study, _: &Layers| causal::causal(study, at));
        checks.push(Check { promise: Promise::Causal, of: rule.id.to_owned(), run });
    }
    checks
}
