//! A stopwatch for what moves on a page.
//!
//! Decides: that time passes only while it runs, and that nobody is called when it does not. One of these a page:
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
