//! How much is kept on this device, and what is wrong with it.

use leptos::prelude::*;

use crate::ports::use_ports;
use crate::store::{Kept as Held, Notice, use_store};
use crate::ui::{Button, Glyph, Meter, when_mounted};
use crate::words::{Words, use_words};

use super::copy::save_a_copy;
use super::erase::Erase;
use super::promise::Promise;
use super::restore::Restore;

/// How much is kept, what is wrong with it, and a copy of all of it.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    // Every line is read for it: once the page stands, and again when something came or went.
    let is_asked = RwSignal::new(false);
    when_mounted(move || is_asked.set(true));
    let kept = Memo::new(move |_| {
        store.history().track();
        store.routines().track();
        if is_asked.get() { store.kept() } else { Held::default() }
    });
    let sessions = move || words.count("settings.stored.sessions", kept.get().sessions as u64, &[]);
    let routines = move || words.count("settings.stored.routines", kept.get().routines as u64, &[]);
    let aside = move || {
        let count = kept.get().aside;
        let text = || words.count("settings.stored.aside", count as u64, &[]);
        (count > 0).then(|| view! { <li>{text()}</li> })
    };
    let permille = Memo::new(move |_| kept.get().permille);
    let room = move || match permille.get().div_ceil(10) {
        0 | 1 => words.text("settings.stored.little"),
        percent => {
            let percent = ports.formats().percent(u8::try_from(percent).unwrap_or(100));
            words.fill("settings.stored.room", &[("percent", &percent)])
        }
    };
    let trouble = move || {
        let line = |notice: &Notice| view! { <li class="settings-trouble">{said(words, notice)}</li> };
        store.notices().with(|notices| notices.iter().map(line).collect_view())
    };
    let save = move || save_a_copy(ports, store);
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.stored")}</h2>
            <p>{words.text("settings.stored.about")}</p>
            <ul class="settings-stored" role="list">
                <li>{sessions}</li>
                <li>{routines}</li>
                {aside}
                <li class="settings-room">
                    <span>{room}</span>
                    <Meter permille />
                </li>
                {trouble}
            </ul>
            <Promise />
            <div class="row">
                <Button small=true glyph=Signal::stored(Glyph::Download) on_press=save>
                    {words.text("settings.stored.save")}
                </Button>
            </div>
            <Restore />
            <Erase />
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
