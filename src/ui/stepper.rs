//! A number with a smaller and a larger button.

use leptos::prelude::*;

/// A number that is changed step by step, within its bounds.
#[component]
pub fn Stepper(
    /// What the number is.
    #[prop(into)]
    label: Signal<String>,
    /// Where it stands.
    #[prop(into)]
    value: Signal<u16>,
    /// Its smallest value.
    least: u16,
    /// Its largest value.
    most: u16,
    /// How far one press goes.
    step: u16,
    /// The number as it is shown, with its unit.
    #[prop(into)]
    text: Signal<String>,
    /// What the smaller button is called.
    #[prop(into)]
    fewer: String,
    /// What the larger button is called.
    #[prop(into)]
    more: String,
    /// Told the number that was asked for.
    #[prop(into)]
    on_change: Callback<u16>,
) -> impl IntoView {
    let down = move |_| on_change.run(value.get_untracked().saturating_sub(step).max(least));
    let up = move |_| on_change.run(value.get_untracked().saturating_add(step).min(most));
    view! {
        <div class="stepper" role="group" aria-label=label>
            <button
                type="button"
                class="stepper-button"
                aria-label=fewer
                disabled=move || value.get() <= least
                on:click=down
            >
                <span aria-hidden="true">"−"</span>
            </button>
            <output class="stepper-value">{text}</output>
            <button
                type="button"
                class="stepper-button"
                aria-label=more
                disabled=move || most <= value.get()
                on:click=up
            >
                <span aria-hidden="true">"+"</span>
            </button>
        </div>
    }
}
