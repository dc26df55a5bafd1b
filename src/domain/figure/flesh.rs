//! The body around the skeleton: parts, each the convex hull of a few spheres fixed to bones.
//!
//! Decides: the build of the figure and what it wears. Deliberately does not know poses, views or muscles. Lengths in
//! this file are millimetres in the bone's own frame: x forward, y up (limbs hang down their −y), z outward.

use super::Paint;
use super::dress;
use super::math::{Point, point};
use super::person::{Person, Wear};
use super::skeleton::{Body, outward, place};

/// A ball fixed to a bone: the bone, then x, y, z and radius in millimetres.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ball(pub(super) u8, pub(super) i16, pub(super) i16, pub(super) i16, pub(super) i16);

/// A ball where it is now, in centimetres.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sphere {
    pub(super) at: Point,
    pub(super) radius: f32,
}

/// Which parts of a body belong together: neighbours share no contour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Limb {
    Hips,
    Belly,
    Chest,
    Yoke,
    Neck,
    Head,
    Arm,
    Forearm,
    Hand,
    Thigh,
    Shank,
    Foot,
}

impl Limb {
    /// Whether there is one of it.
    pub(super) const fn is_middle(self) -> bool {
        self as u8 <= Self::Head as u8
    }

    /// Whether the two grow into each other (on the same side).
    pub(super) const fn joins(self, other: Self) -> bool {
        let (a, b) = if self as u8 <= other as u8 { (self, other) } else { (other, self) };
        match (a, b) {
            (Self::Hips, Self::Thigh) | (Self::Yoke, Self::Arm) | (Self::Chest, Self::Neck) => true,
            (Self::Head, Self::Arm) | (Self::Hand, Self::Thigh) => false,
            _ => b as u8 - a as u8 <= 1 || (b as u8) <= Self::Yoke as u8,
        }
    }
}

/// What a part is for the order of painting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Skin, clothes.
    Flesh,
    /// A cap of hair: in front of the head when that is seen from behind or from the side, behind it otherwise.
    Cap,
    /// Hair over the brow: in front of the head unless that is seen from behind and below.
    Fringe,
    /// A touch on the face, too small for a contour.
    Face,
}

/// Convex hulls of balls.
pub(super) type Hulls = &'static [&'static [Ball]];

/// A part of the body.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) limb: Limb,
    pub(super) paint: Paint,
    /// One on each side, or one in the middle whose balls beside the midline come in pairs.
    pub(super) paired: bool,
    pub(super) kind: Kind,
    /// Hulls that are painted as one shape: at most three.
    pub(super) hulls: Hulls,
}

/// A part on its own.
pub(super) const fn part(limb: Limb, paint: Paint, hulls: Hulls) -> Part {
    Part {
        limb,
        paint,
        paired: matches!(
            limb,
            Limb::Arm | Limb::Forearm | Limb::Hand | Limb::Thigh | Limb::Shank | Limb::Foot
        ),
        kind: Kind::Flesh,
        hulls,
    }
}

/// A touch on the face: no contour, no shadow.
const fn face(paint: Paint, paired: bool, hulls: Hulls) -> Part {
    Part { limb: Limb::Head, paint, paired, kind: Kind::Face, hulls }
}

const PELVIS: u8 = place::PELVIS as u8;
const WAIST: u8 = place::WAIST as u8;
const RIBS: u8 = place::RIBS as u8;
const CHEST: u8 = place::CHEST as u8;
const NECK: u8 = place::NECK as u8;
const HEAD: u8 = place::HEAD as u8;
const ARM: u8 = place::ARM as u8;
const HAND: u8 = place::HAND as u8;
const FOOT: u8 = place::FOOT as u8;
const TOES: u8 = place::TOES as u8;

