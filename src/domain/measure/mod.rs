//! A routine made to measure: so many minutes, to the second, of moves that suit.
//!
//! Decides: what is promised of it. It lasts exactly as long as was asked for; of a one-sided move both sides are done alike;
//! two of its hardest moves never follow each other; and its work is shared as was aimed at. Where one of the wishes stands
//! in the way of a promise, that is said, and which one. Deliberately does not know what it is called, nor who keeps it.
//!
//! In reading order: [`frame`] (how the time is divided), [`choose`] (which moves), [`arrange`] (in which order).
//! *Invariant:* the same wish and the same seed give the same routine, on every device.

mod arrange;
mod choose;
mod frame;
#[cfg(test)]
mod tests;

use core::ops::RangeInclusive;

use crate::balance::{BALANCED, Work};
use crate::body::Body;
use crate::catalogue::{ExerciseId, Kit, Position};
use crate::chance::Chance;
use crate::routine::{Block, Dose, Group, Move, Rests, Routine, Step};
use choose::Chosen;
use frame::Frame;

/// What somebody wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// How long it lasts, in minutes, getting ready included: [`Wish::MINUTES`]. Others are brought to the nearest.
    pub minutes: u16,
    /// The intensity that suits, as exercises are rated: [`Wish::LEVELS`]. One more may occur.
    pub level: u8,
    /// The most that is at hand besides a floor.
    pub kit: Kit,
    /// How one does not want to stand or lie.
    pub avoided: Vec<Position>,
    /// Whom it must suit: hidden moves never occur.
    pub body: Body,
    /// How its work is to be shared.
    pub aim: Aim,
    /// How long rests are for whoever does it. Whoever has others takes another time for it.
    pub rests: Rests,
}

/// How the work is to be shared between front and back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// Alike: [`BALANCED`].
    #[default]
    Balanced,
    /// 50 to 70 % back (content 3.5).
    MoreBack,
}

impl Aim {
    /// Between which back shares it is met, 0 … 1.
    pub const fn band(self) -> RangeInclusive<f64> {
        match self {
            Self::Balanced => BALANCED,
            Self::MoreBack => 0.5..=0.7,
        }
    }

    fn middle(self) -> f64 {
        f64::midpoint(*self.band().start(), *self.band().end())
    }
}

/// A routine, and what could not be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// It has no title. Nothing in it where no move suits.
    pub routine: Routine,
    /// Which promises it does not keep, and why.
    pub unmet: Vec<Unmet>,
}

/// A promise that is not kept, and the wish that stands in its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unmet {
    /// No move suits.
    Nothing(Cause),
    /// The work is not shared as was aimed at: its back share is this, or it is not rated at all.
    Shared(Option<f64>, Cause),
    /// Two of the hardest moves follow each other.
    Hardest(Cause),
}

/// The wish without which a promise would be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// How one does not want to stand or lie.
    Avoided,
    /// What is at hand.
    Kit,
    /// What my body is spared.
    Body,
    /// How hard it may be.
    Level,
    /// No single one of them.
    Several,
}

impl Cause {
    /// The key of its words.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Avoided => "avoided",
            Self::Kit => "kit",
            Self::Body => "body",
            Self::Level => "level",
            Self::Several => "several",
        }
    }
}

impl Wish {
    /// How many minutes can be asked for.
    pub const MINUTES: RangeInclusive<u16> = 3..=60;
    /// How hard it can be asked to be.
    pub const LEVELS: RangeInclusive<u8> = 1..=4;

    /// Whether a move may occur.
    fn allows(&self, exercise: ExerciseId) -> bool {
        let entry = exercise.get();
        entry.kit <= self.kit
            && !self.avoided.contains(&entry.position)
            && entry.intensity <= self.level() + 1
            && self.body.allows(exercise)
    }

    fn level(&self) -> u8 {
        self.level.clamp(*Self::LEVELS.start(), *Self::LEVELS.end())
    }

    /// Every move that may occur. Mobility, which is not rated, only where nothing else may.
    fn pool(&self) -> Vec<ExerciseId> {
        let all: Vec<ExerciseId> = ExerciseId::all().filter(|&exercise| self.allows(exercise)).collect();
        let rated: Vec<ExerciseId> = all.iter().copied().filter(|id| id.get().intensity > 0).collect();
        if rated.is_empty() { all } else { rated }
    }

