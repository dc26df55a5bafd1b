//! How a session felt: three scales from nothing to ten, and a note.
//!
//! Decides: that each takes one tap, and that the note is told when it has been written, not at every letter.

use leptos::prelude::*;

use super::choice::{Choice, Look, Offer};

/// What was said of how a session felt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeltValues {
    /// How hard it was, 0 … 10.
    pub effort: Option<u8>,
    /// How the back felt before, 0 … 10.
    pub before: Option<u8>,
    /// How it felt after.
    pub after: Option<u8>,
    /// Anything else.
    pub note: String,
}

/// What is asked, in words.
#[derive(Clone, Debug)]
pub struct FeltWords {
    /// How hard it was.
    pub effort: String,
    /// How the back felt before.
    pub before: String,
    /// How it felt after.
    pub after: String,
    /// Anything else.
    pub note: String,
    /// The numbers from 0 to 10.
    pub figures: Vec<String>,
}

impl FeltWords {
    /// Out of what `text` says to each key, and the numbers from 0 to 10.
    pub fn of(text: impl Fn(&str) -> String, figures: Vec<String>) -> Self {
        Self {
            effort: text("felt.effort"),
            before: text("felt.before"),
            after: text("felt.after"),
            note: text("felt.note"),
            figures,
        }
    }
}

/// How a session felt, each part of it if the person likes to say so.
#[component]
pub fn Felt(
    /// What is asked.
    words: FeltWords,
    /// What was said already.
    values: FeltValues,
    /// Told all of it whenever a part changes.
    #[prop(into)]
    on_change: UnsyncCallback<(FeltValues,)>,
) -> impl IntoView {
    let said = RwSignal::new(values);
    let change = move |part: &dyn Fn(&mut FeltValues)| {
        said.update(|said| part(said));
        on_change.run((said.get_untracked(),));
    };
    let change = StoredValue::new_local(change);
    let offers: Vec<Offer> =
        (0..).zip(words.figures).map(|(value, label)| Offer { value, label, paints: None }).collect();
    let scale = move |label: String, name: &'static str, read: fn(&mut FeltValues) -> &mut Option<u8>| {
        let value = Signal::derive(move || *read(&mut said.get()));
        let told = move |level: u8| change.with_value(|change| change(&|said| *read(said) = Some(level)));
        view! {
            <Choice label name offers=offers.clone() value look=Look::Scale on_change=told />
        }
    };
    let written = move |event| {
        let note = event_target_value(&event);
        change.with_value(|change| change(&|said| said.note.clone_from(&note)));
    };
    view! {
        {scale(words.effort, "effort", |said| &mut said.effort)}
        {scale(words.before, "back-before", |said| &mut said.before)}
        {scale(words.after, "back-after", |said| &mut said.after)}
        <label class="field">
            <span class="field-label">{words.note}</span>
            <textarea class="field-input" rows="2" maxlength="1000" prop:value=move || said.get().note on:change=written></textarea>
        </label>
    }
}
