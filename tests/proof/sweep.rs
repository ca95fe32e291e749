//! Every way through the questions, with those that go on alike walked once and counted together.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::AddAssign;

/// How much a check has covered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// Raw sets of answers, or raw pairs of them: what was proven about, before any of them were walked together.
    pub sets: u128,
    /// How many ends of a walk were looked at for that.
    pub ends: u64,
}

impl AddAssign for Covered {
    fn add_assign(&mut self, other: Covered) {
        self.sets += other.sets;
        self.ends += other.ends;
    }
}

/// Walks from these states before the first of the places to the end of the questions.
///
/// `step` gives out every state that can follow a state at a place, with the number of answers that lead to it and go on
/// alike. States of the same `key` before the next place are walked as one. `done` looks at every state that comes out of the last step, merged with none.
pub fn sweep<S, K: Hash + Eq>(
    indices: std::ops::Range<usize>,
    start: Vec<(S, u128)>,
    key: impl Fn(&S) -> K,
    mut step: impl FnMut(usize, &S, &mut dyn FnMut(S, u128)),
    mut done: impl FnMut(&S),
) -> Covered {
    let mut covered = Covered::default();
    let mut layer = Layer::default();
    for (state, sets) in start {
        layer.put(key(&state), state, sets);
    }
    for index in indices.clone() {
        let mut next = Layer::default();
        for (state, sets) in &layer.states {
            step(index, state, &mut |state, times| {
                let sets = *sets * times;
                if index + 1 == indices.end {
                    covered += Covered { sets, ends: 1 };
                    done(&state);
                } else {
                    next.put(key(&state), state, sets);
                }
            });
        }
        layer = next;
    }
    if indices.is_empty() {
        for (state, sets) in &layer.states {
            covered += Covered { sets: *sets, ends: 1 };
            done(state);
        }
    }
    covered
}

/// States before one place, in the order in which they were first found: every run is the same.
struct Layer<S, K> {
    states: Vec<(S, u128)>,
    indices: HashMap<K, usize>,
}

impl<S, K> Default for Layer<S, K> {
    fn default() -> Layer<S, K> {
        Layer { states: Vec::new(), indices: HashMap::new() }
    }
}

impl<S, K: Hash + Eq> Layer<S, K> {
    fn put(&mut self, key: K, state: S, sets: u128) {
        let index = *self.indices.entry(key).or_insert(self.states.len());
        match self.states.get_mut(index) {
            Some((_, known)) => *known += sets,
            None => self.states.push((state, sets)),
        }
    }
}
