//! The exercises by name: a frozen slug each, and a constant for the rules that mean a particular one.

/// One exercise of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExerciseId(u8);

impl ExerciseId {
    /// Every exercise, in the order of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..SLUGS.len() as u8).map(Self)
    }

    /// The exercise with this slug, in upper or lower case.
    pub fn from_slug(slug: &str) -> Option<Self> {
        SLUGS.iter().position(|known| known.eq_ignore_ascii_case(slug)).map(|at| Self(at as u8))
    }

    /// Its frozen name in links, files and addresses.
    pub fn slug(self) -> &'static str {
        // Not the entry's own: an address is read before anything else of the catalogue is here.
        SLUGS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Where its entry stands, from 0. Only this file makes an id, and its constants number the entries (a test compares them).
    pub(crate) fn place(self) -> usize {
        usize::from(self.0)
    }
}

impl core::fmt::Debug for ExerciseId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.slug())
    }
}

/// A constant for each exercise, and the list of their slugs, which a test compares with the entries.
macro_rules! named {
    ($($number:literal $name:ident $slug:literal)+) => {
        $(
            #[doc = concat!("`", $slug, "`")]
            pub const $name: ExerciseId = ExerciseId($number);
        )+

        /// Every slug, in the order of the catalogue.
        const SLUGS: &[&str] = &[$($slug),+];

        #[cfg(test)]
        pub(super) const NAMED: &[(ExerciseId, &str)] = &[$(($name, $slug)),+];
    };
}

named! {
    0 CRUNCH "crunch"
    1 CURL_UP "curl-up"
    2 PLANK "plank"
    3 DEAD_BUG "dead-bug"
    4 HOLLOW_HOLD "hollow-hold"
    5 LEG_RAISE "leg-raise"
    6 REVERSE_CRUNCH "reverse-crunch"
    7 MOUNTAIN_CLIMBER "mountain-climber"
    8 PELVIC_TILT "pelvic-tilt"
    9 TOE_TAP "toe-tap"
    10 BEAR_HOLD "bear-hold"
    11 WALL_PLANK "wall-plank"
    12 SUPERMAN "superman"
    13 DEADLIFT "deadlift"
    14 GLUTE_BRIDGE "glute-bridge"
    15 SINGLE_LEG_BRIDGE "single-leg-bridge"
    16 GOOD_MORNING "good-morning"
    17 REVERSE_SNOW_ANGEL "reverse-snow-angel"
    18 PRONE_SWIMMER "prone-swimmer"
    19 BACK_EXTENSION "back-extension"
    20 HIP_THRUST "hip-thrust"
    21 DONKEY_KICK "donkey-kick"
    22 SINGLE_LEG_DEADLIFT "single-leg-deadlift"
    23 KETTLEBELL_SWING "kettlebell-swing"
    24 SIDE_PLANK "side-plank"
    25 SIDE_PLANK_KNEES "side-plank-knees"
    26 SIDE_PLANK_DIP "side-plank-dip"
    27 WALL_SIDE_PLANK "wall-side-plank"
    28 CLAMSHELL "clamshell"
    29 FIRE_HYDRANT "fire-hydrant"
    30 SIDE_LYING_LEG_RAISE "side-lying-leg-raise"
    31 SUITCASE_CARRY "suitcase-carry"
    32 SIDE_BEND "side-bend"
    33 STANDING_SIDE_CRUNCH "standing-side-crunch"
    34 HEEL_TOUCH "heel-touch"
    35 LATERAL_BAND_WALK "lateral-band-walk"
    36 BIRD_DOG "bird-dog"
    37 SHOULDER_TAP "shoulder-tap"
    38 RUSSIAN_TWIST "russian-twist"
    39 BICYCLE_CRUNCH "bicycle-crunch"
    40 PALLOF_PRESS "pallof-press"
    41 WOODCHOP "woodchop"
    42 WINDSHIELD_WIPER "windshield-wiper"
    43 SIDE_PLANK_ROTATION "side-plank-rotation"
    44 CROSS_BODY_CLIMBER "cross-body-climber"
    45 STANDING_ROTATION "standing-rotation"
    46 PLANK_ROW "plank-row"
    47 STANDING_CROSS_CRUNCH "standing-cross-crunch"
    48 CAT_COW "cat-cow"
    49 CHILDS_POSE "childs-pose"
    50 COBRA "cobra"
    51 THREAD_THE_NEEDLE "thread-the-needle"
    52 SUPINE_TWIST "supine-twist"
    53 SIDE_STRETCH "side-stretch"
}
