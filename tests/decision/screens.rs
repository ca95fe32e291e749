//! Every screen is well made: its elements are closed, what can be pressed does something, and every sentence is there.
//! The painter can check none of it: it would stop in the middle of a screen, paint a button that does nothing, or leave
//! a paragraph empty.

use std::collections::BTreeMap;

use program_finder::content::Audience;
use program_finder::engine::Answers;
use program_finder::provider::Config;
use program_finder::screen::{Action, Attr, Message, Screen, View, ViewNode, Visit, unpacked_keys};

use crate::sets::{configs, some};

/// The elements that screens are made of, which the frame's style and the guide's hosts know.
const ELEMENTS: [&str; 34] = [
    "a", "article", "button", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "form", "h2", "h3", "h4",
    "input", "label", "legend", "li", "p", "section", "span", "summary", "table", "tbody", "td", "th", "thead", "time",
    "tr", "ul", "ol", "strong", "em", "h5",
];

/// An element that is open.
#[derive(Default)]
struct Open {
    tag: &'static str,
    class: &'static str,
    attrs: Vec<Attr>,
    acts: usize,
    children: usize,
    text: bool,
}

/// What is wrong with the parts of a screen, the first of it.
fn fault(parts: &[ViewNode]) -> Option<String> {
    let mut open: Vec<Open> = Vec::new();
    // Whether an attribute can be set: the element has just begun.
    let mut fresh = false;
    for (index, part) in parts.iter().enumerate() {
        let path = || open.iter().map(|open| format!("{}.{}", open.tag, open.class)).collect::<Vec<_>>().join(" > ");
        match part {
            ViewNode::Open(tag, class) => {
                if !ELEMENTS.contains(tag) {
                    return Some(format!("part {index}: `{tag}` is no element of a screen, in {}", path()));
                }
                if let Some(around) = open.last_mut() {
                    around.children += 1;
                }
                open.push(Open { tag, class, ..Open::default() });
                fresh = true;
            }
            ViewNode::Attr(_) | ViewNode::Action(_) if !fresh => {
                return Some(format!("part {index}: {part:?} comes too late for its element, in {}", path()));
            }
            ViewNode::Attr(attr) => {
                let described_by_nothing = *attr == Attr::Described && open.len() < 2;
                let Some(element) = open.last_mut() else { return Some(format!("part {index}: {part:?} of nothing")) };
                if described_by_nothing {
                    return Some(format!("part {index}: there is no element that this describes"));
                }
                element.attrs.push(attr.clone());
            }
            ViewNode::Action(_) => open.last_mut().into_iter().for_each(|element| element.acts += 1),
            ViewNode::Message(words) => {
                fresh = false;
                let Some(element) = open.last_mut() else { return Some(format!("part {index}: {words:?} in nothing")) };
                element.text = true;
                if let Some(wrong) = unfinished(words) {
                    return Some(format!("part {index}: the key {wrong:?} is not filled in"));
                }
            }
            ViewNode::Close => {
                fresh = false;
                let path = path();
                let Some(element) = open.pop() else { return Some(format!("part {index}: closed once too often")) };
                if let Some(wrong) = element.fault() {
                    return Some(format!("part {index}: {wrong}, at {path}"));
                }
            }
        }
    }
    (!open.is_empty())
        .then(|| format!("{} elements are left open, first {}.{}", open.len(), open[0].tag, open[0].class))
}

impl Open {
    fn fault(&self) -> Option<&'static str> {
        let has = |is: fn(&Attr) -> bool| self.attrs.iter().any(is);
        let link = has(|attr| matches!(attr, Attr::Href(_)));
        let choice = has(|attr| matches!(attr, Attr::Choice { .. }));
        match self.tag {
            "a" if !link => Some("a link that leads nowhere"),
            "input" if !choice => Some("an input that is no choice"),
            // Of a press on a crisis line nothing is told, so its link does nothing beside leading there.
            "button" | "input" if self.acts != 1 => Some("it does not do one thing when it is pressed"),
            "button" | "a" | "h2" | "h3" | "h4" | "legend" if !self.text && self.children == 0 => {
                Some("it says nothing")
            }
            "fieldset" if self.children == 0 => Some("a group of nothing"),
            tag if self.acts > 0 && !["button", "a", "input"].contains(&tag) => Some("nobody can press it"),
            tag if link && tag != "a" || choice && tag != "input" => Some("an attribute of another element"),
            _ => None,
        }
    }
}

/// A key with a hole that no name was given for.
fn unfinished(words: &Message) -> Option<&str> {
    match words {
        Message::Key(key) => {
            let whole = !key.is_empty()
                && !key.contains(['$', ' ', '{', '}'])
                && key.split(['.', '_']).all(|part| !part.is_empty());
            (!whole).then_some(key)
        }
        Message::Filled(words, _, value) => unfinished(words).or(unfinished(value)),
        Message::List(items) => items.iter().find_map(unfinished),
        Message::Own(_) => None,
    }
}

