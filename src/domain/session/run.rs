//! Where a session stands: the events of its log, one after the other, put to a timeline.
//!
//! Decides: what each event means in each state. Time is kept as anchors (since when, how much before), never counted;
//! so a thousand looks at a session change nothing, and a look after an hour is as right as one after a second.

use crate::routine::Dose;
use crate::time::{Millis, Moment};

use super::timeline::{Phase, SetWork, Timeline};
use super::{Event, Session, SetDone};

/// Less than this into a phase, going back means the phase before; more, the beginning of this one.
const BACK_TO_PREVIOUS: Millis = Millis::seconds(3);

/// Nobody wants a phase longer by more than this, and nothing may overflow.
const LONGEST_EXTENSION: Millis = Millis::seconds(3600);

/// An open hold that lasts this many times what was asked for was not held, but forgotten.
const FORGOTTEN: u64 = 4;

/// Where a session stands at its latest event, or at a later moment it was [`advanced`](Run::advance) to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub stage: Stage,
    /// When it was started.
    began: Moment,
    pub place: Place,
    /// Running time in the phases before this one, attempts that were begun anew included.
    pub before: Millis,
    /// The part of it that the routine's stated length leaves out.
    pub unstated: Millis,
    /// What was done of each phase of work that was left: its place, and how much.
    pub done: Vec<(usize, Done)>,
    /// What was done of sets that have another move since: before which phase it comes, and what.
    pub former: Vec<(usize, SetDone)>,
    /// The session was ended before its end.
    pub ended_early: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Waiting,
    /// The clock runs; [`Place::spent`] was true at `since`. After a pause it grows only from `lead` after that; of no
    /// length, this is the very moment.
    Running {
        since: Moment,
        lead: Option<Millis>,
    },
    Paused {
        at: Moment,
    },
    Finished {
        at: Moment,
    },
}

impl Stage {
    /// How long the clock still waits; of no length, it goes on at this very moment.
    pub(super) const fn lead(self) -> Option<Millis> {
        match self {
            Self::Running { lead, .. } => lead,
            Self::Waiting | Self::Paused { .. } | Self::Finished { .. } => None,
        }
    }
}

/// A place in the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub phase: usize,
    /// How far into this phase.
    pub spent: Millis,
    /// The part of it that others did, to whom one came.
    pub joined: Millis,
    /// What the person added to this phase.
    pub extra: Millis,
}

impl Place {
    /// Running time in this phase.
    pub(super) fn ran(self) -> Millis {
        self.spent.less(self.joined)
    }
}

/// How much of a set was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Done {
    pub spent: Millis,
    /// The person said it is done, or it lasted to its end.
    pub whole: bool,
}

impl Run {
    pub(super) const fn new() -> Self {
        Self {
            stage: Stage::Waiting,
            began: Moment(0),
            place: Place { phase: 0, spent: Millis::ZERO, joined: Millis::ZERO, extra: Millis::ZERO },
            before: Millis::ZERO,
            unstated: Millis::ZERO,
            done: Vec::new(),
            former: Vec::new(),
            ended_early: false,
        }
    }

    /// The latest moment this knows of; nothing happens before it.
    pub(super) const fn anchor(&self) -> Moment {
        match self.stage {
            Stage::Waiting => Moment(0),
            Stage::Running { since: at, .. } | Stage::Paused { at } | Stage::Finished { at } => at,
        }
    }

    /// Lets time pass until `now`: phases that are over give way to the next.
    pub(super) fn advance(&mut self, timeline: &Timeline, now: Moment) {
        while let Stage::Running { since, lead } = self.stage {
            let begins = since + lead.unwrap_or_default();
            if lead.is_some() && now <= begins {
                let since = since.max(now);
                self.stage = Stage::Running { since, lead: Some(begins.since(since)) };
                return;
            }
            let Some(phase) = timeline.phases().get(self.place.phase) else {
                self.stage = Stage::Finished { at: begins };
                return;
            };
            let passed = now.since(begins);
            let left = self.left_of(phase);
            if phase.open || passed < left {
                self.place.spent += passed;
                self.stage = running(begins.max(now));
                return;
            }
            self.place.spent += left;
            self.stage = running(begins + left);
            self.leave_for(timeline, self.place.phase + 1, true, begins + left);
        }
    }

