//! More or less of something, without counting it.

use leptos::prelude::*;

/// A slider from nothing to all.
#[component]
pub fn Slider(
    /// What there is more or less of.
    #[prop(into)]
    label: String,
    /// Where it stands, in percent.
    #[prop(into)]
    value: Signal<u8>,
    /// The value as it is shown.
    #[prop(into)]
    text: Signal<String>,
    /// Told the value that was asked for, once it is let go of.
    #[prop(into)]
    on_change: Callback<u8>,
) -> impl IntoView {
    let changed = move |event| {
        if let Ok(value) = event_target_value(&event).parse::<u8>() {
            on_change.run(value.min(100));
        }
    };
    view! {
        <label class="slider">
            <span class="slider-label">{label}</span>
            <input
                type="range"
                class="slider-input"
                min="0"
                max="100"
                step="10"
                prop:value=move || value.get().to_string()
                aria-valuetext=text
                on:change=changed
            />
            <output class="slider-value" aria-hidden="true">{text}</output>
        </label>
    }
}
