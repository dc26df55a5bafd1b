//! The large figure of an exercise: it plays, it turns.
//!
//! Decides: what stands around it and what is said meanwhile. For those who ask for less motion its two ends stand beside
//! each other until they press play. How it turns is [`super::turning`]'s affair.

use domain::catalogue::{ExerciseId, Muscle};
use domain::figure::{Beat, Frame, Named, Painter, phase_at};
use domain::time::Millis;
use leptos::prelude::*;

use super::turning::{STEP, Turning};
use crate::ports::{Ports, running_time, use_ports};
use crate::ui::{
    Chip, FigurePair, FigureStill, FigureView, Glyph, IconButton, Tag, room_all_round, when_mounted, who,
};
use crate::words::{Words, use_words};

/// The large figure.
#[component]
pub(super) fn Stage(exercise: ExerciseId, pointed: RwSignal<Option<Muscle>>) -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let calm = ports.page().calm();
    let asked = RwSignal::new(None::<bool>);
    let playing = Memo::new(move |_| asked.get().unwrap_or(!calm.get()));
    let since = running_time(ports, playing.into());
    // Its words change when the phase does, not with every picture.
    let at = Memo::new(move |_| phase_at(exercise, since.get()));
    let best = Painter::new(exercise, who(exercise)).best();
    let turning = Turning::from(best);
    // Two stills say more than a picture that stands in the middle of a movement nobody saw.
    let pair = Memo::new(move |_| calm.get() && asked.get().is_none());
    let picture = move || {
        if pair.get() {
            view! { <FigurePair exercise label=words.exercise(exercise) /> }.into_any()
        } else {
            view! { <Turned exercise turning since pointed /> }.into_any()
        }
    };
    let play = Signal::derive(move || if playing.get() { Glyph::Pause } else { Glyph::Play });
    let play_label =
        Signal::derive(move || words.text(if playing.get() { "exercise.pause" } else { "exercise.play" }));
    view! {
        <div class="stage">
            <div class="stage-picture">{picture}</div>
            <div class="stage-foot">
                <p class="stage-phase">
                    {move || match pointed.get() {
                        Some(muscle) => view! { <Tag tone="effort" text=words.muscle(muscle) /> }.into_any(),
                        None => phase(words, exercise, at.get()).into_any(),
                    }}
                </p>
                <IconButton glyph=Glyph::TurnLeft label=words.text("exercise.turn-left") on_press=move || turning.by(-STEP, 0.0) />
                <IconButton glyph=play label=play_label on_press=move || asked.set(Some(!playing.get_untracked())) />
                <IconButton glyph=Glyph::TurnRight label=words.text("exercise.turn-right") on_press=move || turning.by(STEP, 0.0) />
                <IconButton glyph=Glyph::Reset label=words.text("exercise.reset") on_press=move || {
                    turning.to(best);
                    since.set(Millis::ZERO);
                } />
            </div>
            {move || (!pair.get()).then(|| view! { <Views turning /> })}
        </div>
    }
}

/// The views that have a name.
#[component]
fn Views(turning: Turning) -> impl IntoView {
    let words = use_words();
    let view = move |view: Named| {
        let camera = view.camera();
        let pressed = Signal::derive(move || {
            let (yaw, pitch) = turning.camera.get().way_to(camera);
            yaw.abs() < 1.0 && pitch.abs() < 1.0
        });
        let label = words.text(&["exercise.view.", view.slug()].concat());
        view! { <Chip label pressed on_press=move || turning.to(camera) /> }
    };
    view! {
        <div class="stage-foot">
            <div class="chip-line" role="group" aria-label=words.text("exercise.views")>
                {Named::ALL.map(view).collect_view()}
            </div>
        </div>
    }
}

/// What happens now: "lift · breathe in".
fn phase(words: Words, exercise: ExerciseId, at: usize) -> String {
    let name = words.phases(exercise).into_iter().nth(at).unwrap_or_default();
    let breath = exercise.get().phases.get(at).map(|phase| ["breath.", phase.breath.slug()].concat());
    let breath = breath.map(|key| words.text(&key)).unwrap_or_default();
    words.fill("breath.phase", &[("phase", &name), ("breath", &breath)])
}

/// The figure that turns with the pointer and with the arrow keys.
#[component]
fn Turned(
    exercise: ExerciseId,
    turning: Turning,
    since: RwSignal<Millis>,
    pointed: RwSignal<Option<Muscle>>,
) -> impl IntoView {
    let words = use_words();
    let person = who(exercise);
    let room = room(use_ports(), exercise);
    let figure = move || match room.get() {
        Some(frame) => {
            let painter = Painter::new(exercise, person);
            let beat = Signal::derive(move || Beat::At(since.get()));
            view! { <FigureView painter beat camera=turning.camera frame exercise pointed /> }.into_any()
        }
        None => view! { <FigureStill exercise all_round=true /> }.into_any(),
    };
    let degrees = move || (turning.camera.get().yaw.round() as i32).to_string();
    view! {
        <div
            class="stage-turn"
            tabindex="0"
            role="slider"
            aria-label=words.fill("exercise.turn", &[("name", &words.exercise(exercise))])
            aria-valuemin="-180"
            aria-valuemax="180"
            aria-valuenow=degrees
            aria-valuetext=move || words.fill("exercise.turned", &[("n", &degrees())])
            on:pointerdown=move |event| turning.grab(&event)
            on:pointermove=move |event| turning.drag(&event)
            on:pointerup=move |_| turning.let_go()
            on:pointerleave=move |_| turning.let_go()
            on:pointercancel=move |_| turning.let_go()
            on:keydown=move |event| if turning.key(&event.key()) { event.prevent_default() }
        >
            {figure}
        </div>
    }
}

/// The room that the figure takes, once it is to move. Its beginning stands in the page as it was rendered: that is seen first,
/// and what then takes longest to reckon has a turn of its own.
fn room(ports: Ports, exercise: ExerciseId) -> RwSignal<Option<Frame>> {
    let known = RwSignal::new(None);
    let person = who(exercise);
    when_mounted(move || {
        ports.page().after_paint(Box::new(move || {
            let room = room_all_round(&mut Painter::new(exercise, person));
            ports.page().after_paint(Box::new(move || {
                known.try_set(Some(room));
            }));
        }));
    });
    known
}
