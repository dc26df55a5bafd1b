//! What is kept, on a device whose storage can be damaged and filled by hand.

use std::rc::Rc;

use domain::history::Record;
use domain::routine::notation;
use domain::session::{Event, Session};
use domain::settings::Settings;
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use super::{Notice, Store, Tally};
use crate::ports::Ports;
use crate::ports::recorded::Recorded;

pub(super) fn open(device: &Rc<Recorded>) -> (Owner, Store) {
    let owner = Owner::new();
    owner.set();
    let store = Store::new(Ports::new(device.device()));
    store.load();
    (owner, store)
}

pub(super) fn put(device: &Recorded, key: &str, text: &str) {
    device.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
}

#[test]
fn a_damaged_line_is_set_aside_and_everything_else_still_loads() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    let id = store.keep_routine(None, notation::read("1/Mine/plank.20s").routine);
    put(&device, "evenkeel:1:done:abc", "1|00000000|cut of");
    put(&device, "evenkeel:1:routine:xyz", "nonsense");
    let (_owner, store) = open(&device);
    assert!(store.routine(&id).is_some());
    assert_eq!(store.notices().get_untracked(), [Notice::Damaged(2)]);
    let kept = device.kept.borrow();
    assert_eq!(kept.get("evenkeel:bad:evenkeel:1:done:abc").map(String::as_str), Some("1|00000000|cut of"));
    assert!(!kept.contains_key("evenkeel:1:done:abc"));
}

#[test]
fn a_second_damaged_line_does_not_push_out_the_first() {
    let device = Recorded::new();
    for text in ["first", "second", "second"] {
        put(&device, "evenkeel:1:done:abc", text);
        let _ = open(&device);
    }
    let kept = device.kept.borrow();
    let bad: Vec<&String> = kept.values().collect();
    assert_eq!(bad, ["first", "second"]);
}

#[test]
fn a_line_of_a_later_version_stays_where_it_is() {
    let device = Recorded::new();
    let line = domain::line::seal(&["x".to_owned()]).replacen('1', "9", 1);
    put(&device, "evenkeel:1:done:abc", &line);
    let (_owner, store) = open(&device);
    assert_eq!(store.notices().get_untracked(), [Notice::Newer(1)]);
    assert_eq!(device.kept.borrow().len(), 1);
}

#[test]
fn what_a_later_version_wrote_is_told_once_for_each_later_version() {
    let device = Recorded::new();
    let line = domain::line::seal(&["x".to_owned()]);
    for (id, told) in [("abc", 1), ("abd", 2)] {
        put(&device, &["evenkeel:1:done:", id].concat(), &line.replacen('1', "9", 1));
        let (_owner, store) = open(&device);
        store.load();
        assert_eq!(store.notices().get_untracked(), [Notice::Newer(told)], "loaded twice, counted once");
    }
    let (_owner, store) = open(&device);
    store.dismiss(&Notice::Newer(2));
    assert!(store.unread().get_untracked().is_empty());
    assert!(!store.backup().contains(super::TOLD), "a copy may go to a device where nobody was told");
    let (_owner, store) = open(&device);
    assert_eq!(store.notices().get_untracked(), [], "told and read");
    put(&device, "evenkeel:1:done:abe", &line.replacen('1', "10", 1));
    let (_owner, store) = open(&device);
    assert_eq!(store.notices().get_untracked(), [Notice::Newer(3)]);
}

#[test]
fn without_room_a_damaged_line_stays_rather_than_being_lost() {
    let device = Recorded::new();
    put(&device, "evenkeel:1:done:abc", "cut of");
    device.is_full.set(true);
    let _ = open(&device);
    assert_eq!(device.kept.borrow().get("evenkeel:1:done:abc").map(String::as_str), Some("cut of"));
}

#[test]
fn a_full_device_says_so_and_the_app_goes_on() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    device.is_full.set(true);
    store.change_settings(|settings| settings.volume = 10);
    assert_eq!(store.notices().get_untracked(), [Notice::Full]);
    assert_eq!(store.settings().get_untracked().volume, 10);
}

