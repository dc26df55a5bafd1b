//! What outlives a visit: history, own routines, settings, the session that is on.
//!
//! Decides: which key holds what, and what happens to a line that cannot be read. Deliberately does not know the lines
//! themselves (`domain`) nor where they are kept ([`crate::ports::Disk`]).
//!
//! *Invariant:* nothing stored is ever overwritten or erased by something that failed to load. A damaged line moves to a
//! key of its own (`evenkeel:bad:…`) and is reported; a line of a later version stays where it is, and is copied there too
//! where something else may be written under its key. One key per record,
//! so that a write is small and two windows cannot undo each other's work.

mod load;
mod notice;
mod own;
mod restore;
#[cfg(test)]
mod tests;

pub use notice::Notice;
pub use own::OwnRoutine;
pub use restore::{Restored, Restoring, Tally};

use std::collections::BTreeSet;

use domain::history::{History, Record, RecordId, line};
use domain::order::sorted;
use domain::routine::Routine;
use domain::session::Session;
use domain::settings::Settings;
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use crate::ports::{DiskTrouble, Ports};

const SETTINGS: &str = "evenkeel:1:settings";
const ROUTINE: &str = "evenkeel:1:routine:";
const DONE: &str = "evenkeel:1:done:";
const LIVE: &str = "evenkeel:1:live";
const BAD: &str = "evenkeel:bad:";
/// The latest form that a person was told of which this version cannot read: such lines stay where they are, and would be
/// told again at every start.
const TOLD: &str = "evenkeel:1:told";

/// The key of a session.
fn done_key(id: &RecordId) -> String {
    [DONE, id.as_str()].concat()
}

/// A handle to what is kept, small enough to be copied into every closure.
#[derive(Clone, Copy)]
pub struct Store {
    ports: Ports,
    history: RwSignal<History>,
    settings: RwSignal<Settings>,
    routines: RwSignal<Vec<OwnRoutine>>,
    notices: RwSignal<Vec<Notice>>,
}

/// What was not read at the start.
struct Older {
    /// The keys of what is still to be read.
    keys: Vec<String>,
    /// What was read since.
    read: Vec<Record>,
}

/// How far back the records go that a start reads: as far as any page shows at first (half a year of days), with a
/// little more for clocks that were set.
const RECENT: Millis = Millis(200 * 24 * 3_600_000);
/// How many older records are read in one go: a few milliseconds of work.
const AT_ONCE: usize = 250;

impl Store {
    /// What every key of ours begins with.
    pub const PREFIX: &str = "evenkeel:";

    /// A store that has read nothing yet: as if nothing were kept, until [`Store::load`].
    pub fn new(ports: Ports) -> Self {
        let store = Self {
            ports,
            history: RwSignal::default(),
            settings: RwSignal::default(),
            routines: RwSignal::default(),
            notices: RwSignal::default(),
        };
        if ports.disk().works().is_err() {
            store.notify(Notice::Forbidden);
        }
        store
    }

    /// Whether anything may be kept, so that there is something to load.
    pub fn holds_something(self) -> bool {
        !self.ports.disk().is_empty()
    }

    /// Whether another window's change of `key` (`None`: of everything) is a change of what is loaded.
    pub fn is_loaded_from(key: Option<&str>) -> bool {
        key.is_none_or(|key| {
            key.starts_with(Self::PREFIX) && !key.starts_with(BAD) && key != LIVE && key != TOLD
        })
    }

    /// Loads what is kept: settings, routines, the records of the last half year; older ones follow when there is nothing
    /// better to do.
    pub fn load(self) {
        let older = self.load_recent();
        self.read_on(older);
    }

