//! Erasing for good: everything, or the sessions before a day.
//!
//! Decides: what goes. A deletion from the history leaves a line behind that wins over copies elsewhere; erasing leaves
//! nothing, and takes such lines along. Whoever erases wants the room or the trace gone, and a line that stays would keep
//! both: some hundred units each, and the second at which somebody exercised. The price is that a copy, or another device,
//! brings back what it still holds; the page says so. What cannot be read, or was written by a later version, goes only
//! with everything: nobody knows its day. The session that is on is not touched, it is not done yet.
//!
//! Counts and goes by what lies on the disk, not by what happens to be loaded. Can be taken back like a restoring, as long
//! as somebody holds on to what it gives.

use domain::history::line;
use domain::time::Day;

use super::{DONE, LIVE, OwnRoutine, ROUTINE, Restored, SETTINGS, Store};

/// How much is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All that is kept here, what was set aside included.
    Everything,
    /// The sessions begun before this day, in the person's own calendar of then.
    Before(Day),
}

/// What erasing would take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erasing {
    keys: Vec<String>,
    /// Sessions.
    pub sessions: usize,
    /// Own routines.
    pub routines: usize,
    /// The settings would be as on the first visit.
    pub settings: bool,
    /// Other lines that a person may miss: set aside, or of a later version.
    pub others: usize,
}

impl Erasing {
    /// Whether it would take anything.
    pub fn takes_something(&self) -> bool {
        !self.keys.is_empty()
    }
}

impl Store {
    /// What erasing this much would take. Changes nothing.
    pub fn erasing(self, extent: Extent) -> Erasing {
        let disk = self.ports.disk();
        let mut told = Erasing::default();
        for key in disk.keys(Self::PREFIX) {
            let Some(text) = disk.read(&key).filter(|_| key != LIVE) else { continue };
            let record = key.strip_prefix(DONE).and_then(|id| line::read(id, &text).ok());
            match (extent, record) {
                (Extent::Before(day), Some(record)) if Day::of(record.started, record.offset) < day => {
                    told.sessions += usize::from(!record.deleted);
                }
                (Extent::Before(_), _) => continue,
                (Extent::Everything, Some(record)) => told.sessions += usize::from(!record.deleted),
                (Extent::Everything, None) => match key.strip_prefix(ROUTINE) {
                    Some(id) => match OwnRoutine::read(id, &text) {
                        Ok(own) => told.routines += usize::from(own.is_some()),
                        Err(_) => told.others += 1,
                    },
                    None if key == SETTINGS => told.settings = true,
                    None => told.others += 1,
                },
            }
            told.keys.push(key);
        }
        told
    }

    /// Erases this much, as it is now, and gives it back for [`Store::take_back`].
    pub fn erase(self, extent: Extent) -> Restored {
        let disk = self.ports.disk();
        let mut erased = Restored { before: Vec::new(), complete: true };
        for key in self.erasing(extent).keys {
            let before = disk.read(&key);
            disk.remove(&key);
            erased.before.push((key, before));
        }
        self.has_room_again();
        self.load();
        erased
    }
}
