//! What a person should know on whatever page they are: that storage is in trouble, that a new version is ready, that a
//! session waits for them.

use domain::session::{Face, State};
use leptos::prelude::*;

use crate::conductor::{Stage, use_conductor};
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::{Notice, use_store};
use crate::ui::{ReturnBar, Toast, UpdateCard};
use crate::words::{Words, use_words};

/// What should be known, with one thing to do about it. Never in the way of a session.
#[component]
pub fn Bulletin() -> impl IntoView {
    view! {
        <Notices />
        <Update />
    }
}

/// The most pressing notice about what is stored.
#[component]
fn Notices() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let notices = store.unread();
    let first = Memo::new(move |_| notices.with(|notices| notices.first().cloned()));
    let text = Signal::derive(move || first.get().map(|notice| said(words, &notice)));
    let action = Signal::derive(move || first.get().map(|_| words.text("storage.read")));
    let act = move |()| {
        if let Some(notice) = first.get_untracked() {
            store.dismiss(&notice);
        }
    };
    view! { <Toast text action on_action=act /> }
}

fn said(words: Words, notice: &Notice) -> String {
    let key = ["storage.", notice.slug()].concat();
    match notice.count() {
        Some(count) => words.count(&key, count as u64, &[]),
        None => words.text(&key),
    }
}

/// A newer version, offered once no session runs; put off, it is offered again with the next visit, or comes by itself
/// when all windows have been closed.
#[component]
fn Update() -> impl IntoView {
    let (words, notices, worker) = (use_words(), use_store().unread(), use_ports().worker());
    let (update, stage) = (worker.update(), use_conductor().stage());
    let is_underway = Memo::new(move |_| stage.with(|stage| *stage == Stage::Underway));
    let is_put_off = RwSignal::new(false);
    let offered = Memo::new(move |_| {
        let is_quiet = !is_underway.get() && !is_put_off.get() && notices.with(Vec::is_empty);
        update.get().filter(|_| is_quiet)
    });
    let take = UnsyncCallback::new(move |()| worker.take_update());
    let card = move || {
        offered.get().map(|news| {
            view! {
                <UpdateCard
                    title=words.text("update.ready")
                    more=words.text("update.news")
                    news
                    take=words.text("update.take")
                    on_take=take
                    later=words.text("update.later")
                    on_later=move |()| is_put_off.set(true)
                />
            }
        })
    };
    view! { <div role="status">{card}</div> }
}

/// The way back to a session that is on, from any page but its own.
#[component]
pub fn WayBack(
    /// Whether we are at the session already.
    hidden: Signal<bool>,
) -> impl IntoView {
    let (words, conductor, ports) = (use_words(), use_conductor(), use_ports());
    let (face, stage) = (conductor.face(), conductor.stage());
    let is_shown = Memo::new(move |_| !hidden.get() && stage.with(|stage| *stage == Stage::Underway));
    let is_paused =
        Memo::new(move |_| face.with(|face| face.as_ref().is_some_and(|face| face.state != State::Running)));
    let name = Signal::derive(move || {
        words.text(if is_paused.get() { "session.paused" } else { "session.running" })
    });
    let left = Memo::new(move |_| {
        face.with(|face| {
            face.as_ref().map(|face: &Face| ports.formats().left(face.remaining)).unwrap_or_default()
        })
    });
    move || {
        let label = words.text("session.return");
        is_shown.get().then(|| view! { <ReturnBar href=Route::Session.path() name left label /> })
    }
}
