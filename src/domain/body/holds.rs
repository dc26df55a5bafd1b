//! Shorter holds for those whom a long one strains (content 2.7: holds of 10 to 20 s with raised blood pressure).
//!
//! Decides: into how many sets a hold falls, and that they take the time which the one would have taken, with the rests
//! between them. Deliberately does not know for whom.

use crate::catalogue::Metric;
use crate::routine::{Dose, Step};
use crate::time::Millis;

/// The longest hold, in seconds.
const LONGEST: u16 = 20;
/// No hold becomes shorter than this, in seconds: the rests between do.
const SHORTEST: u16 = 10;
/// The shortest rest between two of them, in seconds.
const BREATHER: u16 = 5;
/// As many sets as a routine can ask for.
const MOST_SETS: u16 = 20;

impl Step {
    /// The same hold in more sets of at most 20 s, for a routine with `change` seconds between sides and `rest` between
    /// sets. None where it is no longer than that, would be more than 20 sets, ends when the person says so, or is no
    /// hold.
    pub(super) fn in_shorter_holds(&self, change: u16, rest: u16) -> Option<Self> {
        let Dose::Seconds(seconds) = self.dose else { return None };
        let is_hold = self.exercise()?.get().metric == Metric::Hold;
        if !is_hold || seconds <= LONGEST {
            return None;
        }
        let rest = self.rest.unwrap_or(rest);
        let between = rest.max(BREATHER);
        let whole = self.set_length(change) + Millis::seconds(u32::from(rest));
        let sides = if self.does_both_sides() { 2 } else { 1 };
        let change = change * (sides - 1);
        let each = |sets: u16| u16::try_from(whole.whole_seconds() / u64::from(sets)).unwrap_or(u16::MAX);
        let held = |sets: u16| each(sets).saturating_sub(between + change) / sides;
        let most = MOST_SETS / u16::from(self.sets.max(1));
        let sets = (2..=most).find(|sets| held(*sets) <= LONGEST)?;
        let shorter = held(sets).max(SHORTEST);
        let left = each(sets).saturating_sub(sides * shorter + change);
        Some(Self {
            dose: Dose::Seconds(shorter),
            sets: u8::try_from(u16::from(self.sets) * sets).ok()?,
            rest: Some(between.min(left.max(BREATHER))),
            ..self.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::notation;

    fn shorter(text: &str) -> Option<Step> {
        let routine = notation::read(text).routine;
        let step = routine.steps().next()?;
        step.in_shorter_holds(routine.change_seconds(), routine.rest.unwrap_or(0))
    }

    fn assert_falls_into(text: &str, sets: u8, seconds: u16, rest: u16) {
        let step = shorter(text).unwrap();
        assert_eq!((step.sets, step.dose, step.rest), (sets, Dose::Seconds(seconds), Some(rest)), "{text}");
    }

    #[test]
    fn a_long_hold_becomes_shorter_ones_in_the_same_time() {
        // 45 and a rest of 10 are twice 17 and 10, but for a second.
        assert_falls_into("1/A/r10/plank.45s", 2, 17, 10);
        assert_falls_into("1/A/r10/plank.2x45s", 4, 17, 10);
        // Where nobody rests, there is a breather between.
        assert_falls_into("1/A/plank.60s", 3, 15, 5);
        assert_falls_into("1/A/r10/plank.45s.r20", 2, 12, 20);
        // Both sides and the change between them are one set.
        assert_falls_into("1/A/r10/side-plank.30s", 2, 11, 10);
        // No hold becomes a twitch: after a shorter one the rest is shorter.
        assert_falls_into("1/A/r60/plank.21s", 2, 10, 30);
    }

    #[test]
    fn what_is_short_or_no_hold_stays() {
        for text in [
            "1/A/plank.20s",
            "1/A/crunch.15",
            "1/A/mountain-climber.40s",
            "1/A/plank.60s.done",
            "1/A/plank.15x60s",
        ] {
            assert_eq!(shorter(text), None, "{text}");
        }
        assert!(shorter("1/A/plank.21s").is_some());
    }
}
