//! The screens themselves, in words: every question in every voice, and the results of many visits.

use std::cell::RefCell;
use std::collections::BTreeSet;

use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::engine::{Answers, OptionSet, Question, replay};
use program_finder::provider::Config;
use program_finder::screen::{Action, Attr, Catalog, Message, Screen, View, ViewNode, Visit, unpacked_keys};
use serde_json::Value;

use crate::catalog::Texts;
use crate::json::data;

/// A catalog that remembers what it was asked for.
struct Asked<'a> {
    texts: &'a Texts,
    keys: RefCell<Keys>,
}

/// What screens have asked for.
#[derive(Default)]
pub struct Keys {
    /// Keys that are there.
    pub found: BTreeSet<String>,
    /// Keys that are not, and that no other form stands in for.
    pub missing: BTreeSet<String>,
}

impl Catalog for Asked<'_> {
    fn get(&self, key: &str, audience: Audience) -> Option<String> {
        let keys = unpacked_keys(key).into_iter().flat_map(|key| [format!("{key}.{}", audience.id()), key]);
        let key = keys.into_iter().find(|key| self.texts.get(key).is_some())?;
        let words = self.texts.get(&key).map(str::to_owned);
        self.keys.borrow_mut().found.insert(key);
        words
    }
}

/// A provider with nothing to say, and the one of the demo.
pub fn configs() -> [Config; 2] {
    let demo: Value =
        serde_json::from_str(include_str!("../../www/demo/finder.json")).expect("the demo's file is JSON");
    [Config::default(), Config::read(&data(&demo)).0]
}

/// The answers to a question that a visit may give: each option, and for choose-all questions all at once.
fn choices(question: &Question) -> Vec<OptionSet> {
    let together = question.all().difference(question.exclusive);
    let several = (question.many && together.len() > 1).then_some(together);
    question.all().iter().map(OptionSet::single).chain(several).collect()
}

/// Complete visits: for every audience and concern those that say as little and as much as they can, and from
/// some of these, each answer to each question tried once, with whatever then has to be answered as well.
pub fn visits() -> Vec<Answers> {
    let [who, danger, concern] = [0, 1, 2].map(|index| &QUESTIONNAIRE.questions[index]);
    let safe = danger.option("none").unwrap_or_default();
    let mut visits = BTreeSet::new();
    for (person, about) in choices(who).into_iter().flat_map(|who| choices(concern).into_iter().map(move |c| (who, c)))
    {
        for serious in [false, true] {
            let start = completed(person.union(safe).union(about), serious);
            visits.insert(start);
            let varied = [who.option("me"), who.option("my_teen")].contains(&Some(person))
                && Some(about) == concern.option("both");
            for question in QUESTIONNAIRE.questions.iter().filter(|_| varied) {
                for choice in choices(question) {
                    visits.insert(completed(start.difference(question.all()).union(choice), serious));
                }
            }
        }
    }
    visits.into_iter().collect()
}

/// The answers with every question that is still open answered by its first known option, or by its last.
fn completed(mut answers: Answers, serious: bool) -> Answers {
    while let Some(question) = replay(&QUESTIONNAIRE, answers).next.map(|index| &QUESTIONNAIRE.questions[index]) {
        let known: Vec<usize> = question.all().difference(question.unknown).iter().collect();
        let chosen = if serious { known.last() } else { known.first() };
        answers = answers.union(chosen.map_or(OptionSet::NONE, |option| OptionSet::single(*option)));
    }
    answers
}

/// A visit with these answers that stands there.
pub fn at(shown: Screen, answers: Answers) -> Visit {
    let mut visit = Visit::default();
    visit.answers = answers;
    visit.shown = shown;
    visit
}

/// The parts of a screen, and of the summary of it that can be kept.
fn parts(view: &View) -> Vec<ViewNode> {
    let mut parts = view.parts();
    if view.visit.shown == Screen::Result {
        parts.extend(view.summary());
    }
    parts
}

/// All words of a screen, each as it is said.
pub fn said(view: &View, catalog: &dyn Catalog) -> Vec<String> {
    let words = parts(view).into_iter().filter_map(|part| match part {
        ViewNode::Message(words) | ViewNode::Attr(Attr::Name(words)) => Some(words.render(catalog, view.audience())),
        _ => None,
    });
    words
        .chain(view.visit.moved.iter().map(|moved| moved.render(catalog, view.audience())))
        .filter(|words| !words.is_empty())
        .collect()
}

/// The keys of some words which are not in the catalog in any form.
fn missing(words: &Message, texts: &Texts, audience: Audience, into: &mut BTreeSet<String>) {
    match words {
        // Not every question has a hint.
        Message::Key(key) if key.ends_with(".hint") => {}
        Message::Key(key) if texts.voiced(key, audience).is_none() => _ = into.insert(key.clone()),
        Message::Filled(words, _, value) => {
            missing(words, texts, audience, into);
            missing(value, texts, audience, into);
        }
        Message::List(items) => items.iter().for_each(|item| missing(item, texts, audience, into)),
        _ => {}
    }
}

