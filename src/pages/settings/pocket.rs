//! Whether a session goes on when the phone is locked, and whether that was heard here.
//!
//! Decides: how it is tried. Nobody can tell from within a page whether a locked phone is heard: the person says so, and it
//! is remembered. Deliberately does not know how a file is played.

use core::convert::Infallible;

use domain::session::{Cue, CueKind};
use domain::sound::{Tones, compile};
use domain::time::Millis;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::chosen;
use crate::conductor::{Stage, use_conductor};
use crate::ports::{Card, Ports, Press, use_ports};
use crate::store::use_store;
use crate::ui::{Button, Choice, Offer, Tone, awaited, soon};
use crate::words::use_words;

/// How many beeps are to be heard.
const BEEPS: u64 = 5;
/// How far apart. Phones that stop a page do so within some seconds; one that goes on so long goes on.
const APART: Millis = Millis::seconds(20);
/// How long the trial lasts: two minutes.
const LENGTH: Millis = Millis::seconds(120);

/// What becomes of a session when the phone is locked.
#[component]
pub(super) fn Pocket() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let offers = [(0, "settings.pocket.off"), (1, "settings.pocket.on")].map(|(value, key)| Offer {
        value,
        label: words.text(key),
        paints: None,
    });
    let works = awaited(can(use_ports()));
    let is_on = chosen(|chosen| chosen.heard.pocket);
    let about = move || {
        words.text(if is_on.get() { "settings.pocket.on.about" } else { "settings.pocket.off.about" })
    };
    let choice = move || match works.get() {
        Some(false) => view! { <p class="quiet">{words.text("settings.pocket.cannot")}</p> }.into_any(),
        _ => view! {
            <Choice
                label=words.text("settings.pocket.choose")
                name="pocket"
                offers=offers.to_vec()
                value=Signal::derive(move || Some(u8::from(is_on.get())))
                on_change=move |value| store.change_settings(|chosen| chosen.heard.pocket = value == 1)
            />
            <p class="quiet">{about}</p>
            <Show when=move || is_on.get()>
                <Trial />
            </Show>
        }
        .into_any(),
    };
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.pocket")}</h2>
            {choice}
        </section>
    }
}

/// Two minutes in which one locks the phone and counts beeps.
#[component]
fn Trial() -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    let tried = chosen(|chosen| chosen.heard.tried);
    let is_on = RwSignal::new(false);
    let stage = use_conductor().stage();
    // A session may have what would play here.
    let is_free = Memo::new(move |_| stage.with(|stage| *stage != Stage::Underway));
    let said = move || {
        let key = match tried.get() {
            None => "settings.pocket.untried",
            Some(true) => "settings.pocket.heard",
            Some(false) => "settings.pocket.silent",
        };
        words.text(key)
    };
    let begin = move || {
        is_on.set(true);
        let (volume, tones) = store.settings().with_untracked(|chosen| (chosen.volume, chosen.heard.tones));
        let title = words.text("settings.pocket.trial");
        soon(async move { drop(begun(ports, tones, volume, title).await) });
    };
    let end = move |heard: Option<bool>| {
        is_on.set(false);
        ports.pocket().stop();
        if heard.is_some() {
            store.change_settings(|chosen| chosen.heard.tried = heard);
        }
    };
    on_cleanup(move || {
        if is_on.try_get_untracked() == Some(true) {
            ports.pocket().stop();
        }
    });
    let buttons = move || {
        if is_on.get() {
            view! {
                <p>{words.text("settings.pocket.now")}</p>
                <div class="row">
                    <Button small=true tone=Tone::Primary on_press=move || end(Some(true))>
                        {words.text("settings.pocket.yes")}
                    </Button>
                    <Button small=true on_press=move || end(Some(false))>{words.text("settings.pocket.no")}</Button>
                    <Button small=true tone=Tone::Quiet on_press=move || end(None)>{words.text("settings.pocket.stop")}</Button>
                </div>
            }
            .into_any()
        } else if !is_free.get() {
            view! { <p class="quiet">{words.text("settings.pocket.later")}</p> }.into_any()
        } else {
            view! { <Button small=true on_press=begin>{words.text("settings.pocket.try")}</Button> }
                .into_any()
        }
    };
    view! {
        <div class="stack">
            <p role="status">{said}</p>
            {buttons}
        </div>
    }
}

/// Whether this browser plays such files: known when what plays them is here.
async fn can(ports: Ports) -> Result<bool, Infallible> {
    ports.fit_out().await;
    Ok(ports.pocket().works())
}

/// Begins the trial.
#[allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which the file does not arrive")]
#[wasm_split(session, wasm_split_path = leptos::wasm_split, fallible)]
fn begun(ports: Ports, tones: Tones, volume: u8, title: String) -> Result<(), SplitLoaderError> {
    let cues: Vec<Cue> =
        (1..=BEEPS).map(|beep| Cue { after: APART.times(beep), kind: CueKind::Go }).collect();
    let file = compile(&cues, LENGTH, tones, volume, &[]);
    let pocket = ports.pocket();
    // A lock screen may stop it, and then it stands.
    pocket.on_press(Box::new(move |press| {
        if press == Press::Pause {
            ports.pocket().pause();
        }
    }));
    pocket.play(&file);
    pocket.show(&Card { title, runs: true, whole: LENGTH, ..Card::default() });
    Ok(())
}
