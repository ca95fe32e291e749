//! The suggestion itself: the level, how sure, why, and what would change it.

use super::View;
use super::part::{Act, Attr, Sheet, Words};
use super::question::{answer_words, name};
use crate::content::{QUESTIONNAIRE, Voice};
use crate::engine::{Certainty, Facts, Level, Move, Range, Set, held, moves, reasons};

/// More would be a list to study, not a help.
const MOST_CHANGES: usize = 4;

/// The suggestion, worked out once for the whole result screen.
pub(super) struct Suggestion {
    /// The level suggested. None for a child.
    pub level: Option<Level>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The two levels of a close call.
    pub pair: Option<(Level, Level)>,
    /// The levels that programs are looked for at.
    pub levels: Vec<Level>,
    facts: Facts,
    moves: Vec<Move>,
}

impl Suggestion {
    pub(super) fn of(view: &View) -> Suggestion {
        let facts = view.visit.facts();
        let placement = view.visit.placement();
        let certainty = Certainty::of(&QUESTIONNAIRE, &facts);
        let range = Range::of(&QUESTIONNAIRE, &facts);
        let moves = moves(&QUESTIONNAIRE, &facts);
        Suggestion {
            level: placement.level(),
            certainty,
            pair: pair(placement.floor, certainty, range),
            levels: levels(placement.level(), certainty, range),
            facts,
            moves,
        }
    }

    /// The words of the suggestion.
    pub(super) fn heading(&self) -> Words {
        let Some(level) = self.level else {
            return Words::key("result.heading.child");
        };
        if self.certainty == Certainty::NotEnough {
            return Words::key("result.heading.not_enough");
        }
        match self.pair {
            Some((low, high)) => Words::Key(["result.heading.close.", low.id(), "_", high.id()].concat()),
            None => Words::keys(&["result.heading", level.id()]),
        }
    }

    /// What stands under the heading: what the level is, or both levels of a close call side by side.
    pub(super) fn what(&self, sheet: &mut Sheet, voice: Voice) {
        let Some(level) = self.level else {
            sheet.says("p", "", Words::voiced("result.child.text", voice));
            return;
        };
        match (self.certainty, self.pair) {
            (Certainty::NotEnough, _) => {
                sheet.says("p", "", Words::voiced("result.not_enough.text", voice));
            }
            (_, Some((low, high))) => {
                sheet.says("p", "", Words::voiced("result.close.text", voice)).open("div", "level-pair");
                for level in [low, high] {
                    sheet.open("div", "level").says("h4", "", level_key(level, "name"));
                    sheet.says("p", "", level_key(level, "what")).close();
                }
                sheet.close();
            }
            _ if level == Level::DayAndNight => {}
            _ => {
                sheet.says("p", "lead", level_key(level, "what"));
            }
        }
        if self.levels.contains(&Level::DayAndNight) {
            sheet.says("p", "", Words::voiced("result.day_and_night.text", voice));
        }
        sheet.says("p", "small", Words::voiced("result.sub", voice));
    }

    /// Why: the rules that hold the level, each with the answers that it rests on; then what held the level down.
    pub(super) fn why(&self, view: &View, sheet: &mut Sheet) {
        let floor = self.facts.placement.floor;
        let mut begun = false;
        for reason in reasons(&QUESTIONNAIRE, self.facts.known, &self.facts.placement) {
            // A floor below the level is not why it is the level.
            if !reason.holds || reason.rule.effect.floor != Some(floor) {
                continue;
            }
            if !begun {
                begun = true;
                section(sheet, "result.why").open("ul", "reasons");
            }
            sheet.open("li", "reason").says("p", "", Words::voiced_keys(&["why", reason.rule.id], view.voice()));
            said(view, sheet, reason.answers);
            sheet.close();
        }
        if begun {
            sheet.close().close();
        }
        let held = held(&QUESTIONNAIRE, &self.facts);
        if !held.is_empty() && self.certainty != Certainty::NotEnough {
            section(sheet, "result.held").open("ul", "held");
            for place in held {
                sheet.says("li", "", Words::voiced_keys(&["held", QUESTIONNAIRE.questions[place].id], view.voice()));
            }
            sheet.close().close();
        }
    }

