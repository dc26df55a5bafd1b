//! What arrives when: the start comes with the program, every other page in a file of its own.
//!
//! Decides: which pages share a file. The build (`xtask/src/build/program`) cuts the program at the functions marked here and
//! puts what several files need into shared ones. Deliberately does not know what is shown while a file is on its way
//! ([`super::outlet`]). On the host nothing is cut, and everything is here at once.

#![allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which a file does not arrive")]

use futures_util::FutureExt as _;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::bulletin::{Bulletin, WayBack};
use super::card::follow_cards;
use super::later::{Later, Missing};
use super::narrator::Narrator;
use crate::conductor::{Conductor, Stage, use_conductor};
use crate::pages;
use crate::platform;
use crate::ports::{Aids, Coming, Ports};
use crate::route::Route;
use crate::store::Store;
use crate::ui::{fetch_drawing, soon};

#[wasm_split(library, wasm_split_path = leptos::wasm_split, preload(fetch_library), fallible)]
fn library(route: Route) -> Result<AnyView, Missing> {
    Ok(match route {
        Route::Exercise(id) => view! { <pages::Exercise id=id /> }.into_any(),
        Route::Routines => view! { <pages::Routines /> }.into_any(),
        Route::Routine(_) | Route::Mine(_) => view! { <pages::Routine which=route /> }.into_any(),
        Route::Edit(id) => view! { <pages::Builder id=id /> }.into_any(),
        Route::Measure => view! { <pages::Measure /> }.into_any(),
        Route::Open(text) => view! { <pages::Open text=text /> }.into_any(),
        _ => view! { <pages::Exercises /> }.into_any(),
    })
}

#[wasm_split(session, wasm_split_path = leptos::wasm_split, preload(fetch_session), fallible)]
fn session() -> Result<AnyView, Missing> {
    let stage = use_conductor().stage();
    let is_over = Memo::new(move |_| stage.with(|stage| matches!(stage, Stage::Over(_))));
    let shown = move || {
        if is_over.get() {
            view! { <pages::Summary /> }.into_any()
        } else {
            view! { <pages::Session /> }.into_any()
        }
    };
    Ok(shown.into_any())
}

#[wasm_split(session, wasm_split_path = leptos::wasm_split, fallible)]
fn aids_made() -> Result<Aids, Missing> {
    Ok(platform::aids())
}

/// What only a session asks of the browser, when what asks it is here.
pub(super) fn aids() -> Coming<Option<Aids>> {
    Box::pin(async { aids_made().await.ok() })
}

#[wasm_split(more, wasm_split_path = leptos::wasm_split, preload(fetch_more), fallible)]
fn more(route: Route) -> Result<AnyView, Missing> {
    Ok(match route {
        Route::History => view! { <pages::History /> }.into_any(),
        Route::Settings => view! { <pages::Settings /> }.into_any(),
        Route::Help => view! { <pages::Help /> }.into_any(),
        _ => view! { <pages::About /> }.into_any(),
    })
}

#[wasm_split(memory, wasm_split_path = leptos::wasm_split, preload(fetch_memory), fallible)]
fn recalled(store: Store, conductor: Conductor) -> Result<(), Missing> {
    store.load();
    conductor.resume();
    Ok(())
}

/// Loads what is kept on the device, and takes up the session that was on; what does not arrive leaves things as they are.
/// Where nothing is kept, nobody asks for this,
/// and what reads the lines stays away.
pub(super) fn recall(store: Store, conductor: Conductor) {
    soon(recalled(store, conductor).map(drop));
}

#[wasm_split(memory, wasm_split_path = leptos::wasm_split, fallible)]
fn reloaded(store: Store, key: Option<String>) -> Result<(), Missing> {
    store.reload(key.as_deref());
    Ok(())
}

/// Loads what another window changed.
pub(super) fn reload(store: Store, key: Option<String>) {
    soon(reloaded(store, key).map(drop));
}

#[wasm_split(session, wasm_split_path = leptos::wasm_split, fallible)]
fn sight_told(conductor: Conductor, is_seen: bool) -> Result<(), Missing> {
    conductor.seen(is_seen);
    Ok(())
}

