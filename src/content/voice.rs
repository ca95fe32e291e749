//! To whom the questionnaire speaks, and about whom.

use super::QUESTIONNAIRE;
use crate::engine::Answers;

/// The wording of every question and reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// An adult, about themselves. Also the voice of the first question, before it is answered.
    #[default]
    Own,
    /// A teen of 13 to 17, about themselves.
    Teen,
    /// A parent, about their child.
    Child,
    /// Somebody, about an adult whom they care about.
    Other,
}

impl Voice {
    /// Every voice.
    pub const ALL: [Voice; 4] = [Voice::Own, Voice::Teen, Voice::Child, Voice::Other];

    /// The last part of the keys of this wording.
    pub const fn id(self) -> &'static str {
        match self {
            Voice::Own => "self",
            Voice::Teen => "teen",
            Voice::Child => "child",
            Voice::Other => "other",
        }
    }
    /// The voice that these answers ask for.
    pub fn of(answers: Answers) -> Voice {
        match who(answers) {
            Some("me_teen") => Voice::Teen,
            Some("my_teen" | "child") => Voice::Child,
            Some("other_adult") => Voice::Other,
            _ => Voice::Own,
        }
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
    /// The age group that these answers speak of: adults, until the first question is answered otherwise.
    pub fn of(answers: Answers) -> Age {
        match who(answers) {
            Some("child") => Age::Child,
            Some("me_teen" | "my_teen") => Age::Teen,
            _ => Age::Adult,
        }
    }
}

fn who(answers: Answers) -> Option<&'static str> {
    let question = QUESTIONNAIRE.at(0);
    let chosen = answers.and(question.all()).iter().next()?;
    Some(question.options[chosen - question.first])
}

#[cfg(test)]
mod tests {
    use super::{Age, Answers, QUESTIONNAIRE, Voice};

    #[test]
    fn who_it_is_about_decides_the_voice_and_the_age() {
        let who = QUESTIONNAIRE.at(0);
        for (option, voice, age) in [
            ("me", Voice::Own, Age::Adult),
            ("me_teen", Voice::Teen, Age::Teen),
            ("my_teen", Voice::Child, Age::Teen),
            ("other_adult", Voice::Other, Age::Adult),
            ("child", Voice::Child, Age::Child),
        ] {
            let answers = who.option(option).expect("an option");
            assert_eq!((Voice::of(answers), Age::of(answers)), (voice, age), "{option}");
        }
        assert_eq!((Voice::of(Answers::NONE), Age::of(Answers::NONE)), (Voice::Own, Age::Adult), "not said yet");
    }
}
