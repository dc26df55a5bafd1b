//! Poses on the feet.

use super::{Hold, Key, Trunk, both};

/// Upright, arms at the sides.
pub(super) const STAND: Key = Key {
    pelvis: [0, 0, 0],
    lumbar: [0, 0, 0],
    thorax: [0, 0, 0],
    neck: [0, 0, 0],
    hip: both([0, 2, 0]),
    knee: both(2),
    ankle: both(-9),
    shoulder: both([2, 9, 0]),
    elbow: both(8),
    height: 531,
    trunk: Trunk::Feet,
    arms: both(Hold::Free),
    legs: both(Hold::Flat),
    head: false,
    fit: true,
};

pub(super) const STANDING: [Key; 1] = [STAND];

pub(super) const DEADLIFT: [Key; 2] = [
    Key { shoulder: both([0, 8, 0]), elbow: both(2), ..STAND },
    Key {
        pelvis: [68, 0, 0],
        neck: [-12, 0, 0],
        hip: both([123, 6, 0]),
        knee: both(53),
        ankle: both(-11),
        shoulder: both([68, 4, 0]),
        elbow: both(0),
        height: 425,
        ..STAND
    },
];

pub(super) const GOOD_MORNING: [Key; 2] = [
    Key {
        hip: both([4, 6, 0]),
        knee: both(4),
        shoulder: both([10, 80, 75]),
        elbow: both(140),
        height: 528,
        arms: both(Hold::Ear),
        ..STAND
    },
    Key {
        pelvis: [75, 0, 0],
        neck: [-8, 0, 0],
        hip: both([93, 6, 0]),
        knee: both(22),
        ankle: both(-5),
        shoulder: both([10, 80, 75]),
        elbow: both(140),
        height: 516,
        arms: both(Hold::Ear),
        ..STAND
    },
];

const HINGED: Key = Key {
    pelvis: [62, 0, 0],
    neck: [-12, 0, 0],
    hip: both([96, 6, 0]),
    knee: both(36),
    ankle: both(-8),
    height: 470,
    ..STAND
};

pub(super) const KETTLEBELL_SWING: [Key; 2] = [
    Key { hip: both([2, 8, 0]), shoulder: both([78, -8, 0]), elbow: both(6), ..STAND },
    Key { hip: both([98, 10, 0]), shoulder: both([26, -6, 0]), elbow: both(4), ..HINGED },
];

pub(super) const SINGLE_LEG_DEADLIFT: [Key; 2] = [
    STAND,
    Key {
        pelvis: [66, 0, 0],
        neck: [-12, 0, 0],
        hip: [[78, 2, 0], [-14, 2, 0]],
        knee: [18, 10],
        ankle: [-6, -10],
        shoulder: both([66, 4, 0]),
        elbow: both(3),
        legs: [Hold::Flat, Hold::Free],
        height: 515,
        ..STAND
    },
];

pub(super) const WALL_PLANK: [Key; 1] = [Key {
    pelvis: [24, 0, 0],
    neck: [-4, 0, 0],
    hip: both([0, 4, 0]),
    ankle: both(8),
    shoulder: both([96, 4, 0]),
    elbow: both(78),
    legs: both(Hold::Toes),
    ..STAND
}];

pub(super) const WALL_SIDE_PLANK: [Key; 1] = [Key {
    pelvis: [0, -14, 0],
    hip: both([0, 0, 0]),
    shoulder: [[0, 92, 0], [-10, 38, -75]],
    elbow: [92, 88],
    arms: [Hold::Free, Hold::Hip],
    ..STAND
}];

pub(super) const SUITCASE_CARRY: [Key; 2] = [
    Key { shoulder: [[2, 12, 0], [2, 9, 0]], ..STAND },
    Key {
        hip: [[0, 2, 0], [34, 2, 0]],
        knee: [2, 52],
        ankle: [-9, -12],
        shoulder: [[2, 12, 0], [-12, 9, 0]],
        legs: [Hold::Flat, Hold::Free],
        ..STAND
    },
];

