//! What bears weight is on the floor, stays where it is, and nothing is in the floor.

use super::{Found, Frame, frames};
use crate::figure::flesh::{Limb, lowest};
use crate::figure::math::Point;
use crate::figure::plant;
use crate::figure::poses::{Hold, Key, Trunk};
use crate::figure::props;
use crate::figure::skeleton::Body;
use crate::figure::stance::{hold_of, is_planted};

/// How far what bears weight may be from the floor, in centimetres.
const CONTACT: f32 = 1.0;
/// How far what is planted may slide.
const SLIDE: f32 = 0.5;

/// What may be in the floor.
const PARTS: [Limb; 12] = [
    Limb::Hips,
    Limb::Belly,
    Limb::Chest,
    Limb::Yoke,
    Limb::Neck,
    Limb::Head,
    Limb::Arm,
    Limb::Forearm,
    Limb::Hand,
    Limb::Thigh,
    Limb::Shank,
    Limb::Foot,
];

/// How far from the floor the parts are that bear weight in a limb: the furthest of them.
fn gap(body: &Body, limb: usize, hold: Hold) -> f32 {
    let low = |part: Limb| lowest(body, |of, on| on == limb % 2 && of == part);
    match (limb < 2, hold) {
        (true, Hold::Flat) => low(Limb::Hand),
        (true, Hold::Grip) => props::dumbbell_low(body, limb),
        (true, Hold::Kneel | Hold::Lie) => further(low(Limb::Forearm), low(Limb::Hand)),
        (false, Hold::Flat | Hold::Edge | Hold::Heel | Hold::Toes) => low(Limb::Foot),
        (false, Hold::Kneel | Hold::Lie) => further(low(Limb::Shank), low(Limb::Foot)),
        _ => 0.0,
    }
}

fn further(a: f32, b: f32) -> f32 {
    if a.abs() > b.abs() { a } else { b }
}

/// How far from what it lies on the trunk is.
fn trunk_gap(body: &Body, trunk: Trunk) -> f32 {
    let low = |parts: &[Limb]| lowest(body, |of, _| parts.contains(&of));
    match trunk {
        Trunk::Floor => further(low(&[Limb::Hips]), low(&[Limb::Chest, Limb::Yoke])),
        Trunk::Hips => low(&[Limb::Hips, Limb::Belly, Limb::Thigh]),
        Trunk::Shoulders => low(&[Limb::Chest, Limb::Yoke]),
        Trunk::Bench => plant::back_low(body) - plant::BENCH,
        _ => 0.0,
    }
}

/// Where each thing that bears weight in both key poses around a frame is: its name, and how far from the floor.
fn contacts(frame: &Frame) -> Vec<(&'static str, f32)> {
    let [from, to] = frame.keys();
    let mut found = Vec::new();
    for (limb, name) in ["left arm", "right arm", "left leg", "right leg"].into_iter().enumerate() {
        let hold = hold_of(&from, limb);
        if hold == hold_of(&to, limb) {
            found.push((name, gap(&frame.body, limb, hold)));
        }
    }
    if from.trunk == to.trunk {
        found.push(("trunk", trunk_gap(&frame.body, from.trunk)));
    }
    if head_rests(&from) && head_rests(&to) {
        found.push(("head", lowest(&frame.body, |of, _| of == Limb::Head)));
    }
    found
}

/// How far from the floor each thing is that bears weight in a key pose, by its name.
pub(super) fn floating(body: &Body, key: &Key) -> Vec<(String, f32)> {
    let limbs = (0..4).map(|limb| (format!("limb {limb}"), gap(body, limb, hold_of(key, limb))));
    limbs.chain([("trunk".to_owned(), trunk_gap(body, key.trunk))]).collect()
}

/// How deep the lowest part is in the floor; less than 0 when none is.
pub(super) fn sunk(body: &Body) -> f32 {
    -lowest(body, |_, _| true)
}

fn head_rests(key: &Key) -> bool {
    key.head
}

#[test]
fn what_bears_weight_is_on_the_floor_in_every_frame() {
    let mut found = Found::default();
    for frame in frames() {
        for (name, gap) in contacts(&frame) {
            let kind = format!("cm, {} {name}", frame.exercise.slug());
            found.see(kind, gap.abs(), || format!("{} ({gap:.2})", frame.name()));
        }
    }
    found.judge("off the floor", CONTACT);
}

#[test]
fn nothing_sinks_into_the_floor() {
    let mut found = Found::default();
    for frame in frames() {
        let deep = sunk(&frame.body);
        let part = || PARTS.into_iter().find(|&part| -lowest(&frame.body, |of, _| of == part) >= deep);
        found.see(format!("cm, {}", frame.exercise.slug()), deep, || {
            format!("{:?} in {}", part(), frame.name())
        });
    }
    found.judge("in the floor", CONTACT);
}

/// How far what a limb stands on is from where it was; of what kneels, also the end of the bone that lies there.
fn slid(body: &Body, anchor: &Body, limb: usize, hold: Hold) -> f32 {
    let apart = |of: &dyn Fn(&Body) -> Point| (of(body) - of(anchor)).length();
    let planted = apart(&|body| plant::grip(body, limb, hold));
    let end = if hold == Hold::Kneel { apart(&|body| body.joints(limb)[2]) } else { 0.0 };
    planted.max(end)
}

#[test]
fn what_is_planted_does_not_slide() {
    let mut found = Found::default();
    for frame in frames() {
        let motion = &frame.plan.motion;
        let anchor = &frame.plan.stances()[motion.anchor()];
        let [from, to] = frame.keys();
        for limb in 0..4 {
            let hold = hold_of(&from, limb);
            if hold != hold_of(&to, limb) || !is_planted(hold) || hold != hold_of(&anchor.key, limb) {
                continue;
            }
            let slid = slid(&frame.body, &anchor.body, limb, hold);
            found.see(format!("cm, {} limb {limb}", frame.exercise.slug()), slid, || frame.name());
        }
    }
    found.judge("slid", SLIDE);
}
