//! Visitors drawn from the assumptions.
//!
//! A person has traits, drawn from a normal distribution each: how severe use and mental health are, how hard home is, and
//! how much care there was. Answers that go from mild to serious are drawn from these traits and from chance; the rest by
//! their shares. The same seed gives the same visitors.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::OptionSet;

use super::assumed::{Assumed, Shares};

/// Random numbers: SplitMix64, and normal ones from pairs of them (Box and Muller).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }
    /// From 0 up to 1, which does not come.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) >> 11) as f64 / (1_u64 << 53) as f64
    }
    fn happens(&mut self, chance: f64) -> bool {
        self.share() < chance
    }
    fn normal(&mut self) -> f64 {
        let (length, turn) = (1.0 - self.share(), self.share());
        (-2.0 * length.ln()).sqrt() * (TAU * turn).cos()
    }
    /// A normal number that goes with another one as far as this.
    fn with(&mut self, other: f64, weight: f64) -> f64 {
        weight * other + (1.0 - weight * weight).sqrt() * self.normal()
    }
    /// One of these, by their shares.
    fn one<'a>(&mut self, shares: &'a Shares) -> &'a str {
        let at = self.share();
        index(shares, at)
    }
}

/// The option at this share of the whole, the first at 0.
fn index(shares: &Shares, at: f64) -> &str {
    let mut rest = at * shares.iter().map(|(_, share)| share).sum::<f64>();
    for (option, share) in shares {
        rest -= share;
        if rest < 0.0 {
            return option;
        }
    }
    shares.last().map_or("", |(option, _)| option)
}

/// The option for somebody this severe, where they go from the mildest to the most serious.
fn graded(shares: &Shares, severity: f64) -> &str {
    index(shares, below(severity))
}

/// The share of people below this many standard deviations (Abramowitz and Stegun 26.2.17, to seven digits).
fn below(deviations: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * deviations.abs());
    let rest = [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_530];
    let sum = rest.iter().fold(0.0, |sum, factor| (sum + factor) * t);
    let above = (-deviations * deviations / 2.0).exp() / TAU.sqrt() * sum;
    if deviations < 0.0 { above } else { 1.0 - above }
}

/// Whose care it is, as far as the assumptions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    Substances,
    MentalHealth,
    Both,
    LovedOne,
    Teen,
    Child,
}

impl Audience {
    pub const ALL: [Audience; 6] = [
        Audience::Substances,
        Audience::MentalHealth,
        Audience::Both,
        Audience::LovedOne,
        Audience::Teen,
        Audience::Child,
    ];
    pub const fn name(self) -> &'static str {
        match self {
            Audience::Substances => "Adults, for substances",
            Audience::MentalHealth => "Adults, for mental health",
            Audience::Both => "Adults, for both or not sure",
            Audience::LovedOne => "For another adult",
            Audience::Teen => "Teens and their parents",
            Audience::Child => "For a child under 13",
        }
    }
}

