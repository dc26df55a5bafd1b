//! What a person may choose.
//!
//! Decides: which values each setting may have, and what holds until something is chosen. Reading is lenient: a value
//! that makes no sense is reported and left at its default, a setting of a later version is kept and written back. Nothing about language is chosen yet, because
//! there is one: a choice that a later version knows is kept like any other.

mod figure;
mod heard;
mod moves;

pub use heard::{Heard, Lack};

use core::ops::RangeInclusive;

use crate::catalogue::{Concern, ExerciseId, Kit};
use crate::figure::Person;
use crate::line;
use crate::routine::Rests;

/// What a person chose.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Settings {
    /// Seconds to get ready before a routine that brings none of its own, 0 … 60.
    pub ready: u16,
    /// Whether cues are heard.
    pub sound: bool,
    /// How loud, 0 … 100.
    pub volume: u8,
    /// How cues sound, and what plays them.
    pub heard: Heard,
    /// Whether cues are felt, where the device can.
    pub vibration: bool,
    /// Light or dark.
    pub theme: Theme,
    /// The figure's skin, 0 … 5.
    pub skin: u8,
    /// The figure's hair, 0 … 5.
    pub hair: u8,
    /// The figure's clothes, 0 … 5.
    pub outfit: u8,
    /// Whether the figure is always the chosen one. Else there is another person for each move.
    pub own_figure: bool,
    /// Who the chosen figure is, colours apart.
    pub person: Person,
    /// Sessions a week to aim for, 1 … 14.
    pub weekly_goal: u8,
    /// The notice of the first visit was read.
    pub notice_read: bool,
    /// What hurts or needs care: its moves are hidden, or shown with a caution.
    pub concerns: Vec<Concern>,
    /// Whether the screen lights up with each cue. Off until asked for: some cannot bear it.
    pub flash: bool,
    /// How long the rests of a session are, beside what its routine says.
    pub rests: Rests,
    /// Whether a minute of warming up comes before each routine that brings none.
    pub warm_up: bool,
    /// What weights are told in.
    pub units: Units,
    /// What there is besides a floor: one of [`Settings::KITS`].
    pub kit: Kit,
    /// Moves that were hidden by hand.
    pub hidden: Vec<ExerciseId>,
    /// Moves, and the one that is preferred to each.
    pub preferred: Vec<(ExerciseId, ExerciseId)>,
    /// Settings of a later version (`key=value`): kept as they are, and written back.
    pub unknown: Vec<String>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The key of its words, and how it is stored.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What weights are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Units {
    /// Kilograms.
    #[default]
    Kilograms,
    /// Pounds.
    Pounds,
}

impl Units {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Kilograms, Self::Pounds];

    /// The key of its words, and how it is stored: as in the notation.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Kilograms => "kg",
            Self::Pounds => "lb",
        }
    }
}

/// How many looks of each kind the figure has.
const LOOKS: RangeInclusive<u16> = 0..=5;

impl Default for Settings {
    fn default() -> Self {
        Self {
            ready: 10,
            sound: true,
            volume: 80,
            heard: Heard::default(),
            vibration: true,
            theme: Theme::System,
            skin: 0,
            hair: 0,
            outfit: 0,
            own_figure: false,
            person: Person::default(),
            weekly_goal: 3,
            notice_read: false,
            concerns: Vec::new(),
            flash: false,
            rests: Rests::Own,
            warm_up: false,
            units: Units::Kilograms,
            kit: Kit::None,
            hidden: Vec::new(),
            preferred: Vec::new(),
            unknown: Vec::new(),
        }
    }
}

impl Settings {
    /// What may be there besides a floor, from little to much. ([`Kit::Optional`] is what a move may take, not what a
    /// person has.)
    pub const KITS: [Kit; 3] = [Kit::None, Kit::Wall, Kit::Needed];

    /// The settings as one line.
    pub fn write(&self) -> String {
        let switch = |on: bool| if on { "on" } else { "off" };
        let concerns: Vec<&str> = self.concerns.iter().map(|concern| concern.slug()).collect();
        let mut fields = vec![
            format!("ready={}", self.ready),
            format!("sound={}", switch(self.sound)),
            format!("volume={}", self.volume),
            format!("vibration={}", switch(self.vibration)),
            format!("theme={}", self.theme.slug()),
            format!("skin={}", self.skin),
            format!("hair={}", self.hair),
            format!("outfit={}", self.outfit),
            format!("goal={}", self.weekly_goal),
            format!("notice={}", if self.notice_read { "read" } else { "unread" }),
            format!("concerns={}", concerns.join(",")),
            format!("flash={}", switch(self.flash)),
            format!("rests={}", self.rests.slug()),
            format!("units={}", self.units.slug()),
            format!("kit={}", self.kit.slug()),
        ];
        if self.warm_up {
            fields.push("warm-up=on".to_owned());
        }
        fields.extend(self.figure_fields());
        fields.extend(self.moves_fields());
        fields.extend(self.heard.fields());
        fields.extend(self.unknown.iter().cloned());
        line::seal(&fields)
    }

