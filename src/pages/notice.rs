//! The notice of the first visit (content 2.9): read once, kept as read, and never between a person and the page.

use leptos::prelude::*;

use crate::store::use_store;
use crate::ui::{Button, Tone};
use crate::words::use_words;

/// The notice of the first visit, until it was read.
#[component]
pub fn FirstNotice() -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let unread = Memo::new(move |_| store.settings().with(|settings| !settings.notice_read));
    let read = move || store.change_settings(|settings| settings.notice_read = true);
    let sentences =
        move || words.list("notice").into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <Show when=move || unread.get()>
            <section class="first-notice" aria-labelledby="first-notice">
                <div class="first-notice-words">
                    <h2 id="first-notice">{words.text("notice.title")}</h2>
                    {sentences}
                </div>
                <Button tone=Tone::Primary on_press=read>{words.text("button.understood")}</Button>
            </section>
        </Show>
    }
}
