//! From where the figure is seen.
//!
//! Decides: the angles, how far they may turn, and the view that shows an exercise best. Orthographic: nothing grows
//! by coming nearer.

use crate::catalogue::{ExerciseId, Position, id};

/// A view. For a move on the right side the picture is the mirror image of the left side's with the same camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Turn in degrees, −180 … 180: 0 looks from the figure's right (facing right), −90 from the front, 90 from behind.
    pub yaw: f32,
    /// Height in degrees, 4 (from the floor) … 80 (almost from above).
    pub pitch: f32,
}

impl Camera {
    /// The view that shows `exercise` best.
    pub fn best(exercise: ExerciseId) -> Self {
        let (yaw, pitch) = match exercise {
            id::GOOD_MORNING | id::DEADLIFT => (-38.0, 12.0),
            // The working side is the left one: seen from there.
            id::DONKEY_KICK | id::SINGLE_LEG_BRIDGE => (-148.0, 18.0),
            id::FIRE_HYDRANT => (132.0, 18.0),
            id::SIDE_PLANK
            | id::SIDE_PLANK_KNEES
            | id::SIDE_PLANK_DIP
            | id::SIDE_PLANK_ROTATION
            | id::CLAMSHELL
            | id::SIDE_LYING_LEG_RAISE => (-72.0, 16.0),
            id::WALL_PLANK => (28.0, 12.0),
            id::SUPINE_TWIST | id::WINDSHIELD_WIPER => (-50.0, 26.0),
            id::SINGLE_LEG_DEADLIFT => (-148.0, 12.0),
            id::SIDE_BEND | id::SIDE_STRETCH | id::SUITCASE_CARRY | id::WALL_SIDE_PLANK => (-78.0, 10.0),
            id::LATERAL_BAND_WALK => (-70.0, 12.0),
            id::RUSSIAN_TWIST | id::BICYCLE_CRUNCH => (-42.0, 18.0),
            id::REVERSE_SNOW_ANGEL => (-40.0, 34.0),
            _ if exercise.get().position == Position::Standing => (-38.0, 12.0),
            _ => (-28.0, 18.0),
        };
        Self { yaw, pitch }
    }

    /// The view after turning by `yaw` and raising by `pitch` degrees.
    #[must_use]
    pub fn turned(self, yaw: f32, pitch: f32) -> Self {
        Self {
            yaw: (self.yaw + yaw + 180.0).rem_euclid(360.0) - 180.0,
            pitch: (self.pitch + pitch).clamp(4.0, 80.0),
        }
    }
}
