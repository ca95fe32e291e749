//! How the finder looks on the provider's page.
//!
//! The frame's script applies it, before this module is there (`www/frame/theme.js`). Here is what can be written: the build
//! puts these names, kinds and limits into that script, and the reader names what is wrong by the same ones.

use alloc::vec::Vec;

use super::schema::{Field, Schema};
use super::value::FONT_MOST;
use super::vocabulary::Mode;

/// What a style token holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TokenKind {
    /// A color as `#rgb` or `#rrggbb`.
    Color,
    /// Names of fonts.
    Font,
    /// A number from the least to the most, with a unit that may be left out.
    Size(&'static str, f64, f64),
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

pub(super) const THEME: Schema = Schema::Group(&[
    Field::new("mode", Schema::Exact(Mode::IDS)),
    Field::new("density", Schema::Exact(&["comfortable", "compact"])),
    Field::new("tokens", Schema::Tokens(TOKENS)),
]);

/// What can be written in `theme.tokens`.
pub struct Tokens;

impl Tokens {
    /// The most letters that a list of fonts can have.
    pub const FONT_MOST: usize = FONT_MOST;

    /// Each token, and what it holds. A token `x` is the custom property `--pf-x`.
    pub fn all() -> Vec<(&'static str, TokenKind)> {
        let mut all = Vec::new();
        for field in TOKENS {
            all.push((
                field.name,
                match field.shape {
                    Schema::Pixels(least, most) => TokenKind::Size("px", least.into(), most.into()),
                    Schema::Hundredths(least, most) => {
                        TokenKind::Size("", f64::from(least) / 100.0, f64::from(most) / 100.0)
                    }
                    Schema::Font => TokenKind::Font,
                    _ => TokenKind::Color,
                },
            ));
        }
        all
    }
}
