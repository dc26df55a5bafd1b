//! All exercises, to look through and to search.

use leptos::prelude::*;

use crate::words::use_words;

/// All exercises, to look through and to search.
#[component]
pub fn Exercises() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.exercises")}</h1> }
}
