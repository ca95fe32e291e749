//! "Question 3 of about 10" as visitors read it, over thousands of visits drawn at random: what is left never rises on
//! the way forward, is never far off, and the last question is called so where that is certain, and nowhere else. That
//! the number itself is near enough for every visit there is, the proof shows (`tests/proof/left.rs`).

#[path = "support/dice.rs"]
#[allow(dead_code, reason = "each test rolls in its own way")]
mod dice;

use dice::Dice;
use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::{OptionSet, Question, QuestionsRemaining};
use program_finder::provider::Config;
use program_finder::screen::{Action, Message, Screen, View, ViewNode, Visit};

const VISITS: u32 = 4_000;

/// Chooses one option of the question shown, and goes on; past a safety screen, too.
fn answer(visit: &mut Visit, question: &Question, option: usize) {
    if !visit.draft.intersects(OptionSet::single(question.first + option)) {
        visit.act(Action::Choose(question.first + option));
    }
    visit.act(Action::Continue);
    if matches!(visit.shown, Screen::Safety(_)) {
        visit.act(Action::GoOn);
    }
}

/// What the screen says of where in the visit it stands: the key of the words, which question it is, and of how many.
fn said(visit: &Visit) -> Option<(String, u32, u32)> {
    let config = Config::default();
    let parts = View::new(visit, &config, "en").parts();
    parts.into_iter().find_map(|part| {
        let ViewNode::Message(words) = part else { return None };
        let mut numbers = [0, 0];
        let mut words = &words;
        while let Message::Filled(sentence, name, value) = words {
            let index = ["number", "total"].iter().position(|known| known == name)?;
            let Message::Own(value) = &**value else { return None };
            numbers[index] = value.parse().expect("a number");
            words = sentence;
        }
        match words {
            Message::Key(key) if numbers != [0, 0] => Some((key.clone(), numbers[0], numbers[1])),
            _ => None,
        }
    })
}

/// Whether there is a result next, whatever is chosen.
fn ends_in_any_case(visit: &Visit, question: &Question) -> bool {
    (0..question.options.len()).all(|option| {
        let mut visit = visit.clone();
        answer(&mut visit, question, option);
        visit.shown == Screen::Result
    })
}

#[test]
fn questions_left_never_rise_and_the_last_is_certain() {
    let mut dice = Dice::new(988);
    let mut longest = 0;
    for number in 0..VISITS {
        let mut visit = Visit::default();
        visit.act(Action::Restart);
        visit.start();
        // Every third visitor answers mildly, every third without knowing, as whole visits seldom come about by chance.
        let mut shown = Vec::new();
        while let Some(question) = visit.question() {
            let (key, index, total) = said(&visit).expect("every question tells which it is");
            assert_eq!(index as usize, shown.len() + 1, "{}: {shown:?}", question.id);
            shown.push((question.id, key, total, ends_in_any_case(&visit, question)));
            let options = question.options.len();
            let option = match number % 3 {
                0 => dice.below(options),
                1 if dice.below(4) > 0 => options - 1,
                1 => dice.below(options),
                _ if dice.below(4) > 0 => 0,
                _ => dice.below(options),
            };
            answer(&mut visit, question, option);
            assert!(shown.len() <= QUESTIONNAIRE.questions.len(), "{shown:?}");
        }
        assert_eq!(visit.shown, Screen::Result);
        longest = longest.max(shown.len());
        let mut before = u32::MAX;
        for (index, (question, key, total, certain)) in shown.iter().enumerate() {
            let number = index as u32 + 1;
            let truly = (shown.len() - index) as u32;
            assert_eq!(key == "nav.last", *certain, "{question} says {key}: {shown:?}");
            // How many are left, this one counted.
            let (told, right) = match &**key {
                "nav.last" => (1, truly == 1),
                "nav.question.about" => {
                    (total + 1 - number, truly.abs_diff(total + 1 - number) <= QuestionsRemaining::MAX_ERROR)
                }
                "nav.question" => (before, index < QuestionsRemaining::FIRST as usize),
                other => panic!("{other} is said of where in the visit a question stands"),
            };
            assert!(right, "{question} says {key} {total}, and {truly} came: {shown:?}");
            assert!(told <= before, "{question} says {key} {told} left after {before}: {shown:?}");
            before = told;
        }
    }
    assert!(longest > 12, "long visits are among them: {longest}");
}
