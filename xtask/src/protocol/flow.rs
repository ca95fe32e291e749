//! The flow of the questions as a graph: who is asked what because of which answer, worked out from the conditions.

use anyhow::{Result, bail};
use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::{Clause, OptionSet, Question, Rule, Step};

use super::words::{Named, named};

/// The graph. Questions are named by their place in the table.
pub struct Flow {
    /// The condition that nearly every question has: it is drawn once, where it begins to hold.
    pub gate: Option<Clause>,
    /// For each question, how many questions in a row have to be answered in some way before it is asked at all.
    pub depth: Vec<usize>,
    /// What follows from which answers, by question, in the order of the table.
    pub branches: Vec<Branch>,
    /// Answers that end the search for a level, or put something before it.
    pub exits: Vec<Exit>,
}

/// Questions that are asked because of an answer to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The question that is answered.
    pub from: usize,
    /// The answers that count.
    pub clause: Clause,
    /// The questions that depend on it.
    pub to: Vec<usize>,
    /// Whether each of them has this question as the one that it is drawn under.
    pub primary: bool,
}

/// Answers that lead out of the questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The question that is answered.
    pub from: usize,
    /// The answers.
    pub options: OptionSet,
    /// Where they lead: to an emergency first step, or to no level at all.
    pub emergency: bool,
}

/// Works out the graph of the questionnaire that ships.
pub fn flow() -> Result<Flow> {
    let questions = QUESTIONNAIRE.questions;
    let gate = common_clause(questions);
    let conditions: Vec<Vec<Edge>> = questions.iter().map(|question| conditions(question, gate)).collect();
    let mut depth: Vec<usize> = Vec::new();
    for edges in &conditions {
        depth.push(edges.iter().map(|edge| depth[edge.from] + 1).max().unwrap_or(0));
    }
    let mut branches: Vec<Branch> = Vec::new();
    for (to, edges) in conditions.iter().enumerate() {
        // It is drawn under the last of the questions that it depends on most directly, unless one stands between them
        // that is not under it too.
        let main = edges.iter().max_by_key(|edge| (depth[edge.from], edge.from)).map(|edge| edge.from);
        let main = main.filter(|from| (from + 1..to).all(|between| depth[between] > depth[*from]));
        for edge in edges {
            let primary = main == Some(edge.from);
            let same = |b: &&mut Branch| b.from == edge.from && b.clause == edge.clause && b.primary == primary;
            match branches.iter_mut().find(same) {
                Some(branch) => branch.to.push(to),
                None => branches.push(Branch { from: edge.from, clause: edge.clause, to: vec![to], primary }),
            }
        }
    }
    branches.sort_by_key(|branch| (branch.from, branch.to[0]));
    Ok(Flow { gate, depth, branches, exits: exits()? })
}

struct Edge {
    from: usize,
    clause: Clause,
}

/// The condition that more than half of the questions share, if there is one.
fn common_clause(questions: &[Question]) -> Option<Clause> {
    let count = |clause: &Clause| questions.iter().filter(|question| question.visible_when.contains(clause)).count();
    let all = questions.iter().flat_map(|question| question.visible_when);
    all.copied().max_by_key(|clause| count(clause)).filter(|clause| count(clause) * 2 > questions.len())
}

/// What the question depends on by itself: without the common condition, and without what already holds wherever
/// another question that it depends on is answered. A condition that an answer to either of two questions meets leads from
/// both of them.
fn conditions(question: &Question, gate: Option<Clause>) -> Vec<Edge> {
    let own: Vec<Clause> = question.visible_when.iter().copied().filter(|clause| Some(*clause) != gate).collect();
    let mut edges = Vec::new();
    for clause in &own {
        let implied = own.iter().any(|other| other != clause && implies(other, clause));
        if !implied {
            edges.extend(parts(clause).into_iter().map(|(from, clause)| Edge { from: place_of(from), clause }));
        }
    }
    edges
}

/// Whether the second clause holds wherever a question that the first one reads is asked.
fn implies(first: &Clause, second: &Clause) -> bool {
    let brings =
        |question: &Question| question.visible_when.iter().any(|asked| asked == second || implies(asked, second));
    first.wanted && parts(first).into_iter().all(|(question, _)| brings(question))
}

