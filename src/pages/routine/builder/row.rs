//! The moves in their order: each with its handle, what it is, and its two ways.
//!
//! Decides: that whoever moves a move by its button keeps the button under the finger, and that what can be done to a move is
//! shown of one at a time. A row stays where it is on the page while what it shows changes.

use domain::routine::{Part, Step, Towards};
use leptos::prelude::*;

use super::Draft;
use super::drag::{Handle, row};
use super::fields::Line;
use super::tools::Tools;
use crate::ports::use_ports;
use crate::ui::{FigureStill, Glyph, Icon, soon};
use crate::words::use_words;

/// All of them.
#[component]
pub(super) fn Rows(draft: Draft) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    // What is drawn by hand is measured by a part of the program that comes late.
    Effect::new(move |_| soon(ports.fit_out()));
    draft.lean();
    let count = Memo::new(move |_| draft.routine.with(|routine| routine.steps().count()));
    view! {
        <ol
            class="move-list"
            role="list"
            on:pointermove=move |event| draft.draw(event.client_y())
            on:pointerup=move |_| draft.drop(words)
            on:pointercancel=move |_| draft.drop(words)
        >
            <For each=move || 0..count.get() key=|place| *place children=move |place| view! { <Row draft place /> } />
        </ol>
    }
}

/// One move.
#[component]
fn Row(draft: Draft, place: usize) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    let step = Memo::new(move |last: Option<&Option<Step>>| {
        // A row that is about to go shows what it showed.
        draft.routine.with(|routine| routine.steps().nth(place).cloned()).or_else(|| last.cloned().flatten())
    });
    let line = Line { draft, place, step };
    let figure = line.of(Step::figure);
    let name = line.of(move |step| words.action(&step.action));
    let dose = line.of(
        move |step| {
            if step.is_known() { words.step_dose(step) } else { words.text("routine.unknown") }
        },
    );
    let unknown = line.of(|step| !step.is_known());
    let group = Memo::new(move |_| draft.routine.with(|routine| routine.group(place)));
    let about = move || match group.get() {
        Some((part, times)) => {
            words.fill("builder.line", &[("dose", &dose.get()), ("group", &words.part(part, times))])
        }
        None => dose.get(),
    };
    let picture = move || match figure.get() {
        Some(exercise) => view! { <FigureStill exercise /> }.into_any(),
        None => view! { <Icon glyph=if unknown.get() { Glyph::Help } else { Glyph::Today } /> }.into_any(),
    };
    let shift = move |towards: Towards, button: &'static str| {
        let now = draft.shift(words, place, |routine| routine.moved(place, towards));
        ports.page().focus(&[button, &now.to_string()].concat());
    };
    let shifter = move |glyph: Glyph, key: &'static str, id: &'static str, towards: Towards| {
        let label = Signal::derive(move || words.fill(key, &[("move", &name.get())]));
        view! {
            <button
                type="button"
                class="button"
                data-round=""
                id=[id, &place.to_string()].concat()
                aria-label=label
                title=label
                on:click=move |_| shift(towards, id)
            >
                <Icon glyph />
            </button>
        }
    };
    let is_open = Memo::new(move |_| draft.open.get() == Some(place));
    let turn = move |_| draft.open.set(Some(place).filter(|_| !is_open.get_untracked()));
    let drawn = move || {
        let by = draft
            .drawn
            .with(|drawn| drawn.as_ref().filter(|drawn| drawn.place == place).map(|drawn| drawn.by));
        by.map(|by| ["translateY(", &by.to_string(), "px)"].concat())
    };
    let part = move || group.get().map(|(part, _)| if part == Part::Main { "" } else { part.slug() });
    view! {
        <li
            class="builder-row"
            id=row(place)
            data-group=part
            data-drawn=move || drawn().map(|_| "")
            style:transform=drawn
        >
            <div class="builder-head">
                <Handle draft place name />
                <button
                    type="button"
                    class="move-row"
                    data-unknown=move || unknown.get().then_some("")
                    aria-expanded=move || is_open.get().to_string()
                    on:click=turn
                >
                    <span class="move-row-picture">{picture}</span>
                    <span class="move-row-words">
                        <span class="move-row-name">{name}</span>
                        <span class="quiet">{about}</span>
                    </span>
                </button>
                <div class="builder-order">
                    {shifter(Glyph::Raise, "builder.up", "up-", Towards::Start)}
                    {shifter(Glyph::Lower, "builder.down", "down-", Towards::End)}
                </div>
            </div>
            <Show when=move || is_open.get()>
                <Tools line />
            </Show>
        </li>
    }
}
