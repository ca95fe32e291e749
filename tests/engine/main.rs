//! The engine on a toy questionnaire small enough to count all its answers: each promise by example here, over every
//! set of answers in `promises`, and the faults that its check finds in `faults`. `needless` has small tables of its own,
//! `random` drawn ones, and `totals` counts over the shipped one.

#[path = "../support/dice.rs"]
#[allow(dead_code, reason = "each test rolls in its own way")]
mod dice;
mod faults;
mod needless;
mod promises;
mod random;
mod totals;
mod toy;

use program_finder::decision::Outcome;
use program_finder::engine::{
    AddOn, AddOnSet, Answers, Certainty, Clause, Effect, Level, OptionSet, Order, Placement, Question, Questionnaire,
    Range, Rule, Safety, Step, asks_about_safety, counterfactuals, evaluate_rules, protective_answers, reasons, replay,
    rests_on, settles,
};
use toy::*;

fn placed(answers: Answers) -> Placement {
    evaluate_rules(&TOY, replay(&TOY, answers).answers)
}

fn certainty(answers: Answers) -> Certainty {
    Certainty::of(&TOY, &replay(&TOY, answers))
}

fn path(answers: Answers) -> Vec<&'static str> {
    replay(&TOY, answers).path().map(|index| TOY.questions[index].id).collect()
}

#[test]
fn conditions_decide_which_questions_are_asked() {
    assert_eq!(path(MILD), ["who", "danger", "drinks", "sleep", "day", "place", "when"]);
    assert_eq!(path(set(&[CHILD, SAFE])), ["who", "danger"]);
    assert!(path(but(MILD, &[COFFEE, TEA])).contains(&"cups"));
    assert!(path(but(MILD, &[DRINKS_UNSURE])).contains(&"cups"), "unsure asks what it could stand for");
}

#[test]
fn no_more_questions_are_asked_than_allowed_and_the_last_give_way() {
    let longest = but(MILD, &[COFFEE, CUPS_SOME]);
    assert_eq!(path(longest), ["who", "danger", "drinks", "cups", "sleep", "day", "place"]);
    assert_eq!(path(longest).len(), MOST);
}

#[test]
fn a_question_that_could_change_nothing_is_not_asked() {
    let already_php = but(MILD, &[SLEEP_HARDLY]);
    assert!(!path(already_php).contains(&"day"), "the worst day asks for PHP, which is asked for already");
    assert!(path(already_php).contains(&"place"), "a loud place would still ask for more");
    assert!(path(but(MILD, &[SLEEP_BADLY])).contains(&"day"));
}

#[test]
fn a_question_matters_that_brings_about_another_one() {
    // The rule reads the second and the third question; the first only decides whether the third is asked.
    let when = [is(&[2]), is(&[4])];
    let asked = [is(&[0])];
    let questions = [("a", 0), ("b", 2), ("c", 4)].map(|(id, first)| Question::new(id, first, &["yes", "no"]));
    let questions = [questions[0], questions[1], questions[2].visible_when(&asked)];
    let rules = [Rule { when: &when, ..RULES[2] }];
    let q = Questionnaire::new("gates", &questions, &rules, 3);
    assert_eq!(replay(&q, OptionSet::NONE).next, Some(0));
    assert_eq!(replay(&q, set(&[0])).next, Some(1));
    assert_eq!(replay(&q, set(&[0, 2])).next, Some(2));
    assert_eq!(replay(&q, set(&[0, 3])).next, None, "the rule is lost");
}

#[test]
fn a_question_matters_whose_answer_narrows_what_an_unknown_one_leaves_open() {
    let when = [is(&[1]), is(&[4])];
    let questions = [Question::new("a", 0, &["no", "yes", "unsure"]), Question::new("b", 3, &["no", "yes"])];
    let rules = [Rule { when: &when, ..RULES[2] }];
    let q = Questionnaire::new("narrows", &questions, &rules, 2);
    let high = |answers| Range::of(&replay(&q, answers)).high;
    assert_eq!(replay(&q, set(&[0])).next, None);
    assert_eq!(replay(&q, set(&[2])).next, Some(1), "the level stays, but how sure it is depends on it");
    assert_eq!((high(set(&[2, 3])), high(set(&[2, 4]))), (Level::Outpatient, Level::Iop));
    // An unknown answer that could be enough by itself leaves the question as open as it was.
    let when = [is(&[1, 4])];
    let rules = [Rule { when: &when, ..RULES[2] }];
    let q = Questionnaire::new("enough", &questions, &rules, 2);
    assert_eq!(replay(&q, set(&[2])).next, Some(1), "the other may yet be known to be enough");
    assert_eq!(replay(&q, set(&[1])).next, None);
}

