//! How a routine is begun so that it suits the person.
//!
//! Decides: that every start goes through the rules of [`domain::body`]: what is hidden is never begun, whoever asks,
//! what is preferred is done unless somebody says otherwise, and a warm-up comes first for whom wants one. Deliberately does
//! not know how any of it is told.

use domain::body::{Body, Fitted, Swap};
use domain::routine::{Rests, Routine};
use leptos::prelude::*;

use super::Conductor;
use crate::store::Store;

/// What was asked to be begun. It does not depend on how the session that is on goes.
#[derive(Default)]
pub(super) struct Starts {
    /// What the last start changed so that it suits the person.
    last: Option<Fitted>,
    /// What is begun if the person says so.
    pub(super) waiting: Option<Fitted>,
}

impl Conductor {
    /// Begins `routine` as it suits the person; while a session is on it waits for a word about that
    /// ([`Conductor::waiting`]). Called from within a tap or a key press. False: nothing suitable is left, and nothing was
    /// begun.
    pub fn start(self, routine: Routine) -> bool {
        let body = self.store.settings().with_untracked(|settings| Body::from(settings));
        self.start_fitted(Fitted::as_wished(&routine, &body))
    }

    /// The same with only those swaps, beside those of hidden moves, that `wants` says.
    pub fn start_with(self, routine: &Routine, wants: impl Fn(&Swap) -> bool) -> bool {
        let body = self.store.settings().with_untracked(|settings| Body::from(settings));
        self.start_fitted(Fitted::of(routine, &body, wants))
    }

    fn start_fitted(self, fitted: Fitted) -> bool {
        let warms_up =
            self.store.settings().with_untracked(|settings| settings.warm_up.then(|| Body::from(settings)));
        let fitted = match warms_up {
            Some(body) if !fitted.is_nothing() => fitted.after_warm_up(&body),
            _ => fitted,
        };
        if !fitted.is_nothing() && self.is_on() {
            self.wait(fitted);
            return true;
        }
        self.begin_fitted(fitted)
    }

    pub(super) fn begin_fitted(self, fitted: Fitted) -> bool {
        let routine = (!fitted.is_nothing()).then(|| fitted.routine.clone());
        let has_begun = routine.is_some();
        if let Some(routine) = routine {
            self.begin(routine);
        }
        self.starts.update_value(|starts| starts.last = (!fitted.swapped.is_empty()).then_some(fitted));
        has_begun
    }

    /// What the last start changed so that it suits the person, or why it began nothing; nothing where it had nothing to
    /// change.
    pub fn fitted(self) -> Option<Fitted> {
        self.starts.with_value(|starts| starts.last.clone())
    }

    /// That has been read.
    pub fn understood(self) {
        self.starts.update_value(|starts| starts.last = None);
    }
}

/// A routine that may be begun, and what the person wants swapped in it: a small handle to be copied anywhere. What it
/// says is reckoned when it is asked, and asked again when something changed.
#[derive(Clone, Copy)]
pub struct Planned {
    routine: StoredValue<Routine>,
    store: Store,
    /// The places that are swapped though they need not be; nothing until the person says so.
    wanted: RwSignal<Option<Vec<usize>>>,
}

impl Planned {
    /// Of a routine that is looked at by whoever keeps things in `store`.
    pub fn new(routine: Routine, store: Store) -> Self {
        Self { routine: StoredValue::new(routine), store, wanted: RwSignal::new(None) }
    }

    /// Every step that could be another, or must.
    pub fn swaps(self) -> Vec<Swap> {
        let body = self.body();
        self.routine.with_value(|routine| Swap::of(routine, &body))
    }

    /// The places of those that will be another though they need not be: the ones that are wished for, until the person
    /// wants something else.
    pub fn wanted(self) -> Vec<usize> {
        let wished = || {
            let body = self.body();
            let is_wished = |swap: &Swap| !swap.must() && swap.is_wished(&body);
            self.swaps().iter().filter(|swap| is_wished(swap)).map(|swap| swap.place).collect()
        };
        self.wanted.get().unwrap_or_else(wished)
    }

    /// Swaps the steps at these places, and leaves the others as they are written.
    pub fn want(self, places: Vec<usize>) {
        self.wanted.set(Some(places));
    }

    /// What would be begun.
    pub fn fitted(self) -> Fitted {
        let (body, wanted) = (self.body(), self.wanted());
        let wants = |swap: &Swap| wanted.contains(&swap.place);
        self.routine.with_value(|routine| Fitted::of(routine, &body, wants))
    }

    /// The same as it lasts: with rests as the person has them. Those of what everybody begins at the same moment are as long
    /// for everybody.
    pub fn to_do(self) -> Fitted {
        let fitted = self.fitted();
        let rests = match fitted.routine.start {
            Some(_) => Rests::Own,
            None => self.store.settings().with(|settings| settings.rests),
        };
        Fitted { routine: fitted.routine.with_rests(rests), ..fitted }
    }

    /// What is shown of it: what is done, or how it is written where nothing of that is left to do.
    pub fn shown(self) -> Memo<Routine> {
        Memo::new(move |_| match self.to_do() {
            nothing if nothing.is_nothing() => self.routine.get_value(),
            fitted => fitted.routine,
        })
    }

    /// Whether a minute of warming up has a place before it.
    pub fn wants_warm_up(self) -> bool {
        self.routine.with_value(Routine::wants_warm_up)
    }

    /// Begins it so. Called from within a tap or a key press.
    pub fn start(self, conductor: Conductor) -> bool {
        conductor.start_fitted(untrack(|| self.fitted()))
    }

    fn body(self) -> Body {
        self.store.settings().with(|settings| Body::from(settings))
    }
}
