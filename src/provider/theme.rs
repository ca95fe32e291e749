//! How the finder looks on the provider's page.

use alloc::string::String;
use alloc::vec::Vec;

use super::data::Data;
use super::names::Mode;
use super::reader::Fields;
use super::shape::{Field, Shape};

/// Light or dark, and the values of style tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Light or dark.
    pub mode: Mode,
    /// Token and value, in the order of [`Theme::tokens`]. A token `x` is the custom property `--pf-x`.
    pub tokens: Vec<(&'static str, String)>,
}

impl Default for Theme {
    fn default() -> Theme {
        Theme { mode: Mode::Auto, tokens: Vec::new() }
    }
}

// The least of a size keeps text legible and what is pressed large enough.
const TOKENS: &[Field] = &[
    Field::new("color-bg", Shape::Color),
    Field::new("color-surface", Shape::Color),
    Field::new("color-text", Shape::Color),
    Field::new("color-muted", Shape::Color),
    Field::new("color-accent", Shape::Color),
    Field::new("color-on-accent", Shape::Color),
    Field::new("color-border", Shape::Color),
    Field::new("color-focus", Shape::Color),
    Field::new("color-danger", Shape::Color),
    Field::new("color-danger-bg", Shape::Color),
    Field::new("color-crisis-bg", Shape::Color),
    Field::new("color-crisis-text", Shape::Color),
    Field::new("font-family", Shape::Font),
    Field::new("font-size", Shape::Pixels(16, 24)),
    Field::new("line-height", Shape::Hundredths(150, 200)),
    Field::new("radius", Shape::Pixels(0, 32)),
    Field::new("space", Shape::Pixels(8, 24)),
    Field::new("max-width", Shape::Pixels(320, 1200)),
    Field::new("focus-width", Shape::Pixels(2, 6)),
];

impl Theme {
    pub(super) const SHAPE: Shape = Shape::Group(&[
        Field::new("mode", Shape::One(Mode::IDS)),
        // Read by the frame's script alone.
        Field::new("density", Shape::One(&["comfortable", "compact"])),
        Field::new("tokens", Shape::Group(TOKENS)),
    ]);

    /// The names of all tokens.
    pub fn names() -> Vec<&'static str> {
        super::shape::names(TOKENS)
    }
    pub(super) fn take(data: Option<&mut Data>) -> Theme {
        let mut fields = Fields::of(data);
        let mut theme = Theme { mode: fields.one("mode", Mode::ALL).unwrap_or(Mode::Auto), tokens: Vec::new() };
        let mut tokens = Fields::of(fields.get("tokens"));
        for token in TOKENS {
            if let Some(value) = tokens.text(token.name) {
                theme.tokens.push((token.name, value));
            }
        }
        theme
    }
}
