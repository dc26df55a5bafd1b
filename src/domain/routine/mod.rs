//! What is done, in which order, how much, with which rests.
//!
//! Decides: what a routine is and which values it may hold. Deliberately does not know when any of it happens
//! ([`crate::session::Timeline`]) nor what a person has done ([`crate::history`]).

mod edit;
pub mod notation;
mod own;
mod presets;
mod rests;
mod step;

pub use edit::Towards;
pub use own::OwnMove;
pub use presets::{PRESETS, Preset};
pub use rests::Rests;

use crate::catalogue::{ExerciseId, Side};
use crate::time::{Millis, Moment};

/// A routine: what one link carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Routine {
    /// The name its author gave it; may be empty. At most 60 characters, no control or direction characters.
    pub title: String,
    /// Seconds to get ready before the first step, when the routine brings its own (`g10`).
    pub ready: Option<u16>,
    /// The dose of a timed step that names none (`i30`), in seconds.
    pub every: Option<u16>,
    /// Seconds between the two sides of a one-sided step (`c3`); [`Routine::CHANGE`] when not said.
    pub change: Option<u16>,
    /// Seconds of rest after each set but the last (`r30`); none when not said.
    pub rest: Option<u16>,
    /// When everybody who has it begins, each by their own clock (`at20261127t1800z`); a whole minute.
    pub start: Option<Moment>,
    /// What is done, in order.
    pub blocks: Vec<Block>,
    /// Settings that a later version wrote: kept as they are, and written back.
    pub unknown: Vec<String>,
}

/// A part of a routine.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// One step.
    Step(Step),
    /// Steps that belong together: done in a circle, several times (`3x/…/end`), or before or after the rest (`warm/…/end`).
    Group(Group),
}

/// Steps that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which part of the routine they are.
    pub part: Part,
    /// How often they are done, one after the other, 1 … 20.
    pub times: u8,
    /// Seconds of rest between rounds, instead of the rest after the last step of a round.
    pub rest: Option<u16>,
    /// What is done each time.
    pub steps: Vec<Step>,
    /// Fields that a later version wrote: kept as they are, and written back.
    pub unknown: Vec<String>,
}

/// A part of a routine. Only the main part has a length that is stated, and counts towards the balance (content 4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Before it.
    WarmUp,
    /// What the routine is there for.
    #[default]
    Main,
    /// After it.
    CoolDown,
}

impl Part {
    /// The key of its words.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::WarmUp => "warm-up",
            Self::Main => "main",
            Self::CoolDown => "cool-down",
        }
    }
}

/// One line of a routine: a move, how much of it, how often.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is done.
    pub action: Move,
    /// How much of it in one set.
    pub dose: Dose,
    /// How many sets, 1 … 20.
    pub sets: u8,
    /// One side only, where the routine says so; a one-sided move without it is done on both, left first.
    pub side: Option<Side>,
    /// Seconds of rest after each set of this step, instead of the routine's.
    pub rest: Option<u16>,
    /// Seconds of each phase of a repetition, instead of the exercise's own; as many as it has phases.
    pub tempo: Option<Vec<u8>>,
    /// What is lifted or worn.
    pub load: Load,
    /// What its author has to say about it; may be empty. As short and as clean as a title.
    pub note: String,
    /// Fields that a later version wrote: kept as they are, and written back.
    pub unknown: Vec<String>,
}

/// What a step asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// An exercise of the catalogue.
    Known(ExerciseId),
    /// A move of the author's own.
    Custom(Box<OwnMove>),
    /// A slug that this version does not know: kept and written back, left out of the session.
    Unknown(String),
}

/// How much of a move makes one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dose {
    /// Repetitions at the step's tempo, 1 … 999. Of an alternating move, both sides counted.
    Reps(u16),
    /// Seconds, 1 … 3600: held, or done at the step's tempo until they are over.
    Seconds(u16),
    /// At the person's own pace: the set ends when they say so (`15.done`). The number is what the author aims at, in
    /// the unit that the exercise is counted in: repetitions, or seconds of one that is held or done for time.
    UntilDone(u16),
}

