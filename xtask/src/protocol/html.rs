//! Small pieces of markup. Everything that comes from a table or a catalog goes through [`text`].

use program_finder::content::Audience;
use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::words::{Said, voice_name};
pub use crate::build::template::escaped as text;

/// An element without attributes, around markup.
pub fn element(tag: &str, inside: &str) -> String {
    format!("<{tag}>{inside}</{tag}>")
}

/// A list of items that are markup.
pub fn list<'a>(items: impl IntoIterator<Item = &'a String>) -> String {
    let items: String = items.into_iter().map(|item| element("li", item)).collect();
    format!("<ul>{items}</ul>")
}

/// A name from the tables. A long one may be broken where its parts meet.
pub fn id(id: &str) -> String {
    format!("<code>{}</code>", text(id).replace('_', "_<wbr>").replace('.', ".<wbr>"))
}

/// A section of the page, with its heading.
pub fn section(name: &str, heading: &str, inside: &str) -> String {
    format!("<section id=\"{name}\">\n<h2>{}</h2>\n{inside}</section>\n", text(heading))
}

/// A table. Its head stands again on each printed page.
pub fn table(class: &str, head: &[&str], rows: &[Vec<String>]) -> String {
    let head: String = head.iter().map(|name| format!("<th scope=\"col\">{}</th>", text(name))).collect();
    let row = |cells: &Vec<String>| {
        let cells = cells.iter().enumerate().map(|(index, cell)| {
            if index == 0 { format!("<th scope=\"row\">{cell}</th>") } else { element("td", cell) }
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<table class=\"{class}\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// Every wording, with the voices that use it unless there is one wording for all.
pub fn wordings(said: &[Said]) -> String {
    if let [one] = said {
        return element("p", &text(&one.text));
    }
    let voices =
        |voices: &[Audience]| voices.iter().map(|audience| voice_name(*audience).0).collect::<Vec<_>>().join(", ");
    said.iter()
        .map(|said| {
            format!("<p><span class=\"voice\">{}:</span> {}</p>", text(&voices(&said.voices)), text(&said.text))
        })
        .collect()
}

/// A number as people read it: 12,345,678.
pub fn number(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A document of the project's own as a part of a page: without its title, since the page has its own, and with headings one
/// level down.
pub fn markdown(source: &str) -> String {
    let mut in_title = false;
    let down = |level: HeadingLevel| HeadingLevel::try_from(level as usize + 1).unwrap_or(HeadingLevel::H6);
    let events = Parser::new(source).filter_map(|event| match event {
        Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
            in_title = true;
            None
        }
        Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
            in_title = false;
            None
        }
        _ if in_title => None,
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Some(Event::Start(Tag::Heading { level: down(level), id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(down(level)))),
        // Lines are as long as the page is wide.
        Event::SoftBreak => Some(Event::Text(" ".into())),
        other => Some(other),
    });
    let mut html = String::new();
    push_html(&mut html, events);
    html
}

#[cfg(test)]
mod tests {
    use super::{markdown, number};

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(["1", "123", "1234", "1234567"].map(number), ["1", "123", "1,234", "1,234,567"]);
    }

    #[test]
    fn markdown_becomes_markup() {
        let html = markdown("# Title\n\nOne **two**\nthree & four.\n\n## Part\n\n- a\n  b\n- c\n");
        assert_eq!(
            html.trim(),
            "<p>One <strong>two</strong> three &amp; four.</p>\n<h3>Part</h3>\n<ul>\n<li>a b</li>\n<li>c</li>\n</ul>"
        );
    }
}
