//! What goes on while a page is looked at: the time of what moves there, and the count of what is drawn there already.
//!
//! Decides: that time passes only while it runs, and that nobody is called when it does not. One stopwatch a page:
//! everything that moves there is derived from it.

use std::cell::Cell;

use domain::time::Millis;
use leptos::prelude::*;

use super::{Held, Ports};

/// How long `running` has been on, frame by frame. It keeps its place while it is off; whoever wants to begin again sets
/// it to nothing.
pub fn running_time(ports: Ports, running: Signal<bool>) -> RwSignal<Millis> {
    let spent = RwSignal::new(Millis::ZERO);
    let held = StoredValue::new_local(None::<Held>);
    Effect::new(move |_| {
        let ticks = running.get().then(|| {
            let clock = ports.clock();
            let last = Cell::new(clock.now());
            clock.ticks(Box::new(move |now| {
                let step = now.since(last.replace(now));
                spent.update(|spent| *spent += step);
            }))
        });
        held.set_value(ticks);
    });
    spent
}

/// Raises `count` by `step` after each paint, until it has come to `end` or nobody asks for it any more.
pub fn raise_in_time(ports: Ports, count: RwSignal<usize>, step: usize, end: usize) {
    ports.page().after_paint(Box::new(move || {
        let raised = count.try_update(|count| {
            *count += step;
            *count
        });
        if raised.is_some_and(|count| count < end) {
            raise_in_time(ports, count, step, end);
        }
    }));
}
