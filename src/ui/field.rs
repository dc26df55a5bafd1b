//! What is typed or picked in the browser's own fields: something to look for, a longer text, a number, a time, one of many.

use leptos::html;
use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// Fields and chips that are about one thing, its name above them.
#[component]
pub fn FieldGroup(
    /// Its name.
    label: String,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let name = label.clone();
    view! {
        <div role="group" aria-label=name>
            <span class="field-label" aria-hidden="true">
                {label}
            </span>
            <div class="field-group">{children()}</div>
        </div>
    }
}

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
    /// How many lines of it are seen.
    #[prop(default = 3)]
    rows: u8,
    /// How many letters it takes at most; any number, where nothing is said.
    #[prop(optional)]
    most: Option<usize>,
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
                rows=rows.to_string()
                maxlength=most.map(|most| most.to_string())
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=value
                on:input=move |event| on_input.run((event_target_value(&event),))
            ></textarea>
        </label>
    }
}

/// A whole number, its name beside it.
#[component]
pub fn NumberField(
    /// Its name.
    #[prop(into)]
    label: String,
    /// What it holds; nothing, where nothing was said.
    #[prop(into)]
    value: Signal<Option<u16>>,
    /// The most that it may hold; the least is nothing at all.
    most: u16,
    /// What stands behind the number.
    #[prop(into)]
    unit: String,
    /// Told of every change; nothing, when it was emptied.
    #[prop(into)]
    on_change: UnsyncCallback<(Option<u16>,)>,
) -> impl IntoView {
    let text = move || value.get().map(|value| value.to_string()).unwrap_or_default();
    let element = NodeRef::<html::Input>::new();
    let told = move |event| {
        let typed = event_target_value(&event);
        // Whole ones only: what stands behind the point is left out.
        let whole = typed.trim().split(['.', ',']).next().unwrap_or_default();
        match whole.parse::<u32>() {
            Ok(number) => on_change.run((Some(u16::try_from(number).unwrap_or(most).min(most)),)),
            Err(_) if typed.is_empty() => on_change.run((None,)),
            Err(_) => {}
        }
        // What it holds now, even where nothing changed.
        if let Some(input) = element.get_untracked() {
            input.set_value(&untrack(text));
        }
    };
    view! {
        <label class="field field-number">
            <span class="unseen">{label}</span>
            <input
                class="field-input"
                node_ref=element
                type="number"
                inputmode="numeric"
                min="0"
                max=most.to_string()
                prop:value=text
                on:change=told
            />
            <span class="quiet">{unit}</span>
        </label>
    }
}

/// A day and a time of day, in the browser's own way of picking them: `2026-11-25T07:12`.
#[component]
pub fn TimeField(
    /// Its name.
    #[prop(into)]
    label: String,
    /// What it holds.
    #[prop(into)]
    value: Signal<String>,
    /// The latest that may be picked; any, where nothing is said.
    #[prop(optional, into)]
    most: Option<String>,
    /// Whether the day alone is asked for: `2026-11-25`.
    #[prop(optional)]
    day_alone: bool,
    /// Told of every change.
    #[prop(into)]
    on_change: UnsyncCallback<(String,)>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <input
                class="field-input"
                type=if day_alone { "date" } else { "datetime-local" }
                max=most
                prop:value=value
                on:change=move |event| on_change.run((event_target_value(&event),))
            />
        </label>
    }
}

/// One of many names.
#[component]
pub fn SelectField(
    /// What is picked.
    #[prop(into)]
    label: String,
    /// The names, in order.
    names: Vec<String>,
    /// The place of the one that is picked already.
    #[prop(default = Signal::stored(0), into)]
    at: Signal<usize>,
    /// Told the place of the name that was picked.
    #[prop(into)]
    on_change: UnsyncCallback<(usize,)>,
) -> impl IntoView {
    let option = |(place, name): (usize, String)| {
        let is_it = move || at.get() == place;
        view! { <option value=place.to_string() selected=is_it prop:selected=is_it>{name}</option> }
    };
    let told = move |event| on_change.run((event_target_value(&event).parse().unwrap_or_default(),));
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select class="field-input field-select" on:change=told>
                {names.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}