/// Answers by name.
#[derive(Default)]
struct Answers(BTreeMap<&'static str, Vec<String>>);

impl Answers {
    fn put(&mut self, question: &'static str, option: &str) {
        self.0.insert(question, vec![option.to_owned()]);
    }
    /// Several options, or none of them.
    fn several(&mut self, question: &'static str, options: Vec<&str>) {
        let options = if options.is_empty() { vec!["none"] } else { options };
        self.0.insert(question, options.into_iter().map(str::to_owned).collect());
    }
    fn set(&self) -> OptionSet {
        let option = |question: &str, id: &String| {
            QUESTIONNAIRE.question(question).and_then(|question| question.option(id)).unwrap_or_default()
        };
        self.0.iter().fold(OptionSet::NONE, |all, (question, ids)| {
            ids.iter().fold(all, |all, id| all.union(option(question, id)))
        })
    }
}

/// One visitor: what they would answer to each question, asked or not.
pub fn visitor(from: &Assumed, dice: &mut Dice) -> (Audience, OptionSet) {
    let who = dice.one(&from.who.shares);
    let teen = !matches!(who, "me" | "other_adult");
    let knows_another = matches!(who, "other_adult" | "my_teen");
    let by = |adult, loved_one, teens| {
        if teen {
            teens
        } else if who == "me" {
            adult
        } else {
            loved_one
        }
    };
    let concern = dice.one(by(&from.concern.adult, &from.concern.loved_one, &from.concern.teen));
    let (for_use, for_mind) = (concern != "mental_health", concern != "substances");

    let substance = dice.normal();
    let mental = dice.with(substance, from.traits.mental_with_substance);
    let worse = match (for_use, for_mind) {
        (true, true) => substance.max(mental),
        (true, false) => substance,
        _ => mental,
    };
    let hard_home = dice.with(substance, from.traits.home_with_substance);
    let care = dice.with(worse, from.traits.care_with_worse);

    let mut answers = Answers::default();
    answers.put("who", who);
    answers.put("danger", dice.one(&from.danger.shares));
    answers.put("concern", concern);
    substances(
        from,
        dice,
        &mut answers,
        teen,
        substance,
        for_use.then(|| by(&from.often.adult, &from.often.loved_one, &from.often.teen)),
    );
    let mind = by(&from.mind.adult, &from.mind.loved_one, &from.mind.teen);
    answers.put("mind", graded(mind, dice.with(mental, from.mind.weight)));
    let thoughts =
        graded(if teen { &from.suicide.teen } else { &from.suicide.adult }, dice.with(mental, from.suicide.weight));
    let mut suicide: Vec<&str> = if thoughts == "none" { Vec::new() } else { vec![thoughts] };
    if matches!(thoughts, "attempt" | "plan") {
        suicide.push("often");
    }
    if dice.happens(if mental > 1.0 { from.suicide.past_severe } else { from.suicide.past }) {
        suicide.push("attempt_past");
    }
    answers.several("suicide", suicide);
    let signs = if teen { &from.signs.teen } else { &from.signs.adult };
    let grows = 1.0 + from.signs.by_severity * mental;
    answers.several("signs", some(signs, dice, |share| share * grows));
    let times = if teen { from.body.teen_times } else { 1.0 };
    answers.several("body", some(&from.body.shares, dice, |share| share * times));
    answers.put("home", graded(&from.home.shares, dice.with(hard_home, from.home.weight)));
    past_care(from, dice, &mut answers, care, for_use);
    untold(from, dice, &mut answers, knows_another);

    let audience = match (who, concern) {
        ("child", _) => Audience::Child,
        ("other_adult", _) => Audience::LovedOne,
        _ if teen => Audience::Teen,
        (_, "substances") => Audience::Substances,
        (_, "mental_health") => Audience::MentalHealth,
        _ => Audience::Both,
    };
    (audience, answers.set())
}

/// Those of these options that happen to somebody.
fn some<'a>(shares: &'a Shares, dice: &mut Dice, chance: impl Fn(f64) -> f64) -> Vec<&'a str> {
    shares.iter().filter(|(_, share)| dice.happens(chance(*share))).map(|(option, _)| &**option).collect()
}

/// What is used, how often, and what comes of it. `often` is None for whoever came for mental health alone.
fn substances(
    from: &Assumed,
    dice: &mut Dice,
    answers: &mut Answers,
    teen: bool,
    severity: f64,
    often: Option<&Shares>,
) {
    let first = dice.one(if teen { &from.substances.teen } else { &from.substances.adult });
    let mut all = vec![first];
    for (option, share) in &from.substances.also {
        let with_opioids = from.substances.also_with_opioids.iter().find(|(with, _)| with == option);
        let more = with_opioids.filter(|_| first == "opioids").map_or(0.0, |(_, more)| *more);
        if option != first && dice.happens(share * (1.0 + from.substances.also_by_severity * severity) + more) {
            all.push(option);
        }
    }
    let often = match often {
        Some(shares) => graded(shares, dice.with(severity, from.often.weight)),
        None => dice.one(&from.often.came_for_mental_health),
    };
    answers.put("use", often);
    answers.put("heavy", often);
    let risky = all.iter().any(|option| matches!(*option, "alcohol" | "sedatives" | "opioids"));
    let withdrawal = if often == "daily" { &from.withdrawal.daily } else { &from.withdrawal.less };
    let stopping = dice.one(withdrawal);
    answers.put("withdrawal", if risky { stopping } else { "none" });
    let by_use = from.longest.by_use.iter().find(|(option, _)| option == often).map_or(0.0, |(_, by)| *by);
    answers.put("longest", graded(&from.longest.shares, dice.with(severity, from.longest.weight) + by_use));
    let harm = dice.with(severity, from.led_to.weight) + by_use / 2.0;
    let mut led_to = Vec::new();
    for (option, least) in &from.led_to.from {
        let rare = option == "overdose" && !all.contains(&"opioids");
        let least = least + if rare { from.led_to.overdose_without_opioids } else { 0.0 };
        if harm + from.led_to.chance * dice.normal() > least {
            led_to.push(&**option);
        }
    }
    answers.several("led_to", led_to);
    answers.several("substances", all);
}

