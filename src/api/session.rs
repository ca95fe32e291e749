//! One visit without a screen: where it stands in words, what was answered, and what was decided.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{configuration, error, written};
use crate::content::{Audience, Danger, Line, QUESTIONNAIRE};
use crate::decision::{Decision, read_answer};
use crate::engine::OptionSet;
use crate::js::{data, field};
use crate::provider::{Config, EnumSet, Problem, When};
use crate::screen::{Action, Catalog, Message, Screen, View, Visit, unpacked_keys};

/// A visit, from its first question on.
#[wasm_bindgen]
pub struct Session {
    visit: Visit,
    config: Config,
    problems: Vec<Problem>,
    text: JsValue,
}

/// Where a session stands.
#[derive(Serialize)]
#[serde(tag = "at", rename_all = "snake_case")]
enum Position {
    Question { question: QuestionWords },
    Danger { dangers: Vec<DangerWords> },
    Result,
}

#[derive(Serialize)]
struct QuestionWords {
    id: &'static str,
    ask: String,
    hint: String,
    many: bool,
    options: Vec<OptionWords>,
    progress: String,
}

#[derive(Serialize)]
struct OptionWords {
    id: &'static str,
    words: String,
    chosen: bool,
    alone: bool,
    unknown: bool,
}

#[derive(Serialize)]
struct DangerWords {
    danger: Danger,
    title: String,
    text: String,
    lines: Vec<LineWords>,
}

#[derive(Serialize)]
struct LineWords {
    words: String,
    address: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    One(&'static str),
    Several(Vec<&'static str>),
}

/// The caller's catalog: an object with a sentence for each key.
struct Text<'a>(&'a JsValue);

impl Catalog for Text<'_> {
    fn get(&self, key: &str, audience: Audience) -> Option<String> {
        let keys = unpacked_keys(key);
        keys.iter().find_map(|key| field(self.0, &[key, ".", audience.id()].concat()).or_else(|| field(self.0, key)))
    }
}

#[wasm_bindgen]
impl Session {
    /// Starts a session at the first question. `text` has the sentences of the language to be used; `config` is the
    /// provider's configuration, if there is one.
    pub fn start(
        #[wasm_bindgen(unchecked_param_type = "Catalog")] text: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Configuration | null")] config: &JsValue,
    ) -> Session {
        let (config, problems) = configuration(config);
        let mut visit = Visit::default();
        visit.start();
        Session { visit, config, problems, text }
    }
    /// What is wrong with the configuration: each problem names its field, what was found, what is allowed, and what
    /// comes of it.
    pub fn problems(&self) -> Vec<String> {
        self.problems.iter().map(Problem::message).collect()
    }
    /// Where the session stands: at a question, at the words for a danger, or at the result.
    #[wasm_bindgen(unchecked_return_type = "Position")]
    pub fn current(&self) -> Result<JsValue, JsError> {
        written(&self.position())
    }
    /// Answers the question shown, with an option's id or with a list of them, and goes on.
    ///
    /// # Errors
    /// Names the question, what was found and what is allowed. The session then stands where it stood.
    #[wasm_bindgen(unchecked_return_type = "Position")]
    pub fn answer(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string | string[]")] answer: &JsValue,
    ) -> Result<JsValue, JsError> {
        let Some(question) = self.visit.question() else {
            return Err(misplaced("answer", "a session that stands at a question"));
        };
        self.visit.draft = read_answer(question, &data(answer)).map_err(|problem| error(&problem))?;
        self.visit.act(Action::Continue);
        self.current()
    }
    /// Goes on after the words for a danger.
    ///
    /// # Errors
    /// Where the session does not stand at a danger.
    #[wasm_bindgen(js_name = goOn, unchecked_return_type = "Position")]
    pub fn go_on(&mut self) -> Result<JsValue, JsError> {
        if !matches!(self.visit.shown, Screen::Safety(_)) {
            return Err(misplaced("goOn", "a session that stands at a danger"));
        }
        self.visit.act(Action::GoOn);
        self.current()
    }
    /// Goes a step back. At the first question it stays there.
    #[wasm_bindgen(unchecked_return_type = "Position")]
    pub fn back(&mut self) -> Result<JsValue, JsError> {
        self.visit.act(Action::Back);
        self.current()
    }
    /// Asks a question of the path again, from the result; after its answer come only the questions that it makes
    /// necessary.
    ///
    /// # Errors
    /// Where the session does not stand at the result, or the question was not asked.
    #[wasm_bindgen(unchecked_return_type = "Position")]
    pub fn change(&mut self, question: &str) -> Result<JsValue, JsError> {
        if self.visit.shown != Screen::Result {
            return Err(misplaced("change", "a session that stands at the result"));
        }
        let mut path = self.visit.facts().path();
        let Some(index) = path.find(|index| QUESTIONNAIRE.question_at(*index).id == question) else {
            return Err(JsError::new(&["change: \"", question, "\" is no question that was asked"].concat()));
        };
        self.visit.act(Action::Change(index));
        self.current()
    }
    /// Says when the person could come, which sorts the programs of the decision.
    ///
    /// # Errors
    /// Names what is no time.
    pub fn available(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Availability[]")] times: Vec<String>,
    ) -> Result<(), JsError> {
        let mut when = EnumSet::NONE;
        for time in &times {
            let Some(known) = When::ALL.iter().find(|known| known.id() == time) else {
                let allowed = When::IDS.join(", ");
                return Err(JsError::new(&["available: found \"", time, "\", expected one of ", &allowed].concat()));
            };
            when.add(*known);
        }
        self.visit.availability = when;
        Ok(())
    }
    /// The answers given so far, by the ids of questions: those to questions that are no longer asked among them.
    #[wasm_bindgen(unchecked_return_type = "Answers")]
    pub fn answers(&self) -> Result<JsValue, JsError> {
        let mut answers = BTreeMap::new();
        for question in QUESTIONNAIRE.questions {
            let given = self.visit.answers.intersection(question.all());
            let mut names = given.iter().map(|option| question.options[option - question.first]);
            if question.many && !given.is_empty() {
                answers.insert(question.id, Answer::Several(names.collect()));
            } else if let Some(name) = names.next() {
                answers.insert(question.id, Answer::One(name));
            }
        }
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        answers.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()))
    }
    /// What is decided for the answers so far. Before the result, a question without an answer counts as unknown.
    #[wasm_bindgen(unchecked_return_type = "Decision")]
    pub fn decision(&self) -> Result<JsValue, JsError> {
        written(&Decision::of(self.visit.answers, self.visit.availability, &self.config))
    }
}

