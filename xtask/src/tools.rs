//! Where things are, running other programs, and getting those that are missing.

use std::ffi::OsStr;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The project's root folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Where cargo puts what it builds, for this run as for those that this run starts.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The version of the package: that of the crate.
pub fn version() -> Result<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).context("reading Cargo.toml")?;
    let manifest: toml::Table = manifest.parse().context("reading Cargo.toml")?;
    let version = manifest.get("package").and_then(|package| package.get("version")?.as_str());
    Ok(version.context("Cargo.toml has no version")?.to_owned())
}

/// Cargo, in the project's root.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // The environment of `cargo run` describes xtask; a cargo that runs inside must not take it for its own.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            cargo.env_remove(name);
        }
    }
    cargo.current_dir(root()).env("CARGO_TARGET_DIR", target());
    cargo
}

/// A program that npm installed for this project.
pub fn npm_tool(name: &str) -> Command {
    let mut tool = Command::new(root().join("node_modules/.bin").join(name));
    tool.current_dir(root());
    tool
}

/// The same command, behind all others that want the machine.
pub fn politely(command: &Command) -> Command {
    if find("nice").is_none() {
        return copied(command, Command::new(command.get_program()));
    }
    let mut nice = Command::new("nice");
    nice.args(["-n", "19"]).arg(command.get_program());
    copied(command, nice)
}

fn copied(command: &Command, mut to: Command) -> Command {
    to.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => to.env(name, value),
            None => to.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        to.current_dir(folder);
    }
    to
}

/// Says what is being done now. To standard error: what a command prints as its result goes to standard output.
pub fn say(what: &str) {
    eprintln!("· {what}");
}

/// Prints a command's result. A reader that has seen enough, such as `head`, is no failure.
pub fn print(result: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(result.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("printing the result"),
        _ => Ok(()),
    }
}

/// A duration as people read it.
pub fn took(since: Instant) -> String {
    seconds(since.elapsed())
}

/// Seconds with one decimal.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// Runs a program to its end and fails, with what it was for, if it does.
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| could_not_start(command, what))?;
    if !status.success() {
        bail!("{what} failed ({status}): {}", spelled(command));
    }
    Ok(())
}

/// Runs a program to its end and returns what it printed.
pub fn read(command: &mut Command, what: &str) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| could_not_start(command, what))?;
    if !output.status.success() {
        bail!("{what} failed ({}): {}", output.status, spelled(command));
    }
    String::from_utf8(output.stdout).with_context(|| format!("{what} printed something that is not text"))
}

fn could_not_start(command: &Command, what: &str) -> String {
    format!("{what}: could not start {}", command.get_program().display())
}

/// A command as one would type it.
fn spelled(command: &Command) -> String {
    let words: Vec<_> =
        [command.get_program()].into_iter().chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

/// Where a program is on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Makes sure that the standard library for the browser's target is there.
pub fn ensure_wasm_target() -> Result<()> {
    // Asked of rustc, not of rustup: a distribution's Rust has the one without the other.
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut ask = Command::new(rustc);
    ask.current_dir(root()).args(["--print", "target-libdir", "--target", WASM]);
    let libraries = read(&mut ask, "asking rustc for its libraries")?;
    if fs::read_dir(libraries.trim()).is_ok_and(|mut files| files.next().is_some()) {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "Rust's standard library for {WASM} is missing, and there is no rustup to add it. Install rustup \
             (https://rustup.rs), or your system's package of that library (Debian: libstd-rust-dev-wasm32)."
        );
    }
    say(&format!("adding Rust's standard library for {WASM}"));
    let mut rustup = Command::new("rustup");
    run(rustup.current_dir(root()).args(["target", "add", WASM]), "adding the wasm target")
}

/// Makes sure that a command of cargo's is there in this version. It is built once, into target/tools.
pub fn ensure_cargo_tool(name: &str, version: &str) -> Result<PathBuf> {
    let folder = target().join("tools").join(format!("{name}-{version}"));
    let program = folder.join("bin").join(name);
    if !program.is_file() {
        say(&format!("building {name} {version} (a few minutes the first time)"));
        let mut install = cargo();
        install.args(["install", "--quiet", "--locked", "--no-track", "--version", version, "--root"]).arg(&folder);
        install.env_remove("CARGO_TARGET_DIR");
        run(install.arg(name), &format!("building {name}"))?;
    }
    Ok(program)
}

