//! The kinds of danger that come before everything else, the answers that name them, and whom to reach.

use super::questions::of;
use super::rules::RULES;
use crate::engine::{AddOn, Set, Step};

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
    pub const fn answers(self) -> Set {
        match self {
            Danger::Medical => of("danger", &["medical"]),
            Danger::Withdrawal => of("danger", &["withdrawal_now"]),
            Danger::BeingHurt => of("danger", &["being_hurt"]),
            Danger::HarmOthers => of("danger", &["harm_others"]),
            Danger::Suicide => of("danger", &["suicide_now"]).or(of("suicide", &["plan"])),
        }
    }
    /// Whom to reach, in the order in which they are shown.
    pub const fn lines(self) -> &'static [&'static [Line]] {
        match self {
            Danger::Medical => &[&[CALL_911, POISON]],
            Danger::Withdrawal => &[&[CALL_911]],
            Danger::BeingHurt => &[&[CALL_911], VIOLENCE],
            Danger::HarmOthers => &[&[CALL_911, CALL_988]],
            Danger::Suicide => &[LIFELINE, &[CALL_911]],
        }
    }
}

/// Every answer that names a danger.
pub const DANGERS: Set = {
    let mut answers = Set::NONE;
    let mut index = 0;
    while index < Danger::ALL.len() {
        let kind = Danger::ALL[index];
        assert!(kind as usize == index, "Danger::ALL lists the kinds in their order");
        assert!(!answers.meets(kind.answers()), "an answer names one kind of danger, so that one screen speaks of it");
        answers = answers.or(kind.answers());
        index += 1;
    }
    answers
};

/// An emergency without a screen that says what to do would show nothing, so it does not compile. Nor does a kind of
/// danger that no rule calls an emergency.
const _: () = {
    let mut emergencies = Set::NONE;
    let mut index = 0;
    while index < RULES.len() {
        if matches!(RULES[index].effect.step, Some(Step::Emergency)) {
            let mut clause = 0;
            while clause < RULES[index].when.len() {
                emergencies = emergencies.or(RULES[index].when[clause].options);
                clause += 1;
            }
        }
        index += 1;
    }
    assert!(
        DANGERS.holds(emergencies),
        "an answer is an emergency and has no kind of danger: add it in content/dangers.rs"
    );
    assert!(
        emergencies.holds(DANGERS),
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
}

const fn line(key: &'static str, address: &'static str) -> Line {
    Line { key, address }
}

const CALL_911: Line = line("safety.call911", "tel:911");
const CALL_988: Line = line("safety.call988", "tel:988");
const POISON: Line = line("safety.poison", "tel:+18002221222");

/// The 988 lifeline, and the text line beside it.
const LIFELINE: &[Line] = &[
    CALL_988,
    line("safety.text988", "sms:988"),
    line("safety.chat988", "https://988lifeline.org/chat/"),
    line("safety.crisis_text", "sms:741741"),
];

/// The domestic violence line.
const VIOLENCE: &[Line] = &[line("safety.dv", "tel:+18007997233"), line("safety.dv_text", "sms:88788")];

/// The lines that stand with an add-on.
pub const fn lines_of(add_on: AddOn) -> &'static [Line] {
    match add_on {
        AddOn::SafetyPlan => LIFELINE,
        AddOn::DomesticViolence => VIOLENCE,
        _ => &[],
    }
}
