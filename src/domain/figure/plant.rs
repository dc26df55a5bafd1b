//! Standing on things: what bears weight stays on the floor and where it is.
//!
//! Decides: how a limb is laid, planted or brought to a place of the body, and how the trunk comes to rest. Deliberately
//! does not know time or exercises.

use super::flesh::{Limb, lowest};
use super::math::{Point, Turn, UP, bend, point};
use super::person::Build;
use super::poses::{Hold, Key, Trunk};
use super::skeleton::{
    Angles, Body, FOREARM, HIP, NECK_TURN, PELVIS_TURN, SHANK, THIGH, UPPER_ARM, outward, place,
};

/// How high the ankle is above a flat sole, in centimetres.
const ANKLE_HEIGHT: f32 = 6.6;
/// How high the wrist is above a flat palm.
const WRIST_HEIGHT: f32 = 2.5;
/// How high the ankle is above the outer edge of a foot on its side.
const EDGE_HEIGHT: f32 = 3.7;
/// The joint of the toes and the middle of the heel in the frame of the foot, and how high they are when they bear.
const BALL: (Point, f32) = (point(11.5, -4.2, 0.0), 2.4);
const HEEL: (Point, f32) = (point(-4.0, -3.4, 0.0), 3.2);
/// How high the back of the bench is.
pub(super) const BENCH: f32 = 40.8;

/// The points that stay: left wrist or elbow, right one, left ankle, ball, heel or knee, right one.
pub(super) type Grips = [Point; 4];

/// Which limb: 0 and 1 the arms, 2 and 3 the legs.
fn is_arm(limb: usize) -> bool {
    limb < 2
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
        Trunk::Knees => -held_low(&body, key.legs, (place::SHANK, 5.4)),
        Trunk::Elbows => -held_low(&body, key.arms, (place::FOREARM, 3.7)),
        Trunk::Feet => feet_error(&body, key),
    };
    body.shift(UP * up);
    if matches!(key.trunk, Trunk::Floor | Trunk::Shoulders | Trunk::Hips) {
        rest_head(&mut body, angles, key.head);
    }
    body
}

