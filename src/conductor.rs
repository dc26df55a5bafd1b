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
mod suited;
#[cfg(test)]
mod tests;

pub use suited::Planned;

use domain::body::Fitted;
use domain::history::{Record, RecordId};
use domain::line::checksum;
use domain::routine::{Routine, notation};
use domain::session::{CueKind, Event, Face, Session, State};
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use crate::ports::{Held, Ports};
use crate::store::Store;

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
    away: RwSignal<bool>,
    lit: RwSignal<Moment>,
    run: StoredValue<Run, LocalStorage>,
}

/// What is there only while a session runs.
struct Run {
    /// Keeps the ticks coming.
    ticker: Held,
    /// The time of the last tick.
    last: Moment,
    /// When the session was stored last.
    stored: Moment,
    /// When the sound was last compared with the time.
    compared: Moment,
    /// The cues to come, the next one last.
    due: Vec<(Moment, CueKind)>,
    /// When the last cue fell.
    cued: Moment,
    /// What the screen lit up for last.
    lit: Option<CueKind>,
    /// What the start changed so that it suits the person; outlives the rest.
    fitted: Option<Fitted>,
}

impl Run {
    const fn none() -> Self {
        let never = Moment(0);
        Self {
            ticker: Held::nothing(),
            last: never,
            stored: never,
            compared: never,
            due: Vec::new(),
            cued: never,
            lit: None,
            fitted: None,
        }
    }
}

/// How often a running session is stored: a killed page loses no more than this.
const STORE_EVERY: Millis = Millis::seconds(5);
/// How often the sound clock is compared with the time.
const COMPARE_EVERY: Millis = Millis::seconds(1);
/// A sound clock that is off by more than this, in milliseconds, is laid anew.
const MOST_DRIFT: u64 = 20;
/// A cue felt later than this is not felt at all.
const TOO_LATE: Millis = Millis(500);
/// A sheet is not laid anew while a cue sounds: it would be cut off.
const CUE_SOUNDS: Millis = Millis(600);
/// How long the last cue may sound.
const LAST_CUE: Millis = Millis::seconds(3);

