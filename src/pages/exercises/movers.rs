//! Which figures of the list move.
//!
//! Decides: that a figure moves while it is pointed at, and then to the end of its repetition: one that stops in the middle
//! looks broken. None moves for those who ask for less motion.

use domain::catalogue::ExerciseId;
use domain::time::Millis;
use leptos::prelude::*;

use crate::ports::{running_time, use_ports};

/// A figure that moves.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mover {
    id: ExerciseId,
    /// When it began, on the clock of all of them.
    began: Millis,
    /// When it comes to rest, once nobody points at it any more.
    ends: Option<Millis>,
}

/// All of them.
#[derive(Clone, Copy)]
pub(super) struct Movers {
    all: RwSignal<Vec<Mover>>,
    /// Runs while anything moves.
    clock: RwSignal<Millis>,
}

impl Movers {
    pub(super) fn new() -> Self {
        let ports = use_ports();
        let calm = ports.page().calm();
        let all = RwSignal::new(Vec::new());
        let running = Memo::new(move |_| !calm.get() && all.with(|all: &Vec<Mover>| !all.is_empty()));
        let clock = running_time(ports, running.into());
        let movers = Self { all, clock };
        Effect::new(move |_| {
            let now = clock.get();
            if calm.get() || all.with_untracked(|all| all.iter().any(|mover| mover.is_over(now))) {
                all.update(|all| all.retain(|mover| !calm.get_untracked() && !mover.is_over(now)));
            }
        });
        movers
    }

    /// Whether the figure of `id` moves.
    pub(super) fn moves(self, id: ExerciseId) -> Memo<bool> {
        Memo::new(move |_| self.all.with(|all| all.iter().any(|mover| mover.id == id)))
    }

    /// How long it has been moving.
    pub(super) fn since(self, id: ExerciseId) -> Signal<Millis> {
        Signal::derive(move || {
            let began = |all: &Vec<Mover>| all.iter().find(|mover| mover.id == id).map(|mover| mover.began);
            let now = self.clock.get();
            Millis(self.all.with_untracked(began).map_or(0, |began| now.0.saturating_sub(began.0)))
        })
    }

    /// Somebody points at a card, or leaves it; be it because the card goes with its page.
    pub(super) fn point(self, id: ExerciseId, on: bool) {
        if let Some(now) = self.clock.try_get_untracked() {
            self.all.try_update(|all| pointed(all, id, on, now));
        }
    }
}

impl Mover {
    fn is_over(&self, now: Millis) -> bool {
        self.ends.is_some_and(|ends| ends <= now)
    }
}

fn pointed(all: &mut Vec<Mover>, id: ExerciseId, on: bool, now: Millis) {
    let known = all.iter_mut().find(|mover| mover.id == id);
    match (known, on) {
        (Some(mover), true) => mover.ends = None,
        (Some(mover), false) => mover.ends = Some(end_of_repetition(id, mover.began, now)),
        (None, true) => all.push(Mover { id, began: now, ends: None }),
        (None, false) => {}
    }
}

/// When the repetition that is on ends; a hold ends at once.
fn end_of_repetition(id: ExerciseId, began: Millis, now: Millis) -> Millis {
    let whole = u64::from(id.get().seconds_per_rep()) * 1000;
    let done = now.0.saturating_sub(began.0);
    Millis(began.0 + done.checked_div(whole).map_or(done, |rounds| (rounds + 1) * whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::catalogue::id;

    #[test]
    fn a_figure_that_is_left_ends_its_repetition() {
        let mut all = Vec::new();
        pointed(&mut all, id::SUPERMAN, true, Millis(100));
        pointed(&mut all, id::GLUTE_BRIDGE, true, Millis(400));
        pointed(&mut all, id::SUPERMAN, false, Millis(6_000));
        // Five seconds each.
        assert_eq!(all[0].ends, Some(Millis(10_100)));
        assert!(!all[0].is_over(Millis(10_099)) && all[0].is_over(Millis(10_100)) && all[1].ends.is_none());
        pointed(&mut all, id::SUPERMAN, true, Millis(7_000));
        assert_eq!((all.len(), all[0].ends), (2, None), "pointed at again, it goes on");
    }

    #[test]
    fn a_hold_that_is_left_rests_at_once() {
        let mut all = Vec::new();
        pointed(&mut all, id::PLANK, true, Millis(0));
        pointed(&mut all, id::PLANK, false, Millis(2_500));
        assert!(all[0].is_over(Millis(2_500)));
        pointed(&mut all, id::SIDE_PLANK, false, Millis(2_500));
        assert_eq!(all.len(), 1);
    }
}
