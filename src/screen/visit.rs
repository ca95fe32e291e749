//! A visit: which answers were given, which screen is shown, and what each press does. No browser.

use super::part::{Act, Words};
use super::question::{answer_words, name};
use crate::content::{DANGERS, QUESTIONNAIRE};
use crate::engine::{Answers, Facts, Left, Placement, Question, Set, replay};
use crate::provider::{Many, When};

/// The screen that a visit stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The static start screen.
    Start,
    /// The question at that place of the questionnaire.
    Question(usize),
    /// Danger now: shown at once after the answer to the question at that place.
    Safety(usize),
    /// The result.
    Result,
}

/// Where focus goes after a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// It stays; the choices are marked anew.
    Stays,
    /// A new screen: its heading.
    Heading,
    /// The same screen with an error: the error summary.
    Error,
    /// The first option.
    Options,
    /// What can be kept.
    Keep,
}

/// The state of one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Every answer given.
    pub answers: Answers,
    /// What is chosen on the question shown, not yet taken.
    pub draft: Set,
    /// The screen shown.
    pub shown: Shown,
    /// Continue was pressed with nothing chosen.
    pub error: bool,
    /// The question that is answered again from the result, with the answers before.
    pub changing: Option<(usize, Answers)>,
    /// What the last change did, said once on the result.
    pub moved: Option<Words>,
    /// What is told of the questions left, the one shown counted. The number never rises on the way forward.
    pub left: Left,
    /// The filters chosen among those that the programs shown can be narrowed by, one bit each. None before the first.
    pub narrow: Option<u64>,
    /// When the visitor could come, as said on a result. It sorts programs; no rule can read it.
    pub when: Many<When>,
    /// The answers are to be on what is kept.
    pub include: bool,
    /// The danger answers for which the safety screen was shown already.
    warned: Set,
}

impl Default for Visit {
    fn default() -> Visit {
        Visit {
            answers: Set::NONE,
            draft: Set::NONE,
            shown: Shown::Start,
            error: false,
            changing: None,
            moved: None,
            left: Left::Last,
            narrow: None,
            when: Many::NONE,
            include: false,
            warned: Set::NONE,
        }
    }
}

impl Visit {
    /// The facts so far.
    pub fn facts(&self) -> Facts {
        replay(&QUESTIONNAIRE, self.answers)
    }
    /// What the rules say so far.
    pub fn placement(&self) -> Placement {
        self.facts().placement
    }
    /// The question shown, if one is.
    pub fn question(&self) -> Option<&'static Question<'static>> {
        match self.shown {
            Shown::Question(place) => Some(QUESTIONNAIRE.at(place)),
            _ => None,
        }
    }
    /// The answers that mean danger now, among those that count.
    pub fn dangers(&self) -> Set {
        DANGERS.and(self.facts().known)
    }
    /// Leaves the start screen.
    pub fn start(&mut self) -> Focus {
        self.show(Shown::Question(0))
    }
    /// Whether there is a step before the one shown.
    pub fn has_back(&self) -> bool {
        // To change the first answer is a step after the result.
        self.changing.is_some() || (self.shown != Shown::Question(0) && self.shown != Shown::Start)
    }
    /// Which question of this visit the one at that place is, counted from one.
    pub fn number(&self, place: usize) -> u32 {
        self.facts().path().filter(|asked| *asked <= place).count() as u32
    }
    /// Does what a part asks for, and says where focus goes.
    pub fn act(&mut self, act: Act) -> Focus {
        match act {
            Act::Choose(option) => self.choose(option),
            Act::Continue => self.go_on(),
            Act::Back => self.back(),
            Act::GoOn => match self.shown {
                Shown::Safety(place) => self.after(place),
                _ => Focus::Stays,
            },
            Act::Change(place) => {
                self.changing = Some((place, self.answers));
                self.show(Shown::Question(place))
            }
            Act::Settle(option) => self.settle(option),
            Act::Restart => {
                *self = Visit::default();
                Focus::Heading
            }
            Act::ToOptions => Focus::Options,
            Act::Contact(_) | Act::Keep(_) => Focus::Stays,
            Act::Narrow(filter) => {
                self.narrow = Some(self.narrow.unwrap_or_default() ^ 1 << filter);
                Focus::Stays
            }
            Act::When(when) => {
                self.when.flip(when);
                Focus::Stays
            }
            Act::ToKeep => Focus::Keep,
            Act::Include => {
                self.include = !self.include;
                Focus::Stays
            }
        }
    }

