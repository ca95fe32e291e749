//! To whom the questionnaire speaks, and about whom.

use super::questions::{QUESTIONS, of};
use crate::engine::{Answers, OptionSet};

/// The wording of every question and reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// An adult, about themselves. Also the voice of the first question, before it is answered.
    #[default]
    Adult,
    /// A teen of 13 to 17, about themselves.
    Teen,
    /// A parent, about their child.
    Child,
    /// Somebody, about an adult whom they care about.
    Other,
}

impl Audience {
    /// Every voice.
    pub const ALL: [Audience; 4] = [Audience::Adult, Audience::Teen, Audience::Child, Audience::Other];
    /// The last parts of the keys of every wording, in the same order.
    pub const IDS: [&'static str; 4] = {
        let mut ids = [""; 4];
        let mut index = 0;
        while index < ids.len() {
            ids[index] = Audience::ALL[index].id();
            index += 1;
        }
        ids
    };

    /// The last part of the keys of this wording.
    pub const fn id(self) -> &'static str {
        match self {
            Audience::Adult => "self",
            Audience::Teen => "teen",
            Audience::Child => "child",
            Audience::Other => "other",
        }
    }
    /// The answers to the first question that ask for it.
    const fn asked_by(self) -> OptionSet {
        match self {
            Audience::Adult => of("who", &["me"]),
            Audience::Teen => of("who", &["me_teen"]),
            Audience::Child => of("who", &["my_teen", "child"]),
            Audience::Other => of("who", &["other_adult"]),
        }
    }
    /// The voice that these answers ask for.
    pub fn of(answers: Answers) -> Audience {
        Audience::ALL.into_iter().find(|audience| answers.intersects(audience.asked_by())).unwrap_or_default()
    }
}

/// The age group that programs are matched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Under 13: no program here.
    Child,
    /// 13 to 17.
    Teen,
    /// 18 or older.
    Adult,
}

impl Age {
    /// Every age group.
    pub const ALL: [Age; 3] = [Age::Child, Age::Teen, Age::Adult];

    /// The answers to the first question that tell of it.
    const fn told_by(self) -> OptionSet {
        match self {
            Age::Child => of("who", &["child"]),
            Age::Teen => of("who", &["me_teen", "my_teen"]),
            Age::Adult => of("who", &["me", "other_adult"]),
        }
    }
    /// The age group that these answers speak of: adults, until the first question is answered otherwise.
    pub fn of(answers: Answers) -> Age {
        Age::ALL.into_iter().find(|age| answers.intersects(age.told_by())).unwrap_or(Age::Adult)
    }
}

/// An answer to the first question without a wording or an age group would silently be taken for an adult's own, so it
/// does not compile.
const _: () = {
    let (mut voices, mut ages, mut index) = (OptionSet::NONE, OptionSet::NONE, 0);
    while index < Audience::ALL.len() {
        let audience = Audience::ALL[index];
        // The frame's script and the packed catalogs know a voice by its number.
        assert!(audience as usize == index, "Voice::ALL lists the voices in their order");
        assert!(!voices.intersects(audience.asked_by()), "an answer to \"who\" asks for one voice");
        voices = voices.union(audience.asked_by());
        index += 1;
    }
    index = 0;
    while index < Age::ALL.len() {
        assert!(!ages.intersects(Age::ALL[index].told_by()), "an answer to \"who\" tells of one age group");
        ages = ages.union(Age::ALL[index].told_by());
        index += 1;
    }
    let who = QUESTIONS[0].all();
    assert!(voices.contains_all(who), "an answer to \"who\" has no voice: add it in content/audience.rs");
    assert!(ages.contains_all(who), "an answer to \"who\" has no age group: add it in content/audience.rs");
};

#[cfg(test)]
mod tests {
    use super::{Age, Answers, Audience};
    use crate::content::QUESTIONNAIRE;

    #[test]
    fn who_it_is_about_decides_the_voice_and_the_age() {
        let who = QUESTIONNAIRE.question_at(0);
        for (option, audience, age) in [
            ("me", Audience::Adult, Age::Adult),
            ("me_teen", Audience::Teen, Age::Teen),
            ("my_teen", Audience::Child, Age::Teen),
            ("other_adult", Audience::Other, Age::Adult),
            ("child", Audience::Child, Age::Child),
        ] {
            let answers = who.option(option).expect("an option");
            assert_eq!((Audience::of(answers), Age::of(answers)), (audience, age), "{option}");
        }
        assert_eq!(
            (Audience::of(Answers::NONE), Age::of(Answers::NONE)),
            (Audience::Adult, Age::Adult),
            "not said yet"
        );
    }
}
