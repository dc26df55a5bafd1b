//! An address that is none of ours.

use leptos::prelude::*;

use crate::words::use_words;

/// An address that is none of ours.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.not-found")}</h1> }
}
