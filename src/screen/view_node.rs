//! The small language that a screen is described in.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::content::Audience;
use crate::provider::{When, cut};

/// Words to show, not yet in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A sentence of the catalog, in the wording for the audience or in the one that serves all.
    Key(String),
    /// A sentence with `{name}` placeholders filled.
    Filled(Box<Message>, &'static str, Box<Message>),
    /// The provider's own words, shown as they are.
    Own(String),
    /// Several items, separated by commas.
    List(Vec<Message>),
}

/// Where sentences come from: a language's catalog.
pub trait Catalog {
    /// The sentence of that key: in the wording of a voice, or else in the one that serves all. None, if there is neither.
    /// A key may end in `@` and a number, as [`Message::counted`] has it: the form of the sentence for that number.
    fn get(&self, key: &str, audience: Audience) -> Option<String>;
}

/// The keys under which a catalog that is not packed has the sentence, the first that is there: of `program.days@3` these are
/// `program.days@other` and `program.days`. English and Spanish alone are read so, natively and in the headless build; the
/// frame's script knows the forms of every language (www/frame/words.js).
pub fn unpacked_keys(key: &str) -> Vec<String> {
    match key.split_once('@') {
        None => vec![key.to_owned()],
        Some((key, number)) => {
            let form = if number == "1" { "one" } else { "other" };
            vec![[key, "@", form].concat(), key.to_owned()]
        }
    }
}

impl Message {
    /// The sentence of a key.
    #[inline(never)]
    pub fn key(key: &str) -> Message {
        Message::Key(key.to_owned())
    }
    /// The sentence of a key. Each `$` in it stands for the name.
    #[inline(never)]
    pub fn key_with(key: &str, name: &str) -> Message {
        Message::key_with_all(key, &[name])
    }
    /// The sentence of a key. Each `$` in it stands for the next of `names`, or the last of them.
    #[inline(never)]
    pub fn key_with_all(key: &str, names: &[&str]) -> Message {
        Message::Key(named(key, &mut &*names))
    }
    /// The sentence of a key in the form that the language has for that number, which is written in digits.
    #[inline(never)]
    pub fn counted(key: &str, number: &str) -> Message {
        Message::key_with_all("$@$", &[key, number])
    }
    /// The same words with one more placeholder filled.
    #[must_use]
    #[inline(never)]
    pub fn with(self, name: &'static str, value: Message) -> Message {
        Message::Filled(Box::new(self), name, Box::new(value))
    }
    /// The words in a language and for an audience. A missing key shows nothing: only hints may be missing, and
    /// tests make sure of it.
    pub fn render(&self, catalog: &dyn Catalog, audience: Audience) -> String {
        match self {
            Message::Key(key) => catalog.get(key, audience).unwrap_or_default(),
            Message::Filled(words, name, value) => {
                fill(&words.render(catalog, audience), name, &value.render(catalog, audience))
            }
            Message::Own(words) => words.clone(),
            Message::List(items) => {
                let mut said = String::new();
                for item in items {
                    if !said.is_empty() {
                        said.push_str(", ");
                    }
                    said.push_str(&item.render(catalog, audience));
                }
                said
            }
        }
    }
}

/// The text with each `$` replaced by the next name, or the last.
#[inline(never)]
fn named(text: &str, names: &mut &[&str]) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, _, after)) = cut(rest, b"$") {
        whole.push_str(before);
        if let [name, others @ ..] = *names {
            whole.push_str(name);
            if !others.is_empty() {
                *names = others;
            }
        }
        rest = after;
    }
    whole.push_str(rest);
    whole
}

/// The sentence with every `{name}` replaced.
fn fill(sentence: &str, name: &str, value: &str) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, _, after)) = cut(rest, b"{") {
        filled.push_str(before);
        match cut(after, b"}") {
            Some((this, _, behind)) if this == name => {
                filled.push_str(value);
                rest = behind;
            }
            _ => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// How the provider can be reached, alike on every result. All that a host may learn, and only where it asked to: never of
/// a crisis line, a program's own page or a directory, since those are not there for everybody.
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
pub enum Action {
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
    /// Answer, on the result, the open question that the option of that number belongs to.
    Settle(usize),
    /// Forget everything and show the start screen.
    Restart,
    /// Move focus to the first option: what the error summary links to.
    ToOptions,
    /// A way to reach the provider was followed. The browser does the rest.
    Contact(Channel),
    /// Choose, or take back, the filter of that number among those that the programs shown can be narrowed by.
    Narrow(usize),
    /// Say that this time could work, or take that back: on a result.
    When(When),
    /// Move focus to what can be kept: what "not now" leads to.
    ToKeep,
    /// Put the answers into what is kept, or leave them out again.
    Include,
    /// Print the summary, save it or copy it.
    Keep(SaveMethod),
}

/// A way to keep the summary of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveMethod {
    /// On paper.
    Print,
    /// As a file.
    Save,
    /// As text, to be pasted somewhere.
    Copy,
}

impl SaveMethod {
    /// Every way, in the order in which they are shown.
    pub const ALL: [SaveMethod; 3] = [SaveMethod::Print, SaveMethod::Save, SaveMethod::Copy];

    /// Stable name.
    pub const fn id(self) -> &'static str {
        match self {
            SaveMethod::Print => "print",
            SaveMethod::Save => "save",
            SaveMethod::Copy => "copy",
        }
    }
    /// What is said once it was tried, and the browser has let it be done or not.
    pub fn result_message(self, done: bool) -> Message {
        if done { Message::key_with("keep.done.$", self.id()) } else { Message::key("keep.failed") }
    }
}

