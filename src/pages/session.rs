//! The session that is on.

use leptos::prelude::*;

use crate::words::use_words;

/// The session that is on.
#[component]
pub fn Session() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.session")}</h1> }
}
