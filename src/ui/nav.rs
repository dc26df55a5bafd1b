//! The four places that are always one tap away.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// One place of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its address, relative to the site's base.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its icon.
    pub glyph: Glyph,
}

/// The navigation: marks the place where we are.
#[component]
pub fn Nav(
    /// What a screen reader calls it.
    label: String,
    /// The places, in order.
    places: Vec<Place>,
    /// The address of the place that the current page belongs to.
    #[prop(into)]
    current: Signal<String>,
) -> impl IntoView {
    let link = move |place: Place| {
        let href = place.href.clone();
        let here = move || current.with(|current| *current == href).then_some("page");
        view! {
            <li>
                <a class="nav-link" href=place.href aria-current=here>
                    <Icon glyph=place.glyph />
                    <span>{place.name}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="nav" aria-label=label>
            <ul class="nav-list" role="list">{places.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}
