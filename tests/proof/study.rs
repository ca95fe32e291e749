//! The questionnaire taken apart for counting: every answer that a question can be given, and what of the
//! answers so far can still make a difference.

use std::sync::atomic::{AtomicU64, Ordering};

use program_finder::decision::Outcome;
use program_finder::engine::{
    Certainty, Clause, Counterfactual, Facts, Level, OptionSet, Placement, Question, Questionnaire, QuestionsRemaining,
    Range, Rule, Safety, counterfactuals, holds_level, moves_at, protective_answers, reasons, replay, rests_on,
    settles, would_settle,
};

use crate::recall::recall;

/// What is on trial. The shipped engine, or one that a test has broken by hand.
#[derive(Clone, Copy)]
pub struct Engine {
    pub replay: fn(&Questionnaire, OptionSet) -> Facts,
    pub range: fn(&Facts) -> Range,
    pub certainty: fn(&Questionnaire, &Facts) -> Certainty,
    pub counterfactuals: fn(&Questionnaire, &Facts) -> Vec<Counterfactual>,
    pub moves_at: fn(&Questionnaire, &Facts, usize) -> Vec<Counterfactual>,
    pub safety: fn(&Questionnaire, &Facts) -> Safety,
    pub rests_on: fn(&Questionnaire, &Facts) -> Vec<usize>,
    pub holds_level: fn(&Questionnaire, &Facts, usize) -> bool,
    pub settles: fn(&Questionnaire, &Facts) -> Vec<usize>,
    pub would_settle: fn(&Questionnaire, &Facts, usize) -> bool,
    pub protective_answers: fn(&Questionnaire, &Facts) -> Vec<usize>,
    pub left: fn(&Questionnaire, OptionSet, usize) -> QuestionsRemaining,
    /// For each rule that fired its place, and the answers that it quotes.
    pub quotes: fn(&Questionnaire, &Facts) -> Vec<(usize, OptionSet)>,
    /// All that is said, as bytes.
    pub outcome: fn(&Questionnaire, OptionSet) -> String,
}

impl Engine {
    pub const SHIPPED: Engine = Engine {
        replay,
        range: Range::of,
        certainty: Certainty::of,
        counterfactuals,
        moves_at,
        safety: Safety::of,
        rests_on,
        holds_level,
        settles,
        would_settle,
        protective_answers,
        left: QuestionsRemaining::of,
        quotes,
        outcome,
    };
}

fn outcome(q: &Questionnaire, answers: OptionSet) -> String {
    serde_json::to_string(&Outcome::of(q, answers)).expect("an outcome can be written")
}

fn quotes(q: &Questionnaire, facts: &Facts) -> Vec<(usize, OptionSet)> {
    let index = |id: &str| q.rules.iter().position(|rule| rule.id == id).expect("a reason names a rule");
    let reasons = reasons(q, facts.answers, &facts.placement);
    reasons.into_iter().map(|reason| (index(reason.rule.id), reason.answers)).collect()
}

/// All of the answers so far that can still make a difference to what is asked and what is added to
/// [`Placement`]. Two visits with the same key go on alike, whatever is answered from here on.
///
/// Why: the engine reads the answers before a place only by asking which clauses they meet, as they are and with each
/// unknown answer at its most serious; beside that it reads what has been asked for so far, and how many questions were
/// asked. A clause that is met by a choice stays met, so what a later answer does to it depends on that answer and on whether it
/// is met already, which the key has. It leaves out only what can do nothing any more: rules that have fired, rules and
/// questions with a clause that can no longer be met, and rules that would add nothing to what is asked for already.
/// So two visits of one key are asked the same next, and after the same answer are of one key again. (`paths` checks
/// that on every two that it walks as one, and `merged` tries whole visits.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// For each rule that can still fire and add something, and for each later question that can still be asked:
    /// one bit, and one for each of its clauses that is met so far.
    open: Bits,
    /// For each rule that could still raise the upper end of the range, read with each unknown answer at its most
    /// serious: the same.
    open_at_worst: Bits,
    high: u8,
    floor: u8,
    /// Of the add-ons asked for so far, those that an open rule would ask for again.
    adds: u16,
    no_level: bool,
    /// How many questions more may be asked, where that is fewer than there are.
    room: u8,
}

type Bits = [u64; 6];
const BITS: usize = 64 * 6;

