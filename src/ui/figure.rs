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
use domain::figure::{Beat, Camera, Drawing, Frame, Paint, Painter, Person, Shape};
use domain::time::Millis;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::awaited::awaited;
use super::cast::{chosen, who};
use super::icon::{Glyph, Icon};
use super::mounting;

/// The figure, as it changes. Its shapes are made once; from then on only what differs is written, straight to each: a
/// signal for every attribute of a hundred shapes would cost more than the drawing.
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
    /// What it shows, in words; without any it is decoration, and passed over.
    #[prop(optional, into)]
    label: String,
) -> impl IntoView {
    let named = !label.is_empty();
    let svg = NodeRef::<leptos::svg::Svg>::new();
    let shapes = markup(exercise, painter.draw(side, beat.get_untracked(), camera.get_untracked()));
    Effect::new(move |kept: Option<_>| {
        let (beat, camera) = (beat.get(), camera.get());
        let (mut elements, mut written): (Vec<_>, Vec<Written>) = kept.unwrap_or_default();
        if elements.is_empty() {
            let group = svg.get().and_then(|svg| svg.first_element_child());
            let mut next = group.and_then(|group| group.first_element_child());
            while let Some(element) = next {
                next = element.next_element_sibling();
                elements.push(element);
                written.push(Written::default());
            }
        }
        let drawing = painter.draw(side, beat, camera);
        for ((shape, element), written) in drawing.shapes().iter().zip(&elements).zip(&mut written) {
            // An attribute that cannot be set leaves the shape as it was.
            written.renew(drawing, shape, |name, value| {
                let _ = element.set_attribute(name, value);
            });
        }
        (elements, written)
    });
    view! {
        <svg
            class="figure"
            node_ref=svg
            viewBox=frame.view_box()
            role=named.then_some("img")
            aria-hidden=(!named).then_some("true")
            aria-label=named.then_some(label)
            inner_html=shapes
        ></svg>
    }
}

/// What was last written of one shape. Its texts keep their room, so that a picture after the first asks for none.
#[derive(Default)]
struct Written {
    shape: Option<(Paint, u8, u8)>,
    outline: String,
    text: String,
}

impl Written {
    /// Calls `write` with each attribute that differs from what was written last.
    fn renew(&mut self, drawing: &Drawing, shape: &Shape, write: impl Fn(&str, &str)) {
        let known = self.shape.replace((shape.paint, shape.shade, shape.strength));
        let differs =
            |of: fn(&(Paint, u8, u8)) -> (u8, u8)| known.as_ref().map(of) != self.shape.as_ref().map(of);
        if differs(|shape| (shape.0 as u8, 0)) {
            write("data-paint", shape.paint.slug());
        }
        if differs(|shape| (shape.0 as u8, shape.1)) {
            self.text.clear();
            fill(shape, &mut self.text);
            write("fill", &self.text);
        }
        if differs(|shape| (shape.2, 0)) {
            self.text.clear();
            strength(shape, &mut self.text);
            write("fill-opacity", &self.text);
        }
        let outline = drawing.outline(shape);
        if self.outline != outline {
            self.outline.clear();
            self.outline.push_str(outline);
            write("d", outline);
        }
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
    let room = match beat {
        // Both forms of a moment are seen in the same room.
        Beat::Wrong(number) | Beat::Right(number) => painter.frame_of(number, camera),
        _ if all_round => room_all_round(&mut painter),
        _ => painter.frame(camera),
    };
    Ok(Still { room: room.view_box(), shapes: markup(Some(exercise), painter.draw(side, beat, camera)) })
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

/// A drawing as markup, in the colours of whoever does `exercise`; the stylesheet knows them by their numbers.
fn markup(exercise: Option<ExerciseId>, drawing: &Drawing) -> String {
    let mut out = String::with_capacity(drawing.shapes().len() * 160);
    out.push_str("<g");
    if let Some(colours) = exercise.map(Person::colours_for_move) {
        for (name, number) in [" data-skin=\"", " data-hair=\"", " data-outfit=\""].into_iter().zip(colours) {
            out.push_str(name);
            out.push(char::from(b'0' + number));
            out.push('"');
        }
    }
    out.push('>');
    for shape in drawing.shapes() {
        out.push_str("<path data-paint=\"");
        out.push_str(shape.paint.slug());
        out.push_str("\" fill=\"");
        fill(shape, &mut out);
        out.push_str("\" fill-opacity=\"");
        strength(shape, &mut out);
        // Marks stand still, and are seldom seen: not worth a rule of the style sheet that every page begins with.
        out.push_str(match shape.paint {
            Paint::Mark => "\" stroke-width=\"3\" stroke=\"#a92c12",
            Paint::MarkGood => "\" stroke-width=\"3\" stroke=\"var(--teal)",
            _ => "",
        });
        out.push_str("\" d=\"");
        out.push_str(drawing.outline(shape));
        out.push_str("\"/>");
    }
    out.push_str("</g>");
    out
}

/// Writes the colour of a shape: its paint, darker the farther it is. An attribute, so that any rule of the stylesheet wins.
fn fill(shape: &Shape, out: &mut String) {
    let paint = match shape.paint {
        Paint::Line | Paint::Mark | Paint::MarkGood => return out.push_str("none"),
        Paint::MuscleDeep | Paint::MuscleHelping => "muscle",
        other => other.slug(),
    };
    let (percent, with) = match shape.shade {
        100 => (0, ""),
        shade @ ..100 => (shade, "#101528"),
        shade => (200_u8.saturating_sub(shade), "#fff"),
    };
    for part in [if percent > 0 { "color-mix(in srgb," } else { "" }, "var(--paint-", paint, ")"] {
        out.push_str(part);
    }
    if percent > 0 {
        out.push(' ');
        two_figures(percent, out);
        for part in ["%,", with, ")"] {
            out.push_str(part);
        }
    }
}

/// Writes the opacity of a shape.
fn strength(shape: &Shape, out: &mut String) {
    if shape.strength >= 100 {
        return out.push('1');
    }
    out.push('.');
    two_figures(shape.strength, out);
}

fn two_figures(number: u8, out: &mut String) {
    out.push(char::from(b'0' + number / 10 % 10));
    out.push(char::from(b'0' + number % 10));
}
