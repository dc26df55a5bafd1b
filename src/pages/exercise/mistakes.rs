//! What goes wrong with an exercise, in words, and beside each mistake that can be seen the good form and the wrong one.
//!
//! Decides: that the pictures come after the words. They are drawn on the device alone: in the page as it is rendered
//! beforehand they would weigh more than all the rest of it.

use domain::catalogue::ExerciseId;
use domain::figure::{Beat, Painter};
use leptos::prelude::*;

use crate::ui::{FigureStill, when_mounted, who};
use crate::words::use_words;

/// The mistakes of an exercise.
#[component]
pub(super) fn Mistakes(
    id: ExerciseId,
    /// What is said of each.
    #[prop(into)]
    texts: Signal<Vec<String>>,
) -> impl IntoView {
    let drawn = RwSignal::new(false);
    // An effect: nothing of this happens where pages are rendered beforehand.
    Effect::new(move |_| {
        when_mounted(move || {
            drawn.try_set(true);
        });
    });
    let seen: Vec<u8> = Painter::new(id, who(id)).mistakes().collect();
    let line = move |(number, text): (u8, String)| {
        let forms =
            seen.contains(&number).then_some(move || drawn.get().then(|| view! { <Forms id number /> }));
        view! { <li class="steps-item"><span>{text} {forms}</span></li> }
    };
    let lines = move || (1..).zip(texts.get()).map(line.clone()).collect_view();
    view! {
        // A list without bullets is not announced as one by every screen reader unless it says so.
        <ol class="steps" role="list" data-kind="mistakes">
            {lines}
        </ol>
    }
}

/// The good form and the wrong one beside each other.
#[component]
fn Forms(id: ExerciseId, number: u8) -> impl IntoView {
    let words = use_words();
    let form = move |beat: Beat, key: &str| {
        view! {
            <span>
                <FigureStill exercise=id beat />
                <span class="quiet">{words.text(key)}</span>
            </span>
        }
    };
    view! {
        <span class="figure-pair">
            {form(Beat::Right(number), "exercise.form.right")}
            <span></span>
            {form(Beat::Wrong(number), "exercise.form.wrong")}
        </span>
    }
}