    /// Loads all but the older records, and gives those that are still to be read.
    fn load_recent(self) -> Older {
        let disk = self.ports.disk();
        // They stay where they are, so they are found again.
        self.notices.update(|notices| notices.retain(|notice| !matches!(notice, Notice::Newer(_))));
        let mut found = load::Findings::default();
        let keys = disk.keys(Self::PREFIX);
        let since = load::key_at(Moment(self.ports.clock().now().0.saturating_sub(RECENT.0)));
        let (older, recent): (Vec<_>, Vec<_>) =
            keys.into_iter().partition(|key| load::is_before(key, &since));
        let history = History::from_records(load::records(&*disk, &recent, &mut found));
        self.history.set(if older.is_empty() { history } else { history.newest() });
        self.routines.set(load::routines(&*disk, &recent, &mut found));
        self.settings.set(load::settings(&*disk, &mut found));
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
    fn read_some(self, mut older: Older) -> Option<Older> {
        let disk = self.ports.disk();
        let mut found = load::Findings::default();
        let some = older.keys.split_off(older.keys.len().saturating_sub(AT_ONCE));
        older.read.extend(load::records(&*disk, &some, &mut found));
        self.report(&found);
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
        let mut found = load::Findings::default();
        match key {
            Some(key) if key.starts_with(DONE) => {
                let read = load::records(&*disk, &[key.to_owned()], &mut found).pop();
                let id = key.strip_prefix(DONE).and_then(RecordId::read);
                self.history.update(|history| match (read, id) {
                    (Some(record), _) => history.follow(record),
                    (None, Some(id)) => history.forget(&id),
                    (None, None) => {}
                });
            }
            Some(key) if key.starts_with(ROUTINE) => {
                self.routines.set(load::routines(&*disk, &disk.keys(ROUTINE), &mut found));
            }
            Some(SETTINGS) => self.settings.set(load::settings(&*disk, &mut found)),
            _ => self.load(),
        }
        self.report(&found);
    }

    fn report(self, found: &load::Findings) {
        if found.damaged > 0 {
            self.notify_of(found.damaged, Notice::Damaged);
        }
        if found.newer > 0 && found.latest > self.told() {
            self.notify_of(found.newer, Notice::Newer);
        }
    }

    /// Says how many lines something is about, those that were said before and not read yet included.
    fn notify_of(self, count: usize, notice: fn(usize) -> Notice) {
        self.notices.update(|notices| {
            let slug = notice(count).slug();
            let before =
                notices.iter().filter(|known| known.slug() == slug).filter_map(Notice::count).sum::<usize>();
            notices.retain(|known| known.slug() != slug);
            notices.push(notice(before + count));
        });
    }

    /// What has been done.
    pub fn history(self) -> ReadSignal<History> {
        self.history.read_only()
    }

    /// What the person chose.
    pub fn settings(self) -> ReadSignal<Settings> {
        self.settings.read_only()
    }

    /// The routines made or kept here, the one changed last first.
    pub fn routines(self) -> ReadSignal<Vec<OwnRoutine>> {
        self.routines.read_only()
    }

    /// What should be known about what is kept.
    pub fn notices(self) -> ReadSignal<Vec<Notice>> {
        self.notices.read_only()
    }

    /// The person has read `notice`.
    pub fn dismiss(self, notice: &Notice) {
        if let Notice::Newer(_) = notice {
            let latest = load::latest(&*self.ports.disk());
            // Where it cannot be kept, it is said again: nothing to tell anybody of.
            let _ = self.ports.disk().write(TOLD, &latest.to_string());
        }
        self.notices.update(|notices| notices.retain(|known| known != notice));
    }

    fn told(self) -> u32 {
        self.ports.disk().read(TOLD).and_then(|told| told.parse().ok()).unwrap_or(0)
    }

    fn notify(self, notice: Notice) {
        self.notices.update(|notices| {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        });
    }

    fn write(self, key: &str, text: &str) -> bool {
        let trouble = self.ports.disk().write(key, text).err();
        match trouble {
            Some(DiskTrouble::Forbidden) => self.notify(Notice::Forbidden),
            Some(DiskTrouble::Full) => self.notify(Notice::Full),
            None => {}
        }
        trouble.is_none()
    }

    /// Changes what the person chose.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.write(SETTINGS, &self.settings.with_untracked(Settings::write));
    }

    /// Keeps a record, new or changed (with a higher `rev`). False: it holds for this visit only.
    pub fn keep_record(self, record: Record) -> bool {
        let key = done_key(&record.id);
        let text = line::write(&record);
        let mut newest = false;
        self.history.update(|history| newest = history.put(record));
        // Asked once, when there is something to lose: some browsers ask the person in turn.
        if self.history.with_untracked(|history| history.all().len() == 1) {
            self.ports.disk().settle();
        }
        !newest || self.write(&key, &text)
    }