/// A clause as one clause for each question that it reads.
fn parts(clause: &Clause) -> Vec<(&'static Question<'static>, Clause)> {
    let part = |part: Named| (part.question, Clause { options: part.options, wanted: clause.wanted });
    named(clause).into_iter().map(part).collect()
}

fn place_of(question: &Question) -> usize {
    QUESTIONNAIRE.questions.iter().take_while(|other| other.id != question.id).count()
}

/// The answers that lead out, question by question.
fn exits() -> Result<Vec<Exit>> {
    let mut exits: Vec<Exit> = Vec::new();
    for rule in QUESTIONNAIRE.rules.iter().filter(|rule| leads_out(rule)) {
        let [clause] = rule.when else {
            bail!("the flow cannot be drawn: {} leads out of the questions on several conditions", rule.id);
        };
        let emergency = rule.effect.step == Some(Step::Emergency);
        for part in named(clause) {
            let from = place_of(part.question);
            match exits.iter_mut().find(|exit| exit.from == from && exit.emergency == emergency) {
                Some(exit) => exit.options = exit.options.union(part.options),
                None => exits.push(Exit { from, options: part.options, emergency }),
            }
        }
    }
    Ok(exits)
}

fn leads_out(rule: &Rule) -> bool {
    rule.effect.no_level || rule.effect.step == Some(Step::Emergency)
}

#[cfg(test)]
mod tests {
    use super::{flow, parts};
    use program_finder::content::QUESTIONNAIRE;
    use program_finder::engine::OptionSet;

    fn index(id: &str) -> usize {
        QUESTIONNAIRE.questions.iter().position(|question| question.id == id).unwrap()
    }

    #[test]
    fn each_question_hangs_under_what_it_depends_on() {
        let flow = flow().unwrap();
        let under = |to: &str| {
            let branch = flow.branches.iter().find(|branch| branch.primary && branch.to.contains(&index(to)));
            branch.map(|branch| QUESTIONNAIRE.questions[branch.from].id)
        };
        for (question, parent, depth) in [
            ("who", None, 0),
            ("concern", None, 0),
            ("suicide", None, 1),
            ("mind", Some("concern"), 1),
            ("heavy", Some("concern"), 1),
            ("substances", Some("heavy"), 2),
            ("withdrawal", Some("substances"), 3),
            ("home", None, 0),
            ("recent", Some("care"), 1),
        ] {
            assert_eq!((under(question), flow.depth[index(question)]), (parent, depth), "{question}");
        }
        let beside: Vec<_> = flow.branches.iter().filter(|branch| !branch.primary).collect();
        let ends: Vec<_> = beside.iter().map(|b| (QUESTIONNAIRE.questions[b.from].id, b.to.clone())).collect();
        let either = ["substances", "longest", "led_to"].map(index).to_vec();
        let stopping = vec![index("withdrawal")];
        let suicide = vec![index("suicide")];
        assert_eq!(ends, [("danger", suicide), ("concern", either), ("use", stopping.clone()), ("heavy", stopping)]);
    }

    #[test]
    fn together_the_branches_say_all_that_the_conditions_do() {
        let flow = flow().unwrap();
        for (to, question) in QUESTIONNAIRE.questions.iter().enumerate() {
            // Going up from the question, every clause of its condition is met on the way, and no other.
            let mut met = Vec::new();
            let mut open = vec![to];
            while let Some(at) = open.pop() {
                for branch in flow.branches.iter().filter(|branch| branch.to.contains(&at)) {
                    met.push(branch.clause);
                    open.push(branch.from);
                }
            }
            met.extend(question.visible_when.iter().copied().filter(|clause| Some(*clause) == flow.gate));
            for (_, part) in question.visible_when.iter().flat_map(parts) {
                assert!(met.contains(&part), "{}", question.id);
            }
        }
    }

    #[test]
    fn danger_and_childhood_lead_out() {
        let out: Vec<_> = flow()
            .unwrap()
            .exits
            .iter()
            .map(|exit| (QUESTIONNAIRE.questions[exit.from].id, exit.options.len(), exit.emergency))
            .collect();
        assert_eq!(out, [("danger", 5, true), ("suicide", 1, true), ("who", 1, false)]);
        assert!(flow().unwrap().exits.iter().all(|exit| exit.options != OptionSet::NONE));
    }
}
