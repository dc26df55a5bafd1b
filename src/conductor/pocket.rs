//! A session that is played as one file.
//!
//! Decides: when a new file is made and when the one that plays is only put elsewhere; and that the time is then what the
//! file says: whoever hears a cue late, because the file began late or stood, sees it late too. Deliberately does not know
//! what plays the file, nor what is in it ([`domain::sound`]).

use domain::session::{Event, Session, State, Timeline};
use domain::sound::{Tones, compile};
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use super::Conductor;
use crate::ports::Press;

/// A file and a clock that differ by less, in milliseconds, agree: no browser tells the place in a file more exactly.
const AGREE: u64 = 60;
/// A file that is ahead of its time by more, in milliseconds, is not being heard: without a loudspeaker some browsers run
/// through it as fast as they can.
const FASTEST: i64 = 1000;
/// What is left of the file after the last cue: some players swallow the end.
const TAIL: Millis = Millis::seconds(1);

/// The file that plays.
pub(super) struct Played {
    /// Where the file is at this moment, if it plays as it should.
    at: Moment,
    from: Millis,
    /// Whether it was heard since it was put there.
    is_heard: bool,
    /// Where each phase begins in it.
    places: Vec<(usize, Millis)>,
    /// What it was made of.
    timeline: Timeline,
    tones: Tones,
    volume: u8,
}

impl Played {
    /// Where a phase begins in it that begins now; nothing where it has another, or this one is another by now.
    fn place_of(&self, session: &Session, now: Moment) -> Option<Millis> {
        let face = session.face(now);
        let phase = self.timeline.phases().get(face.phase)?;
        let is_as_planned = face.spent == Millis::ZERO && face.wait.is_none() && face.length == phase.length;
        let place = self.places.iter().find(|(phase, _)| *phase == face.phase).map(|(_, place)| *place);
        place.filter(|_| is_as_planned && self.timeline == *session.timeline())
    }
}

impl Conductor {
    /// Whether sessions are played as a file here.
    pub(super) fn is_pocketed(self) -> bool {
        self.store.settings().with_untracked(|chosen| chosen.heard.pocket) && self.ports.pocket().works()
    }

    /// What time it is for the session: by the file, where one plays.
    pub(super) fn moment(self) -> Moment {
        let ahead = self.run.with_value(|run| run.ahead);
        Moment(self.ports.clock().now().0.saturating_add_signed(ahead))
    }

    /// Has what is still to be heard played as a file.
    pub(super) fn play(self, now: Moment, tones: Tones, volume: u8) {
        let pocket = self.ports.pocket();
        let same = |played: &Played| (played.tones, played.volume) == (tones, volume);
        let place = self.session.with_untracked(|session| {
            let session = session.as_ref()?;
            self.run
                .with_value(|run| run.played.as_ref().filter(|played| same(played))?.place_of(session, now))
        });
        if let Some(from) = place {
            pocket.seek(from);
            self.run.update_value(|run| {
                run.played =
                    run.played.take().map(|played| Played { at: now, from, is_heard: false, ..played });
            });
            return;
        }
        let made = self.session.with_untracked(|session| {
            let session = session.as_ref()?;
            let stretch = session.stretch(now);
            let places: Vec<Millis> = stretch.places.iter().map(|(_, place)| *place).collect();
            let last = stretch.cues.last().map_or(Millis::ZERO, |cue| tones.length(cue.kind));
            let file = compile(&stretch.cues, stretch.length + last + TAIL, tones, volume, &places);
            let (from, timeline) = (Millis::ZERO, session.timeline().clone());
            let played =
                Played { at: now, from, is_heard: false, places: stretch.places, timeline, tones, volume };
            Some((file, played))
        });
        let Some((file, played)) = made else { return };
        pocket.on_press(Box::new(move |press| self.pressed(press)));
        pocket.play(&file);
        self.run.update_value(|run| run.played = Some(played));
    }

    /// By how many milliseconds what is heard is ahead of the time (behind: less than 0); nothing while nothing is.
    pub(super) fn drift(self, now: Moment) -> Option<i64> {
        let due =
            self.run.with_value(|run| run.played.as_ref().map(|played| played.from + now.since(played.at)));
        let Some(due) = due else { return self.ports.sound().drift() };
        let position = self.ports.pocket().position()?;
        let drift = i64::try_from(position.0).ok()? - i64::try_from(due.0).ok()?;
        Some(drift).filter(|drift| *drift <= FASTEST)
    }

    /// Puts the time to what the file says: once when it is heard first, and then where the two part.
    pub(super) fn follow_file(self, now: Moment, is_time: bool) {
        let first = self.run.with_value(|run| run.played.as_ref().map(|played| !played.is_heard));
        let Some(first) = first.filter(|first| *first || is_time) else { return };
        let Some(drift) = self.drift(now) else { return };
        self.run.update_value(|run| {
            if let Some(played) = &mut run.played {
                played.is_heard = true;
            }
            if first || drift.unsigned_abs() > AGREE {
                run.ahead += drift;
            }
        });
    }

    /// Something was pressed that is not in the page.
    fn pressed(self, press: Press) {
        let now = self.moment();
        let state = self.state(now);
        let is_open = self.face().get_untracked().is_some_and(|face| face.left.is_none());
        match (press, state) {
            (Press::Play, Some(State::Paused)) => drop(self.send(Event::Resume)),
            (Press::Pause, Some(State::Running)) => drop(self.send(Event::Pause)),
            (Press::Next, Some(State::Running)) if is_open => drop(self.send(Event::Done)),
            (Press::Next, Some(State::Running | State::Paused)) => drop(self.send(Event::Skip)),
            (Press::Previous, Some(State::Running | State::Paused)) => drop(self.send(Event::Back)),
            (Press::Interrupted, Some(State::Running)) => self.pause_alone(now),
            _ => {}
        }
    }
}
