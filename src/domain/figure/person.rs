//! Who is drawn: how the body is built, how the hair is worn, what is worn.
//!
//! Decides: which there are, and how a build differs from the measures that the flesh is written in. Deliberately does not
//! know colours: those are the style sheet's.

use super::place;
use crate::catalogue::ExerciseId;

/// How a body is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Build {
    /// As the measures of the figure say.
    #[default]
    Slender,
    /// Broader in the shoulders, the waist and the limbs, narrower in the hips.
    Broad,
}

/// How the hair is worn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hair {
    /// Up, in a knot.
    #[default]
    Knot,
    /// Cut short.
    Short,
    /// Curls all round.
    Curls,
    /// In a tail.
    Tail,
    /// Under a scarf.
    Scarf,
    /// None.
    Shaved,
}

/// What is worn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wear {
    /// A shirt with short sleeves, and shorts.
    #[default]
    Shorts,
    /// A shirt without sleeves, and leggings.
    Leggings,
    /// Long sleeves, and trousers.
    Long,
}

/// Who is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Person {
    /// How the body is built.
    pub build: Build,
    /// How the hair is worn.
    pub hair: Hair,
    /// What is worn.
    pub wear: Wear,
}

impl Person {
    /// Another number for each person, each a letter or a sign of ASCII.
    pub const fn number(self) -> u8 {
        b'0' + self.build as u8 * 18 + self.hair as u8 * 3 + self.wear as u8
    }

    /// Who does `exercise` where nobody was chosen: all of them take part, and each keeps to their moves.
    pub fn for_move(exercise: ExerciseId) -> Self {
        let at = exercise.place();
        Self {
            build: Build::ALL[at % Build::ALL.len()],
            hair: Hair::ALL[(at / 2 + 1) % Hair::ALL.len()],
            wear: Wear::ALL[(at + at / 12) % Wear::ALL.len()],
        }
    }

    /// The numbers of the skin, the hair and the clothes of whoever does `exercise`, each 0 … 5.
    pub fn colours_for_move(exercise: ExerciseId) -> [u8; 3] {
        let at = exercise.place();
        [at * 5 % 6, (at * 5 + at / 6) % 6, (at + at / 6) % 6].map(|number| number as u8)
    }
}

impl Build {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Slender, Self::Broad];

    /// The key of its words, and how it is stored.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Slender => "slender",
            Self::Broad => "broad",
        }
    }

    /// How far the joints of shoulders and hips are from the middle, in percent of what content 6.1 says.
    pub(super) const fn widths(self) -> (f32, f32) {
        match self {
            Self::Slender => (1.0, 1.0),
            Self::Broad => (1.09, 0.95),
        }
    }

    /// How much further from the middle, and how much thicker, a ball on a place of the body is.
    pub(super) const fn girth(self, bone: usize) -> (f32, f32) {
        if matches!(self, Self::Slender) {
            return (1.0, 1.0);
        }
        match bone {
            place::PELVIS => (0.96, 1.01),
            place::WAIST => (1.1, 1.1),
            place::RIBS => (1.08, 1.07),
            place::CHEST => (1.1, 1.06),
            place::NECK => (1.05, 1.16),
            place::HEAD => (1.0, 1.02),
            place::HAND => (1.0, 1.1),
            place::THIGH => (1.0, 1.03),
            place::SHANK => (1.0, 1.05),
            place::FOOT | place::TOES => (1.0, 1.06),
            _ => (1.0, 1.15),
        }
    }
}

impl Hair {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Knot, Self::Short, Self::Curls, Self::Tail, Self::Scarf, Self::Shaved];

    /// The key of its words, and how it is stored.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Knot => "knot",
            Self::Short => "short",
            Self::Curls => "curls",
            Self::Tail => "tail",
            Self::Scarf => "scarf",
            Self::Shaved => "shaved",
        }
    }
}

impl Wear {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Shorts, Self::Leggings, Self::Long];

    /// The key of its words, and how it is stored.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Shorts => "shorts",
            Self::Leggings => "leggings",
            Self::Long => "long",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_shows_every_skin_hair_and_cloth() {
        for part in 0..3 {
            let mut shown: Vec<_> = ExerciseId::all().map(|id| Person::colours_for_move(id)[part]).collect();
            shown.sort_unstable();
            shown.dedup();
            assert_eq!(shown, [0, 1, 2, 3, 4, 5], "part {part}");
        }
    }
}
