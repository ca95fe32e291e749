//! Filling in a template: `{{name}}` for a part, `{{text:key}}` for a sentence of the catalog.

use anyhow::{Context, Result, bail};

/// The template without what only its author reads: comments, indentation and empty lines, and line ends between two tags.
/// What follows the first script is easier to compress behind a line end. Other line ends stay: they are spaces between words. A space between two inline elements stands on their line.
pub fn tidied(template: &str) -> Result<String> {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text += before;
        rest = comment.split_once("-->").context("a comment of the template has no end")?.1;
    }
    text += rest;
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Ok(lines.join("\n").replace(">\n<", "><").replace("</script><script>", "</script>\n<script>"))
}

/// The template with every `{{name}}` replaced by what `part` gives for it.
pub fn filled(template: &str, mut part: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        text += before;
        let Some((name, left)) = after.split_once("}}") else {
            bail!("a {{{{ of the template has no }}}}: {}", after.chars().take(40).collect::<String>());
        };
        text += &part(name.trim()).with_context(|| format!("{{{{{}}}}} in the template", name.trim()))?;
        rest = left;
    }
    Ok(text + rest)
}

/// Text as it stands in markup, between tags or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\'' => safe += "&#39;",
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{escaped, filled, tidied};

    #[test]
    fn parts_are_put_in_once_and_not_read_again() {
        let text = filled("<p>{{a}}-{{ text:b }}</p>", |name| Ok(format!("[{name} {{{{a}}}}]"))).unwrap();
        assert_eq!(text, "<p>[a {{a}}]-[text:b {{a}}]</p>");
    }

    #[test]
    fn a_missing_part_is_named() {
        let error = filled("{{text:x}}", |_| anyhow::bail!("no such key")).unwrap_err();
        assert_eq!(format!("{error:#}"), "{{text:x}} in the template: no such key");
        assert!(filled("{{open", |_| Ok(String::new())).is_err());
    }

    #[test]
    fn layout_goes_and_words_stay_apart() {
        let text = tidied("<p>\n  <!-- why\n <b> -->\n  one\n  two\n  <b>three</b>\n  <i>four</i>\n</p>\n").unwrap();
        assert_eq!(text, "<p>\none\ntwo\n<b>three</b><i>four</i></p>");
        assert!(tidied("<!-- no end").is_err());
    }

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(escaped("<b title=\"x\" id='y'>&"), "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    }
}
