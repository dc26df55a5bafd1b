//! What can be told of a built-in routine without reading it.
//!
//! Decides: what the start page shows of routines, and no more than that: so its first visit needs nothing of the program
//! that reads, times and reckons them. Every number is written down here and held to the routine's text by a test.

use super::{Dial, Verdict};
use crate::catalogue::{ExerciseId, id};
use crate::routine::Rests;
use crate::time::Millis;

/// A built-in routine at a glance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glance {
    /// Its frozen name in addresses.
    pub slug: &'static str,
    /// How many moves it has.
    pub moves: u8,
    /// How long it takes in seconds, as screens state it, with each of [`Rests::ALL`].
    pub seconds: [u16; 4],
    /// Its work in whole percent: front, right, back, left, and the twist beside them.
    pub shares: [u8; 5],
    /// Where its work leans.
    pub verdict: Verdict,
    /// The move whose picture stands for it: the one that works the back most.
    pub portrait: ExerciseId,
}

impl Glance {
    /// Of the built-in routine with this slug; only those that the start page may show have one.
    pub fn of(slug: &str) -> Option<&'static Self> {
        GLANCES.iter().find(|glance| glance.slug == slug)
    }

    /// How long it takes with such rests.
    pub fn length(&self, rests: Rests) -> Millis {
        let [half, own, longer, double] = self.seconds;
        Millis::seconds(u32::from(match rests {
            Rests::Half => half,
            Rests::Own => own,
            Rests::Longer => longer,
            Rests::Double => double,
        }))
    }

    /// Its dial, exact to half a percent.
    pub fn dial(&self) -> Dial {
        let [front, right, back, left, twist] = self.shares.map(|percent| f64::from(percent) / 100.0);
        Dial { front, right, back, left, twist }
    }
}

/// The routines that the start page may show.
const GLANCES: [Glance; 5] = [
    Glance {
        slug: "the-five",
        moves: 5,
        seconds: [440, 500, 560, 620],
        shares: [5, 7, 80, 7, 12],
        verdict: Verdict::MostlyBack,
        portrait: id::SUPERMAN,
    },
    Glance {
        slug: "the-four",
        moves: 4,
        seconds: [434, 504, 574, 644],
        shares: [75, 11, 3, 11, 21],
        verdict: Verdict::MostlyFront,
        portrait: id::SHOULDER_TAP,
    },
    Glance {
        slug: "eight-minute",
        moves: 12,
        seconds: [425, 480, 535, 590],
        shares: [34, 14, 38, 14, 15],
        verdict: Verdict::Balanced,
        portrait: id::SUPERMAN,
    },
    Glance {
        slug: "desk-reset",
        moves: 7,
        seconds: [170, 180, 196, 206],
        shares: [26, 20, 35, 20, 12],
        verdict: Verdict::Balanced,
        portrait: id::GOOD_MORNING,
    },
    Glance {
        slug: "first-steps",
        moves: 9,
        seconds: [413, 493, 573, 653],
        shares: [40, 14, 32, 14, 14],
        verdict: Verdict::Balanced,
        portrait: id::GLUTE_BRIDGE,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::balance::Work;
    use crate::routine::{Preset, Step};

    /// What a glance at the routine with this slug should be.
    fn reckoned(slug: &'static str) -> Glance {
        let routine = Preset::find(slug).unwrap().routine();
        let work = Work::of_routine(&routine);
        let dial = work.dial().unwrap();
        let back = |id: &ExerciseId| (id.get().compass.back * f64::from(id.get().intensity) * 1000.0) as u32;
        Glance {
            slug,
            moves: routine.steps().filter(|step| step.is_known()).count() as u8,
            seconds: Rests::ALL.map(|rests| routine.with_rests(rests).stated_length().whole_seconds() as u16),
            shares: [dial.front, dial.right, dial.back, dial.left, dial.twist].map(Dial::percent),
            verdict: work.verdict(),
            portrait: routine.steps().filter_map(Step::exercise).max_by_key(back).unwrap(),
        }
    }

    #[test]
    fn a_glance_tells_what_reading_the_routine_would() {
        assert_eq!(GLANCES, GLANCES.map(|glance| reckoned(glance.slug)));
    }

    #[test]
    fn the_dial_of_a_glance_shows_the_same_percentages() {
        for glance in &GLANCES {
            let dial = glance.dial();
            let shown = [dial.front, dial.right, dial.back, dial.left, dial.twist].map(Dial::percent);
            assert_eq!(shown, glance.shares, "{}", glance.slug);
        }
    }

    #[test]
    fn a_glance_is_found_by_its_slug_and_grows_with_the_rests() {
        let five = Glance::of("the-five").unwrap();
        assert_eq!((five.slug, five.moves), ("the-five", 5));
        // Four rests of 30 s: 15, 30, 45 or 60 s each.
        assert_eq!(Rests::ALL.map(|rests| five.length(rests).whole_seconds()), [440, 500, 560, 620]);
        assert_eq!(Glance::of("evening-mobility"), None, "the start page does not show it");
    }
}
