//! What the screen shows at a moment.
//!
//! Decides: which numbers are true now. Deliberately does not know how they look or which words go with them.

use std::sync::Arc;

use crate::catalogue::Breath;
use crate::time::Millis;

use super::run::{Run, Stage};
use super::timeline::{Phase, PhaseKind, SetWork, Timeline};

/// What the screen shows at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    /// Whether it runs.
    pub state: State,
    /// Which phase of the timeline; of a finished session the last one.
    pub phase: usize,
    /// How many phases there are.
    pub phases: usize,
    /// What goes on.
    pub kind: PhaseKind,
    /// How long the clock still waits after a pause; none while it does not.
    pub wait: Option<Millis>,
    /// How long this phase still lasts; none when the person ends it.
    pub left: Option<Millis>,
    /// Running time in this phase; of a set, the time that has passed in the movement.
    pub spent: Millis,
    /// How long this phase lasts, what was added included; of an open one, how long it takes at its tempo.
    pub length: Millis,
    /// The repetitions of a set that counts them.
    pub reps: Option<Reps>,
    /// Where in a repetition the tempo is, of any set whose move has one.
    pub pace: Option<Pace>,
    /// What the breath does now, during a set.
    pub breath: Option<Breath>,
    /// The set after this phase.
    pub next: Option<Arc<SetWork>>,
    /// Sets that are behind, each side of a one-sided move counted.
    pub sets_done: usize,
    /// Sets in all.
    pub sets_total: usize,
    /// How much of the plan is behind, 0 … 1. Falls only when the person goes back.
    pub progress: f64,
    /// Running time since the start, pauses left out.
    pub elapsed: Millis,
    /// What is left if nothing is skipped, open sets at their tempo.
    pub remaining: Millis,
    /// It stands, while others who began at the same moment run on.
    pub is_apart: bool,
}

impl Face {
    /// The set that runs, or else the one that comes.
    pub fn set_in_view(&self) -> Option<&Arc<SetWork>> {
        self.kind.work().or(self.next.as_ref())
    }
}

/// Whether a session runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not started.
    Waiting,
    /// The clock runs.
    Running,
    /// The clock stands.
    Paused,
    /// Over, for good.
    Finished,
}

/// The repetitions of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reps {
    /// Repetitions that are over. At the person's own pace nobody can know: 0.
    pub done: u16,
    /// Repetitions in all, those added included.
    pub total: u16,
    /// Time since this repetition began.
    pub at: Millis,
    /// Which phase of the tempo.
    pub phase: usize,
}

/// Where in a repetition the tempo is: the same for the figure, the breath cue and the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Which repetition since the set began, from 0. An alternating move changes side with each.
    pub rep: u16,
    /// Which phase of the tempo.
    pub phase: usize,
    /// Time since the repetition began.
    pub at: Millis,
    /// Time since this phase of it began.
    pub into: Millis,
    /// How long this phase of it lasts.
    pub length: Millis,
}

/// The face of a run that has been advanced to the moment in question; of others it knows nothing.
pub(super) fn face(timeline: &Timeline, run: &Run) -> Face {
    let phases = timeline.phases();
    let last = phases.len().saturating_sub(1);
    let at = run.place.phase.min(last);
    let over = run.place.phase > last;
    let phase = phases.get(at).cloned().unwrap_or(NOTHING);
    let length = phase.length + run.place.extra;
    let spent = if over { length } else { run.place.spent };
    let set = phase.kind.work();
    let pace = set.and_then(|set| pace(set, spent));
    let total = timeline.total();
    let reached = phase.start + spent.min(phase.length);
    Face {
        state: state(run.stage),
        phase: at,
        phases: phases.len(),
        wait: run.stage.lead().filter(|lead| *lead > Millis::ZERO),
        left: (!phase.open).then(|| length.less(spent)),
        spent,
        length,
        reps: set.and_then(|set| reps(set, &phase, length, spent, pace)),
        pace,
        breath: set.and_then(|set| breath(set, pace)),
        next: timeline.work_from(at + 1).cloned(),
        sets_done: phases.iter().take(run.place.phase).filter(|phase| phase.kind.work().is_some()).count(),
        sets_total: timeline.sets(),
        progress: if total == Millis::ZERO { 1.0 } else { reached.as_seconds() / total.as_seconds() },
        elapsed: run.before + run.place.ran(),
        remaining: length.less(spent) + total.less(phase.start + phase.length),
        is_apart: false,
        kind: phase.kind,
    }
}

/// What a routine with nothing to do shows.
const NOTHING: Phase =
    Phase { kind: PhaseKind::Ready, start: Millis::ZERO, length: Millis::ZERO, open: false, stated: false };

const fn state(stage: Stage) -> State {
    match stage {
        Stage::Waiting => State::Waiting,
        Stage::Running { .. } => State::Running,
        Stage::Paused { .. } => State::Paused,
        Stage::Finished { .. } => State::Finished,
    }
}

fn reps(set: &SetWork, phase: &Phase, length: Millis, spent: Millis, pace: Option<Pace>) -> Option<Reps> {
    let wanted = set.reps()?;
    let one = set.repetition().0.max(1);
    let total = if phase.open { wanted } else { u16::try_from(length.0 / one).unwrap_or(u16::MAX) };
    let done = if phase.open { 0 } else { u16::try_from(spent.0 / one).unwrap_or(u16::MAX).min(total) };
    let (at, turn) = pace.map_or((Millis(spent.0 % one), 0), |pace| (pace.at, pace.phase));
    Some(Reps { done, total, at, phase: turn })
}

/// None for a hold, and for a custom move without a tempo.
fn pace(set: &SetWork, spent: Millis) -> Option<Pace> {
    let one: u32 = set.tempo.iter().map(|phase| u32::from(phase.seconds)).sum();
    let one = Millis::seconds(one);
    if one == Millis::ZERO {
        return None;
    }
    let at = Millis(spent.0 % one.0);
    let rep = u16::try_from(spent.0 / one.0).unwrap_or(u16::MAX);
    let mut begins = Millis::ZERO;
    for (phase, turn) in set.tempo.iter().enumerate() {
        let length = Millis::seconds(u32::from(turn.seconds));
        if at < begins + length {
            return Some(Pace { rep, phase, at, into: at.less(begins), length });
        }
        begins += length;
    }
    None
}

fn breath(set: &SetWork, pace: Option<Pace>) -> Option<Breath> {
    set.tempo.get(pace.map_or(0, |pace| pace.phase)).map(|phase| phase.breath)
}
