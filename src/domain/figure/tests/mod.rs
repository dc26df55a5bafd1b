//! What a body must do in every exercise, of either build and in every frame: stand on the floor, stay where it is planted,
//! keep to its joints, keep out of itself. Each test prints the worst it found (`--nocapture`).

#![allow(clippy::print_stdout, reason = "the worst figures are said, also when they are good enough")]

mod floor;
mod joints;
mod mistakes;
mod overlap;
mod sides;
mod touching;

use std::rc::Rc;

use super::Beat;
use super::motion::{Plan, Stop, Way};
use super::person::Build;
use super::poses::Key;
use super::skeleton::Body;
use crate::catalogue::ExerciseId;
use crate::time::Millis;

/// How many frames of a loop are looked at, its way in included.
const FRAMES: u64 = 60;

/// One frame of an exercise.
struct Frame {
    exercise: ExerciseId,
    plan: Rc<Plan>,
    since: u64,
    way: Way,
    body: Body,
}

impl Frame {
    /// The key pose it comes from, and the one it goes to.
    fn keys(&self) -> [Key; 2] {
        [self.way.from, self.way.to].map(|stop| key_of(&self.plan, stop))
    }

    /// Which frame it is.
    fn name(&self) -> String {
        let Self { exercise, since, body, .. } = self;
        format!("{} {} at {since} ms", exercise.slug(), body.build.slug())
    }
}

fn key_of(plan: &Plan, stop: Stop) -> Key {
    let key = plan.motion.keys[stop.key];
    if stop.mirrored { key.mirrored() } else { key }
}

/// Every exercise, for either build.
fn plans() -> impl Iterator<Item = (ExerciseId, Rc<Plan>)> {
    let of = |exercise| Build::ALL.map(|build| (exercise, Plan::of(Some(exercise), build)));
    ExerciseId::all().flat_map(of)
}

fn frame_at(exercise: ExerciseId, plan: &Rc<Plan>, since: u64) -> Frame {
    let body = plan.at(Beat::At(Millis(since))).body;
    Frame { exercise, plan: Rc::clone(plan), since, way: plan.way(since), body }
}

/// Every frame of every exercise, for either build.
fn frames() -> impl Iterator<Item = Frame> {
    plans().flat_map(|(exercise, plan)| {
        let whole = plan.lead_in() + plan.period();
        (0..=FRAMES).map(move |step| frame_at(exercise, &plan, whole * step / FRAMES))
    })
}

/// What was found, the worst of each kind: the kind, how bad it is, and where that was.
#[derive(Default)]
struct Found(Vec<(String, f32, String)>);

impl Found {
    fn see(&mut self, kind: String, much: f32, at: impl FnOnce() -> String) {
        match self.0.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, worst, _)) if *worst >= much => {}
            Some(found) => *found = (kind, much, at()),
            None => self.0.push((kind, much, at())),
        }
    }

    /// Says the worst, and fails with all that is more than `limit`.
    fn judge(mut self, what: &str, limit: f32) {
        self.0.sort_by(|a, b| b.1.total_cmp(&a.1));
        let say = |(kind, much, at): &(String, f32, String)| format!("{much:.2} {kind}, {at}");
        for found in self.0.iter().take(3) {
            println!("{what}: {}", say(found));
        }
        let wrong: Vec<_> = self.0.iter().take_while(|(_, much, _)| *much > limit).map(say).collect();
        assert!(wrong.is_empty(), "{what}, more than {limit}:\n{}", wrong.join("\n"));
    }
}
