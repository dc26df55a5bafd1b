//! What is said aloud while a session is led: by a screen reader, or by a voice.
//!
//! Decides: at which points of a phase something is said, in which words, and in how many: a voice says nothing that would
//! run into the beeps before a start or an end. Deliberately does not know who speaks.

use domain::catalogue::Side;
use domain::routine::Dose;
use domain::session::{Face, PhaseKind, SetWork, State};
use domain::time::Millis;

use super::Words;

/// A timed phase shorter than this needs no word at half time, nor at ten seconds.
const LONG: Millis = Millis::seconds(20);
/// The word before the end.
const NEARLY: Millis = Millis::seconds(10);
/// What comes is said once more before a set only after a rest as long as this: else it was said just now.
const LONG_REST: Millis = Millis::seconds(10);
/// How long before the set: spoken by the time of the first of its three beeps, or soon after it.
const AHEAD: Millis = Millis::seconds(5);
/// From here on a voice begins nothing: the beeps count down.
const BEEPS: Millis = Millis::seconds(3);
/// By then a voice has said what it began before.
const QUIET: Millis = Millis::seconds(2);
/// How many letters a voice says in a second at its usual rate.
const LETTERS: u64 = 14;
/// The most that a voice says at once: some break off what takes longer.
const LONGEST: usize = 80;
/// A phase that is no further has just begun.
const BEGINNING: Millis = Millis::seconds(2);

/// A point of a phase at which something is said, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Start,
    Half,
    Ten,
    Soon,
}

/// A point of a session at which something may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    phase: usize,
    state: State,
    waits: bool,
    mark: Mark,
}

impl Point {
    /// The one that was passed last.
    pub fn of(face: &Face) -> Self {
        Self { phase: face.phase, state: face.state, waits: face.wait.is_some(), mark: mark(face) }
    }

    /// Whether the first phase is behind.
    pub const fn is_past_the_first(self) -> bool {
        self.phase > 0
    }

    /// Whether what was said at `before` is of no use any more.
    pub fn is_elsewhere_than(self, before: Self) -> bool {
        (self.phase, self.state) != (before.phase, before.state)
    }
}

fn mark(face: &Face) -> Mark {
    let Some(left) = face.left.filter(|_| face.reps.is_none()) else { return Mark::Start };
    let is_work = face.kind.work().is_some();
    if !is_work && face.length >= LONG_REST && left <= AHEAD {
        Mark::Soon
    } else if face.length >= LONG && left <= NEARLY {
        Mark::Ten
    } else if face.length >= LONG && is_work && face.spent.times(2) >= face.length {
        Mark::Half
    } else {
        Mark::Start
    }
}

/// What there is to say.
#[derive(Clone, Copy)]
enum Matter {
    /// What goes on, and how much of it.
    Begins,
    Half,
    Ten,
    /// What comes.
    Soon,
    Paused,
    /// What stands, after a step in a pause.
    Stands,
    /// What goes on after a pause.
    GoesOn,
    Done,
}

/// What there is to say at `face`, when the point before was `before`.
fn matter(face: &Face, before: Option<Point>) -> Option<Matter> {
    let now = Point::of(face);
    let was = before.map(|before| before.state);
    match face.state {
        State::Waiting => None,
        State::Finished => {
            let is_whole = face.remaining == Millis::ZERO;
            (is_whole && before.is_some()).then_some(Matter::Done)
        }
        State::Paused if was == Some(State::Paused) => Some(Matter::Stands),
        State::Paused => Some(Matter::Paused),
        State::Running if now.waits => Some(Matter::GoesOn),
        State::Running => {
            let Some(before) = before.filter(|it| !now.is_elsewhere_than(*it)) else {
                return Some(Matter::Begins);
            };
            match now.mark {
                // What goes on was said while it waited.
                mark if before.waits && mark == before.mark => None,
                // It was made longer, and goes on as it did.
                mark if mark < before.mark && face.spent >= BEGINNING => None,
                Mark::Start => Some(Matter::Begins),
                Mark::Half => Some(Matter::Half),
                Mark::Ten => Some(Matter::Ten),
                Mark::Soon => Some(Matter::Soon),
            }
        }
    }
}

/// How many letters a voice has room for at this rate, in percent of usual.
fn room(face: &Face, rate: u8) -> usize {
    let letters = |time: Millis| (time.0 * LETTERS * u64::from(rate) / 100_000) as usize;
    let room = match (face.state, face.wait, face.left) {
        (State::Running, Some(wait), _) => letters(wait),
        (State::Running, None, Some(left)) if left <= BEEPS => 0,
        (State::Running, None, Some(left)) => letters(left.less(QUIET)),
        _ => LONGEST,
    };
    room.min(LONGEST)
}

