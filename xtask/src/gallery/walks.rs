//! Which screens there are, and how a visitor comes to each of them: found by the visit itself, from the named cases.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow, bail};
use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::decision::read_answers;
use program_finder::engine::{Answers, OptionSet};
use program_finder::provider::Config;
use program_finder::screen::{Action, Attr, Catalog, Screen, View, ViewNode, Visit, unpacked_keys};
use serde_json::{Value, json};

use crate::json;
use crate::protocol::words::Words;

/// A screen, and the way to it.
pub struct Walk {
    /// The part of the page that it stands in.
    pub group: &'static str,
    /// What it is called there.
    pub name: String,
    /// Presses from the start screen on: places of options to choose before Continue, or nothing for the way on.
    pub steps: Vec<Vec<usize>>,
    visit: Visit,
}

/// What each part of the page is called.
pub const GROUPS: [&str; 5] = ["Start", "Questions", "Something is missing", "Danger now", "Results"];

impl Walk {
    /// As the page has it: with its heading in each language, and the keys of all its texts.
    pub fn data(&self, config: &Config, catalogs: &[(String, Words)]) -> Value {
        let mut headings = BTreeMap::new();
        let mut keys = BTreeSet::new();
        for (lang, words) in catalogs {
            let asked = Asked { words, keys: RefCell::default() };
            let view = View::new(&self.visit, config, lang);
            let mut in_heading = false;
            for part in view.parts() {
                match &part {
                    ViewNode::Open(tag, _) => in_heading = *tag == "h2",
                    ViewNode::Message(message) | ViewNode::Attr(Attr::Name(message)) => {
                        let said = message.render(&asked, view.audience());
                        if in_heading && matches!(part, ViewNode::Message(_)) {
                            headings.entry(lang).or_insert(said);
                        }
                    }
                    _ => {}
                }
            }
            keys.extend(asked.keys.into_inner());
        }
        json!({ "group": self.group, "name": self.name, "steps": self.steps, "headings": headings, "keys": keys })
    }
}

/// A catalog that remembers what it was asked for.
struct Asked<'a> {
    words: &'a Words,
    keys: RefCell<BTreeSet<String>>,
}

impl Catalog for Asked<'_> {
    fn get(&self, key: &str, audience: Audience) -> Option<String> {
        let keys = unpacked_keys(key).into_iter().flat_map(|key| [format!("{key}.{}", audience.id()), key]);
        for key in keys {
            if let Ok(text) = self.words.say(&key) {
                self.keys.borrow_mut().insert(key);
                return Some(text.to_owned());
            }
        }
        None
    }
}

/// The screens that differ in more than words: the start screen, each question, each way in which an answer can be missing, each
/// danger, and each kind of result. `cases` are those of tests/cases by group.
pub fn walks(cases: &[Value], config: &Config) -> Result<Vec<Walk>> {
    let mut walks = vec![Walk { group: GROUPS[0], name: "Start".into(), steps: Vec::new(), visit: Visit::default() }];
    let mut met = BTreeSet::new();
    for group in cases {
        for case in group["cases"].as_array().into_iter().flatten() {
            let name = case["name"].as_str().unwrap_or_default();
            let answers = read_answers(&json::read(&case["answers"].to_string())?)
                .map_err(|problem| anyhow!("{name}: {}", problem.message()))?;
            walk(answers, name, config, &mut met, &mut walks)?;
        }
    }
    walks.sort_by_key(|walk| (GROUPS.iter().position(|group| *group == walk.group), walk.order()));
    Ok(walks)
}

impl Walk {
    /// Questions in their order; all else in that of the cases.
    fn order(&self) -> usize {
        match self.visit.shown {
            Screen::Question(index) => index,
            _ => 0,
        }
    }
}

