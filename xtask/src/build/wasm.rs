//! The Rust core as a wasm module, with the glue that the shell imports.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionKind};
use wasm_bindgen_cli_support::Bindgen;

use super::{Kind, glue};
use crate::tools::{self, WASM};

/// The module's name, of which bindgen makes `program_finder_bg.js` and `program_finder_bg.wasm`.
const NAME: &str = "program_finder";

/// What wasm-opt may assume of browsers: just what rustc's own standard library already uses. Never every
/// feature, because the optimizer then writes instructions that browsers refuse.
const FEATURES: [&str; 8] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Room for calls: 128 kB. The linker's own choice of a megabyte would be most of what a visitor's browser sets aside,
/// and as data lies behind it, every address in the code would be a byte longer. Too little of it is a clean stop.
const STACK: &str = "-Clink-arg=-zstack-size=131072";

/// A built module.
pub struct Module {
    /// The script that the module imports from and that gives its exports a shape.
    pub glue: PathBuf,
    /// The module's bytes.
    pub bytes: Vec<u8>,
}

/// Builds the module with these features of the crate. `work` is a folder for what comes on the way.
pub fn build(kind: Kind, features: &str, work: &Path) -> Result<Module> {
    tools::say("compiling the core to wasm");
    let compiled = compile(kind, features)?;
    tools::say("making the glue");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&compiled).out_name(NAME).bundler(true)?;
    bindgen.typescript(features == "headless").remove_producers_section(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen")?;
    if features == "quiet" {
        // The glue does not call it any more (glue.rs).
        output.wasm_mut().exports.remove("__wbindgen_exn_store").context("taking out what keeps a failure")?;
    }
    if kind == Kind::Release && features != "headless" {
        take_out_functions(output.wasm_mut());
        let module = output.wasm_mut();
        let pieces: Vec<_> = module.data.iter().map(|data| data.id()).collect();
        for id in pieces {
            let data = module.data.get_mut(id);
            if let DataKind::Active { offset: ConstExpr::Value(Value::I32(address)), .. } = data.kind {
                blank_out(&mut data.value, address as u32);
            }
        }
    }
    output.emit(work).context("writing what wasm-bindgen has made")?;
    let (bound, path) = (work.join(format!("{NAME}_bg.wasm")), work.join(format!("{NAME}_bg.js")));
    let written = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut script = glue::complete(&if features == "quiet" { glue::lean(&written)? } else { written })?;
    if kind == Kind::Release {
        tools::say("optimizing the module");
        script = renamed(&script, &optimize(&bound)?);
    }
    let bytes = fs::read(&bound).with_context(|| format!("reading {}", bound.display()))?;
    if kind == Kind::Release {
        no_paths(&bytes)?;
    }
    fs::write(&path, script).with_context(|| format!("writing {}", path.display()))?;
    Ok(Module { glue: path, bytes })
}

/// Functions that the visitors' module never comes to, or comes to only when it stops, by parts of their names. The compiler
/// can't take them out: a table holds their addresses.
const NEVER: [&[&str]; 9] = [
    // A panic stops the module (src/panic_handler.rs). Nobody hears the words that these put together before it.
    &["core", "panicking", "panic"],
    &["core", "slice_index_fail"],
    &["core", "slice_error_fail"],
    &["core", "panic_already"],
    &["raw_vec", "capacity_overflow"],
    &["raw_vec", "handle_error"],
    &["core", "fmt"],
    // What JavaScript could call back: the module hands out no closure and waits for nothing.
    &["wasm_bindgen", "convert", "closures", "invoke"],
    &["js_sys", "futures"],
];

/// Makes each of those functions one that stops the module at once, so that the optimizer takes out what only they use.
fn take_out_functions(module: &mut walrus::Module) {
    let never = |name: &str| NEVER.iter().any(|parts| parts.iter().all(|part| name.contains(part)));
    let named = |function: &walrus::Function| function.name.as_deref().is_some_and(never);
    let found: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).filter(|id| named(module.funcs.get(*id))).collect();
    for id in found {
        let kind = module.types.get(module.funcs.get(id).ty());
        let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
        let mut stop = FunctionBuilder::new(&mut module.types, &takes, &gives);
        stop.func_body().unreachable();
        let arguments = takes.iter().map(|kind| module.locals.add(*kind)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(stop.local_func(arguments));
    }
}

