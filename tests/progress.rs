//! "About 5 questions left", over thousands of visits drawn at random: it never rises on the way forward, is seldom far
//! off, and the last question is called so where that is certain, and nowhere else.

use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::{Question, Set};
use program_finder::provider::Config;
use program_finder::screen::{Act, Part, Shown, View, Visit, Words};

/// How far off the number may be.
const OFF: u32 = 3;
const VISITS: u32 = 4_000;

/// The same numbers in every run (Knuth's linear congruence).
struct Chance(u64);

impl Chance {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Chooses one option of the question shown, and goes on; past a safety screen, too.
fn answer(visit: &mut Visit, question: &Question, option: usize) {
    if !visit.draft.meets(Set::one(question.first + option)) {
        visit.act(Act::Choose(question.first + option));
    }
    visit.act(Act::Continue);
    if matches!(visit.shown, Shown::Safety(_)) {
        visit.act(Act::GoOn);
    }
}

/// What the screen says of the questions left.
fn said(visit: &Visit) -> Option<String> {
    let config = Config::default();
    let parts = View { visit, config: &config, lang: "en" }.parts();
    parts.into_iter().find_map(|part| match part {
        Part::Words(Words::Key(key)) if key == "nav.last" || key == "nav.few" => Some(key),
        Part::Words(Words::Filled(words, "count", count)) => match (*words, *count) {
            (Words::Key(key), Words::Own(count)) if key == "nav.left" => Some(count),
            _ => None,
        },
        _ => None,
    })
}

/// Whether there is a result next, whatever is chosen.
fn ends_in_any_case(visit: &Visit, question: &Question) -> bool {
    (0..question.options.len()).all(|option| {
        let mut visit = visit.clone();
        answer(&mut visit, question, option);
        visit.shown == Shown::Result
    })
}

#[test]
fn questions_left_never_rise_and_the_last_is_certain() {
    let mut chance = Chance(988);
    let (mut longest, mut screens, mut far) = (0, 0, 0);
    for number in 0..VISITS {
        let mut visit = Visit::default();
        visit.act(Act::Restart);
        visit.start();
        // Every third visitor answers mildly, every third without knowing, as whole visits seldom come about by chance.
        let mut shown = Vec::new();
        while let Some(question) = visit.question() {
            let words = said(&visit).expect("every question tells how many are left");
            shown.push((question.id, words, ends_in_any_case(&visit, question)));
            let options = question.options.len();
            let option = match number % 3 {
                0 => chance.below(options),
                1 if chance.below(4) > 0 => options - 1,
                1 => chance.below(options),
                _ if chance.below(4) > 0 => 0,
                _ => chance.below(options),
            };
            answer(&mut visit, question, option);
            assert!(shown.len() <= QUESTIONNAIRE.questions.len(), "{shown:?}");
        }
        assert_eq!(visit.shown, Shown::Result);
        longest = longest.max(shown.len());
        let mut before = u32::MAX;
        for (place, (question, words, certain)) in shown.iter().enumerate() {
            let truly = (shown.len() - place) as u32;
            assert_eq!(words == "nav.last", *certain, "{question} says {words}: {shown:?}");
            assert!(!certain || truly == 1, "{question}, and {truly} came: {shown:?}");
            let told = match &**words {
                "nav.last" => 1,
                "nav.few" => 2,
                count => count.parse().expect("a number"),
            };
            assert!(told <= before, "{question} says {words} after {before}: {shown:?}");
            before = told;
            screens += 1;
            far += u32::from(told.abs_diff(truly) > OFF);
        }
    }
    assert!(longest > 12, "long visits are among them: {longest}");
    // Somebody whose first answers end it soon was told of questions that never came.
    assert!(far * 10 < screens, "{far} of {screens} screens are off by more than {OFF}");
}
