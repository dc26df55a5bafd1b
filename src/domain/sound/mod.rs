//! What is heard: the notes of each cue, and a whole session's cues as one sound file.
//!
//! Decides: how a cue sounds, and what is in the file that plays on while the page sleeps (the pocket mode). Deliberately
//! does not know when a cue falls ([`crate::session`]), nor what plays it. The live sound of the app still has the notes
//! of [`Tones::Clear`] for its own (`src/platform/sound.rs`): whoever changes one changes the other.
//!
//! In reading order: `notes` (which notes), `wave` (notes as samples), `flac` (samples as a file), `pocket` (which
//! samples the file is made of).

mod flac;
mod notes;
mod pocket;
mod wave;

#[cfg(test)]
mod tests;

pub use notes::{Note, Tones, Wave};
pub use pocket::{LONGEST, compile};
