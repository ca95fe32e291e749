//! The provider's own programs: which fit, what does not fit about each, and where else to look.

use alloc::vec::Vec;

use super::View;
use super::about::{elsewhere, named, number, own, own_words};
use super::facts::{checked_on, facts, listed, unless_empty};
use super::part::{Act, Attr, Channel, Sheet, Words};
use crate::decision::Decision;
use crate::engine::Level;
use crate::provider::{Direction, Filter, Group, Match, Matches, Service, Setting, When, decimal, filters, passes};

/// The programs of a result, as far as the visitor's filters let them be shown.
pub(super) struct Shown<'a> {
    /// What they can be narrowed by.
    filters: Vec<Filter>,
    /// Each program shown with what it is, if it is not at the level suggested.
    cards: Vec<(&'a Match, Option<Direction>)>,
    /// How many there are without filters.
    total: usize,
}

impl Shown<'_> {
    pub(super) fn of<'a>(view: &View, decision: &'a Decision) -> Shown<'a> {
        let mut cards = decision.cards();
        // In the provider's order, which stays while the cards are sorted anew: filters are told apart by their place.
        let mut programs = Vec::new();
        for (place, program) in view.config.programs.iter().enumerate() {
            if cards.iter().any(|(found, _)| found.program == place) {
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
        Shown { filters, cards, total }
    }
    /// How many are shown, in words.
    pub(super) fn count(&self) -> Words {
        let key = if self.cards.is_empty() { "programs.none_left" } else { "programs.shown" };
        let number = |count: usize| Words::Own(decimal(count as u64));
        Words::key(key, &[]).with("count", number(self.cards.len())).with("total", number(self.total))
    }
    /// The filters, folded away until the visitor wants them.
    fn narrow(&self, view: &View, sheet: &mut Sheet) {
        if self.filters.is_empty() {
            return;
        }
        sheet.put("details narrow(", &[]);
        if view.visit.narrow.is_some() {
            sheet.attr(Attr::Unfolded);
        }
        sheet.put("summary{programs.narrow}", &[]);
        let mut group: Option<Group> = None;
        for (number, filter) in self.filters.iter().enumerate() {
            if group != Some(filter.group()) {
                sheet.put(
                    if group.is_some() { ")fieldset(legend{filter.$}" } else { "fieldset(legend{filter.$}" },
                    &[filter.group().id()],
                );
                group = Some(filter.group());
            }
            sheet.put("label option(input(", &[]);
            sheet.attr(Attr::Choice { many: true, chosen: is_chosen(view, number) }).act(Act::Narrow(number));
            sheet.put(")", &[]).says("span(", label(filter)).put(")", &[]);
        }
        sheet.put(")", &[]).says("p count(", self.count()).put(")", &[]);
    }
}

fn is_chosen(view: &View, number: usize) -> bool {
    view.visit.narrow.is_some_and(|chosen| chosen >> number & 1 == 1)
}

fn label(filter: &Filter) -> Words {
    let (key, name) = match filter {
        Filter::Track(track) => ("track.$", track.id()),
        Filter::Approach(approach) => ("approach.$", approach.id()),
        Filter::Medication => ("service.$", Service::Medication.id()),
        Filter::Video => ("setting.$", Setting::Video.id()),
        Filter::Language(language) => ("language.$", language.id()),
        Filter::Payment(payment) => ("program.payer.$", payment.id()),
        Filter::Accepts(medicine) => ("program.medicine.$", medicine.id()),
        Filter::Feature(feature) => ("program.has.$", feature.id()),
        Filter::Plan(name) | Filter::Town(name) => return Words::Own(name.clone()),
    };
    Words::key(key, &[name])
}

pub(super) fn programs(view: &View, decision: &Decision, sheet: &mut Sheet) {
    let found = &decision.programs;
    let shown = Shown::of(view, decision);
    sheet.put("section card programs(", &[]).says("h3(", named(view, "result.programs"));
    if decision.is_emergency() {
        sheet.put("p{programs.first}", &[]);
    }
    for level in &found.missing {
        let key = if *level == Level::DayAndNight {
            "programs.none.day_and_night"
        } else if found.other.iter().any(|other| other.level == Some(*level)) {
            "program.none.treats"
        } else {
            "programs.none"
        };
        sheet.says("p(", named(view, key).with("level", Words::key("level.$.short", &[level.id()])));
    }
    // Where the finder refers, other places come first: nothing of the provider's own is as much as was suggested.
    let refers = partners(view, sheet, found)
        || found.missing.contains(&Level::DayAndNight)
        || found.safety && shown.cards.first().is_none_or(|(_, direction)| *direction == Some(Direction::Less));
    if refers {
        elsewhere(view, sheet, "way");
    }
    if !sheet.keeping {
        if decision.asks_when() {
            week(view, sheet);
        }
        shown.narrow(view, sheet);
    }
    let most = if sheet.keeping { MOST_KEPT } else { usize::MAX };
    // Where all were checked on one day, that is said once.
    let checked = |(found, _): &(&Match, _)| view.config.programs[found.program].checked;
    let first = shown.cards.first().and_then(checked);
    let once = first.filter(|_| shown.cards.iter().all(|card| checked(card) == first));
    for (program, direction) in shown.cards.iter().take(most) {
        card(view, sheet, program, *direction, once.is_none());
    }
    if let (Some(date), false) = (once, sheet.keeping) {
        sheet.says("p small(", checked_on(date));
    }
    if found.fitting.is_empty() && !refers {
        elsewhere(view, sheet, "way");
    }
    sheet.says("p small(", named(view, "programs.only")).put(")", &[]);
}

