//! One finder on one page: a visit, what is painted of it, and what each press does.

use alloc::boxed::Box;
use core::cell::Cell;

use wasm_bindgen::prelude::*;

use super::dom::{Element, Stage};
use super::paint::{Painted, paint};
use super::wire::{Host, HostCatalog};
use crate::js::data;
use crate::provider::{Config, Date, concat, decimal};
use crate::screen::{Action, Channel, Focus, Message, SaveMethod, Screen, View, Visit};

/// Where the summary is painted, at the end of a result: seen by nobody but the printer.
const SUMMARY: &str = ".summary";

struct State {
    visit: Visit,
    painted: Painted,
    stage: Element,
    config: &'static Config,
    host: Host,
    finished: bool,
}

/// The finder, mounted on an element of the frame's document. It does not listen there: the frame's script does, and tells
/// it the number of what was pressed.
#[wasm_bindgen]
pub struct Finder {
    /// Taken out for as long as something is done with it. A `RefCell` would do the same, and bring the words of its
    /// panics along.
    state: Cell<Option<Box<State>>>,
}

#[wasm_bindgen]
impl Finder {
    /// Mounts a finder on `stage`, an empty element. Problems of the configuration are told to the host, once and before the
    /// first question: as console messages, or that there are some. The finder works with what is left.
    pub fn mount(stage: Stage, config: &JsValue, host: Host) -> Finder {
        let (config, problems) = Config::from_owned(data(config), Date::of(host.today()), &host.site());
        #[cfg(not(feature = "quiet"))]
        for problem in &problems {
            host.warn(&problem.message());
        }
        #[cfg(feature = "quiet")]
        if !problems.is_empty() {
            host.wrong();
        }
        // They stay as long as the module does, whose memory is overwritten as a whole at the end. To take them down piece by
        // piece before that would only be more to download.
        core::mem::forget(problems);
        host.settle(config.exit.as_deref().unwrap_or_default(), config.events);
        let config = Box::leak(Box::new(config));
        let stage = Element::new(stage);
        let (visit, painted) = (Visit::default(), Painted::default());
        let state = State { visit, painted, stage, config, host, finished: false };
        Finder { state: Cell::new(Some(Box::new(state))) }
    }

    /// Does something with the state. Nothing, where something is being done with it already: a print dialog, say, is
    /// open, and the page asks for another language.
    fn with(&self, act: impl FnOnce(&mut State)) {
        if let Some(mut state) = self.state.take() {
            act(&mut state);
            self.state.set(Some(state));
        }
    }

    /// Leaves the start screen: shows the first question.
    pub fn start(&self) {
        self.with(|state| {
            let focus = state.visit.start();
            state.host.post("started", "");
            state.show(focus);
        });
    }

    /// Paints what the start screen says of the provider: its number into `phone`, and its name into `name`. Nothing,
    /// where there is none.
    pub fn introduce(&self, phone: Stage, name: Stage) {
        self.with(|state| {
            let (lang, catalog) = (state.host.lang(), HostCatalog(&state.host));
            let view = View::new(&state.visit, state.config, &lang);
            paint(&Element::new(phone), &view.call(), 2, &|words| words.render(&catalog, view.audience()));
            let target = Element::new(name);
            if let Some(name) = &state.config.name {
                target.clear();
                target.say(name.say(&lang));
            }
        });
    }

    /// Paints the same screen again, in the language that the host's catalog now speaks. Answers and place stay.
    pub fn repaint(&self) {
        self.with(|state| state.show(Focus::Unchanged));
    }

    /// Does what the element painted with this `data-act` number is for: it was pressed, or its choice changed.
    pub fn act(&self, number: usize) {
        self.with(|state| {
            if let Some(act) = state.painted.acts.get(number) {
                state.act(*act, number);
            }
        });
    }

    /// Goes on, as Continue does: Enter was pressed on a choice. Of a question alone; elsewhere there is nothing to go on to.
    pub fn enter(&self) {
        self.with(|state| {
            if state.visit.question().is_some() {
                state.act(Action::Continue, 0);
            }
        });
    }

    /// Forgets every answer, and empties the stage.
    pub fn destroy(self) {
        self.with(State::forget);
    }
}

