//! The questions and the rules, as they are asked and as they fire.

use anyhow::Result;
use program_finder::content::{Audience, QUESTIONNAIRE};
use program_finder::engine::{Effect, Level, OptionSet, Order, Question, Rule, Step, evaluate_rules};

use super::html::{element, id, list, section, table, text, wordings};
use super::words::{Words, named, voice_name};

/// Every question in all wordings.
pub fn questions(words: &Words) -> Result<String> {
    let mut inside = format!(
        "<p>In the order in which they are asked. Conditions quote each option as an adult reads it who answers for \
         themselves, without the examples after a colon. A question is left out where no answer to it could change anything any more, and nobody is \
         asked more than {} questions.</p>\n",
        QUESTIONNAIRE.max_questions
    );
    for (at, one) in QUESTIONNAIRE.questions.iter().enumerate() {
        inside += &question(words, at, one)?;
    }
    Ok(section("questions", "Questions", &inside))
}

fn question(words: &Words, at: usize, question: &Question) -> Result<String> {
    let asked = match question.visible_when {
        [] => "always".to_owned(),
        clauses => {
            let lines = clauses.iter().map(|clause| words.clause(clause)).collect::<Result<Vec<_>>>()?;
            lines.join(", <em>and</em> ")
        }
    };
    let mut facts = vec![
        ("Asked when", asked),
        ("Answered by", text(answered(question))),
        ("Seriousness", order(words, question)?),
    ];
    if let Some(unknown) = unknown(words, question)? {
        facts.push(("If not known", text(&unknown)));
    }
    let facts: String = facts.iter().map(|(name, fact)| format!("<dt>{name}</dt><dd>{fact}</dd>")).collect();
    let mut rows = vec![row(words, "Question", &format!("{}.ask", question.id))?];
    if words.all_voices_if_any(&format!("{}.hint", question.id))?.is_some() {
        rows.push(row(words, "Hint", &format!("{}.hint", question.id))?);
    }
    for option in question.options {
        rows.push(row(words, option, &format!("{}.{option}", question.id))?);
    }
    let head: String = Audience::ALL
        .map(voice_name)
        .map(|(who, whom)| format!("<th scope=\"col\">{}, {}</th>", text(who), text(whom)))
        .concat();
    Ok(format!(
        "<article id=\"question-{}\">\n<h3>{}. {} {}</h3>\n<dl>{facts}</dl>\n<table class=\"wordings\">\n\
         <thead><tr><th scope=\"col\">Name</th>{head}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n</article>\n",
        question.id,
        at + 1,
        text(words.name(question)?),
        id(question.id),
        rows.concat()
    ))
}

/// One row of wordings: neighbors that read the same share a cell.
fn row(words: &Words, name: &str, key: &str) -> Result<String> {
    let mut cells: Vec<(&str, usize)> = Vec::new();
    for audience in Audience::ALL {
        let said = words.voiced(key, audience)?;
        match cells.last_mut() {
            Some((last, count)) if *last == said => *count += 1,
            _ => cells.push((said, 1)),
        }
    }
    let cells: String =
        cells.iter().map(|(said, count)| format!("<td colspan=\"{count}\">{}</td>", text(said))).collect();
    let name = if name.chars().next().is_some_and(char::is_uppercase) { text(name) } else { id(name) };
    Ok(format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>\n"))
}

const fn answered(question: &Question) -> &'static str {
    if question.many { "one option or several" } else { "one option" }
}

fn order(words: &Words, question: &Question) -> Result<String> {
    Ok(match question.order {
        Order::Scale => "rises from the first option to the last that is known".to_owned(),
        Order::Together => "rises with each option that is chosen as well".to_owned(),
        Order::Free => "not compared".to_owned(),
        Order::Pairs(pairs) => {
            let name = |at: &usize| -> Result<String> {
                Ok(text(&format!("“{}”", words.option(question, question.options[*at])?)))
            };
            let pairs =
                pairs.iter().map(|(milder, worse)| Ok(format!("{} is milder than {}", name(milder)?, name(worse)?)));
            pairs.collect::<Result<Vec<_>>>()?.join("; ")
        }
    })
}

