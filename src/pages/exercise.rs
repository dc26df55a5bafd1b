//! One exercise: how it goes, what it works, what to mind.
//!
//! Decides: what is told about a move and in which order: see it, do it, know it.

use domain::balance::{MuscleWork, Work, swap};
use domain::body::Body;
use domain::catalogue::{ExerciseId, Muscle};
use leptos::prelude::*;

use crate::route::Route;
use crate::store::use_store;
use crate::ui::{DialView, MuscleMap, PageHead, Size, Steps, Tag, Tile, Up, anybody, in_turn};
use crate::words::{Words, use_words};

mod mine;
mod mistakes;
mod stage;
mod turning;

use mine::{Mine, Start, Suits};
use mistakes::Mistakes;
use stage::Stage;

/// One exercise: how it goes, what it works, what to mind.
#[component]
pub fn Exercise(
    /// Which one is shown.
    id: ExerciseId,
) -> impl IntoView {
    let words = use_words();
    let exercise = id.get();
    // The muscle that is pointed at, in the large figure or in the small ones.
    let pointed = RwSignal::new(None);
    let up = Up { href: Route::Exercises.path(), label: words.text("title.exercises") };
    view! {
        <article class="page exercise">
            <div class="exercise-picture">
                {in_turn(move || view! { <Stage exercise=id pointed /> })}
            </div>
            <div class="exercise-words">
                <PageHead title=words.exercise(id) up />
                <div class="stack">
                    <p class="exercise-dose">{dose_line(words, id)}</p>
                    <div class="row">
                        <Tag tone=exercise.region.slug() text=word(words, "region", exercise.region.slug()) />
                        <Tag text=word(words, "position", exercise.position.slug()) />
                        <Tag text=word(words, "intensity", &exercise.intensity.to_string()) />
                        {(exercise.spine_load > 2).then(|| spine(words, exercise.spine_load))}
                    </div>
                </div>
                {in_turn(move || view! {
                    <Suits id />
                    <Start id />
                })}
                {in_turn(move || view! { <HowTo id /> })}
                {in_turn(move || view! { <Worked id pointed /> })}
                {in_turn(move || view! { <Ladder id /> })}
                {in_turn(move || view! { <Facts id /> })}
                {in_turn(move || view! { <Mine id /> })}
            </div>
        </article>
    }
}

/// The word for one of a kind: "position.prone".
fn word(words: Words, kind: &str, slug: &str) -> String {
    words.text(&[kind, ".", slug].concat())
}

/// How much, and at which tempo: "15 reps · 2 s lift, 1 s hold, 2 s lower".
fn dose_line(words: Words, id: ExerciseId) -> String {
    let exercise = id.get();
    let parts = words.phases(id).into_iter().zip(exercise.phases).filter(|(_, phase)| phase.seconds > 0);
    let parts = parts.map(|(name, phase)| {
        words.fill("exercise.phase", &[("n", &words.figures(u64::from(phase.seconds))), ("phase", &name)])
    });
    let tempo = parts.collect::<Vec<_>>().join(", ");
    let dose = words.standard_dose(id);
    if tempo.is_empty() {
        return dose;
    }
    words.fill("exercise.dose", &[("dose", &dose), ("tempo", &tempo)])
}

/// The load on the spine, where it is worth knowing.
fn spine(words: Words, load: u8) -> impl IntoView {
    view! { <Tag tone="effort" text=word(words, "load", &load.to_string()) /> }
}

/// The steps, what goes wrong, and anything else worth knowing. They arrive a moment after the page.
#[component]
fn HowTo(id: ExerciseId) -> impl IntoView {
    let words = use_words();
    let told = Memo::new(move |_| words.moves(id).unwrap_or_default());
    let note = move || told.with(|told| told.note.clone()).map(|note| view! { <p class="lead">{note}</p> });
    let kit = move || {
        let kit = told.with(|told| told.kit.clone());
        kit.map(|kit| view! { <p><b>{words.text("exercise.kit")}</b> " " {kit}</p> })
    };
    view! {
        <section class="stack">
            <h2>{words.text("exercise.steps")}</h2>
            <Steps items=Signal::derive(move || told.with(|told| told.steps.clone())) />
            {kit}
            {note}
        </section>
        <section class="stack">
            <h2>{words.text("exercise.mistakes")}</h2>
            <Mistakes id texts=Signal::derive(move || told.with(|told| told.mistakes.clone())) />
        </section>
    }
}

/// What works: what does most of it bright, what helps faint; and how it is shared around the torso.
#[component]
fn Worked(id: ExerciseId, pointed: RwSignal<Option<Muscle>>) -> impl IntoView {
    let words = use_words();
    let exercise = id.get();
    let shares = MuscleWork::of_set(id, 1.0, exercise.intensity.max(1)).shares();
    let label = words.muscles_on_a_body(&shares);
    let (most, helping) = shares.into_iter().partition(|(muscle, _)| exercise.primary.contains(muscle));
    let groups = vec![(words.text("exercise.primary"), most), (words.text("exercise.secondary"), helping)];
    let work = Work::of_set(id, 60.0, exercise.intensity, None);
    let dial = work.dial();
    let dial =
        dial.map(|dial| view! { <DialView dial label=words.dial(&work) size=Size::Small /> }.into_any());
    view! {
        <section class="card stack exercise-muscles">
            <h2>{words.text("exercise.muscles")}</h2>
            <MuscleMap person=anybody() groups name=move |muscle| words.muscle(muscle) pointed label beside=dial />
        </section>
    }
}

/// Where to go from here: easier, harder, instead, and the same position for the other side of the body. Nothing that is
/// hidden.
#[component]
fn Ladder(id: ExerciseId) -> impl IntoView {
    let words = use_words();
    let exercise = id.get();
    let tile = move |key: &'static str| {
        move |id: ExerciseId| {
            view! { <Tile label=words.text(key) value=words.exercise(id) href=Route::Exercise(id).path() /> }
        }
    };
    let settings = use_store().settings();
    let tiles = move || {
        let body = settings.with(|settings| Body::from(settings));
        let shown = |ids: &[ExerciseId], key: &'static str| {
            ids.iter().copied().filter(|id| body.allows(*id)).map(tile(key)).collect_view()
        };
        view! {
            {shown(exercise.easier, "exercise.easier")}
            {shown(exercise.harder, "exercise.harder")}
            {shown(exercise.swap.as_slice(), "exercise.instead")}
            {shown(swap(id).as_slice(), "exercise.opposite")}
        }
    };
    view! {
        <nav class="exercise-ladder" aria-label=words.text("exercise.ladder")>
            {tiles}
        </nav>
    }
}

/// For whom to be careful.
#[component]
fn Facts(id: ExerciseId) -> impl IntoView {
    let words = use_words();
    let flags = id.get().flags;
    let line = move |hide: bool| {
        let names: Vec<_> = flags
            .iter()
            .filter(|flag| flag.hide == hide)
            .map(|flag| word(words, "concern", flag.concern.slug()))
            .collect();
        let key = if hide { "exercise.not-for" } else { "exercise.care" };
        (!names.is_empty()).then(|| view! { <dt>{words.text(key)}</dt><dd>{names.join(", ")}</dd> })
    };
    view! {
        <section class="stack">
            <h2>{words.text("exercise.cautions")}</h2>
            <dl class="exercise-facts">{line(true)} {line(false)}</dl>
            <p class="quiet">{words.text("notice.during")}</p>
        </section>
    }
}
