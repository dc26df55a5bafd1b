//! The start: a sentence about balance and the one thing to do.

use leptos::prelude::*;

use crate::words::use_words;

/// The start: a sentence about balance and the one thing to do.
#[component]
pub fn Today() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.today")}</h1> }
}
