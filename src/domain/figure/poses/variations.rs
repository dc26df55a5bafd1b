//! Poses of the exercises that content 6.3 derives from others: on the floor.

use super::kneeling::{ALL_FOURS, HIGH_PLANK, ON_THE_SIDE, SIDE_PLANK};
use super::lying::{ANGEL, PRONE, SUPINE, TABLETOP};
use super::{Hold, Key, Trunk, both};

pub(super) const REVERSE_CRUNCH: [Key; 2] = [
    Key { shoulder: both([0, 16, 0]), arms: both(Hold::Lay), ..TABLETOP },
    Key {
        pelvis: [-122, 0, 0],
        lumbar: [28, 0, 0],
        thorax: [4, 0, 0],
        hip: both([108, 3, 0]),
        knee: both(100),
        shoulder: both([0, 16, 0]),
        trunk: Trunk::Back,
        arms: both(Hold::Lay),
        ..TABLETOP
    },
];

pub(super) const TOE_TAP: [Key; 2] = [
    Key { shoulder: both([0, 16, 0]), arms: both(Hold::Lay), ..TABLETOP },
    Key {
        hip: [[46, 3, 0], [90, 3, 0]],
        knee: [98, 90],
        ankle: [-25, 0],
        shoulder: both([0, 16, 0]),
        arms: both(Hold::Lay),
        ..TABLETOP
    },
];

pub(super) const PRONE_SWIMMER: [Key; 2] = [
    Key { shoulder: both([172, 18, 0]), elbow: both(8), ..PRONE },
    Key {
        lumbar: [-10, 0, 0],
        thorax: [-12, 0, 0],
        hip: [[-18, 4, 0], [-6, 4, 0]],
        knee: both(3),
        ankle: both(-80),
        shoulder: [[166, 16, 0], [184, 16, 0]],
        elbow: both(5),
        trunk: Trunk::Seat,
        arms: both(Hold::Free),
        legs: both(Hold::Free),
        ..PRONE
    },
];

pub(super) const BACK_EXTENSION: [Key; 2] = [
    Key { lumbar: [0, 0, 0], thorax: [0, 0, 0], trunk: Trunk::Flat, ..ANGEL },
    Key { lumbar: [-12, 0, 0], thorax: [-15, 0, 0], ..ANGEL },
];

pub(super) const HEEL_TOUCH: [Key; 2] = [
    Key {
        lumbar: [6, 0, 0],
        thorax: [18, 0, 0],
        neck: [10, 0, 0],
        trunk: Trunk::Seat,
        arms: both(Hold::Free),
        head: false,
        ..SUPINE
    },
    Key {
        lumbar: [6, -12, 0],
        thorax: [18, -16, 0],
        neck: [10, -6, 0],
        trunk: Trunk::Seat,
        arms: both(Hold::Free),
        head: false,
        ..SUPINE
    },
];

const WIDE: Key = Key { shoulder: both([0, 62, 0]), arms: both(Hold::Lay), ..TABLETOP };

const KNEES_OVER: Key =
    Key { pelvis: [-90, -48, 0], lumbar: [0, 0, 14], thorax: [0, 0, 34], trunk: Trunk::Seat, ..WIDE };

pub(super) const WINDSHIELD_WIPER: [Key; 2] = [WIDE, KNEES_OVER];

pub(super) const SUPINE_TWIST: [Key; 2] =
    [WIDE, Key { pelvis: [-90, -56, 0], neck: [0, 0, -20], ..KNEES_OVER }];

pub(super) const SIDE_PLANK_KNEES: [Key; 2] = [
    Key { knee: both(90), ankle: both(-40), legs: [Hold::Lay, Hold::Free], ..SIDE_PLANK[0] },
    Key {
        pelvis: [0, -66, 0],
        knee: both(90),
        ankle: both(-40),
        shoulder: [[0, 66, 0], [-10, 38, -75]],
        legs: [Hold::Lay, Hold::Free],
        ..SIDE_PLANK[1]
    },
];

pub(super) const SIDE_PLANK_DIP: [Key; 2] = [
    SIDE_PLANK[1],
    Key { pelvis: [0, -84, 0], lumbar: [0, 14, 0], thorax: [0, 8, 0], height: 160, ..SIDE_PLANK[1] },
];

pub(super) const SIDE_PLANK_ROTATION: [Key; 2] = [
    Key {
        shoulder: [[0, 75, 0], [0, 92, 0]],
        elbow: [90, 3],
        arms: [Hold::Kneel, Hold::Free],
        ..SIDE_PLANK[1]
    },
    Key {
        thorax: [4, 0, -10],
        neck: [0, 0, -14],
        shoulder: [[0, 75, 0], [62, -28, 0]],
        elbow: [90, 12],
        arms: [Hold::Kneel, Hold::Free],
        ..SIDE_PLANK[1]
    },
];

/// On the right side, the left one on top.
const SIDE_LYING: Key = Key {
    pelvis: [0, 80, 0],
    neck: [0, -8, 0],
    hip: both([8, 0, 0]),
    knee: both(4),
    shoulder: [[-10, 38, -75], [150, 0, 0]],
    elbow: [88, 20],
    trunk: Trunk::Seat,
    arms: [Hold::Hip, Hold::Free],
    legs: [Hold::Free, Hold::Lay],
    ..ON_THE_SIDE
};

pub(super) const SIDE_LYING_LEG_RAISE: [Key; 2] =
    [Key { hip: both([8, -4, 0]), ..SIDE_LYING }, Key { hip: [[4, 34, 0], [8, -4, 0]], ..SIDE_LYING }];

pub(super) const CLAMSHELL: [Key; 2] = [
    Key { hip: both([48, -4, 0]), knee: both(85), ..SIDE_LYING },
    Key { hip: [[48, 26, 30], [48, -4, 0]], knee: both(85), ..SIDE_LYING },
];

pub(super) const CROSS_BODY_CLIMBER: [Key; 2] = [
    HIGH_PLANK,
    Key {
        hip: [[2, 4, 0], [112, -24, 0]],
        knee: [2, 118],
        ankle: [18, -50],
        legs: [Hold::Toes, Hold::Free],
        ..HIGH_PLANK
    },
];

pub(super) const PLANK_ROW: [Key; 2] = [
    Key { hip: both([0, 10, 0]), ..HIGH_PLANK },
    Key {
        thorax: [0, 0, 6],
        hip: both([0, 10, 0]),
        shoulder: [[69, 2, 0], [-14, 8, 0]],
        elbow: [2, 88],
        arms: [Hold::Flat, Hold::Free],
        ..HIGH_PLANK
    },
];

pub(super) const THREAD_THE_NEEDLE: [Key; 2] = [
    Key { hip: both([80, 4, 0]), arms: [Hold::Flat, Hold::Free], ..ALL_FOURS },
    Key {
        pelvis: [94, 0, 0],
        lumbar: [6, 0, 12],
        thorax: [6, 0, 36],
        neck: [0, 0, 20],
        hip: both([94, 4, 0]),
        shoulder: [[66, -38, 0], [120, 10, 0]],
        elbow: [10, 40],
        arms: [Hold::Free, Hold::Flat],
        fit: false,
        ..ALL_FOURS
    },
];