/// An attribute of a part. Closed, so that nothing else can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attr {
    /// Where a link leads. It opens beside the page, with no opener and no referrer.
    Href(String),
    /// The accessible name, where the visible words are not enough.
    Name(Message),
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
    /// It is only seen: nothing tells of it to whoever hears the screen.
    Unheard,
    /// What it holds is unfolded from the start.
    Unfolded,
    /// The scope of a table heading.
    Scope(&'static str),
    /// The language of the words inside, where it is not the page's.
    Lang(String),
}

/// A piece of a screen. A screen is a flat list of them, in reading order, each element opened and closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewNode {
    /// An element begins: its HTML name, and its class names for the style sheet.
    Open(&'static str, &'static str),
    /// An attribute of the element that has just begun.
    Attr(Attr),
    /// What that element does.
    Action(Action),
    /// Words, at this place of the element.
    Message(Message),
    /// The element ends.
    Close,
}

/// A screen being written.
///
/// Most of it is written as markup of the sheet's own, which [`ScreenBuilder::markup`] reads: screens are long, and calls
/// for each element, or trees of values, were measured at up to twice the download.
#[derive(Debug, Default)]
pub struct ScreenBuilder {
    /// What is written so far.
    pub parts: Vec<ViewNode>,
    /// It is for paper or a file: nothing on it can be pressed.
    pub(super) keeping: bool,
}

impl ScreenBuilder {
    /// Writes markup: `tag class(` opens an element, `)` closes it, `tag class{key}` is a whole element with the
    /// sentence of that key, `{key}` alone a sentence inside the element. A `!` before the bracket makes the element
    /// one that focus can go to.
    #[inline(never)]
    pub(super) fn markup(&mut self, markup: &'static str) -> &mut ScreenBuilder {
        self.markup_with_all(markup, &[])
    }
    /// Writes markup. Each `$` in a key stands for the name.
    ///
    /// To have a call of its own for one name, and one for none, was measured at 0.5 kB less to download.
    #[inline(never)]
    pub(super) fn markup_with(&mut self, markup: &'static str, name: &str) -> &mut ScreenBuilder {
        self.markup_with_all(markup, &[name])
    }
    /// Ends the element opened last.
    #[inline(never)]
    pub(super) fn end(&mut self) -> &mut ScreenBuilder {
        self.parts.push(ViewNode::Close);
        self
    }
    /// Writes markup. Each `$` in a key stands for the next of `names`, or the last of them.
    #[inline(never)]
    pub(super) fn markup_with_all(&mut self, markup: &'static str, names: &[&str]) -> &mut ScreenBuilder {
        let mut names = names;
        let mut whole = false;
        let mut rest = markup;
        while let Some((piece, mark, after)) = cut(rest, b"(){}") {
            rest = after;
            let opens = matches!(mark, b'(' | b'{') && !piece.is_empty();
            if opens {
                let (element, target) = match cut(piece, b"!") {
                    Some((element, ..)) => (element, true),
                    None => (piece, false),
                };
                let (tag, _, class) = cut(element, b" ").unwrap_or((element, 0, ""));
                self.parts.push(ViewNode::Open(tag, class));
                if target {
                    self.attr(Attr::Target);
                }
            }
            match mark {
                b'{' => whole = opens,
                b'}' => {
                    self.words(Message::Key(named(piece, &mut names)));
                }
                _ => {}
            }
            if mark == b')' || mark == b'}' && whole {
                self.parts.push(ViewNode::Close);
            }
        }
        self
    }
    /// An attribute of the element opened last.
    #[inline(never)]
    pub(super) fn attr(&mut self, attr: Attr) -> &mut ScreenBuilder {
        self.parts.push(ViewNode::Attr(attr));
        self
    }
    /// What the element opened last does.
    #[inline(never)]
    pub(super) fn act(&mut self, act: Action) -> &mut ScreenBuilder {
        self.parts.push(ViewNode::Action(act));
        self
    }
    /// Words, inside the element opened last.
    #[inline(never)]
    pub(super) fn words(&mut self, words: Message) -> &mut ScreenBuilder {
        self.parts.push(ViewNode::Message(words));
        self
    }
    /// A whole element that says these words.
    #[inline(never)]
    pub(super) fn element_with_text(&mut self, opening: &'static str, words: Message) -> &mut ScreenBuilder {
        self.markup(opening).words(words).end()
    }
    /// A whole link that leaves the finder. Nobody learns that it was followed.
    #[inline(never)]
    pub(super) fn link(&mut self, class: &'static str, words: Message, address: &str) -> &mut ScreenBuilder {
        self.leading(class, address).words(words).end()
    }
    /// A whole link to the provider's own phone, mail or page. That it was followed may be told (see [`Channel`]).
    #[inline(never)]
    pub(super) fn contact(
        &mut self,
        class: &'static str,
        words: Message,
        address: &str,
        channel: Channel,
    ) -> &mut ScreenBuilder {
        self.leading(class, address).act(Action::Contact(channel)).words(words).end()
    }
    fn leading(&mut self, class: &'static str, address: &str) -> &mut ScreenBuilder {
        self.parts.push(ViewNode::Open("a", class));
        self.attr(Attr::Href(address.to_owned()))
    }
}