/// What those functions would have said.
const NEVER_SAID: [&str; 14] = [
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
    "Tried to shrink to a larger capacity",
    "assertion failed: self.is_char_boundary(new_len)",
    "attempted to take ownership of Rust value while it was borrowed",
    "capacity overflow",
    "closure invoked recursively or after being dropped",
    "index out of bounds: the len is ",
    " but the index is ",
    "memory allocation of ",
    " bytes failed",
    "null pointer passed to rust",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
    // Numbers in words: what is shown to visitors is put together elsewhere (src/provider/value.rs).
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657\
     585960616263646566676869707172737475767778798081828384858687888990919293949596979899",
];

/// Makes zeros of what panics would have said, and of the places in the sources that they name: 0.6 kB less to download.
/// `data` lies at this address.
fn blank_out(data: &mut [u8], address: u32) {
    for words in NEVER_SAID {
        while let Some(at) = data.windows(words.len()).position(|found| found == words.as_bytes()) {
            data[at..at + words.len()].fill(0);
        }
    }
    // A place is four numbers: the address of a file's path, the length of that, a line, and a column.
    let mut paths = Vec::new();
    for at in (0..data.len().saturating_sub(15)).step_by(4) {
        let number = |at: usize| u32::from_le_bytes([data[at], data[at + 1], data[at + 2], data[at + 3]]);
        let Some(start) = number(at).checked_sub(address) else { continue };
        let path = start as usize..start as usize + number(at + 4) as usize;
        if data.get(path.clone()).is_some_and(|path| path.ends_with(b".rs")) {
            data[at..at + 16].fill(0);
            paths.push(path);
        }
    }
    for path in paths {
        data[path].fill(0);
    }
}

/// What wasm-opt has made of the names by which the module and its glue know each other.
#[derive(Deserialize)]
struct Names {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// The glue with these names.
fn renamed(glue: &str, names: &Names) -> String {
    let whole =
        |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_' && letter != '$');
    let replace = |text: String, from: &str, to: &str| {
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(from) {
            let (before, after) = (&rest[..at], &rest[at + from.len()..]);
            let found = whole(before.chars().next_back().or(out.chars().next_back())) && whole(after.chars().next());
            out.push_str(before);
            out.push_str(if found { to } else { from });
            rest = after;
        }
        out + rest
    };
    let mut text = glue.to_owned();
    for (_, long, short) in &names.imports {
        text = replace(text, long, short);
    }
    for (long, short) in &names.exports {
        text = replace(text, &format!("wasm.{long}"), &format!("wasm.{short}"));
    }
    // The pass calls every module by this name.
    text.replace(&format!("{{ \"./{NAME}_bg.js\": imports }}"), "{ a: imports }")
}

fn compile(kind: Kind, features: &str) -> Result<PathBuf> {
    let mut cargo = tools::cargo();
    cargo.args(["build", "--quiet", "--package", "program-finder", "--lib", "--target", WASM, "--features", features]);
    let folder = match kind {
        Kind::Debug => "debug",
        Kind::Release => {
            cargo.arg("--release");
            // Panic messages carry the paths of sources. Those of dependencies would tell on the machine that
            // built the module, make its bytes differ from machine to machine, and be paid for by visitors.
            let mut flags = remap()?;
            flags.push(STACK.to_owned());
            cargo.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
            // Stripping in the compiler would take away the section by which bindgen knows the target's features.
            cargo.env("CARGO_PROFILE_RELEASE_STRIP", "false");
            "release"
        }
    };
    tools::run(&mut cargo, "compiling to wasm")?;
    Ok(tools::target().join(WASM).join(folder).join(NAME).with_extension("wasm"))
}

/// Flags that replace the folders of downloaded sources by nothing, and the folder of the standard library's sources, which
/// is there only on machines that have them, by the name that they have on the others.
fn remap() -> Result<Vec<String>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.map(|home| home.join("registry/src")).and_then(|folder| fs::read_dir(folder).ok());
    let mut flags: Vec<_> = sources
        .into_iter()
        .flatten()
        .flatten()
        .map(|folder| format!("--remap-path-prefix={}=", folder.path().display()))
        .collect();
    flags.sort();
    let ask = |what: &[&str]| tools::read(Command::new("rustc").args(what), "rustc");
    let (folder, about) = (ask(&["--print", "sysroot"])?, ask(&["--version", "--verbose"])?);
    if let Some(commit) = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")) {
        flags.push(format!("--remap-path-prefix={}/lib/rustlib/src/rust=/rustc/{commit}", folder.trim()));
    }
    Ok(flags)
}

