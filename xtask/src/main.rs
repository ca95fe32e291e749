//! The commands that a contributor types, as `cargo xtask COMMAND`.
//!
//! `build` writes what a provider puts on a server, `demo` shows it on a page, `place` asks the engine about a
//! file of answers, `text` tells which translations lag behind, and `test` runs every check.
//! `fuzz` and `mutants` look for what the checks themselves may miss. What they lack they install, or they say how to
//! get it.

mod build;
mod configure;
mod contract;
mod demo;
mod figures;
mod fuzz;
mod gallery;
mod json;
mod mutants;
mod place;
mod population;
mod protocol;
mod release;
mod shots;
mod test;
mod text;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;

const HELP: &str = "\
The program finder's commands.

Usage: cargo xtask COMMAND [OPTIONS]

Commands:
  build      Write dist/: what a provider puts on a server, with a table of sizes
  check      Say what is wrong in a configuration, by line and column
  configure  Write a page on which a provider fills in its configuration
  demo       Build, and serve a provider's page with the finder on it
  place      Print what the engine says about a file of answers, as JSON
  population Place the visitors that are assumed, and print what comes of it
  protocol   Write the rules as a page to read, print and sign
  release    Build, and pack what providers and developers download
  gallery    Write a page with every kind of screen in each language
  simulator  Write a page to try answers on, and see what the rules say
  schema     Write what a configuration may hold: for editors, as types, and into the guide
  shots      Take pictures of every screen, for people to look at
  text       Tell which translations lag behind the English, or lack a review
  test       Run every check, in order
  fuzz       Feed the readers and the engine with what nobody would think of
  figures    Put what the last runs measured into the documents
  mutants    Change the engine, a place at a time, and see that a test notices

`cargo xtask COMMAND --help` tells more about one of them.
";

/// Exit code of a command line or an input that is wrong; everything else that fails ends with 1.
const WRONG_INPUT: u8 = 2;

/// Why a command ended early.
enum Stop {
    /// The command line is wrong.
    Usage(String),
    /// What was asked for can't be done with this input.
    Input(String),
    /// Something failed on the way.
    Failed(anyhow::Error),
    /// A run ended with failures that it has already told.
    Told,
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Stop {
        Stop::Usage(error.to_string())
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Stop {
        Stop::Failed(error)
    }
}

fn main() -> ExitCode {
    let code = match run() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Stop::Usage(what)) => {
            eprintln!("error: {what}\n`cargo xtask --help` and `cargo xtask COMMAND --help` tell what there is.");
            WRONG_INPUT
        }
        Err(Stop::Input(what)) => {
            eprintln!("error: {what}");
            WRONG_INPUT
        }
        Err(Stop::Failed(error)) => {
            eprintln!("error: {error:#}");
            1
        }
        Err(Stop::Told) => 1,
    };
    ExitCode::from(code)
}

fn run() -> Result<(), Stop> {
    let mut line = lexopt::Parser::from_env();
    let Some(first) = line.next()? else {
        print!("{HELP}");
        return Ok(());
    };
    match first {
        Short('h') | Long("help") => {
            print!("{HELP}");
            Ok(())
        }
        Value(command) => match command.to_str() {
            Some("build") => build(line),
            Some("check") => check(line),
            Some("configure") => configure(line),
            Some("demo") => demo(line),
            Some("place") => place(line),
            Some("population") => population(line),
            Some("protocol") => protocol(line),
            Some("release") => release(line),
            Some("gallery") => gallery(line),
            Some("simulator") => simulator(line),
            Some("schema") => schema(line),
            Some("shots") => shots(line),
            Some("text") => text(line),
            Some("test") => test(line),
            Some("fuzz") => fuzz(line),
            Some("figures") => figures(line),
            Some("mutants") => mutants(line),
            _ => Err(Stop::Usage(format!(
                "there is no command {command:?}; there are build, check, configure, demo, place, population, protocol, release, \
                 schema, gallery, simulator, shots, text, test, figures, fuzz and mutants"
            ))),
        },
        other => Err(other.unexpected().into()),
    }
}

fn build(mut line: lexopt::Parser) -> Result<(), Stop> {
    let (mut kind, mut headless) = (build::Kind::Release, false);
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(build::HELP),
            Long("debug") => kind = build::Kind::Debug,
            Long("headless") => headless = true,
            other => return Err(other.unexpected().into()),
        }
    }
    if headless {
        build::write_headless(kind)?;
    } else {
        build::run(kind)?;
    }
    Ok(())
}

fn check(mut line: lexopt::Parser) -> Result<(), Stop> {
    let words: Vec<_> = line.raw_args()?.collect();
    if contract::commands::run(&words)? { Ok(()) } else { Err(Stop::Told) }
}

fn configure(line: lexopt::Parser) -> Result<(), Stop> {
    page(line, configure::HELP, configure::run)
}

