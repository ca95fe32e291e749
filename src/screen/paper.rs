//! The box on top of what is kept: what whoever answers the first call asks for, in ten seconds.

use super::View;
use super::facts::listed;
use super::question::{answer_words, name};
use super::view_node::{Message, ScreenBuilder};
use crate::content::QUESTIONNAIRE;
use crate::decision::{Decision, State};

/// What of the answers stands in the box, under which label, in the order in which a coordinator asks.
const ROWS: [(&str, &[&str]); 4] = [
    ("who", &["who"]),
    ("flags", &["danger", "suicide", "signs", "withdrawal"]),
    ("use", &["substances", "use", "heavy", "longest"]),
    ("care", &["care", "recent", "after"]),
];

/// Whether the answer to this question stands in the box, if the visitor wants answers on paper.
pub(super) fn in_box(question: &str) -> bool {
    ROWS.iter().any(|(_, questions)| questions.contains(&question))
}

/// The box. Of the answers nothing stands in it that the visitor does not want on paper; what a call asks for besides is
/// left to be written in.
pub(super) fn first_call(view: &View, decision: &Decision, sheet: &mut ScreenBuilder, suggested: Message) {
    sheet.markup("section first-call(h3{paper.title}dl(div row(dt{paper.level}").element_with_text("dd(", suggested);
    if decision.state != State::Child {
        sheet.markup_with("dd{paper.sure.$}", decision.state.id());
    }
    sheet.end();
    if view.visit.include {
        let facts = &decision.evaluation.facts;
        for (label, questions) in ROWS {
            let mut begun = false;
            for index in facts.path() {
                let question = QUESTIONNAIRE.question_at(index);
                if !questions.contains(&question.id) {
                    continue;
                }
                if !begun {
                    begun = true;
                    sheet.markup_with("div row(dt{paper.$}", label);
                }
                let answer = answer_words(question, facts.answers);
                let pair = Message::key("paper.answer").with("question", name(question));
                sheet.element_with_text("dd(", if label == "who" { answer } else { pair.with("answer", answer) });
            }
            sheet.markup(if begun { ")" } else { "" });
        }
        if !view.visit.availability.is_empty() {
            let times = listed("week.$", view.visit.availability.names());
            sheet.markup("div row(dt{week.name}").element_with_text("dd(", times).end();
        }
    }
    for blank in ["payer", "callback"] {
        sheet.markup_with("div row(dt{paper.$}dd blank())", blank);
    }
    sheet.markup(if view.visit.include { ")p small{paper.unverified})" } else { "))" });
}
