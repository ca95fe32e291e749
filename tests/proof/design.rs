//! The design's tables once more, in plain code: what each rule and each condition should say, written from the design's
//! words and not from the clauses that ship. Promise 0 is that the two agree.

use std::cell::Cell;

use program_finder::engine::{AddOn, Level, OptionSet, Order, Questionnaire, Step};

use AddOn::{
    Aftercare, AlcoholMedication, Discharge, DomesticViolence, DualDiagnosis, Eating, Family, Housing, Naloxone,
    OpioidMedication, Perinatal, SafetyPlan,
};
use Level::{DayAndNight, Iop, Outpatient, Php};

/// What somebody answered, by name.
pub struct Said<'q> {
    pub q: &'q Questionnaire<'q>,
    pub answers: OptionSet,
    /// The options that were looked at to say so: nothing else can have made a difference.
    pub read: Cell<OptionSet>,
}

impl<'q> Said<'q> {
    pub fn new(q: &'q Questionnaire<'q>, answers: OptionSet) -> Said<'q> {
        Said { q, answers, read: Cell::new(OptionSet::NONE) }
    }
    /// How many of these options were chosen.
    fn count(&self, question: &str, options: &[&str]) -> usize {
        let question = self.q.question(question).expect("the design's question is there");
        let option = |id: &&str| question.option(id).expect("the design's option is there");
        let options = options.iter().map(option).fold(OptionSet::NONE, OptionSet::union);
        self.read.set(self.read.get().union(options));
        options.intersection(self.answers).len()
    }
    fn is(&self, question: &str, option: &str) -> bool {
        self.count(question, &[option]) == 1
    }
    fn any(&self, question: &str, options: &[&str]) -> bool {
        self.count(question, options) > 0
    }
    fn untold(&self, question: &str) -> bool {
        self.any(question, &["unsure", "skip"])
    }
    /// How often, in whichever of the two questions it was asked.
    fn uses(&self, options: &[&str]) -> bool {
        self.any("use", options) || self.any("heavy", options)
    }
    fn daily(&self) -> bool {
        self.uses(&["daily"])
    }
    fn often(&self) -> bool {
        self.uses(&["weekly", "daily"])
    }
    /// How often is not told, and the substances are asked all the same.
    fn use_untold(&self) -> bool {
        self.untold("use") || self.is("heavy", "unsure")
    }
    /// How often is not told, and so nothing else about substances is asked.
    fn nothing_told(&self) -> bool {
        self.is("heavy", "skip")
    }
    fn more_than_cannabis(&self) -> bool {
        self.any("substances", &["stimulants", "opioids", "alcohol", "sedatives", "other"])
    }
    fn alcohol_or_sedatives(&self) -> bool {
        self.any("substances", &["alcohol", "sedatives"])
    }
    fn sick(&self) -> bool {
        self.any("withdrawal", &["sick", "severe"])
    }
    /// Stopping is not known to be easy.
    fn not_easy(&self) -> bool {
        self.sick() || self.is("withdrawal", "not_tried") || self.untold("withdrawal")
    }
    fn setbacks_or_more(&self) -> bool {
        self.is("led_to", "setbacks") || self.serious()
    }
    fn serious(&self) -> bool {
        self.lost() || self.harmed()
    }
    fn lost(&self) -> bool {
        self.any("led_to", &["missing", "loss"])
    }
    fn harmed(&self) -> bool {
        self.any("led_to", &["injury", "overdose"])
    }
    fn no_day(&self) -> bool {
        self.is("longest", "day")
    }
    fn no_week(&self) -> bool {
        self.no_day() || self.is("longest", "days")
    }
    fn no_month(&self) -> bool {
        self.no_week() || self.is("longest", "weeks")
    }
    fn no_safe_place(&self) -> bool {
        self.any("home", &["no_place", "unsafe"])
    }
    fn home_does_not_help(&self) -> bool {
        self.is("home", "mixed") || self.no_safe_place()
    }
    fn most_days(&self) -> bool {
        self.any("mind", &["most_days", "nearly_always"])
    }
    fn just_out(&self) -> bool {
        self.any("recent", &["stay", "left"])
    }
    fn any_care(&self) -> bool {
        self.is("care", "weekly") || self.much_care()
    }
    fn much_care(&self) -> bool {
        self.is("care", "iop") || self.most_care()
    }
    fn most_care(&self) -> bool {
        self.any("care", &["php", "stay"])
    }
    fn not_better(&self) -> bool {
        self.any("after", &["came_back", "not_enough"])
    }
    fn teen(&self) -> bool {
        self.any("who", &["me_teen", "my_teen"])
    }
    /// Danger now, a plan or an attempt within three months.
    fn attempt(&self) -> bool {
        self.any("suicide", &["attempt", "plan"]) || self.is("danger", "suicide_now")
    }
}

