//! What is read out of fields that are right.

use program_finder::provider::{
    Config, Day, EnumSet, Json, Meeting, Program, Setting, Span, SpokenLanguage, Text, Time, Tokens, hours_words,
};
use serde_json::{Value, json};

use super::{full, good, messages, read, with};

fn program(value: Value) -> Program {
    let mut config = full();
    config["programs"] = json!([value]);
    good(&config).programs.remove(0)
}

#[test]
fn the_full_configuration_is_read_whole() {
    let config = good(&full());
    assert_eq!(config.name.as_ref().unwrap().say("es-MX"), "Centro Cedar Bend");
    assert_eq!(config.programs.len(), 2);
    let program = &config.programs[0];
    assert_eq!(program.payers[2].plans[0].say("es"), "Tarifa según ingresos");
    assert_eq!(program.languages, [SpokenLanguage::En, SpokenLanguage::Es]);
    assert_eq!(program.setting, [Setting::InPerson, Setting::Video]);
    let date = program.checked.unwrap();
    assert_eq!((date.year, date.month, date.day), (2026, 5, 31));
    assert_eq!(config.exit.as_deref(), Some("https://www.weather.gov"));
    assert_eq!(config.contact.mailto().as_deref(), Some("mailto:hello@cedarbend.example"));
    assert_eq!(config.contact.text.unwrap().sms().as_deref(), Some("sms:+15555550101"));
}

#[test]
fn nothing_is_the_same_as_left_out() {
    for field in ["partners", "theme", "language", "exit", "directory", "events"] {
        good(&with(&format!("/{field}"), Value::Null));
    }
    for field in ["phone", "text", "email", "link", "address", "hours"] {
        good(&with(&format!("/contact/{field}"), Value::Null));
    }
    for field in [
        "schedule",
        "ages",
        "tracks",
        "services",
        "approach",
        "languages",
        "payers",
        "accepts",
        "withdrawal_care",
        "wheelchair",
        "states",
        "town",
        "link",
        "address",
        "note",
        "openings",
    ] {
        good(&with(&format!("/programs/0/{field}"), Value::Null));
    }
    // In person, so that there are no states to name.
    let mut in_person = with("/programs/0/setting", Value::Null);
    in_person["programs"][0]["states"] = Value::Null;
    good(&in_person);
}

#[test]
fn texts_fall_back_to_the_language_that_there_is() {
    let both = good(&full()).name.unwrap();
    assert_eq!((both.say("es"), both.other_language("es")), ("Centro Cedar Bend", None));
    assert_eq!((both.say("fr"), both.other_language("fr")), ("Cedar Bend Recovery", Some("en")));
    let spanish = good(&with("/name", json!({ "es": "Centro" }))).name.unwrap();
    assert_eq!((spanish.say("en"), spanish.other_language("en")), ("Centro", Some("es")));
    let plain = Text::plain("Centro");
    assert_eq!((plain.say("en"), plain.other_language("en")), ("Centro", None));
}

#[test]
fn slots_say_days_hours_and_times() {
    let slot = |day: &str, from: &str, to: &str| json!({ "day": day, "from": from, "to": to });
    let schedule = program(json!({ "name": "A", "treats": "substance_use", "level": "iop", "schedule": { "slots": [
        slot("sat", "09:30", "12:00"), slot("thu", "17:00", "20:15"), slot("tue", "17:00", "20:15"),
    ] } }))
    .schedule;
    assert_eq!(schedule.days, Some(Span { from: 3, to: 3 }));
    assert_eq!(schedule.minutes, Some(Span { from: 540, to: 540 }));
    assert_eq!(schedule.times, [Time::Evenings, Time::Weekends]);
    assert_eq!(
        schedule.meetings(),
        [
            Meeting { days: EnumSet::of(&[Day::Tue, Day::Thu]), from: 17 * 60, to: 20 * 60 + 15 },
            Meeting { days: EnumSet::of(&[Day::Sat]), from: 9 * 60 + 30, to: 12 * 60 },
        ]
    );
    // Days and hours beside slots win: the slots are then what one can choose from.
    let schedule = program(json!({ "name": "A", "treats": "substance_use", "level": "outpatient", "schedule": {
        "slots": [slot("mon", "09:00", "16:59"), slot("tue", "16:59", "24:00"), slot("sat", "18:00", "19:00")],
        "days": 1, "hours": { "from": 0.75, "to": 1.5 },
    } }))
    .schedule;
    assert_eq!(schedule.days, Some(Span { from: 1, to: 1 }));
    assert_eq!(schedule.minutes, Some(Span { from: 45, to: 90 }));
    // Five in the evening is evening, a minute before is not; a Saturday evening is both.
    assert_eq!(schedule.times, [Time::Daytime, Time::Evenings, Time::Weekends]);
    assert_eq!([540, 90, 45, 15].map(hours_words), ["9", "1.5", "0.75", "0.25"]);
}