/// The sentences of every language.
struct Catalogs(Vec<(&'static str, BTreeMap<String, String>)>);

impl Catalogs {
    fn read() -> Catalogs {
        let languages =
            [("en.json", include_str!("../../www/text/en.json")), ("es.json", include_str!("../../www/text/es.json"))];
        Catalogs(languages.map(|(name, text)| (name, serde_json::from_str(text).unwrap())).into())
    }
    /// A key that a language has neither for this audience nor for all.
    fn lack(&self, words: &Message, audience: Audience) -> Option<String> {
        match words {
            // Not every question has a hint.
            Message::Key(key) if key.ends_with(".hint") => None,
            Message::Key(key) => self.0.iter().find_map(|(name, texts)| {
                let mut keys = unpacked_keys(key).into_iter().flat_map(|key| [format!("{key}.{}", audience.id()), key]);
                let there = keys.any(|key| texts.contains_key(&key));
                (!there).then(|| format!("www/text/{name} has no `{key}` for {audience:?}"))
            }),
            Message::Filled(words, _, value) => self.lack(words, audience).or_else(|| self.lack(value, audience)),
            Message::List(items) => items.iter().find_map(|item| self.lack(item, audience)),
            Message::Own(_) => None,
        }
    }
}

fn check(visit: &Visit, config: &Config, catalogs: &Catalogs, seen: &mut usize) {
    let view = View::new(visit, config, "en");
    for parts in [view.parts(), view.summary()] {
        if let Some(wrong) = fault(&parts) {
            panic!("{:?}: {wrong}", visit.shown);
        }
        for part in &parts {
            if let ViewNode::Message(words) | ViewNode::Attr(Attr::Name(words)) = part
                && let Some(wrong) = catalogs.lack(words, view.audience())
            {
                panic!("{:?}: {wrong}", visit.shown);
            }
        }
        *seen += usize::from(!parts.is_empty());
    }
    assert!(!view.parts().is_empty(), "{:?} shows nothing", visit.shown);
}

/// Walks through a visit with these answers, looking at every screen on the way.
fn walk(answers: Answers, config: &Config, catalogs: &Catalogs, seen: &mut usize) -> Visit {
    let mut visit = Visit::default();
    visit.start();
    while let Some(question) = visit.question() {
        // The error of a question without an answer, then the question answered.
        visit.act(Action::Continue);
        check(&visit, config, catalogs, seen);
        visit.draft = answers.intersection(question.all());
        check(&visit, config, catalogs, seen);
        visit.act(Action::Continue);
        if matches!(visit.shown, Screen::Safety(_)) {
            check(&visit, config, catalogs, seen);
            visit.act(Action::GoOn);
        }
    }
    assert_eq!(visit.shown, Screen::Result);
    visit
}

#[test]
fn every_screen_closes_what_it_opens_says_what_it_asks_for_and_does_one_thing_a_press() {
    let (catalogs, mut seen) = (Catalogs::read(), 0);
    for config in &configs() {
        for answers in some() {
            let mut visit = walk(answers, config, &catalogs, &mut seen);
            check(&visit, config, &catalogs, &mut seen);
            visit.act(Action::Include);
            visit.act(Action::Narrow(0));
            check(&visit, config, &catalogs, &mut seen);
            let index = visit.facts().path().last().expect("a question was asked");
            visit.act(Action::Change(index));
            check(&visit, config, &catalogs, &mut seen);
            visit.act(Action::Back);
            assert_eq!(visit.shown, Screen::Result);
        }
    }
    assert!(seen > 5_000, "{seen} screens");
}

#[test]
fn what_is_badly_made_is_told() {
    let open = |tag| ViewNode::Open(tag, "");
    let words = || ViewNode::Message(Message::key("nav.back"));
    let press = || ViewNode::Action(Action::Back);
    let good = [open("div"), open("button"), press(), words(), ViewNode::Close, ViewNode::Close];
    assert_eq!(fault(&good), None);
    let bad: &[(&[ViewNode], &str)] = &[
        (&[open("div")], "left open"),
        (&[open("div"), ViewNode::Close, ViewNode::Close], "once too often"),
        (&[open("blink"), ViewNode::Close], "no element"),
        (&[open("button"), words(), ViewNode::Close], "one thing"),
        (&[open("button"), press(), press(), words(), ViewNode::Close], "one thing"),
        (&[open("button"), press(), ViewNode::Close], "says nothing"),
        (&[open("button"), words(), press(), ViewNode::Close], "too late"),
        (&[open("p"), press(), words(), ViewNode::Close], "nobody can press"),
        (&[open("a"), words(), ViewNode::Close], "leads nowhere"),
        (&[open("input"), press(), ViewNode::Close], "no choice"),
        (&[words()], "in nothing"),
        (&[open("p"), ViewNode::Attr(Attr::Described), ViewNode::Close], "describes"),
        (&[open("p"), ViewNode::Message(Message::key("level.$.name")), ViewNode::Close], "not filled in"),
    ];
    for (parts, named) in bad {
        let told = fault(parts).unwrap_or_default();
        assert!(told.contains(named), "{named:?} is not in {told:?}");
    }
}
