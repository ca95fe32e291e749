//! What the proof has counted, printed, and left for the printed protocol.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use program_finder::content::{VERSION, fingerprint};
use serde::Deserialize;

use crate::prove::Proof;
use crate::support::visit;

/// A distribution of the number of questions asked.
pub struct Questions {
    pub median: usize,
    pub most: usize,
    /// For each number of questions, the share of visits.
    shares: Vec<f64>,
}

impl Questions {
    fn of(shares: Vec<f64>) -> Questions {
        let whole: f64 = shares.iter().sum();
        let shares: Vec<f64> = shares.iter().map(|share| share / whole).collect();
        let upto = |count: usize| shares[..=count].iter().sum::<f64>();
        // Half of all visits have no more than the median. (Sums of shares are not exact to the last digit.)
        let median = (0..shares.len()).find(|count| upto(*count) > 0.5 - 1e-9).unwrap_or(0);
        let most = (0..shares.len()).rfind(|count| shares[*count] > 0.0).unwrap_or(0);
        Questions { median, most, shares }
    }

    /// Of visitors drawn uniformly: each answer to each question that they are asked is equally likely.
    pub fn uniform(proof: &Proof) -> Questions {
        Questions::of(proof.paths.lengths.iter().map(|length| length.share).collect())
    }

    /// Of those of them who are told a level, and in no emergency.
    pub fn with_programs(proof: &Proof) -> Questions {
        Questions::of(proof.paths.with_programs.iter().map(|length| length.share).collect())
    }

    /// Of the people in `tests/cases`.
    pub fn named() -> Questions {
        let counts: Vec<usize> = named_cases();
        let mut shares = vec![0.0; counts.iter().max().unwrap_or(&0) + 1];
        counts.iter().for_each(|count| shares[*count] += 1.0);
        Questions::of(shares)
    }

    fn line(&self, of: &str) -> String {
        let some = self.shares.iter().enumerate().filter(|(_, share)| **share > 0.0005);
        let some: Vec<String> = some.map(|(count, share)| format!("{count}: {:.1} %", share * 100.0)).collect();
        format!("{of}: median {}, most {} ({})", self.median, self.most, some.join(", "))
    }
}

/// How many questions each of the named cases is asked.
fn named_cases() -> Vec<usize> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Chosen {
        One(String),
        Several(Vec<String>),
    }
    #[derive(Deserialize)]
    struct Case {
        answers: BTreeMap<String, Chosen>,
    }
    #[derive(Deserialize)]
    struct File {
        otherwise: BTreeMap<String, Chosen>,
        case: Vec<Case>,
    }
    let said = |answers: &BTreeMap<String, Chosen>| {
        let options = |chosen: &Chosen| match chosen {
            Chosen::One(option) => vec![option.clone()],
            Chosen::Several(options) => options.clone(),
        };
        answers.iter().map(|(question, chosen)| (question.clone(), options(chosen))).collect()
    };
    let mut counts = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).expect("there are cases") {
        let text = fs::read_to_string(entry.expect("a file of cases").path()).expect("a file of cases");
        let file: File = toml::from_str(&text).expect("a file of cases");
        for case in &file.case {
            let facts = visit(&said(&case.answers), &said(&file.otherwise)).expect("tests/cases.rs finds it right");
            counts.push(facts.path().count());
        }
    }
    counts
}

/// The numbers of a proof in which everything held, as lines.
pub fn lines(proof: &Proof, replay_ns: f64) -> Vec<String> {
    let sets = proof.paths.sets();
    let covered = proof.covered();
    let mut lines = vec![
        format!(
            "{} complete sets of answers can be reached, and {} sets, pairs and more were covered",
            digits(sets),
            digits(covered.sets)
        ),
        format!(
            "by looking at {} ends; {} times visits were walked as one",
            digits(covered.ends.into()),
            digits(proof.paths.merged.into())
        ),
        format!("in {:.1} seconds; the engine replays a visit in {replay_ns:.0} ns on one core", proof.seconds),
        String::new(),
        format!("{:>26}  {:>12}  {:>8}  promise", "covered", "ends", "seconds"),
    ];
    for (promise, covered, seconds) in &proof.promises {
        let (sets, ends) = (digits(covered.sets), digits(covered.ends.into()));
        lines.push(format!("{sets:>26}  {ends:>12}  {seconds:>8.2}  {}", promise.text()));
    }
    lines.push(String::new());
    lines.push("questions asked".to_owned());
    lines.push(Questions::uniform(proof).line("  visitors drawn uniformly"));
    lines.push(Questions::with_programs(proof).line("  those of them who are told a level and are in no emergency"));
    lines.push(Questions::named().line("  the named cases"));
    lines
}

/// A number with its digits in groups of three.
fn digits(number: u128) -> String {
    let plain = number.to_string();
    let groups: Vec<&str> =
        plain.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(",")
}

/// A file beside the build.
fn file(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
    target.join(name)
}

/// Where `cargo xtask protocol` looks for the counts, and `cargo xtask figures` for what documents say of them.
const COUNTS: &str = "proof.json";
const FIGURES: &str = "figures/proof.md";

/// Takes the counts of an earlier run away: should this one fail, they are not to be told any more.
pub fn forget() {
    for name in [COUNTS, FIGURES] {
        // None from before is as good.
        let _ = fs::remove_file(file(name));
    }
}

fn write(name: &str, text: &str) {
    let path = file(name);
    let folder = path.parent().expect("a folder for what is built");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, format!("{text}\n")))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    println!("{} is written", path.display());
}

/// What documents say of the counts. Not how long it took: that is another machine's every time.
fn figures(proof: &Proof) -> String {
    let (uniform, named) = (Questions::uniform(proof), Questions::named());
    format!(
        "{} complete sets of answers can be reached; with the pairs and replacements that promises are about,\n\
         {} were covered. Of visitors drawn uniformly half are asked {} questions or fewer, of\n\
         the named cases half {} or fewer, and nobody more than {}.",
        digits(proof.paths.sets()),
        digits(proof.covered().sets),
        uniform.median,
        named.median,
        uniform.most
    )
}

/// Leaves the counts beside the build, under the fingerprint of the rules.
pub fn record(proof: &Proof, replay_ns: f64) {
    let sets = proof.paths.sets();
    let covered = proof.covered();
    let count = |what: &str, count: u128| serde_json::json!({ "what": what, "count": count.to_string() });
    let uniform = Questions::uniform(proof);
    let record = serde_json::json!({
        "version": VERSION,
        "fingerprint": fingerprint(),
        "seconds": (proof.seconds * 10.0).round() / 10.0,
        "command": "cargo test --profile proof --test proof",
        "counts": [
            count("complete sets of answers that can be reached", sets),
            count("sets of answers, pairs and more of them that something was proven about", covered.sets),
            count("ends looked at for that", covered.ends.into()),
            count("questions asked of visitors drawn uniformly: median", uniform.median as u128),
            count("questions asked of anybody: most", uniform.most as u128),
            count("visits that the engine replays in a second on one core", (1e9 / replay_ns) as u128),
        ],
        "properties": proof.promises.iter().map(|(promise, ..)| promise.text()).collect::<Vec<_>>(),
    });
    write(COUNTS, &serde_json::to_string_pretty(&record).expect("numbers can be written"));
    write(FIGURES, &figures(proof));
}
