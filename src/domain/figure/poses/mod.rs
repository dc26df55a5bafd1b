//! The key poses, as numbers: what content 6.2 calls key frames, corrected where the fleshed body showed them wrong.
//!
//! Decides: which poses an exercise goes through, what bears weight in each, in which order they come, what goes wrong with
//! them, and from where all that is seen best. The numbers stand in text files beside this one, which `docs/poses.md` explains;
//! [`read`] reads them. Deliberately does not know how poses are joined ([`super::motion`]).

mod read;

use std::cell::OnceCell;
use std::rc::Rc;

pub use read::{Problem, read};

use super::camera::Camera;
use super::props::Prop;
use super::skeleton::Angles;
use crate::catalogue::ExerciseId;

/// The names of the files, in the order in which they are read: a pose is like one that was read before it.
pub const FILES: [&str; 5] = ["standing", "prone", "supine", "hands", "side"];
/// What they hold, in the same order.
const TEXTS: [&str; 5] = [
    include_str!("standing.txt"),
    include_str!("prone.txt"),
    include_str!("supine.txt"),
    include_str!("hands.txt"),
    include_str!("side.txt"),
];

thread_local! {
    static BUILT_IN: OnceCell<Rc<Poses>> = const { OnceCell::new() };
}

/// What carries the trunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trunk {
    /// It lies on the floor with both ends, hips and chest: its pitch is fitted.
    Floor,
    /// The hips: they stay where they are.
    Hips,
    /// The upper back: it stays where it is.
    Shoulders,
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
    Lie,
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
    Clasped,
    /// The hands are clasped close to the chest.
    Chest,
    /// The hands are together far in front of the chest, arms long.
    Pressed,
    /// The hands are together wherever the arms reach.
    Together,
    /// The hand is planted on a weight that it holds.
    Grip,
    /// The hand is under the small of the back.
    Small,
}

/// One key pose. Angles in degrees as in content 6.1, pairs are left and right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// Pitch, roll, yaw.
    pub(in super::super) pelvis: [i16; 3],
    /// Flexion, side-bend, twist of the lumbar spine against the pelvis,
    pub(in super::super) lumbar: [i16; 3],
    /// of the thorax against that,
    pub(in super::super) thorax: [i16; 3],
    /// and of the head against that.
    pub(in super::super) neck: [i16; 3],
    /// Flexion, abduction, outward rotation.
    pub(in super::super) hip: [[i16; 3]; 2],
    pub(in super::super) knee: [i16; 2],
    /// Toes up.
    pub(in super::super) ankle: [i16; 2],
    /// Flexion, abduction, outward rotation.
    pub(in super::super) shoulder: [[i16; 3]; 2],
    pub(in super::super) elbow: [i16; 2],
    /// How far the shoulders are drawn up to the ears, in centimetres.
    pub(in super::super) shrug: [i16; 2],
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

/// What goes wrong with a key pose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    /// Which of the exercise's mistakes it is, counted from 1 as the words are.
    pub(in super::super) number: u8,
    /// Which key pose it is the wrong form of.
    pub(in super::super) of: usize,
    pub(in super::super) key: Key,
    /// The place of the skeleton where the difference is.
    pub(in super::super) mark: usize,
}

/// The motion of an exercise.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Motion {
    pub(in super::super) order: Order,
    /// The view that shows it best.
    pub(in super::super) view: Camera,
    pub(in super::super) props: Vec<Prop>,
    /// What each key pose is called, for those who write them.
    pub(in super::super) names: Vec<String>,
    pub(in super::super) keys: Vec<Key>,
    pub(in super::super) mistakes: Vec<Mistake>,
}

/// How every exercise moves, read from text.
#[derive(Clone, Debug, PartialEq)]
pub struct Poses {
    /// By exercise; the first is nobody's: what has no poses of its own stands.
    motions: Vec<(Option<ExerciseId>, Motion)>,
}

impl Poses {
    /// Those that come with the product. Read once.
    pub fn built_in() -> Rc<Self> {
        BUILT_IN.with(|kept| Rc::clone(kept.get_or_init(|| Rc::new(read(&TEXTS).0))))
    }

    /// The motion of `exercise`; one that has no poses of its own stands.
    pub(super) fn motion(&self, exercise: Option<ExerciseId>) -> &Motion {
        let own = self.motions.iter().find(|(of, _)| *of == exercise);
        let (_, motion) = own.unwrap_or(&self.motions[0]);
        motion
    }

    /// Whether `exercise` has poses of its own.
    pub fn has(&self, exercise: ExerciseId) -> bool {
        self.motions.iter().any(|(of, _)| *of == Some(exercise))
    }
}

impl Order {
    /// How many key poses it goes through.
    const fn keys(self) -> usize {
        match self {
            Self::Still => 1,
            Self::Sweep => 3,
            _ => 2,
        }
    }
}

impl Motion {
    /// The key pose that says where hands and feet are planted: the one that is held, else the first.
    pub(in super::super) fn anchor(&self) -> usize {
        usize::from(matches!(self.order, Order::Hold(_)))
    }
}

fn mirrored_turn(turn: [i16; 3]) -> [i16; 3] {
    [turn[0], -turn[1], -turn[2]]
}

fn swapped<T: Copy>(pair: [T; 2]) -> [T; 2] {
    [pair[1], pair[0]]
}

/// The same on both sides.
const fn both<T: Copy>(one: T) -> [T; 2] {
    [one, one]
}

impl Key {
    /// Upright, arms at the sides: what the first pose of all is like.
    const UPRIGHT: Self = Self {
        pelvis: [0; 3],
        lumbar: [0; 3],
        thorax: [0; 3],
        neck: [0; 3],
        hip: both([0, 2, 0]),
        knee: both(2),
        ankle: both(-9),
        shoulder: both([2, 9, 0]),
        elbow: both(8),
        shrug: both(0),
        height: 531,
        trunk: Trunk::Feet,
        arms: both(Hold::Free),
        legs: both(Hold::Flat),
        head: false,
        fit: true,
    };

    /// The same pose on the other side.
    pub(in super::super) fn mirrored(&self) -> Self {
        Self {
            pelvis: mirrored_turn(self.pelvis),
            lumbar: mirrored_turn(self.lumbar),
            thorax: mirrored_turn(self.thorax),
            neck: mirrored_turn(self.neck),
            hip: swapped(self.hip),
            knee: swapped(self.knee),
            ankle: swapped(self.ankle),
            shoulder: swapped(self.shoulder),
            elbow: swapped(self.elbow),
            shrug: swapped(self.shrug),
            arms: swapped(self.arms),
            legs: swapped(self.legs),
            ..*self
        }
    }

    /// Its angles in the order of the skeleton.
    pub(in super::super) fn angles(&self) -> Angles {
        let mut angles = [0.0; 32];
        let spine = [self.pelvis, self.lumbar, self.thorax, self.neck].into_iter().flatten();
        let legs = self.hip.into_iter().flatten().chain(self.knee).chain(self.ankle);
        let arms = self.shoulder.into_iter().flatten().chain(self.elbow).chain(self.shrug);
        for (angle, said) in angles.iter_mut().zip(spine.chain(legs).chain(arms)) {
            *angle = f32::from(said);
        }
        angles
    }
}
