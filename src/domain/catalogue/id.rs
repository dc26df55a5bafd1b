//! The exercises by name: a frozen slug each, and a constant for the rules that mean a particular one.

use super::Exercise;
use super::entries::ENTRIES;

/// One exercise of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExerciseId(u8);

impl ExerciseId {
    /// Every exercise, in the order of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ENTRIES.len() as u8).map(Self)
    }

    /// The exercise with this slug, in upper or lower case.
    pub fn from_slug(slug: &str) -> Option<Self> {
        ENTRIES.iter().position(|entry| entry.slug.eq_ignore_ascii_case(slug)).map(|at| Self(at as u8))
    }

    /// Its frozen name in links, files and addresses.
    pub fn slug(self) -> &'static str {
        self.get().slug
    }

    /// What the catalogue says of it.
    pub fn get(self) -> &'static Exercise {
        // Only this file makes an id, and its constants number the entries (a test compares them).
        ENTRIES[usize::from(self.0)]
    }
}

impl core::fmt::Debug for ExerciseId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.slug())
    }
}

/// `crunch`
pub const CRUNCH: ExerciseId = ExerciseId(0);
/// `curl-up`
pub const CURL_UP: ExerciseId = ExerciseId(1);
/// `plank`
pub const PLANK: ExerciseId = ExerciseId(2);
/// `dead-bug`
pub const DEAD_BUG: ExerciseId = ExerciseId(3);
/// `hollow-hold`
pub const HOLLOW_HOLD: ExerciseId = ExerciseId(4);
/// `leg-raise`
pub const LEG_RAISE: ExerciseId = ExerciseId(5);
/// `reverse-crunch`
pub const REVERSE_CRUNCH: ExerciseId = ExerciseId(6);
/// `mountain-climber`
pub const MOUNTAIN_CLIMBER: ExerciseId = ExerciseId(7);
/// `pelvic-tilt`
pub const PELVIC_TILT: ExerciseId = ExerciseId(8);
/// `toe-tap`
pub const TOE_TAP: ExerciseId = ExerciseId(9);
/// `bear-hold`
pub const BEAR_HOLD: ExerciseId = ExerciseId(10);
/// `wall-plank`
pub const WALL_PLANK: ExerciseId = ExerciseId(11);
/// `superman`
pub const SUPERMAN: ExerciseId = ExerciseId(12);
/// `deadlift`
pub const DEADLIFT: ExerciseId = ExerciseId(13);
/// `glute-bridge`
pub const GLUTE_BRIDGE: ExerciseId = ExerciseId(14);
/// `single-leg-bridge`
pub const SINGLE_LEG_BRIDGE: ExerciseId = ExerciseId(15);
/// `good-morning`
pub const GOOD_MORNING: ExerciseId = ExerciseId(16);
/// `reverse-snow-angel`
pub const REVERSE_SNOW_ANGEL: ExerciseId = ExerciseId(17);
/// `prone-swimmer`
pub const PRONE_SWIMMER: ExerciseId = ExerciseId(18);
/// `back-extension`
pub const BACK_EXTENSION: ExerciseId = ExerciseId(19);
/// `hip-thrust`
pub const HIP_THRUST: ExerciseId = ExerciseId(20);
/// `donkey-kick`
pub const DONKEY_KICK: ExerciseId = ExerciseId(21);
/// `single-leg-deadlift`
pub const SINGLE_LEG_DEADLIFT: ExerciseId = ExerciseId(22);
/// `kettlebell-swing`
pub const KETTLEBELL_SWING: ExerciseId = ExerciseId(23);
/// `side-plank`
pub const SIDE_PLANK: ExerciseId = ExerciseId(24);
/// `side-plank-knees`
pub const SIDE_PLANK_KNEES: ExerciseId = ExerciseId(25);
/// `side-plank-dip`
pub const SIDE_PLANK_DIP: ExerciseId = ExerciseId(26);
/// `wall-side-plank`
pub const WALL_SIDE_PLANK: ExerciseId = ExerciseId(27);
/// `clamshell`
pub const CLAMSHELL: ExerciseId = ExerciseId(28);
/// `fire-hydrant`
pub const FIRE_HYDRANT: ExerciseId = ExerciseId(29);
/// `side-lying-leg-raise`
pub const SIDE_LYING_LEG_RAISE: ExerciseId = ExerciseId(30);
/// `suitcase-carry`
pub const SUITCASE_CARRY: ExerciseId = ExerciseId(31);
/// `side-bend`
pub const SIDE_BEND: ExerciseId = ExerciseId(32);
/// `standing-side-crunch`
pub const STANDING_SIDE_CRUNCH: ExerciseId = ExerciseId(33);
/// `heel-touch`
pub const HEEL_TOUCH: ExerciseId = ExerciseId(34);
/// `lateral-band-walk`
pub const LATERAL_BAND_WALK: ExerciseId = ExerciseId(35);
/// `bird-dog`
pub const BIRD_DOG: ExerciseId = ExerciseId(36);
/// `shoulder-tap`
pub const SHOULDER_TAP: ExerciseId = ExerciseId(37);
/// `russian-twist`
pub const RUSSIAN_TWIST: ExerciseId = ExerciseId(38);
/// `bicycle-crunch`
pub const BICYCLE_CRUNCH: ExerciseId = ExerciseId(39);
/// `pallof-press`
pub const PALLOF_PRESS: ExerciseId = ExerciseId(40);
/// `woodchop`
pub const WOODCHOP: ExerciseId = ExerciseId(41);
/// `windshield-wiper`
pub const WINDSHIELD_WIPER: ExerciseId = ExerciseId(42);
/// `side-plank-rotation`
pub const SIDE_PLANK_ROTATION: ExerciseId = ExerciseId(43);
/// `cross-body-climber`
pub const CROSS_BODY_CLIMBER: ExerciseId = ExerciseId(44);
/// `standing-rotation`
pub const STANDING_ROTATION: ExerciseId = ExerciseId(45);
/// `plank-row`
pub const PLANK_ROW: ExerciseId = ExerciseId(46);
/// `standing-cross-crunch`
pub const STANDING_CROSS_CRUNCH: ExerciseId = ExerciseId(47);
/// `cat-cow`
pub const CAT_COW: ExerciseId = ExerciseId(48);
/// `childs-pose`
pub const CHILDS_POSE: ExerciseId = ExerciseId(49);
/// `cobra`
pub const COBRA: ExerciseId = ExerciseId(50);
/// `thread-the-needle`
pub const THREAD_THE_NEEDLE: ExerciseId = ExerciseId(51);
/// `supine-twist`
pub const SUPINE_TWIST: ExerciseId = ExerciseId(52);
/// `side-stretch`
pub const SIDE_STRETCH: ExerciseId = ExerciseId(53);
