//! Time: a clock that never goes back, and a ticker that ends with its owner.
//!
//! Decides: now is the wall clock's time when the page opened plus what the monotonic clock has counted since. A person
//! or a server may set the wall clock while a workout runs; it does not matter. A device that slept may have stopped the
//! monotonic clock: [`Clock::catch_up`] says by how much, and only then takes it over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::time::{Millis, Moment};
use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Performance, Window};

use super::script;
use crate::ports::{Clock, Held};

/// How often a page that is not seen is told the time, in milliseconds. Browsers stretch it to a second or more.
const UNSEEN_TICK: i32 = 250;

/// The browser's two clocks as one.
#[derive(Clone)]
pub(super) struct BrowserClock {
    performance: Option<Performance>,
    /// The wall clock's time at which the monotonic clock read zero, in milliseconds.
    zero: Rc<Cell<f64>>,
}

impl BrowserClock {
    pub(super) fn new() -> Self {
        let performance = script::window().and_then(|window| window.performance());
        let clock = Self { performance, zero: Rc::new(Cell::new(0.0)) };
        clock.zero.set(Date::now() - clock.counted());
        clock
    }

    /// What the monotonic clock reads, in milliseconds.
    fn counted(&self) -> f64 {
        self.performance.as_ref().map_or_else(Date::now, Performance::now)
    }
}

impl Clock for BrowserClock {
    fn now(&self) -> Moment {
        Moment((self.zero.get() + self.counted()) as u64)
    }

    fn offset(&self, moment: Moment) -> i32 {
        let date = Date::new(&(moment.0 as f64).into());
        -(date.get_timezone_offset() as i32)
    }

    fn catch_up(&self) -> Millis {
        let behind = Date::now() - self.counted() - self.zero.get();
        if behind <= 0.0 {
            return Millis::ZERO;
        }
        self.zero.set(self.zero.get() + behind);
        Millis(behind as u64)
    }

    fn ticks(&self, each: Box<dyn Fn(Moment)>) -> Held {
        let Some(window) = script::window() else { return Held::nothing() };
        let clock = self.clone();
        let tick: Rc<dyn Fn()> = Rc::new(move || each(clock.now()));
        let (frames, beats) = (frames(window.clone(), tick.clone()), beats(window, tick));
        Held::until(move || drop((frames, beats)))
    }

    fn after(&self, after: Millis, then: Box<dyn FnOnce()>) -> Held {
        let wanted = Rc::new(Cell::new(true));
        let still = wanted.clone();
        script::later(i32::try_from(after.0).unwrap_or(i32::MAX), move || {
            if still.get() {
                then();
            }
        });
        Held::until(move || wanted.set(false))
    }
}

type Frame = Closure<dyn FnMut()>;

/// Calls `tick` before every frame. Browsers draw none of a page that is not seen.
fn frames(window: Window, tick: Rc<dyn Fn()>) -> Held {
    let wanted = Rc::new(Cell::new(true));
    let frame: Rc<RefCell<Option<Frame>>> = Rc::default();
    let ask = {
        let (window, frame) = (window.clone(), Rc::downgrade(&frame));
        move || {
            let Some(frame) = frame.upgrade() else { return };
            if let Ok(frame) = frame.try_borrow()
                && let Some(frame) = frame.as_ref()
            {
                let _ = window.request_animation_frame(frame.as_ref().unchecked_ref());
            }
        }
    };
    let (again, still) = (ask.clone(), wanted.clone());
    *frame.borrow_mut() = Some(Closure::new(move || {
        if still.get() {
            tick();
            again();
        }
    }));
    ask();
    Held::until(move || {
        wanted.set(false);
        // It may be its own frame that lets go: the closure goes only when that frame is over.
        script::later(1000, move || drop(frame));
    })
}

/// Calls `tick` now and then while the page is not seen.
fn beats(window: Window, tick: Rc<dyn Fn()>) -> Held {
    let document = window.document();
    let beat = Closure::<dyn FnMut()>::new(move || {
        if document.as_ref().is_some_and(web_sys::Document::hidden) {
            tick();
        }
    });
    let id = window
        .set_interval_with_callback_and_timeout_and_arguments_0(beat.as_ref().unchecked_ref(), UNSEEN_TICK)
        .unwrap_or_default();
    Held::until(move || {
        window.clear_interval_with_handle(id);
        script::later(1000, move || drop(beat));
    })
}
