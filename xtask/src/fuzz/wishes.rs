//! `fuzz wishes`: routines made to measure for wishes as nobody has them.
//!
//! Decides: which wishes there may be, and what must hold of whatever is made for one: it lasts exactly as long as was asked
//! for, nobody is given a move that was not to be, and each promise of `domain::measure` is kept or said not to be. Prints how
//! long one takes, which is not judged here: a busy machine would be as well.

use std::time::Instant;

use domain::balance::Work;
use domain::body::Body;
use domain::catalogue::{Concern, ExerciseId, Kit, Position};
use domain::chance::Chance;
use domain::measure::{Aim, Made, Unmet, Wish, make};
use domain::routine::{Block, Rests, Step, notation};

use super::{Outcome, chance_of, spread, told};

/// Makes `count` of them, whose wishes follow from `seed`.
pub(super) fn run(count: u64, seed: u64) -> Outcome {
    let mut found = Vec::new();
    let mut took: Vec<f64> = Vec::new();
    let mut unmet = 0;
    for number in 0..count {
        let mut chance = chance_of(seed, number);
        let (wish, own) = (any(&mut chance), chance.bits());
        let begun = Instant::now();
        let made = make(&wish, own);
        took.push(begun.elapsed().as_secs_f64() * 1000.0);
        unmet += u64::from(!made.unmet.is_empty());
        if let Err(why) = holds(&wish, &made) {
            found.push(format!("{number}: {why}: {wish:?} → {}", notation::write(&made.routine)));
        }
        if made != make(&wish, own) {
            found.push(format!("{number}: not the same again: {wish:?}"));
        }
    }
    let [middle, p99, most] = spread(took);
    println!(
        "{count} wishes, of {unmet} not every promise can be kept; one takes {middle:.2} ms (p50), {p99:.2} (p99), {most:.2} at most; seed {seed}"
    );
    told(&found)
}

/// Any wish: mostly a few of its reserves at once.
fn any(chance: &mut Chance) -> Wish {
    let avoided = Position::ALL.iter().copied().filter(|_| chance.below(4) == 0).collect();
    let concerns = Concern::ALL.iter().copied().filter(|_| chance.below(6) == 0).collect();
    let hidden = ExerciseId::all().filter(|_| chance.below(12) == 0).collect();
    Wish {
        minutes: 3 + chance.below(58) as u16,
        level: 1 + chance.below(4) as u8,
        kit: *chance.pick(&[Kit::None, Kit::Optional, Kit::Wall, Kit::Needed]).unwrap_or(&Kit::None),
        avoided,
        body: Body { concerns, hidden, ..Body::default() },
        aim: *chance.pick(&[Aim::Balanced, Aim::MoreBack]).unwrap_or(&Aim::Balanced),
        rests: *chance.pick(&Rests::ALL).unwrap_or(&Rests::Own),
    }
}

/// Which promise is broken and not said to be.
fn holds(wish: &Wish, Made { routine, unmet }: &Made) -> Result<(), String> {
    let is_told = |like: fn(&Unmet) -> bool| unmet.iter().any(like);
    let order: Vec<ExerciseId> = routine.steps().filter_map(Step::exercise).collect();
    if order.is_empty() {
        let is_said = is_told(|unmet| matches!(unmet, Unmet::Nothing(_)));
        return if is_said { Ok(()) } else { Err("nothing in it".to_owned()) };
    }
    let length = routine.with_rests(wish.rests).stated_length();
    if length.0 != u64::from(wish.minutes) * 60_000 {
        return Err(format!("{} ms", length.0));
    }
    if !notation::read(&notation::write(routine)).problems.is_empty() {
        return Err("no notation".to_owned());
    }
    if let Some(step) = routine.steps().find(|step| step.side.is_some()) {
        return Err(format!("one side of {:?}", step.action));
    }
    let is_fine = |id: &&ExerciseId| {
        let entry = id.get();
        wish.body.allows(**id) && entry.kit <= wish.kit && !wish.avoided.contains(&entry.position)
    };
    if let Some(wrong) = order.iter().find(|id| !is_fine(id)) {
        return Err(format!("{} is not to be", wrong.slug()));
    }
    let share = Work::of_routine(routine).back_share();
    let is_shared = share.is_some_and(|share| wish.aim.band().contains(&share));
    if is_shared == is_told(|unmet| matches!(unmet, Unmet::Shared(..))) {
        return Err(format!("its back share is {share:?}, and {unmet:?} is told"));
    }
    let top = order.iter().map(|id| id.get().intensity).max().unwrap_or_default();
    let is_hard = |id: &ExerciseId| id.get().intensity == top;
    let turns = usize::from(matches!(routine.blocks[..], [Block::Group(_)]));
    let next = order.iter().skip(1).chain(order.iter().take(turns));
    let meet = !order.iter().all(is_hard)
        && order.iter().zip(next).any(|(one, other)| is_hard(one) && is_hard(other));
    if meet != is_told(|unmet| matches!(unmet, Unmet::Hardest(_))) {
        return Err(format!("the hardest meet: {meet}, and {unmet:?} is told"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_hundred_wishes_are_kept_or_said_not_to_be() {
        run(300, 1).unwrap();
    }
}
