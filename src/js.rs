//! JavaScript values, read as plain data: a provider's configuration, and answers.

use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use crate::provider::Json;

#[wasm_bindgen]
extern "C" {
    type List;
    #[wasm_bindgen(js_namespace = Object)]
    fn keys(value: &JsValue) -> List;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray)]
    fn is_list(value: &JsValue) -> bool;
    #[wasm_bindgen(method, getter)]
    fn length(this: &List) -> u32;
    #[wasm_bindgen(method, indexing_getter)]
    fn at(this: &List, index: u32) -> JsValue;
    #[wasm_bindgen(js_namespace = Reflect)]
    fn get(value: &JsValue, key: &JsValue) -> JsValue;
}

/// How deep data may nest. A configuration needs five; more is cut off, so that no value can exhaust the stack.
const MOST_DEPTH: usize = 12;

/// A JavaScript value, as parsed from JSON, as data.
pub fn data(value: &JsValue) -> Json {
    read(value, MOST_DEPTH)
}

fn read(value: &JsValue, depth: usize) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Json::Bool(flag)
    } else if depth == 0 || !value.is_object() {
        Json::Null
    } else if is_list(value) {
        let list: &List = value.unchecked_ref();
        let mut items = Vec::new();
        for at in 0..list.length() {
            items.push(read(&list.at(at), depth - 1));
        }
        Json::List(items)
    } else {
        let keys = keys(value);
        let mut fields = Vec::new();
        for at in 0..keys.length() {
            let key = keys.at(at);
            fields.push((key.as_string().unwrap_or_default(), read(&get(value, &key), depth - 1)));
        }
        Json::Record(fields)
    }
}

/// The text in this field of an object, if it has it.
#[cfg(feature = "headless")]
pub fn field(value: &JsValue, name: &str) -> Option<alloc::string::String> {
    value.is_object().then(|| get(value, &JsValue::from_str(name)))?.as_string()
}
