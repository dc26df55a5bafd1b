//! A routine being done: laid out in time, led, paused, finished.
//!
//! Decides: what happens when. Deliberately does not know the time (it is told), nor how a cue sounds or a face looks.
//!
//! A [`Session`] is its routine and its log: what the person did, and when. Everything else follows from these two at
//! any `now`: the [`Face`], the cues still to come, the sets that were done. Nothing counts ticks, so a page that was
//! hidden, throttled or closed knows as much as one that was watched; and the log, stored at every event as one line,
//! is the session.
//!
//! In reading order: [`Timeline`], the events and the state machine (`run`), another move in the place of one (`swap`),
//! [`Face`], the cue sheet (`cue`), the stored line (`live`).

mod cue;
mod face;
mod live;
mod run;
mod swap;
mod timeline;

#[cfg(test)]
mod tests;

pub use cue::{Cue, CueKind, Stretch};
pub use face::{Face, Pace, Reps, State};
pub use timeline::{Phase, PhaseKind, SetWork, Timeline};

use crate::catalogue::{ExerciseId, Side};
use crate::order::sorted;
use crate::routine::{Move, Rests, Routine, Weight};
use crate::time::{Millis, Moment};

use run::{Run, Stage};

/// What a person does to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Begin.
    Start,
    /// Stop the clock.
    Pause,
    /// Let it run again, after [`Session::LEAD`] to get ready.
    Resume,
    /// Let it run again at once, as the first versions did.
    GoOn,
    /// The pause was none: it ran on all the time.
    CatchUp,
    /// Come to where others are, who began at the same moment: what was passed over was not done.
    Join,
    /// The beginning of this phase; within its first three seconds, the phase before. Does not end a pause.
    Back,
    /// On to the next phase, be it a rest: one press, one phase. What was done of a set counts. Does not end a pause.
    Skip,
    /// Make this phase longer. A set at a tempo grows by whole repetitions; an open one cannot be extended.
    Extend(Millis),
    /// This set is done, all of it: ends an open set, and any other before its time.
    Done,
    /// From here on, another move in this step. What was done of it stays done; the set that runs is begun anew.
    Swap {
        /// Which step: its place among the steps, those of rounds counted once.
        step: u16,
        /// The move to do there instead.
        to: ExerciseId,
    },
    /// End early.
    End,
}

/// A routine being done.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    routine: Routine,
    /// The routine with its swaps: what is still to be done goes by it.
    plan: Routine,
    ready: Millis,
    rests: Rests,
    timeline: Timeline,
    log: Vec<(Moment, Event)>,
    /// When the session was last known to be led: what a reload goes by.
    seen: Moment,
    /// What the log comes to: always the same as putting the whole log to the timeline again.
    run: Run,
}

/// What was done in one set.
#[derive(Clone, Debug, PartialEq)]
pub struct SetDone {
    /// What.
    pub action: Move,
    /// On which side, of a one-sided move.
    pub side: Option<Side>,
    /// How many repetitions, where they were counted.
    pub reps: Option<u16>,
    /// How long it counts as work.
    pub seconds: Millis,
    /// How hard, 0 … 5, the load considered.
    pub intensity: u8,
    /// With what weight, where it was said.
    pub load: Option<Weight>,
}

impl SetDone {
    /// Nothing of it was done: it was skipped.
    pub fn is_skipped(&self) -> bool {
        self.seconds == Millis::ZERO
    }
}

impl Session {
    /// The most events of a log. A person makes a few dozen; a stuck key must not fill the storage. Past it a session
    /// can only be paused, resumed or ended, and at twice as many only ended.
    pub const MOST_EVENTS: usize = 2500;

    /// How long a page may have been gone for the time to count: a reload, not a break.
    pub const SHORT_GAP: Millis = Millis::seconds(10);

    /// Nobody gets ready for longer.
    pub const LONGEST_READY: Millis = Millis::seconds(3600);

    /// How long one gets ready before the clock runs again after a pause.
    pub const LEAD: Millis = Millis::seconds(3);

