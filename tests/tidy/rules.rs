//! What may stand on a line of which file.
//!
//! Words that are looked for are written in two halves where they would find themselves.

/// A rule on single lines, without their comments.
pub struct Rule {
    /// What to do instead, and why.
    pub remedy: &'static str,
    /// The files that it is on.
    pub of: fn(path: &str) -> bool,
    /// Whether a line breaks it.
    pub wrong: fn(path: &str, line: &str) -> bool,
    /// Files and lines that it has to catch.
    pub caught: &'static [(&'static str, &'static str)],
    /// Files and lines that it has to let pass.
    pub passed: &'static [(&'static str, &'static str)],
}

/// Which parts of the crate a part may use, beside itself. A part that is not named may use every other.
const MAY_USE: &[(&str, &[&str])] = &[
    ("src/engine/", &["engine"]),
    ("src/content/", &["content", "engine"]),
    ("src/provider/", &["provider", "content", "engine"]),
    ("src/decision/", &["decision", "provider", "content", "engine"]),
    ("src/screen/", &["screen", "decision", "provider", "content", "engine"]),
    ("src/api/", &["api", "js", "screen", "decision", "provider", "content", "engine"]),
    ("src/web/", &["web", "js", "screen", "decision", "provider", "content", "engine"]),
];
/// The folder that speaks with the browser, and the one file in it that names the browser's interfaces.
const WEB: &str = "src/web/";
/// The folder that hands the core to JavaScript without a screen.
const API: &str = "src/api/";
const DOM: &str = "src/web/dom.rs";
/// What the browser's own interfaces are asked for by name. None that stores, sends, moves or looks about.
const INTERFACES: &[&str] = &[
    "Document",
    "Element",
    "Event",
    "EventTarget",
    "HtmlElement",
    "HtmlInputElement",
    "KeyboardEvent",
    "Node",
    "Text",
];

