//! Plain, kind words: what the English catalog may say, and how hard it may be to read.

use std::collections::BTreeSet;

use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::engine::{OptionSet, Question};

use crate::catalog::Texts;
use crate::grade::{grade, words};
use crate::keys::DANGERS;
use crate::words::{Lists, holds, plain, replaced};

/// A question that anybody can answer and none is asked to hide: it offers no escape.
const OPEN: &[&str] = &["who"];
/// A question on which nobody has to say that they are not sure: what happens now is seen.
const SEEN: &[&str] = &["danger"];
/// A question that is no secret once the visitor has come.
const NO_SECRET: &[&str] = &["concern"];

#[test]
fn a_word_is_found_whole_however_it_is_written_and_not_where_it_is_right() {
    let lists = Lists::read();
    let found = |text: &str| lists.found(lists.everywhere.iter().chain(&lists.catalog), text).len();
    for wrong in [
        "An ADDICT.",
        "what you\u{2019}re eligible for: don\u{2019}t wait",
        "You  need this",
        "a diagnosis",
        "the best",
    ] {
        assert!(found(wrong) > 0, "{wrong}");
    }
    for right in [
        "This is not a diagnosis.",
        "addiction medicine",
        "bestow",
        "You do not have to call.",
        "a dual-diagnosis track",
    ] {
        assert_eq!(found(right), 0, "{right}");
    }
    assert_eq!(masked(&lists, "Call {phone} for Xanax, or IOP."), "call phone for it, or it.");
}

/// Asserts that nothing was found wrong, and otherwise names all of it.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "en.json:\n{}", wrong.join("\n"));
}

fn hint<'a>(texts: &'a Texts, question: &Question, audience: Audience) -> Option<&'a str> {
    texts.voiced(&format!("{}.hint", question.id), audience)
}

fn ask<'a>(texts: &'a Texts, question: &Question, audience: Audience) -> &'a str {
    texts.voiced(&format!("{}.ask", question.id), audience).unwrap_or_default()
}

fn option<'a>(texts: &'a Texts, question: &Question, option: &str, audience: Audience) -> &'a str {
    texts.voiced(&format!("{}.{option}", question.id), audience).unwrap_or_default()
}

/// Every question in every voice.
fn asked() -> impl Iterator<Item = (&'static Question<'static>, Audience)> {
    QUESTIONNAIRE.questions.iter().flat_map(|question| Audience::ALL.map(|audience| (question, audience)))
}

/// The text with names that have no plainer word, and what is filled in, as one short word each.
pub fn masked(lists: &Lists, text: &str) -> String {
    let mut text = plain(text);
    for name in &lists.names {
        text = replaced(&text, name, "it");
    }
    text.split('{')
        .enumerate()
        .map(|(index, piece)| if index == 0 { piece.to_owned() } else { piece.replacen('}', "", 1) })
        .collect()
}

#[test]
fn no_text_has_a_word_that_is_not_used_here() {
    let (texts, lists) = (Texts::english(), Lists::read());
    let mut wrong = Vec::new();
    for (key, text) in &texts.all {
        for word in lists.found(lists.everywhere.iter().chain(&lists.catalog), text) {
            wrong.push(format!(
                "`{key}` says \"{word}\": say it otherwise, or add what is right about it to words.toml"
            ));
        }
        if text.contains(['%', '★', '☆', '!']) {
            wrong.push(format!("`{key}` has a percentage, a star or an exclamation mark"));
        }
    }
    none(&wrong);
}

