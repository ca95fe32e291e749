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
    /// Removes everything inside.
    pub fn clear(&self) {
        self.0.set_text_content(None);
    }
    /// Marks a choice as chosen or not.
    pub fn check(&self, chosen: bool) {
        self.0.unchecked_ref::<web_sys::HtmlInputElement>().set_checked(chosen);
    }
    /// Moves focus here without scrolling any page: scrolling the frame's element would scroll the host.
    pub fn focus(&self) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = self.0.focus_with_options(&options);
    }
    /// Shows the top of the screen again. The frame's own root scrolls, never the host.
    pub fn to_top(&self) {
        if let Some(root) = self.page().and_then(|page| page.0.document_element()) {
            root.set_scroll_top(0);
        }
    }
}

/// What happened on the stage.
pub enum Happening {
    /// The element with this `act` number was pressed.
    Press(usize),
    /// The choice with this `act` number was chosen or taken back.
    Choice(usize),
    /// Enter was pressed on a choice.
    Enter,
}

/// Listens on an element until dropped. Nothing is leaked.
pub struct Listener {
    on: web_sys::HtmlElement,
    heard: Closure<dyn FnMut(web_sys::Event)>,
}

const EVENTS: [&str; 3] = ["click", "change", "keydown"];

impl Listener {
    /// Calls `handle` for everything that happens on the stage.
    pub fn new(stage: &Element, mut handle: impl FnMut(Happening) + 'static) -> Listener {
        let heard = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            if let Some(happening) = read(&event) {
                handle(happening);
            }
        });
        for event in EVENTS {
            let _ = stage.0.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        }
        Listener { on: stage.0.clone(), heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for event in EVENTS {
            let _ = self.on.remove_event_listener_with_callback(event, self.heard.as_ref().unchecked_ref());
        }
    }
}

fn read(event: &web_sys::Event) -> Option<Happening> {
    let target: web_sys::Element = event.target()?.unchecked_into();
    let choice = target.tag_name() == "INPUT";
    let act = || {
        let number = target.closest("[data-act]").ok()??.get_attribute("data-act")?;
        let mut act = 0;
        for digit in number.bytes() {
            act = act * 10 + usize::from(digit.wrapping_sub(b'0'));
        }
        Some(act)
    };
    match event.type_().as_str() {
        "change" => Some(Happening::Choice(act()?)),
        "click" if !choice => Some(Happening::Press(act()?)),
        "keydown" if choice && event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Enter" => {
            event.prevent_default();
            Some(Happening::Enter)
        }
        _ => None,
    }
}
