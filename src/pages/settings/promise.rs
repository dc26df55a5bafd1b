//! Whether the browser has promised to keep what is stored.
//!
//! Decides: how long its answer is waited for. A browser may ask the person in turn, and they may never answer: meanwhile
//! this says that nothing is known, and an answer that comes late is still shown. Before the first answer the room of the
//! likeliest one is kept, so that nothing below moves when it comes.

use domain::time::Millis;
use leptos::prelude::*;

use crate::ports::use_ports;
use crate::ui::Button;
use crate::words::use_words;

/// How long an answer is waited for.
const PATIENCE: Millis = Millis::seconds(3);

/// What the browser has said.
#[derive(Clone, Copy, PartialEq)]
enum Answer {
    /// Nothing yet, though somebody pressed for it.
    Awaited,
    /// It keeps what is stored.
    Promised,
    /// It may clear it.
    NotPromised,
    /// It was asked to promise, and did not.
    Refused,
    /// It does not say.
    Silent,
}

impl Answer {
    const fn key(self) -> &'static str {
        match self {
            Self::Awaited => "promise.awaited",
            Self::Promised => "promise.promised",
            Self::NotPromised => "promise.not-promised",
            Self::Refused => "promise.refused",
            Self::Silent => "promise.silent",
        }
    }
}

/// Whether the browser has promised to keep what is stored, and the way to ask it. Nothing where nothing is kept at all.
#[component]
pub(super) fn Promise() -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    // None before the first.
    let answer = RwSignal::new(None);
    let ask = move |to_promise: bool| {
        let heard = move |said: Option<bool>| {
            answer.try_set(Some(match said {
                Some(true) => Answer::Promised,
                Some(false) if to_promise => Answer::Refused,
                Some(false) => Answer::NotPromised,
                None => Answer::Silent,
            }));
        };
        ports.disk().settle(to_promise, Box::new(heard));
        let give_up = move || {
            if matches!(answer.try_get_untracked(), Some(None | Some(Answer::Awaited))) {
                answer.try_set(Some(Answer::Silent));
            }
        };
        ports.clock().after(PATIENCE, Box::new(give_up)).for_ever();
    };
    // At once: where nobody is there to answer, that is known before anything is seen.
    ask(false);
    let press = move || {
        answer.set(Some(Answer::Awaited));
        ask(true);
    };
    let shown = move || answer.get().unwrap_or(Answer::NotPromised);
    let button = move || {
        (shown() == Answer::NotPromised)
            .then(|| view! { <Button small=true on_press=press>{words.text("promise.ask")}</Button> })
    };
    ports.disk().works().is_ok().then(|| {
        view! {
            <div class="stack" data-empty=move || answer.get().is_none().then_some("")>
                <p role="status">{move || words.text(shown().key())}</p>
                <div class="row">{button}</div>
            </div>
        }
    })
}
