//! Hands: on the body, on each other, flat on the floor.
//!
//! Decides: where a hand lies that is held to the body, and how a hand is turned. Deliberately does not know time, exercises
//! or what else bears weight.

use super::limbs::{raise_elbow, reach};
use super::math::{Point, Turn, UP, point};
use super::poses::Hold;
use super::skeleton::{Body, outward, place};

/// How far from the middle a hand is that is held to the other one.
const PALM: f32 = 2.1;

/// A hand on the body: the middle of its palm, where the fingers point and what the palm faces, all in the frame of a bone
/// as for the right hand.
struct Grasp(usize, Point, Point, Point);

/// Where a hand lies that is held to the body.
const fn grasp(hold: Hold) -> Option<Grasp> {
    let inward = point(0.0, 0.0, -1.0);
    Some(match hold {
        Hold::Ear => Grasp(place::HEAD, point(-4.0, 1.5, 12.0), point(-0.45, 0.35, -0.82), inward),
        // On the left shoulder, beside the arm that may hang or stand there.
        Hold::Across => {
            Grasp(place::CHEST, point(9.6, 3.0, -9.0), point(-0.35, 0.75, -0.55), point(-1.0, 0.0, 0.0))
        }
        Hold::Hip => Grasp(place::PELVIS, point(0.0, 9.5, 16.0), point(0.9, -0.25, -0.35), inward),
        Hold::Chest => Grasp(place::CHEST, point(21.0, -5.0, PALM), point(0.6, 0.8, 0.0), inward),
        Hold::Clasped => Grasp(place::CHEST, point(34.0, -12.0, PALM), point(1.0, -0.1, 0.0), inward),
        Hold::Pressed => Grasp(place::CHEST, point(54.0, -4.0, PALM), point(1.0, 0.0, 0.0), inward),
        Hold::Small => {
            Grasp(place::WAIST, point(-7.2, -1.0, 8.6), point(0.0, 0.1, -1.0), point(-1.0, 0.0, 0.0))
        }
        _ => return None,
    })
}

/// Where the wrist of a hand is that is held to the body, and how the hand is turned.
pub(super) fn held(body: &Body, side: usize, hold: Hold) -> Option<(Point, Turn)> {
    let Grasp(bone, palm, along, faces) = grasp(hold)?;
    let out = outward(side);
    let bone = &body.bones[bone];
    let (apart, _) = if hold == Hold::Hip { body.build.girth(place::WAIST) } else { (1.0, 1.0) };
    let at = bone.point(point(palm.x, palm.y, palm.z * apart.midpoint(1.0) * out));
    let carry = |own: Point| bone.turn.carry(point(own.x, own.y, own.z * out));
    let along = carry(along).unit();
    let faces = carry(faces);
    let turn = hand_turned(along, faces, out);
    Some((at - along * 7.0, turn))
}

/// A hand with the fingers pointing along, the palm as near as can be to what it faces.
fn hand_turned(along: Point, faces: Point, out: f32) -> Turn {
    let back = faces * -out;
    let z = (back - along * along.dot(back)).unit();
    let y = -along;
    Turn { x: y.cross(z), y, z }
}

/// Brings a hand on its way from one place of the body to another; whether both are such places.
pub(super) fn bring_between(body: &mut Body, side: usize, (from, to): (Hold, Hold), share: f32) -> bool {
    let (Some(a), Some(b)) = (held(body, side, from), held(body, side, to)) else { return false };
    reach(body, side, a.0.toward(b.0, share));
    body.bones[place::HAND + side].turn = a.1.toward(&b.1, share);
    true
}

/// Brings the hands together where the arms reach, palm to palm.
pub(super) fn join_hands(body: &mut Body) {
    let middle = |of: usize| body.bones[of].at.toward(body.bones[of + 1].at, 0.5);
    let (wrists, shoulders) = (middle(place::HAND), middle(place::ARM));
    let across = body.bones[place::CHEST].turn.z;
    let along = (wrists - shoulders).unit();
    for side in 0..2 {
        let out = outward(side);
        reach(body, side, wrists + across * (PALM * out));
        body.bones[place::HAND + side].turn = hand_turned(along, across * -out, out);
    }
}

/// Brings a hand to a place of the body.
pub(super) fn bring(body: &mut Body, side: usize, hold: Hold) {
    let Some((wrist, turn)) = held(body, side, hold) else { return };
    reach(body, side, wrist);
    raise_elbow(body, side);
    body.bones[place::HAND + side].turn = turn;
}

/// Turns a hand about its forearm, palm to the floor, the more the nearer it is; lays it flat when it bears weight.
pub(super) fn turn_hand(body: &mut Body, side: usize, hold: Hold) {
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
    if share > 0.01 && hold != Hold::Together && grasp(hold).is_none() {
        hand.turn = Turn::between(palm, palm.toward(floor.unit(), share)).of(&hand.turn);
    }
}

/// Lays a planted hand flat, fingers toward the head.
pub(super) fn flatten_hand(body: &mut Body, side: usize) {
    body.bones[place::HAND + side].turn = flat_hand(body, side);
}

pub(super) fn flat_hand(body: &Body, side: usize) -> Turn {
    let along = (body.bones[place::CHEST].turn.y.flat().unit() - UP * 0.03).unit();
    hand_turned(along, -UP, outward(side))
}
