//! The suggestion itself: the level, how sure, why, and what would change it.

use super::View;
use super::part::{Act, Attr, Part, Words, el, says};
use super::question::{answer_words, name};
use crate::content::{QUESTIONNAIRE, Voice};
use crate::engine::{Certainty, Facts, Level, Move, Range, held, moves, reasons};

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
    pub(super) fn what(&self, voice: Voice) -> Vec<Part> {
        let mut parts = Vec::new();
        let Some(level) = self.level else {
            return vec![says("p", Words::voiced("result.child.text", voice))];
        };
        match (self.certainty, self.pair) {
            (Certainty::NotEnough, _) => parts.push(says("p", Words::voiced("result.not_enough.text", voice))),
            (_, Some((low, high))) => {
                parts.push(says("p", Words::voiced("result.close.text", voice)));
                parts.push(el("div", "level-pair").parts([low, high].map(card)));
            }
            _ if level == Level::DayAndNight => {}
            _ => parts.push(el("p", "lead").words(level_key(level, "what"))),
        }
        if self.levels.contains(&Level::DayAndNight) {
            parts.push(says("p", Words::voiced("result.day_and_night.text", voice)));
        }
        parts.push(el("p", "small").words(Words::voiced("result.sub", voice)));
        parts
    }

    /// Why: the rules that hold the level, then the others, each with the answer that it rests on; then what
    /// held the level down.
    pub(super) fn why(&self, view: &View) -> Vec<Part> {
        let (voice, placement) = (view.voice(), view.visit.placement());
        let reasons: Vec<Part> = reasons(&QUESTIONNAIRE, self.facts.known, &placement)
            .into_iter()
            .filter(|reason| reason.rule.effect.floor.is_some())
            // A floor below the level is not why it is the level, unless there is no other reason to give.
            .filter(|reason| reason.holds || placement.floor == Level::Outpatient)
            .map(|reason| {
                el("li", "reason").part(says("p", Words::voiced_keys(&["why", reason.rule.id], voice))).parts(said(
                    view,
                    reason.answers,
                    true,
                ))
            })
            .collect();
        let mut parts = Vec::new();
        if !reasons.is_empty() {
            parts.push(section("result.why").part(el("ul", "reasons").parts(reasons)));
        }
        let held: Vec<Part> = held(&QUESTIONNAIRE, &self.facts)
            .into_iter()
            .map(|place| says("li", Words::voiced_keys(&["held", QUESTIONNAIRE.questions[place].id], voice)))
            .collect();
        if !held.is_empty() && self.certainty != Certainty::NotEnough {
            parts.push(section("result.held").part(el("ul", "held").parts(held)));
        }
        parts
    }

    /// What would change it: the nearest single answers that move the level, each of them tried.
    pub(super) fn changes(&self, view: &View) -> Part {
        let list: Vec<Part> = self
            .moves
            .iter()
            .take(MOST_CHANGES)
            .map(|m| {
                let question = &QUESTIONNAIRE.questions[m.question];
                says(
                    "li",
                    Words::keys(&["whatif", m.level.id()])
                        .with("answer", answer_words(question, m.answer, view.voice()))
                        .with("question", name(question)),
                )
            })
            .collect();
        let title = if self.pair.is_some() { "result.close.tip" } else { "result.change" };
        let section = section(title);
        if list.is_empty() {
            return section.part(says("p", Words::key("whatif.none")));
        }
        section.part(el("ul", "changes").parts(list))
    }

    /// Every answer given, each with a way to change it.
    pub(super) fn answers(&self, view: &View) -> Part {
        let rows = self.facts.path().map(|place| {
            let question = &QUESTIONNAIRE.questions[place];
            el("div", "row")
                .part(says("dt", name(question)))
                .part(says("dd", answer_words(question, self.facts.known, view.voice())))
                .part(el("dd", "").part(edit(place)))
        });
        section("result.answers").part(el("dl", "answers").parts(rows))
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

/// A card of the result with its heading.
pub(super) fn section(title: &str) -> Part {
    el("section", "card").part(says("h3", Words::key(title)))
}

fn level_key(level: Level, last: &str) -> Words {
    Words::keys(&["level", level.id(), last])
}

fn card(level: Level) -> Part {
    el("div", "level").part(says("h3", level_key(level, "name"))).part(says("p", level_key(level, "what")))
}

/// The answers that a reason rests on, in the visitor's words, each with a Change button if wanted.
pub(super) fn said(view: &View, answers: crate::engine::Set, editable: bool) -> Vec<Part> {
    QUESTIONNAIRE
        .questions
        .iter()
        .enumerate()
        .filter(|(_, question)| answers.meets(question.all()))
        .map(|(place, question)| {
            let words = Words::key("result.said")
                .with("answer", answer_words(question, answers, view.voice()))
                .with("question", name(question));
            let line = el("p", "said").part(says("span", words));
            if editable { line.part(edit(place)) } else { line }
        })
        .collect()
}

fn edit(place: usize) -> Part {
    let question = &QUESTIONNAIRE.questions[place];
    el("button", "edit")
        .key("result.edit")
        .attr(Attr::Name(Words::key("result.edit.name").with("question", name(question))))
        .act(Act::Change(place))
}

/// The comparison of the three levels: the same rows for each, the suggested ones marked in words.
pub(super) fn compare(suggested: &[Level]) -> Part {
    const ROWS: [&str; 8] = ["hours", "days", "visit", "sleep", "fits", "work", "hard", "cost"];
    const LEVELS: [Level; 3] = [Level::Outpatient, Level::Iop, Level::Php];
    let head = LEVELS.map(|level| {
        let cell = el("th", "").words(level_key(level, "short")).attr(Attr::Scope("col"));
        if suggested.len() < LEVELS.len() && suggested.contains(&level) {
            cell.part(el("span", "suggested").key("compare.suggested"))
        } else {
            cell
        }
    });
    let rows = ROWS.map(|row| {
        el("tr", "")
            .part(el("th", "").words(Words::keys(&["compare.row", row])).attr(Attr::Scope("row")))
            .parts(LEVELS.map(|level| says("td", Words::keys(&["compare", row, level.id()]))))
    });
    let table = el("table", "compare")
        .part(says("caption", Words::key("compare.caption")))
        .part(el("thead", "").part(el("tr", "").part(el("td", "")).parts(head)))
        .part(el("tbody", "").parts(rows));
    section("result.compare").part(
        el("div", "table-scroll").attr(Attr::Reachable).attr(Attr::Name(Words::key("compare.scroll"))).part(table),
    )
}
