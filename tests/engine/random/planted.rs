//! One fault planted in a questionnaire drawn at random: `check` names it, whatever else chance brought about.

use program_finder::engine::{
    AddOnSet, At, Clause, Effect, Fault, Field, Level, OptionSet, Order, Question, Questionnaire, Rule, check,
};
use proptest::prelude::*;

use super::draws;
use super::tables::{Tables, name, tables};

/// Plants a fault at a drawn place and says which. None where these tables have no room for it.
type Plant = fn(&mut Tables, usize) -> Option<Fault>;

fn any<T>(list: &mut [T], at: usize) -> Option<&mut T> {
    let count = list.len();
    list.get_mut(at.checked_rem(count)?)
}

fn wants(options: OptionSet) -> &'static [Clause] {
    Vec::leak(vec![Clause { options, wanted: true }])
}

fn count(tables: &Tables) -> usize {
    tables.questions.iter().map(|question| question.options.len()).sum()
}

/// A question at the end, behind all options.
fn another(tables: &Tables, options: &'static [&'static str]) -> Question<'static> {
    Question::new("another", count(tables), options)
}

fn question(tables: &mut Tables, at: usize) -> Option<(String, &mut Question<'static>)> {
    any(&mut tables.questions, at).map(|question| (question.id.to_owned(), question))
}

fn rule(tables: &mut Tables, at: usize) -> Option<(String, &mut Rule<'static>)> {
    any(&mut tables.rules, at).map(|rule| (rule.id.to_owned(), rule))
}

fn outside(tables: &mut Tables, at: usize, field: Field) -> Option<Fault> {
    let end = count(tables);
    let (question, it) = question(tables, at)?;
    let options = OptionSet::single(end % OptionSet::MAX_OPTIONS);
    match field {
        Field::Unknown => it.unknown = it.unknown.union(options),
        Field::Alone => it.exclusive = options,
        Field::Mildest => it.mildest = options,
        Field::Worst => it.worst = options,
    }
    Some(Fault::Outside { question, field })
}

