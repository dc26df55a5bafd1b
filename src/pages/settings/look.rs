//! How the app and its figure look.

use domain::catalogue::id;
use domain::figure::{Build, Hair, Wear};
use domain::settings::Theme;
use leptos::prelude::*;

use super::chosen;
use crate::store::use_store;
use crate::ui::{self, Choice, FigureStill, Offer, Switch};
use crate::words::use_words;

/// How many looks of each kind the figure has.
const LOOKS: u8 = 6;

/// The theme and the figure.
#[component]
pub(super) fn Look() -> impl IntoView {
    let words = use_words();
    let is_own = chosen(|chosen| chosen.own_figure);
    view! {
        <section class="card settings-group">
            <h2>{words.text("settings.look")}</h2>
            <Themes />
            <Mixed />
            {move || is_own.get().then(|| view! { <Own /> })}
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

/// Whether there is another person for each move.
#[component]
fn Mixed() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    view! {
        <Switch
            label=words.text("settings.mixed")
            on=chosen(|chosen| !chosen.own_figure)
            on_change=move |on: bool| store.change_settings(|chosen| chosen.own_figure = !on)
        />
    }
}

/// The one figure: what it looks like, and what can be chosen about it.
#[component]
fn Own() -> impl IntoView {
    let look = chosen(domain::settings::Settings::own_person);
    view! {
        <div class="settings-figure">
            <div class="settings-picture">
                {move || { look.track(); view! { <FigureStill exercise=id::SUPERMAN /> } }}
            </div>
            <div class="settings-group">
                <Parts kind="build" words_of="settings.build." slugs=Build::ALL.map(Build::slug).to_vec() />
                <Swatches kind="skin" />
                <Parts kind="worn" words_of="settings.worn." slugs=Hair::ALL.map(Hair::slug).to_vec() />
                <Swatches kind="hair" />
                <Parts kind="wear" words_of="settings.wear." slugs=Wear::ALL.map(Wear::slug).to_vec() />
                <Swatches kind="outfit" />
            </div>
        </div>
    }
}

/// One of a few forms of a part of the figure.
#[component]
fn Parts(
    /// `build`, `worn` or `wear`.
    kind: &'static str,
    /// What the keys of their words begin with.
    words_of: &'static str,
    /// The keys of the forms, in the order in which they are offered.
    slugs: Vec<&'static str>,
) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let label = |slug: &&str| words.text(&[words_of, slug].concat());
    let offers = (0..).zip(&slugs).map(|(value, slug)| Offer { value, label: label(slug), paints: None });
    let offers = offers.collect();
    let value = chosen(move |chosen| {
        let slug = match kind {
            "build" => chosen.person.build.slug(),
            "worn" => chosen.person.hair.slug(),
            _ => chosen.person.wear.slug(),
        };
        slugs.iter().position(|known| *known == slug).and_then(|at| u8::try_from(at).ok())
    });
    let choose = move |value: u8| {
        let at = usize::from(value);
        store.change_settings(|chosen| match kind {
            "build" => chosen.person.build = Build::ALL.get(at).copied().unwrap_or_default(),
            "worn" => chosen.person.hair = Hair::ALL.get(at).copied().unwrap_or_default(),
            _ => chosen.person.wear = Wear::ALL.get(at).copied().unwrap_or_default(),
        });
    };
    view! { <Choice label=words.text(&["settings.", kind].concat()) name=kind offers value on_change=choose /> }
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
