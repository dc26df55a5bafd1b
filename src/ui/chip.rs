//! A switch that stands in a row of its like: filters, choices.

use leptos::prelude::*;

/// A chip: pressed or not.
#[component]
pub fn Chip(
    /// What it stands for.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    pressed: Signal<bool>,
    /// What happens when it is pressed.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || if pressed.get() { "true" } else { "false" }
            on:click=move |_| on_press.run(())
        >
            {label}
        </button>
    }
}
