//! Promises of the engine on questionnaires drawn at random, not only the shipped one and the toy.
//!
//! The draws are the same in every run; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` draw others and more.

mod planted;
mod tables;

use std::env;

use program_finder::decision::Outcome;
use program_finder::engine::{
    Answers, Certainty, Fault, OptionSet, Questionnaire, Range, check, counterfactuals, evaluate_rules,
    protective_answers, reasons, replay,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::faults::counted;
use super::toy::choices;
use tables::{Picks, Tables, pick, tables};

/// How many questionnaires are drawn, and from where: always the same, unless something else is asked for.
fn draws(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: if env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { cases },
        rng_seed: if env::var_os("PROPTEST_RNG_SEED").is_some() { usual.rng_seed } else { RngSeed::Fixed(1) },
        failure_persistence: None,
        ..usual
    }
}

/// Answers one question after the other, by drawn numbers, and looks at every stage.
fn visit(q: &Questionnaire, picks: &Picks) -> Answers {
    let (mut answers, mut steps) = (OptionSet::NONE, 0);
    while let Some(next) = replay(q, answers).next {
        assert!(!answers.intersects(q.question_at(next).all()), "asked twice: {}", q.question_at(next).id);
        let all = choices(q.question_at(next));
        answers = answers.union(all[usize::from(picks[steps % picks.len()]) % all.len()]);
        steps += 1;
        assert!(steps <= q.max_questions, "more questions than {}", q.max_questions);
    }
    answers
}

/// Works out everything that is ever worked out of a set of answers.
fn everything(q: &Questionnaire, answers: Answers) {
    let facts = replay(q, answers);
    let placement = evaluate_rules(q, facts.answers);
    let _ = (Range::of(&facts), Certainty::of(q, &facts), counterfactuals(q, &facts), protective_answers(q, &facts));
    let _ = (reasons(q, facts.answers, &placement), Outcome::of(q, answers));
}

/// Faults that chance brings about: tables that are right in themselves and make no sense together.
fn by_chance(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::NeverAsked { .. }
            | Fault::Idle { .. }
            | Fault::NeverFires { .. }
            | Fault::NeverReached { .. }
            | Fault::MostTooSmall { .. }
    )
}

proptest! {
    #![proptest_config(draws(400))]

    #[test]
    fn every_visit_ends_and_every_answer_on_the_way_counts(
        tables in tables(9, 5),
        picks in prop::collection::vec(any::<u16>(), 12),
    ) {
        let q = tables.questionnaire();
        let answers = visit(&q, &picks);
        let facts = replay(&q, answers);
        prop_assert_eq!(facts.answers, answers);
        prop_assert!(facts.path().count() <= q.max_questions);
        // The walk fires piece by piece what the plain reading of the rules fires at once.
        prop_assert_eq!(facts.placement, evaluate_rules(&q, answers));
        everything(&q, answers);
    }

    #[test]
    fn any_bits_are_answers_and_those_to_questions_that_are_not_asked_have_no_effect(
        tables in tables(9, 5),
        bits in any::<u128>(),
        picks in prop::collection::vec(any::<u16>(), 12),
    ) {
        let q = tables.questionnaire();
        everything(&q, OptionSet(bits));
        let answers = visit(&q, &picks);
        let facts = replay(&q, answers);
        let unasked = (0..q.questions.len()).filter(|at| !facts.asks(*at));
        let noise = unasked.fold(OptionSet::NONE, |all, at| all.union(q.question_at(at).all())).intersection(OptionSet(bits));
        prop_assert_eq!(replay(&q, answers.union(noise)), facts);
    }

    #[test]
    fn a_question_left_out_as_idle_would_change_nothing(
        tables in tables(7, 4),
        picks in prop::collection::vec(any::<u16>(), 12),
    ) {
        let q = tables.questionnaire();
        let answers = visit(&q, &picks);
        let facts = replay(&q, answers);
        let said = evaluate_rules(&q, answers);
        // Where the limit cuts a visit short, what is left out could have mattered.
        prop_assume!(facts.path().count() < q.max_questions);
        for (at, question) in q.questions.iter().enumerate() {
            if !facts.asks(at) && question.visible_when.iter().all(|clause| clause.met(answers)) {
                for choice in choices(question) {
                    let all = evaluate_rules(&q, answers.union(choice));
                    prop_assert_eq!((all.floor, all.steps, all.add_ons), (said.floor, said.steps, said.add_ons));
                }
            }
        }
    }

    #[test]
    fn each_move_is_true_when_tried(tables in tables(7, 4), picks in prop::collection::vec(any::<u16>(), 12)) {
        let q = tables.questionnaire();
        let facts = replay(&q, visit(&q, &picks));
        for to in counterfactuals(&q, &facts) {
            let question = q.question_at(to.question);
            prop_assert!(!to.answer.intersects(question.unknown) && to.level != facts.placement.floor);
            let moved = facts.answers.difference(question.all()).union(to.answer);
            prop_assert_eq!(replay(&q, moved).placement.floor, to.level);
        }
    }

    #[test]
    fn tables_that_are_right_in_themselves_have_no_other_fault(tables in tables(9, 5)) {
        let faults = check(&tables.questionnaire());
        prop_assert!(faults.iter().all(by_chance), "{:?}", faults);
    }

    #[test]
    fn check_says_what_counting_says(tables in tables(4, 3)) {
        let q = tables.questionnaire();
        let said = check(&q);
        let said: Vec<Fault> =
            said.into_iter().filter(|fault| !matches!(fault, Fault::MostTooSmall { .. })).collect();
        prop_assert_eq!(said, counted(&q));
    }

    #[test]
    fn nothing_is_too_wrong_to_be_checked(
        tables in tables(9, 5),
        holes in prop::collection::vec((any::<u16>(), 0_u8..8, any::<u128>()), 1..4),
    ) {
        let mut tables: Tables = tables;
        for (at, what, bits) in holes {
            let at = usize::from(at) % tables.questions.len();
            let rule = usize::from(pick(OptionSet::range(0, tables.rules.len()), at as u16).0.trailing_zeros() as u8);
            let clause = || Vec::leak(vec![program_finder::engine::Clause { options: OptionSet(bits), wanted: bits & 1 == 1 }]);
            let question = &mut tables.questions[at];
            match what {
                0 => question.first = bits as usize & 0xfff,
                1 => question.unknown = OptionSet(bits),
                2 => question.exclusive = OptionSet(bits),
                3 => (question.mildest, question.worst) = (OptionSet(bits), OptionSet(bits >> 1)),
                4 => question.visible_when = clause(),
                5 => tables.rules[rule].when = clause(),
                6 => tables.most = bits as usize & 3,
                _ => question.options = &[],
            }
        }
        for fault in check(&tables.questionnaire()) {
            prop_assert!(fault.message().ends_with('.'));
        }
    }
}
