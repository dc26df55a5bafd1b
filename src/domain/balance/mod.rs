//! How the work of a set, a routine or a month is shared around the torso.
//!
//! Decides: the formula of content section 3, its bands and its verdicts. Deliberately does not know how a number is
//! shown, and claims nothing about a body: it describes work.

mod glance;
mod muscles;
mod suggest;
#[cfg(test)]
mod tests;

pub use glance::Glance;
pub use muscles::MuscleWork;
pub use suggest::{Suggestion, Taste, pair, suggest, swap};

use core::iter::Sum;
use core::ops::{Add, AddAssign, Mul, RangeInclusive};

use crate::catalogue::{Compass, ExerciseId, Region, Side, Sides};
use crate::routine::{Block, Move, Part, Routine, Step};

/// Work by direction, in load-seconds: seconds of work × how hard × how much of it goes that way (content 3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Work {
    /// The front of the torso.
    pub front: f64,
    /// The back, buttocks and hamstrings included.
    pub back: f64,
    /// The person's left side.
    pub left: f64,
    /// The person's right side.
    pub right: f64,
    /// Turning and resisting a turn: beside the four, not part of their sum.
    pub twist: f64,
}

/// Work as shares of a circle seen from above: the four add up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dial {
    /// Twelve o'clock.
    pub front: f64,
    /// Three o'clock.
    pub right: f64,
    /// Six o'clock.
    pub back: f64,
    /// Nine o'clock.
    pub left: f64,
    /// The ring around it: twisting work against the sum of the four.
    pub twist: f64,
}

/// Between which back shares work is balanced, 0 … 1 (content 3.1).
pub const BALANCED: RangeInclusive<f64> = 0.4..=0.6;

/// Where the work leans, in a word. A description, never a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing that counts towards the balance, such as mobility alone.
    NotRated,
    /// 40 … 60 % back: [`BALANCED`].
    Balanced,
    /// 30 … 40 % back.
    LeaningFront,
    /// 60 … 70 % back.
    LeaningBack,
    /// Under 30 % back.
    MostlyFront,
    /// Over 70 % back.
    MostlyBack,
}

impl Verdict {
    /// The key of its words.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NotRated => "not-rated",
            Self::Balanced => "balanced",
            Self::LeaningFront => "leaning-front",
            Self::LeaningBack => "leaning-back",
            Self::MostlyFront => "mostly-front",
            Self::MostlyBack => "mostly-back",
        }
    }
}

impl Dial {
    /// A share as a whole percentage, halves rounded up.
    pub fn percent(share: f64) -> u8 {
        (share * 100.0 + 0.5).floor().clamp(0.0, 255.0) as u8
    }
}

impl Work {
    /// How much a second counts at each intensity: content 1.3.
    const FACTORS: [f64; 6] = [0.0, 0.5, 0.75, 1.0, 1.25, 1.5];

    /// The factor of an intensity, 0 … 1.5; anything above 5 counts as 5.
    pub fn factor(intensity: u8) -> f64 {
        Self::FACTORS.get(usize::from(intensity)).copied().unwrap_or(1.5)
    }

    /// The work of `seconds` of an exercise at an intensity. With a `side`, a one-sided move counts on the side it is
    /// named for; without, as done on both alike.
    pub fn of_set(exercise: ExerciseId, seconds: f64, intensity: u8, side: Option<Side>) -> Self {
        let exercise = exercise.get();
        let side = side.filter(|_| exercise.sides == Sides::Each);
        Self::towards(exercise.compass, exercise.twist, side) * (seconds * Self::factor(intensity))
    }

    /// The same of any move: one of the author's own counts as an ordinary one of its region, which is the middle of the
    /// catalogue's; one that is not known does not count.
    pub fn of_action(action: &Move, seconds: f64, intensity: u8, side: Option<Side>) -> Self {
        match action {
            Move::Known(exercise) => Self::of_set(*exercise, seconds, intensity, side),
            Move::Custom(own) => own.region.map_or_else(Self::default, |region| {
                Self::ordinary(region, side) * (seconds * Self::factor(intensity))
            }),
            Move::Unknown(_) => Self::default(),
        }
    }

    /// One load-second of an ordinary move of a region.
    fn ordinary(region: Region, side: Option<Side>) -> Self {
        let all = ExerciseId::all().map(ExerciseId::get).filter(|exercise| exercise.region == region);
        let (sum, count) = all.fold((Self::default(), 0.0), |(sum, count), exercise| {
            (sum + Self::towards(exercise.compass, exercise.twist, side), count + 1.0)
        });
        sum * (1.0 / f64::max(count, 1.0))
    }