impl Words {
    /// "left side".
    pub fn side_of_set(self, side: Side) -> String {
        self.text(&["session.side.", side.slug()].concat())
    }

    /// "Side plank, left side".
    pub fn set_name(self, set: &SetWork) -> String {
        let name = self.action(&set.action);
        match set.side {
            None => name,
            Some(side) => {
                self.fill("session.move-side", &[("move", &name), ("side", &self.side_of_set(side))])
            }
        }
    }

    /// What is said at `face`, when the point before was `before`; nothing where nothing is to be said. With the `rate` of
    /// a voice (in percent of usual) no more than it has time for; a screen reader takes the time it wants.
    pub fn said(self, face: &Face, before: Option<Point>, rate: Option<u8>) -> String {
        let Some(matter) = matter(face, before) else { return String::new() };
        let most = rate.map_or(usize::MAX, |rate| room(face, rate));
        let wordings = self.wordings(face, matter).into_iter();
        wordings.into_iter().find(|text| text.chars().count() <= most).unwrap_or_default()
    }

    /// How it may be said, the fullest first: the dose is left out first, and then the side.
    fn wordings(self, face: &Face, matter: Matter) -> Vec<String> {
        let set = face.set_in_view();
        let name = set.map(|set| self.action(&set.action)).unwrap_or_default();
        let full = set.map(|set| self.set_name(set)).unwrap_or_default();
        let dose = set.map(|set| self.dose_said(set.asked())).unwrap_or_default();
        let with_dose = |key: &str| self.fill(key, &[("move", &full), ("dose", &dose)]);
        let with = |key: &str, name: &str| self.fill(key, &[("move", name)]);
        let begins = |set: &str, alone: &str| vec![with_dose(set), with(alone, &full), with(alone, &name)];
        match (matter, &face.kind) {
            (Matter::Begins, PhaseKind::Work(_)) | (Matter::Stands, _) => {
                begins("session.announce.work", "session.announce.alone")
            }
            (Matter::Begins, PhaseKind::Ready) => begins("session.announce.ready", "session.announce.first"),
            (Matter::Begins, PhaseKind::Rest) => {
                let length = self.seconds_said(face.left.unwrap_or(face.length).started_seconds());
                let places = [("length", &*length), ("move", &full), ("dose", &dose)];
                let mut all = vec![self.fill("session.announce.rest", &places)];
                all.extend(begins("session.announce.next-dose", "session.announce.next"));
                all
            }
            (Matter::Begins, PhaseKind::Change) => {
                let side = set.and_then(|set| set.side).map(|side| self.side_of_set(side));
                let names = [Some(full.clone()), side];
                names.iter().flatten().map(|name| with("session.announce.change", name)).collect()
            }
            (Matter::Soon, _) => {
                vec![with("session.announce.next", &full), with("session.announce.next", &name)]
            }
            (Matter::GoesOn, PhaseKind::Work(_)) => {
                vec![with("session.announce.goes-on", &full), with("session.announce.goes-on", &name)]
            }
            (Matter::GoesOn, PhaseKind::Ready) => vec![self.text("session.announce.goes-on.ready")],
            (Matter::GoesOn, PhaseKind::Rest) => vec![self.text("session.announce.goes-on.rest")],
            (Matter::GoesOn, PhaseKind::Change) => vec![self.text("session.announce.goes-on.change")],
            (Matter::Half, _) => vec![self.text("session.announce.half")],
            (Matter::Ten, _) => vec![self.text("session.announce.ten")],
            (Matter::Paused, _) => vec![self.text("session.announce.paused")],
            (Matter::Done, _) => vec![self.text("session.announce.done")],
        }
    }

    /// A dose as it is said: "30 seconds", for "30 s" is read aloud as a letter.
    fn dose_said(self, dose: Dose) -> String {
        match dose {
            Dose::Seconds(n) => self.seconds_said(u64::from(n)),
            Dose::Reps(_) | Dose::UntilDone(_) => self.dose(dose, false, false),
        }
    }

    fn seconds_said(self, n: u64) -> String {
        if n > 0 && n.is_multiple_of(60) {
            self.count("amount.minutes", n / 60, &[])
        } else {
            self.count("session.announce.seconds", n, &[])
        }
    }
}
