//! How the finder looks on the provider's page.

use super::data::Data;
use super::names::Mode;
use super::problem::{At, LEFT_OUT, Reader};
use super::read::{choice, number_words};

/// Light or dark, and the values of style tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Light or dark.
    pub mode: Mode,
    /// Token and value, in the order of [`Theme::TOKENS`]. A token `x` is the custom property `--pf-x`.
    pub tokens: Vec<(&'static str, String)>,
}

impl Default for Theme {
    fn default() -> Theme {
        Theme { mode: Mode::Auto, tokens: Vec::new() }
    }
}

/// What a token can hold.
#[derive(Clone, Copy)]
enum Kind {
    Color,
    Font,
    /// Pixels, from the least to the most. The least keeps text legible and targets large enough.
    Pixels(u16, u16),
    /// A plain number in hundredths, from the least to the most.
    Ratio(u16, u16),
}

const KINDS: [Kind; 20] = [
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Color,
    Kind::Font,
    Kind::Pixels(16, 24),
    Kind::Ratio(150, 200),
    Kind::Pixels(0, 32),
    Kind::Pixels(8, 24),
    Kind::Pixels(320, 1200),
    Kind::Pixels(0, 400),
    Kind::Pixels(2, 6),
];

impl Theme {
    /// The names of all tokens.
    pub const TOKENS: &'static [&'static str] = &[
        "color-bg",
        "color-surface",
        "color-text",
        "color-muted",
        "color-accent",
        "color-on-accent",
        "color-border",
        "color-focus",
        "color-danger",
        "color-danger-bg",
        "color-crisis-bg",
        "color-crisis-text",
        "font-family",
        "font-size",
        "line-height",
        "radius",
        "space",
        "max-width",
        "scroll-margin-top",
        "focus-width",
    ];

    pub(super) fn read(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Theme> {
        let fields = reader.fields(at, data, &["mode", "tokens"], lost)?;
        let mode = fields
            .read(reader, "mode", LEFT_OUT, |r, at, data, lost| choice(r, at, data, lost, (Mode::ALL, Mode::IDS)));
        let tokens = fields.read(reader, "tokens", LEFT_OUT, tokens);
        Some(Theme { mode: mode.unwrap_or(Mode::Auto), tokens: tokens.unwrap_or_default() })
    }
}

fn tokens(reader: &mut Reader, at: &At, data: &Data, lost: &'static str) -> Option<Vec<(&'static str, String)>> {
    let fields = reader.fields(at, data, Theme::TOKENS, lost)?;
    let mut tokens = Vec::new();
    for (name, kind) in Theme::TOKENS.iter().zip(KINDS) {
        let Some(data) = fields.get(name) else {
            continue;
        };
        match value(data, kind) {
            Some(value) => tokens.push((*name, value)),
            None => reader.found(&at.field(name), data.found(), &kind.allowed(), LEFT_OUT),
        }
    }
    Some(tokens)
}

impl Kind {
    fn allowed(self) -> String {
        match self {
            Kind::Color => "a color as #rgb or #rrggbb".to_owned(),
            Kind::Font => "names of fonts, separated by commas".to_owned(),
            Kind::Pixels(least, most) => {
                ["a length from ", &least.to_string(), "px to ", &most.to_string(), "px"].concat()
            }
            Kind::Ratio(least, most) => {
                let words = |hundredths: u16| number_words(f64::from(hundredths) / 100.0);
                ["a number from ", &words(least), " to ", &words(most)].concat()
            }
        }
    }
}

/// The value as it goes into the style sheet. Only these forms: nothing else can reach it.
fn value(data: &Data, kind: Kind) -> Option<String> {
    match (kind, data) {
        (Kind::Color, Data::Text(text)) => {
            let text = text.trim();
            let digits = text.strip_prefix('#')?;
            let plain = matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit());
            plain.then(|| text.to_ascii_lowercase())
        }
        (Kind::Font, Data::Text(text)) => {
            let text = text.trim();
            let quotes = |mark: char| text.matches(mark).count() % 2 == 0;
            let plain = !text.is_empty()
                && text.len() <= 200
                && text.chars().all(|c| c.is_alphanumeric() || " ,-_'\".".contains(c))
                && quotes('"')
                && quotes('\'');
            plain.then(|| text.to_owned())
        }
        (Kind::Pixels(least, most), _) => {
            let pixels = match data {
                Data::Text(text) => decimal(text.trim().strip_suffix("px")?.trim())?,
                Data::Number(pixels) => *pixels,
                _ => return None,
            };
            let within = pixels >= f64::from(least) && pixels <= f64::from(most);
            within.then(|| [&number_words(pixels), "px"].concat())
        }
        (Kind::Ratio(least, most), _) => {
            let ratio = match data {
                Data::Text(text) => decimal(text.trim())?,
                Data::Number(ratio) => *ratio,
                _ => return None,
            };
            let within = ratio * 100.0 >= f64::from(least) && ratio * 100.0 <= f64::from(most);
            within.then(|| number_words(ratio))
        }
        _ => None,
    }
}

/// A simple decimal number with at most two places. Parsed by hand: the general parser costs kilobytes.
fn decimal(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 5 || part.is_empty() || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let (whole, hundredths): (u32, u32) = (whole.parse().ok()?, part.parse().ok()?);
    let hundredths = if part.len() == 1 { hundredths * 10 } else { hundredths };
    Some(f64::from(whole) + f64::from(hundredths) / 100.0)
}
