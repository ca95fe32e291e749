//! What crosses between the frame's script and the module: the host object.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use super::dom::Stage;
use crate::content::Audience;
use crate::screen::Catalog;

#[wasm_bindgen]
extern "C" {
    /// The frame's script, as the finder sees it: a plain object with these members.
    pub type Host;

    /// The sentence of a key in the language shown, in the wording of the voice of that number if it has four, or undefined.
    #[wasm_bindgen(method)]
    fn text(this: &Host, key: &str, audience: u8) -> Option<String>;
    /// The language shown, as a tag such as `en`.
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Host) -> String;
    /// Something happened that a host page may learn if its provider asked for it: `started`, `finished`,
    /// or `contact` with a channel.
    #[wasm_bindgen(method)]
    pub fn post(this: &Host, name: &str, detail: &str);
    /// The level, from 1 to 5, at which the finder's headings begin.
    #[wasm_bindgen(method, getter)]
    pub fn level(this: &Host) -> u8;
    /// The day on which the finder was mounted, as the number that the digits of year, month and day make. Known before the
    /// first question, and the same whatever is answered. The module itself reads no clock.
    #[wasm_bindgen(method, getter)]
    pub fn today(this: &Host) -> u32;
    /// The host of the page that the finder is on. Known before the first question.
    #[wasm_bindgen(method, getter)]
    pub fn site(this: &Host) -> String;
    /// What the frame and the page around it have to know of the configuration, once and before the first question: where
    /// quick exit leads, empty for the usual page, and whether the provider asked for events.
    #[wasm_bindgen(method)]
    pub fn settle(this: &Host, exit: &str, events: bool);
    /// Print, save or copy the summary, which has been painted. Whether the browser let it be done, as far as it tells.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, way: &str) -> bool;
    /// Move focus there without scrolling the page around the frame.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Host, element: &Stage);
    /// Show the start screen again.
    #[wasm_bindgen(method)]
    pub fn home(this: &Host);
    /// Show the top of the screen again. The frame scrolls, never the page around it.
    #[wasm_bindgen(method)]
    pub fn top(this: &Host);
    /// Say something through the status region; where it is `shown` elsewhere, to those alone who hear it.
    #[wasm_bindgen(method)]
    pub fn say(this: &Host, words: &str, shown: bool);
    /// Tell the developer.
    #[cfg(not(feature = "quiet"))]
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, words: &str);
    /// Something in the configuration is wrong. Known before the first question, and the same whatever is answered.
    #[cfg(feature = "quiet")]
    #[wasm_bindgen(method)]
    pub fn wrong(this: &Host);
}

/// The catalog of the host's language.
pub struct HostCatalog<'a>(pub &'a Host);

impl Catalog for HostCatalog<'_> {
    fn get(&self, key: &str, audience: Audience) -> Option<String> {
        self.0.text(key, audience as u8)
    }
}