/// One rule of the design.
pub struct Line {
    pub id: &'static str,
    pub floor: Option<Level>,
    pub step: Option<Step>,
    pub adds: &'static [AddOn],
    /// Where the other rules reach no less and no more than this.
    pub between: (Level, Level),
    pub when: fn(&Said) -> bool,
}

type When = fn(&Said) -> bool;

const fn line(id: &'static str, when: When) -> Line {
    Line { id, floor: None, step: None, adds: &[], between: (Outpatient, DayAndNight), when }
}
const fn step(step: Step, id: &'static str, when: When) -> Line {
    Line { step: Some(step), ..line(id, when) }
}
const fn floor(floor: Level, id: &'static str, when: When) -> Line {
    Line { floor: Some(floor), ..line(id, when) }
}
const fn adds(adds: &'static [AddOn], of: Line) -> Line {
    Line { adds, ..of }
}

/// Section 4, line by line.
#[rustfmt::skip]
pub const LINES: &[Line] = &[
    step(Step::Emergency, "emergency.medical", |a| a.is("danger", "medical")),
    step(Step::Emergency, "emergency.withdrawal_now", |a| a.is("danger", "withdrawal_now")),
    step(Step::Emergency, "emergency.suicide_now", |a| a.is("danger", "suicide_now")),
    step(Step::Emergency, "emergency.harm_others", |a| a.is("danger", "harm_others")),
    adds(&[DomesticViolence], step(Step::Emergency, "emergency.being_hurt", |a| a.is("danger", "being_hurt"))),
    step(Step::Emergency, "emergency.plan", |a| a.is("suicide", "plan")),
    // A plan, and danger now, are more serious than an attempt, and so ask for what it asks for.
    adds(&[SafetyPlan], step(Step::Medical, "urgent.attempt", |a| a.attempt())),
    step(Step::Medical, "urgent.unreal", |a| a.is("signs", "unreal")),
    step(Step::Medical, "urgent.cannot_care", |a| a.is("signs", "cannot_care")),
    step(Step::Medical, "medical.severe_withdrawal", |a| {
        // Whoever does not say what or how often has still told of a withdrawal that was dangerous.
        let risky = a.alcohol_or_sedatives() || a.any("substances", &["opioids", "other"]) || a.untold("substances");
        risky && (a.often() || a.use_untold()) && a.is("withdrawal", "severe")
    }),
    step(Step::Medical, "medical.two_depressants", |a| {
        a.count("substances", &["alcohol", "sedatives", "opioids"]) >= 2 && a.daily() && a.sick()
    }),
    step(Step::Medical, "medical.daily_sick", |a| {
        let more = a.no_day() || a.is("care", "detox") || a.any("body", &["needs_care", "unstable"]);
        a.alcohol_or_sedatives() && a.daily() && a.sick() && more
    }),
    step(Step::Medical, "medical.pregnant", |a| {
        let what = a.any("substances", &["alcohol", "opioids", "sedatives"]) || a.untold("substances");
        let uses = a.is("use", "some") || a.often() || a.use_untold();
        a.is("body", "pregnant") && (what && uses || a.nothing_told())
    }),
    step(Step::Medical, "medical.unstable", |a| a.is("body", "unstable")),
    // What is not told about what, how often, or what stopping brings never takes a check away.
    step(Step::Check, "check.daily", |a| {
        let what = a.alcohol_or_sedatives() || a.untold("substances");
        what && (a.daily() || a.use_untold()) && a.not_easy() || a.nothing_told()
    }),
    step(Step::Check, "check.weekly", |a| {
        (a.alcohol_or_sedatives() || a.untold("substances")) && a.uses(&["weekly"]) && a.not_easy()
    }),
    step(Step::Check, "check.sedatives", |a| a.is("substances", "sedatives") && (a.often() || a.use_untold())),
    step(Step::Check, "check.body", |a| a.any("body", &["needs_care", "unstable"])),
    step(Step::Check, "check.energy", |a| a.is("signs", "energy")),
    adds(&[Eating], step(Step::Check, "check.eating", |a| a.is("signs", "eating"))),

    floor(Iop, "use.daily", |a| a.any("substances", &["stimulants", "alcohol", "sedatives", "other"]) && a.daily()),
    floor(Iop, "use.daily_setbacks", |a| {
        let more = a.is("home", "alone") || a.home_does_not_help() || a.most_days() || a.serious();
        a.more_than_cannabis() && a.daily() && a.setbacks_or_more() && more
    }),
    floor(Iop, "use.short", |a| a.more_than_cannabis() && a.often() && a.setbacks_or_more() && a.no_week()),
    floor(Iop, "use.lost", |a| a.serious() && a.no_week()),
    floor(Iop, "use.harm", |a| a.harmed() && a.no_month()),
    floor(Php, "use.no_day", |a| {
        a.more_than_cannabis() && a.daily() && a.no_day() && a.lost() && (a.home_does_not_help() || a.harmed())
    }),
    floor(Php, "use.no_day_harm", |a| {
        let more = a.is("home", "alone") || a.home_does_not_help() || a.lost();
        a.more_than_cannabis() && a.daily() && a.no_day() && a.harmed() && more
    }),
    floor(DayAndNight, "use.no_home", |a| {
        a.more_than_cannabis() && a.daily() && a.no_day() && a.setbacks_or_more() && a.no_safe_place()
    }),
    floor(Iop, "home.use", |a| a.more_than_cannabis() && a.often() && a.home_does_not_help()),

    floor(Outpatient, "mind.some", |a| a.is("mind", "some")),
    floor(Iop, "mind.most_days", |a| a.is("mind", "most_days")),
    floor(Iop, "mind.nearly_always", |a| a.is("mind", "nearly_always")),
    floor(Php, "mind.nearly_always_more", |a| {
        let thoughts = a.any("suicide", &["wish", "often", "plan", "attempt", "attempt_past"]);
        let sign = a.any("signs", &["self_harm", "eating", "energy", "unreal", "cannot_care"]);
        let out = a.just_out() || a.is("recent", "php");
        a.is("mind", "nearly_always") && (thoughts || sign || a.home_does_not_help() || out)
    }),
    adds(&[SafetyPlan], floor(Iop, "signs.self_harm_teen", |a| a.is("signs", "self_harm") && a.teen())),
    adds(&[SafetyPlan], floor(Outpatient, "signs.self_harm", |a| a.is("signs", "self_harm"))),
    floor(Iop, "signs.unreal", |a| a.is("signs", "unreal")),
    floor(DayAndNight, "signs.cannot_care", |a| a.is("signs", "cannot_care")),

    adds(&[SafetyPlan], floor(Outpatient, "suicide.wish", |a| a.any("suicide", &["wish", "attempt_past"]))),
    floor(Iop, "suicide.past", |a| a.is("suicide", "attempt_past") && (a.any("suicide", &["wish", "often"]) || a.daily())),
    floor(Iop, "suicide.wish_home", |a| a.is("suicide", "wish") && a.home_does_not_help()),
    adds(&[SafetyPlan], floor(Iop, "suicide.often", |a| a.is("suicide", "often"))),
    floor(Php, "suicide.often_more", |a| a.is("suicide", "often") && (a.most_days() || a.just_out() || a.harmed())),
    adds(&[SafetyPlan], floor(Php, "suicide.attempt", |a| a.attempt())),
    adds(&[SafetyPlan], line("suicide.untold", |a| a.is("danger", "skip") || a.untold("suicide"))),

    adds(&[DualDiagnosis], floor(Iop, "dual", |a| a.most_days() && a.often())),
    floor(Php, "dual.more", |a| a.most_days() && a.more_than_cannabis() && a.daily() && a.serious() && a.no_week()),

    floor(Iop, "recent.stay", |a| a.just_out()),
    floor(Php, "recent.stay_more", |a| {
        // Thoughts on many days, or an attempt, are enough; most days need something more.
        let risk = a.any("suicide", &["often", "attempt"]);
        a.just_out() && (risk || a.is("mind", "nearly_always") || a.most_days() && a.not_better())
    }),
    floor(Php, "recent.stay_home", |a| {
        a.just_out() && a.more_than_cannabis() && a.daily() && a.home_does_not_help()
    }),
    floor(Iop, "recent.php", |a| a.is("recent", "php")),
    floor(Iop, "tried.weekly", |a| a.any_care() && a.not_better() && a.often()),
    floor(Iop, "tried.weekly_mind", |a| {
        a.any_care() && a.is("after", "not_enough") && (a.is("mind", "some") || a.most_days())
    }),
    floor(Php, "tried.more", |a| a.much_care() && a.not_better() && (a.most_days() || a.daily())),
    floor(Php, "tried.more_use", |a| {
        a.much_care() && a.not_better() && a.more_than_cannabis() && a.often() && a.no_month()
    }),
    floor(DayAndNight, "tried.more_risk", |a| {
        let use_goes_on = a.more_than_cannabis() && a.daily() && a.no_week() && a.harmed();
        a.most_care() && a.not_better() && use_goes_on && a.home_does_not_help()
    }),
    Line {
        adds: &[Aftercare],
        between: (Outpatient, Outpatient),
        ..floor(Outpatient, "recent.iop", |a| a.is("recent", "iop") && a.is("after", "better"))
    },

    adds(&[OpioidMedication, Naloxone], line("add.opioid_medication", |a| {
        a.is("substances", "opioids") && (a.is("use", "some") || a.often() || a.use_untold())
    })),
    adds(&[Naloxone], line("add.naloxone", |a| {
        a.any("substances", &["opioids", "stimulants", "other"]) || a.untold("substances")
    })),
    adds(&[AlcoholMedication], line("add.alcohol_medication", |a| a.is("substances", "alcohol") && a.often())),
    adds(&[Housing], line("add.housing", |a| a.is("home", "no_place"))),
    adds(&[Housing, DomesticViolence], line("add.dv", |a| a.is("home", "unsafe"))),
    adds(&[Discharge], line("add.discharge", |a| a.is("recent", "stay"))),
    adds(&[Perinatal], line("add.perinatal", |a| a.any("body", &["pregnant", "new_parent"]))),
    adds(&[Family], line("add.family", |a| a.teen() || a.is("who", "other_adult"))),
    line("child", |a| a.is("who", "child")),
];

