//! What visitors may narrow the list by: grouped, money first.

use program_finder::provider::{Feature, Filter, Group, Medicine, Payment, Program, Track, filters, passes};
use serde_json::json;

use super::matching::{and, config, program};

#[test]
fn filters_are_those_that_divide_the_list_group_by_group_with_payment_first() {
    let config = config(&[
        and(
            program("A", "iop", &[]),
            json!({
                "tracks": ["women", "older_adults"], "languages": ["en", "es"], "town": "Dixon", "wheelchair": true,
                "payers": ["Medicaid", { "payer": "private", "plans": ["Cedar Mutual", "Oak"] }],
                "accepts": ["methadone", "naltrexone"], "withdrawal_care": true, "services": "medication",
            }),
        ),
        and(
            program("B", "iop", &[]),
            json!({ "languages": ["en"], "payers": ["Medicaid", "Cash", { "payer": "private" }], "setting": "video", "accepts": "naltrexone" }),
        ),
        and(
            program("C", "iop", &[]),
            json!({ "languages": ["en"], "payers": ["Medicaid", "Self-pay", "Oak"], "approach": "secular", "accepts": "naltrexone" }),
        ),
    ]);
    let programs: Vec<&Program> = config.programs.iter().collect();
    let found = filters(&programs, "en");
    let plan = |name: &str| Filter::Plan(name.to_owned());
    assert_eq!(
        found,
        [
            Filter::Payment(Payment::Private),
            Filter::Payment(Payment::SelfPay),
            plan("Cedar Mutual"),
            plan("Oak"),
            plan("Cash"),
            Filter::Medication,
            Filter::Accepts(Medicine::Methadone),
            Filter::Feature(Feature::WithdrawalCare),
            Filter::Video,
            Filter::Town("Dixon".to_owned()),
            Filter::Feature(Feature::Wheelchair),
            Filter::Track(Track::Women),
            Filter::Track(Track::OlderAdults),
            Filter::Language(program_finder::provider::SpokenLanguage::Es),
            Filter::Approach(program_finder::provider::Approach::Secular),
        ]
    );
    // Each stands under one heading, and no heading comes twice.
    let groups: Vec<Group> = found.iter().map(Filter::group).collect();
    assert!(groups.is_sorted() && groups[0] == Group::Payment, "{groups:?}");
    assert!(filters(&programs[..1], "en").is_empty());
}

#[test]
fn where_either_will_do_one_is_enough_and_otherwise_all_are_wanted() {
    let config = config(&[
        and(
            program("A", "iop", &[]),
            json!({ "tracks": ["women"], "payers": ["medicaid"], "wheelchair": true, "town": "Dixon" }),
        ),
        and(
            program("B", "iop", &[]),
            json!({ "tracks": ["men"], "payers": ["Cash"], "setting": "video", "wheelchair": true, "child_care": true }),
        ),
        and(program("C", "iop", &[]), json!({ "payers": ["medicaid", "Cash"], "child_care": true, "town": "Elgin" })),
    ]);
    let left = |chosen: &[&Filter]| {
        let passing = config.programs.iter().filter(|program| passes(chosen, program, "en"));
        passing.map(|program| program.name.say("en")).collect::<String>()
    };
    let (women, men) = (&Filter::Track(Track::Women), &Filter::Track(Track::Men));
    let (medicaid, cash) = (&Filter::Payment(Payment::Medicaid), &Filter::Plan("Cash".to_owned()));
    let (wheelchair, child_care) = (&Filter::Feature(Feature::Wheelchair), &Filter::Feature(Feature::ChildCare));
    let (dixon, elgin) = (&Filter::Town("Dixon".to_owned()), &Filter::Town("Elgin".to_owned()));
    for (chosen, expected) in [
        (&[][..], "ABC"),
        (&[women], "A"),
        (&[women, men], "AB"),
        (&[cash], "BC"),
        // A way to pay or a plan: whoever has either can come.
        (&[medicaid, cash], "ABC"),
        (&[women, cash], ""),
        (&[women, men, cash], "B"),
        (&[cash, &Filter::Video], "B"),
        (&[wheelchair], "AB"),
        // Whoever uses a wheelchair and has a child cannot come without both.
        (&[wheelchair, child_care], "B"),
        (&[dixon, elgin], "AC"),
        (&[dixon, child_care], ""),
    ] {
        assert_eq!(left(chosen), expected, "{chosen:?}");
    }
}

#[test]
fn plans_and_towns_leave_room_for_the_rest() {
    let payers = |from: usize| (from..from + 35).map(|number| format!("Payer {number}")).collect::<Vec<_>>();
    let config = config(&[
        and(program("A", "iop", &[]), json!({ "payers": payers(0), "approach": "secular" })),
        and(program("B", "iop", &[]), json!({ "payers": payers(35) })),
    ]);
    let found = filters(&config.programs.iter().collect::<Vec<_>>(), "en");
    assert_eq!(found.len(), 17);
    assert_eq!(found[15], Filter::Plan("Payer 15".to_owned()));
    assert_eq!(found[16].group(), Group::Approach);
}
