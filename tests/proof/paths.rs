//! Every path through the questions: that each ends in one result, and how long it is.

use std::collections::HashMap;
use std::ops::AddAssign;

use program_finder::engine::{AddOnSet, Level, OptionSet, Step, evaluate_rules};

use crate::study::{Key, Study, Walker};
use crate::violation::{Promise, Violation};

/// How many sets of answers there are, and how likely it is that a visitor drawn uniformly (each answer to each
/// question asked equally likely) gives one of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Length {
    pub sets: u128,
    pub share: f64,
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Length) {
        self.sets += other.sets;
        self.share += other.share;
    }
}

/// Visits that stand before a place, walked as one: one of them, and how many there are by the number of
/// questions that they were asked.
struct Node {
    walker: Walker,
    lengths: Vec<Length>,
    /// The rules that some of them has fired.
    fired: u128,
}

/// A kind of visit that stands before a place: one of them, and how many there are.
pub struct Stand {
    pub walker: Walker,
    pub sets: u128,
    /// What follows each answer to the question at this place, or none where it is not asked.
    pub edges: Vec<Edge>,
}

/// A visit that has gone past a place.
pub struct Edge {
    /// Which visit it then is, by its number before the next place; behind the last place, among the ends.
    pub to: usize,
    /// The rules with first steps and the add-ons that are new with it.
    pub steps: u128,
    pub adds: AddOnSet,
}

impl Edge {
    fn new(study: &Study, before: &Walker, after: &Walker, last: bool, to: usize) -> Edge {
        let (had, has) = (&before.passed.sofar, if last { &after.facts.placement } else { &after.passed.sofar });
        let steps = has.fired & !had.fired & study.step_rules;
        Edge { to, steps, adds: AddOnSet(has.add_ons.0 & !had.add_ons.0) }
    }
}

/// Every way through the questions, with the visits that go on alike as one.
#[derive(Default)]
pub struct Layers {
    stands: Vec<Vec<Stand>>,
    pub ends: Vec<Walker>,
}

impl Layers {
    pub fn before(&self, index: usize) -> &[Stand] {
        &self.stands[index]
    }
}

/// What was found on the way.
pub struct Paths {
    pub layers: Layers,
    /// The reachable complete sets of answers, by the number of questions asked.
    pub lengths: Vec<Length>,
    /// Those of them that end with a level and without an emergency.
    pub with_programs: Vec<Length>,
    /// How many pairs of visits were walked as one.
    pub merged: u64,
    /// How many answers to questions that are not asked were tried.
    pub stale: u64,
    seen: Seen,
}

/// Promises 1, 3 and 6, on every path.
///
/// Why visits can be walked as one is said at [`Key`]. Here every two of them are held against each other one question
/// on, and `merged` holds whole visits against what they were walked as.
pub fn paths(study: &Study) -> Result<Paths, Violation> {
    let count = study.count();
    let none = vec![Length::default(); count + 1];
    let mut lengths = none.clone();
    lengths[0] = Length { sets: 1, share: 1.0 };
    let mut layer = vec![Node { walker: study.start(), lengths, fired: 0 }];
    let mut found = Paths {
        layers: Layers::default(),
        lengths: none.clone(),
        with_programs: none,
        merged: 0,
        stale: 0,
        seen: Seen::default(),
    };
    for at in 0..count {
        let mut next: Vec<Node> = Vec::new();
        let mut indices: HashMap<(Key, [bool; 2]), usize> = HashMap::new();
        let mut stands = Vec::new();
        for node in &layer {
            let mut edges = Vec::new();
            let before = node.walker;
            for node in following(study, at, node, &mut found.stale)? {
                let walker = &node.walker;
                if at + 1 == count {
                    ends(study, walker)?;
                    edges.push(Edge::new(study, &before, walker, true, found.layers.ends.len()));
                    found.end(node);
                    continue;
                }
                let said = walker.facts.answers.intersection(study.before(at + 1)).intersects(study.emergencies);
                // The walk goes on alike without it, but promise 3 is about what was said and what came of it.
                let emergency = [said, walker.passed.sofar.has(Step::Emergency)];
                let known = *indices.entry((walker.key, emergency)).or_insert(next.len());
                edges.push(Edge::new(study, &before, walker, false, known));
                if let Some(same) = next.get_mut(known) {
                    found.merged += 1;
                    // An answer of a kind of which another was given goes on as that one does: `Study::kinds`.
                    let given = walker.facts.answers.intersection(study.q.questions[at].all());
                    if given.is_empty() || study.kind(at, given) == given {
                        goes_on_alike(study, at + 1, &same.walker, walker)?;
                    }
                    same.fired |= node.fired;
                    add_all(&mut same.lengths, &node.lengths);
                } else {
                    next.push(node);
                }
            }
            let sets = node.lengths.iter().map(|length| length.sets).sum();
            stands.push(Stand { walker: node.walker, sets, edges });
        }
        found.layers.stands.push(stands);
        layer = next;
    }
    Ok(found)
}

impl Paths {
    /// How many complete sets of answers can be reached.
    pub fn sets(&self) -> u128 {
        self.lengths.iter().map(|length| length.sets).sum()
    }

    /// A visit has come to its end.
    fn end(&mut self, node: Node) {
        let placement = &node.walker.facts.placement;
        self.seen.fired |= node.fired | placement.fired;
        self.seen.levels |= 1 << placement.level().map_or(4, |level| level as u8);
        add_all(&mut self.lengths, &node.lengths);
        if !placement.no_level && !placement.has(Step::Emergency) {
            add_all(&mut self.with_programs, &node.lengths);
        }
        self.layers.ends.push(node.walker);
    }
}

