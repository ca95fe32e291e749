//! What is wrong with a configuration, in words. A build of its own (feature `check`): visitors get one that only knows that
//! something is wrong, and the loader fetches this one where it hears so.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::js::data;
use crate::provider::{Config, Date};

/// Every problem of a configuration, one a line. `today` is the number that the digits of year, month and day make, `host`
/// that of the page.
#[wasm_bindgen]
pub fn problems(config: &JsValue, today: u32, host: &str) -> String {
    let mut lines = String::new();
    for problem in Config::from_owned(data(config), Date::of(today), host).1 {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push_str(&problem.message());
    }
    lines
}
