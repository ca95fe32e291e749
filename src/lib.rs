//! Which level of care is a good place to start: the questionnaire, the rules and the screens of the program finder.

pub mod content;
pub mod engine;