    /// A session of `routine` that waits to be started; `ready` is the person's get-ready, used where the routine
    /// brings none.
    pub fn new(routine: Routine, ready: Millis, now: Moment) -> Self {
        let timeline = Timeline::of(&routine, ready);
        let (plan, log, run) = (routine.clone(), Vec::new(), Run::new());
        Self { plan, routine, ready, rests: Rests::Own, timeline, log, seen: now, run }
    }

    /// The same with rests as the person wants them. To be said before it is started.
    #[must_use]
    pub fn with_rests(self, rests: Rests) -> Self {
        let timeline = Timeline::of(&self.routine.with_rests(rests), self.ready);
        Self { rests, timeline, ..self }
    }

    /// A session that everybody who has it begins at `start`, each by their own clock, as it stands at `now`: until then one
    /// gets ready; whoever comes later does what is left of it. Nothing where nothing is left, or where it begins only after
    /// [`Session::LONGEST_READY`].
    pub fn together(routine: &Routine, start: Moment, now: Moment) -> Option<Self> {
        let routine = Routine { ready: None, start: None, ..routine.clone() };
        let ready = start.since(now);
        let mut session = Self::new(routine, ready, now);
        session.update(now.min(start), Event::Start);
        session.update(now, Event::Join);
        let is_on = session.finished_at(now).is_none() && !session.timeline.phases().is_empty();
        (is_on && ready <= Self::LONGEST_READY).then_some(session)
    }

    /// What is being done, as it was begun.
    pub const fn routine(&self) -> &Routine {
        &self.routine
    }

    /// What is being done, with the moves that were swapped since.
    pub const fn plan(&self) -> &Routine {
        &self.plan
    }

    /// It, laid out in time.
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Takes note of what the person did. False: it means nothing now, and was ignored.
    pub fn update(&mut self, now: Moment, event: Event) -> bool {
        let now = now.max(self.run.anchor());
        if !self.has_room_for(event) || !self.apply(now, event) {
            return false;
        }
        self.log.push((now, event));
        self.seen(now);
        true
    }

    fn apply(&mut self, now: Moment, event: Event) -> bool {
        if let Event::Swap { step, to } = event {
            return self.swap(now, step, to);
        }
        let mut run = self.run.clone();
        let means_something = run.apply(&self.timeline, now, event);
        if means_something {
            self.run = run;
        }
        means_something
    }

    /// Takes note that the session is being led at `now`: to be said every few seconds, and when the page is hidden.
    pub fn seen(&mut self, now: Moment) {
        self.seen = self.seen.max(now);
    }

    /// Whether some of it is known to have been after `now`: by the clock of whoever led it.
    pub fn is_ahead_of(&self, now: Moment) -> bool {
        self.seen > now
    }

    /// What the screen shows.
    pub fn face(&self, now: Moment) -> Face {
        Face { is_apart: self.is_apart(now), ..face::face(&self.timeline, &self.at(now)) }
    }

    /// Whether it stands, while others who began at the same moment run on.
    fn is_apart(&self, now: Moment) -> bool {
        let is_common = || self.log.iter().any(|(_, event)| *event == Event::Join);
        // With another move it may be another timeline.
        let is_theirs = || self.plan == self.routine;
        let is_on = || matches!(self.run.elsewhere(&self.timeline, now).stage, Stage::Running { .. });
        matches!(self.run.stage, Stage::Paused { .. }) && is_common() && is_theirs() && is_on()
    }

    /// Everything that will be heard from `now` on. Empty unless it runs; ends with the next open set.
    pub fn cues(&self, now: Moment) -> Vec<Cue> {
        let run = self.at(now);
        match run.stage {
            Stage::Running { .. } => cue::sheet(&self.timeline, &run),
            Stage::Finished { at } if at == now && !run.ended_early => cue::sheet(&self.timeline, &run),
            Stage::Waiting | Stage::Paused { .. } | Stage::Finished { .. } => Vec::new(),
        }
    }

    /// What [`Session::cues`] says, for whom it is played without anybody looking: with its places and its length. Empty
    /// unless it runs.
    pub fn stretch(&self, now: Moment) -> Stretch {
        let run = self.at(now);
        match run.stage {
            Stage::Running { .. } => cue::ticking(&self.timeline, &run),
            Stage::Waiting | Stage::Paused { .. } | Stage::Finished { .. } => Stretch::default(),
        }
    }

