//! One session that was done.
//!
//! Decides: what is remembered of it, and which of two versions of one record holds.

use core::cmp::Ordering;
use core::fmt;

use crate::routine::{Block, Dose, Routine, Step, notation};
use crate::session::{Session, SetDone};
use crate::time::{Day, Millis, Moment};

use super::line;

/// The name of a record: a start in seconds and a few random bits, in digits and small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(String);

impl RecordId {
    /// Of a session that began at `start`; `random` keeps two devices apart.
    pub fn new(start: Moment, random: u32) -> Self {
        let bits = u64::from(random & 0x000f_ffff);
        Self(base_36((start.0 / 1000) << 20 | bits))
    }

    /// Reads an id: 1 … 24 digits and small letters.
    pub fn read(text: &str) -> Option<Self> {
        let fits = |letter: u8| letter.is_ascii_digit() || letter.is_ascii_lowercase();
        let short = (1..=24).contains(&text.len());
        (short && text.bytes().all(fits)).then(|| Self(text.to_owned()))
    }

    /// The second in which the session began that it was made for; nothing, where it was made otherwise.
    pub fn begun(&self) -> Option<Moment> {
        let number = u64::from_str_radix(&self.0, 36).ok()?;
        (number >> 20).checked_mul(1000).map(Moment)
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One session that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name; the same in every version of it.
    pub id: RecordId,
    /// Which version: each change writes a higher one.
    pub rev: u32,
    /// It was deleted. What is left is only there to win over copies of it.
    pub deleted: bool,
    /// When it began.
    pub started: Moment,
    /// How far the person's clock was ahead of UTC then, in minutes.
    pub offset: i32,
    /// The routine, in the notation.
    pub routine: String,
    /// Its title then.
    pub title: String,
    /// How long it ran: no pauses, and no get-ready that the routine did not bring.
    pub active: Millis,
    /// Every set was done, none skipped or cut short.
    pub complete: bool,
    /// What was done.
    pub sets: Vec<SetDone>,
    /// How hard it felt, 0 … 10, if the person said so.
    pub effort: Option<u8>,
    /// How the back felt before, 0 (at ease) … 10 (not at all well), if the person said so.
    pub back_before: Option<u8>,
    /// How the back felt after.
    pub back_after: Option<u8>,
    /// What the person wrote about it.
    pub note: String,
    /// Fields that a later version wrote (`key=value`): kept as they are, and written back.
    pub unknown: Vec<String>,
}

/// The most that effort and the feeling of the back are given with.
pub const MOST_FELT: u8 = 10;

impl Record {
    /// A record of which nothing is known yet.
    pub(super) fn empty(id: RecordId, started: Moment) -> Self {
        Self {
            id,
            rev: 1,
            deleted: false,
            started,
            offset: 0,
            routine: String::new(),
            title: String::new(),
            active: Millis::ZERO,
            complete: false,
            sets: Vec::new(),
            effort: None,
            back_before: None,
            back_after: None,
            note: String::new(),
            unknown: Vec::new(),
        }
    }

    /// What remains of a session that is over by `now`; none while it is not, or when it was never started.
    /// `offset`: how far the person's clock is ahead of UTC, in minutes.
    pub fn of(session: &Session, now: Moment, offset: i32, random: u32) -> Option<Self> {
        session.finished_at(now)?;
        let id = RecordId::new(session.started_at()?, random);
        // To the second: finer is of no use to anybody, and the id has it already.
        let started = id.begun()?;
        Some(Self {
            offset,
            routine: notation::write(session.routine()),
            title: session.routine().title.clone(),
            active: session.active(now),
            complete: session.is_complete(now),
            sets: session.sets(now),
            ..Self::empty(id, started)
        })
    }

    /// What deleting it leaves behind.
    #[must_use]
    pub fn tombstone(&self) -> Self {
        Self {
            rev: self.rev.saturating_add(1),
            deleted: true,
            offset: self.offset,
            unknown: self.unknown.clone(),
            ..Self::empty(self.id.clone(), self.started)
        }
    }

    /// The sets of which something was done.
    pub fn done(&self) -> impl Iterator<Item = &SetDone> {
        self.sets.iter().filter(|set| !set.is_skipped())
    }

    /// The routine, to be done again. Where it cannot be read any more, it is what was done.
    pub fn plan(&self) -> Routine {
        let read = notation::read(&self.routine).routine;
        if read.steps().next().is_some() {
            return read;
        }
        let step = |set: &SetDone| {
            let seconds = u16::try_from(set.seconds.whole_seconds()).unwrap_or(u16::MAX);
            let dose = set.reps.map_or(Dose::Seconds(seconds), Dose::Reps);
            Block::Step(Step { side: set.side, ..Step::new(set.action.clone(), dose) })
        };
        Routine { title: self.title.clone(), blocks: self.done().map(step).collect(), ..Routine::default() }
    }

    /// The day it belongs to: the person's own, where it began.
    pub fn day(&self) -> Day {
        Day::of(self.started, self.offset)
    }

    /// Whether this version holds over `other`: the higher revision; of two equal ones made apart, one of them, and
    /// always the same.
    pub fn replaces(&self, other: &Self) -> bool {
        let by_text = || {
            let (mine, theirs) = (line::write(self), line::write(other));
            let sum = |line: &str| crate::line::checksum(line.as_bytes());
            sum(&mine).cmp(&sum(&theirs)).then_with(|| mine.cmp(&theirs))
        };
        self.rev.cmp(&other.rev).then_with(by_text) == Ordering::Greater
    }
}

fn base_36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = (number % 36) as u8;
        digits.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}
