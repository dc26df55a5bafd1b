//! The exercises, as numbers: what they work, how hard, in which position, at which tempo.
//!
//! Decides: what an exercise is and how one is found. Deliberately does not know any language: names, steps and
//! mistakes are looked up by [`ExerciseId::slug`] elsewhere. Facts and figures: content section 1.

mod entries;
pub mod id;
mod keys;
mod muscle;
mod search;
mod sieve;
#[cfg(test)]
mod tests;

pub use entries::CHAINS;
pub use id::ExerciseId;
pub use muscle::Muscle;
pub use search::Index;
pub use sieve::{Filter, Sieve};

impl ExerciseId {
    /// What the catalogue says of it.
    pub fn get(self) -> &'static Exercise {
        entries::ENTRIES[self.place()]
    }
}

/// One exercise. Everything about it that is not language.
#[derive(Debug)]
pub struct Exercise {
    /// The frozen name in links, files and addresses; never reused, never changed.
    pub slug: &'static str,
    /// The teaching group.
    pub region: Region,
    /// How the work is shared around the torso; front + back + near + far = 1.
    pub compass: Compass,
    /// Turning or resisting a turn, 0 … 1, beside the compass.
    pub twist: f64,
    /// How hard, 0 (mobility) … 5 (loaded or ballistic): content 1.3.
    pub intensity: u8,
    /// Load on the spine, 1 (low) … 4 (very high): content 1.4. Never shown in newtons.
    pub spine_load: u8,
    /// Where the body is.
    pub position: Position,
    /// How the two sides of the body take part.
    pub sides: Sides,
    /// What is needed besides a floor.
    pub kit: Kit,
    /// What is counted.
    pub metric: Metric,
    /// How much, in the metric's unit: repetitions, or seconds.
    pub dose: Doses,
    /// One repetition (or the hold), phase by phase.
    pub phases: &'static [Phase],
    /// The muscles that do most of it.
    pub primary: &'static [Muscle],
    /// The muscles that help.
    pub secondary: &'static [Muscle],
    /// One step easier.
    pub easier: &'static [ExerciseId],
    /// One step harder.
    pub harder: &'static [ExerciseId],
    /// What to do instead where this one is too much (content 1.8).
    pub swap: Option<ExerciseId>,
    /// For whom it is hidden, or shown with a caution: content 1.4.1.
    pub flags: &'static [Flag],
}

/// The teaching group of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// Flexion, and resisting extension.
    Front,
    /// Extension, and the hip hinge.
    Back,
    /// Side flexion, resisting it, and the side of the hip.
    Side,
    /// Turning, and resisting a turn.
    Rotation,
    /// Counts as minutes, not as balance.
    Mobility,
}

/// Shares of the work around the torso. `near` is the side that a one-sided move is named for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compass {
    /// The front.
    pub front: f64,
    /// The back, buttocks and hamstrings included.
    pub back: f64,
    /// The named side; the left one where both take part.
    pub near: f64,
    /// The other side.
    pub far: f64,
}

/// Where the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// On the feet.
    Standing,
    /// Hands and knees.
    Quadruped,
    /// Face down.
    Prone,
    /// On the back.
    Supine,
    /// On one side.
    SideLying,
    /// Seated on the floor.
    Seated,
}

impl Position {
    /// Whether the move is done on the floor.
    pub const fn needs_floor(self) -> bool {
        !matches!(self, Self::Standing)
    }
}

/// How the two sides of the body take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Both at once.
    Both,
    /// In turn; the dose counts both.
    Alternating,
    /// First one, then the other; the dose is for each side.
    Each,
}

/// What an exercise needs besides a floor. What exactly is language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kit {
    /// Nothing.
    None,
    /// Something may be added.
    Optional,
    /// A wall or a desk.
    Wall,
    /// It cannot be done without.
    Needed,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Repetitions.
    Reps,
    /// Seconds of holding still.
    Hold,
    /// Seconds of moving.
    Time,
}

/// How much of an exercise, in its metric's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doses {
    /// To begin with.
    pub beginner: u16,
    /// As a rule.
    pub standard: u16,
    /// When that has become easy.
    pub hard: u16,
}

/// One phase of a repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Whole seconds at the exercise's own tempo.
    pub seconds: u8,
    /// What the breath does meanwhile.
    pub breath: Breath,
}

/// What the breath does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breath {
    /// In.
    Inhale,
    /// Out.
    Exhale,
    /// As it comes, without holding it.
    Breathe,
}

/// A concern that a person may tick, and what it means for an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What is concerned.
    pub concern: Concern,
    /// Hidden for those who ticked it (else: shown with a caution and an easier move).
    pub hide: bool,
}

/// What a person may tick under "my body".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// Bending forward provokes it.
    FlexionIntolerant,
    /// Bending backward provokes it.
    ExtensionIntolerant,
    /// A disc.
    Disc,
    /// Fragile bones.
    Osteoporosis,
    /// From about 16 weeks.
    LatePregnancy,
    /// Abdominal separation, hernia.
    AbdominalPressure,
    /// Raised blood pressure.
    Hypertension,
    /// Wrists.
    Wrist,
    /// Knees.
    Knee,
    /// Shoulders.
    Shoulder,
    /// Neck.
    Neck,
    /// Hips.
    Hip,
    /// Standing steadily.
    Balance,
}

/// A chain of exercises, each a little harder than the one before: content 1.6.
#[derive(Debug)]
pub struct Chain {
    /// The key of its name.
    pub slug: &'static str,
    /// From the easiest to the hardest.
    pub links: &'static [ExerciseId],
}

/// A side of the body. Of a one-sided exercise: the side that it is named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl Exercise {
    /// How long one repetition takes at the exercise's own tempo, in seconds.
    pub fn seconds_per_rep(&self) -> u32 {
        self.phases.iter().map(|phase| u32::from(phase.seconds)).sum()
    }
}