    /// What has been done by `now`, in the order of the routine, with what was skipped on the way; of the set that runs, the
    /// part that is over. What was not reached is not there.
    pub fn sets(&self, now: Moment) -> Vec<SetDone> {
        let mut run = self.at(now);
        run.tally(&self.timeline, false);
        let set_of = |place: usize, phase: &Phase| {
            let set = phase.kind.work()?;
            let done =
                run.done.iter().find(|(phase, _)| *phase == place).and_then(|(_, done)| done.of_set(set));
            done.or_else(|| (place < run.place.phase).then(|| set.skipped()))
        };
        let phases = self.timeline.phases().iter().enumerate();
        let sets = phases.filter_map(|(place, phase)| Some((place, set_of(place, phase)?)));
        // What was done before a move was swapped comes before what was done instead.
        let all = run.former.iter().cloned().chain(sets).collect();
        sorted(all, |(a, _), (b, _)| a.cmp(b)).into_iter().map(|(_, set)| set).collect()
    }

    /// Whether every set was done, none skipped or cut short.
    pub fn is_complete(&self, now: Moment) -> bool {
        self.at(now).done.iter().filter(|(_, done)| done.whole).count() == self.timeline.sets()
    }

    /// How long it has run by `now`: no pauses, and no get-ready that the routine did not bring. Done as planned, it is
    /// the routine's stated length.
    pub fn active(&self, now: Moment) -> Millis {
        let run = self.at(now);
        let here = if self.timeline.is_unstated(run.place.phase) { Millis::ZERO } else { run.place.ran() };
        run.before.less(run.unstated) + here
    }

    /// When it was started.
    pub fn started_at(&self) -> Option<Moment> {
        self.log.iter().find(|(_, event)| *event == Event::Start).map(|(at, _)| *at)
    }

    /// When it ended, by itself or early; none while it has not by `now`.
    pub fn finished_at(&self, now: Moment) -> Option<Moment> {
        match self.at(now).stage {
            Stage::Finished { at } => Some(at),
            Stage::Waiting | Stage::Running { .. } | Stage::Paused { .. } => None,
        }
    }

    /// What the person did, and when.
    pub fn log(&self) -> &[(Moment, Event)] {
        &self.log
    }

    /// After the page was gone. A short gap counts: the session went on. After a longer one, or when the clock was
    /// set back meanwhile, it comes back paused where it was last seen, and the person decides. Says how long that gap was,
    /// where there was one.
    pub fn revive(&mut self, now: Moment) -> Option<Millis> {
        let was_set_back = now < self.seen;
        if was_set_back {
            self.set_back(self.seen.since(now));
        }
        let gap = now.since(self.seen);
        let is_long = was_set_back || gap > Self::SHORT_GAP;
        if is_long {
            self.update(self.seen, Event::Pause);
        }
        self.seen = now;
        is_long.then_some(gap)
    }

    /// The clock was set back: every moment of the log moves with it, so that every span stays as it was.
    fn set_back(&mut self, by: Millis) {
        let moved = |at: Moment| Moment(at.0.saturating_sub(by.0));
        for (at, _) in &mut self.log {
            *at = moved(*at);
        }
        self.seen = moved(self.seen);
        self.replay();
    }

    /// Puts the log to the timeline again, and drops what means nothing.
    fn replay(&mut self) {
        let log = core::mem::take(&mut self.log);
        self.run = Run::new();
        self.plan = self.routine.clone();
        self.timeline = Timeline::of(&self.plan.with_rests(self.rests), self.ready);
        let seen = self.seen;
        for (at, event) in log {
            self.update(at, event);
        }
        self.seen = seen;
    }

    fn at(&self, now: Moment) -> Run {
        let mut run = self.run.clone();
        run.advance(&self.timeline, now);
        run
    }

    fn has_room_for(&self, event: Event) -> bool {
        match event {
            Event::End => true,
            Event::Start | Event::Pause | Event::Resume | Event::GoOn | Event::CatchUp | Event::Join => {
                self.log.len() < 2 * Self::MOST_EVENTS
            }
            Event::Back | Event::Skip | Event::Extend(_) | Event::Done | Event::Swap { .. } => {
                self.log.len() < Self::MOST_EVENTS
            }
        }
    }
}
