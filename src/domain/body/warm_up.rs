//! A minute of warming up before any routine: content 4.
//!
//! Decides: what it is, standing or on the floor, and as it suits the person; and that a routine which brings its own, is gentle
//! itself, or is begun together with others gets none. Deliberately does not know who wants one.

use super::{Body, Fitted};
use crate::catalogue::{ExerciseId, id};
use crate::routine::{Block, Dose, Group, Move, Part, Routine, Step};

const ON_THE_FLOOR: [(ExerciseId, u16); 3] =
    [(id::CAT_COW, 4), (id::STANDING_ROTATION, 6), (id::GOOD_MORNING, 4)];
const STANDING: [(ExerciseId, u16); 2] = [(id::STANDING_ROTATION, 8), (id::GOOD_MORNING, 7)];

impl Routine {
    /// Whether a minute of warming up has a place before it.
    pub fn wants_warm_up(&self) -> bool {
        let has_its_own = self.blocks.iter().any(|block| block.part() == Part::WarmUp);
        self.start.is_none() && !has_its_own && self.main_steps().any(|step| step.intensity() > 0)
    }
}

impl Fitted {
    /// The same after a minute of warming up; as it is, where that has no place, or nothing of it suits.
    #[must_use]
    pub fn after_warm_up(mut self, body: &Body) -> Self {
        if self.routine.wants_warm_up() {
            let is_floor = |step: &Step| step.exercise().is_none_or(|id| id.get().position.needs_floor());
            let moves: &[_] = if self.routine.steps().any(is_floor) { &ON_THE_FLOOR } else { &STANDING };
            let step = |&(id, reps): &(ExerciseId, u16)| Step {
                rest: Some(0),
                ..Step::new(Move::Known(id), Dose::Reps(reps))
            };
            let steps = moves.iter().map(step).collect();
            let group = Block::Group(Group::of(Part::WarmUp, steps));
            let warm_up = Routine { blocks: vec![group], ..self.routine.clone() };
            self.routine.blocks.splice(0..0, Self::as_wished(&warm_up, body).routine.blocks);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::balance::Work;
    use crate::catalogue::Concern;
    use crate::routine::{PRESETS, notation};
    use crate::session::Timeline;
    use crate::time::Millis;

    fn warm(routine: &Routine, body: &Body) -> Routine {
        Fitted { routine: routine.clone(), ..Fitted::default() }.after_warm_up(body).routine
    }

    #[test]
    fn it_takes_about_a_minute_and_changes_neither_length_nor_balance() {
        let body = Body::default();
        for preset in PRESETS {
            let (plain, warm) = (preset.routine(), warm(&preset.routine(), &body));
            assert_eq!(warm.stated_length(), plain.stated_length(), "{}", preset.slug);
            assert_eq!(Work::of_routine(&warm), Work::of_routine(&plain), "{}", preset.slug);
            let more =
                Timeline::of(&warm, Millis::ZERO).total().less(Timeline::of(&plain, Millis::ZERO).total());
            let is_rated = preset.slug != "evening-mobility";
            assert_eq!((55..=65).contains(&more.whole_seconds()), is_rated, "{}: {more:?}", preset.slug);
            assert_eq!(super::tests::warm(&warm, &body), warm, "not twice");
        }
    }

    #[test]
    fn who_stands_stays_on_their_feet() {
        let standing = notation::read("1/-/good-morning.10/standing-rotation.8").routine;
        let needs_floor = |step: &Step| step.exercise().is_none_or(|id| id.get().position.needs_floor());
        assert!(!warm(&standing, &Body::default()).steps().any(needs_floor));
    }

    #[test]
    fn it_suits_the_person_and_nobody_who_begins_with_others_has_one() {
        let plank = notation::read("1/-/plank.30s").routine;
        let body =
            Body { concerns: vec![Concern::Osteoporosis], hidden: vec![id::CAT_COW], ..Body::default() };
        let moves: Vec<_> = warm(&plank, &body).steps().filter_map(Step::exercise).collect();
        assert!(moves.len() > 1 && moves.iter().all(|id| body.allows(*id)), "{moves:?}");
        let together = notation::read("1/-/at20261127t1800z/plank.30s").routine;
        assert_eq!(warm(&together, &Body::default()), together);
    }
}
