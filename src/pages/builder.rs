//! An own routine being made or changed.

use leptos::prelude::*;

use crate::words::use_words;

/// An own routine being made or changed.
#[component]
pub fn Builder(
    /// Which one is shown.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let _ = id;
    view! { <h1 tabindex="-1">{words.text("title.builder")}</h1> }
}
