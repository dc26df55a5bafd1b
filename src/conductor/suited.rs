//! How a routine is begun so that it suits the person.
//!
//! Decides: that every start goes through the rules of [`domain::body`]: what is hidden is never begun, whoever asks, and
//! what is preferred is done unless somebody says otherwise. Deliberately does not know how any of it is told.

use domain::body::{Body, Fitted, Swap};
use domain::routine::Routine;
use leptos::prelude::*;

use super::Conductor;
use crate::store::Store;

impl Conductor {
    /// Begins `routine` as it suits the person. Called from within a tap or a key press. Where nothing suitable is
    /// left, nothing is begun, and [`Conductor::fitted`] says so.
    pub fn start(self, routine: Routine) {
        let body = self.store.settings().with_untracked(|settings| Body::from(settings));
        self.start_fitted(Fitted::as_wished(&routine, &body));
    }

    /// The same with only those swaps, beside those of hidden moves, that `wants` says.
    pub fn start_with(self, routine: &Routine, wants: impl Fn(&Swap) -> bool) {
        let body = self.store.settings().with_untracked(|settings| Body::from(settings));
        self.start_fitted(Fitted::of(routine, &body, wants));
    }

    fn start_fitted(self, fitted: Fitted) {
        let routine = (!fitted.is_nothing()).then(|| fitted.routine.clone());
        self.fitted.set((!fitted.swapped.is_empty()).then_some(fitted));
        if let Some(routine) = routine {
            self.begin(routine);
        }
    }

    /// What the last start changed so that it suits the person; nothing where it had nothing to change.
    pub fn fitted(self) -> ReadSignal<Option<Fitted>> {
        self.fitted.read_only()
    }

    /// Whether the last start began nothing, because nothing suitable was left.
    pub fn has_refused(self) -> bool {
        self.fitted.with(|fitted| fitted.as_ref().is_some_and(Fitted::is_nothing))
    }

    /// What was changed, or why nothing was begun, has been read.
    pub fn understood(self) {
        self.fitted.set(None);
    }
}

/// A routine that may be begun, and what the person wants swapped in it: a small handle to be copied anywhere.
#[derive(Clone, Copy)]
pub struct Planned {
    routine: StoredValue<Routine>,
    body: Memo<Body>,
    swaps: Memo<Vec<Swap>>,
    /// The places that are swapped though they need not be; nothing until the person says so.
    wanted: RwSignal<Option<Vec<usize>>>,
}

impl Planned {
    /// Of a routine that is looked at by whoever keeps things in `store`.
    pub fn new(routine: Routine, store: Store) -> Self {
        let settings = store.settings();
        let routine = StoredValue::new(routine);
        let body = Memo::new(move |_| settings.with(|settings| Body::from(settings)));
        let swaps =
            Memo::new(move |_| body.with(|body| routine.with_value(|routine| Swap::of(routine, body))));
        Self { routine, body, swaps, wanted: RwSignal::new(None) }
    }

    /// Every step that could be another, or must.
    pub fn swaps(self) -> Memo<Vec<Swap>> {
        self.swaps
    }

    /// Whether the step at this place will be another.
    pub fn is_swapped(self, place: usize) -> bool {
        self.wanted().contains(&place)
    }

    /// Swaps the step at this place, or leaves it as it is written.
    pub fn swap(self, place: usize, is_swapped: bool) {
        let mut places = untrack(|| self.wanted());
        places.retain(|known| *known != place);
        if is_swapped {
            places.push(place);
        }
        self.wanted.set(Some(places));
    }

    /// Whether everything that need not be swapped is; nothing where there is no such step.
    pub fn is_all(self) -> Option<bool> {
        let free = self.free();
        (!free.is_empty()).then(|| self.wanted().len() >= free.len())
    }

    /// Swaps everything, or only what must be.
    pub fn swap_all(self, all: bool) {
        self.wanted.set(Some(if all { untrack(|| self.free()) } else { Vec::new() }));
    }

    /// What would be begun.
    pub fn fitted(self) -> Fitted {
        let wanted = self.wanted();
        let wants = |swap: &Swap| wanted.contains(&swap.place);
        self.body.with(|body| self.routine.with_value(|routine| Fitted::of(routine, body, wants)))
    }

    /// Begins it so. Called from within a tap or a key press.
    pub fn start(self, conductor: Conductor) {
        conductor.start_fitted(untrack(|| self.fitted()));
    }

    fn free(self) -> Vec<usize> {
        self.swaps.with(|swaps| swaps.iter().filter(|swap| !swap.must()).map(|swap| swap.place).collect())
    }

    /// The preferred ones, until something else is wanted.
    fn wanted(self) -> Vec<usize> {
        let preferred = || {
            let is_preferred = |swap: &Swap| self.body.with(|body| body.preferred_to(swap.from).is_some());
            let free = self.swaps.get().into_iter().filter(|swap| !swap.must() && is_preferred(swap));
            free.map(|swap| swap.place).collect()
        };
        self.wanted.get().unwrap_or_else(preferred)
    }
}
