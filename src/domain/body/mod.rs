//! Whom moves must suit: what a person ticked, hid and prefers under "my body".
//!
//! Decides: whether a move is fine, shown with a caution or hidden; which move is the gentler one; which one stands in
//! ([`stand_in`](Body::stand_in)); and what a routine becomes for this person ([`Fitted`]). Deliberately does not know
//! why anybody ticks anything: what is ticked sorts moves, and says nothing about a body.
//!
//! *Invariant:* whatever is offered here, by any of these rules, is a move that is not hidden.

mod fitted;
mod holds;
mod stand_in;
#[cfg(test)]
mod tests;
mod warm_up;

pub use fitted::{Fitted, Swap};

use crate::catalogue::{Concern, ExerciseId, Flag};
use crate::settings::Settings;

/// Whom moves must suit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// What hurts or needs care.
    pub concerns: Vec<Concern>,
    /// Moves that were hidden by hand.
    pub hidden: Vec<ExerciseId>,
    /// Moves and what is preferred to them.
    pub preferred: Vec<(ExerciseId, ExerciseId)>,
}

/// How a move stands with a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing speaks against it.
    Fine,
    /// It is shown with a caution, for these concerns.
    Cautioned(Vec<Concern>),
    /// It is not shown, and never done, for these concerns.
    Hidden(Vec<Concern>),
    /// It is not shown, and never done, because the person hid it.
    HiddenByHand,
}

impl Standing {
    /// Whether the move is hidden, for whatever reason.
    pub const fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden(_) | Self::HiddenByHand)
    }
}

impl From<&Settings> for Body {
    fn from(settings: &Settings) -> Self {
        Self {
            concerns: settings.concerns.clone(),
            hidden: settings.hidden.clone(),
            preferred: settings.preferred.clone(),
        }
    }
}

impl Body {
    /// How a move stands with this person. What was hidden by hand is told first: only that can be shown again.
    pub fn standing(&self, exercise: ExerciseId) -> Standing {
        let ticked = |hide: bool| -> Vec<Concern> {
            let of_kind = |flag: &&Flag| flag.hide == hide && self.concerns.contains(&flag.concern);
            exercise.get().flags.iter().filter(of_kind).map(|flag| flag.concern).collect()
        };
        let (hidden, cautioned) = (ticked(true), ticked(false));
        if self.hidden.contains(&exercise) {
            Standing::HiddenByHand
        } else if !hidden.is_empty() {
            Standing::Hidden(hidden)
        } else if !cautioned.is_empty() {
            Standing::Cautioned(cautioned)
        } else {
            Standing::Fine
        }
    }

    /// Whether a move may be shown, offered and done.
    pub fn allows(&self, exercise: ExerciseId) -> bool {
        let hides = |flag: &Flag| flag.hide && self.concerns.contains(&flag.concern);
        !self.hidden.contains(&exercise) && !exercise.get().flags.iter().any(hides)
    }

    /// What the person prefers to a move, where that may be done.
    pub fn preferred_to(&self, exercise: ExerciseId) -> Option<ExerciseId> {
        let pair = self.preferred.iter().find(|(from, to)| *from == exercise && to != from);
        pair.map(|(_, to)| *to).filter(|to| self.allows(*to))
    }

    /// Whether all that speaks against a move is how long it is held (content 2.7).
    fn wants_short_holds(&self, exercise: ExerciseId) -> bool {
        self.standing(exercise) == Standing::Cautioned(vec![Concern::Hypertension])
    }

    /// The gentler move: going down the catalogue's chains, the first that nothing speaks against, else the first that
    /// may be done with care; else the one that would stand in. None when nothing suitable is left.
    pub fn gentler(&self, exercise: ExerciseId) -> Option<ExerciseId> {
        let chain = easier_than(exercise);
        let is_fine = |id: &ExerciseId| self.standing(*id) == Standing::Fine;
        let in_chain = chain.iter().copied().find(is_fine);
        let with_care = || chain.iter().copied().find(|id| self.allows(*id));
        in_chain.or_else(with_care).or_else(|| self.nearest(exercise))
    }
}

/// Everything easier in the catalogue's chains, the nearest first; then what it names to do instead.
fn easier_than(exercise: ExerciseId) -> Vec<ExerciseId> {
    let mut found = vec![exercise];
    let mut at = 0;
    while let Some(id) = found.get(at).copied() {
        at += 1;
        for easier in id.get().easier {
            if !found.contains(easier) {
                found.push(*easier);
            }
        }
    }
    found.extend(exercise.get().swap);
    found.remove(0);
    found
}
