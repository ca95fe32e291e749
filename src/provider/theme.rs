//! How the finder looks on the provider's page.

use alloc::string::String;
use alloc::vec::Vec;

use super::json::Json;
use super::reader::Fields;
use super::schema::{Field, Schema};
use super::vocabulary::Mode;

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
    Field::new("color-bg", Schema::Color),
    Field::new("color-surface", Schema::Color),
    Field::new("color-text", Schema::Color),
    Field::new("color-muted", Schema::Color),
    Field::new("color-accent", Schema::Color),
    Field::new("color-on-accent", Schema::Color),
    Field::new("color-border", Schema::Color),
    Field::new("color-focus", Schema::Color),
    Field::new("color-danger", Schema::Color),
    Field::new("color-danger-bg", Schema::Color),
    Field::new("color-crisis-bg", Schema::Color),
    Field::new("color-crisis-text", Schema::Color),
    Field::new("font-family", Schema::Font),
    Field::new("font-size", Schema::Pixels(16, 24)),
    Field::new("line-height", Schema::Hundredths(150, 200)),
    Field::new("radius", Schema::Pixels(0, 32)),
    Field::new("space", Schema::Pixels(8, 24)),
    Field::new("max-width", Schema::Pixels(320, 1200)),
    Field::new("focus-width", Schema::Pixels(2, 6)),
];

impl Theme {
    pub(super) const SHAPE: Schema = Schema::Group(&[
        Field::new("mode", Schema::One(Mode::IDS)),
        // Read by the frame's script alone.
        Field::new("density", Schema::One(&["comfortable", "compact"])),
        Field::new("tokens", Schema::Group(TOKENS)),
    ]);

    /// The names of all tokens.
    pub fn names() -> Vec<&'static str> {
        super::schema::names(TOKENS)
    }
    pub(super) fn take(data: Option<&mut Json>) -> Theme {
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
