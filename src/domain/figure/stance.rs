//! Key poses brought to rest, and the body on its way between two of them.
//!
//! Decides: what of a key pose stays where it was in the first one, and how a body gets from one to the next without skating
//! or sinking. Deliberately does not know time or exercises.

use super::hands;
use super::math::{Point, UP};
use super::person::Build;
use super::plant::{self, Grips, Stay};
use super::poses::{Hold, Key, Trunk};
use super::skeleton::{Angles, Body, PELVIS_TURN, place};

/// How far from its place a limb that bears weight may end before it is planted nearer, in centimetres: only the wrong form of a
/// pose comes to that.
const FAR: f32 = 1.5;

/// A key pose brought to rest: what is held is held.
pub(super) struct Stance {
    pub(super) angles: Angles,
    pub(super) body: Body,
    pub(super) grips: Grips,
    pub(super) key: Key,
}

impl Stance {
    /// Settles a key pose; what it holds in common with `first` it holds in the same place.
    pub(super) fn of(key: &Key, first: Option<&Self>, build: Build) -> Self {
        let mut angles = key.angles();
        let mut body = plant::settle_key(&mut angles, key, build);
        if let Some(first) = first {
            let by = anchor(&first.body, first, key) - anchor(&body, first, key);
            body.shift(by.flat());
        }
        let mut grips = Grips::default();
        for (limb, grip) in grips.iter_mut().enumerate() {
            let hold = hold_of(key, limb);
            let stay = first.filter(|first| hold_of(&first.key, limb) == hold && is_planted(hold));
            let stay = stay.map(|first| first.grips[limb]);
            plant::place_limb(&mut body, limb, hold, stay);
            let reached = Stay::of(&body, limb, hold);
            *grip = stay.unwrap_or(reached);
            // What is too far away is planted nearer.
            if (grip.at - reached.at).length() > FAR {
                plant::place_limb(&mut body, limb, hold, None);
                *grip = Stay::of(&body, limb, hold);
            }
        }
        body.read_limbs(&mut angles);
        Self { angles, body, grips, key: *key }
    }
}

pub(super) fn hold_of(key: &Key, limb: usize) -> Hold {
    if limb < 2 { key.arms[limb] } else { key.legs[limb - 2] }
}

pub(super) fn is_planted(hold: Hold) -> bool {
    matches!(hold, Hold::Flat | Hold::Grip | Hold::Toes | Hold::Heel | Hold::Edge | Hold::Kneel)
}

/// The point of a body that a key pose shares with the first one.
fn anchor(body: &Body, first: &Stance, key: &Key) -> Point {
    let mean = |wanted: &dyn Fn(usize, Hold) -> bool| {
        let (mut sum, mut count) = (Point::default(), 0.0_f32);
        for limb in 0..4 {
            let hold = hold_of(key, limb);
            if hold == hold_of(&first.key, limb) && wanted(limb, hold) {
                sum = sum + plant::grip(body, limb, hold);
                count += 1.0;
            }
        }
        if count > 0.0 { sum * (1.0 / count) } else { body.bones[place::PELVIS].at }
    };
    match key.trunk {
        Trunk::Floor | Trunk::Hips => body.bones[place::PELVIS].at,
        Trunk::Shoulders => body.bones[place::NECK].at,
        Trunk::Bench => body.bones[place::CHEST].at,
        Trunk::Knees => mean(&|limb, hold| limb >= 2 && hold == Hold::Kneel),
        Trunk::Elbows => mean(&|limb, hold| limb < 2 && hold == Hold::Kneel),
        Trunk::Feet => mean(&|_, hold| is_planted(hold)),
    }
}

/// The body on its way between two stances.
pub(super) fn between(a: &Stance, b: &Stance, share: f32) -> Body {
    let mut angles = a.angles;
    for (angle, to) in angles.iter_mut().zip(b.angles) {
        *angle += (to - *angle) * share;
    }
    let root = |stance: &Stance| stance.body.bones[place::PELVIS].at;
    let mut body = Body::posed(&angles, root(a).toward(root(b), share), a.body.build);
    if a.key.trunk == Trunk::Feet && b.key.trunk == Trunk::Feet {
        body = clear_knees(body, &mut angles);
    }
    body.shift(settled(&body, a, b));
    plant::rest_head(&mut body, &mut angles, a.key.head && b.key.head);
    for limb in 0..4 {
        let (from, to) = (hold_of(&a.key, limb), hold_of(&b.key, limb));
        if from == to {
            let stay = is_planted(from).then(|| a.grips[limb].toward(b.grips[limb], share));
            plant::place_limb(&mut body, limb, from, stay);
            continue;
        }
        if limb < 2 && hands::bring_between(&mut body, limb, (from, to), share) {
            continue;
        }
        for (hold, weight) in [(from, 1.0 - share), (to, share)] {
            plant::lean_to(&mut body, limb, hold, weight);
        }
        plant::place_limb(&mut body, limb, Hold::Free, None);
    }
    body
}

/// Raises the hips, shoulders staying, until passing knees clear the floor.
fn clear_knees(body: Body, angles: &mut Angles) -> Body {
    let mut body = body;
    for _ in 0..3 {
        let low = body.joints(2)[1].y.min(body.joints(3)[1].y);
        if low >= 5.4 {
            break;
        }
        let shoulders = body.bones[place::NECK].at;
        let hips = body.bones[place::PELVIS].at;
        let trunk = shoulders - hips;
        // The hips swing about the shoulders: as steep as the trunk is, so little do they rise.
        let by = ((5.4 - low) / trunk.x.max(20.0)).to_degrees();
        angles[PELVIS_TURN] += by;
        let raised = Body::posed(angles, hips, body.build);
        let back = shoulders - raised.bones[place::NECK].at;
        body = raised;
        body.shift(back);
    }
    body
}

fn lies(stance: &Stance) -> bool {
    matches!(stance.key.trunk, Trunk::Floor | Trunk::Hips | Trunk::Shoulders)
}

/// What to move the body by so that what carries it in both stances carries it now.
fn settled(body: &Body, a: &Stance, b: &Stance) -> Point {
    match (a.key.trunk, b.key.trunk) {
        (Trunk::Bench, Trunk::Bench) => UP * (plant::BENCH - plant::back_low(body)),
        (Trunk::Knees, Trunk::Knees) | (Trunk::Elbows, Trunk::Elbows) => {
            let (mut sum, mut count) = (Point::default(), 0.0_f32);
            let first = if a.key.trunk == Trunk::Knees { 2 } else { 0 };
            for limb in first..first + 2 {
                if hold_of(&a.key, limb) == Hold::Kneel && hold_of(&b.key, limb) == Hold::Kneel {
                    sum = sum + a.grips[limb].at - plant::grip(body, limb, Hold::Kneel);
                    count += 1.0;
                }
            }
            if count > 0.0 { sum * (1.0 / count) } else { Point::default() }
        }
        _ if lies(a) && lies(b) => UP * -plant::trunk_low(body),
        _ => Point::default(),
    }
}
