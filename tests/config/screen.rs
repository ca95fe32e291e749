//! What a result shows of a configuration: links only to numbers that somebody wrote, partners beside the directory,
//! labels that are true.

use std::collections::BTreeSet;

use program_finder::content::Audience;
use program_finder::engine::OptionSet;
use program_finder::provider::{Config, Date};
use program_finder::screen::{Attr, Catalog, Message, Screen, View, ViewNode, Visit, unpacked_keys};
use serde_json::{Value, json};

use super::matching::answers;
use super::{data, full, with};

struct Texts(Value);

impl Catalog for Texts {
    fn get(&self, key: &str, audience: Audience) -> Option<String> {
        let found = unpacked_keys(key)
            .into_iter()
            .find_map(|key| self.0.get(format!("{key}.{}", audience.id())).or_else(|| self.0.get(key)));
        Some(found?.as_str()?.to_owned())
    }
}

fn texts(lang: &str) -> Texts {
    let text =
        if lang == "es" { include_str!("../../www/text/es.json") } else { include_str!("../../www/text/en.json") };
    Texts(serde_json::from_str(text).expect("a catalog"))
}

/// A visitor who lives nowhere, uses opioids daily, and is referred to 24-hour care; or one who keeps up.
fn visitor(referred: bool) -> OptionSet {
    let often: &[(&str, &str)] = &[
        ("use", "daily"),
        ("substances", "opioids"),
        ("withdrawal", "sick"),
        ("longest", "day"),
        ("led_to", "setbacks"),
        ("home", "no_place"),
    ];
    let seldom: &[(&str, &str)] =
        &[("use", "some"), ("substances", "alcohol"), ("longest", "month"), ("led_to", "none"), ("home", "supportive")];
    let all = [
        ("who", "me"),
        ("danger", "none"),
        ("concern", "substances"),
        ("suicide", "none"),
        ("body", "none"),
        ("care", "none"),
    ];
    answers(&[&all[..], if referred { often } else { seldom }].concat())
}

/// The parts of the result of these answers.
fn result(config: &Config, answers: OptionSet, lang: &str) -> Vec<ViewNode> {
    let mut visit = Visit::default();
    visit.answers = answers;
    visit.shown = Screen::Result;
    let view = View::new(&visit, config, lang);
    let mut parts = view.parts();
    parts.extend(view.summary());
    parts
}

fn links(parts: &[ViewNode]) -> BTreeSet<String> {
    parts
        .iter()
        .filter_map(|part| if let ViewNode::Attr(Attr::Href(address)) = part { Some(address.clone()) } else { None })
        .collect()
}

fn said(parts: &[ViewNode], lang: &str) -> Vec<String> {
    let texts = texts(lang);
    let say = |words: &Message| words.render(&texts, Audience::Adult);
    parts.iter().filter_map(|part| if let ViewNode::Message(words) = part { Some(say(words)) } else { None }).collect()
}

fn on(value: &Value) -> Config {
    Config::from_owned(data(value), Date::of(20260605), "").0
}

#[test]
fn a_number_that_is_not_sure_is_shown_and_links_nowhere() {
    let mut without = full();
    without["contact"] = json!({ "link": "https://cedarbend.example/contact" });
    without["partners"] = json!([]);
    let crisis = links(&result(&on(&without), visitor(true), "en"));
    for unsure in
        ["555-0142 (office)", "Call us", "555-555-0142 or 555-555-0143", "05 55 55 01 42", "+44 (0)20 7946 0958"]
    {
        let mut config = without.clone();
        config["contact"]["phone"] = json!(unsure);
        config["contact"]["text"] = json!(unsure);
        config["partners"] = json!([{ "name": "Cedar Detox", "for": "day_and_night", "phone": unsure }]);
        for lang in ["en", "es"] {
            let parts = result(&on(&config), visitor(true), lang);
            assert_eq!(links(&parts), crisis, "{unsure}");
            let times = said(&parts, lang).iter().filter(|words| words.contains(unsure)).count();
            assert!(times >= 3, "{unsure} is shown {times} times");
        }
    }
    // Without any way that can be followed, the helpline is there too.
    let mut config = without.clone();
    config["contact"] = json!({ "phone": "Call us" });
    assert!(links(&result(&on(&config), visitor(false), "en")).contains("tel:+18006624357"));
}