/// Shows every screen of many visits, with and without a provider, and collects what is asked for.
pub fn keys_shown(texts: &Texts) -> Keys {
    let catalog = Asked { texts, keys: RefCell::default() };
    for config in configs() {
        let show = |visit: &Visit| {
            let view = View::new(visit, &config, &texts.lang);
            for part in parts(&view) {
                if let ViewNode::Message(words) | ViewNode::Attr(Attr::Name(words)) = part {
                    missing(&words, texts, view.audience(), &mut catalog.keys.borrow_mut().missing);
                }
            }
            said(&view, &catalog);
        };
        for answers in visits() {
            let mut visit = at(Screen::Result, answers);
            show(&visit);
            // One answer again, taken as it is, and the result that says so.
            let index = visit.facts().path().last().unwrap_or_default();
            visit.act(Action::Change(index));
            show(&visit);
            visit.act(Action::Continue);
            show(&visit);
        }
        for index in 0..QUESTIONNAIRE.questions.len() {
            for audience in QUESTIONNAIRE.questions[0].all().iter().map(OptionSet::single) {
                let mut visit = at(Screen::Question(index), audience);
                show(&visit);
                visit.act(Action::Continue);
                show(&visit);
            }
        }
        for who in choices(&QUESTIONNAIRE.questions[0]) {
            for danger in choices(&QUESTIONNAIRE.questions[1]) {
                let mut visit = at(Screen::Question(1), who);
                danger.iter().for_each(|option| _ = visit.act(Action::Choose(option)));
                visit.act(Action::Continue);
                show(&visit);
            }
            // Who it is for, changed from the result, and whatever is then asked left as it would be for them.
            let mut visit = at(Screen::Result, completed(OptionSet::single(0), false));
            visit.act(Action::Change(0));
            who.iter().for_each(|option| _ = visit.act(Action::Choose(option)));
            visit.act(Action::Continue);
            show(&visit);
        }
    }
    catalog.keys.into_inner()
}

#[test]
fn no_screen_leaves_a_hole_in_a_sentence() {
    let texts = Texts::english();
    let catalog = Asked { texts: &texts, keys: RefCell::default() };
    for config in configs() {
        for answers in visits() {
            let visit = at(Screen::Result, answers);
            for words in said(&View::new(&visit, &config, "en"), &catalog) {
                assert!(!words.contains(['{', '}']), "nothing fills this: {words}");
            }
        }
    }
}

#[test]
fn every_result_says_that_it_is_no_diagnosis_and_who_decides() {
    let texts = Texts::english();
    let catalog = Asked { texts: &texts, keys: RefCell::default() };
    let config = &configs()[1];
    for answers in visits() {
        let visit = at(Screen::Result, answers);
        let said = said(&View::new(&visit, config, "en"), &catalog).join(" ");
        if visit.placement().level().is_some() {
            assert!(said.contains("not a diagnosis") && said.contains("clinician decide"), "{said}");
        }
        let untold = visit.facts().answers.intersects(untold());
        assert!(!untold || said.contains("Talk with someone today"), "not telling is not no: {said}");
        assert!(Audience::ALL.contains(&Audience::of(answers)));
    }
}

/// The answers that keep thoughts of suicide, or danger, to oneself.
fn untold() -> OptionSet {
    ["danger", "suicide"]
        .iter()
        .filter_map(|id| QUESTIONNAIRE.question(id))
        .fold(OptionSet::NONE, |all, q| all.union(q.unknown))
}

/// The links of a screen whose presses a page may be told of, each with its kind.
fn told(view: &View) -> Vec<(String, &'static str)> {
    let mut href = String::new();
    let mut told = Vec::new();
    for part in view.parts() {
        match part {
            ViewNode::Attr(Attr::Href(address)) => href = address,
            ViewNode::Action(Action::Contact(channel)) => told.push((href.clone(), channel.id())),
            _ => {}
        }
    }
    // What a page is told does not say which of two links to the same place was pressed.
    told.sort();
    told.dedup();
    told
}

#[test]
fn links_that_a_page_may_be_told_of_are_the_same_on_every_result_and_on_no_other_screen() {
    for config in configs() {
        // The bar at the foot of a phone's screen has some of them again.
        let on = |visit: &Visit| told(&View::new(visit, &config, "en")).into_iter().collect::<BTreeSet<_>>();
        let mut all = visits().into_iter();
        let first = on(&at(Screen::Result, all.next().unwrap_or_default()));
        assert_eq!(first.is_empty(), config.contact.is_empty());
        for answers in all {
            assert_eq!(
                on(&at(Screen::Result, answers)),
                first,
                "crisis lines, partners and programs are not on every result"
            );
        }
        for index in 0..QUESTIONNAIRE.questions.len() {
            for answers in choices(&QUESTIONNAIRE.questions[0]) {
                assert_eq!(on(&at(Screen::Question(index), answers)), BTreeSet::new());
                assert_eq!(
                    on(&at(Screen::Safety(index), answers.union(QUESTIONNAIRE.questions[1].all()))),
                    BTreeSet::new()
                );
            }
        }
    }
}
