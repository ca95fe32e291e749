//! Every sentence of one language, and the form in which it travels.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::decision::gives_a_reason;
use program_finder::engine::Rule;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// Every sentence of one language, by key.
pub struct Catalog {
    /// The language's tag.
    pub lang: String,
    /// The sentences.
    pub text: Map<String, Value>,
}

impl Catalog {
    /// The sentence of that key.
    pub fn say(&self, key: &str) -> Result<&str> {
        self.text
            .get(key)
            .and_then(Value::as_str)
            .with_context(|| format!("www/text/{}.json has no {key:?}", self.lang))
    }

    /// The catalog as visitors download it, for www/frame/words.js: one string, of the seeds and then every sentence, with
    /// [`BETWEEN`] between them. No key travels, which saves a fifth of the download: with the seeds, a hash of the key gives
    /// the place of its sentence. What only the protocol says is left out.
    ///
    /// A key that is not in it would be given the sentence of another. Tests hold that every key a screen asks for is there.
    pub fn packed(&self) -> Result<Value> {
        let sentences = self.sentences()?;
        let keys: Vec<&str> = sentences.keys().map(String::as_str).collect();
        let (seeds, indices) = placed(&keys)?;
        let mut ordered = vec![seeds.as_str(); keys.len() + 1];
        for (index, sentence) in indices.into_iter().zip(sentences.values()) {
            ordered[index + 1] = sentence;
        }
        Ok(Value::String(ordered.join(BETWEEN)))
    }

    /// Every sentence that a screen may ask for, by the key that it asks for: the four wordings of a key are one sentence.
    fn sentences(&self) -> Result<BTreeMap<String, String>> {
        // A question without a hint says nothing there.
        let hints = QUESTIONNAIRE.questions.iter().map(|question| (format!("{}.hint", question.id), String::new()));
        let mut sentences: BTreeMap<_, _> = hints.collect();
        for key in self.text.keys().filter(|key| is_shown(key)) {
            let words = self.say(key)?;
            if words.contains(MARKS) {
                bail!(
                    "{key:?} in www/text/{}.json has one of {MARKS:?}: what is downloaded is put together with them",
                    self.lang
                );
            }
            if let Some((counted, form)) = key.split_once(FORM) {
                // The forms stand beside each other in the file's order.
                let forms: &mut String = sentences.entry(counted.to_owned()).or_default();
                if !forms.is_empty() {
                    forms.push(FORM);
                }
                forms.push_str(&format!("{form}{FORM}{words}"));
                continue;
            }
            let voiced = Audience::IDS.iter().find_map(|audience| key.strip_suffix(audience)?.strip_suffix('.'));
            let wordings = voiced.and_then(|key| {
                let of = |audience: &&str| self.say(&format!("{key}.{audience}")).ok();
                Some((key, Audience::IDS.iter().map(of).collect::<Option<Vec<_>>>()?))
            });
            match wordings {
                Some((key, wordings)) => sentences.insert(key.to_owned(), together(&wordings)),
                None => sentences.insert(key.clone(), words.to_owned()),
            };
        }
        Ok(sentences)
    }
}

/// What stands between two sentences of a packed catalog.
const BETWEEN: &str = "^";
/// What no sentence may have in it.
const MARKS: [char; 6] = ['^', '[', '|', ']', '"', FORM];
/// What stands in a key before the name of the form that a sentence has for some numbers, as in `program.days@one`, and in a
/// packed catalog around that name. The names are those of `Intl.PluralRules`.
const FORM: char = '@';

/// One sentence for four audiences, with what differs in brackets: the wordings of all four; or of three, where a teen reads
/// what an adult does; or of two, where all who ask for somebody else read the same as well.
fn together(wordings: &[&str]) -> String {
    let first: Vec<char> = wordings[0].chars().collect();
    let shared = |from: &dyn Fn(&str) -> Vec<char>, most: usize| {
        let model = from(wordings[0]);
        (0..most).take_while(|at| wordings.iter().all(|one| from(one).get(*at) == model.get(*at))).count()
    };
    let shortest = wordings.iter().map(|one| one.chars().count()).min().unwrap_or_default();
    let mut before = shared(&|one| one.chars().collect(), shortest);
    // Whole words compress better.
    while before > 0 && first[before - 1] != ' ' {
        before -= 1;
    }
    let after = shared(&|one| one.chars().rev().collect(), shortest - before);
    let middle = |one: &&str| one.chars().skip(before).take(one.chars().count() - before - after).collect::<String>();
    let mut ways: Vec<String> = wordings.iter().map(middle).collect();
    if ways[0] == ways[1] {
        ways.remove(1);
        if ways[1] == ways[2] {
            ways.remove(2);
        }
    }
    let text = |letters: &[char]| letters.iter().collect::<String>();
    format!("{}[{}]{}", text(&first[..before]), ways.join("|"), text(&first[first.len() - after..]))
}

