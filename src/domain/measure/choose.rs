//! Which moves fill the slots.
//!
//! Decides: what makes one move fit better than another (the share that is aimed at, the level, variety, a spine that is spared,
//! and chance), and that at most half of them are of the hardest. Deliberately does not know their order.

use super::Wish;
use super::frame::Frame;
use crate::balance::Work;
use crate::catalogue::{ExerciseId, Sides};
use crate::chance::Chance;
use crate::routine::{Dose, Move, Step};

/// What it costs to be a whole share away from the aim, a level away from what suits, there already, of a region that is
/// there already, or a class harder on the spine; and the most that chance costs.
const AIM: f64 = 4.0;
const LEVEL: f64 = 0.3;
const AGAIN: f64 = 3.0;
const REGION: f64 = 0.12;
const SPINE: f64 = 0.1;
const CHANCE: f64 = 0.8;
/// Nearer to the middle of the band than this, nothing is exchanged for it.
const NEAR: f64 = 0.06;
/// Rather than that a move comes twice, the share is so much further from the aim.
const TWICE: f64 = 0.01;
/// How often moves are exchanged at most.
const EXCHANGES: usize = 24;

/// How many slots a move takes: each of its sides one.
pub(super) fn slots(exercise: ExerciseId) -> usize {
    if exercise.get().sides == Sides::Each { 2 } else { 1 }
}

/// The moves of a round.
pub(super) struct Chosen<'a> {
    pub(super) moves: Vec<ExerciseId>,
    pool: &'a [ExerciseId],
    frame: &'a Frame,
    aim: f64,
}

impl<'a> Chosen<'a> {
    /// As many moves of `pool`, which has some, as fill a round of `frame`.
    pub(super) fn of(pool: &'a [ExerciseId], frame: &'a Frame, wish: &Wish, chance: &mut Chance) -> Self {
        let mut chosen = Self { moves: Vec::new(), pool, frame, aim: wish.aim.middle() };
        // What chance thinks of each move.
        let luck: Vec<f64> = pool.iter().map(|_| CHANCE * chance.share()).collect();
        let mut left = frame.slots;
        while left > 0 {
            let work = chosen.work();
            // Where every move takes two, there are as many slots as that takes.
            let fits = pool.iter().zip(&luck).filter(|(exercise, _)| slots(**exercise) <= left);
            let costs =
                fits.map(|(exercise, luck)| (chosen.cost(*exercise, work, wish.level()) + luck, *exercise));
            let Some((_, best)) = costs.min_by(|one, other| one.0.total_cmp(&other.0)) else { break };
            left -= slots(best);
            chosen.moves.push(best);
        }
        chosen.spread_the_hardest();
        chosen.come_nearer();
        chosen
    }

    /// What it costs to add it to the moves, which do `work`.
    fn cost(&self, exercise: ExerciseId, work: Work, level: u8) -> f64 {
        let entry = exercise.get();
        let again = self.moves.iter().filter(|other| **other == exercise).count();
        let alike = self.moves.iter().filter(|other| other.get().region == entry.region).count();
        AIM * self.off(work + self.work_of(exercise))
            + LEVEL * f64::from(entry.intensity.abs_diff(level))
            + AGAIN * again as f64
            + REGION * alike as f64
            + SPINE * f64::from(entry.spine_load)
    }

    fn work_of(&self, exercise: ExerciseId) -> Work {
        Work::of_step(&Step::new(Move::Known(exercise), Dose::Seconds(self.frame.work)))
    }

    fn work(&self) -> Work {
        self.moves.iter().map(|exercise| self.work_of(*exercise)).sum()
    }

    /// How far the back share of `work` is from the aim; as far as can be where it is not rated.
    fn off(&self, work: Work) -> f64 {
        work.back_share().map_or(1.0, |share| (share - self.aim).abs())
    }

    /// At most half of the moves are of the hardest, where there are others to take their place.
    fn spread_the_hardest(&mut self) {
        loop {
            let most = crowd(&self.moves);
            if most == 0 || !self.exchange(|moves| crowd(moves) < most) {
                return;
            }
        }
    }

    /// Exchanges moves until the share is near the aim, or nothing brings it nearer.
    fn come_nearer(&mut self) {
        for _ in 0..EXCHANGES {
            let before = (self.off(self.work()), self.moves.clone());
            if before.0 <= NEAR {
                return;
            }
            let most = crowd(&self.moves);
            if !self.exchange(|moves| crowd(moves) <= most) || self.off(self.work()) >= before.0 {
                self.moves = before.1;
                return;
            }
        }
    }

    /// Puts another move in the place of one: among those after which the moves are fit, the one by which the share comes nearest
    /// to the aim. Says whether there is one.
    fn exchange(&mut self, is_fit: impl Fn(&[ExerciseId]) -> bool) -> bool {
        let whole = self.work();
        let mut moves = self.moves.clone();
        let mut best: Option<(f64, usize, ExerciseId)> = None;
        for (place, &out) in self.moves.iter().enumerate() {
            let rest = whole + self.work_of(out) * -1.0;
            let others = self.pool.iter().filter(|other| slots(**other) == slots(out) && **other != out);
            for &other in others {
                let again = self.moves.iter().filter(|exercise| **exercise == other).count();
                let cost = self.off(rest + self.work_of(other)).max(NEAR) + TWICE * again as f64;
                moves[place] = other;
                if best.is_none_or(|best| cost < best.0) && is_fit(&moves) {
                    best = Some((cost, place, other));
                }
            }
            moves[place] = out;
        }
        let Some((_, place, other)) = best else { return false };
        self.moves[place] = other;
        true
    }
}

/// How many of the hardest moves are more than half of all; none where all are alike: then none is the hardest.
fn crowd(moves: &[ExerciseId]) -> usize {
    let intensity = |exercise: &ExerciseId| exercise.get().intensity;
    let top = moves.iter().map(intensity).max();
    let hardest = moves.iter().filter(|exercise| Some(intensity(exercise)) == top).count();
    if hardest == moves.len() { 0 } else { hardest.saturating_sub(moves.len() / 2) }
}