#[test]
fn partners_stand_beside_the_directory_where_the_finder_refers_and_nowhere_else() {
    let config = on(&with(
        "/partners/0",
        json!({ "name": "Cedar House", "for": "day_and_night", "phone": "555-555-0150", "town": "Dixon" }),
    ));
    let parts = result(&config, visitor(true), "en");
    let words = said(&parts, "en");
    let index =
        |text: &str| words.iter().position(|other| other == text).unwrap_or_else(|| panic!("{text} in {words:#?}"));
    let (partner, choice) = (index("Cedar House"), index("You can choose any place you like."));
    // It stands with the suggestion already, and once more beside the partners.
    let behind = words[partner..].iter().position(|other| other == "See other places: FindTreatment.gov");
    let directory = partner + behind.expect("the directory beside the partners");
    assert!(partner < choice && choice < directory && directory < index("Evening IOP"), "{words:#?}");
    assert!(links(&parts).contains("tel:+15555550150"));
    assert_eq!(words[index("Cedar House") - 1], "Cedar Bend Recovery works with these places for 24-hour care:");
    assert!(!said(&result(&config, visitor(false), "en"), "en").contains(&"Cedar House".to_owned()));
}

#[test]
fn facts_are_plain_and_days_are_in_words() {
    let mut config = full();
    config["programs"] = json!([
        { "name": "Screen", "level": "outpatient", "treats": "substance_use", "setting": "video", "states": ["ME", "NH"],
          "openings": "2026-06-10", "checked": "2026-05-31" },
        { "name": "Room", "level": "outpatient", "treats": ["substance_use", "mental_health"], "town": "Dixon",
          "openings": "now", "checked": "2026-06-01", "wheelchair": true, "accepts": ["methadone"],
          "payers": ["Medicaid", "Cash", { "payer": "private", "plans": ["Oak", "Elm"], "in_network": true }] },
    ]);
    let config = on(&config);
    for (lang, expected) in [
        (
            "en",
            &[
                "Next open spot: June 10, 2026 (as of May 31, 2026)",
                "By video only",
                "Video for people in: ME, NH",
                "For alcohol or drug use",
                "Open spots as of June 1, 2026",
                "Takes: Medicaid, Cash, Private insurance",
                "Private insurance, in network: Oak, Elm",
                "You can keep taking: Methadone",
                "Wheelchair access",
                "Checked May 31, 2026",
                "Checked June 1, 2026",
            ],
        ),
        (
            "es",
            &[
                "Próximo lugar libre: 10 de junio de 2026 (según datos del 31 de mayo de 2026)",
                "Solo por video",
                "Video para personas en: ME, NH",
                "Para el consumo de alcohol o drogas",
                "Con lugares libres al 1 de junio de 2026",
                "Acepta: Medicaid, Cash, Seguro privado",
                "Seguro privado, dentro de la red: Oak, Elm",
                "Se puede seguir tomando: Metadona",
                "Acceso para silla de ruedas",
                "Revisado el 31 de mayo de 2026",
                "Revisado el 1 de junio de 2026",
            ],
        ),
    ] {
        let parts = result(&config, visitor(false), lang);
        let words = said(&parts, lang);
        for text in expected {
            assert!(words.iter().any(|other| other == text), "{text} in {words:#?}");
        }
        // Nobody has said when they could come, or how: nothing is held against video.
        assert!(!parts.contains(&ViewNode::Open("li", "mismatch")));
    }
    // Where all were checked on one day, that is said once on the screen, and once on paper.
    let mut config = full();
    config["programs"] = json!(["A", "B", "C"].map(|name| {
        json!({ "name": name, "level": "outpatient", "treats": "substance_use", "checked": "2026-05-31" })
    }));
    let words = said(&result(&on(&config), visitor(false), "en"), "en");
    assert_eq!(words.iter().filter(|words| *words == "Checked May 31, 2026").count(), 2);
}
