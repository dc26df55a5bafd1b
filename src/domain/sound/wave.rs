//! Notes as samples.
//!
//! Decides: the shape of a note, and what there is where none sounds. Deliberately does not know what becomes of the
//! samples. Nothing but additions and multiplications: the same samples on every machine, and no library for sines.

use crate::session::CueKind;
use crate::time::Millis;

use super::notes::{Note, Tones, Wave};

/// Samples in a second: enough for every pitch there is, and half of what music takes.
pub(super) const RATE: u32 = 22_050;

/// Every sample of a sound is a multiple of this. That is as fine as a beep needs, and a third less to be coded.
const STEP: i16 = 16;

/// What is there where nothing sounds, about −60 dBFS, in whole steps. A level that does not move is not heard, and costs
/// nothing. Browsers slow down a hidden page whose sound is none, and take this for sound (`docs/timer.md`).
pub(super) const LEVEL: i16 = 2 * STEP;

/// The loudest a note gets, above or below the level. Nothing is ever cut off at the top.
const LOUDEST: f64 = 32_000.0;

/// In how many samples a note comes (8 ms): in fewer it clicks. It goes in twice as many.
const EDGE: u32 = 176;

/// A sound is filled up with the level to a multiple of this, so that it can be coded in parts.
const GRAIN: usize = 32;

/// The sample that is nearest to a moment of the file.
pub(super) const fn sample(at: Millis) -> u32 {
    // No file lasts a day, so that this fits.
    let at = if at.0 > 86_400_000 { 86_400_000 } else { at.0 };
    ((at * RATE as u64 + 500) / 1000) as u32
}

/// The samples of a cue, `volume` 0 … 100. Of no volume there are none.
///
/// *Onset:* a wave begins at its crest, as high as the level is: the very first sample is twice the level, so that the
/// place where a sound begins is the place of its cue, to the sample.
pub(super) fn samples(tones: Tones, cue: CueKind, volume: u8) -> Vec<i16> {
    let mut samples = Vec::new();
    if volume == 0 {
        return samples;
    }
    for note in tones.notes(cue) {
        samples.resize(sample(note.after) as usize, LEVEL);
        sing(*note, tones.wave(), volume, &mut samples);
    }
    samples.resize(samples.len().next_multiple_of(GRAIN), LEVEL);
    samples
}

/// Adds the samples of one note.
fn sing(note: Note, wave: Wave, volume: u8, samples: &mut Vec<i16>) {
    let least = f64::from(LEVEL);
    let loud = f64::from(note.loud.min(100)) * f64::from(volume.min(100)) / 10_000.0;
    let peak = (LOUDEST * loud).max(least);
    let length = sample(note.end()) - sample(note.after);
    let mut swing = Swing::of(wave, note.hertz);
    for at in 0..length {
        let coming = f64::from(at) / f64::from(EDGE);
        let going = f64::from(length - at) / f64::from(2 * EDGE);
        let height = least + (peak - least) * coming.min(going).min(1.0);
        let steps = height * swing.next() / f64::from(STEP);
        samples.push(LEVEL + STEP * steps.round_ties_even() as i16);
    }
}

/// A wave between −1 and 1, sample by sample, from its crest on.
enum Swing {
    Sine(Turn),
    /// Of a triangle the first two of its parts, which are nearly all of it. At so few samples a second the others would
    /// sound as other pitches, and they cost more than they are worth.
    Triangle(Turn, Turn),
}

impl Swing {
    fn of(wave: Wave, hertz: u16) -> Self {
        let angle = core::f64::consts::TAU * f64::from(hertz) / f64::from(RATE);
        let turn = Turn::by(angle);
        match wave {
            Wave::Sine => Self::Sine(turn),
            Wave::Triangle => Self::Triangle(turn, Turn::by(3.0 * angle)),
        }
    }

    fn next(&mut self) -> f64 {
        match self {
            Self::Sine(turn) => turn.next(),
            Self::Triangle(turn, third) => (9.0 * turn.next() + third.next()) / 10.0,
        }
    }
}

/// A cosine, sample by sample: each follows from the two before.
struct Turn {
    twice_cos: f64,
    this: f64,
    former: f64,
}

impl Turn {
    fn by(angle: f64) -> Self {
        let cos = cosine(angle);
        Self { twice_cos: 2.0 * cos, this: 1.0, former: cos }
    }

    fn next(&mut self) -> f64 {
        let now = self.this;
        (self.this, self.former) = (self.twice_cos * now - self.former, now);
        now
    }
}

/// The cosine of a small angle (no part of a note turns by more than 2.2 a sample), to eleven decimals.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    let (mut sum, mut term) = (1.0, 1.0);
    for pair in 1..=9_u8 {
        let even = f64::from(2 * pair);
        term *= -square / (even * (even - 1.0));
        sum += term;
    }
    sum
}
