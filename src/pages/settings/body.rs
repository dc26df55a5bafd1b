//! What hurts or needs care, and which moves were hidden or preferred.
//!
//! Decides: that each of them can be taken back here, and that what is ticked is named as the person would, never as a
//! finding.

use domain::catalogue::{Concern, ExerciseId};
use leptos::prelude::*;

use super::chosen;
use crate::store::{Store, use_store};
use crate::ui::{Button, Tone};
use crate::words::{Words, use_words};

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
            {own_moves(words, use_store())}
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

/// The moves that were hidden by hand, and those preferred to others: each to be taken back.
fn own_moves(words: Words, store: Store) -> impl IntoView {
    let row = move |text: String, label: &'static str, take_back: Callback<()>| {
        view! {
            <li class="settings-row">
                <span>{text}</span>
                <Button small=true tone=Tone::Quiet on_press=move || take_back.run(())>
                    {words.text(label)}
                </Button>
            </li>
        }
    };
    move || {
        let (hidden, preferred) =
            store.settings().with(|chosen| (chosen.hidden.clone(), chosen.preferred.clone()));
        let shown = |id: ExerciseId| {
            let show = move |()| store.change_settings(|chosen| chosen.hide(id, false));
            row(words.exercise(id), "body.show", Callback::new(show))
        };
        let forgotten = |(from, to): (ExerciseId, ExerciseId)| {
            let forget = move |()| store.change_settings(|chosen| chosen.prefer(from, None));
            let places = [("to", &*words.exercise(to)), ("from", &*words.exercise(from))];
            row(words.fill("body.preferred", &places), "body.forget", Callback::new(forget))
        };
        let titled = |key: &str, rows: Vec<_>| {
            (!rows.is_empty()).then(|| {
                view! {
                    <h3>{words.text(key)}</h3>
                    <ul class="settings-stored" role="list">{rows}</ul>
                }
            })
        };
        view! {
            {titled("settings.hidden", hidden.into_iter().map(shown).collect())}
            {titled("settings.preferred", preferred.into_iter().map(forgotten).collect())}
        }
    }
}