#[test]
fn what_is_left_out_of_a_program() {
    let adult = program(json!({ "name": "A", "treats": "substance_use", "level": "iop" }));
    assert_eq!((adult.ages.from, adult.ages.to), (Some(18), None));
    assert_eq!(adult.setting, [Setting::InPerson]);
    assert!(adult.schedule.times.is_empty() && adult.schedule.meetings().is_empty());
    let teen = program(json!({ "name": "A", "treats": "substance_use", "level": "iop", "tracks": "adolescent" }));
    assert_eq!((teen.ages.from, teen.ages.to), (Some(13), Some(17)));
    // One that says itself who can come is believed.
    let young = program(
        json!({ "name": "A", "treats": "substance_use", "level": "iop", "tracks": ["adolescent"], "ages": { "to": 21 } }),
    );
    assert_eq!((young.ages.from, young.ages.to), (None, Some(21)));
}

#[test]
fn typing_errors_are_told_from_unknown_fields() {
    for (written, meant) in [
        ("program", "programs"),
        ("Programs", "programs"),
        ("conatct", "contact"),
        ("lang", ""),
        ("languages", "language"),
        ("colour", ""),
        ("evnts", "events"),
        ("temas", ""),
    ] {
        let (_, problems) = read(&with(&format!("/{written}"), json!("x")));
        let allowed = match meant {
            "" => "one of name, logo, contact, programs, partners, theme, language, exit, directory, events".to_owned(),
            meant => format!("\"{meant}\", perhaps"),
        };
        let expected = format!("{written}: found a field that is not known, expected {allowed}. It is left out.");
        assert_eq!(messages(&problems), [expected]);
    }
}

#[test]
fn a_field_given_twice_is_named_and_the_last_one_counts() {
    let fields = [("name", "A"), ("name", "B")].map(|(name, value)| (name.to_owned(), Json::from(value)));
    let (config, problems) = Config::read(&Json::Record(fields.into()));
    assert_eq!(config.name.unwrap().say("en"), "B");
    assert_eq!(
        problems[0].message(),
        "name: found a field that is given twice, expected each field once. The last one is used."
    );
}

#[test]
fn every_token_can_be_set() {
    for (name, _) in Tokens::all() {
        let value = match name {
            "font-family" => "\"Source Sans\", Arial, sans-serif",
            "line-height" => "1.5",
            "max-width" => "720px",
            "focus-width" => "3px",
            "font-size" | "radius" | "space" => "16.5px",
            _ => "#abc",
        };
        good(&with("/theme/tokens", json!({ name: value })));
    }
}

#[test]
fn exit_may_share_no_more_than_a_word_with_the_provider() {
    for right in ["https://bend.example", "https://notcedarbend.example", "https://cedarbend.example.org"] {
        assert_eq!(good(&with("/exit", json!(right))).exit.as_deref(), Some(right));
    }
    for wrong in ["https://CEDARBEND.example", "https://shop.cedarbend.example", "https://cedarbend.example:8443/x"] {
        assert_eq!(read(&with("/exit", json!(wrong))).0.exit, None);
    }
}