#[test]
fn the_position_is_the_first_question_without_an_answer() {
    assert_eq!(replay(&TOY, OptionSet::NONE).next, Some(0));
    assert_eq!(replay(&TOY, set(&[ME])).next, Some(1));
    assert_eq!(replay(&TOY, set(&[ME, SAFE, COFFEE])).next, Some(CUPS));
    assert_eq!(replay(&TOY, set(&[ME, SAFE, TEA])).next, Some(SLEEP), "a question that is not asked is passed over");
    assert_eq!(replay(&TOY, but(MILD, &[COFFEE])).next, Some(CUPS), "a hole is found wherever it is");
    assert_eq!(replay(&TOY, MILD).next, None);
    assert_eq!(replay(&TOY, set(&[CHILD, SAFE])).next, None);
}

#[test]
fn a_changed_early_answer_keeps_the_later_ones() {
    let before = but(MILD, &[SLEEP_BADLY, DAY_SLOW]);
    let after = replay(&TOY, but(before, &[COFFEE]));
    assert_eq!(after.next, Some(CUPS), "only the question that is new is open");
    assert!(after.answers.contains_all(set(&[ME, SAFE, COFFEE, SLEEP_BADLY, DAY_SLOW, QUIET])));
    let there_and_back = but(but(before, &[COFFEE, CUPS_MANY]), &[TEA]);
    assert_eq!(replay(&TOY, there_and_back).answers, replay(&TOY, before).answers);
    assert!(replay(&TOY, but(there_and_back, &[COFFEE])).answers.intersects(set(&[CUPS_MANY])), "and it is not lost");
}

#[test]
fn answers_to_questions_no_longer_asked_have_no_effect() {
    let stale = but(MILD, &[COFFEE, CUPS_MANY]);
    assert_eq!(placed(stale).floor, Level::Iop);
    let changed = but(stale, &[TEA]);
    assert!(changed.intersects(set(&[CUPS_MANY])), "the answer is still there");
    assert_eq!(Outcome::of(&TOY, changed), Outcome::of(&TOY, MILD));
    for answers in every(&TOY) {
        let asked = replay(&TOY, answers).path().fold(OptionSet::NONE, |all, at| all.union(TOY.questions[at].all()));
        // Every option of every question that is not asked, all at once: the worst that could be left over.
        let littered = answers.union(OptionSet::range(0, ANY + 1).difference(asked));
        assert_eq!(Outcome::of(&TOY, littered), Outcome::of(&TOY, answers));
    }
}

#[test]
fn an_unknown_answer_fires_only_rules_that_name_it() {
    let unknown = placed(but(MILD, &[COFFEE, CUPS_SKIP]));
    assert_eq!((unknown.floor, unknown.has(Step::Check)), (Level::Outpatient, true));
    assert_eq!(placed(but(MILD, &[SLEEP_UNSURE])).fired, 0);
    // What is drunk is unknown: the floor on coffee or cola is not met, though cups are known to be many.
    let many_of_something = placed(but(MILD, &[DRINKS_UNSURE, CUPS_MANY]));
    assert_eq!((many_of_something.floor, many_of_something.has(Step::Check)), (Level::Outpatient, true));
    assert!(placed(but(MILD, &[DANGER_SKIP])).add_ons.has(AddOn::SafetyPlan), "not telling is not no");
}

