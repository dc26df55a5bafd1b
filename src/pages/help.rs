//! When to stop and get help. Read fast, by somebody who is worried: nothing else is on this page.

use leptos::prelude::*;

use crate::ui::PageHead;
use crate::words::use_words;

/// When to stop and get help (content 2.8).
#[component]
pub fn Help() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="help">
            <PageHead title=words.text("title.help") />
            <p class="lead">{words.text("help.intro")}</p>
            <section class="card help-group" data-urgency="now">
                <Signs group="emergency" />
                <Signs group="stop" />
                <p class="help-numbers">{words.text("help.numbers")}</p>
            </section>
            <section class="card help-group" data-urgency="soon">
                <Signs group="urgent" />
            </section>
            <p>{words.text("notice.during")}</p>
        </div>
    }
}

/// One group of signs, with what to do about them.
#[component]
fn Signs(
    /// The part of the key that its words share.
    group: &'static str,
) -> impl IntoView {
    let words = use_words();
    let key = |part: &str| ["help.", group, part].concat();
    let signs = words.list(&key("")).into_iter().map(|sign| view! { <li><span>{sign}</span></li> });
    view! {
        <div class="help-signs">
            <h2>{words.text(&key(".title"))}</h2>
            <p>{words.text(&key(".about"))}</p>
            <ul class="help-list" role="list">{signs.collect_view()}</ul>
        </div>
    }
}
