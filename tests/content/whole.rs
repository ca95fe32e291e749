//! Whole results, and the provider's sample, by the measures that single sentences are held to.

use program_finder::content::Audience;
use program_finder::screen::{Catalog, Screen, View};
use serde_json::Value;

use crate::catalog::Texts;
use crate::grade::{grade, words};
use crate::plain::masked;
use crate::screens::{at, configs, said, visits};
use crate::words::Lists;

/// The school year that every screen is to be read in.
const GRADE: f64 = 7.0;

struct English<'a>(&'a Texts);

impl Catalog for English<'_> {
    fn get(&self, key: &str, audience: Audience) -> Option<String> {
        self.0.voiced(key, audience).map(str::to_owned)
    }
}

#[test]
fn every_result_as_a_whole_can_be_read_at_grade_seven() {
    let (texts, lists) = (Texts::english(), Lists::read());
    let catalog = English(&texts);
    // Without a provider: what that one writes is that one's own.
    let config = &configs()[0];
    let mut hardest: f64 = 0.0;
    // Some of them: they share their sentences.
    for answers in visits().into_iter().step_by(5) {
        let visit = at(Screen::Result, answers);
        let pieces = said(&View::new(&visit, config, "en"), &catalog);
        // Labels, each a sentence of its own to the formula, would make any screen look easy.
        let sentences = pieces.iter().filter(|piece| words(piece).len() >= 6);
        let pieces: Vec<String> = sentences.map(|piece| masked(&lists, piece)).collect();
        let grade = grade(pieces.iter().map(String::as_str));
        assert!(grade <= GRADE, "grade {grade:.1}:\n{}", pieces.join("\n"));
        hardest = hardest.max(grade);
    }
    println!("the hardest result reads at grade {hardest:.1}"); // Seen with --nocapture.
    let hard = grade(["Individualized psychotherapeutic interventions necessitate multidisciplinary collaboration."]);
    assert!(hard > GRADE, "the measure measures");
}

/// Every text in a value, however deep.
fn texts_in<'v>(value: &'v Value, into: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts_in(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| texts_in(field, into)),
        _ => {}
    }
}

#[test]
fn the_sample_and_the_page_around_it_have_no_word_that_visitors_are_not_told() {
    let lists = Lists::read();
    let sample: Value = serde_json::from_str(include_str!("../../www/demo/finder.json")).expect("the sample is JSON");
    let mut texts = Vec::new();
    texts_in(&sample, &mut texts);
    let page = include_str!("../../www/demo/index.html");
    let body = page.split_once("<body>").map_or(page, |(_, body)| body);
    texts.extend(body.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim()));
    assert!(texts.len() > 100, "both have texts");
    let found = |text: &str| lists.found(lists.everywhere.iter().chain(&lists.catalog), text).len();
    // A single word is a name for the machine, such as that of a track.
    let wrong: Vec<&&str> = texts.iter().filter(|text| text.contains(' ') && found(text) > 0).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(found("The best care, guaranteed") > 0, "the lists are read");
}