#[test]
fn a_question_not_answered_yet_counts_as_unknown() {
    let open = replay(&TOY, set(&[ME, SAFE, COFFEE]));
    assert!(open.answers.contains_all(set(&[CUPS_UNSURE, CUPS_SKIP, SLEEP_UNSURE])));
    assert!(evaluate_rules(&TOY, open.answers).has(Step::Check));
    assert_eq!(Range::of(&open), Range { low: Level::Outpatient, high: Level::DayAndNight });
}

#[test]
fn the_level_is_the_highest_floor_and_everything_else_adds_up() {
    let answers = but(MILD, &[COFFEE, CUPS_MANY, SLEEP_HARDLY]);
    let placement = placed(answers);
    let fired: Vec<&str> = TOY.fired(placement.fired).map(|rule| rule.id).collect();
    assert_eq!(fired, ["check.cups", "cups", "sleep.hardly", "cups_and_sleep"]);
    assert_eq!(placement.level(), Some(Level::Php));
    assert!(placement.has(Step::Check) && placement.has(Step::Medical) && !placement.has(Step::Emergency));
    assert_eq!(placement.add_ons.iter().collect::<Vec<_>>(), [AddOn::DualDiagnosis]);
}

#[test]
fn a_rule_that_waits_for_a_level_fires_only_once_it_is_reached() {
    let quiet = but(MILD, &[SLEEP_HARDLY]);
    assert_eq!(placed(but(MILD, &[LOUD])).floor, Level::Outpatient);
    assert_eq!(placed(but(MILD, &[LOUD, SLEEP_BADLY])).floor, Level::Iop, "not by a level below the one waited for");
    assert_eq!(placed(quiet).floor, Level::Php);
    assert_eq!(placed(but(quiet, &[LOUD])).floor, Level::DayAndNight);
    assert!(placed(but(MILD, &[LOUD])).add_ons.has(AddOn::Housing), "what does not wait is there at any level");
}

#[test]
fn no_level_means_none_whatever_else_fires() {
    let child = Outcome::of(&TOY, set(&[CHILD, FIRE]));
    assert_eq!((child.level, child.range, child.certainty), (None, None, None));
    assert_eq!(child.first_steps, [Step::Emergency], "a first step is never lost");
    assert!(child.held_down_by.is_empty() && child.would_change.is_empty());
}

#[test]
fn the_range_is_what_the_unknown_answers_leave_open() {
    let range = |answers| {
        let Range { low, high } = Range::of(&replay(&TOY, answers));
        (low, high)
    };
    assert_eq!(range(MILD), (Level::Outpatient, Level::Outpatient));
    assert_eq!(range(but(MILD, &[COFFEE, CUPS_SKIP])), (Level::Outpatient, Level::Iop));
    assert_eq!(range(but(MILD, &[COFFEE, CUPS_SKIP, SLEEP_BADLY])), (Level::Iop, Level::Php), "together they do more");
    assert_eq!(range(but(MILD, &[PLACE_UNSURE])), (Level::Outpatient, Level::Outpatient));
    assert_eq!(range(but(MILD, &[PLACE_UNSURE, DAY_LOST])), (Level::Php, Level::DayAndNight));
    assert_eq!(range(but(MILD, &[DRINKS_UNSURE, CUPS_MANY])), (Level::Outpatient, Level::Iop));
}

#[test]
fn certainty_has_four_states() {
    assert_eq!(certainty(MILD), Certainty::One);
    assert_eq!(certainty(but(MILD, &[SLEEP_BADLY])), Certainty::One, "though one answer alone holds it");
    assert_eq!(certainty(but(MILD, &[COFFEE, CUPS_SKIP])), Certainty::Two, "two neighboring levels");
    assert_eq!(certainty(but(MILD, &[DAY_SKIP])), Certainty::NotEnough, "outpatient to PHP is too wide");
    let wide = but(MILD, &[SLEEP_BADLY, DAY_SKIP, PLACE_UNSURE]);
    assert_eq!(Range::of(&replay(&TOY, wide)), Range { low: Level::Iop, high: Level::DayAndNight });
    assert_eq!(certainty(wide), Certainty::AtLeast, "as wide, and not less than IOP");
    // Cups, sleep, the day, the place and what is drunk set the level. Three of five unknown is too much to
    // suggest anything, even where the range is narrow.
    let known_worst = but(MILD, &[DRINKS_UNSURE, CUPS_SKIP, DAY_LOST, SLEEP_UNSURE]);
    assert_eq!(Range::of(&replay(&TOY, known_worst)), Range { low: Level::Php, high: Level::Php });
    assert_eq!(certainty(known_worst), Certainty::NotEnough);
    assert_eq!(certainty(but(known_worst, &[COFFEE])), Certainty::One, "two of five is not");
    for state in Certainty::ALL {
        assert_eq!(serde_json::to_value(state).unwrap(), state.id(), "one name");
    }
}

