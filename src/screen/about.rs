//! How to reach the provider, and what this tool is.

use super::View;
use super::level::section;
use super::part::{Attr, Channel, Part, Words, el, says};
use super::safety::link;
use crate::content::VERSION;
use crate::provider::Text;

/// Words of the provider's own, marked where they are in another language than the page.
pub(super) fn own(view: &View, part: Part, text: &Text) -> Part {
    let part = part.words(Words::Own(text.say(view.lang).to_owned()));
    match text.other_language(view.lang) {
        Some(lang) => part.attr(Attr::Lang(lang.to_owned())),
        None => part,
    }
}

/// A sentence that names the provider, or the one that does without where its name is not known.
pub(super) fn named(view: &View, key: &str) -> Words {
    match &view.config.name {
        Some(name) => Words::key(key).with("provider", Words::Own(name.say(view.lang).to_owned())),
        None => Words::keys(&[key, "unnamed"]),
    }
}

/// The ways to reach the provider, none of them first among equals; "not today" is one of them.
pub(super) fn contact(view: &View) -> Part {
    let contact = &view.config.contact;
    let mut ways: Vec<Part> = Vec::new();
    if let Some(phone) = &contact.phone {
        let words = Words::key("contact.call").with("phone", Words::Own(phone.shown.clone()));
        ways.push(link("way", words, &phone.tel(), Channel::Phone));
    }
    if let Some(text) = &contact.text {
        let words = Words::key("contact.text").with("phone", Words::Own(text.shown.clone()));
        ways.push(link("way", words, &text.sms(), Channel::Text));
    }
    if let Some(address) = contact.mailto() {
        ways.push(link("way", Words::key("contact.email"), &address, Channel::Email));
    }
    if let Some(address) = &contact.link {
        ways.push(link("way", Words::key("contact.link"), address, Channel::Link));
    }
    if contact.is_empty() {
        ways.push(link("way", Words::key("safety.samhsa"), "tel:+18006624357", Channel::Phone));
    }
    let mut card = section("result.contact").part(el("div", "contact").parts(ways));
    if let Some(hours) = &contact.hours {
        let words = Words::key("contact.hours").with("hours", Words::Own(hours.say(view.lang).to_owned()));
        card = card.part(says("p", words));
    }
    if let Some(address) = &contact.address {
        card = card.part(
            el("p", "address")
                .parts(address.lines.iter().map(|line| el("span", "line").words(Words::Own(line.clone())))),
        );
        if let Some(map) = &address.map {
            card = card.part(el("p", "").part(link("", Words::key("contact.map"), map, Channel::Map)));
        }
    }
    card.part(says("p", Words::key("contact.expect"))).part(says("p", Words::key("contact.later")))
}

/// Who offers the tool, that it shows only their programs, where others are, and which rules were used.
pub(super) fn about(view: &View) -> Part {
    let directory = &view.config.directory;
    let elsewhere =
        Words::key("programs.elsewhere.named").with("directory", Words::Own(directory.name.say(view.lang).to_owned()));
    el("section", "about")
        .part(says("h3", Words::key("result.about")))
        .part(says("p", named(view, "about.owner")))
        .part(says("p", named(view, "programs.only")))
        .part(el("p", "").part(link("", elsewhere, &directory.url, Channel::Link)))
        .part(says("p", Words::key("about.sources")))
        .part(says("p", Words::key("about.private")))
        .part(says("p", Words::key("about.version").with("version", Words::Own(VERSION.to_owned()))))
}
