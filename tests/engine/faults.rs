//! What `check` finds: one planted fault of every kind, and its answers held against counting.

use program_finder::engine::{
    At, Clause, Fault, Field, Level, OptionSet, Order, Question, Questionnaire, Rule, check, evaluate_rules, replay,
};

use super::toy::*;

/// The faults of the toy with its tables changed.
fn faults(change: impl FnOnce(&mut Vec<Question<'static>>, &mut Vec<Rule<'static>>)) -> Vec<Fault> {
    let (mut questions, mut rules) = (QUESTIONS.to_vec(), RULES.to_vec());
    change(&mut questions, &mut rules);
    check(&Questionnaire::new("planted", &questions, &rules, MOST))
}

/// The one fault that such a change brings.
fn fault(change: impl FnOnce(&mut Vec<Question<'static>>, &mut Vec<Rule<'static>>)) -> Fault {
    let mut faults = faults(change);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].message().ends_with('.'), "a message is a whole sentence: {}", faults[0].message());
    faults.remove(0)
}

/// The toy with another limit.
fn limited(most: usize) -> Questionnaire<'static> {
    Questionnaire::new("limited", &QUESTIONS, &RULES, most)
}

fn leaked(options: usize) -> &'static [&'static str] {
    Vec::leak((0..options).map(|option| &*String::leak(format!("o{option}"))).collect())
}

