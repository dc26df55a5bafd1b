//! Where the notes are in what was recorded of the loudspeakers.
//!
//! Decides: where a note begins there. A level is passed some time after the beginning, later for a soft note than for a loud
//! one; so the level only finds the note, and its beginning is where a tone of its pitch that rises from nothing in a straight
//! line explains most of the samples. What a recording does not know is when Start was pressed: its own middle is taken
//! for on time, and every lateness is counted from there; and the recorder has a clock of its own, which runs apart from the page's by
//! what the plain timer's beeps are found to (`apart`). The session plays on both sides, the plain timer on the left alone.

use std::fs;
use std::path::Path;

use super::plan::Due;
use super::spread::Spread;
use crate::failure::{Doing, Outcome};

/// Samples a millisecond.
const RATE: f64 = 48.0;
/// What is louder than this, of 32,768, is a note: the hum between notes is at 26, the softest note at 7,800.
const LEVEL: i32 = 650;
/// So many samples of less than half of it make a pause.
const PAUSE: u32 = 400;
/// How far from its moment a note may be and still be it, in milliseconds: notes of one cue are 120 apart.
const NEAR: f64 = 55.0;
/// The same for a cue that has no note there, as long as nothing else is.
const FAR: f64 = 400.0;

/// How well is known beforehand when a recording began, in milliseconds: cues are mostly a second apart.
const ABOUT: f64 = 450.0;

/// A recording, and where something louder than the hum begins in it.
pub(super) struct Recording {
    right: Vec<i16>,
    session: Vec<usize>,
    plain: Vec<usize>,
}

/// A due note in the recording: when it was due by the page's clock, and how late it was, in milliseconds.
pub(super) type Late = (f64, f64);

/// Finds beginnings in samples that come one by one.
#[derive(Default)]
struct Finder {
    quiet: u32,
    is_note: bool,
    found: Vec<usize>,
}

impl Finder {
    fn take(&mut self, place: usize, sample: i32) {
        let loud = sample.abs();
        self.quiet = if loud < LEVEL / 2 { self.quiet + 1 } else { 0 };
        if self.quiet >= PAUSE {
            self.is_note = false;
        }
        if loud >= LEVEL && !self.is_note {
            self.is_note = true;
            self.found.push(place);
        }
    }
}

impl Recording {
    /// Two channels of 16 bits.
    pub(super) fn read(file: &Path) -> Outcome<Self> {
        let bytes = fs::read(file).doing(|| format!("read {}", file.display()))?;
        Ok(Self::of(&bytes))
    }

    fn of(bytes: &[u8]) -> Self {
        let (mut session, mut plain) = (Finder::default(), Finder::default());
        let mut right = Vec::with_capacity(bytes.len() / 4);
        for (place, frame) in bytes.chunks_exact(4).enumerate() {
            let [left, own] = [[frame[0], frame[1]], [frame[2], frame[3]]].map(i16::from_le_bytes);
            session.take(place, own.into());
            plain.take(place, i32::from(left) - i32::from(own));
            right.push(own);
        }
        Self { right, session: session.found, plain: plain.found }
    }

    /// What is to be added to the page's clock to have the recording's, in milliseconds: near `about`, that by which most of
    /// `dues` are where they should be.
    fn offset(&self, dues: &[Due], about: f64) -> Option<f64> {
        let found: Vec<_> = self.session.iter().map(|&place| place as f64 / RATE).collect();
        let hits = |offset: f64| {
            let is_there = |due: &&Due| nearest(&found, due.at + offset).is_some_and(|off| off.abs() < 30.0);
            dues.iter().filter(is_there).count()
        };
        let pairs = found.iter().take(60).flat_map(|at| dues.iter().take(60).map(move |due| at - due.at));
        let pairs = pairs.filter(|offset| (offset - about).abs() < ABOUT);
        let offset =
            pairs.max_by_key(|offset| hits(*offset)).filter(|offset| 3 * hits(*offset) > dues.len())?;
        let off =
            dues.iter().filter_map(|due| nearest(&found, due.at + offset)).filter(|off| off.abs() < NEAR);
        Some(offset + Spread::of(off).at(0.5))
    }

