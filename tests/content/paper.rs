//! The box on top of the paper: what whoever answers the first call asks for, and no answer without the visitor's wish.

use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::engine::OptionSet;
use program_finder::screen::{Catalog, Message, Screen, View, ViewNode, Visit};

use crate::catalog::Texts;
use crate::screens::{at, configs, visits};

struct English<'a>(&'a Texts);

impl Catalog for English<'_> {
    fn get(&self, key: &str, audience: Audience) -> Option<String> {
        self.0.voiced(key, audience).map(str::to_owned)
    }
}

/// What stands in the box, in order.
fn in_the_box(texts: &Texts, visit: &Visit) -> Vec<String> {
    let config = &configs()[1];
    let view = View::new(visit, config, "en");
    let parts = view.summary();
    let begins = parts.iter().position(|part| *part == ViewNode::Open("section", "first-call")).expect("a box");
    let mut depth = 0;
    let mut said = Vec::new();
    for part in &parts[begins..] {
        match part {
            ViewNode::Open(..) => depth += 1,
            ViewNode::Close => depth -= 1,
            ViewNode::Message(words) => said.push(words.render(&English(texts), view.audience())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    said
}

#[test]
fn the_box_says_who_what_is_suggested_and_how_sure_danger_substances_and_care_in_this_order() {
    let texts = Texts::english();
    let mut rows = 0;
    for answers in visits().into_iter().step_by(7) {
        let mut visit = at(Screen::Result, answers);
        visit.include = true;
        let said = in_the_box(&texts, &visit);
        assert_eq!(said[0], texts.get("paper.title").expect("a title"));
        let labels = ["level", "who", "flags", "use", "care", "payer", "callback", "unverified"];
        let indices: Vec<usize> = labels
            .iter()
            .filter_map(|label| said.iter().position(|words| Some(&**words) == texts.get(&format!("paper.{label}"))))
            .collect();
        assert!(indices.is_sorted() && indices.len() >= 6, "{said:?}");
        // Every answer that was given to these questions, in its own words.
        let facts = visit.facts();
        for id in ["danger", "suicide", "withdrawal", "substances", "use", "care"] {
            let question = QUESTIONNAIRE.question(id).expect("a question");
            for (index, option) in question.options.iter().enumerate() {
                if facts.answers.intersects(OptionSet::single(question.first + index)) {
                    let words =
                        Message::key_with_all("$.$", &[id, option]).render(&English(&texts), Audience::of(answers));
                    assert!(said.iter().any(|line| line.contains(&words)), "{id}: \"{words}\" is not in {said:?}");
                    rows += 1;
                }
            }
        }
    }
    assert!(rows > 50, "{rows}");
}

#[test]
fn without_the_visitors_wish_no_answer_stands_in_the_box() {
    let texts = Texts::english();
    for answers in visits().into_iter().step_by(7) {
        let visit = at(Screen::Result, answers);
        let said = in_the_box(&texts, &visit);
        let known = ["title", "level", "payer", "callback"].map(|last| texts.get(&format!("paper.{last}")));
        for words in &said {
            let plain = known.contains(&Some(words))
                || words.starts_with("How sure")
                || texts.under("result.heading").any(|(_, text)| text == words);
            assert!(plain, "\"{words}\" stands in a box without answers");
        }
    }
}
