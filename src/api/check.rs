//! What is wrong with a configuration, in words. A build of its own (feature `check`): visitors get one that only knows that
//! something is wrong, and the loader fetches this one where it hears so.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::js::data;
use crate::provider::{Config, Date, Problem};

/// Every problem of a configuration, one a line. `today` is the number that the digits of year, month and day make, `host`
/// that of the page.
#[wasm_bindgen]
pub fn problems(config: &JsValue, today: u32, host: &str) -> String {
    lines(config, today, host, |problem| problem.message())
}

/// The fields of the same problems, one a line: who keeps a form or a file finds the place by them.
#[wasm_bindgen]
pub fn fields(config: &JsValue, today: u32, host: &str) -> String {
    lines(config, today, host, |problem| problem.field)
}

fn lines(config: &JsValue, today: u32, host: &str, of: fn(Problem) -> String) -> String {
    let mut lines = String::new();
    for problem in Config::from_owned(data(config), Date::of(today), host).1 {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push_str(&of(problem));
    }
    lines
}
