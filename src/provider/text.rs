//! Words of the provider's own.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::json::Json;
use super::reader::Fields;
use super::schema::{Field, Schema};
use super::vocabulary::PageLanguage;

/// The provider's own words, in one language or in each of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(&'static str, String)>);

/// Languages that a text can be given in: those of the finder itself.
pub const LANGUAGES: &[Field] = &{
    let mut fields = [Field::new("", Schema::Words); PageLanguage::TAGS.len()];
    let mut at = 0;
    while at < fields.len() {
        fields[at].name = PageLanguage::TAGS[at];
        at += 1;
    }
    fields
};

impl Text {
    /// The same words for every language.
    pub fn plain(words: impl Into<String>) -> Text {
        Text(vec![("", words.into())])
    }
    pub(super) fn take(data: Option<&mut Json>) -> Option<Text> {
        if let Some(Json::Text(words)) = data {
            return Some(Text::plain(core::mem::take(words)));
        }
        let mut fields = Fields::of(data);
        let mut text = Text::default();
        for field in LANGUAGES {
            if let Some(words) = fields.text(field.name) {
                text.0.push((field.name, words));
            }
        }
        (!text.0.is_empty()).then_some(text)
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
}

/// `es` of `es-MX`.
fn primary(lang: &str) -> &str {
    match lang.as_bytes().get(2) {
        Some(b'-') => lang.get(..2).unwrap_or(lang),
        _ => lang,
    }
}
