//! A session that is on: ticks in, cues out, each cue to its port.
//!
//! Decides: when a session is stored, laid onto the sound clock, and over. Deliberately does not know who may begin or stop
//! one.

use domain::history::Record;
use domain::line::checksum;
use domain::routine::notation;
use domain::session::{Cue, CueKind, Session, State};
use domain::sound::Tones;
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use super::pocket::Played;
use super::{Conductor, Stage, felt, gap};
use crate::ports::Held;

/// What is there only while a session runs.
pub(super) struct Run {
    /// Keeps the ticks coming.
    pub(super) ticker: Held,
    /// The time of the last tick.
    pub(super) last: Moment,
    /// When the session was stored last.
    pub(super) stored: Moment,
    /// When the sound was last compared with the time.
    pub(super) compared: Moment,
    /// It was off then: one look may be late itself.
    pub(super) was_off: bool,
    /// The cues to come, the next one last.
    pub(super) due: Vec<(Moment, CueKind)>,
    /// What the screen lit up for last.
    pub(super) lit: Option<CueKind>,
    /// The file that plays, where one does, and by how many milliseconds it is ahead of the clock.
    pub(super) played: Option<Played>,
    pub(super) ahead: i64,
}

impl Run {
    pub(super) const fn none() -> Self {
        let never = Moment(0);
        Self {
            ticker: Held::nothing(),
            last: never,
            stored: never,
            compared: never,
            was_off: false,
            due: Vec::new(),
            lit: None,
            played: None,
            ahead: 0,
        }
    }
}

/// How often a running session is stored: a killed page loses no more than this.
const STORE_EVERY: Millis = Millis::seconds(5);
/// How often the sound clock is compared with the time.
const COMPARE_EVERY: Millis = Millis::seconds(1);
/// A sheet that is off by more than this, in milliseconds, is moved.
const MOST_DRIFT: u64 = 1;
/// A cue felt later than this is not felt at all.
const TOO_LATE: Millis = Millis(500);
/// How long the last cue may sound.
const LAST_CUE: Millis = Millis::seconds(3);

impl Conductor {
    pub(super) fn state(self, now: Moment) -> Option<State> {
        self.session.with_untracked(|session| session.as_ref().map(|session| session.face(now).state))
    }

    pub(super) fn is_running(self, now: Moment) -> bool {
        self.state(now) == Some(State::Running)
    }

