//! The routine notation, version 1: the text in which a routine travels.
//!
//! One small grammar serves the link, the text box, copying as text and the stored form. Reading is lenient: it gives
//! whatever still makes sense and a list of what did not, each with its place. Writing is strict: one routine has one
//! text. The public promise, with the whole grammar, is `docs/notation.md`; every text that was ever released keeps
//! its meaning (`tests/links.rs`).
//!
//! - `glyphs`: characters that remember where they stood; links unwrapped.
//! - `clean`: what is safe to show of them. `name`: titles and the names of the author's own moves.
//! - `parts`, `fields`, `start`: reading, from the whole down to one field.
//! - `written`: writing. `check`: the two characters at the end. `problem`: what can be wrong.
//!
//! *Invariant:* nothing here panics, recurses or takes more than a moment, whatever the text.

mod check;
mod clean;
mod fields;
mod glyphs;
#[cfg(test)]
mod limits;
mod name;
mod parts;
mod problem;
#[cfg(test)]
mod properties;
mod start;
#[cfg(test)]
mod tests;
mod written;

pub use clean::clean;
pub use parts::{read, title};
pub use problem::{Problem, ProblemKind};
pub use written::write;

use super::Routine;
use crate::time::Millis;
use core::ops::RangeInclusive;

/// What reading a text gives: whatever still makes sense, and what did not.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The routine, without the parts that made no sense.
    pub routine: Routine,
    /// What was found wrong, in the order of the text.
    pub problems: Vec<Problem>,
}

/// The version that is written.
const VERSION: u32 = 1;
/// The longest text that is read, in characters; also the longest that is written.
const LONGEST_TEXT: usize = 8192;
/// How many steps a routine may have.
const MOST_STEPS: usize = 200;
/// How many stretches of work and rest it may come to when every round and set is counted.
const MOST_SEGMENTS: u64 = 2000;
/// How long it may take.
const LONGEST: Millis = Millis::seconds(6 * 3600);
/// How many characters a title or a name may have.
pub const LONGEST_NAME: usize = 60;
/// How many settings or fields of a later version are kept in one place, and how long one may be.
const MOST_UNKNOWN: usize = 20;
const LONGEST_UNKNOWN: usize = 40;

/// Seconds of a set.
const SECONDS: RangeInclusive<u16> = 1..=3600;
/// Seconds of a rest, a change of side, a get-ready.
const REST: RangeInclusive<u16> = 0..=3600;
/// Repetitions of a set.
const REPS: RangeInclusive<u16> = 1..=999;
/// Sets of a step, and times of a round.
const SETS: RangeInclusive<u16> = 1..=20;
/// Kilograms or pounds.
const WEIGHT: RangeInclusive<u16> = 1..=999;
/// Seconds of one phase of a repetition.
const PHASE: RangeInclusive<u16> = 0..=60;
/// How many phases a repetition of a move of the author's own may have.
const MOST_PHASES: usize = 8;

/// Whether a tempo fits an exercise's phases: as many, and a repetition that takes time. `own` is `None` for a move of
/// the author's own. What is held still has no tempo.
fn tempo_fits(tempo: &[u8], own: Option<&[crate::catalogue::Phase]>) -> bool {
    let count_fits = match own {
        Some(own) => own.len() == tempo.len() && own.iter().any(|phase| phase.seconds > 0),
        None => tempo.len() <= MOST_PHASES,
    };
    count_fits && tempo.iter().any(|&seconds| seconds > 0)
}
