//! What can be done to a session: with a thumb, with keys.
//!
//! Decides: which button and which key means which event.

use domain::session::{Event, Face, State};
use domain::time::Millis;
use leptos::prelude::*;

use super::lines::{Lines, WORTH_TELLING};
use super::swap::{SwapControl, Swapping};
use crate::conductor::{Conductor, Leader, use_conductor};
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, Glyph, Icon, IconButton, IconLink};

/// How much one press makes a phase longer.
const MORE: Millis = Millis::seconds(20);

/// What a key means now; none where it means nothing.
fn event_of(key: &str, face: &Face) -> Option<Event> {
    match key {
        // Presenter remotes turn pages; some keyboards have keys of their own.
        " " | "MediaPlayPause" => Some(toggle(face)),
        "ArrowLeft" | "PageUp" | "MediaTrackPrevious" => Some(Event::Back),
        "ArrowRight" | "PageDown" | "MediaTrackNext" => Some(next(face)),
        "Enter" => face.left.is_none().then_some(Event::Done),
        _ => None,
    }
}

/// On to what comes: an open set is done then.
const fn next(face: &Face) -> Event {
    match face.left {
        Some(_) => Event::Skip,
        None => Event::Done,
    }
}

/// Stop, or go on.
const fn toggle(face: &Face) -> Event {
    match face.state {
        State::Paused => Event::Resume,
        _ => Event::Pause,
    }
}

/// Listens to the keys as long as the page is there, and nothing is asked over it.
pub(super) fn listen(conductor: Conductor, face: Signal<Face>, swapping: Swapping) {
    let keys = use_ports().page().keys(Box::new(move |key| {
        if swapping.is_open() || conductor.waiting().is_some() {
            return false;
        }
        let event = face.with_untracked(|face| event_of(key, face));
        event.is_some_and(|event| conductor.send(event))
    }));
    // Let go of together with the page.
    StoredValue::new_local(keys);
}

/// Back, stop or done, skip.
#[component]
pub(super) fn Controls(
    /// What the session shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
) -> impl IntoView {
    let conductor = use_conductor();
    let text = move |key: &str| lines.words.text(key);
    let main = Memo::new(move |_| face.with(main_of));
    let glyph = Signal::derive(move || main.get().glyph());
    view! {
        <div class="session-controls" on:mousedown=|event| event.prevent_default()>
            <Round glyph=Glyph::Previous label=text("session.back") on_press=move || { conductor.send(Event::Back); } />
            <button
                type="button"
                class="session-round"
                data-main=move || main.get().name()
                on:click=move |_| { conductor.send(main.get_untracked().event()); }
            >
                <Icon glyph />
                <span class="unseen">{move || lines.words.text(main.get().key())}</span>
            </button>
            <Round glyph=Glyph::Next label=text("session.skip") on_press=move || { conductor.send(Event::Skip); } />
        </div>
    }
}

/// What the large button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Main {
    Pause,
    Resume,
    Done,
}

/// The large button ends an open set; otherwise it stops and goes on.
const fn main_of(face: &Face) -> Main {
    match (face.state, face.left) {
        (State::Paused, _) => Main::Resume,
        (_, None) => Main::Done,
        (_, Some(_)) => Main::Pause,
    }
}

impl Main {
    const fn name(self) -> &'static str {
        match self {
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Done => "done",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Pause => "session.pause",
            Self::Resume => "session.resume",
            Self::Done => "button.done",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Pause => Glyph::Pause,
            Self::Resume => Glyph::Play,
            Self::Done => Glyph::Check,
        }
    }

    const fn event(self) -> Event {
        match self {
            Self::Pause => Event::Pause,
            Self::Resume => Event::Resume,
            Self::Done => Event::Done,
        }
    }
}

/// A round button beside the large one.
#[component]
fn Round(glyph: Glyph, label: String, #[prop(into)] on_press: UnsyncCallback<()>) -> impl IntoView {
    let name = label.clone();
    view! {
        <button type="button" class="session-round" title=name on:click=move |_| on_press.run(())>
            <Icon glyph />
            <span class="unseen">{label}</span>
        </button>
    }
}

/// What is needed less often: more time, a pause of an open set, another move, the end.
#[component]
pub(super) fn More(
    /// What the session shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
    /// Another move, if one asks for it.
    swapping: Swapping,
) -> impl IntoView {
    let conductor = use_conductor();
    let text = move |key: &str| lines.words.text(key);
    let open = Memo::new(move |_| face.with(|face| face.left.is_none() && face.state == State::Running));
    let send = move |event| {
        move || {
            conductor.send(event);
        }
    };
    let missed = conductor.missed();
    // What would be over by now was not done.
    let catches_up = Memo::new(move |_| {
        missed.get().is_some_and(|gap| gap >= WORTH_TELLING && face.with(|face| gap < face.remaining))
    });
    let is_apart = Memo::new(move |_| face.with(|face| face.is_apart));
    view! {
        <div class="session-more" on:mousedown=|event| event.prevent_default()>
            <Show when=move || is_apart.get()>
                <Button small=true on_press=send(Event::Join)>{text("session.join")}</Button>
            </Show>
            <Show when=move || catches_up.get() && !is_apart.get()>
                <Button small=true on_press=send(Event::CatchUp)>{text("session.catch-up")}</Button>
            </Show>
            <Show
                when=move || open.get()
                fallback=move || view! { <Button small=true on_press=send(Event::Extend(MORE))>{text("session.more-time")}</Button> }
            >
                <Button small=true on_press=send(Event::Pause)>{text("session.pause")}</Button>
            </Show>
            <SwapControl face lines swapping />
            <Button small=true on_press=send(Event::End)>{text("session.finish")}</Button>
            <p class="session-keys">{text("session.keys")}</p>
        </div>
    }
}

/// How far along, the way out, sound, help.
#[component]
pub(super) fn Tools(
    /// What the session shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
    /// What only the window that leads can do.
    children: ChildrenFn,
) -> impl IntoView {
    let store = use_store();
    let conductor = use_conductor();
    let leader = conductor.leader();
    let text = move |key: &str| lines.words.text(key);
    let sound = Memo::new(move |_| store.settings().with(|settings| settings.sound));
    let glyph = Signal::derive(move || if sound.get() { Glyph::Sound } else { Glyph::Silent });
    let label = Signal::derive(move || text(if sound.get() { "session.mute" } else { "session.unmute" }));
    let toggle = move || {
        store.change_settings(|settings| settings.sound = !settings.sound);
        conductor.hear_anew();
    };
    view! {
        <div class="session-tools">
            <IconLink glyph=Glyph::Back label=text("session.leave") href=Route::Today.path() />
            <p class="session-progress">{Memo::new(move |_| face.with(|face| lines.progress(face)))}</p>
            // What sounds elsewhere is switched there.
            <Show when=move || leader.get() == Leader::Here>
                {children()}
                <IconButton glyph label on_press=toggle />
            </Show>
            <span on:click=move |_| { conductor.send(Event::Pause); }>
                <IconLink glyph=Glyph::Help label=text("nav.help") href=Route::Help.path() />
            </span>
        </div>
    }
}
