//! The provider's own programs: which fit, what does not fit about each, and where else to look.

use alloc::vec::Vec;

use super::View;
use super::about::elsewhere;
use super::card::card;
use super::contact::{named, own, own_words};
use super::facts::{checked_on, listed};
use super::view_node::{Action, Attr, Message, ScreenBuilder};
use crate::decision::Decision;
use crate::engine::Level;
use crate::provider::{
    Direction, Filter, Group, Match, Matches, Payment, Service, Setting, When, decimal, filters, passes,
};

/// The programs of a result, as far as the visitor's filters let them be shown.
pub(super) struct ProgramList<'a> {
    /// What they can be narrowed by.
    filters: Vec<Filter>,
    /// Each program shown with what it is, if it is not at the level suggested.
    cards: Vec<(&'a Match, Option<Direction>)>,
    /// How many there are without filters.
    total: usize,
}

impl ProgramList<'_> {
    pub(super) fn of<'a>(view: &View, decision: &'a Decision) -> ProgramList<'a> {
        let mut cards = decision.cards();
        // In the provider's order, which stays while the cards are sorted anew: filters are told apart by their place.
        let mut programs = Vec::new();
        for (index, program) in view.config.programs.iter().enumerate() {
            if cards.iter().any(|(found, _)| found.program == index) {
                programs.push(program);
            }
        }
        let (total, filters) = (cards.len(), filters(&programs, view.lang));
        let mut chosen = Vec::new();
        for (number, filter) in filters.iter().enumerate() {
            if is_chosen(view, number) {
                chosen.push(filter);
            }
        }
        cards.retain(|(found, _)| passes(&chosen, &view.config.programs[found.program], view.lang));
        ProgramList { filters, cards, total }
    }
    /// How many are shown, in words.
    pub(super) fn count(&self) -> Message {
        if self.cards.is_empty() {
            return Message::key("programs.none_left");
        }
        let (count, total) = (decimal(self.cards.len() as u64), decimal(self.total as u64));
        Message::counted("programs.shown", &total).with("count", Message::Own(count)).with("total", Message::Own(total))
    }
    /// The filters, folded away until the visitor wants them.
    fn narrow(&self, view: &View, sheet: &mut ScreenBuilder) {
        if self.filters.is_empty() {
            return;
        }
        sheet.markup("details narrow(");
        if view.visit.active_filters.is_some() {
            sheet.attr(Attr::Unfolded);
        }
        sheet.markup("summary{programs.narrow}");
        let mut group: Option<Group> = None;
        for (number, filter) in self.filters.iter().enumerate() {
            if group != Some(filter.group()) {
                sheet.markup_with(
                    if group.is_some() { ")fieldset(legend{filter.$}" } else { "fieldset(legend{filter.$}" },
                    filter.group().id(),
                );
                group = Some(filter.group());
            }
            sheet.markup("label option(input(");
            sheet.attr(Attr::Choice { many: true, chosen: is_chosen(view, number) }).act(Action::Narrow(number));
            sheet.end().element_with_text("span(", label(filter)).end();
        }
        sheet.end().element_with_text("p count(", self.count()).end();
    }
}

fn is_chosen(view: &View, number: usize) -> bool {
    view.visit.active_filters.is_some_and(|chosen| chosen >> number & 1 == 1)
}

fn label(filter: &Filter) -> Message {
    let (key, name) = match filter {
        Filter::Track(track) => ("track.$", track.id()),
        Filter::Approach(approach) => ("approach.$", approach.id()),
        Filter::Medication => ("service.$", Service::Medication.id()),
        Filter::Video => ("setting.$", Setting::Video.id()),
        Filter::Language(language) => ("language.$", language.id()),
        Filter::Payment(payment) => ("program.payer.$", payment.id()),
        Filter::Accepts(medicine) => ("program.medicine.$", medicine.id()),
        Filter::Feature(feature) => ("program.has.$", feature.id()),
        Filter::Plan(name) | Filter::Town(name) => return Message::Own(name.clone()),
    };
    Message::key_with(key, name)
}

