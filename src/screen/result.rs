//! The result: what to do first, a good place to start, why, which programs, and how to reach them.

use super::View;
use super::about::{about, contact};
use super::level::{Suggestion, compare, section};
use super::part::{Act, Attr, Part, Words, el, says};
use super::programs::programs;
use super::safety::blocks;
use crate::content::QUESTIONNAIRE;
use crate::engine::{AddOn, Step, reasons};

/// The result screen, from what cannot wait to what can.
pub(super) fn parts(view: &View) -> Vec<Part> {
    let suggestion = Suggestion::of(view);
    let placement = view.visit.placement();
    let emergency = placement.has(Step::Emergency);
    let first: Option<Step> = Step::ALL.into_iter().find(|step| placement.has(*step));

    let mut result = el("div", "result").part(el("button", "back quiet").key("nav.back").act(Act::Back));
    if emergency {
        let heading = el("h2", "heading").key("result.heading.emergency").attr(Attr::Target);
        result = result.part(el("section", "card safety").part(heading).parts(blocks(view, "h3")));
    }
    result = result.parts(first_steps(view, emergency));
    let heading = if first.is_none() {
        el("h2", "heading").words(suggestion.heading()).attr(Attr::Target)
    } else {
        el("h3", "heading").words(suggestion.heading())
    };
    let mut place = el("section", "card suggestion");
    if first.is_some() {
        place = place.part(el("p", "then").key("result.then"));
    }
    result = result.part(place.part(heading).parts(suggestion.what(view.voice())));
    if let Some(today) = add_on_list(view, true) {
        result = result.part(today);
    }
    if suggestion.level.is_some() {
        result = result.parts(suggestion.why(view));
        result = result.part(suggestion.changes(view));
    }
    result = result.parts(add_on_list(view, false));
    if suggestion.level.is_some() {
        result = result.parts(programs(view));
        result = result.part(compare(&suggestion.levels));
    }
    result = result.part(contact(view)).part(suggestion.answers(view)).part(about(view));
    vec![result.part(el("div", "actions").part(el("button", "quiet").key("nav.restart").act(Act::Restart)))]
}

/// Medical care and the medical check: a card each, with what they rest on. The first title of the screen is
/// its heading.
fn first_steps(view: &View, emergency: bool) -> Vec<Part> {
    let (voice, placement) = (view.voice(), view.visit.placement());
    let mut cards: Vec<Part> = Vec::new();
    for step in [Step::Medical, Step::Check].into_iter().filter(|step| placement.has(*step)) {
        let top = cards.is_empty() && !emergency;
        let title = Words::keys(&["step", step.id(), "title"]);
        let title = if top { el("h2", "heading").words(title).attr(Attr::Target) } else { says("h3", title) };
        let why = reasons(&QUESTIONNAIRE, view.visit.facts().known, &placement)
            .into_iter()
            .filter(|reason| reason.rule.effect.step == Some(step))
            .map(|reason| {
                el("li", "reason")
                    .part(says("p", Words::voiced_keys(&["why", reason.rule.id], voice)))
                    .parts(super::level::said(view, reason.answers, true))
            });
        cards.push(
            el("section", "card first-step")
                .part(el("p", "then").key("result.first"))
                .part(title)
                .part(says("p", Words::voiced_keys(&["step", step.id(), "text"], voice)))
                .part(el("ul", "reasons").parts(why)),
        );
        // The check is part of medical care: where that is asked for, the check is not a second step.
        if step == Step::Medical {
            break;
        }
    }
    cards
}

/// What goes beside the level. Somebody to talk to today stands before the reasons, the rest after them.
fn add_on_list(view: &View, today: bool) -> Option<Part> {
    let urgent = |add: AddOn| matches!(add, AddOn::SafetyPlan | AddOn::DomesticViolence | AddOn::Naloxone);
    let cards: Vec<Part> = view
        .visit
        .placement()
        .adds
        .iter()
        .filter(|add| urgent(*add) == today)
        .map(|add| {
            let mut card = el("div", "add")
                .part(says("h4", Words::keys(&["add", add.id(), "title"])))
                .part(says("p", Words::voiced_keys(&["add", add.id(), "text"], view.voice())));
            if matches!(add, AddOn::SafetyPlan) {
                card = card.part(el("div", "calls").parts(super::safety::lifeline()));
            }
            if matches!(add, AddOn::DomesticViolence) {
                card = card.part(el("div", "calls").parts(super::safety::violence_line()));
            }
            card
        })
        .collect();
    if cards.is_empty() {
        return None;
    }
    let title = if today { "result.today" } else { "result.adds" };
    Some(section(title).parts(cards))
}