#[test]
fn what_is_said_of_a_missing_answer_is_kind_and_names_what_is_asked() {
    let (texts, lists) = (Texts::english(), Lists::read());
    let mut wrong: Vec<String> = Vec::new();
    let content = |text: &str| -> BTreeSet<String> {
        // A short word says little, and an ending may differ: "choose" and "chosen".
        words(&plain(text))
            .into_iter()
            .filter(|word| word.len() > 3)
            .map(|word| word.chars().take(5).collect())
            .collect()
    };
    for question in QUESTIONNAIRE.questions {
        let key = format!("{}.error", question.id);
        let error = texts.get(&key).unwrap_or_default();
        wrong.extend(lists.found(&lists.errors, error).iter().map(|word| format!("`{key}` says \"{word}\"")));
        let asked = content(
            &[ask(&texts, question, Audience::Adult), texts.get(&format!("{}.name", question.id)).unwrap_or_default()]
                .join(" "),
        );
        let short = ["who", "home"].iter().any(|id| *id == question.id && holds(&plain(error), id));
        if !short && content(error).is_disjoint(&asked) {
            wrong.push(format!("`{key}` shares no word with what is asked"));
        }
    }
    wrong.extend(
        lists
            .found(&lists.errors, texts.get("error.title").unwrap_or_default())
            .iter()
            .map(|word| format!("`error.title` says \"{word}\"")),
    );
    none(&wrong);
}

#[test]
fn every_question_is_short_and_asks_one_thing() {
    let texts = Texts::english();
    let mut wrong = Vec::new();
    for (question, audience) in asked() {
        let (text, at) = (ask(&texts, question, audience), format!("`{}.ask.{}`", question.id, audience.id()));
        if words(text).len() > 20 {
            wrong.push(format!("{at} has {} words, and 20 are enough", words(text).len()));
        }
        if text.matches('?').count() != 1 || !text.ends_with('?') {
            wrong.push(format!("{at} is not one question"));
        }
        let hint = hint(&texts, question, audience).unwrap_or_default();
        if hint.contains('?') {
            wrong.push(format!("{at} has a hint that asks something else"));
        }
        let screen = plain(&[text, hint].join(" "));
        if screen.contains("and/or") {
            wrong.push(format!("{at} says \"and/or\""));
        }
        let plain_text = plain(text);
        let negatives = words(&plain_text).into_iter().filter(|word| {
            ["not", "no", "never", "none", "without", "unless"].contains(&word.trim_matches(['.', ',', '?']))
                || word.contains("n't")
        });
        if negatives.count() > 0 {
            wrong.push(format!("{at} is asked in the negative"));
        }
    }
    for question in QUESTIONNAIRE.questions {
        let escapes =
            ["none", "any"].iter().filter_map(|id| question.option(id)).fold(question.unknown, OptionSet::union);
        let count = question.all().difference(escapes).len();
        if count > 6 {
            wrong.push(format!("`{}` has {count} options beside its escapes, and 6 are enough", question.id));
        }
        for (id, audience) in question.options.iter().flat_map(|id| Audience::ALL.map(|audience| (id, audience))) {
            let count = words(option(&texts, question, id, audience)).len();
            // Two readers are to understand the same by it, so where two answers are close, an example stands in one of
            // them. What counts as danger has to be named in full.
            let most = if question.id == "danger" { 22 } else { 16 };
            if count > most {
                wrong.push(format!(
                    "`{}.{id}` has {count} words for {}, and {most} are enough",
                    question.id,
                    audience.id()
                ));
            }
        }
    }
    none(&wrong);
}

#[test]
fn who_does_not_know_or_would_rather_not_say_can_say_so() {
    let texts = Texts::english();
    let mut wrong = Vec::new();
    for (question, audience) in asked().filter(|(question, _)| !OPEN.contains(&question.id)) {
        let offers = |id: &str, right: &str| {
            let said = question.option(id).map(|_| option(&texts, question, id, audience));
            said.is_some_and(|said| plain(said).contains(right))
        };
        if !NO_SECRET.contains(&question.id) && !offers("skip", "i'd rather not say") {
            wrong.push(format!("`{}` has to offer `skip`, in these words: \"I’d rather not say\"", question.id));
        }
        let unsure =
            if matches!(audience, Audience::Child | Audience::Other) { "i don't know" } else { "i'm not sure" };
        if !SEEN.contains(&question.id) && !offers("unsure", unsure) {
            wrong.push(format!(
                "`{}` has to offer `unsure` to `{}`, in these words: \"{unsure}\"",
                question.id,
                audience.id()
            ));
        }
    }
    none(&wrong);
}

