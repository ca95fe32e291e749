//! Danger now: what to do first, before anything else is asked or offered.

use super::View;
use super::part::{Act, Attr, Channel, Sheet, Words};
use crate::content::{QUESTIONNAIRE, Voice};

/// The kinds of danger, the most urgent first, with the answers that name each.
const KINDS: [(&str, &[(&str, &str)]); 5] = [
    ("medical", &[("danger", "medical")]),
    ("withdrawal", &[("danger", "withdrawal_now")]),
    ("being_hurt", &[("danger", "being_hurt")]),
    ("harm_others", &[("danger", "harm_others")]),
    ("suicide", &[("danger", "suicide_now"), ("suicide", "plan")]),
];

/// The safety screen: a full step, not a dialog. Back works, and the visitor may go on.
pub(super) fn safety(view: &View, sheet: &mut Sheet) {
    sheet.put("section step safety(div nav(button back quiet(", &[]).act(Act::Back).put("{nav.back}))", &[]);
    dangers(view, sheet, "div danger(h2 heading!{safety.title.$}");
    // Chest pain is not about feeling safe.
    let key = if names(view, "medical") || names(view, "withdrawal") { "safety.past" } else { "safety.go_on" };
    sheet.put("div actions(button quiet(", &[]).act(Act::GoOn).words(Words::key(key, &[])).put(")))", &[]);
}

/// One kind of danger, under a heading of its own.
pub(super) const DANGER: &str = "div danger(h3 heading{safety.title.$}";

/// What to do for each danger named, and more ways to get help. The first is written as `first` says, the others with a
/// heading below it.
pub(super) fn dangers(view: &View, sheet: &mut Sheet, first: &'static str) {
    let mut markup = first;
    let mut calls = Calls { spanish: view.lang == "es", class: "call first" };
    for (kind, _) in KINDS {
        if names(view, kind) {
            sheet.put(markup, &[kind]);
            danger(view, sheet, kind, &mut calls);
            sheet.put(")", &[]);
            markup = DANGER;
        }
    }
    if names(view, "medical") {
        overdose(view, sheet);
    }
    if names(view, "suicide") || names(view, "harm_others") {
        calls.others(sheet);
    }
}

/// Whether an answer that counts names this kind of danger.
fn names(view: &View, kind: &str) -> bool {
    let named = view.visit.dangers();
    KINDS.iter().filter(|(id, _)| *id == kind).flat_map(|(_, answers)| *answers).any(|(question, option)| {
        let option = QUESTIONNAIRE.question(question).and_then(|q| q.option(option));
        option.is_some_and(|option| named.meets(option))
    })
}

/// The first thing to do stands before the words that explain it, but for somebody who is being hurt: they read first
/// that it is not their fault, and that it is up to them.
fn danger(view: &View, sheet: &mut Sheet, kind: &str, calls: &mut Calls) {
    match kind {
        "suicide" => {
            calls.lifeline(sheet.put("p{safety.lead.suicide}", &[]));
            calls.emergency(sheet.put("p{safety.text.suicide}", &[]));
        }
        "being_hurt" => {
            calls.emergency(sheet.put("p{safety.text.being_hurt}", &[]));
            calls.violence(sheet, view.voice());
        }
        _ => {
            calls.emergency(sheet);
            if kind == "harm_others" {
                calls.lifeline(sheet);
            }
            sheet.put("p{safety.text.$}", &[kind]);
        }
    }
}

/// What whoever is near can do in an overdose, unfolded for somebody who is not the one in danger.
fn overdose(view: &View, sheet: &mut Sheet) {
    sheet.put("details fold(", &[]);
    if matches!(view.voice(), Voice::Child | Voice::Other) {
        sheet.attr(Attr::Unfolded);
    }
    sheet.put("summary{safety.overdose}ol(", &[]);
    for step in ["call", "naloxone", "again", "breaths", "side", "stay"] {
        sheet.put("li{safety.overdose.$}", &[step]);
    }
    sheet.put(")p{safety.poison})", &[]);
}

/// Links to people who help, in a language, each with the class names that say how much it stands out.
pub(super) struct Calls {
    spanish: bool,
    class: &'static str,
}

impl Calls {
    /// Links of which none stands out.
    pub(super) fn quiet(view: &View) -> Calls {
        Calls { spanish: view.lang == "es", class: "call" }
    }
    /// Emergency services.
    fn emergency(&mut self, sheet: &mut Sheet) {
        self.call(sheet, "safety.call911", "tel:911");
    }
    /// The 988 lifeline, by voice or in writing.
    pub(super) fn lifeline(&mut self, sheet: &mut Sheet) {
        sheet.put("div pair(", &[]);
        self.call(sheet, "safety.call988", "tel:988");
        self.call(sheet, "safety.text988", self.one("sms:988", "sms:988?&body=AYUDA"));
        sheet.put(")", &[]);
    }
    /// The line for somebody who is being hurt: for those under 18 the one for children, with the other for a parent.
    pub(super) fn violence(&mut self, sheet: &mut Sheet, voice: Voice) {
        if matches!(voice, Voice::Teen | Voice::Child) {
            self.call(sheet, "safety.childhelp", "tel:+18004224453");
            self.call(sheet, "safety.childhelp_text", "sms:+18004224453");
        }
        if voice != Voice::Teen {
            self.call(sheet, "safety.dv", "tel:+18007997233");
        }
        if matches!(voice, Voice::Own | Voice::Other) {
            self.call(sheet, "safety.dv_text", "sms:88788?&body=START");
        }
    }
    /// Other ways to somebody who listens, folded.
    pub(super) fn others(&self, sheet: &mut Sheet) {
        sheet.put("details fold(summary{safety.more}ul lines(", &[]);
        let chat = self.one("https://988lifeline.org/chat/", "https://chat.988lifeline.org/?lang=es");
        link(sheet.put("li(", &[]), "", "safety.chat988", chat);
        let text = self.one("sms:741741?&body=HOME", "sms:741741?&body=HOLA");
        link(sheet.put(")li(", &[]), "", "safety.crisis_text", text);
        sheet.put(")", &[]);
        for who in ["spanish", "veterans", "deaf", "trevor", "expect", "someone"] {
            sheet.put("li{safety.$}", &[who]);
        }
        sheet.put("))", &[]);
    }
    /// The address for the language.
    fn one(&self, english: &'static str, spanish: &'static str) -> &'static str {
        if self.spanish { spanish } else { english }
    }
    fn call(&mut self, sheet: &mut Sheet, key: &str, address: &str) {
        link(sheet, self.class, key, address);
        self.class = "call";
    }
}

fn link(sheet: &mut Sheet, class: &'static str, key: &str, address: &str) {
    let channel = match address.as_bytes()[0] {
        b't' => Channel::Phone,
        b's' => Channel::Text,
        _ => Channel::Link,
    };
    sheet.link(class, Words::key(key, &[]), address, channel);
}
