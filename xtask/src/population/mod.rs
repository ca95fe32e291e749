//! `cargo xtask population`: the visitors that are assumed, placed by the rules.

mod assumed;
mod draw;

use std::fs;

use anyhow::{Context, Result};
use program_finder::content::{QUESTIONNAIRE, VERSION};
use program_finder::engine::{AddOn, Certainty, Level, Step, replay};

pub use self::assumed::{Assumed, Bounds};
use self::draw::{Audience, Dice, visitor};
use crate::tools;

pub const HELP: &str = "\
Place the stated population by the rules: levels, how sure, first steps and questions, for each audience.

Usage: cargo xtask population [--visitors N] [--seed N] [--unsure TIMES]

The visitors are assumed, and nobody was observed: docs/population.toml has every assumption with its source. The same
assumptions and the same rules give the same numbers.

Options:
  -n, --visitors N     How many; as the file says if not given
  -s, --seed N         Which; as the file says if not given
  -u, --unsure TIMES   How often people are not sure or would rather not say, beside what the file says: 1.5, say
  -h, --help           This text
";

/// What is asked for beside the file.
#[derive(Default)]
pub struct Options {
    pub visitors: Option<usize>,
    pub seed: Option<u64>,
    pub unsure: Option<f64>,
}

/// What came of some visitors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    pub visitors: usize,
    /// By level, from the least intensive.
    pub levels: [usize; 4],
    /// By how sure, the surest first.
    pub sure: [usize; 4],
    /// By first step, from the most urgent.
    pub steps: [usize; 3],
    pub safety_plan: usize,
    /// How many questions each was asked, from the fewest.
    pub questions: Vec<usize>,
}

impl Placed {
    fn add(&mut self, answers: program_finder::engine::OptionSet) {
        let facts = replay(&QUESTIONNAIRE, answers);
        self.visitors += 1;
        self.levels[facts.placement.floor as usize] += 1;
        self.sure[Certainty::of(&QUESTIONNAIRE, &facts) as usize] += 1;
        for (count, step) in self.steps.iter_mut().zip(Step::ALL) {
            *count += usize::from(facts.placement.has(step));
        }
        self.safety_plan += usize::from(facts.placement.add_ons.has(AddOn::SafetyPlan));
        self.questions.push(facts.path().count());
    }
    /// The share of so many of them.
    pub fn share(&self, count: usize) -> f64 {
        count as f64 / self.visitors.max(1) as f64
    }
    /// Half of them are asked no more questions than this.
    pub fn median(&self) -> usize {
        self.questions.get(self.questions.len() / 2).copied().unwrap_or_default()
    }
    pub fn most(&self) -> usize {
        self.questions.last().copied().unwrap_or_default()
    }
}

