//! Joints keep to their ranges, bones to their lengths, and nothing jumps.

use super::{Found, frame_at, frames, plans};
use crate::figure::Beat;
use crate::time::Millis;

/// What may be lost in reckoning, in degrees.
const ROUNDING: f32 = 0.1;
/// How far a joint may move in a thirtieth of a second, in centimetres: more would be a limb turned over, not moved.
const STEP: f32 = 10.0;

/// Ranges as drawn, in degrees (the last two in centimetres), in the order of `Angles`; the pelvis is free.
pub(super) const RANGES: [(f32, f32); 32] = {
    const FREE: (f32, f32) = (-360.0, 360.0);
    const HIP: [(f32, f32); 3] = [(-25.0, 130.0), (-30.0, 50.0), (-50.0, 50.0)];
    const SHOULDER: [(f32, f32); 3] = [(-60.0, 185.0), (-45.0, 180.0), (-90.0, 90.0)];
    [
        FREE,
        FREE,
        FREE,
        (-25.0, 60.0),
        (-25.0, 25.0),
        (-15.0, 15.0),
        (-30.0, 45.0),
        (-30.0, 30.0),
        (-40.0, 40.0),
        (-60.0, 60.0),
        (-45.0, 45.0),
        (-75.0, 75.0),
        HIP[0],
        HIP[1],
        HIP[2],
        HIP[0],
        HIP[1],
        HIP[2],
        (0.0, 145.0),
        (0.0, 145.0),
        (-85.0, 35.0),
        (-85.0, 35.0),
        SHOULDER[0],
        SHOULDER[1],
        SHOULDER[2],
        SHOULDER[0],
        SHOULDER[1],
        SHOULDER[2],
        (0.0, 150.0),
        (0.0, 150.0),
        (0.0, 8.0),
        (0.0, 8.0),
    ]
};

/// What the angles are called.
const NAMES: [&str; 12] = [
    "pelvis",
    "lumbar",
    "thorax",
    "neck",
    "left hip",
    "right hip",
    "knee",
    "ankle",
    "left shoulder",
    "right shoulder",
    "elbow",
    "shrug",
];

fn name_of(angle: usize) -> String {
    let (joint, part) = match angle {
        0..18 => (angle / 3, angle % 3),
        18..22 => (6 + (angle - 18) / 2, angle % 2),
        22..28 => (8 + (angle - 22) / 3, (angle - 22) % 3),
        28..30 => (10, angle % 2),
        _ => (11, angle % 2),
    };
    format!("{} {part}", NAMES[joint])
}

#[test]
fn no_joint_leaves_its_range() {
    let mut found = Found::default();
    for frame in frames() {
        // What placing the limbs does not touch is between the key poses, which are looked at themselves.
        let mut now = frame.plan.stance(frame.way.to).angles;
        frame.body.read_limbs(&mut now);
        for (at, (&angle, (low, high))) in now.iter().zip(RANGES).enumerate() {
            let out = (angle - high).max(low - angle);
            if out > -1.0 {
                let kind = format!("degrees, {} {}", frame.exercise.slug(), name_of(at));
                found.see(kind, out, || format!("{angle:.1} in {}", frame.name()));
            }
        }
    }
    found.judge("out of range", ROUNDING);
}

#[test]
fn knees_and_elbows_are_where_bones_meet() {
    for frame in frames() {
        for limb in 0..4 {
            let [root, middle, end] = frame.body.joints(limb);
            let (upper, lower) = if limb < 2 { (31.62, 24.82) } else { (41.65, 41.82) };
            assert!(((middle - root).length() - upper).abs() < 0.01, "{}", frame.name());
            assert!(((end - middle).length() - lower).abs() < 0.01, "{}", frame.name());
        }
    }
}

/// At the ends of a motion its muscles work least and most, however many key poses it goes over.
#[test]
fn muscles_work_hardest_at_the_height_of_a_repetition() {
    for (exercise, plan) in plans() {
        let moments = || (0..=plan.period() / 20).map(|at| plan.lead_in() + at * 20);
        let effort = |since| plan.at(Beat::At(Millis(since))).effort;
        let most = moments().map(effort).fold(0.0, f32::max);
        assert!((most - 1.0).abs() < 0.01, "{}: {most} at most", exercise.slug());
        assert!(moments().map(effort).all(|effort| (0.5..=1.0).contains(&effort)), "{}", exercise.slug());
    }
}

#[test]
fn nothing_jumps_between_two_frames() {
    let mut found = Found::default();
    for (exercise, plan) in plans() {
        let whole = plan.lead_in() + 2 * plan.period();
        let mut before = frame_at(exercise, &plan, 0).body.bones;
        for since in (33..=whole).step_by(33) {
            let frame = frame_at(exercise, &plan, since);
            let now = frame.body.bones;
            for (place, (a, b)) in before.iter().zip(&now).enumerate() {
                let kind = || format!("place {place} of {}", frame.name());
                found.see(format!("cm, {}", exercise.slug()), (a.at - b.at).length(), kind);
            }
            before = now;
        }
    }
    found.judge("moved in a thirtieth of a second", STEP);
}
