//! The composition root: what is put together with what, the frame around every page, and which page an address shows.
//!
//! Decides: the order in which the app comes to life. The only place that names `platform`.

mod bulletin;
mod card;
mod chunks;
mod later;
mod narrator;
mod outlet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::conductor::{Conductor, Stage, use_conductor};
use crate::pages;
use crate::platform;
use crate::ports::{Ports, use_ports};
use crate::route::Route;
use crate::store::{Store, use_store};
use crate::ui::{Cast, Glyph, Header, Place, in_turn, mounting_with, next_after, next_turn, when_mounted};
use crate::words::{Words, use_words};
use later::{Later, use_later};
use outlet::{arriving, outlet};

/// Fetches what the page at this address is in, so that [`mount`] shows it at once; then calls `ready`.
pub fn prepare(ready: impl FnOnce() + 'static) {
    platform::watch_panics();
    let (base, at) = platform::here();
    platform::spawn(async move {
        let route = Route::read(&at.path, &at.fragment, &base);
        chunks::fetch_first(&route, platform::keeps_something()).await;
        ready();
    });
}

/// Begins to bring the app to life in `place`, an element that is not in the page yet: `words` is the text of the words that
/// the start needs, `others` that of the rest if it is here, else `later` is the address from which it comes. `stills` are
/// the keys of the figures that stand in the page; whoever calls this puts them into the rooms left for them.
pub fn mount(place: platform::Stage, words: String, others: Option<String>, later: String, stills: &str) {
    let start = move || {
        let ports = Ports::new(platform::device(chunks::aids));
        let words = Words::new(words, ports.formats());
        let later = Later::new(words, ports, later);
        if let Some(text) = others {
            later.add(text);
        }
        later.provide();
        provide(ports, words);
        let page = ports.page();
        when_mounted(move || ports.worker().register());
        when_mounted(move || {
            page.when_idle(Box::new(move || platform::spawn(chunks::fetch_all(later, ports))));
        });
        in_turn(|| view! { <App /> })
    };
    let stills = stills.lines().map(str::to_owned).collect();
    mounting_with(stills, || leptos::mount::mount_to(place, start).forget());
}

/// Makes the next part of the app; `false` when all of it stands.
pub fn turn() -> bool {
    next_turn()
}

/// Does the next of what can wait until the app has been seen; `false` when nothing is left.
pub fn afterwards() -> bool {
    next_after()
}

/// Makes device, words, store and conductor known to every component below.
pub fn provide(ports: Ports, words: Words) {
    let store = Store::new(ports);
    let conductor = Conductor::new(ports, store);
    ports.provide();
    words.provide();
    store.provide();
    conductor.provide();
    provide_context(Cast(store.settings()));
    if store.holds_something() {
        chunks::recall(store, conductor);
    }
}

/// The whole app: header, navigation, and the page that the address names.
#[component]
pub fn App() -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let page = ports.page();
    let base = page.base();
    let location = page.location();
    let route = Memo::new(move |_| location.with(|at| Route::read(&at.path, &at.fragment, &base)));
    let later = use_later();
    let shown = arriving(route, later);
    follow_pages(shown);
    follow_settings();
    follow_sight();
    follow_session();
    follow_windows();
    let current = Signal::derive(move || route.with(|route| home_of(route).path()));
    let in_session = Signal::derive(move || shown.with(|shown| *shown == Route::Session));
    // A bare fragment would lead to the site's base, not to this page: the focus is moved by hand.
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        ports.page().focus("main");
    };
    view! {
        <div class="frame">
            <a class="skip" href="#main" on:click=skip>
                {words.text("nav.skip")}
            </a>
            {in_turn(move || header(words, current))}
            {in_turn(|| view! { <pages::FirstNotice /> })}
            <main id="main" class="frame-main" tabindex="-1">
                {in_turn(move || outlet(shown, later))}
            </main>
            {news(in_session, later)}
            <div id="announcer" class="unseen" role="status"></div>
        </div>
    }
}

