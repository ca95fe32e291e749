//! The result screen and what can be kept of it, natively: they show what was decided, all of it and nothing else.

use program_finder::content::QUESTIONNAIRE;
use program_finder::decision::{Decision, Report};
use program_finder::engine::Answers;
use program_finder::provider::EnumSet;
use program_finder::screen::{Action, Message, Screen, View, ViewNode, Visit};

use crate::sets::{all, configs, some};

fn visit(answers: Answers) -> Visit {
    let mut visit = Visit::default();
    visit.answers = answers;
    visit.shown = Screen::Result;
    visit
}

/// The keys of words, those that are filled into them left out.
fn key(words: &Message) -> Option<&str> {
    match words {
        Message::Key(key) => Some(key),
        Message::Filled(words, ..) => key(words),
        Message::Own(_) | Message::List(_) => None,
    }
}

/// What follows this in each key that begins with it, in the order of the screen.
fn after<'p>(parts: &'p [ViewNode], start: &str) -> Vec<&'p str> {
    let keys = parts.iter().filter_map(|part| match part {
        ViewNode::Message(words) => key(words),
        _ => None,
    });
    keys.filter_map(|key| key.strip_prefix(start)).collect()
}

/// The middle of each key that begins and ends so.
fn between<'p>(parts: &'p [ViewNode], start: &str, end: &str) -> Vec<&'p str> {
    after(parts, start).into_iter().filter_map(|rest| rest.strip_suffix(end)).collect()
}

/// The words that stand first in each element of this class.
fn first_words<'p>(parts: &'p [ViewNode], class: &str) -> Vec<&'p Message> {
    let mut found = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        if matches!(part, ViewNode::Open(_, name) if *name == class) {
            found.extend(parts[index..].iter().find_map(|part| match part {
                ViewNode::Message(words) => Some(words),
                _ => None,
            }));
        }
    }
    found
}

/// The rules that the result gives as reasons. In danger the first step is not explained as well.
fn rules(report: &Report, emergency: bool) -> Vec<String> {
    let first = report.suggestion.first_step.iter().filter(|_| !emergency).flat_map(|step| &step.reasons);
    first.chain(&report.suggestion.reasons).map(|reason| reason.rule.clone()).collect()
}

#[test]
fn the_result_shows_the_decision_and_nothing_else() {
    for config in &configs() {
        for answers in all() {
            let report = Report::from(&Decision::of(answers, EnumSet::NONE, config));
            let (outcome, suggestion) = (&report.outcome, &report.suggestion);
            let visit = visit(answers);
            let view = View::new(&visit, config, "en");
            let parts = view.parts();
            assert_eq!(view.audience(), suggestion.audience);

            let levels: Vec<&str> = suggestion.levels.iter().map(|level| level.id()).collect();
            let heading = match suggestion.state {
                "two_levels" => format!("close.{}", levels.join("_")),
                "one_level" => levels[0].to_owned(),
                "at_least" => format!("at_least.{}", levels[0]),
                state => state.to_owned(),
            };
            let emergency = !suggestion.dangers.is_empty();
            let headings = after(&parts, "result.heading.");
            assert_eq!(
                headings,
                [emergency.then_some("emergency"), Some(&heading)].into_iter().flatten().collect::<Vec<_>>()
            );

            let dangers: Vec<&str> = suggestion.dangers.iter().map(|danger| danger.id()).collect();
            assert_eq!(after(&parts, "safety.title."), dangers);
            let step: Vec<&str> = suggestion.first_step.iter().map(|first| first.step.id()).collect();
            assert_eq!(between(&parts, "step.", ".title"), step);
            assert_eq!(after(&parts, "why."), rules(&report, emergency));
            // In danger, and for a child, what could change the level can wait and is not shown.
            let can_change = !emergency && suggestion.state != "child";
            let held: &[String] = if can_change { &suggestion.held_down_by } else { &[] };
            assert_eq!(after(&parts, "held."), held);
            // Which way each of them would lead is said by what they are listed under.
            let floor = outcome.level.unwrap_or_default();
            for (start, is_more) in [("raise.", true), ("lower.", false)] {
                let changes = suggestion.changes.iter();
                let changes = changes.filter(|change| can_change && (change.level > floor) == is_more);
                assert_eq!(after(&parts, start), changes.map(|change| &change.question).collect::<Vec<_>>());
            }
            let mut adds: Vec<&str> =
                suggestion.today.iter().chain(suggestion.later.iter()).map(|add| add.id()).collect();
            let mut added = between(&parts, "add.", ".title");
            adds.sort_unstable();
            added.sort_unstable();
            assert_eq!(added, adds);

            let cards = first_words(&parts, "program");
            let names = suggestion.program_order.iter().map(|index| config.programs[*index].name.say("en"));
            let wanted: Vec<Message> = if suggestion.state == "child" {
                vec![]
            } else {
                names.map(|name| Message::Own(name.to_owned())).collect()
            };
            assert_eq!(cards, wanted.iter().collect::<Vec<_>>());
            assert_eq!(!after(&parts, "week.question").is_empty(), suggestion.asks_when);
            assert_eq!(after(&parts, "result.edit.name").len(), 0, "the name of a button is no text");
            let answered: Vec<&str> =
                first_words(&parts, "row").into_iter().filter_map(|words| key(words)?.strip_suffix(".name")).collect();
            assert_eq!(answered, outcome.path);
        }
    }
}

#[test]
fn what_is_kept_says_the_same_and_answers_only_where_they_are_wanted() {
    for config in &configs() {
        for answers in some() {
            let mut visit = visit(answers);
            for include in [false, true] {
                let view = View::new(&visit, config, "en");
                let (screen, kept) = (view.parts(), view.summary());
                let heading = after(&screen, "result.heading.").pop();
                assert_eq!(after(&kept, "result.heading.").pop(), heading, "the same suggestion");
                for start in ["step.", "add."] {
                    let mut wanted = between(&screen, start, ".title");
                    if start == "step." && !after(&screen, "safety.title.").is_empty() {
                        wanted.insert(0, "emergency");
                    }
                    assert_eq!(between(&kept, start, ".title"), wanted);
                }
                // Whoever answers a call needs what was told, not why it led to this.
                assert_eq!(after(&kept, "why."), [""; 0]);
                // Nothing on it names an answer, where answers are not wanted.
                let options = QUESTIONNAIRE.questions.iter().flat_map(|question| {
                    question.options.iter().map(move |option| format!("{}.{option}", question.id))
                });
                let written = format!("{kept:?}");
                let told = options.filter(|option| written.contains(&format!("\"{option}\""))).count();
                assert_eq!(told > 0, include, "{told} answers are named");
                assert!(
                    kept.iter()
                        .all(|part| !matches!(part, ViewNode::Action(act) if !matches!(act, Action::Contact(_))))
                );
                visit.act(Action::Include);
            }
        }
    }
}