/// Makes the module small. Gives the names that it changed: those by which it is imported and exported carry hashes, of
/// which each travels twice.
fn optimize(module: &Path) -> Result<Names> {
    let mut optimizer: Command = tools::npm_tool("wasm-opt");
    // Two rounds, the second with functions that differ by a constant made one: 0.3 kB less after compression. To keep a value
    // that is worked out twice in a local, which is what that pass does that is left out, is smaller, and compresses worse.
    optimizer.args(FEATURES).args(["--gufa-optimizing", "--flatten", "--rereloop", "--generate-global-effects", "-Oz"]);
    optimizer.args(["--merge-similar-functions", "--generate-global-effects", "-Oz", "--skip-pass=local-cse"]);
    optimizer.args(["--code-folding", "--optimize-instructions"]);
    // Functions of one kind beside each other: 0.3 kB less after compression. The names go after that.
    optimizer.args(["--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"]);
    // Inlining functions that have one caller makes a module smaller and its compressed form larger (by 1.8 kB of
    // 56). And nothing of a Rust program lies in the first kilobyte of memory.
    optimizer.args(["--one-caller-inline-max-function-size=25", "--low-memory-unused", "--converge"]);
    // That pass cuts the data into hundreds of pieces, to leave zeros out. Zeros compress to nothing, and the address of each
    // piece does not: in one piece the data is larger, and 1.2 kB less to download.
    optimizer.arg("--skip-pass=memory-packing");
    optimizer.arg(module).arg("-o").arg(module);
    tools::run(&mut optimizer, "wasm-opt")?;
    // By itself: what is done until nothing changes any more would tell the names of each time.
    let mut namer: Command = tools::npm_tool("wasm-opt");
    namer.args(FEATURES).arg("--minify-imports-and-exports-and-modules").arg(module).arg("-o").arg(module);
    let told = tools::read(&mut namer, "wasm-opt")?;
    serde_json::from_str(&told).context("the names that wasm-opt has changed")
}

/// Fails if the module names a folder of this machine.
fn no_paths(module: &[u8]) -> Result<()> {
    let root = tools::root();
    let homes = [Some(root), env::home_dir()].into_iter().flatten();
    for path in homes.filter(|path| path.parent().is_some()) {
        let path = path.display().to_string();
        if module.windows(path.len()).any(|bytes| bytes == path.as_bytes()) {
            bail!(
                "the module contains the path {path}: a remapping of source paths is missing in xtask/src/build/wasm.rs"
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Names, blank_out, renamed};

    #[test]
    fn what_panics_would_say_is_blank_and_all_else_stays() {
        let place = |path: u32, length: u32| [path, length, 12, 5].map(u32::to_le_bytes).concat();
        let said = b"yes capacity overflow no";
        let path = b"src/a.rs\0other.md\0\0\0\0\0\0\0";
        let mut data = [&said[..], path, &place(1024, 8), &place(1033, 8), &place(9, 9), &place(1000, 48)].concat();
        blank_out(&mut data, 1000);
        let mut wanted = b"yes ".to_vec();
        wanted.extend([0; 17]);
        wanted.extend(b" no");
        wanted.extend([0; 9]);
        wanted.extend(&path[9..]);
        wanted.extend([0; 16]);
        wanted.extend([place(1033, 8), place(9, 9), place(1000, 48)].concat());
        assert_eq!(data, wanted);
    }

    #[test]
    fn the_glue_follows_the_names_of_the_module() {
        let names = Names {
            imports: vec![("./program_finder_bg.js".into(), "__wbg_at_1".into(), "b".into())],
            exports: vec![("memory".into(), "c".into())],
        };
        let glue = "export function __wbg_at_1() {}\nexport function __wbg_at_12() { wasm.memory; memory; wasm.memory2 }\n\
            start({ \"./program_finder_bg.js\": imports })";
        assert_eq!(
            renamed(glue, &names),
            "export function b() {}\nexport function __wbg_at_12() { wasm.c; memory; wasm.memory2 }\nstart({ a: imports })"
        );
    }
}
