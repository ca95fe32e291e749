//! Every screen is well made: its elements are closed, what can be pressed does something, and every sentence is there.
//! The painter can check none of it: it would stop in the middle of a screen, paint a button that does nothing, or leave
//! a paragraph empty.

use std::collections::BTreeMap;

use program_finder::content::Voice;
use program_finder::engine::Answers;
use program_finder::provider::Config;
use program_finder::screen::{Act, Attr, Part, Shown, View, Visit, Words};

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
fn fault(parts: &[Part]) -> Option<String> {
    let mut open: Vec<Open> = Vec::new();
    // Whether an attribute can be set: the element has just begun.
    let mut fresh = false;
    for (place, part) in parts.iter().enumerate() {
        let path = || open.iter().map(|open| format!("{}.{}", open.tag, open.class)).collect::<Vec<_>>().join(" > ");
        match part {
            Part::Open(tag, class) => {
                if !ELEMENTS.contains(tag) {
                    return Some(format!("part {place}: `{tag}` is no element of a screen, in {}", path()));
                }
                if let Some(around) = open.last_mut() {
                    around.children += 1;
                }
                open.push(Open { tag, class, ..Open::default() });
                fresh = true;
            }
            Part::Attr(_) | Part::Act(_) if !fresh => {
                return Some(format!("part {place}: {part:?} comes too late for its element, in {}", path()));
            }
            Part::Attr(attr) => {
                let described_by_nothing = *attr == Attr::Described && open.len() < 2;
                let Some(element) = open.last_mut() else { return Some(format!("part {place}: {part:?} of nothing")) };
                if described_by_nothing {
                    return Some(format!("part {place}: there is no element that this describes"));
                }
                element.attrs.push(attr.clone());
            }
            Part::Act(_) => open.last_mut().into_iter().for_each(|element| element.acts += 1),
            Part::Words(words) => {
                fresh = false;
                let Some(element) = open.last_mut() else { return Some(format!("part {place}: {words:?} in nothing")) };
                element.text = true;
                if let Some(wrong) = unfinished(words) {
                    return Some(format!("part {place}: the key {wrong:?} is not filled in"));
                }
            }
            Part::Close => {
                fresh = false;
                let path = path();
                let Some(element) = open.pop() else { return Some(format!("part {place}: closed once too often")) };
                if let Some(wrong) = element.fault() {
                    return Some(format!("part {place}: {wrong}, at {path}"));
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
fn unfinished(words: &Words) -> Option<&str> {
    match words {
        Words::Key(key) => {
            let whole = !key.is_empty()
                && !key.contains(['$', ' ', '{', '}'])
                && key.split(['.', '_']).all(|part| !part.is_empty());
            (!whole).then_some(key)
        }
        Words::Filled(words, _, value) => unfinished(words).or(unfinished(value)),
        Words::List(items) => items.iter().find_map(unfinished),
        Words::Own(_) => None,
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
    fn lack(&self, words: &Words, voice: Voice) -> Option<String> {
        match words {
            // Not every question has a hint.
            Words::Key(key) if key.ends_with(".hint") => None,
            Words::Key(key) => self.0.iter().find_map(|(name, texts)| {
                let there = texts.contains_key(key) || texts.contains_key(&format!("{key}.{}", voice.id()));
                (!there).then(|| format!("www/text/{name} has no `{key}` for {voice:?}"))
            }),
            Words::Filled(words, _, value) => self.lack(words, voice).or_else(|| self.lack(value, voice)),
            Words::List(items) => items.iter().find_map(|item| self.lack(item, voice)),
            Words::Own(_) => None,
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
            if let Part::Words(words) | Part::Attr(Attr::Name(words)) = part
                && let Some(wrong) = catalogs.lack(words, view.voice())
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
        visit.act(Act::Continue);
        check(&visit, config, catalogs, seen);
        visit.draft = answers.and(question.all());
        check(&visit, config, catalogs, seen);
        visit.act(Act::Continue);
        if matches!(visit.shown, Shown::Safety(_)) {
            check(&visit, config, catalogs, seen);
            visit.act(Act::GoOn);
        }
    }
    assert_eq!(visit.shown, Shown::Result);
    visit
}

#[test]
fn every_screen_closes_what_it_opens_says_what_it_asks_for_and_does_one_thing_a_press() {
    let (catalogs, mut seen) = (Catalogs::read(), 0);
    for config in &configs() {
        for answers in some() {
            let mut visit = walk(answers, config, &catalogs, &mut seen);
            check(&visit, config, &catalogs, &mut seen);
            visit.act(Act::Include);
            visit.act(Act::Narrow(0));
            check(&visit, config, &catalogs, &mut seen);
            let place = visit.facts().path().last().expect("a question was asked");
            visit.act(Act::Change(place));
            check(&visit, config, &catalogs, &mut seen);
            visit.act(Act::Back);
            assert_eq!(visit.shown, Shown::Result);
        }
    }
    assert!(seen > 5_000, "{seen} screens");
}

#[test]
fn what_is_badly_made_is_told() {
    let open = |tag| Part::Open(tag, "");
    let words = || Part::Words(Words::key("nav.back", &[]));
    let press = || Part::Act(Act::Back);
    let good = [open("div"), open("button"), press(), words(), Part::Close, Part::Close];
    assert_eq!(fault(&good), None);
    let bad: &[(&[Part], &str)] = &[
        (&[open("div")], "left open"),
        (&[open("div"), Part::Close, Part::Close], "once too often"),
        (&[open("blink"), Part::Close], "no element"),
        (&[open("button"), words(), Part::Close], "one thing"),
        (&[open("button"), press(), press(), words(), Part::Close], "one thing"),
        (&[open("button"), press(), Part::Close], "says nothing"),
        (&[open("button"), words(), press(), Part::Close], "too late"),
        (&[open("p"), press(), words(), Part::Close], "nobody can press"),
        (&[open("a"), words(), Part::Close], "leads nowhere"),
        (&[open("input"), press(), Part::Close], "no choice"),
        (&[words()], "in nothing"),
        (&[open("p"), Part::Attr(Attr::Described), Part::Close], "describes"),
        (&[open("p"), Part::Words(Words::key("level.$.name", &[])), Part::Close], "not filled in"),
    ];
    for (parts, named) in bad {
        let told = fault(parts).unwrap_or_default();
        assert!(told.contains(named), "{named:?} is not in {told:?}");
    }
}
