//! What most steps leave to their exercise or their routine: the pace, the side, the tempo, the weight, the rest, the part of the
//! routine; and a note.
//!
//! Decides: which of them a step has, and that a value which is the exercise's own is not said. Deliberately does not know
//! where the step stands on the page.

use domain::catalogue::{Metric, Side, Sides};
use domain::routine::notation::LONGEST_NAME;
use domain::routine::{self, Dose, Feel, Part, Step, Weight};
use domain::settings::Units;
use leptos::prelude::*;

use super::drag::grip;
use super::{Draft, REST, typed};
use crate::store::use_store;
use crate::ui::{Chip, FieldGroup, NumberField, Stepper, TextField};
use crate::words::{Words, use_words};

/// The most seconds of a phase, and the heaviest weight: `docs/notation.md`.
const MOST_PHASE: u16 = 60;
const MOST_WEIGHT: u16 = 999;
/// The longest time that a counted step turns into: its unit is then seconds.
const MOST_SECONDS: u16 = 3600;

/// One step of the draft: the one that stands at `place` now.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) draft: Draft,
    pub(super) place: usize,
    pub(super) step: Memo<Option<Step>>,
}

impl Line {
    /// What is to be known of it; the default of that while there is none.
    pub(super) fn of<T>(self, what: impl Fn(&Step) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        self.of_boxed(Box::new(what))
    }

    // Boxed, here and below: one memo for each kind of value, and one chip, and not one for each question.
    fn of_boxed<T>(self, what: Box<dyn Fn(&Step) -> T + Send + Sync>) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        let step = self.step;
        Memo::new(move |_| step.with(|step| step.as_ref().map(&what).unwrap_or_default()))
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Step)) {
        self.draft.change_step(self.place, change);
    }

    /// Something that is so or not, and turned by a press.
    pub(super) fn chip(
        self,
        label: String,
        is_it: impl Fn(&Step) -> bool + Send + Sync + 'static,
        turn: impl Fn(&mut Step) + 'static,
    ) -> AnyView {
        self.chip_boxed(label, self.of(is_it), Box::new(turn))
    }

    fn chip_boxed(self, label: String, pressed: Memo<bool>, turn: Box<dyn Fn(&mut Step)>) -> AnyView {
        let turn = StoredValue::new_local(turn);
        let press = move || self.change(|step| turn.with_value(|turn| turn(step)));
        view! { <Chip label pressed on_press=press /> }.into_any()
    }
}

/// Whether its amount means seconds even without being told.
pub(super) fn is_held(step: &Step) -> bool {
    step.exercise().is_some_and(|exercise| exercise.get().metric != Metric::Reps)
}

/// What comes after how much of it there is.
#[component]
pub(super) fn Fields(line: Line) -> impl IntoView {
    let takes_load = line.of(|step| step.action.takes_load() || step.load != routine::Load::default());
    view! {
        <Tempo line />
        <Show when=move || takes_load.get()>
            <Load line />
        </Show>
        <Rest line />
        <Note line />
    }
}

/// At whose pace it is done, and on which side.
#[component]
pub(super) fn Manner(line: Line) -> impl IntoView {
    let words = use_words();
    let is_counted = line.of(|step| !is_held(step));
    let has_sides = line.of(|step| step.action.sides() == Some(Sides::Each));
    let side = move |side: Side, key: &str| {
        let turn = move |step: &mut Step| step.side = Some(side).filter(|side| step.side != Some(*side));
        line.chip(words.text(key), move |step| step.side == Some(side), turn)
    };
    view! {
        {line.chip(words.text("builder.open"), |step| matches!(step.dose, Dose::UntilDone(_)), turn_open)}
        <Show when=move || is_counted.get()>
            {line.chip(words.text("builder.timed"), |step| matches!(step.dose, Dose::Seconds(_)), turn_timed)}
        </Show>
        <Show when=move || has_sides.get()>
            {side(Side::Left, "builder.only-left")} {side(Side::Right, "builder.only-right")}
        </Show>
    }
}

fn amount(dose: Dose) -> u16 {
    match dose {
        Dose::Reps(amount) | Dose::Seconds(amount) | Dose::UntilDone(amount) => amount,
    }
}

/// At one's own pace, or as it was.
fn turn_open(step: &mut Step) {
    let amount = amount(step.dose);
    step.dose = match step.dose {
        Dose::UntilDone(_) if is_held(step) => Dose::Seconds(amount),
        Dose::UntilDone(_) => Dose::Reps(amount),
        // What is counted has no seconds to aim at.
        Dose::Seconds(_) if !is_held(step) => Dose::UntilDone(reps_in(step)),
        Dose::Reps(_) | Dose::Seconds(_) => Dose::UntilDone(amount),
    };
}