    /// Reads a line: whatever makes sense of it, and what was wrong with the rest, in plain English.
    pub fn read(text: &str) -> (Self, Vec<String>) {
        let mut settings = Self::default();
        let mut problems = Vec::new();
        let fields = match line::open(text) {
            Ok(fields) => fields,
            Err(damage) => {
                problems.push(damage.to_string());
                // A choice that was changed by a slip is seen at once and chosen again: the fields are still worth
                // reading, other than those of a record.
                text.trim().split('|').filter(|field| field.contains('=')).collect()
            }
        };
        let says_who = fields.iter().any(|field| field.starts_with("figure="));
        for field in fields {
            problems.extend(settings.take(field).err());
        }
        // Before there was another person for each move, whoever chose a colour chose the figure.
        if !says_who {
            settings.own_figure = [settings.skin, settings.hair, settings.outfit] != [0; 3];
        }
        (settings, problems)
    }

    /// Takes in one `key=value`.
    fn take(&mut self, field: &str) -> Result<(), String> {
        let (key, value) =
            field.split_once('=').ok_or_else(|| format!("expected key=value, found “{field}”"))?;
        let wrong = |expected: &str| format!("{key}: expected {expected}, found “{value}”");
        match key {
            "ready" => self.ready = number(value, 0..=60).ok_or_else(|| wrong("0 to 60 seconds"))?,
            "sound" => self.sound = switch(value).ok_or_else(|| wrong("on or off"))?,
            "volume" => self.volume = small(value, 0..=100).ok_or_else(|| wrong("0 to 100"))?,
            "vibration" => self.vibration = switch(value).ok_or_else(|| wrong("on or off"))?,
            "theme" => self.theme = theme(value).ok_or_else(|| wrong("system, light or dark"))?,
            "skin" => self.skin = small(value, LOOKS).ok_or_else(|| wrong("0 to 5"))?,
            "hair" => self.hair = small(value, LOOKS).ok_or_else(|| wrong("0 to 5"))?,
            "outfit" => self.outfit = small(value, LOOKS).ok_or_else(|| wrong("0 to 5"))?,
            "figure" | "build" | "worn" | "wear" => return self.take_figure(key, value),
            "tones" | "spoken" | "speaker" | "rate" | "pocket" | "tried" | "told" => {
                return self.take_heard(key, value);
            }
            "goal" => self.weekly_goal = small(value, 1..=14).ok_or_else(|| wrong("1 to 14"))?,
            "notice" => self.notice_read = value == "read",
            "concerns" => return self.take_concerns(value),
            "flash" => self.flash = switch(value).ok_or_else(|| wrong("on or off"))?,
            "warm-up" => self.warm_up = switch(value).ok_or_else(|| wrong("on or off"))?,
            "rests" => {
                self.rests = Rests::from_slug(value).ok_or_else(|| wrong("50, 100, 150 or 200"))?;
            }
            "units" => self.units = units(value).ok_or_else(|| wrong("kg or lb"))?,
            "kit" => self.kit = kit(value).ok_or_else(|| wrong("none, wall or needed"))?,
            "hidden" => self.take_hidden(value),
            "prefer" => self.take_preferred(value),
            _ => self.unknown.push(line::as_found(field)),
        }
        Ok(())
    }

    fn take_concerns(&mut self, value: &str) -> Result<(), String> {
        let mut strange = Vec::new();
        for slug in value.split(',').filter(|slug| !slug.is_empty()) {
            match Concern::from_slug(slug) {
                Some(concern) if self.concerns.contains(&concern) => {}
                Some(concern) => self.concerns.push(concern),
                None => strange.push(slug),
            }
        }
        if strange.is_empty() { Ok(()) } else { Err(format!("concerns: unknown {}", strange.join(", "))) }
    }
}

fn number(value: &str, allowed: RangeInclusive<u16>) -> Option<u16> {
    value.parse().ok().filter(|number| allowed.contains(number))
}