/// One question of the design: its options in order, how they compare, and when it is asked.
pub struct Ask {
    pub id: &'static str,
    pub options: &'static [&'static str],
    pub order: Order<'static>,
    pub asked: When,
}

const fn scale(id: &'static str, options: &'static [&'static str], asked: When) -> Ask {
    Ask { id, options, order: Order::Scale, asked }
}
const fn several(id: &'static str, options: &'static [&'static str], asked: When) -> Ask {
    Ask { id, options, order: Order::Together, asked }
}

const NOT_CHILD: When = |a| !a.is("who", "child");
/// Came for substances, or may have.
const CAME_FOR_USE: When = |a| NOT_CHILD(a) && (a.any("concern", &["substances", "both"]) || a.is("concern", "unsure"));
const USES: When = |a| NOT_CHILD(a) && (CAME_FOR_USE(a) || a.any("heavy", &["weekly", "daily", "unsure"]));
const UNWELL: When = |a| NOT_CHILD(a) && (a.any("concern", &["mental_health", "both"]) || a.is("concern", "unsure"));

/// Section 3, line by line. `unsure` and `skip` are the unknown answers, wherever they stand, and `not_tried`.
#[rustfmt::skip]
pub const ASKS: &[Ask] = &[
    Ask { order: Order::Free, ..scale("who", &["me", "me_teen", "my_teen", "other_adult", "child"], |_| true) },
    several("danger", &["medical", "withdrawal_now", "suicide_now", "harm_others", "being_hurt", "none", "skip"], |_| true),
    Ask { order: Order::Pairs(&[(0, 2), (1, 2)]), ..scale("concern", &["substances", "mental_health", "both", "unsure"], NOT_CHILD) },
    several("suicide", &["wish", "often", "plan", "attempt", "attempt_past", "none", "unsure", "skip"], |a| NOT_CHILD(a) && !a.is("danger", "suicide_now")),
    scale("mind", &["little", "some", "most_days", "nearly_always", "unsure", "skip"], UNWELL),
    several("signs", &["self_harm", "eating", "energy", "unreal", "cannot_care", "none", "unsure", "skip"], UNWELL),
    scale("use", &["none", "some", "weekly", "daily", "unsure", "skip"], CAME_FOR_USE),
    scale("heavy", &["none", "some", "weekly", "daily", "unsure", "skip"], |a| NOT_CHILD(a) && a.is("concern", "mental_health")),
    several("substances", &["alcohol", "opioids", "stimulants", "sedatives", "cannabis", "other", "unsure", "skip"], USES),
    scale("withdrawal", &["none", "sick", "severe", "not_tried", "unsure", "skip"], |a| {
        let more = a.any("substances", &["alcohol", "sedatives", "opioids", "other"]) || a.untold("substances");
        USES(a) && (a.often() || a.use_untold()) && more
    }),
    scale("longest", &["month", "weeks", "days", "day", "unsure", "skip"], USES),
    several("led_to", &["setbacks", "missing", "loss", "injury", "overdose", "none", "unsure", "skip"], USES),
    several("body", &["pregnant", "new_parent", "needs_care", "unstable", "none", "unsure", "skip"], NOT_CHILD),
    Ask { order: Order::Pairs(&[(0, 1), (1, 2), (2, 3), (2, 4)]), ..scale("home", &["supportive", "alone", "mixed", "no_place", "unsafe", "unsure", "skip"], NOT_CHILD) },
    several("care", &["weekly", "detox", "iop", "php", "stay", "none", "unsure", "skip"], NOT_CHILD),
    Ask { order: Order::Free, ..scale("recent", &["no", "iop", "php", "stay", "left", "unsure", "skip"], |a| NOT_CHILD(a) && (a.is("care", "detox") || a.much_care())) },
    Ask { order: Order::Pairs(&[(0, 1), (0, 2)]), ..scale("after", &["better", "came_back", "not_enough", "unsure", "skip"], |a| NOT_CHILD(a) && a.any_care()) },
];

/// The answers that are an emergency.
pub const EMERGENCIES: [(&str, &str); 6] = [
    ("danger", "medical"),
    ("danger", "withdrawal_now"),
    ("danger", "suicide_now"),
    ("danger", "harm_others"),
    ("danger", "being_hurt"),
    ("suicide", "plan"),
];