/// What came of everybody who can be told a level, and of each audience.
pub fn placed(assumed: &Assumed) -> Vec<(&'static str, Placed)> {
    let mut dice = Dice::new(assumed.seed);
    let mut all: Vec<(&'static str, Placed)> = vec![("All", Placed::default())];
    let audiences = Audience::ALL.into_iter().filter(|audience| *audience != Audience::Child);
    all.extend(audiences.map(|audience| (audience.name(), Placed::default())));
    for _ in 0..assumed.visitors {
        let (audience, answers) = visitor(assumed, &mut dice);
        // A child under 13 is told no level.
        if audience == Audience::Child {
            continue;
        }
        all.iter_mut().filter(|(name, _)| [audience.name(), "All"].contains(name)).for_each(|(_, it)| it.add(answers));
    }
    all.iter_mut().for_each(|(_, placed)| placed.questions.sort_unstable());
    all
}

/// The assumptions as they stand in the repository.
pub fn assumed() -> Result<Assumed> {
    let path = tools::root().join("docs/population.toml");
    Assumed::read(&fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?)
}

/// The names of what is counted, in the order of [`row`].
pub const HEAD: [&str; 15] = [
    "Visitors",
    "Outpatient",
    "IOP",
    "PHP",
    "24-hour",
    "One level",
    "Two",
    "At least",
    "Not enough",
    "Emergency",
    "Medical team",
    "Check",
    "Safety plan",
    "Questions: median",
    "Most",
];

/// What came of some visitors, as text.
pub fn row(placed: &Placed) -> Vec<String> {
    let share = |count: &usize| format!("{:.1} %", placed.share(*count) * 100.0);
    let shares = placed.levels.iter().chain(&placed.sure).chain(&placed.steps).chain([&placed.safety_plan]);
    [placed.visitors.to_string()]
        .into_iter()
        .chain(shares.map(share))
        .chain([placed.median().to_string(), placed.most().to_string()])
        .collect()
}

/// Places them and prints what came of it.
pub fn run(options: &Options) -> Result<()> {
    let mut assumed = assumed()?;
    assumed.visitors = options.visitors.unwrap_or(assumed.visitors);
    assumed.seed = options.seed.unwrap_or(assumed.seed);
    let times = options.unsure.unwrap_or(1.0);
    assumed.unsure.own *= times;
    assumed.unsure.loved_one *= times;
    let mut text = format!("Rules {VERSION} on {} assumed visitors (docs/population.toml)\n", assumed.visitors);
    let all = placed(&assumed);
    for (at, name) in HEAD.iter().enumerate() {
        if at == 0 {
            let names: String = all.iter().map(|(name, _)| format!("{name:>30}")).collect();
            text += &format!("{:<18}{names}\n", "");
        }
        let cells: String = all.iter().map(|(_, placed)| format!("{:>30}", row(placed)[at])).collect();
        text += &format!("{name:<18}{cells}\n");
    }
    let wrong = outside(&assumed.bounds, &all[0].1);
    text += &if wrong.is_empty() { "all within the bounds\n".to_owned() } else { wrong.join("\n") + "\n" };
    tools::print(&text)
}

/// What is outside the bounds, in words.
pub fn outside(bounds: &Bounds, all: &Placed) -> Vec<String> {
    let shares = [
        ("outpatient", bounds.outpatient, all.levels[Level::Outpatient as usize]),
        ("iop", bounds.iop, all.levels[Level::Iop as usize]),
        ("php", bounds.php, all.levels[Level::Php as usize]),
        ("day_and_night", bounds.day_and_night, all.levels[Level::DayAndNight as usize]),
        ("one level", bounds.one_level, all.sure[Certainty::One as usize]),
    ];
    let shares = shares.into_iter().map(|(name, between, count)| (name, between, all.share(count)));
    let outside = shares.filter(|(_, (least, most), share)| share < least || share > most);
    let mut wrong: Vec<String> = outside
        .map(|(name, (least, most), share)| {
            format!(
                "{name}: {:.1} % of visitors, and {:.0} to {:.0} % are right",
                share * 100.0,
                least * 100.0,
                most * 100.0
            )
        })
        .collect();
    if all.median() > bounds.questions_median {
        wrong.push(format!(
            "half are asked {} questions or more, and {} is right",
            all.median(),
            bounds.questions_median
        ));
    }
    if all.most() > bounds.questions_most {
        wrong.push(format!("somebody is asked {} questions, and {} is the most", all.most(), bounds.questions_most));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::{Placed, assumed, outside, placed, row};

    #[test]
    fn the_rules_keep_the_stated_population_within_the_bounds() {
        let assumed = assumed().unwrap();
        let all = placed(&assumed);
        let wrong = outside(&assumed.bounds, &all[0].1);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let audiences: usize = all[1..].iter().map(|(_, placed)| placed.visitors).sum();
        assert_eq!(audiences, all[0].1.visitors, "everybody is in one audience");
        for (name, placed) in &all {
            assert_eq!(placed.levels.iter().sum::<usize>(), placed.visitors, "{name}");
            assert_eq!(placed.sure.iter().sum::<usize>(), placed.visitors, "{name}");
        }
    }

    #[test]
    fn the_same_assumptions_give_the_same_visitors() {
        let mut assumed = assumed().unwrap();
        assumed.visitors = 500;
        let first = placed(&assumed);
        assert_eq!(first, placed(&assumed));
        assumed.seed += 1;
        assert_ne!(first, placed(&assumed));
    }

    #[test]
    fn what_is_outside_the_bounds_is_told() {
        let assumed = assumed().unwrap();
        let mild = Placed {
            visitors: 10,
            levels: [10, 0, 0, 0],
            sure: [5, 5, 0, 0],
            questions: vec![17; 10],
            ..Placed::default()
        };
        let told = outside(&assumed.bounds, &mild);
        let about: Vec<&str> = told.iter().filter_map(|line| line.split(':').next()).collect();
        assert_eq!(about[..3], ["outpatient", "iop", "one level"], "{told:?}");
        assert_eq!(told.len(), 5, "{told:?}");
        assert_eq!(row(&mild).len(), super::HEAD.len());
    }
}
