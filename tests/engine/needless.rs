//! Which questions are asked: each while it can still change something. Small tables, one for each way in which the
//! others may already have said all that there is to say.

use program_finder::engine::{
    AddOn, AddOnSet, Answers, Clause, Effect, Fault, Level, OptionSet, Order, Question, Questionnaire, Rule, check,
    replay,
};

use super::toy::{RULES, is, is_not, set};

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

/// A yes-or-no question, asked where all of these hold.
fn question(index: usize, asked: &'static [Clause]) -> Question<'static> {
    Question::new(NAMES[index], no(index), &["no", "yes"]).visible_when(asked)
}

const fn no(index: usize) -> usize {
    2 * index
}
const fn yes(index: usize) -> usize {
    2 * index + 1
}

fn rule(index: usize, when: &'static [Clause], effect: Effect) -> Rule<'static> {
    Rule { id: NAMES[index], when, effect, ..RULES[8] }
}

fn adds(add: AddOn) -> Effect {
    Effect { add_ons: AddOnSet::NONE.with(add), ..RULES[8].effect }
}

/// What is asked of somebody who answers these, and no to everything else.
fn asked(questions: &[Question], rules: &[Rule], said: &[usize]) -> String {
    let q = Questionnaire::new("needless", questions, rules, questions.len());
    let said = set(said);
    let answered =
        |question: &Question| if question.all().intersects(said) { said } else { OptionSet::single(question.first) };
    let answers: Answers = questions.iter().fold(said, |all, question| all.union(answered(question)));
    replay(&q, answers).path().map(|index| questions[index].id).collect()
}

#[test]
fn a_question_that_a_rule_reads_matters_though_the_next_one_waits_for_it_too() {
    // The rule and the question that look at `a` stand at the same place of their tables.
    let questions = [question(0, &[]), question(1, const { &[is(&[yes(0)])] })];
    let housing = rule(0, const { &[is(&[yes(1)])] }, adds(AddOn::Housing));
    let family = rule(1, const { &[is(&[yes(0)])] }, adds(AddOn::Family));
    assert_eq!(asked(&questions, &[housing, family], &[]), "a");
    assert_eq!(asked(&questions, &[housing, family], &[yes(0)]), "ab");
}

#[test]
fn once_no_level_is_suggested_a_question_that_comes_to_the_same_is_not_asked() {
    let questions = [question(0, &[]), question(1, &[])];
    let none = Effect { no_level: true, add_ons: AddOnSet::NONE, ..RULES[8].effect };
    let rules = [rule(0, const { &[is(&[yes(0)])] }, none), rule(1, const { &[is(&[yes(1)])] }, none)];
    assert_eq!(asked(&questions, &rules, &[]), "ab");
    assert_eq!(asked(&questions, &rules, &[yes(0)]), "a");
}

#[test]
fn a_rule_that_waits_for_a_level_does_not_speak_for_one_that_does_not() {
    let questions = [question(0, &[]), question(1, &[])];
    let both = rule(0, const { &[is(&[yes(0)]), is(&[yes(1)])] }, adds(AddOn::Housing));
    let one = rule(1, const { &[is(&[yes(1)])] }, adds(AddOn::Housing));
    assert_eq!(asked(&questions, &[both, one], &[]), "b", "where both hold, so does the one");
    let waits = Rule { min_level: Level::Iop, ..one };
    assert_eq!(asked(&questions, &[both, waits], &[]), "ab");
}

#[test]
fn a_rule_fires_with_the_first_answer_that_is_enough_for_it() {
    let questions = [question(0, &[]), question(1, &[]), question(2, &[])];
    let either = rule(0, const { &[is(&[yes(0), yes(2)])] }, adds(AddOn::Housing));
    let middle = rule(1, const { &[is(&[yes(1)])] }, adds(AddOn::Housing));
    assert_eq!(asked(&questions, &[either, middle], &[]), "abc");
    assert_eq!(asked(&questions, &[either, middle], &[yes(0)]), "a");
    // One that wants something not to be said has to wait until it could have been.
    let unless = rule(2, const { &[is(&[yes(1)]), is_not(&[yes(0), yes(2)])] }, adds(AddOn::Family));
    let rules = [either, unless, rule(3, const { &[is(&[yes(2)])] }, adds(AddOn::Naloxone))];
    let q = Questionnaire::new("unless", &questions, &rules, 3);
    let family = |said: &[usize]| replay(&q, set(said)).placement.add_ons.has(AddOn::Family);
    assert!(family(&[no(0), yes(1), no(2)]) && !family(&[no(0), no(1), no(2)]));
    assert!(!family(&[no(0), yes(1), yes(2)]) && !family(&[yes(0), yes(1), no(2)]));
}

#[test]
fn what_is_milder_in_pairs_is_counted_from_the_first_option() {
    let question =
        Question::new("pairs", 3, &["calm", "tired", "worn", "loud"]).order(Order::Pairs(&[(0, 1), (1, 2), (0, 3)]));
    let milder = |option: usize| question.milder(OptionSet::single(option));
    assert_eq!([milder(4), milder(5), milder(6)], [[set(&[3])], [set(&[4])], [set(&[3])]].map(Vec::from));
    assert!(milder(3).is_empty());
}

/// Who is cut off by the limit, and who is not, are two kinds of visit, whatever else they have in common.
#[test]
fn check_follows_those_who_have_no_room_left_as_well() {
    let questions = [question(0, &[]), question(1, const { &[is(&[yes(0)])] }), question(2, &[]), question(3, &[])];
    let php = Effect { floor: Some(Level::Php), add_ons: AddOnSet::NONE, ..RULES[8].effect };
    let rules = [
        rule(0, const { &[is(&[yes(1)])] }, adds(AddOn::Housing)),
        rule(1, const { &[is(&[yes(2)])] }, adds(AddOn::Family)),
        // Whatever is answered to the last question asks for more than the rule after this one goes with.
        rule(2, const { &[is(&[no(3), yes(3)])] }, php),
        Rule { max_level: Level::Iop, ..rule(3, const { &[is(&[yes(2)])] }, adds(AddOn::Aftercare)) },
    ];
    let limited = |most: usize| check(&Questionnaire::new("cut off", &questions, &rules, most));
    assert_eq!(limited(3), [], "after three questions there is no last one");
    let never = Fault::NeverReached { rule: "d".to_owned(), reached: Level::Outpatient, within: Level::Iop };
    assert_eq!(limited(4), [never]);
}

#[test]
fn check_follows_the_shorter_of_two_visits_that_come_to_the_same() {
    const FIRST: [usize; 3] = [0, 1, 2];
    // As many questions as the limit allows, one more, and one less: by the first answer, in one order and the other.
    for order in [FIRST, [2, 1, 0]] {
        let [most, some, _] = order;
        let by = |options: &[usize]| -> &'static [Clause] { vec![is(options)].leak() };
        let next = |index: usize, asked| Question::new(NAMES[index], 2 * index + 1, &["no", "yes"]).visible_when(asked);
        let first =
            Question::new("a", 0, &["x", "y", "z"]).order(Order::Free).unknown_bounds(OptionSet::NONE, OptionSet::NONE);
        let questions = [first, next(1, by(&[most, some])), next(2, by(&[most])), next(3, &[]), next(4, &[])];
        let read = |index: usize| rule(index, by(&[2 * index + 2]), adds(AddOn::ALL[index]));
        let rules = [1, 2, 3, 4].map(read);
        assert_eq!(check(&Questionnaire::new("shorter", &questions, &rules, 4)), []);
    }
}
