//! Warm-up, rests and light: more of how a session goes.

use domain::routine::Rests as Length;
use leptos::prelude::*;

use super::chosen;
use crate::store::use_store;
use crate::ui::{Choice, Offer, Switch};
use crate::words::use_words;

/// How long rests are.
#[component]
pub(super) fn Rests() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let offers = (0..).zip(Length::ALL).map(|(value, rests)| Offer {
        value,
        label: words.text(&["settings.rests.", rests.slug()].concat()),
        paints: None,
    });
    let value =
        chosen(|chosen| (0..).zip(Length::ALL).find(|(_, rests)| *rests == chosen.rests).map(|(at, _)| at));
    let choose = move |at: u8| {
        let rests = Length::ALL.get(usize::from(at)).copied().unwrap_or_default();
        store.change_settings(|chosen| chosen.rests = rests);
    };
    view! {
        <Choice
            label=words.text("settings.rests")
            name="rests"
            offers=offers.collect()
            value
            on_change=choose
        />
    }
}

/// Whether a minute of warming up comes first.
#[component]
pub(super) fn WarmUp() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    view! {
        <Switch
            label=words.text("settings.warm-up")
            about=words.text("settings.warm-up.about")
            on=chosen(|chosen| chosen.warm_up)
            on_change=move |on| store.change_settings(|chosen| chosen.warm_up = on)
        />
    }
}

/// Whether the screen lights up with each cue.
#[component]
pub(super) fn Flash() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    view! {
        <Switch
            label=words.text("settings.flash")
            about=words.text("settings.flash.about")
            on=chosen(|chosen| chosen.flash)
            on_change=move |on| store.change_settings(|chosen| chosen.flash = on)
        />
    }
}
