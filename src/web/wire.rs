//! What crosses between the frame's script and the module: the host object, the configuration, and outcomes as data.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use crate::content::Voice;
use crate::provider::Data;
#[cfg(feature = "place")]
use crate::report::{Report, read_answers};
use crate::screen::Catalog;

#[wasm_bindgen]
extern "C" {
    /// The frame's script, as the finder sees it: a plain object with these members.
    pub type Host;

    /// The sentence of a key in the language shown, in the wording of the voice of that number if it has four, or undefined.
    #[wasm_bindgen(method)]
    fn text(this: &Host, key: &str, voice: u8) -> Option<String>;
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
    /// Print, save or copy the summary, which has been painted. Whether the browser let it be done, as far as it tells.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, way: &str) -> bool;
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
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, words: &str);

    type List;
    #[wasm_bindgen(js_namespace = Object)]
    fn keys(value: &JsValue) -> List;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray)]
    fn is_list(value: &JsValue) -> bool;
    #[wasm_bindgen(method, getter)]
    fn length(this: &List) -> u32;
    #[wasm_bindgen(method, indexing_getter)]
    fn at(this: &List, place: u32) -> JsValue;
    #[wasm_bindgen(js_namespace = Reflect)]
    fn get(value: &JsValue, key: &JsValue) -> JsValue;
}

/// The catalog of the host's language.
pub struct HostCatalog<'a>(pub &'a Host);

impl Catalog for HostCatalog<'_> {
    fn get(&self, key: &str, voice: Voice) -> Option<String> {
        self.0.text(key, voice as u8)
    }
}

/// How deep data may nest. A configuration needs five; more is cut off, so that no value can exhaust the stack.
const MOST_DEPTH: usize = 12;

/// A JavaScript value, as parsed from JSON, as data.
pub fn data(value: &JsValue) -> Data {
    read(value, MOST_DEPTH)
}

fn read(value: &JsValue, depth: usize) -> Data {
    if let Some(text) = value.as_string() {
        Data::Text(text)
    } else if let Some(number) = value.as_f64() {
        Data::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Data::Bool(flag)
    } else if depth == 0 || !value.is_object() {
        Data::Null
    } else if is_list(value) {
        let list: &List = value.unchecked_ref();
        let mut items = Vec::new();
        for at in 0..list.length() {
            items.push(read(&list.at(at), depth - 1));
        }
        Data::List(items)
    } else {
        let keys = keys(value);
        let mut fields = Vec::new();
        for at in 0..keys.length() {
            let key = keys.at(at);
            fields.push((key.as_string().unwrap_or_default(), read(&get(value, &key), depth - 1)));
        }
        Data::Record(fields)
    }
}

/// Works out the outcome of a set of answers, as the command-line tool prints it: for tests and the simulator.
///
/// # Errors
/// Names the first question or option that is wrong, what was found and what is allowed.
#[cfg(feature = "place")]
#[wasm_bindgen]
pub fn place(answers: &JsValue, config: &JsValue) -> Result<JsValue, JsError> {
    let answers = read_answers(&data(answers)).map_err(|problem| JsError::new(&problem.message()))?;
    let config = if config.is_undefined() { Data::Record(Vec::new()) } else { data(config) };
    let report = Report::of(answers, &crate::provider::Config::of(config).0);
    // What is missing is null, as in what the tool prints, and not left out.
    let written = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    serde::Serialize::serialize(&report, &written).map_err(|error| JsError::new(&error.to_string()))
}
