//! The browser's interfaces, and nothing else: the one file that names `web_sys`.
//!
//! Nothing here can fail: elements are made of constant names and attributes are set by constant names, so what the
//! browser's interfaces say of failure is passed over, which costs less than to carry it.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::provider::decimal;

/// The element that the frame's script hands over to be painted in.
pub type Stage = web_sys::HtmlElement;

/// The document that the finder lives in.
pub struct Page(web_sys::Document);

/// An element of the page.
#[derive(Clone)]
pub struct Element(web_sys::HtmlElement);

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Math)]
    fn random() -> f64;
}

/// An id that nothing else has and nobody can guess.
pub fn random_id() -> String {
    let mut id = String::from("r");
    for _ in 0..2 {
        id.push_str(&decimal((random() * f64::from(u32::MAX)) as u64));
    }
    id
}

impl Page {
    /// A new element, not yet in the page.
    pub fn element(&self, tag: &str) -> Option<Element> {
        Some(Element(self.0.create_element(tag).ok()?.unchecked_into()))
    }
}

impl Element {
    /// Wraps an element of the browser's.
    pub fn new(element: Stage) -> Element {
        Element(element)
    }
    /// The page that this element is in.
    pub fn page(&self) -> Option<Page> {
        self.0.owner_document().map(Page)
    }
    /// Sets an attribute.
    pub fn set(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value);
    }
    /// Appends text.
    pub fn say(&self, words: &str) {
        let _ = self.0.append_with_str_1(words);
    }
    /// Appends an element.
    pub fn append(&self, child: &Element) {
        let _ = self.0.append_child(&child.0);
    }
    /// The first element inside that the selector names.
    pub fn find(&self, selector: &str) -> Option<Element> {
        Some(Element(self.0.query_selector(selector).ok()??.unchecked_into()))
    }
    /// Removes everything inside.
    pub fn clear(&self) {
        self.0.set_text_content(None);
    }
    /// Marks a choice as chosen or not.
    pub fn check(&self, chosen: bool) {
        self.0.unchecked_ref::<web_sys::HtmlInputElement>().set_checked(chosen);
    }
    /// The element as the browser has it.
    pub fn inner(&self) -> &Stage {
        &self.0
    }
}
