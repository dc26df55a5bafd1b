//! A drawing of the figure as elements.
//!
//! Decides: which element a shape becomes, and when a figure is drawn once or over and over. A figure that moves keeps
//! its elements: between frames only attributes change. One that stands still is written in one go. Colours are roles
//! that the stylesheet fills (`--paint-skin` …); how near a part is comes as a mixture with dark or white.
//!
//! The figure is a large part of the program, and words can be read before there are pictures: what draws comes in a file
//! of its own, and a figure that stands still appears as soon as that is here, in the room that was kept for it. What was
//! drawn while building stands in the page already and is not drawn again ([`super::mounting`]).

use domain::catalogue::{ExerciseId, Side};
use domain::figure::{Beat, Camera, Drawing, Frame, Paint, Shape, draw, frame};
use domain::time::Millis;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::awaited::awaited;
use super::icon::{Glyph, Icon};
use super::mounting;

/// The figure, as it changes.
#[component]
pub fn FigureView(
    /// What is drawn now.
    #[prop(into)]
    drawing: Signal<Drawing>,
    /// The room that the whole motion takes.
    #[prop(into)]
    frame: Signal<Frame>,
    /// What it shows, in words; without any it is decoration, and passed over.
    #[prop(optional, into)]
    label: String,
) -> impl IntoView {
    let places = drawing.with_untracked(|drawing| drawing.shapes.len());
    let shapes = (0..places).map(|place| shape(drawing, place)).collect_view();
    let named = !label.is_empty();
    view! {
        <svg
            class="figure"
            viewBox=move || frame.get().view_box()
            role=named.then_some("img")
            aria-hidden=(!named).then_some("true")
            aria-label=named.then_some(label)
        >
            {shapes}
        </svg>
    }
}

/// The element of the shape at `place`, counted from the back.
fn shape(drawing: Signal<Drawing>, place: usize) -> impl IntoView {
    let of = move |read: fn(&Shape) -> String| drawing.with(|drawing| drawing.shapes.get(place).map(read));
    view! {
        <path
            data-paint=move || of(|shape| shape.paint.slug().to_owned())
            fill=move || of(fill)
            fill-opacity=move || of(strength)
            d=move || of(|shape| shape.path.as_str().to_owned())
        />
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
    let key = key(exercise, beat, side, all_round);
    let stands = key.as_deref().is_some_and(mounting::take);
    let picture = (!stands).then(|| awaited(still(exercise, beat, side, all_round)));
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

/// What tells a still from every other: "superman top left". A moment in between has no name, and is drawn each time.
fn key(exercise: ExerciseId, beat: Beat, side: Side, all_round: bool) -> Option<String> {
    let beat = match beat {
        Beat::Start => " start ",
        Beat::Top => " top ",
        Beat::At(_) => return None,
    };
    let side = match side {
        Side::Left => "left",
        Side::Right => "right",
    };
    let room = if all_round { " all round" } else { "" };
    Some([exercise.slug(), beat, side, room].concat())
}

/// The room that a motion takes however it is turned, so that the picture keeps its size meanwhile.
pub fn room_all_round(exercise: ExerciseId) -> Frame {
    let best = Camera::best(exercise);
    let turned = (0..6_u8).map(|part| frame(exercise, best.turned(f32::from(part) * 60.0, 0.0)));
    turned.fold(frame(exercise, best), |room, other| {
        let (left, top) = (room.left.min(other.left), room.top.min(other.top));
        let right = (room.left + room.width).max(other.left + other.width);
        let bottom = (room.top + room.height).max(other.top + other.height);
        Frame { left, top, width: right - left, height: bottom - top }
    })
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
fn still(exercise: ExerciseId, beat: Beat, side: Side, all_round: bool) -> Result<Still, SplitLoaderError> {
    let camera = Camera::best(exercise);
    let shapes = markup(&draw(exercise, side, beat, camera));
    let room = if all_round { room_all_round(exercise) } else { frame(exercise, camera) };
    Ok(Still { room: room.view_box(), shapes })
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
    let camera = Camera::best(exercise);
    move || {
        if !moving.get() {
            return view! { <FigureStill exercise /> }.into_any();
        }
        let drawing = Memo::new(move |_| draw(exercise, Side::Left, Beat::At(since.get()), camera));
        view! { <FigureView drawing frame=frame(exercise, camera) /> }.into_any()
    }
}

/// A drawing as markup.
fn markup(drawing: &Drawing) -> String {
    let mut out = String::with_capacity(drawing.shapes.len() * 160);
    for shape in &drawing.shapes {
        let parts =
            ["<path data-paint=\"", shape.paint.slug(), "\" fill=\"", &fill(shape), "\" fill-opacity=\""];
        for part in parts {
            out.push_str(part);
        }
        out.push_str(&strength(shape));
        out.push_str("\" d=\"");
        shape.path.write(&mut out);
        out.push_str("\"/>");
    }
    out
}

/// The colour of a shape: its paint, darker the farther it is. An attribute, so that any rule of the stylesheet wins.
fn fill(shape: &Shape) -> String {
    let paint = match shape.paint {
        Paint::Line => return "none".to_owned(),
        Paint::MuscleDeep | Paint::MuscleHelping => "muscle",
        other => other.slug(),
    };
    match shape.shade {
        100 => format!("var(--paint-{paint})"),
        shade @ ..100 => format!("color-mix(in srgb,var(--paint-{paint}) {shade}%,#101528)"),
        shade => format!("color-mix(in srgb,var(--paint-{paint}) {}%,#fff)", 200u8.saturating_sub(shade)),
    }
}

/// The opacity of a shape.
fn strength(shape: &Shape) -> String {
    match shape.strength {
        100.. => "1".to_owned(),
        percent => format!(".{percent:02}"),
    }
}
