//! The places of the skeleton that things are fixed to, by their numbers. Paired ones: left, then right.
//!
//! Decides: which there are, and what they are called in the files of poses. Deliberately does not know where they are.

pub(super) const PELVIS: usize = 0;
pub(super) const WAIST: usize = 1;
pub(super) const RIBS: usize = 2;
pub(super) const CHEST: usize = 3;
pub(super) const NECK: usize = 4;
pub(super) const HEAD: usize = 5;
pub(super) const ARM: usize = 6;
pub(super) const FOREARM: usize = 8;
pub(super) const HAND: usize = 10;
pub(super) const THIGH: usize = 12;
pub(super) const SHANK: usize = 14;
pub(super) const FOOT: usize = 16;
pub(super) const TOES: usize = 18;
pub(super) const COUNT: usize = 20;

/// The place that is called so in the files of poses.
pub(super) fn named(text: &str) -> Option<usize> {
    let (name, side) =
        text.split_once('-').map_or((text, 0), |(side, name)| (name, usize::from(side == "right")));
    Some(match name {
        "hips" => PELVIS,
        "waist" => WAIST,
        "ribs" => RIBS,
        "chest" => CHEST,
        "neck" => NECK,
        "head" => HEAD,
        "shoulder" => ARM + side,
        "elbow" => FOREARM + side,
        "hand" => HAND + side,
        "knee" => SHANK + side,
        "foot" => FOOT + side,
        _ => return None,
    })
}
