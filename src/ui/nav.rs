//! The four places that are always one tap away.

use leptos::prelude::*;

/// One place of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its address, relative to the site's base.
    pub href: String,
    /// Its name.
    pub name: String,
    /// The name of its icon.
    pub icon: &'static str,
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
    let links = places
        .into_iter()
        .map(|place| {
            let href = place.href.clone();
            let here = move || (current.get() == href).then_some("page");
            view! { <a href=place.href aria-current=here>{place.name}</a> }
        })
        .collect_view();
    view! { <nav class="nav" aria-label=label>{links}</nav> }
}
