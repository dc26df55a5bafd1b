//! A minute of warming up before any routine: content 4.
//!
//! Decides: what it is, standing or on the floor, and that a routine which brings its own, or is a gentle one itself, gets none.

use super::{Block, Dose, Group, Move, Part, Routine, Step};
use crate::balance::{Verdict, Work};
use crate::catalogue::{ExerciseId, id};

const ON_THE_FLOOR: [(ExerciseId, u16); 3] =
    [(id::CAT_COW, 4), (id::STANDING_ROTATION, 6), (id::GOOD_MORNING, 4)];
const STANDING: [(ExerciseId, u16); 2] = [(id::STANDING_ROTATION, 8), (id::GOOD_MORNING, 7)];

impl Routine {
    /// Whether a minute of warming up has a place before it.
    pub fn wants_warm_up(&self) -> bool {
        let has_its_own = self.blocks.iter().any(|block| block.part() == Part::WarmUp);
        !has_its_own && Work::of_routine(self).verdict() != Verdict::NotRated
    }

    /// This routine after a minute of warming up: for one that is done standing, standing. As it is, where that has no place.
    #[must_use]
    pub fn with_warm_up(&self) -> Self {
        let mut routine = self.clone();
        if self.wants_warm_up() {
            let is_floor = |step: &Step| step.exercise().is_none_or(|id| id.get().position.needs_floor());
            let moves: &[_] = if self.steps().any(is_floor) { &ON_THE_FLOOR } else { &STANDING };
            let step = |&(id, reps): &(ExerciseId, u16)| {
                Step { rest: Some(0), ..Step::new(Move::Known(id), Dose::Reps(reps)) }
            };
            let steps = moves.iter().map(step).collect();
            routine.blocks.insert(0, Block::Group(Group::of(Part::WarmUp, steps)));
        }
        routine
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::{PRESETS, notation};
    use crate::session::Timeline;
    use crate::time::Millis;

    #[test]
    fn it_takes_about_a_minute_and_changes_neither_length_nor_balance() {
        for preset in PRESETS {
            let plain = preset.routine();
            let warm = plain.with_warm_up();
            assert_eq!(warm.stated_length(), plain.stated_length(), "{}", preset.slug);
            assert_eq!(Work::of_routine(&warm), Work::of_routine(&plain), "{}", preset.slug);
            let more = Timeline::of(&warm, Millis::ZERO).total().less(Timeline::of(&plain, Millis::ZERO).total());
            let is_rated = preset.slug != "evening-mobility";
            assert_eq!((55..=65).contains(&more.whole_seconds()), is_rated, "{}: {more:?}", preset.slug);
            assert_eq!(warm.with_warm_up(), warm, "not twice");
        }
    }

    #[test]
    fn who_stands_stays_on_their_feet() {
        let standing = notation::read("1/-/good-morning.10/standing-rotation.8").routine.with_warm_up();
        assert!(standing.steps().all(|step| step.exercise().is_some_and(|id| !id.get().position.needs_floor())));
    }
}