#[test]
fn settings_that_make_sense_hold_beside_one_that_does_not() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    store.change_settings(|settings| settings.volume = 10);
    let text = device.kept.borrow().get("evenkeel:1:settings").cloned().unwrap_or_default();
    assert_eq!(Settings::read(&text).0.volume, 10);
    let (_owner, store) = open(&device);
    assert_eq!(store.settings().get_untracked().volume, 10);
    assert!(store.notices().get_untracked().is_empty());
}

#[test]
fn a_deleted_routine_stays_deleted_and_can_be_taken_back() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    let id = store.keep_routine(None, notation::read("1/Mine/plank.20s").routine);
    let routine = store.forget_routine(&id);
    let (_owner, store) = open(&device);
    assert!(store.routines().get_untracked().is_empty());
    assert_eq!(store.keep_routine(Some(&id), routine.unwrap_or_default()), id);
    assert_eq!(store.routines().get_untracked().first().map(|own| own.rev), Some(3));
}

/// A device on which two sessions were done and a routine was made, and the copy of all of it.
pub(super) fn copied() -> String {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    for (at, text) in [(5, "1/One/plank.30s"), (9, "1/Two/superman.15")] {
        store.keep_record(record(text, at));
    }
    store.keep_routine(None, notation::read("1/Mine/plank.20s").routine);
    store.change_settings(|settings| settings.volume = 30);
    store.backup()
}

pub(super) fn record(text: &str, at: u64) -> Record {
    let start = Moment(at * 100_000_000);
    let mut session = Session::new(notation::read(text).routine, Millis::ZERO, start);
    session.update(start, Event::Start);
    Record::of(&session, start + Millis::seconds(7200), 0, 7).unwrap()
}

#[test]
fn a_copy_is_told_before_it_is_restored_and_can_be_taken_back() {
    let copy = copied();
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    store.keep_record(record("1/Here/plank.30s", 7));
    let before = device.kept.borrow().clone();
    let told = store.restoring(&copy);
    assert_eq!(*device.kept.borrow(), before, "to be told changes nothing");
    assert_eq!((told.sessions.added, told.routines.added, told.settings, told.left_out), (2, 1, true, 0));
    let restored = store.restore(&told);
    assert!(restored.complete);
    assert_eq!(store.history().with_untracked(|history| history.records().len()), 3);
    assert_eq!(store.settings().get_untracked().volume, 30);
    let again = store.restoring(&copy);
    assert!(!again.changes_something() && again.sessions.kept == 2, "to restore it twice comes to the same");
    store.take_back(&restored);
    assert_eq!(*device.kept.borrow(), before);
    assert_eq!(store.history().with_untracked(|history| history.records().len()), 1);
}

#[test]
fn what_is_newer_here_stays_and_what_was_deleted_stays_deleted() {
    let copy = copied();
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    store.restore(&store.restoring(&copy));
    let ids = store.history().with_untracked(|history| {
        history.records().into_iter().map(|record| record.id.clone()).collect::<Vec<_>>()
    });
    store.change_record(&ids[0], |record| record.note = "easy".to_owned());
    store.forget_record(&ids[1]);
    let told = store.restoring(&copy);
    assert_eq!(told.sessions, Tally { kept: 2, ..Tally::default() });
    // And the other way round: a copy of here takes both there.
    let (other, newer) = (Recorded::new(), store.backup());
    let (_owner, store) = open(&other);
    store.restore(&store.restoring(&copy));
    let told = store.restoring(&newer);
    assert_eq!(told.sessions, Tally { changed: 1, removed: 1, ..Tally::default() });
}

#[test]
fn of_two_versions_in_one_copy_the_newer_one_is_restored() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    store.keep_record(record("1/One/plank.30s", 5));
    let id = store.keep_routine(None, notation::read("1/Mine/plank.20s").routine);
    let older = store.backup();
    let record_id = store.history().with_untracked(|history| history.all()[0].id.clone());
    store.change_record(&record_id, |record| record.note = "easy".to_owned());
    store.keep_routine(Some(&id), notation::read("1/Mine/plank.25s").routine);
    let newer = store.backup();
    for both in [[&*older, &*newer].concat(), [&*newer, &*older].concat()] {
        let (_owner, store) = open(&Recorded::new());
        let told = store.restoring(&both);
        assert_eq!((told.sessions.added, told.routines.added, told.left_out), (1, 1, 0));
        let restored = store.restore(&told);
        assert_eq!(store.backup(), newer);
        store.take_back(&restored);
        assert_eq!(store.backup(), "");
    }
}