/// Such a command, in the project's root. It is asked by the name under which cargo would call it.
pub fn cargo_tool(program: &Path, name: &str) -> Command {
    let mut tool = Command::new(program);
    tool.current_dir(root()).arg(name);
    tool
}

/// Makes sure that the npm packages are there, in just the versions of the lock file.
pub fn ensure_npm() -> Result<()> {
    let get = "Install Node.js 20 or newer with npm: https://nodejs.org, or your system's packages.";
    for program in ["node", "npm"] {
        if find(program).is_none() {
            bail!("{program} is missing. {get}");
        }
    }
    let version = read(Command::new("node").arg("--version"), "asking node for its version")?;
    if major(&version).is_none_or(|major| major < 20) {
        bail!("node is {}. {get}", version.trim());
    }
    let lock = fs::read(root().join("package-lock.json")).context("reading package-lock.json")?;
    // npm's own record has another shape than the lock file, so the file that was installed from is kept beside it.
    let installed = root().join("node_modules/.installed-from.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    say("installing the npm packages of package-lock.json");
    // No install script runs: none of the packages has use for one, and what is not run can do no harm.
    let mut npm = Command::new("npm");
    npm.current_dir(root()).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    npm.stdout(Stdio::from(std::io::stderr()));
    run(&mut npm, "npm ci")?;
    fs::write(&installed, lock).with_context(|| format!("writing {}", installed.display()))
}

/// The first number of a version such as `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// A browser, or a browser's driver, and Debian's package that has it.
pub struct Browser {
    /// The program's name.
    pub program: &'static str,
    /// Debian's package.
    pub package: &'static str,
}

/// What the tests in browsers run in.
pub const BROWSERS: [Browser; 6] = [
    Browser { program: "chromium", package: "chromium" },
    Browser { program: "chromedriver", package: "chromium-driver" },
    Browser { program: "chromium-headless-shell", package: "chromium-headless-shell" },
    Browser { program: "firefox-esr", package: "firefox-esr" },
    Browser { program: "WebKitWebDriver", package: "webkit2gtk-driver" },
    // WebKit's browser knows no other screen than one that is there.
    Browser { program: "Xvfb", package: "xvfb" },
];

/// The package of the font that browsers are tested with, and where it has that: tests/e2e/support/fonts.conf.
const FONT: &str = "fonts-liberation";
const FONT_FILES: [&str; 2] = ["liberation", "liberation2"];

fn has_font() -> bool {
    FONT_FILES.iter().any(|folder| Path::new("/usr/share/fonts/truetype").join(folder).is_dir())
}

/// Makes sure that these browsers are there, and the font that they are tested with.
pub fn ensure_browsers(browsers: &[Browser]) -> Result<()> {
    let mut missing: Vec<_> = browsers.iter().filter(|b| find(b.program).is_none()).map(|b| b.package).collect();
    // Elsewhere than on Debian the browser's own font has to do.
    if !has_font() && find("apt-get").is_some() {
        missing.push(FONT);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand = format!("Install them: sudo apt-get update && sudo apt-get install {list}");
    if find("apt-get").is_none() {
        bail!("These are missing: {list}. They are Debian's names; install them as your system does.");
    }
    if read(Command::new("id").arg("-u"), "asking who runs this")?.trim() != "0" {
        bail!("These are missing: {list}. {by_hand}");
    }
    say(&format!("installing {list} (Debian packages)"));
    for arguments in
        [vec!["update", "-qq"], [vec!["install", "-y", "-qq", "--no-install-recommends"], missing].concat()]
    {
        let mut apt = Command::new("apt-get");
        apt.args(&arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
        apt.stdout(Stdio::from(std::io::stderr()));
        run(&mut apt, "apt-get").with_context(|| by_hand.clone())?;
    }
    match browsers.iter().find(|browser| find(browser.program).is_none()) {
        Some(browser) => bail!("{} is installed, and {} is still not on the PATH", browser.package, browser.program),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{find, major, root};

    #[test]
    fn versions_are_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("9.1"), Some(9));
        assert_eq!(major("unknown"), None);
    }

    #[test]
    fn programs_are_found_and_the_root_is_the_root() {
        assert!(find("sh").is_some());
        assert_eq!(find("no-such-program-of-anybody"), None);
        assert!(root().join("xtask/Cargo.toml").is_file());
    }
}
