//! An exercise in a grid: its figure, its name, how much of it, where it works.
//!
//! Decides: what counts as pointing at it. A finger is lifted at once, so what it touched last stays pointed at.

use domain::catalogue::ExerciseId;
use domain::time::Millis;
use leptos::prelude::*;

use super::figure::FigureMoving;
use super::tag::Tag;

/// What an exercise's card says.
#[derive(Clone)]
pub struct ExerciseCardWords {
    /// Its name.
    pub name: String,
    /// The muscles that do most of it, and what is needed for it.
    pub about: String,
    /// How much of it.
    pub dose: String,
    /// The name of its region.
    pub region: String,
}

/// The card of an exercise. Its figure moves while it is pointed at or has the focus.
#[component]
pub fn ExerciseCard(
    /// Which exercise.
    exercise: ExerciseId,
    /// Where it leads.
    href: String,
    /// What it says.
    words: ExerciseCardWords,
    /// Whether its figure is drawn yet.
    #[prop(into)]
    drawn: Signal<bool>,
    /// Whether it moves.
    #[prop(into)]
    moving: Signal<bool>,
    /// How long it has been moving.
    #[prop(into)]
    since: Signal<Millis>,
    /// Told when somebody points at it or leaves it.
    #[prop(into)]
    on_point: UnsyncCallback<(bool,)>,
) -> impl IntoView {
    let figure = move || drawn.get().then(|| view! { <FigureMoving exercise moving since /> });
    // A card that has the focus is left when it goes with its page, and then nobody is told any more.
    let point = move |on: bool| {
        on_point.try_run((on,));
    };
    view! {
        <a
            class="exercise-card"
            id=exercise.slug()
            href=href
            on:pointerenter=move |_| point(true)
            on:pointerleave=move |event| if event.pointer_type() != "touch" { point(false) }
            on:focus=move |_| point(true)
            on:blur=move |_| point(false)
        >
            <span class="exercise-card-picture">{figure}</span>
            <span class="exercise-card-name">{words.name}</span>
            <span class="exercise-card-muscles">{words.about}</span>
            <span class="exercise-card-foot">
                <span>{words.dose}</span>
                <Tag tone=exercise.get().region.slug() text=words.region />
            </span>
        </a>
    }
}
