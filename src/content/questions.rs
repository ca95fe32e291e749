//! What is asked, in which order, and when.

use crate::engine::{Clause, OptionSet, Order, Question};

/// Question and option names, in the order in which they are numbered. The tables below and the rules
/// refer to them through [`of`], which a wrong name stops at compile time.
const IDS: &[(&str, &[&str])] = &[
    ("who", &["me", "me_teen", "my_teen", "other_adult", "child"]),
    ("danger", &["medical", "withdrawal_now", "suicide_now", "harm_others", "being_hurt", "none", "skip"]),
    ("concern", &["substances", "mental_health", "both", "unsure"]),
    ("suicide", &["wish", "often", "plan", "attempt", "attempt_past", "none", "unsure", "skip"]),
    ("mind", &["little", "some", "most_days", "nearly_always", "unsure", "skip"]),
    ("signs", &["self_harm", "eating", "energy", "unreal", "cannot_care", "none", "unsure", "skip"]),
    ("use", &["none", "some", "weekly", "daily", "unsure", "skip"]),
    ("heavy", &["none", "some", "weekly", "daily", "unsure", "skip"]),
    ("substances", &["alcohol", "opioids", "stimulants", "sedatives", "cannabis", "other", "unsure", "skip"]),
    ("withdrawal", &["none", "sick", "severe", "not_tried", "unsure", "skip"]),
    ("longest", &["month", "weeks", "days", "day", "unsure", "skip"]),
    ("led_to", &["setbacks", "missing", "loss", "injury", "overdose", "none", "unsure", "skip"]),
    ("body", &["pregnant", "new_parent", "needs_care", "unstable", "none", "unsure", "skip"]),
    ("home", &["supportive", "alone", "mixed", "no_place", "unsafe", "unsure", "skip"]),
    ("care", &["weekly", "detox", "iop", "php", "stay", "none", "unsure", "skip"]),
    ("recent", &["no", "iop", "php", "stay", "left", "unsure", "skip"]),
    ("after", &["better", "came_back", "not_enough", "unsure", "skip"]),
];

/// The options of a question, as a set. An unknown name does not compile.
pub(crate) const fn of(question: &str, options: &[&str]) -> OptionSet {
    let (index, first) = find(question);
    let names = IDS[index].1;
    let mut set = OptionSet::NONE;
    let mut wanted = 0;
    while wanted < options.len() {
        let mut at = 0;
        while !crate::engine::same(names[at], options[wanted]) {
            at += 1;
            assert!(at < names.len(), "no such option");
        }
        set = set.union(OptionSet::single(first + at));
        wanted += 1;
    }
    set
}

/// One of these options was chosen.
pub(super) const fn is(question: &str, options: &[&str]) -> Clause {
    Clause { options: of(question, options), wanted: true }
}

/// One of the options of any of these sets was chosen.
pub(super) const fn any(sets: &[OptionSet]) -> Clause {
    let (mut options, mut at) = (OptionSet::NONE, 0);
    while at < sets.len() {
        options = options.union(sets[at]);
        at += 1;
    }
    Clause { options, wanted: true }
}

const fn is_not(question: &str, options: &[&str]) -> Clause {
    Clause { options: of(question, options), wanted: false }
}

/// The place and the first option number of a question.
const fn find(question: &str) -> (usize, usize) {
    let (mut index, mut first) = (0, 0);
    while !crate::engine::same(IDS[index].0, question) {
        first += IDS[index].1.len();
        index += 1;
        assert!(index < IDS.len(), "no such question");
    }
    (index, first)
}

