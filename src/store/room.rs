//! How much is kept, and how much of the room it takes.
//!
//! Decides: how much room we allow ourselves, and when a person is told that most of it is used: at the one change that
//! crosses the line, so that it is told once and nobody has to remember that it was. Nothing stops there: the browser
//! itself says when it is full ([`super::Notice::Full`]). Counts what lies on the disk and not what happens to be loaded.

use domain::history::line;
use leptos::prelude::*;

use super::{BAD, DONE, Notice, OwnRoutine, ROUTINE, Store};

/// What is kept here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Sessions.
    pub sessions: usize,
    /// Own routines.
    pub routines: usize,
    /// Lines that were set aside because they could not be read.
    pub aside: usize,
    /// How much of the room is used, in thousandths; more than all of it is all of it.
    pub permille: u16,
}

impl Store {
    /// The room that we allow ourselves, in UTF-16 units of keys and lines. Browsers give 5 242 880; one of them began to
    /// drop writes in silence at half of that.
    pub const ROOM: usize = 2_000_000;

    /// How much of it may be used before a person is told.
    const NEARLY_ALL: usize = Self::ROOM / 5 * 4;

    /// What is kept here now. Reads every line.
    pub fn kept(self) -> Kept {
        let disk = self.ports.disk();
        let (mut kept, mut used) = (Kept::default(), 0);
        for key in disk.keys(Self::PREFIX) {
            let Some(text) = disk.read(&key) else { continue };
            used += units(&key) + units(&text);
            if let Some(id) = key.strip_prefix(DONE) {
                kept.sessions += usize::from(line::read(id, &text).is_ok_and(|record| !record.deleted));
            } else if let Some(id) = key.strip_prefix(ROUTINE) {
                kept.routines += usize::from(matches!(OwnRoutine::read(id, &text), Ok(Some(_))));
            } else if key.starts_with(BAD) {
                kept.aside += 1;
            }
        }
        kept.permille = (used.min(Self::ROOM) * 1000 / Self::ROOM) as u16;
        kept
    }

    /// Writes a line, and tells when it is the one that fills most of the room: later, when there is nothing better to do,
    /// because everything has to be read for that.
    pub(super) fn write_watching(self, key: &str, text: &str) -> bool {
        let former = self.ports.disk().read(key).map_or(0, |former| units(key) + units(&former));
        let is_kept = self.write(key, text);
        let grown = (units(key) + units(text)).saturating_sub(former);
        self.ports.page().when_idle(Box::new(move || self.tell_if_filled(grown)));
        is_kept
    }

    /// Tells that most of the room is used, if it was not before the last line, which is so much longer than the one
    /// before it.
    pub(super) fn tell_if_filled(self, grown: usize) {
        let used = self.used();
        if used >= Self::NEARLY_ALL && used.saturating_sub(grown) < Self::NEARLY_ALL {
            self.notify(Notice::NearlyFull);
        }
    }

    /// How much room is used.
    fn used(self) -> usize {
        let disk = self.ports.disk();
        let size = |key: &String| units(key) + disk.read(key).map_or(0, |text| units(&text));
        disk.keys(Self::PREFIX).iter().map(size).sum()
    }

    /// There is room again: what was told about it no longer holds.
    pub(super) fn has_room_again(self) {
        for list in [self.notices, self.unread] {
            list.update(|notices| {
                notices.retain(|notice| !matches!(notice, Notice::Full | Notice::NearlyFull));
            });
        }
    }
}

/// The size of a text as browsers count it.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
