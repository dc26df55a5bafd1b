//! The exercises themselves, as data, and the chains that join them.
#![allow(
    clippy::wildcard_imports,
    reason = "an entry is written in the words that this module imports for all five files"
)]

mod back;
mod front;
mod mobility;
mod rotation;
mod side;

use super::Metric::{Hold, Reps, Time};
use super::Position::{Prone, Quadruped, Seated, SideLying, Standing, Supine};
use super::Region::{Back, Front, Mobility, Rotation, Side};
use super::Sides::{Alternating, Both, Each};
use super::{Breath, Chain, Compass, Concern, Doses, Exercise, Flag, Kit, Muscle, Phase, id};

const fn inhale(seconds: u8) -> Phase {
    Phase { seconds, breath: Breath::Inhale }
}

const fn exhale(seconds: u8) -> Phase {
    Phase { seconds, breath: Breath::Exhale }
}

const fn breathe(seconds: u8) -> Phase {
    Phase { seconds, breath: Breath::Breathe }
}

const fn hide(concern: Concern) -> Flag {
    Flag { concern, hide: true }
}

const fn caution(concern: Concern) -> Flag {
    Flag { concern, hide: false }
}

/// Every exercise; the constants of [`id`] are places in this list.
pub(super) static ENTRIES: [&Exercise; 54] = [
    &front::CRUNCH,
    &front::CURL_UP,
    &front::PLANK,
    &front::DEAD_BUG,
    &front::HOLLOW_HOLD,
    &front::LEG_RAISE,
    &front::REVERSE_CRUNCH,
    &front::MOUNTAIN_CLIMBER,
    &front::PELVIC_TILT,
    &front::TOE_TAP,
    &front::BEAR_HOLD,
    &front::WALL_PLANK,
    &back::SUPERMAN,
    &back::DEADLIFT,
    &back::GLUTE_BRIDGE,
    &back::SINGLE_LEG_BRIDGE,
    &back::GOOD_MORNING,
    &back::REVERSE_SNOW_ANGEL,
    &back::PRONE_SWIMMER,
    &back::BACK_EXTENSION,
    &back::HIP_THRUST,
    &back::DONKEY_KICK,
    &back::SINGLE_LEG_DEADLIFT,
    &back::KETTLEBELL_SWING,
    &side::SIDE_PLANK,
    &side::SIDE_PLANK_KNEES,
    &side::SIDE_PLANK_DIP,
    &side::WALL_SIDE_PLANK,
    &side::CLAMSHELL,
    &side::FIRE_HYDRANT,
    &side::SIDE_LYING_LEG_RAISE,
    &side::SUITCASE_CARRY,
    &side::SIDE_BEND,
    &side::STANDING_SIDE_CRUNCH,
    &side::HEEL_TOUCH,
    &side::LATERAL_BAND_WALK,
    &rotation::BIRD_DOG,
    &rotation::SHOULDER_TAP,
    &rotation::RUSSIAN_TWIST,
    &rotation::BICYCLE_CRUNCH,
    &rotation::PALLOF_PRESS,
    &rotation::WOODCHOP,
    &rotation::WINDSHIELD_WIPER,
    &rotation::SIDE_PLANK_ROTATION,
    &rotation::CROSS_BODY_CLIMBER,
    &rotation::STANDING_ROTATION,
    &rotation::PLANK_ROW,
    &rotation::STANDING_CROSS_CRUNCH,
    &mobility::CAT_COW,
    &mobility::CHILDS_POSE,
    &mobility::COBRA,
    &mobility::THREAD_THE_NEEDLE,
    &mobility::SUPINE_TWIST,
    &mobility::SIDE_STRETCH,
];

/// Every chain, from the easiest exercise to the hardest: content 1.6.
pub const CHAINS: &[Chain] = &[
    Chain {
        slug: "curl",
        links: &[
            id::PELVIC_TILT,
            id::CURL_UP,
            id::CRUNCH,
            id::REVERSE_CRUNCH,
            id::LEG_RAISE,
            id::HOLLOW_HOLD,
        ],
    },
    Chain { slug: "dead-bug", links: &[id::PELVIC_TILT, id::TOE_TAP, id::DEAD_BUG, id::HOLLOW_HOLD] },
    Chain {
        slug: "plank",
        links: &[id::WALL_PLANK, id::BEAR_HOLD, id::PLANK, id::SHOULDER_TAP, id::PLANK_ROW],
    },
    Chain { slug: "climber", links: &[id::BEAR_HOLD, id::MOUNTAIN_CLIMBER, id::CROSS_BODY_CLIMBER] },
    Chain {
        slug: "bridge",
        links: &[id::PELVIC_TILT, id::GLUTE_BRIDGE, id::SINGLE_LEG_BRIDGE, id::HIP_THRUST],
    },
    Chain {
        slug: "hinge",
        links: &[id::GOOD_MORNING, id::DEADLIFT, id::SINGLE_LEG_DEADLIFT, id::KETTLEBELL_SWING],
    },
    Chain {
        slug: "back-extension",
        links: &[id::COBRA, id::BACK_EXTENSION, id::REVERSE_SNOW_ANGEL, id::PRONE_SWIMMER, id::SUPERMAN],
    },
    Chain { slug: "all-fours", links: &[id::CAT_COW, id::DONKEY_KICK, id::BIRD_DOG, id::BACK_EXTENSION] },
    Chain {
        slug: "side-plank",
        links: &[
            id::WALL_SIDE_PLANK,
            id::SIDE_PLANK_KNEES,
            id::SIDE_PLANK,
            id::SIDE_PLANK_DIP,
            id::SIDE_PLANK_ROTATION,
        ],
    },
    Chain {
        slug: "side-hip",
        links: &[id::CLAMSHELL, id::FIRE_HYDRANT, id::SIDE_LYING_LEG_RAISE, id::LATERAL_BAND_WALK],
    },
    Chain {
        slug: "standing-side",
        links: &[id::SIDE_STRETCH, id::STANDING_SIDE_CRUNCH, id::SIDE_BEND, id::SUITCASE_CARRY],
    },
    Chain {
        slug: "floor-twist",
        links: &[id::SUPINE_TWIST, id::HEEL_TOUCH, id::BICYCLE_CRUNCH, id::RUSSIAN_TWIST],
    },
    Chain { slug: "wiper", links: &[id::SUPINE_TWIST, id::WINDSHIELD_WIPER, id::RUSSIAN_TWIST] },
    Chain {
        slug: "standing-twist",
        links: &[id::STANDING_ROTATION, id::STANDING_CROSS_CRUNCH, id::PALLOF_PRESS, id::WOODCHOP],
    },
    Chain { slug: "rest-and-rotate", links: &[id::CHILDS_POSE, id::THREAD_THE_NEEDLE] },
];
