//! Poses on the back, on the belly, and seated.

use super::standing::STAND;
use super::{Hold, Key, Trunk, both};

pub(super) const PRONE: Key = Key {
    pelvis: [90, 0, 0],
    neck: [-5, 0, 0],
    hip: both([7, 4, 0]),
    knee: both(9),
    ankle: both(-84),
    height: 60,
    trunk: Trunk::Flat,
    arms: both(Hold::Lay),
    legs: both(Hold::Lay),
    ..STAND
};

pub(super) const SUPINE: Key = Key {
    pelvis: [-90, 0, 0],
    hip: both([54, 5, 0]),
    knee: both(117),
    ankle: both(-37),
    shoulder: both([0, 18, 0]),
    elbow: both(5),
    height: 61,
    trunk: Trunk::Flat,
    arms: both(Hold::Lay),
    legs: both(Hold::Flat),
    head: true,
    ..STAND
};

pub(super) const SUPERMAN: [Key; 2] = [
    Key { shoulder: both([172, 18, 0]), elbow: both(8), ..PRONE },
    Key {
        lumbar: [-11, 0, 0],
        thorax: [-13, 0, 0],
        hip: both([-11, 4, 0]),
        knee: both(3),
        ankle: both(-80),
        shoulder: both([178, 18, 0]),
        elbow: both(5),
        height: 55,
        trunk: Trunk::Seat,
        arms: both(Hold::Free),
        legs: both(Hold::Free),
        ..PRONE
    },
];

pub(super) const COBRA: [Key; 2] = [
    Key { shoulder: both([-35, 12, 0]), elbow: both(145), arms: both(Hold::Flat), ..PRONE },
    Key {
        pelvis: [86, 0, 0],
        lumbar: [-22, 0, 0],
        thorax: [-20, 0, 0],
        neck: [-6, 0, 0],
        hip: both([3, 3, 0]),
        knee: both(10),
        shoulder: both([24, 8, 0]),
        elbow: both(104),
        trunk: Trunk::Seat,
        arms: both(Hold::Flat),
        ..PRONE
    },
];

pub(super) const ANGEL: Key = Key {
    lumbar: [-4, 0, 0],
    thorax: [-8, 0, 0],
    neck: [-4, 0, 0],
    hip: both([6, 4, 0]),
    knee: both(8),
    shoulder: both([-8, 12, 0]),
    elbow: both(4),
    trunk: Trunk::Seat,
    arms: both(Hold::Free),
    ..PRONE
};

pub(super) const REVERSE_SNOW_ANGEL: [Key; 3] =
    [ANGEL, Key { shoulder: both([-6, 92, 0]), ..ANGEL }, Key { shoulder: both([-4, 152, 0]), ..ANGEL }];

const BRIDGE: Key = Key {
    pelvis: [-117, 0, 0],
    thorax: [6, 0, 0],
    neck: [26, 0, 0],
    hip: both([0, 5, 0]),
    knee: both(104),
    ankle: both(-24),
    shoulder: both([-22, 18, 0]),
    elbow: both(3),
    height: 171,
    trunk: Trunk::Back,
    ..SUPINE
};

pub(super) const GLUTE_BRIDGE: [Key; 2] = [SUPINE, BRIDGE];

pub(super) const SINGLE_LEG_BRIDGE: [Key; 2] = [
    Key {
        hip: [[54, 5, 0], [40, 5, 0]],
        knee: [116, 5],
        ankle: [-36, 0],
        legs: [Hold::Flat, Hold::Free],
        ..SUPINE
    },
    Key { knee: [104, 3], ankle: [-21, 0], legs: [Hold::Flat, Hold::Free], ..BRIDGE },
];

pub(super) const HIP_THRUST: [Key; 2] = [
    Key {
        pelvis: [-58, 0, 0],
        neck: [18, 0, 0],
        hip: both([62, 6, 0]),
        knee: both(102),
        ankle: both(-27),
        shoulder: both([-10, 38, -75]),
        elbow: both(88),
        height: 150,
        trunk: Trunk::Bench,
        arms: both(Hold::Hip),
        head: false,
        ..SUPINE
    },
    Key {
        pelvis: [-88, 0, 0],
        neck: [30, 0, 0],
        hip: both([0, 6, 0]),
        knee: both(99),
        ankle: both(2),
        shoulder: both([-10, 38, -75]),
        elbow: both(88),
        height: 290,
        trunk: Trunk::Bench,
        arms: both(Hold::Hip),
        head: false,
        ..SUPINE
    },
];

pub(super) const PELVIC_TILT: [Key; 2] = [
    Key {
        pelvis: [-86, 0, 0],
        lumbar: [-8, 0, 0],
        thorax: [4, 0, 0],
        knee: both(109),
        ankle: both(-40),
        shoulder: both([0, 14, 0]),
        ..SUPINE
    },
    Key {
        pelvis: [-98, 0, 0],
        lumbar: [8, 0, 0],
        hip: both([46, 5, 0]),
        knee: both(116),
        shoulder: both([0, 14, 0]),
        ..SUPINE
    },
];

