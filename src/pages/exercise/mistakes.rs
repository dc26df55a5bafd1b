//! What goes wrong with an exercise, in words, and beside each mistake that can be seen the good form and the wrong one.
//!
//! Decides: that the pictures come after the words, into the room that was kept for them. They are drawn on the device
//! alone: in the page as it is rendered beforehand they would weigh more than all the rest of it.

use domain::catalogue::{ExerciseId, Side};
use domain::figure::{Beat, Camera, Frame, Painter};
use leptos::prelude::*;

use crate::ui::{drawn, when_mounted, who};
use crate::words::use_words;

/// The mistakes of an exercise.
#[component]
pub(super) fn Mistakes(
    id: ExerciseId,
    /// What is said of each.
    #[prop(into)]
    texts: Signal<Vec<String>>,
) -> impl IntoView {
    let mut painter = Painter::new(id, who(id));
    let camera = painter.best();
    let seen: Vec<u8> = painter.mistakes().collect();
    let rooms: Vec<_> = seen.into_iter().map(|number| (number, painter.frame_of(number, camera))).collect();
    let painter = StoredValue::new_local(painter);
    let is_due = RwSignal::new(false);
    // An effect: nothing of this happens where pages are rendered beforehand.
    Effect::new(move |_| {
        when_mounted(move || {
            is_due.try_set(true);
        });
    });
    let line = move |(number, text): (u8, String)| {
        let room = rooms.iter().find(|(seen, _)| *seen == number).map(|(_, room)| *room);
        let forms = room.map(|room| view! { <Forms id number painter camera room is_due /> });
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
fn Forms(
    id: ExerciseId,
    number: u8,
    painter: StoredValue<Painter, LocalStorage>,
    camera: Camera,
    /// The same for both.
    room: Frame,
    /// Whether they are drawn yet.
    is_due: RwSignal<bool>,
) -> impl IntoView {
    let words = use_words();
    let form = move |beat: Beat, key: &str| {
        let shapes_of = move |painter: &mut Painter| drawn(id, painter, Side::Left, beat, camera);
        let shapes = move || is_due.get().then(|| painter.try_update_value(shapes_of)).flatten();
        view! {
            <span>
                <svg class="figure" viewBox=room.view_box() aria-hidden="true" inner_html=shapes></svg>
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
