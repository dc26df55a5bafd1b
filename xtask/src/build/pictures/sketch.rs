//! A drawing of the figure in pixels: the colours that the style sheet gives it by day, the outlines that the rules write.
//! Knows nothing of where the picture is shown ([`crate::build::pictures`]).

use domain::figure::{Drawing, Paint as Role, Shape};
use tiny_skia::{Color, FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use super::icons::Rgb;

/// The dark that what is far is mixed with, and the white of what is near (`src/ui/figure.rs`).
const FAR: Rgb = Rgb(0x10, 0x15, 0x28);
const NEAR: Rgb = Rgb(0xff, 0xff, 0xff);
const MUSCLE: Rgb = Rgb(0xf2, 0x56, 0x32);
const MUSCLE_EDGE: Rgb = Rgb(0xa9, 0x2c, 0x12);
const MARK: Rgb = Rgb(0xc8, 0x10, 0x3a);
const MARK_GOOD: Rgb = Rgb(0x14, 0xc8, 0xa4);

/// Draws the figure, moved and scaled by `place`.
pub fn draw(drawing: &Drawing, place: Transform, picture: &mut Pixmap) {
    for shape in drawing.shapes() {
        let Some(path) = outline(drawing.outline(shape)) else { continue };
        if let Some(colour) = fill(shape) {
            picture.fill_path(&path, &paint(colour, shape.strength), FillRule::Winding, place, None);
        }
        if let Some((colour, stroke)) = edge(shape.paint) {
            picture.stroke_path(&path, &paint(colour, 100), &stroke, place, None);
        }
    }
}

fn paint(Rgb(red, green, blue): Rgb, percent: u8) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    let opacity = u16::from(percent.min(100)) * 255 / 100;
    paint.set_color(Color::from_rgba8(red, green, blue, opacity as u8));
    paint
}

/// The colour of a shape, darker the farther it is.
pub fn fill(shape: &Shape) -> Option<Rgb> {
    let colour = match shape.paint {
        Role::Line | Role::Mark | Role::MarkGood => return None,
        Role::Mat => Rgb(0xd3, 0xde, 0xd7),
        Role::Shadow => Rgb(0xb4, 0xc3, 0xbb),
        Role::Skin => Rgb(0xe0, 0xa4, 0x7c),
        Role::Top => Rgb(0x23, 0x7a, 0x80),
        Role::Shorts => Rgb(0x26, 0x34, 0x54),
        Role::Shoes => Rgb(0xf3, 0xf1, 0xec),
        Role::Hair => Rgb(0x42, 0x2c, 0x28),
        Role::Prop => Rgb(0xa7, 0x9c, 0x8a),
        Role::Muscle | Role::MuscleHelping | Role::MuscleDeep => MUSCLE,
    };
    Some(match shape.shade {
        100 => colour,
        percent @ ..100 => mixed(colour, FAR, percent),
        percent => mixed(colour, NEAR, 200u8.saturating_sub(percent)),
    })
}

/// So much percent of the first, the rest of the second.
fn mixed(first: Rgb, second: Rgb, percent: u8) -> Rgb {
    let share = u16::from(percent);
    let mix = |a: u8, b: u8| ((u16::from(a) * share + u16::from(b) * (100 - share)) / 100) as u8;
    Rgb(mix(first.0, second.0), mix(first.1, second.1), mix(first.2, second.2))
}

/// The line around a shape.
pub fn edge(role: Role) -> Option<(Rgb, Stroke)> {
    let (colour, width) = match role {
        Role::Mat => (Rgb(0xb3, 0xc4, 0xbb), 1.0),
        Role::Line => (Rgb(0x3a, 0x3f, 0x52), 2.4),
        Role::Muscle => (MUSCLE_EDGE, 0.8),
        Role::MuscleHelping => (MUSCLE, 1.0),
        Role::MuscleDeep => (MUSCLE_EDGE, 1.0),
        Role::Mark => (MARK, 4.0),
        Role::MarkGood => (MARK_GOOD, 4.0),
        _ => return None,
    };
    let dash = if role == Role::MuscleDeep { StrokeDash::new(vec![3.0, 2.5], 0.0) } else { None };
    Some((colour, Stroke { width, dash, line_join: LineJoin::Round, ..Stroke::default() }))
}