pub(super) const CRUNCH: [Key; 2] = [
    Key { shoulder: both([95, 65, 20]), elbow: both(140), arms: both(Hold::Ear), ..SUPINE },
    Key {
        lumbar: [8, 0, 0],
        thorax: [26, 0, 0],
        neck: [12, 0, 0],
        shoulder: both([95, 65, 20]),
        elbow: both(140),
        trunk: Trunk::Seat,
        arms: both(Hold::Ear),
        head: false,
        ..SUPINE
    },
];

pub(super) const CURL_UP: [Key; 2] = [
    Key {
        lumbar: [-4, 0, 0],
        hip: [[54, 4, 0], [2, 4, 0]],
        knee: [112, 2],
        ankle: [-39, -15],
        shoulder: both([0, 60, -88]),
        elbow: both(75),
        arms: both(Hold::Small),
        legs: [Hold::Flat, Hold::Heel],
        ..SUPINE
    },
    Key {
        pelvis: [-92, 0, 0],
        lumbar: [-4, 0, 0],
        thorax: [14, 0, 0],
        neck: [2, 0, 0],
        hip: [[54, 4, 0], [2, 4, 0]],
        knee: [110, 2],
        ankle: [-42, -15],
        shoulder: both([0, 60, -88]),
        elbow: both(75),
        trunk: Trunk::Seat,
        arms: both(Hold::Small),
        legs: [Hold::Flat, Hold::Heel],
        head: false,
        ..SUPINE
    },
];

pub(super) const LEG_RAISE: [Key; 2] = [
    Key {
        hip: both([14, 2, 0]),
        knee: both(4),
        ankle: both(-25),
        shoulder: both([-6, 12, 0]),
        elbow: both(4),
        legs: both(Hold::Free),
        ..SUPINE
    },
    Key {
        hip: both([84, 2, 0]),
        knee: both(6),
        ankle: both(-5),
        shoulder: both([-7, 12, 0]),
        elbow: both(4),
        legs: both(Hold::Free),
        ..SUPINE
    },
];

pub(super) const TABLETOP: Key = Key {
    hip: both([90, 3, 0]),
    knee: both(90),
    ankle: both(0),
    shoulder: both([90, 4, 0]),
    elbow: both(3),
    arms: both(Hold::Free),
    legs: both(Hold::Free),
    ..SUPINE
};

pub(super) const DEAD_BUG: [Key; 2] = [
    TABLETOP,
    Key {
        hip: [[90, 3, 0], [12, 3, 0]],
        knee: [90, 6],
        ankle: [0, -5],
        shoulder: [[165, 6, 0], [90, 4, 0]],
        ..TABLETOP
    },
];

pub(super) const HOLLOW_HOLD: [Key; 2] = [
    Key {
        pelvis: [-92, 0, 0],
        lumbar: [8, 0, 0],
        thorax: [18, 0, 0],
        neck: [14, 0, 0],
        hip: both([95, 3, 0]),
        knee: both(100),
        shoulder: both([60, 8, 0]),
        elbow: both(5),
        trunk: Trunk::Seat,
        head: false,
        ..TABLETOP
    },
    Key {
        pelvis: [-94, 0, 0],
        lumbar: [8, 0, 0],
        thorax: [16, 0, 0],
        neck: [14, 0, 0],
        hip: both([20, 2, 0]),
        knee: both(3),
        ankle: both(-40),
        shoulder: both([160, 8, 0]),
        trunk: Trunk::Seat,
        head: false,
        ..TABLETOP
    },
];

const BICYCLE: Key = Key {
    lumbar: [6, 0, 0],
    thorax: [20, 0, 0],
    neck: [10, 0, 0],
    hip: both([90, 4, 0]),
    shoulder: both([95, 65, 20]),
    elbow: both(140),
    trunk: Trunk::Seat,
    arms: both(Hold::Ear),
    head: false,
    ..TABLETOP
};

pub(super) const BICYCLE_CRUNCH: [Key; 2] = [
    BICYCLE,
    Key {
        lumbar: [6, 0, -8],
        thorax: [24, 0, -28],
        neck: [10, 0, -5],
        hip: [[105, 4, 0], [25, 3, 0]],
        knee: [110, 6],
        ankle: [0, -25],
        ..BICYCLE
    },
];

const SEATED: Key = Key {
    pelvis: [-32, 0, 0],
    lumbar: [10, 0, 0],
    thorax: [8, 0, 0],
    hip: both([85, 6, 0]),
    knee: both(62),
    ankle: both(-5),
    shoulder: both([72, -12, 0]),
    elbow: both(35),
    height: 84,
    trunk: Trunk::Seat,
    arms: both(Hold::Clasp),
    legs: both(Hold::Heel),
    ..STAND
};

pub(super) const RUSSIAN_TWIST: [Key; 2] = [
    SEATED,
    Key { lumbar: [10, 0, 10], thorax: [8, 0, 35], neck: [0, 0, 10], shoulder: both([55, -10, 0]), ..SEATED },
];
