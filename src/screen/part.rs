//! The small language that a screen is described in.

use crate::content::Voice;

/// Words to show, not yet in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// A sentence of the catalog.
    Key(String),
    /// A sentence of the catalog in the wording for an audience, or in the one wording that serves all.
    Voiced(String, Voice),
    /// The same, where a language may have nothing to say: an optional hint.
    Optional(String, Voice),
    /// A sentence with `{name}` placeholders filled.
    Filled(Box<Words>, Vec<(&'static str, Words)>),
    /// The provider's own words, shown as they are.
    Own(String),
    /// Several items, separated by commas.
    List(Vec<Words>),
}

/// Where sentences come from: a language's catalog.
pub trait Catalog {
    /// The sentence of that key, if there is one.
    fn get(&self, key: &str) -> Option<String>;
}

impl Words {
    /// The sentence of a key.
    #[inline(never)]
    pub fn key(key: &str) -> Words {
        Words::Key(key.to_owned())
    }
    /// The sentence of a key in the wording for an audience.
    #[inline(never)]
    pub fn voiced(key: &str, voice: Voice) -> Words {
        Words::Voiced(key.to_owned(), voice)
    }
    /// The sentence of a key of several parts, which are joined by dots.
    #[inline(never)]
    pub fn keys(parts: &[&str]) -> Words {
        Words::Key(joined(parts))
    }
    /// The same in the wording for an audience.
    #[inline(never)]
    pub fn voiced_keys(parts: &[&str], voice: Voice) -> Words {
        Words::Voiced(joined(parts), voice)
    }
    /// The same words with one more placeholder filled.
    #[must_use]
    #[inline(never)]
    pub fn with(self, name: &'static str, value: Words) -> Words {
        match self {
            Words::Filled(words, mut values) => {
                values.push((name, value));
                Words::Filled(words, values)
            }
            words => Words::Filled(Box::new(words), vec![(name, value)]),
        }
    }
    /// The words in a language. A missing key shows as itself, so that nothing is lost in silence: tests
    /// make sure that none is missing.
    pub fn say(&self, catalog: &dyn Catalog) -> String {
        match self {
            Words::Key(key) => catalog.get(key).unwrap_or_else(|| key.clone()),
            Words::Voiced(key, voice) => voiced(catalog, key, *voice).unwrap_or_else(|| key.clone()),
            Words::Optional(key, voice) => voiced(catalog, key, *voice).unwrap_or_default(),
            Words::Filled(words, values) => {
                let mut said = words.say(catalog);
                for (name, value) in values {
                    said = fill(&said, name, &value.say(catalog));
                }
                said
            }
            Words::Own(words) => words.clone(),
            Words::List(items) => items.iter().map(|item| item.say(catalog)).collect::<Vec<_>>().join(", "),
        }
    }
}

fn voiced(catalog: &dyn Catalog, key: &str, voice: Voice) -> Option<String> {
    catalog.get(&joined(&[key, voice.id()])).or_else(|| catalog.get(key))
}

/// Parts of a key, joined by dots.
#[inline(never)]
pub(super) fn joined(parts: &[&str]) -> String {
    parts.join(".")
}

/// The sentence with every `{name}` replaced.
fn fill(sentence: &str, name: &str, value: &str) -> String {
    let mut filled = String::new();
    for (place, piece) in sentence.split('{').enumerate() {
        let rest = (place > 0).then(|| piece.strip_prefix(name)?.strip_prefix('}')).flatten();
        match rest {
            Some(rest) => {
                filled.push_str(value);
                filled.push_str(rest);
            }
            None => {
                if place > 0 {
                    filled.push('{');
                }
                filled.push_str(piece);
            }
        }
    }
    filled
}

/// How a provider, or a helper, can be reached. All that a host may learn, and only where it asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// By telephone.
    Phone,
    /// By text message.
    Text,
    /// By e-mail.
    Email,
    /// On the provider's own page.
    Link,
    /// On a map.
    Map,
}

impl Channel {
    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            Channel::Phone => "phone",
            Channel::Text => "text",
            Channel::Email => "email",
            Channel::Link => "link",
            Channel::Map => "map",
        }
    }
}