// A way in, of a build of its own: the configurator's preview shows what the result of a case looks like. Visitors' modules have none.
#[cfg(feature = "preview")]
#[wasm_bindgen]
impl Finder {
    /// Shows the result for a set of answers. Nothing, where one of them is none.
    #[wasm_bindgen(js_name = showResult)]
    pub fn show_result(&self, answers: &JsValue) {
        let Ok(answers) = crate::decision::read_answers(&data(answers)) else { return };
        self.with(|state| {
            state.visit = Visit::default();
            state.visit.answers = answers;
            state.visit.shown = Screen::Result;
            state.show(Focus::Unchanged);
        });
    }
}

impl State {
    fn act(&mut self, act: Action, number: usize) {
        let focus = self.visit.act(act);
        match act {
            Action::Contact(channel) => self.contacted(channel),
            Action::Restart => {
                self.forget();
                self.host.home();
            }
            Action::Choose(_) => self.mark(),
            Action::Narrow(_) | Action::When(_) => self.paint(focus, Some(number)),
            Action::Include => self.unprinted(),
            Action::Keep(way) => self.keep(way),
            _ => self.show(focus),
        }
    }

    fn forget(&mut self) {
        self.visit = Visit::default();
        self.finished = false;
        self.painted = Painted::default();
        self.stage.clear();
    }

    fn show(&mut self, focus: Focus) {
        if focus == Focus::Options {
            if let Some((first, _)) = self.painted.choices.first() {
                self.host.focus(first.inner());
            }
            return;
        }
        if focus == Focus::SaveOptions {
            // What can be kept stands behind everything else that focus can go to.
            if let Some(target) = self.painted.targets.last() {
                self.host.focus(target.inner());
            }
            return;
        }
        self.paint(focus, None);
    }

    /// Paints the screen that the visit stands at. `pressed` is the number of the choice that changed which programs are
    /// shown: focus stays on it, though it is painted anew, and what it came to is said.
    fn paint(&mut self, focus: Focus, pressed: Option<usize>) {
        // Before the screen is painted: how long that takes depends on what is on it.
        if self.visit.shown == Screen::Result && !self.finished {
            self.finished = true;
            self.host.post("finished", "");
        }
        let lang = self.host.lang();
        let view = View::new(&self.visit, self.config, &lang);
        let say = |words: &Message| words.render(&HostCatalog(&self.host), view.audience());
        self.stage.set("class", if focus == Focus::Unchanged { "stage" } else { "stage new" });
        self.painted = paint(&self.stage, &view.parts(), self.host.level(), &say);
        if focus != Focus::Unchanged {
            self.host.top();
            // The error summary stands before the heading, so in both cases it is the first target.
            if let Some(target) = self.painted.targets.first() {
                self.host.focus(target.inner());
            }
        }
        if self.visit.shown == Screen::Result
            && let Some(moved) = &self.visit.moved
        {
            self.host.say(&say(moved), false);
        }
        if let Some(number) = pressed {
            if let Some(choice) = self.stage.find(&concat(&["[data-act=\"", &decimal(number as u64), "\"]"])) {
                self.host.focus(choice.inner());
            }
            if let Some(count) = view.shown() {
                self.host.say(&say(&count), true);
            }
        }
    }

    /// Marks what is chosen. An error that this has mended goes away, and nothing else is painted: focus stays where it is.
    fn mark(&self) {
        for (choice, option) in &self.painted.choices {
            choice.check(self.visit.draft.intersects(crate::engine::OptionSet::single(*option)));
        }
        for error in [".error-summary", ".error"] {
            if let Some(error) = self.stage.find(error) {
                error.clear();
            }
        }
    }

    /// Takes away the summary painted before, which may have too much on it now.
    fn unprinted(&self) {
        if let Some(sheet) = self.stage.find(SUMMARY) {
            sheet.clear();
        }
    }

    /// Paints the summary, lets the browser keep it, and says what came of that beside the buttons.
    fn keep(&self, way: SaveMethod) {
        let (Some(sheet), Some(kept)) = (self.stage.find(SUMMARY), self.stage.find(".kept")) else { return };
        let (lang, catalog) = (self.host.lang(), HostCatalog(&self.host));
        let view = View::new(&self.visit, self.config, &lang);
        let say = |words: &Message| words.render(&catalog, view.audience());
        paint(&sheet, &view.summary(), 2, &say);
        let told = say(&way.result_message(self.host.keep(way.id())));
        kept.clear();
        kept.say(&told);
        self.host.say(&told, true);
    }

    fn contacted(&self, channel: Channel) {
        self.host.post("contact", channel.id());
    }
}
