//! One of many, picked from the browser's own list.
//!
//! Decides: that what was picked is told once and the list goes back to asking: it is a question, not a state.

use leptos::prelude::*;

/// A list to pick one thing from, its name above it.
#[component]
pub fn Pick(
    /// Its name.
    #[prop(into)]
    label: String,
    /// What it says while nothing is picked.
    #[prop(into)]
    none: String,
    /// What can be picked: its key, and how it is shown.
    offers: Vec<(String, String)>,
    /// Told the key of what was picked.
    #[prop(into)]
    on_pick: UnsyncCallback<(String,)>,
) -> impl IntoView {
    let picked = RwSignal::new(String::new());
    let offer = |(key, shown): (String, String)| view! { <option value=key>{shown}</option> };
    let change = move |event| {
        let key = event_target_value(&event);
        picked.set(key.clone());
        if !key.is_empty() {
            on_pick.run((key,));
        }
        picked.set(String::new());
    };
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select class="field-input pick" prop:value=picked on:change=change>
                <option value="">{none}</option>
                {offers.into_iter().map(offer).collect_view()}
            </select>
        </label>
    }
}
