//! What has to hold of every set of answers, counted over all of the toy's.

use program_finder::decision::Outcome;
use program_finder::engine::{
    AddOn, Answers, Certainty, Level, OptionSet, Range, Safety, Step, counterfactuals, evaluate_rules, reasons, replay,
};

use super::toy::*;

fn floor(answers: Answers) -> Level {
    evaluate_rules(&TOY, replay(&TOY, answers).answers).floor
}

/// The place of the first question whose answer is unknown, or not given, among those asked.
fn open(answers: Answers) -> Option<usize> {
    let facts = replay(&TOY, answers);
    facts.path().find(|at| {
        let question = &TOY.questions[*at];
        let given = answers.intersection(question.all());
        given.is_empty() || given.intersects(question.unknown)
    })
}

/// The lowest and the highest level over all replacements of what is unknown, tried one by one.
fn tried(answers: Answers) -> (Level, Level) {
    let Some(at) = open(answers) else {
        return (floor(answers), floor(answers));
    };
    let question = &TOY.questions[at];
    choices(question)
        .into_iter()
        .filter(|answer| !answer.intersects(question.unknown))
        .map(|answer| tried(answers.difference(question.all()).union(answer)))
        .reduce(|(low, high), (lower, higher)| (low.min(lower), high.max(higher)))
        .expect("every question has a known answer")
}

#[test]
fn every_path_ends_and_asks_nothing_twice() {
    let all = every(&TOY);
    let distinct: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(distinct.len(), all.len(), "each way through is one set of answers");
    // How many ways there are after the danger question. There are four answers to when to come, and three to the place
    // before it. Of tea, hardly any sleep leaves the day unasked. Of the six other sets of drinks, and of not being sure:
    // when to come is asked only where the day is not. Many cups of coffee or cola with bad sleep leave the day unasked too.
    let no_day = 3 * 4;
    let tea = 3 * 4 * no_day + no_day;
    let few = 3 * 4 * 3 + no_day;
    let many = 2 * 4 * 3 + 2 * no_day;
    let ways = tea + 6 * (4 * few + many) + 5 * few;
    // A child has three answers on danger.
    assert_eq!(all.len(), 3 + 2 * 3 * ways);
    for answers in all {
        let facts = replay(&TOY, answers);
        assert_eq!(facts.next, None);
        assert!(facts.path().count() <= MOST);
        assert_eq!(facts.answers, answers, "every answer on the way counts");
    }
}

#[test]
fn an_answer_to_a_question_left_out_as_idle_would_change_nothing() {
    let mut left_out = 0;
    for answers in every(&TOY) {
        let facts = replay(&TOY, answers);
        let said = evaluate_rules(&TOY, answers);
        let room = facts.path().count() < MOST;
        for question in
            TOY.questions.iter().enumerate().filter(|(at, _)| !facts.asks(*at)).map(|(_, question)| question)
        {
            if room && question.visible_when.iter().all(|clause| clause.met(answers)) {
                left_out += 1;
                for choice in choices(question) {
                    let all = evaluate_rules(&TOY, answers.union(choice));
                    assert_eq!(
                        (all.floor, all.steps, all.add_ons),
                        (said.floor, said.steps, said.add_ons),
                        "{answers:?}"
                    );
                }
            }
        }
    }
    assert!(left_out > 0);
}

#[test]
fn the_range_is_exact() {
    for answers in every(&TOY) {
        let Range { low, high } = Range::of(&replay(&TOY, answers));
        assert_eq!((low, high), tried(answers), "{answers:?}");
        assert_eq!(low, floor(answers), "the suggestion is the low end");
    }
}

