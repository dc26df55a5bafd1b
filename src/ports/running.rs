//! What goes on while a page is looked at: the time of what moves there, the count of what is drawn there already, what is
//! pasted and dropped on it.
//!
//! Decides: that time passes only while it runs, and that nobody is called when it does not. One stopwatch a page:
//! everything that moves there is derived from it.

use std::cell::Cell;

use domain::time::Millis;
use leptos::prelude::*;
use leptos::task::spawn_local;

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

/// Has every text told to `each` that is pasted or dropped on the page while whoever calls this is there. It is never empty.
pub fn given_here(ports: Ports, each: impl Fn(String) + 'static) {
    let held = StoredValue::new_local(None::<Held>);
    let each = StoredValue::new_local(each);
    let give = move |text: String| {
        if !text.trim().is_empty() {
            let _ = each.try_with_value(|each| each(text));
        }
    };
    Effect::new(move |_| {
        spawn_local(async move {
            ports.fit_out().await;
            // Whoever has left by then is told nothing.
            held.try_update_value(|held| *held = Some(ports.hands().given(Box::new(give))));
        });
    });
}
