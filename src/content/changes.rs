//! What changed from one version of the rule set to the next, and which outcomes move.

/// One version of the rule set.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The version that came of it.
    pub version: &'static str,
    /// The day, as year-month-day.
    pub date: &'static str,
    /// What changed and why, in a sentence or two.
    pub what: &'static str,
    /// Each question or rule that is new, changed or gone, with the outcomes that move because of it: for whom, from
    /// which level, first step or add-on to which. "None" is an answer, and says why. The first version, before which
    /// there was nothing, leaves it empty.
    pub moves: &'static [(&'static str, &'static str)],
}

/// Every version, the newest first. `docs/rules` has the tables of each, as a text that can be compared.
pub const CHANGES: &[Change] = &[
    Change {
        version: "1.1.0",
        date: "2026-11-30",
        what: "When somebody could come is no longer asked before the suggestion. Whoever likes can say it on the result, \
               beside the programs that it sorts: one question less for whoever was asked it, and the rules cannot see it.",
        moves: &[("question when", "None: no rule read it. Programs are sorted by it as before, once it is said.")],
    },
    Change {
        version: "1.0.0",
        date: "2026-11-21",
        what: "The first version. No clinician has signed it yet.",
        moves: &[],
    },
];
