//! Which exercises somebody looks through, besides by words.
//!
//! Decides: that all of what is asked for is asked for at once, of regions and of positions one at most. Deliberately does not
//! know who asks: what suits a body is [`crate::body`]'s.

use super::{Exercise, Kit, Position, Region};

/// One thing that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Of this region.
    Region(Region),
    /// With nothing but a floor.
    NoKit,
    /// In this position.
    Position(Position),
}

/// What is asked for. Nothing asked for is everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    region: Option<Region>,
    position: Option<Position>,
    no_kit: bool,
}

impl Sieve {
    /// Whether this is asked for.
    pub fn asks_for(&self, filter: Filter) -> bool {
        match filter {
            Filter::Region(region) => self.region == Some(region),
            Filter::NoKit => self.no_kit,
            Filter::Position(position) => self.position == Some(position),
        }
    }

    /// With this asked for, in the place of its like; or no more, where it was.
    #[must_use]
    pub fn toggled(self, filter: Filter) -> Self {
        let is_new = !self.asks_for(filter);
        match filter {
            Filter::Region(region) => Self { region: is_new.then_some(region), ..self },
            Filter::NoKit => Self { no_kit: is_new, ..self },
            Filter::Position(position) => Self { position: is_new.then_some(position), ..self },
        }
    }

    /// Whether an exercise is all of what is asked for.
    pub fn lets_through(&self, exercise: &Exercise) -> bool {
        self.region.is_none_or(|region| exercise.region == region)
            && self.position.is_none_or(|position| exercise.position == position)
            && (!self.no_kit || matches!(exercise.kit, Kit::None | Kit::Optional))
    }
}