/// What the questions before a place have led to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Passed {
    pub known: OptionSet,
    /// The same, with each unknown answer at its most serious.
    pub worst: OptionSet,
    /// What the rules say whose clauses are met.
    pub sofar: Placement,
    /// The level that they would ask for with each unknown answer at its most serious.
    pub high: Level,
    /// The options of questions whose conditions can no longer be met.
    shut: OptionSet,
    /// The same, with each unknown answer at its most serious.
    shut_at_worst: OptionSet,
    asked: usize,
}

/// A visit on its way through the questions. Its answers may hold some to questions that it is not asked.
#[derive(Clone, Copy, Debug)]
pub struct Walker {
    pub answers: OptionSet,
    /// The engine's own reading of these answers.
    pub facts: Facts,
    pub passed: Passed,
    pub key: Key,
}

/// A questionnaire, prepared.
pub struct Study<'a> {
    /// No other study has it.
    id: u64,
    pub q: &'a Questionnaire<'a>,
    pub engine: Engine,
    /// The options that mean danger now.
    pub emergencies: OptionSet,
    /// Every answer that can be given to each question.
    pub choices: Vec<Vec<OptionSet>>,
    /// For each question one answer of every kind, with how many there are of it: answers that meet the same conditions of
    /// every rule and question, and are known or unknown alike, go on alike.
    pub kinds: Vec<Vec<(OptionSet, u128)>>,
    /// For each answer the one that stands for its kind.
    kind_of: Vec<Vec<OptionSet>>,
    /// For each place, the options of its question and of all later ones.
    later: Vec<OptionSet>,
    /// For each place, the rules that its question can fire: those that read it, and nothing after it if they read
    /// what was not chosen.
    ends: Vec<Vec<usize>>,
    /// The rules that ask for a first step, one bit each.
    pub step_rules: u128,
    /// The rules that wait for a level. Once it is reached it stays so.
    waiting: Vec<usize>,
    /// The bits of rules and questions in a key.
    rule_bits: Vec<usize>,
    question_bits: Vec<usize>,
}

