//! How the balance is reckoned, privacy, licences.

use leptos::prelude::*;

use crate::words::use_words;

/// How the balance is reckoned, privacy, licences.
#[component]
pub fn About() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.about")}</h1> }
}
