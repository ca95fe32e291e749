//! The Rust core as a wasm module, with the glue that the shell imports.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::Kind;
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
    bindgen.typescript(false).remove_producers_section(true).remove_name_section(kind == Kind::Release);
    bindgen.generate(work).context("wasm-bindgen")?;
    let bound = work.join(format!("{NAME}_bg.wasm"));
    if kind == Kind::Release {
        tools::say("optimizing the module");
        optimize(&bound)?;
    }
    let bytes = fs::read(&bound).with_context(|| format!("reading {}", bound.display()))?;
    if kind == Kind::Release {
        no_paths(&bytes)?;
    }
    Ok(Module { glue: work.join(format!("{NAME}_bg.js")), bytes })
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
            let mut flags = remap();
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

/// Flags that replace the folders of downloaded sources by nothing.
fn remap() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.map(|home| home.join("registry/src")).and_then(|folder| fs::read_dir(folder).ok());
    let mut flags: Vec<_> = sources
        .into_iter()
        .flatten()
        .flatten()
        .map(|folder| format!("--remap-path-prefix={}=", folder.path().display()))
        .collect();
    flags.sort();
    flags
}

fn optimize(module: &Path) -> Result<()> {
    let mut optimizer: Command = tools::npm_tool("wasm-opt");
    optimizer.args(FEATURES).args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"]);
    // Inlining functions that have one caller makes a module smaller and its compressed form larger (by 1.8 kB of
    // 56). And nothing of a Rust program lies in the first kilobyte of memory.
    optimizer.args(["--one-caller-inline-max-function-size=10", "--low-memory-unused", "--converge"]);
    optimizer.arg(module).arg("-o").arg(module);
    tools::run(&mut optimizer, "wasm-opt")
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
