//! The finder in a real browser: what is painted, where focus is, what the host is told, and what is left behind.
#![cfg(target_arch = "wasm32")]

use program_finder::web::{Finder, Host};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = r"
export const makeStage = () => document.body.appendChild(document.createElement('div'));
export const makeHost = (catalog) => {
  const text = JSON.parse(catalog);
  const told = [];
  return {
    told, lang: 'en', text: (key, voice) => text[`${key}.${['self', 'teen', 'child', 'other'][voice]}`] ?? text[key.replace(/@.*/, '@other')],
    post: (name, detail) => told.push(detail ? name + ':' + detail : name),
    level: 2, today: 20261130, site: 'clinic.example', settle() {}, keep: () => true,
    top() {}, focus: (element) => element.focus(), home: () => told.push('home'), say: (words) => told.push('say:' + words), warn: (words) => told.push('warn:' + words),
  };
};
export const told = (host) => host.told.join('|');
export const parse = (json) => JSON.parse(json);
export const count = (stage, selector) => stage.querySelectorAll(selector).length;
export const words = (stage, selector) => stage.querySelector(selector)?.textContent ?? '';
export const focused = (stage, selector) => document.activeElement !== null && document.activeElement === stage.querySelector(selector);
export const press = (stage, selector, at) => {
  const element = stage.querySelectorAll(selector)[at];
  element.click();
  return +(element.dataset.act ?? -1);
};
export const attribute = (stage, selector, name) => stage.querySelector(selector)?.getAttribute(name) ?? '';
export const checked = (stage) => [...stage.querySelectorAll('input')].map((i) => (i.checked ? 1 : 0)).join('');
export const described = (stage) => {
  const field = stage.querySelector('fieldset');
  return document.getElementById(field.getAttribute('aria-describedby'))?.textContent ?? '';
};
export const remove = (stage) => stage.remove();
")]
extern "C" {
    #[wasm_bindgen(js_name = makeStage)]
    fn make_stage() -> web_sys::HtmlElement;
    #[wasm_bindgen(js_name = makeHost)]
    fn make_host(catalog: &str) -> JsValue;
    fn told(host: &JsValue) -> String;
    fn parse(json: &str) -> JsValue;
    fn count(stage: &web_sys::HtmlElement, selector: &str) -> u32;
    fn words(stage: &web_sys::HtmlElement, selector: &str) -> String;
    fn focused(stage: &web_sys::HtmlElement, selector: &str) -> bool;
    fn press(stage: &web_sys::HtmlElement, selector: &str, at: u32) -> i32;
    fn attribute(stage: &web_sys::HtmlElement, selector: &str, name: &str) -> String;
    fn checked(stage: &web_sys::HtmlElement) -> String;
    fn described(stage: &web_sys::HtmlElement) -> String;
    fn remove(stage: &web_sys::HtmlElement);
}

const ENGLISH: &str = include_str!("../www/text/en.json");
const CONFIG: &str = include_str!("../www/demo/finder.json");
const OPTIONS: &str = ".option input";
const CONTINUE: &str = ".actions .primary";

struct Page {
    stage: web_sys::HtmlElement,
    host: JsValue,
    finder: Finder,
}

impl Page {
    fn new(config: &str) -> Page {
        let (stage, host) = (make_stage(), make_host(ENGLISH));
        let finder = Finder::mount(stage.clone(), &parse(config), host.clone().unchecked_into::<Host>());
        Page { stage, host, finder }
    }
    fn started() -> Page {
        let page = Page::new(CONFIG);
        page.finder.start();
        page
    }
    /// Presses an element, and tells the finder so, as the frame's script does.
    fn press(&self, selector: &str, at: u32) {
        let number = press(&self.stage, selector, at);
        self.finder.act(usize::try_from(number).expect("what can be pressed has a number"));
    }
    /// Chooses the options at these places, and goes on.
    fn answer(&self, indices: &[u32]) {
        for index in indices {
            self.press(OPTIONS, *index);
        }
        self.press(CONTINUE, 0);
    }
}

/// A text of the catalog.
fn text(key: &str) -> String {
    let catalog: serde_json::Value = serde_json::from_str(ENGLISH).expect("the catalog is JSON");
    catalog[key].as_str().expect(key).to_owned()
}

#[wasm_bindgen_test]
fn nothing_is_painted_before_start() {
    let page = Page::new(CONFIG);
    assert_eq!(count(&page.stage, "*"), 0);
    assert_eq!(told(&page.host), "", "the demo's configuration has no problems, and mounting is not an event");
}

