//! Outlines: the convex hull of a few circles, as tangents and arcs.
//!
//! Decides: how a hull is walked and rounded. Deliberately does not know what the circles are the picture of.

use core::f32::consts::{PI, TAU};

use super::Path;

/// A circle on the screen, in units; y grows downwards.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Circle {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) radius: f32,
}

/// Adds the outline around `circles`. With `squash` below 1 the circles are ellipses of that height, whose y has been
/// divided by it (a shadow on the floor).
pub(super) fn outline(path: &mut Path, circles: &[Circle], squash: f32) {
    let tenths = |v: f32| (v * 10.0).round() as i32;
    let spot = |c: &Circle, angle: f32| {
        let (s, k) = angle.sin_cos();
        (tenths(c.x + c.radius * k), tenths((c.y + c.radius * s) * squash))
    };
    let Some(first) = rightmost(circles) else { return };
    let (mut at, mut angle, mut turned) = (first, 0.0_f32, 0.0_f32);
    let mut pen = spot(&circles[first], 0.0);
    path.start(pen.0, pen.1);
    // Every circle comes round once, twice at most for the first: the bound only guards against rounding.
    for _ in 0..2 * circles.len() + 2 {
        let (step, next) = overtaken(circles, at, angle);
        let step = step.min(TAU - turned);
        let circle = &circles[at];
        let radii = (tenths(circle.radius), tenths(circle.radius * squash).max(1));
        // A whole circle has no two ends: it is drawn in halves.
        let halves = if step > 1.5 * PI { 2 } else { 1 };
        for half in 1..=halves {
            let sweep = step / halves as f32;
            let to = spot(circle, angle + sweep * half as f32);
            if to != pen {
                path.arc(radii, sweep > PI, to.0, to.1);
                pen = to;
            }
        }
        angle += step;
        turned += step;
        if turned >= TAU - 1e-4 {
            break;
        }
        let to = spot(&circles[next], angle);
        if to != pen {
            path.line(to.0, to.1);
            pen = to;
        }
        at = next;
    }
    path.close();
}

fn rightmost(circles: &[Circle]) -> Option<usize> {
    (0..circles.len()).max_by(|&a, &b| {
        let reach = |i: usize| circles[i].x + circles[i].radius;
        reach(a).total_cmp(&reach(b)).then(circles[a].radius.total_cmp(&circles[b].radius))
    })
}

/// How far to walk round circle `at`, from direction `angle`, until another one reaches further out; and which.
fn overtaken(circles: &[Circle], at: usize, angle: f32) -> (f32, usize) {
    let here = circles[at];
    let mut best = (TAU, at);
    for (other, there) in circles.iter().enumerate() {
        let (dx, dy) = (there.x - here.x, there.y - here.y);
        let apart = dx.hypot(dy);
        let narrower = here.radius - there.radius;
        if other == at || apart <= narrower.abs() + 1e-4 {
            continue;
        }
        let step = (dy.atan2(dx) - (narrower / apart).acos() - angle).rem_euclid(TAU);
        if step < best.0 && step < TAU - 1e-3 {
            best = (step, other);
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
        path.as_str().to_owned()
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
    fn a_circle_inside_another_is_not_seen() {
        let big = Circle { x: 0.0, y: 0.0, radius: 5.0 };
        let small = Circle { x: 1.0, y: 1.0, radius: 2.0 };
        assert_eq!(drawn(&[small, big]), drawn(&[big]));
    }
}
