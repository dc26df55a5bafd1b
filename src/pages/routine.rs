//! One built-in or own routine: what it holds and how even it is.

use leptos::prelude::*;

use crate::route::Route;

use crate::words::use_words;

/// One built-in or own routine: what it holds and how even it is.
#[component]
pub fn Routine(
    /// Which one is shown.
    which: Route,
) -> impl IntoView {
    let words = use_words();
    let _ = which;
    view! { <h1 tabindex="-1">{words.text("title.routine")}</h1> }
}
