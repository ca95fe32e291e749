//! Each field of a program and of the theme wrong, one by one: as in `fields`.

use serde_json::json;

use super::fields::check;
use super::{messages, read, with};

#[test]
fn program_fields() {
    let tracks = "dual_diagnosis, adolescent, lgbtq, veterans, women, men, perinatal, young_adults, older_adults, eating, trauma, \
         psychosis, gambling";
    check(&[
        (
            "/programs/0",
            json!("IOP"),
            "programs[0]: found \"IOP\", expected a group of the fields name, level, treats, schedule, setting, ages, tracks, services, approach, languages, payers, accepts, withdrawal_care, prescriber, transport, child_care, wheelchair, states, town, openings, link, address, note, checked. This program is left out.",
        ),
        (
            "/programs/0/name",
            json!(null),
            "programs[0].name: found nothing, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. This program is left out.",
        ),
        (
            "/programs/0/name",
            json!(["IOP"]),
            "programs[0].name: found a list, expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. This program is left out.",
        ),
        (
            "/programs/0/level",
            json!(null),
            "programs[0].level: found nothing, expected one of outpatient, iop, php, aftercare. This program is left out.",
        ),
        (
            "/programs/0/level",
            json!("residential"),
            "programs[0].level: found \"residential\", expected one of outpatient, iop, php, aftercare. This program is left out.",
        ),
        (
            "/programs/0/level",
            json!("IOP"),
            "programs[0].level: found \"IOP\", expected one of outpatient, iop, php, aftercare (perhaps \"iop\"). This program is left out.",
        ),
        (
            "/programs/0/level",
            json!(2.1),
            "programs[0].level: found 2.1, expected one of outpatient, iop, php, aftercare. This program is left out.",
        ),
        (
            "/programs/0/schedule",
            json!("evenings"),
            "programs[0].schedule: found \"evenings\", expected a group of the fields slots, days, hours, times. It is left out.",
        ),
        (
            "/programs/0/setting",
            json!("online"),
            "programs[0].setting: found \"online\", expected one of in_person, video. It is left out.",
        ),
        (
            "/programs/0/setting/1",
            json!("Video"),
            "programs[0].setting[1]: found \"Video\", expected one of in_person, video (perhaps \"video\"). It is left out.",
        ),
        (
            "/programs/0/ages",
            json!("18+"),
            "programs[0].ages: found \"18+\", expected a group of the fields from, to. This program is left out.",
        ),
        (
            "/programs/0/ages",
            json!({}),
            "programs[0].ages: found neither \"from\" nor \"to\", expected ages such as {\"from\": 18} or {\"from\": 13, \"to\": 17}. This program is left out.",
        ),
        (
            "/programs/0/ages/from",
            json!("18"),
            "programs[0].ages.from: found \"18\", expected a whole number of years from 0 to 120. This program is left out.",
        ),
        (
            "/programs/0/ages/from",
            json!(17.5),
            "programs[0].ages.from: found 17.5, expected a whole number of years from 0 to 120. This program is left out.",
        ),
        (
            "/programs/0/ages/from",
            json!(-1),
            "programs[0].ages.from: found -1, expected a whole number of years from 0 to 120. This program is left out.",
        ),
        (
            "/programs/0/ages/to",
            json!(1e300),
            "programs[0].ages.to: found a number out of reach, expected a whole number of years from 0 to 120. This program is left out.",
        ),
        (
            "/programs/0/ages/to",
            json!(12),
            "programs[0].ages: found \"to\" before \"from\", expected ages such as {\"from\": 18} or {\"from\": 13, \"to\": 17}. This program is left out.",
        ),
        (
            "/programs/0/tracks",
            json!(5),
            &format!("programs[0].tracks: found 5, expected a list of {tracks}. It is left out."),
        ),
        (
            "/programs/0/tracks/1",
            json!("lgbt"),
            &format!(
                "programs[0].tracks[1]: found \"lgbt\", expected one of {tracks} (perhaps \"lgbtq\"). It is left out."
            ),
        ),
        (
            "/programs/0/services/0",
            json!("yoga"),
            "programs[0].services[0]: found \"yoga\", expected one of individual, group, family, education, case_management, vocational, housing, medication, life_skills, peer_support, aftercare. It is left out.",
        ),
        (
            "/programs/0/approach/0",
            json!(null),
            "programs[0].approach[0]: found nothing, expected one of cbt, dbt, trauma_informed, creative, twelve_step, secular, motivational. It is left out.",
        ),
        (
            "/programs/0/languages/1",
            json!("Spanish"),
            "programs[0].languages[1]: found \"Spanish\", expected one of en, es, ase, ar, fr, ht, ko, pt, ru, tl, vi, zh. It is left out.",
        ),
        (
            "/programs/0/payers",
            json!(true),
            "programs[0].payers: found true, expected a list of payers. It is left out.",
        ),
        (
            "/programs/0/payers/0",
            json!(""),
            "programs[0].payers[0]: found \"\", expected one of medicaid, medicare, tricare_va, private, sliding_fee, self_pay, or words of your own. It is left out.",
        ),
        (
            "/programs/0/address/lines",
            json!([]),
            "programs[0].address.lines: found an empty list, expected a list of lines, as on an envelope. It is left out.",
        ),
        (
            "/programs/0/note",
            json!("a\u{1b}b"),
            "programs[0].note: found \"a b\", expected text in one line of at most 1000 letters, or {\"en\": …, \"es\": …}. It is left out.",
        ),
        (
            "/programs/0/checked",
            json!("May 2026"),
            "programs[0].checked: found \"May 2026\", expected a day as year-month-day, such as \"2026-05-31\". It is left out.",
        ),
        (
            "/programs/0/checked",
            json!("2026-02-29"),
            "programs[0].checked: found \"2026-02-29\", expected a day as year-month-day, such as \"2026-05-31\". It is left out.",
        ),
    ]);
    // A program that is left out leaves the others.
    let (config, _) = read(&with("/programs/0/level", json!("detox")));
    assert_eq!(config.programs.len(), 1);
    // Everything that is wrong with a program is named at once.
    let (_, problems) = read(&with("/programs/0", json!({ "level": "x", "ages": 5, "checked": 1, "colour": 1 })));
    let fields: Vec<&str> = problems.iter().map(|problem| &*problem.field).collect();
    let all = ["colour", "name", "level", "ages", "checked"].map(|field| format!("programs[0].{field}"));
    assert_eq!(fields, all);
}

