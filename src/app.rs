//! The composition root: the frame around every page, and which page an address shows.
//!
//! Decides: what is put together with what. The only place that names `platform`.

use leptos::prelude::*;

use crate::pages;
use crate::ports::use_ports;
use crate::route::Route;
use crate::ui::{Header, Nav, Place};
use crate::words::use_words;

/// The whole app: header, navigation, and the page that the address names.
#[component]
pub fn App() -> impl IntoView {
    let words = use_words();
    let page = use_ports().page();
    let base = page.base();
    let location = page.location();
    let route = Memo::new(move |_| location.with(|at| Route::read(&at.path, &at.fragment, &base)));
    let place = |route: Route, icon: &'static str| Place {
        href: route.path(),
        name: words.text(&["nav.", icon].concat()),
        icon,
    };
    let places = vec![
        place(Route::Today, "today"),
        place(Route::Exercises, "exercises"),
        place(Route::Routines, "routines"),
        place(Route::History, "history"),
    ];
    let ways = vec![place(Route::Help, "help"), place(Route::Settings, "settings")];
    let current = Signal::derive(move || route.with(|route| home_of(route).path()));
    view! {
        <Header home=Place { name: words.text("name"), ..place(Route::Today, "home") } ways=ways />
        <Nav label=words.text("nav.label") places=places current=current />
        <main id="main">{move || outlet(route.get())}</main>
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
