//! Longer or shorter rests than a routine asks for, as a person wants them in every session.
//!
//! Decides: what becomes of each rest. Where a routine has none it stays without: nobody is made to wait in what was
//! meant to flow. Changes of side and the get-ready are no rests. Deliberately does not change the routine that is kept,
//! shared or done again: what comes out is only laid out in time.

use super::{Block, Routine};

/// How long the rests are, beside what the routine says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rests {
    /// Half as long.
    Half,
    /// As the routine says.
    #[default]
    Own,
    /// Half as long again.
    Longer,
    /// Twice as long.
    Double,
}

impl Rests {
    /// All of them, from short to long.
    pub const ALL: [Self; 4] = [Self::Half, Self::Own, Self::Longer, Self::Double];

    /// The key of its words, and how it is stored: a length in percent of what the routine says.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Half => "50",
            Self::Own => "100",
            Self::Longer => "150",
            Self::Double => "200",
        }
    }

    /// The one with this key.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rests| rests.slug() == slug)
    }

    /// So many seconds of rest, begun ones counted whole.
    pub(crate) const fn of(self, seconds: u16) -> u16 {
        let halves = match self {
            Self::Half => 1,
            Self::Own => 2,
            Self::Longer => 3,
            Self::Double => 4,
        };
        seconds.saturating_mul(halves).div_ceil(2)
    }
}

impl Routine {
    /// This routine with its rests as long as the person wants them.
    #[must_use]
    pub fn with_rests(&self, rests: Rests) -> Self {
        let mut routine = self.clone();
        if rests == Rests::Own {
            return routine;
        }
        let change = |rest: &mut Option<u16>| *rest = rest.map(|seconds| rests.of(seconds));
        change(&mut routine.rest);
        for block in &mut routine.blocks {
            if let Block::Group(group) = block {
                change(&mut group.rest);
            }
            block.steps_mut().iter_mut().for_each(|step| change(&mut step.rest));
        }
        routine
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::notation;

    fn with_rests(text: &str, rests: Rests) -> u64 {
        notation::read(text).routine.with_rests(rests).stated_length().whole_seconds()
    }

    #[test]
    fn every_rest_grows_or_shrinks_and_nothing_else_does() {
        let routine = notation::read("1/A/g10/r15/plank.30s/superman.20s.r4/crunch.20s").routine;
        let all = Rests::ALL.map(|rests| routine.with_rests(rests).stated_length().whole_seconds());
        assert_eq!(all, [80 + 8 + 2, 80 + 15 + 4, 80 + 23 + 6, 80 + 30 + 8]);
        let rounds = "1/A/2x.r20/crunch.20s/plank.20s.r10/end";
        assert_eq!(with_rests(rounds, Rests::Double) - with_rests(rounds, Rests::Own), 20);
        assert_eq!(routine.with_rests(Rests::Own), routine);
    }

    #[test]
    fn a_routine_without_rests_stays_without() {
        assert_eq!(with_rests("1/A/plank.30s/crunch.30s", Rests::Double), 60);
    }

    #[test]
    fn each_has_a_key_of_its_own() {
        for rests in Rests::ALL {
            assert_eq!(Rests::from_slug(rests.slug()), Some(rests));
        }
        assert_eq!(Rests::from_slug("120"), None);
    }
}
