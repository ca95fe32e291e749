//! Where a provider refers people for what it does not run itself.

use alloc::string::String;

use super::contact::Phone;
use super::json::Json;
use super::problem::{At, LEFT_OUT, Problems, words};
use super::reader::Fields;
use super::schema::{Field, List, Need, Schema};
use super::text::Text;
use super::vocabulary::{EnumSet, string_enum};

string_enum! {
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
    pub care: EnumSet<Referral>,
    /// A number to call.
    pub phone: Option<Phone>,
    /// Its page.
    pub link: Option<String>,
    /// The town in which it is.
    pub town: Option<Text>,
}

const LOST: &str = words("This partner is left out.");

pub(super) const PARTNERS: List =
    List { item: Partner::SHAPE, what: words("partners"), min: 0, max: 20, all_or_nothing: false, lost: LOST };

impl Partner {
    const SHAPE: Schema = Schema::Group(&[
        Field::new("name", Schema::Text).need(Need::Required),
        Field::new("for", Schema::Many(Referral::IDS)).need(Need::Required),
        Field::new("phone", Schema::Phone).lost(LEFT_OUT),
        Field::new("link", Schema::Link).lost(LEFT_OUT),
        Field::new("town", Schema::Text),
    ]);

    pub(super) fn take(problems: &mut Problems, at: &At, data: &mut Json) -> Option<Partner> {
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
