//! A drawing of the figure as elements.
//!
//! Decides: which element a shape becomes, and when a figure is drawn once or over and over. A figure that moves keeps
//! its elements: between frames only attributes change. One that stands still is written in one go. Colours are roles
//! that the stylesheet fills (`--paint-skin` …); how near a part is comes as a mixture with dark or white.
//!
//! The figure is a large part of the program, and words can be read before there are pictures: what draws comes in a file
//! of its own, and a figure that stands still appears as soon as that is here, in the room that was kept for it. What was
//! drawn while building stands in the page already and is not drawn again ([`super::mounting`]).

use domain::catalogue::{ExerciseId, Muscle, Side};
use domain::figure::{Beat, Camera, Frame, Painter, Person};
use domain::time::Millis;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::awaited::awaited;
use super::cast::{chosen, who};
use super::icon::{Glyph, Icon};
use super::mounting;

mod portrait;
mod shapes;

pub use portrait::{portrait, sitter};

use shapes::{Written, markup};

/// Whether it is on the screen is looked at once in so many pictures: four times a second.
const LOOK_EVERY: u32 = 15;

/// The figure, as it changes. Its shapes are made once; from then on only what differs is written, straight to each: a
/// signal for every attribute of a hundred shapes would cost more than the drawing. While it is not on the screen, its
/// motion is not drawn.
#[component]
pub fn FigureView(
    /// Who draws it.
    mut painter: Painter,
    /// Which side works.
    #[prop(default = Side::Left)]
    side: Side,
    /// The moment that is shown.
    #[prop(into)]
    beat: Signal<Beat>,
    /// From where it is seen.
    #[prop(into)]
    camera: Signal<Camera>,
    /// The room that the whole motion takes.
    frame: Frame,
    /// Whose colours it has; without any it has those of the page.
    #[prop(optional)]
    exercise: Option<ExerciseId>,
    /// The muscle that is pointed at, here or elsewhere: the others are dimmed.
    #[prop(optional)]
    pointed: Option<RwSignal<Option<Muscle>>>,
    /// What it shows, in words; without any it is decoration, and passed over.
    #[prop(optional, into)]
    label: String,
) -> impl IntoView {
    let named = !label.is_empty();
    let svg = NodeRef::<leptos::svg::Svg>::new();
    let shapes = markup(exercise, painter.draw(side, beat.get_untracked(), camera.get_untracked()));
    // Each element, and what was last written of it.
    let kept = StoredValue::new_local(Vec::new());
    let mut pictures = 0_u32;
    let mut seen = true;
    Effect::new(move |_| {
        let (beat, camera) = (beat.get(), camera.get());
        let one = pointed.and_then(|pointed| pointed.get());
        let svg = svg.get();
        // Asking where it is costs a layout where something was changed before: not asked for each picture.
        if pictures.is_multiple_of(LOOK_EVERY) {
            seen = svg.as_ref().is_none_or(|svg| {
                let place = svg.get_bounding_client_rect();
                let page = svg.owner_document().and_then(|document| document.document_element());
                let height = page.map_or(f64::MAX, |page| page.client_height().into());
                place.bottom() >= 0.0 && place.top() <= height
            });
        }
        pictures = pictures.wrapping_add(1);
        if !seen && matches!(beat, Beat::At(_)) {
            return;
        }
        kept.update_value(|kept| {
            if kept.is_empty() {
                let group = svg.and_then(|svg| svg.first_element_child());
                let mut next = group.and_then(|group| group.first_element_child());
                while let Some(element) = next {
                    next = element.next_element_sibling();
                    kept.push((element, Written::default()));
                }
            }
            let drawing = painter.draw(side, beat, camera);
            for (shape, (element, written)) in drawing.shapes().iter().zip(kept) {
                // An attribute that cannot be set leaves the shape as it was.
                written.renew(drawing, shape, one, |name, value| {
                    let _ = element.set_attribute(name, value);
                });
            }
        });
    });
    let point = move |event: ev::PointerEvent| {
        let Some(pointed) = pointed else { return };
        let target = event.target();
        let muscle = kept.try_with_value(|kept| {
            let hit = kept.iter().find(|(element, _)| target.as_deref() == Some(element.as_ref()));
            hit.and_then(|(_, written)| written.muscle())
        });
        // A pointer may be told of to a figure that has just gone.
        pointed.try_set(muscle.flatten());
    };
    let leave = move |event: ev::PointerEvent| {
        // A finger is lifted at once: what it touched stays pointed at.
        if let Some(pointed) = pointed
            && event.pointer_type() != "touch"
        {
            pointed.set(None);
        }
    };
    view! {
        <svg
            class="figure"
            node_ref=svg
            viewBox=frame.view_box()
            role=named.then_some("img")
            aria-hidden=(!named).then_some("true")
            aria-label=named.then_some(label)
            on:pointerover=point
            on:pointerleave=leave
            inner_html=shapes
        ></svg>
    }
}

