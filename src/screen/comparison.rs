//! The levels side by side: the same rows for each, the suggested ones marked in words.

use super::view_node::{Attr, ScreenBuilder};
use crate::decision::Decision;
use crate::engine::Level;

/// Three levels: 24-hour care among them where it is one of those suggested.
pub(super) fn comparison(decision: &Decision, sheet: &mut ScreenBuilder) {
    let around_the_clock = decision.refers_to_day_and_night();
    let levels = &Level::ALL[usize::from(around_the_clock)..][..3];
    let suggested = decision.state.levels();
    sheet.markup("details fold(summary(h3{result.compare})div(table compare(caption{compare.caption}thead(tr(td()");
    for level in levels {
        sheet.markup("th(").attr(Attr::Scope("col")).markup_with("span{level.$.short}", level.id());
        sheet.markup(if suggested.contains(level) { "span suggested{compare.suggested})" } else { ")" });
    }
    sheet.markup("))tbody(");
    for row in ["hours", "days", "visit", "sleep", "fits", "work", "hard", "cost"] {
        // At home in all of them: that tells nothing apart.
        if row == "sleep" && !around_the_clock {
            continue;
        }
        sheet.markup("tr(th(").attr(Attr::Scope("row")).markup_with("{compare.row.$})", row);
        for level in levels {
            sheet.markup_with_all("td{compare.$.$}", &[row, level.id()]);
        }
        sheet.end();
    }
    sheet.markup("))))");
}
