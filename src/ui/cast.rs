//! Who is drawn.
//!
//! Decides: that a figure asks the settings, and that without a choice there is another person for each move. Deliberately
//! does not know where they are kept.

use domain::catalogue::ExerciseId;
use domain::figure::Person;
use domain::settings::Settings;
use leptos::prelude::*;

/// The settings in which somebody may be chosen. Not a signal of the person alone: each kind of signal weighs.
#[derive(Clone, Copy)]
pub struct Cast(pub ReadSignal<Settings>);

/// The one who was chosen for all moves.
pub(super) fn chosen() -> Option<Person> {
    use_context::<Cast>().and_then(|Cast(settings)| settings.with(Settings::own_person))
}

/// Who stands for no move in particular.
pub fn anybody() -> Person {
    chosen().unwrap_or_default()
}

/// Who does `exercise`.
pub fn who(exercise: ExerciseId) -> Person {
    chosen().unwrap_or_else(|| Person::for_move(exercise))
}
