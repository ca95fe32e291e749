//! How visitors reach the provider.

use alloc::string::String;
use alloc::vec::Vec;

use super::json::Json;
use super::phone::dialed;
use super::problem::{LEFT_OUT, words};
use super::reader::Fields;
use super::schema::{Field, List, Need, Schema};
use super::text::Text;
use super::value::concat;

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As the provider wrote it.
    pub shown: String,
    /// As a telephone dials it: `+` and digits, or the digits of a short code. None where the text is no number that can
    /// be dialed for sure: it is then shown, and linked to nothing.
    pub number: Option<String>,
}

impl Phone {
    /// The address that calls it.
    pub fn tel(&self) -> Option<String> {
        self.number.as_ref().map(|number| concat(&["tel:", number]))
    }
    /// The address that writes a text message to it. With no words in it: they would say something of the visitor.
    pub fn sms(&self) -> Option<String> {
        self.number.as_ref().map(|number| concat(&["sms:", number]))
    }
    pub(super) fn take(fields: &mut Fields, name: &str, short_codes: bool) -> Option<Phone> {
        let shown = fields.text(name)?;
        let number = dialed(&shown, short_codes);
        Some(Phone { shown, number })
    }
}

/// Where the provider is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As on an envelope.
    pub lines: Vec<String>,
    /// The address of a map.
    pub map: Option<String>,
}

const LINES: List = List {
    item: Schema::Words,
    what: words("lines, as on an envelope"),
    min: 1,
    max: 6,
    all_or_nothing: false,
    lost: LEFT_OUT,
};

impl Address {
    pub(super) const SHAPE: Schema = Schema::Group(&[
        Field::new("lines", Schema::List(&LINES)).need(Need::Required),
        Field::new("map", Schema::Link),
    ]);

    pub(super) fn take(data: Option<&mut Json>) -> Option<Address> {
        let mut fields = Fields::of(data);
        let mut address = Address { lines: Vec::new(), map: fields.text("map") };
        for line in fields.list("lines") {
            if let Json::Text(line) = line {
                address.lines.push(core::mem::take(line));
            }
        }
        (!address.lines.is_empty()).then_some(address)
    }
}

/// Every way to reach the provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// A number to call.
    pub phone: Option<Phone>,
    /// A number that text messages can be sent to.
    pub text: Option<Phone>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A page with more ways, or a form.
    pub link: Option<String>,
    /// Where it is found.
    pub address: Option<Address>,
    /// When somebody answers, in the provider's own words.
    pub hours: Option<Text>,
}

impl Contact {
    pub(super) const SHAPE: Schema = Schema::Group(&[
        Field::new("phone", Schema::Phone),
        Field::new("text", Schema::TextNumber),
        Field::new("email", Schema::Email),
        Field::new("link", Schema::Link),
        Field::new("address", Address::SHAPE),
        Field::new("hours", Schema::Text),
    ]);

    /// Whether there is no way at all to reach the provider by a link.
    pub fn is_empty(&self) -> bool {
        let none = |phone: &Option<Phone>| phone.as_ref().is_none_or(|phone| phone.number.is_none());
        none(&self.phone) && none(&self.text) && self.email.is_none() && self.link.is_none()
    }
    /// The address that writes an e-mail. With no subject and no words: they would say something of the visitor.
    pub fn mailto(&self) -> Option<String> {
        self.email.as_ref().map(|email| concat(&["mailto:", email]))
    }
    pub(super) fn take(data: Option<&mut Json>) -> Contact {
        let mut fields = Fields::of(data);
        Contact {
            phone: Phone::take(&mut fields, "phone", false),
            text: Phone::take(&mut fields, "text", true),
            email: fields.text("email"),
            link: fields.text("link"),
            address: Address::take(fields.get("address")),
            hours: Text::take(fields.get("hours")),
        }
    }
}
