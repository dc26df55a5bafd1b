//! A saved copy, put back: first told, then done, then taken back if it was a mistake.
//!
//! Decides: what each line of a copy would do here. Of two versions of one thing the one holds that holds everywhere
//! (higher revision, then checksum), on whichever side it is, so a copy never takes away what is newer here, and to restore
//! one twice, or to stop half-way and begin again, comes to the same. Settings have no versions: they are taken only where
//! nothing was chosen yet. A line that cannot be read is counted and left out. Deliberately does not know where a copy comes
//! from, nor what is said about it.

use domain::history::{Record, line};
use domain::line::{checksum, is_newer};
use domain::order::sorted;
use domain::settings::Settings;
use leptos::prelude::*;

use super::{BAD, DONE, OwnRoutine, ROUTINE, SETTINGS, Store, own};

/// How many things of one kind a copy holds, by what would become of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// They are not here yet.
    pub added: usize,
    /// The copy has a newer version.
    pub changed: usize,
    /// They were deleted after they had been changed here last.
    pub removed: usize,
    /// They are here, or a newer version of them is.
    pub kept: usize,
}

impl Tally {
    /// Counts one in: whether it is here, whether the copy's version holds, and whether that one is deleted.
    fn count(&mut self, is_here: bool, holds: bool, is_deleted: bool) {
        match (holds, is_here, is_deleted) {
            (false, ..) => self.kept += 1,
            // Only there to win over copies elsewhere: nobody sees it come.
            (true, false, true) => {}
            (true, true, true) => self.removed += 1,
            (true, true, false) => self.changed += 1,
            (true, false, false) => self.added += 1,
        }
    }
}

/// What a copy would change here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restoring {
    /// Keys, and what would be written under them.
    lines: Vec<(String, String)>,
    /// Sessions.
    pub sessions: Tally,
    /// Own routines.
    pub routines: Tally,
    /// The settings would be taken.
    pub settings: bool,
    /// Lines that are damaged, of a later version, or nothing of ours.
    pub left_out: usize,
    /// Some of it is ours.
    is_ours: bool,
}

impl Restoring {
    /// Whether it is a copy at all: something in it is ours.
    pub fn is_copy(&self) -> bool {
        self.is_ours
    }

    /// Whether it would change anything.
    pub fn changes_something(&self) -> bool {
        !self.lines.is_empty()
    }
}

/// What was restored or erased, so that it can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Keys, and what stood under them before.
    pub(super) before: Vec<(String, Option<String>)>,
    /// All of it found room.
    pub complete: bool,
}

/// By what of two versions of a routine one holds.
fn rank(text: &str) -> Option<(u32, u32)> {
    own::rev(text).map(|rev| (rev, checksum(text.as_bytes())))
}

/// Whether `text` holds against a `former` line for the same key; nothing where it cannot be read.
fn wins(key: &str, text: &str, former: &str) -> Option<bool> {
    if let Some(id) = key.strip_prefix(DONE) {
        let record = line::read(id, text).ok()?;
        return Some(line::read(id, former).is_ok_and(|former| record.replaces(&former)));
    }
    if let Some(id) = key.strip_prefix(ROUTINE) {
        OwnRoutine::read(id, text).ok()?;
        return Some(rank(text) > rank(former));
    }
    Some(false)
}

impl Store {
    /// What the copy with this `text` would change here. Changes nothing.
    pub fn restoring(self, text: &str) -> Restoring {
        let mut told = Restoring::default();
        // Where a copy has a key twice, the lines of it come together.
        let lines = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        for line in sorted(lines, Ord::cmp) {
            match self.tell(&line, &mut told) {
                Some(()) => told.is_ours = true,
                None => told.left_out += 1,
            }
        }
        told
    }

    /// Tells what one line would do; nothing where it cannot be read.
    fn tell(self, line: &str, told: &mut Restoring) -> Option<()> {
        let (key, text) = line.split_once('=')?;
        let twice = told.lines.last_mut().filter(|(former, _)| former == key);
        if let Some((_, former)) = twice {
            // As where two copies were put together: whichever holds, holds here as well.
            if wins(key, text, former)? {
                text.clone_into(former);
            }
        } else if let Some(id) = key.strip_prefix(DONE) {
            self.tell_record(key, text, &line::read(id, text).ok()?, told);
        } else if let Some(id) = key.strip_prefix(ROUTINE) {
            self.tell_routine(id, key, text, told)?;
        } else if key == SETTINGS {
            self.tell_settings(text, told)?;
        } else if key.starts_with(BAD) {
            // Damaged on the device that it comes from, and kept there aside: it is kept aside here as well.
            if self.ports.disk().read(key).is_none() {
                told.lines.push((key.to_owned(), text.to_owned()));
            }
        } else {
            return None;
        }
        Some(())
    }

    fn tell_record(self, key: &str, text: &str, record: &Record, told: &mut Restoring) {
        // From the disk: of a long history not all need have been read yet.
        let here = self.ports.disk().read(key);
        let is_newer = here.as_deref().is_some_and(line::is_newer);
        let here = here.and_then(|here| line::read(record.id.as_str(), &here).ok());
        let holds = !is_newer && here.as_ref().is_none_or(|here| record.replaces(here));
        told.sessions.count(here.is_some_and(|here| !here.deleted), holds, record.deleted);
        if holds {
            told.lines.push((key.to_owned(), text.to_owned()));
        }
    }

    fn tell_routine(self, id: &str, key: &str, text: &str, told: &mut Restoring) -> Option<()> {
        let routine = OwnRoutine::read(id, text).ok()?;
        let here = self.ports.disk().read(key);
        let holds = !self.is_newer_here(key) && rank(text) > here.as_deref().and_then(rank);
        let is_here = here.is_some_and(|here| matches!(OwnRoutine::read(id, &here), Ok(Some(_))));
        told.routines.count(is_here, holds, routine.is_none());
        if holds {
            told.lines.push((key.to_owned(), text.to_owned()));
        }
        Some(())
    }

    fn tell_settings(self, text: &str, told: &mut Restoring) -> Option<()> {
        let (settings, problems) = Settings::read(text);
        if !problems.is_empty() {
            return None;
        }
        let chosen = self.settings.get_untracked();
        // To have read the notice is no choice.
        let is_untouched = chosen == Settings { notice_read: chosen.notice_read, ..Settings::default() };
        told.settings = is_untouched && settings != chosen && !self.is_newer_here(SETTINGS);
        if told.settings {
            told.lines.push((SETTINGS.to_owned(), text.to_owned()));
        }
        Some(())
    }

    /// Whether a later version wrote what is kept under `key`: no copy takes its place.
    fn is_newer_here(self, key: &str) -> bool {
        self.ports.disk().read(key).is_some_and(|here| is_newer(&here))
    }

    /// Does what was told. Stops where there is no room for more; what was written until then is whole and holds.
    pub fn restore(self, told: &Restoring) -> Restored {
        let disk = self.ports.disk();
        let mut restored = Restored { before: Vec::new(), complete: true };
        for (key, text) in &told.lines {
            let before = disk.read(key);
            if !self.write(key, text) {
                restored.complete = false;
                break;
            }
            restored.before.push((key.clone(), before));
        }
        self.load();
        restored
    }

    /// Takes a restoring or an erasing back: everything that it touched is as it was before.
    pub fn take_back(self, restored: &Restored) {
        let disk = self.ports.disk();
        // Backwards: what was written over twice ends as it was before the first time.
        for (key, before) in restored.before.iter().rev() {
            match before {
                Some(text) => drop(self.write(key, text)),
                None => disk.remove(key),
            }
        }
        self.load();
    }
}
