//! How a swap is said: what for what, and what of "my body" it is for.
//!
//! Decides: that a reason names what the person ticked, hid or prefers, and nothing about a body.

use domain::body::{Fitted, Standing, Swap};
use domain::catalogue::Concern;

use super::Words;

impl Words {
    /// "Crunch → Toe tap, 15 reps".
    pub fn swap(self, swap: &Swap) -> String {
        let from = self.exercise(swap.from);
        match &swap.to {
            Some(step) if step.exercise() == Some(swap.from) => {
                self.fill("swaps.shorter", &[("from", &from), ("dose", &self.step_dose(step))])
            }
            Some(step) => {
                let (to, dose) = (self.action(&step.action), self.step_dose(step));
                self.fill("swaps.swap", &[("from", &from), ("to", &to), ("dose", &dose)])
            }
            None => self.fill("swaps.left-out", &[("from", &from)]),
        }
    }

    /// What a swap is for.
    pub fn swap_reason(self, swap: &Swap) -> String {
        match &swap.why {
            Standing::Fine => self.text("swaps.preferred"),
            why => self.standing(why).join(" "),
        }
    }

    /// How a move stands with what was ticked and hid, a sentence each; none where nothing speaks against it.
    pub fn standing(self, standing: &Standing) -> Vec<String> {
        let lines = |key: &str, concerns: &[Concern]| {
            let name = |concern: &Concern| self.text(&["concern.", concern.slug()].concat());
            concerns.iter().map(|concern| self.fill(key, &[("concern", &name(concern))])).collect()
        };
        match standing {
            Standing::Fine => Vec::new(),
            Standing::HiddenByHand => vec![self.text("body.by-hand")],
            Standing::Hidden(concerns) => lines("concern.hidden-alone", concerns),
            Standing::Cautioned(concerns) => lines("concern.caution", concerns),
        }
    }

    /// What pressing Start does with a routine.
    pub fn swaps_then(self, fitted: &Fitted) -> String {
        if fitted.is_nothing() {
            self.text("swaps.unsuitable")
        } else if fitted.swapped.is_empty() {
            self.text("swaps.as-written")
        } else {
            self.fill("swaps.then", &[("routine", &self.summary_of(&fitted.routine))])
        }
    }

    /// What a start has changed, a sentence each.
    pub fn swapped(self, fitted: &Fitted) -> Vec<String> {
        if fitted.is_nothing() {
            return vec![self.text("swaps.unsuitable")];
        }
        let mut said = Vec::new();
        if fitted.changed() > 0 {
            said.push(self.count("session.swapped", fitted.changed() as u64, &[]));
        }
        for left_out in fitted.left_out() {
            said.push(self.fill("swaps.left-out", &[("from", &self.exercise(left_out))]));
        }
        said
    }
}
