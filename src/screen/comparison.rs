//! The levels side by side: the same rows for each, the suggested ones marked in words.

use super::part::{Attr, Sheet};
use crate::decision::Decision;
use crate::engine::Level;

/// Three levels: 24-hour care among them where it is one of those suggested.
pub(super) fn comparison(decision: &Decision, sheet: &mut Sheet) {
    let around_the_clock = decision.refers_to_day_and_night();
    let levels = &Level::ALL[usize::from(around_the_clock)..][..3];
    let suggested = decision.state.levels();
    sheet.put("details fold(summary(h3{result.compare})div(table compare(caption{compare.caption}thead(tr(td()", &[]);
    for level in levels {
        sheet.put("th(", &[]).attr(Attr::Scope("col")).put("span{level.$.short}", &[level.id()]);
        sheet.put(if suggested.contains(level) { "span suggested{compare.suggested})" } else { ")" }, &[]);
    }
    sheet.put("))tbody(", &[]);
    for row in ["hours", "days", "visit", "sleep", "fits", "work", "hard", "cost"] {
        // At home in all of them: that tells nothing apart.
        if row == "sleep" && !around_the_clock {
            continue;
        }
        sheet.put("tr(th(", &[]).attr(Attr::Scope("row")).put("{compare.row.$})", &[row]);
        for level in levels {
            sheet.put("td{compare.$.$}", &[row, level.id()]);
        }
        sheet.put(")", &[]);
    }
    sheet.put("))))", &[]);
}
