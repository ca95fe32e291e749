//! Who pays for a program.

use alloc::vec;
use alloc::vec::Vec;

use super::json::Json;
use super::problem::{LEFT_OUT, nearest, words};
use super::reader::Fields;
use super::schema::{Field, List, Need, Schema};
use super::text::Text;
use super::vocabulary::string_enum;

string_enum! {
    /// The ways to pay that visitors look for.
    Payment {
        Medicaid = "medicaid",
        Medicare = "medicare",
        TricareVa = "tricare_va",
        Private = "private",
        SlidingFee = "sliding_fee",
        SelfPay = "self_pay",
    }
}

/// One entry of a program's list of payers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// The way to pay. None for the provider's own words.
    pub payment: Option<Payment>,
    /// The plans by name; or the provider's own words.
    pub plans: Vec<Text>,
    /// Whether the program is in the network of these plans, where that is said.
    pub in_network: Option<bool>,
}

const PLANS: List =
    List { item: Schema::Text, what: words("names"), min: 0, max: 40, all_or_nothing: false, lost: LEFT_OUT };

/// A payer as a group of fields.
pub const FIELDS: &[Field] = &[
    Field::new("payer", Schema::One(Payment::IDS)).need(Need::Required),
    Field::new("plans", Schema::List(&PLANS)),
    Field::new("in_network", Schema::YesNo),
];

/// The way to pay that a provider's words name, however large, small or joined: `Self-pay` is `self_pay`.
fn named(words: &str) -> Option<Payment> {
    let next = |signs: &mut core::str::Bytes| signs.find(|sign| !matches!(sign, b' ' | b'-' | b'_'));
    for payment in Payment::ALL {
        let (mut written, mut id) = (words.bytes(), payment.id().bytes());
        loop {
            match (next(&mut written), next(&mut id)) {
                (None, None) => return Some(*payment),
                (Some(one), Some(other)) if one.eq_ignore_ascii_case(&other) => {}
                _ => break,
            }
        }
    }
    None
}

/// Whether words of the provider's own look like a way to pay with a typing error.
pub(super) fn is_mistyped(words: &str) -> bool {
    named(words).is_none() && nearest(words, Payment::IDS).is_some()
}

impl Payer {
    pub(super) fn take(data: &mut Json) -> Option<Payer> {
        if let Json::Text(words) = data
            && let Some(payment) = named(words)
        {
            return Some(Payer { payment: Some(payment), plans: Vec::new(), in_network: None });
        }
        let mut fields = Fields::of(Some(data));
        let Some(payment) = fields.one("payer", Payment::ALL) else {
            return Some(Payer { payment: None, plans: vec![Text::take(Some(data))?], in_network: None });
        };
        let mut payer = Payer { payment: Some(payment), plans: Vec::new(), in_network: None };
        payer.in_network = fields.number("in_network").map(|yes| yes == 1);
        for plan in fields.list("plans") {
            if let Some(plan) = Text::take(Some(plan)) {
                payer.plans.push(plan);
            }
        }
        Some(payer)
    }
}
