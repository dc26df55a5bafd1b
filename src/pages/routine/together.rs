//! Beginning together: a time in the link, at which everybody who has it begins by their own clock.
//!
//! Decides: which time is offered first, and what is said before, during and after. Deliberately does not know how a session gets
//! to where everybody is ([`domain::session`]).

use domain::routine::Routine;
use domain::session::Session;
use domain::time::{Day, Millis, Moment};
use leptos::prelude::*;

use crate::ports::{DateShape, Ports, running_time, use_ports};
use crate::ui::{Chip, TimeField};
use crate::words::{Words, use_words};

/// The time that is offered first is so far ahead at least: a link takes a while to be sent and opened.
const AHEAD: Millis = Millis::seconds(5 * 60);
/// It is a multiple of so many minutes, as times are that people agree on.
const ROUND: u64 = 5;
const MINUTE: u64 = 60_000;

/// When everybody begins, and what that means now; nothing for a routine that each begins when they like.
pub(super) fn appointment(words: Words, routine: &Routine) -> Option<AnyView> {
    let start = routine.start?;
    let (ports, routine) = (use_ports(), StoredValue::new(routine.clone()));
    let passed = running_time(ports, Signal::stored(true));
    let second = Memo::new(move |_| passed.get().whole_seconds());
    let now = move || {
        second.track();
        ports.clock().now()
    };
    let says = move || {
        let now = now();
        let (wait, past) = (start.since(now), now.since(start));
        let is_on = routine.with_value(|routine| Session::together(routine, start, now).is_some());
        let formats = ports.formats();
        match (wait > Millis::ZERO, is_on) {
            (true, true) => words.fill("together.soon", &[("span", &formats.left(wait))]),
            (true, false) => words.text("together.early"),
            (false, true) => words.fill("together.on", &[("span", &formats.span(past))]),
            (false, false) => words.text("together.over"),
        }
    };
    let title = words.fill("together.title", &[("time", &when(words, ports, start))]);
    let view = view! {
        <section class="card stack" data-tone="info">
            <h2>{title}</h2>
            <p>{says}</p>
        </section>
    };
    Some(view.into_any())
}

/// A time of day; with its day, unless that is today.
fn when(words: Words, ports: Ports, start: Moment) -> String {
    let (formats, offset) = (ports.formats(), ports.clock().offset(start));
    let (day, time) = (Day::of(start, offset), formats.time_of_day(start, offset));
    if day == ports.clock().today() {
        return time;
    }
    words.fill("together.day", &[("day", &formats.date(day, DateShape::Full)), ("time", &time)])
}

/// Whether the link that is passed on has a time, and which.
#[component]
pub(super) fn Inviting(
    /// When everybody begins; each when they like, where there is none.
    start: RwSignal<Option<Moment>>,
) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    let is_set = Signal::derive(move || start.with(Option::is_some));
    let turn = move || {
        start.update(|start| *start = if start.is_some() { None } else { Some(first(ports.clock().now())) });
    };
    let value = Signal::derive(move || {
        start.get().map(|start| start.local(ports.clock().offset(start))).unwrap_or_default()
    });
    let set = move |local: String| {
        // The offset is that of the time before: right but for the one night in which the clocks change.
        let before = start.get_untracked().unwrap_or_else(|| ports.clock().now());
        if let Some(chosen) = Moment::from_local(&local, ports.clock().offset(before)) {
            start.set(Some(chosen));
        }
    };
    let says = move || {
        let start = start.get()?;
        if start < ports.clock().now() {
            return Some(words.text("together.invite.past"));
        }
        Some(words.fill("together.invite.about", &[("time", &when(words, ports, start))]))
    };
    view! {
        <div class="row"><Chip label=words.text("together.invite") pressed=is_set on_press=turn /></div>
        <Show when=move || is_set.get()>
            <div class="stack">
                <TimeField label=words.text("together.time") value on_change=set />
                <p class="quiet" role="status">{says}</p>
            </div>
        </Show>
    }
}

/// The first round time that is far enough ahead.
fn first(now: Moment) -> Moment {
    let round = ROUND * MINUTE;
    Moment((now + AHEAD).0.div_ceil(round) * round)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_is_round_and_far_enough_ahead() {
        let minute = |minutes: u64| Moment(minutes * MINUTE);
        assert_eq!(first(minute(60)), minute(65));
        assert_eq!(first(Moment(minute(60).0 + 1)), minute(70));
        assert_eq!(first(minute(63)), minute(70));
    }
}
