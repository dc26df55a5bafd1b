//! Standing on things: what bears weight stays on the floor and where it is.
//!
//! Decides: how a limb is laid, planted or brought to a place of the body, and how the trunk comes to rest. Deliberately
//! does not know time or exercises.

use super::flesh::{Limb, lowest};
use super::hands::{bring, flat_hand, flatten_hand, held, join_hands, turn_hand};
use super::limbs::{height, is_arm, joint_height, level_from, reach};
use super::math::{Point, Turn, UP, point};
use super::person::Build;
use super::poses::{Hold, Key, Trunk};
use super::skeleton::{Angles, Body, HIP, NECK_TURN, PELVIS_TURN, place};

/// How high the ankle is above a flat sole, in centimetres; this and what follows as the measures of the figure say.
const ANKLE_HEIGHT: f32 = 6.6;
/// How high the wrist is above a flat palm.
const WRIST_HEIGHT: f32 = 2.5;
/// And above a weight that the hand stands on.
const GRIP_HEIGHT: f32 = 5.9;
/// How high the ankle is above the outer edge of a foot on its side.
const EDGE_HEIGHT: f32 = 3.8;
/// The joint of the toes and the middle of the heel in the frame of the foot, and how high they are when they bear.
const BALL: (Point, f32) = (point(11.5, -4.2, 0.0), 2.4);
const HEEL: (Point, f32) = (point(-4.0, -3.4, 0.0), 3.2);
/// How high the back of the bench is.
pub(super) const BENCH: f32 = 40.8;

/// What stays: left wrist or elbow, right one, left ankle, ball, heel or knee, right one.
pub(super) type Grips = [Stay; 4];

/// How high the wrist of a planted hand is.
fn wrist_height(body: &Body, hold: Hold) -> f32 {
    if hold == Hold::Grip { GRIP_HEIGHT } else { height(body, place::HAND, WRIST_HEIGHT) }
}

/// Whether a hand is planted.
const fn is_palm(hold: Hold) -> bool {
    matches!(hold, Hold::Flat | Hold::Grip)
}

/// Brings the trunk to rest in a key frame; may change the pitch, to lie on both ends.
pub(super) fn settle_key(angles: &mut Angles, key: &Key, build: Build) -> Body {
    let start = point(0.0, f32::from(key.height) * 0.17, 0.0);
    let mut body = Body::posed(angles, start, build);
    for _ in 0..3 {
        let Some(pitch) = misfit(&body, key) else { break };
        angles[PELVIS_TURN] += pitch;
        if key.trunk == Trunk::Knees {
            // The thighs stay as they are.
            angles[HIP] += pitch;
            angles[HIP + 3] += pitch;
        }
        body = Body::posed(angles, start, build);
    }
    let up = match key.trunk {
        Trunk::Floor | Trunk::Hips | Trunk::Shoulders => -trunk_low(&body),
        Trunk::Bench => BENCH - back_low(&body),
        Trunk::Knees => -held_low(&body, key.legs, 2),
        Trunk::Elbows => -held_low(&body, key.arms, 0),
        Trunk::Feet => feet_error(&body, key),
    };
    body.shift(UP * up);
    if key.head || matches!(key.trunk, Trunk::Floor | Trunk::Shoulders | Trunk::Hips) {
        rest_head(&mut body, angles, key.head);
    }
    body
}

