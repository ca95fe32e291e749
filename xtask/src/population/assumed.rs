//! The assumptions about the stated population, as `docs/population.toml` has them.

use anyhow::{Context, Result, ensure};
use program_finder::content::QUESTIONNAIRE;
use serde::Deserialize;

/// Options of one question by name, each with a share or another number.
pub type Shares = Vec<(String, f64)>;

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    pub visitors: usize,
    pub seed: u64,
    pub bounds: Bounds,
    pub traits: Traits,
    pub who: Shared,
    pub concern: ByVisitor,
    pub danger: Shared,
    pub substances: Substances,
    #[serde(rename = "use")]
    pub often: Often,
    pub withdrawal: Withdrawal,
    pub longest: Longest,
    pub led_to: LedTo,
    pub mind: ByVisitor,
    pub suicide: Suicide,
    pub signs: Signs,
    pub body: Body,
    pub home: Shared,
    pub care: Care,
    pub recent: Shared,
    pub after: Shared,
    pub unsure: Unsure,
}

/// What the shares of the whole have to lie between.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    pub source: String,
    pub outpatient: (f64, f64),
    pub iop: (f64, f64),
    pub php: (f64, f64),
    pub day_and_night: (f64, f64),
    pub one_level: (f64, f64),
    pub questions_median: usize,
    pub questions_most: usize,
}

/// How far one trait of a person goes with another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traits {
    pub source: String,
    pub mental_with_substance: f64,
    pub home_with_substance: f64,
    pub care_with_worse: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    pub source: String,
    #[serde(default)]
    pub weight: f64,
    pub shares: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByVisitor {
    pub source: String,
    #[serde(default)]
    pub weight: f64,
    pub adult: Shares,
    pub loved_one: Shares,
    pub teen: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Substances {
    pub source: String,
    pub adult: Shares,
    pub teen: Shares,
    pub also: Shares,
    pub also_by_severity: f64,
    pub also_with_opioids: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Often {
    pub source: String,
    pub weight: f64,
    pub adult: Shares,
    pub loved_one: Shares,
    pub teen: Shares,
    pub came_for_mental_health: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    pub source: String,
    pub daily: Shares,
    pub less: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Longest {
    pub source: String,
    pub weight: f64,
    pub shares: Shares,
    pub by_use: Shares,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedTo {
    pub source: String,
    pub weight: f64,
    pub chance: f64,
    pub from: Shares,
    pub overdose_without_opioids: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suicide {
    pub source: String,
    pub weight: f64,
    pub adult: Shares,
    pub teen: Shares,
    pub past: f64,
    pub past_severe: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    pub source: String,
    pub adult: Shares,
    pub teen: Shares,
    pub by_severity: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub source: String,
    pub shares: Shares,
    pub teen_times: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Care {
    pub source: String,
    pub weight: f64,
    pub shares: Shares,
    pub weekly_too: f64,
    pub iop_before_stay: f64,
    pub detox: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsure {
    pub source: String,
    pub spread: f64,
    pub own: f64,
    pub loved_one: f64,
    pub shares: Vec<(String, f64, f64)>,
}

impl Assumed {
    /// Reads and checks the assumptions: a name that is no question's and no option's is an error.
    pub fn read(text: &str) -> Result<Assumed> {
        let assumed: Assumed = toml::from_str(text).context("docs/population.toml")?;
        for (question, shares) in assumed.shares() {
            let known =
                QUESTIONNAIRE.question(question).with_context(|| format!("there is no question `{question}`"))?;
            for (option, _) in shares {
                ensure!(known.option(option).is_some(), "docs/population.toml: `{question}` has no option `{option}`");
            }
        }
        for (question, ..) in &assumed.unsure.shares {
            let known =
                QUESTIONNAIRE.question(question).with_context(|| format!("there is no question `{question}`"))?;
            ensure!(known.option("unsure").is_some(), "docs/population.toml: nobody can be unsure of `{question}`");
        }
        for (table, source) in assumed.sources() {
            ensure!(source.ends_with('.'), "docs/population.toml: [{table}] says no source, or not that it has none");
        }
        Ok(assumed)
    }

    /// Every list of options, with the question that they belong to.
    fn shares(&self) -> Vec<(&'static str, &Shares)> {
        vec![
            ("who", &self.who.shares),
            ("concern", &self.concern.adult),
            ("concern", &self.concern.loved_one),
            ("concern", &self.concern.teen),
            ("danger", &self.danger.shares),
            ("substances", &self.substances.adult),
            ("substances", &self.substances.teen),
            ("substances", &self.substances.also),
            ("substances", &self.substances.also_with_opioids),
            ("use", &self.often.adult),
            ("use", &self.often.loved_one),
            ("use", &self.often.teen),
            ("heavy", &self.often.came_for_mental_health),
            ("withdrawal", &self.withdrawal.daily),
            ("withdrawal", &self.withdrawal.less),
            ("longest", &self.longest.shares),
            ("use", &self.longest.by_use),
            ("led_to", &self.led_to.from),
            ("mind", &self.mind.adult),
            ("mind", &self.mind.loved_one),
            ("mind", &self.mind.teen),
            ("suicide", &self.suicide.adult),
            ("suicide", &self.suicide.teen),
            ("signs", &self.signs.adult),
            ("signs", &self.signs.teen),
            ("body", &self.body.shares),
            ("home", &self.home.shares),
            ("care", &self.care.shares),
            ("recent", &self.recent.shares),
            ("after", &self.after.shares),
        ]
    }

    /// Every table of the file with its source.
    pub fn sources(&self) -> Vec<(&'static str, &str)> {
        vec![
            ("who", &self.who.source),
            ("concern", &self.concern.source),
            ("danger", &self.danger.source),
            ("suicide", &self.suicide.source),
            ("mind", &self.mind.source),
            ("signs", &self.signs.source),
            ("use", &self.often.source),
            ("substances", &self.substances.source),
            ("withdrawal", &self.withdrawal.source),
            ("longest", &self.longest.source),
            ("led_to", &self.led_to.source),
            ("body", &self.body.source),
            ("home", &self.home.source),
            ("care", &self.care.source),
            ("recent", &self.recent.source),
            ("after", &self.after.source),
            ("unsure", &self.unsure.source),
            ("traits", &self.traits.source),
            ("bounds", &self.bounds.source),
        ]
    }
}