/// For as long as it takes, or as often as that is.
fn turn_timed(step: &mut Step) {
    step.dose = match step.dose {
        Dose::Seconds(_) => Dose::Reps(reps_in(step)),
        Dose::Reps(_) | Dose::UntilDone(_) => {
            let seconds = u16::try_from(step.side_length().whole_seconds()).unwrap_or(u16::MAX);
            Dose::Seconds(seconds.clamp(1, MOST_SECONDS))
        }
    };
}

/// How many repetitions a set that lasts a time comes to.
fn reps_in(step: &Step) -> u16 {
    let reps = step.side_length().0.checked_div(step.repetition().0).unwrap_or(1);
    u16::try_from(reps).unwrap_or(u16::MAX).max(1)
}

/// Before or after what counts.
#[component]
pub(super) fn Parts(line: Line) -> impl IntoView {
    let words = use_words();
    let Line { draft, place, .. } = line;
    let now = Memo::new(move |_| {
        draft.routine.with(|routine| routine.group(place).map_or(Part::Main, |(part, _)| part))
    });
    [Part::WarmUp, Part::CoolDown].map(|part| {
        let press = move || {
            let to = if now.get_untracked() == part { Part::Main } else { part };
            let now = draft.shift(words, place, |routine| routine.with_part(place, to));
            draft.focus_soon(grip(now));
        };
        let pressed = Signal::derive(move || now.get() == part);
        view! { <Chip label=words.part(part, 1) pressed on_press=press /> }
    })
}

/// How many seconds each phase of a repetition takes.
#[component]
fn Tempo(line: Line) -> impl IntoView {
    let words = use_words();
    let tempo = line.of(seconds_of);
    let count = Memo::new(move |_| tempo.with(Vec::len));
    let has_some = Memo::new(move |_| count.get() > 0);
    let stepper = move |phase: usize| {
        let name = line.of(move |step| phase_name(words, step, phase));
        let value = Memo::new(move |_| tempo.with(|tempo| tempo.get(phase).copied().map_or(0, u16::from)));
        let text = Signal::derive(move || {
            let n = words.figures(value.get().into());
            words.fill("builder.phase", &[("phase", &name.get()), ("n", &n)])
        });
        let set = move |seconds: u16| line.change(|step| set_phase(step, phase, seconds as u8));
        view! {
            <Stepper
                label=name
                value
                least=0
                most=MOST_PHASE
                step=1
                text
                fewer=words.text("builder.phase.less")
                more=words.text("builder.phase.more")
                on_change=set
            />
        }
    };
    view! {
        <Show when=move || has_some.get()>
            <FieldGroup label=words.text("builder.tempo")>
                <For each=move || 0..count.get() key=|phase| *phase children=stepper />
            </FieldGroup>
        </Show>
    }
}

/// The seconds of each phase; none of what is held still.
fn seconds_of(step: &Step) -> Vec<u8> {
    let own: Vec<u8> = step.phases().iter().map(|phase| phase.seconds).collect();
    match step.own() {
        Some(_) if own.is_empty() => vec![Step::CUSTOM_REPETITION],
        _ if own.iter().all(|seconds| *seconds == 0) => Vec::new(),
        _ => own,
    }
}

/// A repetition that takes no time is none: the last second stays.
fn set_phase(step: &mut Step, phase: usize, seconds: u8) {
    let mut tempo = seconds_of(step);
    let Some(slot) = tempo.get_mut(phase) else { return };
    *slot = seconds;
    if tempo.iter().any(|seconds| *seconds > 0) {
        let own = seconds_of(&Step { tempo: None, ..step.clone() });
        step.tempo = Some(tempo).filter(|tempo| *tempo != own);
    }
}

fn phase_name(words: Words, step: &Step, phase: usize) -> String {
    let named = step.exercise().and_then(|exercise| words.phases(exercise).into_iter().nth(phase));
    named.unwrap_or_else(|| match seconds_of(step).len() {
        0 | 1 => words.text("builder.repetition"),
        _ => words.fill("builder.part", &[("n", &words.figures(phase as u64 + 1))]),
    })
}

