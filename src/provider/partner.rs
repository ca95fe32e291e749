//! Where a provider refers people for what it does not run itself.

use alloc::string::String;

use super::contact::Phone;
use super::data::Data;
use super::names::{Many, closed};
use super::problem::{At, LEFT_OUT, Problems, words};
use super::reader::Fields;
use super::shape::{Field, List, Need, Shape};
use super::text::Text;

closed! {
    /// What a partner is asked for.
    Referral {
        Detox = "detox",
        DayAndNight = "day_and_night",
    }
}

/// A place that a provider refers people to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// What it is called.
    pub name: Text,
    /// What it is asked for.
    pub care: Many<Referral>,
    /// A number to call.
    pub phone: Option<Phone>,
    /// Its page.
    pub link: Option<String>,
    /// The town in which it is.
    pub town: Option<Text>,
}

const LOST: &str = words("This partner is left out.");

pub(super) const PARTNERS: List =
    List { item: Partner::SHAPE, what: words("partners"), least: 0, most: 20, whole: false, lost: LOST };

impl Partner {
    const SHAPE: Shape = Shape::Group(&[
        Field::new("name", Shape::Text).need(Need::Needed),
        Field::new("for", Shape::Many(Referral::IDS)).need(Need::Needed),
        Field::new("phone", Shape::Phone).lost(LEFT_OUT),
        Field::new("link", Shape::Link).lost(LEFT_OUT),
        Field::new("town", Shape::Text),
    ]);

    pub(super) fn take(problems: &mut Problems, at: &At, data: &mut Data) -> Option<Partner> {
        let mut fields = Fields::of(Some(data));
        let partner = Partner {
            name: Text::take(fields.get("name"))?,
            care: fields.many("for"),
            phone: Phone::take(&mut fields, "phone", false),
            link: fields.text("link"),
            town: Text::take(fields.get("town")),
        };
        if partner.care.is_empty() {
            let at = at.field("for");
            if !problems.has(&at) {
                problems.add(&at, "nothing that it is asked for", "detox, day_and_night or both", LOST);
            }
        } else if partner.phone.is_none() && partner.link.is_none() {
            problems.add(at, "no way to reach it", "a phone or a link", LOST);
        } else {
            return Some(partner);
        }
        None
    }
}
