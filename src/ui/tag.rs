//! A word or two about a thing, in a colour that means something and never alone says it.

use leptos::prelude::*;

/// A tag.
#[component]
pub fn Tag(
    /// `front`, `back`, `side`, `rotation`, `effort` or `done`; plain for anything else.
    #[prop(optional)]
    tone: &'static str,
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <span class="tag" data-tone=tone>{text}</span> }
}