impl<'a> Study<'a> {
    pub fn new(q: &'a Questionnaire<'a>, engine: Engine, emergencies: OptionSet) -> Study<'a> {
        let count = q.questions.len();
        let mut later = vec![OptionSet::NONE; count + 1];
        for index in (0..count).rev() {
            later[index] = later[index + 1].union(q.questions[index].all());
        }
        let ends = |index: usize| {
            let fires = |rule: &Rule| {
                let only_wanted = rule.when.iter().all(|clause| clause.wanted);
                let last = !rule_reads(rule, later[index + 1]);
                rule_reads(rule, q.questions[index].all()) && (only_wanted || last) && !conditional(rule)
            };
            (0..q.rules.len()).filter(|rule| fires(&q.rules[*rule])).collect()
        };
        let ends = (0..count).map(ends).collect();
        let steps = q.rules.iter().enumerate().filter(|(_, rule)| rule.effect.step.is_some());
        let step_rules = steps.fold(0, |all, (index, _)| all | 1 << index);
        let waits = |rule: &Rule| rule.min_level > Level::Outpatient && rule.max_level == Level::DayAndNight;
        let waiting = (0..q.rules.len()).filter(|rule| waits(&q.rules[*rule])).collect();
        let mut bits = 0;
        let mut take = |clauses: usize| {
            let first = bits;
            bits += 1 + clauses;
            first
        };
        let rule_bits = q.rules.iter().map(|rule| take(rule.when.len())).collect();
        let question_bits = q.questions.iter().map(|question| take(question.visible_when.len())).collect();
        assert!(bits <= BITS, "a key has {BITS} bits, and {bits} are wanted");
        let choices: Vec<Vec<OptionSet>> = q.questions.iter().map(choices).collect();
        let each = q.questions.iter().zip(&choices);
        let (kinds, kind_of) = each.map(|(question, all)| kinds(q, question, all, emergencies)).unzip();
        static STUDIES: AtomicU64 = AtomicU64::new(0);
        Study {
            id: STUDIES.fetch_add(1, Ordering::Relaxed),
            q,
            engine,
            emergencies,
            choices,
            kinds,
            kind_of,
            later,
            ends,
            step_rules,
            waiting,
            rule_bits,
            question_bits,
        }
    }

    pub fn replay(&self, answers: OptionSet) -> Facts {
        (self.engine.replay)(self.q, answers)
    }
    pub fn count(&self) -> usize {
        self.q.questions.len()
    }
    /// The answer at this place that stands for the kind of this one.
    pub fn kind(&self, index: usize, given: OptionSet) -> OptionSet {
        let at = self.choices[index].iter().position(|known| *known == given);
        at.map_or(given, |at| self.kind_of[index][at])
    }
    /// What can follow at this place: one answer of every kind, or none where it is not asked.
    pub fn answers(&self, index: usize, asked: bool) -> &[(OptionSet, u128)] {
        const NOTHING: &[(OptionSet, u128)] = &[(OptionSet::NONE, 1)];
        if asked { &self.kinds[index] } else { NOTHING }
    }
    /// The options of all questions before this place.
    pub fn before(&self, index: usize) -> OptionSet {
        self.later[0].difference(self.later[index])
    }
    /// A visit before its first answer.
    pub fn start(&self) -> Walker {
        let (facts, passed) = (self.replay(OptionSet::NONE), Passed::default());
        Walker { answers: OptionSet::NONE, facts, passed, key: self.key(0, &passed) }
    }
    /// The visit after this answer at this place, or after none. It need not be asked there.
    pub fn give(&self, walker: &Walker, index: usize, given: OptionSet) -> Walker {
        let answers = walker.answers.union(given);
        recall(self.id, index, answers, || {
            let facts = self.replay(answers);
            let all = self.q.questions[index].all();
            let passed = self.pass(&walker.passed, index, facts.answers.intersection(all), facts.asks(index));
            Walker { answers, facts, passed, key: self.key(index + 1, &passed) }
        })
    }
    /// What is passed with this place, where this is known from it.
    pub fn pass(&self, before: &Passed, index: usize, known: OptionSet, asked: bool) -> Passed {
        let question = &self.q.questions[index];
        // Where only an unknown answer keeps a question from being asked, its own is unknown too.
        let open = |facts: OptionSet| question.visible_when.iter().all(|clause| clause.met(facts));
        let hidden = !open(before.known) && open(before.worst);
        let worst = if unknown(question, known) || hidden { question.worst } else { known };
        let mut passed = Passed { known: before.known.union(known), worst: before.worst.union(worst), ..*before };
        passed.asked += usize::from(asked);
        for at in self.ends[index].iter().copied().chain(self.waiting.iter().copied()) {
            let rule = &self.q.rules[at];
            let met = |facts: OptionSet| rule.when.iter().all(|clause| clause.met(facts));
            if passed.sofar.floor >= rule.min_level && met(passed.known) {
                add(&mut passed.sofar, at, rule);
            }
            if passed.high >= rule.min_level && met(passed.worst) {
                passed.high = passed.high.max(rule.effect.floor.unwrap_or_default());
            }
        }
        for later in &self.q.questions[index + 1..] {
            let reads = |clause: &&Clause| clause.options.intersects(question.all());
            let gated = later.visible_when.iter().any(|clause| clause.wanted && reads(&clause));
            let lost = |facts: OptionSet, shut: OptionSet| {
                let open = self.later[index + 1].difference(shut);
                gated && !later.visible_when.iter().filter(reads).all(|clause| can_hold(&[*clause], facts, open))
            };
            if lost(passed.known, passed.shut) {
                passed.shut = passed.shut.union(later.all());
            }
            if lost(passed.worst, passed.shut_at_worst) {
                passed.shut_at_worst = passed.shut_at_worst.union(later.all());
            }
        }
        passed
    }

    /// The key of a visit that stands before this place.
    pub fn key(&self, index: usize, passed: &Passed) -> Key {
        let Passed { known, worst, sofar, high, shut, shut_at_worst, asked } = passed;
        let to_come = self.later[index].difference(*shut);
        // At worst a question is answered that is asked, or that only an unknown answer hides.
        let at_worst = self.later[index].difference(shut.intersection(*shut_at_worst));
        let mut key = Key { floor: sofar.floor as u8, high: *high as u8, no_level: sofar.no_level, ..Key::default() };
        let mut again = 0;
        for (at, rule) in self.q.rules.iter().enumerate() {
            let open = |to_come: OptionSet| conditional(rule) || rule_reads(rule, to_come);
            if sofar.fired >> at & 1 == 1 {
                continue;
            }
            if open(to_come)
                && gains(rule, sofar)
                && mark(&mut key.open, self.rule_bits[at], rule.when, *known, to_come)
            {
                again |= rule.effect.add_ons.0;
            }
            if open(at_worst) && rule.effect.floor.is_some_and(|floor| floor > *high) {
                mark(&mut key.open_at_worst, self.rule_bits[at], rule.when, *worst, at_worst);
            }
        }
        for (question, bit) in self.q.questions.iter().zip(&self.question_bits).skip(index) {
            if !shut.intersects(question.all()) {
                mark(&mut key.open, *bit, question.visible_when, *known, to_come);
            }
            if known != worst && !shut_at_worst.intersects(question.all()) {
                mark(&mut key.open_at_worst, *bit, question.visible_when, *worst, at_worst);
            }
        }
        key.adds = sofar.add_ons.0 & again;
        let room = self.q.max_questions - asked;
        if room < self.count() - index {
            key.room = room as u8 + 1;
        }
        key
    }
}

