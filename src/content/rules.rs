//! What follows from the answers: each rule with its clauses, its effect and its sources.
//!
//! A clause never counts an unknown answer unless it names `unsure` and `skip`; the rules that set a level
//! never do, so an unknown answer cannot raise the level by itself. It widens the range instead.

use super::questions::{either, is, of};
use crate::engine::{AddOn, Adds, Clause, Effect, Level, Rule, Step};

const NOTHING: Effect = Effect { floor: None, step: None, adds: Adds::NONE, no_level: false };

const fn floor(level: Level) -> Effect {
    Effect { floor: Some(level), ..NOTHING }
}
const fn step(step: Step) -> Effect {
    Effect { step: Some(step), ..NOTHING }
}
const fn adds(add: AddOn) -> Effect {
    Effect { adds: Adds::NONE.with(add), ..NOTHING }
}
const fn and(effect: Effect, add: AddOn) -> Effect {
    Effect { adds: effect.adds.with(add), ..effect }
}

const fn rule(
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
    Rule { id, when, reached: Level::Outpatient, within: Level::DayAndNight, effect, sources }
}

const OFTEN_USE: Clause = is("use", &["weekly", "daily"]);
const DAILY_USE: Clause = is("use", &["daily"]);
/// Stopping these can be dangerous in itself, or may be: "other" is not known well enough to leave out.
const RISKY_WITHDRAWAL: Clause = is("substances", &["alcohol", "sedatives", "other"]);
const OPIOIDS: Clause = is("substances", &["opioids"]);
const ALCOHOL: Clause = is("substances", &["alcohol"]);
const MOSTLY_UNWELL: Clause = is("mind", &["most_days", "nearly_always", "cannot_care"]);
const MORE_THAN_IOP_TRIED: Clause = is("tried", &["php", "day_and_night"]);

const SOON: Clause = is("return_soon", &["this_week", "today"]);
const COSTLY: Clause = is("stakes", &["setbacks", "safety"]);
const UNSAFE: Clause = is("stakes", &["safety"]);
/// The cells of the risk table that ask for IOP or more.
const RISK_IOP: [Clause; 3] = [
    is("return_soon", &["weeks", "this_week", "today"]),
    COSTLY,
    either(of("return_soon", &["this_week", "today"]), of("stakes", &["safety"])),
];
/// The cells of the risk table that ask for PHP or more.
const RISK_PHP: [Clause; 3] = [SOON, COSTLY, either(of("return_soon", &["today"]), of("stakes", &["safety"]))];

