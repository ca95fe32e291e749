//! The decision: that it is the policy as it is written down here a second time, and that everything which shows it
//! shows the same.

#[path = "../support/dice.rs"]
mod dice;
#[path = "../support/json.rs"]
mod json;
mod policy;
mod screens;
mod sets;
mod shown;
mod types;
