//! What follows from the answers: each rule with its clauses, its effect and its sources.
//!
//! A clause never counts an unknown answer unless it names `unsure` and `skip`; the rules that set a level
//! never do, so an unknown answer cannot raise the level by itself. It widens the range instead.

use super::clauses::{
    ANY_CARE, DAILY, HARD_HOME, HARDER, HEAVY_UNTOLD, JUST_OUT, LED_TO_DANGER, LED_TO_HARM, LED_TO_LOSS,
    LED_TO_SERIOUS, MOST_DAYS, MUCH_CARE, NO_DAY_WITHOUT, NO_MONTH_WITHOUT, NO_SAFE_HOME, NO_WEEK_WITHOUT, NOT_BETTER,
    NOTHING, OFTEN, OFTEN_OR_UNTOLD, RISKY_OR_UNTOLD, RISKY_TO_STOP, SICK, SICK_OR_UNTOLD, adds, and, floor, rule,
    step,
};
use super::questions::{any, is, of};
use crate::engine::{AddOn, Effect, Level, Rule, Step};

pub(super) const RULES: &[Rule<'static>] = &[
    // First steps: danger now.
    rule("emergency.medical", &[is("danger", &["medical"])], step(Step::Emergency), &["tip-45", "overdose-toolkit"]),
    rule(
        "emergency.withdrawal_now",
        &[is("danger", &["withdrawal_now"])],
        step(Step::Emergency),
        &["tip-45", "afp-2021"],
    ),
    rule(
        "emergency.suicide_now",
        &[is("danger", &["suicide_now"])],
        step(Step::Emergency),
        &["nimh-asq", "samhsa-988"],
    ),
    rule("emergency.harm_others", &[is("danger", &["harm_others"])], step(Step::Emergency), &["samhsa-988", "tip-42"]),
    rule(
        "emergency.being_hurt",
        &[is("danger", &["being_hurt"])],
        and(step(Step::Emergency), AddOn::DomesticViolence),
        &["tip-25", "tip-47"],
    ),
    rule("emergency.plan", &[is("suicide", &["plan"])], step(Step::Emergency), &["nimh-asq", "tip-50", "samhsa-988"]),
    // First steps: medical care.
    // It also fires on danger now, where the question about attempts is not asked: a more serious answer never takes
    // a first step away.
    rule(
        "urgent.attempt",
        &[any(&[of("suicide", &["attempt", "plan"]), of("danger", &["suicide_now"])])],
        and(step(Step::Medical), AddOn::SafetyPlan),
        &["nimh-asq", "tip-50"],
    ),
    rule("urgent.unreal", &[is("signs", &["unreal"])], step(Step::Medical), &["tip-42", "cochrane-day-hospital"]),
    rule(
        "urgent.cannot_care",
        &[is("signs", &["cannot_care"])],
        step(Step::Medical),
        &["tip-42", "cochrane-day-hospital"],
    ),
    // Whoever does not say what or how often has still told of a withdrawal that was dangerous. Opioids count: what is
    // sold as one can hold medetomidine, whose withdrawal can be severe.
    rule(
        "medical.severe_withdrawal",
        &[
            is("substances", &["opioids", "alcohol", "sedatives", "other", "unsure", "skip"]),
            OFTEN_OR_UNTOLD,
            is("withdrawal", &["severe"]),
        ],
        step(Step::Medical),
        &["tip-45", "afp-2021", "mmwr-2025"],
    ),
    // Two of three: each pair has to show one.
    rule(
        "medical.two_depressants",
        &[
            RISKY_TO_STOP,
            is("substances", &["alcohol", "opioids"]),
            is("substances", &["sedatives", "opioids"]),
            DAILY,
            SICK,
        ],
        step(Step::Medical),
        &["tip-45", "benzo-2025", "fda-2019-opioids"],
    ),
    rule(
        "medical.daily_sick",
        &[
            RISKY_TO_STOP,
            DAILY,
            SICK,
            any(&[of("longest", &["day"]), of("care", &["detox"]), of("body", &["needs_care", "unstable"])]),
        ],
        step(Step::Medical),
        &["tip-45", "afp-2021"],
    ),
    rule(
        "medical.pregnant",
        &[
            is("body", &["pregnant"]),
            any(&[of("substances", &["alcohol", "opioids", "sedatives", "unsure", "skip"]), HEAVY_UNTOLD]),
            any(&[
                of("use", &["some", "weekly", "daily", "unsure", "skip"]),
                of("heavy", &["weekly", "daily", "unsure", "skip"]),
            ]),
        ],
        step(Step::Medical),
        &["tip-45", "tip-63"],
    ),
    rule("medical.unstable", &[is("body", &["unstable"])], step(Step::Medical), &["tip-45", "tip-47"]),
    // First steps: a medical check. What is not told about use or withdrawal never takes it away.
    rule(
        "check.daily",
        &[
            any(&[RISKY_OR_UNTOLD, HEAVY_UNTOLD]),
            any(&[of("use", &["daily", "unsure", "skip"]), of("heavy", &["daily", "unsure", "skip"])]),
            any(&[SICK_OR_UNTOLD, HEAVY_UNTOLD]),
        ],
        step(Step::Check),
        &["tip-45", "afp-2021"],
    ),
    rule(
        "check.weekly",
        &[any(&[RISKY_OR_UNTOLD]), any(&[of("use", &["weekly"]), of("heavy", &["weekly"])]), any(&[SICK_OR_UNTOLD])],
        step(Step::Check),
        &["tip-45", "afp-2021"],
    ),
    rule("check.sedatives", &[is("substances", &["sedatives"]), OFTEN_OR_UNTOLD], step(Step::Check), &["benzo-2025"]),
    rule("check.body", &[is("body", &["needs_care", "unstable"])], step(Step::Check), &["tip-47", "medicare-iop"]),
    rule("check.energy", &[is("signs", &["energy"])], step(Step::Check), &["tip-42"]),
    rule(
        "check.eating",
        &[is("signs", &["eating"])],
        and(step(Step::Check), AddOn::Eating),
        &["nimh-eating", "tip-42"],
    ),
    // Floors: use, and what it led to.
    rule(
        "use.daily",
        &[is("substances", &["stimulants", "alcohol", "sedatives", "other"]), DAILY],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021", "niaaa-levels"],
    ),
    // Opioids alone, daily, with nothing of this, begin with medication in outpatient care: it does not wait for a
    // program.
    rule(
        "use.daily_setbacks",
        &[
            HARDER,
            DAILY,
            LED_TO_HARM,
            any(&[of("home", &["alone", "mixed", "no_place", "unsafe"]), MOST_DAYS.options, LED_TO_SERIOUS.options]),
        ],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021", "tip-63"],
    ),
    rule(
        "use.short",
        &[HARDER, NO_WEEK_WITHOUT, OFTEN, LED_TO_HARM],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021"],
    ),
    rule("use.lost", &[NO_WEEK_WITHOUT, LED_TO_SERIOUS], floor(Level::Iop), &["tip-47", "samhsa-iop-2021"]),
    rule(
        "use.harm",
        &[NO_MONTH_WITHOUT, LED_TO_DANGER],
        floor(Level::Iop),
        &["tip-47", "samhsa-iop-2021", "overdose-toolkit"],
    ),
    rule(
        "use.no_day",
        &[HARDER, NO_DAY_WITHOUT, DAILY, LED_TO_LOSS, any(&[HARD_HOME.options, LED_TO_DANGER.options])],
        floor(Level::Php),
        &["tip-47", "medicare-php"],
    ),
    rule(
        "use.no_day_harm",
        &[
            HARDER,
            NO_DAY_WITHOUT,
            DAILY,
            LED_TO_DANGER,
            any(&[of("home", &["alone", "mixed", "no_place", "unsafe"]), LED_TO_LOSS.options]),
        ],
        floor(Level::Php),
        &["tip-47", "medicare-php"],
    ),
    rule(
        "use.no_home",
        &[HARDER, NO_DAY_WITHOUT, DAILY, LED_TO_HARM, NO_SAFE_HOME],
        floor(Level::DayAndNight),
        &["tip-47", "mericle-2021"],
    ),
    rule("home.use", &[HARDER, OFTEN, HARD_HOME], floor(Level::Iop), &["tip-47", "mericle-2021"]),
    // Floors: mental health.
    rule("mind.some", &[is("mind", &["some"])], floor(Level::Outpatient), &["tip-42"]),
    rule("mind.most_days", &[is("mind", &["most_days"])], floor(Level::Iop), &["tip-42", "medicare-iop"]),
    rule("mind.nearly_always", &[is("mind", &["nearly_always"])], floor(Level::Iop), &["medicare-iop"]),
    rule(
        "mind.nearly_always_more",
        &[
            is("mind", &["nearly_always"]),
            any(&[
                of("suicide", &["wish", "often", "attempt", "attempt_past", "plan"]),
                of("signs", &["self_harm", "eating", "energy", "unreal", "cannot_care"]),
                HARD_HOME.options,
                of("recent", &["stay", "left", "php"]),
            ]),
        ],
        floor(Level::Php),
        &["medicare-php", "medicare-php-lcd"],
    ),
    rule(
        "signs.self_harm_teen",
        &[is("signs", &["self_harm"]), is("who", &["me_teen", "my_teen"])],
        and(floor(Level::Iop), AddOn::SafetyPlan),
        &["nimh-asq", "medicare-iop"],
    ),
    rule(
        "signs.self_harm",
        &[is("signs", &["self_harm"])],
        and(floor(Level::Outpatient), AddOn::SafetyPlan),
        &["nimh-asq"],
    ),
    rule("signs.unreal", &[is("signs", &["unreal"])], floor(Level::Iop), &["tip-42", "medicare-iop"]),
    rule(
        "signs.cannot_care",
        &[is("signs", &["cannot_care"])],
        floor(Level::DayAndNight),
        &["medicare-php-lcd", "cochrane-day-hospital"],
    ),
    // Floors: suicide.
    rule(
        "suicide.wish",
        &[is("suicide", &["wish", "attempt_past"])],
        and(floor(Level::Outpatient), AddOn::SafetyPlan),
        &["nimh-asq", "tip-50"],
    ),
    rule(
        "suicide.past",
        &[is("suicide", &["attempt_past"]), any(&[of("suicide", &["wish", "often"]), DAILY.options])],
        floor(Level::Iop),
        &["nimh-asq", "tip-50"],
    ),
    rule("suicide.wish_home", &[is("suicide", &["wish"]), HARD_HOME], floor(Level::Iop), &["tip-50"]),
    rule(
        "suicide.often",
        &[is("suicide", &["often"])],
        and(floor(Level::Iop), AddOn::SafetyPlan),
        &["nimh-asq", "medicare-iop"],
    ),
    rule(
        "suicide.often_more",
        &[is("suicide", &["often"]), any(&[MOST_DAYS.options, JUST_OUT.options, LED_TO_DANGER.options])],
        floor(Level::Php),
        &["nimh-asq", "medicare-php", "chung-2017"],
    ),
    // A plan or danger now is an emergency first. What comes after it is never less than after an attempt.
    rule(
        "suicide.attempt",
        &[any(&[of("suicide", &["attempt", "plan"]), of("danger", &["suicide_now"])])],
        and(floor(Level::Php), AddOn::SafetyPlan),
        &["nimh-asq", "medicare-php"],
    ),
    // Not telling is not "no": somebody to talk to today is offered all the same.
    rule(
        "suicide.untold",
        &[any(&[of("danger", &["skip"]), of("suicide", &["unsure", "skip"])])],
        adds(AddOn::SafetyPlan),
        &["nimh-asq"],
    ),
    // Floors: both at once.
    rule("dual", &[MOST_DAYS, OFTEN], and(floor(Level::Iop), AddOn::DualDiagnosis), &["tip-42"]),
    rule(
        "dual.more",
        &[MOST_DAYS, HARDER, DAILY, LED_TO_SERIOUS, NO_WEEK_WITHOUT],
        floor(Level::Php),
        &["tip-42", "medicare-php"],
    ),
    // Floors: care now, and care that was not enough: one step up from it, not two.
    rule("recent.stay", &[JUST_OUT], floor(Level::Iop), &["tip-47", "chung-2017"]),
    rule(
        "recent.stay_more",
        &[
            JUST_OUT,
            any(&[MOST_DAYS.options, of("suicide", &["often", "attempt"])]),
            any(&[NOT_BETTER.options, of("suicide", &["often", "attempt"]), of("mind", &["nearly_always"])]),
        ],
        floor(Level::Php),
        &["chung-2017", "medicare-php-lcd"],
    ),
    rule("recent.stay_home", &[JUST_OUT, HARDER, DAILY, HARD_HOME], floor(Level::Php), &["tip-47", "mericle-2021"]),
    rule("recent.php", &[is("recent", &["php"])], floor(Level::Iop), &["tip-47", "medicare-iop"]),
    rule("tried.weekly", &[ANY_CARE, NOT_BETTER, OFTEN], floor(Level::Iop), &["tip-47", "mccarty-2014"]),
    rule(
        "tried.weekly_mind",
        &[ANY_CARE, is("after", &["not_enough"]), is("mind", &["some", "most_days", "nearly_always"])],
        floor(Level::Iop),
        &["tip-42", "medicare-iop"],
    ),
    rule(
        "tried.more",
        &[MUCH_CARE, NOT_BETTER, any(&[MOST_DAYS.options, DAILY.options])],
        floor(Level::Php),
        &["medicare-php-lcd", "tip-47"],
    ),
    rule(
        "tried.more_use",
        &[MUCH_CARE, NOT_BETTER, HARDER, OFTEN, NO_MONTH_WITHOUT],
        floor(Level::Php),
        &["tip-47", "medicare-php"],
    ),
    rule(
        "tried.more_risk",
        &[is("care", &["php", "stay"]), NOT_BETTER, DAILY, HARDER, NO_WEEK_WITHOUT, LED_TO_DANGER, HARD_HOME],
        floor(Level::DayAndNight),
        &["tip-47", "mccarty-2014"],
    ),
    // A step down: true only where nothing asks for more than outpatient care.
    Rule {
        max_level: Level::Outpatient,
        ..rule(
            "recent.iop",
            &[is("recent", &["iop"]), is("after", &["better"])],
            and(floor(Level::Outpatient), AddOn::Aftercare),
            &["tip-47"],
        )
    },
    // Add-ons.
    rule(
        "add.opioid_medication",
        &[
            is("substances", &["opioids"]),
            any(&[
                of("use", &["some", "weekly", "daily", "unsure", "skip"]),
                of("heavy", &["weekly", "daily", "unsure"]),
            ]),
        ],
        and(adds(AddOn::OpioidMedication), AddOn::Naloxone),
        &["tip-63"],
    ),
    // Powders and pills that are sold as something else can hold fentanyl.
    rule(
        "add.naloxone",
        &[is("substances", &["opioids", "stimulants", "other", "unsure", "skip"])],
        adds(AddOn::Naloxone),
        &["overdose-toolkit", "tip-63"],
    ),
    rule(
        "add.alcohol_medication",
        &[is("substances", &["alcohol"]), OFTEN],
        adds(AddOn::AlcoholMedication),
        &["samhsa-iop-2021", "niaaa-levels"],
    ),
    rule("add.housing", &[is("home", &["no_place"])], adds(AddOn::Housing), &["tip-47", "mericle-2021"]),
    rule(
        "add.dv",
        &[is("home", &["unsafe"])],
        and(adds(AddOn::DomesticViolence), AddOn::Housing),
        &["tip-25", "tip-47"],
    ),
    rule("add.discharge", &[is("recent", &["stay"])], adds(AddOn::Discharge), &["chung-2017", "tip-63"]),
    rule(
        "add.perinatal",
        &[is("body", &["pregnant", "new_parent"])],
        adds(AddOn::Perinatal),
        &["tip-63", "hrsa-maternal"],
    ),
    rule(
        "add.family",
        &[is("who", &["me_teen", "my_teen", "other_adult"])],
        adds(AddOn::Family),
        &["tip-47", "tip-35"],
    ),
    rule("child", &[is("who", &["child"])], Effect { no_level: true, ..NOTHING }, &["samhsa-988"]),
];
