//! Which moment of its movement the figure shows while a set runs.
//!
//! Decides: how a step's own tempo is put to the movement, which is drawn at the exercise's tempo. The figure, the
//! breath and the digits then turn at the same moment, whatever the tempo. A move of one's own moves as the exercise it looks like.

use domain::catalogue::{ExerciseId, Side};
use domain::figure::Beat;
use domain::session::{Face, SetWork};
use domain::time::Millis;

/// What the figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pose {
    pub exercise: ExerciseId,
    pub side: Side,
}

/// Whose movement is shown: none for a move that the catalogue does not know.
pub(super) fn pose(face: &Face) -> Option<Pose> {
    let set = face.set_in_view()?;
    Some(Pose { exercise: set.action.figure()?, side: set.side.unwrap_or(Side::Left) })
}

/// The moment of the movement. Before a set, the height of it: what will be done.
pub(super) fn beat(face: &Face) -> Beat {
    match (face.kind.work(), face.pace) {
        (Some(set), Some(pace)) => Beat::At(at_own_tempo(set, face).unwrap_or(pace.at)),
        (Some(_), None) => Beat::At(face.spent),
        (None, _) => Beat::Top,
    }
}

/// The moment at the exercise's own tempo that looks like this moment at the step's.
fn at_own_tempo(set: &SetWork, face: &Face) -> Option<Millis> {
    let (pace, exercise) = (face.pace?, set.action.figure()?);
    let own: Vec<Millis> =
        exercise.get().phases.iter().map(|phase| Millis::seconds(u32::from(phase.seconds))).collect();
    let whole: Millis = own.iter().copied().sum();
    let scaled =
        |this: Millis, at: Millis, length: Millis| Millis((this.0 * at.0).checked_div(length.0).unwrap_or(0));
    let into = if own.len() == set.tempo.len() {
        let before: Millis = own.iter().take(pace.phase).copied().sum();
        before + scaled(*own.get(pace.phase)?, pace.into, pace.length)
    } else {
        scaled(whole, pace.at, set.repetition())
    };
    Some(whole.times(u64::from(pace.rep)) + into)
}