    /// Brings everything in step with what the session is now.
    pub(super) fn follow(self, now: Moment) {
        if !self.ports.is_fitted() {
            // Whoever presses before all is here is led at once, and heard as soon as that arrives.
            self.when_fitted(move || {
                self.lead_late();
                let now = self.moment();
                if self.is_running(now) {
                    self.ports.screen().hold();
                    self.hear_anew();
                }
            });
        }
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
                self.ports.pocket().pause();
            }
            Some(State::Finished) => {
                self.ports.sound().silence();
                self.ports.pocket().stop();
                self.tell_end(now);
                self.finish(now);
            }
        }
    }

    /// Nothing moves any more.
    pub(super) fn rest(self) {
        self.forget();
        self.ports.screen().release();
    }

    /// Lets go of what is there only while a session runs.
    pub(super) fn forget(self) {
        self.run.update_value(|run| *run = Run::none());
    }

    fn tick_from(self, now: Moment) {
        let ticker = self.ports.clock().ticks(Box::new(move |_| self.tick(self.moment())));
        self.run.update_value(|run| {
            run.ticker = ticker;
            run.last = now;
        });
    }

    pub(super) fn store_now(self, now: Moment) {
        self.session.update_untracked(|session| {
            if let Some(session) = session {
                session.seen(now);
                self.store.keep_live(session);
            }
        });
        self.run.update_value(|run| run.stored = now);
    }

    /// Everything that is still to be heard and felt.
    fn cues(self, now: Moment) -> Vec<Cue> {
        self.session
            .with_untracked(|session| session.as_ref().map(|session| session.cues(now)).unwrap_or_default())
    }

    /// Which sounds the person chose, and how loud: 0 where none is wanted.
    fn loudness(self) -> (Tones, u8) {
        self.store
            .settings()
            .with_untracked(|chosen| (chosen.heard.tones, if chosen.sound { chosen.volume } else { 0 }))
    }

    /// Everything that is still to be heard and felt, laid anew.
    pub(super) fn lay(self, now: Moment) {
        let (cues, (tones, volume)) = (self.cues(now), self.loudness());
        let is_felt = self.store.settings().with_untracked(|chosen| chosen.vibration || chosen.heard.spoken);
        // What is felt or spoken needs the clock of the sound too: it keeps a hidden page awake.
        if self.is_pocketed() {
            self.ports.sound().silence();
            self.play(now, tones, volume);
        } else if volume > 0 || is_felt {
            self.ports.pocket().stop();
            self.run.update_value(|run| run.played = None);
            self.ports.sound().lay(&cues, self.moment().since(now), tones, volume);
        } else {
            self.ports.sound().silence();
        }
        let due = cues.iter().rev().map(|cue| (now + cue.after, cue.kind)).collect();
        self.run.update_value(|run| {
            run.due = due;
            run.compared = now;
        });
    }

    /// Time has passed: told by a clock that is not the page's own.
    pub fn look(self) {
        let now = self.moment();
        if self.leads() && self.is_running(now) {
            self.tick(now);
        }
    }

    fn tick(self, now: Moment) {
        let Some(last) = self.run.try_update_value(|run| core::mem::replace(&mut run.last, now)) else {
            return;
        };
        if gap::was_missed(now.since(last), || self.drift(now)) {
            // Where the sound stopped, if that is known.
            let stopped = self.drift(now).map(|drift| Moment(now.0.saturating_add_signed(drift)));
            self.pause_alone(stopped.unwrap_or(last).max(last).min(now));
            return;
        }
        self.feel(now);
        self.now.set(now);
        if self.state(now) == Some(State::Finished) {
            self.finish(now);
            self.fall_silent();
            return;
        }
        let (stored, compared) = self.run.with_value(|run| (run.stored, run.compared));
        if now.since(stored) >= STORE_EVERY {
            self.store_now(now);
        }
        self.ports.sound().keep_up();
        let is_time = now.since(compared) >= COMPARE_EVERY;
        if is_time {
            self.run.update_value(|run| run.compared = now);
        }
        if self.run.with_value(|run| run.played.is_some()) {
            self.follow_file(now, is_time);
        } else if is_time {
            let is_off = self.drift(now).is_some_and(|drift| drift.unsigned_abs() > MOST_DRIFT);
            let was_off = self.run.try_update_value(|run| core::mem::replace(&mut run.was_off, is_off));
            if is_off && was_off == Some(true) {
                self.ports.sound().realign();
            }
        }
    }

    /// A session that a press brings to its end says so as one that ends by itself; one that is broken off does not.
    fn tell_end(self, now: Moment) {
        let cues = self.cues(now);
        let Some(last) = cues.last() else { return };
        let (tones, volume) = self.loudness();
        if self.store.settings().with_untracked(|chosen| chosen.vibration) {
            self.ports.vibration().shake(felt::pattern(last.kind));
        }
        if volume > 0 {
            self.ports.sound().lay(&cues, Millis::ZERO, tones, volume);
            self.fall_silent();
        }
    }

    /// No sound any more, once the last one has been heard.
    fn fall_silent(self) {
        let (sound, pocket) = (self.ports.sound(), self.ports.pocket());
        let silence = move || {
            // Another may be on by then.
            if self.stage.try_get_untracked() != Some(Stage::Underway) {
                sound.silence();
                pocket.stop();
            }
        };
        self.ports.clock().after(LAST_CUE, Box::new(silence)).for_ever();
    }

    /// Feels and sees every cue whose moment has come.
    fn feel(self, now: Moment) {
        let cue = self.run.try_update_value(|run| {
            let mut cue = None;
            while let Some((at, kind)) = run.due.last().copied()
                && at <= now
            {
                run.due.pop();
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
        self.ports.lead().release();
    }
}

/// Bits that tell this session from another one begun in the same second elsewhere, and are the same however often it
/// ends: a page that was killed between keeping the record and clearing the session does not keep it twice.
fn fingerprint(session: &Session) -> u32 {
    let began = session.started_at().unwrap_or_default();
    checksum([began.0.to_string(), notation::write(session.routine())].concat().as_bytes())
}
