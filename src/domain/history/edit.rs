//! What a person says of a session afterwards: that it was another time, that more or less was done, that there was one.
//!
//! Decides: what follows from it. A session that is moved to another time is another record (its id tells when it began),
//! and a set of which other repetitions are said counts as work for as long as those take.

use crate::routine::{Dose, Routine, Step, notation};
use crate::session::{Event, Session, SetDone};
use crate::time::{Millis, Moment};

use super::{Record, RecordId};

/// The longest that a set can be said to have lasted.
const LONGEST_SET: Millis = Millis::seconds(3600);
/// The most repetitions that can be said of one set.
pub const MOST_REPS: u16 = 999;

/// By then every session is over.
const A_DAY: Millis = Millis::seconds(24 * 3600);

/// The routine, with an end to all that lasts until the person says so: it lasts as long as it usually does.
fn closed(mut routine: Routine) -> Routine {
    for block in &mut routine.blocks {
        for step in block.steps_mut() {
            if let Dose::UntilDone(amount) = step.dose {
                step.dose = Dose::Reps(amount);
            }
        }
    }
    routine
}

impl SetDone {
    /// How much of it was done, in the unit of the move: repetitions, or seconds.
    pub fn amount(&self) -> u16 {
        self.reps.unwrap_or_else(|| u16::try_from(self.seconds.whole_seconds()).unwrap_or(u16::MAX))
    }

    /// The most that can be said of it.
    pub fn most(&self) -> u16 {
        if self.reps.is_some() { MOST_REPS } else { LONGEST_SET.whole_seconds() as u16 }
    }

    /// Says how much of it was done. None of it: it was skipped.
    pub fn set_amount(&mut self, amount: u16) {
        let amount = amount.min(self.most());
        let one = self.repetition();
        match &mut self.reps {
            Some(reps) => {
                *reps = amount;
                self.seconds = one.times(amount.into());
            }
            None => self.seconds = Millis::seconds(amount.into()),
        }
    }

    /// How long one repetition took; that of the move where none was done.
    fn repetition(&self) -> Millis {
        match self.reps {
            Some(reps) if reps > 0 && !self.is_skipped() => Millis(self.seconds.0 / u64::from(reps)),
            _ => Step::new(self.action.clone(), Dose::Reps(1)).repetition(),
        }
    }

    /// Whether it may be done with a weight, or was.
    pub fn takes_load(&self) -> bool {
        self.action.takes_load() || self.load.is_some()
    }
}

impl Record {
    /// A session of `routine` that nobody led: begun at `start` and done as planned. `offset`: how far the person's clock
    /// is ahead of UTC then, in minutes.
    pub fn by_hand(routine: &Routine, start: Moment, offset: i32, random: u32) -> Option<Self> {
        let mut session = Session::new(closed(routine.clone()), Millis::ZERO, start);
        session.update(start, Event::Start);
        let record = Self::of(&session, start + A_DAY, offset, random)?;
        Some(Self { routine: notation::write(routine), ..record })
    }

    /// When it began, as the person's own clock showed it: `2026-11-25T07:12`.
    pub fn began_local(&self) -> String {
        self.started.local(self.offset)
    }

    /// The same session at another time, written as [`Record::began_local`] gives it; nothing where that makes no sense.
    /// It is a record of its own where the second changes.
    pub fn moved_to(&self, local: &str, random: u32) -> Option<Self> {
        if local == self.began_local() {
            return Some(self.clone());
        }
        let started = Moment::from_local(local, self.offset)?;
        Some(Self { id: RecordId::new(started, random), rev: 1, started, ..self.clone() })
    }
}
