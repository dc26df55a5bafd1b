//! What a place looks like before there is anything in it.

use leptos::prelude::*;

/// An empty place: what will be here, and the one thing to do about it.
#[component]
pub fn Empty(
    /// What is missing, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// What will be here.
    #[prop(into)]
    text: Signal<String>,
    /// The one thing to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
