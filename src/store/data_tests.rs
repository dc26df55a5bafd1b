//! What is erased, how much room is left, and what is told of it.

use domain::settings::Settings;
use domain::time::{Day, Moment};
use leptos::prelude::*;

use super::tests::{copied, open, put, record};
use super::{Extent, Notice, Store};
use crate::ports::recorded::Recorded;

#[test]
fn a_notice_that_was_read_does_not_come_back_in_the_same_visit() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    device.is_full.set(true);
    store.change_settings(|settings| settings.volume = 10);
    store.dismiss(&Notice::Full);
    store.change_settings(|settings| settings.volume = 20);
    assert!(store.unread().get_untracked().is_empty());
    assert_eq!(store.notices().get_untracked(), [Notice::Full], "and can still be looked up");
}

#[test]
fn erasing_before_a_day_leaves_nothing_of_what_is_older_and_can_be_taken_back() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    for at in [5, 9, 12] {
        store.keep_record(record("1/One/plank.30s", at));
    }
    let oldest = store.history().with_untracked(|history| history.all()[0].id.clone());
    store.forget_record(&oldest);
    store.change_settings(|settings| settings.volume = 30);
    put(&device, "evenkeel:1:live", "the session that is on");
    let before = device.kept.borrow().clone();
    let day = Day::of(Moment(12 * 100_000_000), 0);
    let told = store.erasing(Extent::Before(day));
    assert_eq!((told.sessions, told.routines, told.settings), (1, 0, false));
    let erased = store.erase(Extent::Before(day));
    assert_eq!(device.kept.borrow().len(), 3, "one session, the settings, what is on: {:?}", device.kept);
    assert!(!store.erasing(Extent::Before(day)).takes_something());
    store.take_back(&erased);
    assert_eq!(*device.kept.borrow(), before);
}

#[test]
fn erasing_everything_leaves_only_the_session_that_is_on() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    store.restore(&store.restoring(&copied()));
    put(&device, "evenkeel:1:live", "the session that is on");
    put(&device, "evenkeel:bad:x", "damaged");
    let before = device.kept.borrow().clone();
    let told = store.erasing(Extent::Everything);
    assert_eq!((told.sessions, told.routines, told.settings, told.others), (2, 1, true, 1));
    let erased = store.erase(Extent::Everything);
    assert_eq!(device.kept.borrow().keys().collect::<Vec<_>>(), ["evenkeel:1:live"]);
    assert_eq!(store.settings().get_untracked(), Settings::default());
    store.take_back(&erased);
    assert_eq!(*device.kept.borrow(), before);
}

#[test]
fn that_most_of_the_room_is_used_is_told_once_when_it_happens() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    put(&device, "evenkeel:bad:filler", &"x".repeat(Store::ROOM / 5 * 4 - 150));
    let keep = |at| {
        let record = record("1/One/plank.30s", at);
        let size =
            "evenkeel:1:done:".len() + record.id.as_str().len() + domain::history::line::write(&record).len();
        store.keep_record(record);
        // What waits until there is nothing better to do.
        store.tell_if_filled(size);
    };
    keep(5);
    assert!(store.unread().get_untracked().is_empty());
    keep(6);
    assert_eq!(store.unread().get_untracked(), [Notice::NearlyFull]);
    store.dismiss(&Notice::NearlyFull);
    keep(7);
    assert!(store.unread().get_untracked().is_empty());
    let kept = store.kept();
    assert_eq!((kept.sessions, kept.aside, kept.permille), (3, 1, 800));
}

#[test]
fn the_browser_is_asked_to_keep_it_after_the_first_session_and_not_again() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    for at in [5, 9] {
        store.keep_record(record("1/One/plank.30s", at));
    }
    assert_eq!(device.heard().iter().filter(|told| *told == "settle").count(), 1);
}

#[test]
fn that_the_notice_was_read_is_kept_at_once_on_the_first_visit() {
    let device = Recorded::new();
    let (_owner, store) = open(&device);
    assert!(store.keep_notice_read());
    let (_owner, store) = open(&device);
    let read = Settings { notice_read: true, ..Settings::default() };
    assert_eq!(store.settings().get_untracked(), read);
    assert!(store.notices().get_untracked().is_empty());
    assert!(!store.keep_notice_read(), "there are settings, which are not written over");
}

#[test]
fn what_a_later_version_made_of_a_routine_is_not_lost_to_a_change() {
    let device = Recorded::new();
    put(&device, "evenkeel:1:routine:a1", "9|whatever it holds");
    let (_owner, store) = open(&device);
    store.keep_routine(Some("a1"), domain::routine::Routine::default());
    let kept = device.kept.borrow().clone();
    assert_eq!(
        kept.get("evenkeel:bad:evenkeel:1:routine:a1").map(String::as_str),
        Some("9|whatever it holds"),
        "{kept:?}"
    );
}
