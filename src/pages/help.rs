//! When to stop and get help.

use leptos::prelude::*;

use crate::words::use_words;

/// When to stop and get help.
#[component]
pub fn Help() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.help")}</h1> }
}
