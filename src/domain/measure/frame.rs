//! How the time is divided: rounds of slots of equal length, and a rest after each but the last.
//!
//! Decides: how long one works and rests at which level, and where the seconds go that do not divide: into single slots, a
//! second each, and into the get-ready. Deliberately does not know what is done in a slot.

use super::Wish;
use crate::routine::Rests;

/// The shortest get-ready, in seconds.
const READY: u16 = 10;
/// About how long a round lasts, in minutes.
const ROUND: u16 = 10;

/// Time, divided. All of it is `ready + rounds · (slots · (work + pause) + longer) − pause` seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// How often all of it is done.
    pub(super) rounds: u8,
    /// How many slots a round has.
    pub(super) slots: usize,
    /// Seconds of work in a slot.
    pub(super) work: u16,
    /// Seconds of rest after it, as they are written.
    pub(super) rest: u16,
    /// As long as that rest lasts for whoever wants rests to be longer or shorter.
    pub(super) pause: u16,
    /// How many slots of a round have a second more.
    pub(super) longer: usize,
    /// Seconds to get ready.
    pub(super) ready: u16,
}

/// Seconds of work and rest: the harder, the longer.
const fn pace(level: u8) -> (u16, u16) {
    match level {
        0 | 1 => (30, 15),
        2 => (35, 10),
        3 => (40, 10),
        _ => (45, 10),
    }
}

impl Frame {
    /// So many `minutes` with `rests`; of `pairs` of slots only, where every move has two sides.
    pub(super) fn of(minutes: u16, level: u8, rests: Rests, pairs: bool) -> Self {
        let minutes = minutes.clamp(*Wish::MINUTES.start(), *Wish::MINUTES.end());
        let (work, rest) = pace(level);
        let pause = rests.of(rest);
        let rounds = ((minutes + ROUND / 2) / ROUND).max(1);
        // With a rest after the last slot too, all slots are alike.
        let time = minutes * 60 - READY + pause;
        let around = |length: u16| (time + rounds * length / 2) / (rounds * length);
        let slots = if pairs { 2 * around(2 * (work + pause)).max(1) } else { around(work + pause) };
        let each = time / (rounds * slots);
        let left = time % (rounds * slots);
        Self {
            rounds: rounds as u8,
            slots: usize::from(slots),
            work: each - pause,
            rest,
            pause,
            longer: usize::from(left / rounds),
            ready: READY + left % rounds,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_second_is_somewhere_and_a_slot_is_about_as_long_as_its_level_says() {
        let rests = Rests::ALL.into_iter().flat_map(|rests| [(rests, false), (rests, true)]);
        for (rests, pairs) in rests {
            // Long slots divide a few minutes worse.
            let near = if rests == Rests::Own { 10 } else { 30 };
            for (minutes, level) in
                Wish::MINUTES.flat_map(|minutes| Wish::LEVELS.map(move |level| (minutes, level)))
            {
                let frame = Frame::of(minutes, level, rests, pairs);
                let Frame { rounds, slots, work, pause, longer, ready, .. } = frame;
                let round = slots * usize::from(work + pause) + longer;
                let all = usize::from(ready) + usize::from(rounds) * round - usize::from(pause);
                assert_eq!(all, usize::from(minutes) * 60, "{frame:?}");
                assert!(longer < slots && ready < READY + u16::from(rounds), "{frame:?}");
                assert!(pace(level).0.abs_diff(work) <= near, "{minutes} min, level {level}: {frame:?}");
                assert!(!pairs || slots % 2 == 0);
            }
        }
    }
}
