//! What is read of a session from across the room: the phase, the name of the move, the number.
//!
//! Decides: how each of them is shown, in the page and in the small window before all others. Deliberately does not know what
//! stands around them.

use domain::session::{Face, PhaseKind, State};
use leptos::prelude::*;

use super::lines::{Lines, fullness, pulse};
use crate::conductor::use_conductor;
use crate::ui::{Digits, Meter};

/// A name longer than this is set smaller, in two lines.
const LONG_NAME: usize = 20;

/// Whether it stands.
pub(super) const fn state(face: &Face) -> &'static str {
    if matches!(face.state, State::Paused) { "paused" } else { "running" }
}

/// The ground that the phase stands on.
pub(super) const fn ground(face: &Face) -> &'static str {
    match face.kind {
        PhaseKind::Work(_) => "work",
        PhaseKind::Ready => "ready",
        PhaseKind::Change | PhaseKind::Rest => "rest",
    }
}

/// The name of the move, and the small labels over it.
#[component]
pub(super) fn Words(
    /// What the session shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
) -> impl IntoView {
    let name = Memo::new(move |_| face.with(|face| lines.name(face)));
    let long = move || name.with(|name| (name.chars().count() > LONG_NAME).then_some(""));
    view! {
        <div class="session-words">
            <div class="session-tags"><Labels face lines /></div>
            <h1 class="session-name" tabindex="-1" data-long=long>{name}</h1>
        </div>
    }
}

/// The small labels over the name.
#[component]
fn Labels(face: Signal<Face>, lines: Lines) -> impl IntoView {
    let missed = use_conductor().missed();
    let labels = Memo::new(move |_| face.with(|face| lines.labels(face, missed.get().is_some())));
    move || {
        let label = |(tone, text): (&'static str, String)| {
            view! { <span class="tag" data-tone=tone>{text}</span> }
        };
        labels.get().into_iter().map(label).collect_view()
    }
}

/// The number and the bar that fills in its tempo.
#[component]
pub(super) fn Count(
    /// What the session shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
) -> impl IntoView {
    let digits = Memo::new(move |_| face.with(|face| lines.digits(face)));
    let unit = Memo::new(move |_| face.with(|face| lines.unit(face)));
    let pulse = Memo::new(move |_| face.with(pulse));
    let permille = Memo::new(move |_| face.with(fullness));
    view! {
        <div class="session-count">
            <Digits text=digits unit label=unit pulse />
            <Meter permille />
        </div>
    }
}