/// The outline that the rules wrote: absolute `M`, `L`, `A` and `Z`. Nothing for one that is not of theirs.
fn outline(text: &str) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (mut here, mut rest) = ((0.0, 0.0), text);
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(1..)?;
        let end = after.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(after.len());
        let (numbers, next) = after.split_at(end);
        let numbers: Option<Vec<f32>> =
            numbers.split_whitespace().map(|number| number.parse().ok()).collect();
        match (letter, numbers?.as_slice()) {
            ('Z', []) => path.close(),
            ('M', &[x, y]) => {
                path.move_to(x, y);
                here = (x, y);
            }
            ('L', &[x, y]) => {
                path.line_to(x, y);
                here = (x, y);
            }
            ('A', &[rx, ry, _, large, _, x, y]) => {
                arc(&mut path, here, (rx, ry), large > 0.5, (x, y));
                here = (x, y);
            }
            _ => return None,
        }
        rest = next;
    }
    path.finish()
}

/// An arc of an upright ellipse, in the direction of growing angles, in curves of at most a quarter each.
fn arc(path: &mut PathBuilder, from: (f32, f32), radii: (f32, f32), large: bool, to: (f32, f32)) {
    let (rx, ry) = radii;
    if rx <= 0.0 || ry <= 0.0 {
        return path.line_to(to.0, to.1);
    }
    // On the unit circle: the middle lies beside the middle of the chord, on the side that `large` asks for.
    let (a, b) = ((from.0 / rx, from.1 / ry), (to.0 / rx, to.1 / ry));
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let chord = dx.hypot(dy);
    if chord == 0.0 {
        return;
    }
    let away = (1.0 - chord * chord / 4.0).max(0.0).sqrt() / chord * if large { -1.0 } else { 1.0 };
    let scale = (chord / 2.0).max(1.0);
    let middle = (a.0.midpoint(b.0) - dy * away, a.1.midpoint(b.1) + dx * away);
    let start = (a.1 - middle.1).atan2(a.0 - middle.0);
    let end = (b.1 - middle.1).atan2(b.0 - middle.0);
    let turn = (end - start).rem_euclid(std::f32::consts::TAU);
    let parts = (turn / std::f32::consts::FRAC_PI_2).ceil().max(1.0);
    let step = turn / parts;
    let pull = 4.0 / 3.0 * (step / 4.0).tan();
    let place = |angle: f32, along: f32| {
        let (sin, cos) = angle.sin_cos();
        let (x, y) = (cos - sin * along, sin + cos * along);
        ((middle.0 + x * scale) * rx, (middle.1 + y * scale) * ry)
    };
    for part in 0..parts as u8 {
        let (first, last) = (start + step * f32::from(part), start + step * f32::from(part + 1));
        let ((x1, y1), (x2, y2), (x, y)) = (place(first, pull), place(last, -pull), place(last, 0.0));
        path.cubic_to(x1, y1, x2, y2, x, y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_goes_around_its_middle_the_way_of_growing_angles() {
        let bounds = |text: &str| {
            let bounds = outline(text).unwrap().compute_tight_bounds().unwrap();
            [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()].map(|edge| edge.round() as i32)
        };
        assert_eq!(bounds("M-10 0A10 10 0 0 1 10 0Z"), [-10, -10, 10, 0]);
        assert_eq!(bounds("M10 0A10 20 0 0 1 -10 0Z"), [-10, 0, 10, 20]);
        assert_eq!(bounds("M0 -10A10 10 0 1 1 -10 0L0 0Z"), [-10, -10, 10, 10]);
    }

    #[test]
    fn what_is_not_of_the_rules_is_not_drawn() {
        assert_eq!(outline("M1 2C3 4 5 6 7 8Z"), None);
        assert_eq!(outline("M1 2q3 4 5 6Z"), None);
    }
}
