//! The notice of the first visit (content 2.9): read once, kept as read, and never between a person and the page.
//!
//! Decides: that it is gone at once; whatever else was chosen is written by the part of the program that writes.

use futures_util::FutureExt as _;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::store::{Store, use_store};
use crate::ui::{Button, Tone, soon};
use crate::words::use_words;

/// The notice of the first visit, until it was read.
#[component]
pub fn FirstNotice() -> impl IntoView {
    let words = use_words();
    let store = use_store();
    // Once in a visit is enough: whoever erases everything wants to see the way back, and not this in front of it.
    let unread = Memo::new(move |before: Option<&bool>| {
        store.settings().with(|settings| !settings.notice_read) && before != Some(&false)
    });
    let read = move || {
        store.choose(|settings| settings.notice_read = true);
        if !store.keep_notice_read() {
            soon(kept(store).map(drop));
        }
    };
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

#[allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which the file does not arrive")]
#[wasm_split(memory, wasm_split_path = leptos::wasm_split, fallible)]
fn kept(store: Store) -> Result<(), SplitLoaderError> {
    store.keep_settings();
    Ok(())
}
