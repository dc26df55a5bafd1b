//! What would even the work out: content 3.5.
//!
//! Decides: which one addition costs least, which move may stand in for which, and which built-in routine is the other
//! half. Deliberately does not know whether the person wants to be told.

use super::Work;
use crate::catalogue::{Concern, ExerciseId, Kit};
use crate::routine::{Preset, Routine};

/// Whom a suggestion is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taste {
    /// The intensity that suits, 1 … 5.
    pub level: u8,
    /// The most that may be needed besides a floor.
    pub kit: Kit,
    /// Whether moves on the floor are welcome.
    pub floor: bool,
    /// What the person ticked under "my body": moves hidden for it are not suggested.
    pub concerns: Vec<Concern>,
}

impl Default for Taste {
    fn default() -> Self {
        Self { level: 2, kit: Kit::None, floor: true, concerns: Vec::new() }
    }
}

/// One move that would even the work out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The move.
    pub exercise: ExerciseId,
    /// How much in one set, in the exercise's own unit.
    pub dose: u16,
    /// How many sets, 1 or 2.
    pub sets: u8,
    /// The back share once it is done, 0 … 1.
    pub back_share_after: f64,
}

/// Up to three additions, each reckoned with those before it done; none when the work is balanced or not rated.
/// `present` are the moves that are there already.
pub fn suggest(_work: &Work, _present: &[ExerciseId], _taste: &Taste) -> Vec<Suggestion> {
    Vec::new()
}

/// The move in the same position that leans the other way, where there is one.
pub fn swap(exercise: ExerciseId) -> Option<ExerciseId> {
    exercise.get().swap
}

/// The built-in routine that brings `routine` nearest to the middle when both are done.
pub fn pair(_routine: &Routine) -> Option<&'static Preset> {
    None
}
