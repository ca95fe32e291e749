//! The tables as a plain text: what a version of the rule set is, to the letter.
//!
//! Two versions can be compared line by line, and the text's SHA-256 stands for it wherever something speaks of
//! exactly these rules: a signature under the printed protocol, or a count over all answers.

use core::fmt::Write;

use sha2::{Digest, Sha256};

use super::QUESTIONNAIRE;
use crate::engine::{Clause, Level, OptionSet, Order, Question, Questionnaire, Rule};

/// The tables of a questionnaire, one block of lines for each question and rule. The same tables give the same bytes.
pub fn record(q: &Questionnaire) -> String {
    let mut text = format!("version {}\nat most {} questions\n", q.version, q.max_questions);
    for question in q.questions {
        text += "\n";
        text += &question_block(q, question);
    }
    for rule in q.rules {
        text += "\n";
        text += &rule_block(q, rule);
    }
    text
}

/// The SHA-256 of the record of the questionnaire that ships, in hexadecimal.
pub fn fingerprint() -> String {
    fingerprint_of(&record(&QUESTIONNAIRE))
}

/// The SHA-256 of a text, in hexadecimal.
pub fn fingerprint_of(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        // Writing into a string has no way to fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// What is new, changed or gone between two records: `question ID`, `rule ID`, the order of either as `questions` or
/// `rules`, and `at most` for the limit.
pub fn changed(before: &str, after: &str) -> Vec<String> {
    let (old, new) = (blocks(before), blocks(after));
    let find = |blocks: &[Block], name: &str| blocks.iter().find(|block| block.name == name).map(|b| b.lines.clone());
    let mut changed: Vec<String> = old
        .iter()
        .chain(new.iter().filter(|block| find(&old, &block.name).is_none()))
        .filter(|block| find(&old, &block.name) != find(&new, &block.name))
        .map(|block| block.name.clone())
        .collect();
    for kind in ["question", "rule"] {
        let order = |of: &[Block], other: &[Block]| -> Vec<String> {
            let both = of.iter().filter(|block| block.name.starts_with(kind) && find(other, &block.name).is_some());
            both.map(|block| block.name.clone()).collect()
        };
        if order(&old, &new) != order(&new, &old) {
            changed.push(format!("{kind}s"));
        }
    }
    changed
}

struct Block {
    name: String,
    lines: Vec<String>,
}

/// The blocks of a record. The version's own line is none: it changes each time.
fn blocks(record: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in record.lines().filter(|line| !line.is_empty() && !line.starts_with("version ")) {
        match blocks.last_mut() {
            Some(block) if line.starts_with(' ') => block.lines.push(line.to_owned()),
            _ if line.starts_with("at most ") => {
                blocks.push(Block { name: "at most".to_owned(), lines: vec![line.to_owned()] });
            }
            _ => blocks.push(Block { name: line.to_owned(), lines: Vec::new() }),
        }
    }
    blocks
}

fn question_block(q: &Questionnaire, question: &Question) -> String {
    let mut text = format!("question {}\n", question.id);
    let mut line = |name: &str, words: String| text += &format!("  {name} {words}\n");
    line(if question.many { "several of" } else { "one of" }, question.options.join(" "));
    line("order", order(question));
    line("unknown", names(q, question.unknown));
    if question.many {
        line("alone", names(q, question.exclusive));
    }
    line("mildest", names(q, question.mildest));
    line("worst", names(q, question.worst));
    for clause in question.visible_when {
        line("asked", clause_line(q, clause));
    }
    text
}

fn order(question: &Question) -> String {
    match question.order {
        Order::Scale => "scale".to_owned(),
        Order::Together => "together".to_owned(),
        Order::Free => "free".to_owned(),
        Order::Pairs(pairs) => {
            let name = |index: usize| question.options.get(index).copied().unwrap_or("?");
            let pairs = pairs.iter().map(|(milder, worse)| format!("{}<{}", name(*milder), name(*worse)));
            pairs.collect::<Vec<_>>().join(" ")
        }
    }
}

fn rule_block(q: &Questionnaire, rule: &Rule) -> String {
    let mut text = format!("rule {}\n", rule.id);
    let mut line = |name: &str, words: &str| text += &format!("  {name} {words}\n");
    for clause in rule.when {
        line("when", &clause_line(q, clause));
    }
    if rule.min_level > Level::Outpatient {
        line("where the others reach at least", rule.min_level.id());
    }
    if rule.max_level < Level::DayAndNight {
        line("where the others reach at most", rule.max_level.id());
    }
    let effect = rule.effect;
    if let Some(floor) = effect.floor {
        line("floor", floor.id());
    }
    if let Some(step) = effect.step {
        line("step", step.id());
    }
    for add in effect.add_ons.iter() {
        line("add", add.id());
    }
    if effect.no_level {
        line("no", "level");
    }
    line("sources", &rule.sources.join(" "));
    text
}

fn clause_line(q: &Questionnaire, clause: &Clause) -> String {
    format!("{} {}", if clause.wanted { "any of" } else { "none of" }, names(q, clause.options))
}

/// The options of a set, each as `question=option`.
fn names(q: &Questionnaire, options: OptionSet) -> String {
    if options.is_empty() {
        return "nothing".to_owned();
    }
    let names = options.iter().filter_map(|option| q.owner(option));
    names.map(|(question, option)| format!("{}={option}", question.id)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{changed, fingerprint, fingerprint_of, record};
    use crate::content::QUESTIONNAIRE;
    use crate::engine::{Level, Questionnaire};

    #[test]
    fn the_fingerprint_is_what_other_tools_say_of_the_text() {
        assert_eq!(fingerprint_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(fingerprint(), fingerprint_of(&record(&QUESTIONNAIRE)));
    }

    /// The shipped questionnaire with other rules or questions.
    fn with(
        change: impl Fn(&mut Vec<crate::engine::Question<'static>>, &mut Vec<crate::engine::Rule<'static>>),
    ) -> String {
        let mut questions = QUESTIONNAIRE.questions.to_vec();
        let mut rules = QUESTIONNAIRE.rules.to_vec();
        change(&mut questions, &mut rules);
        record(&Questionnaire::new(QUESTIONNAIRE.version, &questions, &rules, QUESTIONNAIRE.max_questions))
    }

    #[test]
    fn every_part_of_a_rule_is_in_the_record() {
        let before = record(&QUESTIONNAIRE);
        assert_eq!(changed(&before, &with(|_, _| {})), Vec::<String>::new());
        let at = QUESTIONNAIRE.rules.iter().position(|rule| rule.effect.floor == Some(Level::Iop)).unwrap();
        let named = vec![format!("rule {}", QUESTIONNAIRE.rules[at].id)];
        assert_eq!(changed(&before, &with(|_, rules| rules[at].effect.floor = Some(Level::Php))), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].effect.floor = None)), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].effect.step = Some(crate::engine::Step::Check))), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].effect.no_level = true)), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].effect.add_ons.0 ^= 1)), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].min_level = Level::Iop)), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].max_level = Level::Iop)), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].when = &[])), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].sources = &["x"])), named);
        assert_eq!(changed(&before, &with(|_, rules| _ = rules.remove(at))), named);
        assert_eq!(changed(&before, &with(|_, rules| rules[at].id = "new")).len(), 2);
        assert_eq!(changed(&before, &with(|_, rules| rules.swap(0, 1))), ["rules"]);
    }

    #[test]
    fn every_part_of_a_question_is_in_the_record() {
        let before = record(&QUESTIONNAIRE);
        let at = QUESTIONNAIRE.questions.iter().position(|question| question.id == "substances").unwrap();
        let named = vec![format!("question {}", QUESTIONNAIRE.questions[at].id)];
        assert_eq!(changed(&before, &with(|questions, _| questions[at].many ^= true)), named);
        assert_eq!(changed(&before, &with(|questions, _| questions[at].order = crate::engine::Order::Scale)), named);
        assert_eq!(changed(&before, &with(|questions, _| questions[at].visible_when = &[])), named);
        for part in 0..4 {
            let after = with(|questions, _| {
                let question = &mut questions[at];
                let set = [&mut question.unknown, &mut question.exclusive, &mut question.mildest, &mut question.worst];
                set.into_iter().nth(part).unwrap().0 ^= 1;
            });
            assert_eq!(changed(&before, &after), named, "{part}");
        }
        let most = Questionnaire::new(QUESTIONNAIRE.version, QUESTIONNAIRE.questions, QUESTIONNAIRE.rules, 9);
        assert_eq!(changed(&before, &record(&most)), ["at most"]);
        let renamed =
            Questionnaire::new("9.9.9", QUESTIONNAIRE.questions, QUESTIONNAIRE.rules, QUESTIONNAIRE.max_questions);
        assert!(changed(&before, &record(&renamed)).is_empty());
        assert_ne!(before, record(&renamed));
    }
}
