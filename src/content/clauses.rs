//! What several rules have in common: clauses by name, and the ways to write an effect.

use super::questions::{any, is, of};
use crate::engine::{AddOn, AddOnSet, Clause, Effect, Level, OptionSet, Rule, Step};

pub(super) const NOTHING: Effect = Effect { floor: None, step: None, add_ons: AddOnSet::NONE, no_level: false };

pub(super) const fn floor(level: Level) -> Effect {
    Effect { floor: Some(level), ..NOTHING }
}
pub(super) const fn step(step: Step) -> Effect {
    Effect { step: Some(step), ..NOTHING }
}
pub(super) const fn adds(add: AddOn) -> Effect {
    Effect { add_ons: AddOnSet::NONE.with(add), ..NOTHING }
}
pub(super) const fn and(effect: Effect, add: AddOn) -> Effect {
    Effect { add_ons: effect.add_ons.with(add), ..effect }
}

pub(super) const fn rule(
    id: &'static str,
    when: &'static [Clause],
    effect: Effect,
    sources: &'static [&'static str],
) -> Rule<'static> {
    #[cfg(all(target_arch = "wasm32", not(feature = "headless")))]
    let sources = {
        let _ = sources;
        []
    };
    Rule { id, when, min_level: Level::Outpatient, max_level: Level::DayAndNight, effect, sources }
}

pub(super) const DAILY: Clause = any(&[of("use", &["daily"]), of("heavy", &["daily"])]);
pub(super) const OFTEN: Clause = any(&[of("use", &["weekly", "daily"]), of("heavy", &["weekly", "daily"])]);
/// Weekly, daily, or not told.
pub(super) const OFTEN_OR_UNTOLD: Clause =
    any(&[of("use", &["weekly", "daily", "unsure", "skip"]), of("heavy", &["weekly", "daily", "unsure"])]);
/// More than cannabis alone.
pub(super) const HARDER: Clause = is("substances", &["stimulants", "opioids", "alcohol", "sedatives", "other"]);
/// Stopping these suddenly can be dangerous in itself.
pub(super) const RISKY_TO_STOP: Clause = is("substances", &["alcohol", "sedatives"]);
/// The same, or not told what.
pub(super) const RISKY_OR_UNTOLD: OptionSet = of("substances", &["alcohol", "sedatives", "unsure", "skip"]);
pub(super) const SICK: Clause = is("withdrawal", &["sick", "severe"]);
/// Stopping brings sickness, or what it brings is not known.
pub(super) const SICK_OR_UNTOLD: OptionSet = of("withdrawal", &["sick", "severe", "not_tried", "unsure", "skip"]);
/// How often is not told, and so nothing else about substances was asked.
pub(super) const HEAVY_UNTOLD: OptionSet = of("heavy", &["skip"]);
pub(super) const LED_TO_HARM: Clause = is("led_to", &["setbacks", "missing", "loss", "injury", "overdose"]);
pub(super) const LED_TO_SERIOUS: Clause = is("led_to", &["missing", "loss", "injury", "overdose"]);
pub(super) const LED_TO_LOSS: Clause = is("led_to", &["missing", "loss"]);
pub(super) const LED_TO_DANGER: Clause = is("led_to", &["injury", "overdose"]);
pub(super) const NO_WEEK_WITHOUT: Clause = is("longest", &["days", "day"]);
pub(super) const NO_MONTH_WITHOUT: Clause = is("longest", &["weeks", "days", "day"]);
pub(super) const NO_DAY_WITHOUT: Clause = is("longest", &["day"]);
pub(super) const HARD_HOME: Clause = is("home", &["mixed", "no_place", "unsafe"]);
pub(super) const NO_SAFE_HOME: Clause = is("home", &["no_place", "unsafe"]);
pub(super) const MOST_DAYS: Clause = is("mind", &["most_days", "nearly_always"]);
pub(super) const JUST_OUT: Clause = is("recent", &["stay", "left"]);
pub(super) const ANY_CARE: Clause = is("care", &["weekly", "iop", "php", "stay"]);
pub(super) const MUCH_CARE: Clause = is("care", &["iop", "php", "stay"]);
pub(super) const NOT_BETTER: Clause = is("after", &["came_back", "not_enough"]);
