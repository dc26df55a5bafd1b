//! What points to a mistake: the line of the body that loses its form.
//!
//! Decides: which line speaks for which place, so that the lines of the good form and of the wrong one can be told apart at a
//! glance. Deliberately does not know which is which, nor any colour.

use super::math::Point;
use super::skeleton::{Body, place};

/// The stops of the spine.
const SPINE: [usize; 6] = [place::PELVIS, place::WAIST, place::RIBS, place::CHEST, place::NECK, place::HEAD];
/// How many straight pieces a curve has between two of its stops.
const PIECES: usize = 5;
/// A limb that moved by fewer centimetres keeps its form.
const MOVED: f32 = 5.0;
/// Two bars less than about 12 degrees apart are the same.
const SAME: f32 = 0.978;

/// Calls `add` with the lines that say where `body` loses its form at `spot`, or keeps it; `good` and `bad` are both forms.
pub(super) fn lines(body: &Body, spot: usize, good: &Body, bad: &Body, mut add: impl FnMut(&[Point])) {
    if spot > place::HEAD {
        for side in 0..2 {
            let moved = limb(good, spot, side)
                .into_iter()
                .zip(limb(bad, spot, side))
                .any(|(a, b)| (a - b).length() > MOVED);
            // Pairs begin at even places.
            if moved || side == spot % 2 {
                add(&limb(body, spot, side));
            }
        }
        return;
    }
    let spine = SPINE.map(|stop| body.bones[stop].at);
    // Straight legs go on from the trunk: a plank is one line from head to heel.
    if straight(good) {
        let middle = |stop: usize| (body.bones[stop].at + body.bones[stop + 1].at) * 0.5;
        add(&curve(&[&[middle(place::FOOT), middle(place::SHANK)], spine.as_slice()].concat()));
    } else {
        add(&curve(&spine));
    }
    // What rolls or twists is seen across: hips, shoulders, ears.
    for (bone, half) in [(place::PELVIS, 11.0), (place::NECK, 18.0), (place::HEAD, 10.0)] {
        let way = |body: &Body| body.bones[bone].turn.z;
        if way(good).dot(way(bad)) < SAME {
            add(&[-half, half].map(|out| body.bones[bone].at + way(body) * out));
        }
    }
}

/// Both legs straight and side by side.
fn straight(body: &Body) -> bool {
    let [.., left, right] = body.bends;
    let apart = body.bones[place::FOOT].at - body.bones[place::FOOT + 1].at;
    left < 40.0 && right < 40.0 && apart.length() < 50.0
}

/// A whole limb: from the neck over the shoulder to the hand, or from the hips to the toes.
fn limb(body: &Body, spot: usize, side: usize) -> Vec<Point> {
    let (root, bones) = if spot < place::THIGH {
        (place::NECK, [place::ARM, place::FOREARM, place::HAND].as_slice())
    } else {
        (place::PELVIS, [place::THIGH, place::SHANK, place::FOOT, place::TOES].as_slice())
    };
    [root].into_iter().chain(bones.iter().map(|bone| bone + side)).map(|bone| body.bones[bone].at).collect()
}

/// A smooth curve through all `stops`.
fn curve(stops: &[Point]) -> Vec<Point> {
    let mut points = Vec::new();
    for (at, pair) in stops.windows(2).enumerate() {
        let (before, after) = (stops[at.saturating_sub(1)], stops[(at + 2).min(stops.len() - 1)]);
        let (from, to) = (pair[0], pair[1]);
        let (leaving, arriving) = ((to - before) * 0.5, (after - from) * 0.5);
        for piece in 0..PIECES {
            let share = piece as f32 / PIECES as f32;
            let (square, cube) = (share * share, share * share * share);
            let on = from * (2.0 * cube - 3.0 * square + 1.0) + to * (3.0 * square - 2.0 * cube);
            points.push(on + leaving * (cube - 2.0 * square + share) + arriving * (cube - square));
        }
    }
    points.extend(stops.last());
    points
}
