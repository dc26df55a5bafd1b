//! The skeleton: how long the bones are, and where every joint is when the angles are given.
//!
//! Decides: content 6.1, segment lengths, angle conventions, order of turns. Deliberately does not know floors, flesh or
//! exercises.

use super::math::{Point, STILL, Turn, UP, point};
use super::person::Build;
pub(super) use super::place;

/// Height of the figure in centimetres; content 6.1 gives lengths as shares of it.
pub(super) const STATURE: f32 = 170.0;
const LUMBAR: f32 = 0.13 * STATURE;
const THORAX: f32 = 0.158 * STATURE;
const NECK: f32 = 0.115 * STATURE;
/// Hip to knee.
pub(super) const THIGH: f32 = 0.245 * STATURE;
/// Knee to ankle.
pub(super) const SHANK: f32 = 0.246 * STATURE;
/// Shoulder to elbow.
pub(super) const UPPER_ARM: f32 = 0.186 * STATURE;
/// Elbow to wrist.
pub(super) const FOREARM: f32 = 0.146 * STATURE;
const HALF_SHOULDERS: f32 = 0.105 * STATURE;
const HALF_HIPS: f32 = 0.065 * STATURE;
/// The joint of the shoulder lies a little lower than the base of the neck.
const SLOPE: f32 = 2.4;
/// The sole is not parallel to the line from ankle to toe tip that content 6.1 calls the foot.
const SOLE: f32 = 9.0;
/// From the ankle to the joint of the toes, in the frame of the foot.
const TOES: Point = point(11.5, -4.2, 0.0);

/// Every angle of a pose, in degrees: `pelvis`, `lum`, `tho`, `neck` (3 each), then `hip` (3 left, 3 right), `knee`,
/// `ank` (left, right), `sho` (3, 3), `elb` (left, right); and how far the shoulders are shrugged (left, right), in centimetres.
pub(super) type Angles = [f32; 32];
/// Where the turn of the pelvis is in [`Angles`]; `LUM`, `THO`, `NECK_TURN` follow.
pub(super) const PELVIS_TURN: usize = 0;
const LUM: usize = 3;
const THO: usize = 6;
/// Where the neck is.
pub(super) const NECK_TURN: usize = 9;
/// Where the left hip is; the right one follows.
pub(super) const HIP: usize = 12;
/// Where the left knee is.
const KNEE: usize = 18;
/// Where the left ankle is.
const ANKLE: usize = 20;
/// Where the left shoulder is.
const SHOULDER: usize = 22;
/// Where the left elbow is.
const ELBOW: usize = 28;
/// Where the shrug of the left shoulder is.
const SHRUG: usize = 30;

/// A place: where its origin is and how it is turned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bone {
    pub(super) at: Point,
    pub(super) turn: Turn,
}

impl Bone {
    /// Where a point of this bone's own frame is.
    pub(super) fn point(&self, own: Point) -> Point {
        self.at + self.turn.carry(own)
    }
}

/// A posed skeleton.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub(super) bones: [Bone; place::COUNT],
    /// The bends of left elbow, right elbow, left knee, right knee.
    pub(super) bends: [f32; 4],
    pub(super) build: Build,
    ankles: [f32; 2],
}

/// −1 on the left, 1 on the right.
pub(super) const fn outward(side: usize) -> f32 {
    if side == 0 { -1.0 } else { 1.0 }
}

/// The upper and the lower bone of a limb, and the length of the upper one.
const fn bones_of(limb: usize) -> (usize, usize, f32) {
    if limb < 2 {
        (place::ARM + limb, place::FOREARM + limb, UPPER_ARM)
    } else {
        (place::THIGH + limb - 2, place::SHANK + limb - 2, THIGH)
    }
}

fn trunk(from: &Turn, angles: &[f32]) -> Turn {
    from.of(&Turn::about_y(-angles[2])).of(&Turn::about_x(angles[1])).of(&Turn::about_z(-angles[0]))
}

fn limb(from: &Turn, angles: &[f32], side: usize) -> Turn {
    let out = outward(side);
    from.of(&Turn::about_z(angles[0]))
        .of(&Turn::about_x(-out * angles[1]))
        .of(&Turn::about_y(-out * angles[2]))
}

impl Body {
    /// The skeleton with these angles, the middle of the hips at `at`.
    pub(super) fn posed(a: &Angles, at: Point, build: Build) -> Self {
        let (shoulders, hips) = build.widths();
        let mut body = Self {
            bones: [Bone { at, turn: STILL }; place::COUNT],
            bends: [a[ELBOW], a[ELBOW + 1], a[KNEE], a[KNEE + 1]],
            build,
            ankles: [a[ANKLE], a[ANKLE + 1]],
        };
        let pelvis = Turn::about_y(-a[2]).of(&Turn::about_x(a[1])).of(&Turn::about_z(-a[0]));
        let lumbar = trunk(&pelvis, &a[LUM..]);
        let half = [a[LUM] / 2.0, a[LUM + 1] / 2.0, a[LUM + 2] / 2.0];
        let thorax = trunk(&lumbar, &a[THO..]);
        let head = trunk(&thorax, &a[NECK_TURN..]);
        let low = at + lumbar.carry(UP * LUMBAR);
        let neck = low + thorax.carry(UP * THORAX);
        body.set(place::PELVIS, at, pelvis);
        body.set(place::WAIST, at + lumbar.carry(UP * (0.62 * LUMBAR)), trunk(&pelvis, &half));
        body.set(place::RIBS, low + thorax.carry(UP * (0.32 * THORAX)), thorax);
        body.set(place::CHEST, low + thorax.carry(UP * (0.8 * THORAX)), thorax);
        body.set(place::NECK, neck, thorax);
        body.set(place::HEAD, neck + head.carry(UP * NECK), head);
        for side in 0..2 {
            let hip = at + pelvis.z * (outward(side) * HALF_HIPS * hips);
            let thigh = limb(&pelvis, &a[HIP + 3 * side..], side);
            body.set(place::THIGH + side, hip, thigh);
            body.hang(2 + side);
            let shoulder = neck
                + thorax.carry(point(
                    0.0,
                    a[SHRUG + side] - SLOPE,
                    outward(side) * HALF_SHOULDERS * shoulders,
                ));
            let arm = limb(&thorax, &a[SHOULDER + 3 * side..], side);
            body.set(place::ARM + side, shoulder, arm);
            body.hang(side);
        }
        body
    }