/// By how many degrees the trunk must pitch so that both ends of what bears weight are as high as each other.
fn misfit(body: &Body, key: &Key) -> Option<f32> {
    let palms = || {
        mean(|side| {
            is_palm(key.arms[side])
                .then(|| body.bones[place::HAND + side].at - UP * wrist_height(body, key.arms[side]))
        })
    };
    let low = |bone: usize, high: f32| body.bones[bone].at - UP * high;
    let toe_height = height(body, place::TOES, BALL.1);
    let toes = || mean(|side| (key.legs[side] == Hold::Toes).then(|| low(place::TOES + side, toe_height)));
    let knees = |stands: &dyn Fn(Hold) -> bool| {
        mean(|side| stands(key.legs[side]).then(|| low(place::SHANK + side, joint_height(body, 2))))
    };
    let elbows = || mean(|side| Some(low(place::FOREARM + side, joint_height(body, 0))));
    let (low, high) = match key.trunk {
        Trunk::Floor => {
            let low = |bone: usize, parts: &[Limb]| {
                let at = body.bones[bone].at;
                point(at.x, lowest(body, |limb, _| parts.contains(&limb)), 0.0)
            };
            (low(place::PELVIS, &[Limb::Hips]), low(place::CHEST, &[Limb::Chest, Limb::Yoke]))
        }
        Trunk::Knees if key.fit => (knees(&|hold| hold != Hold::Free)?, palms()?),
        Trunk::Feet if key.fit => (toes()?, palms()?),
        Trunk::Elbows if key.fit => (toes().or_else(|| knees(&|hold| hold == Hold::Kneel))?, elbows()?),
        _ => return None,
    };
    let apart = high.x - low.x;
    (apart.abs() > 10.0).then(|| ((high.y - low.y) / apart).to_degrees().clamp(-20.0, 20.0))
}

/// The middle of the points that there are of both sides.
fn mean(of: impl Fn(usize) -> Option<Point>) -> Option<Point> {
    match (of(0), of(1)) {
        (Some(left), Some(right)) => Some(left.toward(right, 0.5)),
        (one, other) => one.or(other),
    }
}

/// The lowest point of the trunk and of the thighs that go on from it.
pub(super) fn trunk_low(body: &Body) -> f32 {
    lowest(body, |limb, _| (limb as u8) < Limb::Neck as u8 || limb == Limb::Thigh)
}

/// The lowest point of the upper back.
pub(super) fn back_low(body: &Body) -> f32 {
    lowest(body, |limb, _| matches!(limb, Limb::Chest | Limb::Yoke))
}

/// How high the lower of two joints is above the floor, of those that are held; of both when none is.
fn held_low(body: &Body, holds: [Hold; 2], first: usize) -> f32 {
    let any = holds.contains(&Hold::Kneel);
    (0..2)
        .filter(|&side| !any || holds[side] == Hold::Kneel)
        .map(|side| body.joints(first + side)[1].y - joint_height(body, first))
        .fold(f32::INFINITY, f32::min)
}

/// How much too low the feet that stand are: the higher of two must reach the floor, the other leg bends.
fn feet_error(body: &Body, key: &Key) -> f32 {
    (0..2)
        .filter(|&side| key.legs[side] != Hold::Free)
        .map(|side| match key.legs[side] {
            Hold::Toes => height(body, place::TOES, BALL.1) - body.bones[place::TOES + side].at.y,
            _ => height(body, place::FOOT, ANKLE_HEIGHT) - body.bones[place::FOOT + side].at.y,
        })
        .fold(f32::INFINITY, f32::min)
}

/// Turns the neck until the head lies on the floor (`resting`), or is at least not in it.
pub(super) fn rest_head(body: &mut Body, angles: &mut Angles, resting: bool) {
    for _ in 0..2 {
        let low = lowest(body, |limb, _| limb == Limb::Head);
        let (neck, head) = (body.bones[place::NECK].at, body.bones[place::HEAD]);
        // Flexion turns about the axis to the left.
        let rise = (-head.turn.z).cross(head.at - neck).y;
        if (resting || low < 0.0) && rise.abs() > 3.0 {
            angles[NECK_TURN] += (-low / rise).to_degrees().clamp(-30.0, 30.0);
            *body = Body::posed(angles, body.bones[place::PELVIS].at, body.build);
        }
    }
}

