//! How hard a Spanish text is to read: the INFLESZ scale (Barrio-Cantalejo et al. 2008), made for texts for patients.
//!
//! `206.835 - 62.3 × syllables per word - words per sentence`, by Szigriszt-Pazos (1993). Under 40 is very hard,
//! 40 to 55 somewhat hard, 55 to 65 normal, 65 to 80 fairly easy, over 80 very easy. A formula knows nothing of
//! meaning, so this is a smoke alarm, no proof.
//!
//! Spanish spelling tells the syllables, so they are counted by the rules of its orthography, without a dictionary.

/// A name, a number or what is filled in counts as a word of this many syllables: about the average of Spanish
/// text, so that it pulls a grade neither up nor down.
const NAME: usize = 2;

/// The grade of a screen or passage: each piece ends its own sentence, as a label or a line does. Names that have
/// no plainer word are given in small letters, the longer ones first.
pub fn grade<'a>(pieces: impl IntoIterator<Item = &'a str>, names: &[String]) -> f64 {
    let (mut sentences, mut all_words, mut all_syllables) = (0.0, 0.0, 0.0);
    for piece in pieces {
        let masked = names.iter().fold(piece.to_lowercase(), |text, name| masked(&text, name));
        for sentence in masked.split_inclusive(['.', '?', '!', ':', ';']) {
            let words = words(sentence);
            if !words.is_empty() {
                sentences += 1.0;
                all_words += words.len() as f64;
                all_syllables += words.iter().map(|word| syllables(word)).sum::<usize>() as f64;
            }
        }
    }
    206.835 - 62.3 * all_syllables / all_words - all_words / sentences
}

/// The text with a name, where it stands whole, replaced by a number: one word.
fn masked(text: &str, name: &str) -> String {
    let (mut said, mut from) = (String::new(), 0);
    for (index, _) in text.match_indices(name) {
        let inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        if inside(text[..index].chars().next_back()) || inside(text[index + name.len()..].chars().next()) {
            continue;
        }
        said += &text[from..index];
        said.push('0');
        from = index + name.len();
    }
    said + &text[from..]
}

/// The words of a text.
pub fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// How many syllables a word has: as many as it has vowels, less those that are one with their neighbor.
///
/// - `a`, `e` and `o` each carry a syllable, side by side too: `le-er`. So do `í` and `ú`: `dí-a`.
/// - `i` and `u` without an accent lean on a vowel beside them: `cui-dar`, `pien-se`, `cau-sa`. Only between
///   consonants do they carry one: `vi-da`.
/// - `h` is silent and parts nothing: `al-co-hol` has two `o`, `prohi-bir` one `oi`. `u` is silent in `que`, `gui`;
///   not in `güi`. `y` is a vowel at the end of a word: `muy`.
pub fn syllables(word: &str) -> usize {
    if word.chars().any(|letter| letter.is_ascii_digit() || letter == '{') {
        return NAME;
    }
    let parts = word.split('-').filter(|part| part.chars().any(char::is_alphabetic));
    parts.map(|part| of_letters(&letters(part))).sum::<usize>().max(1)
}

/// The letters of a word that are spoken.
fn letters(part: &str) -> Vec<char> {
    let all: Vec<char> = part.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let at = |index: usize| all.get(index).copied().unwrap_or(' ');
    let spoken = (0..all.len()).filter_map(|index| {
        let before = index.checked_sub(1).map_or(' ', at);
        match at(index) {
            'h' => None,
            'u' if "qg".contains(before) && "eiéí".contains(at(index + 1)) => None,
            'ü' => Some('u'),
            'y' if index + 1 == all.len() => Some('i'),
            letter => Some(letter),
        }
    });
    spoken.collect()
}

fn of_letters(word: &[char]) -> usize {
    let mut count = 0;
    // The vowel before: none, an `i` or `u` that may still lean on what follows, or one that is done.
    let (mut vowel, mut leans) = (false, false);
    for letter in word {
        match letter {
            'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'í' | 'ú' => {
                // A leaning vowel before it has been counted for both: pie, cuí.
                count += usize::from(!leans);
                (vowel, leans) = (true, false);
            }
            'i' | 'u' if vowel => {
                // It leans on the vowel before it: ai, oi, ui. After that nothing leans on it.
                (vowel, leans) = (false, false);
            }
            'i' | 'u' => {
                count += 1;
                (vowel, leans) = (true, true);
            }
            _ => (vowel, leans) = (false, false),
        }
    }
    count
}

#[test]
fn syllables_are_counted_as_spanish_divides_them() {
    let divided = "a-quí guí-a dí-as a-ho-ra al-co-hol se-gún cui-dar-se cuí-de-se ha-cia a-hí o-ír rui-do pa-cien-te \
        quien con-ti-nuar pa-ís hay muy es-ta-dí-a cre-í-a le-er a-yu-da fue-ra buey ciu-dad o-ye va-cí-o die-ci-sie-te \
        an-ti-güe-dad pin-güi-no i-gual gue-rra que-rer es-cu-char lí-ne-a sa-lud so-bre-do-sis con-vul-sio-nes U-ru-guay \
        in-clui-do re-ú-ne cau-sa viu-da bio-quí-mi-ca ni-ño o-í-do ac-tú-e a-ún aun lim-piéis y";
    for word in divided.split_whitespace() {
        assert_eq!(syllables(&word.replace('-', "")), word.split('-').count(), "{word}");
    }
    // A compound is counted in its parts; a name, a number or a placeholder as one ordinary word.
    assert_eq!(syllables("cognitivo-conductual"), 4 + 3);
    assert_eq!([syllables("1-800-662-4357,"), syllables("{provider}"), syllables("“988”")], [NAME; 3]);
}

#[test]
fn the_grade_is_the_formula_over_words_and_sentences() {
    let close = |grade: f64, expected: f64| assert!((grade - expected).abs() < 0.01, "{grade} is not {expected}");
    // Four words, six syllables, one sentence; then two pieces, so two sentences.
    close(grade(["El sol ya salió."], &[]), 206.835 - 62.3 * 5.0 / 4.0 - 4.0);
    close(grade(["El sol ya salió", "¿Y la luna?"], &[]), 206.835 - 62.3 * 9.0 / 7.0 - 3.5);
    // A name counts as one ordinary word, a part of another word does not.
    let names = ["php".to_owned(), "buprenorfina".to_owned()];
    close(grade(["La buprenorfina (PHP) ayuda"], &names), 206.835 - 62.3 * 8.0 / 4.0 - 4.0);
    close(grade(["phpa"], &names), 206.835 - 62.3 - 1.0);
}