    /// How late the cues among `dues` are, whose moments are by the page's clock, and how many are not there; then the same of
    /// the plain timer, whose cues have their moments and how late it thinks it is. Nothing where too little was recorded.
    pub(super) fn lateness(
        &self,
        dues: &[Due],
        plain: &[Late],
        about: f64,
    ) -> Option<(Vec<Late>, usize, Vec<Late>)> {
        let offset = self.offset(dues, about)?;
        let mut missing = 0;
        let mut late = Vec::new();
        for due in dues.iter().filter(|due| due.begins_cue()) {
            let wanted = (due.at + offset) * RATE;
            let distance = |place: &usize| (*place as f64 - wanted).abs() / RATE;
            let near = |most: f64| {
                let found = self.session.iter().copied().filter(|place| distance(place) < most);
                found.min_by(|a, b| distance(a).total_cmp(&distance(b)))
            };
            match near(NEAR).or_else(|| near(FAR)) {
                Some(place) => {
                    late.push((due.at, (self.begin(place, due.note.hertz.into()) - wanted) / RATE));
                }
                None => missing += 1,
            }
        }
        let beeps: Vec<_> = self.plain.iter().map(|&place| place as f64 / RATE - offset).collect();
        let rung = plain.iter().filter_map(|&(at, off)| {
            let from_there = nearest(&beeps, at + off).filter(|off| off.abs() < FAR)?;
            Some((at, off, from_there))
        });
        let rung: Vec<_> = rung.collect();
        let apart = apart(&rung.iter().map(|&(at, off, there)| (at + off, there)).collect::<Vec<_>>());
        let first = late.first().map_or(0.0, |late| late.0);
        let level = |at: f64| apart * (at - first);
        for late in &mut late {
            late.1 -= level(late.0);
        }
        // Counted from the middle of all that are heard.
        let middle = Spread::of(late.iter().map(|late| late.1)).at(0.5);
        for late in &mut late {
            late.1 -= middle;
        }
        let plain =
            rung.iter().map(|&(at, off, there)| (at, off + there - level(at + off) - middle)).collect();
        Some((late, missing, plain))
    }

    /// The sample at which a note of this pitch begins that is louder than the level at `place`.
    fn begin(&self, place: usize, hertz: f64) -> f64 {
        let turn = hertz / (RATE * 1000.0) * std::f64::consts::TAU;
        let from = place.saturating_sub(400);
        let samples = &self.right[from..(place + 200).min(self.right.len())];
        // How much of the samples is explained by a tone that rises from `begin` on.
        let explained = |begin: f64| {
            let [mut cc, mut ss, mut cs, mut xc, mut xs] = [0.0; 5];
            for (at, &sample) in samples.iter().enumerate().skip(begin.max(0.0) as usize) {
                let rise = (at as f64 - begin).max(0.0);
                let (sine, cosine) = (turn * at as f64).sin_cos();
                let (c, s, x) = (rise * cosine, rise * sine, f64::from(sample));
                cc += c * c;
                ss += s * s;
                cs += c * s;
                xc += x * c;
                xs += x * s;
            }
            let whole = cc * ss - cs * cs;
            (xc * xc * ss - 2.0 * xc * xs * cs + xs * xs * cc) / whole.max(1e-9)
        };
        let mut best = (0..=100).map(|step| f64::from(step) * 4.0).fold((f64::MIN, 0.0), better(&explained));
        for step in [1.0, 0.1] {
            let near: Vec<_> = (-5..=5).map(|count| best.1 + f64::from(count) * step).collect();
            best = near.into_iter().fold(best, better(&explained));
        }
        from as f64 + best.1
    }
}

