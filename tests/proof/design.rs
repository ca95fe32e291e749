//! The design's tables once more, in plain code: what each rule and each condition should say, written from the design's
//! words and not from the clauses that ship. Promise 0 is that the two agree.

use program_finder::engine::{AddOn, Level, Order, Questionnaire, Set, Step};

use AddOn::{
    Aftercare, AlcoholMedication, DomesticViolence, DualDiagnosis, Family, Housing, Naloxone, OpioidMedication,
    SafetyPlan,
};
use Level::{DayAndNight, Iop, Outpatient, Php};

/// What somebody answered, by name.
pub struct Said<'q> {
    pub q: &'q Questionnaire<'q>,
    pub answers: Set,
}

impl Said<'_> {
    /// How many of these options were chosen.
    fn count(&self, question: &str, options: &[&str]) -> usize {
        let question = self.q.question(question).expect("the design's question is there");
        let option = |id: &&str| question.option(id).expect("the design's option is there");
        options.iter().map(option).filter(|option| self.answers.meets(*option)).count()
    }
    fn is(&self, question: &str, option: &str) -> bool {
        self.count(question, &[option]) == 1
    }
    fn any(&self, question: &str, options: &[&str]) -> bool {
        self.count(question, options) > 0
    }
    fn unknown(&self, question: &str) -> bool {
        let question = self.q.question(question).expect("the design's question is there");
        self.answers.meets(question.unknown)
    }
    fn often(&self) -> bool {
        self.any("use", &["weekly", "daily"])
    }
    fn not_cannabis_alone(&self) -> bool {
        self.any("substances", &["stimulants", "opioids", "alcohol", "sedatives", "other"])
    }
    fn risky_withdrawal(&self) -> bool {
        self.any("substances", &["alcohol", "sedatives", "other"])
    }
    fn mostly_unwell(&self) -> bool {
        self.any("mind", &["most_days", "nearly_always", "cannot_care"])
    }
    fn more_tried(&self) -> bool {
        self.any("tried", &["php", "day_and_night"])
    }
    /// The row and the column of the risk table, where both are known.
    fn cell(&self) -> Option<(usize, usize)> {
        let row = ["unlikely", "weeks", "this_week", "today"].iter().position(|id| self.is("return_soon", id))?;
        let column = ["little", "setbacks", "safety"].iter().position(|id| self.is("stakes", id))?;
        Some((row, column))
    }
    /// What the risk table says. Of its last cell the lesser level; the other is a line of its own.
    fn risk(&self) -> Option<Level> {
        const TABLE: [[Level; 3]; 4] = [
            [Outpatient, Outpatient, Outpatient],
            [Outpatient, Outpatient, Iop],
            [Outpatient, Iop, Php],
            [Outpatient, Php, Php],
        ];
        self.cell().map(|(row, column)| TABLE[row][column])
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
    /// The questions that it is about.
    pub about: &'static [&'static str],
    pub when: fn(&Said) -> bool,
}

type When = fn(&Said) -> bool;

