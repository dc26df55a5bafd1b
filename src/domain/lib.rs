//! The rules of Evenkeel: a map, in reading order.
//!
//! `Routine` → *compile* → `Timeline` → `Session` (a log of what the person did) → at any `now`, a `Face` (what the
//! screen shows) and the cues still to come → a `Record` when it ends → `History` → `Load`, the balance.
//!
//! - [`time`]: a span, a moment, a day.
//! - [`catalogue`]: the exercises as numbers.
//! - [`routine`]: what is done in which order, and the notation in which a routine travels.
//! - [`session`]: a routine being done.
//! - [`history`]: what has been done.
//! - [`balance`]: how the work is shared around the torso.
//! - [`figure`]: one body, posed by numbers, drawn as shapes.
//! - [`settings`]: what a person may choose.
//! - [`sound`]: how each cue sounds, and a session as one sound file.
//! - [`body`]: whom moves must suit, and what stands in for one that does not.
//! - [`order`]: putting things in order, with little code.
//! - [`measure`]: a routine made to measure.
//! - [`chance`]: chance that can be had again.
//! - [`line`](mod@line): one line of stored text that can tell whether it is whole.
//!
//! *Invariant:* nothing here knows the browser, a framework, a clock or a language. Time, text and randomness come in
//! as arguments.

pub mod balance;
pub mod body;
pub mod catalogue;
pub mod chance;
pub mod figure;
pub mod history;
pub mod line;
pub mod measure;
pub mod order;
pub mod routine;
pub mod session;
pub mod settings;
pub mod sound;
pub mod time;
