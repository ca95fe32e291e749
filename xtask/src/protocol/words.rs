//! The words of the tables: every sentence comes from the catalog by its key, and every condition from its clauses.

use std::path::Path;

use anyhow::{Context, Result, bail};
use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::decision::State;
use program_finder::engine::{Clause, Level, OptionSet, Question, Rule};
use program_finder::screen::{self, heading};
use serde_json::{Map, Value};

use super::html::text;

/// The catalog of one language.
pub struct Words(Map<String, Value>);

/// A sentence with the voices that say it in these words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub voices: Vec<Audience>,
    pub text: String,
}

/// The answers to one question that a condition names.
pub struct Named {
    pub question: &'static Question<'static>,
    pub options: OptionSet,
}

impl Words {
    /// Reads a catalog.
    pub fn read(path: &Path) -> Result<Words> {
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        Words::parse(&text).with_context(|| format!("reading {}", path.display()))
    }

    /// A catalog from its JSON.
    pub fn parse(text: &str) -> Result<Words> {
        Ok(Words(serde_json::from_str(text)?))
    }

    /// The catalog itself.
    pub fn all(&self) -> &Map<String, Value> {
        &self.0
    }

    fn find(&self, key: &str) -> Option<&str> {
        self.0.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// The sentence of that key.
    pub fn say(&self, key: &str) -> Result<&str> {
        self.find(key).with_context(|| format!("the catalog has no {key:?}"))
    }

    /// The sentence of that key in one voice: its own wording, or the one that serves all voices.
    pub fn voiced(&self, key: &str, audience: Audience) -> Result<&str> {
        self.find(&format!("{key}.{}", audience.id())).map_or_else(|| self.say(key), Ok)
    }

    /// The sentence of that key in all voices, each wording once.
    pub fn all_voices(&self, key: &str) -> Result<Vec<Said>> {
        let mut said: Vec<Said> = Vec::new();
        for audience in Audience::ALL {
            let text = self.voiced(key, audience)?;
            match said.iter_mut().find(|said| said.text == text) {
                Some(same) => same.voices.push(audience),
                None => said.push(Said { voices: vec![audience], text: text.to_owned() }),
            }
        }
        Ok(said)
    }

    /// The same, where there may be nothing to say.
    pub fn all_voices_if_any(&self, key: &str) -> Result<Option<Vec<Said>>> {
        let any =
            self.find(key).is_some() || Audience::ALL.iter().any(|v| self.find(&format!("{key}.{}", v.id())).is_some());
        any.then(|| self.all_voices(key)).transpose()
    }

    /// What a question is called.
    pub fn name(&self, question: &Question) -> Result<&str> {
        self.say(&format!("{}.name", question.id))
    }

    /// An option as an adult reads it who answers for themselves: conditions quote it so.
    pub fn option(&self, question: &Question, option: &str) -> Result<&str> {
        self.voiced(&format!("{}.{option}", question.id), Audience::Adult)
    }

    /// The options of a set that belong to the question, in short: without the examples after a colon.
    pub fn short(&self, question: &Question, options: OptionSet) -> Result<Vec<String>> {
        let of_question = options.intersection(question.all());
        let name = |option: usize| {
            let name = self.option(question, question.options[option - question.first])?;
            Ok(format!("“{}”", name.split(':').next().unwrap_or_default()))
        };
        of_question.iter().map(name).collect()
    }

    /// A clause as markup, such as "Use in the last 30 days: any of “Several days a week”, “Every day”".
    pub fn clause(&self, clause: &Clause) -> Result<String> {
        let named = named(clause);
        let parts: Result<Vec<String>> = named.iter().map(|part| self.part(part, clause.wanted)).collect();
        Ok(match (parts?, clause.wanted) {
            (parts, _) if parts.is_empty() => bail!("a condition names no option"),
            (parts, true) if parts.len() > 1 => format!("at least one of these: {}", parts.join("; <em>or</em> ")),
            (parts, _) => parts.join("; and "),
        })
    }

    fn part(&self, named: &Named, wanted: bool) -> Result<String> {
        let options = self.short(named.question, named.options)?;
        let how = match (wanted, options.len()) {
            (true, 1) => "",
            (true, _) => "any of ",
            (false, _) => "none of ",
        };
        Ok(format!("<b>{}</b>: {how}{}", text(self.name(named.question)?), text(&options.join(", "))))
    }

    /// When a rule fires, as markup: one line for each condition, all of which have to hold.
    pub fn when(&self, rule: &Rule) -> Result<Vec<String>> {
        let mut lines = rule.when.iter().map(|clause| self.clause(clause)).collect::<Result<Vec<_>>>()?;
        if rule.min_level > Level::Outpatient {
            lines.push(format!("the other rules reach at least <b>{}</b>", text(self.level(rule.min_level)?)));
        }
        if rule.max_level < Level::DayAndNight {
            lines.push(format!("the other rules reach no more than <b>{}</b>", text(self.level(rule.max_level)?)));
        }
        Ok(lines)
    }

    /// What a visitor reads above the suggestion, where this is suggested.
    pub fn heading(&self, state: State) -> Result<&str> {
        match heading(state) {
            screen::Message::Key(key) => self.say(&key),
            other => bail!("the heading is no sentence of the catalog: {other:?}"),
        }
    }

    /// What a level is called.
    pub fn level(&self, level: Level) -> Result<&str> {
        self.say(&format!("level.{}.short", level.id()))
    }
}

/// A clause's options, question by question.
pub fn named(clause: &Clause) -> Vec<Named> {
    let meets = |question: &&Question<'_>| clause.options.intersects(question.all());
    let part =
        |question: &'static Question<'static>| Named { question, options: clause.options.intersection(question.all()) };
    QUESTIONNAIRE.questions.iter().filter(meets).map(part).collect()
}

/// Whom a voice speaks to, in short, and about whom.
pub const fn voice_name(audience: Audience) -> (&'static str, &'static str) {
    match audience {
        Audience::Adult => ("Adult", "about themselves"),
        Audience::Teen => ("Teen", "about themselves"),
        Audience::Child => ("Parent", "about a teen"),
        Audience::Other => ("Somebody", "about an adult"),
    }
}
