//! The finder in a browser: paints screens, moves focus, does what is pressed. Only [`dom`] names the browser's interfaces.

mod dom;
mod finder;
mod paint;
mod wire;

pub use finder::Finder;
pub use wire::Host;
