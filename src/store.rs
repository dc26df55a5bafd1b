//! What outlives a visit: history, own routines, settings, the session that is on.
//!
//! Decides: which key holds what, and what happens to a line that cannot be read. Deliberately does not know the lines
//! themselves (`domain`) nor where they are kept ([`crate::ports::Disk`]).
//!
//! *Invariant:* nothing stored is ever overwritten or erased by something that failed to load. A damaged line moves to a
//! key of its own (`evenkeel:bad:…`) and is reported; a line of a later version stays where it is, and is copied there too
//! where something else may be written under its key. One key per record,
//! so that a write is small and two windows cannot undo each other's work.

#[cfg(test)]
mod data_tests;
mod erase;
#[cfg(test)]
mod harm_tests;
mod load;
mod notice;
mod own;
mod restore;
mod room;
#[cfg(test)]
mod tests;

pub use erase::{Erasing, Extent};
pub use notice::Notice;
pub use own::OwnRoutine;
pub use restore::{Restored, Restoring, Tally};
pub use room::Kept;

use domain::history::{History, Record, RecordId, line};
use domain::order::sorted;
use domain::routine::Routine;
use domain::session::Session;
use domain::settings::Settings;
use leptos::prelude::*;

use crate::ports::{DiskTrouble, Ports};

const SETTINGS: &str = "evenkeel:1:settings";
/// The settings of somebody who has read the notice, and has chosen nothing: written out, because the start of the program
/// cannot write settings.
const NOTICE_READ: &str = "1|29e750bb|notice=read";
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
    unread: RwSignal<Vec<Notice>>,
}

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
            unread: RwSignal::default(),
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

    /// Whether another window's change of `key` (`None`: of everything) is one of the session that is on.
    pub fn is_live_in(key: Option<&str>) -> bool {
        key.is_none_or(|key| key == LIVE)
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

    /// What should be known about what is kept: all that turned up during this visit.
    pub fn notices(self) -> ReadSignal<Vec<Notice>> {
        self.notices.read_only()
    }

    /// What of it the person has not read yet.
    pub fn unread(self) -> ReadSignal<Vec<Notice>> {
        self.unread.read_only()
    }

    /// The person has read `notice`: it is not told again in this visit, however often it comes up.
    pub fn dismiss(self, notice: &Notice) {
        if let Notice::Newer(_) = notice {
            self.remember_as_told();
        }
        self.unread.update(|notices| notices.retain(|known| known != notice));
    }

    fn notify(self, notice: Notice) {
        if self.notices.with_untracked(|notices| notices.contains(&notice)) {
            return;
        }
        for list in [self.notices, self.unread] {
            list.update(|notices| notices.push(notice.clone()));
        }
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
        self.choose(change);
        self.keep_settings();
    }

    /// Changes what the person chose, until it is kept with [`Store::keep_settings`].
    pub fn choose(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
    }

    /// Keeps that the notice was read, at once where nothing else was chosen yet. False: the whole settings have to be
    /// kept, by a part of the program that may have to be fetched first.
    pub fn keep_notice_read(self) -> bool {
        let is_first = self.ports.disk().read(SETTINGS).is_none();
        is_first && self.write(SETTINGS, NOTICE_READ)
    }

    /// Keeps what the person chose.
    pub fn keep_settings(self) {
        self.write(SETTINGS, &self.settings.with_untracked(Settings::write));
    }

    /// Keeps a record, new or changed (with a higher `rev`). False: it holds for this visit only.
    pub fn keep_record(self, record: Record) -> bool {
        let key = done_key(&record.id);
        let text = line::write(&record);
        // One that found no room before finds it now, perhaps.
        let is_same = self.history.with_untracked(|history| history.get(&record.id) == Some(&record));
        let mut newest = false;
        self.history.update(|history| newest = history.put(record));
        // Asked once, when there is something to lose: some browsers ask the person in turn.
        if self.history.with_untracked(|history| history.all().len() == 1) {
            self.ports.disk().settle(true, Box::new(|_| ()));
        }
        !(newest || is_same) || self.write_watching(&key, &text)
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
        let id = id.map_or_else(|| self.new_id(), str::to_owned);
        let rev = self.next_rev(&id);
        let own = OwnRoutine { id: id.clone(), rev, changed: now, routine };
        self.write(&[ROUTINE, &id].concat(), &own.write());
        self.routines.update(|all| {
            all.retain(|known| known.id != id);
            all.insert(0, own);
        });
        id
    }

    /// An id that no own routine has.
    pub fn new_id(self) -> String {
        RecordId::new(self.ports.clock().now(), self.ports.chance().bits()).to_string()
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

    /// One more than the version that is stored now, by whichever window, and is about to be written over.
    fn next_rev(self, id: &str) -> u32 {
        let (disk, key) = (self.ports.disk(), [ROUTINE, id].concat());
        let stored = disk.read(&key);
        if let Some(text) = &stored {
            load::spare_newer(&*disk, &key, text);
        }
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

    /// Makes this the store of every component below.
    pub fn provide(self) {
        provide_context(self);
    }
}

/// What this app keeps; an empty store where none was provided.
pub fn use_store() -> Store {
    use_context().unwrap_or_else(|| Store::new(crate::ports::use_ports()))
}
