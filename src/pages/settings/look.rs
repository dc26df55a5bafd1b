//! How the app and its figure look.

use domain::catalogue::id;
use domain::settings::Theme;
use leptos::prelude::*;

use super::chosen;
use crate::store::use_store;
use crate::ui::{self, Choice, FigureStill, Offer};
use crate::words::use_words;

/// How many looks of each kind the figure has.
const LOOKS: u8 = 6;

/// The theme and the figure.
#[component]
pub(super) fn Look() -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.look")}</h2>
            <Themes />
            <div class="settings-figure">
                <div class="settings-picture"><FigureStill exercise=id::SUPERMAN /></div>
                <div class="settings-group">
                    <Swatches kind="skin" />
                    <Swatches kind="hair" />
                    <Swatches kind="outfit" />
                </div>
            </div>
        </section>
    }
}

/// Light, dark, or as the device has it.
#[component]
fn Themes() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let offers = (0..).zip(Theme::ALL).map(|(value, theme)| Offer {
        value,
        label: words.text(&["settings.theme.", theme.slug()].concat()),
        paints: None,
    });
    let value =
        chosen(|chosen| (0..).zip(Theme::ALL).find(|(_, theme)| *theme == chosen.theme).map(|(at, _)| at));
    let choose = move |at: u8| {
        let theme = Theme::ALL.get(usize::from(at)).copied().unwrap_or_default();
        store.change_settings(|chosen| chosen.theme = theme);
    };
    view! {
        <Choice
            label=words.text("settings.theme")
            name="theme"
            offers=offers.collect()
            value
            on_change=choose
        />
    }
}

/// The colours of one part of the figure.
#[component]
fn Swatches(
    /// `skin`, `hair` or `outfit`.
    kind: &'static str,
) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let name = words.text(&["settings.", kind].concat());
    let offers = (0..LOOKS).map(|value| {
        let n = words.figures(u64::from(value) + 1);
        let label = words.fill("settings.colour", &[("kind", &name), ("n", &n)]);
        Offer { value, label, paints: Some(kind) }
    });
    let value = chosen(move |chosen| {
        Some(match kind {
            "skin" => chosen.skin,
            "hair" => chosen.hair,
            _ => chosen.outfit,
        })
    });
    let choose = move |value: u8| {
        store.change_settings(|chosen| match kind {
            "skin" => chosen.skin = value,
            "hair" => chosen.hair = value,
            _ => chosen.outfit = value,
        });
    };
    view! {
        <Choice
            label=name.clone()
            name=kind
            offers=offers.collect()
            value
            look=ui::Look::Swatches
            on_change=choose
        />
    }
}
