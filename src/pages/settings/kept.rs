//! How much is kept on this device, and what is wrong with it.

use domain::history::History;
use leptos::prelude::*;

use crate::ports::use_ports;
use crate::store::{Notice, use_store};
use crate::ui::{Button, Glyph};
use crate::words::{Words, use_words};

use super::restore::Restore;

/// The name of the file that a copy is saved as.
const COPY: &str = "evenkeel-backup.txt";

/// How much is kept, what is wrong with it, and a copy of all of it.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    let sessions = move || {
        let n = store.history().with(History::count);
        words.count("settings.stored.sessions", n as u64, &[])
    };
    let routines = move || {
        let n = store.routines().with(Vec::len);
        words.count("settings.stored.routines", n as u64, &[])
    };
    let trouble = move || {
        let line = |notice: &Notice| view! { <li class="settings-trouble">{said(words, notice)}</li> };
        store.notices().with(|notices| notices.iter().map(line).collect_view())
    };
    let save = move || ports.share().file(COPY, &store.backup());
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.stored")}</h2>
            <p>{words.text("settings.stored.about")}</p>
            <ul class="settings-stored" role="list">
                <li>{sessions}</li>
                <li>{routines}</li>
                {trouble}
            </ul>
            <div class="row">
                <Button small=true glyph=Signal::stored(Glyph::Download) on_press=save>
                    {words.text("settings.stored.save")}
                </Button>
            </div>
            <Restore />
        </section>
    }
}

/// A notice in words.
fn said(words: Words, notice: &Notice) -> String {
    let key = ["storage.", notice.slug()].concat();
    match notice.count() {
        Some(count) => words.count(&key, count as u64, &[]),
        None => words.text(&key),
    }
}
