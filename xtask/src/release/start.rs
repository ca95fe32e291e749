//! START.html: the three steps for somebody who can paste lines into a page.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::archive::Files;
use crate::build::template::{escaped, filled};

pub const CONFIGURE: &str = "configure.html";
pub const EXAMPLE: &str = "finder.example.json";
pub const SCHEMA: &str = "finder.schema.json";

const PAGE: &str = include_str!("start.html");
const STYLE: &str = include_str!("page.css");

/// What a provider pastes. The attributes come before `src`, since some optimizers read no further; `base` is for those that move the
/// script in spite of them.
const SNIPPET: &str = r#"<script data-cfasync="false" data-no-optimize="1" data-no-defer="1" nowprocket data-jetpack-boost="ignore" data-wpmeteor-nooptimize="true" data-cookieconsent="ignore" src="/program-finder/program-finder.js" async></script>
<program-finder base="/program-finder/" config="/program-finder/finder.json" style="display:block;min-height:680px">
  <p>Call us: <a href="tel:+15555550142">(555) 555-0142</a>. In a crisis, call or text <a href="tel:988">988</a>; in an emergency, call <a href="tel:911">911</a>.</p>
</program-finder>"#;
const FRAME: &str = r#"<iframe src="https://YOUR-SITE/program-finder/finder.html" title="Self-check questionnaire" style="width:100%;height:760px;border:0"></iframe>"#;

/// What each further file is, in the order in which it is told.
const MORE: [(&str, &str); 10] = [
    (EXAMPLE, "an example of a configuration"),
    ("configuration.html", "everything that a configuration may hold, field by field"),
    (SCHEMA, "the same for editors: they complete and check what is written"),
    ("staff/protocol.html", "for your clinical director: questions, rules, sources, and a place to sign"),
    ("staff/simulator.html", "for your staff: try answers, and see what the rules say"),
    ("staff/screens.html", "for your staff, reviewers and translators: every kind of screen, in each language"),
    ("counsel/privacy.html", "for counsel: what is promised about answers, and how the browser holds it"),
    ("counsel/accessibility.html", "what was tested for visitors with disabilities, and what was not"),
    ("counsel/intended-use.html", "what the finder is for, and what it is not"),
    ("counsel/sbom.cdx.json", "which software is in it (CycloneDX); SHA256SUMS has the hash of every file"),
];

/// The page, for a release with this manifest and these files.
pub fn page(manifest: &[u8], files: &Files) -> Result<String> {
    let manifest: Value = serde_json::from_slice(manifest).context("reading manifest.json")?;
    let told = |name: &str| manifest[name].as_str().with_context(|| format!("manifest.json has no {name}"));
    let pinned = SNIPPET
        .lines()
        .next()
        .unwrap_or_default()
        .replace("program-finder.js\"", &format!("{}\" integrity=\"{}\"", told("pinned")?, told("integrity")?));
    filled(PAGE, |name| {
        Ok(match name {
            "style" => STYLE.to_owned(),
            "fill" => fill(files.contains_key(CONFIGURE)).to_owned(),
            "snippet" => escaped(SNIPPET),
            "frame" => escaped(FRAME),
            "pinned" => escaped(&pinned),
            "list" => MORE
                .iter()
                .filter(|(path, _)| files.contains_key(*path))
                .map(|(path, what)| format!("<li><a href=\"{path}\">{path}</a>: {what}</li>\n"))
                .collect(),
            other => bail!("START.html has no {other}"),
        })
    })
}

fn fill(by_form: bool) -> &'static str {
    if by_form {
        "<p>Open <a href=\"configure.html\">configure.html</a> by a double click. Fill in your name, your telephone number and \
         your programs; the finder beside it shows what visitors will see. It names what is missing or wrong. When it is done, \
         take the file along.</p>"
    } else {
        "<p>Copy <a href=\"finder.example.json\">finder.example.json</a>, open the copy in a plain text editor, and put your \
         own name, telephone number and programs in the place of those that are there. Keep quotation marks, commas and braces \
         as they are. <a href=\"configuration.html\">The guide</a> has every field.</p>"
    }
}

#[cfg(test)]
mod tests {
    use super::{CONFIGURE, Files, page};

    #[test]
    fn the_page_has_the_lines_to_paste_with_the_crisis_lines_and_names_files_that_are_there_alone() {
        let manifest = br#"{"pinned":"program-finder.1.2.0.js","integrity":"sha384-abc"}"#;
        let mut files: Files = [("staff/protocol.html".to_owned(), Vec::new())].into();
        let made = page(manifest, &files).unwrap();
        assert!(
            made.contains("base=&quot;/program-finder/&quot;") && made.contains("tel:988") && made.contains("tel:911")
        );
        assert!(made.contains(
            "src=&quot;/program-finder/program-finder.1.2.0.js&quot; integrity=&quot;sha384-abc&quot; async"
        ));
        assert!(
            made.contains("href=\"staff/protocol.html\">staff") && !made.contains("href=\"staff/simulator"),
            "{made}"
        );
        assert!(made.contains("finder.example.json\">finder") && !made.contains("configure.html"));
        files.insert(CONFIGURE.to_owned(), Vec::new());
        assert!(page(manifest, &files).unwrap().contains("href=\"configure.html\""));
        assert!(page(b"{}", &files).is_err());
    }
}
