//! The routines that are played, and when each of their cues is due.
//!
//! Decides: what is played, and by the rules of `docs/notation.md` at which second which cue is heard. The program's own
//! cue sheet is deliberately not asked: it is what is measured.

use std::collections::BTreeMap;

use domain::routine::notation;
use domain::session::CueKind;
use domain::sound::{Note, Tones};

/// A routine: seconds to get ready, seconds of rest after each set but the last, and the sets.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    ready: u32,
    rest: u32,
    sets: Vec<Set>,
}

/// One set.
#[derive(Clone, Copy, Debug)]
enum Set {
    /// So many repetitions of three phases, each a second long.
    Superman(u32),
    /// So many seconds.
    Plank(u32),
}

/// A note of a cue: when it is due, in milliseconds from the press.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Due {
    /// When it is due.
    pub(super) at: f64,
    /// Its pitch and its place in the cue.
    pub(super) note: Note,
}

impl Due {
    /// Whether it is the first of its cue: the one by which the cue is late or not.
    pub(super) fn begins_cue(&self) -> bool {
        self.note.after.0 == 0
    }
}

impl Plan {
    /// Eight minutes and ten seconds with every cue that a routine without sides has, most of the time one each second.
    pub(super) fn eight_minutes() -> Self {
        let mut sets = [Set::Superman(12), Set::Plank(20)].repeat(7);
        sets.push(Set::Superman(6));
        Self { ready: 10, rest: 5, sets }
    }

    /// An hour with a cue each second.
    pub(super) fn hour() -> Self {
        Self { ready: 10, rest: 0, sets: vec![Set::Superman(600); 2] }
    }

    /// As a link says it.
    pub(super) fn text(&self) -> String {
        let Self { ready, rest, sets } = self;
        let mut text = format!("1/Timer/g{ready}/r{rest}");
        for set in sets {
            text.push_str(&match set {
                Set::Superman(reps) => format!("/superman.{reps}.t1-1-1"),
                Set::Plank(seconds) => format!("/plank.{seconds}s"),
            });
        }
        notation::write(&notation::read(&text).routine)
    }

    /// Which cue is heard at which second after the press.
    pub(super) fn cues(&self) -> BTreeMap<u32, CueKind> {
        let mut cues = BTreeMap::from([(0, CueKind::Ready)]);
        let mut at = self.ready;
        count_down(&mut cues, 0, at);
        for (place, set) in self.sets.iter().enumerate() {
            if place > 0 && self.rest > 0 {
                cues.insert(at, CueKind::Rest);
                count_down(&mut cues, at, at + self.rest);
                at += self.rest;
            }
            cues.insert(at, CueKind::Go);
            let end = at + set.seconds();
            count_down(&mut cues, at, end);
            match set {
                Set::Superman(_) => {
                    for second in at + 1..end {
                        cues.entry(second).or_insert(CueKind::Rep);
                    }
                }
                Set::Plank(seconds) => drop(cues.insert(at + seconds / 2, CueKind::Half)),
            }
            at = end;
        }
        cues.insert(at, CueKind::Finish);
        cues
    }

    /// At which seconds after the press the large number becomes `shown`: seconds that are left, or repetitions.
    pub(super) fn becomes(&self, shown: u32) -> Vec<u32> {
        let mut numbers: Vec<u32> = (1..=self.ready).rev().collect();
        for (place, set) in self.sets.iter().enumerate() {
            if place > 0 {
                numbers.extend((1..=self.rest).rev());
            }
            match set {
                Set::Superman(reps) => numbers.extend((1..=*reps).rev().flat_map(|left| [left; 3])),
                Set::Plank(seconds) => numbers.extend((1..=*seconds).rev()),
            }
        }
        let changes = numbers.iter().zip(&numbers[1..]).zip(1..);
        changes
            .filter(|((before, now), _)| before != now && **now == shown)
            .map(|(_, second)| second)
            .collect()
    }

    /// Every note of every cue, in order.
    pub(super) fn dues(&self) -> Vec<Due> {
        let notes = |(second, kind): (u32, CueKind)| {
            let due =
                move |note: &Note| Due { at: f64::from(second) * 1000.0 + note.after.0 as f64, note: *note };
            Tones::default().notes(kind).iter().map(due)
        };
        self.cues().into_iter().flat_map(notes).collect()
    }
}

impl Set {
    fn seconds(self) -> u32 {
        match self {
            Self::Superman(reps) => 3 * reps,
            Self::Plank(seconds) => seconds,
        }
    }
}

/// Three, two, one second before `end`, as far as that is after `begin`.
fn count_down(cues: &mut BTreeMap<u32, CueKind>, begin: u32, end: u32) {
    for left in 1..=3 {
        if end - left > begin {
            cues.insert(end - left, CueKind::CountDown);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cues_of_a_short_routine_are_where_the_notation_says() {
        let plan = Plan { ready: 5, rest: 4, sets: vec![Set::Superman(2), Set::Plank(20)] };
        assert_eq!(plan.text().rsplit_once('/').unwrap().0, "1/Timer/g5/r4/superman.2.t1-1-1/plank.20s");
        let seconds = |kind: CueKind| -> Vec<_> {
            plan.cues().into_iter().filter(|cue| cue.1 == kind).map(|cue| cue.0).collect()
        };
        assert_eq!(seconds(CueKind::Ready), [0]);
        assert_eq!(seconds(CueKind::CountDown), [2, 3, 4, 8, 9, 10, 12, 13, 14, 32, 33, 34]);
        assert_eq!(seconds(CueKind::Go), [5, 15]);
        assert_eq!(seconds(CueKind::Rep), [6, 7]);
        assert_eq!(seconds(CueKind::Rest), [11]);
        assert_eq!(seconds(CueKind::Half), [25]);
        assert_eq!(seconds(CueKind::Finish), [35]);
        assert_eq!(plan.dues().last().map(|due| due.at), Some(35_540.0));
    }

    #[test]
    fn the_number_changes_where_the_notation_says() {
        let plan = Plan { ready: 5, rest: 4, sets: vec![Set::Superman(2), Set::Plank(20)] };
        assert_eq!(plan.becomes(4), [1, 11, 31]);
        assert_eq!(plan.becomes(1), [4, 8, 14, 34]);
        assert_eq!(plan.becomes(20), [15]);
    }

    #[test]
    fn the_long_ones_are_as_long_as_they_say() {
        assert_eq!(Plan::eight_minutes().cues().last_key_value(), Some((&490, &CueKind::Finish)));
        assert_eq!(Plan::hour().cues().len(), 3605);
        assert!(notation::read(&Plan::hour().text()).problems.is_empty());
    }
}
