//! Several windows and one session.

use super::*;
use crate::conductor::Leader;
use crate::conductor::owner::GRACE;

impl Visit {
    fn leader(&self) -> Leader {
        self.conductor.leader().get_untracked()
    }

    /// What is stored changed, by another window.
    fn look(&self) {
        self.conductor.follow_other();
        self.store.reload(None);
    }

    fn phase(&self) -> Option<usize> {
        self.conductor.face().get_untracked().map(|face| face.phase)
    }
}

/// A session that runs in the first of two windows since 12 s, and is shown in the second.
fn two() -> (Visit, Visit) {
    let first = started(SHORT);
    let second = window(&first.device);
    second.conductor.resume();
    first.device.pass(12);
    (first, second)
}

/// As long as a window waits for one that is only loaded again, and a little more.
fn wait(visit: &Visit) {
    visit.device.pass(GRACE.whole_seconds() + 1);
}

const NEXT: &str = "1/Next/plank.20s";

#[test]
fn a_second_window_shows_the_session_and_touches_nothing() {
    let (first, second) = two();
    assert_eq!(
        (second.state(), second.elapsed(), second.leader()),
        (Some(State::Running), 12, Leader::Elsewhere)
    );
    assert!(!second.conductor.send(Event::Pause));
    assert_eq!(second.conductor.lacks(), []);
    second.device.heard();
    second.conductor.seen(false);
    second.conductor.seen(true);
    second.conductor.hear_anew();
    assert_eq!(second.device.heard(), [""; 0]);
    assert!(first.conductor.send(Event::Pause));
    assert_eq!(first.device.heard(), ["keep live", "release", "silence"], "once");
    second.look();
    assert_eq!(second.state(), Some(State::Paused));
    assert!(first.conductor.send(Event::GoOn));
    second.look();
    first.device.pass(60);
    second.look();
    assert_eq!((first.records(), second.records(), first.keys(":done:")), (1, 1, 1));
    assert_eq!(second.conductor.stage().get_untracked(), Stage::Idle);
    wait(&second);
    assert_eq!(second.leader(), Leader::Here, "nothing is on, so nobody has to be asked");
}

#[test]
fn a_session_that_is_taken_over_goes_on_and_the_first_window_only_shows_it() {
    let (first, second) = two();
    first.device.heard();
    second.conductor.take_over();
    assert_eq!(first.device.heard().iter().filter(|told| *told == "keep live").count(), 1, "by one of them");
    assert_eq!((first.leader(), second.leader()), (Leader::Elsewhere, Leader::Here));
    assert_eq!((second.state(), second.elapsed()), (Some(State::Running), 12));
    first.device.pass(5);
    assert_eq!((first.elapsed(), second.elapsed()), (17, 17));
    assert!(!first.conductor.send(Event::Skip) && second.conductor.send(Event::Skip));
    first.look();
    assert_eq!(first.phase(), second.phase());
    second.device.pass(60);
    first.look();
    assert_eq!((first.records(), second.keys(":done:")), (1, 1));
}

#[test]
fn a_session_that_is_taken_over_loses_no_time_however_seldom_its_window_wakes() {
    let (first, second) = two();
    // The first one is hidden: for a minute it is not told the time, and stores nothing.
    first.device.now.set(first.device.now.get() + 40_000);
    second.conductor.take_over();
    assert_eq!((second.state(), second.elapsed()), (Some(State::Running), 52));
    assert_eq!(second.conductor.missed().get_untracked(), None);
}

#[test]
fn what_was_pressed_last_holds_when_it_is_taken_over() {
    let (first, second) = two();
    // Before the other window has heard of it.
    assert!(first.conductor.send(Event::Pause));
    second.conductor.take_over();
    assert_eq!(second.state(), Some(State::Paused));
}

#[test]
fn a_window_takes_the_session_up_when_the_one_that_led_it_is_gone() {
    let (first, second) = two();
    first.device.close(1);
    assert_eq!(second.leader(), Leader::Elsewhere, "it may be back in a moment");
    wait(&second);
    assert_eq!((second.leader(), second.state()), (Leader::Here, Some(State::Running)));
    assert!(second.conductor.send(Event::Pause));
}

#[test]
fn a_window_that_wakes_long_after_the_one_that_led_is_gone_comes_back_paused() {
    let (first, second) = two();
    let heard = second.elapsed();
    first.conductor.rest();
    second.device.close(1);
    second.device.jump(600);
    assert_eq!((second.leader(), second.state()), (Leader::Here, Some(State::Paused)));
    assert!(heard - second.elapsed() <= 5, "where it was stored last");
    assert!(second.conductor.missed().get_untracked().is_some());
}

#[test]
fn a_window_that_is_only_loaded_again_leads_on() {
    let (first, second) = two();
    first.device.close(1);
    first.device.pass(1);
    let again = window(&first.device);
    again.conductor.resume();
    wait(&second);
    assert_eq!((again.leader(), second.leader()), (Leader::Here, Leader::Elsewhere));
    again.device.close(3);
    wait(&second);
    assert_eq!(second.leader(), Leader::Here, "it waits again");
}

