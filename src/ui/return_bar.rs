//! The way back to a session that runs while its person looks elsewhere.

use leptos::prelude::*;

/// A bar across the page that leads back to the session.
#[component]
pub fn ReturnBar(
    /// Where the session is.
    #[prop(into)]
    href: String,
    /// What runs: "Superman" or "Paused".
    #[prop(into)]
    name: Signal<String>,
    /// The time that is left, as it is shown.
    #[prop(into)]
    left: Signal<String>,
    /// What the bar does: "Back to the session".
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <a class="return-bar" href=href>
            <span class="return-bar-name">{name}</span>
            <span class="return-bar-left">{left}</span>
            <span class="return-bar-label">{label}</span>
        </a>
    }
}