#[test]
fn who_speaks_of_somebody_else_is_not_spoken_to_as_the_patient() {
    let texts = Texts::english();
    let of_the_patient =
        |word: &str, text: &str| holds(&replaced(&replaced(&plain(text), "your child's", ""), "your child", ""), word);
    let second = ["you", "your", "yours", "yourself", "you're", "you've"];
    let first = ["i", "my", "me", "myself", "mine", "i'm", "i've"];
    let mut wrong = Vec::new();
    for question in QUESTIONNAIRE.questions.iter().filter(|question| question.id != "who") {
        for audience in [Audience::Child, Audience::Other] {
            let text = ask(&texts, question, audience);
            wrong.extend(second.iter().filter(|word| of_the_patient(word, text)).map(|word| {
                format!("`{}.ask.{}` says \"{word}\" to somebody who is not the patient", question.id, audience.id())
            }));
        }
        for id in question.options {
            let known = !question.unknown.intersects(question.option(id).unwrap_or_default());
            for audience in Audience::ALL.into_iter().filter(|_| known) {
                let text = option(&texts, question, id, audience);
                // One wording for all voices can say neither "I" nor "you".
                let shared = texts.get(&format!("{}.{id}", question.id)).is_some();
                let proxy = shared || matches!(audience, Audience::Child | Audience::Other);
                let words =
                    second.iter().chain(first.iter().filter(|_| proxy)).filter(|word| of_the_patient(word, text));
                wrong.extend(words.map(|word| format!("`{}.{id}` says \"{word}\" for {}", question.id, audience.id())));
            }
        }
    }
    for prefix in ["why.", "held."] {
        for (key, text) in texts.under(prefix) {
            let proxy = [".child", ".other"].iter().any(|audience| key.ends_with(audience)) && key != "why.child";
            let shared = !Audience::ALL.iter().any(|audience| key.ends_with(&format!(".{}", audience.id())));
            if shared && second.iter().any(|word| of_the_patient(word, text)) {
                wrong.push(format!("`{key}` speaks to the patient in a wording for all voices"));
            }
            if proxy && ["yourself", "your life"].iter().any(|word| of_the_patient(word, text)) {
                wrong.push(format!("`{key}` speaks of the reader as the patient"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_result_is_said_to_be_no_diagnosis_that_a_clinician_and_the_person_decide_on() {
    let texts = Texts::english();
    for audience in Audience::ALL {
        let said = texts.voiced("result.sub", audience).unwrap_or_default();
        for words in ["not a diagnosis", "clinician decide"] {
            assert!(plain(said).contains(words), "`result.sub.{}` has to say \"{words}\"", audience.id());
        }
        let person = match audience {
            Audience::Adult | Audience::Teen => "you and",
            Audience::Child => "your child, you and",
            Audience::Other => "they and",
        };
        assert!(
            plain(said).contains(person),
            "`result.sub.{}` has to say \"{person} a clinician decide\"",
            audience.id()
        );
    }
    for (key, text) in texts.under("result.heading.").chain(texts.under("whatif.")) {
        let names_a_level = ["outpatient care", "program", "24-hour care"].iter().any(|level| text.contains(level));
        let kept_open = ["good place to start", "could fit", "First"].iter().any(|words| text.contains(words));
        assert!(!names_a_level || kept_open, "`{key}` says more than that it is a good place to start: {text}");
    }
}

#[test]
fn the_start_screen_says_what_is_coming_in_sixty_words() {
    let texts = Texts::english();
    let said =
        |keys: &[&str]| -> Vec<&str> { keys.iter().filter_map(|last| texts.get(&format!("start.{last}"))).collect() };
    let shown = said(&["title", "lead", "length", "private", "more"]);
    let count: usize = shown.iter().map(|text| words(text).len()).sum();
    assert!(count <= 60, "the start screen has {count} words, and 60 are enough");
    let all = [shown, said(&["exit", "who"])].concat();
    let all = plain(&all.join(" "));
    for promise in [
        "questions",
        "minutes",
        "skip",
        "saves nothing",
        "sends",
        "not a diagnosis",
        "quick exit",
        "not clear your browser history",
        "offers this tool",
    ] {
        assert!(all.contains(promise), "the start screen has to say \"{promise}\"");
    }
}

#[test]
fn the_safety_screen_says_what_to_expect() {
    let texts = Texts::english();
    let said =
        plain(&["expect", "someone"].map(|last| texts.get(&format!("safety.{last}")).unwrap_or_default()).join(" "));
    for promise in
        ["free", "day and night", "text", "a trained person listens", "you decide what to share", "someone else"]
    {
        assert!(said.contains(promise), "the safety screen has to say \"{promise}\"");
    }
}

#[test]
fn levels_are_compared_in_equal_detail() {
    let texts = Texts::english();
    let levels = ["outpatient", "iop", "php"];
    let mut rows: BTreeSet<String> =
        texts.under("compare.row.").map(|(key, _)| key.replace("compare.row.", "compare.")).collect();
    rows.insert("level.*.what".to_owned());
    for row in rows {
        let counts = levels.map(|level| {
            let key = if row.contains('*') { row.replace('*', level) } else { format!("{row}.{level}") };
            words(texts.get(&key).unwrap_or_default()).len()
        });
        let mean = counts.iter().sum::<usize>() as f64 / 3.0;
        // A quarter more or less, or one word where there are only a few.
        let even = counts.iter().all(|count| (*count as f64 - mean).abs() <= (mean / 4.0).max(1.0));
        assert!(even && counts[0] > 0, "`{row}` has {counts:?} words for {levels:?}: say as much of each");
    }
}

#[test]
fn every_screen_can_be_read_at_grade_seven() {
    let (texts, lists) = (Texts::english(), Lists::read());
    let mut wrong = Vec::new();
    let mut check = |at: String, pieces: &[&str], most: f64| {
        let pieces: Vec<String> = pieces.iter().map(|piece| masked(&lists, piece)).collect();
        let grade = grade(pieces.iter().map(String::as_str));
        if grade > most {
            wrong.push(format!(
                "{at} reads at grade {grade:.1}, and {most} is the most: shorter words, shorter sentences"
            ));
        }
    };
    for (question, audience) in asked() {
        let options = question.options.iter().map(|id| option(&texts, question, id, audience));
        let screen: Vec<&str> = [ask(&texts, question, audience)]
            .into_iter()
            .chain(hint(&texts, question, audience))
            .chain(options)
            .collect();
        // A question is met first, and often in distress: a grade below the rest.
        check(format!("the question `{}` for {}", question.id, audience.id()), &screen, 6.0);
    }
    for audience in Audience::ALL {
        for danger in DANGERS {
            let keys = [
                format!("safety.title.{danger}"),
                format!("safety.text.{danger}"),
                "safety.expect".to_owned(),
                "safety.someone".to_owned(),
            ];
            let overdose = texts.under("safety.overdose").map(|(_, text)| text).filter(|_| *danger == "medical");
            let screen: Vec<&str> = keys.iter().filter_map(|key| texts.voiced(key, audience)).chain(overdose).collect();
            check(format!("the safety screen on {danger} for {}", audience.id()), &screen, 7.0);
        }
    }
    let start: Vec<&str> = texts.under("start.").map(|(_, text)| text).collect();
    check("the start screen".to_owned(), &start, 7.0);
    // Of a result no screen is like another, so each of its passages is read by itself, and a little more is let
    // pass: a formula is coarse on one or two sentences.
    let of_question = |key: &str| QUESTIONNAIRE.question(key.split('.').next().unwrap_or_default()).is_some();
    for (key, text) in texts.all.iter().filter(|(key, text)| !of_question(key) && words(text).len() >= 8) {
        check(format!("`{key}`"), &[text], 8.5);
    }
    none(&wrong);
}
