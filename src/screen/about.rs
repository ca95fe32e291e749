//! How to reach the provider, what to ask and to take along, and what this tool is.

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::View;
use super::part::{Act, Attr, Channel, Keep, Sheet, Words};
use crate::content::{CHANGED, CHECKED, VERSION};
use crate::provider::{Phone, Text};

/// A whole element with words of the provider's own, marked where they are in another language than the page.
pub(super) fn own(view: &View, sheet: &mut Sheet, opening: &'static str, text: &Text) {
    sheet.put(opening, &[]);
    if let Some(lang) = text.other_language(view.lang) {
        sheet.attr(Attr::Lang(lang.to_owned()));
    }
    sheet.words(own_words(view, text)).put(")", &[]);
}

/// Words of the provider's own.
pub(super) fn own_words(view: &View, text: &Text) -> Words {
    Words::Own(text.say(view.lang).to_owned())
}

/// A sentence that names the provider, or the one that does without where its name is not known.
pub(super) fn named(view: &View, key: &str) -> Words {
    match &view.config.name {
        Some(name) => Words::key(key, &[]).with("provider", own_words(view, name)),
        None => Words::key("$.unnamed", &[key]),
    }
}

/// A link that says what it is for; on paper, where it cannot be pressed, its address.
fn way(sheet: &mut Sheet, key: &str, address: &str, channel: Channel) {
    let spelled = || Words::Own(address.strip_prefix("mailto:").unwrap_or(address).to_owned());
    let words = if sheet.keeping { spelled() } else { Words::key(key, &[]) };
    sheet.contact("way", words, address, channel);
}

/// The link that calls the provider, in the words of that key, if a number is configured.
pub(super) fn call(view: &View, sheet: &mut Sheet, key: &str) {
    if let Some(phone) = &view.config.contact.phone {
        number(sheet, key, phone, phone.tel(), Some(Channel::Phone));
    }
}

/// A telephone number as a link, or as words where it cannot be dialed. Of one that is not on every result, as a partner's,
/// there is no `channel` to tell.
pub(super) fn number(sheet: &mut Sheet, key: &str, phone: &Phone, address: Option<String>, channel: Option<Channel>) {
    let words = Words::key(key, &[]).with("phone", Words::Own(phone.shown.clone()));
    match (address, channel) {
        (Some(address), Some(channel)) => sheet.contact("way", words, &address, channel),
        (Some(address), None) => sheet.link("way", words, &address),
        (None, _) => sheet.says("p(", words),
    };
}

/// The ways to reach the provider, none of them first among equals; "not today" is one of them.
pub(super) fn contact(view: &View, sheet: &mut Sheet) {
    let contact = &view.config.contact;
    sheet.put("section card(h3{result.contact}div contact(", &[]);
    call(view, sheet, "contact.call");
    if let Some(text) = &contact.text {
        number(sheet, "contact.text", text, text.sms(), Some(Channel::Text));
    }
    if let Some(address) = contact.mailto() {
        way(sheet, "contact.email", &address, Channel::Email);
    }
    if let Some(address) = &contact.link {
        way(sheet, "contact.link", address, Channel::Link);
    }
    if contact.is_empty() {
        sheet.link("way", Words::key("safety.samhsa", &[]), "tel:+18006624357");
    }
    if !sheet.keeping {
        sheet.put("button way(", &[]).act(Act::ToKeep).put("{contact.not_now})", &[]);
    }
    sheet.put(")", &[]);
    if let Some(hours) = &contact.hours {
        sheet.says("p(", Words::key("contact.hours", &[]).with("hours", own_words(view, hours)));
    }
    if let Some(address) = &contact.address {
        sheet.put("p address(", &[]);
        for line in &address.lines {
            sheet.says("span line(", Words::Own(line.clone()));
        }
        sheet.put(")", &[]);
        if let Some(map) = address.map.as_ref().filter(|_| !sheet.keeping) {
            sheet.put("p(", &[]).contact("", Words::key("contact.map", &[]), map, Channel::Map).put(")", &[]);
        }
    }
    sheet.put(if sheet.keeping { ")" } else { "p{contact.expect}p{contact.later})" }, &[]);
}

/// Questions that help to compare providers, whichever it is.
const ASKS: [&str; 8] = ["opening", "assessment", "week", "medicine", "cost", "family", "return", "license"];

pub(super) fn asks(sheet: &mut Sheet) {
    sheet.put(
        if sheet.keeping {
            "section(h3{asks.title}ul asks("
        } else {
            "section card(h3{asks.title}p{asks.lead}ul dots("
        },
        &[],
    );
    for ask in ASKS {
        sheet.put("li{asks.$}", &[ask]);
    }
    sheet.put("))", &[]);
}

/// The ways to keep the result, and what each of them leaves behind.
pub(super) fn keep(view: &View, sheet: &mut Sheet) {
    sheet.put("section card keep(h3!{keep.title}p{keep.note}label option(input(", &[]);
    sheet.attr(Attr::Choice { many: true, chosen: view.visit.include }).act(Act::Include);
    sheet.put(")span{keep.answers})div contact(", &[]);
    for way in Keep::ALL {
        sheet.put("button way(", &[]).act(Act::Keep(way)).put("{keep.$})", &[way.id()]);
    }
    sheet.put(")p kept())", &[]);
}

/// The list of other places for care.
pub(super) fn elsewhere(view: &View, sheet: &mut Sheet, class: &'static str) {
    let directory = &view.config.directory;
    let words = Words::key("programs.elsewhere.named", &[]).with("directory", own_words(view, &directory.name));
    sheet.put("p(", &[]).link(class, words, &directory.url).put(")", &[]);
}

/// Who offers the tool, that it shows only their programs, where others are, and which rules were used.
pub(super) fn about(view: &View, sheet: &mut Sheet) {
    sheet.put("section about(h3{result.about}", &[]);
    sheet.says("p(", named(view, "about.owner")).says("p(", named(view, "programs.only"));
    elsewhere(view, sheet, "");
    sheet.put("p{about.sources}p{about.private}", &[]).says("p(", version()).put(")", &[]);
}

/// Which rules these are, since when, and how old the crisis lines are.
pub(super) fn version() -> Words {
    let version = Words::key("about.version", &[]).with("version", Words::Own(VERSION.to_owned()));
    version.with("date", Words::Own(CHANGED.to_owned())).with("checked", Words::Own(CHECKED.to_owned()))
}
