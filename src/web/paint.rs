//! Turns the parts of a screen into elements.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::dom::{Element, random_id};
use crate::provider::decimal;
use crate::screen::{Action, Attr, Message, ViewNode, pieces};

/// A screen as painted: what each pressable element does, and where focus can go.
#[derive(Default)]
pub struct Painted {
    /// What each element with an `act` number does.
    pub acts: Vec<Action>,
    /// The elements that take focus when the screen is shown: the heading, or the error summary before it.
    pub targets: Vec<Element>,
    /// The choices, with the option that each stands for.
    pub choices: Vec<(Element, usize)>,
}

/// Paints these parts into `stage`, in place of what was there. The second level of headings is told as level `second`,
/// and those below it follow.
pub fn paint(stage: &Element, parts: &[ViewNode], second: u8, say: &dyn Fn(&Message) -> String) -> Painted {
    let mut painted = Painted::default();
    stage.clear();
    let Some(page) = stage.page() else { return painted };
    let mut open = vec![stage.clone()];
    // Numbers are links in paragraphs and lists. Elsewhere the words are a link or a button already, or a heading.
    let mut running = false;
    for part in parts {
        let Some(at) = open.last() else { break };
        match part {
            ViewNode::Open(tag, class) => {
                let Some(element) = page.element(tag) else { break };
                if !class.is_empty() {
                    element.set("class", class);
                }
                match *tag {
                    "button" => element.set("type", "button"),
                    "form" => element.set("autocomplete", "off"),
                    // Not another name: the style goes by it. More than six levels are not understood everywhere.
                    "h2" | "h3" | "h4" if second != 2 => {
                        let level = (tag.as_bytes()[1] - b'2' + second).min(6);
                        element.set("aria-level", &decimal(level.into()));
                    }
                    _ => {}
                }
                running = matches!(*tag, "p" | "li");
                at.append(&element);
                open.push(element);
            }
            ViewNode::Attr(attr) => attribute(&open, at, attr, say, &mut painted),
            ViewNode::Action(act) => {
                at.set("data-act", &decimal(painted.acts.len() as u64));
                painted.acts.push(*act);
                if let Action::Choose(option) = act {
                    painted.choices.push((at.clone(), *option));
                }
            }
            ViewNode::Message(said) => {
                let said = say(said);
                for piece in pieces(&said) {
                    let number = piece
                        .address
                        .and_then(|address| Some((page.element(if running { "a" } else { "span" })?, address)));
                    let Some((number, address)) = number else {
                        at.say(piece.words);
                        continue;
                    };
                    if running {
                        leads(&number, &address);
                    }
                    // It is never broken over two lines.
                    number.set("class", "number");
                    number.say(piece.words);
                    at.append(&number);
                }
            }
            ViewNode::Close => {
                running = false;
                open.pop();
            }
        }
    }
    painted
}

/// Makes an element a link. It opens beside the page, with no opener and no referrer.
fn leads(element: &Element, address: &str) {
    element.set("href", address);
    element.set("target", "_blank");
    element.set("rel", "noopener noreferrer");
}

fn attribute(
    open: &[Element],
    element: &Element,
    attr: &Attr,
    say: &dyn Fn(&Message) -> String,
    painted: &mut Painted,
) {
    match attr {
        Attr::Href(address) => leads(element, address),
        Attr::Name(name) => element.set("aria-label", &say(name)),
        Attr::Choice { many, chosen } => {
            element.set("type", if *many { "checkbox" } else { "radio" });
            element.set("name", "choice");
            element.set("autocomplete", "off");
            element.check(*chosen);
        }
        Attr::Described => {
            // The host can ask whether an id exists among focusable elements: this one is never focusable, and
            // its id is new on every screen.
            let id = random_id();
            element.set("id", &id);
            if let [.., parent, _] = open {
                parent.set("aria-describedby", &id);
            }
        }
        Attr::Target => {
            element.set("tabindex", "-1");
            painted.targets.push(element.clone());
        }
        Attr::Reachable => {
            element.set("tabindex", "0");
            element.set("role", "region");
        }
        Attr::Unheard => element.set("aria-hidden", "true"),
        Attr::Unfolded => element.set("open", ""),
        Attr::Scope(scope) => element.set("scope", scope),
        Attr::Lang(lang) => element.set("lang", lang),
    }
}
