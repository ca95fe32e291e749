//! The kinds of danger that come before everything else, the answers that name them, and whom to reach.

use super::Audience;
use super::questions::of;
use super::rules::RULES;
use crate::engine::{AddOn, OptionSet, Step};

/// A kind of danger, the most urgent first. Each has a safety screen of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Danger {
    /// A medical emergency.
    Medical,
    /// Dangerous withdrawal.
    Withdrawal,
    /// Somebody hurts the person, or they are not safe where they are.
    BeingHurt,
    /// The person might hurt somebody, or voices tell them to.
    HarmOthers,
    /// Suicide.
    Suicide,
}

impl Danger {
    /// Every kind, the most urgent first: the order in which they are shown.
    pub const ALL: [Danger; 5] =
        [Danger::Medical, Danger::Withdrawal, Danger::BeingHurt, Danger::HarmOthers, Danger::Suicide];

    /// Stable public name, and the last part of the keys of its words.
    pub const fn id(self) -> &'static str {
        match self {
            Danger::Medical => "medical",
            Danger::Withdrawal => "withdrawal",
            Danger::BeingHurt => "being_hurt",
            Danger::HarmOthers => "harm_others",
            Danger::Suicide => "suicide",
        }
    }
    /// The answers that name it.
    pub const fn answers(self) -> OptionSet {
        match self {
            Danger::Medical => of("danger", &["medical"]),
            Danger::Withdrawal => of("danger", &["withdrawal_now"]),
            Danger::BeingHurt => of("danger", &["being_hurt"]),
            Danger::HarmOthers => of("danger", &["harm_others"]),
            Danger::Suicide => of("danger", &["suicide_now"]).union(of("suicide", &["plan"])),
        }
    }
    /// Whom to reach, in the order in which they are shown, by who is spoken to.
    pub const fn lines(self, audience: Audience) -> &'static [&'static [Line]] {
        match (self, audience) {
            (Danger::Medical | Danger::Withdrawal, _) => &[&[CALL_911]],
            // A teen is sent to people who help teens, and a parent to both.
            (Danger::BeingHurt, Audience::Teen) => &[&[CALL_911], CHILDHELP],
            (Danger::BeingHurt, Audience::Child) => &[&[CALL_911], CHILDHELP, VIOLENCE],
            (Danger::BeingHurt, _) => &[&[CALL_911], VIOLENCE],
            (Danger::HarmOthers, _) => &[&[CALL_911], LIFELINE],
            (Danger::Suicide, _) => &[LIFELINE, &[CALL_911]],
        }
    }
    /// Whether a body is in danger, and so help comes to the person.
    pub const fn is_of_the_body(self) -> bool {
        matches!(self, Danger::Medical | Danger::Withdrawal)
    }
}

/// What to do in an overdose, in order: the last part of the keys of its words.
pub const OVERDOSE: [&str; 6] = ["call", "naloxone", "again", "breaths", "side", "stay"];

/// Every answer that names a danger.
pub const DANGERS: OptionSet = {
    let mut answers = OptionSet::NONE;
    let mut index = 0;
    while index < Danger::ALL.len() {
        let kind = Danger::ALL[index];
        assert!(kind as usize == index, "Danger::ALL lists the kinds in their order");
        assert!(
            !answers.intersects(kind.answers()),
            "an answer names one kind of danger, so that one screen speaks of it"
        );
        answers = answers.union(kind.answers());
        index += 1;
    }
    answers
};

/// An emergency without a screen that says what to do would show nothing, so it does not compile. Nor does a kind of
/// danger that no rule calls an emergency.
const _: () = {
    let mut emergencies = OptionSet::NONE;
    let mut index = 0;
    while index < RULES.len() {
        if matches!(RULES[index].effect.step, Some(Step::Emergency)) {
            let mut clause = 0;
            while clause < RULES[index].when.len() {
                emergencies = emergencies.union(RULES[index].when[clause].options);
                clause += 1;
            }
        }
        index += 1;
    }
    assert!(
        DANGERS.contains_all(emergencies),
        "an answer is an emergency and has no kind of danger: add it in content/dangers.rs"
    );
    assert!(
        emergencies.contains_all(DANGERS),
        "an answer has a kind of danger and no rule of content/rules.rs makes it an emergency"
    );
};

/// A way to reach help: what its link says, and where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The key of its words.
    pub key: &'static str,
    /// The address.
    pub address: &'static str,
    /// The address in Spanish: another word is sent there, or another page opened.
    pub spanish: &'static str,
}

impl Line {
    /// The address for a page in this language.
    pub fn address(&self, lang: &str) -> &'static str {
        if lang == "es" { self.spanish } else { self.address }
    }
}

const fn line(key: &'static str, address: &'static str) -> Line {
    Line { key, address, spanish: address }
}

const CALL_911: Line = line("safety.call911", "tel:911");
const CALL_988: Line = line("safety.call988", "tel:988");
const TEXT_988: Line = Line { spanish: "sms:988?&body=AYUDA", ..line("safety.text988", "sms:988") };

/// The 988 lifeline, by voice or in writing.
const LIFELINE: &[Line] = &[CALL_988, TEXT_988];

/// Other ways to somebody who listens.
pub const LISTENERS: &[Line] = &[
    Line {
        spanish: "https://chat.988lifeline.org/?lang=es",
        ..line("safety.chat988", "https://988lifeline.org/chat/")
    },
    Line { spanish: "sms:741741?&body=HOLA", ..line("safety.crisis_text", "sms:741741?&body=HOME") },
];

/// The domestic violence line.
const VIOLENCE: &[Line] = &[line("safety.dv", "tel:+18007997233"), line("safety.dv_text", "sms:88788?&body=START")];

/// The line for children and teens who are hurt or afraid at home.
const CHILDHELP: &[Line] =
    &[line("safety.childhelp", "tel:+18004224453"), line("safety.childhelp_text", "sms:+18004224453")];

/// The line for mental health in pregnancy and after a birth.
const PERINATAL: &[Line] =
    &[line("safety.perinatal", "tel:+18338526262"), line("safety.perinatal_text", "sms:+18338526262")];

/// The line that stays on the telephone with somebody who uses drugs alone.
const SAFESPOT: &[Line] = &[line("safety.safespot", "tel:+18009720590")];

/// The lines that stand with an add-on, by who is spoken to.
pub const fn lines_of(add_on: AddOn, audience: Audience) -> &'static [&'static [Line]] {
    match (add_on, audience) {
        (AddOn::SafetyPlan, _) => &[LIFELINE],
        (AddOn::DomesticViolence, Audience::Teen) => &[CHILDHELP],
        (AddOn::DomesticViolence, Audience::Child) => &[CHILDHELP, VIOLENCE],
        (AddOn::DomesticViolence, _) => &[VIOLENCE],
        (AddOn::Perinatal, _) => &[PERINATAL],
        // A parent is told of naloxone, and not how a child could use alone.
        (AddOn::Naloxone, Audience::Adult | Audience::Teen | Audience::Other) => &[SAFESPOT],
        _ => &[],
    }
}