    /// What would change it: the nearest single answers that move the level, each of them tried.
    pub(super) fn changes(&self, view: &View, sheet: &mut Sheet) {
        section(sheet, if self.pair.is_some() { "result.close.tip" } else { "result.change" });
        if self.moves.is_empty() {
            sheet.line("p", "", "whatif.none").close();
            return;
        }
        sheet.open("ul", "changes");
        for m in self.moves.iter().take(MOST_CHANGES) {
            let question = &QUESTIONNAIRE.questions[m.question];
            let words = Words::keys(&["whatif", m.level.id()]);
            let words = words.with("answer", answer_words(question, m.answer, view.voice()));
            sheet.says("li", "", words.with("question", name(question)));
        }
        sheet.close().close();
    }

    /// Every answer given, each with a way to change it.
    pub(super) fn answers(&self, view: &View, sheet: &mut Sheet) {
        section(sheet, "result.answers").open("dl", "answers");
        for place in self.facts.path() {
            let question = &QUESTIONNAIRE.questions[place];
            sheet.open("div", "row").says("dt", "", name(question));
            sheet.says("dd", "", answer_words(question, self.facts.known, view.voice())).open("dd", "");
            edit(sheet, place);
            sheet.close().close();
        }
        sheet.close().close();
    }
}

/// The two levels of a close call. Where one answer alone holds the level, the other is the level below.
fn pair(level: Level, certainty: Certainty, range: Range) -> Option<(Level, Level)> {
    match certainty {
        Certainty::CloseCall if range.high > range.low => Some((range.low, range.high)),
        Certainty::CloseCall => level.below().map(|below| (below, level)),
        _ => None,
    }
}

/// The levels that programs are looked for at: the suggested one, both of a close call, or all that a program
/// can have where there is not enough to say.
pub(super) fn levels(level: Option<Level>, certainty: Certainty, range: Range) -> Vec<Level> {
    match (level, pair(range.low, certainty, range)) {
        (None, _) => Vec::new(),
        (_, _) if certainty == Certainty::NotEnough => {
            vec![Level::Outpatient, Level::Iop, Level::Php]
        }
        (_, Some((low, high))) => vec![low, high],
        (Some(level), None) => vec![level],
    }
}

/// Begins a card of the result, with its heading.
pub(super) fn section<'a>(sheet: &'a mut Sheet, title: &str) -> &'a mut Sheet {
    sheet.open("section", "card").line("h3", "", title)
}

fn level_key(level: Level, last: &str) -> Words {
    Words::keys(&["level", level.id(), last])
}

/// The answers that a reason rests on, in the visitor's words, each with a Change button.
pub(super) fn said(view: &View, sheet: &mut Sheet, answers: Set) {
    for (place, question) in QUESTIONNAIRE.questions.iter().enumerate() {
        if answers.meets(question.all()) {
            let words = Words::key("result.said").with("answer", answer_words(question, answers, view.voice()));
            sheet.open("p", "said").says("span", "", words);
            edit(sheet, place);
            sheet.close();
        }
    }
}

fn edit(sheet: &mut Sheet, place: usize) {
    let label = Words::key("result.edit.name").with("question", name(&QUESTIONNAIRE.questions[place]));
    sheet.open("button", "edit").attr(Attr::Name(label)).act(Act::Change(place)).key("result.edit").close();
}

/// The comparison of the three levels: the same rows for each, the suggested ones marked in words.
pub(super) fn compare(sheet: &mut Sheet, suggested: &[Level]) {
    const ROWS: [&str; 8] = ["hours", "days", "visit", "sleep", "fits", "work", "hard", "cost"];
    const LEVELS: [Level; 3] = [Level::Outpatient, Level::Iop, Level::Php];
    section(sheet, "result.compare").open("div", "table-scroll");
    sheet.attr(Attr::Reachable).attr(Attr::Name(Words::key("compare.scroll")));
    sheet.open("table", "compare").line("caption", "", "compare.caption");
    sheet.open("thead", "").open("tr", "").open("td", "").close();
    for level in LEVELS {
        sheet.open("th", "").attr(Attr::Scope("col")).says("span", "", level_key(level, "short"));
        if suggested.len() < LEVELS.len() && suggested.contains(&level) {
            sheet.line("span", "suggested", "compare.suggested");
        }
        sheet.close();
    }
    sheet.close().close().open("tbody", "");
    for row in ROWS {
        sheet.open("tr", "").open("th", "").attr(Attr::Scope("row")).words(Words::keys(&["compare.row", row])).close();
        for level in LEVELS {
            sheet.says("td", "", Words::keys(&["compare", row, level.id()]));
        }
        sheet.close();
    }
    sheet.close().close().close().close();
}
