//! Which move stands in for another, and how much of it.
//!
//! Decides: that a stand-in takes the same time, is never harder nor a greater load on the spine, asks for nothing that may not be at hand, works the
//! same part of the torso as nearly as it can, and is preferred in the same position. Deliberately does not know what
//! stands before or after the step.

use super::{Body, Standing, easier_than};
use crate::balance::Work;
use crate::catalogue::{Exercise, ExerciseId, Kit, Metric, Sides};
use crate::order::sorted;
use crate::routine::{Dose, Move, Routine, Step};
use crate::time::Millis;

/// A move that works another part of the torso with more than this share of its load does not stand in.
const FURTHEST: f64 = 0.5;
/// How many moves are offered for one at most.
const MOST: usize = 3;

impl Body {
    /// The step to do instead of `step`: what the person prefers, else what the catalogue names to do instead, else the
    /// nearest of those that nothing speaks against, else of those to be done with care (for a hidden move only).
    /// `change`: the seconds between two sides. `present`: moves that the routine has anyway, which come later.
    /// None when nothing suitable is left.
    pub fn stand_in(&self, step: &Step, change: u16, present: &[ExerciseId]) -> Option<Step> {
        self.ranked(step, present).first().map(|to| step.with(*to, change))
    }

    /// Steps to do instead of `step`, the best first, three at most: the gentler move among them, where there is one.
    pub fn offers(&self, step: &Step, change: u16) -> Vec<Step> {
        let Some(from) = step.exercise() else { return Vec::new() };
        let mut offered: Vec<ExerciseId> = self.gentler(from).into_iter().collect();
        let ranked =
            self.ranked(step, &[]).into_iter().filter(|to| !offered.contains(to)).collect::<Vec<_>>();
        offered.extend(ranked);
        offered.into_iter().take(MOST).map(|to| step.with(to, change)).collect()
    }

    /// The best stand-in for a move in its standard dose.
    pub(super) fn nearest(&self, exercise: ExerciseId) -> Option<ExerciseId> {
        self.ranked(&Step::of(exercise), &[]).first().copied()
    }

    /// Every move that may stand in, the best first.
    fn ranked(&self, step: &Step, present: &[ExerciseId]) -> Vec<ExerciseId> {
        let Some(from) = step.exercise() else { return Vec::new() };
        let must_go = !self.allows(from);
        let wanted = self.preferred_to(from);
        let named = from.get().swap.filter(|to| self.standing(*to) == Standing::Fine);
        let chain = easier_than(from);
        let mut found = Vec::new();
        for to in ExerciseId::all().filter(|to| *to != from && self.allows(*to)) {
            let is_wanted = wanted == Some(to) || named == Some(to);
            let care = match self.standing(to) {
                Standing::Cautioned(concerns) => concerns.len(),
                _ => 0,
            };
            if !is_wanted && ((care > 0 && !must_go) || !may_stand_in(step, from, to, &chain)) {
                continue;
            }
            let cost = match (wanted == Some(to), named == Some(to)) {
                (true, _) => -2.0,
                (_, true) => -1.0,
                _ => {
                    distance(from.get(), to.get())
                        + unkindness(from.get(), to.get())
                        + 0.5 * care as f64
                        + if present.contains(&to) { 0.2 } else { 0.0 }
                        - if chain.contains(&to) { 0.25 } else { 0.0 }
                }
            };
            found.push((to, cost));
        }
        sorted(found, |(_, one), (_, other)| one.total_cmp(other)).into_iter().map(|(to, _)| to).collect()
    }
}

/// Whether `to` could stand in for `from`, whoever does it.
fn may_stand_in(step: &Step, from: ExerciseId, to: ExerciseId, chain: &[ExerciseId]) -> bool {
    let (old, new) = (from.get(), to.get());
    // What exactly is needed is not known here: only the catalogue can say that one move's kit does for another.
    let has_kit = new.kit != Kit::Needed || (old.kit == Kit::Needed && chain.contains(&to));
    let counts_alike = (old.intensity == 0) == (new.intensity == 0);
    let is_no_harder = new.intensity <= step.intensity() && new.spine_load <= old.spine_load;
    has_kit && counts_alike && is_no_harder && distance(old, new) <= FURTHEST
}

/// How much of the load goes elsewhere around the torso, 0 … 1. The two sides are one: both are done, or the one that
/// the step names.
fn distance(old: &Exercise, new: &Exercise) -> f64 {
    let side = |exercise: &Exercise| exercise.compass.near + exercise.compass.far;
    let (front, back) = (new.compass.front - old.compass.front, new.compass.back - old.compass.back);
    (front.abs() + back.abs() + (side(new) - side(old)).abs()) / 2.0
}

/// What makes one stand-in less welcome than another that works the same.
fn unkindness(old: &Exercise, new: &Exercise) -> f64 {
    let position = if old.position == new.position { 0.0 } else { 0.15 };
    let floor = if new.position.needs_floor() && !old.position.needs_floor() { 0.3 } else { 0.0 };
    let effort = (Work::factor(old.intensity) - Work::factor(new.intensity)).abs();
    position + floor + 0.4 * effort + 0.2 * (new.twist - old.twist).abs()
}

impl Step {
    /// The same step with another move, taking as long as it can: a timed step keeps its seconds, a counted one gets as
    /// many repetitions as fit best. Sets and rests stay. Tempo, load and what a later version wrote about it belong to
    /// the old move, and go with it.
    #[must_use]
    pub fn with(&self, exercise: ExerciseId, change: u16) -> Self {
        let side = self.side.filter(|_| exercise.get().sides == Sides::Each);
        let bare = Self { side, ..Self::new(Move::Known(exercise), Dose::Seconds(1)) };
        let both = self.set_length(change);
        let one = if bare.does_both_sides() {
            Millis(both.less(Millis::seconds(u32::from(change))).0 / 2)
        } else {
            both
        };
        let seconds = whole(one.0, 1000, 3600);
        let entry = exercise.get();
        let amount = if entry.metric == Metric::Reps { repetitions(entry, one) } else { seconds };
        let dose = match self.dose {
            Dose::UntilDone(_) => Dose::UntilDone(amount),
            Dose::Reps(_) if entry.metric == Metric::Reps => Dose::Reps(amount),
            Dose::Reps(_) | Dose::Seconds(_) => Dose::Seconds(seconds),
        };
        Self { dose, sets: self.sets, rest: self.rest, ..bare }
    }
}

/// As many repetitions as fit best into `time`; of an alternating move an even number, so that each side has as many.
fn repetitions(exercise: &Exercise, time: Millis) -> u16 {
    let one = u64::from(exercise.seconds_per_rep().max(1)) * 1000;
    if exercise.sides == Sides::Alternating {
        whole(time.0, 2 * one, 499) * 2
    } else {
        whole(time.0, one, 999)
    }
}

/// How often `one` fits into `time`, to the nearest, 1 … `most`.
fn whole(time: u64, one: u64, most: u16) -> u16 {
    u16::try_from((time + one / 2) / one.max(1)).unwrap_or(most).clamp(1, most)
}

impl Routine {
    /// Seconds between two sides.
    pub fn change_seconds(&self) -> u16 {
        self.change.unwrap_or(Self::CHANGE)
    }
}
