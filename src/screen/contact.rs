//! How to reach the provider, what happens on a call, and what to ask.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::View;
use super::view_node::{Action, Attr, Channel, Message, ScreenBuilder};
use crate::provider::{Phone, Text};

/// A whole element with words of the provider's own, marked where they are in another language than the page.
pub(super) fn own(view: &View, sheet: &mut ScreenBuilder, opening: &'static str, text: &Text) {
    sheet.markup(opening);
    if let Some(lang) = text.other_language(view.lang) {
        sheet.attr(Attr::Lang(lang.to_owned()));
    }
    sheet.words(own_words(view, text)).end();
}

/// Words of the provider's own.
pub(super) fn own_words(view: &View, text: &Text) -> Message {
    Message::Own(text.say(view.lang).to_owned())
}

/// A sentence that names the provider, or the one that does without where its name is not known.
pub(super) fn named(view: &View, key: &str) -> Message {
    match &view.config.name {
        Some(name) => Message::key(key).with("provider", own_words(view, name)),
        None => Message::key_with("$.unnamed", key),
    }
}

/// The link that calls the provider, in the words of that key, if a number is configured.
pub(super) fn call(view: &View, sheet: &mut ScreenBuilder, class: &'static str, key: &str) {
    if let Some(phone) = &view.config.contact.phone {
        number(sheet, class, key, phone, phone.tel(), Channel::Phone);
    }
}

/// The link that writes to the provider, if a number for messages is configured.
fn text(view: &View, sheet: &mut ScreenBuilder, class: &'static str, key: &str) {
    if let Some(text) = &view.config.contact.text {
        number(sheet, class, key, text, text.sms(), Channel::Text);
    }
}

/// A telephone number as a link, or as words where it cannot be dialed.
pub(super) fn number(
    sheet: &mut ScreenBuilder,
    class: &'static str,
    key: &str,
    phone: &Phone,
    address: Option<String>,
    channel: Channel,
) {
    let words = Message::key(key).with("phone", Message::Own(phone.shown.clone()));
    match address {
        Some(address) => sheet.contact(class, words, &address, channel),
        None => sheet.element_with_text("p(", words),
    };
}

/// A link that says what it is for; on paper, where it cannot be pressed, its address.
fn way(sheet: &mut ScreenBuilder, key: &str, address: &str, channel: Channel) {
    let spelled = || Message::Own(address.strip_prefix("mailto:").unwrap_or(address).to_owned());
    let words = if sheet.keeping { spelled() } else { Message::key(key) };
    sheet.contact("", words, address, channel);
}

/// The ways to reach the provider, the two to talk first; "not today" is one of them.
pub(super) fn contact(view: &View, sheet: &mut ScreenBuilder) {
    let contact = &view.config.contact;
    sheet.markup("div contact(div calls(");
    call(view, sheet, "call main", "contact.call");
    text(view, sheet, "call", "contact.text");
    if contact.is_empty() {
        samhsa(sheet);
    }
    sheet.end();
    if let Some(hours) = &contact.hours {
        own(view, sheet, "p(", hours);
    }
    if !sheet.keeping {
        sheet.markup("p{contact.later}");
    }
    if let Some(address) = &contact.address {
        let mut lines = Vec::new();
        for line in &address.lines {
            lines.push(Message::Own(line.clone()));
        }
        sheet.element_with_text("p address(", Message::List(lines));
    }
    sheet.markup("p links(");
    if let Some(address) = contact.mailto() {
        way(sheet, "contact.email", &address, Channel::Email);
    }
    if let Some(address) = &contact.link {
        way(sheet, "contact.link", address, Channel::Link);
    }
    if !sheet.keeping {
        if let Some(map) = contact.address.as_ref().and_then(|address| address.map.as_ref()) {
            sheet.contact("", Message::key("contact.map"), map, Channel::Map);
        }
        sheet.markup("button link(").act(Action::ToKeep).markup("{contact.not_now})");
    }
    sheet.markup("))");
}

/// The line that helps to find care anywhere. It is a crisis line: nobody learns of a press.
fn samhsa(sheet: &mut ScreenBuilder) {
    sheet.link("call main", Message::key("contact.samhsa"), "tel:+18006624357");
}

/// What stays at the foot of a phone's screen: the two ways to talk with somebody now. For most the provider's; in danger,
/// and for a child, people who help at once.
pub(super) fn bar(view: &View, provider_first: bool, child: bool, sheet: &mut ScreenBuilder) {
    let contact = &view.config.contact;
    sheet.markup("div stick(");
    if !provider_first {
        let text = if view.lang == "es" { "sms:988?&body=AYUDA" } else { "sms:988" };
        let call = ("strip.call988.short", "tel:988");
        let (first, second) =
            if child { (call, ("strip.text988.short", text)) } else { (("safety.call911", "tel:911"), call) };
        sheet.link("call main", Message::key(first.0), first.1);
        sheet.link("call", Message::key(second.0), second.1);
    } else if contact.phone.is_some() {
        call(view, sheet, "call main", "contact.call");
        text(view, sheet, "call", "contact.text.short");
    } else if contact.text.is_some() {
        text(view, sheet, "call main", "contact.text");
    } else if let Some(address) = &contact.link {
        sheet.contact("call main", Message::key("contact.link"), address, Channel::Link);
    } else if let Some(address) = contact.mailto() {
        sheet.contact("call main", Message::key("contact.email"), &address, Channel::Email);
    } else {
        samhsa(sheet);
    }
    sheet.end();
}

/// Questions that help to compare providers, whichever it is.
const ASKS: [&str; 8] = ["opening", "assessment", "week", "medicine", "cost", "family", "return", "license"];

/// What happens on a first call, and what to ask on it.
pub(super) fn call_expected(sheet: &mut ScreenBuilder) {
    sheet.markup("details fold(summary(h3{result.call})div(p{contact.expect}h4{asks.title}p{asks.lead}ul dots(");
    asks(sheet);
    sheet.markup(")))");
}

/// Each of these questions.
pub(super) fn asks(sheet: &mut ScreenBuilder) {
    for ask in ASKS {
        sheet.markup_with("li{asks.$}", ask);
    }
}
