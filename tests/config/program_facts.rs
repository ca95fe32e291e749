//! Facts of a program that matter before a call: openings, payers, medicines, places, partners.

use program_finder::provider::{
    Config, Date, EnumSet, Feature, Medicine, Opening, Payer, Payment, Program, Referral, Text,
};
use serde_json::{Value, json};

use super::fields::check;
use super::{data, full, good, messages, read, with};

fn on(value: &Value, today: u32) -> (Config, Vec<String>) {
    let (config, problems) = Config::from_owned(data(value), Date::of(today), "");
    (config, messages(&problems))
}

fn program(more: Value) -> Program {
    let mut config = full();
    config["programs"][0]["payers"] = json!([]);
    config["programs"][0].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    good(&config).programs.remove(0)
}

#[test]
fn days_are_counted_by_the_calendar() {
    let day = |digits| Date::of(digits).unwrap();
    for (from, to, days) in [
        (20261130, 20261130, 0),
        (20261130, 20261201, 1),
        (20261231, 20270101, 1),
        (20280228, 20280301, 2),
        (20270228, 20270301, 1),
        (21000228, 21000301, 1),
        (20000228, 20000301, 2),
        (20260101, 20270101, 365),
        (20280101, 20290101, 366),
        (20261014, 20261001, -13),
    ] {
        assert_eq!(day(from).days_until(day(to)), days, "{from} to {to}");
        assert_eq!(day(to).days_until(day(from)), -days, "{to} to {from}");
    }
    // Every day is one after the day before.
    let mut before: Option<Date> = None;
    for digits in 20000101..20300101 {
        let Some(date) = Date::of(digits) else { continue };
        assert!(before.is_none_or(|before| before.days_until(date) == 1 && before < date), "{digits}");
        before = Some(date);
    }
    assert_eq!(day(20260105).iso(), "2026-01-05");
    for none in [0, 1, 20260001, 20261301, 20260230, 19991231, 22000101, u32::MAX] {
        assert_eq!(Date::of(none), None, "{none}");
    }
}

#[test]
fn openings_are_shown_for_fourteen_days_and_only_where_the_day_is_known() {
    let mut config = full();
    let next = Date::of(20260610).unwrap();
    for (written, opening) in
        [("now", Opening::Now), ("waitlist", Opening::Waitlist), ("2026-06-10", Opening::On(next))]
    {
        config["programs"][0]["openings"] = json!(written);
        // Nobody says which day it is: nothing that may be stale is read, and nothing is wrong.
        let (undated, problems) = read(&config);
        assert_eq!((undated.programs[0].opening, problems.len()), (None, 0));
        // Checked on May 31.
        for (today, fresh) in [
            (20260530, false),
            (20260531, true),
            (20260601, true),
            (20260610, true),
            (20260611, written != "2026-06-10"),
            (20260614, written != "2026-06-10"),
            (20260615, false),
            (20270531, false),
        ] {
            let (read, problems) = on(&config, today);
            assert_eq!(read.programs[0].opening, fresh.then_some(opening), "{written} on {today}");
            let named = "programs[0].openings: found openings checked on 2026-05-31, expected openings that were checked in \
                         the last 14 days, and no day that is over. Visitors are not told of openings.";
            assert_eq!(problems, if fresh { vec![] } else { vec![named] }, "{written} on {today}");
        }
    }
    // A clock that says no day is no clock.
    config["programs"][0]["openings"] = json!("now");
    for nonsense in [0, 20260600, u32::MAX] {
        assert_eq!(on(&config, nonsense).0.programs[0].opening, None);
    }
    let allowed = "expected \"now\", \"waitlist\", or a day such as \"2026-05-31\". It is left out.";
    check(&[
        ("/programs/0/openings", json!("soon"), &format!("programs[0].openings: found \"soon\", {allowed}")),
        ("/programs/0/openings", json!(true), &format!("programs[0].openings: found true, {allowed}")),
        (
            "/programs/0/openings",
            json!("2026-02-30"),
            &format!("programs[0].openings: found \"2026-02-30\", {allowed}"),
        ),
        (
            "/programs/0/openings",
            json!("2026-05-30"),
            "programs[0].openings: found a day before \"checked\", expected \"now\", \"waitlist\" or a day to come. Visitors are not told of openings.",
        ),
        (
            "/programs/0/checked",
            json!(null),
            "programs[0].openings: found openings without \"checked\", expected the day beside them on which they were right. Visitors are not told of openings.",
        ),
    ]);
}

