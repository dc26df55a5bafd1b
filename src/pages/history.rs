//! What has been done.

use leptos::prelude::*;

use crate::words::use_words;

/// What has been done.
#[component]
pub fn History() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.history")}</h1> }
}
