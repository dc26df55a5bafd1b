//! Who is drawn.
//!
//! Decides: that a figure asks the app, and that without an app there is another person for each move. Deliberately does not
//! know where a choice is kept.

use domain::catalogue::ExerciseId;
use domain::figure::Person;
use leptos::prelude::*;

/// Who does an exercise, as the person in front of the screen has it.
#[derive(Clone, Copy)]
pub struct Cast(Callback<(ExerciseId,), Person>);

impl Cast {
    /// A cast that `pick` chooses. It is asked again when what it reads has changed.
    pub fn new(pick: impl Fn(ExerciseId) -> Person + Send + Sync + 'static) -> Self {
        Self(Callback::new(move |(exercise,)| pick(exercise)))
    }

    /// Makes this the cast of every figure below.
    pub fn provide(self) {
        provide_context(self);
    }
}

/// Who does `exercise`.
pub fn who(exercise: ExerciseId) -> Person {
    use_context::<Cast>().map_or_else(|| Person::for_move(exercise), |Cast(pick)| pick.run((exercise,)))
}
