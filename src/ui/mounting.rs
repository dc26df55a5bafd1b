//! What is different while the app first takes the place of the page that was rendered while building.
//!
//! Decides: that the work is done in turns, so that a press is never kept waiting for all of it ([`in_turn`]), and that
//! each still that stands in the page already is drawn no second time. Deliberately does not know where the stills stand
//! nor what happens between two turns: whoever mounts the app (`public/boot.js`) puts each still where it belongs and the app
//! into the page when all turns are over, and then does what waited until the app was seen ([`when_mounted`]).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use leptos::prelude::*;

thread_local! {
    static IS_ON: Cell<bool> = const { Cell::new(false) };
    static STANDING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static TURNS: RefCell<VecDeque<Turn>> = const { RefCell::new(VecDeque::new()) };
    static AFTER: RefCell<VecDeque<Turn>> = const { RefCell::new(VecDeque::new()) };
}

/// Something that is done later, once.
type Turn = Box<dyn FnOnce()>;

/// Begins to mount the app, while stills with these keys are at hand: each figure that finds its own leaves its room empty.
/// What `mount` leaves for later turns is made by [`next_turn`].
pub fn mounting_with(stills: Vec<String>, mount: impl FnOnce()) {
    IS_ON.set(true);
    STANDING.set(stills);
    mount();
}

/// Makes what is next in line; `false` when nothing is, and all of the app stands. What is made in a turn may leave more for
/// others.
pub fn next_turn() -> bool {
    // Let go of before it is called: it puts more in the line.
    if let Some(turn) = TURNS.with_borrow_mut(VecDeque::pop_front) {
        turn();
        return true;
    }
    IS_ON.set(false);
    STANDING.take();
    false
}

/// Calls `then` at once, or, while the app is being mounted, some time after it has been seen.
pub fn when_mounted(then: impl FnOnce() + 'static) {
    if IS_ON.get() {
        AFTER.with_borrow_mut(|after| after.push_back(Box::new(then)));
    } else {
        then();
    }
}

/// Does the next thing that waited until the app was seen; `false` when nothing does.
pub fn next_after() -> bool {
    let next = AFTER.with_borrow_mut(VecDeque::pop_front);
    next.map(|then| then()).is_some()
}

/// The view that `make` gives: at once, or, while the app is being mounted, in a turn of its own.
pub fn in_turn<V: IntoView + 'static>(make: impl FnOnce() -> V + 'static) -> AnyView {
    boxed_in_turn(Box::new(|| make().into_any()))
}

/// One way for all views, and not one for each kind of them.
fn boxed_in_turn(make: Box<dyn FnOnce() -> AnyView>) -> AnyView {
    if !IS_ON.get() {
        return make();
    }
    let is_due = RwSignal::new(false);
    TURNS.with_borrow_mut(|turns| turns.push_back(Box::new(move || is_due.set(true))));
    let make = StoredValue::new_local(Some(make));
    let made = move || is_due.get().then(|| make.try_update_value(Option::take).flatten().map(|make| make()));
    made.into_any()
}

/// Whether there is a still with this key; each is there for one figure.
pub(super) fn take(key: &str) -> bool {
    STANDING.with_borrow_mut(|stills| {
        let place = stills.iter().position(|still| still == key);
        place.map(|place| stills.swap_remove(place)).is_some()
    })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn a_still_is_there_for_one_figure_and_only_while_mounting() {
        mounting_with(vec!["a".to_owned(), "b".to_owned()], || {
            assert!(take("a") && !take("a"));
        });
        assert!(!next_turn() && !take("b"));
    }

    #[test]
    fn what_waits_for_the_app_is_done_after_its_last_turn() {
        let done = Rc::new(Cell::new(0));
        let count = {
            let done = done.clone();
            move || {
                let done = done.clone();
                when_mounted(move || done.set(done.get() + 1));
            }
        };
        mounting_with(Vec::new(), || {
            count();
            in_turn(|| ());
        });
        assert!(next_turn() && !next_turn() && done.get() == 0, "all stands, and is not seen yet");
        assert!(next_after() && !next_after() && done.get() == 1);
        count();
        assert_eq!(done.get(), 2, "nothing is being mounted any more");
    }
}
