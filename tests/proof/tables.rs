//! Promise 0: the tables that ship say what the design says.

use program_finder::engine::{AddOnSet, Clause, OptionSet, Order, Question, Questionnaire, Rule};

use crate::causal::told_apart;
use crate::design::{ASKS, Ask, EMERGENCIES, LINES, Said};
use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// The options that mean danger now, as the design names them.
pub fn emergencies(q: &Questionnaire) -> OptionSet {
    let option = |(question, option): &(&str, &str)| q.question(question).and_then(|question| question.option(option));
    EMERGENCIES.iter().filter_map(option).fold(OptionSet::NONE, OptionSet::union)
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
    let names = |ids: &[&str]| -> OptionSet {
        ids.iter().filter_map(|id| question.option(id)).fold(OptionSet::NONE, OptionSet::union)
    };
    let many = ask.order == Order::Together;
    let alone = if many { names(&["none", "unsure", "skip"]) } else { question.all() };
    let same = question.options == ask.options
        && question.order == ask.order
        && question.unknown == names(&["not_tried", "unsure", "skip"])
        && question.many == many
        && question.exclusive == alone;
    if !same {
        return Err(fails(format!("the options of `{id}`, or how they compare, are not the design's")));
    }
    *covered += compared(study, question.visible_when, ask.asked, |answers, _| {
        let read = (at..study.count()).any(|later| answers.intersects(study.q.questions[later].all()));
        let what = if read { "is asked because of what comes later" } else { "is not asked when the design says" };
        fails(format!("`{id}` {what}"))
    })?;
    Ok(())
}

/// Whether one rule fires when the design says, and does what it says.
pub fn rule(study: &Study, at: usize) -> Result<Covered, Violation> {
    let rule = &study.q.rules[at];
    let line = LINES.iter().find(|line| line.id == rule.id).expect("a rule of the design");
    let (effect, id) = (&rule.effect, rule.id);
    let adds = line.adds.iter().fold(AddOnSet::NONE, |adds, add| adds.with(*add));
    let same = effect.floor == line.floor && effect.step == line.step && effect.add_ons == adds;
    if !same || effect.no_level != (id == "child") || (rule.min_level, rule.max_level) != line.between {
        return Err(fails(format!("what rule `{id}` does is not what the design says")));
    }
    compared(study, rule.when, line.when, |answers, fires| {
        let verb = if fires { "fires" } else { "does not fire" };
        Violation::example(study, Promise::Tables, &[answers], format!("rule `{id}` {verb} here"))
    })
}

/// Holds clauses against the design's words, over every way to answer every question or not to be asked it.
///
/// Neither looks at more than some options: the clauses at those that they name, and the design's code at those that it
/// asks for, which is noted. So answers that agree on these options are tried once, and counted each. Where the code asks for
/// an option that was not among them yet, it is taken in and all is tried again.
fn compared(
    study: &Study,
    clauses: &[Clause],
    design: fn(&Said) -> bool,
    differ: impl Fn(OptionSet, bool) -> Violation,
) -> Result<Covered, Violation> {
    let mut read = clauses.iter().fold(OptionSet::NONE, |read, clause| read.union(clause.options));
    loop {
        let before = read;
        let all = told_apart(study, read);
        for answers in &all {
            let said = Said::new(study.q, *answers);
            let (met, designed) = (clauses.iter().all(|clause| clause.met(*answers)), design(&said));
            read = read.union(said.read.get());
            if read == before && met != designed {
                return Err(differ(*answers, met));
            }
        }
        if read == before {
            let of = |question: &Question, choices: &Vec<OptionSet>| {
                if question.all().intersects(read) { choices.len() as u128 + 1 } else { 1 }
            };
            let sets = study.q.questions.iter().zip(&study.choices).map(|(question, all)| of(question, all)).product();
            return Ok(Covered { sets, ends: all.len() as u64 });
        }
    }
}