/// The care of the past year, whether it goes on, and whether it helped.
fn past_care(from: &Assumed, dice: &mut Dice, answers: &mut Answers, severity: f64, for_use: bool) {
    let most = graded(&from.care.shares, dice.with(severity, from.care.weight));
    let mut care = if most == "none" { Vec::new() } else { vec![most] };
    if matches!(most, "iop" | "php" | "stay") && dice.happens(from.care.weekly_too) {
        care.push("weekly");
    }
    if most == "stay" && dice.happens(from.care.iop_before_stay) {
        care.push("iop");
    }
    if for_use && matches!(most, "none" | "weekly") && dice.happens(from.care.detox) {
        care.push("detox");
    }
    let had = |option: &str| match option {
        "iop" | "php" => care.contains(&option),
        "stay" => care.contains(&"stay") || care.contains(&"detox"),
        _ => true,
    };
    let recent: Shares = from.recent.shares.iter().filter(|(option, _)| had(option)).cloned().collect();
    answers.put("recent", dice.one(&recent));
    answers.put("after", dice.one(&from.after.shares));
    answers.several("care", care);
}

/// What somebody is not sure of, or would rather not say.
fn untold(from: &Assumed, dice: &mut Dice, answers: &mut Answers, knows_another: bool) {
    let spread = from.unsure.spread;
    // On average a person is as unsure as the assumptions say, whatever the spread.
    let person = (spread * dice.normal() - spread * spread / 2.0).exp();
    let person = person * if knows_another { from.unsure.loved_one } else { from.unsure.own };
    for (question, unsure, skip) in &from.unsure.shares {
        // Who speaks of somebody else does not know, rather than not say.
        let (unsure, skip) = if knows_another { (unsure * 1.4 + skip * 0.6, skip * 0.4) } else { (*unsure, *skip) };
        let at = dice.share();
        if at < ((unsure + skip) * person).min(0.95) {
            let known = answers.0.keys().find(|known| *known == question).copied();
            if let Some(question) = known {
                answers.put(question, if at < unsure * person { "unsure" } else { "skip" });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Dice, below, graded, index};

    #[test]
    fn shares_are_found_where_they_lie() {
        let shares = vec![("a".to_owned(), 0.2), ("b".to_owned(), 0.6)];
        assert_eq!(["a", "b", "b"], [0.0, 0.25, 0.999].map(|at| index(&shares, at)));
        for (deviations, share) in [(0.0, 0.5), (1.0, 0.841_345), (-1.0, 0.158_655), (2.5, 0.993_790)] {
            assert!((below(deviations) - share).abs() < 1e-6, "{deviations}");
        }
        assert_eq!([graded(&shares, -3.0), graded(&shares, 3.0)], ["a", "b"]);
    }

    #[test]
    fn normal_numbers_are_normal_and_go_together_as_far_as_said() {
        let mut dice = Dice::new(7);
        let pairs: Vec<(f64, f64)> = (0..20_000)
            .map(|_| {
                let one = dice.normal();
                (one, dice.with(one, 0.6))
            })
            .collect();
        let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
        assert!(mean(|(one, _)| *one).abs() < 0.02 && mean(|(_, other)| *other).abs() < 0.02);
        assert!((mean(|(_, other)| other * other) - 1.0).abs() < 0.03);
        assert!((mean(|(one, other)| one * other) - 0.6).abs() < 0.02);
    }
}
