//! How far the checks are: a bar on a terminal, a line now and then elsewhere.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::violation::Promise;

pub struct Progress {
    all: usize,
    done: AtomicUsize,
    shown: bool,
    bar: bool,
}

impl Progress {
    pub fn new(all: usize, shown: bool) -> Progress {
        Progress { all, done: AtomicUsize::new(0), shown, bar: stderr().is_terminal() }
    }

    /// One more check is done.
    pub fn done(&self, promise: Promise, of: &str) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !self.shown {
            return;
        }
        let (all, filled) = (self.all, done * WIDTH / self.all);
        if self.bar {
            let what = format!("{promise:?}, {of}");
            let end = if done == all { "\n" } else { "" };
            // What cannot be shown does not matter.
            let _ = write!(stderr(), "\r[{:<WIDTH$}] {done}/{all} {what:<34.34}{end}", "#".repeat(filled));
        } else if (done * 4 / all) > ((done - 1) * 4 / all) {
            let _ = writeln!(stderr(), "{done} of {all} checks done");
        }
    }
}

const WIDTH: usize = 30;
