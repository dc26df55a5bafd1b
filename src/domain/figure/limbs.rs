//! Two bones and a joint: how an arm or a leg gets where it is wanted.
//!
//! Decides: how a limb bends and turns to reach a point, and how high its joints are when they lie. Deliberately does not know
//! what holds it there.

use super::math::{Point, Turn, UP, bend, point};
use super::skeleton::{Body, FOREARM, SHANK, THIGH, UPPER_ARM, place};

/// How high the middle of an elbow is that lies, and of a knee.
const ELBOW_HEIGHT: f32 = 3.7;
const KNEE_HEIGHT: f32 = 5.4;

/// How high something of a body is: the thicker its flesh there, the higher.
pub(super) fn height(body: &Body, bone: usize, measure: f32) -> f32 {
    measure * body.build.girth(bone).1
}

/// How high elbow or knee is when it lies.
pub(super) fn joint_height(body: &Body, limb: usize) -> f32 {
    if is_arm(limb) {
        height(body, place::FOREARM, ELBOW_HEIGHT)
    } else {
        height(body, place::SHANK, KNEE_HEIGHT)
    }
}

/// Which limb: 0 and 1 the arms, 2 and 3 the legs.
pub(super) fn is_arm(limb: usize) -> bool {
    limb < 2
}

/// `end` at another height, as far from `root` as before where that can be.
pub(super) fn level_from(root: Point, end: Point, height: f32) -> Point {
    let far = (end - root).length();
    let out = (end - root).flat();
    let down = height - root.y;
    if out.length() < 0.35 * far || down.abs() >= far {
        return point(end.x, height, end.z);
    }
    root + out.unit() * (far * far - down * down).sqrt() + UP * down
}

/// Bends and aims a limb so that wrist or ankle is at `wanted`; the plane of the joint turns as little as it can.
pub(super) fn reach(body: &mut Body, limb: usize, wanted: Point) {
    let (upper, lower) = if is_arm(limb) { (UPPER_ARM, FOREARM) } else { (THIGH, SHANK) };
    let root = body.joints(limb)[0];
    let far = (wanted - root).length().min(upper + lower - 0.01);
    body.bends[limb] = bend(upper, lower, far);
    body.hang(limb);
    let end = body.joints(limb)[2];
    body.swing_upper(limb, Turn::between(end - root, wanted - root));
}

/// Swivels a limb about the line from its root to its end until the elbow is out of the floor.
pub(super) fn raise_elbow(body: &mut Body, limb: usize) {
    for _ in 0..20 {
        let [root, middle, end] = body.joints(limb);
        if middle.y >= joint_height(body, limb) {
            break;
        }
        let axis = (end - root).unit();
        let arm = middle - root;
        let across = arm - axis * arm.dot(axis);
        let aside = axis.cross(across);
        body.swing_upper(limb, Turn::between(across, across + aside * (0.06 * aside.y.signum())));
    }
}