/// Marks what is open, and the clauses met so far. Not if some clause can no longer be met.
fn mark(open: &mut Bits, bit: usize, clauses: &[Clause], known: OptionSet, to_come: OptionSet) -> bool {
    if !can_hold(clauses, known, to_come) {
        return false;
    }
    let met = clauses.iter().enumerate().filter(|(_, clause)| clause.met(known)).map(|(at, _)| bit + 1 + at);
    for bit in met.chain([bit]) {
        open[bit / 64] |= 1 << (bit % 64);
    }
    true
}

/// Whether all of the clauses hold, or may yet hold where these options can still be chosen.
fn can_hold(clauses: &[Clause], known: OptionSet, to_come: OptionSet) -> bool {
    clauses.iter().all(|clause| clause.met(known) || clause.wanted && clause.options.intersects(to_come))
}

fn rule_reads(rule: &Rule, options: OptionSet) -> bool {
    rule.when.iter().any(|clause| clause.options.intersects(options))
}

/// Whether the rule looks at what the others reach, and so fires after them.
pub fn conditional(rule: &Rule) -> bool {
    rule.min_level > Level::Outpatient || rule.max_level < Level::DayAndNight
}

/// Whether the rule would still add something. First steps always do: each comes with its own reason.
fn gains(rule: &Rule, sofar: &Placement) -> bool {
    let effect = &rule.effect;
    sofar.floor <= rule.max_level
        && (effect.step.is_some()
            || effect.floor.is_some_and(|floor| floor > sofar.floor)
            || effect.add_ons.0 & !sofar.add_ons.0 != 0
            || effect.no_level && !sofar.no_level)
}

/// Adds what the rule asks for.
fn add(placement: &mut Placement, index: usize, rule: &Rule) {
    placement.fired |= 1 << index;
    placement.floor = placement.floor.max(rule.effect.floor.unwrap_or_default());
    placement.steps |= rule.effect.step.map_or(0, |step| 1 << step as u8);
    placement.add_ons = placement.add_ons.union(rule.effect.add_ons);
    placement.no_level |= rule.effect.no_level;
}

/// Every answer that can be given to a question: each option, or each set of options that can be chosen together.
pub fn choices(question: &Question) -> Vec<OptionSet> {
    if !question.many {
        return question.all().iter().map(OptionSet::single).collect();
    }
    let free: Vec<usize> = question.all().difference(question.exclusive).iter().collect();
    let chosen = |bits: usize| free.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1);
    let subset =
        |bits: usize| chosen(bits).fold(OptionSet::NONE, |all, (_, option)| all.union(OptionSet::single(*option)));
    (1..1 << free.len()).map(subset).chain(question.exclusive.iter().map(OptionSet::single)).collect()
}

/// One answer of every kind with how many there are of it, and for each answer the one that stands for it.
type Kinds = (Vec<(OptionSet, u128)>, Vec<OptionSet>);

fn kinds(q: &Questionnaire, question: &Question, all: &[OptionSet], emergencies: OptionSet) -> Kinds {
    let asked = q.questions.iter().flat_map(|question| question.visible_when);
    let clauses: Vec<&Clause> = asked.chain(q.rules.iter().flat_map(|rule| rule.when)).collect();
    let looked_at = |given: OptionSet| -> Vec<bool> {
        let met = clauses.iter().map(|clause| clause.options.intersects(given));
        met.chain([given.intersects(emergencies), unknown(question, given)]).collect()
    };
    let mut kinds: Vec<(Vec<bool>, OptionSet, u128)> = Vec::new();
    let mut kind_of = Vec::new();
    for given in all {
        let kind = looked_at(*given);
        match kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, first, count)) => {
                *count += 1;
                kind_of.push(*first);
            }
            None => {
                kinds.push((kind, *given, 1));
                kind_of.push(*given);
            }
        }
    }
    (kinds.into_iter().map(|(_, given, count)| (given, count)).collect(), kind_of)
}

/// Whether the answer says that it is not known.
pub fn unknown(question: &Question, given: OptionSet) -> bool {
    given.intersects(question.unknown)
}
