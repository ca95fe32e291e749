//! Whether a questionnaire is sound: every mistake in its tables that can be found by looking at them.
//!
//! Only for tests and tools. The shipped module works on tables that these checks have passed, and does
//! not carry them.

mod fault;
mod reach;

pub use fault::{At, Fault, Field};

use super::level::Level;
use super::model::{Clause, OptionSet, Order, Question, Questionnaire, Rule};
use reach::Reached;

/// Every fault of the questionnaire, in the order of its tables. None means that it is sound.
///
/// Whether a question is ever asked and a rule ever fires is found by following all answers, not guessed. That
/// needs tables whose options can be told apart, so it waits until the sizes and numbers are right.
pub fn check(q: &Questionnaire) -> Vec<Fault> {
    let mut faults = sizes(q);
    if faults.is_empty() {
        names(q, &mut faults);
        let reached = reach::all(q);
        for (index, question) in q.questions.iter().enumerate() {
            answers(question, &mut faults);
            order(question, &mut faults);
            asked(q, index, &reached, &mut faults);
        }
        for index in 0..q.rules.len() {
            rule(q, index, &reached, &mut faults);
        }
        // Only where every visit is as long as the limit may the limit have made it so.
        if reached.shortest == q.max_questions {
            let least = reach::all(&Questionnaire { max_questions: Questionnaire::MAX_QUESTIONS, ..*q }).shortest;
            if q.max_questions < least {
                faults.push(Fault::MostTooSmall { most: q.max_questions, least });
            }
        }
    }
    faults
}

/// Faults that leave no room for a bit of its own for each question, option or rule.
fn sizes(q: &Questionnaire) -> Vec<Fault> {
    let mut faults = Vec::new();
    if q.questions.len() > Questionnaire::MAX_QUESTIONS {
        faults.push(Fault::TooManyQuestions { count: q.questions.len(), most: Questionnaire::MAX_QUESTIONS });
    }
    if q.rules.len() > Questionnaire::MAX_RULES {
        faults.push(Fault::TooManyRules { count: q.rules.len(), most: Questionnaire::MAX_RULES });
    }
    let mut expected = 0;
    for question in q.questions {
        let question_id = question.id.to_owned();
        if question.options.is_empty() {
            faults.push(Fault::NoOption { question: question_id });
        } else if question.first != expected {
            faults.push(Fault::Misnumbered { question: question_id, first: question.first, expected });
        }
        expected += question.options.len();
    }
    if expected > OptionSet::MAX_OPTIONS {
        faults.push(Fault::TooManyOptions { count: expected, most: OptionSet::MAX_OPTIONS });
    }
    faults
}

fn names(q: &Questionnaire, faults: &mut Vec<Fault>) {
    let questions: Vec<&str> = q.questions.iter().map(|question| question.id).collect();
    faults.extend(twice(&questions).map(|id| Fault::DuplicateQuestion { id }));
    for question in q.questions {
        let of = |option| Fault::DuplicateOption { question: question.id.to_owned(), option };
        faults.extend(twice(question.options).map(of));
    }
    let rules: Vec<&str> = q.rules.iter().map(|rule| rule.id).collect();
    faults.extend(twice(&rules).map(|id| Fault::DuplicateRule { id }));
}

/// The names that were used before, at each place where they are used again.
fn twice(names: &[&str]) -> impl Iterator<Item = String> {
    names.iter().enumerate().filter(|(index, name)| names[..*index].contains(name)).map(|(_, name)| (*name).to_owned())
}

/// The unknown options, and what an unknown answer stands for.
fn answers(question: &Question, faults: &mut Vec<Fault>) {
    let id = || question.id.to_owned();
    let all = question.all();
    let known = all.difference(question.unknown);
    for (name, option) in question.options.iter().zip(question.first..) {
        let later_known = known.0 >> option > 1;
        let unknown = question.unknown.intersects(OptionSet::single(option));
        if (unknown && later_known) || (!unknown && ["unsure", "skip"].contains(name)) {
            faults.push(Fault::UnknownNotLast { question: id(), option: (*name).to_owned() });
        }
    }
    let fields = [
        (Field::Unknown, question.unknown, all),
        (Field::Alone, question.exclusive, all),
        (Field::Mildest, question.mildest, known),
        (Field::Worst, question.worst, known),
    ];
    for (field, options, within) in fields {
        if !within.contains_all(options) {
            faults.push(Fault::Outside { question: id(), field });
        } else if matches!(field, Field::Mildest | Field::Worst) && !stands(question, options) {
            faults.push(Fault::NotAnAnswer { question: id(), field });
        }
    }
}

/// Whether an unknown answer can stand for these options: they can be chosen, and chosen together. A
/// question without unknown options may have nothing that an unknown answer stands for.
fn stands(question: &Question, options: OptionSet) -> bool {
    match options.len() {
        0 => question.unknown.is_empty(),
        1 => true,
        _ => question.many && !options.intersects(question.exclusive),
    }
}