    /// The same without one of its wishes.
    fn without(&self, cause: Cause) -> Self {
        let mut wish = self.clone();
        match cause {
            Cause::Avoided => wish.avoided.clear(),
            Cause::Kit => wish.kit = Kit::Needed,
            Cause::Body => wish.body = Body::default(),
            Cause::Level => wish.level = *Self::LEVELS.end(),
            Cause::Several => {}
        }
        wish
    }
}

/// Makes it. Another `seed` mostly gives another one.
pub fn make(wish: &Wish, seed: u64) -> Made {
    let (routine, broken) = attempt(wish, seed);
    let cause = |promise: Broken| {
        let causes = [Cause::Avoided, Cause::Kit, Cause::Body, Cause::Level];
        let would_do = |cause: &Cause| {
            let wish_without = wish.without(*cause);
            wish_without != *wish
                && !attempt(&wish_without, seed).1.iter().any(|other| other.is_like(promise))
        };
        causes.into_iter().find(would_do).unwrap_or(Cause::Several)
    };
    let unmet = broken.iter().map(|&promise| match promise {
        Broken::Nothing => Unmet::Nothing(cause(promise)),
        Broken::Shared(share) => Unmet::Shared(share, cause(promise)),
        Broken::Hardest => Unmet::Hardest(cause(promise)),
    });
    Made { unmet: unmet.collect(), routine }
}

/// A promise that is not kept.
#[derive(Clone, Copy)]
enum Broken {
    Nothing,
    Shared(Option<f64>),
    Hardest,
}

impl Broken {
    fn is_like(self, other: Self) -> bool {
        // Where nothing suits, nothing else is kept either.
        matches!(self, Self::Nothing) || core::mem::discriminant(&self) == core::mem::discriminant(&other)
    }
}

/// How often it is tried to keep every promise: a few moves do not always add up to the share that is aimed at.
const TRIES: usize = 12;

/// The first that keeps every promise, else one that keeps most.
fn attempt(wish: &Wish, seed: u64) -> (Routine, Vec<Broken>) {
    let pool = wish.pool();
    if pool.is_empty() {
        return (Routine::default(), vec![Broken::Nothing]);
    }
    let mut chance = Chance::of(seed);
    let mut best = one(&pool, wish, &mut chance);
    for _ in 1..TRIES {
        if best.1.is_empty() {
            break;
        }
        let other = one(&pool, wish, &mut chance);
        if other.1.len() < best.1.len() {
            best = other;
        }
    }
    best
}

/// One of the moves of `pool`, which has some.
fn one(pool: &[ExerciseId], wish: &Wish, chance: &mut Chance) -> (Routine, Vec<Broken>) {
    let only_pairs = pool.iter().all(|exercise| choose::slots(*exercise) == 2);
    let frame = Frame::of(wish.minutes, wish.level(), wish.rests, only_pairs);
    let chosen = Chosen::of(pool, &frame, wish, chance);
    let order = arrange::arranged(chosen.moves, frame.rounds > 1, chance);
    let routine = put_together(&order, &frame);
    let mut broken = Vec::new();
    let share = Work::of_routine(&routine).back_share();
    if !share.is_some_and(|share| wish.aim.band().contains(&share)) {
        broken.push(Broken::Shared(share));
    }
    if arrange::hardest_meet(&order, frame.rounds > 1) {
        broken.push(Broken::Hardest);
    }
    (routine, broken)
}

/// The moves in the time that there is.
fn put_together(order: &[ExerciseId], frame: &Frame) -> Routine {
    let mut longer = frame.longer;
    let step = |exercise: &ExerciseId| {
        let cost = choose::slots(*exercise);
        let is_longer = longer >= cost;
        longer -= if is_longer { cost } else { 0 };
        let seconds = frame.work + u16::from(is_longer);
        Step::new(Move::Known(*exercise), Dose::Seconds(seconds))
    };
    let steps: Vec<Step> = order.iter().map(step).collect();
    let ready = frame.ready + longer as u16 * u16::from(frame.rounds);
    let blocks = if frame.rounds > 1 {
        vec![Block::Group(Group::rounds(frame.rounds, steps))]
    } else {
        steps.into_iter().map(Block::Step).collect()
    };
    // The sides change in as much time as moves do: a one-sided move takes the place of two. A change is no rest: nobody has
    // it longer or shorter.
    let (change, rest) = (Some(frame.pause), Some(frame.rest));
    Routine { ready: Some(ready), change, rest, blocks, ..Routine::default() }
}
