//! Exercises by what is typed.
//!
//! Decides: that the names are made ready once, and anew only when more of them arrive. Deliberately does not know what is like
//! what ([`domain::catalogue::Index`]).

use domain::catalogue::{ExerciseId, Index};
use leptos::prelude::*;

use super::Words;

/// A search through all exercises, small enough to be copied into every closure.
#[derive(Clone, Copy)]
pub struct Search(Memo<Searchable>);

/// An index that a memo can hold: two are never told apart, because a new one is made only when its words change.
struct Searchable(Index);

impl PartialEq for Searchable {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl Words {
    /// A search by name and by the other names, of which it is told when they arrive.
    pub fn search(self) -> Search {
        let named = move |id| (id, self.searchable(id));
        Search(Memo::new(move |_| Searchable(Index::new(ExerciseId::all().map(named)))))
    }
}

impl Search {
    /// The exercises that `query` may mean, the best first; all of them where nothing is asked.
    pub fn find(self, query: &str) -> Vec<ExerciseId> {
        self.0.with(|index| index.0.find(query))
    }
}