/// What an unknown answer stands for.
fn unknown(words: &Words, question: &Question) -> Result<Option<String>> {
    if question.unknown.is_empty() {
        return Ok(None);
    }
    let said = |options: OptionSet| Ok::<_, anyhow::Error>(words.short(question, options)?.join(" with "));
    Ok(Some(if question.mildest == question.worst {
        format!("counts as {} for the range of levels", said(question.worst)?)
    } else {
        format!("leaves open anything from {} to {}", said(question.mildest)?, said(question.worst)?)
    }))
}

/// What kind of thing a rule does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    First,
    Floor,
    Beside,
    NoLevel,
}

const fn group(effect: &Effect) -> Group {
    match effect {
        Effect { no_level: true, .. } => Group::NoLevel,
        Effect { step: Some(_), .. } => Group::First,
        Effect { floor: Some(_), .. } => Group::Floor,
        _ => Group::Beside,
    }
}

/// Every rule: when it fires, what it does, what the visitor is told, and on whose word.
pub fn rules(words: &Words) -> Result<String> {
    let mut inside = String::from(
        "<p>A rule fires where all of its conditions hold. “At least” names the least intensive level that fits; the \
         suggestion is the highest of them. No rule lowers a level.</p>\n",
    );
    for (kind, heading) in [
        (Group::First, "Rules for first steps"),
        (Group::Floor, "Rules that set the level"),
        (Group::Beside, "Rules for add-ons alone"),
        (Group::NoLevel, "Rules for no level at all"),
    ] {
        inside += &element("h3", heading);
        if kind == Group::Floor {
            inside += &grids(words)?;
        }
        let of_kind = QUESTIONNAIRE.rules.iter().filter(|rule| group(&rule.effect) == kind);
        let rows = of_kind.map(|rule| self::rule(words, rule)).collect::<Result<Vec<_>>>()?;
        inside += &table(
            "rules",
            &["Rule and effect", "Fires where all of this holds", "What the visitor reads", "Sources"],
            &rows,
        );
    }
    Ok(section("rules", "Rules", &inside))
}

fn rule(words: &Words, rule: &Rule) -> Result<Vec<String>> {
    let when = words.when(rule)?;
    let sources: Vec<String> =
        rule.sources.iter().map(|source| format!("<a href=\"#source-{source}\">{}</a>", text(source))).collect();
    Ok(vec![
        format!("<span id=\"rule-{}\">{}</span>{}", rule.id, id(rule.id), effect(words, &rule.effect)?),
        list(&when),
        wordings(&words.all_voices(&format!("why.{}", rule.id))?),
        sources.join("<br>"),
    ])
}

/// What a rule does, as markup.
pub fn effect(words: &Words, effect: &Effect) -> Result<String> {
    let mut lines = Vec::new();
    if let Some(step) = effect.step {
        lines.push(format!("First: <strong>{}</strong>", text(words.say(&format!("step.{}.title", step.id()))?)));
    }
    if let Some(floor) = effect.floor {
        lines.push(format!("At least: <strong>{}</strong>", text(words.level(floor)?)));
    }
    for add in effect.add_ons.iter() {
        lines.push(format!("Beside it: <strong>{}</strong>", text(words.say(&format!("add.{}.title", add.id()))?)));
    }
    if effect.no_level {
        lines.push(format!("No level: <strong>{}</strong>", text(words.say("result.heading.child")?)));
    }
    Ok(lines.iter().map(|line| element("p", line)).collect())
}

