//! What a person may choose. Each change holds and is kept at once: there is nothing to confirm.

mod body;
mod copy;
mod erase;
mod heard;
mod kept;
mod local;
mod look;
mod pace;
mod pocket;
mod promise;
mod restore;

use domain::settings::Settings as Chosen;
use leptos::prelude::*;

use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{ButtonLink, PageHead, Slider, Stepper, Switch, in_turn};
use crate::words::use_words;

use body::Body;
use heard::{Tones, Voice};
use kept::Kept;
use local::{Kit, Local};
use look::Look;
use pace::{Flash, Rests, WarmUp};
use pocket::Pocket;

/// What a person may choose.
#[component]
pub fn Settings() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="settings">
            <PageHead title=words.text("title.settings") />
            {in_turn(|| view! { <Led /> })}
            {in_turn(|| view! { <Pocket /> })}
            {in_turn(|| view! { <Look /> })}
            {in_turn(|| view! { <Body /> })}
            {in_turn(|| view! { <Kit /> })}
            {in_turn(|| view! { <Local /> })}
            {in_turn(|| view! { <Kept /> })}
            <p>
                <ButtonLink href=Route::About.path()>{words.text("settings.about")}</ButtonLink>
            </p>
        </div>
    }
}

/// One value of what was chosen, told when it changes.
fn chosen<T: PartialEq + Send + Sync + 'static>(
    read: impl Fn(&Chosen) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let settings = use_store().settings();
    Memo::new(move |_| settings.with(&read))
}

/// How a session goes.
#[component]
fn Led() -> impl IntoView {
    let words = use_words();
    let store = use_store();
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.session")}</h2>
            <Ready />
            <WarmUp />
            <Rests />
            <Goal />
            <Switch
                label=words.text("settings.sound")
                about=words.text("settings.sound.about")
                on=chosen(|chosen| chosen.sound)
                on_change=move |on| store.change_settings(|chosen| chosen.sound = on)
            />
            <Volume />
            <Tones />
            <Voice />
            <Switch
                label=words.text("settings.vibration")
                about=words.text("settings.vibration.about")
                on=chosen(|chosen| chosen.vibration)
                on_change=move |on| store.change_settings(|chosen| chosen.vibration = on)
            />
            <Flash />
        </section>
    }
}

/// Seconds to get ready.
#[component]
fn Ready() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let value = chosen(|chosen| chosen.ready);
    let text = move || words.fill("amount.seconds", &[("n", &words.figures(u64::from(value.get())))]);
    view! {
        <div class="settings-row">
            <span class="settings-label">{words.text("settings.ready")}</span>
            <Stepper
                label=words.text("settings.ready")
                value
                least=0
                most=60
                step=5
                text=Signal::derive(text)
                fewer=words.text("settings.ready.fewer")
                more=words.text("settings.ready.more")
                on_change=move |seconds| store.change_settings(|chosen| chosen.ready = seconds)
            />
        </div>
    }
}

/// Sessions a week.
#[component]
fn Goal() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let value = chosen(|chosen| u16::from(chosen.weekly_goal));
    let set = move |goal: u16| {
        store.change_settings(|chosen| chosen.weekly_goal = u8::try_from(goal).unwrap_or(14));
    };
    view! {
        <div class="settings-row">
            <span class="settings-label">{words.text("settings.goal")}</span>
            <Stepper
                label=words.text("settings.goal")
                value
                least=1
                most=14
                step=1
                text=Signal::derive(move || words.figures(u64::from(value.get())))
                fewer=words.text("settings.goal.fewer")
                more=words.text("settings.goal.more")
                on_change=set
            />
        </div>
    }
}

/// How loud; only where there is something to hear.
#[component]
fn Volume() -> impl IntoView {
    let (words, store, formats) = (use_words(), use_store(), use_ports().formats());
    let value = chosen(|chosen| chosen.volume);
    let formats = StoredValue::new_local(formats);
    let text = move || formats.with_value(|formats| formats.percent(value.get()));
    let heard = chosen(|chosen| chosen.sound);
    view! {
        <Show when=move || heard.get()>
            <Slider
                label=words.text("settings.volume")
                value
                text=Signal::derive(text)
                on_change=move |volume| store.change_settings(|chosen| chosen.volume = volume)
            />
        </Show>
    }
}
