//! Finding an exercise by what people call it.

use super::ExerciseId;

/// What can be searched: each exercise with its name and its other names.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<(ExerciseId, String)>,
}

impl Index {
    /// An index of these texts.
    pub fn new(texts: impl IntoIterator<Item = (ExerciseId, String)>) -> Self {
        Self { entries: texts.into_iter().collect() }
    }

    /// The exercises that `query` may mean, best first; all of them for an empty query.
    pub fn find(&self, query: &str) -> Vec<ExerciseId> {
        let query = query.to_lowercase();
        self.entries
            .iter()
            .filter(|(_, text)| text.to_lowercase().contains(&query))
            .map(|(id, _)| *id)
            .collect()
    }
}