/// The provider's own partners for what it does not run, each with how to reach it, and with the words that anybody may
/// choose another place. Whether there are any: the directory then stands beside them.
fn partners(view: &View, sheet: &mut Sheet, found: &Matches) -> bool {
    let mut any = false;
    for care in found.referrals.iter() {
        let mut begun = false;
        for partner in view.config.partners.iter().filter(|partner| partner.care.has(care)) {
            if !begun {
                sheet
                    .put("div partners(", &[])
                    .says("p(", named(view, "program.partners").with("care", partner_care(care.id())));
                sheet.put("ul dots(", &[]);
                begun = true;
            }
            own(view, sheet.put("li(", &[]), "span(", &partner.name);
            if let Some(town) = &partner.town {
                own(view, sheet, "span town(", town);
            }
            if let Some(phone) = &partner.phone {
                number(sheet, "contact.call", phone, phone.tel(), Channel::Phone);
            }
            if let Some(address) = &partner.link {
                let words = if sheet.keeping {
                    Words::Own(address.clone())
                } else {
                    Words::key("programs.link", &[]).with("program", own_words(view, &partner.name))
                };
                sheet.put("p(", &[]).link("", words, address).put(")", &[]);
            }
            sheet.put(")", &[]);
        }
        any |= begun;
        if begun {
            sheet.put(")p small{program.partners.choice})", &[]);
        }
    }
    any
}

fn partner_care(care: &str) -> Words {
    Words::key("program.partners.$", &[care])
}

/// More would not fit on the paper.
const MOST_KEPT: usize = 3;

/// When the visitor could come: what the programs below are held against, and sorted by.
fn week(view: &View, sheet: &mut Sheet) {
    sheet.put("fieldset week(legend(h4{week.question})p hint{week.hint}", &[]);
    for when in When::ALL {
        let chosen = view.visit.when.has(*when);
        sheet.put("label option(input(", &[]).attr(Attr::Choice { many: true, chosen }).act(Act::When(*when));
        sheet.put(")span{week.$})", &[when.id()]);
    }
    sheet.put(")", &[]);
}

fn card(view: &View, sheet: &mut Sheet, found: &Match, direction: Option<Direction>, dated: bool) {
    let program = &view.config.programs[found.program];
    let kind = found.kind.id();
    own(view, sheet.put("article program(", &[]), "h4(", &program.name);
    if let Some(direction) = direction {
        sheet.put("p direction{programs.$}", &[direction.id()]);
    }
    sheet.put("p kind{kind.$}", &[kind]);
    if !sheet.keeping {
        sheet.put("p{kind.$.who}ul fit-list(", &[kind]);
        for fit in found.fits.iter() {
            sheet.says("li fit(", Words::Key(fit.key()));
        }
        for wrong in found.mismatches.iter() {
            sheet.says("li mismatch(", Words::Key(wrong.key()));
        }
        sheet.put(")", &[]);
    }
    sheet.put("ul facts(", &[]);
    facts(program, found, view, sheet);
    sheet.put(")", &[]);
    if sheet.keeping {
        sheet.put(")", &[]);
        return;
    }
    unless_empty(sheet, "p tags(", listed("service.$", program.services.names()));
    unless_empty(sheet, "p tags(", listed("approach.$", program.approach.names()));
    unless_empty(sheet, "p tags(", listed("program.has.$", program.features.names()));
    if let Some(note) = &program.note {
        own(view, sheet, "p note(", note);
    }
    if let Some(address) = &program.link {
        let words = Words::key("programs.link", &[]).with("program", own_words(view, &program.name));
        sheet.put("p(", &[]).link("", words, address).put(")", &[]);
    }
    if let Some(date) = program.checked.filter(|_| dated) {
        sheet.says("p small(", checked_on(date));
    }
    sheet.put(")", &[]);
}
