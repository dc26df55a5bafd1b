//! What a person should know on whatever page they are: that storage is in trouble, that a new version is ready, that a
//! session waits for them.

use domain::session::{Face, State};
use leptos::prelude::*;

use crate::conductor::{Stage, use_conductor};
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::{Notice, use_store};
use crate::ui::{ReturnBar, Toast};
use crate::words::use_words;

/// One piece of news.
#[derive(Clone, PartialEq, Eq)]
enum News {
    Notice(Notice),
    Update,
}

/// The most pressing news, with one thing to do about it. Never in the way of a session.
#[component]
pub fn Bulletin() -> impl IntoView {
    let (words, store, worker) = (use_words(), use_store(), use_ports().worker());
    let (notices, ready, stage) = (store.notices(), worker.update_ready(), use_conductor().stage());
    let news = Memo::new(move |_| {
        let notice = notices.with(|notices| notices.first().cloned()).map(News::Notice);
        let is_idle = stage.with(|stage| *stage != Stage::Underway);
        notice.or_else(|| (ready.get() && is_idle).then_some(News::Update))
    });
    let text = Signal::derive(move || {
        news.get().map(|news| match news {
            News::Update => words.text("update.ready"),
            News::Notice(notice) => {
                let key = ["storage.", notice.slug()].concat();
                match notice.count() {
                    Some(count) => words.count(&key, count as u64, &[]),
                    None => words.text(&key),
                }
            }
        })
    });
    let action = Signal::derive(move || {
        news.get().map(|news| match news {
            News::Update => words.text("update.take"),
            News::Notice(_) => words.text("storage.read"),
        })
    });
    let act = move |()| match news.get_untracked() {
        Some(News::Update) => worker.take_update(),
        Some(News::Notice(notice)) => store.dismiss(&notice),
        None => {}
    };
    view! { <Toast text action on_action=act /> }
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