/// How far the recorder's clock runs from the page's in each millisecond: by what the page noted itself of when its plain timer
/// rang, and how much later that was recorded. The middle of what any two say that are a minute or more apart; nothing of shorter
/// recordings.
fn apart(rung: &[Late]) -> f64 {
    let of = |(at, one): &(usize, &Late)| {
        let (from, late) = **one;
        let others = rung[at + 1..].iter().filter(move |other| other.0 - from >= 60_000.0);
        others.map(move |other| (other.1 - late) / (other.0 - from)).collect::<Vec<_>>()
    };
    let all: Vec<_> = rung.iter().enumerate().flat_map(|one| of(&one)).collect();
    if all.is_empty() { 0.0 } else { Spread::of(all).at(0.5) }
}

fn better(explained: &impl Fn(f64) -> f64) -> impl Fn((f64, f64), f64) -> (f64, f64) {
    move |best, begin| {
        let this = explained(begin);
        if this > best.0 { (this, begin) } else { best }
    }
}

/// How far after `wanted` the nearest of these is, which are sorted.
fn nearest(sorted: &[f64], wanted: f64) -> Option<f64> {
    let place = sorted.partition_point(|at| *at < wanted);
    let around = sorted[place.saturating_sub(1)..].iter().take(2);
    around.map(|at| at - wanted).min_by(|a, b| a.abs().total_cmp(&b.abs()))
}

#[cfg(test)]
mod tests {
    use super::super::plan::Plan;
    use super::*;

    /// Half a minute of the session from the third second on, as it would be recorded.
    fn recorded(late: impl Fn(usize) -> f64) -> (Vec<Due>, Recording) {
        let dues: Vec<_> = Plan::eight_minutes().dues().into_iter().filter(|due| due.at < 30_000.0).collect();
        let mut sound = vec![0.0_f64; 36 * 48_000];
        for (place, due) in dues.iter().enumerate() {
            let begin = (3000.0 + due.at + late(place)) * RATE;
            let end = begin + due.note.length.0 as f64 * RATE;
            for (at, sample) in sound.iter_mut().enumerate().skip(begin.ceil() as usize) {
                let at = at as f64;
                if at >= end {
                    break;
                }
                let gain = ((at - begin) / 384.0).min((end - at) / 768.0).min(1.0)
                    * f64::from(due.note.loud)
                    * 260.0;
                *sample +=
                    gain * (at * f64::from(due.note.hertz) * std::f64::consts::TAU / 48_000.0 + 1.0).sin();
            }
        }
        let frame = |sample: &f64| [(*sample as i16).to_le_bytes(); 2].concat();
        (dues, Recording::of(&sound.iter().flat_map(frame).collect::<Vec<_>>()))
    }

    #[test]
    fn soft_and_loud_notes_begin_where_they_begin() {
        let (dues, recording) = recorded(|_| 0.0);
        let (late, missing, _) = recording.lateness(&dues, &[], 3100.0).unwrap();
        assert_eq!((missing, late.len()), (0, 24));
        assert!(late.iter().all(|late| late.1.abs() < 0.05), "{late:?}");
    }

    #[test]
    fn a_recorder_whose_clock_runs_apart_is_seen_through() {
        let rung: Vec<_> = (0..300).map(|second| f64::from(second) * 1000.0).collect();
        let jitter = |at: f64| if at % 7000.0 == 0.0 { 12.0 } else { 0.0 };
        let rung: Vec<_> = rung.into_iter().map(|at| (at, at * 1e-4 + jitter(at))).collect();
        assert!((apart(&rung) - 1e-4).abs() < 1e-6);
        assert!(apart(&rung[..50]).abs() < f64::EPSILON);
    }

    #[test]
    fn a_late_note_is_as_late_as_it_is() {
        let (dues, recording) = recorded(|place| if place == 7 { 25.0 } else { 0.0 });
        let (late, _, _) = recording.lateness(&dues, &[], 3100.0).unwrap();
        assert!((late[7].1 - 25.0).abs() < 0.1, "{late:?}");
    }
}
