//! Questionnaires drawn at random: tables that are right in themselves, whether or not they make sense together.

use program_finder::engine::{
    AddOn, AddOnSet, Clause, Effect, Level, OptionSet, Order, Question, Questionnaire, Rule, Step,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// The tables of a questionnaire, as they are drawn and changed.
#[derive(Clone, Debug)]
pub struct Tables {
    pub questions: Vec<Question<'static>>,
    pub rules: Vec<Rule<'static>>,
    pub most: usize,
}

impl Tables {
    pub fn questionnaire(&self) -> Questionnaire<'_> {
        Questionnaire::new("random", &self.questions, &self.rules, self.most)
    }
}

/// A name that no other question, option or rule has.
pub fn name(kind: &str, number: usize) -> &'static str {
    // Tables borrow their names for good, as the shipped ones do; a few kilobytes a run are not given back.
    String::leak(format!("{kind}{number}"))
}

/// Draws numbers, and options by them.
pub type Picks = Vec<u16>;

fn options(known: usize, unknown: usize, question: usize) -> &'static [&'static str] {
    let mut names: Vec<&str> = (0..known).map(|option| name(&format!("q{question}o"), option)).collect();
    names.extend(&["unsure", "skip"][2 - unknown..]);
    names.leak()
}

/// What a question is drawn from: how many known and unknown options, whether choose-all, and how they compare.
type Shape = (usize, usize, bool, u8);

fn question(at: usize, first: usize, (known, unknown, many, order): Shape) -> Question<'static> {
    let mut question = Question::new(name("q", at), first, options(known, unknown, at));
    if many {
        question = question.many();
    }
    match order {
        0 => question.order(Order::Free).unknown_bounds(question.mildest, question.worst),
        1 if !many && known > 1 => question.order(Order::Pairs(&[(0, 1)])),
        _ => question,
    }
}

/// One of these options, by a drawn number.
pub fn pick(options: OptionSet, number: u16) -> OptionSet {
    let all: Vec<usize> = options.iter().collect();
    OptionSet::single(all[usize::from(number) % all.len()])
}

/// A clause that wants up to three options of one question.
fn clause(options: OptionSet, numbers: &[u16]) -> Clause {
    let options = numbers.iter().fold(OptionSet::NONE, |chosen, number| chosen.union(pick(options, *number)));
    Clause { options, wanted: true }
}

fn effect((floor, step, add, no_level): (usize, usize, usize, bool)) -> Effect {
    let effect = Effect {
        floor: [None, Some(Level::Iop), Some(Level::Php), Some(Level::DayAndNight)][floor],
        step: [None, None, Some(Step::Check), Some(Step::Emergency)][step],
        add_ons: if add < 2 { AddOnSet::NONE } else { AddOnSet::NONE.with(AddOn::ALL[add]) },
        no_level,
    };
    if (effect.floor, effect.step, effect.add_ons) == (None, None, AddOnSet::NONE) {
        return Effect { floor: Some(Level::Outpatient), ..effect };
    }
    effect
}

prop_compose! {
    /// What one clause is drawn from: a question, and options of it.
    fn clause_picks()(question in any::<u16>(), options in vec(any::<u16>(), 1..4)) -> (u16, Picks) {
        (question, options)
    }
}

prop_compose! {
    /// Tables in which each table is right in itself. Whether a question is ever asked or a rule ever fires is left to
    /// chance.
    pub fn tables(most_questions: usize, most_options: usize)(
        shapes in vec((1..=most_options, 0_usize..3, prop::bool::weighted(0.3), 0_u8..8), 1..=most_questions),
        asked in vec(vec(clause_picks(), 0..2), most_questions),
        rules in vec((
            vec(clause_picks(), 1..4),
            (0_usize..4, 0_usize..4, 0_usize..AddOn::ALL.len(), prop::bool::weighted(0.05)),
            (0_usize..20, prop::bool::weighted(0.1)),
        ), 1..12),
        slack in 0_usize..4,
    ) -> Tables {
        let mut questions: Vec<Question> = Vec::new();
        for (at, shape) in shapes.iter().enumerate() {
            let first = questions.iter().map(|question| question.options.len()).sum();
            let mut drawn = question(at, first, *shape);
            if at > 0 {
                let clauses = asked[at].iter();
                let clauses: Vec<Clause> =
                    clauses.map(|(of, picks)| clause(questions[usize::from(*of) % at].all(), picks)).collect();
                drawn = drawn.visible_when(clauses.leak());
            }
            questions.push(drawn);
        }
        let rules = rules.iter().enumerate().map(|(at, (clauses, does, (waits, yields)))| {
            let known = |of: &u16| {
                let question = &questions[usize::from(*of) % questions.len()];
                question.all().difference(question.unknown)
            };
            let effect = effect(*does);
            // What holds only up to some level sets none itself.
            let yields = *yields && effect.floor <= Some(Level::Outpatient);
            let when: Vec<Clause> = clauses.iter().map(|(of, picks)| clause(known(of), picks)).collect();
            Rule {
                id: name("r", at),
                when: when.leak(),
                min_level: if yields { Level::Outpatient } else { Level::ALL.get(*waits).copied().unwrap_or_default() },
                max_level: if yields { Level::Iop } else { Level::DayAndNight },
                effect,
                sources: &["drawn"],
            }
        }).collect();
        // Rules that wait stand behind all that may bring about what they wait for.
        let mut rules: Vec<Rule> = rules;
        rules.sort_by_key(|rule| rule.min_level);
        let most = (questions.len() + 1).saturating_sub(slack).max(1);
        Tables { questions, rules, most }
    }
}