    /// What `event` means at `now`. False: nothing, and nothing changed.
    pub(super) fn apply(&mut self, timeline: &Timeline, now: Moment, event: Event) -> bool {
        self.advance(timeline, now);
        let at = now.max(self.anchor());
        match (self.stage, event) {
            (Stage::Waiting, Event::Start) => {
                self.began = at;
                self.stage = running(at);
                self.advance(timeline, at);
            }
            (Stage::Running { .. }, Event::Pause) => self.stage = Stage::Paused { at },
            (Stage::Paused { .. }, Event::Resume) => {
                self.stage = Stage::Running { since: at, lead: self.lead(timeline) };
            }
            (Stage::Paused { .. }, Event::GoOn) => self.stage = running(at),
            (Stage::Paused { at: since }, Event::CatchUp) => {
                let mut there = Self { stage: running(since), ..self.clone() };
                there.advance(timeline, now);
                // Nobody did what would be over by now.
                if matches!(there.stage, Stage::Finished { .. }) {
                    return false;
                }
                *self = there;
            }
            (Stage::Running { .. }, Event::Join) => {
                self.done.clear();
                self.former.clear();
                (self.before, self.unstated) = (Millis::ZERO, Millis::ZERO);
                self.place.joined = self.place.spent;
            }
            (Stage::Paused { .. }, Event::Join) => {
                let there = self.elsewhere(timeline, now);
                let is_behind =
                    there.place.phase == self.place.phase && there.place.spent >= self.place.spent;
                if !is_behind {
                    self.leave_for(timeline, there.place.phase, false, at);
                }
                let ran = self.place.ran();
                self.place = Place { joined: there.place.spent.less(ran), ..there.place };
                self.stage = there.stage;
            }
            (Stage::Running { .. } | Stage::Paused { .. }, Event::Back) => self.back(timeline, at),
            (Stage::Running { .. } | Stage::Paused { .. }, Event::Skip) => {
                self.leave_for(timeline, self.place.phase + 1, false, at);
            }
            (Stage::Running { .. } | Stage::Paused { .. }, Event::Done) => {
                self.leave_for(timeline, self.place.phase + 1, true, at);
            }
            (Stage::Running { .. } | Stage::Paused { .. }, Event::Extend(span)) => {
                return self.extend(timeline, span);
            }
            (Stage::Waiting | Stage::Running { .. } | Stage::Paused { .. }, Event::End) => {
                self.tally(timeline, false);
                self.ended_early = true;
                self.stage = Stage::Finished { at };
            }
            // Another move is another timeline, which the session sees to. The rest is said twice, or too late, or
            // before there was anything to say it to.
            (_, Event::Swap { .. })
            | (Stage::Waiting | Stage::Finished { .. }, _)
            | (Stage::Running { .. }, Event::Start | Event::Resume | Event::GoOn | Event::CatchUp)
            | (Stage::Paused { .. }, Event::Start | Event::Pause) => return false,
        }
        true
    }

    /// Where somebody is at `now` who began at the same moment and did nothing to it.
    pub(super) fn elsewhere(&self, timeline: &Timeline, now: Moment) -> Self {
        let mut run = Self { stage: running(self.began), began: self.began, ..Self::new() };
        run.advance(timeline, now);
        run
    }

    /// How long to get ready before the clock runs again. A phase without work counts, as far as it still lasts.
    fn lead(&self, timeline: &Timeline) -> Option<Millis> {
        let phase = timeline.phases().get(self.place.phase)?;
        let counts = if phase.kind.work().is_some() { Millis::ZERO } else { self.left_of(phase) };
        Some(Session::LEAD.less(counts)).filter(|lead| *lead > Millis::ZERO)
    }

    /// How long a phase, in which the run is, still lasts.
    pub(super) fn left_of(&self, phase: &Phase) -> Millis {
        (phase.length + self.place.extra).less(self.place.spent)
    }

    /// The beginning of this phase; of the one before, when this one has hardly begun. As a music player does.
    fn back(&mut self, timeline: &Timeline, at: Moment) {
        let restarts = self.place.spent > BACK_TO_PREVIOUS;
        let phase = if restarts { self.place.phase } else { self.place.phase.saturating_sub(1) };
        self.leave_for(timeline, phase, false, at);
    }

