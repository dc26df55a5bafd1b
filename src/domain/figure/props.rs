//! What an exercise needs besides a body: a bench, a wall, weights.
//!
//! Decides: which exercise shows which, and their shapes. Deliberately does not know how they are painted: they are hulls
//! of spheres, like the body.

use super::flesh::{Ball, Sphere};
use super::math::point;
use super::plant::BENCH;
use super::skeleton::{Body, outward, place};
use crate::catalogue::{ExerciseId, id};

const HAND: u8 = place::HAND as u8;

/// A kettlebell hanging from a hand, in its frame (millimetres).
const KETTLEBELL: &[&[Ball]] =
    &[&[Ball(HAND, 34, -92, -14, 9), Ball(HAND, -34, -92, -14, 9), Ball(HAND, 0, -186, -14, 62)]];
/// A dumbbell in a hand: its heads, and the bar between them.
const DUMBBELL: &[&[Ball]] = &[
    &[Ball(HAND, -70, -96, -16, 12), Ball(HAND, 70, -96, -16, 12)],
    &[Ball(HAND, 66, -96, -16, 34), Ball(HAND, 96, -96, -16, 34)],
    &[Ball(HAND, -66, -96, -16, 34), Ball(HAND, -96, -96, -16, 34)],
];

/// What one hand holds.
fn held(exercise: ExerciseId, side: usize) -> &'static [&'static [Ball]] {
    match (exercise, side) {
        (id::DEADLIFT, _) => DUMBBELL,
        (id::KETTLEBELL_SWING, 1) | (id::SUITCASE_CARRY | id::SIDE_BEND, 0) => KETTLEBELL,
        _ => &[],
    }
}

/// Calls `add` with the spheres of every prop, and whether it throws a shadow. `body` is the body now, `first` the
/// body in the first key pose, from which what stands on the floor is measured.
pub(super) fn each(exercise: ExerciseId, body: &Body, first: &Body, mut add: impl FnMut(&[Sphere], bool)) {
    for side in 0..2 {
        for balls in held(exercise, side) {
            let mut spheres = [Sphere::default(); 3];
            for (sphere, ball) in spheres.iter_mut().zip(*balls) {
                *sphere = ball.on(body, side);
            }
            add(&spheres[..balls.len()], true);
        }
    }
    match exercise {
        id::HIP_THRUST => bench(first, &mut add),
        id::WALL_PLANK => {
            let x = first.bones[place::HAND].at.x + 6.0;
            wall([(x, -44.0), (x, 26.0)], &mut add);
        }
        id::WALL_SIDE_PLANK => {
            let z = first.bones[place::HAND].at.z - 17.0;
            wall([(-40.0, z), (24.0, z)], &mut add);
        }
        _ => {}
    }
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
