//! The stated population: who is assumed to come, and what the rules say to them.

use std::sync::OnceLock;

use anyhow::Result;

use super::html::{element, section, table, text};
use crate::population::{Assumed, HEAD, Placed, assumed, placed, row};

/// What the rules say to the visitors that are assumed, and on what the assumptions rest.
pub fn population() -> Result<String> {
    let assumed = assumed()?;
    let mut inside = element(
        "p",
        &text(&format!(
            "{} visitors are assumed, and nobody was observed: no study was done. Every assumption, with what informed it, \
             stands in docs/population.toml, so that it can be argued with; cargo xtask population places them again. What \
             comes of it is as good as the assumptions are. A child under 13 is told no level, and is not counted.",
            assumed.visitors
        )),
    );
    let all = placed_once(&assumed);
    let head: Vec<&str> = ["Of those placed"].into_iter().chain(all.iter().map(|(name, _)| *name)).collect();
    let columns: Vec<Vec<String>> = all.iter().map(|(_, placed)| row(placed)).collect();
    let rows: Vec<Vec<String>> = HEAD
        .iter()
        .enumerate()
        .map(|(at, name)| [text(name)].into_iter().chain(columns.iter().map(|column| text(&column[at]))).collect())
        .collect();
    inside += &table("population", &head, &rows);
    let between = |(least, most): (f64, f64)| format!("{:.0} to {:.0} %", least * 100.0, most * 100.0);
    let bounds = &assumed.bounds;
    inside += &element(
        "p",
        &text(&format!(
            "A test holds the whole between these bounds: outpatient {}, IOP {}, PHP {}, 24-hour care {}, one level {}, \
             half of all asked {} questions or fewer, and nobody more than {}.",
            between(bounds.outpatient),
            between(bounds.iop),
            between(bounds.php),
            between(bounds.day_and_night),
            between(bounds.one_level),
            bounds.questions_median,
            bounds.questions_most
        )),
    );
    let sources: Vec<Vec<String>> =
        assumed.sources().into_iter().map(|(name, source)| vec![text(name), text(source)]).collect();
    inside += &table("assumptions", &["Assumed", "What informed it"], &sources);
    Ok(section("population", "Stated population", &inside))
}

/// They are the same every time, and take a while.
fn placed_once(assumed: &Assumed) -> &'static [(&'static str, Placed)] {
    static ONCE: OnceLock<Vec<(&'static str, Placed)>> = OnceLock::new();
    ONCE.get_or_init(|| placed(assumed))
}
