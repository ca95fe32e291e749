//! A small questionnaire with every feature that the engine has, small enough to count all its answers.

use program_finder::engine::{
    AddOn, AddOnSet, Answers, Clause, Effect, Level, OptionSet, Order, Question, Questionnaire, Rule, Step, replay,
};

/// One of these options, by number.
pub const fn is(options: &[usize]) -> Clause {
    Clause { options: set(options), wanted: true }
}

/// None of these options.
pub const fn is_not(options: &[usize]) -> Clause {
    Clause { options: set(options), wanted: false }
}

/// These options, by number.
pub const fn set(options: &[usize]) -> OptionSet {
    let (mut set, mut index) = (OptionSet::NONE, 0);
    while index < options.len() {
        set = set.union(OptionSet::single(options[index]));
        index += 1;
    }
    set
}

pub const ME: usize = 0;
pub const TEEN: usize = 1;
pub const CHILD: usize = 2;
pub const FIRE: usize = 3;
pub const SAFE: usize = 4;
pub const DANGER_SKIP: usize = 5;
pub const TEA: usize = 6;
pub const COFFEE: usize = 7;
pub const COLA: usize = 8;
pub const DRINKS_UNSURE: usize = 9;
pub const CUPS_NONE: usize = 10;
pub const CUPS_SOME: usize = 11;
pub const CUPS_MANY: usize = 12;
pub const CUPS_UNSURE: usize = 13;
pub const CUPS_SKIP: usize = 14;
pub const SLEEP_WELL: usize = 15;
pub const SLEEP_BADLY: usize = 16;
pub const SLEEP_HARDLY: usize = 17;
pub const SLEEP_UNSURE: usize = 18;
pub const DAY_FINE: usize = 19;
pub const DAY_SLOW: usize = 20;
pub const DAY_LOST: usize = 21;
pub const DAY_SKIP: usize = 22;
pub const QUIET: usize = 23;
pub const LOUD: usize = 24;
pub const PLACE_UNSURE: usize = 25;
pub const MORNINGS: usize = 26;
pub const EVENINGS: usize = 27;
pub const ANY: usize = 28;

const NOT_CHILD: Clause = is_not(&[CHILD]);

/// Places of the questions.
pub const DRINKS: usize = 2;
pub const CUPS: usize = 3;
pub const SLEEP: usize = 4;
pub const DAY: usize = 5;
pub const PLACE: usize = 6;
pub const WHEN: usize = 7;

/// Waking hours: who, danger, what is drunk and how much, sleep, the day, the place, and when to come.
pub const QUESTIONS: [Question<'static>; 8] = [
    Question::new("who", ME, &["me", "teen", "child"])
        .order(Order::Free)
        .unknown_bounds(OptionSet::NONE, OptionSet::NONE),
    Question::new("danger", FIRE, &["fire", "none", "skip"]).many().unknown_bounds(set(&[SAFE]), set(&[SAFE])),
    Question::new("drinks", TEA, &["tea", "coffee", "cola", "unsure"])
        .many()
        .visible_when(&[NOT_CHILD])
        .unknown_bounds(set(&[TEA]), set(&[TEA, COFFEE, COLA])),
    Question::new("cups", CUPS_NONE, &["none", "some", "many", "unsure", "skip"])
        .visible_when(&[NOT_CHILD, is(&[COFFEE, COLA, DRINKS_UNSURE])]),
    Question::new("sleep", SLEEP_WELL, &["well", "badly", "hardly", "unsure"]).visible_when(&[NOT_CHILD]),
    Question::new("day", DAY_FINE, &["fine", "slow", "lost", "skip"])
        .order(Order::Pairs(&[(0, 1), (0, 2)]))
        .visible_when(&[NOT_CHILD]),
    Question::new("place", QUIET, &["quiet", "loud", "unsure"]).visible_when(&[NOT_CHILD]),
    Question::new("when", MORNINGS, &["mornings", "evenings", "any"])
        .many()
        .order(Order::Free)
        .visible_when(&[NOT_CHILD])
        .unknown_bounds(OptionSet::NONE, OptionSet::NONE),
];

/// Whoever is asked about cups and the day is not asked when to come: seven questions are enough.
pub const MOST: usize = 7;

const NOTHING: Effect = Effect { floor: None, step: None, add_ons: AddOnSet::NONE, no_level: false };

