//! On or off.

use leptos::prelude::*;

/// A switch with its name and, where it needs one, a sentence about it.
#[component]
pub fn Switch(
    /// What is switched.
    #[prop(into)]
    label: String,
    /// A sentence about it; empty for none.
    #[prop(into, optional)]
    about: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Told what was asked for.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Whether it cannot be switched here; it can, when not said.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let has_about = !about.with_untracked(String::is_empty);
    let about = has_about.then(|| view! { <span class="switch-about">{move || about.get()}</span> });
    view! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked=move || on.get().to_string()
            disabled=move || disabled.get()
            on:click=move |_| on_change.run(!on.get_untracked())
        >
            <span class="switch-text">
                <span class="switch-label">{label}</span>
                {about}
            </span>
            <span class="switch-track" aria-hidden="true"></span>
        </button>
    }
}
