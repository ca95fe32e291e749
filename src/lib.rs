//! Which level of care is a good place to start: the questionnaire, the rules and the screens of the program finder.
//!
//! ```text
//! content  ─►  engine  ─►  decision  ─►  screen  ─►  web (browser only)  ─►  frame  ◄─►  loader  ─►  the provider's page
//!  words        pure        one value     pure        paints                  sealed       custom element
//! ```
//!
//! Start with [`engine`], which knows questions, answers, rules and levels, and no word and no browser. [`content`]
//! is the shipped questionnaire and rule set. [`provider`] is what a provider configures, and which programs fit.
//! [`decision`] holds, in one value, everything that was decided for a set of answers and a configuration.
//! [`screen`] turns a visit and its decision into what to show. `web` paints, in a browser only; `api` is the same core
//! without a screen.
//!
//! What is absent matters most: no part of this crate can store or send anything. It makes no request, touches no
//! storage, no history and no clock, and the one way out of what visitors get, the host object of `web`, carries no answer.

// The shipped module does without the standard library: of it, only the words of panics would be left, which nobody
// reads, and the code that puts them together, 3 kB to download.
#![cfg_attr(all(target_arch = "wasm32", not(feature = "std")), no_std)]

extern crate alloc;

#[cfg(all(target_arch = "wasm32", feature = "headless"))]
pub mod api;
// Beside the rest of what programs call, and a build without that rest.
#[cfg(all(target_arch = "wasm32", feature = "check"))]
#[path = "api/check.rs"]
pub mod check;
pub mod content;
pub mod decision;
pub mod engine;
#[cfg(target_arch = "wasm32")]
mod js;
pub mod provider;
pub mod screen;
// A build has a screen or is headless: who wants the one does not download the other.
#[cfg(all(target_arch = "wasm32", not(any(feature = "headless", feature = "check"))))]
pub mod web;

#[cfg(all(target_arch = "wasm32", not(feature = "std")))]
mod panic_handler;

/// Small before fast: the finder holds a few kilobytes. The lock costs nothing in a module without threads.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());