/// Places of questions by name.
fn names(indices: Vec<usize>) -> Vec<&'static str> {
    indices.into_iter().map(|index| TOY.questions[index].id).collect()
}

#[test]
fn a_question_that_only_an_unknown_answer_hides_is_unknown_too() {
    // Whether the second question is asked hangs on the first.
    let asked = [is(&[1])];
    let when = [is(&[4])];
    let questions =
        [Question::new("a", 0, &["no", "yes", "unsure"]), Question::new("b", 3, &["no", "yes"]).visible_when(&asked)];
    let rules = [Rule { when: &when, ..RULES[2] }];
    let q = Questionnaire::new("hides", &questions, &rules, 2);
    let high = |answers| Range::of(&replay(&q, set(answers))).high;
    assert_eq!(replay(&q, set(&[2])).next, None, "nobody who is not sure is asked");
    assert_eq!((high(&[0]), high(&[1, 3]), high(&[1, 4])), (Level::Outpatient, Level::Outpatient, Level::Iop));
    assert_eq!(high(&[2]), Level::Iop, "what is hidden may be as serious as it can be");
}

#[test]
fn the_level_rests_on_one_answer_on_several_together_or_on_none_alone() {
    let rests = |answers| names(rests_on(&TOY, &replay(&TOY, answers)));
    assert_eq!(rests(MILD), [""; 0]);
    assert_eq!(rests(but(MILD, &[DAY_SLOW])), ["day"]);
    assert_eq!(rests(but(MILD, &[COFFEE, CUPS_MANY])), [""; 0], "they brought a check, and are left out");
    assert_eq!(rests(but(MILD, &[DAY_LOST, LOUD])), ["day", "place"], "these together");
    assert_eq!(rests(but(MILD, &[DAY_SLOW, SLEEP_BADLY])), [""; 0], "each is enough by itself");
    assert_eq!(rests(but(MILD, &[SLEEP_BADLY])), [""; 0], "sleep is about safety here: hardly any is a first step");
}

#[test]
fn one_answer_would_settle_it_where_each_known_one_leaves_one_level() {
    let settled = |answers| names(settles(&TOY, &replay(&TOY, answers)));
    assert_eq!(settled(MILD), [""; 0]);
    assert_eq!(settled(but(MILD, &[COFFEE, CUPS_SKIP])), ["cups"]);
    assert_eq!(settled(but(MILD, &[DAY_SKIP])), ["day"]);
    assert_eq!(settled(but(MILD, &[COFFEE, CUPS_SKIP, DAY_SKIP])), [""; 0], "two are open, and one is not enough");
    assert_eq!(settled(but(MILD, &[SLEEP_UNSURE])), [""; 0], "nobody is asked again about safety");
}

#[test]
fn safety_answers_are_no_levers() {
    let says = |answers| {
        let moves = counterfactuals(&TOY, &replay(&TOY, answers));
        moves.into_iter().map(|to| (TOY.questions[to.question].id, to.level)).collect::<Vec<_>>()
    };
    let safety = |answers| Safety::of(&TOY, &replay(&TOY, answers));
    assert!((0..TOY.questions.len()).filter(|at| asks_about_safety(&TOY, *at)).eq([1, SLEEP]), "danger, and sleep");
    // A day that is lost is a lever, as long as it is the day that holds the level.
    assert_eq!(says(but(MILD, &[DAY_LOST])), [("day", Level::Iop), ("place", Level::DayAndNight)]);
    let both = but(MILD, &[SLEEP_HARDLY, LOUD]);
    assert_eq!((safety(both).answers, safety(both).holds), (set(&[SLEEP_HARDLY]), false), "the place holds it");
    assert_eq!(says(both), [("place", Level::Php)]);
    let holds = but(MILD, &[SLEEP_HARDLY]);
    assert!(safety(holds).holds);
    assert_eq!(says(holds), [("place", Level::DayAndNight)], "more is said, and nothing lower");
    // Many cups bring a check: so they are no lever either.
    let cups = but(MILD, &[COFFEE, CUPS_MANY]);
    assert_eq!((safety(cups).answers, safety(cups).holds), (set(&[COFFEE, CUPS_MANY]), true));
    assert_eq!(says(cups), [("day", Level::Php)]);
}

