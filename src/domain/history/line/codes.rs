//! The exercises in two letters each, for stored lines.
//!
//! Decides: which. *Invariant:* a code that was ever written means the same exercise for ever; a new exercise gets a
//! line at the end (`tests/golden/archives/codes-2.txt` holds every line so far).

use crate::catalogue::{ExerciseId, id};

const CODES: &[(ExerciseId, &str)] = &[
    (id::CRUNCH, "cr"),
    (id::CURL_UP, "cu"),
    (id::PLANK, "pl"),
    (id::DEAD_BUG, "db"),
    (id::HOLLOW_HOLD, "hh"),
    (id::LEG_RAISE, "lr"),
    (id::REVERSE_CRUNCH, "rc"),
    (id::MOUNTAIN_CLIMBER, "mc"),
    (id::PELVIC_TILT, "pt"),
    (id::TOE_TAP, "tt"),
    (id::BEAR_HOLD, "bh"),
    (id::WALL_PLANK, "wp"),
    (id::SUPERMAN, "su"),
    (id::DEADLIFT, "de"),
    (id::GLUTE_BRIDGE, "gb"),
    (id::SINGLE_LEG_BRIDGE, "sb"),
    (id::GOOD_MORNING, "gm"),
    (id::REVERSE_SNOW_ANGEL, "ra"),
    (id::PRONE_SWIMMER, "ps"),
    (id::BACK_EXTENSION, "be"),
    (id::HIP_THRUST, "ht"),
    (id::DONKEY_KICK, "dk"),
    (id::SINGLE_LEG_DEADLIFT, "sd"),
    (id::KETTLEBELL_SWING, "ks"),
    (id::SIDE_PLANK, "sp"),
    (id::SIDE_PLANK_KNEES, "sk"),
    (id::SIDE_PLANK_DIP, "sl"),
    (id::WALL_SIDE_PLANK, "ws"),
    (id::CLAMSHELL, "cl"),
    (id::FIRE_HYDRANT, "fh"),
    (id::SIDE_LYING_LEG_RAISE, "sr"),
    (id::SUITCASE_CARRY, "sc"),
    (id::SIDE_BEND, "se"),
    (id::STANDING_SIDE_CRUNCH, "ss"),
    (id::HEEL_TOUCH, "ho"),
    (id::LATERAL_BAND_WALK, "lw"),
    (id::BIRD_DOG, "bd"),
    (id::SHOULDER_TAP, "st"),
    (id::RUSSIAN_TWIST, "rt"),
    (id::BICYCLE_CRUNCH, "bc"),
    (id::PALLOF_PRESS, "pp"),
    (id::WOODCHOP, "wo"),
    (id::WINDSHIELD_WIPER, "ww"),
    (id::SIDE_PLANK_ROTATION, "sa"),
    (id::CROSS_BODY_CLIMBER, "cc"),
    (id::STANDING_ROTATION, "so"),
    (id::PLANK_ROW, "pr"),
    (id::STANDING_CROSS_CRUNCH, "sn"),
    (id::CAT_COW, "co"),
    (id::CHILDS_POSE, "cp"),
    (id::COBRA, "cb"),
    (id::THREAD_THE_NEEDLE, "tn"),
    (id::SUPINE_TWIST, "sw"),
    (id::SIDE_STRETCH, "sh"),
];

/// The two letters that stand for an exercise.
pub(super) fn of(exercise: ExerciseId) -> Option<&'static str> {
    CODES.iter().find(|(known, _)| *known == exercise).map(|(_, code)| *code)
}

/// The exercise that two letters stand for.
pub(super) fn exercise(code: &str) -> Option<ExerciseId> {
    CODES.iter().find(|(_, known)| *known == code).map(|(exercise, _)| *exercise)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exercise_has_a_code_of_its_own_that_never_changes() {
        let table: Vec<String> =
            CODES.iter().map(|(exercise, code)| format!("{code} {}\n", exercise.slug())).collect();
        expect_test::expect_file!["../../../../tests/golden/archives/codes-2.txt"].assert_eq(&table.concat());
        for exercise in ExerciseId::all() {
            assert_eq!(of(exercise).and_then(super::exercise), Some(exercise));
        }
        assert_eq!(CODES.len(), ExerciseId::all().count());
    }
}
