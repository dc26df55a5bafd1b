//! Poses on hands, knees, forearms.

use super::standing::STAND;
use super::{Hold, Key, Trunk, both};

pub(super) const ALL_FOURS: Key = Key {
    pelvis: [71, 0, 0],
    neck: [-10, 0, 0],
    hip: both([71, 4, 0]),
    knee: both(90),
    ankle: both(-84),
    shoulder: both([68, 2, 0]),
    elbow: both(6),
    height: 275,
    trunk: Trunk::Knees,
    arms: both(Hold::Flat),
    legs: both(Hold::Kneel),
    ..STAND
};

pub(super) const HIGH_PLANK: Key = Key {
    pelvis: [70, 0, 0],
    neck: [-6, 0, 0],
    hip: both([0, 5, 0]),
    knee: both(2),
    ankle: both(14),
    shoulder: both([69, 2, 0]),
    elbow: both(2),
    height: 272,
    arms: both(Hold::Flat),
    legs: both(Hold::Toes),
    ..STAND
};

pub(super) const BIRD_DOG: [Key; 2] = [
    ALL_FOURS,
    Key {
        hip: [[-14, 2, 0], [71, 4, 0]],
        knee: [3, 90],
        ankle: [-10, -84],
        shoulder: [[68, 2, 0], [168, 6, 0]],
        elbow: [6, 3],
        arms: [Hold::Flat, Hold::Free],
        legs: [Hold::Free, Hold::Kneel],
        ..ALL_FOURS
    },
];

pub(super) const CAT_COW: [Key; 2] = [
    Key {
        pelvis: [93, 0, 0],
        lumbar: [-18, 0, 0],
        thorax: [-8, 0, 0],
        neck: [-22, 0, 0],
        hip: both([93, 4, 0]),
        shoulder: both([64, 2, 0]),
        ..ALL_FOURS
    },
    Key {
        pelvis: [26, 0, 0],
        lumbar: [30, 0, 0],
        thorax: [26, 0, 0],
        neck: [30, 0, 0],
        hip: both([26, 4, 0]),
        shoulder: both([80, 2, 0]),
        ..ALL_FOURS
    },
];

pub(super) const CHILDS_POSE: [Key; 2] = [
    Key { hip: both([71, 10, 0]), ..ALL_FOURS },
    Key {
        pelvis: [75, 0, 0],
        lumbar: [28, 0, 0],
        thorax: [10, 0, 0],
        neck: [-15, 0, 0],
        hip: both([128, 10, 0]),
        knee: both(143),
        shoulder: both([155, 8, 0]),
        elbow: both(8),
        arms: both(Hold::Lay),
        ..ALL_FOURS
    },
];

pub(super) const DONKEY_KICK: [Key; 2] = [
    ALL_FOURS,
    Key {
        hip: [[-12, 4, 0], [71, 4, 0]],
        knee: [92, 90],
        ankle: [0, -84],
        legs: [Hold::Free, Hold::Kneel],
        ..ALL_FOURS
    },
];

pub(super) const FIRE_HYDRANT: [Key; 2] = [
    ALL_FOURS,
    Key { hip: [[72, 50, 0], [71, 4, 0]], ankle: [-20, -84], legs: [Hold::Free, Hold::Kneel], ..ALL_FOURS },
];

pub(super) const BEAR_HOLD: [Key; 2] = [
    Key { knee: both(111), ankle: both(35), legs: both(Hold::Toes), ..ALL_FOURS },
    Key {
        pelvis: [80, 0, 0],
        hip: both([80, 4, 0]),
        knee: both(102),
        ankle: both(-9),
        shoulder: both([78, 2, 0]),
        height: 318,
        trunk: Trunk::Feet,
        legs: both(Hold::Toes),
        ..ALL_FOURS
    },
];

pub(super) const SHOULDER_TAP: [Key; 2] = [
    Key { hip: both([0, 10, 0]), ..HIGH_PLANK },
    Key {
        hip: both([0, 10, 0]),
        shoulder: [[69, 0, 0], [62, -8, -60]],
        elbow: [2, 128],
        arms: [Hold::Flat, Hold::Across],
        ..HIGH_PLANK
    },
];

pub(super) const MOUNTAIN_CLIMBER: [Key; 2] = [
    HIGH_PLANK,
    Key {
        hip: [[2, 4, 0], [128, 4, 0]],
        knee: [2, 132],
        ankle: [18, -72],
        legs: [Hold::Toes, Hold::Free],
        ..HIGH_PLANK
    },
];

pub(super) const PLANK: [Key; 2] = [
    Key {
        pelvis: [74, 0, 0],
        neck: [-4, 0, 0],
        hip: both([8, 5, 0]),
        knee: both(30),
        ankle: both(-84),
        shoulder: both([74, 4, 0]),
        elbow: both(94),
        height: 131,
        trunk: Trunk::Elbows,
        arms: both(Hold::Kneel),
        legs: both(Hold::Kneel),
        ..HIGH_PLANK
    },
    Key {
        pelvis: [80, 0, 0],
        neck: [-4, 0, 0],
        knee: both(0),
        ankle: both(24),
        shoulder: both([80, 4, 0]),
        elbow: both(94),
        height: 162,
        trunk: Trunk::Elbows,
        arms: both(Hold::Kneel),
        ..HIGH_PLANK
    },
];

pub(super) const ON_THE_SIDE: Key = Key {
    pelvis: [0, -89, 0],
    hip: both([0, 0, 0]),
    knee: both(0),
    ankle: both(0),
    trunk: Trunk::Elbows,
    arms: [Hold::Kneel, Hold::Hip],
    legs: [Hold::Edge, Hold::Free],
    ..STAND
};

pub(super) const SIDE_PLANK: [Key; 2] = [
    Key {
        lumbar: [0, 22, 0],
        thorax: [0, 14, 0],
        neck: [0, 4, 0],
        shoulder: [[0, 48, 0], [-10, 38, -75]],
        elbow: [90, 88],
        height: 126,
        ..ON_THE_SIDE
    },
    Key {
        pelvis: [0, -75, 0],
        shoulder: [[0, 75, 0], [-10, 38, -75]],
        elbow: [90, 88],
        height: 240,
        ..ON_THE_SIDE
    },
];
