//! The head of every screen: the product's name, and the ways to help and settings.

use leptos::prelude::*;

use super::Place;

/// The head of every screen.
#[component]
pub fn Header(
    /// The way home, named after the product.
    home: Place,
    /// The ways that sit at its end: help, settings.
    ways: Vec<Place>,
) -> impl IntoView {
    let ways = ways.into_iter().map(|way| view! { <a href=way.href>{way.name}</a> }).collect_view();
    view! {
        <header class="header">
            <a href=home.href>{home.name}</a>
            {ways}
        </header>
    }
}
