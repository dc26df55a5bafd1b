//! An address that is none of ours.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::{ButtonLink, PageHead, Tone};
use crate::words::use_words;

/// An address that is none of ours.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="page">
            <PageHead title=words.text("title.not-found") />
            <p class="lead">{words.text("not-found.about")}</p>
            <p>
                <ButtonLink tone=Tone::Primary href=Route::Today.path()>{words.text("not-found.action")}</ButtonLink>
            </p>
        </div>
    }
}
