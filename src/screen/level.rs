//! The suggestion itself: the level, why, and what would change it.

use super::View;
use super::facts::listed;
use super::part::{Act, Attr, Sheet, Words};
use super::question::{answer_words, name};
use crate::content::QUESTIONNAIRE;
use crate::decision::{Decision, State};
use crate::engine::{Level, Reason, Set};

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

/// What stands under the heading: what the level is, or both levels of a close call side by side.
pub(super) fn what(decision: &Decision, sheet: &mut Sheet) {
    match decision.state {
        State::Child => {
            sheet.put("p{result.child.text}", &[]);
            return;
        }
        State::NotEnough => {
            sheet.put("p{result.not_enough.text}", &[]);
        }
        State::TwoLevels(low, high) => {
            sheet.put("p{result.close.text}div level-pair(", &[]);
            for level in [low, high] {
                sheet.put("div level(h3{level.$.name}p{level.$.what})", &[level.id(), level.id()]);
            }
            sheet.put(")", &[]);
        }
        State::OneLevel(Level::DayAndNight) => {}
        State::OneLevel(level) | State::AtLeast(level, _) => {
            sheet.put("p lead{level.$.what}", &[level.id()]);
        }
    }
    if decision.refers_to_day_and_night() {
        sheet.put("p{result.day_and_night.text}", &[]);
    }
    sheet.put("p small{result.sub}", &[]);
}

/// Why: the rules that hold the level, each with the answers that it rests on; then what held the level down.
pub(super) fn why(decision: &Decision, sheet: &mut Sheet) {
    if !decision.reasons.is_empty() {
        sheet.put("section card(h3{result.why}ul reasons(", &[]);
        for because in &decision.reasons {
            reason(sheet, because);
        }
        sheet.put("))", &[]);
    }
    if !decision.held.is_empty() {
        sheet.put("section card(h3{result.held}ul held(", &[]);
        for place in &decision.held {
            sheet.put("li{held.$}", &[QUESTIONNAIRE.at(*place).id]);
        }
        sheet.put("))", &[]);
    }
}

/// A reason, with the answers that it rests on.
pub(super) fn reason(sheet: &mut Sheet, reason: &Reason) {
    sheet.put("li reason(p{why.$}", &[reason.rule.id]);
    said(sheet, reason.answers);
    sheet.put(")", &[]);
}

/// What would change it: the nearest single answers that move the level, each of them tried.
pub(super) fn changes(decision: &Decision, sheet: &mut Sheet) {
    let tip = matches!(decision.state, State::TwoLevels(..));
    sheet.put(if tip { "section card(h3{result.close.tip}" } else { "section card(h3{result.change}" }, &[]);
    sheet.put(if decision.changes.is_empty() { "p{whatif.none}ul changes(" } else { "ul changes(" }, &[]);
    for change in &decision.changes {
        let question = QUESTIONNAIRE.at(change.question);
        let words = Words::key("whatif.$", &[change.level.id()]).with("answer", answer_words(question, change.answer));
        sheet.says("li(", words.with("question", name(question)));
    }
    sheet.put("))", &[]);
}

/// Every answer given, each with a way to change it; on what is kept also when they could come, which a result has
/// beside the programs.
pub(super) fn answers(view: &View, decision: &Decision, sheet: &mut Sheet) {
    let facts = &decision.evaluation.facts;
    sheet.put("section card(h3{result.answers}dl answers(", &[]);
    for place in facts.path() {
        let question = QUESTIONNAIRE.at(place);
        sheet.put("div row(dt{$.name}", &[question.id]).says("dd(", answer_words(question, facts.known));
        edit(sheet.put("dd(", &[]), place);
        sheet.put("))", &[]);
    }
    if sheet.keeping && !view.visit.when.is_empty() {
        sheet.put("div row(dt{week.name}", &[]).says("dd(", listed("week.$", view.visit.when.names())).put(")", &[]);
    }
    sheet.put("))", &[]);
}

/// The answers that a reason rests on, in the visitor's words, each with a Change button.
fn said(sheet: &mut Sheet, answers: Set) {
    for (place, question) in QUESTIONNAIRE.questions.iter().enumerate() {
        if answers.meets(question.all()) {
            let words = Words::key("result.said", &[]).with("answer", answer_words(question, answers));
            edit(sheet.put("p said(", &[]).says("span(", words), place);
            sheet.put(")", &[]);
        }
    }
}

fn edit(sheet: &mut Sheet, place: usize) {
    if sheet.keeping {
        return;
    }
    let label = Words::key("result.edit.name", &[]).with("question", name(QUESTIONNAIRE.at(place)));
    sheet.put("button edit(", &[]).attr(Attr::Name(label)).act(Act::Change(place)).put("{result.edit})", &[]);
}

/// The comparison of the three levels: the same rows for each, the suggested ones marked in words.
pub(super) fn compare(sheet: &mut Sheet, suggested: &[Level]) {
    const ROWS: [&str; 8] = ["hours", "days", "visit", "sleep", "fits", "work", "hard", "cost"];
    const LEVELS: [Level; 3] = [Level::Outpatient, Level::Iop, Level::Php];
    sheet.put("section card(h3{result.compare}div table-scroll(", &[]);
    sheet.attr(Attr::Reachable).attr(Attr::Name(Words::key("compare.scroll", &[])));
    sheet.put("table compare(caption{compare.caption}thead(tr(td()", &[]);
    for level in LEVELS {
        sheet.put("th(", &[]).attr(Attr::Scope("col")).put("span{level.$.short}", &[level.id()]);
        sheet.put(if suggested.contains(&level) { "span suggested{compare.suggested})" } else { ")" }, &[]);
    }
    sheet.put("))tbody(", &[]);
    for row in ROWS {
        sheet.put("tr(th(", &[]).attr(Attr::Scope("row")).put("{compare.row.$})", &[row]);
        for level in LEVELS {
            sheet.put("td{compare.$.$}", &[row, level.id()]);
        }
        sheet.put(")", &[]);
    }
    sheet.put("))))", &[]);
}