/// Where several rules are about the same two questions, what they come to for each pair of answers, as the engine
/// says it.
fn grids(words: &Words) -> Result<String> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for rule in QUESTIONNAIRE.rules.iter().filter(|rule| rule.effect.floor.is_some()) {
        let read = rule.when.iter().fold(OptionSet::NONE, |read, clause| read.union(clause.options));
        let indices = |at: &usize| read.intersects(QUESTIONNAIRE.questions[*at].all());
        let read: Vec<usize> = (0..QUESTIONNAIRE.questions.len()).filter(indices).collect();
        let [a, b] = read[..] else { continue };
        match pairs.iter_mut().find(|pair| (pair.0, pair.1) == (a, b)) {
            Some(pair) => pair.2 += 1,
            None => pairs.push((a, b, 1)),
        }
    }
    let mut html = String::new();
    for (a, b, _) in pairs.into_iter().filter(|(.., count)| *count > 2) {
        let (down, across) = (&QUESTIONNAIRE.questions[a], &QUESTIONNAIRE.questions[b]);
        let known = |question: &Question| {
            question.all().difference(question.unknown).iter().map(OptionSet::single).collect::<Vec<_>>()
        };
        let columns =
            known(across).into_iter().map(|o| Ok(words.short(across, o)?.concat())).collect::<Result<Vec<_>>>()?;
        let corner = format!("{} (down), {} (across)", words.name(down)?, words.name(across)?);
        let head: Vec<&str> = [corner.as_str()].into_iter().chain(columns.iter().map(String::as_str)).collect();
        let mut rows = Vec::new();
        for from in known(down) {
            let mut row = vec![text(&words.short(down, from)?.concat())];
            for to in known(across) {
                row.push(text(words.level(evaluate_rules(&QUESTIONNAIRE, from.union(to)).floor)?));
            }
            rows.push(row);
        }
        html += "<p>These two answers alone come to the following. Rules that read other answers as well can add to it.</p>\n";
        html += &table("grid", &head, &rows);
    }
    Ok(html)
}

/// The levels, the first steps and the add-ons, as visitors read of them.
pub fn outcomes(words: &Words) -> Result<String> {
    let mut rows = Vec::new();
    for level in Level::ALL {
        let compared = |row: &str| words.say(&format!("compare.{row}.{}", level.id())).map_or(String::from("–"), text);
        rows.push(vec![
            text(words.say(&format!("level.{}.name", level.id()))?),
            text(words.say(&format!("level.{}.what", level.id()))?),
            compared("hours"),
            compared("days"),
            compared("visit"),
            compared("fits"),
        ]);
    }
    let mut inside = element("h3", "Levels, from the least to the most intensive");
    let names = ["hours", "days", "visit", "fits"].map(|row| words.say(&format!("compare.row.{row}")));
    let [hours, days, visit, fits] = names;
    inside += &table("levels", &["Level", "What it is", hours?, days?, visit?, fits?], &rows);
    inside += &element("p", &text(words.say("result.day_and_night.text")?));
    inside += &element("h3", "First steps, which come before any level");
    let steps = Step::ALL.map(|step| format!("step.{}", step.id()));
    inside += &told(words, "First step", &steps)?;
    inside += &element("h3", "Add-ons, which stand beside a level and never change it");
    let adds = program_finder::engine::AddOn::ALL.map(|add| format!("add.{}", add.id()));
    inside += &told(words, "Add-on", &adds)?;
    Ok(section("outcomes", "What can come out", &inside))
}

fn told(words: &Words, what: &str, keys: &[String]) -> Result<String> {
    let row = |key: &String| {
        Ok(vec![text(words.say(&format!("{key}.title"))?), wordings(&words.all_voices(&format!("{key}.text"))?)])
    };
    let rows = keys.iter().map(row).collect::<Result<Vec<_>>>()?;
    Ok(table("told", &[what, "What the visitor reads"], &rows))
}

/// The rules that read some of these options.
pub fn rules_reading(options: OptionSet) -> impl Iterator<Item = &'static Rule<'static>> {
    QUESTIONNAIRE.rules.iter().filter(move |rule| rule.when.iter().any(|clause| clause.options.intersects(options)))
}

/// The questions that are asked or not because of this one.
pub fn questions_depending_on(
    question: &'static Question<'static>,
) -> impl Iterator<Item = &'static Question<'static>> {
    let reads =
        |asked: &Question| asked.visible_when.iter().flat_map(named).any(|part| part.question.id == question.id);
    QUESTIONNAIRE.questions.iter().filter(move |asked| reads(asked))
}

/// Whether an answer to the question can set the level by itself: a rule with a floor reads it, and not knowing it
/// leaves something open.
pub fn sets_level(question: &Question) -> bool {
    question.mildest != question.worst && rules_reading(question.all()).any(|rule| rule.effect.floor.is_some())
}
