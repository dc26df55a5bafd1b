//! Keeping the screen lit.
//!
//! Decides: that a lock lost by hiding the page is asked for again when the page returns. A refusal (low battery, an
//! old phone) is normal and silent.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::platform::script;
use crate::ports::{Held, Screen};

#[derive(Default)]
struct State {
    wanted: Cell<bool>,
    asking: Cell<bool>,
    lock: RefCell<Option<JsValue>>,
}

/// `navigator.wakeLock`, where there is one.
pub(super) struct WakeLock {
    state: Rc<State>,
    _returns: Held,
}

impl WakeLock {
    pub(super) fn new() -> Self {
        let state = Rc::new(State::default());
        let document = script::window().and_then(|window| window.document());
        let returns = document.map_or(Held::nothing(), |document| {
            let (state, target) = (state.clone(), document.clone());
            script::listen(&target, "visibilitychange", move |_| {
                if state.wanted.get() && !document.hidden() {
                    ask(&state);
                }
            })
        });
        Self { state, _returns: returns }
    }
}

impl Screen for WakeLock {
    fn hold(&self) {
        if !self.state.wanted.replace(true) {
            ask(&self.state);
        }
    }

    fn release(&self) {
        self.state.wanted.set(false);
        let_go(&self.state);
    }

    fn works(&self) -> bool {
        manager().is_some()
    }
}

fn manager() -> Option<JsValue> {
    script::property(&script::window()?.navigator(), "wakeLock")
}

fn ask(state: &Rc<State>) {
    let held = state.lock.borrow().as_ref().and_then(|lock| script::property(lock, "released"));
    if state.asking.get() || held.is_some_and(|released| released.is_falsy()) {
        return;
    }
    state.asking.set(true);
    let promise = manager().and_then(|manager| script::call(&manager, "request", &["screen".into()]));
    let state = state.clone();
    script::when_settled(promise, move |lock| {
        state.asking.set(false);
        state.lock.replace(lock);
        if !state.wanted.get() {
            let_go(&state);
        }
    });
}

fn let_go(state: &State) {
    let lock = state.lock.take();
    script::ignore(lock.and_then(|lock| script::call(&lock, "release", &[])));
}
