//! The moves, each with what can be done to it.
//!
//! Decides: which buttons there are, and that whoever moves a move by its button keeps the button under the finger. A row stays
//! where it is on the page while what it shows changes.

use domain::routine::{Dose, Part, Step, Towards};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Draft;
use super::drag::{Handle, row};
use super::fields::{Fields, Line, is_held};
use super::own::Own;
use crate::ports::use_ports;
use crate::ui::{FigureStill, Glyph, Icon, IconButton, Stepper};
use crate::words::use_words;

/// The most of a dose and of sets that a step can have: `docs/notation.md`.
const MOST_REPS: u16 = 999;
const MOST_SECONDS: u16 = 3600;
const MOST_SETS: u16 = 20;
/// How far one press changes seconds.
const SECONDS: u16 = 5;
/// How often rounds are done that were begun by a press.
const ROUNDS: u8 = 2;

/// All of them.
#[component]
pub(super) fn Rows(draft: Draft) -> impl IntoView {
    let words = use_words();
    let count = Memo::new(move |_| draft.routine.with(|routine| routine.steps().count()));
    view! {
        <ol
            class="move-list"
            role="list"
            data-drawn=move || draft.drawn.with(|drawn| drawn.as_ref().map(|_| ""))
            on:pointermove=move |event| draft.draw(event.client_y())
            on:pointerup=move |_| draft.drop(words)
            on:pointercancel=move |_| draft.drop(words)
            on:pointerleave=move |_| draft.drop(words)
        >
            <For each=move || 0..count.get() key=|place| *place children=move |place| view! { <Row draft place /> } />
        </ol>
    }
}

/// How much, how far a press changes it, and the most.
const fn amount(dose: Dose, is_held: bool) -> (u16, u16, u16) {
    match dose {
        Dose::Seconds(seconds) => (seconds, SECONDS, MOST_SECONDS),
        Dose::UntilDone(aim) if is_held => (aim, SECONDS, MOST_SECONDS),
        Dose::Reps(reps) | Dose::UntilDone(reps) => (reps, 1, MOST_REPS),
    }
}