    fn extend(&mut self, timeline: &Timeline, span: Millis) -> bool {
        let Some(phase) = timeline.phases().get(self.place.phase).filter(|phase| !phase.open) else {
            return false;
        };
        let extra = self.place.extra + whole_repetitions(phase, span);
        let allowed = span > Millis::ZERO && extra <= LONGEST_EXTENSION;
        if allowed {
            self.place.extra = extra;
        }
        allowed
    }

    /// Goes to the beginning of another phase, and remembers what was done in this one.
    fn leave_for(&mut self, timeline: &Timeline, phase: usize, whole: bool, at: Moment) {
        self.tally(timeline, whole);
        self.before += self.place.ran();
        if timeline.is_unstated(self.place.phase) {
            self.unstated += self.place.ran();
        }
        self.place = Place { phase, ..Place::default() };
        if phase >= timeline.phases().len() {
            self.stage = Stage::Finished { at };
        } else if matches!(self.stage, Stage::Running { .. }) {
            // Whoever goes elsewhere is ready.
            self.stage = running(at);
        }
    }

    /// Of several attempts at one set the best counts: going back never loses work, and never counts it twice.
    pub(super) fn tally(&mut self, timeline: &Timeline, whole: bool) {
        let is_work = |phase: &Phase| phase.kind.work().is_some();
        if !timeline.phases().get(self.place.phase).is_some_and(is_work) {
            return;
        }
        let now = Done { spent: self.place.ran(), whole: whole && self.place.joined == Millis::ZERO };
        match self.done.iter_mut().find(|(phase, _)| *phase == self.place.phase) {
            Some((_, best)) if (best.whole, best.spent) >= (now.whole, now.spent) => {}
            Some((_, best)) => *best = now,
            None => self.done.push((self.place.phase, now)),
        }
    }
}

/// The clock runs from `since` on.
const fn running(since: Moment) -> Stage {
    Stage::Running { since, lead: None }
}

/// `span`, but never a part of a repetition: a set at a tempo grows by whole ones.
fn whole_repetitions(phase: &Phase, span: Millis) -> Millis {
    match phase.kind.work() {
        Some(set) if matches!(set.dose, Dose::Reps(_)) => {
            let one = set.repetition();
            one.times(span.0.div_ceil(one.0.max(1)))
        }
        _ => span,
    }
}

impl Done {
    /// Less of a set than this is nothing done.
    const LEAST: Millis = Millis::seconds(1);

    /// What was done, in the words of a record; none where that is nothing.
    pub(super) fn of_set(self, set: &SetWork) -> Option<SetDone> {
        let seconds = self.work(set);
        (seconds >= Self::LEAST).then(|| SetDone {
            action: set.action.clone(),
            side: set.side,
            reps: self.reps(set),
            seconds,
            intensity: set.intensity,
            load: set.load,
        })
    }

    /// The repetitions that were done, where they are counted.
    pub(super) fn reps(self, set: &SetWork) -> Option<u16> {
        let wanted = set.reps()?;
        let paced = u16::try_from(self.spent.0 / set.repetition().0.max(1)).unwrap_or(u16::MAX);
        match set.dose {
            Dose::UntilDone(_) if self.whole => Some(wanted),
            Dose::UntilDone(_) => Some(paced.min(wanted)),
            _ if self.whole => Some(paced.max(wanted)),
            _ => Some(paced),
        }
    }

    /// The time that counts as work. Counted repetitions weigh what they weigh at their tempo (content 3.1), so that
    /// a person who is quicker, or who takes a call during an open set, is not counted less, or more.
    pub(super) fn work(self, set: &SetWork) -> Millis {
        match (set.dose, self.reps(set)) {
            (Dose::UntilDone(_), _) if !self.whole => self.spent.min(set.length()),
            (Dose::UntilDone(_), None) => self.spent.min(set.length().times(FORGOTTEN)),
            (_, Some(reps)) if self.whole => set.repetition().times(u64::from(reps)),
            _ => self.spent,
        }
    }
}
