//! One exercise: how it goes, what it works, what to mind.

use leptos::prelude::*;

use crate::words::use_words;

/// One exercise: how it goes, what it works, what to mind.
#[component]
pub fn Exercise(
    /// Which one is shown.
    id: domain::catalogue::ExerciseId,
) -> impl IntoView {
    let words = use_words();
    let _ = id;
    view! { <h1 tabindex="-1">{words.text("title.exercise")}</h1> }
}
