//! What an exercise needs besides a body: a bench, a wall, weights, a band.
//!
//! Decides: which things there are and their shapes. Deliberately does not know which exercise shows which (that stands
//! beside its poses), nor how they are painted: they are hulls of spheres, like the body.

use super::flesh::{Ball, Sphere};
use super::math::{Point, point};
use super::plant::BENCH;
use super::skeleton::{Body, outward, place};

const HAND: u8 = place::HAND as u8;
const THIGH: u8 = place::THIGH as u8;
const PELVIS: u8 = place::PELVIS as u8;

/// A thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prop {
    /// In the hand of this side; 0 is the left.
    Dumbbell(usize),
    /// In each hand.
    Dumbbells,
    /// In the hand of this side.
    Kettlebell(usize),
    /// In the hand of this side.
    Bag(usize),
    /// Across the hips.
    Barbell,
    /// A loop above the knees.
    Loop,
    /// From both hands to a post on this side.
    Band(usize),
    /// From both hands to a post on the right, above the head.
    HighBand,
    /// Under the upper back.
    Bench,
    /// Where the hands are, ahead.
    WallAhead,
    /// Beyond the left hand.
    WallLeft,
}

/// The thing that is called so in the files of poses.
pub(super) fn named(name: &str) -> Option<Prop> {
    Some(match name {
        "dumbbell left" => Prop::Dumbbell(0),
        "dumbbell right" => Prop::Dumbbell(1),
        "dumbbells" => Prop::Dumbbells,
        "kettlebell left" => Prop::Kettlebell(0),
        "kettlebell right" => Prop::Kettlebell(1),
        "bag left" => Prop::Bag(0),
        "barbell" => Prop::Barbell,
        "loop" => Prop::Loop,
        "band left" => Prop::Band(0),
        "band right" => Prop::Band(1),
        "band high" => Prop::HighBand,
        "bench" => Prop::Bench,
        "wall ahead" => Prop::WallAhead,
        "wall left" => Prop::WallLeft,
        _ => return None,
    })
}

/// A kettlebell hanging from a hand, in its frame (millimetres).
const KETTLEBELL: &[&[Ball]] =
    &[&[Ball(HAND, 34, -92, -14, 9), Ball(HAND, -34, -92, -14, 9), Ball(HAND, 0, -186, -14, 62)]];
/// A dumbbell in a hand: its heads, and the bar between them.
const DUMBBELL: &[&[Ball]] = &[
    &[Ball(HAND, -70, -96, -16, 12), Ball(HAND, 70, -96, -16, 12)],
    &[Ball(HAND, 66, -96, -16, 34), Ball(HAND, 96, -96, -16, 34)],
    &[Ball(HAND, -66, -96, -16, 34), Ball(HAND, -96, -96, -16, 34)],
];
/// A bag in a hand: its strap, and what it holds.
const BAG: &[&[Ball]] = &[
    &[Ball(HAND, 0, -92, -10, 10), Ball(HAND, 88, -168, -10, 9), Ball(HAND, -88, -168, -10, 9)],
    &[
        Ball(HAND, 140, -200, -10, 52),
        Ball(HAND, -140, -200, -10, 52),
        Ball(HAND, 140, -290, -10, 60),
        Ball(HAND, -140, -290, -10, 60),
    ],
];

/// Calls `add` with the spheres of every prop, and whether it throws a shadow. `body` is the body now, `first` the
/// body in the first key pose, from which what stands on the floor is measured.
pub(super) fn each(props: &[Prop], body: &Body, first: &Body, mut add: impl FnMut(&[Sphere], bool)) {
    for &prop in props {
        match prop {
            Prop::Dumbbell(side) => held(DUMBBELL, body, side, &mut add),
            Prop::Dumbbells => (0..2).for_each(|side| held(DUMBBELL, body, side, &mut add)),
            Prop::Kettlebell(side) => held(KETTLEBELL, body, side, &mut add),
            Prop::Bag(side) => held(BAG, body, side, &mut add),
            Prop::Barbell => barbell(body, &mut add),
            Prop::Loop => band_loop(body, &mut add),
            Prop::Band(side) => {
                let post = first.bones[place::CHEST].at + point(24.0, -4.0, 62.0 * outward(side));
                band(body, post, &mut add);
            }
            Prop::HighBand => {
                band(body, first.bones[place::HEAD].at + point(30.0, 26.0, 62.0), &mut add);
            }
            Prop::Bench => bench(first, &mut add),
            Prop::WallAhead => {
                let x = first.bones[place::FOREARM].at.x.max(first.bones[place::HAND].at.x) + 5.9;
                wall([(x, -44.0), (x, 26.0)], &mut add);
            }
            Prop::WallLeft => {
                let forearm = first.bones[place::FOREARM].at.z.min(first.bones[place::HAND].at.z);
                let z = forearm - 5.9;
                wall([(-40.0, z), (24.0, z)], &mut add);
            }
        }
    }
}

