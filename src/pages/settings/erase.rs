//! Erasing: everything, or the sessions before a day.
//!
//! Decides: that it is told what would go and a copy is offered before anything does; that it can be taken back until
//! this page is left. Deliberately does not know what is erased how ([`Store::erase`]).

use domain::time::Day;
use leptos::prelude::*;

use super::copy::save_a_copy;
use crate::ports::use_ports;
use crate::store::{Erasing, Extent, Restored, use_store};
use crate::ui::{Button, Dialog, Glyph, TimeField, Tone};
use crate::words::{Words, use_words};

/// What is asked about at first: older than a year.
const YEAR: i32 = 365;

/// What the dialog is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Everything,
    /// The sessions before this day, where one is chosen.
    Before(Option<Day>),
}

impl About {
    fn extent(self) -> Option<Extent> {
        match self {
            Self::Everything => Some(Extent::Everything),
            Self::Before(day) => day.map(Extent::Before),
        }
    }
}

/// How far it has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nothing was erased.
    Idle,
    /// It was erased.
    Erased(Restored),
    /// It was taken back.
    TakenBack,
}

/// Erasing, and the way back.
#[component]
pub(super) fn Erase() -> impl IntoView {
    let (words, today) = (use_words(), use_ports().clock().today());
    let about = RwSignal::new(None::<About>);
    // Not drawn anew with each day that is chosen: the field for it would lose the focus.
    let is_open = Memo::new(move |_| about.with(Option::is_some));
    let stage = RwSignal::new(Stage::Idle);
    let title = Signal::derive(move || {
        words.text(match about.get() {
            Some(About::Before(_)) => "erase.before",
            _ => "erase.everything",
        })
    });
    let outcome = move || match stage.get() {
        Stage::Idle => None,
        Stage::Erased(erased) => Some(view! { <Erased erased stage /> }.into_any()),
        Stage::TakenBack => Some(view! { <p>{words.text("erase.taken-back")}</p> }.into_any()),
    };
    let ask_before = move || about.set(Some(About::Before(Some(Day(today.0 - YEAR)))));
    let ask_everything = move || about.set(Some(About::Everything));
    view! {
        <div class="stack">
            <h3>{words.text("erase.title")}</h3>
            <p class="quiet">{words.text("erase.about")}</p>
            <div class="row">
                <Button small=true on_press=ask_before>{words.text("erase.before")}</Button>
                <Button small=true tone=Tone::Danger on_press=ask_everything>{words.text("erase.everything")}</Button>
            </div>
            <div class="stack" role="status">{outcome}</div>
        </div>
        <Dialog
            open=is_open
            title
            close_label=words.text("erase.leave")
            on_close=move |()| about.set(None)
        >
            {move || is_open.get().then(|| view! { <Asked about stage today /> })}
        </Dialog>
    }
}

/// What would go, a copy of it, and the two ways on.
#[component]
fn Asked(about: RwSignal<Option<About>>, stage: RwSignal<Stage>, today: Day) -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    let extent = Memo::new(move |_| about.get().and_then(About::extent));
    let told = Memo::new(move |_| {
        // Another window may add or erase meanwhile.
        store.history().track();
        store.routines().track();
        extent.get().map(|extent| store.erasing(extent)).unwrap_or_default()
    });
    let day = move || match about.get() {
        Some(About::Before(day)) => Some(day),
        _ => None,
    };
    let date = day().map(|_| {
        let chosen = move |text: String| about.set(Some(About::Before(Day::from_iso(&text))));
        let value = Signal::derive(move || day().flatten().map(Day::iso).unwrap_or_default());
        view! { <TimeField label=words.text("erase.day") value most=today.iso() day_alone=true on_change=chosen /> }
    });
    let erase = move || {
        if let Some(extent) = extent.get_untracked() {
            stage.set(Stage::Erased(store.erase(extent)));
        }
        about.set(None);
    };
    let lead = move || match (told.with(Erasing::takes_something), extent.get()) {
        (true, _) => words.text("erase.told"),
        (false, Some(Extent::Before(_))) => words.text("erase.none-before"),
        (false, Some(Extent::Everything)) => words.text("erase.none"),
        (false, None) => words.text("erase.no-day"),
    };
    let lines = move || {
        let line = |text: String| view! { <li>{text}</li> };
        told.with(|told| said(words, told)).into_iter().map(line).collect_view()
    };
    view! {
        <div class="stack">
            {date}
            <p>{lead}</p>
            <ul class="settings-stored" role="list">
                {lines}
            </ul>
            <p class="quiet">{words.text("erase.copies")}</p>
            <div class="row">
                <Button small=true glyph=Signal::stored(Glyph::Download) on_press=move || save_a_copy(ports, store)>
                    {words.text("erase.save")}
                </Button>
            </div>
            <div class="row">
                <Button
                    tone=Tone::Danger
                    disabled=Signal::derive(move || !told.with(Erasing::takes_something))
                    on_press=erase
                >
                    {words.text("erase.do")}
                </Button>
                <Button tone=Tone::Quiet on_press=move || about.set(None)>{words.text("erase.leave")}</Button>
            </div>
        </div>
    }
}

/// A line for each kind of thing that would go.
fn said(words: Words, told: &Erasing) -> Vec<String> {
    let counted = [
        ("settings.stored.sessions", told.sessions),
        ("settings.stored.routines", told.routines),
        ("erase.others", told.others),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let mut lines: Vec<String> = counted.map(|(key, count)| words.count(key, count as u64, &[])).collect();
    if told.settings {
        lines.push(words.text("erase.settings"));
    }
    lines
}

/// That it was done, and the way back.
#[component]
fn Erased(erased: Restored, stage: RwSignal<Stage>) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let undo = move || {
        store.take_back(&erased);
        stage.set(Stage::TakenBack);
    };
    view! {
        <p>{words.text("erase.done")}</p>
        <div class="row">
            <Button small=true on_press=undo>{words.text("button.undo")}</Button>
        </div>
    }
}
