//! Configurations drawn at random, most of them wrong somewhere, for the test that schema and reader agree.

use serde_json::{Value, json};

use super::words::{Words, every_field};

/// That of the demo's page.
pub fn demo() -> Value {
    let text = std::fs::read_to_string(crate::tools::root().join("www/demo/finder.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Numbers that look drawn at random and are the same on every run.
pub struct Dice(pub u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) % count as u64) as usize
    }
    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// What is put in: right somewhere, and wrong at most places.
pub fn pool() -> Vec<Value> {
    let texts = [
        "",
        " ",
        "\u{200b}",
        "\u{202e}",
        "\t",
        "a",
        " iop ",
        "iop",
        "IOP",
        "medicaid",
        "substance_use",
        "mental_health",
        "mon",
        "en",
        "es",
        "auto",
        "dark",
        "now",
        "waitlist",
        "ME",
        "detox",
        "18:00",
        " 7:05 ",
        "24:00",
        "24:01",
        "7:5",
        "18:60",
        "2026-05-31",
        "2024-02-29",
        "2100-02-29",
        "2026-02-30",
        "1999-01-01",
        "2200-01-01",
        "2026-5-1",
        "https://a.example",
        "https://a",
        "https://localhost:1/x",
        "http://127.0.0.1",
        "http://a.example",
        "javascript:x",
        "https://a..b",
        "https://a.b:123456",
        "https://a.b:/",
        "https://é.example/ü",
        "https://me@a.example",
        "https://a.example/a b",
        " https://a.example?x#y ",
        "https://a.example.",
        "a@b.example",
        "a@b",
        "a@@b.c",
        "a@b..c",
        "ä@b.c",
        ".a@b.c",
        "#fff",
        "#FFFFFF",
        "#ffff",
        "#ff",
        "Arial",
        "\"Source Sans\", Arial",
        "'A', \"B\"",
        "a;b",
        ",",
        " A , B ",
        "\"A",
        "'A\"",
        "16px",
        "16",
        "15.9px",
        "0016px",
        "24.0001px",
        "24.0px",
        "1.5",
        "1.49",
        "2.0",
        "01.55",
        "320px",
        "1200px",
        "1200.1",
        "00016px",
        "6px",
        "2",
        "1.",
        ".5",
        "16 px",
        "(555) 555-0100",
        "741741",
        "911",
        "call us",
        "logo.png",
        "a\u{1}b",
        "a\nb",
        "\u{1}a",
        "a\u{85}b",
        "<b>x</b>",
        "AT&amp;T",
        "Ã©",
        "💥",
        "comfortable",
        "compact",
        "day_and_night",
    ];
    let mut pool: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    pool.extend([1000, 1001].map(|length| json!("x".repeat(length))));
    pool.push(json!(format!("https://a.example/{}", "x".repeat(1983))));
    pool.push(json!(format!("{}, Arial", "F".repeat(195))));
    for number in [
        0.0, 0.25, 0.3, 1.0, 1.5, 2.0, 3.0, 7.0, 8.0, 15.75, 16.0, 20.5, 24.0, 24.5, 60.0, 60.25, 61.0, 120.0, 121.0,
        -1.0, 320.0, 1e9,
    ] {
        pool.push(json!(number));
    }
    pool.extend([json!(5_555_550_100_u64), json!(18), json!(0)]);
    pool.extend([json!(null), json!(true), json!(false), json!([]), json!({}), json!([null]), json!([[]])]);
    pool.extend([
        json!({ "en": "a" }),
        json!({ "es": "a", "en": null }),
        json!({ "en": "" }),
        json!({ "fr": "a" }),
        json!({ "en": null }),
        json!({ "en": 1, "es": "a" }),
        json!({ "from": 1, "to": 3 }),
        json!({ "from": 3, "to": 1 }),
        json!({ "from": 18 }),
        json!({ "to": 200 }),
        json!({ "from": 1, "to": null }),
        json!({ "from": 1, "to": 2, "x": 1 }),
        json!({ "payer": "private", "plans": "A", "in_network": true }),
        json!({ "payer": "no" }),
        json!({ "plans": ["A"] }),
        json!({ "payer": "medicaid", "en": "a" }),
        json!({ "payer": null, "en": "a" }),
        json!({ "lines": "12 Elm" }),
        json!({ "lines": [] }),
        json!({ "lines": ["a"], "map": "https://a.example" }),
        json!({ "lines": ["a", ""] }),
        json!({ "slots": [{ "day": "mon", "from": "9:00", "to": "10:00" }] }),
        json!({ "slots": "mon" }),
        json!(["en", "es", "en"]),
        json!(["ME", "XX"]),
        json!(["medicaid", { "en": "a" }, 5]),
        json!(["iop"]),
        json!([1, 2]),
        json!(["substance_use", null]),
        json!(vec!["a"; 7]),
        json!(vec!["cbt"; 51]),
        json!(vec!["medicaid"; 41]),
        json!({ "name": "a", "url": "https://a.example" }),
        json!({ "name": "a", "level": "iop", "treats": "mental_health" }),
        json!([{ "name": "a", "level": "php" }]),
        json!({ "mode": "dark", "tokens": { "radius": 4 } }),
        json!({ "color-bg": "#fff" }),
        json!({ "phone": "(555) 555-0100" }),
    ]);
    pool
}

/// A configuration that has every field, as the demo's has not all of them.
pub fn full() -> Value {
    let mut config = demo();
    config["partners"] = json!([{ "name": "A", "for": ["detox"], "phone": "(555) 555-0150", "link": "https://detox.example", "town": "B" }]);
    config["language"] = json!("auto");
    config["directory"] = json!({ "name": "A", "url": "https://a.example" });
    config["programs"][0]["openings"] = json!("now");
    config["programs"][0]["ages"] = json!({ "from": 18, "to": 60 });
    config["programs"][0]["tracks"] = json!(["veterans"]);
    let tokens: serde_json::Map<String, Value> = every_field()
        .iter()
        .filter_map(|(path, field)| {
            let words = Words::read().ok()?;
            path.starts_with("theme.tokens.").then(|| {
                (field.name.to_owned(), words.of(path).ok().and_then(|words| words.example.clone()).unwrap_or_default())
            })
        })
        .collect();
    config["theme"] = json!({ "mode": "light", "density": "compact", "tokens": tokens });
    config
}

/// Every place of a value.
pub fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (format!("{here}/{name}"), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (format!("{here}/{at}"), value)).collect(),
        _ => return,
    };
    for (place, value) in children {
        all.push(place.clone());
        places(value, &place, all);
    }
}

/// A configuration with one to four things in it changed, taken out or added.
pub fn draw(dice: &mut Dice, full: &Value, places: &[String], pool: &[Value]) -> Value {
    let mut config = full.clone();
    let names: Vec<String> = every_field()
        .into_iter()
        .map(|(_, field)| field.name.to_owned())
        .chain(["other".into(), "$schema".into()])
        .collect();
    for _ in 0..=dice.below(4) {
        let place = dice.of(places).clone();
        match dice.below(6) {
            0 => {
                let Some((parent, name)) = place.rsplit_once('/') else { continue };
                match config.pointer_mut(parent) {
                    Some(Value::Object(fields)) => drop(fields.remove(name)),
                    Some(Value::Array(items)) => drop(items.pop()),
                    _ => {}
                }
            }
            1 => {
                let (name, value) = (dice.of(&names).clone(), dice.of(pool).clone());
                if let Some(Value::Object(fields)) = config.pointer_mut(&place) {
                    fields.insert(name, value);
                }
            }
            _ => {
                let value = dice.of(pool).clone();
                if let Some(found) = config.pointer_mut(&place) {
                    *found = value;
                }
            }
        }
    }
    config
}
