//! Words of the provider's own.

use super::data::Data;
use super::problem::{At, Reader};
use super::read::words;

/// The provider's own words, in one language or in each of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(&'static str, String)>);

/// Languages that a text can be given in.
const LANGUAGES: &[&str] = &["en", "es"];

impl Text {
    /// The same words for every language.
    pub fn plain(words: impl Into<String>) -> Text {
        Text(vec![("", words.into())])
    }
    /// The words in that language, or else in the first in which there are any.
    pub fn say(&self, lang: &str) -> &str {
        self.found(lang).map_or("", |(_, words)| words)
    }
    /// The language of those words, where it is known not to be the one asked for: the screen marks it.
    pub fn other_language(&self, lang: &str) -> Option<&'static str> {
        self.found(lang).map(|(written, _)| *written).filter(|written| !written.is_empty() && *written != primary(lang))
    }
    fn found(&self, lang: &str) -> Option<&(&'static str, String)> {
        self.0.iter().find(|(written, _)| *written == primary(lang)).or_else(|| self.0.first())
    }
    pub(super) fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Text> {
        match data {
            Data::Record(_) => {
                let fields = reader.fields(at, data, LANGUAGES, lost)?;
                let given = LANGUAGES.iter().filter(|lang| fields.get(lang).is_some()).count();
                let wrong = match given {
                    0 => return reader.wrong(at, data, "text in at least one language, en or es", lost),
                    1 => lost,
                    _ => "The text of the other language is shown.",
                };
                let mut texts = Vec::new();
                for lang in LANGUAGES {
                    if let Some(words) = fields.read(reader, lang, wrong, words) {
                        texts.push((*lang, words));
                    }
                }
                (!texts.is_empty()).then_some(Text(texts))
            }
            Data::Text(_) => words(reader, at, data, lost).map(Text::plain),
            _ => reader.wrong(at, data, "text, or a text for each language: {\"en\": …, \"es\": …}", lost),
        }
    }
}

/// `es` of `es-MX`.
fn primary(lang: &str) -> &str {
    lang.split('-').next().unwrap_or(lang)
}
