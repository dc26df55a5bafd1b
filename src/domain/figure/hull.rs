//! Outlines: the convex hull of a few circles, as tangents and arcs.
//!
//! Decides: how a hull is walked and rounded. Deliberately does not know what the circles are the picture of.

use super::drawing::Path;

/// A circle on the screen, in units; y grows downwards.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Circle {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) radius: f32,
}

/// A direction on the screen, of length 1.
type Way = (f32, f32);

/// Where every outline begins and ends: to the right.
const START: Way = (1.0, 0.0);
/// A whole turn, as [`turn`] measures.
const WHOLE: f32 = 4.0;

/// Adds the outline around `circles`. With `squash` below 1 the circles are ellipses of that height, whose y has been
/// divided by it (a shadow on the floor).
pub(super) fn outline(path: &mut Path, circles: &[Circle], squash: f32) {
    // Not `round`, which is a call where `floor` is an instruction.
    let tenths = |v: f32| (v * 10.0 + 0.5).floor() as i32;
    let spot =
        |c: &Circle, way: Way| (tenths(c.x + c.radius * way.0), tenths((c.y + c.radius * way.1) * squash));
    let Some(mut at) = rightmost(circles) else { return };
    let (mut way, mut walked) = (START, 0.0);
    let mut pen = spot(&circles[at], way);
    path.start(pen.0, pen.1);
    // Every circle comes round once, the first twice: the bound only guards against rounding.
    for _ in 0..2 * circles.len() + 2 {
        // Two circles may be equally far right: then the first step leads nowhere, and is not the last.
        let home = if walked < 0.5 && turn(way, START) < 0.1 { WHOLE } else { turn(way, START) };
        let (by, to, next) = overtaken(circles, at, way);
        let last = home <= by;
        let (by, to) = if last { (home, START) } else { (by, to) };
        let circle = &circles[at];
        let radii = (tenths(circle.radius), tenths(circle.radius * squash).max(1));
        // A whole circle has no two ends: it is drawn over its far side.
        let over = (-way.0, -way.1);
        for stop in [(by > 3.0).then_some(over), Some(to)].into_iter().flatten() {
            let end = spot(circle, stop);
            if end != pen {
                path.arc(radii, by > 2.0 && by <= 3.0, end.0, end.1);
                pen = end;
            }
        }
        if last {
            break;
        }
        let end = spot(&circles[next], to);
        if end != pen {
            path.line(end.0, end.1);
            pen = end;
        }
        (at, way, walked) = (next, to, walked + by);
    }
    path.close();
}

fn rightmost(circles: &[Circle]) -> Option<usize> {
    let mut best = None::<(f32, f32, usize)>;
    for (at, circle) in circles.iter().enumerate() {
        let reach = circle.x + circle.radius;
        if best.is_none_or(|(most, radius, _)| reach > most || (reach >= most && circle.radius >= radius)) {
            best = Some((reach, circle.radius, at));
        }
    }
    best.map(|(_, _, at)| at)
}

/// How far it is from one direction to another, clockwise on the screen: 0 … 4 for a whole turn. Not an angle, but it grows with it
/// and costs no arc tangent.
fn turn(from: Way, to: Way) -> f32 {
    let along = from.0 * to.0 + from.1 * to.1;
    let aside = from.0 * to.1 - from.1 * to.0;
    if aside >= 0.0 { 1.0 - along } else { 3.0 + along }
}

/// How far to walk round circle `at`, from direction `way`, until another one reaches further out; the direction then;
/// and which.
fn overtaken(circles: &[Circle], at: usize, way: Way) -> (f32, Way, usize) {
    let here = circles[at];
    let mut best = (WHOLE, START, at);
    for (other, there) in circles.iter().enumerate() {
        let (dx, dy) = (there.x - here.x, there.y - here.y);
        let apart = dx * dx + dy * dy;
        let narrower = here.radius - there.radius;
        let tangent = apart - narrower * narrower;
        if other == at || tangent <= 1e-3 {
            continue;
        }
        // The common tangent touches both circles in the direction that sees them equally far out.
        let side = tangent.sqrt();
        let to = ((dx * narrower + dy * side) / apart, (dy * narrower - dx * side) / apart);
        let by = turn(way, to);
        if by < best.0 && by < WHOLE - 1e-5 {
            best = (by, to, other);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(circles: &[Circle]) -> String {
        let mut path = Path::default();
        outline(&mut path, circles, 1.0);
        path.text().to_owned()
    }

    #[test]
    fn two_equal_circles_make_a_capsule() {
        let circle = |x| Circle { x, y: 0.0, radius: 5.0 };
        assert_eq!(
            drawn(&[circle(0.0), circle(20.0)]),
            "M25 0A5 5 0 0 1 20 5L0 5A5 5 0 0 1 0 -5L20 -5A5 5 0 0 1 25 0Z"
        );
    }

    #[test]
    fn circles_that_are_equally_far_right_are_both_in_the_outline() {
        let circle = |x, y| Circle { x, y, radius: 1.0 };
        let box_of_four = drawn(&[circle(0.0, 0.0), circle(8.0, 0.0), circle(0.0, 8.0), circle(8.0, 8.0)]);
        assert_eq!(box_of_four.matches('A').count(), 4, "{box_of_four}");
    }

    #[test]
    fn a_circle_inside_another_is_not_seen() {
        let big = Circle { x: 0.0, y: 0.0, radius: 5.0 };
        let small = Circle { x: 1.0, y: 1.0, radius: 2.0 };
        assert_eq!(drawn(&[small, big]), drawn(&[big]));
    }
}
