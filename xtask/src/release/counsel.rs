//! Documents of docs/ as pages that open by a double click: for counsel, and for whoever has to say yes.

use anyhow::{Context, Result};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use crate::build::template::escaped;

const STYLE: &str = include_str!("page.css");

/// The page of a document. A link to a file of the repository, which whoever reads the page does not have, becomes plain words;
/// `beside` are the documents that have a page in the same folder.
pub fn page(name: &str, markdown: &str, beside: &[&str]) -> Result<String> {
    let title =
        markdown.lines().find_map(|line| line.strip_prefix("# ")).with_context(|| format!("{name} has no title"))?;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut dropped = false;
    let events = Parser::new_ext(markdown, options).filter_map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let document = dest_url.strip_suffix(".md").filter(|document| beside.contains(document));
            let outside = dest_url.starts_with("https://") || dest_url.starts_with('#');
            let to = document.map(|document| format!("{document}.html")).or(outside.then(|| dest_url.to_string()));
            dropped = to.is_none();
            to.map(|to| Event::Start(Tag::Link { link_type, dest_url: to.into(), title, id }))
        }
        Event::End(TagEnd::Link) if dropped => None,
        // Nothing but marks for the tools: `<!-- figures -->`.
        Event::Html(_) | Event::InlineHtml(_) => None,
        other => Some(other),
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n",
        escaped(title)
    ))
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_document_becomes_a_page_whose_links_lead_somewhere() {
        let source = "# A & B\n\n<!-- figures: x -->\n[one](privacy.md), [two](../tests/README.md), [three](https://a.example)\n\n\
                      | a | b |\n|---|---|\n| 1 | 2 |\n";
        let made = page("it", source, &["privacy"]).unwrap();
        assert!(made.contains("<title>A &amp; B</title>"), "{made}");
        assert!(
            made.contains("<a href=\"privacy.html\">one</a>, two, <a href=\"https://a.example\">three</a>"),
            "{made}"
        );
        assert!(made.contains("<td>1</td>") && !made.contains("figures"), "{made}");
        assert!(page("it", "no title", &[]).is_err());
    }
}