const fn ask(id: &'static str) -> Question<'static> {
    let (index, first) = find(id);
    Question::new(IDS[index].0, first, IDS[index].1)
}

/// A child under 13 is out of reach of every level here: after the danger question the result is a referral.
const NOT_CHILD: Clause = is_not("who", &["child"]);
const MIND_BRANCH: Clause = is("concern", &["mental_health", "both", "unsure"]);
const CAME_FOR_USE: OptionSet = of("concern", &["substances", "both", "unsure"]);
/// Whoever came for something else is asked about substances too, once they say or cannot rule out that they drink a lot
/// or use drugs often.
const SUBSTANCE_BRANCH: Clause = any(&[CAME_FOR_USE, of("heavy", &["weekly", "daily", "unsure"])]);

/// Suicide is asked of everyone, whatever they came for, and right after danger. Of the two questions about how often, each
/// visitor is asked one: `use` whoever came for it, `heavy` whoever came for mental health alone.
pub(super) const QUESTIONS: &[Question<'static>] = &[
    ask("who").order(Order::Free).unknown_bounds(OptionSet::NONE, OptionSet::NONE),
    // Danger raises first steps, and no level is guessed from it: a danger that a visitor would rather not
    // speak of is met by "talk to someone today", not by widening the suggestion.
    ask("danger").many().unknown_bounds(of("danger", &["none"]), of("danger", &["none"])),
    // An unsure visitor is asked both branches, and so has answered as one who has both concerns.
    ask("concern")
        .order(Order::Pairs(&[(0, 2), (1, 2)]))
        .visible_when(&[NOT_CHILD])
        .unknown_bounds(of("concern", &["both"]), of("concern", &["both"])),
    // A plan is an emergency, which is a first step and not a level: the most serious level that an unknown
    // answer could mean is that of an attempt, which asks for the same level.
    ask("suicide")
        .many()
        .visible_when(&[NOT_CHILD, is_not("danger", &["suicide_now"])])
        .unknown_bounds(of("suicide", &["none"]), of("suicide", &["attempt"])),
    ask("mind").visible_when(&[NOT_CHILD, MIND_BRANCH]),
    // What an unknown answer to this and to `body` could mean is above all a first step, and not a level.
    ask("signs")
        .many()
        .visible_when(&[NOT_CHILD, MIND_BRANCH])
        .unknown_bounds(of("signs", &["none"]), of("signs", &["none"])),
    ask("use").visible_when(&[NOT_CHILD, any(&[CAME_FOR_USE])]),
    ask("heavy").visible_when(&[NOT_CHILD, is("concern", &["mental_health"])]),
    ask("substances").many().visible_when(&[NOT_CHILD, SUBSTANCE_BRANCH]).unknown_bounds(
        of("substances", &["cannabis"]),
        of("substances", &["alcohol", "opioids", "stimulants", "sedatives", "cannabis", "other"]),
    ),
    // Whoever has not tried to stop does not know what it brings.
    ask("withdrawal").unknown(of("withdrawal", &["not_tried", "unsure", "skip"])).visible_when(&[
        NOT_CHILD,
        SUBSTANCE_BRANCH,
        any(&[of("use", &["weekly", "daily", "unsure", "skip"]), of("heavy", &["weekly", "daily", "unsure"])]),
        is("substances", &["opioids", "alcohol", "sedatives", "other", "unsure", "skip"]),
    ]),
    ask("longest").visible_when(&[NOT_CHILD, SUBSTANCE_BRANCH]),
    // Loss counts as missing duties does, and an overdose as an injury: with one of each the level is at its highest.
    ask("led_to")
        .many()
        .visible_when(&[NOT_CHILD, SUBSTANCE_BRANCH])
        .unknown_bounds(of("led_to", &["none"]), of("led_to", &["setbacks", "missing", "injury"])),
    ask("body").many().visible_when(&[NOT_CHILD]).unknown_bounds(of("body", &["none"]), of("body", &["none"])),
    ask("home").order(Order::Pairs(&[(0, 1), (1, 2), (2, 3), (2, 4)])).visible_when(&[NOT_CHILD]),
    ask("care").many().visible_when(&[NOT_CHILD]).unknown_bounds(of("care", &["none"]), of("care", &["stay"])),
    ask("recent").order(Order::Free).visible_when(&[NOT_CHILD, is("care", &["detox", "iop", "php", "stay"])]),
    ask("after")
        .order(Order::Pairs(&[(0, 1), (0, 2)]))
        .visible_when(&[NOT_CHILD, is("care", &["weekly", "iop", "php", "stay"])]),
];
