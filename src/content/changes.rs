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
    /// The questions and rules that are new, changed or gone, with the outcomes that move because of them: for whom, from
    /// which level, first step or add-on to which. "None" is an answer, and says why. The first version, before which
    /// there was nothing, leaves it empty.
    pub moves: &'static [(&'static [&'static str], &'static str)],
}

/// Every version, the newest first. `docs/rules` has the tables of each, as a text that can be compared.
pub const CHANGES: &[Change] = &[
    Change {
        version: "2.0.0",
        date: "2026-11-30",
        what: "Facts in place of guesses: what happened is asked, and not how soon something could happen. Suicide and use \
               are asked of everyone. One step up from what was not enough, and no single self-rating leads to PHP. Of an \
               assumed population 1.1.0 sent 62 of 100 to PHP or 24-hour care; see “Stated population” for 2.0.0. \
               Where the draft of these rules left somebody without a first step, the safer reading was taken: what is \
               not told never takes a medical check away, and so `check.daily`, `check.weekly`, `check.sedatives` and \
               `medical.pregnant` read it too. No clinician has signed it yet.",
        moves: &[
            (
                &["at most"],
                "None: one question more may be asked, 16 in place of 15, and nobody’s level depends on how many are.",
            ),
            (
                &["questions"],
                "None: suicide is asked before everything but danger and what it is about. The order moves no outcome.",
            ),
            (
                &[
                    "question return_soon",
                    "question stakes",
                    "rule risk.low",
                    "rule risk.weeks_safety",
                    "rule risk.this_week_setbacks",
                    "rule risk.this_week_safety",
                    "rule risk.today_setbacks",
                    "rule risk.today_safety",
                    "rule risk.today_safety_alone",
                ],
                "Gone, with the guesses that they asked for. Whoever feared to use again within a week or today, and had \
                 setbacks or worse to fear, was sent to PHP or 24-hour care; now the level follows from what happened.",
            ),
            (
                &["question longest", "question led_to"],
                "New: the longest time without, and what use led to, in three months. What follows is told rule by rule.",
            ),
            (
                &["question days", "rule days.with_help", "rule days.not_managing"],
                "Gone: nobody is sent to IOP or PHP any more for help with the day alone. What of it counts is in the \
                 answers to mind, signs and led_to.",
            ),
            (
                &[
                    "question now",
                    "question tried",
                    "question care",
                    "question recent",
                    "question after",
                    "rule now.php",
                    "rule now.day_and_night",
                    "rule now.day_and_night_more",
                    "rule now.iop",
                    "rule tried.iop",
                    "rule tried.more_days",
                ],
                "What was tried is now three facts: which care there was, whether it goes on or has just ended, and \
                 whether it helped. IOP in the past year led to PHP, and PHP or a stay often to 24-hour care, however well \
                 they had worked; now only care that was not enough leads up, and by one step.",
            ),
            (
                &["rule tried.weekly", "rule tried.weekly_mind"],
                "Weekly care led to IOP for everyone who had it. Now it does where it was not enough or problems came back, \
                 with use every week, or with mental health in the way on some days or more.",
            ),
            (
                &["rule tried.more", "rule tried.more_use"],
                "IOP, PHP or a stay led to PHP for everyone who had it. Now it does where it was not enough or problems \
                 came back, with mental health in the way on most days, daily use, or use every week and no month without.",
            ),
            (
                &["rule tried.more_risk"],
                "24-hour care after PHP or a stay now wants five facts more: that it was not enough, daily use, no week \
                 without, injury or overdose, and a home that does not help.",
            ),
            (
                &[
                    "rule recent.stay",
                    "rule recent.stay_more",
                    "rule recent.stay_home",
                    "rule recent.php",
                    "rule recent.iop",
                ],
                "Whoever leaves a stay is still told IOP, and PHP with more: not better, frequent thoughts of suicide, or \
                 daily use before and a home that does not help. From PHP still IOP. From IOP outpatient with aftercare, \
                 now only where it helped.",
            ),
            (
                &["question danger"],
                "Violence is two answers now: being hurt, and hurting others. More than one can be chosen.",
            ),
            (
                &[
                    "rule emergency.withdrawal",
                    "rule emergency.suicide",
                    "rule emergency.violence",
                    "rule emergency.withdrawal_now",
                    "rule emergency.suicide_now",
                    "rule emergency.harm_others",
                    "rule emergency.being_hurt",
                ],
                "Renamed after their answers, each still an emergency. The domestic violence line goes to whoever is hurt, \
                 and no longer to whoever might hurt others.",
            ),
            (
                &["question suicide", "rule suicide.passing", "rule suicide.wish"],
                "Suicide is asked of everyone, so that whoever came for substances alone is now offered a safety plan and, \
                 with more, a level and a first step for it. A wish to be dead is outpatient, as passing thoughts were.",
            ),
            (
                &["rule suicide.past", "rule suicide.wish_home"],
                "New: an attempt longer ago with thoughts now or daily use, and a wish to be dead with a home that does not \
                 help, go from outpatient to IOP.",
            ),
            (
                &["rule suicide.often_mind", "rule suicide.often_more"],
                "Thoughts on many days still lead to PHP where mental health is in the way on most days; now also just out of \
                 a stay, and with an injury or overdose.",
            ),
            (
                &["rule suicide.attempt", "rule suicide.now"],
                "None: the two are one rule now, and a plan, an attempt or danger now is PHP as before.",
            ),
            (
                &["question mind", "rule mind.cannot_care", "rule urgent.mind"],
                "Not being able to care for oneself is asked among the signs, and no longer the end of a scale. It is still \
                 24-hour care and a medical team today.",
            ),
            (
                &["rule mind.nearly_always", "rule mind.nearly_always_more"],
                "Nearly every day very little done goes from PHP to IOP by itself, and to PHP with one fact more.",
            ),
            (
                &[
                    "question signs",
                    "rule signs.self_harm",
                    "rule signs.self_harm_teen",
                    "rule signs.unreal",
                    "rule signs.cannot_care",
                    "rule urgent.unreal",
                    "rule urgent.cannot_care",
                    "rule check.energy",
                    "rule check.eating",
                ],
                "New: self-harm brings a safety plan, for a teen IOP; voices or visions bring a medical team today and IOP; \
                 days of little sleep and much energy, and trouble with eating, bring a medical check.",
            ),
            (
                &["question heavy"],
                "New: whoever came for mental health alone is asked how often they drink a lot or use drugs, and is then \
                 told all that follows from it.",
            ),
            (
                &["question substances", "question withdrawal"],
                "Alcohol comes first. Not having tried to stop is an answer, and means that what it brings is not known.",
            ),
            (
                &["rule check.withdrawal", "rule check.daily", "rule check.weekly", "rule check.sedatives"],
                "A medical check for more people: weekly use of alcohol or sedatives with sickness on stopping, and where \
                 how often, what, or what stopping brings is not told.",
            ),
            (
                &["rule medical.severe_withdrawal", "rule medical.two_depressants", "rule medical.daily_sick"],
                "A medical team today for more people: a dangerous withdrawal from opioids before; and daily alcohol or \
                 sedatives with sickness, and no day without, an earlier detox or poor health, which was a check.",
            ),
            (
                &["question body", "rule medical.pregnant", "rule add.perinatal"],
                "In pregnancy what is not told counts as well. Pregnancy and a birth in the past year bring the line for it.",
            ),
            (
                &["rule use.daily", "rule use.daily_setbacks"],
                "Daily use of opioids alone, with nothing that it led to, goes from IOP to outpatient with medication first.",
            ),
            (
                &["rule use.short", "rule use.lost", "rule use.harm", "rule use.no_day", "rule use.no_day_harm"],
                "New, in place of the risk rules: IOP with setbacks or worse and no week without; PHP with daily use, no day \
                 without, and several serious consequences, or one and a home that does not help.",
            ),
            (
                &[
                    "question home",
                    "rule home.use",
                    "rule home.mixed",
                    "rule home.unsafe",
                    "rule home.unsafe_php",
                    "rule use.no_home",
                    "rule add.housing",
                    "rule add.dv",
                ],
                "An unsafe home no longer turns PHP into 24-hour care. With daily use, no day without, setbacks or more and no \
                 safe place to live it does. No steady place is an answer of its own, and is offered housing.",
            ),
            (
                &["rule dual", "rule dual.more", "rule dual.use", "rule dual.risk"],
                "Both at once goes from PHP to IOP, and to PHP with daily use, serious consequences and no week without.",
            ),
            (
                &["rule add.opioid_medication", "rule add.naloxone"],
                "Opioid medication for any use in the last month, or use that is not told. Naloxone for whoever names \
                 opioids, stimulants or other drugs, or does not say what.",
            ),
            (&["rule add.alcohol_medication"], "Also for whoever came for mental health and drinks a lot every week."),
            (&["rule add.discharge"], "New: in a stay now, what to ask for before leaving."),
            (
                &["rule emergency.medical", "rule emergency.plan", "rule urgent.attempt", "rule check.body"],
                "None but through the questions that they read: what they ask for is the same, and the sources of some are new.",
            ),
        ],
    },
    Change {
        version: "1.1.0",
        date: "2026-11-30",
        what: "When somebody could come is no longer asked before the suggestion. Whoever likes can say it on the result, \
               beside the programs that it sorts: one question less for whoever was asked it, and the rules cannot see it.",
        moves: &[(&["question when"], "None: no rule read it. Programs are sorted by it as before, once it is said.")],
    },
    Change {
        version: "1.0.0",
        date: "2026-11-21",
        what: "The first version. No clinician has signed it yet.",
        moves: &[],
    },
];
