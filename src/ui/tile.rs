//! A small door: what it is, and its one number or name.

use leptos::prelude::*;

/// A tile that leads somewhere.
#[component]
pub fn Tile(
    /// What it is.
    label: String,
    /// The number or the name.
    value: String,
    /// Where it leads.
    href: String,
) -> impl IntoView {
    view! {
        <a class="tile" href=href>
            <span class="tile-label">{label}</span>
            <span class="tile-value">{value}</span>
        </a>
    }
}