fn small(value: &str, allowed: RangeInclusive<u16>) -> Option<u8> {
    number(value, allowed).and_then(|number| u8::try_from(number).ok())
}

fn switch(value: &str) -> Option<bool> {
    match value {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

fn theme(value: &str) -> Option<Theme> {
    Theme::ALL.into_iter().find(|theme| theme.slug() == value)
}

fn units(value: &str) -> Option<Units> {
    Units::ALL.into_iter().find(|units| units.slug() == value)
}

fn kit(value: &str) -> Option<Kit> {
    Kit::from_slug(value).filter(|kit| Settings::KITS.contains(kit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn settings_come_back_as_they_were_chosen() {
        let settings = Settings {
            ready: 5,
            sound: false,
            volume: 30,
            theme: Theme::Dark,
            skin: 4,
            own_figure: true,
            weekly_goal: 5,
            notice_read: true,
            concerns: vec![Concern::Wrist, Concern::Balance],
            flash: true,
            rests: Rests::Longer,
            warm_up: true,
            units: Units::Pounds,
            kit: Kit::Wall,
            unknown: vec!["voice=calm".into()],
            ..Settings::default()
        };
        expect!["1|79b9a44a|ready=5|sound=off|volume=30|vibration=on|theme=dark|skin=4|hair=0|outfit=0|goal=5|notice=read|concerns=wrist-pain,balance|flash=on|rests=150|units=lb|kit=wall|warm-up=on|figure=own|build=slender|worn=knot|wear=shorts|voice=calm"].assert_eq(&settings.write());
        assert_eq!(Settings::read(&settings.write()), (settings, vec![]));
        assert_eq!(Settings::read(&Settings::default().write()), (Settings::default(), vec![]));
    }

    #[test]
    fn each_bad_value_is_reported_and_the_others_hold() {
        let fields = [
            "ready=900",
            "sound=loud",
            "volume=",
            "theme=pink",
            "skin=6",
            "goal=0",
            "concerns=disc,toe",
            "flash=dim",
            "rests=15",
            "warm-up=hot",
            "units=stone",
            "kit=optional",
            "x",
        ];
        let line = line::seal(&fields.map(str::to_owned));
        let (settings, problems) = Settings::read(&line);
        assert_eq!(settings, Settings { concerns: vec![Concern::Disc], ..Settings::default() });
        expect![["
            ready: expected 0 to 60 seconds, found “900”
            sound: expected on or off, found “loud”
            volume: expected 0 to 100, found “”
            theme: expected system, light or dark, found “pink”
            skin: expected 0 to 5, found “6”
            goal: expected 1 to 14, found “0”
            concerns: unknown toe
            flash: expected on or off, found “dim”
            rests: expected 50, 100, 150 or 200, found “15”
            warm-up: expected on or off, found “hot”
            units: expected kg or lb, found “stone”
            kit: expected none, wall or needed, found “optional”
            expected key=value, found “x”"]]
        .assert_eq(&problems.join("\n"));
    }

    #[test]
    fn a_line_break_in_what_nobody_knows_does_not_damage_the_line() {
        let line = line::seal(&["voice=calm\n".to_owned(), "volume=30".to_owned()]);
        let (settings, _) = Settings::read(&line);
        assert_eq!(settings.unknown, ["voice=calm%0a"]);
        assert_eq!(Settings::read(&settings.write()), (settings, vec![]));
    }

    #[test]
    fn a_damaged_line_is_reported_and_still_read() {
        let (settings, problems) = Settings::read("1|00000000|ready=5|theme=da");
        assert_eq!(settings, Settings { ready: 5, ..Settings::default() });
        expect![["
            the text does not match its checksum
            theme: expected system, light or dark, found “da”"]]
        .assert_eq(&problems.join("\n"));
        assert_eq!(Settings::read("").0, Settings::default());
    }

    #[test]
    fn what_is_ticked_twice_is_ticked_once_and_every_look_has_its_field() {
        let fields = [
            "concerns=disc,,disc,balance",
            "theme=light",
            "hair=2",
            "outfit=5",
            "vibration=off",
            "notice=unread",
        ];
        let (settings, problems) = Settings::read(&line::seal(&fields.map(str::to_owned)));
        let expected = Settings {
            concerns: vec![Concern::Disc, Concern::Balance],
            theme: Theme::Light,
            hair: 2,
            outfit: 5,
            own_figure: true,
            vibration: false,
            ..Settings::default()
        };
        assert_eq!((settings, problems), (expected, vec![]));
    }
}
