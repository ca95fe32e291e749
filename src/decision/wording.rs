//! Which words a first step is told in: chosen here alone, by what was told.

use crate::content::options;
use crate::engine::{OptionSet, Step};

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

const IN_STAY: OptionSet = options("recent", &["stay"]);
const LEFT: OptionSet = options("recent", &["left"]);
/// An attempt, a plan or an intent.
const SUICIDE: OptionSet = options("suicide", &["attempt", "plan"]).union(options("danger", &["suicide_now"]));
/// More than now and then, or not told.
const USES: OptionSet = options("use", &["weekly", "daily", "unsure", "skip"])
    .union(options("heavy", &["weekly", "daily", "unsure", "skip"]));
const USE_NOT_TOLD: OptionSet = options("use", &["skip"]).union(options("heavy", &["skip"]));
const SUBSTANCES: OptionSet =
    options("substances", &["alcohol", "opioids", "stimulants", "sedatives", "cannabis", "other", "unsure", "skip"]);
const ALCOHOL: OptionSet = options("substances", &["alcohol"]);
const OPIOIDS: OptionSet = options("substances", &["opioids"]);
const SEDATIVES_OR_OTHER: OptionSet = options("substances", &["sedatives", "other"]);
const NOT_TOLD: OptionSet = options("substances", &["unsure", "skip"]);

impl StepWords {
    /// The words of this step, for somebody of whom this is known.
    pub fn of(step: Step, known: OptionSet) -> StepWords {
        let check = step == Step::Check;
        // The team of a stay knows what is taken, and looks after it.
        if known.intersects(IN_STAY) {
            let go = if check { "step.check.in_stay" } else { "step.medical.in_stay" };
            return StepWords { go, stop: None, watch: None };
        }
        let go = match (check, known.intersects(SUICIDE)) {
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
fn stop(known: OptionSet) -> Option<&'static str> {
    let not_told = known.intersects(NOT_TOLD) || !known.intersects(SUBSTANCES) && known.intersects(USE_NOT_TOLD);
    let (alcohol, opioids, more) =
        (known.intersects(ALCOHOL), known.intersects(OPIOIDS), known.intersects(SEDATIVES_OR_OTHER));
    let risky = alcohol || opioids || more;
    if !known.intersects(USES) || !risky && !not_told {
        return None;
    }
    Some(match (known.intersects(LEFT), alcohol, opioids, more) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::QUESTIONNAIRE;

    /// The options of a question as sets of one, and none of them.
    fn each(id: &str) -> Vec<OptionSet> {
        let question = QUESTIONNAIRE.question(id).expect("a question");
        question.all().iter().map(OptionSet::single).chain([OptionSet::NONE]).collect()
    }

    /// Every set of substances that can be chosen, and none.
    fn substances() -> Vec<OptionSet> {
        let mut sets = vec![options("substances", &["unsure"]), options("substances", &["skip"])];
        let known: Vec<usize> = SUBSTANCES.difference(NOT_TOLD).iter().collect();
        for bits in 0..1_u32 << known.len() {
            let chosen = known.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
            sets.push(chosen.fold(OptionSet::NONE, |set, (_, option)| set.union(OptionSet::single(*option))));
        }
        sets
    }

    /// Every answer that the words of a step read, with every other.
    fn every(mut seen: impl FnMut(OptionSet)) {
        for used in each("use").into_iter().chain(each("heavy")) {
            for substances in substances() {
                for recent in each("recent") {
                    for danger in each("suicide").into_iter().chain(each("danger")) {
                        seen(used.union(substances).union(recent).union(danger));
                    }
                }
            }
        }
    }

    #[test]
    fn where_to_go_is_the_team_of_a_stay_or_fits_an_attempt_or_a_plan_or_is_what_all_are_told() {
        every(|known| {
            let stay = known.intersects(options("recent", &["stay"]));
            let suicide = known.intersects(options("suicide", &["plan", "attempt"]))
                || known.intersects(options("danger", &["suicide_now"]));
            let go = [Step::Check, Step::Medical].map(|step| StepWords::of(step, known).go);
            let wanted = match (stay, suicide) {
                (true, _) => ["step.check.in_stay", "step.medical.in_stay"],
                (false, true) => ["step.check.text", "step.medical.suicide"],
                (false, false) => ["step.check.text", "step.medical.text"],
            };
            assert_eq!(go, wanted);
        });
    }

    #[test]
    fn what_not_to_stop_is_said_of_what_was_told_and_of_nothing_else() {
        let mut seen = std::collections::BTreeSet::new();
        every(|known| {
            let has = |question: &str, names: &[&str]| known.intersects(options(question, names));
            let words = StepWords::of(Step::Check, known);
            assert_eq!(words.watch.is_some(), words.stop.is_some(), "until the check, what calls for 911");
            let rarely = !has("use", &["weekly", "daily", "unsure", "skip"])
                && !has("heavy", &["weekly", "daily", "unsure", "skip"]);
            let harmless = !has("substances", &["alcohol", "opioids", "sedatives", "other", "unsure", "skip"])
                && (known.intersects(SUBSTANCES) || !has("use", &["skip"]) && !has("heavy", &["skip"]));
            let Some(stop) = words.stop else {
                assert!(rarely || harmless || has("recent", &["stay"]), "{known:?}");
                return;
            };
            assert!(!rarely && !harmless && !has("recent", &["stay"]), "{known:?}: {stop}");
            seen.insert(stop);
            assert_eq!(stop.contains("left"), has("recent", &["left"]), "{stop}");
            assert_eq!(stop.contains("opioids"), has("substances", &["opioids"]), "{stop}");
            if !stop.contains("left") {
                let (alcohol, more) = (has("substances", &["alcohol"]), has("substances", &["sedatives", "other"]));
                let opioids = stop.contains("opioids");
                assert_eq!(stop == "step.stop.not_said", !alcohol && !more && !opioids, "{stop}");
                assert_eq!(stop == "step.stop.opioids", opioids && !alcohol && !more, "{stop}");
                assert_eq!(stop.contains("drink"), alcohol && !opioids, "{stop}");
                assert_eq!(stop.ends_with("use"), more && !opioids, "{stop}");
            }
        });
        assert_eq!(seen.len(), 8, "every sentence is said to somebody: {seen:?}");
    }

    #[test]
    fn medical_care_today_needs_no_word_of_what_to_watch_for_until_then() {
        every(|known| assert_eq!(StepWords::of(Step::Medical, known).watch, None));
    }
}
