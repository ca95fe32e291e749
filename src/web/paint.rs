//! Turns the parts of a screen into elements.

use super::dom::{Element, Page};
use crate::screen::{Act, Attr, Catalog, Part};

/// A screen as painted: what each pressable element does, and where focus can go.
#[derive(Default)]
pub struct Painted {
    /// What each element with an `act` number does.
    pub acts: Vec<Act>,
    /// The elements that take focus when the screen is shown: the heading, or the error summary before it.
    pub targets: Vec<Element>,
    /// The choices, with the option that each stands for.
    pub choices: Vec<(Element, usize)>,
}

/// Paints these parts into `stage`, in place of what was there.
pub fn paint(page: &Page, stage: &Element, parts: &[Part], words: &dyn Catalog) -> Painted {
    let mut painted = Painted::default();
    stage.clear();
    for part in parts {
        add(page, stage, part, words, &mut painted);
    }
    painted
}

fn add(page: &Page, parent: &Element, part: &Part, words: &dyn Catalog, painted: &mut Painted) {
    let said = part.words.as_ref().map(|w| w.say(words));
    if part.parts.is_empty() && said.as_deref() == Some("") {
        return;
    }
    let element = page.element(part.tag);
    if !part.class.is_empty() {
        element.set("class", part.class);
    }
    match part.tag {
        "button" => element.set("type", "button"),
        "form" => element.set("autocomplete", "off"),
        _ => {}
    }
    for attr in &part.attrs {
        attribute(page, parent, &element, attr, words, painted);
    }
    if let Some(act) = part.act {
        element.set("data-act", &painted.acts.len().to_string());
        painted.acts.push(act);
        if let Act::Choose(option) = act {
            painted.choices.push((element.clone(), option));
        }
    }
    if let Some(said) = said {
        element.say(page, &said);
    }
    parent.append(&element);
    for part in &part.parts {
        add(page, &element, part, words, painted);
    }
}

fn attribute(
    page: &Page,
    parent: &Element,
    element: &Element,
    attr: &Attr,
    words: &dyn Catalog,
    painted: &mut Painted,
) {
    match attr {
        Attr::Href(address) => {
            element.set("href", address);
            element.set("target", "_blank");
            element.set("rel", "noopener noreferrer");
        }
        Attr::Name(name) => element.set("aria-label", &name.say(words)),
        Attr::Choice { many, chosen } => {
            element.set("type", if *many { "checkbox" } else { "radio" });
            element.set("name", "choice");
            element.set("autocomplete", "off");
            element.check(*chosen);
        }
        Attr::Described => {
            // The host can ask whether an id exists among focusable elements: this one is never focusable, and
            // its id is new on every screen.
            let id = page.random_id();
            element.set("id", &id);
            parent.set("aria-describedby", &id);
        }
        Attr::Target => {
            element.set("tabindex", "-1");
            painted.targets.push(element.clone());
        }
        Attr::Reachable => {
            element.set("tabindex", "0");
            element.set("role", "region");
        }
        Attr::Scope(scope) => element.set("scope", scope),
        Attr::Lang(lang) => element.set("lang", lang),
    }
}