#[test]
fn schedule_fields() {
    let clock =
        "expected a time of 24 hours, such as \"09:00\" or \"18:30\". The schedule of this program is left out.";
    for wrong in ["6 pm", "25:00", "24:01", "9:5", "09:60", ":30", "1800", "+1:00", "18:00:00"] {
        let (config, problems) = read(&with("/programs/0/schedule/slots/0/from", json!(wrong)));
        assert_eq!(messages(&problems), [format!("programs[0].schedule.slots[0].from: found \"{wrong}\", {clock}")]);
        assert_eq!(config.programs[0].schedule, Default::default());
    }
    let days = "expected a whole number from 1 to 7, or {\"from\": 3, \"to\": 5}. It is left out.";
    let hours =
        "expected hours a week in all, in quarters, from 0.25 to 60, or {\"from\": 9, \"to\": 12}. It is left out.";
    check(&[
        (
            "/programs/0/schedule/slots",
            json!(3),
            "programs[0].schedule.slots: found 3, expected a list of {day, from, to}. The schedule of this program is left out.",
        ),
        (
            "/programs/0/schedule/slots/1",
            json!("mon"),
            "programs[0].schedule.slots[1]: found \"mon\", expected a group of the fields day, from, to. The schedule of this program is left out.",
        ),
        (
            "/programs/0/schedule/slots/1/day",
            json!("funday"),
            "programs[0].schedule.slots[1].day: found \"funday\", expected one of mon, tue, wed, thu, fri, sat, sun. The schedule of this program is left out.",
        ),
        (
            "/programs/0/schedule/slots/1/day",
            json!(null),
            "programs[0].schedule.slots[1].day: found nothing, expected one of mon, tue, wed, thu, fri, sat, sun. The schedule of this program is left out.",
        ),
        (
            "/programs/0/schedule/slots/1/to",
            json!("17:00"),
            "programs[0].schedule.slots[1]: found \"to\" before \"from\", expected an end after the beginning. The schedule of this program is left out.",
        ),
        ("/programs/0/schedule/slots/1/to", json!(21), &format!("programs[0].schedule.slots[1].to: found 21, {clock}")),
        (
            "/programs/0/schedule/slots/1/room",
            json!("2"),
            "programs[0].schedule.slots[1].room: found a field that is not known, expected one of day, from, to. It is left out.",
        ),
        (
            "/programs/0/schedule/times",
            json!(["evenings"]),
            "programs[0].schedule.times: found times beside slots, expected either slots or times. The times of the slots are used.",
        ),
        (
            "/programs/1/schedule/times",
            json!(["nights"]),
            "programs[1].schedule.times[0]: found \"nights\", expected one of daytime, evenings, weekends. It is left out.",
        ),
        ("/programs/1/schedule/days", json!(8), &format!("programs[1].schedule.days: found 8, {days}")),
        ("/programs/1/schedule/days", json!(0), &format!("programs[1].schedule.days: found 0, {days}")),
        ("/programs/1/schedule/days", json!("3-5"), &format!("programs[1].schedule.days: found \"3-5\", {days}")),
        (
            "/programs/1/schedule/days/to",
            json!(null),
            "programs[1].schedule.days.to: found nothing, expected a whole number from 1 to 7. It is left out.",
        ),
        (
            "/programs/1/schedule/days/from",
            json!(5),
            &format!("programs[1].schedule.days: found \"to\" before \"from\", {days}"),
        ),
        ("/programs/1/schedule/hours", json!(1.3), &format!("programs[1].schedule.hours: found 1.3, {hours}")),
        ("/programs/1/schedule/hours", json!(0), &format!("programs[1].schedule.hours: found 0, {hours}")),
        ("/programs/1/schedule/hours", json!(168), &format!("programs[1].schedule.hours: found 168, {hours}")),
        (
            "/programs/1/schedule/hours",
            json!(9),
            "programs[1].schedule: found 9 hours a week, expected under 9 hours a week for outpatient. It is shown at this level all the same.",
        ),
        (
            "/programs/0/schedule/hours",
            json!(8.75),
            "programs[0].schedule: found 8.75 hours a week, expected at least 9 hours a week for iop (6 for teens). It is shown at this level all the same.",
        ),
        (
            "/programs/0/level",
            json!("php"),
            "programs[0].schedule: found 9 hours a week, expected at least 20 hours a week for php. It is shown at this level all the same.",
        ),
    ]);
    // Slots that overlap are choices, and how many of them one visitor takes has to be said.
    let slot = json!({ "day": "mon", "from": "20:00", "to": "22:00" });
    let (config, problems) = read(&with("/programs/0/schedule/slots/1", slot));
    assert_eq!(
        messages(&problems),
        [
            "programs[0].schedule.slots: found slots of one day that overlap, expected days and hours beside them, to say \
          how much of them one visitor comes to. The hours a week are not shown."
        ]
    );
    assert_eq!(config.programs[0].schedule.minutes, None);
}

