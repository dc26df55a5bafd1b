//! Several windows and one session.

use super::*;
use crate::conductor::Leader;

impl Visit {
    fn leader(&self) -> Leader {
        self.conductor.leader().get_untracked()
    }

    /// What is stored changed, by another window.
    fn look(&self) {
        self.conductor.follow_other();
        self.store.reload(None);
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

#[test]
fn a_second_window_shows_the_session_and_touches_nothing() {
    let (first, second) = two();
    assert_eq!(
        (second.state(), second.elapsed(), second.leader()),
        (Some(State::Running), 12, Leader::Elsewhere)
    );
    assert!(!second.conductor.send(Event::Pause));
    second.device.heard();
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
}

#[test]
fn a_session_that_is_taken_over_goes_on_and_the_first_window_only_shows_it() {
    let (first, second) = two();
    second.conductor.take_over();
    assert_eq!((first.leader(), second.leader()), (Leader::Elsewhere, Leader::Here));
    assert_eq!((second.state(), second.elapsed()), (Some(State::Running), 12));
    first.device.pass(5);
    assert_eq!((first.elapsed(), second.elapsed()), (17, 17));
    assert!(!first.conductor.send(Event::Skip) && second.conductor.send(Event::Skip));
    first.look();
    let phase = |visit: &Visit| visit.conductor.face().get_untracked().map(|face| face.phase);
    assert_eq!(phase(&first), phase(&second));
    second.device.pass(60);
    first.look();
    assert_eq!((first.records(), second.keys(":done:")), (1, 1));
}

#[test]
fn a_window_takes_the_session_up_when_the_one_that_led_it_is_gone() {
    let (first, second) = two();
    first.device.close(1);
    assert_eq!((second.leader(), second.state()), (Leader::Here, Some(State::Running)));
    assert!(second.conductor.send(Event::Pause));
}

#[test]
fn whoever_starts_here_ends_what_runs_elsewhere_and_it_is_kept_once() {
    let (first, second) = two();
    second.conductor.start(notation::read("1/Next/plank.20s").routine);
    first.look();
    assert_eq!((first.leader(), second.leader()), (Leader::Elsewhere, Leader::Here));
    assert_eq!((second.records(), second.keys(":done:")), (1, 1));
    let title = |visit: &Visit| {
        visit
            .conductor
            .session()
            .with_untracked(|session| session.as_ref().map(|session| session.routine().title.clone()))
    };
    assert_eq!(title(&first), title(&second));
    first.device.pass(40);
    first.look();
    assert_eq!((first.records(), first.keys(":done:")), (2, 2));
}
