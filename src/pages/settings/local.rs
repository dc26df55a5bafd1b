//! What a person has and how they count: kit, units, language.
//!
//! Decides: that a language is told and not chosen while there is only one. A second one makes this line a choice, here
//! and nowhere else.

use domain::settings::{Settings as Chosen, Units};
use leptos::prelude::*;

use super::chosen;
use crate::store::use_store;
use crate::ui::{Choice, Offer};
use crate::words::use_words;

/// What there is besides a floor.
#[component]
pub(super) fn Kit() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let offers = (0..).zip(Chosen::KITS).map(|(value, kit)| Offer {
        value,
        label: words.text(&["settings.kit.", kit.slug()].concat()),
        paints: None,
    });
    let value =
        chosen(|chosen| (0..).zip(Chosen::KITS).find(|(_, kit)| *kit == chosen.kit).map(|(at, _)| at));
    let choose = move |at: u8| {
        if let Some(kit) = Chosen::KITS.get(usize::from(at)) {
            store.change_settings(|chosen| chosen.kit = *kit);
        }
    };
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.kit")}</h2>
            <p class="quiet">{words.text("settings.kit.about")}</p>
            <Choice label=words.text("settings.kit.have") name="kit" offers=offers.collect() value on_change=choose />
        </section>
    }
}

/// How weights are told, and the language.
#[component]
pub(super) fn Local() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let offers = (0..).zip(Units::ALL).map(|(value, units)| Offer {
        value,
        label: words.text(&["settings.units.", units.slug()].concat()),
        paints: None,
    });
    let value =
        chosen(|chosen| (0..).zip(Units::ALL).find(|(_, units)| *units == chosen.units).map(|(at, _)| at));
    let choose = move |at: u8| {
        let units = Units::ALL.get(usize::from(at)).copied().unwrap_or_default();
        store.change_settings(|chosen| chosen.units = units);
    };
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.local")}</h2>
            <Choice label=words.text("settings.units") name="units" offers=offers.collect() value on_change=choose />
            <div class="settings-row">
                <span class="settings-label">{words.text("settings.language")}</span>
                <span>{words.text("settings.language.name")}</span>
            </div>
            <p class="quiet">{words.text("settings.language.about")}</p>
        </section>
    }
}
