//! What a body must do in every exercise: stand on the floor, stay where it is planted, keep to its joints.

use std::rc::Rc;

use super::Beat;
use super::flesh::{Limb, lowest};
use super::math::FORWARD;
use super::motion::{self, Plan, hold_of, is_planted};
use super::person::Build;
use super::plant;
use super::poses::{Hold, Key, Trunk};
use super::skeleton::{Angles, Body, place};
use crate::catalogue::ExerciseId;
use crate::time::Millis;

fn plan_of(exercise: ExerciseId) -> Rc<Plan> {
    Plan::of(Some(exercise), Build::Slender)
}

fn moments(plan: &Plan) -> impl Iterator<Item = u64> + use<> {
    let whole = plan.lead_in() + plan.period();
    (0..=60).map(move |step| whole * step / 60)
}

fn body_at(plan: &Plan, since: u64) -> Body {
    plan.at(Beat::At(Millis(since))).body
}

/// How far what bears weight in a limb is above the floor.
fn gap(body: &Body, limb: usize, hold: Hold) -> f32 {
    let side = limb % 2;
    let low = |parts: &[Limb]| lowest(body, |part, on| on == side && parts.contains(&part));
    match (limb < 2, hold) {
        (true, Hold::Flat) => low(&[Limb::Hand]),
        (true, Hold::Kneel | Hold::Lie) => low(&[Limb::Forearm, Limb::Hand]),
        (false, Hold::Flat | Hold::Edge | Hold::Heel | Hold::Toes | Hold::Lie) => low(&[Limb::Foot]),
        (false, Hold::Kneel) => low(&[Limb::Shank]).abs().max(low(&[Limb::Foot]).abs()),
        _ => 0.0,
    }
}

/// What of a key pose is not on the floor as it should be.
fn floating(body: &Body, key: &Key) -> Vec<String> {
    let limbs = (0..4).map(|limb| (format!("limb {limb}"), gap(body, limb, hold_of(key, limb))));
    let lies = matches!(key.trunk, Trunk::Floor | Trunk::Hips | Trunk::Shoulders);
    let trunk = lies.then(|| ("trunk".to_owned(), plant::trunk_low(body)));
    limbs
        .chain(trunk)
        .filter(|(_, gap)| gap.abs() > 1.0)
        .map(|(part, gap)| format!("{part}: {gap:.1} cm"))
        .collect()
}