const fn line(id: &'static str, about: &'static [&'static str], when: When) -> Line {
    Line { id, floor: None, step: None, adds: &[], between: (Outpatient, DayAndNight), about, when }
}
const fn step(step: Step, id: &'static str, about: &'static [&'static str], when: When) -> Line {
    Line { step: Some(step), ..line(id, about, when) }
}
const fn floor(floor: Level, id: &'static str, about: &'static [&'static str], when: When) -> Line {
    Line { floor: Some(floor), ..line(id, about, when) }
}
const fn adds(adds: &'static [AddOn], of: Line) -> Line {
    Line { adds, ..of }
}

const RISK: &[&str] = &["return_soon", "stakes"];

/// Section 4, line by line.
#[rustfmt::skip]
pub const LINES: &[Line] = &[
    step(Step::Emergency, "emergency.medical", &["danger"], |a| a.is("danger", "medical")),
    step(Step::Emergency, "emergency.withdrawal", &["danger"], |a| a.is("danger", "withdrawal_now")),
    step(Step::Emergency, "emergency.suicide", &["danger"], |a| a.is("danger", "suicide_now")),
    adds(&[DomesticViolence], step(Step::Emergency, "emergency.violence", &["danger"], |a| a.is("danger", "violence_now"))),
    step(Step::Emergency, "emergency.plan", &["suicide"], |a| a.is("suicide", "plan")),
    // A plan, and danger now, are more serious than an attempt, and so ask for what it asks for.
    adds(&[SafetyPlan], step(Step::Medical, "urgent.attempt", &["suicide", "danger"], |a| {
        a.any("suicide", &["attempt", "plan"]) || a.is("danger", "suicide_now")
    })),
    step(Step::Medical, "urgent.mind", &["mind"], |a| a.is("mind", "cannot_care")),
    step(Step::Medical, "medical.severe_withdrawal", &["substances", "use", "withdrawal"], |a| {
        // Whoever does not say what or how often has still told of a withdrawal that was dangerous.
        let risky = a.risky_withdrawal() || a.unknown("substances");
        risky && (a.often() || a.unknown("use")) && a.is("withdrawal", "severe")
    }),
    step(Step::Medical, "medical.two_depressants", &["substances", "use", "withdrawal"], |a| {
        a.count("substances", &["alcohol", "sedatives", "opioids"]) >= 2
            && a.is("use", "daily")
            && a.any("withdrawal", &["sick", "severe"])
    }),
    step(Step::Medical, "medical.pregnant", &["body", "substances", "use"], |a| {
        let uses = a.any("use", &["some", "weekly", "daily"]) || a.unknown("use");
        a.is("body", "pregnant") && a.any("substances", &["alcohol", "opioids", "sedatives"]) && uses
    }),
    step(Step::Medical, "medical.unstable", &["body"], |a| a.is("body", "unstable")),
    step(Step::Check, "check.withdrawal", &["substances", "use", "withdrawal"], |a| {
        let sick = a.any("withdrawal", &["sick", "severe"]) || a.unknown("withdrawal");
        a.risky_withdrawal() && a.is("use", "daily") && sick
    }),
    step(Step::Check, "check.sedatives", &["substances", "use"], |a| a.is("substances", "sedatives") && a.often()),
    step(Step::Check, "check.body", &["body"], |a| a.any("body", &["needs_care", "unstable"])),

    floor(Outpatient, "risk.low", RISK, |a| a.risk() == Some(Outpatient) && !a.is("return_soon", "unlikely")),
    floor(Iop, "risk.weeks_safety", RISK, |a| a.cell() == Some((1, 2))),
    floor(Iop, "risk.this_week_setbacks", RISK, |a| a.cell() == Some((2, 1))),
    floor(Php, "risk.this_week_safety", RISK, |a| a.cell() == Some((2, 2))),
    floor(Php, "risk.today_setbacks", RISK, |a| a.cell() == Some((3, 1))),
    floor(Php, "risk.today_safety", RISK, |a| a.cell() == Some((3, 2))),
    floor(DayAndNight, "risk.today_safety_alone", &["return_soon", "stakes", "home", "days"], |a| {
        a.cell() == Some((3, 2)) && (a.any("home", &["mixed", "unsafe"]) || a.is("days", "not_managing"))
    }),
    floor(Iop, "use.daily", &["use", "substances"], |a| a.is("use", "daily") && a.not_cannabis_alone()),
    floor(Iop, "days.with_help", &["days"], |a| a.is("days", "with_help")),
    floor(Php, "days.not_managing", &["days"], |a| a.is("days", "not_managing")),
    floor(Outpatient, "mind.some", &["mind"], |a| a.is("mind", "some")),
    floor(Iop, "mind.most_days", &["mind"], |a| a.is("mind", "most_days")),
    floor(Php, "mind.nearly_always", &["mind"], |a| a.is("mind", "nearly_always")),
    floor(DayAndNight, "mind.cannot_care", &["mind"], |a| a.is("mind", "cannot_care")),
    // The substance rules alone reach IOP: by daily use, or by the risk.
    adds(&[DualDiagnosis], floor(Php, "dual.use", &["mind", "use", "substances"], |a| {
        a.mostly_unwell() && a.is("use", "daily") && a.not_cannabis_alone()
    })),
    adds(&[DualDiagnosis], floor(Php, "dual.risk", &["mind", "return_soon", "stakes"], |a| {
        a.mostly_unwell() && a.risk() >= Some(Iop)
    })),
    adds(&[SafetyPlan], floor(Outpatient, "suicide.passing", &["suicide"], |a| a.is("suicide", "passing"))),
    adds(&[SafetyPlan], floor(Iop, "suicide.often", &["suicide"], |a| a.is("suicide", "often"))),
    floor(Php, "suicide.often_mind", &["suicide", "mind"], |a| a.is("suicide", "often") && a.mostly_unwell()),
    adds(&[SafetyPlan], floor(Php, "suicide.attempt", &["suicide"], |a| a.is("suicide", "attempt"))),
    adds(&[SafetyPlan], floor(Php, "suicide.now", &["suicide", "danger"], |a| {
        a.is("suicide", "plan") || a.is("danger", "suicide_now")
    })),
    adds(&[SafetyPlan], line("suicide.untold", &["danger", "suicide"], |a| a.unknown("danger") || a.unknown("suicide"))),
    // An unsafe home is more serious than a mixed one, and asks for no less.
    floor(Iop, "home.mixed", &["home", "use"], |a| a.any("home", &["mixed", "unsafe"]) && a.often()),
    floor(Iop, "now.php", &["now"], |a| a.is("now", "php")),
    floor(Iop, "now.day_and_night", &["now"], |a| a.is("now", "day_and_night")),
    // What else the design names here asks for PHP by itself.
    floor(Php, "now.day_and_night_more", &["now", "mind"], |a| a.is("now", "day_and_night") && a.mostly_unwell()),
    floor(Iop, "tried.weekly", &["tried"], |a| a.is("tried", "weekly")),
    floor(Php, "tried.iop", &["tried"], |a| a.is("tried", "iop")),
    floor(Php, "tried.more", &["tried"], |a| a.more_tried()),
    floor(DayAndNight, "tried.more_days", &["tried", "days", "mind"], |a| {
        a.more_tried() && (a.is("days", "not_managing") || a.any("mind", &["nearly_always", "cannot_care"]))
    }),
    floor(DayAndNight, "tried.more_risk", &["tried", "return_soon", "stakes"], |a| {
        a.more_tried() && a.risk() >= Some(Php)
    }),
    adds(&[Housing, DomesticViolence], line("home.unsafe", &["home"], |a| a.is("home", "unsafe"))),
    Line {
        between: (Php, DayAndNight),
        ..floor(DayAndNight, "home.unsafe_php", &["home"], |a| a.is("home", "unsafe"))
    },
    Line {
        adds: &[Aftercare],
        between: (Outpatient, Outpatient),
        ..floor(Outpatient, "now.iop", &["now", "tried"], |a| a.is("now", "iop") && a.any("tried", &["none", "weekly"]))
    },
    adds(&[OpioidMedication, Naloxone], line("add.opioid_medication", &["substances", "use"], |a| {
        a.is("substances", "opioids") && a.often()
    })),
    adds(&[Naloxone], line("add.naloxone", &["substances", "stakes"], |a| {
        a.is("substances", "opioids") && a.is("stakes", "safety")
    })),
    adds(&[AlcoholMedication], line("add.alcohol_medication", &["substances", "use"], |a| {
        a.is("substances", "alcohol") && a.often()
    })),
    adds(&[Family], line("add.family", &["who"], |a| a.any("who", &["me_teen", "my_teen", "other_adult"]))),
    line("child", &["who"], |a| a.is("who", "child")),
];

/// One question of the design: its options in order, how they compare, and when it is asked.
pub struct Ask {
    pub id: &'static str,
    pub options: &'static [&'static str],
    pub order: Order<'static>,
    pub asked: When,
}

const NOT_CHILD: When = |a| !a.is("who", "child");
const USES: When = |a| NOT_CHILD(a) && (a.any("concern", &["substances", "both"]) || a.unknown("concern"));
const UNWELL: When = |a| NOT_CHILD(a) && (a.any("concern", &["mental_health", "both"]) || a.unknown("concern"));

/// Section 3, line by line, but for `when`, which is asked on the result and read by no rule. `unsure` and `skip` are the unknown answers, wherever they stand.
#[rustfmt::skip]
pub const ASKS: &[Ask] = &[
    Ask { id: "who", options: &["me", "me_teen", "my_teen", "other_adult", "child"], order: Order::Free, asked: |_| true },
    Ask { id: "danger", options: &["medical", "withdrawal_now", "suicide_now", "violence_now", "none", "skip"], order: Order::Together, asked: |_| true },
    Ask { id: "concern", options: &["substances", "mental_health", "both", "unsure"], order: Order::Pairs(&[(0, 2), (1, 2)]), asked: NOT_CHILD },
    Ask { id: "mind", options: &["little", "some", "most_days", "nearly_always", "cannot_care", "unsure", "skip"], order: Order::Scale, asked: UNWELL },
    Ask { id: "suicide", options: &["none", "passing", "often", "attempt", "plan", "unsure", "skip"], order: Order::Scale, asked: |a| UNWELL(a) && !a.is("danger", "suicide_now") },
    Ask { id: "substances", options: &["cannabis", "stimulants", "opioids", "alcohol", "sedatives", "other", "unsure", "skip"], order: Order::Together, asked: USES },
    Ask { id: "use", options: &["none", "some", "weekly", "daily", "unsure", "skip"], order: Order::Scale, asked: USES },
    Ask { id: "withdrawal", options: &["none", "sick", "severe", "unsure", "skip"], order: Order::Scale, asked: |a| {
        let uses = a.often() || a.unknown("use");
        uses && (a.any("substances", &["alcohol", "sedatives", "opioids", "other"]) || a.unknown("substances")) && NOT_CHILD(a)
    } },
    Ask { id: "return_soon", options: &["unlikely", "weeks", "this_week", "today", "unsure", "skip"], order: Order::Scale, asked: USES },
    Ask { id: "stakes", options: &["little", "setbacks", "safety", "unsure", "skip"], order: Order::Scale, asked: |a| {
        NOT_CHILD(a) && (a.any("return_soon", &["weeks", "this_week", "today"]) || a.unknown("return_soon"))
    } },
    Ask { id: "body", options: &["stable", "pregnant", "needs_care", "unstable", "unsure", "skip"], order: Order::Pairs(&[(0, 1), (0, 2), (2, 3)]), asked: NOT_CHILD },
    Ask { id: "home", options: &["supportive", "mixed", "unsafe", "unsure", "skip"], order: Order::Scale, asked: NOT_CHILD },
    Ask { id: "days", options: &["managing", "with_help", "not_managing", "unsure", "skip"], order: Order::Scale, asked: NOT_CHILD },
    Ask { id: "now", options: &["none", "weekly", "iop", "php", "day_and_night", "unsure", "skip"], order: Order::Scale, asked: NOT_CHILD },
    Ask { id: "tried", options: &["none", "weekly", "iop", "php", "day_and_night", "unsure", "skip"], order: Order::Scale, asked: NOT_CHILD },
];

/// The answers that are an emergency.
pub const EMERGENCIES: [(&str, &str); 5] = [
    ("danger", "medical"),
    ("danger", "withdrawal_now"),
    ("danger", "suicide_now"),
    ("danger", "violence_now"),
    ("suicide", "plan"),
];
