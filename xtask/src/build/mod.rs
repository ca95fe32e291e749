//! `cargo xtask build`: dist/, what a provider puts on a server.

mod catalog;
mod frame;
mod glue;
mod manifest;
pub mod modules;
pub mod names;
mod page;
pub mod parts;
mod payload;
pub mod policy;
pub mod scripts;
pub mod sizes;
mod streams;
pub mod template;
mod wasm;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::{Value, json};

use self::catalog::Catalog;
use self::frame::Parts;
use self::wasm::Module;
use crate::tools;
use program_finder::provider::{TokenKind, Tokens};

pub const HELP: &str = "\
Write dist/: what a provider puts on a server.

Usage: cargo xtask build [--debug] [--headless]

  program-finder.js          the loader, with its types in program-finder.d.ts
  program-finder.X.Y.Z.js    the same bytes under a name that never means others: for pages that name its hash
  frame.LANG.HASH.html       the sealed frame with everything in it, a file for each language
  frame.LANG.HASH.js         the same as one script, for pages that forbid the file
  text.LANG.HASH.json        every sentence of that language
  check.HASH.js              what is wrong, in words: fetched only where something is
  finder.html                the finder as a page of its own: for links, QR codes, frames and kiosks
  manifest.json              every file with its size and hash, and both versions (not with --debug)

HASH stands for the build: files of two builds are never taken for one another. The same sources give the same bytes. Tests get
the same once more, with a third language made of English, in target/pseudo. Then the sizes are printed; a file above its
budget is a failure.

Options:
      --headless  Instead, write target/headless/headless.js: the core without a screen, for tests and the simulator
      --debug   No optimization: builds faster, is not measured, and errors name their places
  -h, --help    This text
";

/// How to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Fast to build, with names for errors.
    Debug,
    /// What is shipped.
    Release,
}

const LOADER: &str = "program-finder.js";
const TYPES: &str = "program-finder.d.ts";
const CHECK: &str = "check.js";
const STYLE: &str = "program-finder.css";
const PAGE: &str = "finder.html";
const MANIFEST: &str = "manifest.json";

/// Where the result goes.
pub fn dist() -> PathBuf {
    tools::root().join("dist")
}

/// Builds everything.
pub fn run(kind: Kind) -> Result<()> {
    let start = Instant::now();
    tools::ensure_wasm_target()?;
    tools::ensure_npm()?;
    let www = tools::root().join("www");
    let work = tools::target().join("frame");
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;

    // Compilers and optimizers of modules mostly use one core: the two modules are made side by side.
    let (module, check) = thread::scope(|scope| {
        let check = scope.spawn(|| check(kind, &www));
        let module = wasm::build(kind, "quiet", &work);
        (module, check.join())
    });
    let module = module?;
    let check = check.map_err(|_| anyhow!("making {CHECK} stopped"))?? + "\n";
    tools::say("bundling the loader and the frame");
    // For a test of that script alone.
    fs::write(work.join("tokens.json"), tokens().to_string()).context("writing tokens.json")?;
    let mut catalogs = catalogs(&www.join("text"))?;
    let Built { files, build, pinned } = put_together(kind, &work, &module, &catalogs, &check)?;
    write(&dist(), &files)?;
    catalogs.push(catalog::pseudo(&catalogs[0]));
    write(&tools::target().join("pseudo"), &put_together(kind, &work, &module, &catalogs, &check)?.files)?;

    if kind == Kind::Release {
        tools::say("measuring");
        let sizes = sizes::of(&files);
        let frame = names::hashed("frame.en.html", &build);
        let visitor = [LOADER, &frame];
        println!("{}", sizes::table(&sizes, LOADER, &visitor));
        println!("integrity of {pinned}: {}", policy::integrity(files_named(&files, LOADER)));
        sizes::check(&sizes, LOADER, &visitor)?;
    }
    tools::say(&format!("dist/ is written, in {}", tools::took(start)));
    Ok(())
}

/// The files of a build, with what stands for it in their names, and the loader's name that never means another.
struct Built {
    files: Vec<(String, String)>,
    build: String,
    pinned: String,
}

