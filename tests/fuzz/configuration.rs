//! Fuzzes the reader of configurations: what a page passes through the message channel into the frame.
#![no_main]

mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::configuration(bytes));