#[test]
fn of_several_windows_that_wait_one_takes_the_session_up() {
    let (first, second) = two();
    let third = window(&first.device);
    third.conductor.resume();
    first.device.close(1);
    wait(&second);
    let leads = |visit: &Visit| visit.leader() == Leader::Here;
    assert!(leads(&second) != leads(&third));
    let (number, other) = if leads(&second) { (2, &third) } else { (3, &second) };
    other.device.close(number);
    wait(other);
    assert!(leads(other));
}

#[test]
fn whoever_starts_here_ends_what_runs_elsewhere_and_it_is_kept_once() {
    let (first, second) = two();
    second.conductor.start(notation::read(NEXT).routine);
    assert_eq!(second.leader(), Leader::Elsewhere, "it is asked first");
    // The one that leads goes on, and stores what it does, while the person reads.
    first.device.pass(6);
    second.look();
    second.conductor.seen(true);
    second.conductor.start_waiting();
    first.look();
    assert_eq!((first.leader(), second.leader()), (Leader::Elsewhere, Leader::Here));
    assert_eq!((second.records(), second.keys(":done:")), (1, 1));
    assert_eq!(first.title(), second.title());
    first.device.pass(40);
    first.look();
    assert_eq!((first.records(), first.keys(":done:")), (2, 2));
}

#[test]
fn whoever_looks_at_what_is_over_is_asked_before_ending_what_began_elsewhere_since() {
    let first = visit(&Recorded::new());
    first.conductor.start(notation::read("1/Over/g1/plank.5s").routine);
    first.device.pass(8);
    assert!(matches!(first.conductor.stage().get_untracked(), Stage::Over(Some(_))));
    let second = window(&first.device);
    second.conductor.start(notation::read(SHORT).routine);
    second.device.pass(12);
    first.conductor.start(notation::read(NEXT).routine);
    assert_eq!((first.leader(), second.state()), (Leader::Elsewhere, Some(State::Running)));
    assert_eq!(first.conductor.waiting().map(|routine| routine.title).as_deref(), Some("Next"));
    first.conductor.start_waiting();
    assert_eq!((first.leader(), first.title().as_deref()), (Leader::Here, Some("Next")));
}

#[test]
fn whoever_starts_before_it_was_told_of_a_session_elsewhere_keeps_it_too() {
    let first = visit(&Recorded::new());
    let second = window(&first.device);
    first.conductor.start(notation::read(SHORT).routine);
    first.device.pass(12);
    second.conductor.start(notation::read(NEXT).routine);
    assert_eq!((first.leader(), second.title().as_deref()), (Leader::Elsewhere, Some("Next")));
    assert_eq!((second.records(), second.keys(":done:"), second.keys(":live")), (1, 1, 1));
}

#[test]
fn a_session_that_was_over_by_itself_and_kept_by_nobody_is_kept_by_the_next_start() {
    let first = started(SHORT);
    first.device.pass(12);
    let second = window(&first.device);
    second.conductor.resume();
    // Its window is stopped by the device, and the other one is used a minute later.
    second.device.now.set(second.device.now.get() + 60_000);
    second.conductor.start(notation::read(NEXT).routine);
    assert_eq!((second.records(), second.title().as_deref()), (1, Some("Next")));
}

#[test]
fn a_device_that_slept_shows_the_time_of_the_window_that_was_told_of_it() {
    let (first, second) = two();
    assert!(first.conductor.send(Event::Pause));
    let now = first.device.now.get();
    // The first window's clock has taken over what the device slept, the second's has not.
    first.device.now.set(now + 600_000);
    assert!(first.conductor.send(Event::Resume));
    first.device.now.set(now);
    first.device.sleep(600);
    second.look();
    first.device.pass(5);
    assert_eq!((second.state(), second.elapsed()), (Some(State::Running), 14), "three seconds to get ready");
}

#[test]
fn where_windows_cannot_agree_whoever_wrote_last_leads() {
    let device = Recorded::at_odds();
    let first = visit(&device);
    let second = window(&device);
    first.conductor.start(notation::read(SHORT).routine);
    second.look();
    assert_eq!((first.leader(), second.leader()), (Leader::Here, Leader::Elsewhere));
    device.pass(12);
    device.heard();
    second.look();
    first.look();
    assert_eq!(first.leader(), Leader::Elsewhere, "a change that is not its own");
    assert!(!device.heard().contains(&"keep live".to_owned()), "and none answers the other for ever");
    second.conductor.take_over();
    first.look();
    assert_eq!((first.leader(), second.leader()), (Leader::Elsewhere, Leader::Here));
    assert_eq!((second.state(), second.elapsed()), (Some(State::Running), 12));
    device.pass(60);
    first.look();
    assert_eq!((first.records(), second.keys(":done:")), (1, 1));
    assert_eq!(first.conductor.stage().get_untracked(), Stage::Idle);
}
