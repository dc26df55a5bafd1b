//! How much each muscle has to do in a set, a routine or a week.
//!
//! Decides: that a muscle which does most of a move has its whole load, in the load-seconds of [`Work`](super::Work), and
//! one that helps half of it: the fractional counting of sets by Pelland et al. (2024). Deliberately does not know where a
//! muscle lies, and compares muscles with each other only: it says nothing of how strong they are.

use core::iter::Sum;
use core::ops::{Add, Mul};

use super::Work;
use crate::catalogue::{ExerciseId, Muscle};
use crate::order::sorted;
use crate::routine::{Block, Part, Routine, Step};

/// How much of a load counts for a muscle that helps.
const HELPING: f64 = 0.5;
/// What does less than this share of what the busiest does is not worth a mention.
const LEAST: f64 = 0.2;

/// The load of each muscle in load-seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MuscleWork([f64; Muscle::ALL.len()]);

impl MuscleWork {
    /// The work of `seconds` of an exercise at an intensity.
    pub fn of_set(exercise: ExerciseId, seconds: f64, intensity: u8) -> Self {
        let exercise = exercise.get();
        let load = seconds * Work::factor(intensity);
        let mut all = Self::default();
        for (muscles, part) in [(exercise.primary, 1.0), (exercise.secondary, HELPING)] {
            for &muscle in muscles {
                all.0[muscle as usize] += load * part;
            }
        }
        all
    }

    /// The work of all sets of a step, as planned.
    pub fn of_step(step: &Step) -> Self {
        let Some(exercise) = step.exercise() else { return Self::default() };
        let seconds = step.set_length(0).times(u64::from(step.sets)).as_seconds();
        Self::of_set(exercise, seconds, step.intensity())
    }

    /// The work of a routine, as planned.
    pub fn of_routine(routine: &Routine) -> Self {
        let of_block =
            |block: &Block| block.steps().iter().map(Self::of_step).sum::<Self>() * f64::from(block.times());
        routine.blocks.iter().filter(|block| block.part() == Part::Main).map(of_block).sum()
    }

    /// What has something to do, the busiest first, each in percent of the busiest. Empty when nothing counts, such as
    /// mobility alone.
    pub fn shares(&self) -> Vec<(Muscle, u8)> {
        let most = self.0.iter().copied().fold(0.0, f64::max);
        let busy =
            Muscle::ALL.into_iter().zip(self.0).filter(|(_, load)| *load > 0.0 && *load >= LEAST * most);
        let shares = busy.map(|(muscle, load)| (muscle, (load / most * 100.0).round() as u8)).collect();
        sorted(shares, |(_, one), (_, other)| other.cmp(one))
    }
}

impl Add for MuscleWork {
    type Output = Self;
    fn add(mut self, other: Self) -> Self {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own += more;
        }
        self
    }
}

impl Sum for MuscleWork {
    fn sum<I: Iterator<Item = Self>>(works: I) -> Self {
        works.fold(Self::default(), Add::add)
    }
}

impl Mul<f64> for MuscleWork {
    type Output = Self;
    fn mul(self, times: f64) -> Self {
        Self(self.0.map(|load| load * times))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::id;
    use crate::routine::{PRESETS, notation};

    fn shares(text: &str) -> Vec<(Muscle, u8)> {
        MuscleWork::of_routine(&notation::read(text).routine).shares()
    }

    #[test]
    fn who_does_most_of_a_move_has_its_load_and_who_helps_half() {
        let shares = shares("1/A/glute-bridge.15");
        let bridge = id::GLUTE_BRIDGE.get();
        assert_eq!(shares.len(), bridge.primary.len() + bridge.secondary.len());
        for (muscle, share) in shares {
            assert_eq!(share, if bridge.primary.contains(&muscle) { 100 } else { 50 }, "{muscle:?}");
        }
    }

    #[test]
    fn sets_and_rounds_count_as_often_as_they_are_done() {
        let load = |text: &str| MuscleWork::of_routine(&notation::read(text).routine);
        let once = load("1/A/crunch.15");
        assert_eq!(load("1/A/crunch.3x15"), once * 3.0);
        assert_eq!(load("1/A/crunch.15/crunch.15"), once + once);
    }

    #[test]
    fn the_busiest_comes_first_and_what_hardly_works_is_left_out() {
        for preset in PRESETS {
            let shares = MuscleWork::of_routine(&preset.routine()).shares();
            assert!(shares.is_empty() || shares[0].1 == 100, "{}", preset.slug);
            assert!(shares.is_sorted_by(|one, other| one.1 >= other.1), "{}", preset.slug);
            assert!(shares.iter().all(|(_, share)| *share >= 20), "{}", preset.slug);
        }
    }

    #[test]
    fn mobility_loads_nothing() {
        assert_eq!(shares("1/A/childs-pose.60s"), []);
    }
}
