//! How a move is done, step by step; or what goes wrong, point by point.

use leptos::prelude::*;

/// A list of sentences.
#[component]
pub fn Steps(
    /// The sentences, in order.
    #[prop(into)]
    items: Signal<Vec<String>>,
    /// Mistakes instead of steps: marked by a dash, not by a number.
    #[prop(optional)]
    mistakes: bool,
) -> impl IntoView {
    let lines = move || {
        items
            .get()
            .into_iter()
            .map(|text| view! { <li class="steps-item"><span>{text}</span></li> })
            .collect_view()
    };
    view! {
        // A list without bullets is not announced as one by every screen reader unless it says so.
        <ol class="steps" role="list" data-kind=mistakes.then_some("mistakes")>
            {lines}
        </ol>
    }
}