/// Where the planted point of a limb is now.
pub(super) fn grip(body: &Body, limb: usize, hold: Hold) -> Point {
    let side = limb % 2;
    if is_arm(limb) {
        return body.bones[if hold == Hold::Kneel { place::FOREARM } else { place::HAND } + side].at;
    }
    let foot = body.bones[place::FOOT + side];
    match hold {
        Hold::Kneel => body.bones[place::SHANK + side].at,
        Hold::Toes => body.bones[place::TOES + side].at,
        Hold::Heel => foot.point(HEEL.0),
        _ => foot.at,
    }
}

/// Where a limb is held: its planted point, and where the bone points that lies on the floor with it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stay {
    pub(super) at: Point,
    pub(super) heading: Point,
}

impl Stay {
    pub(super) fn of(body: &Body, limb: usize, hold: Hold) -> Self {
        let [_, middle, end] = body.joints(limb);
        Self { at: grip(body, limb, hold), heading: (end - middle).flat().unit() }
    }

    pub(super) fn toward(self, other: Self, share: f32) -> Self {
        Self {
            at: self.at.toward(other.at, share),
            heading: self.heading.toward(other.heading, share).unit(),
        }
    }
}

/// Brings one limb to where its hold wants it. `kept` is the place that it must not leave, when there is one.
pub(super) fn place_limb(body: &mut Body, limb: usize, hold: Hold, kept: Option<Stay>) {
    let side = limb % 2;
    let stay = kept.map(|kept| kept.at);
    match (is_arm(limb), hold) {
        (true, Hold::Flat | Hold::Grip) => {
            let wrist = body.bones[place::HAND + side].at;
            let wanted = stay.unwrap_or_else(|| level(body, limb, wrist, wrist_height(body, hold)));
            reach(body, limb, wanted);
        }
        (_, Hold::Free) => lift(body, limb),
        (_, Hold::Lie) => lay(body, limb),
        (_, Hold::Kneel) => {
            if let Some(kept) = kept {
                head_lower(body, limb, kept.heading);
            }
            lay_end(body, limb);
        }
        (true, Hold::Together) => {
            if side == 1 {
                join_hands(body);
            }
        }
        (true, _) => bring(body, side, hold),
        (false, Hold::Flat) => {
            let flat = flat_foot(body, side);
            let wanted = stay.unwrap_or_else(|| {
                level(body, limb, body.bones[place::FOOT + side].at, height(body, place::FOOT, ANKLE_HEIGHT))
            });
            reach(body, limb, wanted);
            body.put_foot(side, flat);
        }
        (false, _) => plant_foot(body, side, hold, stay),
    }
    if is_arm(limb) && is_palm(hold) {
        flatten_hand(body, side);
    } else if is_arm(limb) {
        turn_hand(body, side, hold);
        if hold == Hold::Free {
            lift(body, limb);
        }
    }
}

/// Toes, heel or edge: the foot keeps its turn, one point of it is on the floor.
fn plant_foot(body: &mut Body, side: usize, hold: Hold, stay: Option<Point>) {
    let foot = body.bones[place::FOOT + side];
    let (own, high) = match hold {
        Hold::Toes => BALL,
        Hold::Heel => HEEL,
        _ => (Point::default(), EDGE_HEIGHT),
    };
    let lever = foot.turn.carry(own);
    let wanted = stay.map_or_else(
        || level(body, 2 + side, foot.at, height(body, place::FOOT, high) - lever.y),
        |stay| stay - lever,
    );
    reach(body, 2 + side, wanted);
    body.put_foot(side, foot.turn);
    if hold == Hold::Toes {
        body.bones[place::TOES + side].turn = flat_foot(body, side);
    }
}

fn level(body: &Body, limb: usize, end: Point, height: f32) -> Point {
    level_from(body.joints(limb)[0], end, height)
}

/// Lays both bones of a limb on the floor.
fn lay(body: &mut Body, limb: usize) {
    let [root, middle, _] = body.joints(limb);
    let wanted = level_from(root, middle, joint_height(body, limb));
    body.swing_upper(limb, Turn::between(middle - root, wanted - root));
    lay_end(body, limb);
}