fn walk(
    answers: Answers,
    case: &str,
    config: &Config,
    met: &mut BTreeSet<String>,
    walks: &mut Vec<Walk>,
) -> Result<()> {
    let mut visit = Visit::default();
    let mut steps: Vec<Vec<usize>> = Vec::new();
    visit.start();
    // Start is a step without a choice too.
    steps.push(Vec::new());
    loop {
        let mut keep = |kind: String, group: usize, name: String, steps: &[Vec<usize>], visit: &Visit| {
            if met.insert(kind) {
                walks.push(Walk { group: GROUPS[group], name, steps: steps.to_vec(), visit: visit.clone() });
            }
        };
        match visit.shown {
            Screen::Question(index) => {
                let question = QUESTIONNAIRE.question_at(index);
                keep(format!("question {index}"), 1, question.id.to_owned(), &steps, &visit);
                let mut missed = visit.clone();
                missed.act(Action::Continue);
                if missed.error {
                    let how = if question.many { "of several" } else { "of one" };
                    let steps = [&steps[..], &[Vec::new()]].concat();
                    keep(format!("missed {how}"), 2, format!("{}: a choice {how}", question.id), &steps, &missed);
                }
                let chosen = answers.intersection(question.all());
                if chosen.is_empty() {
                    bail!("{case}: {} is asked, and has no answer", question.id);
                }
                steps.push(places(&visit, config, chosen));
                for option in chosen.iter() {
                    visit.act(Action::Choose(option));
                }
                visit.act(Action::Continue);
            }
            Screen::Safety(_) => {
                keep(format!("safety {:?}", visit.dangers()), 3, case.to_owned(), &steps, &visit);
                steps.push(Vec::new());
                visit.act(Action::GoOn);
            }
            Screen::Result => {
                let view = View::new(&visit, config, "en");
                if let Some(decision) = &view.decision {
                    let first = decision.first_step.as_ref().map(|first| first.step.id());
                    let kind = format!("{:?} {first:?} {}", decision.state, decision.is_emergency());
                    keep(kind, 4, case.to_owned(), &steps, &visit);
                }
                return Ok(());
            }
            Screen::Start => bail!("{case}: a visit does not go back to its start"),
        }
    }
}

/// At which places of a question its options stand that are these.
fn places(visit: &Visit, config: &Config, chosen: OptionSet) -> Vec<usize> {
    let options = View::new(visit, config, "en").parts().into_iter().filter_map(|part| match part {
        ViewNode::Action(Action::Choose(option)) => Some(option),
        _ => None,
    });
    options
        .enumerate()
        .filter(|(_, option)| chosen.contains_all(OptionSet::single(*option)))
        .map(|(at, _)| at)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use program_finder::content::QUESTIONNAIRE;
    use program_finder::provider::Config;
    use program_finder::screen::Screen;

    use super::{GROUPS, walks};
    use crate::protocol::simulator::cases;
    use crate::tools;

    #[test]
    fn every_question_danger_and_state_is_there_once() {
        let walks = walks(&cases(&tools::root().join("tests/cases")).unwrap(), &Config::default()).unwrap();
        let of = |group: &str| walks.iter().filter(|walk| walk.group == group).collect::<Vec<_>>();
        let questions: Vec<_> = of("Questions").iter().map(|walk| walk.name.clone()).collect();
        let known: Vec<_> = QUESTIONNAIRE.questions.iter().map(|question| question.id.to_owned()).collect();
        assert_eq!(questions, known, "in their order");
        assert_eq!(of("Something is missing").len(), 2);
        let dangers: BTreeSet<_> = of("Danger now").iter().map(|walk| format!("{:?}", walk.visit.dangers())).collect();
        assert!(dangers.len() == of("Danger now").len() && dangers.len() >= 4, "{dangers:?}");
        assert!(of("Results").len() >= 12, "{}", of("Results").len());
        for walk in &walks {
            assert!(GROUPS.contains(&walk.group));
            assert_eq!(walk.steps.is_empty(), walk.visit.shown == Screen::Start);
        }
    }
}
