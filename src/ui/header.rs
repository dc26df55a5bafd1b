//! The head of every screen: the mark, the four places, and the ways to help and settings.

use leptos::prelude::*;

use super::button::IconLink;
use super::dial::Mark;
use super::nav::{Nav, Place};

/// The head of every screen. On a phone its places stand at the bottom of the screen; that is the stylesheet's doing.
#[component]
pub fn Header(
    /// The way home, named after the product.
    home: Place,
    /// What the list of places is called.
    label: String,
    /// The places, in order.
    places: Vec<Place>,
    /// The ways that sit at its end: help, settings.
    ways: Vec<Place>,
    /// The address of the place that the current page belongs to.
    #[prop(into)]
    current: Signal<String>,
) -> impl IntoView {
    let way = move |way: Place| {
        let href = way.href.clone();
        let here = Signal::derive(move || current.with(|current| *current == href));
        view! { <IconLink glyph=way.glyph label=way.name href=way.href current=here /> }
    };
    view! {
        <header class="header">
            <a class="header-brand" href=home.href>
                <Mark />
                <span>{home.name}</span>
            </a>
            <Nav label places current />
            <div class="header-tools">{ways.into_iter().map(way).collect_view()}</div>
        </header>
    }
}
