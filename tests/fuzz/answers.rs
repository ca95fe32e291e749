//! Fuzzes the reader of answers, which the tools and the simulator use.
#![no_main]

mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::answers(bytes));
