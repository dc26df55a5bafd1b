//! What a person may choose.

use leptos::prelude::*;

use crate::words::use_words;

/// What a person may choose.
#[component]
pub fn Settings() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.settings")}</h1> }
}