    fn set(&mut self, place: usize, at: Point, turn: Turn) {
        self.bones[place] = Bone { at, turn };
    }

    /// Hangs what follows the upper bone of a limb (0 and 1 the arms, 2 and 3 the legs) from it, bent as before.
    pub(super) fn hang(&mut self, limb: usize) {
        let (upper, lower, length) = bones_of(limb);
        let sign = if limb < 2 { 1.0 } else { -1.0 };
        let from = self.bones[upper];
        let turn = from.turn.of(&Turn::about_z(sign * self.bends[limb]));
        self.set(lower, from.point(UP * -length), turn);
        self.hang_end(limb);
    }

    /// Hangs the hand or the foot from the lower bone of a limb.
    pub(super) fn hang_end(&mut self, limb: usize) {
        let side = limb % 2;
        if limb < 2 {
            let forearm = self.bones[place::FOREARM + side];
            self.set(place::HAND + side, forearm.point(UP * -FOREARM), forearm.turn);
        } else {
            let shank = self.bones[place::SHANK + side];
            self.put_foot(side, shank.turn.of(&Turn::about_z(self.ankles[side] + SOLE)));
        }
    }

    /// Puts the foot where the shank ends, turned as said; the toes go along.
    pub(super) fn put_foot(&mut self, side: usize, turn: Turn) {
        let at = self.bones[place::SHANK + side].point(UP * -SHANK);
        self.set(place::FOOT + side, at, turn);
        let toes = self.bones[place::FOOT + side].point(TOES);
        self.set(place::TOES + side, toes, turn);
    }

    /// Turns the upper bone of a limb, and all that hangs from it.
    pub(super) fn swing_upper(&mut self, limb: usize, by: Turn) {
        let (upper, ..) = bones_of(limb);
        self.bones[upper].turn = by.of(&self.bones[upper].turn);
        self.hang(limb);
    }

    /// Turns the lower bone of a limb, and what hangs from it.
    pub(super) fn swing_lower(&mut self, limb: usize, by: Turn) {
        let (_, lower, _) = bones_of(limb);
        self.bones[lower].turn = by.of(&self.bones[lower].turn);
        self.bends[limb] = self.bend(limb);
        self.hang_end(limb);
    }

    /// Where a limb begins, where it bends and where it ends (wrist or ankle).
    pub(super) fn joints(&self, limb: usize) -> [Point; 3] {
        let (upper, lower, _) = bones_of(limb);
        let end = if limb < 2 { place::HAND } else { place::FOOT - 2 };
        [self.bones[upper].at, self.bones[lower].at, self.bones[end + limb].at]
    }

    /// The bend of elbow or knee as the bones now are.
    pub(super) fn bend(&self, limb: usize) -> f32 {
        let (upper, lower, _) = bones_of(limb);
        let own = self.bones[upper].turn.back().carry(-self.bones[lower].turn.y);
        let ahead = if limb < 2 { own.x } else { -own.x };
        ahead.atan2(-own.y).to_degrees()
    }

    /// The ankle as [`Angles`] has it.
    fn ankle(&self, side: usize) -> f32 {
        let ahead = self.bones[place::FOOT + side].turn.x;
        let own = self.bones[place::SHANK + side].turn.back().carry(ahead);
        own.y.atan2(own.x).to_degrees() - SOLE
    }

    /// The hip as [`Angles`] has it, near `hint`.
    fn hip(&self, side: usize, hint: &[f32]) -> [f32; 3] {
        self.joint(place::PELVIS, place::THIGH + side, side, hint)
    }

    /// The shoulder as [`Angles`] has it, near `hint`.
    fn shoulder(&self, side: usize, hint: &[f32]) -> [f32; 3] {
        self.joint(place::NECK, place::ARM + side, side, hint)
    }

    /// Writes back what placing the limbs made of their angles.
    pub(super) fn read_limbs(&self, angles: &mut Angles) {
        for side in 0..2 {
            let (hip, shoulder) = (HIP + 3 * side, SHOULDER + 3 * side);
            let read = self.hip(side, &angles[hip..]);
            angles[hip..hip + 3].copy_from_slice(&read);
            let read = self.shoulder(side, &angles[shoulder..]);
            angles[shoulder..shoulder + 3].copy_from_slice(&read);
            angles[ELBOW + side] = self.bends[side];
            angles[KNEE + side] = self.bends[2 + side];
            angles[ANKLE + side] = self.ankle(side);
        }
    }

    fn joint(&self, from: usize, to: usize, side: usize, hint: &[f32]) -> [f32; 3] {
        let own = self.bones[from].turn.back().of(&self.bones[to].turn);
        let out = -outward(side);
        let read = own.angles([hint[0], out * hint[1], out * hint[2]]);
        [read[0], out * read[1], out * read[2]]
    }

    /// Moves everything.
    pub(super) fn shift(&mut self, by: Point) {
        for bone in &mut self.bones {
            bone.at = bone.at + by;
        }
    }
}
