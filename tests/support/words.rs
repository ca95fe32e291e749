//! The words of `tests/words.toml`, and how they are looked for.

use serde::Deserialize;

/// The lists. What each is for stands beside it in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    pub everywhere: Vec<String>,
    pub catalog: Vec<String>,
    pub errors: Vec<String>,
    pub right: Vec<String>,
    pub names: Vec<String>,
}

impl Lists {
    pub fn read() -> Lists {
        toml::from_str(include_str!("../words.toml")).unwrap_or_else(|error| panic!("words.toml: {error}"))
    }

    /// Which of these words the text holds, after what is right has been taken out.
    pub fn found<'a>(&self, words: impl IntoIterator<Item = &'a String>, text: &str) -> Vec<&'a str> {
        let mut text = plain(text);
        for right in &self.right {
            text = replaced(&text, right, " ");
        }
        words.into_iter().filter(|word| holds(&text, word)).map(|word| &**word).collect()
    }
}

/// In small letters, with the straight apostrophe and single spaces.
pub fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text that is [`plain`] holds these words whole.
pub fn holds(text: &str, words: &str) -> bool {
    indices(text, &plain(words)).next().is_some()
}

/// The plain text with these words, where they stand whole, replaced.
pub fn replaced(text: &str, words: &str, by: &str) -> String {
    let words = plain(words);
    let (mut replaced, mut from) = (String::new(), 0);
    for index in indices(text, &words) {
        if index >= from {
            replaced.push_str(&text[from..index]);
            replaced.push_str(by);
            from = index + words.len();
        }
    }
    replaced + &text[from..]
}

fn indices<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(words).map(|(index, _)| index).filter(move |index| {
        !inside(text[..*index].chars().next_back()) && !inside(text[index + words.len()..].chars().next())
    })
}