const PLANTS: [(&str, Plant); 30] = [
    ("too many questions", |tables, _| {
        while tables.questions.len() <= Questionnaire::MAX_QUESTIONS {
            tables.questions.push(Question { id: name("more", tables.questions.len()), ..another(tables, &["only"]) });
        }
        Some(Fault::TooManyQuestions { count: tables.questions.len(), most: Questionnaire::MAX_QUESTIONS })
    }),
    ("too many options", |tables, _| {
        let options: Vec<&str> = (0..=OptionSet::MAX_OPTIONS).map(|option| name("more", option)).collect();
        tables.questions.push(another(tables, options.leak()));
        Some(Fault::TooManyOptions { count: count(tables), most: OptionSet::MAX_OPTIONS })
    }),
    ("too many rules", |tables, at| {
        let rule = *any(&mut tables.rules, at)?;
        while tables.rules.len() <= Questionnaire::MAX_RULES {
            tables.rules.push(Rule { id: name("more", tables.rules.len()), ..rule });
        }
        Some(Fault::TooManyRules { count: tables.rules.len(), most: Questionnaire::MAX_RULES })
    }),
    ("no option", |tables, at| {
        let (question, it) = question(tables, at)?;
        it.options = &[];
        Some(Fault::NoOption { question })
    }),
    ("a gap in the numbers", |tables, at| {
        let (question, it) = question(tables, at)?;
        it.first += 1;
        Some(Fault::Misnumbered { question, first: it.first, expected: it.first - 1 })
    }),
    ("two questions of one name", |tables, at| {
        let id = any(&mut tables.questions, at)?.id;
        tables.questions.push(Question { id, ..another(tables, &["only"]) });
        Some(Fault::DuplicateQuestion { id: id.to_owned() })
    }),
    ("two options of one name", |tables, _| {
        tables.questions.push(another(tables, &["same", "same"]));
        Some(Fault::DuplicateOption { question: "another".to_owned(), option: "same".to_owned() })
    }),
    ("two rules of one name", |tables, at| {
        let rule = *any(&mut tables.rules, at)?;
        tables.rules.push(rule);
        Some(Fault::DuplicateRule { id: rule.id.to_owned() })
    }),
    ("an unknown option before a known one", |tables, _| {
        tables.questions.push(another(tables, &["skip", "known"]));
        Some(Fault::UnknownNotLast { question: "another".to_owned(), option: "skip".to_owned() })
    }),
    ("unknown options of nobody", |tables, at| outside(tables, at, Field::Unknown)),
    ("options of nobody that stand alone", |tables, at| outside(tables, at, Field::Alone)),
    ("options of nobody as the mildest", |tables, at| outside(tables, at, Field::Mildest)),
    ("options of nobody as the worst", |tables, at| outside(tables, at, Field::Worst)),
    ("two answers at once to a question with one", |tables, _| {
        let question = another(tables, &["a", "b", "c"]);
        tables
            .questions
            .push(question.unknown_bounds(OptionSet::range(question.first, 2), OptionSet::single(question.first)));
        Some(Fault::NotAnAnswer { question: "another".to_owned(), field: Field::Mildest })
    }),
    ("an order for choose-all questions", |tables, at| {
        let (question, it) = question(tables, at)?;
        it.order = if it.many { Order::Scale } else { Order::Together };
        Some(Fault::OrderUnfit { question })
    }),
    ("a pair of what is not there", |tables, at| {
        let (question, it) = question(tables, at)?;
        let worse = it.options.len();
        it.order = Order::Pairs(Vec::leak(vec![(0, worse)]));
        Some(Fault::PairOutside { question, milder: 0, worse })
    }),
    ("more serious than itself", |tables, at| {
        let (question, it) = question(tables, at)?;
        it.order = Order::Pairs(&[(0, 0)]);
        Some(Fault::OrderCyclic { question })
    }),
    ("a condition that names nothing", |tables, at| {
        let (question, it) = question(tables, at)?;
        it.visible_when = wants(OptionSet::NONE);
        Some(Fault::ClauseEmpty { at: At::Question(question) })
    }),
    ("a rule that names nothing", |tables, at| {
        let (rule, it) = rule(tables, at)?;
        it.when = wants(OptionSet::NONE);
        Some(Fault::ClauseEmpty { at: At::Rule(rule) })
    }),
    ("a rule that names what is nobody's", |tables, at| {
        let option = count(tables);
        let (rule, it) = rule(tables, at)?;
        it.when = wants(OptionSet::single(option));
        Some(Fault::ClauseUnowned { at: At::Rule(rule), option })
    }),
    ("asked by itself", |tables, at| {
        let (question, it) = question(tables, at)?;
        it.visible_when = wants(it.all());
        Some(Fault::AskedTooEarly { names: question.clone(), question })
    }),
    ("asked where something was said and not said", |tables, at| {
        let first = OptionSet::single(0);
        let it = tables.questions.get_mut(1..)?;
        let it = any(it, at)?;
        let clause = |wanted| Clause { options: first, wanted };
        it.visible_when = Vec::leak(vec![clause(true), clause(false)]);
        Some(Fault::NeverAsked { question: it.id.to_owned() })
    }),
    ("a question that no rule reads", |tables, _| {
        tables.questions.push(another(tables, &["a", "b"]));
        tables.most = Questionnaire::MAX_QUESTIONS;
        Some(Fault::Idle { question: "another".to_owned() })
    }),
    ("a rule on what was not said", |tables, at| {
        let (rule, it) = rule(tables, at)?;
        it.when = Vec::leak(vec![it.when[0], Clause { options: OptionSet::single(0), wanted: false }]);
        Some(Fault::FiresOnAbsence { rule })
    }),
    ("a level by an unknown answer", |tables, at| {
        tables.questions.push(another(tables, &["known", "unsure"]));
        let unsure = OptionSet::single(count(tables) - 1);
        let (rule, it) = rule(tables, at)?;
        it.effect.floor = Some(Level::Iop);
        it.when = wants(unsure);
        Some(Fault::FloorOnUnknown { rule, question: "another".to_owned(), option: "unsure".to_owned() })
    }),
    ("a rule on two answers to a question with one", |tables, at| {
        let two = [another(tables, &["a", "b"]).first, another(tables, &["a", "b"]).first + 1];
        tables.questions.push(another(tables, &["a", "b"]));
        let (rule, it) = rule(tables, at)?;
        it.when = Vec::leak(two.map(|option| Clause { options: OptionSet::single(option), wanted: true }).to_vec());
        Some(Fault::NeverFires { rule })
    }),
    ("a limit of a rule that sets a level", |tables, at| {
        let (rule, it) = rule(tables, at)?;
        (it.min_level, it.max_level, it.effect.floor) = (Level::Outpatient, Level::Iop, Some(Level::Php));
        Some(Fault::FloorWithin { rule, within: Level::Iop })
    }),
    ("a rule that waits for one that waits", |tables, at| {
        let drawn = *any(&mut tables.rules, at)?;
        let waits = |id, reached, floor| Rule {
            id,
            min_level: reached,
            max_level: Level::DayAndNight,
            effect: Effect { floor: Some(floor), ..drawn.effect },
            ..drawn
        };
        tables.rules.push(waits("first", Level::Php, Level::DayAndNight));
        tables.rules.push(waits("second", Level::Iop, Level::Php));
        Some(Fault::WaitsTooEarly { rule: "first".to_owned(), later: "second".to_owned() })
    }),
    ("a rule that does nothing", |tables, at| {
        let (rule, it) = rule(tables, at)?;
        (it.effect.floor, it.effect.step, it.effect.no_level) = (None, None, false);
        it.effect.add_ons = AddOnSet::NONE;
        Some(Fault::NoEffect { rule })
    }),
    ("a rule on nobody's word", |tables, at| {
        let (rule, it) = rule(tables, at)?;
        it.sources = &[];
        Some(Fault::NoSource { rule })
    }),
];

/// Rules that can only fire at a level that nothing reaches, and a limit that cuts everybody off, take tables that
/// have them: they are planted in the toy, in `faults`.
#[test]
fn each_kind_of_fault_is_planted() {
    let mut kinds: Vec<&str> = PLANTS.map(|(name, _)| name).to_vec();
    kinds.dedup();
    assert_eq!(kinds.len(), PLANTS.len());
}

proptest! {
    #![proptest_config(draws(30))]

    #[test]
    fn check_finds_each_planted_fault(drawn in tables(8, 5), at in 0_usize..100) {
        for (name, plant) in PLANTS {
            let mut tables = drawn.clone();
            let Some(fault) = plant(&mut tables, at) else { continue };
            let said = check(&tables.questionnaire());
            prop_assert!(said.contains(&fault), "{}: {:?} is not among {:?}", name, fault, said);
        }
    }
}
