//! What is worn, and the hair.
//!
//! Decides: which parts of arms and legs are covered, and how each way to wear hair looks. Deliberately does not know colours, nor who
//! chose what. Millimetres in the bone's own frame, as in [`super::flesh`].

use super::Paint;
use super::flesh::{Ball, Hulls, Kind, Limb, Part, part};
use super::person::{Hair, Wear};
use super::skeleton::place;

const HEAD: u8 = place::HEAD as u8;
const NECK: u8 = place::NECK as u8;
const ARM: u8 = place::ARM as u8;
const FOREARM: u8 = place::FOREARM as u8;
const THIGH: u8 = place::THIGH as u8;
const SHANK: u8 = place::SHANK as u8;

const fn cap(paint: Paint, hulls: Hulls) -> Part {
    Part { limb: Limb::Head, paint, paired: false, kind: Kind::Cap, hulls }
}

const fn fringe(paint: Paint, hulls: Hulls) -> Part {
    Part { limb: Limb::Head, paint, paired: false, kind: Kind::Fringe, hulls }
}

const UPPER_ARM: Hulls = &[&[Ball(ARM, 0, -80, 0, 44), Ball(ARM, 2, -150, 0, 46), Ball(ARM, 0, -316, 0, 36)]];
const SHORT_SLEEVE: Hulls = &[&[
    Ball(ARM, 0, 0, 0, 54),
    Ball(ARM, 42, -122, 0, 9),
    Ball(ARM, -42, -122, 0, 9),
    Ball(ARM, 21, -122, 37, 9),
    Ball(ARM, -21, -122, 37, 9),
    Ball(ARM, 21, -122, -37, 9),
    Ball(ARM, -21, -122, -37, 9),
]];
/// The whole upper arm, bare or in a long sleeve: one piece, so that no contour runs across it.
const WHOLE_ARM: Hulls = &[
    &[Ball(ARM, 0, 0, 0, 50), Ball(ARM, 0, -80, 0, 45)],
    &[Ball(ARM, 0, -80, 0, 45), Ball(ARM, 2, -150, 0, 46), Ball(ARM, 0, -316, 0, 36)],
];
const LOWER_ARM: Hulls =
    &[&[Ball(FOREARM, 0, 0, 0, 36), Ball(FOREARM, 3, -76, 0, 38), Ball(FOREARM, 0, -248, 0, 25)]];
const UPPER_LEG: Hulls = &[&[Ball(THIGH, 4, -230, 0, 66), Ball(THIGH, 3, -416, 0, 53)]];
const SHORT_LEG: Hulls = &[&[
    Ball(THIGH, 0, 0, 0, 84),
    Ball(THIGH, 5, -117, 0, 83),
    Ball(THIGH, 63, -292, 0, 9),
    Ball(THIGH, -55, -292, 0, 9),
    Ball(THIGH, 34, -292, 51, 9),
    Ball(THIGH, -26, -292, 51, 9),
    Ball(THIGH, 34, -292, -51, 9),
    Ball(THIGH, -26, -292, -51, 9),
]];
const LOWER_LEG: Hulls = &[
    &[Ball(SHANK, 2, 0, 0, 53), Ball(SHANK, -13, -118, 0, 54), Ball(SHANK, -6, -250, 0, 42)],
    &[Ball(SHANK, -6, -250, 0, 42), Ball(SHANK, 0, -400, 0, 31)],
];

/// The whole thigh in one cloth.
const WHOLE_THIGH: Hulls = &[
    &[Ball(THIGH, 0, 0, 0, 84), Ball(THIGH, 5, -117, 0, 83), Ball(THIGH, 4, -230, 0, 66)],
    &[Ball(THIGH, 4, -230, 0, 66), Ball(THIGH, 3, -416, 0, 53)],
];

