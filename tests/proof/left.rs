//! What is said of the questions left, held against every way that a visit can go on.

use program_finder::engine::QuestionsRemaining;

use crate::paths::Layers;
use crate::study::Study;
use crate::sweep::Covered;
use crate::violation::{Promise, Violation};

/// The fewest and the most questions that can come from somewhere on.
type Span = (u32, u32);

/// For every visit that stands at a question, whatever came before: the last question is called so where it is, a number
/// called "about" is never off by more than [`QuestionsRemaining::MAX_ERROR`], and what is called the most is not exceeded.
///
/// The screen never lets the number rise on the way forward. That keeps the promise: with a lower number from
/// before, which was not too high then, there is one question less to come at the least and at the most.
pub fn left(study: &Study, layers: &Layers) -> Result<Covered, Violation> {
    let mut covered = Covered::default();
    let mut after: Vec<Span> = vec![(0, 0); layers.ends.len()];
    for index in (0..study.count()).rev() {
        let mut here = Vec::new();
        for stand in layers.before(index) {
            let asked = stand.walker.facts.asks(index);
            let ways = stand.edges.iter().map(|edge| after[edge.to]);
            let (least, most) = ways.fold((u32::MAX, 0), |span, way| (span.0.min(way.0), span.1.max(way.1)));
            let span = (least + u32::from(asked), most + u32::from(asked));
            here.push(span);
            if asked {
                covered += Covered { sets: stand.sets, ends: 1 };
                let told = (study.engine.left)(study.q, stand.walker.answers, index);
                if let Some(what) = wrong(told, span) {
                    let before = study.before(index).intersection(stand.walker.answers);
                    let what = format!("at `{}` {what}", study.q.questions[index].id);
                    return Err(Violation::example(study, Promise::Left, &[before], what));
                }
            }
        }
        after = here;
    }
    Ok(covered)
}

/// What is wrong with what is told, where so few and so many can come.
fn wrong(told: QuestionsRemaining, (least, most): Span) -> Option<String> {
    let right = match told {
        QuestionsRemaining::Last => most == 1,
        _ if most == 1 => false,
        QuestionsRemaining::About(count) => {
            count.abs_diff(least).max(count.abs_diff(most)) <= QuestionsRemaining::MAX_ERROR
        }
        QuestionsRemaining::AtMost(count) => count >= most,
    };
    (!right).then(|| format!("{told:?} is told, and {least} to {most} questions can come"))
}