#[test]
fn a_more_serious_answer_never_lowers_the_level_or_takes_safety_away() {
    for answers in every(&TOY) {
        let serious = evaluate_rules(&TOY, answers);
        for at in replay(&TOY, answers).path() {
            let question = &TOY.questions[at];
            for milder in question.milder(answers) {
                let moved = answers.difference(question.all()).union(milder);
                let mild = evaluate_rules(&TOY, replay(&TOY, moved).answers);
                assert!(mild.floor <= serious.floor, "{answers:?} {moved:?}");
                assert!(Step::ALL.iter().all(|step| serious.has(*step) || !mild.has(*step)), "{answers:?} {moved:?}");
                assert!(
                    AddOn::SAFETY.intersection(mild.add_ons).iter().all(|add| serious.add_ons.has(add)),
                    "{answers:?} {moved:?}"
                );
            }
        }
    }
}

#[test]
fn certainty_follows_its_definitions() {
    for answers in every(&TOY) {
        let facts = replay(&TOY, answers);
        let (low, high) = tried(answers);
        // What can set the toy's level: see which questions its floors name.
        let setting: Vec<usize> = facts.path().filter(|at| [DRINKS, CUPS, SLEEP, DAY, PLACE].contains(at)).collect();
        let unknown = setting.iter().filter(|at| answers.intersects(TOY.questions[**at].unknown)).count();
        let wanted = match high as usize - low as usize {
            _ if 2 * unknown > setting.len() => Certainty::NotEnough,
            0 => Certainty::One,
            1 => Certainty::Two,
            _ if low > Level::Outpatient => Certainty::AtLeast,
            _ => Certainty::NotEnough,
        };
        assert_eq!(Certainty::of(&TOY, &facts), wanted, "{answers:?}");
    }
}

#[test]
fn reasons_are_causal() {
    for answers in every(&TOY) {
        let placement = evaluate_rules(&TOY, answers);
        let reasons = reasons(&TOY, answers, &placement);
        assert_eq!(reasons.len(), placement.fired.count_ones() as usize, "every rule that fired has its reason");
        for reason in reasons {
            assert!(
                answers.contains_all(reason.answers) && !reason.answers.is_empty(),
                "a reason quotes what was said"
            );
            // Without the answers that it quotes the rule does not fire.
            let without = answers.difference(reason.answers);
            assert!(reason.rule.when.iter().any(|clause| !clause.met(without)), "{} {answers:?}", reason.rule.id);
        }
    }
}

#[test]
fn what_would_change_the_level_is_true_when_tried() {
    for answers in every(&TOY) {
        let facts = replay(&TOY, answers);
        let level = floor(answers);
        let (moves, safety) = (counterfactuals(&TOY, &facts), Safety::of(&TOY, &facts));
        for to in &moves {
            let question = &TOY.questions[to.question];
            assert!(!to.answer.intersects(question.unknown) && choices(question).contains(&to.answer));
            assert_eq!(floor(answers.difference(question.all()).union(to.answer)), to.level);
            assert_ne!(to.level, level);
        }
        // Nothing is left out: where some known answer to a one-choice question that can set the level moves the level, a move says so.
        for at in facts.path().filter(|at| [CUPS, SLEEP, DAY, PLACE].contains(at)) {
            let question = &TOY.questions[at];
            let levels = question
                .all()
                .difference(question.unknown)
                .iter()
                .map(|option| floor(answers.difference(question.all()).union(OptionSet::single(option))));
            let levels: Vec<Level> = levels.collect();
            let says = |wanted: fn(&Level, &Level) -> bool| {
                moves.iter().any(|to| to.question == at && wanted(&to.level, &level))
            };
            // What may not be said although it is true: anything of sleep, and what safety holds down.
            let lever = !safety.holds && !answers.intersection(question.all()).intersects(safety.answers);
            let (lower, higher) = (levels.iter().any(|to| to < &level), levels.iter().any(|to| to > &level));
            assert_eq!(lower && lever && at != SLEEP, says(Level::lt), "{answers:?} {}", question.id);
            assert_eq!(higher && at != SLEEP, says(Level::gt), "{answers:?} {}", question.id);
        }
    }
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    for answers in every(&TOY).into_iter().step_by(7) {
        let bytes = |answers| serde_json::to_vec(&Outcome::of(&TOY, answers)).unwrap();
        assert_eq!(bytes(answers), bytes(answers));
    }
}