/// The programs: three of them at first, with all that they can be told apart by; the others unfold.
pub(super) fn programs(view: &View, decision: &Decision, sheet: &mut ScreenBuilder) {
    let found = &decision.programs;
    let shown = ProgramList::of(view, decision);
    sheet.markup("section programs(").element_with_text("h3(", named(view, "result.programs"));
    for level in &found.missing {
        let key = if *level == Level::DayAndNight {
            "programs.none.day_and_night"
        } else if found.other.iter().any(|other| other.level == Some(*level)) {
            "program.none.treats"
        } else {
            "programs.none"
        };
        sheet.element_with_text("p(", named(view, key).with("level", Message::key_with("level.$.short", level.id())));
    }
    // Where the finder refers, other places come first: nothing of the provider's own is as much as was suggested.
    let refers = partners(view, sheet, found)
        || found.missing.contains(&Level::DayAndNight)
        || found.safety && shown.cards.first().is_none_or(|(_, direction)| *direction == Some(Direction::Less));
    if refers || found.fitting.is_empty() {
        elsewhere(view, sheet, "way");
    }
    if decision.asks_when() && !sheet.keeping {
        week(view, sheet);
    }
    if !sheet.keeping {
        shown.narrow(view, sheet);
    }
    // Where all were checked on one day, that is said once.
    let checked = |(found, _): &(&Match, _)| view.config.programs[found.program].checked;
    let first = shown.cards.first().and_then(checked);
    let once = first.filter(|_| shown.cards.iter().all(|card| checked(card) == first));
    // Programs at one level alone need not say which.
    let leveled = decision.state.program_levels().len() > 1;
    let open = if sheet.keeping { shown.cards.len() } else { shown.cards.len().min(OPEN) };
    let (open, more) = shown.cards.split_at(open);
    for (program, direction) in open {
        card(view, sheet, program, *direction, leveled, once.is_none());
    }
    if !more.is_empty() {
        let count = decimal(more.len() as u64);
        let words = Message::counted("programs.rest", &count).with("count", Message::Own(count));
        sheet.markup("details(").element_with_text("summary(", words).markup("div(");
        for (program, direction) in more {
            card(view, sheet, program, *direction, leveled, once.is_none());
        }
        sheet.markup("))");
    }
    if let Some(date) = once {
        sheet.element_with_text("p small(", checked_on(date));
    }
    sheet.element_with_text("p small(", named(view, "programs.only")).end();
}

/// So many programs are shown at once: more would be a list to study.
const OPEN: usize = 3;

/// What the programs shown take, and what to ask about the cost.
pub(super) fn cost(view: &View, decision: &Decision, sheet: &mut ScreenBuilder) {
    let mut payers: Vec<&str> = Vec::new();
    for payment in Payment::ALL {
        let taken = |(found, _): &(&Match, _)| {
            view.config.programs[found.program].payers.iter().any(|payer| payer.payment == Some(*payment))
        };
        if decision.cards().iter().any(taken) {
            payers.push(payment.id());
        }
    }
    sheet.markup("details fold(summary(h3{result.cost})div(");
    if !payers.is_empty() {
        sheet.element_with_text("p(", Message::key("cost.payers").with("list", listed("program.payer.$", payers)));
    }
    sheet.markup("p{cost.ask}))");
}

/// The provider's own partners for what it does not run, each with how to reach it, and with the words that anybody may
/// choose another place. Whether there are any: the directory then stands beside them.
fn partners(view: &View, sheet: &mut ScreenBuilder, found: &Matches) -> bool {
    let mut any = false;
    for care in found.referrals.iter() {
        let mut begun = false;
        for partner in view.config.partners.iter().filter(|partner| partner.care.has(care)) {
            if !begun {
                sheet
                    .markup("div partners(")
                    .element_with_text("p(", named(view, "program.partners").with("care", partner_care(care.id())));
                sheet.markup("ul dots(");
                begun = true;
            }
            own(view, sheet.markup("li("), "span(", &partner.name);
            if let Some(town) = &partner.town {
                own(view, sheet, "span town(", town);
            }
            if let Some(phone) = &partner.phone {
                // Nobody learns of it: who calls there has been told of more care than the provider gives.
                let words = Message::key("contact.call").with("phone", Message::Own(phone.shown.clone()));
                match phone.tel() {
                    Some(address) => sheet.markup("p(").link("", words, &address).end(),
                    None => sheet.element_with_text("p(", words),
                };
            }
            if let Some(address) = &partner.link {
                let words = if sheet.keeping {
                    Message::Own(address.clone())
                } else {
                    Message::key("programs.link").with("program", own_words(view, &partner.name))
                };
                sheet.markup("p(").link("", words, address).end();
            }
            sheet.end();
        }
        any |= begun;
        if begun {
            sheet.markup(")p small{program.partners.choice})");
        }
    }
    any
}

fn partner_care(care: &str) -> Message {
    Message::key_with("program.partners.$", care)
}

/// When the visitor could come: what the programs below are held against, and sorted by.
fn week(view: &View, sheet: &mut ScreenBuilder) {
    sheet.markup("fieldset week(legend{week.question}");
    for when in When::ALL {
        let chosen = view.visit.availability.has(*when);
        sheet.markup("label option(input(").attr(Attr::Choice { many: true, chosen }).act(Action::When(*when));
        sheet.markup_with(")span{week.$})", when.id());
    }
    sheet.end();
}
