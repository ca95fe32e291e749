//! Where each part of the flow's drawing goes: questions from top to bottom in their order, indented under those that
//! they depend on.

use anyhow::Result;
use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::Clause;

use super::flow::{Branch, Exit, Flow, flow};
use super::words::{Words, named};

/// The drawing: shapes in the units of its own view box.
#[derive(Default)]
pub struct Drawing {
    pub height: f64,
    pub boxes: Vec<Shape>,
    pub labels: Vec<Label>,
    pub lines: Vec<Line>,
}

/// A box with a line of text.
pub struct Shape {
    pub kind: Kind,
    pub area: Area,
    pub text: String,
}

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Question,
    Emergency,
    Out,
    Result,
}

/// Text beside a line.
pub struct Label {
    pub area: Area,
    pub lines: Vec<String>,
}

/// A line through these points, from a box or from another line, with an arrow's head at its end or a dot at its start.
pub struct Line {
    pub points: Vec<(f64, f64)>,
    pub arrow: bool,
    pub dot: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    fn right(&self) -> f64 {
        self.x + self.width
    }
    fn bottom(&self) -> f64 {
        self.y + self.height
    }
    fn middle(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

pub const WIDTH: f64 = 760.0;
/// Height of a line of a label, and how wide a letter of it is at most on average.
pub const LINE: f64 = 14.0;
const LETTER: f64 = 5.9;
const EDGE: f64 = 8.0;
const INDENT: f64 = 74.0;
const BOX: (f64, f64) = (288.0, 28.0);
const GAP: f64 = 12.0;
/// Lanes to the left of labels under a box, and to the right of everything.
const LANE: f64 = 16.0;
const GUTTER: f64 = WIDTH - 60.0;

/// Draws the flow of the questionnaire that ships.
pub fn drawing(words: &Words) -> Result<Drawing> {
    let flow = flow()?;
    let mut pen =
        Pen { words, flow: &flow, drawing: Drawing::default(), y: EDGE, indices: Vec::new(), lanes: Vec::new() };
    for index in 0..QUESTIONNAIRE.questions.len() {
        pen.question(index)?;
    }
    pen.result();
    pen.branches();
    pen.spine();
    let mut drawing = pen.drawing;
    drawing.height = drawing.boxes.last().map_or(0.0, |last| last.area.bottom()) + EDGE;
    Ok(drawing)
}

struct Pen<'a> {
    words: &'a Words,
    flow: &'a Flow,
    drawing: Drawing,
    y: f64,
    /// Where each question's box is.
    indices: Vec<Area>,
    /// Where the lane of each branch begins.
    lanes: Vec<(&'a Branch, (f64, f64))>,
}

impl<'a> Pen<'a> {
    fn question(&mut self, index: usize) -> Result<()> {
        let question = &QUESTIONNAIRE.questions[index];
        let flow: &'a Flow = self.flow;
        self.gate(index)?;
        let beside: Vec<&'a Branch> = flow.branches.iter().filter(|b| b.from == index && !b.primary).collect();
        let x = EDGE + INDENT * flow.depth[index] as f64;
        let mut area = Area { x, y: self.y, width: BOX.0, height: BOX.1 };
        // What is said beside the box stands above the line that leaves it.
        let mut notes = Vec::new();
        for branch in &beside {
            notes.extend(wrapped(&self.condition(&branch.clause)?, GUTTER - area.right() - 16.0));
        }
        area.y += (notes.len() as f64 * LINE + 2.0 - (BOX.1 - 6.0)).max(0.0);
        let text = format!("{}. {}", index + 1, self.words.name(question)?);
        self.drawing.boxes.push(Shape { kind: Kind::Question, area, text });
        self.indices.push(area);
        for branch in beside {
            let y = area.bottom() - 6.0;
            let lane = GUTTER + LANE * self.beside().count() as f64;
            self.drawing.lines.push(Line { points: vec![(area.right(), y), (lane, y)], arrow: false, dot: false });
            self.lanes.push((branch, (lane, y)));
        }
        let height = notes.len() as f64 * LINE;
        if !notes.is_empty() {
            self.label(area.right() + 8.0, area.bottom() - 8.0 - height, notes);
        }
        self.y = area.bottom() + 5.0;
        for exit in flow.exits.iter().filter(|exit| exit.from == index) {
            self.exit(area, exit)?;
        }
        let under: Vec<&'a Branch> = flow.branches.iter().filter(|b| b.from == index && b.primary).collect();
        for (at, branch) in under.iter().enumerate() {
            let lane = (area.x + 24.0 + LANE * at as f64, area.bottom());
            let x = area.x + 24.0 + LANE * under.len() as f64;
            self.lanes.push((branch, lane));
            self.drawing.lines.push(Line {
                points: vec![(lane.0, self.y + LINE / 2.0), (x - 3.0, self.y + LINE / 2.0)],
                arrow: false,
                dot: true,
            });
            let lines = wrapped(&self.condition(&branch.clause)?, GUTTER - x - 8.0);
            self.y += self.label(x, self.y, lines) + 3.0;
        }
        self.y += GAP - 5.0;
        Ok(())
    }

    /// Says once, where it begins to hold, what nearly every question is asked on.
    fn gate(&mut self, index: usize) -> Result<()> {
        let has = |index: usize| {
            self.flow.gate.is_some_and(|gate| QUESTIONNAIRE.questions[index].visible_when.contains(&gate))
        };
        let (Some(gate), true) = (self.flow.gate, has(index) && (0..index).all(|before| !has(before))) else {
            return Ok(());
        };
        let text = format!("All that follows is asked {}", self.condition(&gate)?);
        self.y += self.label(EDGE + 24.0, self.y, wrapped(&text, GUTTER - EDGE - 32.0)) + 8.0;
        Ok(())
    }

    fn exit(&mut self, area: Area, exit: &Exit) -> Result<()> {
        let question = &QUESTIONNAIRE.questions[exit.from];
        let (lane, x) = (area.x + 24.0, area.x + 40.0);
        let mut lines = Vec::new();
        for option in self.words.short(question, exit.options)? {
            lines.extend(wrapped(&option, GUTTER - x - 8.0));
        }
        self.y += self.label(x, self.y, lines) + 3.0;
        let (kind, key) = match exit.emergency {
            true => (Kind::Emergency, "result.heading.emergency"),
            false => (Kind::Out, "result.heading.child"),
        };
        let out = Area { x, y: self.y, width: 360.0, height: 24.0 };
        self.drawing.boxes.push(Shape { kind, area: out, text: self.words.say(key)?.to_owned() });
        let points = vec![(lane, area.bottom()), (lane, out.middle()), (out.x, out.middle())];
        self.drawing.lines.push(Line { points, arrow: true, dot: false });
        self.y = out.bottom() + 5.0;
        Ok(())
    }

    fn result(&mut self) {
        let area = Area { x: EDGE, y: self.y + 6.0, width: 500.0, height: 32.0 };
        let text = "Result: first steps, level and how sure, reasons, add-ons, programs".to_owned();
        self.drawing.boxes.push(Shape { kind: Kind::Result, area, text });
    }

    /// The lanes from each answer down to the questions that depend on it.
    fn branches(&mut self) {
        for (branch, (lane, from)) in &self.lanes {
            for (at, to) in branch.to.iter().enumerate() {
                let area = self.indices[*to];
                // A second line into the same box arrives a little lower, on the other side.
                let end = if branch.primary { (area.x, area.middle()) } else { (area.right(), area.middle()) };
                let start = if at == 0 { *from } else { self.indices[branch.to[at - 1]].middle() };
                let points = vec![(*lane, start), (*lane, end.1), end];
                self.drawing.lines.push(Line { points, arrow: true, dot: false });
            }
        }
    }

    /// From each question that everybody is asked to the next one, and to the result.
    fn spine(&mut self) {
        let everybody =
            (0..self.indices.len()).filter(|index| self.flow.depth[*index] == 0).map(|index| self.indices[index]);
        let mut stops: Vec<Area> = everybody.collect();
        stops.extend(self.drawing.boxes.last().map(|result| result.area));
        for pair in stops.windows(2) {
            let x = EDGE + 11.0;
            self.drawing.lines.push(Line {
                points: vec![(x, pair[0].bottom()), (x, pair[1].y)],
                arrow: true,
                dot: false,
            });
        }
    }

    fn beside(&self) -> impl Iterator<Item = &(&'a Branch, (f64, f64))> {
        self.lanes.iter().filter(|(branch, _)| !branch.primary)
    }

    /// Puts lines of text down, and says how high they are.
    fn label(&mut self, x: f64, y: f64, lines: Vec<String>) -> f64 {
        let width = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
        let height = lines.len() as f64 * LINE;
        self.drawing.labels.push(Label { area: Area { x, y, width, height }, lines });
        height
    }

    fn condition(&self, clause: &Clause) -> Result<String> {
        let mut options = Vec::new();
        for part in named(clause) {
            options.extend(self.words.short(part.question, part.options)?);
        }
        let options = match &options[..] {
            [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            all => all.concat(),
        };
        Ok(format!("{} {options}", if clause.wanted { "if" } else { "unless" }))
    }
}

fn width(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER
}

/// The text in lines that are no wider than that.
fn wrapped(text: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + width(word) + LETTER <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Area, WIDTH, drawing, wrapped};
    use crate::protocol::tests::english;

    fn overlap(a: &Area, b: &Area) -> bool {
        a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
    }

    #[test]
    fn nothing_covers_anything_else() {
        let drawing = drawing(&english()).unwrap();
        let boxes: Vec<&Area> = drawing.boxes.iter().map(|shape| &shape.area).collect();
        let labels: Vec<&Area> = drawing.labels.iter().map(|label| &label.area).collect();
        let areas: Vec<&Area> = boxes.iter().chain(&labels).copied().collect();
        for (index, area) in areas.iter().enumerate() {
            assert!(area.x >= 0.0 && area.right() <= WIDTH && area.bottom() <= drawing.height, "{area:?}");
            for other in &areas[..index] {
                assert!(!overlap(area, other), "{area:?} {other:?}");
            }
        }
        for line in &drawing.lines {
            for pair in line.points.windows(2) {
                let [(ax, ay), (bx, by)] = [pair[0], pair[1]];
                assert!(ax == bx || ay == by, "a line is neither level nor upright");
                let along = Area { x: ax.min(bx), y: ay.min(by), width: (ax - bx).abs(), height: (ay - by).abs() };
                for area in &areas {
                    assert!(!overlap(&along, area), "a line from {ax},{ay} to {bx},{by} crosses {area:?}");
                }
            }
        }
    }

    #[test]
    fn every_question_is_drawn_and_every_one_but_the_first_is_led_to() {
        let drawing = drawing(&english()).unwrap();
        let questions = program_finder::content::QUESTIONNAIRE.questions.len();
        let boxes = drawing.boxes.iter().filter(|shape| shape.kind == super::Kind::Question);
        assert_eq!(boxes.clone().count(), questions);
        let ends: Vec<(f64, f64)> =
            drawing.lines.iter().filter(|line| line.arrow).filter_map(|line| line.points.last().copied()).collect();
        for shape in drawing.boxes.iter().skip(1) {
            let area = shape.area;
            let touches =
                |(x, y): &(f64, f64)| *x >= area.x && *x <= area.right() && *y >= area.y && *y <= area.bottom();
            assert!(ends.iter().any(touches), "no line leads to {}", shape.text);
        }
    }

    #[test]
    fn text_is_wrapped_between_words() {
        assert_eq!(wrapped("one two three", 50.0), ["one two", "three"]);
        assert_eq!(wrapped("", 50.0), Vec::<String>::new());
    }
}