/// What a part does when it is pressed or chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Choose, or take back, the option of that number.
    Choose(usize),
    /// Take the answer and go on.
    Continue,
    /// Show the step before.
    Back,
    /// Go on after the safety screen.
    GoOn,
    /// Answer the question at that place again, from the result.
    Change(usize),
    /// Forget everything and show the start screen.
    Restart,
    /// Move focus to the first option: what the error summary links to.
    ToOptions,
    /// A contact link was followed. The browser does the rest.
    Contact(Channel),
}

/// An attribute of a part. Closed, so that nothing else can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attr {
    /// Where a link leads. It opens beside the page, with no opener and no referrer.
    Href(String),
    /// The accessible name, where the visible words are not enough.
    Name(Words),
    /// A choice of a choose-all question (or, if not, of a one-choice question), and whether it is chosen.
    Choice {
        /// Whether several can be chosen.
        many: bool,
        /// Whether it is chosen.
        chosen: bool,
    },
    /// It is described by the hint and the error of the same screen.
    Described,
    /// It can be given focus by the program, and is when its screen is shown.
    Target,
    /// It can be reached with the Tab key: a scroller.
    Reachable,
    /// The scope of a table heading.
    Scope(&'static str),
    /// The language of the words inside, where it is not the page's.
    Lang(String),
}

/// A piece of a screen. A screen is a flat list of them, in reading order, each element opened and closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// An element begins: its HTML name, and its class names for the style sheet.
    Open(&'static str, &'static str),
    /// An attribute of the element that has just begun.
    Attr(Attr),
    /// What that element does.
    Act(Act),
    /// Words, at this place of the element.
    Words(Words),
    /// The element ends.
    Close,
}

/// A screen being written. Every method takes and gives the sheet itself, and none is inlined: screens are long
/// chains of calls, and building them as trees of values was measured at twice the download.
#[derive(Debug, Default)]
pub struct Sheet {
    /// What is written so far.
    pub parts: Vec<Part>,
}

impl Sheet {
    #[inline(never)]
    fn push(&mut self, part: Part) -> &mut Sheet {
        self.parts.push(part);
        self
    }
    /// Begins an element.
    #[inline(never)]
    pub(super) fn open(&mut self, tag: &'static str, class: &'static str) -> &mut Sheet {
        self.push(Part::Open(tag, class))
    }
    /// Ends the element begun last.
    #[inline(never)]
    pub(super) fn close(&mut self) -> &mut Sheet {
        self.push(Part::Close)
    }
    #[inline(never)]
    pub(super) fn attr(&mut self, attr: Attr) -> &mut Sheet {
        self.push(Part::Attr(attr))
    }
    #[inline(never)]
    pub(super) fn act(&mut self, act: Act) -> &mut Sheet {
        self.push(Part::Act(act))
    }
    #[inline(never)]
    pub(super) fn words(&mut self, words: Words) -> &mut Sheet {
        self.push(Part::Words(words))
    }
    #[inline(never)]
    pub(super) fn key(&mut self, key: &str) -> &mut Sheet {
        self.words(Words::key(key))
    }
    /// A whole element that only says something.
    #[inline(never)]
    pub(super) fn says(&mut self, tag: &'static str, class: &'static str, words: Words) -> &mut Sheet {
        self.open(tag, class).words(words).close()
    }
    /// A whole element that says the sentence of a key.
    #[inline(never)]
    pub(super) fn line(&mut self, tag: &'static str, class: &'static str, key: &str) -> &mut Sheet {
        self.says(tag, class, Words::key(key))
    }
    /// A whole button.
    #[inline(never)]
    pub(super) fn button(&mut self, class: &'static str, key: &str, act: Act) -> &mut Sheet {
        self.open("button", class).act(act).key(key).close()
    }
    /// A whole link that leaves the finder.
    #[inline(never)]
    pub(super) fn link(&mut self, class: &'static str, words: Words, address: &str, channel: Channel) -> &mut Sheet {
        self.open("a", class).attr(Attr::Href(address.to_owned())).act(Act::Contact(channel)).words(words).close()
    }
}
