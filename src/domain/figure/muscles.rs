//! The muscles: where each one lies under the skin.
//!
//! Decides: the place and extent of the 23 muscles of the taxonomy, and which are deep. Deliberately does not know which
//! exercise works them. Millimetres in the bone's own frame, as in [`super::flesh`].

use super::flesh::Ball;
use super::skeleton::place;
use crate::catalogue::Muscle;

const PELVIS: u8 = place::PELVIS as u8;
const WAIST: u8 = place::WAIST as u8;
const RIBS: u8 = place::RIBS as u8;
const CHEST: u8 = place::CHEST as u8;
const NECK: u8 = place::NECK as u8;
const HEAD: u8 = place::HEAD as u8;
const ARM: u8 = place::ARM as u8;
const FOREARM: u8 = place::FOREARM as u8;
const THIGH: u8 = place::THIGH as u8;
const SHANK: u8 = place::SHANK as u8;

/// Whether it lies under other muscles: drawn softer.
pub(super) const fn is_deep(muscle: Muscle) -> bool {
    matches!(
        muscle,
        Muscle::TransversusAbdominis
            | Muscle::HipFlexors
            | Muscle::Multifidus
            | Muscle::QuadratusLumborum
            | Muscle::Rhomboids
            | Muscle::NeckFlexors
    )
}

/// The muscle on one side of the body.
pub(super) const fn balls(muscle: Muscle) -> &'static [Ball] {
    match muscle {
        Muscle::RectusAbdominis => &[
            Ball(PELVIS, 60, 35, 24, 30),
            Ball(WAIST, 52, 0, 26, 32),
            Ball(RIBS, 60, -40, 28, 32),
            Ball(RIBS, 62, 20, 30, 30),
        ],
        Muscle::Obliques => {
            &[Ball(PELVIS, 10, 62, 78, 40), Ball(WAIST, 6, 0, 66, 56), Ball(RIBS, 6, -10, 88, 54)]
        }
        Muscle::TransversusAbdominis => &[Ball(PELVIS, 52, 42, 36, 38), Ball(WAIST, 38, 10, 42, 44)],
        Muscle::HipFlexors => {
            &[Ball(WAIST, 50, -60, 34, 26), Ball(PELVIS, 66, 0, 66, 28), Ball(THIGH, 58, -60, -8, 30)]
        }
        Muscle::ErectorSpinae => &[
            Ball(PELVIS, -66, 50, 28, 30),
            Ball(WAIST, -52, 0, 28, 29),
            Ball(RIBS, -58, 0, 28, 28),
            Ball(CHEST, -62, 0, 25, 24),
        ],
        Muscle::Multifidus => &[Ball(PELVIS, -72, 40, 14, 22), Ball(WAIST, -58, 0, 15, 24)],
        Muscle::QuadratusLumborum => {
            &[Ball(PELVIS, -42, 70, 52, 34), Ball(WAIST, -34, 20, 48, 36), Ball(RIBS, -40, -70, 44, 34)]
        }
        Muscle::GluteMax => {
            &[Ball(PELVIS, -52, -28, 62, 70), Ball(PELVIS, -40, 28, 74, 48), Ball(THIGH, -32, -40, 0, 56)]
        }
        Muscle::GluteMed => {
            &[Ball(PELVIS, -4, 54, 72, 40), Ball(PELVIS, -26, 18, 88, 46), Ball(PELVIS, 14, 22, 88, 40)]
        }
        Muscle::Hamstrings => {
            &[Ball(THIGH, -33, -104, 0, 56), Ball(THIGH, -30, -208, 0, 50), Ball(THIGH, -21, -333, 0, 37)]
        }
        Muscle::Adductors => {
            &[Ball(THIGH, 0, -50, -42, 42), Ball(THIGH, 2, -150, -40, 44), Ball(THIGH, 2, -260, -30, 38)]
        }
        Muscle::Quadriceps => {
            &[Ball(THIGH, 32, -83, 0, 59), Ball(THIGH, 30, -208, 0, 53), Ball(THIGH, 20, -354, 0, 39)]
        }
        Muscle::Calves => {
            &[Ball(SHANK, -19, -50, 0, 41), Ball(SHANK, -25, -142, 0, 43), Ball(SHANK, -16, -230, 0, 32)]
        }
        Muscle::Lats => {
            &[Ball(WAIST, -38, 10, 52, 32), Ball(RIBS, -46, 0, 86, 44), Ball(CHEST, -38, 0, 116, 44)]
        }
        Muscle::Trapezius => {
            &[Ball(CHEST, -60, -40, 22, 32), Ball(NECK, -30, 14, 10, 32), Ball(ARM, -24, 4, -34, 38)]
        }
        Muscle::Rhomboids => {
            &[Ball(CHEST, -60, -50, 22, 28), Ball(CHEST, -60, 20, 24, 28), Ball(CHEST, -54, -40, 66, 28)]
        }
        Muscle::RearDeltoids => &[Ball(ARM, -26, 2, 4, 36), Ball(ARM, -18, -70, 2, 38)],
        Muscle::Deltoids => &[Ball(ARM, 0, 2, 12, 49), Ball(ARM, 0, -95, 4, 45)],
        Muscle::SerratusAnterior => {
            &[Ball(RIBS, 36, 0, 92, 42), Ball(RIBS, 40, 50, 100, 40), Ball(CHEST, 26, -30, 110, 40)]
        }
        Muscle::Pectorals => {
            &[Ball(CHEST, 64, -26, 34, 34), Ball(CHEST, 60, 20, 34, 32), Ball(ARM, 14, -22, -30, 36)]
        }
        Muscle::Triceps => {
            &[Ball(ARM, -18, -80, 0, 36), Ball(ARM, -19, -170, 0, 34), Ball(ARM, -12, -270, 0, 27)]
        }
        Muscle::Forearms => {
            &[Ball(FOREARM, 8, -30, 0, 33), Ball(FOREARM, 10, -90, 0, 33), Ball(FOREARM, 4, -190, 0, 24)]
        }
        Muscle::NeckFlexors => &[Ball(NECK, 24, 6, 14, 20), Ball(HEAD, 10, -60, 20, 22)],
    }
}
