//! Which parts of a body do touch, and how deep flesh gives way there.

use crate::figure::flesh::Limb;

/// Two parts that touch, on which sides of the body, how deep at most in centimetres, and why.
pub(super) struct Touch(
    pub(super) Limb,
    pub(super) Limb,
    pub(super) Sides,
    pub(super) f32,
    pub(super) &'static str,
);

/// Which sides two paired parts are on; a part in the middle is on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    Same,
    Other,
}

/// All that touch.
pub(super) const TOUCHING: &[Touch] = &[
    Touch(
        Limb::Chest,
        Limb::Arm,
        Sides::Same,
        5.0,
        "the arm begins beside the chest, and presses it where it crosses it",
    ),
    Touch(
        Limb::Belly,
        Limb::Thigh,
        Sides::Same,
        6.0,
        "the thigh begins beside the belly: the fold of the groin",
    ),
    Touch(
        Limb::Belly,
        Limb::Hand,
        Sides::Same,
        2.4,
        "a hand on the hip when the waist bends to it, hands under the small of the back",
    ),
];
