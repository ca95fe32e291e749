//! Promises about two sets of answers that differ in one: moved to a more serious option, to an unknown one,
//! to another wording; or read with and without the questions that are left out as idle.

use program_finder::engine::{
    AddOn, AddOnSet, Facts, Level, OptionSet, Order, Placement, Question, Step, evaluate_rules,
};

use crate::paths::{Layers, Stand};
use crate::study::{Passed, Study, Walker};
use crate::sweep::{Covered, sweep};
use crate::violation::{Promise, Violation};

/// Each answer one step more serious than another: (milder, more serious).
pub fn steps(question: &Question, choices: &[OptionSet]) -> Vec<(OptionSet, OptionSet)> {
    let known: Vec<OptionSet> = choices.iter().copied().filter(|given| !given.intersects(question.unknown)).collect();
    match question.order {
        Order::Free => Vec::new(),
        Order::Scale => known.windows(2).map(|two| (two[0], two[1])).collect(),
        Order::Pairs(pairs) => pairs.iter().map(|(milder, worse)| (known[*milder], known[*worse])).collect(),
        Order::Together => {
            let one_more = |mild: OptionSet, serious: OptionSet| {
                let together = !mild.intersects(question.exclusive) && !serious.intersects(question.exclusive);
                together && serious.contains_all(mild) && serious.len() == mild.len() + 1
                    || mild.intersects(question.exclusive)
                        && serious.len() == 1
                        && !serious.intersects(question.exclusive)
            };
            let pairs = known.iter().flat_map(|mild| known.iter().map(|serious| (*mild, *serious)));
            pairs.filter(|(mild, serious)| one_more(*mild, *serious)).collect()
        }
    }
}

/// Walks every pair of visits that differ in the answer at `at` and in nothing else that both are asked. A question
/// that one of the two alone is asked is answered in every way that is [`alike`].
fn pairs(
    study: &Study,
    layers: &Layers,
    at: usize,
    moves: &[(OptionSet, OptionSet)],
    extra: impl Fn(&Walker, &Walker) -> u64,
    mut done: impl FnMut(&Walker, &Walker),
) -> Covered {
    let moves = of_each_kind(study, at, moves);
    let mut start = Vec::new();
    for Stand { walker, sets, .. } in layers.before(at) {
        if walker.facts.asks(at) {
            let give = |given| study.give(walker, at, given);
            // Of pairs of one kind one is walked.
            start.extend(moves.iter().map(|(mild, serious, times)| ((give(*mild), give(*serious)), sets * times)));
        }
    }
    sweep(
        at + 1..study.count(),
        start,
        |(mild, serious)| (mild.key, serious.key, extra(mild, serious), how_often(study, mild, serious)),
        |index, (mild, serious), next| {
            let asked = mild.facts.asks(index) || serious.facts.asks(index);
            for (given, times) in study.answers(index, asked) {
                if given.is_empty() || alike(study, index, mild, serious, *given) {
                    next((study.give(mild, index, *given), study.give(serious, index, *given)), *times);
                }
            }
        },
        |(mild, serious)| done(mild, serious),
    )
}

/// The moves at this place, each answer as the one of its kind, with how many there are of each.
fn of_each_kind(study: &Study, at: usize, moves: &[(OptionSet, OptionSet)]) -> Vec<(OptionSet, OptionSet, u128)> {
    let mut kinds: Vec<(OptionSet, OptionSet, u128)> = Vec::new();
    for (mild, serious) in moves {
        let (mild, serious) = (study.kind(at, *mild), study.kind(at, *serious));
        match kinds.iter_mut().find(|(one, other, _)| (*one, *other) == (mild, serious)) {
            Some((.., times)) => *times += 1,
            None => kinds.push((mild, serious, 1)),
        }
    }
    kinds
}

