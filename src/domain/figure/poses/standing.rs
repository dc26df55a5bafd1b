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