/// Tells the conductor that the page is being hidden, or has returned.
pub(super) fn tell_sight(conductor: Conductor, is_seen: bool) {
    soon(sight_told(conductor, is_seen).map(drop));
}

#[wasm_split(session, wasm_split_path = leptos::wasm_split, fallible)]
fn live_told(conductor: Conductor) -> Result<(), Missing> {
    conductor.follow_other();
    Ok(())
}

/// Tells the conductor that another window changed the session that is on.
pub(super) fn tell_live(conductor: Conductor) {
    soon(live_told(conductor).map(drop));
}

#[wasm_split(news, wasm_split_path = leptos::wasm_split, preload(fetch_news), fallible)]
pub(super) fn told(at_session: Signal<bool>) -> Result<AnyView, Missing> {
    follow_cards();
    let view = view! {
        <WayBack hidden=at_session />
        <Bulletin />
        <Narrator />
    };
    Ok(view.into_any())
}

/// What is said beside every page, if what says it is here.
pub(super) fn news(at_session: Signal<bool>) -> Option<AnyView> {
    at_once(told(at_session))
}

/// The files beside the program's own.
enum Chunk {
    Library,
    Session,
    More,
}

/// Where the page at `route` is; nothing where it came with the program.
const fn chunk(route: &Route) -> Option<Chunk> {
    match route {
        Route::Today | Route::NotFound => None,
        Route::Exercises
        | Route::Exercise(_)
        | Route::Routines
        | Route::Routine(_)
        | Route::Mine(_)
        | Route::Edit(_)
        | Route::Measure
        | Route::Open(_) => Some(Chunk::Library),
        Route::Session => Some(Chunk::Session),
        Route::History | Route::Settings | Route::Help | Route::About => Some(Chunk::More),
    }
}

/// Fetches what the page at `route` is in, and its words; at once when they are here.
pub(super) async fn fetch(route: &Route, later: Later) -> Result<(), Missing> {
    let Some(chunk) = chunk(route) else { return Ok(()) };
    later.arrive().await?;
    fetch_chunk(chunk).await
}

async fn fetch_chunk(chunk: Chunk) -> Result<(), Missing> {
    let fetched = match chunk {
        Chunk::Library => fetch_library().await,
        Chunk::Session => fetch_session().await,
        Chunk::More => fetch_more().await,
    };
    fetched.map_err(Missing::from)
}

/// Fetches what the first page needs: its own part, and what reads the lines that are kept, if any are. Missing or not:
/// who asks for it finds out.
pub(super) async fn fetch_first(route: &Route, is_kept: bool) {
    if let Some(chunk) = chunk(route) {
        let _ = fetch_chunk(chunk).await;
    }
    if is_kept {
        let _ = fetch_memory().await;
    }
}

/// Fetches all that is not here yet, the likeliest first. What does not arrive is fetched when it is gone to.
pub(super) async fn fetch_all(later: Later, ports: Ports) {
    fetch_drawing().await;
    let _ = later.arrive().await;
    let _ = fetch_session().await;
    // Now, so that a press finds the sound: browsers allow it for no longer.
    ports.fit_out().await;
    let _ = fetch_memory().await;
    let _ = fetch_library().await;
    let _ = fetch_more().await;
}

/// The page at `route`, if it is here. Erased, so that no page's type is part of another's.
pub(super) fn page(route: Route, later: Later) -> Option<AnyView> {
    match chunk(&route) {
        Some(_) if !later.is_here() => None,
        None if route == Route::Today => Some(view! { <pages::Today /> }.into_any()),
        None => Some(view! { <pages::NotFound /> }.into_any()),
        Some(Chunk::Library) => at_once(library(route)),
        Some(Chunk::Session) => at_once(session()),
        Some(Chunk::More) => at_once(more(route)),
    }
}

/// What `coming` gives when nothing has to be waited for. A page is made within the outlet, by which it is held, and
/// not in a task beside it, which nobody would end.
fn at_once(coming: impl Future<Output = Result<AnyView, Missing>>) -> Option<AnyView> {
    coming.now_or_never()?.ok()
}
