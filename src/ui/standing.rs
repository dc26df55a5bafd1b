//! The stills that stand in the page before the program does: drawn while building, kept when the program takes over.
//!
//! Decides: that each of them is drawn no second time. Deliberately does not know where they stand: whoever mounts the
//! app says so before, and puts them where they belong after ([`mounting_with`]).

use std::cell::RefCell;

thread_local! {
    static STANDING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Mounts the app while stills with these keys are at hand: each figure that finds its own leaves its room empty.
pub fn mounting_with(stills: Vec<String>, mount: impl FnOnce()) {
    STANDING.set(stills);
    mount();
    STANDING.take();
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
    use super::*;

    #[test]
    fn a_still_is_there_for_one_figure_and_only_while_mounting() {
        mounting_with(vec!["a".to_owned(), "b".to_owned()], || {
            assert!(take("a") && !take("a"));
        });
        assert!(!take("b"));
    }
}
