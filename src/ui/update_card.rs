//! A newer version is ready: what is new in it, and whether it may take over now.

use leptos::prelude::*;

use super::button::{Button, Tone};

/// A card at the bottom of the screen.
#[component]
pub fn UpdateCard(
    /// That there is one: "A new version is ready."
    title: String,
    /// The word that opens what is new.
    more: String,
    /// What is new, in paragraphs; without any, nothing is there to open.
    news: String,
    /// The word on the button that takes it.
    take: String,
    /// What that button does.
    #[prop(into)]
    on_take: UnsyncCallback<()>,
    /// The word on the button that puts it off.
    later: String,
    /// What that button does.
    #[prop(into)]
    on_later: UnsyncCallback<()>,
) -> impl IntoView {
    let is_told = !news.is_empty();
    view! {
        <div class="update-card">
            <p class="update-card-title">{title}</p>
            <details class="update-card-news" hidden=!is_told>
                <summary>{more}</summary>
                <p class="update-card-lines">{news}</p>
            </details>
            <div class="row">
                <Button tone=Tone::Primary small=true on_press=on_take>
                    {take}
                </Button>
                <Button tone=Tone::Quiet small=true on_press=on_later>
                    {later}
                </Button>
            </div>
        </div>
    }
}
