//! The other side is the mirror image.

use super::{Found, plans};
use crate::figure::math::{Point, point};
use crate::figure::motion::Stop;
use crate::figure::poses::Order;
use crate::figure::skeleton::{Bone, place};
use crate::figure::stance::Stance;

/// How far a point may be from its mirror image, in centimetres.
const EXACT: f32 = 1e-3;

/// A place on the other side.
fn other(bone: usize) -> usize {
    if bone < place::ARM { bone } else { bone ^ 1 }
}

/// The bone itself and a point far out on each of its axes; `out` −1 mirrors them.
fn points(bone: &Bone, out: f32) -> [Point; 4] {
    let seen = |own: Point| {
        let at = bone.point(point(own.x, own.y, own.z * out));
        point(at.x, at.y, at.z * out)
    };
    [point(0.0, 0.0, 0.0), point(10.0, 0.0, 0.0), point(0.0, 10.0, 0.0), point(0.0, 0.0, 10.0)].map(seen)
}

fn apart(one: &Stance, mirrored: &Stance) -> f32 {
    let mut worst = 0.0_f32;
    for (at, bone) in one.body.bones.iter().enumerate() {
        let image = points(&mirrored.body.bones[other(at)], -1.0);
        for (a, b) in points(bone, 1.0).into_iter().zip(image) {
            worst = worst.max((a - b).length());
        }
    }
    worst
}

#[test]
fn a_pose_on_the_other_side_is_its_exact_mirror_image() {
    let mut found = Found::default();
    for (exercise, plan) in plans() {
        for (index, stance) in plan.stances().iter().enumerate() {
            let build = stance.body.build;
            let [one, image] = [stance.key, stance.key.mirrored()].map(|key| Stance::of(&key, None, build));
            let name = || format!("{} {} pose {index}", exercise.slug(), build.slug());
            found.see(format!("cm, {}", exercise.slug()), apart(&one, &image), name);
            // Where both sides come in turn, the image stands where the pose stood.
            if matches!(plan.motion.order, Order::Sides | Order::Swap) {
                let image = plan.stance(Stop { key: index, mirrored: true });
                found.see(format!("cm, {} in turn", exercise.slug()), apart(stance, image), name);
            }
        }
    }
    found.judge("not mirrored", EXACT);
}
