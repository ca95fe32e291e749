//! A question: one a screen, with its options, Back and Continue.

use super::View;
use super::part::{Act, Attr, Part, Words, el, joined, says};
use crate::content::{QUESTIONNAIRE, Voice};
use crate::engine::{Question, Set};

pub(super) fn parts(view: &View, place: usize) -> Vec<Part> {
    let question = &QUESTIONNAIRE.questions[place];
    let visit = view.visit;
    let mut form = el("form", "step");
    if visit.has_back() {
        form = form.part(el("button", "back quiet").key("nav.back").act(Act::Back));
    }
    if visit.changing.is_none() {
        form = form.part(el("p", "progress").words(left(view, place)));
    }
    if visit.error {
        form = form.part(
            el("div", "error-summary")
                .attr(Attr::Target)
                .part(says("h3", Words::key("error.title")))
                .part(el("button", "link").words(key_of(question, "error")).act(Act::ToOptions)),
        );
    }
    let go_on = if visit.changing.is_some() { "nav.save" } else { "nav.continue" };
    vec![
        form.part(fieldset(view, question))
            .part(el("div", "actions").part(el("button", "primary").key(go_on).act(Act::Continue))),
    ]
}

fn fieldset(view: &View, question: &Question) -> Part {
    let voice = view.voice();
    let heading = el("h2", "question").words(ask(question, voice)).attr(Attr::Target);
    let mut field = el("fieldset", "").part(el("legend", "").part(heading));
    let mut hints = el("div", "hints").attr(Attr::Described);
    hints = hints.part(el("p", "hint").words(Words::Optional(joined(&[question.id, "hint"]), voice)));
    if question.many {
        hints = hints.part(el("p", "hint").key("nav.choose_all"));
    }
    if view.visit.error {
        hints = hints.part(el("p", "error").words(key_of(question, "error")));
    }
    field = field.part(hints);
    let mut options = el("div", "options");
    let mut after_divider = false;
    for (place, id) in question.options.iter().enumerate() {
        let option = question.first + place;
        let escape = question.unknown.meets(Set::one(option));
        if escape && !after_divider {
            options = options.part(el("p", "or").key("nav.or"));
            after_divider = true;
        }
        let chosen = view.visit.draft.meets(Set::one(option));
        options = options.part(
            el("label", "option")
                .part(el("input", "").attr(Attr::Choice { many: question.many, chosen }).act(Act::Choose(option)))
                .part(says("span", option_words(question, id, voice))),
        );
    }
    field.part(options)
}

/// The question itself.
pub(super) fn ask(question: &Question, voice: Voice) -> Words {
    Words::voiced_keys(&[question.id, "ask"], voice)
}

/// The short name of a question, for summaries.
pub(super) fn name(question: &Question) -> Words {
    key_of(question, "name")
}

/// The words of an option.
pub(super) fn option_words(question: &Question, option: &str, voice: Voice) -> Words {
    Words::voiced_keys(&[question.id, option], voice)
}

/// The words of every option chosen of a question.
pub(super) fn answer_words(question: &Question, chosen: Set, voice: Voice) -> Words {
    Words::List(
        chosen
            .and(question.all())
            .iter()
            .map(|option| option_words(question, question.options[option - question.first], voice))
            .collect(),
    )
}

fn key_of(question: &Question, last: &str) -> Words {
    Words::keys(&[question.id, last])
}

/// How many questions are left, in words.
fn left(view: &View, place: usize) -> Words {
    let count = view.visit.facts().path().filter(|other| *other >= place).count();
    match count {
        0 | 1 => Words::key("nav.last"),
        2 => Words::key("nav.few"),
        _ => Words::key("nav.left").with("count", Words::Own(count.to_string())),
    }
}
