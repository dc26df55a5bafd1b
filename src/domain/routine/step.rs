//! What a step means once its exercise is looked up: how long, how hard, with which tempo.
//!
//! Decides: every default that a step leaves to its exercise. Deliberately does not know what comes before or after it.

use super::{Dose, Feel, Load, Move, OwnMove, Step};
use crate::catalogue::{Breath, ExerciseId, Kit, Metric, Phase, Sides};
use crate::time::Millis;

impl Move {
    /// The exercise whose figure shows it.
    pub fn figure(&self) -> Option<ExerciseId> {
        match self {
            Self::Known(exercise) => Some(*exercise),
            Self::Custom(own) => own.figure,
            Self::Unknown(_) => None,
        }
    }

    /// Whether it may be done with a weight; of a move that is not of the catalogue that is not known, so it may.
    pub fn takes_load(&self) -> bool {
        match self {
            Self::Known(exercise) => matches!(exercise.get().kit, Kit::Optional | Kit::Needed),
            Self::Custom(_) | Self::Unknown(_) => true,
        }
    }

    /// How the two sides of the body take part; of a move of the author's own that says nothing, nothing is known.
    pub fn sides(&self) -> Option<Sides> {
        match self {
            Self::Known(exercise) => Some(exercise.get().sides),
            Self::Custom(own) => own.each_side.then_some(Sides::Each),
            Self::Unknown(_) => None,
        }
    }
}

impl Step {
    /// Seconds of one repetition of a move of the author's own that names no tempo.
    pub const CUSTOM_REPETITION: u8 = 3;

    /// One set of `exercise` in its standard dose.
    pub fn of(exercise: ExerciseId) -> Self {
        Self::new(Move::Known(exercise), Self::standard_dose(exercise))
    }

    /// One set of any move.
    pub fn new(action: Move, dose: Dose) -> Self {
        Self {
            action,
            dose,
            sets: 1,
            side: None,
            rest: None,
            tempo: None,
            load: Load::default(),
            note: String::new(),
            unknown: Vec::new(),
        }
    }

    /// The standard dose of an exercise, in its own unit.
    pub fn standard_dose(exercise: ExerciseId) -> Dose {
        let exercise = exercise.get();
        match exercise.metric {
            Metric::Reps => Dose::Reps(exercise.dose.standard),
            Metric::Hold | Metric::Time => Dose::Seconds(exercise.dose.standard),
        }
    }

    /// The exercise, when it is one of the catalogue.
    pub fn exercise(&self) -> Option<ExerciseId> {
        match self.action {
            Move::Known(exercise) => Some(exercise),
            Move::Custom(_) | Move::Unknown(_) => None,
        }
    }

    /// The move of the author's own, when it is one.
    pub fn own(&self) -> Option<&OwnMove> {
        match &self.action {
            Move::Custom(own) => Some(own),
            Move::Known(_) | Move::Unknown(_) => None,
        }
    }

    /// The exercise whose figure shows it.
    pub fn figure(&self) -> Option<ExerciseId> {
        self.action.figure()
    }

    /// Whether this version can lead through it; a step that it does not know is left out of the session.
    pub fn is_known(&self) -> bool {
        !matches!(self.action, Move::Unknown(_))
    }

    /// Whether each set is done on both sides, one after the other.
    pub fn does_both_sides(&self) -> bool {
        self.side.is_none() && self.action.sides() == Some(Sides::Each)
    }

    /// How hard, 0 … 5: the exercise's rating shifted by the load (content 1.3). Mobility and moves of the author's
    /// own without a region are not rated: 0.
    pub fn intensity(&self) -> u8 {
        let rated = match &self.action {
            Move::Known(exercise) => exercise.get().intensity,
            Move::Custom(own) => own.rated(),
            Move::Unknown(_) => 0,
        };
        match (rated, self.load.feel) {
            (0, _) => 0,
            (_, Feel::Empty) => (rated - 1).max(1),
            (_, Feel::Usual) => rated,
            (_, Feel::Heavy) => (rated + 1).min(5),
        }
    }

    /// The phases of one repetition at the step's own tempo. Empty for a move of the author's own without a tempo;
    /// one phase of no length for a hold.
    pub fn phases(&self) -> Vec<Phase> {
        let own = self.exercise().map_or(&[][..], |exercise| exercise.get().phases);
        let Some(tempo) = &self.tempo else { return own.to_vec() };
        let breaths = own.iter().map(|phase| phase.breath).chain(core::iter::repeat(Breath::Breathe));
        tempo.iter().zip(breaths).map(|(&seconds, breath)| Phase { seconds, breath }).collect()
    }

    /// How long one set takes on one side. What ends when the person says so counts at its tempo.
    pub fn side_length(&self) -> Millis {
        let held = self.exercise().is_some_and(|exercise| exercise.get().metric != Metric::Reps);
        match self.dose {
            Dose::Seconds(seconds) => Millis::seconds(u32::from(seconds)),
            Dose::Reps(seconds) | Dose::UntilDone(seconds) if held => Millis::seconds(u32::from(seconds)),
            Dose::Reps(reps) | Dose::UntilDone(reps) => self.repetition().times(u64::from(reps)),
        }
    }

    /// How long one repetition takes.
    pub fn repetition(&self) -> Millis {
        let seconds = self.phases().iter().map(|phase| u32::from(phase.seconds)).sum::<u32>();
        match (seconds, &self.action) {
            (0, Move::Custom(_)) => Millis::seconds(u32::from(Self::CUSTOM_REPETITION)),
            _ => Millis::seconds(seconds),
        }
    }

    /// How long one set takes: both sides where the step asks for them, with `change` seconds between.
    pub fn set_length(&self, change: u16) -> Millis {
        if self.does_both_sides() {
            self.side_length().times(2) + Millis::seconds(u32::from(change))
        } else {
            self.side_length()
        }
    }
}
