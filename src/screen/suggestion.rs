//! What to do, in numbered steps: help in danger, a medical step, then the level or the two.

use alloc::vec::Vec;

use super::View;
use super::about::elsewhere;
use super::reasons::list;
use super::safety::{DANGER, QUIET, calls, dangers};
use super::view_node::{Action, Message, ScreenBuilder};
use crate::content::{Line, QUESTIONNAIRE};
use crate::decision::{Decision, FirstStep, State};
use crate::engine::Level;

/// The steps, in the order in which they are to be taken. The first of them has the heading of the screen.
pub(super) fn suggestion(view: &View, decision: &Decision, sheet: &mut ScreenBuilder) {
    sheet.markup("ol steps(");
    if decision.is_emergency() {
        emergency(view, decision, sheet);
    }
    if let Some(first) = &decision.first_step {
        let urgent = decision.is_emergency();
        first_step(first, sheet, urgent);
    }
    sheet.markup("li suggestion(");
    sheet.element_with_text(
        if decision.has_first_step() { "h3 heading(" } else { "h2 heading!(" },
        heading(decision.state),
    );
    what(decision, sheet);
    if decision.state == State::OneLevel(Level::DayAndNight) {
        elsewhere(view, sheet, "way");
    }
    sheet.markup("))p small{result.sub}");
}

/// In danger: whom to reach; all that the safety screen said is folded below.
fn emergency(view: &View, decision: &Decision, sheet: &mut ScreenBuilder) {
    sheet.markup("li first danger(h2 heading!{result.heading.emergency}p{step.emergency.text}div calls(");
    let mut seen: Vec<Line> = Vec::new();
    for danger in &decision.dangers {
        for line in danger.lines(view.audience()).iter().copied().flatten() {
            if !seen.contains(line) {
                calls(view, sheet, &[*line], if seen.is_empty() { "call first" } else { QUIET });
                seen.push(*line);
            }
        }
    }
    sheet.markup(")details(summary{result.more_help}div(");
    dangers(view, &decision.dangers, sheet, DANGER);
    sheet.markup(")))");
}

/// Medical care or the medical check, in words that fit what was told, with what it rests on folded below. In danger that
/// would only be more to read.
fn first_step(first: &FirstStep, sheet: &mut ScreenBuilder, urgent: bool) {
    let opening = if urgent { "li first(h3 heading{step.$.title}" } else { "li first(h2 heading!{step.$.title}" };
    sheet.markup_with(opening, first.step.id());
    first_words(first, sheet);
    if !urgent {
        sheet.markup("details(summary{result.why_first}");
        list(sheet, &first.reasons);
        sheet.end();
    }
    sheet.end();
}

/// What a first step says.
pub(super) fn first_words(first: &FirstStep, sheet: &mut ScreenBuilder) {
    let words = first.words;
    sheet.markup_with("p{$}", words.go);
    if let Some(stop) = words.stop {
        sheet.markup_with("p(strong{$}span{step.stop_why})", stop);
    }
    if let Some(watch) = words.watch {
        sheet.markup_with("p{$}", watch);
    }
}

/// The words of the suggestion.
pub fn heading(state: State) -> Message {
    match state {
        State::Child => Message::key("result.heading.child"),
        State::NotEnough => Message::key("result.heading.not_enough"),
        State::TwoLevels(low, high) => Message::key_with_all("result.heading.close.$_$", &[low.id(), high.id()]),
        State::AtLeast(level, _) => Message::key_with("result.heading.at_least.$", level.id()),
        State::OneLevel(level) => Message::key_with("result.heading.$", level.id()),
    }
}

/// What stands under the heading: what the level is, or both levels, alike.
pub(super) fn what(decision: &Decision, sheet: &mut ScreenBuilder) {
    match decision.state {
        State::Child => {
            sheet.markup("p{result.child.text}");
        }
        State::NotEnough => {
            sheet.markup("p{result.not_enough.text}");
        }
        State::TwoLevels(low, high) => {
            sheet.markup("ul level-pair(");
            for level in [low, high] {
                sheet.markup_with("li level(strong{level.$.short}p{level.$.what})", level.id());
            }
            sheet.markup(")p{result.close.text}");
        }
        State::OneLevel(Level::DayAndNight) => {}
        State::OneLevel(level) => {
            sheet.markup_with("p{level.$.what}", level.id());
        }
        State::AtLeast(level, _) => {
            sheet.markup_with("p{level.$.what}p{result.at_least.text}", level.id());
        }
    }
    if decision.refers_to_day_and_night() {
        sheet.markup("p{result.day_and_night.text}");
    }
}

/// The open question that would settle it, to be answered here. One that takes several answers opens as a question.
pub(super) fn settle(decision: &Decision, sheet: &mut ScreenBuilder) {
    let Some(index) = decision.settles() else { return };
    let question = QUESTIONNAIRE.question_at(index);
    sheet.markup_with("section settle(h3{result.settle}p{result.settle.text}p lead{$.ask}div choices(", question.id);
    for (number, name) in question.options.iter().enumerate() {
        let option = question.first + number;
        if question.unknown.iter().all(|unknown| unknown != option) {
            let act = if question.many { Action::Change(index) } else { Action::Settle(option) };
            sheet.markup("button(").act(act).markup_with_all("{$.$})", &[question.id, name]);
        }
    }
    sheet.markup("))");
}
