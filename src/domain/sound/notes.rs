//! The notes of each cue.
//!
//! Decides: which sets of sounds there are, and every note of them. Deliberately does not know what makes them heard.
//! Within a set every two cues differ in pitch and in rhythm: whoever does not hear the one hears the other. Rising
//! begins, falling ends; only the finish lasts.

use crate::session::CueKind;
use crate::time::Millis;

/// A set of sounds, one for each cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tones {
    /// Plain and in the middle: small speakers carry it, and few rooms drown it.
    #[default]
    Clear,
    /// About a fifth lower and softer: for a quiet room, and for ears that the high ones hurt.
    Warm,
    /// Higher, shorter and with an edge: cuts through music.
    Bright,
}

/// What a note is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wave {
    /// One pitch and nothing else.
    Sine,
    /// The pitch with faint odd overtones: an edge.
    Triangle,
}

/// One note of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// How long after the cue's moment it begins.
    pub after: Millis,
    /// Its pitch, in hertz.
    pub hertz: u16,
    /// How long it lasts, its coming and going included.
    pub length: Millis,
    /// How loud, in percent of the loudest.
    pub loud: u8,
}

impl Note {
    /// When it is over, counted from the cue's moment.
    pub fn end(self) -> Millis {
        self.after + self.length
    }
}

impl Tones {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Clear, Self::Warm, Self::Bright];

    /// The key of its words, and how it is stored.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Warm => "warm",
            Self::Bright => "bright",
        }
    }

    /// The set that is stored so.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tones| tones.slug() == slug)
    }

    /// What its notes are made of.
    pub const fn wave(self) -> Wave {
        match self {
            Self::Clear | Self::Warm => Wave::Sine,
            Self::Bright => Wave::Triangle,
        }
    }

    /// The notes of a cue, one after the other.
    pub const fn notes(self, cue: CueKind) -> &'static [Note] {
        match self {
            Self::Clear => clear(cue),
            Self::Warm => warm(cue),
            Self::Bright => bright(cue),
        }
    }

    /// How long a cue is heard.
    pub fn length(self, cue: CueKind) -> Millis {
        self.notes(cue).last().map_or(Millis::ZERO, |note| note.end())
    }
}

/// Milliseconds from the cue, hertz, milliseconds long, percent.
const fn note(after: u64, hertz: u16, length: u64, loud: u8) -> Note {
    Note { after: Millis(after), hertz, length: Millis(length), loud }
}

const fn clear(cue: CueKind) -> &'static [Note] {
    match cue {
        CueKind::Finish => {
            &const {
                [
                    note(0, 523, 160, 90),
                    note(180, 659, 160, 90),
                    note(360, 784, 160, 90),
                    note(540, 1047, 500, 100),
                ]
            }
        }
        CueKind::Go => &const { [note(0, 880, 350, 100)] },
        CueKind::Rest => &const { [note(0, 587, 140, 90), note(160, 440, 260, 90)] },
        CueKind::Change => {
            &const { [note(0, 494, 100, 90), note(120, 740, 100, 90), note(240, 494, 100, 90)] }
        }
        CueKind::Ready => &const { [note(0, 440, 120, 60)] },
        CueKind::CountDown => &const { [note(0, 587, 90, 70)] },
        CueKind::Half => &const { [note(0, 698, 70, 60), note(120, 698, 70, 60)] },
        CueKind::Rep => &const { [note(0, 330, 45, 30)] },
    }
}

/// Nothing below 240 Hz: a phone's own speaker would swallow it.
const fn warm(cue: CueKind) -> &'static [Note] {
    match cue {
        CueKind::Finish => {
            &const {
                [
                    note(0, 349, 200, 75),
                    note(220, 440, 200, 75),
                    note(440, 523, 200, 75),
                    note(660, 698, 600, 85),
                ]
            }
        }
        CueKind::Go => &const { [note(0, 587, 400, 85)] },
        CueKind::Rest => &const { [note(0, 392, 160, 70), note(190, 294, 300, 70)] },
        CueKind::Change => {
            &const { [note(0, 330, 120, 70), note(140, 494, 120, 70), note(280, 330, 120, 70)] }
        }
        CueKind::Ready => &const { [note(0, 294, 140, 50)] },
        CueKind::CountDown => &const { [note(0, 392, 105, 55)] },
        CueKind::Half => &const { [note(0, 466, 90, 50), note(140, 466, 90, 50)] },
        CueKind::Rep => &const { [note(0, 247, 50, 28)] },
    }
}

const fn bright(cue: CueKind) -> &'static [Note] {
    match cue {
        CueKind::Finish => {
            &const {
                [
                    note(0, 1047, 120, 95),
                    note(140, 1319, 120, 95),
                    note(280, 1568, 120, 95),
                    note(420, 2093, 400, 100),
                ]
            }
        }
        CueKind::Go => &const { [note(0, 1480, 200, 100)] },
        CueKind::Rest => &const { [note(0, 1047, 80, 95), note(100, 784, 150, 95)] },
        CueKind::Change => &const { [note(0, 988, 70, 95), note(90, 1480, 70, 95), note(180, 988, 70, 95)] },
        CueKind::Ready => &const { [note(0, 880, 90, 75)] },
        CueKind::CountDown => &const { [note(0, 1047, 60, 80)] },
        CueKind::Half => &const { [note(0, 1397, 50, 75), note(90, 1397, 50, 75)] },
        CueKind::Rep => &const { [note(0, 622, 30, 42)] },
    }
}