/// What is lifted or worn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How heavy it feels: shifts the exercise's intensity (content 1.3).
    pub feel: Feel,
    /// How much, when the author says so.
    pub weight: Option<Weight>,
}

/// How heavy a load feels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feel {
    /// Empty hands where the exercise usually takes a weight (`empty`): intensity − 1.
    Empty,
    /// As the exercise is rated.
    #[default]
    Usual,
    /// Heavy (`heavy`): intensity + 1.
    Heavy,
}

/// A weight as its author wrote it; never converted in the notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Kilograms (`20kg`).
    Kilograms(u16),
    /// Pounds (`45lb`).
    Pounds(u16),
}

impl Routine {
    /// Seconds between the two sides of a one-sided step when the routine does not say: content 4.
    pub const CHANGE: u16 = 5;

    /// Every step once, in order, however often its round repeats it.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.blocks.iter().flat_map(Block::steps)
    }

    /// The same without warm-up and cool-down.
    pub fn main_steps(&self) -> impl Iterator<Item = &Step> {
        self.blocks.iter().filter(|block| block.part() == Part::Main).flat_map(Block::steps)
    }

    /// Its length as screens state it: all sets at their tempo, both sides, changes of side, rests between sets, and
    /// the get-ready if the routine brings one; without warm-up and cool-down. Steps that this version does not know take
    /// no time, and nothing to do takes none.
    pub fn stated_length(&self) -> Millis {
        self.length_of(&self.blocks, |part| part == Part::Main)
    }

    /// The same of some blocks, and of the parts that count. A rest beside one that does not is none of it.
    fn length_of(&self, blocks: &[Block], counts: impl Fn(Part) -> bool) -> Millis {
        let is_done = |block: &Block| block.steps().iter().any(Step::is_known);
        if !blocks.iter().any(|block| counts(block.part()) && is_done(block)) {
            return Millis::ZERO;
        }
        let mut length = Millis::seconds(u32::from(self.ready.unwrap_or(0)));
        let mut rest = Millis::ZERO;
        for block in blocks.iter().filter(|block| is_done(block)) {
            let times = block.times();
            if !counts(block.part()) {
                rest = Millis::ZERO;
                continue;
            }
            for round in 1..=times {
                for step in block.steps().iter().filter(|step| step.is_known()) {
                    let after = Millis::seconds(u32::from(step.rest.or(self.rest).unwrap_or(0)));
                    let set = step.set_length(self.change.unwrap_or(Self::CHANGE));
                    length +=
                        rest + set.times(u64::from(step.sets)) + after.times(u64::from(step.sets.max(1)) - 1);
                    rest = after;
                }
                if let (Some(between), true) = (block.rest(), round < times) {
                    rest = Millis::seconds(u32::from(between));
                }
            }
        }
        length
    }
}

impl Block {
    /// Its steps, each once.
    pub fn steps(&self) -> &[Step] {
        match self {
            Self::Step(step) => core::slice::from_ref(step),
            Self::Group(group) => &group.steps,
        }
    }

    /// The same, to be changed.
    pub(crate) fn steps_mut(&mut self) -> &mut [Step] {
        match self {
            Self::Step(step) => core::slice::from_mut(step),
            Self::Group(group) => &mut group.steps,
        }
    }

    /// Which part of the routine it is.
    pub const fn part(&self) -> Part {
        match self {
            Self::Step(_) => Part::Main,
            Self::Group(group) => group.part,
        }
    }

    /// How often its steps are done, one after the other.
    pub const fn times(&self) -> u8 {
        match self {
            Self::Step(_) => 1,
            Self::Group(group) => group.times,
        }
    }

    /// Seconds of rest between its rounds, where it says so.
    pub const fn rest(&self) -> Option<u16> {
        match self {
            Self::Step(_) => None,
            Self::Group(group) => group.rest,
        }
    }
}

impl Group {
    /// Steps of the main part, done so often.
    pub const fn rounds(times: u8, steps: Vec<Step>) -> Self {
        Self { part: Part::Main, times, rest: None, steps, unknown: Vec::new() }
    }

    /// Steps of a part, done once.
    pub const fn of(part: Part, steps: Vec<Step>) -> Self {
        Self { part, times: 1, rest: None, steps, unknown: Vec::new() }
    }
}
