//! In which order the moves follow each other.
//!
//! Decides: that one gets up and lies down as seldom as possible, but rather once more than that two of the hardest moves, or
//! a move and itself, follow each other. Deliberately does not know why these moves were chosen.

use crate::catalogue::ExerciseId;
use crate::chance::Chance;
use crate::order::sorted;

/// What it costs that two of the hardest follow each other, that a move follows itself, that one is to be had in another
/// position, and that two moves of a region follow each other.
const HARDEST: u32 = 1000;
const ITSELF: u32 = 100;
const POSITION: u32 = 4;
const REGION: u32 = 1;

/// The intensity of the hardest moves; nothing where all are alike: then none of them is.
fn hardest(moves: &[ExerciseId]) -> Option<u8> {
    let all = || moves.iter().map(|exercise| exercise.get().intensity);
    let top = all().max()?;
    all().any(|intensity| intensity < top).then_some(top)
}

/// Each move and the one after it; the first follows the last where all is done in a circle.
fn pairs(moves: &[ExerciseId], is_circle: bool) -> impl Iterator<Item = (ExerciseId, ExerciseId)> {
    let count = if is_circle { moves.len() } else { moves.len().saturating_sub(1) };
    (0..count).map(move |place| (moves[place], moves[(place + 1) % moves.len()]))
}

/// Whether two of the hardest moves follow each other.
pub(super) fn hardest_meet(moves: &[ExerciseId], is_circle: bool) -> bool {
    let top = hardest(moves);
    pairs(moves, is_circle).any(|pair| are_hardest(pair, top))
}

/// Whether both are as hard as `top`.
fn are_hardest((one, other): (ExerciseId, ExerciseId), top: Option<u8>) -> bool {
    [one, other].iter().all(|exercise| Some(exercise.get().intensity) == top)
}

fn cost(moves: &[ExerciseId], is_circle: bool) -> u32 {
    let top = hardest(moves);
    let of = |(one, other): (ExerciseId, ExerciseId)| {
        let (a, b) = (one.get(), other.get());
        u32::from(are_hardest((one, other), top)) * HARDEST
            + u32::from(one == other) * ITSELF
            + u32::from(a.position != b.position) * POSITION
            + u32::from(a.region == b.region) * REGION
    };
    pairs(moves, is_circle).map(of).sum()
}

/// The moves in an order that no exchange of two makes better.
pub(super) fn arranged(mut moves: Vec<ExerciseId>, is_circle: bool, chance: &mut Chance) -> Vec<ExerciseId> {
    // By chance first, so that another seed begins elsewhere; then position by position.
    for place in (1..moves.len()).rev() {
        moves.swap(place, (chance.share() * (place + 1) as f64) as usize);
    }
    let first_of = |exercise: &ExerciseId| {
        moves.iter().position(|other| other.get().position == exercise.get().position)
    };
    let mut order = sorted(moves.clone(), |one, other| first_of(one).cmp(&first_of(other)));
    let mut lowest = cost(&order, is_circle);
    loop {
        let mut best = None;
        for one in 0..order.len() {
            for other in one + 1..order.len() {
                order.swap(one, other);
                let cost = cost(&order, is_circle);
                order.swap(one, other);
                if cost < lowest {
                    (lowest, best) = (cost, Some((one, other)));
                }
            }
        }
        let Some((one, other)) = best else { return order };
        order.swap(one, other);
    }
}
