//! A move of one's own: its name, where it counts, its sides, and whose figure shows it.
//!
//! Decides: which of that is asked. Deliberately does not know how it counts ([`domain::balance`]).

use domain::catalogue::{ExerciseId, Region};
use domain::routine::notation::LONGEST_NAME;
use domain::routine::{Move, OwnMove, Step};
use leptos::prelude::*;

use super::fields::Line;
use super::typed;
use crate::ui::{FieldGroup, SelectField, TextField};
use crate::words::use_words;

/// What is asked of a move of one's own.
#[component]
pub(super) fn Own(line: Line) -> impl IntoView {
    let words = use_words();
    let name = line.of(|step| step.own().map(|own| own.name.clone()).unwrap_or_default());
    // A move without a name is none: the last letter stays until there is another.
    let rename = move |text: String| {
        let name = typed(&text);
        if !name.trim().is_empty() {
            line.change(|step| change(step, |own| own.name.clone_from(&name)));
        }
    };
    let region = move |this: Region| {
        let turn = move |step: &mut Step| {
            change(step, |own| own.region = Some(this).filter(|this| own.region != Some(*this)));
        };
        let is_it = move |step: &Step| step.own().is_some_and(|own| own.region == Some(this));
        line.chip(words.region(this), is_it, turn)
    };
    let is_each = |step: &Step| step.own().is_some_and(|own| own.each_side);
    let turn_each = |step: &mut Step| {
        step.side = None;
        change(step, |own| own.each_side = !own.each_side);
    };
    let names = core::iter::once(words.text("builder.no-figure"))
        .chain(ExerciseId::all().map(|id| words.exercise(id)));
    let at = line.of(|step| {
        let figure = step.own().and_then(|own| own.figure);
        figure.and_then(|figure| ExerciseId::all().position(|id| id == figure)).map_or(0, |place| place + 1)
    });
    let set_figure = move |at: usize| {
        let figure = at.checked_sub(1).and_then(|place| ExerciseId::all().nth(place));
        line.change(|step| change(step, |own| own.figure = figure));
    };
    view! {
        <TextField label=words.text("builder.title") value=name rows=1 most=LONGEST_NAME on_input=rename />
        <FieldGroup label=words.text("exercises.region")>
            {Region::ALL.iter().copied().map(region).collect_view()}
            {line.chip(words.text("builder.each-side"), is_each, turn_each)}
        </FieldGroup>
        <SelectField label=words.text("builder.figure") names=names.collect() at on_change=set_figure />
    }
}

fn change(step: &mut Step, change: impl FnOnce(&mut OwnMove)) {
    if let Move::Custom(own) = &mut step.action {
        change(own);
    }
}
