//! A move of the author's own.
//!
//! Decides: what is known of one. Deliberately does not know what it looks like: it borrows the figure of an exercise, if its author
//! says so, and nothing else of it.

use super::Move;
use crate::catalogue::{ExerciseId, Region};

/// A move of the author's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnMove {
    /// What it is called. At most 60 characters, no control or direction characters; never empty in a routine that was read.
    pub name: String,
    /// Where it counts towards the balance, as an ordinary move of that region; without one it counts as time.
    pub region: Option<Region>,
    /// Whether each set is done on one side and then on the other.
    pub each_side: bool,
    /// The exercise whose figure shows it.
    pub figure: Option<ExerciseId>,
}

impl OwnMove {
    /// How hard a move of one's own is taken to be, where it counts at all: moderate (content 1.3).
    pub const INTENSITY: u8 = 2;

    /// How hard it is, before a load is considered; 0 where it does not count.
    pub(super) fn rated(&self) -> u8 {
        let counts = self.region.is_some_and(|region| region != Region::Mobility);
        if counts { Self::INTENSITY } else { 0 }
    }
}

impl Move {
    /// A move of the author's own of which nothing but the name is known.
    pub fn own(name: impl Into<String>) -> Self {
        OwnMove { name: name.into(), ..OwnMove::default() }.into()
    }
}

impl From<OwnMove> for Move {
    fn from(own: OwnMove) -> Self {
        Self::Custom(Box::new(own))
    }
}
