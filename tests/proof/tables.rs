//! Promise 0: the tables that ship say what the design says.

use program_finder::engine::{Adds, Questionnaire, Rule, Set};

use crate::causal::{combinations, read};
use crate::design::{ASKS, Ask, EMERGENCIES, LINES, Said};
use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// The options that mean danger now, as the design names them.
pub fn emergencies(q: &Questionnaire) -> Set {
    let option = |(question, option): &(&str, &str)| q.question(question).and_then(|question| question.option(option));
    EMERGENCIES.iter().filter_map(option).fold(Set::NONE, Set::or)
}

/// Every question is asked when the design says, of what it says; every rule fires when it says, and does what it
/// says. Each is compared over every way to answer the questions that either of the two reads.
pub fn tables(study: &Study) -> Result<Covered, Violation> {
    let q = study.q;
    let ids = |ids: Vec<&str>| ids.join(" ");
    let differ = |what: &str, shipped: String, design: String| {
        let what = format!("the {what} are {shipped}, and in the design {design}");
        (shipped != design).then(|| Violation::of_tables(Promise::Tables, what))
    };
    let questions = ids(q.questions.iter().map(|question| question.id).collect());
    let rules = ids(q.rules.iter().map(|rule| rule.id).collect());
    let wrong = differ("questions", questions, ids(ASKS.iter().map(|ask| ask.id).collect()));
    if let Some(wrong) = wrong.or_else(|| differ("rules", rules, ids(sorted_like(q.rules)))) {
        return Err(wrong);
    }
    let mut covered = Covered::default();
    for (at, ask) in ASKS.iter().enumerate() {
        question(study, at, ask, &mut covered)?;
    }
    for at in 0..q.rules.len() {
        covered += rule(study, at)?;
    }
    Ok(covered)
}

/// The names of the design's rules in the order of the shipped ones. Those that are not shipped come last.
fn sorted_like(rules: &[Rule]) -> Vec<&'static str> {
    let mut ids: Vec<&str> = LINES.iter().map(|line| line.id).collect();
    ids.sort_by_key(|id| rules.iter().position(|rule| rule.id == *id).unwrap_or(usize::MAX));
    ids
}

fn fails(what: String) -> Violation {
    Violation::of_tables(Promise::Tables, what)
}

fn question(study: &Study, at: usize, ask: &Ask, covered: &mut Covered) -> Result<(), Violation> {
    let question = &study.q.questions[at];
    let id = question.id;
    let names = |ids: &[&str]| -> Set { ids.iter().filter_map(|id| question.option(id)).fold(Set::NONE, Set::or) };
    let many = ["danger", "substances"].contains(&id);
    let alone = if many { names(&["none", "any", "unsure", "skip"]) } else { question.all() };
    let same = question.options == ask.options
        && question.order == ask.order
        && question.unknown == names(&["unsure", "skip"])
        && question.many == many
        && question.alone == alone;
    if !same {
        return Err(fails(format!("the options of `{id}`, or how they compare, are not the design's")));
    }
    // The conditions, over all answers to all that they may be about: who, and the questions that the design names.
    let about = |other: &usize| {
        ["who", "danger", "concern", "substances", "use", "return_soon"].contains(&study.q.questions[*other].id)
            && reads(study, at, *other)
    };
    let places: Vec<usize> = (0..at).filter(about).collect();
    if (0..study.count()).any(|other| reads(study, at, other) && !places.contains(&other)) {
        return Err(fails(format!("`{id}` is asked because of something that the design does not name")));
    }
    for answers in combinations(study, &places) {
        *covered += Covered { sets: 1, ends: 1 };
        let said = Said { q: study.q, answers };
        if question.asked.iter().all(|clause| clause.met(answers)) != (ask.asked)(&said) {
            return Err(fails(format!("`{id}` is not asked when the design says")));
        }
    }
    Ok(())
}

/// Whether the answer to the other question decides, by the shipped table or by the design, whether this one is asked.
fn reads(study: &Study, at: usize, other: usize) -> bool {
    let (question, other) = (&study.q.questions[at], &study.q.questions[other]);
    let named = match question.id {
        "who" | "danger" => &[][..],
        "substances" | "use" | "return_soon" | "mind" => &["who", "concern"],
        "suicide" => &["who", "concern", "danger"],
        "withdrawal" => &["who", "use", "substances"],
        "stakes" => &["who", "return_soon"],
        _ => &["who"],
    };
    named.contains(&other.id) || question.asked.iter().any(|clause| clause.options.meets(other.all()))
}

/// Whether one rule fires when the design says, and does what it says.
pub fn rule(study: &Study, at: usize) -> Result<Covered, Violation> {
    let rule = &study.q.rules[at];
    let line = LINES.iter().find(|line| line.id == rule.id).expect("a rule of the design");
    let (effect, id) = (&rule.effect, rule.id);
    let adds = line.adds.iter().fold(Adds::NONE, |adds, add| adds.with(*add));
    let same = effect.floor == line.floor && effect.step == line.step && effect.adds == adds;
    if !same || effect.no_level != (id == "child") || (rule.reached, rule.within) != line.between {
        return Err(fails(format!("what rule `{id}` does is not what the design says")));
    }
    let mut places = read(study, rule);
    places.extend((0..study.count()).filter(|at| line.about.contains(&study.q.questions[*at].id)));
    places.sort_unstable();
    places.dedup();
    let all = combinations(study, &places);
    let covered = Covered { sets: all.len() as u128, ends: all.len() as u64 };
    for answers in all {
        let fires = rule.when.iter().all(|clause| clause.met(answers));
        if fires != (line.when)(&Said { q: study.q, answers }) {
            let verb = if fires { "fires" } else { "does not fire" };
            return Err(Violation::example(study, Promise::Tables, &[answers], format!("rule `{id}` {verb} here")));
        }
    }
    Ok(covered)
}
