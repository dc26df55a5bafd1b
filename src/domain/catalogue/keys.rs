//! The keys by which words, filters and stored settings name the kinds of the catalogue.
//!
//! They are promises like the slugs of the exercises: settings and archives hold them.

use super::{Breath, Concern, Kit, Metric, Position, Region, Side, Sides};

/// One table a kind: its members in order, each with its key.
macro_rules! keyed {
    ($($kind:ident { $($member:ident $key:literal),+ $(,)? })+) => {$(
        impl $kind {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// Its key, which is also the key of its words.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$member => $key),+ }
            }

            /// The one with this key.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.slug() == slug)
            }
        }
    )+};
}

keyed! {
    Region { Front "front", Back "back", Side "side", Rotation "rotation", Mobility "mobility" }
    Position {
        Standing "standing", Quadruped "quadruped", Prone "prone",
        Supine "supine", SideLying "side-lying", Seated "seated",
    }
    Sides { Both "both", Alternating "alternating", Each "each" }
    Side { Left "left", Right "right" }
    Kit { None "none", Optional "optional", Wall "wall", Needed "needed" }
    Metric { Reps "reps", Hold "hold", Time "time" }
    Breath { Inhale "inhale", Exhale "exhale", Breathe "breathe" }
    Concern {
        FlexionIntolerant "flexion-intolerant", ExtensionIntolerant "extension-intolerant",
        Disc "disc", Osteoporosis "osteoporosis",
        LatePregnancy "late-pregnancy", AbdominalPressure "abdominal-pressure", Hypertension "hypertension",
        Wrist "wrist-pain", Knee "knee-pain", Shoulder "shoulder-pain", Neck "neck-pain", Hip "hip-pain",
        Balance "balance",
    }
}
