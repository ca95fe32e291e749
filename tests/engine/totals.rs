//! What the shipped questionnaire comes to over many visits, in a few numbers. The proof says that it is right; this says
//! at once, and in every build, that it is not what it was. A change of rules or of the engine changes them: see that the
//! proof holds, and write the new ones down.

use program_finder::content::QUESTIONNAIRE;
use program_finder::engine::{
    Certainty, OptionSet, QuestionsRemaining, Range, Safety, counterfactuals, protective_answers, reasons, replay,
    rests_on, settles,
};

use super::dice::Dice;

const VISITS: u32 = 2_000;

#[derive(Debug, Default, PartialEq, Eq)]
struct Totals {
    /// Questions asked, and what was told of those left on the way.
    asked: u64,
    left: u64,
    /// Levels, counted from 0, and how far the ranges reach.
    levels: u64,
    ranges: u64,
    /// How sure: one level, two, at least, and not enough.
    sure: [u64; 4],
    steps: u64,
    adds: u64,
    /// Reasons with the answers that they quote, what held the level down, and what would change it with all its answers.
    reasons: u64,
    held: u64,
    moves: u64,
    /// What the level rests on, what would settle it, and where safety holds it.
    rests: u64,
    settles: u64,
    safety: u64,
}

/// One visit: every answer to a question that is asked is drawn.
fn visit(dice: &mut Dice, number: u32, totals: &mut Totals) {
    let q = &QUESTIONNAIRE;
    let mut answers = OptionSet::NONE;
    while let Some(index) = replay(q, answers).next {
        totals.left += match QuestionsRemaining::of(q, answers, index) {
            QuestionsRemaining::Last => 1,
            QuestionsRemaining::About(count) => u64::from(count) * 3,
            QuestionsRemaining::AtMost(count) => u64::from(count) * 7,
        };
        let question = q.question_at(index);
        // Every third visitor answers mildly: whole mild visits come about by chance but seldom.
        let option = if number.is_multiple_of(3) && dice.below(4) > 0 { 0 } else { dice.below(question.options.len()) };
        let mut given = OptionSet::single(question.first + option);
        if question.many && !question.exclusive.intersects(given) {
            for other in question.all().difference(question.exclusive).iter() {
                if dice.below(3) == 0 {
                    given = given.union(OptionSet::single(other));
                }
            }
        }
        answers = answers.union(given);
    }
    let facts = replay(q, answers);
    let range = Range::of(&facts);
    totals.asked += facts.path().count() as u64;
    totals.levels += facts.placement.floor as u64;
    totals.ranges += range.high as u64 - range.low as u64;
    totals.sure[Certainty::of(q, &facts) as usize] += 1;
    totals.steps += u64::from(facts.placement.steps.count_ones());
    totals.adds += u64::from(facts.placement.add_ons.0.count_ones());
    totals.reasons += reasons(q, facts.answers, &facts.placement)
        .iter()
        .map(|reason| 1 + u64::from(reason.answers.len() as u32))
        .sum::<u64>();
    totals.held += protective_answers(q, &facts).iter().map(|index| *index as u64).sum::<u64>();
    totals.rests += rests_on(q, &facts).iter().map(|index| *index as u64).sum::<u64>();
    totals.settles += settles(q, &facts).iter().map(|index| *index as u64).sum::<u64>();
    totals.safety += u64::from(Safety::of(q, &facts).holds);
    for change in counterfactuals(q, &facts) {
        totals.moves += change.question as u64 * 5 + change.level as u64 + change.answer.iter().sum::<usize>() as u64;
    }
}

#[test]
fn many_visits_come_to_what_they_came_to() {
    let (mut dice, mut totals) = (Dice::new(911), Totals::default());
    (0..VISITS).for_each(|number| visit(&mut dice, number, &mut totals));
    let expected = Totals {
        asked: 20_184,
        left: 763_994,
        levels: 3_344,
        ranges: 502,
        sure: [1_572, 256, 30, 142],
        steps: 4_481,
        adds: 7_019,
        reasons: 46_355,
        held: 18_946,
        moves: 97_028,
        rests: 3_699,
        settles: 1_545,
        safety: 1_546,
    };
    assert_eq!(totals, expected);
}
