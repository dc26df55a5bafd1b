//! What has been done: the records of finished sessions, and what they come to.
//!
//! Decides: what a record holds, which of two versions of one holds, what a week or a month comes to (content 3.1).
//! Deliberately does not know where records are stored, nor which day it is: it is told.

mod edit;
pub mod line;
mod record;
mod stats;

pub use crate::line::Damage;
pub use crate::session::SetDone;
pub use edit::MOST_REPS;
pub use record::{MOST_FELT, Record, RecordId};
pub use stats::Week;

use crate::order::sorted;
use crate::time::{Day, Millis, Moment};

/// Everything that was done, each record once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// In the order of their ids, those that were deleted included: they must win over copies elsewhere.
    all: Vec<Record>,
    /// There are older ones that have not been read yet.
    is_part: bool,
}

impl History {
    /// Out of records in any order. Of several versions of one, [the newest](Record::replaces) holds.
    pub fn from_records(records: Vec<Record>) -> Self {
        // Side by side, whichever order they came in: to put each in its place one by one would move the others each time.
        let mut all: Vec<Record> = Vec::with_capacity(records.len());
        for record in sorted(records, |a, b| a.id.cmp(&b.id)) {
            match all.last_mut() {
                Some(known) if known.id == record.id => {
                    if record.replaces(known) {
                        *known = record;
                    }
                }
                _ => all.push(record),
            }
        }
        Self { all, is_part: false }
    }

    /// The same, of which is known that older records are still to be read.
    #[must_use]
    pub fn newest(self) -> Self {
        Self { is_part: true, ..self }
    }

    /// Whether these are all records, not only the newest.
    pub fn is_whole(&self) -> bool {
        !self.is_part
    }

    /// Takes a record in; false when a version that holds over it is there already.
    pub fn put(&mut self, record: Record) -> bool {
        match self.all.binary_search_by(|known| known.id.cmp(&record.id)) {
            Ok(at) => match self.all.get_mut(at) {
                Some(known) if record.replaces(known) => *known = record,
                _ => return false,
            },
            Err(at) => self.all.insert(at, record),
        }
        true
    }

    /// Takes a record in as it is, whichever version was here: what is stored has the last word.
    pub fn follow(&mut self, record: Record) {
        match self.all.binary_search_by(|known| known.id.cmp(&record.id)) {
            Ok(at) => self.all.splice(at..=at, [record]).for_each(drop),
            Err(at) => self.all.insert(at, record),
        }
    }

    /// Forgets a record, as if it had never been there.
    pub fn forget(&mut self, id: &RecordId) {
        self.all.retain(|known| known.id != *id);
    }

    /// Both together, all there are. The same whichever comes first, and however often.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        self.all.extend(other.all);
        Self::from_records(self.all)
    }

    /// What was done, the newest first.
    pub fn records(&self) -> Vec<&Record> {
        let records: Vec<_> = self.all.iter().filter(|record| !record.deleted).collect();
        sorted(records, |a, b| (b.started, &b.id).cmp(&(a.started, &a.id)))
    }

    /// How many sessions were done.
    pub fn count(&self) -> usize {
        self.all.iter().filter(|record| !record.deleted).count()
    }

    /// Everything to be stored or passed on, deleted records included.
    pub fn all(&self) -> &[Record] {
        &self.all
    }

    /// The version that holds of the record with this id, even where that says that it was deleted.
    pub fn version(&self, id: &RecordId) -> Option<&Record> {
        let at = self.all.binary_search_by(|known| known.id.cmp(id)).ok()?;
        self.all.get(at)
    }

    /// The record with this id, unless it was deleted.
    pub fn get(&self, id: &RecordId) -> Option<&Record> {
        self.version(id).filter(|record| !record.deleted)
    }

    /// How long was trained in all.
    pub fn total(&self) -> Millis {
        self.records().iter().map(|record| record.active).sum()
    }

    /// When the last session began.
    pub fn last(&self) -> Option<Moment> {
        self.records().first().map(|record| record.started)
    }

    /// Whether something was done on `day`.
    pub fn is_active_on(&self, day: Day) -> bool {
        self.all.iter().any(|record| !record.deleted && record.day() == day)
    }
}

#[cfg(test)]
mod tests;