/// Swivels a limb about its upper bone, and points the lower one, as far round as `heading`.
fn head_lower(body: &mut Body, limb: usize, heading: Point) {
    let [root, middle, end] = body.joints(limb);
    let axis = (middle - root).unit();
    let across = |v: Point| v - axis * axis.dot(v);
    let (from, to) = (across(end - middle), across(heading));
    if from.length() > 5.0 && to.length() > 0.2 {
        body.swing_upper(limb, Turn::between(from, to));
    }
    let end = body.joints(limb)[2];
    let lower = end - middle;
    let wanted = heading * lower.flat().length() + UP * lower.y;
    body.swing_lower(limb, Turn::between(lower, wanted));
}

/// Lays the lower bone of a limb on the floor, hand or foot included.
fn lay_end(body: &mut Body, limb: usize) {
    for _ in 0..2 {
        let [_, middle, end] = body.joints(limb);
        let high = if is_arm(limb) { wrist_height(body, Hold::Lie) } else { end.y - end_low(body, limb) };
        let wanted = level_from(middle, end, high);
        body.swing_lower(limb, Turn::between(end - middle, wanted - middle));
    }
}

/// Lifts a free limb out of the floor, where it would be in it.
fn lift(body: &mut Body, limb: usize) {
    let joint = joint_height(body, limb);
    for _ in 0..4 {
        let [root, middle, _] = body.joints(limb);
        if middle.y < joint {
            let wanted = level_from(root, middle, joint);
            body.swing_upper(limb, Turn::between(middle - root, wanted - root));
        }
        let short = -end_low(body, limb);
        if short <= 0.0 {
            break;
        }
        let end = body.joints(limb)[2];
        let side = limb % 2;
        let [hand, foot, toes] =
            [place::HAND, place::FOOT, place::TOES].map(|place| body.bones[place + side].turn);
        reach(body, limb, end + UP * (short + 0.1));
        if is_arm(limb) {
            body.bones[place::HAND + side].turn = hand;
        } else {
            body.put_foot(side, foot);
            body.bones[place::TOES + side].turn = toes;
        }
    }
}

/// How high the lowest point of hand or foot is.
fn end_low(body: &Body, limb: usize) -> f32 {
    let end = if is_arm(limb) { Limb::Hand } else { Limb::Foot };
    lowest(body, |part, on| on == limb % 2 && part == end)
}

/// Turns a hand or the toes part of the way to what `hold` makes of them, while the limb comes from it or goes to it.
pub(super) fn lean_to(body: &mut Body, limb: usize, hold: Hold, weight: f32) {
    let side = limb % 2;
    match (is_arm(limb), hold) {
        (true, Hold::Flat | Hold::Grip) => {
            let flat = flat_hand(body, side);
            let hand = &mut body.bones[place::HAND + side];
            hand.turn = hand.turn.toward(&flat, weight);
        }
        (false, Hold::Toes) => {
            let flat = flat_foot(body, side);
            let toes = &mut body.bones[place::TOES + side];
            toes.turn = toes.turn.toward(&flat, weight);
        }
        (false, Hold::Flat) => {
            let foot = body.bones[place::FOOT + side].turn;
            let flat = flat_foot(body, side);
            body.put_foot(side, foot.toward(&flat, weight));
        }
        (true, hold) => {
            if let Some((_, turn)) = held(body, side, hold) {
                let hand = &mut body.bones[place::HAND + side];
                hand.turn = hand.turn.toward(&turn, weight);
            }
        }
        _ => {}
    }
}

fn flat_foot(body: &Body, side: usize) -> Turn {
    let heading = body.bones[place::FOOT + side].turn.x.flat().unit();
    Turn { x: heading, y: UP, z: heading.cross(UP) }
}
