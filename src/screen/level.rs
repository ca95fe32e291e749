//! The suggestion itself: the level, how sure, why, and what would change it.

use alloc::vec;
use alloc::vec::Vec;

use super::View;
use super::part::{Act, Attr, Sheet, Words};
use super::programs::listed;
use super::question::{answer_words, name};
use crate::content::QUESTIONNAIRE;
use crate::engine::{Certainty, Facts, Level, Move, Range, Rule, Set, Step, held, moves, reasons};

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
        let range = Range::of(&facts);
        let moves = moves(&QUESTIONNAIRE, &facts);
        Suggestion {
            level: placement.level(),
            certainty,
            pair: pair(certainty, range),
            levels: levels(placement.level(), certainty, range),
            facts,
            moves,
        }
    }

    /// The words of the suggestion.
    pub(super) fn heading(&self) -> Words {
        match (self.level, self.pair) {
            (None, _) => Words::key("result.heading.child", &[]),
            _ if self.certainty == Certainty::NotEnough => Words::key("result.heading.not_enough", &[]),
            (Some(level), _) if self.certainty == Certainty::AtLeast => {
                Words::key("result.heading.at_least.$", &[level.id()])
            }
            (_, Some((low, high))) => Words::key("result.heading.close.$_$", &[low.id(), high.id()]),
            (Some(level), None) => Words::key("result.heading.$", &[level.id()]),
        }
    }

    /// What stands under the heading: what the level is, or both levels of a close call side by side.
    pub(super) fn what(&self, sheet: &mut Sheet) {
        let Some(level) = self.level else {
            sheet.put("p{result.child.text}", &[]);
            return;
        };
        match (self.certainty, self.pair) {
            (Certainty::NotEnough, _) => {
                sheet.put("p{result.not_enough.text}", &[]);
            }
            (_, Some((low, high))) => {
                sheet.put("p{result.close.text}div level-pair(", &[]);
                for level in [low, high] {
                    sheet.put("div level(h3{level.$.name}p{level.$.what})", &[level.id(), level.id()]);
                }
                sheet.put(")", &[]);
            }
            _ if level == Level::DayAndNight => {}
            _ => {
                sheet.put("p lead{level.$.what}", &[level.id()]);
            }
        }
        if self.levels.contains(&Level::DayAndNight) {
            sheet.put("p{result.day_and_night.text}", &[]);
        }
        sheet.put("p small{result.sub}", &[]);
    }

    /// Why: the rules that hold the level, each with the answers that it rests on; then what held the level down.
    pub(super) fn why(&self, view: &View, sheet: &mut Sheet) {
        let mut begun = false;
        for reason in &reasons(&QUESTIONNAIRE, self.facts.known, &view.visit.placement()) {
            // A floor below the level is not why it is the level.
            if !reason.holds {
                continue;
            }
            if !begun {
                begun = true;
                sheet.put("section card(h3{result.why}ul reasons(", &[]);
            }
            sheet.put("li reason(p{why.$}", &[reason.rule.id]);
            said(sheet, reason.answers);
            sheet.put(")", &[]);
        }
        if begun {
            sheet.put("))", &[]);
        }
        let held = held(&QUESTIONNAIRE, &self.facts);
        if !held.is_empty() && self.certainty != Certainty::NotEnough {
            sheet.put("section card(h3{result.held}ul held(", &[]);
            for place in &held {
                sheet.put("li{held.$}", &[QUESTIONNAIRE.at(*place).id]);
            }
            sheet.put("))", &[]);
        }
    }

    /// What would change it: the nearest single answers that move the level, each of them tried.
    pub(super) fn changes(&self, sheet: &mut Sheet) {
        let tip = self.pair.is_some();
        sheet.put(if tip { "section card(h3{result.close.tip}" } else { "section card(h3{result.change}" }, &[]);
        sheet.put(if self.moves.is_empty() { "p{whatif.none}ul changes(" } else { "ul changes(" }, &[]);
        for m in self.moves.iter().take(MOST_CHANGES) {
            let question = QUESTIONNAIRE.at(m.question);
            let words = Words::key("whatif.$", &[m.level.id()]).with("answer", answer_words(question, m.answer));
            sheet.says("li(", words.with("question", name(question)));
        }
        sheet.put("))", &[]);
    }

    /// Every answer given, each with a way to change it; on what is kept also when they could come, which a result has
    /// beside the programs.
    pub(super) fn answers(&self, view: &View, sheet: &mut Sheet) {
        sheet.put("section card(h3{result.answers}dl answers(", &[]);
        for place in self.facts.path() {
            let question = QUESTIONNAIRE.at(place);
            sheet.put("div row(dt{$.name}", &[question.id]).says("dd(", answer_words(question, self.facts.known));
            edit(sheet.put("dd(", &[]), place);
            sheet.put("))", &[]);
        }
        if sheet.keeping && !view.visit.when.is_empty() {
            sheet
                .put("div row(dt{week.name}", &[])
                .says("dd(", listed("week.$", view.visit.when.names()))
                .put(")", &[]);
        }
        sheet.put("))", &[]);
    }
}

/// The two levels where two are possible.
fn pair(certainty: Certainty, range: Range) -> Option<(Level, Level)> {
    match certainty {
        Certainty::Two => Some((range.low, range.high)),
        _ => None,
    }
}

/// The levels that programs are looked for at: the suggested one, both of a close call, or all that a program
/// can have where there is not enough to say.
pub(super) fn levels(level: Option<Level>, certainty: Certainty, range: Range) -> Vec<Level> {
    match (level, pair(certainty, range)) {
        (None, _) => Vec::new(),
        (_, _) if certainty == Certainty::NotEnough => {
            vec![Level::Outpatient, Level::Iop, Level::Php]
        }
        (_, _) if certainty == Certainty::AtLeast => Level::ALL[range.low as usize..=range.high as usize].to_vec(),
        (_, Some((low, high))) => vec![low, high],
        (Some(level), None) => vec![level],
    }
}

/// Whether a result may give the reason of this rule: it sets a level, or asks for medical care or a check. An emergency
/// has words of its own, and so have add-ons.
pub fn gives_a_reason(rule: &Rule) -> bool {
    rule.effect.floor.is_some() || matches!(rule.effect.step, Some(Step::Medical | Step::Check))
}

/// The answers that a reason rests on, in the visitor's words, each with a Change button.
pub(super) fn said(sheet: &mut Sheet, answers: Set) {
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
        let mark = suggested.len() < LEVELS.len() && suggested.contains(&level);
        sheet.put(if mark { "span suggested{compare.suggested})" } else { ")" }, &[]);
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