/// Of each language the frame in its two forms and the catalog; then the loader with what belongs to it. `check` is the text
/// of that script.
fn put_together(kind: Kind, work: &Path, module: &Module, catalogs: &[Catalog], check: &str) -> Result<Built> {
    let www = tools::root().join("www");
    let mut files = Vec::new();
    let switch = Switch::of(catalogs);
    let template = read(&www.join("frame/frame.html"))?.replace("{{switch}}", switch.markup());
    let style = scripts::style(kind, &www.join("frame").join(switch.style()))?;
    let known = catalog::known(catalogs)?;
    let handed = payload::script(&streams::sorted(&module.bytes)?)?;
    for catalog in catalogs {
        let lang = &catalog.lang;
        let text = catalog.packed()?.to_string();
        let core = core(kind, work, &module.glue, lang, &text)?;
        let parts = Parts { template: &template, style: &style, catalog, core: &core, module: &handed };
        let shell = |stub| shell(kind, work, lang, &known, switch, stub);
        files.push((format!("frame.{lang}.html"), frame::file(&parts, &shell(None)?)?));
        let stub = shell(Some(frame::stub_markup(&parts)?))?;
        files.push((format!("frame.{lang}.js"), frame::stub(&parts, &stub)));
        files.push((format!("text.{lang}.json"), text));
    }
    files.push((CHECK.to_owned(), check.to_owned()));
    let build = names::build_of(&files);
    for (name, _) in &mut files {
        *name = names::hashed(name, &build);
    }

    let style = scripts::style(kind, &www.join(STYLE))?;
    let loader = scripts::loader(kind, &www.join(LOADER), &languages(catalogs)?, &build, &style)? + "\n";
    let version = tools::version()?;
    let pinned = names::pinned(LOADER, &version);
    files.push((LOADER.to_owned(), loader.clone()));
    files.push((pinned.clone(), loader));
    files.push((TYPES.to_owned(), read(&www.join(TYPES))?));
    files.push((PAGE.to_owned(), page::page(&read(&www.join(PAGE))?)?));
    if kind == Kind::Release {
        let of = manifest::Of { version: &version, build: &build, loader: LOADER, pinned: &pinned };
        let told = manifest::manifest(&of, &files);
        files.push((MANIFEST.to_owned(), serde_json::to_string_pretty(&told)? + "\n"));
    }
    Ok(Built { files, build, pinned })
}

/// How a visitor changes the language. The frame's script says what of it there is where (www/frame/shell.js).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Switch {
    /// A button with the name of the other language. There may be none.
    Button,
    /// A menu, where there are more than two.
    Menu,
}

impl Switch {
    fn of(catalogs: &[Catalog]) -> Switch {
        if catalogs.len() > 2 { Switch::Menu } else { Switch::Button }
    }
    fn markup(self) -> &'static str {
        match self {
            Switch::Button => "<button class=\"switch\" type=\"button\" hidden></button>",
            Switch::Menu => "<select class=\"switch\" hidden></select>",
        }
    }
    /// The style sheet, in www/frame.
    fn style(self) -> &'static str {
        match self {
            Switch::Button => "frame.css",
            Switch::Menu => "frame.menu.css",
        }
    }
}

/// The bytes of a file.
fn files_named<'a>(files: &'a [(String, String)], name: &str) -> &'a [u8] {
    files.iter().find(|(one, _)| one == name).map_or(&[], |(_, text)| text.as_bytes())
}

/// What names the problems of a configuration, as a module that the loader imports. Its own module starts only where a configuration
/// is checked: a policy that forbids that lets the words for everything else through.
fn check(kind: Kind, www: &Path) -> Result<String> {
    let work = tools::target().join("check");
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
    let module = wasm::build(kind, "check", &work)?;
    let (glue, bytes, tell) = (json!(module.glue), json!(BASE64.encode(&module.bytes)), json!(www.join(CHECK)));
    let entry = work.join("entry.js");
    let text = format!(
        "import {{ start, problems }} from {glue};\n\
         import {{ tell, read, words }} from {tell};\n\
         let begun;\n\
         export const check = async (config, host, text) => {{\n\
           await (begun ??= start(Uint8Array.from(atob({bytes}), (byte) => byte.charCodeAt(0))));\n\
           tell(problems, config, host, text);\n\
         }};\n\
         export {{ read, words }};\n"
    );
    fs::write(&entry, text).with_context(|| format!("writing {}", entry.display()))?;
    scripts::module(kind, &entry)
}

