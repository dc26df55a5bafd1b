//! Loading what is kept: every line that still makes sense, and a count of those that do not.
//!
//! Decides: a damaged line is moved to a key of its own before anything else can be written in its place; a line of a
//! later version is left alone.

use domain::history::{self, Record, RecordId};
use domain::line::{self, Damage};
use domain::order::sorted;
use domain::session::Session;
use domain::settings::Settings;
use domain::time::Moment;

use super::{BAD, DONE, LIVE, OwnRoutine, ROUTINE, SETTINGS, Store};
use crate::ports::Disk;

/// What was wrong with what was loaded.
#[derive(Default)]
pub(super) struct Findings {
    /// Lines that were damaged and set aside.
    pub(super) damaged: usize,
    /// Lines that a later version wrote.
    pub(super) newer: usize,
    /// The latest form among those.
    pub(super) latest: u32,
}

impl Findings {
    fn take(&mut self, disk: &dyn Disk, key: &str, text: &str, damage: &Damage) {
        if let Damage::Newer { found, .. } = damage {
            self.take_newer(*found);
        } else {
            self.damaged += 1;
            if set_aside(disk, key, text) {
                disk.remove(key);
            }
        }
    }

    fn take_newer(&mut self, form: u32) {
        self.newer += 1;
        self.latest = self.latest.max(form);
    }
}

/// The latest form among everything that is kept here.
pub(super) fn latest(disk: &dyn Disk) -> u32 {
    let keys = disk.keys(Store::PREFIX).into_iter().filter(|key| !key.starts_with(BAD));
    keys.filter_map(|key| line::version(&disk.read(&key)?)).max().unwrap_or(0)
}

/// Keeps a copy of a line, beside any that was set aside under the same key before.
fn set_aside(disk: &dyn Disk, key: &str, text: &str) -> bool {
    let first = [BAD, key].concat();
    let names = core::iter::once(first.clone()).chain((2..100).map(|n| format!("{first}:{n}")));
    for name in names {
        match disk.read(&name) {
            Some(kept) if kept == text => return true,
            Some(_) => {}
            None => return disk.write(&name, text).is_ok(),
        }
    }
    false
}

/// Reads the lines under those of `keys` that begin with `prefix`.
fn each<T>(
    disk: &dyn Disk,
    keys: &[String],
    prefix: &str,
    found: &mut Findings,
    read: impl Fn(&str, &str) -> Result<T, Damage>,
) -> Vec<T> {
    let mut values = Vec::new();
    for key in keys {
        let Some(id) = key.strip_prefix(prefix) else { continue };
        let Some(text) = disk.read(key) else { continue };
        match read(id, &text) {
            Ok(value) => values.push(value),
            Err(damage) => found.take(disk, key, &text, &damage),
        }
    }
    values
}

/// The records under those of `keys` that are a record's.
pub(super) fn records(disk: &dyn Disk, keys: &[String], found: &mut Findings) -> Vec<Record> {
    each(disk, keys, DONE, found, history::line::read)
}

/// The key that a session has which begins at `since`.
pub(super) fn key_at(since: Moment) -> String {
    [DONE, RecordId::new(since, 0).as_str()].concat()
}

/// Whether `key` is that of a session before the one that would have the key `at`. By the letters alone: of ids of one
/// length the later one is the greater, and to reckon with ten thousand of them would keep the start waiting.
pub(super) fn is_before(key: &str, at: &str) -> bool {
    key.len() == at.len() && key < at && key.starts_with(DONE)
}

pub(super) fn routines(disk: &dyn Disk, keys: &[String], found: &mut Findings) -> Vec<OwnRoutine> {
    let routines: Vec<OwnRoutine> =
        each(disk, keys, ROUTINE, found, OwnRoutine::read).into_iter().flatten().collect();
    sorted(routines, |a, b| (b.changed, &b.id).cmp(&(a.changed, &a.id)))
}

pub(super) fn settings(disk: &dyn Disk, found: &mut Findings) -> Settings {
    let Some(text) = disk.read(SETTINGS) else { return Settings::default() };
    if line::is_newer(&text) {
        found.take_newer(line::version(&text).unwrap_or(0));
        // The next choice is written under the same key: what is not ours to write over is there for when that version returns.
        set_aside(disk, SETTINGS, &text);
        return Settings::default();
    }
    let (settings, problems) = Settings::read(&text);
    if !problems.is_empty() {
        found.damaged += 1;
        // What made sense holds, and is what the next change writes; the line as it was is kept aside.
        if set_aside(disk, SETTINGS, &text) {
            let _ = disk.write(SETTINGS, &settings.write());
        }
    }
    settings
}

pub(super) fn live(disk: &dyn Disk, found: &mut Findings) -> Option<Session> {
    let text = disk.read(LIVE)?;
    match Session::read(&text) {
        Ok(session) => Some(session),
        Err(damage) => {
            if line::is_newer(&text) {
                // The next session is written under the same key.
                set_aside(disk, LIVE, &text);
            }
            found.take(disk, LIVE, &text, &damage);
            None
        }
    }
}
