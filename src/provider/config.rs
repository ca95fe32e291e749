//! The whole configuration.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::contact::Contact;
use super::date::Date;
use super::json::Json;
use super::partner::{PARTNERS, Partner};
use super::problem::{At, IN_WORDS, Problem, Problems, words};
use super::program::{LOST, Program};
use super::reader::{Fields, check};
use super::schema::{Field, List, Need, Schema};
use super::text::Text;
use super::theme::THEME;
use super::value::{concat, host};
use super::vocabulary::PageLanguage;

/// A list of other places for care, which is shown beside the provider's own programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// What it is called.
    pub name: Text,
    /// Where it is found.
    pub url: String,
}

impl Directory {
    fn take(data: Option<&mut Json>) -> Option<Directory> {
        let mut fields = Fields::of(data);
        Some(Directory { url: fields.text("url")?, name: Text::take(fields.get("name"))? })
    }
}

impl Default for Directory {
    /// The federal list, which is neutral.
    fn default() -> Directory {
        Directory { name: Text::plain("FindTreatment.gov"), url: "https://findtreatment.gov".to_owned() }
    }
}

/// What a provider configures. The default is a finder that works, with nobody's programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Who offers the finder.
    pub name: Option<Text>,
    /// How visitors reach the provider.
    pub contact: Contact,
    /// The provider's programs, in its own order.
    pub programs: Vec<Program>,
    /// Where it refers people for what it does not run.
    pub partners: Vec<Partner>,
    /// Where quick exit leads, if not to the usual page.
    pub exit: Option<String>,
    /// A list of other places for care.
    pub directory: Directory,
    /// Whether the page may learn that the finder was started and finished, and which way of contact was used.
    pub events: bool,
}

const NO_PROGRAMS: &str = "Visitors see levels of care, and none of your programs.";
const NO_CONTACT: &str = "Visitors are shown the SAMHSA National Helpline instead of you.";
const USUAL_EXIT: &str = "The usual exit page is used.";

const PROGRAMS: List =
    List { item: Program::SHAPE, what: words("programs"), min: 0, max: 60, all_or_nothing: false, lost: LOST };

const DIRECTORY: Schema = Schema::Group(&[
    Field::new("name", Schema::Text).need(Need::Required),
    Field::new("url", Schema::Link).need(Need::Required),
]);

/// What a whole configuration may hold.
pub const SHAPE: Schema = Schema::Group(&[
    Field::new("name", Schema::Text).need(Need::Recommended).lost("Visitors are not told who offers the finder."),
    Field::new("logo", Schema::File),
    Field::new("contact", Contact::SHAPE).need(Need::Recommended).lost(NO_CONTACT),
    Field::new("programs", Schema::List(&PROGRAMS)).need(Need::Recommended).lost(NO_PROGRAMS),
    Field::new("partners", Schema::List(&PARTNERS)),
    // These two, and the logo, are carried out by the frame's script and the loader, before this module is there.
    Field::new("theme", THEME),
    Field::new("language", Schema::Exact(PageLanguage::IDS)).lost("The language of the page is used."),
    Field::new("exit", Schema::Link).lost(USUAL_EXIT),
    Field::new("directory", DIRECTORY).lost("FindTreatment.gov is shown."),
    Field::new("events", Schema::YesNo).lost("No events are sent."),
]);

impl Config {
    /// Reads a configuration. Never fails: what is right is used, and everything that is wrong is named. Nothing that is
    /// out of date after some days is read.
    pub fn read(data: &Json) -> (Config, Vec<Problem>) {
        Config::from_owned(data.clone(), None, "")
    }
    /// Reads a configuration on a day, which the caller knows: there is no clock here. What is out of date by then is
    /// named and left out. `host` is that of the page that the finder is on, or empty: quick exit may not lead there.
    pub fn from_owned(mut data: Json, today: Option<Date>, host: &str) -> (Config, Vec<Problem>) {
        let mut problems = Problems::default();
        check(&mut problems, &At::TOP, &mut data, SHAPE, "The finder works without your programs.");
        let config = Config::take(&mut problems, Fields::of(Some(&mut data)), today, host);
        (config, problems.0)
    }

    fn take(problems: &mut Problems, mut fields: Fields, today: Option<Date>, page: &str) -> Config {
        let mut config = Config {
            name: Text::take(fields.get("name")),
            contact: Contact::take(fields.get("contact")),
            programs: Vec::new(),
            partners: Vec::new(),
            exit: None,
            directory: Directory::take(fields.get("directory")).unwrap_or_default(),
            events: fields.number("events") == Some(1),
        };
        // Where another problem of the contact is named already, that one is the cause.
        let said = |problem: &Problem| problem.field == "configuration" || problem.field.starts_with("contact");
        if config.contact.is_empty() && (!IN_WORDS || !problems.0.iter().any(said)) {
            let (found, allowed) = ("no way to reach you", "a phone, text, email or link");
            problems.add(&At::TOP.field("contact"), found, allowed, NO_CONTACT);
        }
        let at = At::TOP.field("programs");
        for (index, program) in fields.list("programs").iter_mut().enumerate() {
            if let Some(program) = Program::take(problems, &at.item(index), program, today) {
                config.programs.push(program);
            }
        }
        let at = At::TOP.field("partners");
        for (index, partner) in fields.list("partners").iter_mut().enumerate() {
            if let Some(partner) = Partner::take(problems, &at.item(index), partner) {
                config.partners.push(partner);
            }
        }
        if let Some(exit) = fields.text("exit") {
            if config.is_own(&exit, page) {
                let allowed = "a page that is not your own, such as a weather report";
                problems.add(&At::TOP.field("exit"), &Json::Text(exit).found(), allowed, USUAL_EXIT);
            } else {
                config.exit = Some(exit);
            }
        }
        config
    }
    /// Whether an address is of the provider's own site, as far as that can be seen. Quick exit must not
    /// lead back to what somebody wanted to hide.
    fn is_own(&self, address: &str, page: &str) -> bool {
        let there = site(host(address).unwrap_or_default());
        let same = |own: &str| {
            let own = site(own);
            own.len() > 1 && (own.ends_with(&there) || there.ends_with(&own))
        };
        let link = |link: &Option<String>| link.as_deref().and_then(host).is_some_and(same);
        same(page) || link(&self.contact.link) || self.programs.iter().any(|program| link(&program.link))
    }
}

/// A host after a dot, so that one that ends in another is of the same site.
fn site(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    concat(&[".", host.strip_prefix("www.").unwrap_or(&host)])
}
