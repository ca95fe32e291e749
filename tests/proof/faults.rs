//! The proof on trial: each promise is broken by hand, and has to be told as broken.

mod levers;

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use program_finder::content::QUESTIONNAIRE;
use program_finder::decision::Outcome;
use program_finder::engine::{
    Certainty, Clause, Counterfactual, Effect, Facts, Level, OptionSet, Order, Question, Questionnaire,
    QuestionsRemaining, Range, Rule, Step, evaluate_rules, moves_at, replay,
};

use crate::prove::prove_of;
use crate::study::{Engine, Study};
use crate::tables;
use crate::violation::Promise;

/// One of these options is chosen.
fn is(question: &str, options: &[&str]) -> Clause {
    let question = QUESTIONNAIRE.question(question).expect("a question of that name");
    let option = |id: &&str| question.option(id).expect("an option of that name");
    Clause { options: options.iter().map(option).fold(OptionSet::NONE, OptionSet::union), wanted: true }
}

fn leak<T>(all: Vec<T>) -> &'static [T] {
    Vec::leak(all)
}

type Tables = (Vec<Question<'static>>, Vec<Rule<'static>>);

/// The shipped tables with one change.
fn with(change: impl FnOnce(&mut Tables)) -> Questionnaire<'static> {
    let mut tables = (QUESTIONNAIRE.questions.to_vec(), QUESTIONNAIRE.rules.to_vec());
    change(&mut tables);
    Questionnaire::new("broken", leak(tables.0), leak(tables.1), QUESTIONNAIRE.max_questions)
}