/// What is said beside every page. It can wait for the page itself, and so comes when nothing else is to be done.
fn news(at_session: Signal<bool>, later: Later) -> impl IntoView {
    let arrived = RwSignal::new(false);
    let page = use_ports().page();
    let fetch = move || {
        spawn_local(async move {
            // Missing: asked for again with the next visit.
            let _ = later.arrive().await;
            let _ = chunks::fetch_news().await;
            arrived.try_set(true);
        });
    };
    when_mounted(move || page.when_idle(Box::new(fetch)));
    move || arrived.get().then(|| chunks::news(at_session))
}

fn header(words: Words, current: Signal<String>) -> impl IntoView {
    let place = |route: Route, key: &str, glyph: Glyph| Place {
        href: route.path(),
        name: words.text(&["nav.", key].concat()),
        glyph,
    };
    let places = vec![
        place(Route::Today, "today", Glyph::Today),
        place(Route::Exercises, "exercises", Glyph::Exercises),
        place(Route::Routines, "routines", Glyph::Routines),
        place(Route::History, "history", Glyph::History),
    ];
    let ways =
        vec![place(Route::Help, "help", Glyph::Help), place(Route::Settings, "settings", Glyph::Settings)];
    let home = Place { name: words.text("app.name"), ..place(Route::Today, "today", Glyph::Today) };
    view! { <Header home label=words.text("nav.label") places ways current /> }
}

/// Titles each page when it is shown; from the second on, whoever listens hears where they are.
fn follow_pages(shown: RwSignal<Route>) {
    let (page, words) = (use_ports().page(), use_words());
    Effect::new(move |before: Option<()>| {
        shown.with(|route| page.arrived(&title(route, words), before.is_some()));
    });
}

fn title(route: &Route, words: Words) -> String {
    let key = ["page.", route.slug(), ".title"].concat();
    match route {
        Route::Exercise(id) => words.fill(&key, &[("name", &words.exercise(*id))]),
        Route::Routine(slug) => words.fill(&key, &[("name", &words.text(&["routine.", slug].concat()))]),
        _ => words.text(&key),
    }
}

/// The theme and the colours of the figure are the root element's: the stylesheet does the rest.
fn follow_settings() {
    let (page, settings) = (use_ports().page(), use_store().settings());
    Effect::new(move || {
        settings.with(|chosen| {
            page.mark("theme", Some(chosen.theme.slug()));
            page.mark("figure", chosen.own_figure.then_some("own"));
            for (name, choice) in [("skin", chosen.skin), ("hair", chosen.hair), ("outfit", chosen.outfit)] {
                page.mark(name, Some(&choice.to_string()));
            }
        });
    });
}

/// While a session runs here, no window lets a newer version take over.
fn follow_session() {
    let (worker, stage) = (use_ports().worker(), use_conductor().stage());
    Effect::new(move || worker.busy(stage.with(|stage| *stage == Stage::Underway)));
}

/// The conductor of a session that is on is told when the page is hidden and when it returns.
fn follow_sight() {
    let (seen, conductor) = (use_ports().page().seen(), use_conductor());
    Effect::new(move |before: Option<bool>| {
        let seen = seen.get();
        let is_on = conductor.stage().with_untracked(|stage| *stage == Stage::Underway);
        if is_on && before.is_some_and(|before| before != seen) {
            chunks::tell_sight(conductor, seen);
        }
        seen
    });
}

/// What another window of this site changes is loaded here too.
fn follow_windows() {
    let (store, conductor) = (use_store(), use_conductor());
    let changes = use_ports().disk().on_change(Box::new(move |key| {
        if Store::is_live_in(key.as_deref()) {
            chunks::tell_live(conductor);
        }
        if Store::is_loaded_from(key.as_deref()) {
            chunks::reload(store, key);
        }
    }));
    StoredValue::new_local(changes);
}

/// The place of the navigation that `route` belongs to; its own where it belongs to none.
fn home_of(route: &Route) -> Route {
    match route {
        Route::Exercise(_) => Route::Exercises,
        Route::Routine(_) | Route::Mine(_) | Route::Edit(_) | Route::Measure | Route::Open(_) => {
            Route::Routines
        }
        other => other.clone(),
    }
}
