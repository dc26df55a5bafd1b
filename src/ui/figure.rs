//! A drawing of the figure as elements.
//!
//! Decides: which element a shape becomes. Between frames only attributes change: the tree stays. Colours are roles that
//! the stylesheet fills (`--paint-skin` …); how near a part is comes as a mixture with black or white.

use domain::figure::{Drawing, Frame, Paint, Shape};
use leptos::prelude::*;

/// The figure.
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
    label: Signal<String>,
) -> impl IntoView {
    let places = drawing.with_untracked(|drawing| drawing.shapes.len());
    let shapes = (0..places).map(|place| shape(drawing, place)).collect_view();
    let named = move || label.with(|label| !label.is_empty());
    view! {
        <svg
            class="figure"
            viewBox=move || frame.get().view_box()
            role=move || named().then_some("img")
            aria-label=move || label.with(|label| (!label.is_empty()).then(|| label.clone()))
            aria-hidden=move || (!named()).then_some("true")
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

/// The colour of a shape: its paint, darker the farther it is. An attribute, so that any rule of the stylesheet wins.
fn fill(shape: &Shape) -> String {
    let paint = match shape.paint {
        Paint::Line => return "none".to_owned(),
        Paint::MuscleDeep => "muscle",
        other => other.slug(),
    };
    match shape.shade {
        100 => format!("var(--paint-{paint})"),
        shade @ ..100 => format!("color-mix(in srgb,var(--paint-{paint}) {shade}%,#101528)"),
        shade => format!("color-mix(in srgb,var(--paint-{paint}) {}%,#fff)", 200 - u16::from(shade)),
    }
}

/// The opacity of a shape, where it is not whole.
fn strength(shape: &Shape) -> String {
    match shape.strength {
        100.. => "1".to_owned(),
        percent => format!(".{percent:02}"),
    }
}