/// How heavy it is, in the person's unit, and how heavy it feels.
#[component]
fn Load(line: Line) -> impl IntoView {
    let words = use_words();
    let settings = use_store().settings();
    let weight = line.of(|step| step.load.weight.map(|(Weight::Kilograms(n) | Weight::Pounds(n))| n));
    // A weight stays in the unit in which its author wrote it.
    let is_pounds = Memo::new(move |_| {
        let said = line.step.with(|step| step.as_ref().and_then(|step| step.load.weight));
        match said {
            Some(weight) => matches!(weight, Weight::Pounds(_)),
            None => settings.with(|settings| settings.units == Units::Pounds),
        }
    });
    let set = move |amount: Option<u16>| {
        let unit = if is_pounds.get_untracked() { Weight::Pounds } else { Weight::Kilograms };
        line.change(|step| step.load.weight = amount.filter(|amount| *amount > 0).map(unit));
    };
    let field = move || {
        view! {
            <NumberField
                label=words.text("builder.weight")
                value=weight
                most=MOST_WEIGHT
                unit=words.text(if is_pounds.get() { "unit.pounds" } else { "unit.kilograms" })
                on_change=set
            />
        }
    };
    let feels = move |feel: Feel, key: &str| {
        let turn = move |step: &mut Step| {
            step.load.feel = if step.load.feel == feel { Feel::Usual } else { feel };
        };
        line.chip(words.text(key), move |step| step.load.feel == feel, turn)
    };
    view! {
        <FieldGroup label=words.text("builder.weight")>
            {field} {feels(Feel::Heavy, "builder.heavy")} {feels(Feel::Empty, "builder.empty-handed")}
        </FieldGroup>
    }
}

/// How long one rests after it, where that is not what the routine says.
#[component]
fn Rest(line: Line) -> impl IntoView {
    let words = use_words();
    let rest = line.of(|step| step.rest);
    let routines = line.draft.routine;
    let turn = move |step: &mut Step| {
        let usual = routines.with_untracked(|routine| routine.rest.unwrap_or(0));
        step.rest = if step.rest.is_some() { None } else { Some(usual) };
    };
    let value = Signal::derive(move || rest.get().unwrap_or(0));
    let (most, by) = REST;
    let text =
        Signal::derive(move || words.fill("amount.seconds", &[("n", &words.figures(value.get().into()))]));
    view! {
        <FieldGroup label=words.text("builder.rests")>
            {line.chip(words.text("builder.own-rest"), |step| step.rest.is_some(), turn)}
            <Show when=move || rest.get().is_some()>
                <Stepper
                    label=words.text("builder.own-rest")
                    value
                    least=0
                    most
                    step=by
                    text
                    fewer=words.text("builder.rest.less")
                    more=words.text("builder.rest.more")
                    on_change=move |seconds: u16| line.change(|step| step.rest = Some(seconds))
                />
            </Show>
        </FieldGroup>
    }
}

/// What there is to say about it.
#[component]
fn Note(line: Line) -> impl IntoView {
    let note = line.of(|step| step.note.clone());
    let set = move |text: String| line.change(|step| step.note = typed(&text));
    view! { <TextField label=use_words().text("builder.note") value=note rows=1 most=LONGEST_NAME on_input=set /> }
}

#[cfg(test)]
mod tests {
    use domain::catalogue::id;
    use domain::routine::notation;

    use super::*;

    fn step(text: &str) -> Step {
        notation::read(&["1/-/", text].concat())
            .routine
            .steps()
            .next()
            .cloned()
            .unwrap_or(Step::of(id::PLANK))
    }

    #[test]
    fn what_is_counted_turns_into_a_time_and_back() {
        let mut superman = step("superman.15");
        let length = superman.side_length();
        turn_timed(&mut superman);
        assert_eq!((superman.dose, superman.side_length()), (Dose::Seconds(75), length));
        turn_open(&mut superman);
        assert_eq!(superman.dose, Dose::UntilDone(15), "repetitions are what one can aim at");
        turn_open(&mut superman);
        assert_eq!(superman.dose, Dose::Reps(15));
        let mut plank = step("plank.30s");
        turn_open(&mut plank);
        turn_open(&mut plank);
        assert_eq!(plank.dose, Dose::Seconds(30));
    }

    #[test]
    fn a_tempo_that_is_the_exercises_own_is_not_said() {
        let mut superman = step("superman.15");
        let own = seconds_of(&superman);
        set_phase(&mut superman, 0, own[0] + 2);
        assert!(superman.tempo.is_some());
        set_phase(&mut superman, 0, own[0]);
        assert_eq!(superman.tempo, None);
        for phase in 0..own.len() {
            set_phase(&mut superman, phase, 0);
        }
        assert_eq!(superman.tempo.map(|tempo| tempo.iter().filter(|seconds| **seconds > 0).count()), Some(1));
        assert_eq!(seconds_of(&step("plank.30s")), [0_u8; 0], "what is held has none");
        let mut own = step("~Stairs.10");
        set_phase(&mut own, 0, 5);
        assert_eq!(own.tempo, Some(vec![5]));
    }
}
