//! The page has everything that is in the tables, and nothing on it is empty.

use program_finder::content::changes::CHANGES;
use program_finder::content::crisis::CRISIS_LINES;
use program_finder::content::inputs::INPUTS;
use program_finder::content::{Audience, QUESTIONNAIRE, SOURCES, VERSION, fingerprint};
use program_finder::engine::{AddOn, Level, Step};
use serde_json::Value;

use super::html::{id, text};
use super::words::Words;
use super::{page, records};
use crate::tools;

/// The English words.
pub fn english() -> Words {
    Words::read(&tools::root().join("www/text/en.json")).unwrap()
}

fn whole() -> String {
    page::page(&english(), None).unwrap()
}

fn has(page: &str, what: &str) {
    assert!(page.contains(what), "the page lacks {what}");
}

#[test]
fn every_question_and_every_wording_is_there() {
    let (page, words) = (whole(), english());
    for question in QUESTIONNAIRE.questions {
        has(&page, &format!("id=\"question-{}\"", question.id));
        for audience in Audience::ALL {
            let keys = question.options.iter().map(|option| format!("{}.{option}", question.id));
            for key in keys.chain([format!("{}.ask", question.id)]) {
                has(&page, &format!(">{}<", text(words.voiced(&key, audience).unwrap())));
            }
        }
        for option in question.options {
            has(&page, &format!("<th scope=\"row\">{}</th>", id(option)));
        }
    }
}

#[test]
fn every_rule_with_its_effect_reason_and_sources_is_there() {
    let (page, words) = (whole(), english());
    let cited: std::collections::BTreeSet<&str> =
        QUESTIONNAIRE.rules.iter().flat_map(|rule| rule.sources).copied().collect();
    for rule in QUESTIONNAIRE.rules {
        let row = page.split("<tr>").find(|row| row.contains(&format!("id=\"rule-{}\"", rule.id))).expect(rule.id);
        has(row, &id(rule.id));
        for said in words.all_voices(&format!("why.{}", rule.id)).unwrap() {
            has(row, &text(&said.text));
        }
        for source in rule.sources {
            has(row, &format!("<a href=\"#source-{source}\">{source}</a>"));
        }
        if let Some(level) = rule.effect.floor {
            has(row, &format!("At least: <strong>{}</strong>", words.level(level).unwrap()));
        }
        if let Some(step) = rule.effect.step {
            has(row, &text(words.say(&format!("step.{}.title", step.id())).unwrap()));
        }
        for add in rule.effect.add_ons.iter() {
            has(row, &text(words.say(&format!("add.{}.title", add.id())).unwrap()));
        }
        // Every answer that the rule reads is quoted in its row.
        for part in rule.when.iter().flat_map(super::words::named) {
            for quoted in words.short(part.question, part.options).unwrap() {
                has(row, &text(&quoted));
            }
        }
    }
    for source in SOURCES {
        has(&page, &format!("id=\"source-{}\"", source.id));
        has(&page, &text(source.title));
        has(&page, &text(source.place));
        assert!(cited.contains(source.id), "nothing cites {}", source.id);
    }
    assert_eq!(cited.len(), SOURCES.len(), "a rule cites a source that is not listed");
}

#[test]
fn everything_that_can_come_out_is_there() {
    let (page, words) = (whole(), english());
    let levels = Level::ALL.map(|level| format!("level.{}.what", level.id()));
    let steps = Step::ALL.map(|step| format!("step.{}.text", step.id()));
    let adds = AddOn::ALL.map(|add| format!("add.{}.text", add.id()));
    for key in levels.iter().chain(&steps).chain(&adds) {
        for audience in Audience::ALL {
            has(&page, &text(words.voiced(key, audience).unwrap()));
        }
    }
}

#[test]
fn inputs_lines_and_versions_are_there() {
    let page = whole();
    for input in INPUTS {
        has(&page, &text(input.purpose));
        if let Some(protected) = input.protected {
            has(&page, &text(protected.why));
        }
    }
    for line in CRISIS_LINES {
        has(&page, &text(line.name));
        has(&page, line.checked);
    }
    for change in CHANGES {
        has(&page, change.version);
        has(&page, &text(change.what));
    }
    for part in [VERSION, &fingerprint(), "The proof has not been run for these rules", "Signature"] {
        has(&page, part);
    }
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    assert_eq!(whole(), whole());
}

/// The tags of some markup, without comments: each name, whether it ends an element, and whether it stands alone.
fn tags(markup: &str) -> Vec<(String, bool, bool)> {
    let mut tags = Vec::new();
    let mut rest = markup;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, left) = after.split_once('>').expect("every tag has an end");
        assert!(!tag.contains('<'), "a stray < before {tag}");
        let name: String =
            tag.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '!').collect();
        tags.push((name, tag.starts_with('/'), tag.ends_with('/')));
        rest = left;
    }
    tags
}

#[test]
fn elements_are_closed_in_order() {
    let page = whole();
    let style = page.find("<style>").unwrap()..page.find("</style>").unwrap();
    let page = page.replace(&page[style], "<style>");
    let mut open = Vec::new();
    for (name, ends, alone) in tags(&page) {
        if ["!doctype", "meta", "br", "wbr"].contains(&name.as_str()) || alone {
            continue;
        }
        if ends {
            assert_eq!(open.pop(), Some(name));
        } else {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<String>::new());
}

#[test]
fn the_drawing_is_well_formed_and_every_link_has_a_target() {
    let page = whole();
    let svg = &page[page.find("<svg").unwrap()..page.find("</svg>").unwrap()];
    assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    for attribute in svg.split('"').skip(1).step_by(2) {
        assert!(!attribute.contains(['<', '>', '&']), "{attribute}");
        assert!(!attribute.contains("NaN") && !attribute.contains("inf"), "{attribute}");
    }
    for link in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        has(&page, &format!("id=\"{link}\""));
    }
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
}

#[test]
fn nothing_on_the_page_is_empty() {
    let page = whole();
    // Lines to sign on are empty, and nothing else is.
    let page = page.replace("<dd></dd>", "");
    for tag in ["p", "li", "td", "th", "h2", "h3", "dt", "dd", "code", "strong", "b", "ul", "tbody", "text"] {
        assert!(!page.contains(&format!("<{tag}></{tag}>")), "an empty {tag}");
    }
    assert!(!page.contains("colspan=\"1\"></td>"));
    assert!(!page.contains("{{") && !page.contains("undefined"));
}

#[test]
fn the_page_asks_for_nothing_and_runs_nothing() {
    let page = whole();
    for what in ["<script", "src=", "url(", "@import", "<link", "<img", "http://", "https://"] {
        let allowed = if what == "http://" { page.matches("http://www.w3.org/2000/svg").count() } else { 0 };
        assert_eq!(page.matches(what).count(), allowed, "{what}");
    }
}

#[test]
fn the_inventory_for_programs_says_the_same() {
    let text = records::inputs_json(&english()).unwrap();
    let inventory: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(inventory["version"], VERSION);
    let inputs = inventory["inputs"].as_array().unwrap();
    assert_eq!(inputs.len(), QUESTIONNAIRE.questions.len());
    let read: std::collections::BTreeSet<&str> =
        inputs.iter().flat_map(|input| input["rules"].as_array().unwrap()).filter_map(Value::as_str).collect();
    assert_eq!(read.len(), QUESTIONNAIRE.rules.len(), "every rule reads some input");
    let protected: Vec<&str> =
        inputs.iter().filter(|i| !i["protected_trait"].is_null()).filter_map(|i| i["question"].as_str()).collect();
    assert_eq!(protected, ["who", "body"]);
}
