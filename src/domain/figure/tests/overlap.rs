//! No part of the body is inside another.
//!
//! Parts are convex hulls of balls, so two of them overlap by the least, over all directions, that one reaches past the other.

use super::touching::{Sides, TOUCHING};
use super::{Found, Frame, frames};
use crate::figure::flesh::{Kind, Limb, Sphere, each_sphere, parts};
use crate::figure::math::{Point, point};
use crate::figure::person::{Hair, Person, Wear};
use crate::figure::skeleton::Body;

/// How deep flesh may be in flesh where nothing is said about it, in centimetres.
const DEEP: f32 = 2.0;
/// How many directions are tried before the best is made better.
const DIRECTIONS: usize = 150;
/// How many ways are tried from there.
const WAYS: usize = 24;

/// A hull of a part, and the ball around it.
struct Hull {
    limb: Limb,
    /// Which side a paired part is on.
    side: Option<usize>,
    balls: Vec<Sphere>,
    around: Sphere,
}

impl Hull {
    /// How far it reaches in a direction.
    fn reach(&self, to: Point) -> f32 {
        self.balls.iter().map(|ball| ball.at.dot(to) + ball.radius).fold(f32::NEG_INFINITY, f32::max)
    }

    /// Whether the two are one piece of flesh.
    fn joins(&self, other: &Self) -> bool {
        self.limb.joins(other.limb) && self.sides(other) == Sides::Same
    }

    fn sides(&self, other: &Self) -> Sides {
        match (self.side, other.side) {
            (Some(a), Some(b)) if a != b => Sides::Other,
            _ => Sides::Same,
        }
    }

    fn name(&self) -> String {
        let side = self.side.map_or("", |side| if side == 0 { "left " } else { "right " });
        format!("{side}{:?}", self.limb)
    }
}

/// The body without hair and face; clothes are as thick as the skin under them.
fn hulls(body: &Body) -> Vec<Hull> {
    let bare = Person { build: body.build, hair: Hair::Shaved, wear: Wear::Shorts };
    let mut all = Vec::new();
    for part in parts(bare).filter(|part| part.kind == Kind::Flesh) {
        for side in 0..if part.paired { 2 } else { 1 } {
            for balls in part.hulls {
                let mut spheres = Vec::new();
                each_sphere(balls, part.paired, side, body, |sphere| spheres.push(sphere));
                let side = part.paired.then_some(side);
                let around = around(&spheres);
                all.push(Hull { limb: part.limb, side, balls: spheres, around });
            }
        }
    }
    all
}

fn around(balls: &[Sphere]) -> Sphere {
    let sum = balls.iter().fold(Point::default(), |sum, ball| sum + ball.at);
    let at = sum * (1.0 / balls.len() as f32);
    let radius = balls.iter().map(|ball| (ball.at - at).length() + ball.radius).fold(0.0, f32::max);
    Sphere { at, radius }
}

/// Directions all round.
fn directions() -> Vec<Point> {
    let turn = core::f32::consts::PI * (3.0 - 5.0_f32.sqrt());
    let step = |at: usize| {
        let y = 1.0 - 2.0 * (at as f32 + 0.5) / DIRECTIONS as f32;
        let (sin, cos) = (turn * at as f32).sin_cos();
        let across = (1.0 - y * y).sqrt();
        point(across * cos, y, across * sin)
    };
    (0..DIRECTIONS).map(step).collect()
}

/// How deep two hulls are in each other, or something less than `enough` when they are less deep than that.
fn depth(a: &Hull, b: &Hull, all: &[Point], enough: f32) -> f32 {
    let between = b.around.at - a.around.at;
    if between.length() > a.around.radius + b.around.radius - enough {
        return 0.0;
    }
    let along = |to: Point| a.reach(to) + b.reach(-to);
    let mut best = (along(between.unit()), between.unit());
    for &to in all {
        if best.0 < enough {
            return best.0;
        }
        let deep = along(to);
        if deep < best.0 {
            best = (deep, to);
        }
    }
    refined(best, along, enough)
}

/// The least around the best direction so far, or something less than `enough`. Valleys are narrow: many ways are tried from
/// each point.
fn refined(mut best: (f32, Point), along: impl Fn(Point) -> f32, enough: f32) -> f32 {
    let mut step = 0.15;
    while step > 0.002 && best.0 >= enough {
        let (before, from) = best;
        let one = from.cross(point(0.37, 0.61, -0.7)).unit();
        let two = from.cross(one);
        for way in 0..WAYS {
            let (sin, cos) = (core::f32::consts::TAU * way as f32 / WAYS as f32).sin_cos();
            let to = (from + (one * cos + two * sin) * step).unit();
            let deep = along(to);
            if deep < best.0 {
                best = (deep, to);
            }
        }
        if best.0 >= before {
            step *= 0.6;
        }
    }
    best.0
}

/// How deep two parts may be in each other, and why.
fn allowed(a: &Hull, b: &Hull) -> (f32, &'static str) {
    let pair = |one: Limb, two: Limb| (one == a.limb && two == b.limb) || (one == b.limb && two == a.limb);
    let said = TOUCHING.iter().find(|touch| pair(touch.0, touch.1) && touch.2 == a.sides(b));
    said.map_or((DEEP, "nothing is said about the two"), |touch| (touch.3, touch.4))
}

fn look(frame: &Frame, all: &[Point], found: &mut Found) {
    let hulls = hulls(&frame.body);
    for (at, a) in hulls.iter().enumerate() {
        for b in hulls[at + 1..].iter().filter(|b| !a.joins(b)) {
            let (limit, why) = allowed(a, b);
            // What comes near to what is allowed is worth saying.
            let deep = depth(a, b, all, limit * 0.8);
            if deep > limit * 0.8 {
                let kind = format!("{} {} in {}", frame.exercise.slug(), a.name(), b.name());
                found.see(kind, deep - limit, || format!("{deep:.1} cm ({why}), {}", frame.name()));
            }
        }
    }
}

#[test]
fn no_part_is_inside_another() {
    let all = directions();
    let mut found = Found::default();
    for frame in frames() {
        look(&frame, &all, &mut found);
    }
    found.judge("deeper in flesh than allowed", 0.0);
}

#[test]
fn two_hulls_overlap_by_what_the_nearest_way_out_is() {
    let hull = |spheres: &[(f32, f32, f32)]| {
        let balls: Vec<_> =
            spheres.iter().map(|&(x, y, radius)| Sphere { at: point(x, y, 0.0), radius }).collect();
        let around = around(&balls);
        Hull { limb: Limb::Hand, side: None, balls, around }
    };
    let (bar, ball) = (hull(&[(-10.0, 0.0, 2.0), (10.0, 0.0, 2.0)]), |y| hull(&[(7.0, y, 3.0)]));
    let all = directions();
    assert!((depth(&bar, &ball(1.0), &all, 0.0) - 4.0).abs() < 0.05);
    assert!((depth(&bar, &ball(-4.5), &all, 0.0) - 0.5).abs() < 0.05);
    assert!(depth(&bar, &ball(6.0), &all, 0.0) <= 0.0);
}
