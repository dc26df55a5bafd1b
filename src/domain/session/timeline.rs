//! A routine laid out in time: what follows what, and how long each part is meant to last.
//!
//! Decides: the order of get-ready, sets, changes of side and rests, and their lengths. Deliberately does not know
//! what a person does with it (pause, skip, extend): that is [`super::Session`].

use std::sync::Arc;

use crate::catalogue::{self, Metric, Side};
use crate::routine::{Dose, Move, Part, Routine, Step, Weight};
use crate::time::Millis;

use super::SetDone;

/// A routine laid out in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    phases: Vec<Phase>,
}

/// One stretch of time in which one thing goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// What goes on.
    pub kind: PhaseKind,
    /// When it begins, if everything before it lasts as long as planned.
    pub start: Millis,
    /// How long it is meant to last; of an open one, how long it takes at its tempo.
    pub length: Millis,
    /// It ends when the person says so, and only then.
    pub open: bool,
    /// It is part of the length that is stated: not so a get-ready that the person, not the routine, asked for; nor warm-up and
    /// cool-down with the rest beside them.
    pub stated: bool,
}

/// What goes on in a phase.
#[derive(Clone, Debug, PartialEq)]
pub enum PhaseKind {
    /// Before the first set.
    Ready,
    /// A set.
    Work(Arc<SetWork>),
    /// From one side to the other.
    Change,
    /// Between sets.
    Rest,
}

impl PhaseKind {
    /// The set, where this is one.
    pub const fn work(&self) -> Option<&Arc<SetWork>> {
        match self {
            Self::Work(set) => Some(set),
            Self::Ready | Self::Change | Self::Rest => None,
        }
    }
}

/// One set of a step, on one side where the move is one-sided.
#[derive(Clone, Debug, PartialEq)]
pub struct SetWork {
    /// Which step of the routine: its place among the steps, those of rounds counted once.
    pub step: u16,
    /// What is done.
    pub action: Move,
    /// The side it is done on, of a one-sided move.
    pub side: Option<Side>,
    /// How much; of what is held or done for a time, seconds, even where its author wrote a bare number.
    pub dose: Dose,
    /// Which set of the step, from 1.
    pub set: u8,
    /// How many sets the step has.
    pub sets: u8,
    /// Which round, from 1.
    pub round: u8,
    /// How many rounds there are; 1 outside rounds.
    pub rounds: u8,
    /// Which part of the routine it belongs to.
    pub part: Part,
    /// One repetition, phase by phase; one phase of 0 s for a hold, none for a custom move without a tempo.
    pub tempo: Vec<catalogue::Phase>,
    /// How hard, 0 … 5; 0 for what does not count towards the balance.
    pub intensity: u8,
    /// With what weight, where the author says so.
    pub load: Option<Weight>,
    /// What the author has to say about it; may be empty.
    pub note: String,
}

impl SetWork {
    /// The set, of which nothing was done.
    pub(super) fn skipped(&self) -> SetDone {
        SetDone {
            action: self.action.clone(),
            side: self.side,
            reps: self.reps().map(|_| 0),
            seconds: Millis::ZERO,
            intensity: self.intensity,
            load: self.load,
        }
    }

    /// How long one repetition takes.
    pub fn repetition(&self) -> Millis {
        let seconds: u32 = self.tempo.iter().map(|phase| u32::from(phase.seconds)).sum();
        if seconds == 0 { Timeline::REPETITION } else { Millis::seconds(seconds) }
    }

    /// How many repetitions are asked for, where they are counted.
    pub fn reps(&self) -> Option<u16> {
        match self.dose {
            Dose::Reps(reps) => Some(reps),
            Dose::UntilDone(reps) if is_counted(&self.action) => Some(reps),
            Dose::Seconds(_) | Dose::UntilDone(_) => None,
        }
    }

    /// What is asked for: repetitions, or seconds of what is held, be it at the person's own pace.
    pub fn asked(&self) -> Dose {
        match (self.dose, self.reps()) {
            (_, Some(reps)) => Dose::Reps(reps),
            (Dose::Seconds(amount) | Dose::Reps(amount) | Dose::UntilDone(amount), None) => {
                Dose::Seconds(amount)
            }
        }
    }

    /// How long the set is meant to last.
    pub fn length(&self) -> Millis {
        match self.asked() {
            Dose::Reps(reps) => self.repetition().times(u64::from(reps)),
            Dose::Seconds(amount) | Dose::UntilDone(amount) => seconds(amount),
        }
    }
}

impl Timeline {
    /// The length of a repetition that has no tempo.
    pub const REPETITION: Millis = Millis::seconds(Step::CUSTOM_REPETITION as u32);

    /// The most phases that are laid out. A link can ask for hundreds of thousands (200 steps of 20 sets in 20
    /// rounds); nobody does them, and a phone need not hold them. What comes after is left out.
    pub const MOST_PHASES: usize = 4000;

    /// Lays `routine` out. `ready` is the person's own get-ready, used where the routine brings none.
    pub fn of(routine: &Routine, ready: Millis) -> Self {
        let sets = sets_of(routine);
        let mut timeline = Self { phases: Vec::new() };
        if sets.is_empty() {
            return timeline;
        }
        let own = routine.ready.map(seconds);
        let is_stated = own.is_some() && sets.iter().any(|set| set.work.part == Part::Main);
        timeline.push(PhaseKind::Ready, own.unwrap_or(ready), is_stated);
        let mut sets = sets.into_iter().peekable();
        while let Some(Planned { work, pause }) = sets.next() {
            let is_main = work.part == Part::Main;
            timeline.push_work(work);
            let Some(next) = sets.peek() else { break };
            let is_between = is_main && next.work.part == Part::Main;
            match pause {
                Pause::Change => timeline.push(PhaseKind::Change, routine.change_length(), is_between),
                Pause::Rest(length) => timeline.push(PhaseKind::Rest, length, is_between),
            }
        }
        timeline
    }

