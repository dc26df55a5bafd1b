//! What a routine becomes for a person.
//!
//! Decides: which steps must give way (hidden moves), which do because the person asked (a preferred move, a caution
//! that they want swapped), that a hold which strains only by its length is cut short instead, and what happens where nothing suits: the step is left out, and named. Deliberately does not
//! know how any of it is told.

use super::{Body, Standing};
use crate::catalogue::ExerciseId;
use crate::routine::{Block, Group, Routine, Step};

/// One step that would be another.
#[derive(Clone, Debug, PartialEq)]
pub struct Swap {
    /// Which step: its place among the steps, those of rounds counted once.
    pub place: usize,
    /// The move that stands there.
    pub from: ExerciseId,
    /// What would be done instead; none where nothing suitable is left.
    pub to: Option<Step>,
    /// How the old move stands with the person; fine where they only prefer the other one.
    pub why: Standing,
}

impl Swap {
    /// Whether nobody is asked: a hidden move is never done.
    pub const fn must(&self) -> bool {
        self.why.is_hidden()
    }

    /// Whether it is done unless the person says otherwise: they prefer the other move, or the same one in shorter holds is
    /// what suits them.
    pub fn is_wished(&self, body: &Body) -> bool {
        let is_same = self.to.as_ref().and_then(Step::exercise) == Some(self.from);
        is_same || body.preferred_to(self.from).is_some()
    }

    /// Every step of `routine` that would be another for this person, in order. A move with a caution for which nothing
    /// gentler is left stays, and is not named.
    pub fn of(routine: &Routine, body: &Body) -> Vec<Self> {
        let present: Vec<ExerciseId> = routine.steps().filter_map(Step::exercise).collect();
        let change = routine.change_seconds();
        let swap = |(place, step): (usize, &Step)| {
            let from = step.exercise()?;
            let why = body.standing(from);
            let wants_other = body.preferred_to(from).is_some();
            if why == Standing::Fine && !wants_other {
                return None;
            }
            let shorter = |step: &Step| {
                let wants = step.exercise().is_some_and(|exercise| body.wants_short_holds(exercise));
                wants.then(|| step.in_shorter_holds(change, routine.rest.unwrap_or(0))).flatten()
            };
            let other = || body.stand_in(step, change, &present).map(|to| shorter(&to).unwrap_or(to));
            let to = shorter(step).filter(|_| !wants_other).or_else(other);
            (to.is_some() || why.is_hidden()).then_some(Self { place, from, to, why })
        };
        routine.steps().enumerate().filter_map(swap).collect()
    }
}

/// A routine as this person does it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fitted {
    /// What is done.
    pub routine: Routine,
    /// What was swapped, or left out because nothing suits.
    pub swapped: Vec<Swap>,
}

impl Fitted {
    /// `routine` with every hidden move swapped, and those others for which `wants` says so.
    pub fn of(routine: &Routine, body: &Body, wants: impl Fn(&Swap) -> bool) -> Self {
        let swapped: Vec<Swap> =
            Swap::of(routine, body).into_iter().filter(|swap| swap.must() || wants(swap)).collect();
        let mut place = 0;
        let mut kept = |step: &Step| {
            let swap = swapped.iter().find(|swap| swap.place == place);
            place += 1;
            swap.map_or_else(|| Some(step.clone()), |swap| swap.to.clone())
        };
        let block = |block: &Block| match block {
            Block::Step(step) => kept(step).map(Block::Step),
            Block::Group(group) => {
                let steps: Vec<Step> = group.steps.iter().filter_map(&mut kept).collect();
                (!steps.is_empty()).then(|| Block::Group(Group { steps, ..group.clone() }))
            }
        };
        let blocks = routine.blocks.iter().filter_map(block).collect();
        Self { routine: Routine { blocks, ..routine.clone() }, swapped }
    }

    /// `routine` with every hidden move swapped, every preferred one in its place, and long holds cut short for whom
    /// they strain: what a start does unless the person says otherwise.
    pub fn as_wished(routine: &Routine, body: &Body) -> Self {
        Self::of(routine, body, |swap| swap.is_wished(body))
    }

    /// Whether nothing is left to do because of what was left out.
    pub fn is_nothing(&self) -> bool {
        !self.swapped.is_empty() && !self.routine.steps().any(Step::is_known)
    }

    /// How many steps have another move.
    pub fn changed(&self) -> usize {
        self.swapped.iter().filter(|swap| swap.to.is_some()).count()
    }

    /// The moves that were left out, each once.
    pub fn left_out(&self) -> Vec<ExerciseId> {
        let mut moves = Vec::new();
        for swap in self.swapped.iter().filter(|swap| swap.to.is_none()) {
            if !moves.contains(&swap.from) {
                moves.push(swap.from);
            }
        }
        moves
    }
}
