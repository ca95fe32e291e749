//! What crosses between the frame's script and the module: the host object, the configuration, and outcomes as data.

use wasm_bindgen::prelude::*;

use crate::provider::Data;
#[cfg(feature = "place")]
use crate::report::{Report, read_answers};
use crate::screen::Catalog;

#[wasm_bindgen]
extern "C" {
    /// The frame's script, as the finder sees it: a plain object with these members.
    pub type Host;

    /// The sentence of a key in the language shown, or undefined.
    #[wasm_bindgen(method)]
    fn text(this: &Host, key: &str) -> Option<String>;
    /// The language shown, as a tag such as `en`.
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Host) -> String;
    /// Something happened that a host page may learn if its provider asked for it: `started`, `finished`,
    /// or `contact` with a channel.
    #[wasm_bindgen(method)]
    pub fn post(this: &Host, name: &str, detail: &str);
    /// Show the start screen again.
    #[wasm_bindgen(method)]
    pub fn home(this: &Host);
    /// Say something through the status region.
    #[wasm_bindgen(method)]
    pub fn say(this: &Host, words: &str);
    /// Tell the developer.
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, words: &str);

    #[wasm_bindgen(js_namespace = Object)]
    fn keys(value: &JsValue) -> Vec<String>;
    #[wasm_bindgen(js_namespace = Reflect)]
    fn get(value: &JsValue, key: &JsValue) -> JsValue;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> bool;
}

/// The catalog of the host's language.
pub struct HostCatalog<'a>(pub &'a Host);

impl Catalog for HostCatalog<'_> {
    fn get(&self, key: &str) -> Option<String> {
        self.0.text(key)
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
    } else if is_array(value) {
        let count = get(value, &"length".into()).as_f64().unwrap_or_default() as u32;
        Data::List((0..count).map(|at| read(&get(value, &at.into()), depth - 1)).collect())
    } else {
        Data::Record(
            keys(value)
                .into_iter()
                .map(|key| {
                    let item = read(&get(value, &JsValue::from_str(&key)), depth - 1);
                    (key, item)
                })
                .collect(),
        )
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