/// A place for each of these keys, and the seeds by which www/frame/words.js finds it: the hash of a key says which seed is
/// the key's, and the hash with that seed says the place.
fn placed(keys: &[&str]) -> Result<(String, Vec<usize>)> {
    // Three keys to a seed: with more the last of them are hard to find, with fewer there are more to download.
    let mut groups = vec![Vec::new(); keys.len().div_ceil(3)];
    for (number, key) in keys.iter().enumerate() {
        let group = hash(key, 0) as usize % groups.len();
        groups[group].push(number);
    }
    let mut seeds = vec!['#'; groups.len()];
    let mut indices = vec![0; keys.len()];
    let mut taken = vec![false; keys.len()];
    // The largest first, while there is room.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|group| Reverse(groups[*group].len()));
    for group in order {
        // A seed is the number of a letter that stands for itself in JSON and in a script.
        let seed = ('#'..='\u{9fff}').filter(|letter| is_plain(*letter)).find(|seed| {
            let wanted: Vec<usize> =
                groups[group].iter().map(|key| hash(keys[*key], *seed as u32) as usize % keys.len()).collect();
            let free = wanted.iter().enumerate().all(|(at, index)| !taken[*index] && !wanted[..at].contains(index));
            if free {
                for (key, index) in groups[group].iter().zip(wanted) {
                    indices[*key] = index;
                    taken[index] = true;
                }
            }
            free
        });
        seeds[group] = seed.context("no seed gives the keys of the texts a place each: change the hash")?;
    }
    Ok((seeds.into_iter().collect(), indices))
}