/// Whether this answer at this place leaves two visits told alike, where one of the two alone may be asked.
///
/// What only an unknown answer hides from the one is unknown there, so the other does not know it either: else it would
/// differ in that as well. And `use` and `heavy` are one question put in two ways, of which each visitor is asked one.
fn alike(study: &Study, index: usize, one: &Walker, other: &Walker, given: OptionSet) -> bool {
    let question = &study.q.questions[index];
    let hidden = |walker: &Walker| {
        let met = |facts: OptionSet| question.visible_when.iter().all(|clause| clause.met(facts));
        !met(walker.passed.known) && met(walker.passed.worst)
    };
    if hidden(one) || hidden(other) {
        return given.intersects(question.unknown);
    }
    let told = how_often(study, one, other);
    question.id != "heavy" || told.is_empty() || told == given
}

/// Where one visit was asked `use` and the other is still to be asked `heavy`: the answer to `heavy` that says the same.
fn how_often(study: &Study, one: &Walker, other: &Walker) -> OptionSet {
    let (Some(often), Some(heavy)) = (study.q.question("use"), study.q.question("heavy")) else {
        return OptionSet::NONE;
    };
    let index = study.q.questions.iter().position(|question| question.id == "heavy").unwrap_or_default();
    for (asked, to_ask) in [(one, other), (other, one)] {
        let told = asked.passed.known.intersection(often.all());
        let open = to_ask.facts.asks(index) && !to_ask.passed.known.intersects(often.all().union(heavy.all()));
        if !told.is_empty() && open {
            return OptionSet(told.0 << (heavy.first - often.first));
        }
    }
    OptionSet::NONE
}

/// What has been asked for that a more serious answer may not take away.
fn safety(placement: &Placement) -> u64 {
    u64::from(placement.steps) << 16 | u64::from(placement.add_ons.intersection(AddOn::SAFETY).0)
}

/// The part of that which is first steps.
const STEPS: u64 = 0xff << 16;

/// What is wrong with two outcomes, of which the second has the more serious answer.
fn falls(mild: &Facts, serious: &Facts) -> Option<String> {
    let (mild, serious) = (&mild.placement, &serious.placement);
    if mild.floor > serious.floor && !serious.no_level {
        return Some(format!(
            "the more serious answer lowers the level from {} to {}",
            mild.floor.id(),
            serious.floor.id()
        ));
    }
    let lost = safety(mild) & !safety(serious);
    let adds = AddOnSet(lost as u16);
    let step = Step::ALL.into_iter().find(|step| lost >> 16 >> *step as u8 & 1 == 1);
    match (step, adds.iter().next()) {
        (Some(step), _) => Some(format!("the more serious answer takes the first step `{}` away", step.id())),
        (_, Some(add)) => Some(format!("the more serious answer takes the add-on `{}` away", add.id())),
        _ => None,
    }
}

/// Promise 2, for the question at this place.
pub fn monotone(study: &Study, layers: &Layers, at: usize) -> Result<Covered, Violation> {
    let moves = steps(&study.q.questions[at], &study.choices[at]);
    let mut bad = Vec::new();
    // What the milder visit alone has is owed, and what the more serious one has is safe. An add-on that both
    // have need not be told from one that neither has: where it can still be asked for, the keys tell it.
    let owed = |mild: &Walker, serious: &Walker| {
        let (m, s) = (safety(&mild.passed.sofar), safety(&serious.passed.sofar));
        (m & !s) << 32 | s & !m | s & STEPS
    };
    let covered = pairs(study, layers, at, &moves, owed, |mild, serious| {
        if falls(&mild.facts, &serious.facts).is_some() {
            bad.push(vec![mild.answers, serious.answers]);
        }
    });
    let wrong = |sets: &[OptionSet]| falls(&study.replay(sets[0]), &study.replay(sets[1]));
    Violation::smallest(study, Promise::Monotone, bad, wrong).map_or(Ok(covered), Err)
}

