//! The key poses, as numbers: what content 6.2 calls key frames, corrected where the fleshed body showed them wrong.
//!
//! Decides: which poses an exercise goes through, what bears weight in each, and in which order. Deliberately does not
//! know how they are joined ([`super::motion`]).

mod kneeling;
mod lying;
mod standing;
mod variations;

use super::skeleton::Angles;
use crate::catalogue::{ExerciseId, id};

/// What carries the trunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trunk {
    /// It lies on the floor with both ends, hips and chest: its pitch is fitted.
    Flat,
    /// The hips: they stay where they are.
    Seat,
    /// The upper back: it stays where it is.
    Back,
    /// The upper back, on a bench.
    Bench,
    /// The knees.
    Knees,
    /// The elbows.
    Elbows,
    /// The feet, and the hands where they are planted.
    Feet,
}

/// What a limb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// Nothing: it is only kept out of the floor.
    Free,
    /// It lies on the floor with both bones.
    Lay,
    /// Palm or sole is planted.
    Flat,
    /// The balls of the feet are planted, heels up.
    Toes,
    /// The heel is planted.
    Heel,
    /// The outer edge of the foot is planted.
    Edge,
    /// Elbow and forearm, or knee and shin, are planted.
    Kneel,
    /// The hand is behind the ear.
    Ear,
    /// The hand is on the other shoulder.
    Across,
    /// The hand is on the hip.
    Hip,
    /// The hands are clasped in front of the chest, arms out.
    Clasp,
    /// The hands are clasped close to the chest.
    Chest,
    /// The hand is under the small of the back.
    Small,
}

/// One key pose. Angles in degrees as in content 6.1, pairs are left and right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// Pitch, roll, yaw.
    pub(in super::super) pelvis: [i16; 3],
    /// Flexion, side-bend, twist of the lumbar spine against the pelvis,
    pub(in super::super) lumbar: [i8; 3],
    /// of the thorax against that,
    pub(in super::super) thorax: [i8; 3],
    /// and of the head against that.
    pub(in super::super) neck: [i8; 3],
    /// Flexion, abduction, outward rotation.
    pub(in super::super) hip: [[i16; 3]; 2],
    pub(in super::super) knee: [i16; 2],
    /// Toes up.
    pub(in super::super) ankle: [i16; 2],
    /// Flexion, abduction, outward rotation.
    pub(in super::super) shoulder: [[i16; 3]; 2],
    pub(in super::super) elbow: [i16; 2],
    /// Height of the pelvis in thousandths of stature, where nothing else decides it.
    pub(in super::super) height: i16,
    pub(in super::super) trunk: Trunk,
    pub(in super::super) arms: [Hold; 2],
    pub(in super::super) legs: [Hold; 2],
    /// Whether the head rests on the floor.
    pub(in super::super) head: bool,
    /// Whether the pitch is fitted so that hands or elbows and knees or toes reach the floor together.
    pub(in super::super) fit: bool,
}

/// In which order the key poses come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// From the first to the second, a hold where the exercise has one, and back.
    There,
    /// As `There`, then the same mirrored.
    Sides,
    /// From the second to its mirror image and back; the first is the way in.
    Swap,
    /// From the first to the second once, in so many seconds, then held.
    Hold(u8),
    /// From the second to the first and back.
    Wave,
    /// From the first over the second to the third, and back.
    Sweep,
    /// Held from the start.
    Still,
}

/// The motion of an exercise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Motion {
    pub(in super::super) order: Order,
    pub(in super::super) keys: &'static [Key],
}

impl Motion {
    /// The key pose that says where hands and feet are planted: the one that is held, else the first.
    pub(in super::super) fn anchor(&self) -> usize {
        usize::from(matches!(self.order, Order::Hold(_)))
    }
}

/// The same on both sides.
pub(super) const fn both<T: Copy>(one: T) -> [T; 2] {
    [one, one]
}

const fn mirrored_turn(turn: [i8; 3]) -> [i8; 3] {
    [turn[0], -turn[1], -turn[2]]
}

const fn swapped<T: Copy>(pair: [T; 2]) -> [T; 2] {
    [pair[1], pair[0]]
}

impl Key {
    /// The same pose on the other side.
    pub(in super::super) const fn mirrored(&self) -> Self {
        Self {
            pelvis: [self.pelvis[0], -self.pelvis[1], -self.pelvis[2]],
            lumbar: mirrored_turn(self.lumbar),
            thorax: mirrored_turn(self.thorax),
            neck: mirrored_turn(self.neck),
            hip: swapped(self.hip),
            knee: swapped(self.knee),
            ankle: swapped(self.ankle),
            shoulder: swapped(self.shoulder),
            elbow: swapped(self.elbow),
            arms: swapped(self.arms),
            legs: swapped(self.legs),
            ..*self
        }
    }

    /// Its angles in the order of the skeleton.
    pub(in super::super) fn angles(&self) -> Angles {
        let mut angles = [0.0; 30];
        let trunk = [self.lumbar, self.thorax, self.neck];
        let spine = self.pelvis.into_iter().chain(trunk.into_iter().flatten().map(i16::from));
        let legs = self.hip.into_iter().flatten().chain(self.knee).chain(self.ankle);
        let arms = self.shoulder.into_iter().flatten().chain(self.elbow);
        for (angle, said) in angles.iter_mut().zip(spine.chain(legs).chain(arms)) {
            *angle = f32::from(said);
        }
        angles
    }
}