/// A command that builds the module and writes a page with it.
fn page(
    mut line: lexopt::Parser,
    text: &str,
    run: fn(Option<PathBuf>, build::Kind) -> anyhow::Result<()>,
) -> Result<(), Stop> {
    let (mut out, mut kind) = (None, build::Kind::Release);
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(text),
            Short('o') | Long("out") => out = Some(line.value()?.into()),
            Long("debug") => kind = build::Kind::Debug,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(run(out, kind)?)
}

fn demo(mut line: lexopt::Parser) -> Result<(), Stop> {
    let (mut port, mut fresh) = (demo::PORT, true);
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(demo::HELP),
            Short('p') | Long("port") => port = line.value()?.parse()?,
            Long("no-build") => fresh = false,
            other => return Err(other.unexpected().into()),
        }
    }
    if fresh {
        build::run(build::Kind::Release)?;
    }
    Ok(demo::serve(port)?)
}

fn place(mut line: lexopt::Parser) -> Result<(), Stop> {
    let (mut file, mut config) = (None, None);
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(place::HELP),
            Short('c') | Long("config") => config = Some(line.value()?),
            Value(path) if file.is_none() => file = Some(path),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| Stop::Usage("place wants a FILE of answers, or - for standard input".into()))?;
    place::run(file.as_ref(), config.as_deref().map(AsRef::as_ref))
}

fn population(mut line: lexopt::Parser) -> Result<(), Stop> {
    let mut options = population::Options::default();
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(population::HELP),
            Short('n') | Long("visitors") => options.visitors = Some(line.value()?.parse()?),
            Short('s') | Long("seed") => options.seed = Some(line.value()?.parse()?),
            Short('u') | Long("unsure") => options.unsure = Some(line.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(population::run(&options)?)
}

fn protocol(mut line: lexopt::Parser) -> Result<(), Stop> {
    let mut options = protocol::Options::default();
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(protocol::HELP),
            Short('o') | Long("out") => options.out = Some(line.value()?.into()),
            Long("record") => options.record = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(protocol::run(options)?)
}

fn gallery(line: lexopt::Parser) -> Result<(), Stop> {
    page(line, gallery::HELP, gallery::run)
}

fn simulator(line: lexopt::Parser) -> Result<(), Stop> {
    page(line, protocol::simulator::HELP, protocol::simulator::run)
}

fn release(mut line: lexopt::Parser) -> Result<(), Stop> {
    let mut options = release::Options::default();
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(release::HELP),
            Short('o') | Long("out") => options.out = Some(line.value()?.into()),
            Long("no-build") => options.no_build = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(release::run(&options)?)
}

fn schema(mut line: lexopt::Parser) -> Result<(), Stop> {
    match line.next()? {
        None => Ok(contract::run()?),
        Some(Short('h') | Long("help")) => help(contract::HELP),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn shots(mut line: lexopt::Parser) -> Result<(), Stop> {
    let mut options = shots::Options::default();
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(shots::HELP),
            Short('o') | Long("out") => options.out = Some(line.value()?.into()),
            Long("palettes") => options.palettes = true,
            Long("no-build") => options.no_build = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(shots::run(&options)?)
}

fn text(mut line: lexopt::Parser) -> Result<(), Stop> {
    let mut wanted = text::Wanted::default();
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(text::HELP),
            Long("seen") => wanted.seen.push(line.value()?.string()?),
            Long("all-seen") => wanted.all_seen = true,
            Long("mark") => wanted.mark = Some(line.value()?.string()?),
            Value(lang) if wanted.lang.is_none() => wanted.lang = Some(lang.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if text::run(&wanted)? { Ok(()) } else { Err(Stop::Told) }
}

fn test(mut line: lexopt::Parser) -> Result<(), Stop> {
    let mut level = test::Level::Ordinary;
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(test::HELP),
            Short('q') | Long("quick") => level = test::Level::Quick,
            Short('f') | Long("full") => level = test::Level::Full,
            other => return Err(other.unexpected().into()),
        }
    }
    if test::run(level)? { Ok(()) } else { Err(Stop::Told) }
}

fn fuzz(mut line: lexopt::Parser) -> Result<(), Stop> {
    let mut seconds = 60;
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(fuzz::HELP),
            Short('s') | Long("seconds") => seconds = line.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(fuzz::run(seconds)?)
}

fn figures(mut line: lexopt::Parser) -> Result<(), Stop> {
    match line.next()? {
        None => Ok(figures::run()?),
        Some(Short('h') | Long("help")) => help(figures::HELP),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn mutants(mut line: lexopt::Parser) -> Result<(), Stop> {
    let (mut again, mut part) = (false, None);
    while let Some(word) = line.next()? {
        match word {
            Short('h') | Long("help") => return help(mutants::HELP),
            Long("again") => again = true,
            Value(name) if part.is_none() => part = Some(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    if let Some(part) = part.as_deref().filter(|part| !mutants::parts().contains(part)) {
        return Err(Stop::Usage(format!("there is no part {part:?}; there are {}", mutants::parts().join(", "))));
    }
    if mutants::run(part.as_deref(), again)? { Ok(()) } else { Err(Stop::Told) }
}

fn help(text: &str) -> Result<(), Stop> {
    print!("{text}");
    Ok(())
}