/// Promise 4, for the question at this place: an unknown answer asks for no less than the mildest. That the most
/// serious answer does not lower the upper end follows from the range being exact.
pub fn unknown_is_not_mild(study: &Study, layers: &Layers, at: usize) -> Result<Covered, Violation> {
    let question = &study.q.questions[at];
    let unknown = study.choices[at].iter().filter(|given| given.intersects(question.unknown));
    let moves: Vec<(OptionSet, OptionSet)> = unknown.map(|unknown| (question.mildest, *unknown)).collect();
    let mut bad = Vec::new();
    let wrong = |mild: &Facts, unknown: &Facts| {
        (mild.placement.floor > unknown.placement.floor).then(|| {
            format!(
                "the unknown answer asks for {}, and the mildest for {}",
                unknown.placement.floor.id(),
                mild.placement.floor.id()
            )
        })
    };
    let covered = pairs(
        study,
        layers,
        at,
        &moves,
        |_, _| 0,
        |mild, unknown| {
            if wrong(&mild.facts, &unknown.facts).is_some() {
                bad.push(vec![mild.answers, unknown.answers]);
            }
        },
    );
    let wrong = |sets: &[OptionSet]| wrong(&study.replay(sets[0]), &study.replay(sets[1]));
    Violation::smallest(study, Promise::Unknown, bad, wrong).map_or(Ok(covered), Err)
}

/// Not to know, or not to tell, how much is used or what stopping brings never removes a medical check: whatever known
/// answer brings one, the unknown one does too.
pub fn checks(study: &Study, layers: &Layers, at: usize) -> Result<Covered, Violation> {
    let question = &study.q.questions[at];
    let (unknown, known): (Vec<OptionSet>, Vec<OptionSet>) =
        study.choices[at].iter().partition(|given| given.intersects(question.unknown));
    let moves: Vec<(OptionSet, OptionSet)> =
        known.iter().flat_map(|known| unknown.iter().map(move |unknown| (*known, *unknown))).collect();
    let check = |placement: &Placement| placement.has(Step::Check);
    let owed = |known: &Walker, unknown: &Walker| {
        u64::from(check(&known.passed.sofar)) << 1 | u64::from(check(&unknown.passed.sofar))
    };
    let wrong = |known: &Facts, unknown: &Facts| check(&known.placement) && !check(&unknown.placement);
    let mut bad = Vec::new();
    let covered = pairs(study, layers, at, &moves, owed, |known, unknown| {
        if wrong(&known.facts, &unknown.facts) {
            bad.push(vec![known.answers, unknown.answers]);
        }
    });
    let what = |sets: &[OptionSet]| {
        let wrong = wrong(&study.replay(sets[0]), &study.replay(sets[1]));
        wrong.then(|| format!("an unknown answer to `{}` removes the medical check", question.id))
    };
    Violation::smallest(study, Promise::Checks, bad, what).map_or(Ok(covered), Err)
}

/// Promise 8. The wordings differ in who answers about whom, and that is the answer to the first question: the
/// family add-on is all that may differ, and what a teen's self-harm asks for. (In which language the words are, the
/// engine does not know.)
pub fn voices(study: &Study, layers: &Layers) -> Result<Covered, Violation> {
    let speaks = |given: &OptionSet| !study.replay(*given).placement.no_level;
    let voices: Vec<OptionSet> = study.choices[0].iter().copied().filter(speaks).collect();
    let moves: Vec<(OptionSet, OptionSet)> = voices.iter().skip(1).map(|other| (voices[0], *other)).collect();
    let option = |question: &str, option: &str| {
        study.q.question(question).and_then(|question| question.option(option)).unwrap_or_default()
    };
    let teen = option("who", "me_teen").union(option("who", "my_teen"));
    let harm = option("signs", "self_harm");
    let family = AddOnSet::NONE.with(AddOn::Family).0;
    // A step down is offered only where nothing asks for more than outpatient care, and self-harm does.
    let step_down = AddOnSet::NONE.with(AddOn::Aftercare).0;
    // Both fire the same rules as long as they are the same; once they differ they stay so.
    let differ = |one: &Walker, other: &Walker| {
        let (one, other) = (&one.passed, &other.passed);
        let adds = (one.sofar.add_ons.0 ^ other.sofar.add_ons.0) & !family;
        u64::from(one.known.intersects(harm)) << 32
            | u64::from(one.sofar.steps ^ other.sofar.steps) << 16
            | u64::from(adds)
    };
    let wrong = |one: &Facts, other: &Facts| {
        let self_harm = other.answers.intersects(teen) && one.answers.intersects(harm);
        let floor = one.placement.floor.max(if self_harm { Level::Iop } else { Level::Outpatient });
        let differs = family | if self_harm { step_down } else { 0 };
        let adds = |placement: &Placement| placement.add_ons.0 & !differs;
        // Where the level is higher, other questions may have nothing to add.
        let asked = self_harm || one.asked == other.asked;
        let same = floor == other.placement.floor
            && one.placement.steps == other.placement.steps
            && adds(&one.placement) == adds(&other.placement);
        (!same || !asked).then(|| "two wordings lead to different results".to_owned())
    };
    let mut bad = Vec::new();
    let covered = pairs(study, layers, 0, &moves, differ, |one, other| {
        if wrong(&one.facts, &other.facts).is_some() {
            bad.push(vec![one.answers, other.answers]);
        }
    });
    let wrong = |sets: &[OptionSet]| wrong(&study.replay(sets[0]), &study.replay(sets[1]));
    Violation::smallest(study, Promise::Voices, bad, wrong).map_or(Ok(covered), Err)
}

