//! What was just done: shown when it was already saved.

use leptos::prelude::*;

use crate::words::use_words;

/// What was just done: shown when it was already saved.
#[component]
pub fn Summary() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.summary")}</h1> }
}
