//! A visit: which answers were given, which screen is shown, and what each press does. No browser.

use super::question::{answer_words, name};
use super::view_node::{Action, Message};
use crate::content::{DANGERS, QUESTIONNAIRE};
use crate::engine::{Answers, Facts, OptionSet, Placement, Question, QuestionsRemaining, replay};
use crate::provider::{EnumSet, When};

/// The screen that a visit stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
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
    Unchanged,
    /// A new screen: its heading.
    Heading,
    /// The same screen with an error: the error summary.
    Error,
    /// The first option.
    Options,
    /// What can be kept.
    SaveOptions,
}

/// The state of one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Every answer given.
    pub answers: Answers,
    /// What is chosen on the question shown, not yet taken.
    pub draft: OptionSet,
    /// The screen shown.
    pub shown: Screen,
    /// Continue was pressed with nothing chosen.
    pub error: bool,
    /// The question that is answered again from the result, with the answers before.
    pub editing: Option<(usize, Answers)>,
    /// What the last change did, said once on the result.
    pub moved: Option<Message>,
    /// What is told of the questions left, the one shown counted. The number never rises on the way forward.
    pub remaining: QuestionsRemaining,
    /// The filters chosen among those that the programs shown can be narrowed by, one bit each. None before the first.
    pub active_filters: Option<u64>,
    /// When the visitor could come, as said on a result. It sorts programs; no rule can read it.
    pub availability: EnumSet<When>,
    /// The answers are to be on what is kept.
    pub include: bool,
    /// The danger answers for which the safety screen was shown already.
    warned: OptionSet,
}

impl Default for Visit {
    fn default() -> Visit {
        Visit {
            answers: OptionSet::NONE,
            draft: OptionSet::NONE,
            shown: Screen::Start,
            error: false,
            editing: None,
            moved: None,
            remaining: QuestionsRemaining::Last,
            active_filters: None,
            availability: EnumSet::NONE,
            include: false,
            warned: OptionSet::NONE,
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
            Screen::Question(index) => Some(QUESTIONNAIRE.question_at(index)),
            _ => None,
        }
    }
    /// The answers that mean danger now, among those that count.
    pub fn dangers(&self) -> OptionSet {
        DANGERS.intersection(self.facts().answers)
    }
    /// Leaves the start screen.
    pub fn start(&mut self) -> Focus {
        self.show(Screen::Question(0))
    }
    /// Whether there is a step before the one shown.
    pub fn has_back(&self) -> bool {
        // To change the first answer is a step after the result.
        self.editing.is_some() || (self.shown != Screen::Question(0) && self.shown != Screen::Start)
    }
    /// Which question of this visit the one at that place is, counted from one.
    pub fn number(&self, index: usize) -> u32 {
        self.facts().path().filter(|asked| *asked <= index).count() as u32
    }
    /// Does what a part asks for, and says where focus goes.
    pub fn act(&mut self, act: Action) -> Focus {
        match act {
            Action::Choose(option) => self.choose(option),
            Action::Continue => self.go_on(),
            Action::Back => self.back(),
            Action::GoOn => match self.shown {
                Screen::Safety(index) => self.after(index),
                _ => Focus::Unchanged,
            },
            Action::Change(index) => {
                self.editing = Some((index, self.answers));
                self.show(Screen::Question(index))
            }
            Action::Settle(option) => self.settle(option),
            Action::Restart => {
                *self = Visit::default();
                Focus::Heading
            }
            Action::ToOptions => Focus::Options,
            Action::Contact(_) | Action::Keep(_) => Focus::Unchanged,
            Action::Narrow(filter) => {
                self.active_filters = Some(self.active_filters.unwrap_or_default() ^ 1 << filter);
                Focus::Unchanged
            }
            Action::When(when) => {
                self.availability.flip(when);
                Focus::Unchanged
            }
            Action::ToKeep => Focus::SaveOptions,
            Action::Include => {
                self.include = !self.include;
                Focus::Unchanged
            }
        }
    }