#[test]
fn payers_are_ways_to_pay_plans_by_name_or_words_of_ones_own() {
    let payers = |value: Value| program(json!({ "payers": value })).payers;
    let way = |payment| Payer { payment: Some(payment), plans: vec![], in_network: None };
    for (written, payment) in [
        ("medicaid", Payment::Medicaid),
        ("Medicaid", Payment::Medicaid),
        ("MEDICARE", Payment::Medicare),
        ("tricare_va", Payment::TricareVa),
        ("private", Payment::Private),
        ("Sliding fee", Payment::SlidingFee),
        ("self-pay", Payment::SelfPay),
    ] {
        assert_eq!(payers(json!(written)), [way(payment)], "{written}");
    }
    let own = |words: &str| Payer { payment: None, plans: vec![Text::plain(words)], in_network: None };
    assert_eq!(payers(json!(["Free for alumni", "medicare"])), [own("Free for alumni"), way(Payment::Medicare)]);
    let plans = json!({ "payer": "private", "plans": ["Oak", { "en": "Elm", "es": "Olmo" }], "in_network": false });
    let read = payers(json!([plans]));
    assert_eq!((read[0].payment, read[0].in_network), (Some(Payment::Private), Some(false)));
    assert_eq!(read[0].plans.iter().map(|plan| plan.say("es")).collect::<Vec<_>>(), ["Oak", "Olmo"]);
    assert_eq!(payers(json!([{ "en": "Cash", "es": "Efectivo" }]))[0].plans[0].say("es"), "Efectivo");
    check(&[
        (
            "/programs/0/payers/1/in_network",
            json!("yes"),
            "programs[0].payers[1].in_network: found \"yes\", expected true or false. It is left out.",
        ),
        (
            "/programs/0/payers/1/plans/0",
            json!(7),
            "programs[0].payers[1].plans[0]: found 7, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. It is left out.",
        ),
    ]);
    let ids = "medicaid, medicare, tricare_va, private, sliding_fee, self_pay";
    check(&[
        (
            "/programs/0/payers/0",
            json!("Medicad"),
            &format!(
                "programs[0].payers[0]: found \"Medicad\", expected one of {ids} (perhaps \"medicaid\"), or words of your own. It is shown as you write it."
            ),
        ),
        (
            "/programs/0/payers/0",
            json!({ "payer": "commercial" }),
            &format!("programs[0].payers[0].payer: found \"commercial\", expected one of {ids}. It is left out."),
        ),
        (
            "/programs/0/payers/0",
            json!({ "plans": ["Oak"] }),
            &format!("programs[0].payers[0].payer: found nothing, expected one of {ids}. It is left out."),
        ),
    ]);
}

#[test]
fn medicines_features_states_and_town() {
    let read = program(json!({}));
    assert_eq!(read.accepts, [Medicine::Methadone, Medicine::Buprenorphine]);
    let has = [Feature::WithdrawalCare, Feature::Prescriber, Feature::ChildCare, Feature::Wheelchair];
    assert_eq!(read.features, has);
    assert_eq!((read.states, read.town.unwrap().say("en")), (vec!["IL", "WI"], "Springfield"));
    let (config, problems) = super::read(&with("/programs/0/setting", json!("in_person")));
    assert_eq!(
        messages(&problems),
        [
            "programs[0].states: found states, and no video, expected \"setting\" with video beside them. It is left out."
        ]
    );
    assert!(config.programs[0].states.is_empty());
    let (_, problems) = super::read(&with("/programs/0/states/1", json!("Wi")));
    assert!(messages(&problems)[0].ends_with("(perhaps \"WI\"). It is left out."), "{:?}", messages(&problems));
    for (field, wrong) in [
        ("withdrawal_care", json!("yes")),
        ("prescriber", json!(1)),
        ("transport", json!([])),
        ("wheelchair", json!("true")),
    ] {
        let (_, problems) = super::read(&with(&format!("/programs/0/{field}"), wrong.clone()));
        assert_eq!(problems[0].field, format!("programs[0].{field}"));
        assert_eq!(problems[0].allowed, "true or false");
    }
    check(&[(
        "/programs/0/accepts/0",
        json!("suboxone"),
        "programs[0].accepts[0]: found \"suboxone\", expected one of methadone, buprenorphine, naltrexone. It is left out.",
    )]);
}

#[test]
fn partners() {
    let config = good(&full());
    let partner = &config.partners[0];
    assert_eq!((partner.name.say("en"), partner.care), ("Cedar Detox", EnumSet::of(&[Referral::Detox])));
    assert_eq!(partner.phone.as_ref().and_then(|phone| phone.tel()).as_deref(), Some("tel:+15555550150"));
    let both = good(&with("/partners/0/for", json!(["day_and_night", "detox"])));
    assert_eq!(both.partners[0].care, [Referral::Detox, Referral::DayAndNight]);
    check(&[
        (
            "/partners",
            json!("Cedar"),
            "partners: found \"Cedar\", expected a group of the fields name, for, phone, link, town. This partner is left out.",
        ),
        (
            "/partners/0/name",
            json!(null),
            "partners[0].name: found nothing, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. This partner is left out.",
        ),
        (
            "/partners/0/for",
            json!(null),
            "partners[0].for: found nothing, expected a list of detox, day_and_night. This partner is left out.",
        ),
        (
            "/partners/0/for",
            json!([]),
            "partners[0].for: found nothing that it is asked for, expected detox, day_and_night or both. This partner is left out.",
        ),
        (
            "/partners/0",
            json!({ "name": "Cedar", "for": "detox" }),
            "partners[0]: found no way to reach it, expected a phone or a link. This partner is left out.",
        ),
        (
            "/partners/0/link",
            json!("http://detox.example"),
            "partners[0].link: found \"http://detox.example\", expected a whole web address that begins with https:// (http: is not allowed). It is left out.",
        ),
    ]);
    // A number that cannot be dialed for sure is still shown.
    let (config, problems) = read(&with("/partners/0/phone", json!("555-0150 (front desk)")));
    assert_eq!(problems.len(), 1);
    let phone = config.partners[0].phone.as_ref().unwrap();
    assert_eq!((phone.shown.as_str(), phone.tel()), ("555-0150 (front desk)", None));
}
