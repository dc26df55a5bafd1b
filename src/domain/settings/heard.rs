//! How a session is heard: its sounds, its voice, and what plays them.
//!
//! Decides: which values there are, and how they are stored: only what differs from how it is anyway. Deliberately does
//! not know which voices a device has.

use core::ops::RangeInclusive;

use super::{Settings, small, switch};
use crate::line;
use crate::sound::Tones;

/// What a person chose to hear, beside how loud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// How the cues sound.
    pub tones: Tones,
    /// Whether a voice names moves, sides and what comes next.
    pub spoken: bool,
    /// The name of the voice, as the device has it; empty: the best there is.
    pub speaker: String,
    /// How fast it speaks, in percent of usual: one of [`Heard::RATES`].
    pub rate: u8,
    /// Whether a session is played as one file, which goes on when the phone is locked, and stops other music on most.
    pub pocket: bool,
    /// Whether that was heard when it was tried on this device; nothing until it was tried.
    pub tried: Option<bool>,
    /// What this device lacks, as far as it was told: it is told once.
    pub told: Vec<Lack>,
}

/// What a session makes use of and a device may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Beeps.
    Sound,
    /// A voice.
    Voice,
    /// A motor that shakes.
    Vibration,
    /// A screen that stays lit.
    Screen,
}

impl Lack {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Sound, Self::Voice, Self::Vibration, Self::Screen];

    /// The key of its words, and how it is stored.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Voice => "voice",
            Self::Vibration => "vibration",
            Self::Screen => "screen",
        }
    }
}

impl Default for Heard {
    fn default() -> Self {
        Self {
            tones: Tones::Clear,
            spoken: false,
            speaker: String::new(),
            rate: 100,
            pocket: false,
            tried: None,
            told: Vec::new(),
        }
    }
}

impl Heard {
    /// How fast a voice may speak.
    pub const RATES: RangeInclusive<u16> = 50..=200;

    pub(super) fn fields(&self) -> Vec<String> {
        let usual = Self::default();
        let mut fields = Vec::new();
        let mut field = |differs: bool, key: &str, value: &str| {
            if differs {
                fields.push([key, "=", value].concat());
            }
        };
        field(self.tones != usual.tones, "tones", self.tones.slug());
        field(self.spoken, "spoken", "on");
        field(!self.speaker.is_empty(), "speaker", &line::escape(&self.speaker));
        field(self.rate != usual.rate, "rate", &self.rate.to_string());
        field(self.pocket, "pocket", "on");
        field(self.tried.is_some(), "tried", if self.tried == Some(true) { "heard" } else { "silent" });
        let told: Vec<&str> = self.told.iter().map(|lack| lack.slug()).collect();
        field(!told.is_empty(), "told", &told.join(","));
        fields
    }
}

impl Settings {
    pub(super) fn take_heard(&mut self, key: &str, value: &str) -> Result<(), String> {
        let wrong = |expected: &str| format!("{key}: expected {expected}, found “{value}”");
        let heard = &mut self.heard;
        match key {
            "tones" => heard.tones = Tones::from_slug(value).ok_or_else(|| wrong("clear, warm or bright"))?,
            "spoken" => heard.spoken = switch(value).ok_or_else(|| wrong("on or off"))?,
            "speaker" => heard.speaker = line::unescape(value),
            "rate" => heard.rate = small(value, Heard::RATES).ok_or_else(|| wrong("50 to 200"))?,
            "pocket" => heard.pocket = switch(value).ok_or_else(|| wrong("on or off"))?,
            "told" => {
                let told = |lack: &Lack| value.split(',').any(|slug| slug == lack.slug());
                heard.told = Lack::ALL.into_iter().filter(told).collect();
            }
            _ => {
                heard.tried = Some(match value {
                    "heard" => true,
                    "silent" => false,
                    _ => return Err(wrong("heard or silent")),
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_comes_back_as_it_was_chosen() {
        let heard = Heard {
            tones: Tones::Warm,
            spoken: true,
            speaker: "Ana | Größe=2".to_owned(),
            rate: 125,
            pocket: true,
            tried: Some(false),
            told: vec![Lack::Vibration, Lack::Screen],
        };
        let settings = Settings { heard, ..Settings::default() };
        assert_eq!(Settings::read(&settings.write()), (settings, vec![]));
    }

    #[test]
    fn what_makes_no_sense_is_told_and_what_is_usual_is_not_written() {
        let line =
            line::seal(&["tones=loud", "spoken=1", "rate=10", "pocket=", "tried=maybe"].map(str::to_owned));
        let (settings, problems) = Settings::read(&line);
        assert_eq!((settings.heard.clone(), problems.len()), (Heard::default(), 5), "{problems:?}");
        assert!(!settings.write().contains("tones"));
    }
}