impl Conductor {
    /// A conductor without a session.
    pub fn new(ports: Ports, store: Store) -> Self {
        let session = RwSignal::new(None::<Session>);
        let now = RwSignal::new(ports.clock().now());
        let run = StoredValue::new_local(Run::none());
        let (stage, away, lit) = (RwSignal::default(), RwSignal::new(false), RwSignal::new(Moment(0)));
        Self { ports, store, session, now, stage, away, lit, run }
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

    /// Whether the session was paused by nobody: the device slept, or the page was left.
    pub fn away(self) -> ReadSignal<bool> {
        self.away.read_only()
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

    /// Begins `routine`, which suits the person: [`Conductor::start`]. A session that was on is ended, and kept.
    fn begin(self, routine: Routine) {
        self.close_former();
        self.ports.clock().catch_up();
        // The moment of the press, before the sound is unlocked: that may take a tenth of a second.
        let now = self.ports.clock().now();
        self.ports.sound().unlock();
        let (ready, rests) = self
            .store
            .settings()
            .with_untracked(|settings| (Millis::seconds(settings.ready.into()), settings.rests));
        self.session.set(Some(Session::new(routine, ready, now).with_rests(rests)));
        self.away.set(false);
        self.stage.set(Stage::Underway);
        self.take(now, Event::Start);
    }

    /// Takes up the session that was on when the page was last left, if there was one.
    pub fn resume(self) {
        let Some(mut session) = self.store.live() else { return };
        let now = self.ports.clock().now();
        self.away.set(session.face(now).state != State::Paused);
        session.revive(now);
        self.now.set(now);
        self.session.set(Some(session));
        self.stage.set(Stage::Underway);
        self.follow(now);
    }

    /// What the person did. Called from within a tap or a key press. False: it means nothing now.
    pub fn send(self, event: Event) -> bool {
        let now = self.ports.clock().now();
        self.ports.sound().unlock();
        self.away.set(false);
        self.take(now, event)
    }

    /// The sound was switched, or its volume changed: what is still to be heard is laid anew.
    pub fn hear_anew(self) {
        let now = self.ports.clock().now();
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
        let now = self.ports.clock().now();
        if is_seen {
            let slept = self.ports.clock().catch_up();
            if slept > Session::SHORT_GAP && self.is_running(now) {
                self.pause_alone(now);
            }
        } else if self.is_running(now) {
            self.store_now(now);
        }
    }

    fn close_former(self) {
        let now = self.ports.clock().now();
        if self.stage.get_untracked() == Stage::Underway {
            self.take(now, Event::End);
        }
    }

    /// A pause that nobody asked for: time has passed of which no sound was heard.
    fn pause_alone(self, now: Moment) {
        self.away.set(true);
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

    fn state(self, now: Moment) -> Option<State> {
        self.session.with_untracked(|session| session.as_ref().map(|session| session.face(now).state))
    }

    fn is_running(self, now: Moment) -> bool {
        self.state(now) == Some(State::Running)
    }

    /// Brings everything in step with what the session is now.
    fn follow(self, now: Moment) {
        match self.state(now) {
            None => {}
            Some(State::Running) => {
                self.store_now(now);
                self.lay(now);
                self.ports.screen().hold();
                self.tick_from(now);
            }
            Some(State::Waiting | State::Paused) => {
                self.store_now(now);
                self.rest();
                self.ports.sound().silence();
            }
            Some(State::Finished) => {
                self.finish(now);
                self.ports.sound().silence();
            }
        }
    }

    /// Nothing moves any more.
    fn rest(self) {
        self.run.update_value(|run| *run = Run { fitted: run.fitted.take(), ..Run::none() });
        self.ports.screen().release();
    }

    fn tick_from(self, now: Moment) {
        let ticker = self.ports.clock().ticks(Box::new(move |now| self.tick(now)));
        self.run.update_value(|run| {
            run.ticker = ticker;
            run.last = now;
        });
    }

    fn store_now(self, now: Moment) {
        self.session.update_untracked(|session| {
            if let Some(session) = session {
                session.seen(now);
                self.store.keep_live(session);
            }
        });
        self.run.update_value(|run| run.stored = now);
    }

    /// Everything that is still to be heard and felt, laid anew.
    fn lay(self, now: Moment) {
        let cues = self
            .session
            .with_untracked(|session| session.as_ref().map(|session| session.cues(now)).unwrap_or_default());
        let (sound, volume) = self.store.settings().with_untracked(|chosen| (chosen.sound, chosen.volume));
        if sound {
            self.ports.sound().lay(&cues, volume);
        } else {
            self.ports.sound().silence();
        }
        let due = cues.iter().rev().map(|cue| (now + cue.after, cue.kind)).collect();
        self.run.update_value(|run| {
            run.due = due;
            run.compared = now;
        });
    }

    fn tick(self, now: Moment) {
        let Some(last) = self.run.try_update_value(|run| core::mem::replace(&mut run.last, now)) else {
            return;
        };
        if gap::was_missed(now.since(last), || self.ports.sound().drift()) {
            self.pause_alone(last);
            return;
        }
        self.feel(now);
        self.now.set(now);
        if self.state(now) == Some(State::Finished) {
            self.finish(now);
            let sound = self.ports.sound();
            self.ports.clock().after(LAST_CUE, Box::new(move || sound.silence())).for_ever();
            return;
        }
        let (stored, compared, cued) = self.run.with_value(|run| (run.stored, run.compared, run.cued));
        if now.since(stored) >= STORE_EVERY {
            self.store_now(now);
        }
        if now.since(compared) >= COMPARE_EVERY && now.since(cued) >= CUE_SOUNDS {
            self.run.update_value(|run| run.compared = now);
            if self.ports.sound().drift().is_some_and(|drift| drift.unsigned_abs() > MOST_DRIFT) {
                self.lay(now);
            }
        }
    }

    /// Feels and sees every cue whose moment has come.
    fn feel(self, now: Moment) {
        let cue = self.run.try_update_value(|run| {
            let mut cue = None;
            while let Some((at, kind)) = run.due.last().copied()
                && at <= now
            {
                run.due.pop();
                run.cued = at;
                cue = (now.since(at) < TOO_LATE).then_some(kind);
            }
            cue
        });
        let Some(kind) = cue.flatten() else { return };
        let (is_felt, is_seen) =
            self.store.settings().with_untracked(|chosen| (chosen.vibration, chosen.flash));
        if is_felt {
            self.ports.vibration().shake(felt::pattern(kind));
        }
        // The tempo is not felt, and would light up at every turn.
        if is_seen && kind != CueKind::Rep {
            self.run.update_value(|run| run.lit = Some(kind));
            self.lit.set(now);
        }
    }

    /// Keeps what was done, and only then says that it is over.
    fn finish(self, now: Moment) {
        let offset = self.ports.clock().offset(now);
        let record = self.session.with_untracked(|session| {
            let session = session.as_ref()?;
            Record::of(session, now, offset, fingerprint(session))
        });
        self.rest();
        let done = record.filter(|record| record.done().next().is_some());
        let id = done.as_ref().map(|record| record.id.clone());
        if done.is_none_or(|record| self.store.keep_finished(record)) {
            self.store.clear_live();
        } else {
            // The next visit takes it up at its very end, and tries again.
            self.store_now(now);
        }
        self.stage.set(Stage::Over(id));
    }

    /// Makes this the conductor of every component below.
    pub fn provide(self) {
        provide_context(self);
    }
}

/// Bits that tell this session from another one begun in the same second elsewhere, and are the same however often it
/// ends: a page that was killed between keeping the record and clearing the session does not keep it twice.
fn fingerprint(session: &Session) -> u32 {
    let began = session.started_at().unwrap_or_default();
    checksum([began.0.to_string(), notation::write(session.routine())].concat().as_bytes())
}

/// The conductor of this app; one without a session where none was provided.
pub fn use_conductor() -> Conductor {
    use_context().unwrap_or_else(|| Conductor::new(crate::ports::use_ports(), crate::store::use_store()))
}
