//! Sessions that are played as a file.

use domain::settings::Lack;

use super::*;
use crate::ports::Press;

fn pocketed(text: &str) -> Visit {
    let visit = visit(&Recorded::new());
    visit.store.change_settings(|chosen| chosen.heard.pocket = true);
    visit.device.heard();
    visit.conductor.start(notation::read(text).routine);
    visit
}

impl Visit {
    /// Time passes as the file plays, from `from` milliseconds of it on.
    fn play(&self, from: u64, seconds: u64) {
        for tenth in 1..=seconds * 10 {
            self.device.position.set(Some(from + tenth * 100));
            self.device.now.set(self.device.now.get() + 100);
            self.device.tick();
        }
    }

    fn played(&self) -> Vec<String> {
        let heard = self.device.heard();
        heard.into_iter().filter(|told| told.starts_with("play") || told.starts_with("seek")).collect()
    }
}

#[test]
fn a_session_is_one_file_and_a_skip_is_a_place_in_it() {
    let visit = pocketed("1/-/g5/r5/plank.20s/superman.30s");
    assert_eq!(visit.played(), ["play"]);
    visit.play(0, 15);
    assert!(visit.conductor.send(Event::Skip));
    assert_eq!(visit.played(), ["seek 25000"], "to the rest");
    assert!(visit.conductor.send(Event::Skip));
    assert_eq!(visit.played(), ["seek 30000"]);
    visit.play(30_000, 2);
    assert!(visit.conductor.send(Event::Extend(Millis::seconds(20))));
    assert_eq!(visit.played(), ["play"], "it lasts longer now: another file");
    assert_eq!(visit.elapsed(), 17);
}

#[test]
fn going_back_beyond_its_beginning_makes_another_file() {
    let visit = pocketed(SHORT);
    visit.play(0, 15);
    assert!(visit.conductor.send(Event::Pause) && visit.conductor.send(Event::Resume));
    visit.played();
    assert!(visit.conductor.send(Event::Back));
    assert_eq!(visit.played(), ["play"]);
}

#[test]
fn the_time_is_what_the_file_says() {
    let visit = pocketed(SHORT);
    // It begins to be heard 300 ms after it was asked for, and later stands for two seconds.
    visit.device.pass(1);
    visit.play(700, 4);
    assert_eq!(visit.elapsed(), 4);
    visit.device.position.set(Some(4700));
    visit.device.pass(2);
    assert!((4..=5).contains(&visit.elapsed()), "it stands: {}", visit.elapsed());
    visit.play(4700, 10);
    assert_eq!(visit.elapsed(), 14);
}

#[test]
fn a_file_that_races_leads_nobody_astray() {
    let visit = pocketed(SHORT);
    visit.device.position.set(Some(50_000));
    visit.device.pass(3);
    assert_eq!((visit.state(), visit.elapsed()), (Some(State::Running), 3));
}

#[test]
fn what_is_pressed_on_a_lock_screen_is_done() {
    let visit = pocketed("1/-/r5/plank.20s/superman.3.done/plank.20s");
    visit.play(0, 12);
    visit.device.press(Press::Play);
    assert_eq!(visit.state(), Some(State::Running), "it runs already");
    visit.device.press(Press::Pause);
    assert_eq!(visit.state(), Some(State::Paused));
    assert_eq!(visit.conductor.missed().get_untracked(), None);
    visit.device.press(Press::Play);
    visit.device.press(Press::Next);
    visit.device.press(Press::Next);
    let phase = || visit.conductor.face().get_untracked().map(|face| face.phase);
    assert_eq!(phase(), Some(3), "the open set");
    visit.played();
    visit.device.press(Press::Next);
    assert_eq!(
        (phase(), visit.played().as_slice()),
        (Some(4), &["play".to_owned()][..]),
        "done, and the rest begins"
    );
    visit.device.press(Press::Previous);
    assert_eq!(phase(), Some(3));
}

#[test]
fn a_call_pauses_the_session_and_it_says_so() {
    let visit = pocketed(SHORT);
    visit.play(0, 12);
    visit.device.press(Press::Interrupted);
    assert_eq!((visit.state(), visit.elapsed()), (Some(State::Paused), 12));
    assert!(visit.conductor.missed().get_untracked().is_some());
}

#[test]
fn a_page_that_slept_while_its_file_played_on_was_led_all_the_time() {
    let visit = pocketed(SHORT);
    visit.play(0, 6);
    visit.device.position.set(Some(46_000));
    visit.device.jump(40);
    assert_eq!((visit.state(), visit.elapsed()), (Some(State::Running), 46));
}

#[test]
fn a_page_whose_file_was_stopped_goes_back_to_where_it_stopped() {
    let visit = pocketed(SHORT);
    visit.play(0, 6);
    visit.device.position.set(Some(16_000));
    visit.device.jump(40);
    assert_eq!((visit.state(), visit.elapsed()), (Some(State::Paused), 16));
    assert_eq!(visit.conductor.missed().get_untracked(), Some(Millis::seconds(30)));
}

#[test]
fn what_the_device_lacks_is_told_once() {
    let first = started(SHORT);
    assert_eq!(first.conductor.lacks(), [Lack::Vibration, Lack::Screen]);
    assert_eq!(first.conductor.lacks(), []);
    let again = visit(&first.device);
    again.conductor.resume();
    assert_eq!(again.conductor.lacks(), [], "nor with the next visit");
}
