//! The browser's interfaces, and nothing else: the one file that names `web_sys`.

use wasm_bindgen::prelude::*;

use crate::screen::decimal;

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

impl Page {
    /// The page that this element is in.
    pub fn of(element: &Stage) -> Option<Page> {
        element.owner_document().map(Page)
    }
    /// A new element, not yet in the page. All names used are constants of valid HTML elements.
    pub fn element(&self, tag: &str) -> Element {
        Element(self.0.create_element(tag).map(JsCast::unchecked_into).unwrap_throw())
    }
    /// An id that nothing else has and nobody can guess.
    pub fn random_id(&self) -> String {
        let mut id = String::from("r");
        for _ in 0..2 {
            id.push_str(&decimal((random() * f64::from(u32::MAX)) as u32));
        }
        id
    }
}

impl Element {
    /// Wraps an element of the browser's.
    pub fn new(element: Stage) -> Element {
        Element(element)
    }
    /// Sets an attribute.
    pub fn set(&self, name: &str, value: &str) {
        self.0.set_attribute(name, value).unwrap_throw();
    }
    /// Makes the element with this id the description of the element around this one.
    pub fn describe_parent(&self, id: &str) {
        if let Some(parent) = self.0.parent_element() {
            parent.set_attribute("aria-describedby", id).unwrap_throw();
        }
    }
    /// Appends text.
    pub fn say(&self, page: &Page, words: &str) {
        self.0.append_child(&page.0.create_text_node(words)).unwrap_throw();
    }
    /// Appends an element.
    pub fn append(&self, child: &Element) {
        self.0.append_child(&child.0).unwrap_throw();
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
        self.0.focus_with_options(&options).unwrap_throw();
    }
    /// Shows the top of the screen again. The frame's own root scrolls, never the host.
    pub fn to_top(&self) {
        if let Some(root) = self.0.owner_document().and_then(|page| page.document_element()) {
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
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

const EVENTS: [&str; 3] = ["click", "change", "keydown"];

impl Listener {
    /// Calls `handle` for everything that happens on the stage.
    pub fn new(stage: &Element, mut handle: impl FnMut(Happening) + 'static) -> Listener {
        let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            if let Some(happening) = read(&event) {
                handle(happening);
            }
        });
        for event in EVENTS {
            stage.0.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).unwrap_throw();
        }
        Listener { on: stage.0.clone(), closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for event in EVENTS {
            let _ = self.on.remove_event_listener_with_callback(event, self.closure.as_ref().unchecked_ref());
        }
    }
}

fn read(event: &web_sys::Event) -> Option<Happening> {
    let target: web_sys::Element = event.target()?.unchecked_into();
    let choice = target.tag_name() == "INPUT";
    let act = || {
        let number = target.closest("[data-act]").ok()??.get_attribute("data-act")?;
        Some(number.bytes().fold(0, |sum, digit| sum * 10 + usize::from(digit.wrapping_sub(b'0'))))
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
