//! Which words a first step is told in: chosen here alone, by what was told.

use crate::content::options;
use crate::engine::{Facts, Set, Step};

/// The sentences of a first step, as the keys of their texts, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepWords {
    /// Where to go.
    pub go: &'static str,
    /// What is not to be stopped suddenly before that, where something was told of that it holds for.
    pub stop: Option<&'static str>,
    /// What calls for 911 until then.
    pub watch: Option<&'static str>,
}

const IN_STAY: Set = options("recent", &["stay"]);
const LEFT: Set = options("recent", &["left"]);
/// An attempt, a plan or an intent.
const SUICIDE: Set = options("suicide", &["attempt", "plan"]).or(options("danger", &["suicide_now"]));
/// More than now and then, or not told.
const USES: Set = options("use", &["weekly", "daily", "unsure", "skip"])
    .or(options("heavy", &["weekly", "daily", "unsure", "skip"]));
const USE_NOT_TOLD: Set = options("use", &["skip"]).or(options("heavy", &["skip"]));
const SUBSTANCES: Set = options(
    "substances",
    &["alcohol", "opioids", "stimulants", "sedatives", "cannabis", "other", "unsure", "skip"],
);
const ALCOHOL: Set = options("substances", &["alcohol"]);
const OPIOIDS: Set = options("substances", &["opioids"]);
const SEDATIVES_OR_OTHER: Set = options("substances", &["sedatives", "other"]);
const NOT_TOLD: Set = options("substances", &["unsure", "skip"]);

impl StepWords {
    /// The words of this step, for somebody of whom this is known.
    pub fn of(step: Step, facts: &Facts) -> StepWords {
        let known = facts.known;
        let check = step == Step::Check;
        // The team of a stay knows what is taken, and looks after it.
        if known.meets(IN_STAY) {
            let go = if check { "step.check.in_stay" } else { "step.medical.in_stay" };
            return StepWords { go, stop: None, watch: None };
        }
        let go = match (check, known.meets(SUICIDE)) {
            (true, _) => "step.check.text",
            (false, true) => "step.medical.suicide",
            (false, false) => "step.medical.text",
        };
        let stop = stop(known);
        StepWords { go, stop, watch: stop.filter(|_| check).map(|_| "step.watch") }
    }
}

/// Stopping alcohol, opioids, sedatives or what was not named can be dangerous. Whoever named something reads of what they
/// named, and who came for mental health alone reads nothing of it.
fn stop(known: Set) -> Option<&'static str> {
    let not_told = known.meets(NOT_TOLD) || !known.meets(SUBSTANCES) && known.meets(USE_NOT_TOLD);
    let (alcohol, opioids, more) = (known.meets(ALCOHOL), known.meets(OPIOIDS), known.meets(SEDATIVES_OR_OTHER));
    let risky = alcohol || opioids || more;
    if !known.meets(USES) || !risky && !not_told {
        return None;
    }
    Some(match (known.meets(LEFT), alcohol, opioids, more) {
        (true, _, true, _) => "step.stop.left_opioids",
        (true, ..) => "step.stop.left",
        (_, false, true, false) => "step.stop.opioids",
        (_, _, true, _) => "step.stop.opioids_more",
        (_, true, _, false) => "step.stop.drink",
        (_, true, _, true) => "step.stop.drink_use",
        (_, false, _, true) => "step.stop.use",
        _ => "step.stop.not_said",
    })
}