const fn rule(id: &'static str, when: &'static [Clause], effect: Effect) -> Rule<'static> {
    Rule { id, when, min_level: Level::Outpatient, max_level: Level::DayAndNight, effect, sources: &["toy"] }
}
const fn floor(level: Level) -> Effect {
    Effect { floor: Some(level), ..NOTHING }
}
const fn step(step: Step) -> Effect {
    Effect { step: Some(step), ..NOTHING }
}
const fn adds(add: AddOn) -> Effect {
    Effect { add_ons: AddOnSet::NONE.with(add), ..NOTHING }
}

pub const RULES: [Rule<'static>; 13] = [
    rule("fire", &[is(&[FIRE])], step(Step::Emergency)),
    // Counts the unknown, as a rule that asks for a first step may.
    rule(
        "check.cups",
        &[is(&[COFFEE, COLA, DRINKS_UNSURE]), is(&[CUPS_MANY, CUPS_UNSURE, CUPS_SKIP])],
        step(Step::Check),
    ),
    rule("cups", &[is(&[COFFEE, COLA]), is(&[CUPS_MANY])], floor(Level::Iop)),
    rule("sleep.badly", &[is(&[SLEEP_BADLY])], floor(Level::Iop)),
    rule(
        "sleep.hardly",
        &[is(&[SLEEP_HARDLY])],
        Effect {
            floor: Some(Level::Php),
            step: Some(Step::Medical),
            add_ons: AddOnSet::NONE.with(AddOn::DualDiagnosis),
            no_level: false,
        },
    ),
    rule("day.slow", &[is(&[DAY_SLOW])], floor(Level::Iop)),
    rule("day.lost", &[is(&[DAY_LOST])], floor(Level::Php)),
    rule(
        "cups_and_sleep",
        &[is(&[COFFEE, COLA]), is(&[CUPS_MANY]), is(&[SLEEP_BADLY, SLEEP_HARDLY])],
        floor(Level::Php),
    ),
    rule("loud", &[is(&[LOUD])], adds(AddOn::Housing)),
    Rule { min_level: Level::Php, ..rule("loud_php", &[is(&[LOUD])], floor(Level::DayAndNight)) },
    rule("untold", &[is(&[DANGER_SKIP])], adds(AddOn::SafetyPlan)),
    rule("child", &[is(&[CHILD])], Effect { no_level: true, add_ons: AddOnSet::NONE.with(AddOn::Family), ..NOTHING }),
    rule("evenings", &[is(&[EVENINGS])], adds(AddOn::Aftercare)),
];

/// The toy.
pub const TOY: Questionnaire<'static> = Questionnaire::new("toy 1", &QUESTIONS, &RULES, MOST);

/// A visitor with nothing to tell: everything asked, everything mild.
pub const MILD: Answers = set(&[ME, SAFE, TEA, SLEEP_WELL, DAY_FINE, QUIET, ANY]);

/// These answers with others in place of those to the same questions.
pub fn but(answers: Answers, instead: &[usize]) -> Answers {
    let instead = set(instead);
    let kept = TOY.questions.iter().filter(|question| !question.all().intersects(instead));
    kept.fold(instead, |all, question| all.union(answers.intersection(question.all())))
}

/// Every answer that a question can be given.
pub fn choices(question: &Question) -> Vec<Answers> {
    if !question.many {
        return question.all().iter().map(OptionSet::single).collect();
    }
    let free: Vec<usize> = question.all().difference(question.exclusive).iter().collect();
    let subset = |bits: usize| {
        let chosen = free.iter().enumerate().filter(|(index, _)| bits >> index & 1 == 1);
        chosen.fold(OptionSet::NONE, |all, (_, option)| all.union(OptionSet::single(*option)))
    };
    (1..1 << free.len()).map(subset).chain(question.exclusive.iter().map(OptionSet::single)).collect()
}

/// Every complete set of answers: one for each way through the questionnaire.
pub fn every(q: &Questionnaire) -> Vec<Answers> {
    let (mut open, mut complete) = (vec![OptionSet::NONE], Vec::new());
    while let Some(answers) = open.pop() {
        match replay(q, answers).next {
            Some(next) => open.extend(choices(&q.questions[next]).into_iter().map(|given| answers.union(given))),
            None => complete.push(answers),
        }
    }
    complete
}
