//! What can be wrong with a text, and how it is said in plain English.

/// One thing that was wrong in a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How many characters of the text, as it was given, come before it.
    pub at: usize,
    /// What stands there, shortened and safe to show; empty at the end of the text.
    pub found: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// There is no text.
    Empty,
    /// The text is longer than any routine.
    TooLong,
    /// The text is something else.
    NotARoutine,
    /// Nothing in it can be done.
    NoSteps,
    /// It does not begin with a version; read as version 1.
    NoVersion,
    /// A later version wrote it; what this one understands was read.
    NewerVersion,
    /// It does not end in check characters: written by hand, or cut off.
    NoCheck,
    /// The check characters do not fit: changed by hand, or cut off.
    WrongCheck,
    /// No exercise has this name; kept, and left out of the session.
    UnknownMove,
    /// A setting of a later version; kept.
    UnknownSetting,
    /// A field of a later version; kept.
    UnknownField,
    /// Characters that the notation never writes; left out.
    StrangeText,
    /// Said twice; the first one counts.
    Repeated,
    /// A bare number where the exercise is held or done for time; taken as seconds.
    NumberOnHold,
    /// Repetitions out of range; the nearest possible number was taken.
    RepsOutOfRange,
    /// Seconds out of range; the nearest possible number was taken.
    SecondsOutOfRange,
    /// A rest, change or get-ready out of range; the nearest possible number was taken.
    RestOutOfRange,
    /// Sets or rounds out of range; the nearest possible number was taken.
    SetsOutOfRange,
    /// A weight out of range; the nearest possible number was taken.
    WeightOutOfRange,
    /// A tempo that does not fit the exercise; its own is used.
    WrongTempo,
    /// A side of a move that works both at once; left out.
    NoSides,
    /// Seconds and `done` of a move that is counted; the seconds count.
    TimedAndDone,
    /// Rounds within rounds; done once.
    NestedRounds,
    /// An `end` without rounds before it; left out.
    StrayEnd,
    /// Rounds without an `end`; they end with the routine.
    UnclosedRounds,
    /// Rounds of nothing; left out.
    EmptyRounds,
    /// A move without a name; left out.
    NoName,
    /// A title or name that is too long; cut.
    LongName,
    /// A `~` that is not followed by two hexadecimal digits; kept as it is.
    BadEscape,
    /// More than a routine may hold; the rest was left out.
    TooMuch,
}

use super::clean::clean;
use super::glyphs::{Glyph, dense};
use ProblemKind as Kind;

/// How much of the text a problem shows, in characters.
const LONGEST_QUOTE: usize = 24;

impl Problem {
    /// What is wrong with these characters.
    pub(super) fn of(glyphs: &[Glyph], kind: ProblemKind) -> Self {
        let at = glyphs.first().map_or(0, |glyph| glyph.at);
        let whole = clean(&dense(glyphs));
        let mut found: String = whole.chars().take(LONGEST_QUOTE).collect();
        if found.len() < whole.len() {
            found.push('…');
        }
        Self { at, found, kind }
    }

    /// What is missing at this place.
    pub(super) fn missing(at: usize, kind: ProblemKind) -> Self {
        Self { at, found: String::new(), kind }
    }
}

impl ProblemKind {
    /// Every kind.
    pub const ALL: [Self; 30] = [
        Kind::Empty,
        Kind::TooLong,
        Kind::NotARoutine,
        Kind::NoSteps,
        Kind::NoVersion,
        Kind::NewerVersion,
        Kind::NoCheck,
        Kind::WrongCheck,
        Kind::UnknownMove,
        Kind::UnknownSetting,
        Kind::UnknownField,
        Kind::StrangeText,
        Kind::Repeated,
        Kind::NumberOnHold,
        Kind::RepsOutOfRange,
        Kind::SecondsOutOfRange,
        Kind::RestOutOfRange,
        Kind::SetsOutOfRange,
        Kind::WeightOutOfRange,
        Kind::WrongTempo,
        Kind::NoSides,
        Kind::TimedAndDone,
        Kind::NestedRounds,
        Kind::StrayEnd,
        Kind::UnclosedRounds,
        Kind::EmptyRounds,
        Kind::NoName,
        Kind::LongName,
        Kind::BadEscape,
        Kind::TooMuch,
    ];

    /// The key of its words.
    pub fn slug(self) -> &'static str {
        self.words().0
    }

    /// What was expected instead, in plain English.
    pub fn expected(self) -> &'static str {
        self.words().1
    }

    /// Whether nothing useful could be read.
    pub fn grave(self) -> bool {
        matches!(self, Kind::Empty | Kind::TooLong | Kind::NotARoutine | Kind::NoSteps)
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Kind::Empty => ("empty", "a routine"),
            Kind::TooLong => ("too-long", "at most 8192 characters"),
            Kind::NotARoutine => ("not-a-routine", "a routine, beginning with 1/"),
            Kind::NoSteps => ("no-steps", "at least one known move"),
            Kind::NoVersion => ("no-version", "a version first, such as 1/"),
            Kind::NewerVersion => ("newer-version", "version 1"),
            Kind::NoCheck => ("no-check", "two check characters"),
            Kind::WrongCheck => ("wrong-check", "the check characters of this text"),
            Kind::UnknownMove => ("unknown-move", "an exercise of the catalogue"),
            Kind::UnknownSetting => ("unknown-setting", "a setting of this version"),
            Kind::UnknownField => ("unknown-field", "a field of this version"),
            Kind::StrangeText => ("strange-text", "a short word of letters, digits and - . _ ~"),
            Kind::Repeated => ("repeated", "each thing said once"),
            Kind::NumberOnHold => ("number-on-hold", "seconds, such as 30s"),
            Kind::RepsOutOfRange => ("reps-out-of-range", "1 to 999 repetitions"),
            Kind::SecondsOutOfRange => ("seconds-out-of-range", "1 to 3600 seconds"),
            Kind::RestOutOfRange => ("rest-out-of-range", "0 to 3600 seconds"),
            Kind::SetsOutOfRange => ("sets-out-of-range", "1 to 20 times"),
            Kind::WeightOutOfRange => ("weight-out-of-range", "a weight of 1 to 999"),
            Kind::WrongTempo => ("wrong-tempo", "seconds for each phase of the move, such as t3-1-2"),
            Kind::NoSides => ("no-sides", "a move that has a left and a right"),
            Kind::TimedAndDone => ("timed-and-done", "either seconds or done"),
            Kind::NestedRounds => ("nested-rounds", "no rounds within rounds"),
            Kind::StrayEnd => ("stray-end", "rounds before their end"),
            Kind::UnclosedRounds => ("unclosed-rounds", "an end for these rounds"),
            Kind::EmptyRounds => ("empty-rounds", "a step between the rounds and their end"),
            Kind::NoName => ("no-name", "a name after ~"),
            Kind::LongName => ("long-name", "at most 60 characters"),
            Kind::BadEscape => ("bad-escape", "two hexadecimal digits after ~"),
            Kind::TooMuch => ("too-much", "at most 200 steps, 2000 sets and rests, 6 hours"),
        }
    }
}

impl core::fmt::Display for Problem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self { at, found, kind } = self;
        let expected = kind.expected();
        if found.is_empty() {
            write!(f, "found nothing, expected {expected}, at {at}")
        } else {
            write!(f, "found \"{found}\", expected {expected}, at {at}")
        }
    }
}