    fn show(&mut self, shown: Shown) -> Focus {
        if let Shown::Question(place) = shown {
            let forward = matches!(self.shown, Shown::Question(from) | Shown::Safety(from) if from < place);
            let left = Left::of(&QUESTIONNAIRE, self.answers, place);
            self.left = match (left, self.left) {
                (Left::About(count), Left::About(before)) if forward => Left::About(count.min(before)),
                _ => left,
            };
        }
        self.shown = shown;
        self.error = false;
        self.draft = self.question().map_or(Set::NONE, |q| self.answers.and(q.all()));
        if shown != Shown::Result {
            self.moved = None;
            // Other answers may bring other programs, with other filters.
            self.narrow = None;
        }
        Focus::Heading
    }

    fn choose(&mut self, option: usize) -> Focus {
        let Some(question) = self.question() else {
            return Focus::Stays;
        };
        // What was missing is there now.
        self.error = false;
        let chosen = Set::one(option);
        self.draft = if question.alone.holds(chosen) {
            // In a choose-all question a second press takes the choice back; a radio cannot be unset.
            if question.many && self.draft == chosen { Set::NONE } else { chosen }
        } else {
            Set(self.draft.minus(question.alone).0 ^ chosen.0)
        };
        Focus::Stays
    }

    fn go_on(&mut self) -> Focus {
        let Shown::Question(place) = self.shown else {
            return Focus::Stays;
        };
        if self.draft.is_empty() {
            self.error = true;
            return Focus::Error;
        }
        let all = QUESTIONNAIRE.at(place).all();
        self.answers = self.answers.minus(all).or(self.draft);
        let dangers = self.dangers();
        if dangers.meets(all) && !self.warned.holds(dangers) {
            self.warned = self.warned.or(dangers);
            return self.show(Shown::Safety(place));
        }
        self.after(place)
    }

    /// The next screen once the question at this place is answered.
    fn after(&mut self, place: usize) -> Focus {
        let facts = self.facts();
        if let Some((changed, before)) = self.changing {
            // Only what the change makes necessary is asked; the rest is not asked again.
            if let Some(next) = facts.next {
                return self.show(Shown::Question(next));
            }
            self.changing = None;
            self.moved = Some(self.what_moved(changed, before));
            return self.show(Shown::Result);
        }
        match facts.path().find(|next| *next > place) {
            Some(next) => self.show(Shown::Question(next)),
            None => self.show(Shown::Result),
        }
    }

    /// Takes the answer to a question that was left open, on the result.
    fn settle(&mut self, option: usize) -> Focus {
        let chosen = Set::one(option);
        let Some(place) = QUESTIONNAIRE.questions.iter().position(|question| question.all().meets(chosen)) else {
            return Focus::Stays;
        };
        self.changing = Some((place, self.answers));
        self.answers = self.answers.minus(QUESTIONNAIRE.at(place).all()).or(chosen);
        self.after(place)
    }

    fn back(&mut self) -> Focus {
        if let (Some((_, before)), Shown::Question(_)) = (self.changing, self.shown) {
            self.answers = before;
            self.changing = None;
            return self.show(Shown::Result);
        }
        let from = match self.shown {
            Shown::Question(place) => place,
            Shown::Safety(place) => place + 1,
            Shown::Result | Shown::Start => QUESTIONNAIRE.questions.len(),
        };
        let facts = self.facts();
        match facts.path().filter(|place| *place < from).last() {
            Some(place) => self.show(Shown::Question(place)),
            None => Focus::Stays,
        }
    }

    fn what_moved(&self, changed: usize, before: Answers) -> Words {
        let was = replay(&QUESTIONNAIRE, before).placement.level();
        let is = self.placement().level();
        let question = QUESTIONNAIRE.at(changed);
        let key = if before.and(question.all()) == self.answers.and(question.all()) {
            "result.same"
        } else if was == is {
            "result.stays.$"
        } else {
            "result.moved.$"
        };
        Words::key(key, &[is.map_or("child", |level| level.id())])
            .with("question", name(question))
            .with("before", answer_words(question, before))
            .with("answer", answer_words(question, self.answers))
    }
}
