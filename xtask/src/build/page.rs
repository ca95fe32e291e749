//! finder.html: the finder as a page of its own, for links, QR codes, frames of site builders and kiosks.

use anyhow::{Result, bail};

use super::policy;
use super::scripts::fits_inside_a_page;
use super::template::filled;

/// The page from its template, with a policy that names its style and its script by hash. The rest comes from the folder that it
/// is in: the loader, the frame and the configuration.
pub fn page(template: &str) -> Result<String> {
    let style = between(template, "<style>", "</style>")?;
    let script = between(template, "<script>", "</script>")?;
    fits_inside_a_page(script, "the page's script")?;
    filled(template, |name| match name {
        "csp" => Ok(format!(
            "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src {}; connect-src 'self'; img-src https: data: \
             'self'; frame-src 'self'; base-uri 'none'; form-action 'none'",
            policy::source(script),
            policy::source(style)
        )),
        other => bail!("finder.html has no {other}"),
    })
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    match text.split(start).collect::<Vec<_>>()[..] {
        [_, rest] => Ok(rest.split(end).next().unwrap_or_default()),
        _ => bail!("finder.html wants {start} just once"),
    }
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::build::policy::source;

    #[test]
    fn the_policy_names_what_stands_in_the_page() {
        let made = page("<meta content=\"{{csp}}\"><style>a{}</style><script>go()</script>").unwrap();
        assert!(made.contains(&format!("script-src 'self' {} 'wasm", source("go()"))), "{made}");
        assert!(made.contains(&format!("style-src {};", source("a{}"))), "{made}");
        assert!(page("<style></style>").is_err());
        assert!(page("<script></script><script></script><style></style>").is_err());
    }
}
