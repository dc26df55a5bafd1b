//! A short word at the bottom of the screen: it happened, and perhaps how to take it back.

use leptos::prelude::*;

use super::button::Button;

/// A toast. The place it is announced in is always there, so that its words are read aloud when they come.
#[component]
pub fn Toast(
    /// What it says; nothing, when there is nothing to say.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// The word on its button.
    #[prop(into)]
    action: Signal<Option<String>>,
    /// What the button does.
    #[prop(into)]
    on_action: UnsyncCallback<()>,
) -> impl IntoView {
    let button =
        move || action.get().map(|word| view! { <Button small=true on_press=on_action>{word}</Button> });
    let shown = move || text.get().map(|text| view! { <div class="toast"><span>{text}</span>{button}</div> });
    view! { <div role="status">{shown}</div> }
}