#[test]
fn what_bears_weight_in_a_key_pose_is_on_the_floor() {
    let mut wrong = Vec::new();
    for exercise in ExerciseId::all() {
        for (index, stance) in plan_of(exercise).stances().iter().enumerate() {
            let parts = floating(&stance.body, &stance.key);
            wrong.extend(parts.into_iter().map(|part| format!("{exercise:?} {index} {part}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_sinks_into_the_floor() {
    let mut wrong = Vec::new();
    for exercise in ExerciseId::all() {
        let plan = plan_of(exercise);
        let worst = moments(&plan)
            .map(|since| (lowest(&body_at(&plan, since), |_, _| true), since))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((low, since)) = worst
            && low < -1.7
        {
            wrong.push(format!("{exercise:?} {low:.1} cm at {since}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_planted_does_not_slide() {
    let mut wrong = Vec::new();
    for exercise in ExerciseId::all() {
        let plan = plan_of(exercise);
        let (motion, all) = (&plan.motion, plan.stances());
        let mut worst = [0.0_f32; 4];
        for since in moments(&plan) {
            let way = plan.way(since);
            let body = body_at(&plan, since);
            for (limb, worst) in worst.iter_mut().enumerate() {
                let own = |stop: motion::Stop| {
                    let key = motion.keys[stop.key];
                    hold_of(&if stop.mirrored { key.mirrored() } else { key }, limb)
                };
                let hold = own(way.from);
                if hold == own(way.to) && is_planted(hold) && hold == hold_of(&all[motion.anchor()].key, limb)
                {
                    let slid = (plant::grip(&body, limb, hold) - all[motion.anchor()].grips[limb]).length();
                    *worst = worst.max(slid);
                }
            }
        }
        for (limb, slid) in worst.into_iter().enumerate() {
            if slid > 0.5 {
                wrong.push(format!("{exercise:?} limb {limb}: {slid:.1} cm"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ranges as drawn, in degrees (the last two in centimetres), in the order of [`Angles`]; the pelvis is free.
const RANGES: [(f32, f32); 32] = {
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

#[test]
fn no_joint_leaves_its_range() {
    let mut wrong = Vec::new();
    for exercise in ExerciseId::all() {
        let plan = plan_of(exercise);
        let motion = &plan.motion;
        let mut worst = [(0.0_f32, 0.0_f32); 32];
        for since in moments(&plan) {
            let way = plan.way(since);
            let hint: Angles = motion.keys[way.to.key].angles();
            let hint = if way.to.mirrored { motion.keys[way.to.key].mirrored().angles() } else { hint };
            let body = body_at(&plan, since);
            for (worst, now) in worst.iter_mut().zip(strained(&body, hint)) {
                if now.0 > worst.0 {
                    *worst = now;
                }
            }
        }
        for (at, (out, angle)) in worst.into_iter().enumerate() {
            if out > 1.0 {
                wrong.push(format!("{exercise:?} angle {at}: {angle:.0}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How many degrees each angle of a body is out of its range, and the angle; `hint` has what cannot be read.
fn strained(body: &Body, hint: Angles) -> [(f32, f32); 32] {
    let mut now = hint;
    body.read_limbs(&mut now);
    let mut out = [(0.0, 0.0); 32];
    for ((out, angle), (low, high)) in out.iter_mut().zip(now).zip(RANGES) {
        *out = ((angle - high).max(low - angle).max(0.0), angle);
    }
    out
}

#[test]
fn a_mistake_stands_on_the_floor_and_keeps_to_its_joints() {
    let mut wrong = Vec::new();
    for exercise in ExerciseId::all() {
        let plan = plan_of(exercise);
        for mistake in &plan.motion.mistakes {
            let name = format!("{exercise:?} mistake {}", mistake.number);
            let body = plan.at(Beat::Wrong(mistake.number)).body;
            wrong.extend(floating(&body, &mistake.key).into_iter().map(|part| format!("{name} {part}")));
            let low = lowest(&body, |_, _| true);
            if low < -1.7 {
                wrong.push(format!("{name}: {low:.1} cm in the floor"));
            }
            for (at, (out, angle)) in strained(&body, mistake.key.angles()).into_iter().enumerate() {
                if out > 1.0 {
                    wrong.push(format!("{name} angle {at}: {angle:.0}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_mistake_is_seen_to_differ_from_the_good_form() {
    let mut wrong = Vec::new();
    for exercise in ExerciseId::all() {
        let plan = plan_of(exercise);
        for mistake in &plan.motion.mistakes {
            let spots = |beat| {
                let bones = plan.at(beat).body.bones;
                // A head that turns moves its face alone.
                bones.map(|bone| bone.at).into_iter().chain([bones[place::HEAD].point(FORWARD * 9.0)])
            };
            let (good, bad) = (spots(Beat::Right(mistake.number)), spots(Beat::Wrong(mistake.number)));
            let apart = good.zip(bad).map(|(a, b)| (a - b).length()).fold(0.0, f32::max);
            if apart < 3.0 {
                wrong.push(format!("{exercise:?} mistake {}: {apart:.1} cm", mistake.number));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn knees_and_elbows_are_where_bones_meet() {
    for exercise in ExerciseId::all() {
        let body = plan_of(exercise).at(Beat::Top).body;
        for limb in 0..4 {
            let [root, middle, end] = body.joints(limb);
            let (upper, lower) = if limb < 2 { (31.62, 24.82) } else { (41.65, 41.82) };
            assert!(((middle - root).length() - upper).abs() < 0.01, "{exercise:?}");
            assert!(((end - middle).length() - lower).abs() < 0.01, "{exercise:?}");
        }
        assert!(body.bones[place::HEAD].at.y > 5.0, "{exercise:?}");
    }
}