const HTML_SINKS: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "setHTML",
    "createContextualFragment",
];
const MEMORY: &[&str] = &[
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "document.cookie",
    "cookieStore",
    "caches.",
    "window.name",
    "navigator.storage",
    "pushState",
    "replaceState",
    "history.",
];
/// Takes away from the frame what a script could reach the network by, and so names it.
const SEAL: &str = "www/frame/seal.js";
const NETWORK: &[&str] = &[
    "fetch(",
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "RTCPeerConnection",
    "BroadcastChannel",
    "serviceWorker",
    "SharedWorker",
    "importScripts",
    "import(",
];
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::time",
    "std::thread",
    "SystemTime",
    "Instant::",
    "println!",
    "eprintln!",
    "dbg!",
];
const FAILING: &[&str] = &[".unwrap()", ".expect(", "panic!", "unreachable!"];
const UNDONE: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
    concat!("HA", "CK:"),
    concat!("to", "do!"),
    concat!("unimple", "mented!"),
];
const ONE_MACHINE: &[&str] =
    &[concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/wo", "rk/"), concat!("/us", "r/local/")];

pub const RULES: &[Rule] = &[
    Rule {
        remedy: "Layers point one way: content to engine, provider to both, decision to those three, screen to all four, web and api to all but each other. Move what is shared down.",
        of: |path| layer(path).is_some(),
        wrong: |path, line| parts_used(line).any(|part| !layer(path).unwrap_or_default().contains(&part)),
        caught: &[
            ("src/engine/flow.rs", "use crate::content::QUESTIONNAIRE;"),
            ("src/engine/check/reach.rs", "    let config = crate::provider::Config::default();"),
            ("src/content/rules.rs", "use crate::screen::View;"),
            ("src/provider/matching.rs", "use crate::{engine::Level, screen::Part};"),
            ("src/screen/result.rs", "use crate::web::Page;"),
            ("src/decision/policy.rs", "use crate::screen::View;"),
            ("src/api/session.rs", "use crate::web::Finder;"),
        ],
        passed: &[
            ("src/engine/check/reach.rs", "use crate::engine::model::Set;"),
            ("src/engine/mod.rs", "//! the shipped one lives in [`crate::content`]."),
            ("src/screen/result.rs", "use crate::provider::Config;"),
            ("src/web/finder.rs", "use crate::screen::{View, Visit};"),
        ],
    },
    Rule {
        remedy: "Name the part itself, from the crate down: then its layer can be seen.",
        of: |path| path.starts_with("src/"),
        wrong: |_, line| line.contains("super::super"),
        caught: &[("src/engine/check/reach.rs", "use super::super::content::SOURCES;")],
        passed: &[("src/engine/check.rs", "use super::model::Set;")],
    },
    Rule {
        remedy: "Only src/web/dom.rs names the browser's interfaces. Give it a method that does this, and call that.",
        of: |path| path.starts_with("src/") && path != DOM,
        wrong: |_, line| line.contains("web_sys"),
        caught: &[
            ("src/web/finder.rs", "    stage: web_sys::HtmlElement,"),
            ("src/screen/view_node.rs", "use web_sys::Element;"),
        ],
        passed: &[("src/web/dom.rs", "pub struct Page(web_sys::Document);")],
    },
    Rule {
        remedy: "Only src/web and src/api speak with JavaScript, and src/js.rs reads its values. Whatever else needs it gets plain values.",
        of: |path| path.starts_with("src/") && !path.starts_with(WEB) && !path.starts_with(API) && path != "src/js.rs",
        wrong: |_, line| ["wasm_bindgen", "js_sys", "JsValue"].iter().any(|name| line.contains(name)),
        caught: &[("src/provider/reader.rs", "use wasm_bindgen::prelude::*;")],
        passed: &[
            ("src/api/session.rs", "use wasm_bindgen::prelude::*;"),
            ("src/web/wire.rs", "use wasm_bindgen::prelude::*;"),
            ("src/lib.rs", "// wasm_bindgen is for web alone"),
        ],
    },
    Rule {
        remedy: "serde is for src/decision, where what was decided becomes data, and for src/api, which hands it over. Give the type a public name, and write it in src/decision.",
        of: |path| path.starts_with("src/") && !path.starts_with("src/decision/") && !path.starts_with(API),
        wrong: |_, line| line.contains("serde") || names(line, &["Serialize", "Deserialize"]),
        caught: &[
            ("src/engine/level.rs", "use serde::{Serialize, Serializer};"),
            ("src/provider/matching.rs", "#[derive(Clone, Debug, Serialize)]"),
        ],
        passed: &[
            ("src/decision/report.rs", "use serde::Serialize;"),
            ("src/provider/json.rs", "/// An own type: reading through serde costs more."),
        ],
    },
    Rule {
        remedy: "Words are shown as text, never as markup: make elements, and set what they say.",
        of: |path| path.starts_with("src/") || path.starts_with("www/"),
        wrong: |_, line| names(line, HTML_SINKS),
        caught: &[
            ("www/frame/shell.js", "  stage.innerHTML = words;"),
            ("www/program-finder.js", "eval(text)"),
            ("www/demo/index.html", "<script>document.write('a')</script>"),
            ("src/web/dom.rs", "        self.0.set_inner_html(words);"),
        ],
        passed: &[("www/frame/shell.js", "  const found = retrieval(words);"), ("src/web/dom.rs", "// no innerHTML")],
    },
    Rule {
        remedy: "The finder remembers nothing and leaves no trace in the browser: keep it in a variable, or do without.",
        of: |path| path.starts_with("www/frame/") || is_script(path) || path.starts_with(WEB),
        wrong: |_, line| names(line, MEMORY),
        caught: &[
            ("www/frame/shell.js", "localStorage.setItem('a', 1);"),
            ("www/frame/exit.js", "window.name = '';"),
            ("www/program-finder.js", "history.replaceState(null, '', url);"),
            ("www/configuration.js", "const answer = await caches.match(url);"),
        ],
        passed: &[
            ("www/frame/shell.js", "const { name } = config;"),
            ("www/demo/index.html", "sessionStorage.clear();"),
        ],
    },
    Rule {
        remedy: "The sealed frame makes no request at all: build it in, or let the loader hand it over.",
        of: |path| (path.starts_with("www/frame/") && path != SEAL) || path.starts_with(WEB),
        wrong: |_, line| names(line, NETWORK),
        caught: &[
            ("www/frame/payload.js", "const answer = await fetch(url);"),
            ("www/frame/wire.js", "navigator.sendBeacon(url)"),
        ],
        passed: &[
            ("www/program-finder.js", "const answer = await fetch(url);"),
            ("www/frame/payload.js", "prefetch(url)"),
        ],
    },
    Rule {
        remedy: "Only interfaces that draw and listen are named. If this one neither stores nor sends nor moves, add it to INTERFACES.",
        of: |path| path == "Cargo.toml",
        wrong: |_, line| {
            // Nothing else in a manifest is one capitalized word.
            let interface = |name: &&str| {
                name.starts_with(|first: char| first.is_ascii_uppercase()) && name.chars().all(char::is_alphanumeric)
            };
            quoted(line).filter(interface).any(|name| !INTERFACES.contains(&name))
        },
        caught: &[
            ("Cargo.toml", "web-sys = { version = \"0.3\", features = [\"Document\", \"Storage\"] }"),
            ("Cargo.toml", "    \"Node\", \"Window\", \"Text\","),
        ],
        passed: &[
            ("Cargo.toml", "    \"Document\", \"Element\", \"Event\","),
            ("Cargo.toml", "license = \"MIT OR Apache-2.0\""),
        ],
    },
    Rule {
        remedy: "The library does no input or output and reads no clock: take what is needed as a value.",
        of: |path| path.starts_with("src/"),
        wrong: |_, line| names(line, OUTSIDE),
        caught: &[
            ("src/content/crisis.rs", "let now = std::time::SystemTime::now();"),
            ("src/engine/flow.rs", "dbg!(facts);"),
        ],
        passed: &[("src/engine/flow.rs", "use std::collections::BTreeMap;"), ("xtask/src/main.rs", "use std::fs;")],
    },
    Rule {
        remedy: "The engine cannot fail: return what is known, and let the check of a questionnaire find what is wrong.",
        of: |path| path.starts_with("src/engine/") || path.starts_with("src/screen/"),
        wrong: |_, line| names(line, FAILING),
        caught: &[("src/engine/flow.rs", "let question = q.question(id).unwrap();")],
        passed: &[
            ("src/engine/flow.rs", "let question = q.question(id).unwrap_or_default();"),
            ("tests/cases.rs", "panic!(\"no\")"),
        ],
    },
    Rule {
        remedy: "There is nothing that the compiler could not check.",
        of: |path| path.ends_with(".rs"),
        wrong: |_, line| {
            let after =
                |rest: &str| ["{", "fn ", "impl", "trait", "extern", "("].iter().any(|next| rest.starts_with(next));
            line.split("unsafe").skip(1).any(|rest| after(rest.trim_start()))
        },
        caught: &[("src/web/wire.rs", concat!("    let value = uns", "afe { read(at) };"))],
        passed: &[("src/content/rules.rs", "is(\"home\", &[\"unsafe\"])"), ("src/lib.rs", "unsafe_code = \"deny\"")],
    },
    Rule {
        remedy: "Do it, or write down in an issue what is to be done and why it is not done yet.",
        of: |_| true,
        wrong: |_, line| names(line, UNDONE),
        caught: &[
            ("www/frame/frame.css", concat!("a { color: red } /* TO", "DO: a better red */")),
            ("README.md", concat!("FIX", "ME")),
        ],
        passed: &[("src/lib.rs", "let todos = 1;")],
    },
    Rule {
        remedy: "A path of one machine is no path on another: make it from CARGO_MANIFEST_DIR or an argument.",
        of: |_| true,
        wrong: |_, line| ONE_MACHINE.iter().any(|start| line.contains(start)),
        caught: &[("xtask/src/tools.rs", concat!("let tool = \"/us", "r/local/bin/tool\";"))],
        passed: &[("README.md", "what people find hard at home/work")],
    },
];

/// Whether it is a script of the widget. Those of the demo are inside its page.
fn is_script(path: &str) -> bool {
    path.starts_with("www/") && path.ends_with(".js")
}

/// The parts that a file may use, if its layer is named.
fn layer(path: &str) -> Option<&'static [&'static str]> {
    MAY_USE.iter().find(|(folder, _)| path.starts_with(folder)).map(|(_, parts)| *parts)
}

/// The parts of the crate that a line names. In `crate::{a::B, c::D}` those are `a` and `c`.
fn parts_used(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::")
        .skip(1)
        .flat_map(|rest| {
            let (list, single) = match rest.strip_prefix('{') {
                Some(list) => (Some(list), None),
                None => (None, Some(rest)),
            };
            let word = |text: &'_ str| {
                text.trim()
                    .split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
                    .next()
                    .unwrap_or("")
                    .len()
            };
            let single = single.map(move |rest| &rest[..word(rest)]);
            list.into_iter().flat_map(|list| list.split(',')).map(move |item| &item.trim()[..word(item)]).chain(single)
        })
        .filter(|part| !part.is_empty())
}

/// Whether a line has one of these, not as a piece of a longer name.
fn names(line: &str, wanted: &[&str]) -> bool {
    let of_a_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    wanted.iter().any(|name| {
        line.match_indices(name).any(|(index, _)| {
            let longer_before = name.starts_with(of_a_name) && line[..index].ends_with(of_a_name);
            let longer_after = name.ends_with(of_a_name) && line[index + name.len()..].starts_with(of_a_name);
            !longer_before && !longer_after
        })
    })
}

/// What stands in double quotes.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}