    fn show(&mut self, shown: Screen) -> Focus {
        if let Screen::Question(index) = shown {
            let forward = matches!(self.shown, Screen::Question(from) | Screen::Safety(from) if from < index);
            let left = QuestionsRemaining::of(&QUESTIONNAIRE, self.answers, index);
            self.remaining = match (left, self.remaining) {
                (QuestionsRemaining::About(count), QuestionsRemaining::About(before)) if forward => {
                    QuestionsRemaining::About(count.min(before))
                }
                _ => left,
            };
        }
        self.shown = shown;
        self.error = false;
        self.draft = self.question().map_or(OptionSet::NONE, |q| self.answers.intersection(q.all()));
        if shown != Screen::Result {
            self.moved = None;
            // Other answers may bring other programs, with other filters.
            self.active_filters = None;
        }
        Focus::Heading
    }

    fn choose(&mut self, option: usize) -> Focus {
        let Some(question) = self.question() else {
            return Focus::Unchanged;
        };
        // What was missing is there now.
        self.error = false;
        let chosen = OptionSet::single(option);
        self.draft = if question.exclusive.contains_all(chosen) {
            // In a choose-all question a second press takes the choice back; a radio cannot be unset.
            if question.many && self.draft == chosen { OptionSet::NONE } else { chosen }
        } else {
            OptionSet(self.draft.difference(question.exclusive).0 ^ chosen.0)
        };
        Focus::Unchanged
    }

    fn go_on(&mut self) -> Focus {
        let Screen::Question(index) = self.shown else {
            return Focus::Unchanged;
        };
        if self.draft.is_empty() {
            self.error = true;
            return Focus::Error;
        }
        let all = QUESTIONNAIRE.question_at(index).all();
        self.answers = self.answers.difference(all).union(self.draft);
        let dangers = self.dangers();
        if dangers.intersects(all) && !self.warned.contains_all(dangers) {
            self.warned = self.warned.union(dangers);
            return self.show(Screen::Safety(index));
        }
        self.after(index)
    }

    /// The next screen once the question at this place is answered.
    fn after(&mut self, index: usize) -> Focus {
        let facts = self.facts();
        if let Some((changed, before)) = self.editing {
            // Only what the change makes necessary is asked; the rest is not asked again.
            if let Some(next) = facts.next {
                return self.show(Screen::Question(next));
            }
            self.editing = None;
            self.moved = Some(self.what_moved(changed, before));
            return self.show(Screen::Result);
        }
        match facts.path().find(|next| *next > index) {
            Some(next) => self.show(Screen::Question(next)),
            None => self.show(Screen::Result),
        }
    }

    /// Takes the answer to a question that was left open, on the result.
    fn settle(&mut self, option: usize) -> Focus {
        let chosen = OptionSet::single(option);
        let Some(index) = QUESTIONNAIRE.questions.iter().position(|question| question.all().intersects(chosen)) else {
            return Focus::Unchanged;
        };
        self.editing = Some((index, self.answers));
        self.answers = self.answers.difference(QUESTIONNAIRE.question_at(index).all()).union(chosen);
        self.after(index)
    }

    fn back(&mut self) -> Focus {
        if let (Some((_, before)), Screen::Question(_)) = (self.editing, self.shown) {
            self.answers = before;
            self.editing = None;
            return self.show(Screen::Result);
        }
        let from = match self.shown {
            Screen::Question(index) => index,
            Screen::Safety(index) => index + 1,
            Screen::Result | Screen::Start => QUESTIONNAIRE.questions.len(),
        };
        let facts = self.facts();
        match facts.path().filter(|index| *index < from).last() {
            Some(index) => self.show(Screen::Question(index)),
            None => Focus::Unchanged,
        }
    }

    fn what_moved(&self, changed: usize, before: Answers) -> Message {
        let was = replay(&QUESTIONNAIRE, before).placement.level();
        let is = self.placement().level();
        let question = QUESTIONNAIRE.question_at(changed);
        let key = if before.intersection(question.all()) == self.answers.intersection(question.all()) {
            "result.same"
        } else if was == is {
            "result.stays.$"
        } else {
            "result.moved.$"
        };
        Message::key_with(key, is.map_or("child", |level| level.id()))
            .with("question", name(question))
            .with("before", answer_words(question, before))
            .with("answer", answer_words(question, self.answers))
    }
}