pub(super) const RULES: &[Rule<'static>] = &[
    // First steps: danger now.
    rule("emergency.medical", &[is("danger", &["medical"])], step(Step::Emergency), &["tip-45"]),
    rule("emergency.withdrawal", &[is("danger", &["withdrawal_now"])], step(Step::Emergency), &["tip-45", "afp-2021"]),
    rule("emergency.suicide", &[is("danger", &["suicide_now"])], step(Step::Emergency), &["nimh-asq", "samhsa-988"]),
    rule(
        "emergency.violence",
        &[is("danger", &["violence_now"])],
        and(step(Step::Emergency), AddOn::DomesticViolence),
        &["samhsa-988"],
    ),
    rule("emergency.plan", &[is("suicide", &["plan"])], step(Step::Emergency), &["nimh-asq", "samhsa-988"]),
    // First steps: medical care.
    // It also fires on a plan and on danger now, where the question about attempts is out of sight: a more
    // serious answer never takes a first step away.
    rule(
        "urgent.attempt",
        &[either(of("suicide", &["attempt", "plan"]), of("danger", &["suicide_now"]))],
        and(step(Step::Medical), AddOn::SafetyPlan),
        &["nimh-asq"],
    ),
    rule("urgent.mind", &[is("mind", &["cannot_care"])], step(Step::Medical), &["tip-42", "cochrane-day-hospital"]),
    // A visitor who does not say what or how often has still told of a withdrawal that was dangerous.
    rule(
        "medical.severe_withdrawal",
        &[
            is("substances", &["alcohol", "sedatives", "other", "unsure", "skip"]),
            is("use", &["weekly", "daily", "unsure", "skip"]),
            is("withdrawal", &["severe"]),
        ],
        step(Step::Medical),
        &["tip-45", "afp-2013", "afp-2021"],
    ),
    // Two of three: each pair has to show one.
    rule(
        "medical.two_depressants",
        &[
            is("substances", &["alcohol", "sedatives"]),
            is("substances", &["alcohol", "opioids"]),
            is("substances", &["sedatives", "opioids"]),
            DAILY_USE,
            is("withdrawal", &["sick", "severe"]),
        ],
        step(Step::Medical),
        &["tip-45", "benzo-2025"],
    ),
    rule(
        "medical.pregnant",
        &[
            is("body", &["pregnant"]),
            is("substances", &["alcohol", "opioids", "sedatives"]),
            is("use", &["some", "weekly", "daily", "unsure", "skip"]),
        ],
        step(Step::Medical),
        &["tip-45", "tip-63"],
    ),
    rule("medical.unstable", &[is("body", &["unstable"])], step(Step::Medical), &["tip-45", "tip-47"]),
    rule(
        "check.withdrawal",
        &[RISKY_WITHDRAWAL, DAILY_USE, is("withdrawal", &["sick", "severe", "unsure", "skip"])],
        step(Step::Check),
        &["tip-45", "afp-2013"],
    ),
    rule("check.sedatives", &[is("substances", &["sedatives"]), OFTEN_USE], step(Step::Check), &["benzo-2025"]),
    rule("check.body", &[is("body", &["needs_care", "unstable"])], step(Step::Check), &["tip-47"]),
    // Floors: what could happen, and how soon.
    rule(
        "risk.low",
        &[
            is("return_soon", &["weeks", "this_week", "today"]),
            is("stakes", &["little", "setbacks"]),
            either(of("return_soon", &["weeks"]), of("stakes", &["little"])),
        ],
        floor(Level::Outpatient),
        &["tip-47", "mccarty-2014"],
    ),
    rule(
        "risk.weeks_safety",
        &[is("return_soon", &["weeks"]), UNSAFE],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021"],
    ),
    rule(
        "risk.this_week_setbacks",
        &[is("return_soon", &["this_week"]), is("stakes", &["setbacks"])],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021"],
    ),
    rule(
        "risk.this_week_safety",
        &[is("return_soon", &["this_week"]), UNSAFE],
        floor(Level::Php),
        &["tip-47", "medicare-php"],
    ),
    rule(
        "risk.today_setbacks",
        &[is("return_soon", &["today"]), is("stakes", &["setbacks"])],
        floor(Level::Php),
        &["tip-47", "medicare-php"],
    ),
    rule("risk.today_safety", &[is("return_soon", &["today"]), UNSAFE], floor(Level::Php), &["tip-47", "medicare-php"]),
    rule(
        "risk.today_safety_alone",
        &[
            is("return_soon", &["today"]),
            UNSAFE,
            either(of("home", &["mixed", "unsafe"]), of("days", &["not_managing"])),
        ],
        floor(Level::DayAndNight),
        &["tip-47", "mccarty-2014"],
    ),
    rule(
        "use.daily",
        &[DAILY_USE, is("substances", &["stimulants", "opioids", "alcohol", "sedatives", "other"])],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021"],
    ),
    // Floors: the day, the mind, safety.
    rule("days.with_help", &[is("days", &["with_help"])], floor(Level::Iop), &["tip-47", "medicare-iop"]),
    rule("days.not_managing", &[is("days", &["not_managing"])], floor(Level::Php), &["medicare-php"]),
    rule("mind.some", &[is("mind", &["some"])], floor(Level::Outpatient), &["tip-42"]),
    rule("mind.most_days", &[is("mind", &["most_days"])], floor(Level::Iop), &["tip-42", "medicare-iop"]),
    rule(
        "mind.nearly_always",
        &[is("mind", &["nearly_always"])],
        floor(Level::Php),
        &["medicare-php", "cochrane-day-hospital"],
    ),
    rule("mind.cannot_care", &[is("mind", &["cannot_care"])], floor(Level::DayAndNight), &["cochrane-day-hospital"]),
    rule(
        "dual.use",
        &[MOSTLY_UNWELL, DAILY_USE, is("substances", &["stimulants", "opioids", "alcohol", "sedatives", "other"])],
        and(floor(Level::Php), AddOn::DualDiagnosis),
        &["tip-42"],
    ),
    rule(
        "dual.risk",
        &[MOSTLY_UNWELL, RISK_IOP[0], RISK_IOP[1], RISK_IOP[2]],
        and(floor(Level::Php), AddOn::DualDiagnosis),
        &["tip-42"],
    ),
    rule(
        "suicide.passing",
        &[is("suicide", &["passing"])],
        and(floor(Level::Outpatient), AddOn::SafetyPlan),
        &["nimh-asq"],
    ),
    rule(
        "suicide.often",
        &[is("suicide", &["often"])],
        and(floor(Level::Iop), AddOn::SafetyPlan),
        &["nimh-asq", "medicare-iop"],
    ),
    rule(
        "suicide.often_mind",
        &[is("suicide", &["often"]), MOSTLY_UNWELL],
        floor(Level::Php),
        &["nimh-asq", "medicare-php"],
    ),
    rule(
        "suicide.attempt",
        &[is("suicide", &["attempt"])],
        and(floor(Level::Php), AddOn::SafetyPlan),
        &["nimh-asq", "medicare-php"],
    ),
    // A plan or danger now is an emergency first. What comes after it is never less than after an attempt.
    rule(
        "suicide.now",
        &[either(of("suicide", &["plan"]), of("danger", &["suicide_now"]))],
        and(floor(Level::Php), AddOn::SafetyPlan),
        &["nimh-asq", "medicare-php"],
    ),
    // Not telling is not "no": somebody to talk to today is offered all the same.
    rule(
        "suicide.untold",
        &[either(of("danger", &["skip"]), of("suicide", &["unsure", "skip"]))],
        adds(AddOn::SafetyPlan),
        &["nimh-asq"],
    ),
    // Floors: care now, and care that was not enough.
    // An unsafe home asks for no less than a mixed one: a more serious answer never lowers the level.
    rule(
        "home.mixed",
        &[is("home", &["mixed", "unsafe"]), OFTEN_USE],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021"],
    ),
    rule("now.php", &[is("now", &["php"])], floor(Level::Iop), &["tip-47", "medicare-iop"]),
    rule("now.day_and_night", &[is("now", &["day_and_night"])], floor(Level::Iop), &["tip-47", "samhsa-iop-2021"]),
    // A day that is not managed, a risk of PHP and a try of IOP or more ask for PHP by themselves, so they are not
    // among what asks for it after 24-hour care.
    rule(
        "now.day_and_night_more",
        &[is("now", &["day_and_night"]), MOSTLY_UNWELL],
        floor(Level::Php),
        &["medicare-php", "cochrane-day-hospital"],
    ),
    rule("tried.weekly", &[is("tried", &["weekly"])], floor(Level::Iop), &["tip-47", "mccarty-2014"]),
    rule("tried.iop", &[is("tried", &["iop"])], floor(Level::Php), &["tip-47", "medicare-php"]),
    rule("tried.more", &[MORE_THAN_IOP_TRIED], floor(Level::Php), &["tip-47", "medicare-php"]),
    rule(
        "tried.more_days",
        &[MORE_THAN_IOP_TRIED, either(of("days", &["not_managing"]), of("mind", &["nearly_always", "cannot_care"]))],
        floor(Level::DayAndNight),
        &["tip-47", "cochrane-day-hospital"],
    ),
    rule(
        "tried.more_risk",
        &[MORE_THAN_IOP_TRIED, RISK_PHP[0], RISK_PHP[1], RISK_PHP[2]],
        floor(Level::DayAndNight),
        &["tip-47", "mccarty-2014"],
    ),
    // Home. The second rule looks at what all the other rules reach.
    rule(
        "home.unsafe",
        &[is("home", &["unsafe"])],
        and(adds(AddOn::Housing), AddOn::DomesticViolence),
        &["tip-47", "samhsa-iop-2021"],
    ),
    Rule {
        reached: Level::Php,
        ..rule("home.unsafe_php", &[is("home", &["unsafe"])], floor(Level::DayAndNight), &["tip-47", "mccarty-2014"])
    },
    // A step down: true only where nothing asks for more than outpatient care.
    Rule {
        within: Level::Outpatient,
        ..rule(
            "now.iop",
            &[is("now", &["iop"]), is("tried", &["none", "weekly"])],
            and(floor(Level::Outpatient), AddOn::Aftercare),
            &["tip-47"],
        )
    },
    // Add-ons.
    rule(
        "add.opioid_medication",
        &[OPIOIDS, OFTEN_USE],
        and(adds(AddOn::OpioidMedication), AddOn::Naloxone),
        &["tip-63"],
    ),
    rule("add.naloxone", &[OPIOIDS, UNSAFE], adds(AddOn::Naloxone), &["tip-63"]),
    rule("add.alcohol_medication", &[ALCOHOL, OFTEN_USE], adds(AddOn::AlcoholMedication), &["samhsa-iop-2021"]),
    rule(
        "add.family",
        &[is("who", &["me_teen", "my_teen", "other_adult"])],
        adds(AddOn::Family),
        &["tip-47", "tip-35"],
    ),
    rule("child", &[is("who", &["child"])], Effect { no_level: true, ..NOTHING }, &["samhsa-988"]),
];