/// The other half of promise 7: what is left out as idle would have changed nothing.
///
/// Every visit is walked twice with the same answers to everything whose conditions hold: as the engine asks, and
/// with nothing left out. Both lead to the same level, first steps (each with its rule) and add-ons.
pub fn missed(study: &Study) -> Result<Covered, Violation> {
    let step_rules = study.step_rules;
    let said = |placement: &Placement, high: Level| {
        (placement.floor, high, placement.fired & step_rules, placement.steps, placement.add_ons, placement.no_level)
    };
    let wrong = |asked: &Facts, all: &Passed| {
        let without = said(&asked.placement, asked.max_level);
        let with = said(&evaluate_rules(study.q, all.known), all.high);
        let from_to = |what, from: Level, to: Level| format!("{what} from {} to {}", from.id(), to.id());
        (without != with).then(|| {
            let what = match () {
                () if without.0 != with.0 => from_to("the level", without.0, with.0),
                () if without.1 != with.1 => from_to("the upper end of the range", without.1, with.1),
                () if without.2 != with.2 => "a first step".to_owned(),
                () => "an add-on".to_owned(),
            };
            format!("a question left out would have changed {what}")
        })
    };
    let nothing = Passed::default();
    let mut bad = Vec::new();
    let covered = sweep(
        0..study.count(),
        vec![((study.start(), nothing, study.key(0, &nothing)), 1)],
        // A rule is passed at the same place on both walks, so that one which has fired on one of them alone stays
        // a difference. An add-on that both have need not be told from one that neither has: the keys tell it.
        |(walker, plain, key)| {
            let (asked, all) = (&walker.passed.sofar, &plain.sofar);
            let adds = (asked.add_ons.0 & !all.add_ons.0, all.add_ons.0 & !asked.add_ons.0);
            (walker.key, *key, (asked.fired ^ all.fired) & step_rules, adds)
        },
        |at, (walker, all, _), next| {
            let asked = study.q.questions[at].visible_when.iter().all(|clause| clause.met(all.known));
            for (given, times) in study.answers(at, asked || walker.facts.asks(at)) {
                // Every visitor has room for every question here.
                let plain = study.pass(all, at, if asked { *given } else { OptionSet::NONE }, false);
                next((study.give(walker, at, *given), plain, study.key(at + 1, &plain)), *times);
            }
        },
        |(walker, all, _)| {
            if wrong(&walker.facts, all).is_some() {
                bad.push(vec![walker.answers]);
            }
        },
    );
    let wrong = |sets: &[OptionSet]| wrong(&study.replay(sets[0]), &everything(study, sets[0]));
    Violation::smallest(study, Promise::Missed, bad, wrong).map_or(Ok(covered), Err)
}

/// What these answers lead to if everything is asked whose conditions hold.
fn everything(study: &Study, answers: OptionSet) -> Passed {
    (0..study.count()).fold(Passed::default(), |passed, at| {
        let question = &study.q.questions[at];
        let asked = question.visible_when.iter().all(|clause| clause.met(passed.known));
        study.pass(&passed, at, if asked { answers.intersection(question.all()) } else { OptionSet::NONE }, false)
    })
}
