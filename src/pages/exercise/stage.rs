//! The large figure of an exercise: it plays, it turns.
//!
//! Decides: how it is turned (pointer, keys, buttons: all three do the same) and what is said meanwhile. For those who
//! ask for less motion its two ends stand beside each other until they press play.

use domain::catalogue::{ExerciseId, Side};
use domain::figure::{Beat, Camera, Frame, draw, phase_at};
use domain::time::Millis;
use leptos::ev;
use leptos::prelude::*;

use crate::ports::{Ports, running_time, use_ports};
use crate::ui::{FigurePair, FigureStill, FigureView, Glyph, IconButton, room_all_round, when_mounted};
use crate::words::{Words, use_words};

/// Degrees that one key or button turns by.
const TURN: f32 = 15.0;
/// Degrees that one pixel of dragging turns by.
const DRAG: f32 = 0.5;

/// The large figure.
#[component]
pub(super) fn Stage(exercise: ExerciseId) -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let calm = ports.page().calm();
    let asked = RwSignal::new(None::<bool>);
    let playing = Memo::new(move |_| asked.get().unwrap_or(!calm.get()));
    let since = running_time(ports, playing.into());
    let camera = RwSignal::new(Camera::best(exercise));
    let turn = move |yaw: f32, pitch: f32| camera.update(|camera| *camera = camera.turned(yaw, pitch));
    // Two stills say more than a picture that stands in the middle of a movement nobody saw.
    let pair = Memo::new(move |_| calm.get() && asked.get().is_none());
    let picture = move || {
        if pair.get() {
            view! { <FigurePair exercise label=words.exercise(exercise) /> }.into_any()
        } else {
            view! { <Turning exercise camera since turn=turn /> }.into_any()
        }
    };
    let play = Signal::derive(move || if playing.get() { Glyph::Pause } else { Glyph::Play });
    let play_label =
        Signal::derive(move || words.text(if playing.get() { "exercise.pause" } else { "exercise.play" }));
    view! {
        <div class="stage">
            <div class="stage-picture">{picture}</div>
            <div class="stage-foot">
                <p class="stage-phase">{move || phase(words, exercise, since.get())}</p>
                <IconButton glyph=Glyph::TurnLeft label=words.text("exercise.turn-left") on_press=move || turn(-TURN, 0.0) />
                <IconButton glyph=play label=play_label on_press=move || asked.set(Some(!playing.get_untracked())) />
                <IconButton glyph=Glyph::TurnRight label=words.text("exercise.turn-right") on_press=move || turn(TURN, 0.0) />
                <IconButton glyph=Glyph::Reset label=words.text("exercise.reset") on_press=move || {
                    camera.set(Camera::best(exercise));
                    since.set(Millis::ZERO);
                } />
            </div>
        </div>
    }
}

/// What happens now: "lift · breathe in".
fn phase(words: Words, exercise: ExerciseId, since: Millis) -> String {
    let at = phase_at(exercise, since);
    let name = words.phases(exercise).into_iter().nth(at).unwrap_or_default();
    let breath = exercise.get().phases.get(at).map(|phase| ["breath.", phase.breath.slug()].concat());
    let breath = breath.map(|key| words.text(&key)).unwrap_or_default();
    words.fill("breath.phase", &[("phase", &name), ("breath", &breath)])
}

/// The figure that turns with the pointer and with the arrow keys.
#[component]
fn Turning(
    exercise: ExerciseId,
    camera: RwSignal<Camera>,
    since: RwSignal<Millis>,
    #[prop(into)] turn: UnsyncCallback<(f32, f32)>,
) -> impl IntoView {
    let words = use_words();
    let drawing = Memo::new(move |_| draw(exercise, Side::Left, Beat::At(since.get()), camera.get()));
    let room = room(use_ports(), exercise);
    let held = RwSignal::new(None::<(i32, i32)>);
    let moved = move |event: ev::PointerEvent| {
        let Some((x, y)) = held.get_untracked() else { return };
        let (to_x, to_y) = (event.client_x(), event.client_y());
        turn.run(((x - to_x) as f32 * DRAG, (to_y - y) as f32 * DRAG));
        held.set(Some((to_x, to_y)));
    };
    let key = move |event: ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowLeft" => (-TURN, 0.0),
            "ArrowRight" => (TURN, 0.0),
            "ArrowUp" => (0.0, TURN),
            "ArrowDown" => (0.0, -TURN),
            _ => return,
        };
        event.prevent_default();
        turn.run(by);
    };
    let figure = move || match room.get() {
        Some(frame) => view! { <FigureView drawing frame /> }.into_any(),
        None => view! { <FigureStill exercise all_round=true /> }.into_any(),
    };
    let degrees = move || (camera.get().yaw.round() as i32).to_string();
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
            on:pointerdown=move |event| held.set(Some((event.client_x(), event.client_y())))
            on:pointermove=moved
            on:pointerup=move |_| held.set(None)
            on:pointerleave=move |_| held.set(None)
            on:pointercancel=move |_| held.set(None)
            on:keydown=key
        >
            {figure}
        </div>
    }
}

/// The room that the figure takes, once it is to move. Its beginning stands in the page as it was rendered: that is seen first,
/// and what then takes longest to reckon has a turn of its own.
fn room(ports: Ports, exercise: ExerciseId) -> RwSignal<Option<Frame>> {
    let known = RwSignal::new(None);
    when_mounted(move || {
        ports.page().after_paint(Box::new(move || {
            let room = room_all_round(exercise);
            ports.page().after_paint(Box::new(move || {
                known.try_set(Some(room));
            }));
        }));
    });
    known
}
