//! A line to type into, to look for something.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A search field. It answers at every letter.
#[component]
pub fn SearchField(
    /// Its name, also shown while it is empty.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds.
    #[prop(into)]
    value: Signal<String>,
    /// Told of every change.
    #[prop(into)]
    on_input: UnsyncCallback<(String,)>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="unseen">{label}</span>
            <span class="field-icon">
                <Icon glyph=Glyph::Search />
            </span>
            <input
                class="field-input"
                type="search"
                placeholder=label
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=value
                on:input=move |event| on_input.run((event_target_value(&event),))
            />
        </label>
    }
}

/// A field for a longer text, its name above it.
#[component]
pub fn TextField(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds.
    #[prop(into)]
    value: Signal<String>,
    /// Told of every change.
    #[prop(into)]
    on_input: UnsyncCallback<(String,)>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <textarea
                class="field-input"
                rows="3"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=value
                on:input=move |event| on_input.run((event_target_value(&event),))
            ></textarea>
        </label>
    }
}

/// A field for a day, its name above it.
#[component]
pub fn DateField(
    /// Its name.
    #[prop(into)]
    label: String,
    /// The day, as `2026-02-28`; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// The last day that may be chosen.
    most: String,
    /// Told of every change.
    #[prop(into)]
    on_change: UnsyncCallback<(String,)>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <input
                class="field-input"
                type="date"
                max=most
                prop:value=value
                on:change=move |event| on_change.run((event_target_value(&event),))
            />
        </label>
    }
}
