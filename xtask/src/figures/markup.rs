//! A drawing as elements of an SVG, in the colours by day.

use std::fmt::{Result, Write as _};

use domain::figure::{Drawing, Paint};

use crate::build::pictures::sketch;

/// Writes the shapes of a drawing.
pub(super) fn shapes(out: &mut String, drawing: &Drawing) -> Result {
    for shape in drawing.shapes() {
        let fill = sketch::fill(shape).map_or_else(|| "none".to_owned(), |colour| colour.to_string());
        write!(out, "<path fill=\"{fill}\" fill-opacity=\"{}%\"", shape.strength)?;
        if let Some((colour, stroke)) = sketch::edge(shape.paint) {
            write!(out, " stroke=\"{colour}\" stroke-width=\"{}\"", stroke.width)?;
        }
        if shape.paint == Paint::MuscleDeep {
            out.push_str(" stroke-dasharray=\"3 2.5\"");
        }
        write!(out, " d=\"{}\"/>", drawing.outline(shape))?;
    }
    Ok(())
}
