//! What goes wrong is told apart from the good form, and is still a body on the floor.

use super::floor::{floating, sunk};
use super::joints::RANGES;
use super::{Found, plans};
use crate::figure::Beat;
use crate::figure::math::FORWARD;
use crate::figure::poses::Mistake;
use crate::figure::skeleton::{Body, place};

/// How far some part of a body must be from where it belongs for anybody to see it, in centimetres.
const SEEN: f32 = 3.0;

/// Every mistake of every exercise, for either build: its name, and the body that makes it.
fn mistakes() -> impl Iterator<Item = (String, Mistake, [Body; 2])> {
    plans().flat_map(|(exercise, plan)| {
        let drawn = plan.motion.mistakes.clone().into_iter().map(move |mistake| {
            let number = mistake.number;
            let bodies = [Beat::Right(number), Beat::Wrong(number)].map(|beat| plan.at(beat).body);
            (format!("{} mistake {number}", exercise.slug()), mistake, bodies)
        });
        drawn.collect::<Vec<_>>()
    })
}

#[test]
fn a_mistake_stands_on_the_floor() {
    let mut found = Found::default();
    for (name, mistake, [_, wrong]) in mistakes() {
        for (part, gap) in floating(&wrong, &mistake.key) {
            found.see(format!("cm, {name} {part}"), gap.abs(), || wrong.build.slug().to_owned());
        }
        found.see(format!("cm in the floor, {name}"), sunk(&wrong), || wrong.build.slug().to_owned());
    }
    found.judge("a mistake off the floor", 1.0);
}

#[test]
fn a_mistake_keeps_to_the_joints() {
    let mut found = Found::default();
    for (name, mistake, [_, wrong]) in mistakes() {
        let mut now = mistake.key.angles();
        wrong.read_limbs(&mut now);
        for (at, (&angle, (low, high))) in now.iter().zip(RANGES).enumerate() {
            let out = (angle - high).max(low - angle);
            found.see(format!("degrees, {name} angle {at}"), out, || format!("{angle:.1}"));
        }
    }
    found.judge("a mistake out of range", 1.0);
}

#[test]
fn a_mistake_is_seen_to_differ_from_the_good_form() {
    let mut alike = Vec::new();
    for (name, _, bodies) in mistakes() {
        // A head that turns moves its face alone.
        let spots = |body: &Body| {
            let face = body.bones[place::HEAD].point(FORWARD * 9.0);
            body.bones.map(|bone| bone.at).into_iter().chain([face]).collect::<Vec<_>>()
        };
        let [right, wrong] = bodies.each_ref().map(spots);
        let apart = right.iter().zip(&wrong).map(|(a, b)| (*a - *b).length()).fold(0.0, f32::max);
        if apart < SEEN {
            alike.push(format!("{name}: {apart:.1} cm"));
        }
    }
    assert!(alike.is_empty(), "{}", alike.join("\n"));
}