#[test]
fn reasons_name_the_answers_and_come_with_what_holds_the_level_first() {
    let facts = replay(&TOY, but(MILD, &[COFFEE, COLA, CUPS_MANY, DAY_LOST]));
    let placement = evaluate_rules(&TOY, facts.answers);
    let reasons = reasons(&TOY, facts.answers, &placement);
    let ids: Vec<_> = reasons.iter().map(|reason| (reason.rule.id, reason.holds)).collect();
    assert_eq!(ids, [("day.lost", true), ("check.cups", false), ("cups", false)]);
    assert_eq!(reasons[2].answers, set(&[COFFEE, COLA, CUPS_MANY]));
}

#[test]
fn held_names_the_questions_with_the_mildest_answer() {
    let held = |answers| names(protective_answers(&TOY, &replay(&TOY, answers)));
    // Not danger and sleep, which are about safety, and not what is drunk: something is.
    assert_eq!(held(but(MILD, &[COFFEE, CUPS_NONE])), ["cups", "day", "place"]);
    assert_eq!(held(but(MILD, &[LOUD, DAY_SLOW])), [""; 0]);
}

#[test]
fn milder_follows_the_order_of_each_question() {
    let question = |index: usize| &QUESTIONS[index];
    assert_eq!(question(CUPS).milder(set(&[CUPS_MANY])), [set(&[CUPS_SOME])]);
    assert!(question(CUPS).milder(set(&[CUPS_NONE])).is_empty());
    assert!(question(CUPS).milder(set(&[CUPS_SKIP])).is_empty(), "an unknown answer has no neighbor");
    assert_eq!(question(DAY).milder(set(&[DAY_LOST])), [set(&[DAY_FINE])], "past the one it is not compared with");
    assert_eq!(question(DRINKS).milder(set(&[TEA, COLA])), [set(&[COLA]), set(&[TEA])]);
    assert!(question(DRINKS).milder(set(&[COLA])).is_empty(), "something is drunk");
    assert_eq!(question(1).milder(set(&[FIRE])), [set(&[SAFE])]);
    assert!(question(0).milder(set(&[TEEN])).is_empty() && question(WHEN).milder(set(&[ANY])).is_empty());
}

#[test]
fn a_new_question_reads_its_unknown_and_lone_options_from_their_names() {
    let scale = Question::new("q", 40, &["a", "b", "unsure", "skip"]);
    assert_eq!((scale.unknown, scale.mildest, scale.worst), (set(&[42, 43]), set(&[40]), set(&[41])));
    assert_eq!((scale.many, scale.order, scale.exclusive), (false, Order::Scale, scale.all()));
    let many = Question::new("q", 40, &["a", "none", "any", "skip"]).many();
    assert_eq!((many.many, many.order, many.exclusive), (true, Order::Together, set(&[41, 42, 43])));
}

