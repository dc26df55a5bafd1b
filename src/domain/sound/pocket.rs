//! A session's cues as one file, for when the page sleeps in a pocket.
//!
//! Decides: what is heard at each sample, and where a frame begins. Deliberately does not know how samples become bits
//! (`flac`), nor what plays the file. Every cue and every place to jump to begins a frame, so that a jump lands to the
//! sample; and a cue's sound is made and coded once, however often it is heard.

use crate::order::sorted;
use crate::session::{Cue, CueKind};
use crate::time::Millis;

use super::flac::{self, LEAST, MOST, Stream};
use super::notes::Tones;
use super::wave::{self, LEVEL, sample};

/// The longest file. Nobody works out for longer at a stretch, and no input may fill the memory.
pub const LONGEST: Millis = Millis::seconds(12 * 3600);

/// How many coded pieces are kept. A session has a dozen; only cues that cut each other off make more.
const KEPT: usize = 64;

/// One FLAC file (22,050 Hz, one channel, 16 bits) of `length`, at most [`LONGEST`], in which every cue is heard at its
/// moment, `volume` 0 … 100, and each of `places` can be jumped to exactly.
///
/// A cue that begins before the former one is over cuts it off; of two at one moment the first in the order of
/// [`CueKind`] is heard. What begins at `length` or later is left out: to hear the last cue to its end, `length` reaches
/// beyond it by [`Tones::length`]. A file of no length is a moment of nothing.
pub fn compile(cues: &[Cue], length: Millis, tones: Tones, volume: u8, places: &[Millis]) -> Vec<u8> {
    let end = sample(length.min(LONGEST)).max(LEAST);
    let marks = marks(cues, places, end);
    let mut writer = Writer { stream: Stream::default(), voice: Voice::of(tones, volume) };
    let mut playing = None;
    for (at, mark) in marks.iter().enumerate() {
        playing = mark.kind.map(|kind| (kind, mark.at)).or(playing);
        let span = marks.get(at + 1).map_or(end, |next| next.at) - mark.at;
        writer.stretch(mark, span, playing);
    }
    writer.stream.finish()
}

/// A sample at which a frame begins.
struct Mark {
    at: u32,
    /// The cue that begins here.
    kind: Option<CueKind>,
    /// Whether it can be jumped to.
    is_place: bool,
}

/// Where frames must begin: in order, one at a sample, the first at the first sample. They are a millisecond apart or
/// more, and that is more than the shortest frame.
fn marks(cues: &[Cue], places: &[Millis], end: u32) -> Vec<Mark> {
    let begin = Mark { at: 0, kind: None, is_place: false };
    let cues = cues.iter().map(|cue| Mark { at: sample(cue.after), kind: Some(cue.kind), is_place: false });
    let places = places.iter().map(|&place| Mark { at: sample(place), kind: None, is_place: true });
    let all = core::iter::once(begin).chain(cues).chain(places).filter(|mark| mark.at < end).collect();
    let mut marks: Vec<Mark> = Vec::new();
    for mark in sorted(all, |a, b| (a.at, a.kind.is_none(), a.kind).cmp(&(b.at, b.kind.is_none(), b.kind))) {
        match marks.last_mut() {
            Some(last) if last.at == mark.at => last.is_place |= mark.is_place,
            _ => marks.push(mark),
        }
    }
    marks
}

struct Writer {
    stream: Stream,
    voice: Voice,
}

impl Writer {
    /// From one mark to the next, `span` samples: what is left of the sound that plays, since the sample at which it
    /// began, and then the level.
    fn stretch(&mut self, mark: &Mark, span: u32, playing: Option<(CueKind, u32)>) {
        let mut is_place = mark.is_place;
        let mut sung = 0;
        if let Some((kind, began)) = playing {
            let from = mark.at - began;
            sung = frames_of(self.voice.length(kind).saturating_sub(from), span);
            for (at, length) in pieces(sung) {
                self.stream.frame(length, &self.voice.coded(kind, from + at, length), is_place);
                is_place = false;
            }
        }
        for (_, length) in pieces(span - sung) {
            self.stream.frame(length, &flac::steady(LEVEL), is_place);
            is_place = false;
        }
    }
}

/// How many samples of a span are coded for `sung` that sound: as many, or a few more, so that no frame is too short.
fn frames_of(sung: u32, span: u32) -> u32 {
    let enough = if sung == 0 { 0 } else { sung.max(LEAST).min(span) };
    if enough > 0 && span - enough < LEAST { span } else { enough }
}

/// A span in as few pieces as frames can hold, about alike: from where, and how long.
fn pieces(span: u32) -> impl Iterator<Item = (u32, u32)> {
    let count = u64::from(span.div_ceil(MOST));
    let cut = move |piece: u64| (u64::from(span) * piece / count.max(1)) as u32;
    (0..count).map(move |piece| (cut(piece), cut(piece + 1) - cut(piece)))
}

/// The sounds, each made and coded when it is first heard.
struct Voice {
    tones: Tones,
    volume: u8,
    sounds: Vec<(CueKind, Vec<i16>)>,
    coded: Vec<(Piece, Vec<u8>)>,
}

/// Which samples of a sound: of which, from where, how many.
type Piece = (CueKind, u32, u32);

impl Voice {
    const fn of(tones: Tones, volume: u8) -> Self {
        Self { tones, volume, sounds: Vec::new(), coded: Vec::new() }
    }

    fn sound(&mut self, kind: CueKind) -> &[i16] {
        if !self.sounds.iter().any(|(known, _)| *known == kind) {
            self.sounds.push((kind, wave::samples(self.tones, kind, self.volume)));
        }
        self.sounds.iter().find(|(known, _)| *known == kind).map_or(&[], |(_, sound)| sound)
    }

    /// How many samples a cue is heard.
    fn length(&mut self, kind: CueKind) -> u32 {
        self.sound(kind).len() as u32
    }

    /// The body of a frame of a sound's samples; beyond its end there is the level.
    fn coded(&mut self, kind: CueKind, from: u32, length: u32) -> Vec<u8> {
        let piece = (kind, from, length);
        if let Some((_, body)) = self.coded.iter().find(|(known, _)| *known == piece) {
            return body.clone();
        }
        let sound = self.sound(kind).iter().copied().chain(core::iter::repeat(LEVEL));
        let samples: Vec<i16> = sound.skip(from as usize).take(length as usize).collect();
        let body = flac::coded(&samples);
        if self.coded.len() < KEPT {
            self.coded.push((piece, body.clone()));
        }
        body
    }
}