/// Writes the core without a screen: as a script, and as a module with its types.
pub fn write_headless(kind: Kind) -> Result<()> {
    let made = modules::headless(kind)?;
    for (name, text) in [("headless.js", made.script), ("headless.mjs", made.module), ("headless.d.mts", made.types)] {
        let path = headless_folder().join(name);
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        tools::say(&format!("target/headless/{name} is written"));
    }
    Ok(())
}

/// The path of the glue of the headless module and the module itself in base64, both as JavaScript writes them.
fn headless_module(kind: Kind) -> Result<(Value, Value)> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm()?;
    let work = headless_folder();
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
    let module = wasm::build(kind, "headless", &work)?;
    Ok((json!(module.glue), json!(BASE64.encode(&module.bytes))))
}

fn headless_folder() -> PathBuf {
    tools::target().join("headless")
}

/// What the loader has to know: each language that there is, with the frame's title in it.
fn languages(catalogs: &[Catalog]) -> Result<Value> {
    catalogs.iter().map(|catalog| Ok((catalog.lang.clone(), json!(catalog.say("frame.title")?)))).collect()
}

/// What www/frame/tokens.js calls `PF_TOKENS`: which values the tokens of a theme can have.
fn tokens() -> Value {
    let (mut colors, mut sizes) = (Vec::new(), serde_json::Map::new());
    for (name, kind) in Tokens::all() {
        match kind {
            TokenKind::Color => colors.push(name),
            TokenKind::Size(unit, least, most) => drop(sizes.insert(name.to_owned(), json!([unit, least, most]))),
            // There is one.
            TokenKind::Font => assert_eq!(name, "font-family", "www/frame/tokens.js knows one token with fonts"),
        }
    }
    json!({ "COLORS": colors, "SIZES": sizes, "MOST": Tokens::FONT_MOST })
}

/// The shell's script: what www/frame/shell.js says its end is. In the stub form style and markup are put up first.
fn shell(
    kind: Kind,
    work: &Path,
    lang: &str,
    known: &Value,
    switch: Switch,
    stub: Option<frame::Stub>,
) -> Result<String> {
    let frame = tools::root().join("www/frame");
    let mut entry = String::new();
    if stub.is_some() {
        entry += &format!("import {{ show }} from {};\n", json!(frame.join("stub.js")));
    }
    entry += &format!("import {{ run }} from {};\n", json!(frame.join("shell.js")));
    if let Some(stub) = &stub {
        entry += &format!("show({}, {});\n", json!(stub.style), json!(stub.markup));
    }
    entry += &format!("run({known});\n");
    let form = if stub.is_some() { "stub" } else { "file" };
    let path = work.join(format!("{form}.{lang}.js"));
    fs::write(&path, &entry).with_context(|| format!("writing {}", path.display()))?;
    scripts::shell(kind, &path, &tokens(), switch == Switch::Menu)
}

/// The script that hands the glue and a packed catalog to the shell.
fn core(kind: Kind, work: &Path, glue: &Path, lang: &str, text: &str) -> Result<String> {
    let entry = format!("import * as glue from {};\nPF_CORE(glue, {text});\n", json!(glue));
    bundled(kind, &work.join(format!("core.{lang}.js")), &entry)
}

fn bundled(kind: Kind, path: &Path, entry: &str) -> Result<String> {
    fs::write(path, entry).with_context(|| format!("writing {}", path.display()))?;
    scripts::script(kind, path)
}

/// The catalogs of all languages, English first.
fn catalogs(folder: &Path) -> Result<Vec<Catalog>> {
    let mut catalogs = Vec::new();
    for file in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = file?.path();
        let Some(lang) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else {
            continue;
        };
        let text = serde_json::from_str(&read(&path)?).with_context(|| format!("reading {}", path.display()))?;
        catalogs.push(Catalog { lang: lang.to_owned(), text });
    }
    catalogs.sort_by_key(|catalog| (catalog.lang != "en", catalog.lang.clone()));
    if catalogs.first().is_none_or(|first| first.lang != "en") {
        bail!("{} has no en.json", folder.display());
    }
    Ok(catalogs)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Writes a folder anew, so that nothing of an earlier build stays behind.
fn write(folder: &Path, files: &[(String, String)]) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}