/// By how many degrees the trunk must pitch so that both ends of what bears weight are as high as each other.
fn misfit(body: &Body, key: &Key) -> Option<f32> {
    let at = |bone: usize| body.bones[bone].at;
    let (low, high) = match key.trunk {
        Trunk::Floor => {
            let hips = lowest(body, |limb, _| limb == Limb::Hips);
            let back = lowest(body, |limb, _| matches!(limb, Limb::Chest | Limb::Yoke));
            (point(at(place::PELVIS).x, hips, 0.0), point(at(place::CHEST).x, back, 0.0))
        }
        Trunk::Knees if key.arms.contains(&Hold::Flat) && key.fit => {
            let side = usize::from(key.arms[0] != Hold::Flat);
            let knee = usize::from(key.legs[0] == Hold::Free);
            (at(place::SHANK + knee) - UP * 5.4, at(place::HAND + side) - UP * WRIST_HEIGHT)
        }
        Trunk::Feet if key.arms.contains(&Hold::Flat) && key.fit => {
            let side = usize::from(key.arms[0] != Hold::Flat);
            let foot = usize::from(key.legs[0] != Hold::Toes);
            (at(place::TOES + foot) - UP * BALL.1, at(place::HAND + side) - UP * WRIST_HEIGHT)
        }
        Trunk::Elbows if key.legs == [Hold::Toes; 2] && key.fit => {
            (at(place::TOES) - UP * BALL.1, at(place::FOREARM) - UP * 3.7)
        }
        Trunk::Elbows if key.legs == [Hold::Kneel; 2] => {
            (at(place::SHANK) - UP * 5.4, at(place::FOREARM) - UP * 3.7)
        }
        _ => return None,
    };
    let apart = high.x - low.x;
    (apart.abs() > 10.0).then(|| ((high.y - low.y) / apart).to_degrees().clamp(-20.0, 20.0))
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
fn held_low(body: &Body, holds: [Hold; 2], (bone, radius): (usize, f32)) -> f32 {
    let any = holds.contains(&Hold::Kneel);
    (0..2)
        .filter(|&side| !any || holds[side] == Hold::Kneel)
        .map(|side| body.bones[bone + side].at.y - radius)
        .fold(f32::INFINITY, f32::min)
}

/// How much too low the feet that stand are: the higher of two must reach the floor, the other leg bends.
fn feet_error(body: &Body, key: &Key) -> f32 {
    (0..2)
        .filter(|&side| key.legs[side] != Hold::Free)
        .map(|side| match key.legs[side] {
            Hold::Toes => BALL.1 - body.bones[place::TOES + side].at.y,
            _ => ANKLE_HEIGHT - body.bones[place::FOOT + side].at.y,
        })
        .fold(f32::INFINITY, f32::min)
}

/// Turns the neck until the head lies on the floor (`resting`), or is at least not in it.
fn rest_head(body: &mut Body, angles: &mut Angles, resting: bool) {
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

/// Brings one limb to where its hold wants it. `stay` is the point that it must not leave, when there is one.
pub(super) fn place_limb(body: &mut Body, limb: usize, hold: Hold, stay: Option<Point>) {
    let side = limb % 2;
    match (is_arm(limb), hold) {
        (true, Hold::Flat) => {
            let wanted =
                stay.unwrap_or_else(|| level(body, limb, body.bones[place::HAND + side].at, WRIST_HEIGHT));
            reach(body, limb, wanted);
        }
        (_, Hold::Free) => lift(body, limb),
        (_, Hold::Lie) => lay(body, limb),
        (_, Hold::Kneel) => lay_end(body, limb),
        (true, _) => bring(body, side, hold),
        (false, Hold::Flat) => {
            let flat = flat_foot(body, side);
            let wanted =
                stay.unwrap_or_else(|| level(body, limb, body.bones[place::FOOT + side].at, ANKLE_HEIGHT));
            reach(body, limb, wanted);
            body.put_foot(side, flat);
        }
        (false, _) => plant_foot(body, side, hold, stay),
    }
    if is_arm(limb) && hold == Hold::Flat {
        flatten_hand(body, side);
    } else if is_arm(limb) {
        turn_hand(body, side, hold);
    }
}

/// Toes, heel or edge: the foot keeps its turn, one point of it is on the floor.
fn plant_foot(body: &mut Body, side: usize, hold: Hold, stay: Option<Point>) {
    let foot = body.bones[place::FOOT + side];
    let (own, height) = match hold {
        Hold::Toes => BALL,
        Hold::Heel => HEEL,
        _ => (Point::default(), EDGE_HEIGHT),
    };
    let lever = foot.turn.carry(own);
    let wanted = stay.map_or_else(|| level(body, 2 + side, foot.at, height - lever.y), |stay| stay - lever);
    reach(body, 2 + side, wanted);
    body.put_foot(side, foot.turn);
    if hold == Hold::Toes {
        body.bones[place::TOES + side].turn = flat_foot(body, side);
    }
}

/// `end` at another height, as far from `root` as before where that can be.
fn level_from(root: Point, end: Point, height: f32) -> Point {
    let far = (end - root).length();
    let out = (end - root).flat();
    let down = height - root.y;
    if out.length() < 0.35 * far || down.abs() >= far {
        return point(end.x, height, end.z);
    }
    root + out.unit() * (far * far - down * down).sqrt() + UP * down
}

fn level(body: &Body, limb: usize, end: Point, height: f32) -> Point {
    level_from(body.joints(limb)[0], end, height)
}

/// Bends and aims a limb so that wrist or ankle is at `wanted`; the plane of the joint turns as little as it can.
fn reach(body: &mut Body, limb: usize, wanted: Point) {
    let (upper, lower) = if is_arm(limb) { (UPPER_ARM, FOREARM) } else { (THIGH, SHANK) };
    let root = body.joints(limb)[0];
    let far = (wanted - root).length().min(upper + lower - 0.01);
    body.bends[limb] = bend(upper, lower, far);
    body.hang(limb);
    let end = body.joints(limb)[2];
    body.swing_upper(limb, Turn::between(end - root, wanted - root));
}

/// Lays both bones of a limb on the floor.
fn lay(body: &mut Body, limb: usize) {
    let [root, middle, _] = body.joints(limb);
    let height = if is_arm(limb) { 3.7 } else { 5.4 };
    let wanted = level_from(root, middle, height);
    body.swing_upper(limb, Turn::between(middle - root, wanted - root));
    lay_end(body, limb);
}

/// Lays the lower bone of a limb on the floor, hand or foot included.
fn lay_end(body: &mut Body, limb: usize) {
    for _ in 0..2 {
        let [_, middle, end] = body.joints(limb);
        let height = if is_arm(limb) { WRIST_HEIGHT } else { end.y - end_low(body, limb) };
        let wanted = level_from(middle, end, height);
        body.swing_lower(limb, Turn::between(end - middle, wanted - middle));
    }
}

/// Lifts a free limb out of the floor, where it would be in it.
fn lift(body: &mut Body, limb: usize) {
    let joint = if is_arm(limb) { 3.7 } else { 5.4 };
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
        let foot = body.bones[place::FOOT + limb % 2].turn;
        reach(body, limb, end + UP * (short + 0.1));
        if !is_arm(limb) {
            body.put_foot(limb % 2, foot);
        }
    }
}

/// Swivels a limb about the line from its root to its end until the elbow is out of the floor.
fn raise_elbow(body: &mut Body, limb: usize) {
    for _ in 0..20 {
        let [root, middle, end] = body.joints(limb);
        if middle.y >= 3.7 {
            break;
        }
        let axis = (end - root).unit();
        let arm = middle - root;
        let across = arm - axis * arm.dot(axis);
        let aside = axis.cross(across);
        body.swing_upper(limb, Turn::between(across, across + aside * (0.06 * aside.y.signum())));
    }
}

/// How high the lowest point of hand or foot is.
fn end_low(body: &Body, limb: usize) -> f32 {
    let end = if is_arm(limb) { Limb::Hand } else { Limb::Foot };
    lowest(body, |part, on| on == limb % 2 && part == end)
}

/// Brings a hand to a place of the body.
fn bring(body: &mut Body, side: usize, hold: Hold) {
    let out = outward(side);
    let wanted = match hold {
        Hold::Ear => body.bones[place::HEAD].point(point(-3.8, 1.0, 9.8 * out)),
        Hold::Across => {
            let ahead = body.bones[place::CHEST].turn.carry(point(6.0, 1.0, 0.0));
            body.bones[place::ARM + 1 - side].at + ahead
        }
        Hold::Hip => body.bones[place::PELVIS].point(point(1.0, 7.5, 11.5 * out)),
        Hold::Chest => body.bones[place::CHEST].point(point(17.0, -6.0, 1.6 * out)),
        Hold::Clasped => body.bones[place::CHEST].point(point(34.0, -12.0, 1.6 * out)),
        _ => body.bones[place::WAIST].point(point(-7.4, -1.0, 5.5 * out)),
    };
    for _ in 0..3 {
        let along = -body.bones[place::HAND + side].turn.y;
        reach(body, side, wanted - along * 7.0);
    }
    raise_elbow(body, side);
}

/// Turns a hand about its forearm, palm to the floor, the more the nearer it is; lays it flat when it bears weight.
fn turn_hand(body: &mut Body, side: usize, hold: Hold) {
    let out = outward(side);
    let hand = &mut body.bones[place::HAND + side];
    let along = -hand.turn.y;
    let palm = hand.turn.z * -out;
    let near = if matches!(hold, Hold::Lie | Hold::Kneel) {
        1.0
    } else {
        ((15.0 - hand.at.y) / 9.0).clamp(0.0, 1.0)
    };
    let floor = -UP + along * along.y;
    let share = near * floor.length();
    if share > 0.01 && !matches!(hold, Hold::Ear | Hold::Across | Hold::Hip | Hold::Clasped | Hold::Chest) {
        hand.turn = Turn::between(palm, palm.toward(floor.unit(), share)).of(&hand.turn);
    }
}

/// Lays a planted hand flat, fingers toward the head.
fn flatten_hand(body: &mut Body, side: usize) {
    body.bones[place::HAND + side].turn = flat_hand(body, side);
}

fn flat_hand(body: &Body, side: usize) -> Turn {
    let along = (body.bones[place::CHEST].turn.y.flat().unit() - UP * 0.09).unit();
    let up = UP * outward(side);
    let z = (up - along * along.dot(up)).unit();
    let y = -along;
    Turn { x: y.cross(z), y, z }
}

/// Turns a hand or the toes part of the way to what `hold` makes of them, while the limb comes from it or goes to it.
pub(super) fn lean_to(body: &mut Body, limb: usize, hold: Hold, weight: f32) {
    let side = limb % 2;
    match (is_arm(limb), hold) {
        (true, Hold::Flat) => {
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
        _ => {}
    }
}

fn flat_foot(body: &Body, side: usize) -> Turn {
    let heading = body.bones[place::FOOT + side].turn.x.flat().unit();
    Turn { x: heading, y: UP, z: heading.cross(UP) }
}