const IN_SHORTS: &[Part] = &[
    part(Limb::Arm, Paint::Skin, UPPER_ARM),
    part(Limb::Arm, Paint::Top, SHORT_SLEEVE),
    part(Limb::Forearm, Paint::Skin, LOWER_ARM),
    part(Limb::Thigh, Paint::Skin, UPPER_LEG),
    part(Limb::Thigh, Paint::Shorts, SHORT_LEG),
    part(Limb::Shank, Paint::Skin, LOWER_LEG),
];
const IN_LEGGINGS: &[Part] = &[
    part(Limb::Arm, Paint::Skin, WHOLE_ARM),
    part(Limb::Forearm, Paint::Skin, LOWER_ARM),
    part(Limb::Thigh, Paint::Shorts, WHOLE_THIGH),
    part(Limb::Shank, Paint::Shorts, LOWER_LEG),
];
const IN_LONG: &[Part] = &[
    part(Limb::Arm, Paint::Top, WHOLE_ARM),
    part(Limb::Forearm, Paint::Top, LOWER_ARM),
    part(Limb::Thigh, Paint::Shorts, WHOLE_THIGH),
    part(Limb::Shank, Paint::Shorts, LOWER_LEG),
];

/// Arms and legs as they are worn.
pub(super) const fn limbs_in(wear: Wear) -> &'static [Part] {
    match wear {
        Wear::Shorts => IN_SHORTS,
        Wear::Leggings => IN_LEGGINGS,
        Wear::Long => IN_LONG,
    }
}

const CAP: Part = cap(
    Paint::Hair,
    &[&[Ball(HEAD, -24, 36, 0, 80), Ball(HEAD, -44, 4, 0, 72), Ball(HEAD, -30, -20, 20, 56)]],
);
const FRINGE: Part = fringe(
    Paint::Hair,
    &[&[Ball(HEAD, 44, 74, 0, 26), Ball(HEAD, 14, 70, 38, 32), Ball(HEAD, -20, 60, 40, 44)]],
);

const KNOT: &[Part] = &[CAP, FRINGE, part(Limb::Head, Paint::Hair, &[&[Ball(HEAD, -96, 84, 0, 38)]])];
const SHORT: &[Part] = &[CAP, FRINGE];
const CURLS: &[Part] = &[
    cap(
        Paint::Hair,
        &[&[Ball(HEAD, -30, 44, 0, 92), Ball(HEAD, -56, 4, 0, 84), Ball(HEAD, -36, -40, 26, 62)]],
    ),
    fringe(
        Paint::Hair,
        &[&[Ball(HEAD, 44, 78, 0, 34), Ball(HEAD, 16, 78, 44, 40), Ball(HEAD, -24, 66, 54, 52)]],
    ),
];
const TAIL: &[Part] = &[
    CAP,
    FRINGE,
    part(
        Limb::Head,
        Paint::Hair,
        &[
            &[Ball(HEAD, -92, 50, 0, 30), Ball(HEAD, -122, 8, 0, 30)],
            &[Ball(HEAD, -122, 8, 0, 30), Ball(HEAD, -122, -70, 0, 24), Ball(HEAD, -112, -128, 0, 10)],
        ],
    ),
];
const SCARF: &[Part] = &[
    cap(
        Paint::Top,
        &[
            &[Ball(HEAD, -20, 34, 0, 88), Ball(HEAD, -40, 0, 0, 80), Ball(HEAD, -24, -40, 20, 62)],
            &[Ball(HEAD, -24, -40, 20, 62), Ball(NECK, -8, 40, 0, 52), Ball(NECK, 10, 8, 0, 50)],
        ],
    ),
    fringe(
        Paint::Top,
        &[&[Ball(HEAD, 40, 76, 0, 30), Ball(HEAD, 10, 72, 42, 36), Ball(HEAD, -20, 60, 46, 48)]],
    ),
];

/// The hair as it is worn.
pub(super) const fn hair_of(hair: Hair) -> &'static [Part] {
    match hair {
        Hair::Knot => KNOT,
        Hair::Short => SHORT,
        Hair::Curls => CURLS,
        Hair::Tail => TAIL,
        Hair::Scarf => SCARF,
        Hair::Shaved => &[],
    }
}