/// How high the lowest point is of a dumbbell in a hand.
#[cfg(test)]
pub(super) fn dumbbell_low(body: &Body, side: usize) -> f32 {
    let mut low = f32::INFINITY;
    held(DUMBBELL, body, side, &mut |spheres: &[Sphere], _| {
        low = spheres.iter().fold(low, |low, sphere| low.min(sphere.at.y - sphere.radius));
    });
    low
}

/// What is in a hand.
fn held(hulls: &[&[Ball]], body: &Body, side: usize, add: &mut impl FnMut(&[Sphere], bool)) {
    for balls in hulls {
        let mut spheres = [Sphere::default(); 4];
        for (sphere, ball) in spheres.iter_mut().zip(*balls) {
            *sphere = ball.on(body, side);
        }
        add(&spheres[..balls.len()], true);
    }
}

fn barbell(body: &Body, add: &mut impl FnMut(&[Sphere], bool)) {
    let end = |side: usize, from: i16, to: i16, radius: i16| {
        [from, to].map(|out| Ball(PELVIS, 104, 18, out, radius).on(body, side))
    };
    let [left, right] = [0, 1].map(|side| end(side, 640, 640, 14)[0]);
    add(&[left, right], true);
    for side in 0..2 {
        add(&end(side, 540, 570, 108), true);
    }
}

/// A loop above the knees: a strip in front of the thighs, and one behind them.
fn band_loop(body: &Body, add: &mut impl FnMut(&[Sphere], bool)) {
    for (front, side) in [(66, 30), (-58, -20)] {
        let ball = |x: i16, out: i16, on: usize| Ball(THIGH, x, -322, out, 13).on(body, on);
        add(&[ball(front, 8, 0), ball(side, 62, 0), ball(front, 8, 1), ball(side, 62, 1)], false);
    }
}

/// From where the hands meet to a post.
fn band(body: &Body, post: Point, add: &mut impl FnMut(&[Sphere], bool)) {
    let hands = [0, 1].map(|side| Ball(HAND, 0, -80, -10, 10).on(body, side));
    let middle = (hands[0].at + hands[1].at) * 0.5;
    add(&[Sphere { at: middle, radius: 1.0 }, Sphere { at: post, radius: 0.7 }], true);
    add(
        &[
            Sphere { at: post + point(0.0, 3.0, 0.0), radius: 1.8 },
            Sphere { at: post - point(0.0, 3.0, 0.0), radius: 1.8 },
        ],
        true,
    );
}

fn bench(first: &Body, add: &mut impl FnMut(&[Sphere], bool)) {
    let chest = first.bones[place::CHEST].at.x;
    let ball = |x: f32, y: f32, z: f32, radius: f32| Sphere { at: point(chest + x, y, z), radius };
    let pad = BENCH - 4.0;
    for side in 0..2 {
        let z = 32.0 * outward(side);
        add(&[ball(-18.0, 2.2, z, 2.2), ball(-14.0, pad, z, 2.2)], true);
        add(&[ball(4.0, 2.2, z, 2.2), ball(0.0, pad, z, 2.2)], true);
    }
    let mut top = [Sphere::default(); 8];
    for (at, sphere) in top.iter_mut().enumerate() {
        let z = [-42.0, -14.0, 14.0, 42.0][at / 2];
        *sphere = ball(if at % 2 == 0 { -22.0 } else { 6.0 }, pad, z, 4.0);
    }
    add(&top, true);
}

/// A piece of wall over a line on the floor, from x, z to x, z.
fn wall(line: [(f32, f32); 2], add: &mut impl FnMut(&[Sphere], bool)) {
    let mut spheres = [Sphere::default(); 4];
    for (at, sphere) in spheres.iter_mut().enumerate() {
        let (x, z) = line[at % 2];
        *sphere = Sphere { at: point(x, if at < 2 { 1.5 } else { 168.0 }, z), radius: 1.5 };
    }
    add(&spheres, false);
}
