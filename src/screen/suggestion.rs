//! What to do, in numbered steps: help in danger, a medical step, then the level or the two.

use alloc::vec::Vec;

use super::View;
use super::about::elsewhere;
use super::part::{Act, Sheet, Words};
use super::reasons::list;
use super::safety::{DANGER, QUIET, calls, dangers};
use crate::content::{Line, QUESTIONNAIRE};
use crate::decision::{Decision, FirstStep, State};
use crate::engine::Level;

/// The steps, in the order in which they are to be taken. The first of them has the heading of the screen.
pub(super) fn suggestion(view: &View, decision: &Decision, sheet: &mut Sheet) {
    sheet.put("ol steps(", &[]);
    if decision.is_emergency() {
        emergency(view, decision, sheet);
    }
    if let Some(first) = &decision.first_step {
        let urgent = decision.is_emergency();
        first_step(first, sheet, urgent);
    }
    sheet.put("li suggestion(", &[]);
    sheet.says(if decision.has_first_step() { "h3 heading(" } else { "h2 heading!(" }, heading(decision.state));
    what(decision, sheet);
    if decision.state == State::OneLevel(Level::DayAndNight) {
        elsewhere(view, sheet, "way");
    }
    sheet.put("))p small{result.sub}", &[]);
}

/// In danger: whom to reach; all that the safety screen said is folded below.
fn emergency(view: &View, decision: &Decision, sheet: &mut Sheet) {
    sheet.put("li first danger(h2 heading!{result.heading.emergency}p{step.emergency.text}div calls(", &[]);
    let mut seen: Vec<Line> = Vec::new();
    for danger in &decision.dangers {
        for line in danger.lines(view.voice()).iter().copied().flatten() {
            if !seen.contains(line) {
                calls(view, sheet, &[*line], if seen.is_empty() { "call first" } else { QUIET });
                seen.push(*line);
            }
        }
    }
    sheet.put(")details(summary{result.more_help}div(", &[]);
    dangers(view, &decision.dangers, sheet, DANGER);
    sheet.put(")))", &[]);
}

/// Medical care or the medical check, in words that fit what was told, with what it rests on folded below. In danger that
/// would only be more to read.
fn first_step(first: &FirstStep, sheet: &mut Sheet, urgent: bool) {
    let opening = if urgent { "li first(h3 heading{step.$.title}" } else { "li first(h2 heading!{step.$.title}" };
    sheet.put(opening, &[first.step.id()]);
    first_words(first, sheet);
    if !urgent {
        sheet.put("details(summary{result.why_first}", &[]);
        list(sheet, &first.reasons);
        sheet.put(")", &[]);
    }
    sheet.put(")", &[]);
}

/// What a first step says.
pub(super) fn first_words(first: &FirstStep, sheet: &mut Sheet) {
    let words = first.words;
    sheet.put("p{$}", &[words.go]);
    if let Some(stop) = words.stop {
        sheet.put("p(strong{$}span{step.stop_why})", &[stop]);
    }
    if let Some(watch) = words.watch {
        sheet.put("p{$}", &[watch]);
    }
}

/// The words of the suggestion.
pub fn heading(state: State) -> Words {
    match state {
        State::Child => Words::key("result.heading.child", &[]),
        State::NotEnough => Words::key("result.heading.not_enough", &[]),
        State::TwoLevels(low, high) => Words::key("result.heading.close.$_$", &[low.id(), high.id()]),
        State::AtLeast(level, _) => Words::key("result.heading.at_least.$", &[level.id()]),
        State::OneLevel(level) => Words::key("result.heading.$", &[level.id()]),
    }
}

/// What stands under the heading: what the level is, or both levels, alike.
pub(super) fn what(decision: &Decision, sheet: &mut Sheet) {
    match decision.state {
        State::Child => {
            sheet.put("p{result.child.text}", &[]);
        }
        State::NotEnough => {
            sheet.put("p{result.not_enough.text}", &[]);
        }
        State::TwoLevels(low, high) => {
            sheet.put("ul level-pair(", &[]);
            for level in [low, high] {
                sheet.put("li level(strong{level.$.short}p{level.$.what})", &[level.id(), level.id()]);
            }
            sheet.put(")p{result.close.text}", &[]);
        }
        State::OneLevel(Level::DayAndNight) => {}
        State::OneLevel(level) => {
            sheet.put("p{level.$.what}", &[level.id()]);
        }
        State::AtLeast(level, _) => {
            sheet.put("p{level.$.what}p{result.at_least.text}", &[level.id()]);
        }
    }
    if decision.refers_to_day_and_night() {
        sheet.put("p{result.day_and_night.text}", &[]);
    }
}

/// The open question that would settle it, to be answered here. One that takes several answers opens as a question.
pub(super) fn settle(decision: &Decision, sheet: &mut Sheet) {
    let Some(place) = decision.settles() else { return };
    let question = QUESTIONNAIRE.at(place);
    sheet.put("section settle(h3{result.settle}p{result.settle.text}p lead{$.ask}div choices(", &[question.id]);
    for (number, name) in question.options.iter().enumerate() {
        let option = question.first + number;
        if question.unknown.iter().all(|unknown| unknown != option) {
            let act = if question.many { Act::Change(place) } else { Act::Settle(option) };
            sheet.put("button(", &[]).act(act).put("{$.$})", &[question.id, name]);
        }
    }
    sheet.put("))", &[]);
}