    /// Every phase, in order. Empty when there is nothing to do; else the last one is a set.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// Everything, get-ready included.
    pub fn total(&self) -> Millis {
        self.phases.last().map_or(Millis::ZERO, |phase| phase.start + phase.length)
    }

    /// The length that screens state.
    pub fn stated(&self) -> Millis {
        self.phases.iter().filter(|phase| phase.stated).fold(Millis::ZERO, |sum, phase| sum + phase.length)
    }

    /// The first set at or after the phase `from`.
    pub fn work_from(&self, from: usize) -> Option<&Arc<SetWork>> {
        self.phases.get(from..)?.iter().find_map(|phase| phase.kind.work())
    }

    /// How many sets there are, each side of a one-sided move counted.
    pub fn sets(&self) -> usize {
        self.phases.iter().filter(|phase| phase.kind.work().is_some()).count()
    }

    /// This one before the phase `at`, and what stands in `other` from its phase `from` on.
    pub(super) fn spliced(&self, at: usize, other: &Self, from: usize) -> Self {
        let phases = self.phases.iter().take(at).cloned().collect();
        let mut timeline = Self { phases };
        for phase in other.phases.iter().skip(from) {
            let start = timeline.total();
            timeline.phases.push(Phase { start, ..phase.clone() });
        }
        timeline
    }

    /// Whether the phase at `at` is outside the length that is stated.
    pub(super) fn is_unstated(&self, at: usize) -> bool {
        self.phases.get(at).is_some_and(|phase| !phase.stated)
    }

    fn push_work(&mut self, work: SetWork) {
        let (length, open) = (work.length(), matches!(work.dose, Dose::UntilDone(_)));
        let is_stated = work.part == Part::Main;
        self.push(PhaseKind::Work(Arc::new(work)), length, is_stated);
        if let Some(phase) = self.phases.last_mut() {
            phase.open = open;
        }
    }

    /// A phase of no length is no phase, unless it is a set.
    fn push(&mut self, kind: PhaseKind, length: Millis, stated: bool) {
        if length > Millis::ZERO || kind.work().is_some() {
            let start = self.total();
            self.phases.push(Phase { kind, start, length, open: false, stated });
        }
    }
}

impl Routine {
    fn change_length(&self) -> Millis {
        seconds(self.change.unwrap_or(Self::CHANGE))
    }
}

/// A set, and what comes after it unless it is the last.
struct Planned {
    work: SetWork,
    pause: Pause,
}

enum Pause {
    Change,
    Rest(Millis),
}

/// Every set of the routine in order, moves that this version does not know left out.
fn sets_of(routine: &Routine) -> Vec<Planned> {
    // Before each set comes one pause at most, or the get-ready: half of the phases are sets.
    let most = Timeline::MOST_PHASES / 2;
    let mut sets = Vec::new();
    let mut step = 0_u16;
    for block in &routine.blocks {
        let (rounds, steps) = (block.times().max(1), block.steps());
        for round in 1..=rounds {
            let before = sets.len();
            for (step, one) in (step..).zip(steps) {
                push_sets(&mut sets, routine, one, At { step, round, rounds, part: block.part() });
            }
            let between = block.rest().filter(|_| round < rounds && sets.len() > before);
            if let (Some(rest), Some(last)) = (between, sets.last_mut()) {
                last.pause = Pause::Rest(seconds(rest));
            }
            if sets.len() > most {
                break;
            }
        }
        step = step.saturating_add(steps.len().try_into().unwrap_or(u16::MAX));
        if sets.len() > most {
            break;
        }
    }
    sets.truncate(most);
    sets
}

/// Where a step stands.
#[derive(Clone, Copy)]
struct At {
    step: u16,
    round: u8,
    rounds: u8,
    part: Part,
}

fn push_sets(sets: &mut Vec<Planned>, routine: &Routine, step: &Step, at: At) {
    if !step.is_known() {
        return;
    }
    let rest = seconds(step.rest.or(routine.rest).unwrap_or(0));
    let all = step.sets.max(1);
    for set in 1..=all {
        let work = |side| SetWork {
            step: at.step,
            action: step.action.clone(),
            side,
            dose: dose_of(step),
            set,
            sets: all,
            round: at.round,
            rounds: at.rounds,
            part: at.part,
            tempo: step.phases(),
            intensity: if at.part == Part::Main { step.intensity() } else { 0 },
            load: step.load.weight,
            note: step.note.clone(),
        };
        if step.does_both_sides() {
            sets.push(Planned { work: work(Some(Side::Left)), pause: Pause::Change });
            sets.push(Planned { work: work(Some(Side::Right)), pause: Pause::Rest(rest) });
        } else {
            sets.push(Planned { work: work(step.side), pause: Pause::Rest(rest) });
        }
    }
}

/// Whether an amount of it means repetitions; of what is held or done for a time it means seconds.
fn is_counted(action: &Move) -> bool {
    !matches!(action, Move::Known(id) if id.get().metric != Metric::Reps)
}

fn dose_of(step: &Step) -> Dose {
    match step.dose {
        Dose::Reps(seconds) if !is_counted(&step.action) => Dose::Seconds(seconds),
        dose => dose,
    }
}

const fn seconds(seconds: u16) -> Millis {
    Millis::seconds(seconds as u32)
}
