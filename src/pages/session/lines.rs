//! What a session says at a moment: every line of its screen, from its face.
//!
//! Decides: which words and numbers are shown. Deliberately does not know where they stand or how large.

use domain::routine::{Move, Part};
use domain::session::{Face, PhaseKind, SetWork, State};
use domain::time::Millis;

use crate::ports::Ports;
use crate::words::Words;

/// From here on a count-down is shown as a clock, not as a bare number of seconds.
const CLOCK_FROM: u64 = 100;
/// Time that passed unheard and is less than this is neither told nor worth skipping.
pub(super) const WORTH_TELLING: Millis = Millis::seconds(2);

/// A small label: what it says, and its tone as the stylesheet knows it.
pub(super) type Label = (&'static str, String);

/// The words and the numbers of one session.
#[derive(Clone, Copy)]
pub(super) struct Lines {
    pub words: Words,
    pub ports: Ports,
}

impl Lines {
    /// The name in large: the move that runs or comes.
    pub(super) fn name(self, face: &Face) -> String {
        face.set_in_view()
            .map_or_else(|| self.words.text("session.end"), |set| self.words.action(&set.action))
    }

    /// The small labels over the name: breath, side, set, round; or what goes on instead of a set. `missed`: it was
    /// found paused, because the page was gone meanwhile.
    pub(super) fn labels(self, face: &Face, missed: bool) -> Vec<Label> {
        if face.state == State::Paused {
            let key = if missed { "session.away" } else { "session.paused" };
            return vec![("effort", self.words.text(key))];
        }
        if face.wait.is_some() {
            return vec![("done", self.words.text("session.goes-on"))];
        }
        match &face.kind {
            PhaseKind::Ready => vec![("done", self.words.text("session.ready"))],
            PhaseKind::Rest => vec![("done", self.words.text("session.rest"))],
            PhaseKind::Change => {
                let mut labels = vec![("done", self.words.text("session.change"))];
                labels.extend(
                    face.next
                        .as_ref()
                        .and_then(|set| set.side)
                        .map(|side| ("", self.words.side_of_set(side))),
                );
                labels
            }
            PhaseKind::Work(set) => self.labels_of_work(face, set),
        }
    }

    fn labels_of_work(self, face: &Face, set: &SetWork) -> Vec<Label> {
        let mut labels = vec![("effort", self.breath(face, set))];
        labels.extend(set.side.map(|side| ("side", self.words.side_of_set(side))));
        let number = |n: u8| self.words.figures(u64::from(n));
        if set.part != Part::Main {
            labels.push(("done", self.words.part(set.part, 1)));
        }
        if set.sets > 1 {
            let places = [("set", &*number(set.set)), ("sets", &*number(set.sets))];
            labels.push(("", self.words.fill("session.set", &places)));
        } else if set.rounds > 1 {
            let places = [("round", &*number(set.round)), ("rounds", &*number(set.rounds))];
            labels.push(("", self.words.fill("session.round", &places)));
        }
        labels.retain(|(_, text)| !text.is_empty());
        labels
    }

    /// "lift · breathe in": the phase of the movement and its breath.
    fn breath(self, face: &Face, set: &SetWork) -> String {
        let breath = face.breath.map(|breath| self.words.text(&["breath.", breath.slug()].concat()));
        let phase = match set.action {
            Move::Known(id) => self.words.phases(id).get(face.pace.map_or(0, |pace| pace.phase)).cloned(),
            Move::Custom(_) | Move::Unknown(_) => None,
        };
        match (phase, breath) {
            (Some(phase), Some(breath)) => {
                self.words.fill("breath.phase", &[("phase", &phase), ("breath", &breath)])
            }
            (_, breath) => breath.unwrap_or_default(),
        }
    }

    /// The largest number: repetitions or time left.
    pub(super) fn digits(self, face: &Face) -> String {
        let formats = self.ports.formats();
        if let Some(wait) = face.wait {
            return formats.whole(wait.started_seconds());
        }
        match (&face.reps, face.left) {
            (Some(reps), _) => formats.whole(u64::from(reps.total.saturating_sub(reps.done))),
            (None, Some(left)) if left.started_seconds() < CLOCK_FROM => {
                formats.whole(left.started_seconds())
            }
            (None, Some(left)) => formats.left(left),
            (None, None) => formats.span(face.spent),
        }
    }

    /// What the largest number counts.
    pub(super) fn unit(self, face: &Face) -> String {
        let key = match (&face.reps, face.left) {
            _ if face.wait.is_some() => "session.unit.seconds",
            (Some(_), None) => "session.unit.open",
            (Some(_), Some(_)) => "session.unit.reps",
            (None, Some(left)) if left.started_seconds() < CLOCK_FROM => "session.unit.seconds",
            (None, _) => "session.unit.minutes",
        };
        self.words.text(key)
    }

    /// The line under the number where the session was found paused: how long it was not heard.
    pub(super) fn missed(self, gap: Millis) -> String {
        self.words.fill("session.missed", &[("span", &self.words.span(gap))])
    }

    /// The line under the number: what the author has to say of the set that runs, or what comes; where that is in large
    /// already, how much of it and on which side.
    pub(super) fn next(self, face: &Face) -> String {
        if let Some(set) = face.kind.work().filter(|set| !set.note.is_empty()) {
            return set.note.clone();
        }
        let Some(next) = &face.next else { return self.words.text("session.last") };
        let dose = self.words.dose(next.asked(), false, false);
        match (&face.kind, next.side) {
            (PhaseKind::Work(_), _) => {
                self.words.fill("session.next", &[("move", &self.words.set_name(next)), ("dose", &dose)])
            }
            (_, Some(side)) => {
                self.words.fill("session.coming", &[("dose", &dose), ("side", &self.words.side_of_set(side))])
            }
            (_, None) => dose,
        }
    }

    /// "5 of 12 · 3:20 left".
    pub(super) fn progress(self, face: &Face) -> String {
        let formats = self.ports.formats();
        let running = (face.sets_done + usize::from(face.kind.work().is_some())).min(face.sets_total);
        let left = formats.left(face.remaining);
        let places = [
            ("done", &*formats.whole(running as u64)),
            ("total", &*formats.whole(face.sets_total as u64)),
            ("left", &*left),
        ];
        self.words.fill("session.progress", &places)
    }
}

/// Three, two, one: the number that pulses, of a phase that the clock ends.
pub(super) fn pulse(face: &Face) -> Option<u8> {
    let left = face.wait.or(face.left.filter(|_| face.state == State::Running && face.reps.is_none()))?;
    u8::try_from(left.started_seconds()).ok().filter(|left| (1..=3).contains(left))
}

/// How full the thin bar is: the repetition where there is one, else the phase.
pub(super) fn fullness(face: &Face) -> u16 {
    let part = |at: Millis, of: Millis| (at.0 * 1000).checked_div(of.0).unwrap_or(0).min(1000) as u16;
    match (&face.reps, face.pace, face.kind.work()) {
        (Some(_), Some(pace), Some(set)) => {
            let one: u32 = set.tempo.iter().map(|phase| u32::from(phase.seconds)).sum();
            part(pace.at, Millis::seconds(one))
        }
        _ => part(face.spent, face.length),
    }
}
