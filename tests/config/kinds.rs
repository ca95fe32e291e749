//! The ten kinds of program, as a provider writes them.

use program_finder::provider::{Kind, Program};
use serde_json::{Value, json};

use super::{full, good};

fn read(value: Value) -> Program {
    let mut config = full();
    let mut value = value;
    value["treats"] = json!(["substance_use", "mental_health"]);
    config["programs"] = json!([value]);
    good(&config).programs.remove(0)
}

fn slots(days: &[&str], from: &str, to: &str) -> Value {
    let slots: Vec<Value> = days.iter().map(|day| json!({ "day": day, "from": from, "to": to })).collect();
    json!({ "slots": slots })
}

const FIVE: &[&str] = &["mon", "tue", "wed", "thu", "fri"];

/// One example of each kind, in the order of the kinds.
pub fn ten() -> [(Kind, Value); 10] {
    [
        (
            Kind::StandardOutpatient,
            json!({ "name": "Counseling", "level": "outpatient",
                "schedule": { "days": { "from": 1, "to": 2 }, "hours": { "from": 1, "to": 2 }, "times": ["daytime", "evenings"] } }),
        ),
        (Kind::StandardIop, json!({ "name": "IOP", "level": "iop", "schedule": slots(&FIVE[..3], "09:00", "12:00") })),
        (
            Kind::EveningIop,
            json!({ "name": "Evening IOP", "level": "iop", "schedule": slots(&FIVE[..3], "18:00", "21:00") }),
        ),
        (
            Kind::DayProgram,
            json!({ "name": "Day program", "level": "iop", "schedule": slots(&FIVE[..3], "09:00", "14:00") }),
        ),
        (Kind::Php, json!({ "name": "PHP", "level": "php", "schedule": slots(FIVE, "09:00", "15:00") })),
        (
            Kind::DualDiagnosis,
            json!({ "name": "Dual diagnosis PHP", "level": "php", "tracks": ["dual_diagnosis"],
                "schedule": slots(FIVE, "09:00", "15:00") }),
        ),
        (
            Kind::LgbtqIop,
            json!({ "name": "LGBTQ+ IOP", "level": "iop", "tracks": ["lgbtq"], "schedule": slots(&FIVE[..3], "18:00", "21:00") }),
        ),
        (
            Kind::AdolescentIop,
            json!({ "name": "Teen IOP", "level": "iop", "tracks": ["adolescent"], "services": ["family"],
                "schedule": slots(&FIVE[..3], "16:00", "18:00") }),
        ),
        (
            Kind::Telehealth,
            json!({ "name": "Video IOP", "level": "iop", "setting": "video", "schedule": slots(&FIVE[..3], "18:00", "21:00") }),
        ),
        (
            Kind::Aftercare,
            json!({ "name": "Alumni group", "level": "aftercare", "schedule": slots(&["sat"], "10:00", "11:00") }),
        ),
    ]
}

#[test]
fn each_of_the_ten_kinds_is_told_from_its_facts() {
    for ((kind, value), listed) in ten().into_iter().zip(Kind::ALL) {
        assert_eq!(kind, *listed);
        assert_eq!(read(value).kind(), kind);
    }
}

#[test]
fn where_two_kinds_are_true_the_first_named_is_the_kind() {
    let evening = slots(&FIVE[..3], "18:00", "21:00");
    let day = slots(FIVE, "09:00", "15:00");
    for (value, kind) in [
        (
            json!({ "level": "iop", "tracks": ["lgbtq", "dual_diagnosis", "adolescent"], "setting": "video", "schedule": evening }),
            Kind::AdolescentIop,
        ),
        (json!({ "level": "iop", "ages": { "from": 14, "to": 17 } }), Kind::AdolescentIop),
        (
            json!({ "level": "iop", "tracks": ["lgbtq", "dual_diagnosis"], "setting": "video", "schedule": evening }),
            Kind::LgbtqIop,
        ),
        (
            json!({ "level": "iop", "tracks": ["dual_diagnosis"], "setting": "video", "schedule": evening }),
            Kind::DualDiagnosis,
        ),
        (json!({ "level": "iop", "setting": "video", "schedule": evening }), Kind::Telehealth),
        (json!({ "level": "outpatient", "setting": "video" }), Kind::Telehealth),
        // Video beside meeting in person is a way to come, not the kind.
        (json!({ "level": "iop", "setting": ["video", "in_person"], "schedule": evening }), Kind::EveningIop),
        // The kinds that have a level in their name are of that level only.
        (
            json!({ "level": "outpatient", "tracks": ["lgbtq", "dual_diagnosis", "adolescent"] }),
            Kind::StandardOutpatient,
        ),
        (json!({ "level": "php", "tracks": ["lgbtq", "adolescent"], "setting": "video", "schedule": day }), Kind::Php),
        (json!({ "level": "aftercare", "tracks": ["dual_diagnosis"], "setting": "video" }), Kind::Aftercare),
        // A day program is longer than a standard IOP's visit, or as long and on fewer days.
        (json!({ "level": "iop", "schedule": slots(&FIVE[..3], "09:00", "13:00") }), Kind::StandardIop),
        (json!({ "level": "iop", "schedule": slots(&FIVE[..3], "09:00", "13:15") }), Kind::DayProgram),
        (
            json!({ "level": "iop", "schedule": { "days": { "from": 2, "to": 4 }, "hours": { "from": 8, "to": 24 }, "times": "daytime" } }),
            Kind::DayProgram,
        ),
        (
            json!({ "level": "iop", "schedule": { "days": { "from": 3, "to": 5 }, "hours": { "from": 9, "to": 20 }, "times": "daytime" } }),
            Kind::StandardIop,
        ),
        // Evenings beside days are a choice, not an evening program. Nor is one that a visitor has to come to by day as
        // well, on a weekend.
        (
            json!({ "level": "iop", "schedule": { "days": 3, "hours": 9, "times": ["daytime", "evenings"] } }),
            Kind::StandardIop,
        ),
        (
            json!({ "level": "iop", "schedule": { "days": 3, "hours": 9, "times": ["evenings", "weekends"] } }),
            Kind::StandardIop,
        ),
        (json!({ "level": "iop", "schedule": slots(&["sat", "sun", "wed"], "18:00", "21:00") }), Kind::StandardIop),
        (json!({ "level": "iop", "schedule": slots(&["sat", "sun"], "09:00", "14:00") }), Kind::StandardIop),
        (json!({ "level": "iop" }), Kind::StandardIop),
    ] {
        let mut value = value;
        value["name"] = json!("A");
        assert_eq!(read(value.clone()).kind(), kind, "{value}");
    }
}
