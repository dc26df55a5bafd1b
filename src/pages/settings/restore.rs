//! A saved copy, put back: what it would change is told first, and can be taken back after.

use leptos::prelude::*;

use crate::ports::use_ports;
use crate::store::{Restored, Restoring, Tally, use_store};
use crate::ui::{Button, Tone};
use crate::words::{Words, use_words};

/// How far it has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nobody has asked.
    Idle,
    /// What was chosen is no copy of ours.
    NoCopy,
    /// What the copy would change has been told.
    Told(Restoring),
    /// It has been done.
    Done(Restored),
    /// It has been taken back.
    TakenBack,
}

/// The way from a file to what it holds.
#[component]
pub(super) fn Restore() -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    let stage = RwSignal::new(Stage::Idle);
    let choose = move || {
        ports.share().choose(Box::new(move |text| {
            let told = store.restoring(&text.unwrap_or_default());
            let next = if told.is_copy() { Stage::Told(told) } else { Stage::NoCopy };
            stage.try_set(next);
        }));
    };
    let shown = move || match stage.get() {
        Stage::Idle => None,
        Stage::NoCopy => Some(line(words.text("restore.no-copy")).into_any()),
        Stage::Told(told) => Some(view! { <Told told stage /> }.into_any()),
        Stage::Done(restored) => Some(view! { <Done restored stage /> }.into_any()),
        Stage::TakenBack => Some(line(words.text("restore.taken-back")).into_any()),
    };
    view! {
        <div class="stack">
            <h3>{words.text("restore.title")}</h3>
            <p class="quiet">{words.text("restore.about")}</p>
            <div class="row">
                <Button small=true on_press=choose>{words.text("restore.choose")}</Button>
            </div>
            <div class="stack" role="status">{shown}</div>
        </div>
    }
}

fn line(text: String) -> impl IntoView {
    view! { <p>{text}</p> }
}

/// What the copy would change, and the way on.
#[component]
fn Told(
    /// What it would change.
    told: Restoring,
    /// Told when it is done, or left.
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let is_any = told.changes_something();
    let lines = said(words, &told).into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    let restore = move || stage.set(Stage::Done(store.restore(&told)));
    let leave = move || stage.set(Stage::Idle);
    let way_on = is_any.then(|| {
        view! {
            <Button small=true tone=Tone::Primary on_press=restore>{words.text("restore.do")}</Button>
        }
    });
    view! {
        <p>{words.text(if is_any { "restore.told" } else { "restore.nothing" })}</p>
        <ul class="settings-stored" role="list">{lines}</ul>
        <div class="row">
            {way_on}
            <Button small=true tone=Tone::Quiet on_press=leave>{words.text("restore.leave")}</Button>
        </div>
    }
}

/// A line for each thing that would become of something.
fn said(words: Words, told: &Restoring) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |key: &str, count: usize| {
        if count > 0 {
            lines.push(words.count(key, count as u64, &[]));
        }
    };
    let mut tally = |kind: &str, tally: Tally| {
        let fates = [
            ("added", tally.added),
            ("changed", tally.changed),
            ("removed", tally.removed),
            ("kept", tally.kept),
        ];
        for (fate, count) in fates {
            say(&[kind, fate].concat(), count);
        }
    };
    tally("restore.sessions.", told.sessions);
    tally("restore.routines.", told.routines);
    say("restore.left-out", told.left_out);
    if told.settings {
        lines.push(words.text("restore.settings"));
    }
    lines
}

/// That it has been done, and the way back.
#[component]
fn Done(
    /// What was restored.
    restored: Restored,
    /// Told when it is taken back.
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let said = words.text(if restored.complete { "restore.done" } else { "restore.full" });
    let undo = move || {
        store.take_back(&restored);
        stage.set(Stage::TakenBack);
    };
    view! {
        <p>{said}</p>
        <div class="row">
            <Button small=true on_press=undo>{words.text("button.undo")}</Button>
        </div>
    }
}
