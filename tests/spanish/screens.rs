//! What a visitor sees at a time, in Spanish: whole screens, and the cards and passages of the result.

use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::engine::{AddOn, Level, Step};

use crate::Texts;

/// A piece of a page that is read as one, with what to call it in a failure.
pub struct Piece<'a> {
    pub name: String,
    pub texts: Vec<&'a str>,
}

/// Whole screens, and cards that are long enough to be judged like one.
pub fn screens(es: &Texts) -> Vec<Piece<'_>> {
    let mut screens = vec![Piece {
        name: "start".into(),
        texts: es.of(&[
            "start.title",
            "start.lead",
            "start.length",
            "start.private",
            "start.more",
            "start.exit",
            "start.keys",
            "start.who",
        ]),
    }];
    for audience in Audience::ALL {
        let mut add = |name: String, texts: Vec<&'static str>, voiced: Vec<String>| {
            let mut all: Vec<&str> = voiced.iter().map(|key| es.voiced(key, audience)).collect();
            all.extend(es.of(&texts));
            screens.push(Piece { name: format!("{name}, {}", audience.id()), texts: all });
        };
        for question in QUESTIONNAIRE.questions {
            let id = question.id;
            let mut keys = vec![format!("{id}.ask")];
            keys.extend(es.find(&format!("{id}.hint"), audience).map(|_| format!("{id}.hint")));
            keys.extend(question.options.iter().map(|option| format!("{id}.{option}")));
            add(id.to_owned(), if question.many { vec!["nav.choose_all"] } else { vec![] }, keys);
        }
        for kind in ["medical", "withdrawal", "being_hurt", "harm_others", "suicide"] {
            let expect = vec!["safety.expect", "safety.someone", "safety.spanish", "safety.veterans"];
            let voiced = ["title", "text"].map(|part| format!("safety.{part}.{kind}"));
            add(format!("safety {kind}"), expect, voiced.into());
        }
        for level in Level::ALL.map(Level::id) {
            let what = if level == "day_and_night" {
                "result.day_and_night.text".into()
            } else {
                format!("level.{level}.what")
            };
            add(format!("result {level}"), vec![], vec![format!("result.heading.{level}"), what, "result.sub".into()]);
        }
        for part in ["not_enough", "child", "at_least"] {
            let level = if part == "at_least" { ".iop" } else { "" };
            let keys = [format!("result.heading.{part}{level}"), format!("result.{part}.text"), "result.sub".into()];
            add(format!("result {part}"), vec![], keys.into());
        }
        let cards = Step::ALL.map(|step| format!("step.{}", step.id())).into_iter();
        for card in cards.chain(AddOn::ALL.map(|add| format!("add.{}", add.id()))) {
            add(card.clone(), vec![], vec![format!("{card}.title"), format!("{card}.text")]);
        }
    }
    screens.push(Piece { name: "comparison".into(), texts: es.under("compare.").map(|(_, text)| text).collect() });
    screens.push(Piece { name: "contact".into(), texts: es.of(&["contact.expect", "contact.later"]) });
    screens
}

/// The longer sentences that stand among others on a screen, one by one. Lists of signs and other labels have no full
/// stop, and are judged with their screen.
pub fn passages(es: &Texts) -> Vec<Piece<'_>> {
    let long = |text: &str| text.ends_with(['.', '?']) && crate::inflesz::words(text).len() >= 12;
    let all = es.all.iter().filter(|(_, text)| long(text));
    all.map(|(key, text)| Piece { name: key.clone(), texts: vec![text] }).collect()
}