#[wasm_bindgen_test]
fn a_question_is_painted_with_its_options_and_takes_focus() {
    let page = Page::started();
    assert_eq!(words(&page.stage, "fieldset > legend > h2"), text("who.ask.self"));
    assert_eq!(count(&page.stage, "label.option > input[type=radio]"), 5);
    assert_eq!(count(&page.stage, "input:checked"), 0, "nothing is chosen beforehand");
    assert!(focused(&page.stage, "h2"));
    assert_eq!(count(&page.stage, ".back"), 0, "there is no step before the first");
    assert_eq!(attribute(&page.stage, "form", "autocomplete"), "off");
    assert_eq!(attribute(&page.stage, "input", "autocomplete"), "off");
    assert_eq!(count(&page.stage, "input[id], button[id], a[id], h2[id], [tabindex][id]"), 0);
    assert_eq!(told(&page.host), "started");
}

#[wasm_bindgen_test]
fn going_on_without_an_answer_shows_the_error_and_focuses_it() {
    let page = Page::started();
    page.press(CONTINUE, 0);
    assert!(focused(&page.stage, ".error-summary"));
    assert_eq!(words(&page.stage, "p.error"), text("who.error"));
    assert!(described(&page.stage).contains(&text("who.error")), "the group is described by the error");
    page.press(".error-summary button", 0);
    assert!(focused(&page.stage, ".option input"));
    page.answer(&[0]);
    assert_eq!(count(&page.stage, ".error-summary, .error"), 0);
}

#[wasm_bindgen_test]
fn choosing_never_goes_on_and_back_keeps_the_answer() {
    let page = Page::started();
    let question = words(&page.stage, "h2");
    for index in 0..5 {
        page.press(OPTIONS, index);
        assert_eq!(words(&page.stage, "h2"), question);
    }
    page.answer(&[0]);
    assert_eq!(words(&page.stage, "h2"), text("danger.ask.self"));
    page.press(".back", 0);
    assert_eq!(words(&page.stage, "h2"), question);
    assert_eq!(checked(&page.stage), "10000");
    assert!(focused(&page.stage, "h2"));
}

#[wasm_bindgen_test]
fn an_option_that_stands_alone_takes_back_the_others() {
    let page = Page::started();
    page.answer(&[0]);
    for (index, after) in [(0, "1000000"), (2, "1010000"), (5, "0000010"), (1, "0100000"), (6, "0000001")] {
        page.press(OPTIONS, index);
        assert_eq!(checked(&page.stage), after);
    }
}

#[wasm_bindgen_test]
fn enter_on_an_option_goes_on_as_continue_does() {
    let page = Page::started();
    page.press(OPTIONS, 3);
    page.finder.enter();
    assert_eq!(words(&page.stage, "h2"), text("danger.ask.other"));
}

#[wasm_bindgen_test]
fn danger_leads_to_the_safety_screen_and_stays_in_the_result() {
    let page = Page::started();
    page.answer(&[4]);
    page.answer(&[2]);
    assert!(focused(&page.stage, ".safety h2"));
    assert_eq!(attribute(&page.stage, ".safety a.call", "href"), "tel:988");
    assert_eq!(attribute(&page.stage, ".safety a.call", "rel"), "noopener noreferrer");
    page.press(".actions button", 0);
    assert_eq!(words(&page.stage, ".result h2"), text("result.heading.emergency"));
    assert!(focused(&page.stage, ".result h2"));
    assert_eq!(told(&page.host), "started|finished", "the host learns no more than of any other visit");
}

#[wasm_bindgen_test]
fn starting_over_forgets_everything() {
    let page = Page::started();
    page.answer(&[4]);
    page.answer(&[5]);
    assert_eq!(count(&page.stage, ".result"), 1);
    page.press(".actions button", 0);
    assert_eq!(count(&page.stage, "*"), 0);
    assert_eq!(told(&page.host), "started|finished|home");
    page.finder.start();
    assert_eq!(count(&page.stage, "input:checked"), 0);
}

#[wasm_bindgen_test]
fn destroying_empties_the_stage() {
    let Page { stage, host, finder } = Page::started();
    finder.destroy();
    assert_eq!(count(&stage, "*"), 0);
    assert_eq!(told(&host), "started");
    remove(&stage);
}

#[wasm_bindgen_test]
fn two_finders_share_nothing() {
    let (one, two) = (Page::started(), Page::started());
    one.answer(&[1]);
    assert_eq!(words(&one.stage, "h2"), text("danger.ask.teen"));
    assert_eq!(words(&two.stage, "h2"), text("who.ask.self"));
    assert_eq!(checked(&two.stage), "00000");
}

#[wasm_bindgen_test]
fn a_wrong_configuration_is_named_and_the_finder_works_all_the_same() {
    let page = Page::new(r#"{"name": "A", "contact": {"phone": "12"}, "programs": [{"name": "P", "level": "iopp"}]}"#);
    let told_words = told(&page.host);
    assert!(told_words.contains("contact.phone") && told_words.contains("\"12\""), "{told_words}");
    assert!(told_words.contains("programs[0].level") && told_words.contains("\"iopp\""), "{told_words}");
    page.finder.start();
    assert_eq!(count(&page.stage, OPTIONS), 5);
}
