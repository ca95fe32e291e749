//! The flow's drawing as SVG.

use std::fmt::Write;

use super::drawing::{Drawing, Kind, LINE, Line, WIDTH};
use super::html::text;

/// The drawing as one `svg` element that says by itself what it shows.
pub fn svg(drawing: &Drawing, title: &str, what: &str) -> String {
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-labelledby=\"flow-title flow-what\" xmlns=\"http://www.w3.org/2000/svg\">\n\
         <title id=\"flow-title\">{}</title>\n<desc id=\"flow-what\">{}</desc>\n",
        drawing.height,
        text(title),
        text(what)
    );
    // Lines first: a box lies on top of the ends that lead to it.
    for line in &drawing.lines {
        svg += &self::line(line);
    }
    for shape in &drawing.boxes {
        let area = shape.area;
        let (class, corner) = match shape.kind {
            Kind::Question => ("question", 4.0),
            Kind::Emergency => ("emergency", 12.0),
            Kind::Out => ("out", 12.0),
            Kind::Result => ("result", 4.0),
        };
        let (x, y) = (area.x + 10.0, area.y + area.height / 2.0 + 4.5);
        svg += &format!(
            "<g class=\"{class}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{corner}\"/>\
             <text x=\"{x}\" y=\"{y}\">{}</text></g>\n",
            area.x,
            area.y,
            area.width,
            area.height,
            text(&shape.text)
        );
    }
    for label in &drawing.labels {
        for (at, words) in label.lines.iter().enumerate() {
            let y = label.area.y + LINE * at as f64 + 11.0;
            svg += &format!("<text class=\"label\" x=\"{}\" y=\"{y}\">{}</text>\n", label.area.x, text(words));
        }
    }
    svg + "</svg>\n"
}

fn line(line: &Line) -> String {
    let mut path = String::new();
    for (at, (x, y)) in line.points.iter().enumerate() {
        // Writing into a string has no way to fail.
        let _ = write!(path, "{}{x} {y}", if at == 0 { "M" } else { " L" });
    }
    let mut svg = format!("<path class=\"line\" d=\"{path}\"/>\n");
    if let (true, [.., (from_x, from_y), (x, y)]) = (line.arrow, &line.points[..]) {
        let (dx, dy) = ((x - from_x).signum() * f64::from(x != from_x), (y - from_y).signum() * f64::from(y != from_y));
        let corner = |side: f64| format!("{} {}", x - 7.0 * dx + 3.5 * side * dy, y - 7.0 * dy + 3.5 * side * dx);
        svg += &format!("<path class=\"head\" d=\"M{x} {y} L{} L{} Z\"/>\n", corner(1.0), corner(-1.0));
    }
    if let (true, Some((x, y))) = (line.dot, line.points.first()) {
        svg += &format!("<circle class=\"head\" cx=\"{x}\" cy=\"{y}\" r=\"2.5\"/>\n");
    }
    svg
}
