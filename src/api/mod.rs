//! The core without a screen, for JavaScript: the same questionnaire, the same rules, the same decision, as data.
//!
//! It is a build of its own (feature `headless`) that visitors of the finder do not download. Nothing here stores or
//! sends anything either: what is answered goes to whoever calls, and nowhere else.

mod session;

pub use session::Session;

use wasm_bindgen::prelude::*;

use crate::decision::{Decision, read_answers};
use crate::js::data;
use crate::provider::{Config, EnumSet, Json, Problem};

/// The types of what is taken and given here, as TypeScript. A test holds them to what is written.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Decides for a whole set of answers: what `cargo xtask place` prints.
///
/// # Errors
/// Names the first question or option that is wrong, what was found and what is allowed.
#[wasm_bindgen(unchecked_return_type = "Decision")]
pub fn decide(
    #[wasm_bindgen(unchecked_param_type = "Answers")] answers: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Configuration | null")] config: &JsValue,
) -> Result<JsValue, JsError> {
    let answers = read_answers(&data(answers)).map_err(|problem| error(&problem))?;
    written(&Decision::of(answers, EnumSet::NONE, &configuration(config).0))
}

/// The configuration, and what is wrong with it. None at all is a finder with nobody's programs.
fn configuration(config: &JsValue) -> (Config, Vec<Problem>) {
    Config::from_owned(
        if config.is_undefined() || config.is_null() { Json::Record(Vec::new()) } else { data(config) },
        None,
        "",
    )
}

fn error(problem: &Problem) -> JsError {
    JsError::new(&problem.message())
}

/// A value as JavaScript has it. What is missing is null, as in what the command-line tool prints, and not left out.
fn written(value: &impl serde::Serialize) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()))
}