impl Session {
    fn position(&self) -> Position {
        match self.visit.shown {
            Screen::Question(index) => Position::Question { question: self.question(index) },
            Screen::Safety(_) => {
                let named = self.visit.dangers();
                let kinds = Danger::ALL.into_iter().filter(|kind| named.intersects(kind.answers()));
                Position::Danger { dangers: kinds.map(|kind| self.danger(kind)).collect() }
            }
            Screen::Result | Screen::Start => Position::Result,
        }
    }
    fn say(&self, words: &Message) -> String {
        words.render(&Text(&self.text), Audience::of(self.visit.answers))
    }
    fn question(&self, index: usize) -> QuestionWords {
        let question = QUESTIONNAIRE.question_at(index);
        let option = |(index, id): (usize, &&'static str)| {
            let option = OptionSet::single(question.first + index);
            OptionWords {
                id,
                words: self.say(&Message::key_with_all("$.$", &[question.id, id])),
                chosen: self.visit.draft.intersects(option),
                alone: question.many && question.exclusive.intersects(option),
                unknown: question.unknown.intersects(option),
            }
        };
        QuestionWords {
            id: question.id,
            ask: self.say(&Message::key_with("$.ask", question.id)),
            hint: self.say(&Message::key_with("$.hint", question.id)),
            many: question.many,
            options: question.options.iter().enumerate().map(option).collect(),
            progress: self.say(&View::new(&self.visit, &self.config, "").progress(index)),
        }
    }
    fn danger(&self, danger: Danger) -> DangerWords {
        let audience = Audience::of(self.visit.answers);
        let lines = danger.lines(audience).iter().copied().flatten();
        let words = |line: &Line| LineWords { words: self.say(&Message::key(line.key)), address: line.address };
        DangerWords {
            danger,
            title: self.say(&Message::key_with("safety.title.$", danger.id())),
            text: self.say(&Message::key_with("safety.text.$", danger.id())),
            lines: lines.map(words).collect(),
        }
    }
}

/// A call that does not fit where the session stands.
fn misplaced(call: &str, allowed: &str) -> JsError {
    let problem = Problem {
        field: call.to_owned(),
        found: "a session that stands elsewhere".to_owned(),
        allowed: allowed.to_owned(),
        consequence: "",
    };
    error(&problem)
}
