//! Loading what is kept: every line that still makes sense, and a count of those that do not.
//!
//! Decides: what is read at the start and what later, when there is nothing better to do; a damaged line is moved to a key of its own before anything else can be written in its place; a line of a
//! later version is left alone.

use std::collections::BTreeSet;

use domain::history::{self, History, Record, RecordId};
use domain::line::{self, Damage};
use domain::order::sorted;
use domain::session::Session;
use domain::settings::Settings;
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use super::{BAD, DONE, LIVE, Notice, OwnRoutine, ROUTINE, SETTINGS, Store, TOLD, done_key};
use crate::ports::Disk;

/// How far back the records go that a start reads: as far as any page shows at first (half a year of days), with a
/// little more for clocks that were set.
const RECENT: Millis = Millis(200 * 24 * 3_600_000);
/// How many older records are read in one go: a few milliseconds of work.
const AT_ONCE: usize = 250;

/// What was not read at the start.
pub(super) struct Older {
    /// The keys of what is still to be read.
    keys: Vec<String>,
    /// What was read since.
    read: Vec<Record>,
}

impl Store {
    /// Loads what is kept: settings, routines, the records of the last half year; older ones follow when there is nothing
    /// better to do.
    pub fn load(self) {
        let older = self.load_recent();
        self.read_on(older);
    }

    /// Loads all but the older records, and gives those that are still to be read.
    pub(super) fn load_recent(self) -> Older {
        let disk = self.ports.disk();
        let mut found = Findings::default();
        let keys = disk.keys(Self::PREFIX);
        let since = key_at(Moment(self.ports.clock().now().0.saturating_sub(RECENT.0)));
        let (older, recent): (Vec<_>, Vec<_>) = keys.into_iter().partition(|key| is_before(key, &since));
        let history = History::from_records(records(&*disk, &recent, &mut found));
        self.history.set(if older.is_empty() { history } else { history.newest() });
        self.routines.set(routines(&*disk, &recent, &mut found));
        self.settings.set(settings(&*disk, &mut found));
        self.report(&found);
        Older { keys: older, read: Vec::new() }
    }

    fn read_on(self, older: Older) {
        if !older.keys.is_empty() {
            let read_some = move || {
                if let Some(older) = self.read_some(older) {
                    self.read_on(older);
                }
            };
            self.ports.page().when_idle(Box::new(read_some));
        }
    }

    /// Reads some of the older records, and gives what is left; the last of them bring all into the history.
    pub(super) fn read_some(self, mut older: Older) -> Option<Older> {
        let disk = self.ports.disk();
        let mut found = Findings::default();
        let some = older.keys.split_off(older.keys.len().saturating_sub(AT_ONCE));
        older.read.extend(records(&*disk, &some, &mut found));
        self.tell_of(found.damaged, Notice::Damaged, true);
        if found.latest > self.told() {
            self.tell_of(found.newer, Notice::Newer, true);
        }
        if !older.keys.is_empty() {
            return Some(older);
        }
        // What was erased meanwhile does not come back.
        let here: BTreeSet<String> = disk.keys(DONE).into_iter().collect();
        older.read.retain(|record| here.contains(&done_key(&record.id)));
        self.history.update(|history| {
            *history = core::mem::take(history).merged(History::from_records(older.read));
        });
        None
    }

    /// Loads what another window changed under `key`; everything, without one.
    pub fn reload(self, key: Option<&str>) {
        let disk = self.ports.disk();
        let mut found = Findings::default();
        match key {
            Some(key) if key.starts_with(DONE) => {
                let read = records(&*disk, &[key.to_owned()], &mut found).pop();
                let id = key.strip_prefix(DONE).and_then(RecordId::read);
                self.history.update(|history| match (read, id) {
                    (Some(record), _) => history.follow(record),
                    (None, Some(id)) => history.forget(&id),
                    (None, None) => {}
                });
            }
            Some(key) if key.starts_with(ROUTINE) => {
                self.routines.set(routines(&*disk, &disk.keys(ROUTINE), &mut found));
            }
            Some(SETTINGS) => self.settings.set(settings(&*disk, &mut found)),
            _ => self.load(),
        }
        self.report(&found);
    }

    /// Tells what was found in everything that was read at once.
    pub(super) fn report(self, found: &Findings) {
        self.tell_of(found.damaged, Notice::Damaged, true);
        if found.latest > self.told() {
            self.tell_of(found.newer, Notice::Newer, false);
        }
    }

    /// The latest form of which a person was told that this version cannot read it.
    fn told(self) -> u32 {
        self.ports.disk().read(TOLD).and_then(|told| told.parse().ok()).unwrap_or(0)
    }

    /// The person has been told of all that a later version wrote.
    pub(super) fn remember_as_told(self) {
        let latest = latest(&*self.ports.disk());
        // Where it cannot be kept, it is said again: nothing to tell anybody of.
        let _ = self.ports.disk().write(TOLD, &latest.to_string());
    }

    /// Says how many lines something is about. `more`: besides those that were told of before. A damaged line is moved away
    /// and never found again; one of a later version is found each time.
    fn tell_of(self, count: usize, notice: fn(usize) -> Notice, more: bool) {
        let slug = notice(count).slug();
        let former = |notices: &Vec<Notice>| {
            notices.iter().filter(|known| known.slug() == slug).filter_map(Notice::count).sum::<usize>()
        };
        let before = self.notices.with_untracked(former);
        let now = if more { before + count } else { count };
        if count > 0 && now != before {
            for list in [self.notices, self.unread] {
                list.update(|notices| {
                    notices.retain(|known| known.slug() != slug);
                    notices.push(notice(now));
                });
            }
        }
    }
}

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

/// Copies aside what a later version wrote under `key`, where something else may be written: it is there for when that
/// version returns. Whether it was one.
pub(super) fn spare_newer(disk: &dyn Disk, key: &str, text: &str) -> bool {
    let is_newer = line::is_newer(text);
    if is_newer {
        set_aside(disk, key, text);
    }
    is_newer
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
    if spare_newer(disk, SETTINGS, &text) {
        found.take_newer(line::version(&text).unwrap_or(0));
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
            spare_newer(disk, LIVE, &text);
            found.take(disk, LIVE, &text, &damage);
            None
        }
    }
}
