//! The frame's document in its two forms.

use anyhow::{Context, Result};

use super::catalog::Catalog;
use super::template::{escaped, filled, tidied};
use super::{policy, scripts};

/// Says that a file is UTF-8 whatever charset a server names in its header: browsers believe this mark first.
/// With another charset every byte of the payload above 127 would be wrong.
const MARK: char = '\u{feff}';

/// What a frame is put together from.
pub struct Parts<'a> {
    /// www/frame/frame.html.
    pub template: &'a str,
    /// The style sheet.
    pub style: &'a str,
    /// The sentences.
    pub catalog: &'a Catalog,
    /// The script that hands over the glue and the catalog.
    pub core: &'a str,
    /// The script that hands the module over.
    pub module: &'a str,
}

impl Parts<'_> {
    /// Everything that comes after the start screen.
    fn payload(&self) -> String {
        format!("{}\n{}", self.core, self.module)
    }
}

/// The file form: one document with everything in it. `shell` is the shell's script.
pub fn file(parts: &Parts, shell: &str) -> Result<String> {
    let payload = parts.payload();
    for (what, script) in [("the shell", shell), ("the payload", &payload), ("the style", parts.style)] {
        scripts::fits_inside_a_page(script, what)?;
    }
    let page = filled(&tidied(parts.template)?, |name| {
        Ok(match name {
            "csp" => policy::of_file(parts.style, &[shell, &payload]),
            "style" => parts.style.to_owned(),
            "shell" => shell.to_owned(),
            "payload" => payload.clone(),
            other => word(parts.catalog, other)?,
        })
    })?;
    Ok(format!("{MARK}{page}\n"))
}

/// What the stub form's script brings along, for www/frame/stub.js to put up.
pub struct Stub {
    /// The style sheet.
    pub style: String,
    /// What stands in the body, without its scripts.
    pub markup: String,
}

/// Style and markup of the stub form.
pub fn stub_markup(parts: &Parts) -> Result<Stub> {
    let template = tidied(parts.template)?;
    let body = template
        .split_once("<body>")
        .and_then(|(_, rest)| rest.rsplit_once("</body>"))
        .map(|(body, _)| body)
        .context("the template has no <body>")?;
    // The scripts of the template are the stub form's own script.
    let markup = body.replace("<script>{{shell}}</script>", "").replace("<script>{{payload}}</script>", "");
    let markup = filled(markup.trim_matches('\n'), |name| word(parts.catalog, name))?;
    Ok(Stub { style: parts.style.to_owned(), markup })
}

/// The stub form: one script with everything in it. `shell` is the shell's script, built with [`stub_markup`].
pub fn stub(parts: &Parts, shell: &str) -> String {
    format!("{MARK}{shell}\n{}\n", parts.payload())
}

fn word(catalog: &Catalog, name: &str) -> Result<String> {
    match name.strip_prefix("text:") {
        Some(key) => Ok(escaped(catalog.say(key)?)),
        None if name == "lang" => Ok(escaped(&catalog.lang)),
        None => anyhow::bail!("there are csp, style, shell, payload, lang and text:KEY"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::catalog::Catalog;
    use super::{Parts, file, stub, stub_markup};
    use serde_json::json;

    const TEMPLATE: &str = "<!doctype html>\n<html lang=\"{{lang}}\">\n<meta content=\"{{csp}}\">\n<style>{{style}}</style>\n\
        <body>\n<p>{{text:a}}</p>\n<script>{{shell}}</script>\n<script>{{payload}}</script>\n</body>\n</html>";

    fn catalog() -> Catalog {
        Catalog { lang: "en".into(), text: [("a".to_owned(), json!("Yes & <no>"))].into_iter().collect() }
    }

    #[test]
    fn the_file_has_everything_and_its_policy_fits_what_stands_between_the_tags() {
        let catalog = catalog();
        let parts =
            Parts { template: TEMPLATE, style: "p{}", catalog: &catalog, core: "PF_CORE()", module: "PF_WASM()" };
        let page = file(&parts, "let x=1<2;").unwrap();
        assert!(page.starts_with("\u{feff}<!doctype html><html lang=\"en\">"), "{page}");
        assert!(page.contains("<p>Yes &amp; &lt;no&gt;</p>"), "{page}");
        let between: Vec<_> =
            page.split("<script>").skip(1).map(|rest| rest.split("</script>").next().unwrap()).collect();
        assert_eq!(between.len(), 2);
        assert!(page.contains(&super::policy::of_file("p{}", &between)), "{page}");
    }

    #[test]
    fn the_stub_brings_markup_without_scripts() {
        let catalog = catalog();
        let parts =
            Parts { template: TEMPLATE, style: "p{}", catalog: &catalog, core: "PF_CORE()", module: "PF_WASM()" };
        let brought = stub_markup(&parts).unwrap();
        assert_eq!((brought.style.as_str(), brought.markup.as_str()), ("p{}", "<p>Yes &amp; &lt;no&gt;</p>"));
        assert_eq!(stub(&parts, "shell;"), "\u{feff}shell;\nPF_CORE()\nPF_WASM()\n");
    }

    #[test]
    fn a_missing_sentence_and_an_unknown_part_are_named() {
        let catalog = catalog();
        let parts = |template| Parts { template, style: "", catalog: &catalog, core: "PF_CORE()", module: "" };
        let error = file(&parts("{{text:b}}"), "").unwrap_err();
        assert_eq!(format!("{error:#}"), "{{text:b}} in the template: www/text/en.json has no \"b\"");
        assert!(format!("{:#}", file(&parts("{{what}}"), "").unwrap_err()).contains("{{what}}"));
    }
}
