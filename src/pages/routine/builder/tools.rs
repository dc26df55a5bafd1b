//! What can be done to one move.
//!
//! Decides: that how much comes first, then what most leave as it is, then where it belongs; once more, and out of the routine,
//! last. Deliberately does not know where the move stands on the page.

use domain::routine::{Dose, Step, Towards};
use leptos::prelude::*;

use super::drag::grip;
use super::fields::{Fields, Line, Manner, Parts, is_held};
use super::own::Own;
use crate::ports::use_ports;
use crate::ui::{Button, Chip, FieldGroup, Glyph, Icon, Stepper};
use crate::words::use_words;

/// The most of a dose and of sets that a step can have: `docs/notation.md`.
const MOST_REPS: u16 = 999;
const MOST_SECONDS: u16 = 3600;
const MOST_SETS: u16 = 20;
/// How far one press changes seconds.
const SECONDS: u16 = 5;
/// How often rounds are done that were begun by a press.
const ROUNDS: u8 = 2;

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

/// All of it.
#[component]
pub(super) fn Tools(line: Line) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    let Line { draft, place, .. } = line;
    let name = line.of(move |step| words.action(&step.action));
    let is_own = line.of(|step| step.own().is_some());
    // Of what nobody knows, nothing can be said.
    let is_known = line.of(Step::is_known);
    let remove = move || {
        let said = words.fill("builder.removed", &[("move", &name.get_untracked())]);
        draft.open.set(None);
        draft.change(|routine| routine.without(place));
        // On to the one that comes next; to the one before, where it was the last; to the page, where it was the only one.
        let left = draft.routine.with_untracked(|routine| routine.steps().count());
        draft.focus_soon(left.checked_sub(1).map_or_else(|| "main".to_owned(), |last| grip(place.min(last))));
        ports.page().announce(&said);
    };
    view! {
        <div class="builder-tools" role="group" aria-label=name>
            <Show when=move || is_known.get()>
                <Amounts line />
                <Show when=move || is_own.get()>
                    <Own line />
                </Show>
                <Fields line />
            </Show>
            <Place line />
            <div class="field-group">
                <Button small=true glyph=Glyph::Copy on_press=move || draft.change(|routine| routine.with_twice(place))>
                    {words.text("builder.twice")}
                </Button>
                <Button small=true glyph=Glyph::Erase on_press=remove>{words.text("builder.remove")}</Button>
            </div>
        </div>
    }
}

/// How much, and in how many sets.
#[component]
fn Amounts(line: Line) -> impl IntoView {
    let words = use_words();
    let dose = line.of(move |step| words.step_dose(&Step { sets: 1, ..step.clone() }));
    let amounts = line.of(|step| Some(amount(step.dose, is_held(step))));
    let value = Signal::derive(move || amounts.get().map_or(1, |(now, ..)| now));
    let set_dose = move |asked: u16| {
        let Some((now, by, most)) = amounts.get_untracked() else { return };
        let next = if asked < now { now.saturating_sub(by).max(1) } else { now.saturating_add(by).min(most) };
        line.change(|step| step.dose = with_amount(step.dose, next));
    };
    let sets = line.of(|step| u16::from(step.sets));
    view! {
        <FieldGroup label=words.text("builder.dose")>
            <Stepper
                label=words.text("builder.dose")
                value
                least=1
                most=MOST_SECONDS
                step=1
                text=dose
                fewer=words.text("builder.dose.less")
                more=words.text("builder.dose.more")
                on_change=set_dose
            />
            <Stepper
                label=words.text("builder.sets")
                value=sets
                least=1
                most=MOST_SETS
                step=1
                text=Signal::derive(move || words.count("amount.sets", u64::from(sets.get()), &[]))
                fewer=words.text("builder.sets.less")
                more=words.text("builder.sets.more")
                on_change=move |sets: u16| line.change(|step| step.sets = sets as u8)
            />
            <Manner line />
        </FieldGroup>
    }
}

/// Whether it is done in rounds, how often, and where they stand; and whether all of that is before or after what counts.
#[component]
fn Place(line: Line) -> impl IntoView {
    let words = use_words();
    let Line { draft, place, .. } = line;
    let rounds = Memo::new(move |_| draft.routine.with(|routine| routine.rounds(place)));
    let is_in = Signal::derive(move || rounds.get().is_some());
    let turn = move || {
        let often = rounds.get_untracked().is_none().then_some(ROUNDS);
        draft.change(|routine| routine.with_rounds(place, often));
    };
    let times = Signal::derive(move || rounds.get().map_or(1, u16::from));
    let set = move |times: u16| draft.change(|routine| routine.with_rounds(place, Some(times as u8)));
    let shifter = move |glyph: Glyph, text: &'static str, id: &'static str, towards: Towards| {
        let shift = move || {
            let now = draft.shift(words, place, |routine| routine.block_moved(place, towards));
            draft.focus_soon([id, &now.to_string()].concat());
        };
        view! {
            <button
                type="button"
                class="button"
                data-small=""
                id=[id, &place.to_string()].concat()
                on:click=move |_| shift()
            >
                <Icon glyph />
                {words.text(text)}
            </button>
        }
    };
    view! {
        <FieldGroup label=words.text("builder.place")>
            <Chip label=words.text("builder.rounds") pressed=is_in on_press=turn />
            <Show when=move || is_in.get()>
                <Stepper
                    label=words.text("builder.rounds")
                    value=times
                    least=1
                    most=MOST_SETS
                    step=1
                    text=Signal::derive(move || words.count("amount.rounds", u64::from(times.get()), &[]))
                    fewer=words.text("builder.rounds.less")
                    more=words.text("builder.rounds.more")
                    on_change=set
                />
                {shifter(Glyph::Raise, "builder.rounds.up", "rounds-up-", Towards::Start)}
                {shifter(Glyph::Lower, "builder.rounds.down", "rounds-down-", Towards::End)}
            </Show>
            <Parts line />
        </FieldGroup>
    }
}