/// The figure at one moment, drawn once.
#[component]
pub fn FigureStill(
    /// Whose movement.
    exercise: ExerciseId,
    /// At which moment.
    #[prop(default = Beat::Top)]
    beat: Beat,
    /// Which side works.
    #[prop(default = Side::Left)]
    side: Side,
    /// In the [room](room_all_round) that it takes however it is turned.
    #[prop(optional)]
    all_round: bool,
    /// What it shows, in words; without any it is decoration, and passed over.
    #[prop(optional, into)]
    label: String,
) -> impl IntoView {
    let named = !label.is_empty();
    let person = chosen();
    let key = key(exercise, person, beat, side, all_round);
    let stands = key.as_deref().is_some_and(mounting::take);
    let picture = (!stands).then(|| awaited(still(exercise, person, beat, side, all_round)));
    let part = move |of: fn(&Still) -> &String| picture?.with(|picture| picture.as_ref().map(of).cloned());
    view! {
        <svg
            class="figure"
            data-still=key
            viewBox=move || part(|picture| &picture.room)
            role=named.then_some("img")
            aria-hidden=(!named).then_some("true")
            aria-label=named.then_some(label)
            inner_html=move || part(|picture| &picture.shapes)
        ></svg>
    }
}

/// What tells a still from every other: "superman top left", and who is drawn where that was chosen. A moment in between has
/// no name, and is drawn each time.
fn key(
    exercise: ExerciseId,
    person: Option<Person>,
    beat: Beat,
    side: Side,
    all_round: bool,
) -> Option<String> {
    let beat = match beat {
        Beat::Start => " start ",
        Beat::Top => " top ",
        _ => return None,
    };
    let side = match side {
        Side::Left => "left",
        Side::Right => "right",
    };
    let room = if all_round { " all round" } else { "" };
    let mut key = [exercise.slug(), beat, side, room].concat();
    if let Some(person) = person {
        key.push(char::from(person.number()));
    }
    Some(key)
}

/// The room that a motion takes however it is turned, so that the picture keeps its size meanwhile.
pub fn room_all_round(painter: &mut Painter) -> Frame {
    let best = painter.best();
    let own = painter.frame(best);
    let turned = (0..6_u8).map(|part| painter.frame(best.turned(f32::from(part) * 60.0, 0.0)));
    turned.fold(own, |room, other| {
        let (left, top) = (room.left.min(other.left), room.top.min(other.top));
        let right = (room.left + room.width).max(other.left + other.width);
        let bottom = (room.top + room.height).max(other.top + other.height);
        Frame { left, top, width: right - left, height: bottom - top }
    })
}

/// A moment of `exercise` as markup, to be put into a picture with the class of one.
pub fn drawn(exercise: ExerciseId, painter: &mut Painter, side: Side, beat: Beat, camera: Camera) -> String {
    markup(Some(exercise), painter.draw(side, beat, camera))
}

/// Fetches what draws a figure, so that the next one appears at once. Missing or not: who draws finds out.
pub async fn fetch_drawing() {
    let _ = fetch_figure().await;
}

/// A figure that stands still, as markup.
struct Still {
    /// The room that it takes.
    room: String,
    /// What is in it.
    shapes: String,
}

#[allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which the file does not arrive")]
#[wasm_split(figure, wasm_split_path = leptos::wasm_split, preload(fetch_figure), fallible)]
fn still(
    exercise: ExerciseId,
    person: Option<Person>,
    beat: Beat,
    side: Side,
    all_round: bool,
) -> Result<Still, SplitLoaderError> {
    let mut painter = Painter::new(exercise, person.unwrap_or_else(|| Person::for_move(exercise)));
    let camera = painter.best();
    let room = if all_round { room_all_round(&mut painter) } else { painter.frame(camera) };
    Ok(Still { room: room.view_box(), shapes: drawn(exercise, &mut painter, side, beat, camera) })
}

/// The start of a movement and its height beside each other, for those who ask for less motion.
#[component]
pub fn FigurePair(
    /// Whose movement.
    exercise: ExerciseId,
    /// What it shows, in words; without any it is decoration, and passed over.
    #[prop(optional, into)]
    label: String,
) -> impl IntoView {
    view! {
        <div class="figure-pair">
            <FigureStill exercise beat=Beat::Start label />
            <Icon glyph=Glyph::Onward />
            <FigureStill exercise />
        </div>
    }
}

/// The figure as it moves from the height of its movement on, at its own tempo; standing still at that height while
/// `moving` is off.
#[component]
pub fn FigureMoving(
    /// Whose movement.
    exercise: ExerciseId,
    /// Whether it moves.
    #[prop(into)]
    moving: Signal<bool>,
    /// How long it has been moving.
    #[prop(into)]
    since: Signal<Millis>,
) -> impl IntoView {
    move || {
        if !moving.get() {
            return view! { <FigureStill exercise /> }.into_any();
        }
        let mut painter = Painter::new(exercise, who(exercise));
        let camera = painter.best();
        let frame = painter.frame(camera);
        let beat = Signal::derive(move || Beat::At(since.get()));
        view! { <FigureView painter beat camera frame exercise /> }.into_any()
    }
}