fn add_all(to: &mut [Length], lengths: &[Length]) {
    to.iter_mut().zip(lengths).for_each(|(to, length)| *to += *length);
}

/// The visits that can follow.
fn following(study: &Study, at: usize, node: &Node, stale: &mut u64) -> Result<Vec<Node>, Violation> {
    let before = &node.walker;
    let follow = |walker: Walker, lengths| Node { walker, lengths, fired: node.fired | walker.passed.sofar.fired };
    if !before.facts.asks(at) {
        for given in &study.choices[at] {
            *stale += 1;
            if study.replay(before.answers.union(*given)) != before.facts {
                return Err(example(study, Promise::Stale, before.answers.union(*given), |set| {
                    let asked = study
                        .replay(set)
                        .path()
                        .map(|at| study.q.questions[at].all())
                        .fold(OptionSet::NONE, OptionSet::union);
                    (study.replay(set) != study.replay(set.intersection(asked)))
                        .then(|| "an answer to a question that is not asked has an effect".to_owned())
                }));
            }
        }
        return Ok(vec![follow(study.give(before, at, OptionSet::NONE), node.lengths.clone())]);
    }
    // One question more, and each of its answers equally likely.
    let even = 1.0 / study.choices[at].len() as f64;
    let mut lengths = node.lengths.clone();
    lengths.rotate_right(1);
    lengths.iter_mut().for_each(|length| length.share *= even);
    let upto = u32::MAX >> (31 - at);
    let mut all = Vec::new();
    for given in &study.choices[at] {
        let walker = study.give(before, at, *given);
        let back = walker.facts.next.is_some_and(|next| next <= at);
        if back || walker.facts.asked & upto != before.facts.asked & upto {
            return Err(example(study, Promise::Ends, walker.answers, |set| {
                study.replay(set).next.map(|_| "a question is asked again after its answer".to_owned())
            }));
        }
        all.push(follow(walker, lengths.clone()));
    }
    Ok(all)
}

/// What holds at the end of every path.
fn ends(study: &Study, walker: &Walker) -> Result<(), Violation> {
    let wrong = |set: OptionSet| {
        let facts = study.replay(set);
        let asked = facts.path().count();
        let said = facts.answers.intersects(study.emergencies);
        if facts.next.is_some() {
            Some((Promise::Ends, "the path does not end".to_owned()))
        } else if asked > study.q.max_questions {
            Some((Promise::Ends, format!("{asked} questions are asked, and {} is the most", study.q.max_questions)))
        } else if facts.placement != evaluate_rules(study.q, facts.answers) {
            Some((Promise::Ends, "the walk and the plain reading of the rules differ".to_owned()))
        } else if said && !facts.placement.has(Step::Emergency) {
            Some((Promise::Emergency, "an emergency answer does not give the emergency result".to_owned()))
        } else if !said && facts.placement.has(Step::Emergency) {
            Some((Promise::Emergency, "the emergency result comes from no emergency answer".to_owned()))
        } else {
            None
        }
    };
    match wrong(walker.answers) {
        Some((promise, _)) => Err(example(study, promise, walker.answers, |set| wrong(set).map(|(_, what)| what))),
        None => Ok(()),
    }
}

/// Two visits that are walked as one before this place: both are asked its question or neither is, and after each
/// answer to it they can be walked as one again.
fn goes_on_alike(study: &Study, at: usize, one: &Walker, other: &Walker) -> Result<(), Violation> {
    let asked = one.facts.asks(at);
    let same = |(given, _): &(OptionSet, u128)| study.give(one, at, *given).key == study.give(other, at, *given).key;
    let alike = asked == other.facts.asks(at) && study.answers(at, asked).iter().all(same);
    if alike {
        return Ok(());
    }
    let what = format!("two visits walked as one differ at `{}`", study.q.questions[at].id);
    Err(Violation::example(study, Promise::Merged, &[one.answers, other.answers], what))
}

fn example(study: &Study, promise: Promise, set: OptionSet, wrong: impl Fn(OptionSet) -> Option<String>) -> Violation {
    let smallest = Violation::smallest(study, promise, vec![vec![set]], |sets| wrong(sets[0]));
    smallest.expect("there is an example")
}

/// What some visitor has come to.
#[derive(Default)]
struct Seen {
    fired: u128,
    levels: u8,
}

/// The other half of promise 1: nothing is out of everybody's reach. (A question that is asked has every option of it
/// reached, and a rule that fires its first step and its add-ons.)
pub fn all_is_reached(study: &Study, found: &Paths) -> Result<(), Violation> {
    let seen = &found.seen;
    let rules = study.q.rules.iter().enumerate().map(|(at, rule)| ("rule", rule.id, seen.fired >> at & 1 == 1));
    let asked = |at: usize| found.layers.before(at).iter().any(|stand| stand.walker.facts.asks(at));
    let questions = study.q.questions.iter().enumerate().map(|(at, question)| ("question", question.id, asked(at)));
    let levels = Level::ALL.into_iter().map(|level| ("level", level.id(), seen.levels >> level as u8 & 1 == 1));
    let none = ("result without a level", "", seen.levels >> 4 == 1);
    let all = rules.chain(questions).chain(levels).chain([none]);
    let missed: Vec<String> =
        all.filter(|(_, _, reached)| !reached).map(|(what, id, _)| format!("{what} `{id}`")).collect();
    if missed.is_empty() {
        return Ok(());
    }
    Err(Violation::of_tables(Promise::Reached, format!("no answers lead to {}", missed.join(", "))))
}