const fn with_amount(dose: Dose, amount: u16) -> Dose {
    match dose {
        Dose::Reps(_) => Dose::Reps(amount),
        Dose::Seconds(_) => Dose::Seconds(amount),
        Dose::UntilDone(_) => Dose::UntilDone(amount),
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
    let dose = line.of(move |step| words.step_dose(step));
    let group = Memo::new(move |_| draft.routine.with(|routine| routine.group(place)));
    let in_group = move || group.get().map(|(part, times)| words.part(part, times));
    let rounds = Memo::new(move |_| draft.routine.with(|routine| routine.rounds(place)));
    let in_rounds = move || rounds.get().map(|times| words.count("amount.rounds", u64::from(times), &[]));
    let shift = move |towards: Towards, button: &'static str| {
        let now = draft.shift(words, place, |routine| routine.moved(place, towards));
        ports.page().focus(&[button, &now.to_string()].concat());
    };
    let amounts = Memo::new(move |_| {
        step.with(|step| step.as_ref().map_or((1, 1, 1), |step| amount(step.dose, is_held(step))))
    });
    let set_dose = move |less: bool| {
        let (now, by, most) = amounts.get_untracked();
        let next = if less { now.saturating_sub(by).max(1) } else { now.saturating_add(by).min(most) };
        draft.change_step(place, |step| step.dose = with_amount(step.dose, next));
    };
    let sets = line.of(|step| u16::from(step.sets));
    let set_sets = move |sets: u16| draft.change_step(place, |step| step.sets = sets as u8);
    let remove = move || {
        let said = words.fill("builder.removed", &[("move", &name.get_untracked())]);
        draft.change(|routine| routine.without(place));
        draft.open.set(None);
        ports.page().announce(&said);
    };
    let turn_rounds = move || {
        let often = rounds.get_untracked().is_none().then_some(ROUNDS);
        draft.change(|routine| routine.with_rounds(place, often));
    };
    let set_rounds = move |times: u16| draft.change(|routine| routine.with_rounds(place, Some(times as u8)));
    let picture = move || match figure.get() {
        Some(exercise) => view! { <FigureStill exercise /> }.into_any(),
        None => view! { <Icon glyph=Glyph::Today /> }.into_any(),
    };
    let named = move |key: &'static str| Signal::derive(move || words.fill(key, &[("move", &name.get())]));
    let shifter = move |glyph: Glyph, key: &'static str, id: &'static str, towards: Towards| {
        let label = named(key);
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
    let is_own = line.of(|step| step.own().is_some());
    let is_open = Signal::derive(move || draft.open.get() == Some(place));
    let turn = move |event: MouseEvent| {
        // Not the browser's own way: what is open goes with the move.
        event.prevent_default();
        draft.open.set(Some(place).filter(|_| !is_open.get_untracked()));
    };
    let drawn = move || {
        let by = draft
            .drawn
            .with(|drawn| drawn.as_ref().filter(|drawn| drawn.place == place).map(|drawn| drawn.by));
        by.map(|by| ["translateY(", &by.to_string(), "px)"].concat())
    };
    let part = move || group.get().map(|(part, _)| if part == Part::Main { "" } else { part.slug() });
    view! {
        <li class="builder-row" id=row(place) data-group=part data-drawn=move || drawn().map(|_| "") style:transform=drawn>
            <Handle draft place name />
            <details class="builder-step" prop:open=is_open>
                <summary class="move-row" aria-expanded=move || is_open.get().to_string() on:click=turn>
                    <span class="move-row-picture">{picture}</span>
                    <span class="move-row-words">
                        <span class="move-row-name">{name}</span>
                        <span class="quiet">{in_group}</span>
                    </span>
                    <span class="move-row-dose">{dose}</span>
                </summary>
                <div class="builder-tools">
                    <Stepper
                        label=named("builder.dose")
                        value=Signal::derive(move || amounts.get().0)
                        least=1
                        most=MOST_SECONDS
                        step=1
                        text=dose
                        fewer=words.text("builder.dose.less")
                        more=words.text("builder.dose.more")
                        on_change=move |asked: u16| set_dose(asked < amounts.get_untracked().0)
                    />
                    <Stepper
                        label=named("builder.sets")
                        value=sets
                        least=1
                        most=MOST_SETS
                        step=1
                        text=Signal::derive(move || words.count("amount.sets", u64::from(sets.get()), &[]))
                        fewer=words.text("builder.sets.less")
                        more=words.text("builder.sets.more")
                        on_change=set_sets
                    />
                    <Show when=move || rounds.get().is_some()>
                        <Stepper
                            label=words.text("builder.rounds")
                            value=Signal::derive(move || rounds.get().map_or(1, u16::from))
                            least=1
                            most=MOST_SETS
                            step=1
                            text=Signal::derive(move || in_rounds().unwrap_or_default())
                            fewer=words.text("builder.rounds.less")
                            more=words.text("builder.rounds.more")
                            on_change=set_rounds
                        />
                    </Show>
                    <IconButton glyph=Glyph::Reset label=Signal::derive(move || words.text(if rounds.get().is_some() { "builder.rounds.end" } else { "builder.rounds.begin" })) on_press=turn_rounds />
                    <IconButton glyph=Glyph::Copy label=named("builder.twice") on_press=move || draft.change(|routine| routine.with_twice(place)) />
                    <IconButton glyph=Glyph::Erase label=named("builder.remove") on_press=remove />
                    <Show when=move || is_open.get()>
                        <Show when=move || is_own.get()>
                            <Own line />
                        </Show>
                        <Fields line />
                    </Show>
                </div>
            </details>
            <div class="builder-order">
                {shifter(Glyph::Raise, "builder.up", "up-", Towards::Start)}
                {shifter(Glyph::Lower, "builder.down", "down-", Towards::End)}
            </div>
        </li>
    }
}