#[test]
fn a_restore_that_finds_no_room_keeps_what_it_wrote_and_can_be_begun_again() {
    let copy = copied();
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    let told = store.restoring(&copy);
    device.is_full.set(true);
    assert!(!store.restore(&told).complete);
    device.is_full.set(false);
    let (_owner, store) = open(&device);
    assert!(store.restore(&store.restoring(&copy)).complete);
    assert_eq!(store.history().with_untracked(|history| history.records().len()), 2);
}

#[test]
fn no_copy_takes_the_place_of_what_a_later_version_wrote() {
    let copy = copied();
    let device = Recorded::new();
    let newer = domain::line::seal(&["x".to_owned()]).replacen('1', "9", 1);
    for line in copy.lines() {
        put(&device, line.split_once('=').unwrap().0, &newer);
    }
    let (_owner, store) = open(&device);
    let before = device.kept.borrow().clone();
    let told = store.restoring(&copy);
    assert!(told.is_copy() && !told.changes_something());
    assert!(store.restore(&told).complete);
    assert_eq!(*device.kept.borrow(), before);
}

#[test]
fn a_copy_of_settings_alone_is_a_copy() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    store.change_settings(|settings| settings.volume = 30);
    let told = store.restoring(&store.backup());
    assert!(told.is_copy() && !told.changes_something());
}

#[test]
fn no_file_is_restored_that_is_none_of_ours() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    for text in ["", "hello", "a=b\nevenkeel:1:done:x=1|00000000|id=x", "evenkeel:1:live=1|0|", "\u{0}=\u{0}"]
    {
        let told = store.restoring(text);
        assert!(!told.is_copy() && !told.changes_something(), "{text}");
    }
    assert!(device.kept.borrow().is_empty());
}

#[test]
fn settings_of_a_later_version_are_kept_aside_before_others_take_their_place() {
    let device = Recorded::new();
    let line = domain::line::seal(&["volume=3".to_owned()]).replacen('1', "2", 1);
    put(&device, "evenkeel:1:settings", &line);
    let (_owner, store) = open(&device);
    assert_eq!(store.notices().get_untracked(), [Notice::Newer(1)]);
    assert_eq!(device.kept.borrow().get("evenkeel:1:settings"), Some(&line), "loading leaves it where it is");
    store.change_settings(|settings| settings.volume = 40);
    assert_eq!(device.kept.borrow().get("evenkeel:bad:evenkeel:1:settings"), Some(&line));
}

/// A session of an hour on a day so many days before the others.
fn session_of(days_ago: u64) -> Record {
    let text = "1/Mine/plank.20s";
    let start = Moment(1_788_343_200_000 - days_ago * 86_400_000);
    let mut session = Session::new(notation::read(text).routine, Millis::ZERO, start);
    session.update(start, Event::Start);
    Record::of(&session, start + Millis::seconds(60), 0, 7).unwrap()
}

