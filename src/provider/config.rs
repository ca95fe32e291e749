//! The whole configuration.

use super::contact::Contact;
use super::data::Data;
use super::names::PageLanguage;
use super::problem::{At, Fields, LEFT_OUT, Problem, Reader};
use super::program::Program;
use super::read::{choice, host, link, list, yes_or_no};
use super::text::Text;
use super::theme::Theme;

/// A list of other places for care, which is shown beside the provider's own programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// What it is called.
    pub name: Text,
    /// Where it is found.
    pub url: String,
}

impl Default for Directory {
    /// The federal list, which is neutral.
    fn default() -> Directory {
        Directory { name: Text::plain("FindTreatment.gov"), url: "https://findtreatment.gov".to_owned() }
    }
}

/// What a provider configures. The default is a finder that works, with nobody's programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Who offers the finder.
    pub name: Option<Text>,
    /// How visitors reach the provider.
    pub contact: Contact,
    /// The provider's programs, in its own order.
    pub programs: Vec<Program>,
    /// How the finder looks.
    pub theme: Theme,
    /// The language of the finder.
    pub language: PageLanguage,
    /// Where quick exit leads, if not to the usual page.
    pub exit: Option<String>,
    /// A list of other places for care.
    pub directory: Directory,
    /// Whether the page may learn that the finder was started and finished, and which way of contact was used.
    pub events: bool,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            name: None,
            contact: Contact::default(),
            programs: Vec::new(),
            theme: Theme::default(),
            language: PageLanguage::Auto,
            exit: None,
            directory: Directory::default(),
            events: false,
        }
    }
}

const USUAL_EXIT: &str = "The usual exit page is used.";
const USUAL_DIRECTORY: &str = "FindTreatment.gov is shown.";

impl Config {
    const FIELDS: &'static [&'static str] =
        &["name", "contact", "programs", "theme", "language", "exit", "directory", "events"];

    /// Reads a configuration. Never fails: what is right is used, and everything that is wrong is named.
    pub fn read(data: &Data) -> (Config, Vec<Problem>) {
        let mut reader = Reader::default();
        let config = reader
            .fields(&At::TOP, data, Config::FIELDS, "The finder works without your programs.")
            .map(|fields| Config::from_fields(&mut reader, &fields));
        (config.unwrap_or_default(), reader.problems)
    }

    fn from_fields(reader: &mut Reader, fields: &Fields) -> Config {
        let name = fields.require(
            reader,
            "name",
            "the name of your organization",
            "Visitors are not told who offers the finder.",
            Text::read,
        );
        let contact = fields.require(
            reader,
            "contact",
            "a group of the fields phone, text, email, link, address, hours",
            NO_CONTACT,
            Contact::read,
        );
        let contact = contact.unwrap_or_default();
        let programs = fields.require(
            reader,
            "programs",
            "a list of programs",
            "Visitors see levels of care, and none of your programs.",
            |reader, at, data, lost| list(reader, at, data, ("programs", 60), lost, Program::read),
        );
        let programs = programs.unwrap_or_default();
        let theme = fields.read(reader, "theme", LEFT_OUT, Theme::read);
        let language = fields.read(reader, "language", "The language of the page is used.", |r, at, data, lost| {
            choice(r, at, data, lost, (PageLanguage::ALL, PageLanguage::IDS))
        });
        let exit = fields.read(reader, "exit", USUAL_EXIT, link);
        let directory = fields.read(reader, "directory", USUAL_DIRECTORY, Directory::read);
        let events = fields.read(reader, "events", "No events are sent.", yes_or_no);
        let mut config = Config {
            name,
            contact,
            programs,
            theme: theme.unwrap_or_default(),
            language: language.unwrap_or(PageLanguage::Auto),
            exit,
            directory: directory.unwrap_or_default(),
            events: events.unwrap_or(false),
        };
        config.check_contact(reader, fields);
        config.check_exit(reader, fields);
        config
    }
    /// A contact with nothing to reach anybody by, where no other problem says so already.
    fn check_contact(&self, reader: &mut Reader, fields: &Fields) {
        let at = fields.at.field("contact");
        if let Some(data @ Data::Record(given)) = fields.get("contact") {
            let tried = given
                .iter()
                .any(|(name, data)| ["phone", "text", "email", "link"].contains(&name.as_str()) && *data != Data::Null);
            if self.contact.is_empty() && !tried {
                reader.wrong::<()>(&at, data, "a phone, text, email or link to reach you by", NO_CONTACT);
            }
        }
    }
    /// Quick exit must not lead back to what somebody wanted to hide.
    fn check_exit(&mut self, reader: &mut Reader, fields: &Fields) {
        let Some(exit) = self.exit.as_deref().and_then(host) else {
            return;
        };
        let links = self.programs.iter().filter_map(|program| program.link.as_deref());
        let own = links.chain(self.contact.link.as_deref()).filter_map(host).any(|own| same_site(&own, &exit));
        if own {
            self.exit = None;
            let found = fields.get("exit").map(Data::found).unwrap_or_default();
            let allowed = "a page that is not your own, such as a weather report";
            reader.found(&fields.at.field("exit"), found, allowed, USUAL_EXIT);
        }
    }
}

const NO_CONTACT: &str = "Visitors are shown the SAMHSA National Helpline instead of you.";

/// Whether one of two hosts is the other, or a part of it.
fn same_site(a: &str, b: &str) -> bool {
    let plain = |host: &str| [".", host.strip_prefix("www.").unwrap_or(host)].concat();
    let (a, b) = (plain(a), plain(b));
    a.ends_with(&b) || b.ends_with(&a)
}

impl Directory {
    fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Directory> {
        let fields = reader.fields(at, data, &["name", "url"], lost)?;
        let name = fields.require(reader, "name", "the name of the list", lost, Text::read);
        let url = fields.require(reader, "url", "the address of the list", lost, link);
        Some(Directory { name: name?, url: url? })
    }
}
