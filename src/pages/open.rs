//! A routine that somebody shared: looked at before anything is kept.

use leptos::prelude::*;

use crate::words::use_words;

/// A routine that somebody shared: looked at before anything is kept.
#[component]
pub fn Open(
    /// Which one is shown.
    text: String,
) -> impl IntoView {
    let words = use_words();
    let _ = text;
    view! { <h1 tabindex="-1">{words.text("title.open")}</h1> }
}
