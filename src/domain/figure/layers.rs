//! All that is painted above the floor, as spheres in hulls.
//!
//! Decides: which parts, muscles and props a picture shows, and how strongly. Deliberately does not know views: what lies
//! in front is found later.

use core::ops::Range;

use super::Paint;
use super::flesh::{Ball, Kind, Limb, Sphere, each_sphere, parts};
use super::motion::{Instant, Plan};
use super::muscles;
use super::person::Person;
use super::props;
use super::skeleton::Body;
use crate::catalogue::{ExerciseId, Muscle};

/// How strong a muscle is lit that only helps, in percent: little more than its contour.
const HELPING: u8 = 26;

/// What an item is.
pub(super) enum Layered {
    Part { limb: Limb, side: usize, kind: Kind },
    Muscle(Muscle),
    Prop { shadow: bool },
}

/// Something to paint.
pub(super) struct Item {
    pub(super) kind: Layered,
    pub(super) paint: Paint,
    pub(super) strength: u8,
    /// By how much it counts as nearer than it is, in centimetres.
    pub(super) bonus: f32,
    /// Where its spheres are among all.
    pub(super) spheres: Range<usize>,
    /// Where each of its hulls ends there.
    ends: [usize; 3],
}

impl Item {
    /// Where the spheres of each hull are among all.
    pub(super) fn hulls(&self) -> impl Iterator<Item = Range<usize>> + use<> {
        let mut from = self.spheres.start;
        self.ends.into_iter().filter_map(move |end| {
            let hull = from..end;
            from = end;
            (!hull.is_empty()).then_some(hull)
        })
    }
}

/// A muscle that is lit: which, how it is painted, how strong at full effort in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Light {
    pub(super) muscle: Muscle,
    pub(super) paint: Paint,
    pub(super) full: u8,
}

/// The muscles that `exercise` works.
pub(super) fn lights_of(exercise: ExerciseId) -> Vec<Light> {
    let entry = exercise.get();
    let light = |paint, full| move |&muscle: &Muscle| Light { muscle, paint, full };
    let main = entry.primary.iter().map(light(Paint::Muscle, 100));
    main.chain(entry.secondary.iter().map(light(Paint::MuscleHelping, HELPING))).collect()
}

/// All of them.
#[derive(Default)]
pub(super) struct Items {
    pub(super) items: Vec<Item>,
    pub(super) spheres: Vec<Sphere>,
}

impl Items {
    /// What is there at a moment; what was there before is gone.
    pub(super) fn fill(&mut self, plan: &Plan, person: Person, lights: &[Light], instant: &Instant) {
        self.items.clear();
        self.spheres.clear();
        self.body(&instant.body, person);
        for &light in lights {
            self.muscle(&instant.body, light, instant.effort);
        }
        let Some(first) = plan.stances().first() else { return };
        props::each(&plan.motion.props, &instant.body, &first.body, |spheres, shadow| {
            self.add(Layered::Prop { shadow }, Paint::Prop, (100, -0.5), 1, |_, out| {
                out.extend_from_slice(spheres);
            });
        });
    }

    /// Adds what `fill` makes of up to three hulls.
    fn add(
        &mut self,
        kind: Layered,
        paint: Paint,
        (strength, bonus): (u8, f32),
        hulls: usize,
        mut fill: impl FnMut(usize, &mut Vec<Sphere>),
    ) {
        let from = self.spheres.len();
        let mut ends = [from; 3];
        for (hull, end) in ends.iter_mut().enumerate() {
            if hull < hulls {
                fill(hull, &mut self.spheres);
            }
            *end = self.spheres.len();
        }
        self.items.push(Item { kind, paint, strength, bonus, spheres: from..self.spheres.len(), ends });
    }

    fn body(&mut self, body: &Body, person: Person) {
        for part in parts(person) {
            for side in if part.paired { 0..2 } else { 1..2 } {
                let kind = Layered::Part { limb: part.limb, side, kind: part.kind };
                let bonus = match (part.kind, part.paint) {
                    (Kind::Face, _) => 1.0,
                    (_, Paint::Skin) => 0.0,
                    (_, Paint::Hair) | (Kind::Cap | Kind::Fringe, _) => 0.4,
                    // What is worn lies over the skin, and a hem is thinner on the grid than it is.
                    _ => 1.6,
                };
                self.add(kind, part.paint, (100, bonus), part.hulls.len(), |hull, out| {
                    each_sphere(part.hulls[hull], part.paired, side, body, |sphere| out.push(sphere));
                });
            }
        }
    }

    fn muscle(&mut self, body: &Body, light: Light, effort: f32) {
        let Light { muscle, paint, full } = light;
        let deep = muscles::is_deep(muscle);
        let paint = if deep { Paint::MuscleDeep } else { paint };
        let balls: &[Ball] = muscles::balls(muscle);
        let strength = (f32::from(full) * (0.7 + 0.3 * effort)).round().clamp(0.0, 100.0) as u8;
        for side in 0..2 {
            self.add(
                Layered::Muscle(muscle),
                paint,
                (strength, if deep { 2.2 } else { 2.6 }),
                1,
                |_, out| {
                    each_sphere(balls, true, side, body, |sphere| out.push(sphere));
                },
            );
        }
    }
}
