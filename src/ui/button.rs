//! Buttons, and links that look like buttons. A link goes somewhere, a button does something.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// The one thing to do here; at most one a screen.
    Primary,
    /// One of several.
    #[default]
    Plain,
    /// Beside the point.
    Quiet,
    /// It takes something away.
    Danger,
}

impl Tone {
    /// Its name in the stylesheet.
    const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Plain => "plain",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// A button with words, and perhaps an icon before them.
#[component]
pub fn Button(
    /// What happens when it is pressed.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    tone: Tone,
    /// An icon before the words.
    #[prop(optional, into)]
    glyph: Option<Signal<Glyph>>,
    /// As wide as the place it stands in.
    #[prop(optional)]
    wide: bool,
    /// A little lower, where many stand together.
    #[prop(optional)]
    small: bool,
    /// Whether it can be pressed now; always, when not said.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-tone=tone.name()
            data-wide=wide.then_some("")
            data-small=small.then_some("")
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {glyph.map(|glyph| view! { <Icon glyph /> })}
            {children()}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    /// Where it goes: always a route's own path.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    tone: Tone,
    /// An icon before the words.
    #[prop(optional, into)]
    glyph: Option<Signal<Glyph>>,
    /// As wide as the place it stands in.
    #[prop(optional)]
    wide: bool,
    /// A little lower, where many stand together.
    #[prop(optional)]
    small: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="button" href=href data-tone=tone.name() data-wide=wide.then_some("") data-small=small.then_some("")>
            {glyph.map(|glyph| view! { <Icon glyph /> })}
            {children()}
        </a>
    }
}

/// A round button that shows only an icon; its name is read aloud and shown when pointed at.
#[component]
pub fn IconButton(
    /// The icon.
    #[prop(into)]
    glyph: Signal<Glyph>,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// What happens when it is pressed.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-round=""
            aria-label=label
            title=label
            on:click=move |_| on_press.run(())
        >
            <Icon glyph />
        </button>
    }
}

/// A round link that shows only an icon.
#[component]
pub fn IconLink(
    /// The icon.
    glyph: Glyph,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// Whether one is there already.
    #[prop(optional, into)]
    current: Signal<bool>,
) -> impl IntoView {
    view! {
        <a
            class="button"
            data-round=""
            href=href
            aria-label=label
            title=label
            aria-current=move || current.get().then_some("page")
        >
            <Icon glyph />
        </a>
    }
}
