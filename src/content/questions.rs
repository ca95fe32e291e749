//! What is asked, in which order, and when.

use crate::engine::{Clause, Order, Question, Set};

/// Question and option names, in the order in which they are numbered. The tables below and the rules
/// refer to them through [`of`], which a wrong name stops at compile time.
const IDS: &[(&str, &[&str])] = &[
    ("who", &["me", "me_teen", "my_teen", "other_adult", "child"]),
    ("danger", &["medical", "withdrawal_now", "suicide_now", "violence_now", "none", "skip"]),
    ("concern", &["substances", "mental_health", "both", "unsure"]),
    ("mind", &["little", "some", "most_days", "nearly_always", "cannot_care", "unsure", "skip"]),
    ("suicide", &["none", "passing", "often", "attempt", "plan", "unsure", "skip"]),
    ("substances", &["cannabis", "stimulants", "opioids", "alcohol", "sedatives", "other", "unsure", "skip"]),
    ("use", &["none", "some", "weekly", "daily", "unsure", "skip"]),
    ("withdrawal", &["none", "sick", "severe", "unsure", "skip"]),
    ("return_soon", &["unlikely", "weeks", "this_week", "today", "unsure", "skip"]),
    ("stakes", &["little", "setbacks", "safety", "unsure", "skip"]),
    ("body", &["stable", "pregnant", "needs_care", "unstable", "unsure", "skip"]),
    ("home", &["supportive", "mixed", "unsafe", "unsure", "skip"]),
    ("days", &["managing", "with_help", "not_managing", "unsure", "skip"]),
    ("now", &["none", "weekly", "iop", "php", "day_and_night", "unsure", "skip"]),
    ("tried", &["none", "weekly", "iop", "php", "day_and_night", "unsure", "skip"]),
];

/// The options of a question, as a set. An unknown name does not compile.
pub(super) const fn of(question: &str, options: &[&str]) -> Set {
    let (place, first) = find(question);
    let names = IDS[place].1;
    let mut set = Set::NONE;
    let mut wanted = 0;
    while wanted < options.len() {
        let mut at = 0;
        while !crate::engine::same(names[at], options[wanted]) {
            at += 1;
            assert!(at < names.len(), "no such option");
        }
        set = set.or(Set::one(first + at));
        wanted += 1;
    }
    set
}

/// One of these options was chosen.
pub(super) const fn is(question: &str, options: &[&str]) -> Clause {
    Clause { options: of(question, options), wanted: true }
}

/// One of the options of either set was chosen.
pub(super) const fn either(a: Set, b: Set) -> Clause {
    Clause { options: a.or(b), wanted: true }
}

const fn is_not(question: &str, options: &[&str]) -> Clause {
    Clause { options: of(question, options), wanted: false }
}

/// The place and the first option number of a question.
const fn find(question: &str) -> (usize, usize) {
    let (mut place, mut first) = (0, 0);
    while !crate::engine::same(IDS[place].0, question) {
        first += IDS[place].1.len();
        place += 1;
        assert!(place < IDS.len(), "no such question");
    }
    (place, first)
}

const fn ask(id: &'static str) -> Question<'static> {
    let (place, first) = find(id);
    Question::new(IDS[place].0, first, IDS[place].1)
}

/// A child under 13 is out of reach of every level here: after the danger question the result is a referral.
const NOT_CHILD: Clause = is_not("who", &["child"]);
const SUBSTANCE_BRANCH: Clause = is("concern", &["substances", "both", "unsure"]);
const MIND_BRANCH: Clause = is("concern", &["mental_health", "both", "unsure"]);

/// What is asked anyway, since it can bring a first step or an add-on, comes early where the subject allows. It often
/// settles the level too, and then spares the visitor questions that only set a level. So mental health comes before
/// substances, and home before the day.
pub(super) const QUESTIONS: &[Question<'static>] = &[
    ask("who").order(Order::Free).stands_for(Set::NONE, Set::NONE),
    // Danger raises first steps, and no level is guessed from it: a danger that a visitor would rather not
    // speak of is met by "talk to someone today", not by widening the suggestion.
    ask("danger").many().stands_for(of("danger", &["none"]), of("danger", &["none"])),
    // An unsure visitor is asked both branches, and so has answered as one who has both concerns.
    ask("concern")
        .order(Order::Pairs(&[(0, 2), (1, 2)]))
        .asked(&[NOT_CHILD])
        .stands_for(of("concern", &["both"]), of("concern", &["both"])),
    ask("mind").asked(&[NOT_CHILD, MIND_BRANCH]),
    // A plan is an emergency, which is a first step and not a level: the most serious level that an unknown
    // answer could mean is that of an attempt, which asks for the same level.
    ask("suicide")
        .asked(&[NOT_CHILD, MIND_BRANCH, is_not("danger", &["suicide_now"])])
        .stands_for(of("suicide", &["none"]), of("suicide", &["attempt"])),
    ask("substances").many().asked(&[NOT_CHILD, SUBSTANCE_BRANCH]).stands_for(
        of("substances", &["cannabis"]),
        of("substances", &["cannabis", "stimulants", "opioids", "alcohol", "sedatives", "other"]),
    ),
    ask("use").asked(&[NOT_CHILD, SUBSTANCE_BRANCH]),
    ask("withdrawal").asked(&[
        NOT_CHILD,
        is("use", &["weekly", "daily", "unsure", "skip"]),
        is("substances", &["opioids", "alcohol", "sedatives", "other", "unsure", "skip"]),
    ]),
    ask("return_soon").asked(&[NOT_CHILD, SUBSTANCE_BRANCH]),
    ask("stakes").asked(&[NOT_CHILD, is("return_soon", &["weeks", "this_week", "today", "unsure", "skip"])]),
    ask("body").order(Order::Pairs(&[(0, 1), (0, 2), (2, 3)])).asked(&[NOT_CHILD]),
    ask("home").asked(&[NOT_CHILD]),
    ask("days").asked(&[NOT_CHILD]),
    ask("now").asked(&[NOT_CHILD]),
    ask("tried").asked(&[NOT_CHILD]),
];