#[test]
fn theme_fields() {
    let color = "expected a color as #rgb or #rrggbb. It is left out.";
    let mut table = vec![
        ("/theme", json!("dark"), "theme: found \"dark\", expected a group of the fields mode, density, tokens. It is left out.".to_owned()),
        ("/theme/mode", json!("night"), "theme.mode: found \"night\", expected one of auto, light, dark (perhaps \"light\"). It is left out.".to_owned()),
        ("/theme/tokens/font-size", json!("12px"), "theme.tokens.font-size: found \"12px\", expected a length from 16px to 24px. It is left out.".to_owned()),
        ("/theme/tokens/font-size", json!("1rem"), "theme.tokens.font-size: found \"1rem\", expected a length from 16px to 24px. It is left out.".to_owned()),
        ("/theme/tokens/line-height", json!(1.2), "theme.tokens.line-height: found 1.2, expected a number from 1.5 to 2. It is left out.".to_owned()),
        ("/theme/tokens/radius", json!("1e9px"), "theme.tokens.radius: found \"1e9px\", expected a length from 0px to 32px. It is left out.".to_owned()),
        ("/theme/tokens/focus-width", json!(1), "theme.tokens.focus-width: found 1, expected a length from 2px to 6px. It is left out.".to_owned()),
        ("/theme/tokens/font-family", json!("Arial;}"), "theme.tokens.font-family: found \"Arial;}\", expected names of fonts, separated by commas. It is left out.".to_owned()),
        ("/theme/tokens/font-family", json!("\"Arial"), "theme.tokens.font-family: found \"\"Arial\", expected names of fonts, separated by commas. It is left out.".to_owned()),
        ("/theme/tokens/--pf-radius", json!("4px"), "theme.tokens.--pf-radius: found a field that is not known, expected \"radius\", perhaps. It is left out.".to_owned()),
    ];
    for wrong in ["red", "#12345", "#1234567", "#12 456", "rgb(0,0,0)", "url(x)", "#fff;"] {
        table.push((
            "/theme/tokens/color-bg",
            json!(wrong),
            format!("theme.tokens.color-bg: found \"{wrong}\", {color}"),
        ));
    }
    for (pointer, value, message) in &table {
        check(&[(pointer, value.clone(), message)]);
    }
}
