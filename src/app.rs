//! The composition root: the frame around every page, and which page an address shows.
//!
//! Decides: what is put together with what. The only place that names `platform`.

use leptos::prelude::*;

use crate::pages;
use crate::ports::use_ports;
use crate::route::Route;
use crate::ui::{Glyph, Header, Place};
use crate::words::use_words;

/// The whole app: header, navigation, and the page that the address names.
#[component]
pub fn App() -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let page = ports.page();
    let base = page.base();
    let location = page.location();
    let route = Memo::new(move |_| location.with(|at| Route::read(&at.path, &at.fragment, &base)));
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
    let current = Signal::derive(move || route.with(|route| home_of(route).path()));
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
            <Header home label=words.text("nav.label") places ways current />
            <main id="main" class="frame-main" tabindex="-1">
                {move || outlet(route.get())}
            </main>
        </div>
    }
}

/// The page that `route` shows. Erased, so that no page's type is part of another's.
fn outlet(route: Route) -> AnyView {
    match route {
        Route::Today => view! { <pages::Today /> }.into_any(),
        Route::Exercises => view! { <pages::Exercises /> }.into_any(),
        Route::Exercise(id) => view! { <pages::Exercise id=id /> }.into_any(),
        Route::Routines => view! { <pages::Routines /> }.into_any(),
        Route::Routine(_) | Route::Mine(_) => view! { <pages::Routine which=route /> }.into_any(),
        Route::Edit(id) => view! { <pages::Builder id=id /> }.into_any(),
        Route::Open(text) => view! { <pages::Open text=text /> }.into_any(),
        Route::Session => view! { <pages::Session /> }.into_any(),
        Route::History => view! { <pages::History /> }.into_any(),
        Route::Settings => view! { <pages::Settings /> }.into_any(),
        Route::Help => view! { <pages::Help /> }.into_any(),
        Route::About => view! { <pages::About /> }.into_any(),
        Route::NotFound => view! { <pages::NotFound /> }.into_any(),
    }
}

/// The place of the navigation that `route` belongs to; its own where it belongs to none.
fn home_of(route: &Route) -> Route {
    match route {
        Route::Exercise(_) => Route::Exercises,
        Route::Routine(_) | Route::Mine(_) | Route::Edit(_) | Route::Open(_) => Route::Routines,
        other => other.clone(),
    }
}