/// A rule like another of the toy, under a name of its own.
fn extra(when: &'static [Clause]) -> Rule<'static> {
    Rule { id: "extra", when, ..RULES[2] }
}

fn id(name: &str) -> String {
    name.to_owned()
}

#[test]
fn the_toy_is_sound() {
    assert_eq!(check(&TOY), []);
}

#[test]
fn too_much_of_anything_is_found() {
    let many = fault(|questions, _| {
        for first in 29..54 {
            questions.push(Question { id: leaked(first + 1)[first], ..Question::new("", first, &["only"]) });
        }
    });
    assert_eq!(many, Fault::TooManyQuestions { count: 33, most: 32 });
    let options = fault(|questions, _| questions[WHEN] = Question { options: leaked(103), ..questions[WHEN] });
    assert_eq!(options, Fault::TooManyOptions { count: 129, most: 128 });
    let rules = fault(|_, rules| {
        for name in leaked(116) {
            rules.push(Rule { id: name, ..rules[0] });
        }
    });
    assert_eq!(rules, Fault::TooManyRules { count: 129, most: 128 });
}

#[test]
fn as_much_as_there_is_room_for_is_not_too_much() {
    let full = faults(|questions, rules| {
        for first in 29..53 {
            questions.push(Question { id: leaked(first + 1)[first], ..Question::new("", first, &["only"]) });
        }
        for name in leaked(115) {
            rules.push(Rule { id: name, ..rules[0] });
        }
    });
    let options = faults(|questions, _| questions[WHEN] = Question { options: leaked(102), ..questions[WHEN] });
    for fault in full.iter().chain(&options) {
        let size =
            matches!(fault, Fault::TooManyQuestions { .. } | Fault::TooManyOptions { .. } | Fault::TooManyRules { .. });
        assert!(!size, "{fault:?}");
    }
}

#[test]
fn numbering_that_leaves_gaps_or_overlaps_is_found() {
    let empty = fault(|questions, _| questions.push(Question { options: &[], ..questions[WHEN] }));
    assert_eq!(empty, Fault::NoOption { question: id("when") });
    let gap = fault(|questions, _| questions[WHEN].first += 1);
    assert_eq!(gap, Fault::Misnumbered { question: id("when"), first: 27, expected: 26 });
    assert!(gap.message().contains("leave a gap"));
    let overlap = fault(|questions, _| questions[WHEN].first -= 1);
    assert_eq!(overlap, Fault::Misnumbered { question: id("when"), first: 25, expected: 26 });
    assert!(overlap.message().contains("overlap"));
}

#[test]
fn names_used_twice_are_found() {
    assert_eq!(fault(|questions, _| questions[WHEN].id = "day"), Fault::DuplicateQuestion { id: id("day") });
    let option = fault(|questions, _| questions[WHEN].options = &["mornings", "mornings", "any"]);
    assert_eq!(option, Fault::DuplicateOption { question: id("when"), option: id("mornings") });
    assert_eq!(fault(|_, rules| rules[1].id = "fire"), Fault::DuplicateRule { id: id("fire") });
}

#[test]
fn unknown_options_that_do_not_stand_last_are_found() {
    let named = fault(|questions, _| {
        questions[PLACE] =
            Question::new("place", QUIET, &["quiet", "unsure", "loud"]).visible_when(questions[PLACE].visible_when);
    });
    assert_eq!(named, Fault::UnknownNotLast { question: id("place"), option: id("unsure") });
    let set_so = fault(|questions, _| {
        questions[SLEEP].unknown = set(&[SLEEP_WELL, SLEEP_UNSURE]);
        questions[SLEEP].mildest = set(&[SLEEP_BADLY]);
    });
    assert_eq!(set_so, Fault::UnknownNotLast { question: id("sleep"), option: id("well") });
}

#[test]
fn sets_that_a_question_cannot_have_are_found() {
    let found = |field, options: OptionSet| {
        fault(|questions, _| {
            let question = &mut questions[PLACE];
            match field {
                Field::Unknown => question.unknown = question.unknown.union(options),
                Field::Alone => question.exclusive = options,
                Field::Mildest => question.mildest = options,
                Field::Worst => question.worst = options,
            }
        })
    };
    let outside = |field| Fault::Outside { question: id("place"), field };
    assert_eq!(found(Field::Unknown, set(&[ANY])), outside(Field::Unknown));
    assert_eq!(found(Field::Alone, set(&[ANY])), outside(Field::Alone));
    assert_eq!(found(Field::Mildest, set(&[ANY])), outside(Field::Mildest));
    assert_eq!(found(Field::Worst, set(&[PLACE_UNSURE])), outside(Field::Worst));
    let not_an_answer = |field| Fault::NotAnAnswer { question: id("place"), field };
    assert_eq!(found(Field::Mildest, OptionSet::NONE), not_an_answer(Field::Mildest));
    assert_eq!(found(Field::Worst, set(&[QUIET, LOUD])), not_an_answer(Field::Worst));
    let alone_together = fault(|questions, _| questions[1].worst = set(&[FIRE, SAFE]));
    assert_eq!(alone_together, Fault::NotAnAnswer { question: id("danger"), field: Field::Worst });
}

#[test]
fn orders_that_cannot_be_are_found() {
    let order = |at: usize, order| fault(|questions, _| questions[at].order = order);
    assert_eq!(order(DRINKS, Order::Scale), Fault::OrderUnfit { question: id("drinks") });
    assert_eq!(order(SLEEP, Order::Together), Fault::OrderUnfit { question: id("sleep") });
    let outside = order(SLEEP, Order::Pairs(&[(0, 1), (1, 3)]));
    assert_eq!(outside, Fault::PairOutside { question: id("sleep"), milder: 1, worse: 3 });
    let circle = order(SLEEP, Order::Pairs(&[(0, 1), (1, 2), (2, 1)]));
    assert_eq!(circle, Fault::OrderCyclic { question: id("sleep") });
    assert_eq!(order(SLEEP, Order::Pairs(&[(1, 1)])), Fault::OrderCyclic { question: id("sleep") });
}

#[test]
fn clauses_that_name_nothing_are_found() {
    const NAMELESS: &[Clause] = &[is_not(&[CHILD]), is_not(&[])];
    let asked = fault(|questions, _| questions[WHEN].visible_when = NAMELESS);
    assert_eq!(asked, Fault::ClauseEmpty { at: At::Question(id("when")) });
    let empty = fault(|_, rules| rules.push(extra(const { &[is(&[])] })));
    assert_eq!(empty, Fault::ClauseEmpty { at: At::Rule(id("extra")) });
    let unowned = fault(|_, rules| rules.push(extra(const { &[is(&[LOUD, 29])] })));
    assert_eq!(unowned, Fault::ClauseUnowned { at: At::Rule(id("extra")), option: 29 });
}

#[test]
fn questions_that_nobody_is_asked_are_found() {
    const BY_ITSELF: &[Clause] = &[is(&[SLEEP_WELL])];
    const BY_A_LATER_ONE: &[Clause] = &[is(&[LOUD])];
    for (asked, names) in [(BY_ITSELF, "sleep"), (BY_A_LATER_ONE, "place")] {
        // That the rules on sleep then never fire follows, and is said as well.
        let faults = faults(|questions, _| questions[SLEEP].visible_when = asked);
        assert_eq!(faults[0], Fault::AskedTooEarly { question: id("sleep"), names: id(names) });
        assert!(faults[1..].iter().all(|fault| matches!(fault, Fault::NeverFires { .. })), "{faults:?}");
    }

    const NEVER: &[Clause] = &[is(&[CHILD]), is_not(&[CHILD])];
    let when = |asked| faults(|questions, _| questions[WHEN].visible_when = asked);
    let never = [Fault::NeverAsked { question: id("when") }, Fault::NeverFires { rule: id("evenings") }];
    assert_eq!(when(NEVER), never);
    // Each condition can be met, and both together cannot: whoever is asked about cups drinks something else.
    const ONLY_TEA_AND_CUPS: &[Clause] = &[is_not(&[COFFEE, COLA, DRINKS_UNSURE]), is(&[CUPS_SOME])];
    assert_eq!(when(ONLY_TEA_AND_CUPS), never);
    // A choose-all question does answer several at once.
    const TEA_AND_COLA: &[Clause] = &[is_not(&[COFFEE, DRINKS_UNSURE]), is(&[TEA]), is(&[COLA]), is(&[SLEEP_HARDLY])];
    assert_eq!(when(TEA_AND_COLA), []);

    // Nobody has room left for it, or it would change nothing.
    assert!(check(&limited(5)).contains(&Fault::NeverAsked { question: id("when") }));
    let idle = fault(|_, rules| rules.retain(|rule| rule.id != "evenings"));
    assert_eq!(idle, Fault::Idle { question: id("when") });
}

#[test]
fn rules_that_read_what_was_not_said_are_found() {
    let absence = fault(|_, rules| rules.push(extra(const { &[is(&[LOUD]), is_not(&[SLEEP_WELL])] })));
    assert_eq!(absence, Fault::FiresOnAbsence { rule: id("extra") });
    let unknown = fault(|_, rules| rules.push(extra(const { &[is(&[SLEEP_BADLY, SLEEP_UNSURE])] })));
    let floor = Fault::FloorOnUnknown { rule: id("extra"), question: id("sleep"), option: id("unsure") };
    assert_eq!(unknown, floor);
    // The lowest level is asked for by anybody: to name what is not known does no harm.
    let lowest = program_finder::engine::Effect { floor: Some(Level::Outpatient), ..RULES[2].effect };
    const BADLY_OR_UNSURE: &[Clause] = &[is(&[SLEEP_BADLY, SLEEP_UNSURE])];
    assert_eq!(faults(|_, rules| rules.push(Rule { effect: lowest, ..extra(BADLY_OR_UNSURE) })), []);
    let within = |rules: &mut Vec<Rule>| {
        rules.push(Rule { max_level: Level::Php, effect: lowest, ..extra(const { &[is(&[LOUD])] }) })
    };
    assert_eq!(faults(|_, rules| within(rules)), [], "and no rule sets it for itself");
}

#[test]
fn a_fault_says_what_is_wrong_and_where() {
    let named = Fault::FloorOnUnknown { rule: id("extra"), question: id("sleep"), option: id("unsure") };
    for word in ["extra", "sleep", "unsure"] {
        assert!(named.to_string().contains(word), "{named}");
    }
    for (field, name) in
        [(Field::Unknown, "unknown"), (Field::Alone, "alone"), (Field::Mildest, "mildest"), (Field::Worst, "worst")]
    {
        let fault = Fault::Outside { question: id("day"), field };
        assert_eq!(fault.to_string(), fault.message());
        assert!(fault.message().contains("day") && fault.message().contains(name), "{fault}");
    }
    assert_eq!(
        [At::Question(id("day")).to_string(), At::Rule(id("extra")).to_string()],
        ["question `day`", "rule `extra`"]
    );
}

#[test]
fn rules_that_never_fire_are_found() {
    let never = Fault::NeverFires { rule: id("extra") };
    assert_eq!(fault(|_, rules| rules.push(extra(const { &[is(&[SLEEP_WELL]), is(&[SLEEP_BADLY])] }))), never);
    assert_eq!(fault(|_, rules| rules.push(extra(const { &[is(&[CHILD]), is(&[LOUD])] }))), never);
    // Asked in one branch only.
    assert_eq!(faults(|_, rules| rules.push(extra(const { &[is(&[TEA]), is(&[CUPS_MANY])] }))), []);
    // The only way to the day's worst answer leads past a rule that asks for as much: the day is not asked.
    assert_eq!(fault(|_, rules| rules.push(extra(const { &[is(&[SLEEP_HARDLY]), is(&[DAY_LOST])] }))), never);

    let waits = |reached, within, when| {
        fault(|_, rules| {
            rules.push(Rule { min_level: reached, max_level: within, effect: RULES[8].effect, ..extra(when) })
        })
    };
    let reached = |reached, within| Fault::NeverReached { rule: id("extra"), reached, within };
    let (php, all) = (Level::Php, Level::DayAndNight);
    const CHILD_ALONE: &[Clause] = &[is(&[CHILD])];
    assert_eq!(waits(php, all, CHILD_ALONE), reached(php, all), "no floor is reached for a child");
    const HARDLY: &[Clause] = &[is(&[SLEEP_HARDLY])];
    assert_eq!(waits(Level::Outpatient, Level::Iop, HARDLY), reached(Level::Outpatient, Level::Iop));
    // No single rule needs both, but one has to reach PHP, and with a quiet mind and a good day none does.
    const WELL_AND_FINE: &[Clause] = &[is(&[SLEEP_WELL]), is(&[DAY_FINE])];
    assert_eq!(waits(php, all, WELL_AND_FINE), reached(php, all));
    const WELL: &[Clause] = &[is(&[SLEEP_WELL])];
    assert_eq!(faults(|_, rules| rules.push(Rule { min_level: php, ..extra(WELL) })), []);
}

#[test]
fn rules_on_a_level_that_they_move_themselves_are_found() {
    const LOUD_ALONE: &[Clause] = &[is(&[LOUD])];
    let limited = fault(|_, rules| rules.push(Rule { max_level: Level::Php, ..extra(LOUD_ALONE) }));
    assert_eq!(limited, Fault::FloorWithin { rule: id("extra"), within: Level::Php });
    // It can make PHP of IOP, and `loud_php` before it waits for that.
    let waits = fault(|_, rules| {
        rules.push(Rule { min_level: Level::Iop, effect: RULES[6].effect, ..extra(LOUD_ALONE) });
    });
    assert_eq!(waits, Fault::WaitsTooEarly { rule: id("loud_php"), later: id("extra") });
    // One that waits for nothing has fired before, wherever it stands.
    assert_eq!(faults(|_, rules| rules.push(Rule { effect: RULES[6].effect, ..extra(LOUD_ALONE) })), []);
}

#[test]
fn rules_for_nothing_or_on_nobodys_word_are_found() {
    let nothing = fault(|_, rules| rules[10].effect.add_ons = program_finder::engine::AddOnSet::NONE);
    assert_eq!(nothing, Fault::NoEffect { rule: id("untold") });
    assert_eq!(fault(|_, rules| rules[0].sources = &[]), Fault::NoSource { rule: id("fire") });
}

#[test]
fn a_limit_that_cuts_everybody_off_is_found() {
    let cut = check(&limited(1));
    assert!(cut.contains(&Fault::MostTooSmall { most: 1, least: 2 }), "{cut:?}");
    let enough = check(&limited(2));
    assert!(!enough.iter().any(|fault| matches!(fault, Fault::MostTooSmall { .. })), "a child is asked two questions");
}

/// What `check` says of questions and rules, found by counting instead.
pub fn counted(q: &Questionnaire) -> Vec<Fault> {
    let (mut met, mut asked, mut applies, mut fired, mut shortest) = (0_u32, 0_u32, 0_u128, 0_u128, usize::MAX);
    for answers in every(q) {
        let facts = replay(q, answers);
        (asked, fired, shortest) =
            (asked | facts.asked, fired | facts.placement.fired, shortest.min(facts.path().count()));
        assert_eq!(facts.placement, evaluate_rules(q, facts.answers));
        for (at, question) in q.questions.iter().enumerate() {
            let room = facts.path().filter(|earlier| *earlier < at).count() < q.max_questions;
            met |= u32::from(room && question.visible_when.iter().all(|clause| clause.met(answers))) << at;
        }
        for (at, rule) in q.rules.iter().enumerate() {
            applies |= u128::from(rule.when.iter().all(|clause| clause.met(answers))) << at;
        }
    }
    let mut faults = Vec::new();
    for (at, question) in q.questions.iter().enumerate() {
        match (met >> at & 1, asked >> at & 1) {
            (0, _) => faults.push(Fault::NeverAsked { question: id(question.id) }),
            (_, 0) => faults.push(Fault::Idle { question: id(question.id) }),
            _ => {}
        }
    }
    for (at, rule) in q.rules.iter().enumerate() {
        match (applies >> at & 1, fired >> at & 1) {
            (0, _) => faults.push(Fault::NeverFires { rule: id(rule.id) }),
            (_, 0) => {
                faults.push(Fault::NeverReached { rule: id(rule.id), reached: rule.min_level, within: rule.max_level })
            }
            _ => {}
        }
    }
    faults
}

#[test]
fn check_says_what_counting_says() {
    let mut found = 0;
    for most in 2..=7 {
        let said = check(&limited(most));
        found += said.len();
        assert_eq!(said, counted(&limited(most)), "at most {most}");
    }
    // A rule more, on pairs of answers spread over the table, that asks for more where the others ask for less.
    for pair in (0..29 * 29).step_by(61) {
        let when = [pair / 29, pair % 29].map(|option| Clause { options: OptionSet::single(option), wanted: true });
        let mut rules = RULES.to_vec();
        let reached = if pair % 2 == 0 { Level::Outpatient } else { Level::Iop };
        let extra = Rule {
            id: "extra",
            when: &when,
            min_level: reached,
            max_level: if pair % 3 == 0 { Level::Php } else { Level::DayAndNight },
            effect: RULES[if pair % 3 == 0 { 8 } else { 9 }].effect,
            sources: &["toy"],
        };
        // Before the one that waits for PHP, which it may bring about.
        rules.insert(9, extra);
        let q = Questionnaire::new("planted", &QUESTIONS, &rules, MOST);
        let said = check(&q);
        // What is wrong in itself is not followed any further.
        if !said.iter().any(|fault| matches!(fault, Fault::FloorOnUnknown { .. })) {
            found += said.len();
            assert_eq!(said, counted(&q), "answers {} and {}", pair / 29, pair % 29);
        }
    }
    assert!(found > 10, "{found}");
}