/// How the options compare.
fn order(question: &Question, faults: &mut Vec<Fault>) {
    let id = || question.id.to_owned();
    let fits = match question.order {
        Order::Free => true,
        Order::Together => question.many,
        Order::Scale | Order::Pairs(_) => !question.many,
    };
    if !fits {
        faults.push(Fault::OrderUnfit { question: id() });
    }
    let Order::Pairs(pairs) = question.order else {
        return;
    };
    let known = question.options.len() - question.all().intersection(question.unknown).len();
    for (milder, worse) in pairs.iter().copied().filter(|(milder, worse)| *milder.max(worse) >= known) {
        faults.push(Fault::PairOutside { question: id(), milder, worse });
    }
    // Taking away every pair whose milder end has nothing below it, again and again, leaves only circles.
    let mut left = pairs.to_vec();
    while let Some(index) = left.iter().position(|(milder, _)| left.iter().all(|(_, worse)| worse != milder)) {
        left.swap_remove(index);
    }
    if !left.is_empty() {
        faults.push(Fault::OrderCyclic { question: id() });
    }
}

/// When the question is asked.
fn asked(q: &Questionnaire, index: usize, reached: &Reached, faults: &mut Vec<Fault>) {
    let question = &q.questions[index];
    let id = || question.id.to_owned();
    let before = faults.len();
    clauses(q, question.visible_when, &At::Question(id()), faults);
    let named = question.visible_when.iter().fold(OptionSet::NONE, |named, clause| named.union(clause.options));
    for later in q.questions[index..].iter().filter(|later| later.all().intersects(named)) {
        faults.push(Fault::AskedTooEarly { question: id(), names: later.id.to_owned() });
    }
    // A question whose conditions are wrong in themselves is not also told that they are never met.
    if faults.len() > before {
        return;
    }
    if reached.met >> index & 1 == 0 {
        faults.push(Fault::NeverAsked { question: id() });
    } else if reached.asked >> index & 1 == 0 {
        faults.push(Fault::Idle { question: id() });
    }
}

/// When the rule fires, and what for.
fn rule(q: &Questionnaire, index: usize, reached: &Reached, faults: &mut Vec<Fault>) {
    let rule = &q.rules[index];
    let id = || rule.id.to_owned();
    let before = faults.len();
    clauses(q, rule.when, &At::Rule(id()), faults);
    if rule.when.iter().any(|clause| !clause.wanted) {
        faults.push(Fault::FiresOnAbsence { rule: id() });
    }
    if rule.effect.floor > Some(Level::Outpatient) {
        let unknown = q.questions.iter().fold(OptionSet::NONE, |unknown, question| unknown.union(question.unknown));
        let named = rule.when.iter().flat_map(|clause| clause.options.intersection(unknown).iter());
        for (question, option) in named.filter_map(|option| q.owner(option)) {
            faults.push(Fault::FloorOnUnknown {
                rule: id(),
                question: question.id.to_owned(),
                option: option.to_owned(),
            });
        }
    }
    if faults.len() == before {
        if reached.applicable >> index & 1 == 0 {
            faults.push(Fault::NeverFires { rule: id() });
        } else if reached.fired >> index & 1 == 0 {
            faults.push(Fault::NeverReached { rule: id(), reached: rule.min_level, within: rule.max_level });
        }
    }
    let effect = rule.effect;
    if rule.max_level < Level::DayAndNight && effect.floor > Some(Level::Outpatient) {
        faults.push(Fault::FloorWithin { rule: id(), within: rule.max_level });
    }
    // Rules that wait fire in the order of the table, so none may wait for a later one.
    if let Some(later) = q.rules[index..].iter().skip(1).find(|later| waits_for(rule, later)) {
        faults.push(Fault::WaitsTooEarly { rule: id(), later: later.id.to_owned() });
    }
    if effect.floor.is_none() && effect.step.is_none() && effect.add_ons.0 == 0 && !effect.no_level {
        faults.push(Fault::NoEffect { rule: id() });
    }
    if rule.sources.is_empty() {
        faults.push(Fault::NoSource { rule: id() });
    }
}

/// Whether the rule may fire only because the other, which waits for a level too, did.
fn waits_for(rule: &Rule, other: &Rule) -> bool {
    Level::Outpatient < other.min_level
        && other.min_level < rule.min_level
        && other.effect.floor >= Some(rule.min_level)
}

/// Clauses that name nothing, or what is nobody's.
fn clauses(q: &Questionnaire, clauses: &[Clause], at: &At, faults: &mut Vec<Fault>) {
    for clause in clauses {
        if clause.options.is_empty() {
            faults.push(Fault::ClauseEmpty { at: at.clone() });
        }
        for option in clause.options.iter().filter(|option| q.owner(*option).is_none()) {
            faults.push(Fault::ClauseUnowned { at: at.clone(), option });
        }
    }
}
