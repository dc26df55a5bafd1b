//! The cue sheet: everything that will be heard, and when, from a moment to the end or to the next open set.
//!
//! Decides: which cue falls at which moment. Deliberately does not know how one sounds. The whole sheet is known
//! beforehand, so that it can be laid onto the audio clock at once; laid anew at any later moment it is exactly what
//! was left of the former one.

use crate::order::sorted;
use crate::routine::Dose;
use crate::time::Millis;

use super::run::Run;
use super::timeline::{Phase, PhaseKind, SetWork, Timeline};

/// Something to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// How long from now.
    pub after: Millis,
    /// What it says.
    pub kind: CueKind,
}

/// What a cue says. Where two fall on one moment the first of this list is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CueKind {
    /// It is over.
    Finish,
    /// A set begins.
    Go,
    /// A set is over: a rest begins.
    Rest,
    /// A set is over: the other side is next.
    Change,
    /// Time to get ready.
    Ready,
    /// Three, two, one second until a set begins or ends.
    CountDown,
    /// Half of a timed set is over.
    Half,
    /// The tempo turns.
    Rep,
}

/// A stretch of a session that needs nobody: to its end, or into the next open set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// What is heard; in an open set a gentle tick now and then, which says that it is still on.
    pub cues: Vec<Cue>,
    /// When each phase begins that comes in it, and which.
    pub places: Vec<(usize, Millis)>,
    /// How long it lasts: an open set, as long as anybody may take for it.
    pub length: Millis,
}

/// How often an open set ticks.
const OPEN_TICK: Millis = Millis::seconds(4);
/// How long an open set ticks.
const OPEN_LENGTH: Millis = Millis::seconds(1800);

/// The most cues of one sheet: hours of ticking. A longer one is cut, and laid anew when it runs out.
const MOST: usize = 10_000;

/// A timed set shorter than this needs no half-way cue.
const HALF_FROM: Millis = Millis::seconds(20);

/// The sheet of a run that has been advanced to now.
pub(super) fn sheet(timeline: &Timeline, run: &Run) -> Vec<Cue> {
    stretch(timeline, run).cues
}

/// The same with where its phases begin, and with the ticks of the open set at its end.
pub(super) fn ticking(timeline: &Timeline, run: &Run) -> Stretch {
    let mut stretch = stretch(timeline, run);
    if stretch.cues.last().is_none_or(|cue| cue.kind != CueKind::Finish) {
        let begins = stretch.length;
        let ticks = (1..=OPEN_LENGTH.0 / OPEN_TICK.0).map(|tick| begins + OPEN_TICK.times(tick));
        stretch.cues.extend(ticks.map(|after| Cue { after, kind: CueKind::Rep }));
        stretch.length += OPEN_LENGTH;
    }
    stretch
}

fn stretch(timeline: &Timeline, run: &Run) -> Stretch {
    let mut places = Vec::new();
    let mut cues = waited(timeline, run);
    let lead = run.stage.lead();
    let waits = lead.is_some();
    let mut extra = run.place.extra;
    // Time from the beginning of a phase to now; after the first phase, from now to its beginning.
    let mut spent = run.place.spent;
    let mut begins = lead.unwrap_or_default();
    for (at, phase) in timeline.phases().iter().enumerate().skip(run.place.phase) {
        let length = phase.length + extra;
        let next = timeline.phases().get(at + 1);
        if at > run.place.phase {
            places.push((at, begins));
        }
        for Cue { after, kind } in cues_of(phase, length, next) {
            // The moment at which a set goes on has the cue of the wait.
            let is_said = waits && at == run.place.phase && after == spent && phase.kind.work().is_some();
            if after >= spent && !is_said {
                cues.push(Cue { after: begins + after.less(spent), kind });
            }
        }
        if phase.open || cues.len() >= MOST {
            cues.truncate(MOST);
            return Stretch { cues, places, length: begins };
        }
        begins += length.less(spent);
        (extra, spent) = (Millis::ZERO, Millis::ZERO);
    }
    cues.push(Cue { after: begins, kind: CueKind::Finish });
    Stretch { cues, places, length: begins }
}

/// The cues of the wait after a pause: it counts down, in a set to its going on, else to the set that comes.
fn waited(timeline: &Timeline, run: &Run) -> Vec<Cue> {
    let (Some(lead), Some(phase)) = (run.stage.lead(), timeline.phases().get(run.place.phase)) else {
        return Vec::new();
    };
    let is_work = phase.kind.work().is_some();
    let rest = if is_work { Millis::ZERO } else { run.left_of(phase) };
    let mut cues = Vec::new();
    for left in [3, 2, 1].map(Millis::seconds) {
        // No sooner than now, and nothing that the phase itself says.
        if left > rest && left <= lead + rest {
            cues.push(Cue { after: (lead + rest).less(left), kind: CueKind::CountDown });
        }
    }
    if is_work {
        cues.push(Cue { after: lead, kind: CueKind::Go });
    }
    cues
}

/// The cues of one phase, from its beginning to just before its end, in order and one at a moment.
fn cues_of(phase: &Phase, length: Millis, next: Option<&Phase>) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut cue = |after, kind| cues.push(Cue { after, kind });
    match &phase.kind {
        PhaseKind::Work(set) => {
            cue(Millis::ZERO, CueKind::Go);
            if !phase.open {
                count_down(length, &mut cue);
                within(set, phase.length, length, &mut cue);
            }
        }
        PhaseKind::Rest => cue(Millis::ZERO, CueKind::Rest),
        PhaseKind::Change => cue(Millis::ZERO, CueKind::Change),
        PhaseKind::Ready => cue(Millis::ZERO, CueKind::Ready),
    }
    if phase.kind.work().is_none() && next.is_some_and(|next| next.kind.work().is_some()) {
        count_down(length, &mut cue);
    }
    let mut cues = sorted(cues, |a, b| (a.after, a.kind).cmp(&(b.after, b.kind)));
    cues.dedup_by_key(|cue| cue.after);
    cues
}

fn count_down(length: Millis, cue: &mut impl FnMut(Millis, CueKind)) {
    for left in 1..=3 {
        let left = Millis::seconds(left);
        if left < length {
            cue(length.less(left), CueKind::CountDown);
        }
    }
}

/// What is heard within a set: half of a timed one, each turn of a counted one.
fn within(set: &SetWork, planned: Millis, length: Millis, cue: &mut impl FnMut(Millis, CueKind)) {
    match set.dose {
        Dose::Seconds(_) if planned >= HALF_FROM => cue(Millis(planned.0 / 2), CueKind::Half),
        Dose::Seconds(_) | Dose::UntilDone(_) => {}
        Dose::Reps(_) => turns(set, length, cue),
    }
}

/// A phase of no length turns at the moment of the one before: one cue is heard of the two.
fn turns(set: &SetWork, length: Millis, cue: &mut impl FnMut(Millis, CueKind)) {
    let mut at = Millis::ZERO;
    let steps: Vec<Millis> = set.tempo.iter().map(|turn| Millis::seconds(u32::from(turn.seconds))).collect();
    let steps = if steps.iter().all(|&step| step == Millis::ZERO) { vec![set.repetition()] } else { steps };
    for step in steps.iter().cycle().take(MOST) {
        at += *step;
        if at >= length {
            return;
        }
        cue(at, CueKind::Rep);
    }
}