const ONE_HAND_ON_HIP: Key =
    Key { shoulder: [[2, 9, 0], [-10, 38, -75]], elbow: [6, 88], arms: [Hold::Free, Hold::Hip], ..STAND };

pub(super) const SIDE_BEND: [Key; 2] =
    [ONE_HAND_ON_HIP, Key { lumbar: [0, -14, 0], thorax: [0, -20, 0], neck: [0, -6, 0], ..ONE_HAND_ON_HIP }];

pub(super) const SIDE_STRETCH: [Key; 2] = [
    ONE_HAND_ON_HIP,
    Key {
        lumbar: [0, 12, 0],
        thorax: [0, 22, 0],
        neck: [0, 8, 0],
        shoulder: [[0, 166, 0], [-10, 38, -75]],
        elbow: [14, 88],
        ..ONE_HAND_ON_HIP
    },
];

const HANDS_AT_EARS: Key =
    Key { shoulder: both([10, 80, 75]), elbow: both(140), arms: both(Hold::Ear), ..STAND };

pub(super) const STANDING_SIDE_CRUNCH: [Key; 2] = [
    HANDS_AT_EARS,
    Key {
        lumbar: [4, -12, 0],
        thorax: [4, -18, 0],
        hip: [[84, 32, 20], [0, 2, 0]],
        knee: [105, 2],
        ankle: [-20, -9],
        legs: [Hold::Free, Hold::Flat],
        ..HANDS_AT_EARS
    },
];

pub(super) const STANDING_CROSS_CRUNCH: [Key; 2] = [
    HANDS_AT_EARS,
    Key {
        lumbar: [14, 0, -10],
        thorax: [18, 0, -28],
        hip: [[96, -6, 0], [0, 2, 0]],
        knee: [100, 2],
        ankle: [-20, -9],
        legs: [Hold::Free, Hold::Flat],
        ..HANDS_AT_EARS
    },
];

const HALF_SQUAT: Key = Key {
    pelvis: [24, 0, 0],
    neck: [-8, 0, 0],
    hip: both([52, 10, 0]),
    knee: both(46),
    ankle: both(8),
    shoulder: both([-10, 38, -75]),
    elbow: both(88),
    arms: both(Hold::Hip),
    height: 480,
    ..STAND
};

pub(super) const LATERAL_BAND_WALK: [Key; 2] = [
    HALF_SQUAT,
    Key { hip: [[54, 28, 0], [52, 10, 0]], knee: [52, 46], legs: [Hold::Free, Hold::Flat], ..HALF_SQUAT },
];

const ARMS_AHEAD: Key =
    Key { hip: both([4, 6, 0]), shoulder: both([60, -10, 0]), elbow: both(60), height: 528, ..STAND };

pub(super) const PALLOF_PRESS: [Key; 2] = [
    Key { elbow: both(110), arms: both(Hold::Chest), ..ARMS_AHEAD },
    Key { arms: both(Hold::Clasp), ..ARMS_AHEAD },
];

pub(super) const STANDING_ROTATION: [Key; 2] = [
    Key { arms: both(Hold::Clasp), ..ARMS_AHEAD },
    Key { lumbar: [0, 0, 12], thorax: [0, 0, 36], neck: [0, 0, 6], arms: both(Hold::Clasp), ..ARMS_AHEAD },
];

pub(super) const WOODCHOP: [Key; 2] = [
    Key {
        lumbar: [-4, 0, 10],
        thorax: [-8, 0, 32],
        shoulder: both([138, -12, 0]),
        elbow: both(14),
        ..ARMS_AHEAD
    },
    Key {
        pelvis: [18, 0, 0],
        lumbar: [14, 0, -12],
        thorax: [10, 0, -32],
        hip: both([40, 8, 0]),
        knee: both(34),
        ankle: both(4),
        shoulder: both([36, -12, 0]),
        elbow: both(10),
        height: 500,
        ..ARMS_AHEAD
    },
];