/// Whether a letter shows and is none of those that mean something, to JSON, to the page or here.
fn is_plain(letter: char) -> bool {
    matches!(letter, '#'..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{4e00}'..='\u{9fff}')
        && !matches!(letter, '\\' | '<')
        && !MARKS.contains(&letter)
}

/// The hash of a key, the same as in www/frame/words.js.
fn hash(key: &str, seed: u32) -> u32 {
    let hash = key.encode_utf16().fold(seed, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

/// What the frame has to know of each catalog, to take no other (www/frame/catalog.js): how many letters JavaScript counts
/// in its packed form, and the SHA-256 of that. Then what the language is called.
pub fn known(catalogs: &[Catalog]) -> Result<Value> {
    let of = |catalog: &Catalog| {
        let text = catalog.packed()?.to_string();
        let hash = BASE64.encode(Sha256::digest(&text));
        Ok((catalog.lang.clone(), json!([text.encode_utf16().count(), hash, catalog.say("language.name")?])))
    };
    Ok(Value::Object(catalogs.iter().map(of).collect::<Result<_>>()?))
}

/// English as a language of its own, for tests: with accents, and half as long again, so that what the code does not take
/// from the catalog, or has no room for, shows.
pub fn pseudo(english: &Catalog) -> Catalog {
    let text =
        english.text.iter().map(|(key, words)| (key.clone(), json!(accented(words.as_str().unwrap_or_default()))));
    Catalog { lang: "qps".to_owned(), text: text.collect() }
}

/// The same words with accents, and more of them. What is filled in, between braces, stays.
fn accented(words: &str) -> String {
    let mut inside = false;
    let accent = |letter: char| {
        inside = letter == '{' || inside && letter != '}';
        let at = "aeiouyncAEIOU".chars().position(|plain| plain == letter).filter(|_| !inside);
        at.and_then(|at| "áéíóúýñçÅÉÍÖÛ".chars().nth(at)).unwrap_or(letter)
    };
    let longer: String = words.chars().map(accent).collect();
    match words.chars().count() / 14 {
        _ if words.is_empty() => longer,
        more => longer + &" wörds".repeat(more),
    }
}

/// Whether some screen may say it. Not the full names of levels, nor those of kinds of program but one: a program has a name
/// of its own. Of the reasons for rules only a part comes up.
fn is_shown(key: &str) -> bool {
    let parts: Vec<&str> = key.split('.').collect();
    match parts[..] {
        ["level", _, "name"] => return false,
        ["kind", kind] => return kind == "aftercare",
        // The frame knows it from the build (`known`).
        ["language", "name"] => return false,
        // That row is there beside 24-hour care, and outpatient is not.
        ["compare", "sleep", "outpatient"] => return false,
        _ => {}
    }
    let Some(reason) = key.strip_prefix("why.") else { return true };
    let of = |rule: &&Rule| reason.strip_prefix(rule.id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    QUESTIONNAIRE.rules.iter().find(of).is_none_or(gives_a_reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What www/frame/words.js does.
    fn words<'a>(packed: &'a Value, key: &str) -> &'a str {
        let mut parts = packed.as_str().unwrap_or_default().split(BETWEEN);
        let seeds: Vec<char> = parts.next().unwrap_or_default().chars().collect();
        let sentences: Vec<&str> = parts.collect();
        let seed = seeds[hash(key, 0) as usize % seeds.len()];
        sentences[hash(key, seed as u32) as usize % sentences.len()]
    }

    fn catalog(text: &Value) -> Catalog {
        Catalog { lang: "en".into(), text: text.as_object().cloned().unwrap_or_default() }
    }

    #[test]
    fn every_key_finds_its_sentence_and_no_two_have_one_place() {
        for lang in ["en", "es"] {
            let file = crate::tools::root().join(format!("www/text/{lang}.json"));
            let text: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
            let catalog = catalog(&text);
            let packed = catalog.packed().unwrap();
            let sentences = catalog.sentences().unwrap();
            assert!(sentences.len() > 500);
            for (key, sentence) in &sentences {
                assert_eq!(words(&packed, key), sentence, "{key}");
            }
            assert_eq!(packed.as_str().unwrap().split(BETWEEN).count(), 1 + sentences.len());
            // JSON has nothing to escape in it: it stands in a script as it is.
            assert!(!packed.to_string().contains(['\\', '<']));
        }
    }

    #[test]
    fn what_differs_between_audiences_stands_in_brackets() {
        let one = |wordings: [&str; 4]| together(&wordings);
        assert_eq!(
            one(["Are you well?", "Are you well?", "Is your child well?", "Are they well?"]),
            "[Are you|Is your child|Are they] well?"
        );
        assert_eq!(one(["Do I go?", "Do I go?", "Do they go?", "Do they go?"]), "Do [I|they] go?");
        assert_eq!(one(["a b", "a c", "a d", "a e"]), "a [b|c|d|e]");
        assert_eq!(one(["a", "b", "a", "a"]), "[a|b|a|a]");
        assert_eq!(one(["go", "go", "go go", "go"]), "[|go |]go");
    }

    #[test]
    fn questions_without_a_hint_have_an_empty_one() {
        let packed = catalog(&json!({ "who.hint": "Go on." })).packed().unwrap();
        assert_eq!((words(&packed, "who.hint"), words(&packed, "led_to.hint")), ("Go on.", ""));
    }

    #[test]
    fn a_sentence_with_a_mark_of_the_packed_form_is_refused() {
        for mark in MARKS {
            let error = catalog(&json!({ "a.b": format!("x{mark}y") })).packed().unwrap_err().to_string();
            assert!(error.contains("\"a.b\" in www/text/en.json"), "{error}");
        }
    }

    #[test]
    fn the_frame_knows_each_catalog_by_its_size_and_hash() {
        let catalog = catalog(&json!({ "a": "año 😀", "language.name": "English" }));
        let text = catalog.packed().unwrap().to_string();
        // The picture is two letters of JavaScript's.
        let size = text.chars().count() + 1;
        let hash = BASE64.encode(Sha256::digest(&text));
        assert_eq!(super::known(&[catalog]).unwrap(), json!({ "en": [size, hash, "English"] }));
    }

    #[test]
    fn reasons_that_no_screen_gives_stay_at_home() {
        let key = |rule: &Rule| format!("why.{}", rule.id);
        let text = QUESTIONNAIRE.rules.iter().map(|rule| (key(rule), json!(rule.id))).collect();
        let kept = Catalog { lang: "en".into(), text }.sentences().unwrap();
        for rule in QUESTIONNAIRE.rules {
            assert_eq!(kept.contains_key(&key(rule)), gives_a_reason(rule), "{}", rule.id);
        }
        let kept = kept.keys().filter(|key| key.starts_with("why.")).count();
        assert!(kept > 20 && kept < QUESTIONNAIRE.rules.len(), "{kept}");
    }
}
