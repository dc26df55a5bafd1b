//! Runs one session: events in, cues out, each cue to its port.
//!
//! Decides: when a session is stored, laid onto the sound clock, and over. Deliberately does not know what a screen
//! shows ([`Conductor::face`] says all there is to show) nor how a cue sounds.
//!
//! There is one ticker and one `now`; everything else is derived. A tick never counts anything: it only says what time
//! it is. *Invariant:* a session is stored at every event before anything is shown of it, and its record is kept before
//! it is over.

mod felt;
mod gap;
mod lacks;
mod led;
mod owner;
mod pocket;
mod suited;
#[cfg(test)]
mod tests;
mod waiting;

pub use owner::Leader;
pub use suited::Planned;

use domain::history::RecordId;
use domain::routine::Routine;
use domain::session::{CueKind, Event, Face, Session};
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use crate::ports::Ports;
use crate::store::Store;

use led::Run;
use suited::Starts;

/// Whether there is a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// There is none.
    #[default]
    Idle,
    /// There is one: waiting, running or paused.
    Underway,
    /// It is over, and what was done is in the history under this id; under none if nothing was done.
    Over(Option<RecordId>),
}

/// A handle to the one session there can be, small enough to be copied into every closure.
#[derive(Clone, Copy)]
pub struct Conductor {
    ports: Ports,
    store: Store,
    session: RwSignal<Option<Session>>,
    now: RwSignal<Moment>,
    stage: RwSignal<Stage>,
    missed: RwSignal<Option<Millis>>,
    leader: RwSignal<Leader>,
    lit: RwSignal<Moment>,
    run: StoredValue<Run, LocalStorage>,
    starts: StoredValue<Starts, LocalStorage>,
}

impl Conductor {
    /// A conductor without a session.
    pub fn new(ports: Ports, store: Store) -> Self {
        let session = RwSignal::new(None::<Session>);
        let now = RwSignal::new(ports.clock().now());
        let (run, starts) = (StoredValue::new_local(Run::none()), StoredValue::new_local(Starts::default()));
        let (stage, missed, lit) = (RwSignal::default(), RwSignal::new(None), RwSignal::new(Moment(0)));
        let leader = RwSignal::default();
        Self { ports, store, session, now, stage, missed, leader, lit, run, starts }
    }

    /// What the screen shows, at every moment; nothing without a session.
    pub fn face(self) -> Memo<Option<Face>> {
        let Self { session, now, .. } = self;
        Memo::new(move |_| {
            let now = now.get();
            session.with(|session| session.as_ref().map(|session| session.face(now)))
        })
    }

    /// Whether there is a session.
    pub fn stage(self) -> ReadSignal<Stage> {
        self.stage.read_only()
    }

    /// How long the session had not been heard when it was paused by nobody: the device slept, or the page was left. Nothing
    /// where the person paused it, or it runs.
    pub fn missed(self) -> ReadSignal<Option<Millis>> {
        self.missed.read_only()
    }

    /// The cue for which the screen lights up, told at its moment; nothing before the first, and where no light is wanted.
    pub fn light(self) -> Signal<Option<CueKind>> {
        let Self { lit, run, .. } = self;
        Signal::derive(move || {
            lit.track();
            run.try_with_value(|run| run.lit).flatten()
        })
    }

    /// What is being done; changes with events only.
    pub fn session(self) -> ReadSignal<Option<Session>> {
        self.session.read_only()
    }

    /// Begins `routine`, which suits the person: [`Conductor::start`]. A session that is still on is ended, and kept.
    fn begin(self, routine: Routine) {
        self.close_former();
        self.lead();
        self.ports.clock().catch_up();
        // The moment of the press, before the sound is unlocked: that may take a tenth of a second.
        let now = self.ports.clock().now();
        self.unlock();
        let (ready, rests) = self
            .store
            .settings()
            .with_untracked(|settings| (Millis::seconds(settings.ready.into()), settings.rests));
        // What everybody begins at the same moment is as long for everybody; what is over is begun like any other.
        let together = routine.start.and_then(|start| Session::together(&routine, start, now));
        let own = || {
            let mut session =
                Session::new(Routine { start: None, ..routine.clone() }, ready, now).with_rests(rests);
            session.update(now, Event::Start);
            session
        };
        self.session.set(Some(together.unwrap_or_else(own)));
        self.missed.set(None);
        self.stage.set(Stage::Underway);
        self.now.set(now);
        self.follow(now);
    }

    /// What the person did. Called from within a tap or a key press. False: it means nothing now.
    pub fn send(self, event: Event) -> bool {
        if !self.leads() {
            return false;
        }
        let now = self.moment();
        self.unlock();
        let is_taken = self.take(now, event);
        // What it did not change is as it was; only that it is too late to skip to now is known by then.
        if is_taken || event == Event::CatchUp {
            self.missed.set(None);
        }
        is_taken
    }

    /// The sound was switched, or asked for by a tap: what is still to be heard is laid anew.
    pub fn hear_anew(self) {
        if !self.leads() {
            return;
        }
        let now = self.moment();
        self.unlock();
        self.run.update_value(|run| run.played = None);
        if self.is_running(now) {
            self.lay(now);
        }
    }

    /// The summary was seen: there is no session any more.
    pub fn leave(self) {
        if matches!(self.stage.get_untracked(), Stage::Over(_)) {
            self.session.set(None);
            self.stage.set(Stage::Idle);
        }
    }

    /// The page is being hidden, or has returned.
    pub fn seen(self, is_seen: bool) {
        if !self.leads() {
            return self.mirror();
        }
        let now = self.moment();
        if is_seen {
            let slept = self.ports.clock().catch_up();
            if slept > Session::SHORT_GAP && self.is_running(now) {
                self.pause_alone(now);
            }
        } else if self.is_running(now) {
            self.store_now(now);
        }
    }

    /// Whether something is to be heard and the browser wants a tap first.
    pub fn is_refused(self) -> Memo<bool> {
        let Self { ports, now, .. } = self;
        Memo::new(move |_| {
            now.track();
            ports.sound().is_refused() || ports.pocket().is_refused()
        })
    }

    fn unlock(self) {
        if !self.is_pocketed() {
            self.ports.sound().unlock();
        }
    }

    fn close_former(self) {
        if !self.leads() || self.stage.get_untracked() != Stage::Underway {
            return self.close_other();
        }
        let now = self.moment();
        self.take(now, Event::End);
    }

    /// A pause that nobody asked for: time has passed of which no sound was heard.
    fn pause_alone(self, now: Moment) {
        self.missed.set(Some(self.ports.clock().now().since(now)));
        self.take(now, Event::Pause);
    }

    fn take(self, now: Moment, event: Event) -> bool {
        let mut taken = false;
        self.session.update(|session| {
            taken = session.as_mut().is_some_and(|session| session.update(now, event));
        });
        self.now.set(now);
        if taken {
            self.follow(now);
        }
        taken
    }

    /// Makes this the conductor of every component below.
    pub fn provide(self) {
        provide_context(self);
    }
}

/// The conductor of this app; one without a session where none was provided.
pub fn use_conductor() -> Conductor {
    use_context().unwrap_or_else(|| Conductor::new(crate::ports::use_ports(), crate::store::use_store()))
}
