//! The routines: built in and one's own.

use leptos::prelude::*;

use crate::words::use_words;

/// The routines: built in and one's own.
#[component]
pub fn Routines() -> impl IntoView {
    let words = use_words();
    view! { <h1 tabindex="-1">{words.text("title.routines")}</h1> }
}