#[test]
fn a_start_reads_the_last_half_year_and_the_rest_when_there_is_time() {
    let device = Recorded::new();
    device.now.set(1_788_343_200_000);
    let keep = |record: &Record| {
        let key = ["evenkeel:1:done:", record.id.as_str()].concat();
        put(&device, &key, &domain::history::line::write(record));
    };
    (0..1000).for_each(|days| keep(&session_of(days)));
    let count = |store: Store| store.history().with_untracked(domain::history::History::count);
    let (_owner, store) = open(&device);
    let is_whole = |store: Store| store.history().with_untracked(domain::history::History::is_whole);
    assert_eq!((count(store), is_whole(store)), (201, false));

    let read_the_rest = |older| {
        let mut left = Some(older);
        while let Some(older) = left {
            left = store.read_some(older);
        }
    };

    // What happens meanwhile is not undone by what comes late.
    let old = session_of(700);
    put(&device, "evenkeel:1:done:ia00000000", "2|00000000|cut of");
    let older = store.load_recent();
    store.keep_record(Record { rev: 2, note: "changed".into(), ..old.clone() });
    read_the_rest(older);
    assert_eq!((count(store), is_whole(store)), (1000, true));
    let note =
        store.history().with_untracked(|history| history.get(&old.id).map(|record| record.note.clone()));
    assert_eq!(note.as_deref(), Some("changed"));

    // What was erased while it was read does not come back.
    let older = store.load_recent();
    device.kept.borrow_mut().clear();
    store.load();
    read_the_rest(older);
    assert_eq!(count(store), 0);
    assert_eq!(store.notices().get_untracked(), [Notice::Damaged(1)]);
}

#[test]
fn what_another_window_does_to_one_session_is_followed_alone() {
    let device = Recorded::new();
    device.now.set(1_788_343_200_000);
    let (_owner, store) = open(&device);
    let (one, two) = (session_of(1), session_of(2));
    store.keep_record(one.clone());
    let key = ["evenkeel:1:done:", two.id.as_str()].concat();
    put(&device, &key, &domain::history::line::write(&two));
    store.reload(Some(&key));
    let ids = || {
        store.history().with_untracked(|past| past.records().iter().map(|r| r.id.clone()).collect::<Vec<_>>())
    };
    assert_eq!(ids(), [one.id.clone(), two.id.clone()]);
    device.kept.borrow_mut().remove(&key);
    store.reload(Some(&key));
    assert_eq!(ids(), [one.id]);
}

/// Every line that is kept.
fn lines(device: &Recorded) -> std::collections::BTreeMap<String, String> {
    device.kept.borrow().clone()
}

/// A device on which ten thousand sessions were done, and the copy of all of it.
fn copied_after_years() -> (Rc<Recorded>, String) {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    for days in 0..10_000 {
        let record = session_of(days);
        let key = ["evenkeel:1:done:", record.id.as_str()].concat();
        put(&device, &key, &domain::history::line::write(&record));
    }
    store.keep_routine(None, notation::read("1/Mine/plank.20s").routine);
    store.change_settings(|settings| settings.volume = 30);
    (device, store.backup())
}

#[test]
fn a_copy_of_ten_thousand_sessions_restores_identically() {
    let (there, copy) = copied_after_years();
    let here = Recorded::new();
    let (_owner, store) = open(&here);
    let told = store.restoring(&copy);
    assert_eq!(
        (told.sessions.added, told.routines.added, told.settings, told.left_out),
        (10_000, 1, true, 0)
    );
    assert!(store.restore(&told).complete);
    assert_eq!(lines(&here), lines(&there), "letter by letter");
    assert_eq!(store.backup(), copy);
}

#[test]
fn a_copy_with_damaged_lines_restores_every_other_line() {
    let (there, copy) = copied_after_years();
    // Every hundredth line lost its end, every hundredth next one a letter.
    let harmed = |(at, line): (usize, &str)| match at % 100 {
        7 => line[..line.len() - 3].to_owned(),
        8 => [&line[..line.len() - 1], "~"].concat(),
        _ => line.to_owned(),
    };
    let damaged: Vec<String> = copy.lines().enumerate().map(harmed).collect();
    let here = Recorded::new();
    let (_owner, store) = open(&here);
    let told = store.restoring(&damaged.join("\n"));
    assert_eq!((told.sessions.added, told.left_out), (9_800, 200));
    assert!(store.restore(&told).complete);
    let whole = copy.lines().zip(&damaged).filter(|(line, damaged)| line == damaged).count();
    assert_eq!(lines(&here).len(), whole);
    assert!(lines(&here).iter().all(|(key, line)| lines_of(&there, key).as_ref() == Some(line)));
}

fn lines_of(device: &Recorded, key: &str) -> Option<String> {
    device.kept.borrow().get(key).cloned()
}
