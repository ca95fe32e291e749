//! Visits that a thread has just met. All that a visit is follows from its answers, and visits walked side by side come
//! through the same ones many times.

use std::cell::RefCell;

use program_finder::engine::OptionSet;

use crate::study::Walker;

/// How many visits a thread keeps in mind: some 100 MB.
const KEPT: usize = 1 << 18;

/// A visit by its study, the place before which it stands and its answers, made only if this thread has not just met it.
pub fn recall(study: u64, index: usize, answers: OptionSet, make: impl FnOnce() -> Walker) -> Walker {
    thread_local! {
        static MET: RefCell<Vec<Option<(u64, usize, Walker)>>> = RefCell::new(vec![None; KEPT]);
    }
    let mixed =
        (answers.0 as u64 ^ (answers.0 >> 64) as u64).wrapping_add(index as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let place = (mixed >> 32) as usize % KEPT;
    MET.with_borrow_mut(|met| {
        if let Some((of, at, walker)) = &met[place]
            && (*of, *at, walker.answers) == (study, index, answers)
        {
            return *walker;
        }
        let walker = make();
        met[place] = Some((study, index, walker));
        walker
    })
}