    /// Keeps what is left of the session that was on. Where there is no room for both, the line of that session makes way,
    /// and comes back if that does not help. False: it holds for this visit only.
    pub fn keep_finished(self, record: Record) -> bool {
        let disk = self.ports.disk();
        let (key, text, live) = (done_key(&record.id), line::write(&record), disk.read(LIVE));
        if disk.write(&key, &text) == Err(DiskTrouble::Full) {
            disk.remove(LIVE);
        }
        let is_kept = self.keep_record(record);
        if let Some(live) = live.filter(|_| !is_kept) {
            let _ = disk.write(LIVE, &live);
        }
        is_kept
    }

    /// Changes a record that is kept.
    pub fn change_record(self, id: &RecordId, change: impl FnOnce(&mut Record)) {
        let Some(mut record) = self.history.with_untracked(|history| history.get(id).cloned()) else {
            return;
        };
        change(&mut record);
        record.rev = record.rev.saturating_add(1);
        self.keep_record(record);
    }

    /// Deletes a record, and gives it back for [`Store::restore_record`].
    pub fn forget_record(self, id: &RecordId) -> Option<Record> {
        let record = self.history.with_untracked(|history| history.get(id).cloned())?;
        self.keep_record(record.tombstone());
        Some(record)
    }

    /// Takes a deletion back.
    pub fn restore_record(self, mut record: Record) {
        record.rev = record.rev.saturating_add(2);
        self.keep_record(record);
    }

    /// The own routine with this id.
    pub fn routine(self, id: &str) -> Option<Routine> {
        self.routines.with(|all| all.iter().find(|own| own.id == id).map(|own| own.routine.clone()))
    }

    /// Keeps a routine: under its `id` as changed, without one as a new one. Its id comes back.
    pub fn keep_routine(self, id: Option<&str>, routine: Routine) -> String {
        let now = self.ports.clock().now();
        let id = id.map_or_else(|| RecordId::new(now, self.ports.chance().bits()).to_string(), str::to_owned);
        let rev = self.next_rev(&id);
        let own = OwnRoutine { id: id.clone(), rev, changed: now, routine };
        self.write(&[ROUTINE, &id].concat(), &own.write());
        self.routines.update(|all| {
            all.retain(|known| known.id != id);
            all.insert(0, own);
        });
        id
    }

    /// Deletes an own routine, and gives it back for [`Store::keep_routine`].
    pub fn forget_routine(self, id: &str) -> Option<Routine> {
        let routine = self.routine_untracked(id)?;
        let gone = own::tombstone(self.next_rev(id), self.ports.clock().now());
        self.write(&[ROUTINE, id].concat(), &gone);
        self.routines.update(|all| all.retain(|known| known.id != id));
        Some(routine)
    }

    fn routine_untracked(self, id: &str) -> Option<Routine> {
        self.routines.with_untracked(|all| all.iter().find(|own| own.id == id).map(|own| own.routine.clone()))
    }

    /// One more than the version that is stored now, by whichever window.
    fn next_rev(self, id: &str) -> u32 {
        let stored = self.ports.disk().read(&[ROUTINE, id].concat());
        stored.and_then(|text| own::rev(&text)).unwrap_or(0).saturating_add(1)
    }

    /// The session that was on when the page was last left.
    pub fn live(self) -> Option<Session> {
        let mut found = load::Findings::default();
        let session = load::live(&*self.ports.disk(), &mut found);
        self.report(&found);
        session
    }

    /// Keeps the session that is on.
    pub fn keep_live(self, session: &Session) {
        self.write(LIVE, &session.write());
    }

    /// No session is on.
    pub fn clear_live(self) {
        self.ports.disk().remove(LIVE);
    }

    /// Everything that is kept, damaged lines included, as a text to be put into a file: one `key=line` each.
    pub fn backup(self) -> String {
        let disk = self.ports.disk();
        let lines: Vec<String> = disk
            .keys(Self::PREFIX)
            .into_iter()
            .filter(|key| key != LIVE && key != TOLD)
            .filter_map(|key| disk.read(&key).map(|text| [&key, "=", &text, "\n"].concat()))
            .collect();
        sorted(lines, Ord::cmp).concat()
    }

    /// Erases everything that is kept here, damaged lines included. There is no way back.
    pub fn erase_everything(self) {
        let disk = self.ports.disk();
        for key in disk.keys(Self::PREFIX) {
            disk.remove(&key);
        }
        self.load();
    }

    /// Makes this the store of every component below.
    pub fn provide(self) {
        provide_context(self);
    }
}

/// What this app keeps; an empty store where none was provided.
pub fn use_store() -> Store {
    use_context().unwrap_or_else(|| Store::new(crate::ports::use_ports()))
}
