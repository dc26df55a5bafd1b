//! What hurts or needs care, and which moves were hidden or preferred.
//!
//! Decides: that each of them can be taken back here, and that what is ticked is named as the person would, never as a
//! finding.

use domain::catalogue::{Concern, ExerciseId};
use leptos::prelude::*;

use super::chosen;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, Tone};
use crate::words::use_words;

/// What hurts or needs care.
#[component]
pub(super) fn Body() -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card settings-group" id="my-body">
            <h2>{words.text("settings.body")}</h2>
            <p class="quiet">{words.text("settings.body.about")}</p>
            <div class="settings-concerns" role="group" aria-label=words.text("settings.body")>
                {Concern::ALL.iter().map(|concern| view! { <Check concern=*concern /> }).collect_view()}
            </div>
            <ByHand />
            <Preferred />
        </section>
    }
}

/// One thing that hurts or needs care.
#[component]
fn Check(
    /// Which.
    concern: Concern,
) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let ticked = chosen(move |chosen| chosen.concerns.contains(&concern));
    let change = move |event| {
        let ticked = event_target_checked(&event);
        store.change_settings(|chosen| {
            chosen.concerns.retain(|known| *known != concern);
            if ticked {
                chosen.concerns.push(concern);
            }
        });
    };
    view! {
        <label class="settings-check">
            <input type="checkbox" prop:checked=ticked on:change=change />
            <span>{words.text(&["concern.", concern.slug()].concat())}</span>
        </label>
    }
}

/// The moves that were hidden by hand, each to be shown again.
#[component]
fn ByHand() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let hidden = chosen(|chosen| chosen.hidden.clone());
    let row = move |id: ExerciseId| {
        let show = move || store.change_settings(|chosen| chosen.hide(id, false));
        view! {
            <li class="settings-row">
                <a href=Route::Exercise(id).path()>{words.exercise(id)}</a>
                <Button small=true tone=Tone::Quiet on_press=show>{words.text("body.show")}</Button>
            </li>
        }
    };
    view! {
        <Show when=move || hidden.with(|hidden| !hidden.is_empty())>
            <h3>{words.text("settings.hidden")}</h3>
            <ul class="settings-stored" role="list">
                <For each=move || hidden.get() key=|id| *id children=row />
            </ul>
        </Show>
    }
}

/// The moves that are preferred to others, each to be forgotten.
#[component]
fn Preferred() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let pairs = chosen(|chosen| chosen.preferred.clone());
    let row = move |(from, to): (ExerciseId, ExerciseId)| {
        let places = [("to", &*words.exercise(to)), ("from", &*words.exercise(from))];
        let text = words.fill("body.preferred", &places);
        let forget = move || store.change_settings(|chosen| chosen.prefer(from, None));
        view! {
            <li class="settings-row">
                <span>{text}</span>
                <Button small=true tone=Tone::Quiet on_press=forget>{words.text("body.forget")}</Button>
            </li>
        }
    };
    view! {
        <Show when=move || pairs.with(|pairs| !pairs.is_empty())>
            <h3>{words.text("settings.preferred")}</h3>
            <ul class="settings-stored" role="list">
                <For each=move || pairs.get() key=|pair| *pair children=row />
            </ul>
        </Show>
    }
}