/// The motion of `exercise`; one that has no poses of its own stands.
pub(super) fn motion_of(exercise: ExerciseId) -> Motion {
    use Order::{Hold, Sides, Still, Swap, Sweep, There, Wave};
    let (order, keys): (Order, &'static [Key]) = match exercise {
        id::SUPERMAN => (There, &lying::SUPERMAN),
        id::COBRA => (There, &lying::COBRA),
        id::REVERSE_SNOW_ANGEL => (Sweep, &lying::REVERSE_SNOW_ANGEL),
        id::GLUTE_BRIDGE => (There, &lying::GLUTE_BRIDGE),
        id::SINGLE_LEG_BRIDGE => (There, &lying::SINGLE_LEG_BRIDGE),
        id::HIP_THRUST => (There, &lying::HIP_THRUST),
        id::PELVIC_TILT => (There, &lying::PELVIC_TILT),
        id::CRUNCH => (There, &lying::CRUNCH),
        id::CURL_UP => (There, &lying::CURL_UP),
        id::LEG_RAISE => (There, &lying::LEG_RAISE),
        id::DEAD_BUG => (Sides, &lying::DEAD_BUG),
        id::HOLLOW_HOLD => (Hold(2), &lying::HOLLOW_HOLD),
        id::BICYCLE_CRUNCH => (Swap, &lying::BICYCLE_CRUNCH),
        id::RUSSIAN_TWIST => (Sides, &lying::RUSSIAN_TWIST),
        id::SHOULDER_TAP => (Sides, &kneeling::SHOULDER_TAP),
        id::MOUNTAIN_CLIMBER => (Swap, &kneeling::MOUNTAIN_CLIMBER),
        id::PLANK => (Hold(2), &kneeling::PLANK),
        id::SIDE_PLANK => (Hold(2), &kneeling::SIDE_PLANK),
        id::BIRD_DOG => (Sides, &kneeling::BIRD_DOG),
        id::CAT_COW => (Wave, &kneeling::CAT_COW),
        id::CHILDS_POSE => (Hold(3), &kneeling::CHILDS_POSE),
        id::DONKEY_KICK => (There, &kneeling::DONKEY_KICK),
        id::FIRE_HYDRANT => (There, &kneeling::FIRE_HYDRANT),
        id::BEAR_HOLD => (Hold(1), &kneeling::BEAR_HOLD),
        id::DEADLIFT => (There, &standing::DEADLIFT),
        id::GOOD_MORNING => (There, &standing::GOOD_MORNING),
        id::KETTLEBELL_SWING => (There, &standing::KETTLEBELL_SWING),
        id::SINGLE_LEG_DEADLIFT => (There, &standing::SINGLE_LEG_DEADLIFT),
        id::WALL_PLANK => (Still, &standing::WALL_PLANK),
        id::WALL_SIDE_PLANK => (Still, &standing::WALL_SIDE_PLANK),
        id::SUITCASE_CARRY => (There, &standing::SUITCASE_CARRY),
        id::SIDE_BEND => (There, &standing::SIDE_BEND),
        id::SIDE_STRETCH => (Hold(2), &standing::SIDE_STRETCH),
        id::STANDING_SIDE_CRUNCH => (There, &standing::STANDING_SIDE_CRUNCH),
        id::STANDING_CROSS_CRUNCH => (Sides, &standing::STANDING_CROSS_CRUNCH),
        id::LATERAL_BAND_WALK => (Sides, &standing::LATERAL_BAND_WALK),
        id::PALLOF_PRESS => (There, &standing::PALLOF_PRESS),
        id::STANDING_ROTATION => (Sides, &standing::STANDING_ROTATION),
        id::WOODCHOP => (There, &standing::WOODCHOP),
        id::REVERSE_CRUNCH => (There, &variations::REVERSE_CRUNCH),
        id::TOE_TAP => (Sides, &variations::TOE_TAP),
        id::PRONE_SWIMMER => (Swap, &variations::PRONE_SWIMMER),
        id::BACK_EXTENSION => (There, &variations::BACK_EXTENSION),
        id::HEEL_TOUCH => (Sides, &variations::HEEL_TOUCH),
        id::WINDSHIELD_WIPER => (Sides, &variations::WINDSHIELD_WIPER),
        id::SUPINE_TWIST => (Hold(3), &variations::SUPINE_TWIST),
        id::SIDE_PLANK_KNEES => (Hold(2), &variations::SIDE_PLANK_KNEES),
        id::SIDE_PLANK_DIP => (There, &variations::SIDE_PLANK_DIP),
        id::SIDE_PLANK_ROTATION => (There, &variations::SIDE_PLANK_ROTATION),
        id::SIDE_LYING_LEG_RAISE => (There, &variations::SIDE_LYING_LEG_RAISE),
        id::CLAMSHELL => (There, &variations::CLAMSHELL),
        id::CROSS_BODY_CLIMBER => (Swap, &variations::CROSS_BODY_CLIMBER),
        id::PLANK_ROW => (Sides, &variations::PLANK_ROW),
        id::THREAD_THE_NEEDLE => (Hold(2), &variations::THREAD_THE_NEEDLE),
        // Whatever is added to the catalogue first stands, its muscles lit.
        _ => (Still, &standing::STANDING),
    };
    Motion { order, keys }
}
