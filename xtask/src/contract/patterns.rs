//! What single values look like, as regular expressions that JavaScript and Rust read alike: the same as the reader's own
//! code (src/provider/value.rs, tidied.rs). A test holds both against each other.

/// What the reader takes away at the ends of a value, for a class.
const BLANK: &str = r"\u0000-\u0020\u00a0\u2000-\u200b\u202f\u3000\ufeff";
/// What it takes out of words wherever it stands.
const UNSEEN: &str = r"\u202a-\u202e\u2066-\u2069\u200b\ufeff";
/// What it makes a space of within words.
const BREAKS: &str = r"\t\n\r\u2028\u2029";
/// What cannot stand within words.
const CONTROL: &str = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f";

/// A pattern of a value that may have spaces around it.
fn spaced(pattern: &str) -> String {
    format!("^[{BLANK}]*(?:{pattern})[{BLANK}]*$")
}

/// One line of words: something in it is seen.
pub fn words() -> String {
    let seen = format!("[^{CONTROL}{BLANK}{UNSEEN}{BREAKS}]");
    format!("^[{BLANK}]*[^{CONTROL}]*{seen}[^{CONTROL}]*[{BLANK}]*$")
}

/// Something that is more than spaces.
pub fn something() -> String {
    format!("[^{BLANK}]")
}

/// One of these names.
pub fn name(names: &[&str]) -> String {
    spaced(&names.join("|"))
}

/// A web address that may be linked to.
pub fn link() -> String {
    // Letters of any script.
    let label = r"(?:[A-Za-z0-9-]|[^\u0000-\u007f])+";
    let rest = "[^\\u0000-\\u0020\\u007f\"'<>\\\\^`{|}]*";
    let host = format!(r"https://{label}(?:\.{label})+|https?://(?:localhost|127\.0\.0\.1)");
    spaced(&format!("(?:{host})(?::[0-9]{{1,5}})?(?:[/?#]{rest})?"))
}

/// One plain e-mail address.
pub fn email() -> String {
    let part = "[A-Za-z0-9_+'-]+";
    spaced(&format!(r"[A-Za-z0-9_.+'-]+@{part}(?:\.{part})+"))
}

/// A time of day.
pub fn clock() -> String {
    spaced("(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00")
}

const DATE: &str = "2[01][0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:20(?:[02468][048]|[13579][26])|21(?:0[48]|[2468][048]|[13579][26]))-02-29";

/// A day of this century or the next.
pub fn date() -> String {
    spaced(DATE)
}

/// Whether there is an opening.
pub fn opening(words: &[&str]) -> String {
    spaced(&format!("{}|{DATE}", words.join("|")))
}

/// A color.
pub const COLOR: &str = "^#(?:[0-9a-fA-F]{3}){1,2}$";

/// Names of fonts, separated by commas.
pub fn fonts() -> String {
    // Letters of any script.
    let name = r"(?:[A-Za-z0-9._-]|[^\u0000-\u009f])(?:[A-Za-z0-9 ._-]|[^\u0000-\u009f])*";
    let one = format!(r#" *(?:"{name}"|'{name}'|{name}) *"#);
    format!("^{one}(?:,{one})*$")
}

/// A number from the least to the most, both in hundredths, with at most four digits before the point and four after it. The
/// unit may be left out.
pub fn size(least: u32, most: u32, unit: &str) -> String {
    // Below the next whole number, and from it on below the last.
    let (first, last) = (least.div_ceil(100), most / 100);
    let mut ways = Vec::new();
    if !least.is_multiple_of(100) {
        let tail = format!("{:02}", least % 100);
        ways.push(format!("0*{}\\.{}", least / 100, tail_from(&tail)));
    }
    if first < last {
        let whole: Vec<String> = whole_numbers(first, last - 1);
        ways.push(format!("0*(?:{})(?:\\.[0-9]{{1,4}})?", whole.join("|")));
    }
    ways.push(format!("0*{last}(?:\\.0{{1,4}})?"));
    let unit = if unit.is_empty() { String::new() } else { format!("(?:{unit})?") };
    format!("^(?=[0-9]{{1,4}}(?![0-9]))(?:{}){unit}$", ways.join("|"))
}

/// The digits after the point of a number whose hundredths are at least these.
fn tail_from(tail: &str) -> String {
    match tail {
        "50" => "[5-9][0-9]{0,3}".to_owned(),
        other => format!("(?:{other}[0-9]{{0,2}}|[{}-9][0-9]{{0,3}})", other.as_bytes()[0] - b'0' + 1),
    }
}

/// Patterns that together are the whole numbers from one to another.
fn whole_numbers(from: u32, to: u32) -> Vec<String> {
    let mut ways = Vec::new();
    let mut from = from;
    while from <= to {
        // The largest block of ten, a hundred and so on that begins here and does not go beyond.
        let mut block = 1;
        while from > 0 && from.is_multiple_of(block * 10) && from + block * 10 - 1 <= to {
            block *= 10;
        }
        let digits = block.ilog10() as usize;
        let steps = (0..10).take_while(|step| from + (step + 1) * block - 1 <= to && from / block % 10 + step <= 9);
        let last = steps.last().unwrap_or(0);
        let (head, digit) = (from / block / 10, from / block % 10);
        let head = if head == 0 { String::new() } else { head.to_string() };
        let choice = if last == 0 { digit.to_string() } else { format!("[{digit}-{}]", digit + last) };
        ways.push(head + &choice + &"[0-9]".repeat(digits));
        from += (last + 1) * block;
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::{size, whole_numbers};

    #[test]
    fn whole_numbers_are_those_and_no_others() {
        for (from, to) in [(0, 31), (2, 5), (8, 23), (16, 23), (320, 1199), (0, 9), (7, 7), (99, 101)] {
            let pattern = format!("^(?:{})$", whole_numbers(from, to).join("|"));
            let schema = jsonschema::validator_for(&serde_json::json!({ "pattern": pattern })).unwrap();
            for number in 0..2500_u32 {
                let is = schema.is_valid(&serde_json::json!(number.to_string()));
                assert_eq!(is, (from..=to).contains(&number), "{number} and {pattern}");
            }
        }
        assert_eq!(whole_numbers(16, 23), ["1[6-9]", "2[0-3]"]);
        assert!(size(200, 600, "px").ends_with("(?:px)?$"));
    }
}
