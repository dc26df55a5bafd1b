//! One body, posed by numbers, drawn as shapes.
//!
//! Decides: how an exercise looks at a moment of its set, from anywhere. Deliberately does not know colours, elements or
//! time: a style sheet fills the paints, a view places the shapes, the beat is an argument.
//!
//! In the order in which a picture comes to be: `poses` (key poses, as numbers) → `skeleton` (joints) → `limbs`, `hands`, `plant`, `stance` (what bears
//! weight stays on the floor) → `motion` (the body at a moment) → `person`, `flesh`, `dress`, `muscles`, `props` (hulls of spheres) →
//! `layers` (what is shown) → `view` (where) → `order` (what lies in front) → `hull` (outlines) → `mark` (where form is lost) →
//! `painter` (the picture) → `drawing` (shapes).

mod camera;
mod drawing;
mod dress;
mod flesh;
mod hands;
mod hull;
mod layers;
mod limbs;
mod mark;
mod math;
mod motion;
mod muscles;
mod order;
mod painter;
mod person;
mod place;
mod plant;
mod poses;
mod props;
mod skeleton;
mod stance;
#[cfg(test)]
mod tests;
mod view;

pub use camera::{Camera, Named};
pub use drawing::{Drawing, Frame, Paint, Shape};
pub use painter::Painter;
pub use person::{Build, Hair, Person, Wear};
pub use poses::{FILES as POSE_FILES, Poses, Problem, read};

use crate::catalogue::ExerciseId;
use crate::time::Millis;

/// A moment of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// The height of the movement: for cards and lists.
    Top,
    /// One of its key poses, counted from 0.
    Pose(u8),
    /// Where the movement starts.
    Start,
    /// So long since the set began, at the exercise's own tempo, over and over.
    At(Millis),
    /// What goes wrong, by the number of its words, with a mark where it does and the line of the good form beside it.
    Wrong(u8),
    /// The good form of the same moment, with its line.
    Right(u8),
}

/// Which phase of the exercise a moment of the set falls in: an index into `Exercise::phases`.
pub fn phase_at(exercise: ExerciseId, since: Millis) -> usize {
    let phases = exercise.get().phases;
    let whole: u64 = phases.iter().map(|phase| u64::from(phase.seconds) * 1000).sum();
    let Some(mut left) = since.0.checked_rem(whole) else { return 0 };
    for (at, phase) in phases.iter().enumerate() {
        let length = u64::from(phase.seconds) * 1000;
        if left < length {
            return at;
        }
        left -= length;
    }
    0
}
