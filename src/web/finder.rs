//! One finder on one page: a visit, what is painted of it, and the listener that moves it on.

use alloc::rc::Rc;
use core::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::dom::{Element, Happening, Listener, Stage};
use super::paint::{Painted, paint};
use super::wire::{Host, HostCatalog, data};
use crate::provider::Config;
use crate::screen::{Act, Channel, Focus, Shown, View, Visit, Words};

struct State {
    visit: Visit,
    painted: Painted,
    stage: Element,
    config: Config,
    host: Host,
    finished: bool,
}

/// The finder, mounted on an element of the frame's document. Dropping it forgets every answer.
#[wasm_bindgen]
pub struct Finder {
    state: Rc<RefCell<State>>,
    _listener: Listener,
}

#[wasm_bindgen]
impl Finder {
    /// Mounts a finder on `stage`, an empty element. Problems of the configuration are told to the host as
    /// console messages; the finder works with what is left.
    pub fn mount(stage: Stage, config: &JsValue, host: Host) -> Finder {
        let (config, problems) = Config::of(data(config));
        for problem in &problems {
            host.warn(&problem.message());
        }
        let stage = Element::new(stage);
        let state = Rc::new(RefCell::new(State {
            visit: Visit::default(),
            painted: Painted::default(),
            stage: stage.clone(),
            config,
            host,
            finished: false,
        }));
        let heard = Rc::clone(&state);
        let listener = Listener::new(&stage, move |happening| hear(&heard, happening));
        Finder { state, _listener: listener }
    }

    /// Leaves the start screen: shows the first question.
    pub fn start(&self) {
        let mut state = self.state.borrow_mut();
        let focus = state.visit.start();
        state.host.post("started", "");
        state.show(focus);
    }

    /// Paints the same screen again, in the language that the host's catalog now speaks. Answers and place stay.
    pub fn repaint(&self) {
        self.state.borrow_mut().show(Focus::Stays);
    }

    /// Forgets every answer, and empties the stage.
    pub fn wipe(&self) {
        let mut state = self.state.borrow_mut();
        state.visit = Visit::default();
        state.finished = false;
        state.painted = Painted::default();
        state.stage.clear();
    }

    /// Forgets every answer, empties the stage and stops listening.
    pub fn destroy(self) {
        self.wipe();
    }
}

/// Takes what happened, moves the visit on and paints. Nothing here is called back while the state is borrowed:
/// painting and focusing fire none of the events that the finder listens to.
fn hear(state: &Rc<RefCell<State>>, happening: Happening) {
    let Ok(mut state) = state.try_borrow_mut() else {
        return;
    };
    let act = match happening {
        Happening::Press(number) | Happening::Choice(number) => state.painted.acts.get(number).copied(),
        Happening::Enter => Some(Act::Continue),
    };
    let Some(act) = act else { return };
    let focus = state.visit.act(act);
    match act {
        Act::Contact(channel) => state.contacted(channel),
        Act::Restart => {
            state.finished = false;
            state.painted = Painted::default();
            state.stage.clear();
            state.host.home();
        }
        Act::Choose(_) => state.mark(),
        _ => state.show(focus),
    }
}

impl State {
    fn show(&mut self, focus: Focus) {
        if focus == Focus::Options {
            if let Some((first, _)) = self.painted.choices.first() {
                first.focus();
            }
            return;
        }
        let lang = self.host.lang();
        let view = View { visit: &self.visit, config: &self.config, lang: &lang };
        let say = |words: &Words| words.say(&HostCatalog(&self.host), view.voice());
        self.painted = paint(&self.stage, &view.parts(), &say);
        if focus != Focus::Stays {
            self.stage.to_top();
            // The error summary stands before the heading, so in both cases it is the first target.
            if let Some(target) = self.painted.targets.first() {
                target.focus();
            }
        }
        if self.visit.shown == Shown::Result {
            if let Some(moved) = &self.visit.moved {
                self.host.say(&say(moved));
            }
            if !self.finished {
                self.finished = true;
                self.host.post("finished", "");
            }
        }
    }

    fn mark(&self) {
        for (choice, option) in &self.painted.choices {
            choice.check(self.visit.draft.meets(crate::engine::Set::one(*option)));
        }
    }

    fn contacted(&self, channel: Channel) {
        self.host.post("contact", channel.id());
    }
}