/// The shipped tables with one rule changed.
fn with_rule(id: &str, change: impl FnOnce(&mut Rule<'static>)) -> Questionnaire<'static> {
    with(|(_, rules)| change(rules.iter_mut().find(|rule| rule.id == id).expect("a rule of that name")))
}

/// The shipped tables with one question changed.
fn with_question(id: &str, change: impl FnOnce(&mut Question<'static>)) -> Questionnaire<'static> {
    with(|(questions, _)| change(questions.iter_mut().find(|question| question.id == id).expect("a question")))
}

/// Tries to prove the promise, as far as it is about this question or rule where one is named, and expects to be told that
/// it is broken, with these words. What a fault does not touch is proven by the proof itself.
fn told(q: &Questionnaire, engine: Engine, promise: Promise, of: Option<&str>, words: &str) {
    let study = Study::new(q, engine, tables::emergencies(q));
    let Err(violation) = prove_of(&study, &[promise], of) else { panic!("{promise:?} is broken, and it is not told") };
    assert_eq!(violation.promise, promise, "{violation}");
    assert!(violation.to_string().contains(words), "`{words}` is not told: {violation}");
}

/// Tables that break the promise.
fn broken(q: &Questionnaire, promise: Promise, words: &str) {
    told(q, Engine::SHIPPED, promise, None, words);
}

/// Tables that break the promise of this question or rule.
fn broken_of(q: &Questionnaire, promise: Promise, of: &str, words: &str) {
    told(q, Engine::SHIPPED, promise, Some(of), words);
}

/// An engine that breaks the promise.
fn broken_engine(engine: Engine, promise: Promise, words: &str) {
    told(&QUESTIONNAIRE, engine, promise, None, words);
}

/// An engine that breaks the promise, of this question too.
fn broken_engine_of(engine: Engine, promise: Promise, of: &str, words: &str) {
    told(&QUESTIONNAIRE, engine, promise, Some(of), words);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_floor_dropped() {
    let q = with_rule("mind.nearly_always", |rule| rule.effect.floor = None);
    broken_of(&q, Promise::Monotone, "mind", "the more serious answer lowers the level from iop to outpatient");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_first_step_that_a_more_serious_answer_takes_away() {
    let q = with_rule("urgent.attempt", |rule| rule.when = leak(vec![is("suicide", &["attempt"])]));
    broken_of(&q, Promise::Monotone, "danger", "takes the first step `medical` away");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_safety_plan_that_a_more_serious_answer_takes_away() {
    let q = with_rule("suicide.attempt", |rule| rule.effect = Effect { floor: Some(Level::Php), ..NOTHING });
    let q = with(|(_, rules)| {
        *rules = q.rules.to_vec();
        let attempt = rules.iter_mut().find(|rule| rule.id == "urgent.attempt").expect("the rule");
        attempt.effect.add_ons = NOTHING.add_ons;
    });
    broken_of(&q, Promise::Monotone, "danger", "takes the add-on `safety_plan` away");
}

const NOTHING: Effect =
    Effect { floor: None, step: None, add_ons: program_finder::engine::AddOnSet::NONE, no_level: false };

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_emergency_option_removed() {
    let q = with_rule("emergency.being_hurt", |rule| rule.effect.step = None);
    broken(&q, Promise::Emergency, "being_hurt");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_emergency_for_no_emergency() {
    let q = with_rule("check.body", |rule| rule.effect.step = Some(Step::Emergency));
    broken(&q, Promise::Emergency, "needs_care");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_floor_on_an_unknown_answer() {
    let q = with_rule("mind.most_days", |rule| rule.when = leak(vec![is("mind", &["most_days", "unsure"])]));
    broken(&q, Promise::Range, "the range begins at iop");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_unknown_answer_counted_as_mild() {
    let q = with_question("home", |question| question.worst = question.mildest);
    broken(&q, Promise::Range, "the range ends at outpatient");
    let q = with_rule("mind.most_days", |rule| rule.when = leak(vec![is("mind", &["little", "most_days"])]));
    broken_of(&q, Promise::Unknown, "mind", "the unknown answer asks for outpatient, and the mildest for iop");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_range_that_is_too_narrow_or_too_wide() {
    let narrow = |facts: &Facts| Range { low: facts.placement.floor, high: facts.placement.floor };
    broken_engine(Engine { range: narrow, ..Engine::SHIPPED }, Promise::Range, "the range ends at");
    let low = |facts: &Facts| Range { low: Level::Outpatient, high: facts.max_level };
    broken_engine(Engine { range: low, ..Engine::SHIPPED }, Promise::Range, "the range begins at outpatient");
    let wide = |facts: &Facts| Range { low: facts.placement.floor, high: Level::DayAndNight };
    broken_engine(Engine { range: wide, ..Engine::SHIPPED }, Promise::Range, "the range ends at day_and_night");
}

/// Asks by other tables than it places by.
fn asks_by(tables: &Questionnaire<'static>, answers: OptionSet) -> Facts {
    let mut facts = replay(tables, answers);
    facts.placement = evaluate_rules(&QUESTIONNAIRE, facts.answers);
    facts.max_level = facts.max_level.max(facts.placement.floor);
    facts
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_question_skipped_that_matters() {
    fn skips(_: &Questionnaire, answers: OptionSet) -> Facts {
        static FEWER: LazyLock<Questionnaire> =
            LazyLock::new(|| with_rule("add.discharge", |rule| rule.effect.add_ons = NOTHING.add_ons));
        asks_by(&FEWER, answers)
    }
    broken_engine(Engine { replay: skips, ..Engine::SHIPPED }, Promise::Missed, "a question left out would have");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_limit_that_cuts_off_what_matters() {
    let q = Questionnaire::new("broken", QUESTIONNAIRE.questions, QUESTIONNAIRE.rules, 11);
    broken(&q, Promise::Missed, "a question left out would have");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_question_asked_in_vain() {
    fn more(_: &Questionnaire, answers: OptionSet) -> Facts {
        static MORE: LazyLock<Questionnaire> = LazyLock::new(|| {
            with_rule("tried.weekly_mind", |rule| {
                rule.when = leak(vec![is("after", &["not_enough"])]);
                rule.effect = Effect { step: Some(Step::Check), ..NOTHING };
            })
        });
        asks_by(&MORE, answers)
    }
    broken_engine_of(
        Engine { replay: more, ..Engine::SHIPPED },
        Promise::Wasted,
        "after",
        "`after` is asked, and no answer",
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_answer_to_a_question_that_is_not_asked() {
    fn counts_all(q: &Questionnaire, answers: OptionSet) -> Facts {
        let mut facts = replay(q, answers);
        facts.placement = evaluate_rules(q, answers);
        facts
    }
    broken_engine(Engine { replay: counts_all, ..Engine::SHIPPED }, Promise::Stale, "that is not asked has an effect");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_path_that_goes_in_a_circle() {
    fn again(q: &Questionnaire, answers: OptionSet) -> Facts {
        let mut facts = replay(q, answers);
        if facts.answers.intersects(is("home", &["unsafe"]).options) {
            facts.next = Some(0);
        }
        facts
    }
    broken_engine(Engine { replay: again, ..Engine::SHIPPED }, Promise::Ends, "unsafe");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_rule_that_nobody_reaches() {
    let q =
        with_rule("tried.weekly", |rule| rule.when = leak(vec![is("after", &["better"]), is("after", &["came_back"])]));
    broken(&q, Promise::Reached, "no answers lead to rule `tried.weekly`");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_reason_that_is_not_causal() {
    fn quotes_all(q: &Questionnaire, facts: &Facts) -> Vec<(usize, OptionSet)> {
        let fired = (0..q.rules.len()).filter(|at| facts.placement.fired >> at & 1 == 1);
        let read = |rule: &Rule| rule.when.iter().fold(OptionSet::NONE, |all, clause| all.union(clause.options));
        fired.map(|at| (at, read(&q.rules[at]).intersection(facts.answers))).collect()
    }
    broken_engine(Engine { quotes: quotes_all, ..Engine::SHIPPED }, Promise::Causal, "at its mildest");
    let q = with_rule("mind.some", |rule| rule.when = leak(vec![is("mind", &["little", "some"])]));
    broken_of(&q, Promise::Causal, "mind.some", "the reason `mind.some` quotes what was not said");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn what_if_that_is_not_true_not_nearest_or_not_all() {
    fn untrue(q: &Questionnaire, facts: &Facts, at: usize) -> Vec<Counterfactual> {
        moves_at(q, facts, at)
            .into_iter()
            .map(|to| Counterfactual { level: Level::DayAndNight.max(to.level), ..to })
            .collect()
    }
    broken_engine_of(Engine { moves_at: untrue, ..Engine::SHIPPED }, Promise::Moves, "use", "is not true when tried");
    fn farthest(q: &Questionnaire, facts: &Facts, at: usize) -> Vec<Counterfactual> {
        let far = |to: Counterfactual| {
            let question = &q.questions[to.question];
            let level = replay(q, facts.answers.difference(question.all()).union(question.worst)).placement.floor;
            if to.level > facts.placement.floor { Counterfactual { answer: question.worst, level, ..to } } else { to }
        };
        moves_at(q, facts, at).into_iter().map(far).collect()
    }
    broken_engine_of(Engine { moves_at: farthest, ..Engine::SHIPPED }, Promise::Moves, "use", "a nearer answer");
    fn fewer(q: &Questionnaire, facts: &Facts, at: usize) -> Vec<Counterfactual> {
        moves_at(q, facts, at).into_iter().skip(1).collect()
    }
    broken_engine_of(Engine { moves_at: fewer, ..Engine::SHIPPED }, Promise::Moves, "use", "is missing");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn two_levels_said_to_be_one() {
    fn sure(q: &Questionnaire, facts: &Facts) -> Certainty {
        match Certainty::of(q, facts) {
            Certainty::Two => Certainty::One,
            other => other,
        }
    }
    broken_engine(Engine { certainty: sure, ..Engine::SHIPPED }, Promise::Certainty, "is Two");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_unknown_answer_said_to_have_held_the_level_down() {
    fn all(q: &Questionnaire, facts: &Facts) -> Vec<usize> {
        let known = |at: &usize| q.questions[*at].order == Order::Scale;
        facts.path().filter(known).collect()
    }
    broken_engine(Engine { protective_answers: all, ..Engine::SHIPPED }, Promise::Held, "held the level down");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_number_of_questions_left_that_is_far_off() {
    fn one_less(q: &Questionnaire, answers: OptionSet, index: usize) -> QuestionsRemaining {
        match QuestionsRemaining::of(q, answers, index) {
            QuestionsRemaining::About(count) => QuestionsRemaining::About(count - 1),
            other => other,
        }
    }
    broken_engine(Engine { left: one_less, ..Engine::SHIPPED }, Promise::Left, "questions can come");
    fn hopeful(q: &Questionnaire, answers: OptionSet, index: usize) -> QuestionsRemaining {
        match QuestionsRemaining::of(q, answers, index) {
            QuestionsRemaining::AtMost(count) => QuestionsRemaining::AtMost(count - 3),
            other => other,
        }
    }
    broken_engine(Engine { left: hopeful, ..Engine::SHIPPED }, Promise::Left, "AtMost");
    fn never_last(q: &Questionnaire, answers: OptionSet, index: usize) -> QuestionsRemaining {
        match QuestionsRemaining::of(q, answers, index) {
            QuestionsRemaining::Last => QuestionsRemaining::About(1),
            other => other,
        }
    }
    broken_engine(Engine { left: never_last, ..Engine::SHIPPED }, Promise::Left, "1 to 1 questions");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_rule_that_listens_to_who_is_speaking() {
    let q = with_rule("mind.most_days", |rule| rule.when = leak(vec![rule.when[0], is("who", &["me"])]));
    broken(&q, Promise::Voices, "two wordings lead to different results");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_outcome_that_is_not_the_same_twice() {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    fn counting(q: &Questionnaire, answers: OptionSet) -> String {
        let rules = format!("{} ({})", q.version, CALLS.fetch_add(1, Ordering::Relaxed) / 1000);
        serde_json::to_string(&Outcome { rules, ..Outcome::of(q, answers) }).expect("an outcome can be written")
    }
    broken_engine(Engine { outcome: counting, ..Engine::SHIPPED }, Promise::Same, "the same bytes");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn an_engine_that_reads_more_than_the_clauses() {
    fn nosy(q: &Questionnaire, answers: OptionSet) -> Facts {
        // Whether it is three substances, or two: no rule asks that.
        let substances = answers.intersection(is("substances", &["cannabis", "stimulants", "other"]).options);
        replay(q, if substances.len() == 3 { answers.difference(is("home", &["unsafe"]).options) } else { answers })
    }
    broken_engine(Engine { replay: nosy, ..Engine::SHIPPED }, Promise::Merged, "");
}

/// Without some answers, whatever rule reads them.
fn without(answers: OptionSet, question: &str) -> OptionSet {
    answers.difference(QUESTIONNAIRE.question(question).expect("a question of that name").all())
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_hidden_question_counted_as_mild() {
    // Whoever does not know which care there was is not asked about it, and so cannot tell either.
    fn hides(q: &Questionnaire, answers: OptionSet) -> Facts {
        let mut facts = replay(q, answers);
        if facts.answers.intersects(is("care", &["unsure", "skip"]).options) {
            facts.max_level = replay(q, without(answers, "care").union(is("care", &["none"]).options)).max_level;
        }
        facts
    }
    broken_engine(Engine { replay: hides, ..Engine::SHIPPED }, Promise::Range, "the range ends at");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_rule_that_hears_how_often_in_one_of_the_two_ways() {
    let q = with_rule("use.daily", |rule| rule.when = leak(vec![rule.when[0], is("heavy", &["daily"])]));
    broken_of(&q, Promise::Monotone, "concern", "the more serious answer lowers the level from iop to outpatient");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow where it is not optimized")]
fn a_check_that_an_unknown_answer_removes() {
    for (rule, clause, question) in [("check.daily", 1, "use"), ("check.weekly", 2, "withdrawal")] {
        let q = with_rule(rule, |rule| {
            let mut when = rule.when.to_vec();
            when[clause].options = when[clause].options.difference(is(question, &["unsure"]).options);
            rule.when = leak(when);
        });
        broken_of(
            &q,
            Promise::Checks,
            question,
            &format!("an unknown answer to `{question}` removes the medical check"),
        );
    }
}
