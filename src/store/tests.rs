//! What is kept, on a device whose storage can be damaged and filled by hand.

use std::rc::Rc;

use domain::routine::notation;
use domain::settings::Settings;
use leptos::prelude::*;

use super::{Notice, Store};
use crate::ports::Ports;
use crate::ports::recorded::Recorded;

fn open(device: &Rc<Recorded>) -> (Owner, Store) {
    let owner = Owner::new();
    owner.set();
    let store = Store::new(Ports::new(device.device()));
    store.load();
    (owner, store)
}

fn put(device: &Recorded, key: &str, text: &str) {
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