    /// One load-second of this compass; without a side, done on both alike.
    fn towards(compass: Compass, twist: f64, side: Option<Side>) -> Self {
        let even = f64::midpoint(compass.near, compass.far);
        let (left, right) = match side {
            Some(Side::Left) => (compass.near, compass.far),
            Some(Side::Right) => (compass.far, compass.near),
            None => (even, even),
        };
        Self { front: compass.front, back: compass.back, left, right, twist }
    }

    /// The work of all sets of a step, as planned.
    pub fn of_step(step: &Step) -> Self {
        let seconds = step.set_length(0).times(u64::from(step.sets)).as_seconds();
        Self::of_action(&step.action, seconds, step.intensity(), step.side)
    }

    /// The work of a routine, as planned.
    pub fn of_routine(routine: &Routine) -> Self {
        let of_block =
            |block: &Block| block.steps().iter().map(Self::of_step).sum::<Self>() * f64::from(block.times());
        routine.blocks.iter().filter(|block| block.part() == Part::Main).map(of_block).sum()
    }

    /// Everything that the dial shares out: front, back and both sides.
    pub fn total(&self) -> f64 {
        self.front + self.back + self.left + self.right
    }

    /// How much of the front and back work is back, 0 … 1; `None` when there is neither.
    pub fn back_share(&self) -> Option<f64> {
        let both = self.front + self.back;
        (both > 0.0).then(|| self.back / both)
    }

    /// −1 (all front) … +1 (all back); `None` when there is neither.
    pub fn index(&self) -> Option<f64> {
        let both = self.front + self.back;
        (both > 0.0).then(|| (self.back - self.front) / both)
    }

    /// The four directions as shares, and the twist beside them; `None` when nothing counts.
    pub fn dial(&self) -> Option<Dial> {
        let total = self.total();
        (total > 0.0).then(|| Dial {
            front: self.front / total,
            right: self.right / total,
            back: self.back / total,
            left: self.left / total,
            twist: self.twist / total,
        })
    }

    /// Where the work leans. The edges of a band belong to the milder one.
    pub fn verdict(&self) -> Verdict {
        match self.back_share() {
            None => Verdict::NotRated,
            Some(share) if share < 0.3 => Verdict::MostlyFront,
            Some(share) if BALANCED.contains(&share) => Verdict::Balanced,
            Some(share) if share < *BALANCED.start() => Verdict::LeaningFront,
            Some(share) if share <= 0.7 => Verdict::LeaningBack,
            Some(_) => Verdict::MostlyBack,
        }
    }

    /// How far left and right are apart, 0 … 1 of their sum; `None` when neither did anything.
    pub fn lopsided(&self) -> Option<f64> {
        let both = self.left + self.right;
        (both > 0.0).then(|| (self.left - self.right).abs() / both)
    }

    /// The side that did less, when the two are more than a tenth apart.
    pub fn short_side(&self) -> Option<Side> {
        let is_apart = self.lopsided().is_some_and(|apart| apart > 0.1);
        let side = if self.left < self.right { Side::Left } else { Side::Right };
        is_apart.then_some(side)
    }

    /// Whether every direction has its part: balanced, each side at least 8 % and the two within 10 % of each other,
    /// and at least 10 % twist.
    pub fn full_circle(&self) -> bool {
        let Some(dial) = self.dial() else { return false };
        self.verdict() == Verdict::Balanced
            && dial.left.min(dial.right) >= 0.08
            && self.lopsided().is_some_and(|apart| apart <= 0.1)
            && dial.twist >= 0.1
    }
}

impl Add for Work {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            front: self.front + other.front,
            back: self.back + other.back,
            left: self.left + other.left,
            right: self.right + other.right,
            twist: self.twist + other.twist,
        }
    }
}

impl AddAssign for Work {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Work {
    fn sum<I: Iterator<Item = Self>>(works: I) -> Self {
        works.fold(Self::default(), Add::add)
    }
}

impl Mul<f64> for Work {
    type Output = Self;
    fn mul(self, times: f64) -> Self {
        Self {
            front: self.front * times,
            back: self.back * times,
            left: self.left * times,
            right: self.right * times,
            twist: self.twist * times,
        }
    }
}