/// The body, trunk first, but for what depends on clothes and hair. A hem is a ring of small balls: seen from anywhere it
/// is cut straight, where one big ball would bulge.
const BODY: &[Part] = &[
    part(
        Limb::Hips,
        Paint::Shorts,
        &[
            &[Ball(PELVIS, 0, 0, 56, 86), Ball(PELVIS, -36, -32, 56, 78)],
            &[
                Ball(PELVIS, 0, 0, 56, 86),
                Ball(WAIST, 64, 6, 34, 16),
                Ball(WAIST, -56, 6, 34, 16),
                Ball(WAIST, 40, 6, 84, 16),
                Ball(WAIST, -34, 6, 84, 16),
                Ball(WAIST, 4, 6, 106, 16),
            ],
        ],
    ),
    part(Limb::Belly, Paint::Skin, &[&[Ball(WAIST, 4, -20, 44, 74), Ball(RIBS, 3, -60, 46, 74)]]),
    part(
        Limb::Chest,
        Paint::Top,
        &[
            &[
                Ball(RIBS, 4, 0, 58, 83),
                Ball(RIBS, 64, -92, 34, 16),
                Ball(RIBS, -58, -92, 34, 16),
                Ball(RIBS, 42, -92, 86, 16),
                Ball(RIBS, -36, -92, 86, 16),
                Ball(RIBS, 4, -92, 108, 16),
            ],
            &[Ball(RIBS, 4, 0, 58, 83), Ball(CHEST, 8, -10, 70, 86)],
        ],
    ),
    part(
        Limb::Yoke,
        Paint::Top,
        &[&[Ball(CHEST, 0, 4, 92, 66), Ball(NECK, -6, -2, 0, 46), Ball(ARM, 0, 0, 0, 46)]],
    ),
    part(Limb::Neck, Paint::Skin, &[&[Ball(NECK, -4, 14, 0, 42), Ball(HEAD, -12, -60, 0, 40)]]),
    part(
        Limb::Head,
        Paint::Skin,
        &[&[Ball(HEAD, 0, 15, 0, 83), Ball(HEAD, 22, -30, 14, 56), Ball(HEAD, 40, -66, 0, 36)]],
    ),
    face(Paint::Skin, false, &[&[Ball(HEAD, 76, 4, 0, 8), Ball(HEAD, 86, -18, 0, 11)]]),
    face(
        Paint::Hair,
        true,
        &[&[Ball(HEAD, 79, 29, 19, 3), Ball(HEAD, 73, 31, 36, 3), Ball(HEAD, 66, 26, 50, 2)]],
    ),
    face(Paint::Hair, true, &[&[Ball(HEAD, 79, 8, 30, 4), Ball(HEAD, 79, 4, 30, 4)]]),
    face(Paint::Skin, true, &[&[Ball(HEAD, -8, 4, 80, 12), Ball(HEAD, -2, -18, 78, 8)]]),
    part(
        Limb::Hand,
        Paint::Skin,
        &[
            &[
                Ball(HAND, 0, 0, 0, 24),
                Ball(HAND, 22, -84, 0, 15),
                Ball(HAND, -24, -80, 0, 15),
                Ball(HAND, -16, -30, 0, 18),
            ],
            &[
                Ball(HAND, 22, -80, 0, 15),
                Ball(HAND, -24, -76, 0, 14),
                Ball(HAND, -12, -142, -10, 10),
                Ball(HAND, 10, -152, -10, 10),
            ],
            &[Ball(HAND, 10, -26, 0, 15), Ball(HAND, 34, -66, -6, 12), Ball(HAND, 38, -98, -10, 9)],
        ],
    ),
    part(
        Limb::Foot,
        Paint::Shoes,
        &[
            &[
                Ball(FOOT, -40, -34, 0, 32),
                Ball(FOOT, -6, -4, 0, 37),
                Ball(FOOT, 36, -26, 0, 36),
                Ball(TOES, 0, 0, 13, 24),
                Ball(TOES, 0, 0, -13, 24),
            ],
            &[
                Ball(TOES, 0, 0, 13, 24),
                Ball(TOES, 0, 0, -13, 24),
                Ball(TOES, 46, -2, -4, 22),
                Ball(TOES, 38, -2, 10, 21),
            ],
        ],
    ),
];

/// The parts that a person is drawn with.
pub(super) fn parts(person: Person) -> impl Iterator<Item = &'static Part> {
    BODY.iter().chain(dress::limbs_in(person.wear)).chain(dress::hair_of(person.hair))
}

impl Ball {
    /// Where it is on a body; `side` 1 is the right.
    pub(super) fn on(&self, body: &Body, side: usize) -> Sphere {
        let &Self(place, x, y, z, radius) = self;
        let paired = place >= ARM;
        let bone = usize::from(place) + if paired { side } else { 0 };
        // Every place is one (a test below). WebKit all the same found one beyond in 2 of some 300 visits, and nobody else
        // ever did: a ball at the wrong place for a moment is better than no program.
        let bone = &body.bones[bone.min(body.bones.len() - 1)];
        let (apart, thick) = body.build.girth(usize::from(place));
        let own = point(f32::from(x), f32::from(y), f32::from(z) * apart * outward(side)) * 0.1;
        Sphere { at: bone.point(own), radius: f32::from(radius) * thick * 0.1 }
    }

    /// Whether it stands for two, one on each side of the midline.
    const fn doubled(&self) -> bool {
        self.3 != 0 || self.0 >= ARM
    }
}

/// Calls `see` with every sphere of a part: those of `side` for a paired part, all for one in the middle.
pub(super) fn each_sphere(
    balls: &[Ball],
    paired: bool,
    side: usize,
    body: &Body,
    mut see: impl FnMut(Sphere),
) {
    for ball in balls {
        see(ball.on(body, side));
        if !paired && ball.doubled() {
            see(ball.on(body, 1 - side));
        }
    }
}

/// The lowest height that the parts reach for which `counts` says so; infinite when none counts.
pub(super) fn lowest(body: &Body, counts: impl Fn(Limb, usize) -> bool) -> f32 {
    let mut low = f32::INFINITY;
    for part in BODY.iter().chain(dress::limbs_in(Wear::Shorts)) {
        for side in 0..if part.paired { 2 } else { 1 } {
            if counts(part.limb, side) {
                for balls in part.hulls {
                    each_sphere(balls, part.paired, side, body, |s| low = low.min(s.at.y - s.radius));
                }
            }
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::super::muscles;
    use super::super::person::{Hair, Wear};
    use super::super::skeleton::place::COUNT;
    use super::*;
    use crate::catalogue::Muscle;

    #[test]
    fn every_ball_hangs_on_a_bone() {
        let dressed = Wear::ALL.into_iter().flat_map(dress::limbs_in);
        let crowned = Hair::ALL.into_iter().flat_map(dress::hair_of);
        let parts =
            BODY.iter().chain(dressed).chain(crowned).flat_map(|part| part.hulls.iter().copied().flatten());
        let muscles = Muscle::ALL.iter().flat_map(|muscle| muscles::balls(*muscle));
        let mut count = 0;
        for ball in parts.chain(muscles) {
            assert!(usize::from(ball.0) + usize::from(ball.0 >= ARM) < COUNT, "{}", ball.0);
            count += 1;
        }
        assert!(count > 200, "{count} of them");
    }
}
