//! What a configuration does where scripts and this reader both have a part in it: `effects.json`, which
//! `tests/e2e/effects.test.mjs` tries in browsers. Here is what is said of each, and where quick exit leads.

use program_finder::provider::Config;
use serde_json::Value;

use super::{data, messages};

/// The host of the page that the browsers' test is on.
const HOST: &str = "127.0.0.1";

#[test]
fn every_configuration_has_the_problems_and_the_exit_that_browsers_tell_and_use() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/config/effects.json");
    let corpus: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("the corpus")).expect("JSON");
    let cases = corpus["cases"].as_array().expect("cases");
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let mut config = corpus["base"].clone();
        for (name, value) in case["set"].as_object().expect("fields") {
            config[name] = value.clone();
        }
        let (read, problems) = Config::from_owned(data(&config), None, HOST);
        let found = messages(&problems);
        let expected: Vec<_> = case["problems"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        // The address as browsers write it is the browsers' to say: letters of other scripts are written in ASCII.
        let leads = case["effect"]["exit"].is_string();
        if found != expected || read.exit.is_some() != leads || read.events != (case["effect"]["events"] == true) {
            wrong.push(format!("{}: {found:#?}, exit {:?}, events {}", case["what"], read.exit, read.events));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