#[test]
fn outcome_says_it_all_by_public_names() {
    let outcome = Outcome::of(&TOY, but(MILD, &[TEEN, COFFEE, CUPS_SKIP, SLEEP_HARDLY, LOUD]));
    let said = serde_json::to_value(&outcome).unwrap();
    let wanted = serde_json::json!({
        "rules": "toy 1",
        "path": ["who", "danger", "drinks", "cups", "sleep", "place", "when"],
        "next": null,
        "first_steps": ["medical", "check"],
        "level": "day_and_night",
        "range": { "low": "day_and_night", "high": "day_and_night" },
        "certainty": "one",
        "add_ons": ["dual_diagnosis", "housing"],
        "fired": [
            { "rule": "loud_php", "floor": "day_and_night", "step": null, "add_ons": [],
              "because": [{ "question": "place", "answer": ["loud"] }], "sources": ["toy"] },
            { "rule": "check.cups", "floor": null, "step": "check", "add_ons": [],
              "because": [{ "question": "drinks", "answer": ["coffee"] }, { "question": "cups", "answer": ["skip"] }],
              "sources": ["toy"] },
            { "rule": "sleep.hardly", "floor": "php", "step": "medical", "add_ons": ["dual_diagnosis"],
              "because": [{ "question": "sleep", "answer": ["hardly"] }], "sources": ["toy"] },
            { "rule": "loud", "floor": null, "step": null, "add_ons": ["housing"],
              "because": [{ "question": "place", "answer": ["loud"] }], "sources": ["toy"] },
        ],
        "held_down_by": [],
        "rests_on": ["place"],
        "safety_holds": false,
        "settled_by": [],
        "would_change": [
            { "question": "place", "answer": ["quiet"], "level": "php" },
        ],
    });
    assert_eq!(said, wanted);
}

#[test]
fn the_nearest_of_several_choices_has_one_more_or_one_less() {
    let questions = [Question::new("which", 0, &["a", "b", "c"]).many()];
    let when = [is(&[1])];
    let rules = [Rule { when: &when, ..RULES[3] }];
    let q = Questionnaire::new("choices", &questions, &rules, 1);
    let nearest = |given: &[usize]| {
        counterfactuals(&q, &replay(&q, set(given)))
            .into_iter()
            .map(|change| (change.answer, change.level))
            .collect::<Vec<_>>()
    };
    assert_eq!(nearest(&[0]), [(set(&[0, 1]), Level::Iop)]);
    assert_eq!(nearest(&[0, 1]), [(set(&[0]), Level::Outpatient)]);
    assert_eq!(nearest(&[1, 2]), [(set(&[2]), Level::Outpatient)]);
}

/// The toy with one more rule, which asks for aftercare.
fn with_aftercare(when: &'static [Clause], within: Level) -> Questionnaire<'static> {
    let effect = Effect { add_ons: AddOnSet::NONE.with(AddOn::Aftercare), ..RULES[8].effect };
    let mut rules = RULES.to_vec();
    rules.push(Rule { id: "aftercare", when, max_level: within, effect, ..RULES[8] });
    Questionnaire::new("with aftercare", &QUESTIONS, Vec::leak(rules), MOST)
}

fn asks_for_aftercare(q: &Questionnaire, answers: Answers) -> bool {
    let facts = replay(q, answers);
    assert_eq!(facts.placement, evaluate_rules(q, facts.answers), "on the way and at the end the same rules fire");
    facts.placement.add_ons.has(AddOn::Aftercare)
}

#[test]
fn a_rule_that_holds_up_to_a_level_waits_for_the_last_answer() {
    let q = with_aftercare(const { &[is(&[SLEEP_WELL])] }, Level::Outpatient);
    assert!(asks_for_aftercare(&q, MILD));
    assert!(!asks_for_aftercare(&q, but(MILD, &[DAY_LOST])), "a later answer asks for more");
    assert!(!asks_for_aftercare(&q, but(MILD, &[SLEEP_BADLY])));
    let q = with_aftercare(const { &[is(&[SLEEP_WELL])] }, Level::Iop);
    assert!(asks_for_aftercare(&q, but(MILD, &[DAY_SLOW])));
    assert!(!asks_for_aftercare(&q, but(MILD, &[DAY_LOST])));
}

#[test]
fn a_rule_on_what_was_not_said_fires_where_it_was_not() {
    let q = with_aftercare(const { &[is_not(&[SLEEP_BADLY, SLEEP_HARDLY]), is_not(&[LOUD])] }, Level::DayAndNight);
    assert!(asks_for_aftercare(&q, MILD));
    assert!(!asks_for_aftercare(&q, but(MILD, &[LOUD])));
    assert!(!asks_for_aftercare(&q, but(MILD, &[SLEEP_BADLY])));
}
